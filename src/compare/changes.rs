//! Amounts side by side.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::FactOf;
use crate::document::{MoneyKind, Phase, decimal};

/// One amount in two volumes or two years: nominal, not corrected for prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Counts in the pair's programme matches; none for the whole.
    pub programme: Option<usize>,
    /// The row that both amounts are of.
    pub row: String,
    /// Which kind of money.
    pub kind: MoneyKind,
    /// The year of the left amount.
    pub left_year: Option<i32>,
    /// The year of the right amount.
    pub right_year: Option<i32>,
    /// The phase of the left amount, where the text says it.
    pub left_phase: Option<Phase>,
    /// The phase of the right amount, where the text says it.
    pub right_phase: Option<Phase>,
    /// The left amount.
    pub left: FactOf,
    /// The right amount.
    pub right: FactOf,
    /// The left amount in euros, with the signs of [`super::Spent`]; a balance is positive where more comes in.
    #[serde(with = "decimal")]
    pub left_euros: Decimal,
    /// The right amount in euros, likewise.
    #[serde(with = "decimal")]
    pub right_euros: Decimal,
    /// Right less left in euros.
    #[serde(with = "decimal")]
    pub difference: Decimal,
    /// That as a percentage of left, with one decimal; none of nothing.
    #[serde(with = "decimal::option")]
    pub relative: Option<Decimal>,
    /// Whether one of the two amounts contradicts a sum that it stands in.
    pub in_doubt: bool,
}
