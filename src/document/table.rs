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
    /// Its rows with figures, from top to bottom.
    pub rows: Vec<Row>,
    /// The printed page.
    pub page: Option<u32>,
    /// From its first line to its last.
    pub span: Span,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its label.
    pub label: String,
    /// Whether it is a total of other rows.
    pub total: bool,
    /// Its figures, from left to right, counted in the document's list.
    pub figures: Vec<usize>,
}

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// What a programme costs: lasten, baten and saldo.
    Cost,
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
