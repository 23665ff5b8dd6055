//! # What it does
//! Finds tables and amounts that are a thousand times out of line with what the same text says elsewhere.
//!
//! # Why it matters
//! A unit that is stated wrongly makes every number of a table a thousand times too large. Nothing in the table shows it.
//!
//! # Example
//! A table in thousands of euros says 12.099.023 where another in thousands says 12.099.

use std::collections::BTreeSet;

use super::{Check, Finding, Subject, Verdict};
use crate::document::{Document, Figure};

pub(super) fn check(_subject: &Subject<'_>) -> Vec<Finding> {
    Vec::new()
}

/// The tables whose unit is in doubt, counted in the document's list. A finding about units has their places, and those of
/// amounts outside tables, as its spans.
pub fn tables_in_doubt(document: &Document, findings: &[Finding]) -> BTreeSet<usize> {
    let doubted = places_in_doubt(findings);
    let is_doubted = |at: &usize| !document.tables[*at].unit.chosen && doubted.contains(&document.tables[*at].span.start);
    (0..document.tables.len()).filter(is_doubted).collect()
}

/// The figures that stay out of sums, pictures and comparisons until a person chooses their unit, counted in the document's
/// list.
pub fn figures_in_doubt(document: &Document, findings: &[Finding]) -> BTreeSet<usize> {
    let tables = tables_in_doubt(document, findings);
    let doubted = places_in_doubt(findings);
    let in_table = |figure: &Figure, table| tables.contains(&table) && has_unit_of(document, figure, table);
    let by_itself = |figure: &Figure| !figure.unit.chosen && doubted.contains(&figure.span.start);
    let is_doubted = |figure: &Figure| figure.table.map_or_else(|| by_itself(figure), |table| in_table(figure, table));
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
