//! One walk through the columns of a table, with all rows of one law, or with one row and all laws of its columns.
//!
//! What has been placed of each row is a state, and of many ways to the same state it does not matter which. A zero and an
//! empty cell are the same in a sum: a zero is placed as early as it can be, which never rules out what comes behind it.

use crate::source::sort_by_rank;
use std::collections::BTreeMap;

use super::{
    cells::{Cells, Row},
    weigh::{Book, Claim},
};

/// States beside each other in one column.
const STATES: usize = 4_000;
/// A row's count in a state's number.
const BITS: usize = 8;
const COUNT: u128 = 0xff;
/// How far beyond rounding a sum may be and still speak against a placement being the only one, in roundings.
const SLACK: i64 = 4;

/// What must hold on the way.
pub(super) struct Problem {
    /// For each column.
    columns: Vec<Column>,
    /// For each law of columns how far its sum may be from nothing.
    along: Vec<i64>,
}

#[derive(Default)]
struct Column {
    /// The sum of the rows that are known here.
    base: i64,
    /// For each row that is walked: 1 where it is added, -1 where it is subtracted, 0 where it is not in the sum.
    signs: Vec<i64>,
    /// How far the sum may be from nothing; none where nothing need hold.
    tolerance: Option<i64>,
    /// The laws of columns that this column is in, and its sign there.
    laws: Vec<(usize, i64)>,
    /// The laws of columns whose last column it is.
    last_of: Vec<usize>,
}

/// What is left of a walk: for each row and value the columns, or nothing.
pub(super) enum Walked {
    Left(Vec<Vec<u64>>),
    Nothing,
    OutOfSteps,
}

/// The counts of what has been placed, and the sums of the laws that are open.
type State = (u128, Vec<i64>);

/// From one state to one of the next column.
struct Step {
    from: usize,
    to: usize,
    /// A bit for each row that has a value here.
    placed: u32,
}

impl Problem {
    pub(super) fn of_rows(cells: &Cells, book: &Book, lines: &[usize], signed: &[(usize, usize)], claim: &Claim) -> Self {
        let column = |at: usize| {
            let mut column = Column { signs: vec![0; lines.len()], ..Column::default() };
            for &(law, way) in signed {
                let law = &book.laws[law];
                let way = match book.class(law, at) {
                    0 => Some(way),
                    class => claim.only_way(class),
                };
                let Some(way) = way.filter(|_| book.is_counted(law, at)) else { continue };
                for (line, sign) in law.signs(way) {
                    match lines.iter().position(|open| *open == line) {
                        Some(row) => column.signs[row] = sign,
                        None => column.base += sign * cells.at(law.place(line, at)).unwrap_or(0),
                    }
                }
                column.tolerance = Some(cells.tolerance(law));
            }
            column
        };
        Self { columns: (0..cells.columns).map(column).collect(), along: Vec::new() }
    }

    pub(super) fn of_columns(cells: &Cells, book: &Book, line: usize, signed: &[(usize, usize)]) -> Self {
        let mut columns: Vec<Column> = (0..cells.columns).map(|_| Column { signs: vec![1], ..Column::default() }).collect();
        let mut along = Vec::new();
        for &(law, way) in signed.iter().filter(|(law, _)| book.is_counted(&book.laws[*law], line)) {
            let law = &book.laws[law];
            let mut last = 0;
            for (at, sign) in law.signs(way) {
                columns[at].laws.push((along.len(), sign));
                last = last.max(at);
            }
            columns[last].last_of.push(along.len());
            along.push(cells.tolerance(law));
        }
        Self { columns, along }
    }

    /// Which columns are left for each value if the laws hold, and a little beyond, so that a placement that is only just the
    /// one that holds is not taken for the only one.
    pub(super) fn walk(&self, rows: &[&Row], rounding: i64, steps: &mut usize) -> Walked {
        match self.run(rows, rounding * SLACK, steps) {
            Walked::Left(may) => match self.run(rows, 0, steps) {
                Walked::Left(_) => Walked::Left(may),
                none => none,
            },
            none => none,
        }
    }

    fn run(&self, rows: &[&Row], slack: i64, steps: &mut usize) -> Walked {
        let mut walk = Walk { problem: self, rows, slack, steps, layers: Vec::new() };
        let mut states: Vec<State> = vec![(0, vec![0; self.along.len()])];
        for at in 0..self.columns.len() {
            match walk.column(at, &states) {
                Some(next) if !next.is_empty() => states = next,
                Some(_) => return Walked::Nothing,
                None => return Walked::OutOfSteps,
            }
        }
        Walked::Left(walk.back(states.len()))
    }
}

struct Walk<'a> {
    problem: &'a Problem,
    rows: &'a [&'a Row],
    slack: i64,
    steps: &'a mut usize,
    /// For each column the states before it and the steps over it.
    layers: Vec<(Vec<State>, Vec<Step>)>,
}

/// What can be placed of the rows in one column, from one state.
struct Choice {
    sum: i64,
    placed: u32,
}

impl Walk<'_> {
    /// From the states before a column to those behind it; nothing if that are too many.
    fn column(&mut self, at: usize, states: &[State]) -> Option<Vec<State>> {
        let mut next: BTreeMap<State, usize> = BTreeMap::new();
        let mut steps = Vec::new();
        for (from, state) in states.iter().enumerate() {
            for choice in self.choices(at, state.0)? {
                let Some(state) = self.behind(at, state, &choice) else { continue };
                let count = next.len();
                let to = *next.entry(state).or_insert(count);
                steps.push(Step { from, to, placed: choice.placed });
            }
            *self.steps = self.steps.checked_sub(steps.len().min(STATES))?;
            if next.len() > STATES {
                return None;
            }
        }
        let mut behind: Vec<(usize, State)> = next.into_iter().map(|(state, place)| (place, state)).collect();
        sort_by_rank(&mut behind, |(place, _)| *place as u64);
        self.layers.push((states.to_vec(), steps));
        Some(behind.into_iter().map(|(_, state)| state).collect())
    }

    /// The state behind a column, if the laws that end in it hold.
    fn behind(&self, at: usize, (counts, sums): &State, choice: &Choice) -> Option<State> {
        let column = &self.problem.columns[at];
        let mut counts = *counts;
        for row in 0..self.rows.len() {
            counts += u128::from(choice.placed >> row & 1) << (row * BITS);
        }
        let mut sums = sums.clone();
        for &(law, sign) in &column.laws {
            sums[law] += sign * choice.sum;
        }
        for &law in &column.last_of {
            if sums[law].abs() > self.problem.along[law] + self.slack {
                return None;
            }
            sums[law] = 0;
        }
        Some((counts, sums))
    }

    /// All choices that keep the law of this column; nothing if that are too many to look at.
    fn choices(&mut self, at: usize, counts: u128) -> Option<Vec<Choice>> {
        let column = &self.problem.columns[at];
        let mut forced = Choice { sum: column.base, placed: 0 };
        let mut free = Vec::new();
        for (place, row) in self.rows.iter().enumerate().filter(|(place, _)| self.is_walked(*place)) {
            let choice = Choice {
                sum: row.values.get(count(counts, place)).map_or(0, |value| value * column.signs[place]),
                placed: 1 << place,
            };
            match options(row, count(counts, place), at, self.problem.columns.len() - at) {
                Options::Dead => return Some(Vec::new()),
                Options::Empty => {}
                Options::Filled => forced = forced.with(&choice),
                Options::Either => free.push(choice),
            }
        }
        let (first, second) = free.split_at(free.len() / 2);
        let (first, mut second) = (subsets(forced, first), subsets(Choice { sum: 0, placed: 0 }, second));
        sort_by_rank(&mut second, |choice| choice.sum.abs_diff(i64::MIN));
        let bound = column.tolerance.map_or(i64::MAX, |tolerance| tolerance + self.slack);
        let mut found = Vec::new();
        for one in &first {
            let from = second.partition_point(|other| one.sum.saturating_add(other.sum) < -bound);
            let fitting = second[from..].iter().take_while(|other| one.sum.saturating_add(other.sum) <= bound);
            found.extend(fitting.map(|other| one.with(other)));
        }
        *self.steps = self.steps.checked_sub(1 + first.len() + second.len() + found.len())?;
        Some(found)
    }

    /// A row that is in no sum of this problem is left alone.
    fn is_walked(&self, row: usize) -> bool {
        self.problem.columns.iter().any(|column| column.signs[row] != 0)
    }

    /// Back from the last column: what leads to an end at which all is placed.
    fn back(&self, last: usize) -> Vec<Vec<u64>> {
        let mut left: Vec<Vec<u64>> = self.rows.iter().map(|row| vec![0; row.values.len()]).collect();
        let mut alive = vec![true; last];
        for (at, (states, steps)) in self.layers.iter().enumerate().rev() {
            let mut before = vec![false; states.len()];
            for step in steps.iter().filter(|step| alive[step.to]) {
                before[step.from] = true;
                for (row, left) in left.iter_mut().enumerate().filter(|(row, _)| step.placed >> row & 1 == 1) {
                    left[count(states[step.from].0, row)] |= 1 << at;
                }
            }
            alive = before;
        }
        for (place, (row, left)) in self.rows.iter().zip(&mut left).enumerate() {
            let walked = self.is_walked(place);
            let zeros = left.iter_mut().zip(&row.values).filter(|(_, value)| !walked || **value == 0);
            zeros.for_each(|(columns, _)| *columns = u64::MAX);
        }
        left
    }
}

impl Choice {
    fn with(&self, other: &Self) -> Self {
        Self { sum: self.sum.saturating_add(other.sum), placed: self.placed | other.placed }
    }
}

enum Options {
    Dead,
    Empty,
    Filled,
    Either,
}

/// Whether a row of which some values are placed can or must have the next one in a column.
fn options(row: &Row, placed: usize, at: usize, columns_left: usize) -> Options {
    let Some((&value, &may)) = row.values.get(placed).zip(row.may.get(placed)) else { return Options::Empty };
    let values_left = row.values.len() - placed;
    let can_wait = values_left < columns_left && may >> at >> 1 != 0;
    let can_stand = may >> at & 1 == 1;
    match (can_stand, can_wait) {
        _ if values_left > columns_left => Options::Dead,
        _ if value == 0 => Options::Filled,
        (true, true) => Options::Either,
        (true, false) => Options::Filled,
        (false, true) => Options::Empty,
        (false, false) => Options::Dead,
    }
}

/// How many values of a row are placed.
fn count(counts: u128, row: usize) -> usize {
    (counts >> (row * BITS) & COUNT) as usize
}

/// All choices of some, on top of what is chosen already.
fn subsets(chosen: Choice, free: &[Choice]) -> Vec<Choice> {
    let mut all = vec![chosen];
    for choice in free {
        let with: Vec<Choice> = all.iter().map(|subset| subset.with(choice)).collect();
        all.extend(with);
    }
    all
}
