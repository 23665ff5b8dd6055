//! The numbers of a table as integers, and the columns that each may stand in.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{Line, Place, Sheet, complete, laws::Law};

/// More decimals than this no amount has.
const DECIMALS: u32 = 6;
/// Sums of all of a table's cells cannot overflow while each is smaller.
const LARGEST: u64 = 1 << 44;

/// A table's numbers.
pub(super) struct Cells {
    pub(super) rows: Vec<Row>,
    pub(super) columns: usize,
    /// How far a printed number may be from the true one, in the rows' own integers.
    pub(super) rounding: i64,
    /// One in these integers, as a power of ten.
    decimals: u32,
}

/// A row's numbers.
#[derive(Clone)]
pub(super) struct Row {
    /// In printed order; zero for a printed dash.
    pub(super) values: Vec<i64>,
    /// For each value a bit for each column that it may stand in.
    pub(super) may: Vec<u64>,
    /// For each column the number in it: zero where it is empty, none where that is not known yet.
    pub(super) cells: Vec<Option<i64>>,
    /// Whether the row is printed with all of its cells.
    pub(super) complete: bool,
    /// A bit for each column of a complete row that is known to be empty.
    empty: u64,
}

impl Cells {
    /// None where the rounding is no number that can be worked with.
    pub(super) fn new(sheet: &Sheet) -> Option<Self> {
        let values = sheet.lines.iter().flat_map(|line| line.values.iter().flatten());
        let decimals = values.chain([&sheet.rounding]).map(|value| value.normalize().scale()).max().unwrap_or(0).min(DECIMALS);
        let columns = sheet.columns.len();
        let rounding = scaled(sheet.rounding, decimals)?.abs();
        let rows = sheet.lines.iter().map(|line| Row::new(line, columns, decimals)).collect();
        Some(Self { rows, columns, rounding, decimals })
    }

    /// What stands in a cell, where that is known.
    pub(super) fn at(&self, place: Place) -> Option<i64> {
        *self.rows.get(place.line)?.cells.get(place.column)?
    }

    /// The least and the most that may stand in a cell.
    pub(super) fn range(&self, place: Place) -> Option<(i64, i64)> {
        let row = self.rows.get(place.line)?;
        let may = || row.values.iter().zip(&row.may).filter(|(_, may)| **may >> place.column & 1 == 1).map(|(value, _)| *value);
        let known = row.cells.get(place.column)?.map(|value| (value, value));
        known.or_else(|| Some((may().min()?.min(0), may().max()?.max(0))))
    }

    /// One value of a row, or nothing, as the least and the most.
    pub(super) fn just(&self, line: usize, value: Option<usize>) -> Option<(i64, i64)> {
        let number = value.map_or(Some(0), |value| self.rows.get(line)?.values.get(value).copied())?;
        Some((number, number))
    }

    /// Whether a cell is known to be empty.
    pub(super) fn is_empty(&self, place: Place) -> bool {
        self.rows.get(place.line).is_none_or(|row| row.empty >> place.column & 1 == 1)
    }

    /// Whether a number is printed in a cell, as far as is known: a lost cell is nothing.
    pub(super) fn is_printed(&self, place: Place) -> bool {
        let stands = |row: &Row| row.cells.get(place.column) != Some(&Some(0)) || row.may.contains(&(1 << place.column));
        !self.is_empty(place) && self.rows.get(place.line).is_some_and(stands)
    }

    /// The values that may stand in a cell of which it is not known, with nothing as the first of them.
    pub(super) fn choices(&self, place: Place) -> Option<Vec<Option<usize>>> {
        let row = self.rows.get(place.line).filter(|row| !row.cells.is_empty())?;
        let may = (0..row.values.len()).filter(|&value| row.may[value] >> place.column & 1 == 1);
        Some([None].into_iter().chain(may.map(Some)).collect())
    }

    /// Whether the row was printed with all of its cells.
    pub(super) fn is_complete(&self, line: usize) -> bool {
        self.rows.get(line).is_some_and(|row| row.complete)
    }

    /// How far a law may be from holding, if all of its numbers are rounded.
    pub(super) fn tolerance(&self, law: &Law) -> i64 {
        law.terms.iter().fold(self.rounding, |tolerance, _| tolerance.saturating_add(self.rounding))
    }

    pub(super) fn decimal(&self, value: i64) -> Decimal {
        Decimal::try_new(value, self.decimals).unwrap_or_default().normalize()
    }

    pub(super) fn placements(&self) -> Vec<Vec<Option<usize>>> {
        self.rows.iter().map(Row::placement).collect()
    }
}

impl Row {
    fn new(line: &Line, columns: usize, decimals: u32) -> Self {
        let printed = line.values.len();
        let values: Option<Vec<i64>> =
            line.values.iter().map(|value| value.map_or(Some(0), |value| scaled(value, decimals))).collect();
        let complete = complete(line, columns).iter().all(Option::is_some) && printed > 0;
        let lost = columns.checked_sub(printed).filter(|_| printed > 0);
        let may = (0..printed).map(|at| lost.map_or(0, |lost| bits(at, at + lost))).collect();
        let empty = line.values.iter().enumerate().filter(|(_, value)| complete && value.is_none());
        let empty = empty.fold(0, |empty, (at, _)| empty | 1 << at);
        let mut row = Self { values: values.unwrap_or_default(), may, cells: Vec::new(), complete, empty };
        // A row that cannot be worked with stays as it is: nothing in it is known, but for a complete one its columns.
        if row.values.len() == printed && lost.is_some() {
            row.see(columns);
        }
        row
    }

    /// Whether arithmetic may still find something out about it.
    pub(super) fn is_open(&self) -> bool {
        !self.cells.is_empty() && self.cells.iter().any(Option::is_none)
    }

    /// How many placements are left, as a power of two.
    pub(super) fn freedom(&self) -> u32 {
        let columns = self.cells.len();
        // For each number of values placed so far how many ways lead there.
        let mut ways = vec![0_u64; self.values.len() + 1];
        if let Some(first) = ways.first_mut() {
            *first = 1;
        }
        for at in 0..columns {
            for placed in (0..self.values.len()).rev() {
                let stands = self.values[placed] == 0 || self.may[placed] >> at & 1 == 1;
                let step = if stands { ways[placed] } else { 0 };
                ways[placed + 1] = ways[placed + 1].saturating_add(step);
                if self.values[placed] == 0 {
                    ways[placed] = 0;
                }
            }
        }
        ways.last().and_then(|ways| ways.checked_ilog2()).unwrap_or(0)
    }

    /// Takes over which columns are left for each value; false, and nothing is taken over, where for one none is.
    pub(super) fn narrow(&mut self, may: &[u64]) -> bool {
        let mut narrowed: Vec<u64> = self.may.iter().zip(may).map(|(old, new)| old & new).collect();
        let ordered = keep_order(&mut narrowed);
        if ordered {
            let columns = self.cells.len();
            self.may = narrowed;
            self.see(columns);
        }
        ordered
    }

    /// Keeps of what arithmetic found out the columns of some values, and what the order says beside them.
    pub(super) fn keep(&mut self, values: &[usize]) {
        let found = self.may.clone();
        self.forget();
        for &value in values {
            self.may[value] = found[value];
        }
        if keep_order(&mut self.may) {
            self.see(self.cells.len());
        } else {
            self.forget();
        }
    }

    /// The values that stand in one column for certain, and are not zero.
    pub(super) fn placed(&self) -> impl Iterator<Item = (usize, usize)> {
        let placed = self.values.iter().zip(&self.may).enumerate();
        let placed = placed.filter(|(_, (value, may))| **value != 0 && may.is_power_of_two());
        placed.map(|(at, (_, may))| (at, may.trailing_zeros() as usize))
    }

    /// Forgets what arithmetic found out.
    pub(super) fn forget(&mut self) {
        let lost = self.cells.len().saturating_sub(self.values.len());
        self.may = (0..self.values.len()).map(|at| bits(at, at + lost)).collect();
        self.see(self.cells.len());
    }

    /// Works out the cells from the columns that are left for each value. A zero and an empty cell are the same in a sum.
    fn see(&mut self, columns: usize) {
        self.cells = (0..columns).map(|at| self.cell(at)).collect();
    }

    fn cell(&self, at: usize) -> Option<i64> {
        let mut candidates = self.values.iter().zip(&self.may).filter(|(value, may)| **value != 0 && **may >> at & 1 == 1);
        match (candidates.next(), candidates.next()) {
            (None, _) => Some(0),
            (Some((&value, &may)), None) => Some(value).filter(|_| may == 1 << at),
            _ => None,
        }
    }

    fn placement(&self) -> Vec<Option<usize>> {
        let only = |may: &u64| may.is_power_of_two().then(|| may.trailing_zeros() as usize);
        self.may.iter().map(only).collect()
    }
}

/// Each value stands behind the one before it. False where a value has no column left.
fn keep_order(may: &mut [u64]) -> bool {
    let mut allowed = u64::MAX;
    for columns in may.iter_mut() {
        *columns &= allowed;
        // Behind the first column that this one can have.
        allowed = u64::MAX.checked_shl(columns.trailing_zeros() + 1).unwrap_or(0);
    }
    let mut allowed = u64::MAX;
    for columns in may.iter_mut().rev() {
        *columns &= allowed;
        allowed = u64::MAX.checked_shr(columns.leading_zeros() + 1).unwrap_or(0);
    }
    may.iter().all(|&columns| columns != 0)
}

/// The bits from the first to the last, both included.
fn bits(first: usize, last: usize) -> u64 {
    let up_to = |at: usize| if at >= 63 { u64::MAX } else { (1 << (at + 1)) - 1 };
    up_to(last) & !(if first == 0 { 0 } else { up_to(first - 1) })
}

fn scaled(value: Decimal, decimals: u32) -> Option<i64> {
    let value = value.checked_mul(Decimal::from(10_i64.pow(decimals)))?;
    value.is_integer().then(|| value.to_i64()).flatten().filter(|value| value.unsigned_abs() < LARGEST)
}
