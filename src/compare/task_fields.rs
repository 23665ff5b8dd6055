//! The national task fields (BBV art. 66; Iv3): the only classification that all municipalities share.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::FactOf;
use crate::document::{MoneyKind, decimal};

/// One task field in two volumes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskFieldShare {
    /// Its code in the list of the year: `6.2`.
    pub code: String,
    /// Its name in that list.
    pub name: String,
    /// Which kind of money.
    pub kind: MoneyKind,
    /// What it is on either side.
    pub sides: [Side; 2],
}

/// A task field in one volume.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The figures that it was summed from: local subcodes are rolled up.
    pub figures: Vec<FactOf>,
    /// Their sum in euros.
    #[serde(with = "decimal")]
    pub euros: Decimal,
    /// As a percentage of all task fields of that kind of money, with one decimal.
    #[serde(with = "decimal::option")]
    pub share: Option<Decimal>,
    /// Euros an inhabitant; none where their number is not known.
    #[serde(with = "decimal::option")]
    pub per_inhabitant: Option<Decimal>,
}
