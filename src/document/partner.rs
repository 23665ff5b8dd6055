//! Organisations that a municipality works with.

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// A named organisation outside the municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// The longest name that the text gives, without an article.
    pub name: String,
    /// The abbreviation that the text ties to the name.
    pub abbreviation: Option<String>,
    /// What it is to the municipality.
    pub role: Role,
    /// Every mention, by name or by abbreviation, in the order of the text.
    pub spans: Vec<Span>,
}

/// What a partner is to the municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// Verbonden partij: the municipality has a say and money in it (BBV art. 1), and the text says so.
    Affiliated,
    /// Named in joint work.
    Mentioned,
}
