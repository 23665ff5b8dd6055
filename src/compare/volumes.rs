//! Which documents are one: a text by itself, or the pages of a publication.

use serde::{Deserialize, Serialize};

use super::FactOf;
use crate::{
    decisions::Decisions,
    document::{Document, Kind, Period},
    source::Source,
};

/// A document of the budget cycle, in one text or in several.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Volume {
    /// Its texts, counted in the documents that are compared; never none.
    pub documents: Vec<usize>,
    /// Whose it is.
    pub municipality: Option<String>,
    /// What it is.
    pub kind: Option<Kind>,
    /// Its year.
    pub year: Option<i32>,
    /// Its council term.
    pub period: Option<Period>,
    /// How many people live in the municipality: of the text or as typed, never guessed.
    pub inhabitants: Option<u32>,
    /// Its programmes, in the order of the texts.
    pub programmes: Vec<FactOf>,
}

pub(super) fn volumes(_documents: &[(&Source, &Document)], _decisions: &Decisions) -> Vec<Volume> {
    Vec::new()
}
