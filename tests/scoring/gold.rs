//! The gold of one text, as its file holds it, and what it leaves open.

use serde::Deserialize;

use super::words::{is_begin_or_end, number, plain};

/// One gold file; what is not scored is not read.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Gold {
    pub(crate) kind: Option<String>,
    pub(crate) year: Option<i32>,
    pub(crate) municipality: Option<String>,
    pub(crate) programmes: Vec<Named>,
    pub(crate) subprogrammes: Vec<Named>,
    pub(crate) partners: Vec<Named>,
    pub(crate) coalition_parties: Vec<String>,
    pub(crate) goals: Vec<Statement>,
    pub(crate) measures: Vec<Statement>,
    pub(crate) figures: Vec<Figure>,
    pub(crate) percentages: Vec<Percentage>,
    lenient: Vec<String>,
}

/// A programme, a part or a partner.
#[derive(Debug, Deserialize)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) abbr: Option<String>,
    pub(crate) role: Option<String>,
}

/// A goal or a measure.
#[derive(Debug, Deserialize)]
pub(crate) struct Statement {
    pub(crate) title: Option<String>,
    pub(crate) text_starts: String,
}

/// A printed amount.
#[derive(Debug, Deserialize)]
pub(crate) struct Figure {
    pub(crate) row: Option<String>,
    pub(crate) column: Option<String>,
    pub(crate) year: Option<i32>,
    pub(crate) measure: Option<String>,
    pub(crate) eur: String,
    pub(crate) mark: Option<String>,
    #[serde(default)]
    pub(crate) scale_unstated: bool,
}

/// A printed percentage.
#[derive(Debug, Deserialize)]
pub(crate) struct Percentage {
    pub(crate) value: String,
}

impl Gold {
    pub(crate) fn from_json(json: &str) -> Self {
        serde_json::from_str(json).expect("a gold file")
    }

    /// Whether a field of the document is not scored.
    pub(crate) fn leaves_open(&self, field: &str) -> bool {
        self.openings().any(|(what, item)| what == field && item.is_empty())
    }

    /// Whether a field (`goals`) or a sub-field (`figures.row`) is not scored for this item.
    pub(crate) fn leaves_open_for(&self, field: &str, item: &str) -> bool {
        self.openings().any(|(what, opened)| what == field && (opened.is_empty() || is_item(opened, item)))
    }

    fn openings(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lenient.iter().map(|entry| entry.split_once(':').unwrap_or((entry, "")))
    }
}

fn is_item(opened: &str, item: &str) -> bool {
    match number(opened) {
        Some(value) => number(item) == Some(value),
        None => is_begin_or_end(&plain(opened), &plain(item)),
    }
}
