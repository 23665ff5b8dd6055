//! Indicators and ratios: numbers that measure, never money.

use serde::{Deserialize, Serialize};

use rust_decimal::Decimal;

use crate::source::Span;

/// A policy indicator or a ratio (BBV art. 8, 11) with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// What is measured.
    pub name: String,
    /// What it counts in: `per 1.000 inwoners`, `%`.
    pub unit: Option<String>,
    /// Who measured it.
    pub source: Option<String>,
    /// The programme that it stands under.
    pub programme: Option<usize>,
    /// Its values, in the order of the text.
    pub values: Vec<IndicatorValue>,
    /// Its name and its values.
    pub span: Span,
}

/// One value of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorValue {
    /// The number as printed.
    #[serde(with = "super::decimal")]
    pub value: Decimal,
    /// The year that it is of.
    pub year: Option<i32>,
    /// What it is, where the text says so.
    pub role: Option<ValueRole>,
    /// The printed number.
    pub span: Span,
}

/// What a value of an indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ValueRole {
    /// Nulmeting: where it began.
    Baseline,
    /// Streefwaarde, begroting: where it should come.
    Target,
    /// Realisatie: where it is.
    Actual,
    /// Norm, signaalwaarde: where it must stay.
    Norm,
    /// Landelijk: that of the country, to compare with.
    National,
}
