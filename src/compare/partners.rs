//! One partner under all its names, in all documents.

use serde::{Deserialize, Serialize};

use super::{FactOf, Volume};
use crate::{
    decisions::Decisions,
    document::{Document, Role},
    source::Source,
};

/// A partner across documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerAcross {
    /// The fullest of its names.
    pub name: String,
    /// Every name and abbreviation that it goes by, the fullest first.
    pub names: Vec<String>,
    /// Why they are taken for one partner.
    pub because: Vec<SameBecause>,
    /// The volumes that speak of it.
    pub presence: Vec<Presence>,
}

/// What one volume says of a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Counts in the volumes.
    pub volume: usize,
    /// The partners of its documents that are this one.
    pub partners: Vec<FactOf>,
    /// What it is to the municipality: affiliated if it is so anywhere.
    pub role: Role,
    /// How often it is spoken of.
    pub mentions: usize,
    /// Amounts that stand beside its name, in the same row or sentence.
    pub figures: Vec<FactOf>,
}

/// Why two names are taken for one partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SameBecause {
    /// The same name, but for case, accents and articles.
    Name,
    /// The same abbreviation, and nothing against it.
    Abbreviation,
    /// One text ties the name to the abbreviation.
    Tied,
    /// Their names are alike.
    AlikeName,
    /// A person said so.
    Person,
}

pub(super) fn partners(_documents: &[(&Source, &Document)], _volumes: &[Volume], _decisions: &Decisions) -> Vec<PartnerAcross> {
    Vec::new()
}
