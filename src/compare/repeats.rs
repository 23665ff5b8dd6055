//! The same figure in two documents must be the same.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{FactOf, Volume};
use crate::{
    check::Verdict,
    document::{Document, decimal},
    source::Source,
};

/// One figure in two documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    /// The one.
    pub left: FactOf,
    /// The other.
    pub right: FactOf,
    /// Whether they are the same.
    pub verdict: Verdict,
    /// In euros: right less left.
    #[serde(with = "decimal")]
    pub difference: Decimal,
    /// Printed figures of either document that explain the difference.
    pub explained_by: Vec<FactOf>,
}

pub(super) fn repeats(_documents: &[(&Source, &Document)], _volumes: &[Volume]) -> Vec<Repeat> {
    Vec::new()
}
