//! A row of a table that is a thousand times out of line with the others: the total holds a thousandth of it, or a thousand
//! times it.

use rust_decimal::Decimal;

use super::{Finding, finding, thousand};
use crate::{
    check::{Operand, Operation, Quantity, Subject, Sum, rounding},
    document::{Document, Row},
    source::Span,
};

/// A column with fewer parts is no evidence: two numbers may well differ so.
const FEWEST_PARTS: usize = 3;

/// The rows of a total and the total.
struct Group<'a> {
    parts: &'a [Row],
    total: &'a Row,
}

/// What is done with the row that is out of line.
#[derive(Clone, Copy)]
enum Scale {
    Down,
    Up,
}

/// A column that every row has an amount in, and what its parts come to.
struct Column {
    parts: Vec<usize>,
    total: usize,
    sum: Decimal,
    /// How far that may be from the total by rounding.
    bound: Decimal,
}

/// Every row that is out of line in each of its columns.
pub(super) fn findings(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    let tables = document.tables.iter().filter(|table| !table.unit.chosen);
    tables.flat_map(|table| groups(&table.rows)).filter_map(|group| of_group(subject, &group)).collect()
}

/// The rows before each total, back to the total before it.
fn groups(rows: &[Row]) -> Vec<Group<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, total) in rows.iter().enumerate().filter(|(_, row)| row.total) {
        let parts = &rows[from..at];
        if parts.len() >= FEWEST_PARTS {
            found.push(Group { parts, total });
        }
        from = at + 1;
    }
    found
}

fn of_group(subject: &Subject<'_>, group: &Group<'_>) -> Option<Finding> {
    let columns = columns(subject, group);
    let mut candidates = (0..group.parts.len()).flat_map(|odd| [(odd, Scale::Down), (odd, Scale::Up)]);
    candidates.find_map(|(odd, scale)| out_of_line(subject.document, &columns, odd, scale))
}

/// For each column that every row has an amount in: the amounts of the parts and of the total.
fn columns(subject: &Subject<'_>, group: &Group<'_>) -> Vec<Column> {
    let in_column = |row: &Row, column: usize| {
        let cell = row.cells.iter().find(|cell| cell.column == Some(column))?;
        cell.figure.filter(|&figure| subject.counts(figure))
    };
    let known = group.total.cells.iter().filter_map(|cell| cell.column);
    let column = |column| {
        let parts: Option<Vec<usize>> = group.parts.iter().map(|row| in_column(row, column)).collect();
        Some(Column::of(subject.document, parts?, in_column(group.total, column)?))
    };
    known.filter_map(column).collect()
}

impl Column {
    fn of(document: &Document, parts: Vec<usize>, total: usize) -> Self {
        let figures = || parts.iter().map(|&at| &document.figures[at]);
        let sum = figures().fold(Decimal::ZERO, |sum, figure| sum.saturating_add(figure.euros));
        let bound = rounding::bound(figures().chain([&document.figures[total]]));
        Self { parts, total, sum, bound }
    }

    /// Whether the sum holds with one part scaled, and not as it is printed; nor by rounding alone.
    fn comes_out(&self, document: &Document, odd: usize, scale: Scale) -> bool {
        let (odd, total) = (&document.figures[self.parts[odd]], document.figures[self.total].euros);
        let others = self.sum.saturating_sub(odd.euros);
        let missed = |odd: Decimal| others.saturating_add(odd).saturating_sub(total).abs();
        let (scaled, half) = match scale {
            Scale::Down => (odd.euros / thousand(), rounding::of(odd) / thousand()),
            Scale::Up => (odd.euros.saturating_mul(thousand()), rounding::of(odd).saturating_mul(thousand())),
        };
        let bound = self.bound.saturating_sub(rounding::of(odd)).saturating_add(half);
        let tells = scaled.abs() > bound.saturating_mul(Decimal::TEN);
        tells && missed(scaled) <= bound && missed(odd.euros) > self.bound
    }
}

/// The finding where the sums of all columns come out with one row scaled, and of none without.
fn out_of_line(document: &Document, columns: &[Column], odd: usize, scale: Scale) -> Option<Finding> {
    let is_empty = |column: &&Column| document.figures[column.parts[odd]].euros.is_zero();
    let with_amounts: Vec<&Column> = columns.iter().filter(|column| !is_empty(column)).collect();
    if !with_amounts.iter().all(|column| column.comes_out(document, odd, scale)) {
        return None;
    }
    let first = document.figures[with_amounts.first()?.parts[odd]].euros;
    let spans: Vec<Span> = with_amounts.iter().map(|column| document.figures[column.parts[odd]].span).collect();
    let sums = with_amounts.iter().map(|column| sum(column, odd, scale)).collect();
    let difference = match scale {
        Scale::Down => first.saturating_sub(first / thousand()),
        Scale::Up => first.saturating_sub(first.saturating_mul(thousand())),
    };
    Some(finding(sums, Some(difference), spans))
}

/// `12.099.000 ÷ 1.000 + 800 + 901 = 13.800`.
fn sum(column: &Column, odd: usize, scale: Scale) -> Sum {
    let scaled = match scale {
        Scale::Down => Operation::DividedBy,
        Scale::Up => Operation::Times,
    };
    let mut operands = vec![
        Operand { operation: Operation::Plus, quantity: Quantity::Figure(column.parts[odd]) },
        Operand { operation: scaled, quantity: Quantity::Given(thousand()) },
    ];
    let others = column.parts.iter().enumerate().filter(|(at, _)| *at != odd);
    operands.extend(others.map(|(_, &at)| Operand { operation: Operation::Plus, quantity: Quantity::Figure(at) }));
    operands.push(Operand { operation: Operation::Equals, quantity: Quantity::Figure(column.total) });
    Sum { operands }
}
