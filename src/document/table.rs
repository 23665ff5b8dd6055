//! Tables and headings: where figures stand.

use serde::{Deserialize, Serialize};

use super::Unit;
use crate::source::Span;

/// A table as recovered from its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The number before its caption (`2.3`).
    pub number: Option<String>,
    /// The line above it that says what it is.
    pub caption: Option<String>,
    /// What it is about.
    pub topic: Topic,
    /// The unit in force for its cells.
    pub unit: Unit,
    /// The full header of each column, from left to right.
    pub columns: Vec<String>,
    /// The cells of each column's header from top to bottom, as many lists as there are columns; a cell that stands over
    /// several columns is in the list of each.
    pub headers: Vec<Vec<String>>,
    /// Its rows with figures, from top to bottom.
    pub rows: Vec<Row>,
    /// The printed page.
    pub page: Option<u32>,
    /// From its first line to its last.
    pub span: Span,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Row {
    /// Its label, with that of its group before it.
    pub label: String,
    /// The label that stands over it and other rows.
    pub group: Option<String>,
    /// Whether it is a total of other rows.
    pub total: bool,
    /// Its figures, from left to right, counted in the document's list.
    pub figures: Vec<usize>,
    /// Everything that is printed behind its label, from left to right.
    pub cells: Vec<TableCell>,
}

/// A printed cell of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableCell {
    /// The column that it stands in, where that is known.
    pub column: Option<usize>,
    /// The figure that is printed in it; none for a dash, a percentage or a count.
    pub figure: Option<usize>,
    /// What is printed; empty where separators keep the place of an empty cell.
    pub span: Span,
}

/// What a table is about: the overviews that a budget and its accounts must hold (BBV art. 7 to 27) or often hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// What a programme costs: lasten, baten and saldo (BBV art. 17, 27).
    Cost,
    /// Taakvelden, the national classification (BBV art. 66, 71).
    TaskFields,
    /// Reserves and the moves to and from them (BBV art. 43, 54).
    Reserves,
    /// Voorzieningen: money set aside for what is sure to come (BBV art. 44, 55).
    Provisions,
    /// Investments and their credits (BBV art. 20, 59).
    Investments,
    /// Risks that no money was set aside for (BBV art. 11).
    Risks,
    /// Taxes, tariffs and what a household pays (BBV art. 10).
    Taxes,
    /// The prescribed ratios (BBV art. 11).
    Ratios,
    /// Policy indicators (BBV art. 8, 25).
    Indicators,
    /// Contributions to affiliated parties and what these own and owe (BBV art. 15).
    Partners,
    /// Subsidies that the municipality gives.
    Subsidies,
    /// What is owned and owed on a day (BBV art. 30).
    BalanceSheet,
    /// Anything else.
    Other,
}

/// A heading of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineEntry {
    /// 1 for the title, 2 for a chapter, and so on.
    pub level: u8,
    /// The number printed before it.
    pub number: Option<String>,
    /// Its words, without the number.
    pub title: String,
    /// The printed page.
    pub page: Option<u32>,
    /// Where it stands.
    pub span: Span,
}
