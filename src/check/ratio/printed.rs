//! The ratios that are printed below their parts.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::{
    check::{Quantity, rounding},
    document::{Document, Indicator, Row, Table},
    scan::words::folded,
};

/// Which of the prescribed ratios.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Netto schuldquote.
    NetDebt,
    /// Solvabiliteitsratio.
    Solvency,
    /// Structurele exploitatieruimte.
    StructuralRoom,
    /// Grondexploitatie.
    LandDevelopment,
    /// Belastingcapaciteit.
    TaxBurden,
}

impl Kind {
    /// `label` is folded.
    fn of(label: &str) -> Option<Self> {
        let has = |words: &str| label.contains(words);
        match () {
            () if has("schuldquote") => Some(Self::NetDebt),
            () if has("solvabiliteit") => Some(Self::Solvency),
            () if has("exploitatieruimte") => Some(Self::StructuralRoom),
            () if has("grondexploitatie") => Some(Self::LandDevelopment),
            () if has("belastingcapaciteit") || has("landelijk gemiddelde") => Some(Self::TaxBurden),
            () => None,
        }
    }
}

/// A ratio with the rows above it.
pub(super) struct Ratio<'a> {
    pub(super) kind: Kind,
    /// Its name, folded.
    pub(super) name: String,
    /// Its values from left to right.
    pub(super) values: Vec<Printed>,
    /// The rows of its table between the ratio before it and itself.
    pub(super) rows: Vec<&'a Row>,
}

/// A value of a ratio.
pub(super) struct Printed {
    pub(super) quantity: Quantity,
    /// In percent.
    pub(super) value: Decimal,
    /// Half a unit of its last digit.
    pub(super) half: Decimal,
    pub(super) year: Option<i32>,
}

/// A ratio's name and values, before its rows are looked up.
struct Named {
    name: String,
    values: Vec<Printed>,
    /// Where its name or its first value begins.
    start: u32,
}

/// Every ratio of a table that has rows above it.
pub(super) fn ratios(document: &Document) -> Vec<Ratio<'_>> {
    let mut named = of_indicators(document);
    named.extend(of_percentages(document));
    crate::source::sort_by_rank(&mut named, |ratio| u64::from(ratio.start));
    let mut found = Vec::new();
    let mut end_of_last = 0;
    for Named { name, values, start } in named {
        let table = table_at(document, start);
        let rows = table.map(|table| rows_between(table, end_of_last, start)).unwrap_or_default();
        let kind = Kind::of(&name).filter(|_| !rows.is_empty());
        found.extend(kind.map(|kind| Ratio { kind, name, values, rows }));
        end_of_last = start;
    }
    found
}

/// Ratios that were read as indicators.
fn of_indicators(document: &Document) -> Vec<Named> {
    let named = |(at, indicator): (usize, &Indicator)| {
        let name = folded(&indicator.name);
        Kind::of(&name)?;
        let values = indicator.values.iter().enumerate().map(|(value, printed)| Printed {
            quantity: Quantity::Indicator { indicator: at, value },
            value: printed.value,
            half: rounding::half_of_scale(printed.value.scale()),
            year: printed.year,
        });
        Some(Named { name, values: values.collect(), start: indicator.span.start })
    };
    document.indicators.iter().enumerate().filter_map(named).collect()
}

/// Ratios of rows that hold percentages alone. The `100%` of the formula in their label is none of them.
fn of_percentages(document: &Document) -> Vec<Named> {
    let values = document.indicators.iter().flat_map(|indicator| &indicator.values);
    let of_indicators: BTreeSet<u32> = values.map(|value| value.span.start).collect();
    let mut found: Vec<(Option<&str>, Named)> = Vec::new();
    for (at, percentage) in document.percentages.iter().enumerate() {
        let about = percentage.about.as_deref();
        let name = folded(about.unwrap_or_default());
        let is_of_formula = name.contains("100%") && percentage.value == Decimal::ONE_HUNDRED;
        if Kind::of(&name).is_none() || is_of_formula || of_indicators.contains(&percentage.span.start) {
            continue;
        }
        let half = rounding::of_percentage(percentage);
        let printed = Printed { quantity: Quantity::Percentage(at), value: percentage.value, half, year: None };
        match found.last_mut().filter(|(last, _)| *last == about) {
            Some((_, named)) => named.values.push(printed),
            None => found.push((about, Named { name, values: vec![printed], start: percentage.span.start })),
        }
    }
    found.into_iter().map(|(_, named)| named).collect()
}

/// The table that a place stands in; tables follow each other in the text.
fn table_at(document: &Document, start: u32) -> Option<&Table> {
    let behind = document.tables.partition_point(|table| table.span.start <= start);
    document.tables.get(behind.checked_sub(1)?).filter(|table| start < table.span.end)
}

fn rows_between(table: &Table, from: u32, to: u32) -> Vec<&Row> {
    let place = |row: &Row| row.cells.first().map_or(0, |cell| cell.span.start);
    table.rows.iter().filter(|row| (from..to).contains(&place(row)) && !row.figures.is_empty()).collect()
}
