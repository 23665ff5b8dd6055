//! Sums that a document prints: which figures must add up to which, and whether they do.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An accounting identity between figures of one table: a balance and its sides, a total and its parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The table that all terms stand in.
    pub table: usize,
    /// What kind of sum it is.
    pub law: Law,
    /// The figures in it.
    pub terms: Vec<Term>,
    /// Whether it holds.
    pub outcome: Outcome,
    /// In euros: what is printed as the sum less what is summed.
    #[serde(with = "super::decimal")]
    pub difference: Decimal,
    /// Whether it was used to decide which column a figure stands in: it then proves nothing.
    pub used_for_reading: bool,
}

/// A kind of sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Law {
    /// A total is the sum of its parts.
    Total,
    /// A balance is what comes in, less what goes out.
    Balance,
    /// What is in a reserve at last is what was in it at first and what was put in, less what was taken out.
    RollForward,
    /// A difference is one amount less the other.
    Difference,
}

/// A figure in an identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Counts in the document's list.
    pub figure: usize,
    /// Its side of the identity.
    pub sign: TermSign,
}

/// How a figure counts in an identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TermSign {
    /// It is added.
    Plus,
    /// It is subtracted.
    Minus,
    /// It is what comes out.
    Equals,
}

/// Whether an identity holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// To the last digit.
    Holds,
    /// But for what rounding to the printed unit can explain: half a unit for each figure in it.
    Rounding,
    /// By more than rounding explains.
    Differs,
}
