//! The arithmetic of a table: which cells its numbers stood in, and which of its sums add up.
//!
//! Exports often drop a table's empty cells, so that a row of six columns has four numbers. Lasten, baten and saldo obey
//! identities, totals are sums of their rows, and these decide where the numbers stood: of all places that keep the order
//! those that satisfy the identities within rounding, and only where one is left. An identity is believed only where the
//! table itself bears it out.
//!
//! Nothing here knows text. What a row or a column is stands in its [`Label`]; the rest is integers.

mod cells;
mod convention;
mod laws;
mod report;
mod search;
mod walk;
mod weigh;

use rust_decimal::Decimal;

pub use convention::{Balance, Convention, of_document};

use crate::document::Law;
use cells::Cells;
use weigh::Book;

/// More columns than this are not searched: no budget's table is that wide.
const COLUMNS: usize = 64;
/// More cells than this are not searched.
const CELLS: usize = 10_000;

/// What the numbers of a row or a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Lasten, uitgaven.
    Expenditure,
    /// Baten, inkomsten.
    Income,
    /// Saldo, resultaat.
    Balance,
    /// What is put into a reserve or provision: storting, toevoeging, dotatie, rente.
    ReserveAddition,
    /// What is taken out of one: onttrekking, vrijval, aanwending.
    ReserveWithdrawal,
    /// The balance before reserves: saldo van baten en lasten.
    BalanceBeforeReserves,
    /// The balance after reserves: geraamd of gerealiseerd resultaat.
    BalanceAfterReserves,
    /// What is in a reserve at first: stand 1-1.
    Opening,
    /// What is in it at last: stand 31-12.
    Closing,
    /// Any other money; also a total of which nothing tells the kind, and a column of a year.
    Other,
    /// No money: percentages, counts, numbers of notes. No identity holds for it.
    Ignored,
}

/// What a row or a column sums.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Of {
    /// Nothing: it is no total.
    #[default]
    Itself,
    /// Its label says that it is a total and not of what.
    Unsaid,
    /// The other rows (columns) of its group.
    Group,
    /// All since the total before it.
    SinceTotal,
    /// The whole table.
    Everything,
    /// These.
    These(Vec<usize>),
    /// It is the first less the second, or the second less the first.
    Difference(usize, usize),
}

/// What the label of a row or the header of a column says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What its numbers are.
    pub role: Role,
    /// What belongs together shares a number: the rows of one programme, the columns baten, lasten and saldo of one year.
    pub group: Option<usize>,
    /// What it sums.
    pub of: Of,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub label: Label,
    /// Its cells in printed order; none for a printed dash or a cell that is known to be empty. Fewer than the table has
    /// columns if cells were lost; as many: each stands in its own column. Signs as the marks N and V say, where the table
    /// has these instead of signs.
    pub values: Vec<Option<Decimal>>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its columns, from left to right.
    pub columns: Vec<Label>,
    /// Its rows, from top to bottom.
    pub lines: Vec<Line>,
    /// How far a printed number may be from the true one: half a unit of its last digit (0.5 for whole numbers).
    pub rounding: Decimal,
}

/// What the numbers of a table say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Solved {
    /// For each row the column of each of its values; none where that is not known.
    pub placements: Vec<Vec<Option<usize>>>,
    /// How the table signs expenditure, income and balance.
    pub convention: Option<Convention>,
    /// What should add up, in every place where all of it is known.
    pub identities: Vec<Identity>,
}

/// One sum that should hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// What kind of sum it is.
    pub law: Law,
    /// What is added and subtracted. Empty cells are left out.
    pub terms: Vec<Term>,
    /// Where the outcome is printed.
    pub outcome: Place,
    /// Whether it holds.
    pub verdict: Verdict,
    /// Outcome less the sum of its terms.
    pub difference: Decimal,
    /// Whether one of its numbers was given its column by arithmetic: then it is no check.
    pub used_for_reading: bool,
    /// Whether the same identity holds in other places of the table, more often than not: else it was perhaps none.
    pub credible: bool,
}

/// A cell of a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Where it stands.
    pub place: Place,
    /// Whether it is subtracted.
    pub negative: bool,
    /// Which of its row's values it is, where its column is not known for certain.
    pub loose: Option<usize>,
}

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Its row.
    pub line: usize,
    /// Its column.
    pub column: usize,
}

/// Whether a sum holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// To the digit.
    Holds,
    /// Within what rounding each number can do.
    Rounding,
    /// Not.
    Differs,
}

/// Where the numbers of a table stand, and what adds up in it.
pub fn solve(sheet: &Sheet) -> Solved {
    let columns = sheet.columns.len();
    let printed: usize = sheet.lines.iter().map(|line| line.values.len()).sum();
    let size = columns.saturating_mul(sheet.lines.len()).max(printed);
    let read = (columns <= COLUMNS && size <= CELLS).then(|| Cells::new(sheet)).flatten();
    let Some(mut cells) = read else {
        return Solved { placements: sheet.lines.iter().map(|line| complete(line, columns)).collect(), ..Solved::default() };
    };
    let labels = Book::new(sheet, &cells);
    search::place(&mut cells, &labels);
    let mut book = Book::new(sheet, &cells);
    book.retract(&mut cells);
    book.keep_borne_out(&mut cells);
    book = Book::new(sheet, &cells);
    Solved {
        placements: cells.placements(),
        convention: convention::of_table(sheet, &cells, &book),
        identities: report::identities(&cells, &book),
    }
}

/// A row is known without arithmetic if no cell of it was lost.
fn complete(line: &Line, columns: usize) -> Vec<Option<usize>> {
    let known = line.values.len() == columns;
    (0..line.values.len()).map(|at| Some(at).filter(|_| known)).collect()
}

#[cfg(test)]
mod tests;
