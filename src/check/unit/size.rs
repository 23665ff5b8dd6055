//! Tables that speak of more money than any municipality has.

use rust_decimal::Decimal;

use super::{Finding, finding};
use crate::document::{Document, Table};

/// Euros: more than the largest municipality spends in a year, or owns.
const IMPLAUSIBLE: i64 = 20_000_000_000;
/// Euros: more than a row of all but the largest municipalities comes to. Half of a table is not of such rows.
const BILLION: i64 = 1_000_000_000;
/// So many amounts show the size of a table.
const FEWEST_AMOUNTS: usize = 3;

/// Tables whose stated unit cannot be right: they are printed in whole euros.
pub(super) fn findings(document: &Document) -> Vec<Finding> {
    let tables = document.tables.iter().filter(|table| is_implausible(document, table));
    tables.map(|table| finding(Vec::new(), None, vec![table.span])).collect()
}

fn is_implausible(document: &Document, table: &Table) -> bool {
    if table.unit.factor == 1 || table.unit.chosen {
        return false;
    }
    let figures = table.rows.iter().flat_map(|row| &row.figures).map(|&at| &document.figures[at]);
    let of_table = figures.filter(|figure| figure.unit.factor == table.unit.factor && !figure.euros.is_zero());
    let sizes: Vec<Decimal> = of_table.map(|figure| figure.euros.abs()).collect();
    let large = sizes.iter().filter(|size| **size >= Decimal::from(BILLION)).count();
    let largest = sizes.iter().max().is_some_and(|largest| *largest >= Decimal::from(IMPLAUSIBLE));
    sizes.len() >= FEWEST_AMOUNTS && large * 2 > sizes.len() && largest
}
