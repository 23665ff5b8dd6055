//! Tables, recovered from lines.
//!
//! Exports print a table in two ways: a row a line (spaces, tabs or pipes between the cells), or a cell a line. Both come
//! out as a [`Grid`]. A grid keeps what is printed; it does not guess where a lost cell stood.

mod aligned;
mod beside;
mod cells;
mod glued;
mod groups;
mod header;
mod heads;
mod pairs;
mod pieces;
mod rows;
mod spoken;
pub(super) mod unrolled;

use std::ops::Range;

use super::line::Line;
use crate::{
    document::Mark,
    scan::{Amount, ScannedUnit, units, words::folded},
    source::Span,
};

/// A table as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// The line above the header, where there is one.
    pub caption: Option<Span>,
    /// The unit that the table's own lines state. Offsets count in the whole text.
    pub unit: Option<ScannedUnit>,
    /// The header cell above the labels.
    pub corner: Option<Span>,
    /// The columns of values, from left to right; empty where no header was found.
    pub columns: Vec<Column>,
    /// The rows with values, from top to bottom.
    pub rows: Vec<GridRow>,
}

/// A column of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its full header: the cells above it from top to bottom, joined by a space, without what they say about the unit.
    pub label: String,
    /// Those cells, from top to bottom.
    pub levels: Vec<String>,
    /// The unit that its own header states. Offsets count in the whole text.
    pub unit: Option<ScannedUnit>,
}

impl Column {
    /// A column with these cells above it, from top to bottom.
    fn of_levels(levels: Vec<String>) -> Self {
        Self { label: levels.join(" "), levels, unit: None }
    }

    /// A column whose header states no unit.
    fn named(label: String) -> Self {
        Self { levels: vec![label.clone()], label, unit: None }
    }
}

/// A row of values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridRow {
    /// The nearest label above it that stands over several rows.
    pub group: Option<Span>,
    /// Its own label cells.
    pub label: Vec<Span>,
    /// Its values, from left to right; fewer than there are columns where cells were lost.
    pub cells: Vec<Cell>,
    /// The column of each cell, where the position of its characters tells; empty where only their number can.
    pub places: Vec<Option<usize>>,
    /// The unit that a cell of its own states.
    pub unit: Option<ScannedUnit>,
    /// Whether the first value may as well be the end of the label: `Bouwgrond fase 2 450 460`.
    pub may_hold_label: bool,
    /// Whether its numbers are glued together and can be parted in several ways.
    pub is_unreadable: bool,
}

/// A cell of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// A number. Offsets count in the whole text.
    Amount(Amount),
    /// A dash, `n.v.t.` or another sign that nothing stands here; or a percentage.
    Other(Span),
}

impl Cell {
    /// What is printed.
    pub fn span(&self) -> Span {
        match self {
            Self::Amount(amount) => amount.span(),
            Self::Other(span) => *span,
        }
    }
}

impl GridRow {
    /// The label as people read it, group and own cells, in the words of `text` with one space between them.
    pub fn words(&self, text: &str) -> String {
        let cells = self.group.iter().chain(&self.label);
        cells.flat_map(|span| span.of(text).split_whitespace()).collect::<Vec<_>>().join(" ")
    }
}

/// A grid and the lines that it takes.
pub(super) struct Found {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) grid: Grid,
}

/// Tells the lines that the publishing system adds.
type IsFurniture<'a> = &'a dyn Fn(&str) -> bool;

/// Every table of a text, in order.
pub(super) fn tables(text: &str, lines: &[Line], is_furniture: IsFurniture<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    // The tables of the last run of cells. No run is read twice: that would cost quadratic time.
    let (mut of_cells, mut cells_read) = (Vec::new().into_iter().peekable(), 0);
    let mut aligned = aligned::tables(text, lines, is_furniture).into_iter().peekable();
    while at < lines.len() {
        while aligned.next_if(|table| table.first < at).is_some() {}
        while of_cells.next_if(|table: &Found| table.first < at).is_some() {}
        if at >= cells_read {
            let limit = aligned.peek().map_or(lines.len(), |table| table.first.max(at));
            let (tables, end) = cells::tables(text, &lines[..limit], at, is_furniture);
            (of_cells, cells_read) = (tables.into_iter().peekable(), end);
        }
        let by_rows = || if is_furniture(lines[at].text(text)) { None } else { rows::table(text, lines, at, is_furniture) };
        let beside = || if is_furniture(lines[at].text(text)) { None } else { beside::table(text, lines, at) };
        let claim = spoken::table(text, lines, at)
            .or_else(beside)
            .or_else(|| aligned.next_if(|table| table.first == at))
            .or_else(by_rows);
        let claim = claim.or_else(|| pairs::table(text, lines, at)).or_else(|| rows::list(text, lines, at, is_furniture));
        let claim = claim.or_else(|| of_cells.next_if(|table| table.first == at));
        let claim = claim.or_else(|| glued::table(text, lines, at));
        let claim = claim.or_else(|| rows::headless(text, lines, at));
        at = claim.as_ref().map_or(at + 1, |table| table.end.max(at + 1));
        found.extend(claim.map(|table| with_caption(text, lines, table, is_furniture)));
    }
    found
}

/// Takes a line right above that states a unit, or that begins with the word for table, as the caption.
fn with_caption(text: &str, lines: &[Line], mut found: Found, is_furniture: IsFurniture<'_>) -> Found {
    let above = found.first.checked_sub(1).map(|at| lines[at]);
    let is_caption = |line: &Line| {
        let words = line.text(text);
        !is_furniture(words) && super::line::is_label(words) && (!units(words).is_empty() || folded(words).starts_with("tabel"))
    };
    if let Some(caption) = above.filter(is_caption) {
        found.grid.caption = Some(caption.span);
        found.first -= 1;
    }
    // A unit in a column's header holds for that column alone.
    let is_column =
        |unit: &ScannedUnit| found.grid.columns.iter().any(|column| column.unit.is_some_and(|own| own.start == unit.start));
    let unit = unit_in(text, lines, found.first..found.end, &found.grid.rows).filter(|unit| !is_column(unit));
    found.grid.unit = unit.or(found.grid.unit);
    found
}

/// The first unit that these lines state, outside the labels of rows: those have it for themselves.
fn unit_in(text: &str, lines: &[Line], range: Range<usize>, rows: &[GridRow]) -> Option<ScannedUnit> {
    let begin = |row: &GridRow| row.cells.first().map_or(0, |cell| cell.span().start as usize);
    let is_of_row = |unit: &ScannedUnit| {
        let row = rows.get(rows.partition_point(|row| begin(row) <= unit.start));
        row.is_some_and(|row| row.label.iter().any(|label| label.contains(Span::new(unit.start, unit.end))))
    };
    lines[range].iter().find_map(|line| {
        let base = line.span.start as usize;
        units(line.text(text)).first().map(|unit| unit.shifted(base)).filter(|unit| !is_of_row(unit))
    })
}

/// Whether a cell says that nothing stands here.
fn is_empty_sign(cell: &str) -> bool {
    matches!(
        cell,
        "-" | "–" | "—" | "−" | "n.v.t." | "n.v.t" | "n.b." | "n.n.b." | "n.t.b." | "n.a." | "nvt" | "nb" | "pm" | "PM" | "p.m."
    )
}

/// The mark that a cell of its own gives to the amount beside it.
fn mark_cell(cell: &str) -> Option<Mark> {
    match cell {
        "N" | "n" => Some(Mark::Unfavourable),
        "V" | "v" => Some(Mark::Favourable),
        _ => None,
    }
}
