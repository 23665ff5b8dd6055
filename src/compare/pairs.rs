//! Which volumes belong beside each other, and what makes them unlike.

use serde::{Deserialize, Serialize};

use super::{Change, Match, Promise, Spent, TaskFieldShare, Volume};
use crate::{decisions::Decisions, document::Document, source::Source};

/// Two volumes beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// What they are to each other.
    pub relation: Relation,
    /// The earlier one, or the plan; counts in the volumes.
    pub left: usize,
    /// The later one, or the outcome.
    pub right: usize,
    /// What makes them unlike: it is said before any number.
    pub unlike: Vec<Unlike>,
    /// The programmes of both.
    pub programmes: Vec<Match>,
    /// What was realised of what was budgeted.
    pub spent: Vec<Spent>,
    /// Amounts side by side, the largest change first.
    pub changes: Vec<Change>,
    /// What was promised, beside what is said of it later.
    pub promises: Vec<Promise>,
    /// The national task fields that both have.
    pub task_fields: Vec<TaskFieldShare>,
}

/// What two volumes are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Relation {
    /// A budget and the accounts of its year.
    BudgetAndAccounts,
    /// A budget and that of a later year.
    BudgetAndNext,
    /// A budget as first set, and as amended.
    OriginalAndAmended,
    /// A coalition agreement and a budget of its years.
    AgreementAndBudget,
    /// Two municipalities.
    Municipalities,
}

/// What makes two volumes unlike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unlike {
    /// Other kinds of document.
    Kind,
    /// Other years.
    Year,
    /// Other phases of the budget cycle.
    Phase,
    /// Other municipalities.
    Municipality,
    /// One of them is a part of a publication.
    OnlyAPart,
}

pub(super) fn pairs(_documents: &[(&Source, &Document)], _volumes: &[Volume], _decisions: &Decisions) -> Vec<Pair> {
    Vec::new()
}
