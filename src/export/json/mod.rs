//! The JSON export, version 1: what everyone outside reads.
//!
//! Spans are `[start, end)` in bytes of the decoded text; money and percentages are decimal strings; a key without a
//! value is null or an empty list, never left out. The shapes are in [`wire`]; they are not the model of the domain, so
//! that either can change without the other.

mod names;
mod to_wire;
pub mod wire;

use crate::{document::Document, source::Source};

pub use to_wire::document_to_wire;

/// Whether the decoded text itself is written too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithText {
    /// Only what was read from it.
    No,
    /// As `source.text`.
    Yes,
}

/// An export of several documents, indented for people.
pub fn to_json(documents: &[(Source, Document)], with_text: WithText) -> String {
    let documents = documents.iter().map(|(source, document)| document_to_wire(source, document, with_text)).collect();
    pretty(&wire::Export::new(documents))
}

fn pretty(export: &wire::Export) -> String {
    // Only a map with keys that are no strings makes this fail, and the shapes hold none.
    serde_json::to_string_pretty(export).unwrap_or_default()
}
