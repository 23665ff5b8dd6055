//! How a document signs its money.

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// How a document's tables sign expenditure and income, with the numbers that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignConvention {
    /// The convention.
    pub kind: Signs,
    /// The printed words and numbers that bear it out.
    pub spans: Vec<Span>,
}

/// What a minus means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Signs {
    /// Baten have a minus: a negative balance is a surplus.
    IncomeNegative,
    /// Lasten have a minus: a negative balance is a shortage.
    ExpenditureNegative,
    /// Neither has one.
    BothPositive,
    /// N and V, nadeel and voordeel, instead of signs.
    Marks,
}

impl Signs {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::IncomeNegative, Self::ExpenditureNegative, Self::BothPositive, Self::Marks];
}
