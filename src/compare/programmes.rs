//! Which programmes of two volumes are the same.

use serde::{Deserialize, Serialize};

use super::FactOf;

/// Two programmes that are the same, or one without a counterpart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// In the left volume.
    pub left: Option<FactOf>,
    /// In the right one.
    pub right: Option<FactOf>,
    /// Why; none for one without a counterpart.
    pub reasons: Vec<MatchReason>,
}

/// Why two programmes are taken for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MatchReason {
    /// They have the same number.
    Number,
    /// They have the same name.
    Name,
    /// Their names are alike.
    AlikeName,
    /// They share parts.
    Parts,
    /// A person said so.
    Person,
}
