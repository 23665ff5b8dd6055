//! Programmes, and the first two of the three W questions: what do we want to achieve, what do we do for it.

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// A programme: a coherent set of activities with a budget (BBV art. 8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// The number as printed (`2`, `P5`, `5A`), without a final full stop.
    pub number: Option<String>,
    /// The name, without the word "Programma".
    pub name: String,
    /// Where it is named first as such.
    pub span: Span,
    /// Its parts, in the order of the text.
    pub parts: Vec<Part>,
}

/// A named piece of a programme (deelprogramma, thema, beleidsveld, pijler).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The number as printed.
    pub number: Option<String>,
    /// The name, without a level word.
    pub name: String,
    /// Where it is named first as such.
    pub span: Span,
}

/// A goal: what the municipality wants to achieve, or what it says it achieved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// The line above the text, where there is one.
    pub title: Option<String>,
    /// The text; empty where only a title is printed.
    pub text: String,
    /// Title and text together.
    pub span: Span,
    /// The programme that it stands under.
    pub programme: Option<usize>,
}

/// A measure: what the municipality does, or did, for its goals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The programme that it stands under.
    pub programme: Option<usize>,
    /// The goal that it stands under.
    pub goal: Option<usize>,
}
