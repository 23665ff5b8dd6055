//! What a bar chart shows.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::document::decimal;

/// Bars in groups, such as budget and accounts for each programme.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Chart {
    /// What each bar of a group stands for, in their order.
    pub series: Vec<Series>,
    /// The groups from top to bottom.
    pub groups: Vec<Group>,
}

/// What one bar of every group stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Its name, as shown.
    pub name: String,
}

/// The bars beside one label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its label, as shown.
    pub name: String,
    /// A bar for each series; none where the text prints no amount.
    pub bars: Vec<Option<Bar>>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// Its length, in euros.
    #[serde(with = "decimal")]
    pub euros: Decimal,
    /// The amount as shown beside it.
    pub label: String,
}
