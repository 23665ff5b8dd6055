//! What was promised beside what is said of it later.

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// A goal, a measure or a passage of one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Passage {
    /// Counts in the documents that are compared.
    pub document: usize,
    /// Where it stands.
    pub span: Span,
}

/// A promise and what is said of it later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// What was promised.
    pub promise: Passage,
    /// What is said of it; none where nothing was found.
    pub found: Option<Passage>,
    /// How alike they are: 0 to 100.
    pub likeness: u8,
    /// The words that both have, in the form of the promise, the rarest first: why they were paired.
    pub shared: Vec<String>,
}
