//! Several documents beside each other: what became of a budget, what changes from year to year, what others do.
//!
//! Documents that are pages of one publication are one [`Volume`]; volumes that belong beside each other are a [`Pair`].
//! Whatever a pair says names the figures that it was worked out from. Nothing is guessed: what one side does not print is
//! none, and whatever makes the two unlike is said before any number.

mod amounts;
mod changes;
#[cfg(test)]
mod examples;
mod pairs;
mod partners;
mod passages;
mod programmes;
mod repeats;
mod sentences;
mod spent;
mod task_fields;
mod volumes;

use serde::{Deserialize, Serialize};

pub use changes::Change;
pub use pairs::{Pair, Relation, Unlike, pair};
pub use partners::{PartnerAcross, Presence, SameBecause};
pub use passages::{Passage, Promise};
pub use programmes::{Match, MatchReason};
pub use repeats::Repeat;
pub use spent::{Direction, Spent};
pub use task_fields::{Side, TaskFieldShare};
pub use volumes::{Volume, volumes};

use crate::{decisions::Decisions, document::Document, source::Source};

/// A fact of one of several documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FactOf {
    /// Counts in the documents that are compared.
    pub document: usize,
    /// Counts in that document's list of such facts.
    pub fact: usize,
}

/// What several documents say beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Comparison {
    /// The documents, the pages of a publication together.
    pub volumes: Vec<Volume>,
    /// The volumes that belong beside each other.
    pub pairs: Vec<Pair>,
    /// The partners of all of them, one under all its names.
    pub partners: Vec<PartnerAcross>,
    /// The same figure in two documents.
    pub repeats: Vec<Repeat>,
}

/// Compares documents. Municipalities are paired only where they are few: [`pair`] puts any two volumes beside each other.
pub fn compare(documents: &[(&Source, &Document)], decisions: &Decisions) -> Comparison {
    let volumes = volumes(documents, decisions);
    let pairs = pairs::pairs(documents, &volumes, decisions);
    let partners = partners::partners(documents, &volumes, decisions);
    let repeats = repeats::repeats(documents, &volumes);
    Comparison { volumes, pairs, partners, repeats }
}
