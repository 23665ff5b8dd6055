//! What is exported.

use crate::{check::Finding, compare::Comparison, decisions::Decisions, document::Document, source::Source};

/// A document and what its checks found.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// Its text.
    pub source: &'a Source,
    /// What it says.
    pub document: &'a Document,
    /// Whether it adds up.
    pub findings: &'a [Finding],
}

/// Several documents with all that was made of them.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// The documents.
    pub documents: &'a [Checked<'a>],
    /// What they say beside each other; none of fewer than two.
    pub comparison: Option<&'a Comparison>,
    /// What people made of it.
    pub decisions: &'a Decisions,
}
