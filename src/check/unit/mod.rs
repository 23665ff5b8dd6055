//! # What it does
//! Finds amounts that are a thousand times out of line: the same row and year at 12.099.023 in one table and at 12.099 in
//! another, both read as euros; a row that its table's total holds only a thousandth of; a table in thousands of euros whose
//! numbers are whole euros.
//!
//! # Why it matters
//! A unit may be stated wrongly in the document itself. Nothing else in the table shows it, and every sum, picture and
//! comparison with these amounts would be wrong. So they stay out until a person chooses the unit.
//!
//! # Example
//! `12.099 × 1.000 is about 12.099.000 = 12.099.023`: one of the two tables has another unit than was read.

mod sisters;
mod size;
mod within;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Check, Finding, Operand, Operation, Quantity, Reason, Subject, Sum, Verdict, rounding};
use crate::{
    document::{Document, Figure},
    source::Span,
};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = sisters::findings(subject);
    found.extend(within::findings(subject));
    found.extend(size::findings(subject.document));
    found
}

/// How many times out of line an amount is whose unit is wrong.
fn thousand() -> Decimal {
    Decimal::ONE_THOUSAND
}

/// Amounts that are out of line, with the places whose unit is in doubt.
fn finding(sums: Vec<Sum>, difference: Option<Decimal>, in_doubt: Vec<Span>) -> Finding {
    Finding {
        check: Check::Unit,
        verdict: Verdict::Differs,
        reason: Some(Reason::ThousandTimes),
        sums,
        difference,
        spans: in_doubt,
    }
}

/// `12.099 × 1.000 is about 12.099.000 = 12.099.023`.
fn thousandfold(document: &Document, small: usize, large: usize) -> Sum {
    let (least, most) = rounding::interval(&document.figures[small]);
    let times = |euros: Decimal| euros.saturating_mul(thousand()).normalize();
    let operands = vec![
        Operand { operation: Operation::Plus, quantity: Quantity::Figure(small) },
        Operand { operation: Operation::Times, quantity: Quantity::Given(thousand()) },
        Operand { operation: Operation::IsAbout, quantity: Quantity::Between(times(least), times(most)) },
        Operand { operation: Operation::Equals, quantity: Quantity::Figure(large) },
    ];
    Sum { operands }
}

/// The tables whose unit is in doubt, counted in the document's list. A finding about units has their places, and those of
/// amounts outside tables, as its spans.
pub fn tables_in_doubt(document: &Document, findings: &[Finding]) -> BTreeSet<usize> {
    let doubted = places_in_doubt(findings);
    let is_doubted = |at: &usize| !document.tables[*at].unit.chosen && doubted.contains(&document.tables[*at].span.start);
    (0..document.tables.len()).filter(is_doubted).collect()
}

/// The figures that stay out of sums, pictures and comparisons until a person chooses their unit, counted in the document's
/// list: those of doubted tables, and single ones that a finding about units has among its spans.
pub fn figures_in_doubt(document: &Document, findings: &[Finding]) -> BTreeSet<usize> {
    let tables = tables_in_doubt(document, findings);
    let doubted = places_in_doubt(findings);
    let in_table = |figure: &Figure| {
        let table = figure.table.filter(|table| tables.contains(table));
        table.is_some_and(|table| has_unit_of(document, figure, table))
    };
    let is_doubted = |figure: &Figure| !figure.unit.chosen && (doubted.contains(&figure.span.start) || in_table(figure));
    (0..document.figures.len()).filter(|&at| is_doubted(&document.figures[at])).collect()
}

/// A cell may state a unit of its own.
fn has_unit_of(document: &Document, figure: &Figure, table: usize) -> bool {
    document.tables.get(table).is_some_and(|table| table.unit.factor == figure.unit.factor)
}

fn places_in_doubt(findings: &[Finding]) -> BTreeSet<u32> {
    let doubts = findings.iter().filter(|finding| finding.check == Check::Unit && finding.verdict == Verdict::Differs);
    doubts.flat_map(|finding| &finding.spans).map(|span| span.start).collect()
}
