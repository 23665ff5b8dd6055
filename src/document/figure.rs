//! Money and percentages.

use serde::{Deserialize, Serialize};

use rust_decimal::Decimal;

use crate::source::Span;

/// One printed amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What the amount is of: the row's label with its group, or the clause's head in running text.
    pub row: String,
    /// The full header above it; none in running text, in label-value lines, and where the column is not known.
    pub column: Option<String>,
    /// The year that it is about.
    pub year: Option<i32>,
    /// The programme that it stands under.
    pub programme: Option<usize>,
    /// Which kind of money it is.
    pub kind: MoneyKind,
    /// The phase of the budget cycle that it belongs to.
    pub phase: Option<Phase>,
    /// The digits as printed, with sign, without the currency.
    pub printed: String,
    /// The unit that it was read in.
    pub unit: Unit,
    /// Printed number times unit, with the sign as printed.
    #[serde(with = "super::decimal")]
    pub euros: Decimal,
    /// Favourable or unfavourable, where the text marks it; never a sign.
    pub mark: Option<Mark>,
    /// Structural or incidental, where the text says so.
    pub permanence: Option<Permanence>,
    /// Whether the text itself replaces it.
    pub status: Option<Status>,
    /// The table that it stands in.
    pub table: Option<usize>,
    /// The printed page.
    pub page: Option<u32>,
    /// The doubts about it; none means sure.
    pub problems: Vec<usize>,
    /// The printed number.
    pub span: Span,
}

/// Which kind of money a figure is (BBV art. 17, 27).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MoneyKind {
    /// Lasten, uitgaven.
    Expenditure,
    /// Baten, inkomsten.
    Income,
    /// Saldo, resultaat.
    Balance,
    /// A move to or from a reserve, or what is in it.
    Reserve,
    /// An amount per inhabitant or household, or a value such as that of a house.
    Indicator,
    /// Anything else.
    Other,
}

/// The phase of the budget cycle that an amount belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// Primitieve begroting: as first set.
    OriginalBudget,
    /// Begroting na wijziging.
    AmendedBudget,
    /// Begroting, where the text does not say which.
    Budget,
    /// Raming, prognose: a year ahead.
    Estimate,
    /// Rekening, realisatie.
    Actual,
    /// Verschil, afwijking.
    Difference,
}

/// The unit of a printed amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Euros for each 1 printed: 1, 1 000, 100 000 or 1 000 000.
    pub factor: u32,
    /// Whether the text states it; else it was assumed to be euros.
    pub stated: bool,
    /// Whether a person chose it, whatever the text states.
    pub chosen: bool,
    /// The words that state it.
    pub span: Option<Span>,
}

/// A mark beside an amount instead of a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mark {
    /// V, voordelig.
    Favourable,
    /// N, nadelig.
    Unfavourable,
}

/// Whether money comes back every year (BBV art. 19 sub c).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Permanence {
    /// Structureel.
    Structural,
    /// Incidenteel.
    Incidental,
}

/// What a document says about a figure of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// An amendment puts another in its place (`Was`, `Wordt`): it counts in no sum.
    Superseded,
}

/// A number with a percent sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Percentage {
    /// As printed, without a sign before it.
    pub printed: String,
    /// The number: 35.55 for `35,55%`.
    #[serde(with = "super::decimal")]
    pub value: Decimal,
    /// What it is of, in the text's own words.
    pub about: Option<String>,
    /// The programme that it stands under.
    pub programme: Option<usize>,
    /// Where it stands.
    pub span: Span,
}

/// A number in a table that is no money and has no percent sign: a count, a price's number of pieces, a share below a header
/// that says so, a ratio.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// What it is of: its row's label with its group.
    pub row: String,
    /// The full header above it, where that is known.
    pub column: Option<String>,
    /// The table that it stands in.
    pub table: usize,
    /// As printed.
    pub printed: String,
    /// The number, with the sign as printed.
    #[serde(with = "super::decimal")]
    pub value: Decimal,
    /// The printed number.
    pub span: Span,
}

#[cfg(test)]
impl Figure {
    /// An amount that tests change to what they need: 12 euros, in a unit that the text states.
    pub(crate) fn example() -> Self {
        Self {
            row: "Lasten".to_owned(),
            column: None,
            year: None,
            programme: None,
            kind: MoneyKind::Expenditure,
            phase: None,
            printed: "12".to_owned(),
            unit: Unit { factor: 1, stated: true, chosen: false, span: None },
            euros: Decimal::from(12),
            mark: None,
            permanence: None,
            status: None,
            table: None,
            page: None,
            problems: Vec::new(),
            span: Span::default(),
        }
    }
}
