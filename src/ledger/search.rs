//! Which columns the values of rows with lost cells may stand in.
//!
//! For each law all placements of its rows that keep the order are walked through together ([`super::walk`]). What no
//! placement that keeps the law uses is ruled out, if the law holds better for that than chance would have it. Laws share
//! rows, so this goes on until nothing changes.

use super::{
    Role,
    cells::{Cells, Row},
    laws::{Axis, Kind, Law, WAYS},
    walk::{Problem, Walked},
    weigh::{Book, Claim, weigh_open},
};
use crate::source::sort_by_rank;

/// What may be tried in any table, and for each of its cells.
const STEPS: usize = 50_000;
const STEPS_A_CELL: usize = 500;
/// Of what is left of them one walk may use this part.
const SHARE: usize = 6;
/// Rows with lost cells in one law.
const ROWS: usize = 16;
const ROUNDS: usize = 8;
/// What bears a law out in its table, in bits.
const PROOF: u32 = 7;
/// The least numbers without an exception that show how columns are signed.
const HABIT: usize = 5;
/// How much better than chance a placement must be, in bits: where the table bears the law out elsewhere, where the labels
/// say so for certain, and where neither is so.
const BORNE_OUT: u32 = 3;
const SURE: u32 = 7;
const GUESSED: u32 = 12;

/// Narrows the columns of all values as far as the laws of the table decide.
pub(super) fn place(cells: &mut Cells, book: &Book) {
    let steps = STEPS + STEPS_A_CELL * cells.rows.len() * cells.columns;
    let mut search = Search { cells, book, steps };
    search.by_signs();
    for _ in 0..ROUNDS {
        let by_columns = search.by_columns();
        let by_rows = search.by_rows();
        if !by_columns && !by_rows {
            break;
        }
    }
}

struct Search<'a> {
    cells: &'a mut Cells,
    book: &'a Book,
    /// What is left of them.
    steps: usize,
}

/// Laws with their ways to sign.
type Signed = Vec<(usize, usize)>;

impl Search<'_> {
    /// In a table that always signs what goes out otherwise than what comes in, its sign says in which of both a number stood.
    fn by_signs(&mut self) {
        let [out, income] = [Role::Expenditure, Role::Income].map(|role| self.book.columns_of(role));
        let (Some(out_negative), Some(income_negative)) = (self.habit(&out), self.habit(&income)) else { return };
        if out_negative == income_negative {
            return;
        }
        let bits = |columns: &[usize]| columns.iter().fold(0_u64, |bits, column| bits | 1 << column);
        let (positive, negative) = if out_negative { (bits(&income), bits(&out)) } else { (bits(&out), bits(&income)) };
        for row in self.cells.rows.iter_mut().filter(|row| row.is_open()) {
            let not_in = |value: &i64| match value.signum() {
                1 => negative,
                -1 => positive,
                _ => 0,
            };
            let may: Vec<u64> = row.values.iter().map(|value| !not_in(value)).collect();
            row.narrow(&may);
        }
    }

    /// Whether all numbers of these columns are negative, or all positive.
    fn habit(&self, columns: &[usize]) -> Option<bool> {
        let full = self.cells.rows.iter().filter(|row| row.complete);
        let numbers =
            full.flat_map(|row| columns.iter().filter_map(|column| *row.cells.get(*column)?)).filter(|value| *value != 0);
        let (mut all, mut negative) = (0, 0);
        for number in numbers {
            all += 1;
            negative += usize::from(number < 0);
        }
        (all >= HABIT && (negative == 0 || negative == all)).then_some(negative > 0)
    }

    /// Laws of columns: each row alone.
    fn by_columns(&mut self) -> bool {
        let mut changed = false;
        for line in 0..self.cells.rows.len() {
            if self.cells.rows[line].is_open() && self.book.is_money(line) {
                changed |= self.row(line);
            }
        }
        changed
    }

    fn row(&mut self, line: usize) -> bool {
        let laws = self.laws_of_columns(line);
        // Which way the table signs, where it has not shown it: the same for all laws.
        let mut hypotheses: Vec<Signed> = Vec::new();
        for way in 0..WAYS {
            let allowed = |ways: u8| if ways >> way & 1 == 1 { way } else { ways.trailing_zeros() as usize };
            let signed: Signed = laws.iter().map(|&(law, ways, _)| (law, allowed(ways))).collect();
            if !signed.is_empty() && !hypotheses.contains(&signed) {
                hypotheses.push(signed);
            }
        }
        let need = laws.iter().map(|&(law, _, bits)| self.need(law, bits)).max().unwrap_or(0);
        let problem = |cells: &Cells, book: &Book, signed: &Signed| Problem::of_columns(cells, book, line, signed);
        self.decide(&[line], &hypotheses, need, &[line], &problem)
    }

    /// The laws of columns that hold for a row, the ways to sign that are left, and what speaks for them.
    fn laws_of_columns(&self, line: usize) -> Vec<(usize, u8, u32)> {
        let mut laws = Vec::new();
        for claim in &self.book.claims {
            let [law] = claim.readable[..] else { continue };
            let of = &self.book.laws[law];
            if of.axis == Axis::Columns {
                laws.push((law, claim.ways[self.book.class(of, line)], claim.bits));
            }
        }
        // Two differences need not be taken in the same direction.
        let undecided = |law: &(usize, u8, u32)| self.book.laws[law.0].kind == Kind::Difference && law.1.count_ones() > 1;
        if laws.iter().filter(|law| undecided(law)).count() > 1 {
            laws.retain(|law| !undecided(law));
        }
        laws
    }

    /// Laws of rows: all their rows together, those with the fewest lost cells first.
    fn by_rows(&mut self) -> bool {
        let rows = |claim: &Claim| claim.readable.first().is_some_and(|law| self.book.laws[*law].axis == Axis::Rows);
        let mut order: Vec<(usize, usize)> = Vec::new();
        for (at, claim) in self.book.claims.iter().enumerate().filter(|(_, claim)| rows(claim)) {
            order.push((self.open_lines(claim).len(), at));
        }
        order.retain(|(open, _)| (1..=ROWS).contains(open));
        sort_by_rank(&mut order, |(open, _)| *open as u64);
        let mut changed = false;
        for (_, at) in order {
            changed |= self.claim(&self.book.claims[at]);
        }
        changed
    }

    fn open_lines(&self, claim: &Claim) -> Vec<usize> {
        let lines = claim.readable.iter().flat_map(|law| lines_of(&self.book.laws[*law]));
        let mut open: Vec<usize> = lines.filter(|line| self.cells.rows[*line].is_open()).collect();
        sort_by_rank(&mut open, |line| *line as u64);
        open.dedup();
        open
    }

    fn claim(&mut self, claim: &Claim) -> bool {
        let lines = self.open_lines(claim);
        let usable = |law: &Law| lines_of(law).all(|line| !self.cells.rows[line].cells.is_empty());
        if lines.is_empty() || !claim.readable.iter().all(|law| usable(&self.book.laws[*law])) {
            return false;
        }
        let ways = (0..WAYS).filter(|way| claim.ways[0] >> way & 1 == 1);
        let hypotheses: Vec<Signed> = ways.flat_map(|way| claim.readable.iter().map(move |law| vec![(*law, way)])).collect();
        let need = claim.readable.iter().map(|law| self.need(*law, claim.bits)).max().unwrap_or(0);
        let across: Vec<usize> = (0..self.cells.columns).collect();
        let problem = |cells: &Cells, book: &Book, signed: &Signed| Problem::of_rows(cells, book, &lines, signed, claim);
        self.decide(&lines, &hypotheses, need, &across, &problem)
    }

    fn need(&self, law: usize, bits: u32) -> u32 {
        match bits {
            PROOF.. => BORNE_OUT,
            _ if self.book.laws[law].sure => SURE,
            _ => GUESSED,
        }
    }

    /// Rules out what no hypothesis can use, if that is too much to be chance. True if anything was.
    fn decide(
        &mut self,
        lines: &[usize],
        hypotheses: &[Signed],
        need: u32,
        across: &[usize],
        problem: &dyn Fn(&Cells, &Book, &Signed) -> Problem,
    ) -> bool {
        let mut left: Vec<Vec<u64>> = Vec::new();
        let mut possible: Vec<&Signed> = Vec::new();
        for signed in hypotheses {
            match self.walk(lines, &problem(self.cells, self.book, signed)) {
                Walked::OutOfSteps => return false,
                Walked::Nothing => {}
                Walked::Left(may) => {
                    merge(&mut left, may);
                    possible.push(signed);
                }
            }
        }
        let old: Vec<Row> = lines.iter().map(|line| self.cells.rows[*line].clone()).collect();
        let narrowed = lines.iter().zip(&left).all(|(line, may)| self.cells.rows[*line].narrow(may));
        let rows = || lines.iter().map(|line| &self.cells.rows[*line]);
        let gain = freedom(old.iter()).saturating_sub(freedom(rows()));
        let need = gain + need + hypotheses.len().checked_ilog2().unwrap_or(0);
        let proven = possible.iter().all(|signed| self.bits(signed, across) >= need);
        let changed = rows().zip(&old).any(|(row, old)| row.may != old.may);
        if narrowed && proven && changed {
            return true;
        }
        for (line, old) in lines.iter().zip(old) {
            self.cells.rows[*line] = old;
        }
        false
    }

    /// One law that cannot be decided must not use up what the others need.
    fn walk(&mut self, lines: &[usize], problem: &Problem) -> Walked {
        let rows: Vec<&Row> = lines.iter().map(|line| &self.cells.rows[*line]).collect();
        let share = self.steps / SHARE;
        let mut steps = share;
        let walked = problem.walk(&rows, self.cells.rounding, &mut steps);
        self.steps -= share - steps;
        walked
    }

    /// What speaks for these laws where all of their cells are known.
    fn bits(&self, signed: &Signed, across: &[usize]) -> u32 {
        let weighed = |&(law, way): &(usize, usize)| {
            let law = &self.book.laws[law];
            let of_place = move |at: &usize| weigh_open(self.cells, law, way, *at).filter(|weighed| !weighed.differs());
            across.iter().filter_map(of_place).map(|weighed| weighed.bits).sum::<u32>()
        };
        signed.iter().map(weighed).sum()
    }
}

fn freedom<'a>(rows: impl Iterator<Item = &'a Row>) -> u32 {
    rows.map(Row::freedom).sum()
}

fn lines_of(law: &Law) -> impl Iterator<Item = usize> {
    law.terms.iter().map(|(term, _)| *term).chain([law.outcome])
}

/// What one hypothesis or the other leaves.
fn merge(all: &mut Vec<Vec<u64>>, may: Vec<Vec<u64>>) {
    if all.is_empty() {
        *all = may;
    } else {
        all.iter_mut().flatten().zip(may.iter().flatten()).for_each(|(all, may)| *all |= may);
    }
}
