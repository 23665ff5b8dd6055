//! What was realised of what was budgeted.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::FactOf;
use crate::document::{MoneyKind, Phase, decimal};

/// What became of one budgeted amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// Counts in the pair's programme matches; none for the whole.
    pub programme: Option<usize>,
    /// The row that both amounts are of.
    pub row: String,
    /// Which kind of money.
    pub kind: MoneyKind,
    /// What was budgeted.
    pub budgeted: FactOf,
    /// What was realised.
    pub realised: FactOf,
    /// Euros, with expenditure and income both positive whatever the document's signs.
    #[serde(with = "decimal")]
    pub budgeted_euros: Decimal,
    /// Euros, likewise.
    #[serde(with = "decimal")]
    pub realised_euros: Decimal,
    /// Realised as a percentage of budgeted, with one decimal; none of nothing.
    #[serde(with = "decimal::option")]
    pub share: Option<Decimal>,
    /// What that means for the municipality.
    pub direction: Direction,
    /// Which budget was budgeted: the amended one where it is printed; none where the text does not say.
    pub phase: Option<Phase>,
    /// Whether one of the two amounts contradicts a sum that it stands in.
    pub in_doubt: bool,
}

/// What a difference means for the municipality (BBV art. 28: voordelig, nadelig).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// Voordelig: less expenditure, more income.
    Favourable,
    /// Nadelig: more expenditure, less income.
    Unfavourable,
    /// No difference, or one that is neither.
    Neutral,
}
