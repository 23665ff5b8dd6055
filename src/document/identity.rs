//! What document this is: its kind, its years, its municipality.

use serde::{Deserialize, Serialize};

use crate::source::{Span, Spanned};

/// A document of the budget cycle (BBV art. 7 to 11, 24; Gemeentewet art. 190, 197).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Begroting, programmabegroting: the plan for a year.
    Budget,
    /// Jaarstukken, jaarrekening, jaarverslag: what came of it.
    AnnualAccounts,
    /// Kadernota, voorjaarsnota, perspectiefnota: choices ahead of a budget.
    FrameworkMemorandum,
    /// Bestuursrapportage, najaarsnota: a budget halfway its year.
    InterimReport,
    /// Coalitieakkoord, bestuursprogramma: what the coalition agreed for four years.
    CoalitionAgreement,
    /// No document of a municipality's budget cycle: a province's, an association's, advice for households.
    Other,
}

/// A council term, first and last year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// The year of the elections that began it.
    pub from: i32,
    /// The year of the elections that end it.
    pub to: i32,
}

/// A municipality as the text names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// Its name, without the word "gemeente".
    pub name: String,
    /// Its code at Statistics Netherlands (`GM0321`); none for a name that is not in their list.
    pub code: Option<String>,
    /// The words that support it.
    pub spans: Vec<Span>,
}

/// When a published page was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Stamps {
    /// When the page was built.
    pub built: Option<Spanned<DateTime>>,
    /// When the data in it was exported.
    pub exported: Option<Spanned<DateTime>>,
}

/// A moment as printed, in the publisher's own time; no zone is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DateTime {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 31.
    pub day: u32,
    /// Hour, 0 to 23.
    pub hour: u32,
    /// Minute, 0 to 59.
    pub minute: u32,
    /// Second, 0 to 59.
    pub second: u32,
}
