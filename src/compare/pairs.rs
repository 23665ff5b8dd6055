//! Which volumes belong beside each other, and what makes them unlike.
//!
//! Within a municipality every pair is made that the budget cycle gives. Municipalities are paired only where they are few:
//! with all others the pairs would grow with the square of their number, and nobody reads them; [`pair`] makes any that is
//! asked for.

mod related;
#[cfg(test)]
mod tests;
mod unlike;

use serde::{Deserialize, Serialize};

use super::{Change, Match, Promise, Spent, TaskFieldShare, Volume};
use crate::{decisions::Decisions, document::Document, source::Source};
use related::{Related, related, relation};

/// Two volumes beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// What they are to each other.
    pub relation: Relation,
    /// The earlier one, or the plan; counts in the volumes.
    pub left: usize,
    /// The later one, or the outcome; the same volume where the pair is of two phases or of the years of one.
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
    /// Accounts and those of a later year.
    AccountsAndNext,
    /// A budget as first set, and as amended: two volumes, or two phases in one.
    OriginalAndAmended,
    /// A coalition agreement and a budget of its years.
    AgreementAndBudget,
    /// The years that one volume prints side by side.
    YearsOfOne,
    /// Two municipalities.
    Municipalities,
    /// Any other two, because a person chose them.
    Chosen,
}

/// What makes two volumes unlike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unlike {
    /// Other kinds of document.
    Kind,
    /// Other years.
    Year,
    /// Other phases of the budget cycle: the amounts are of an amended budget on one side only.
    Phase,
    /// Other municipalities.
    Municipality,
    /// Of one of them the kind, the year or the municipality is not known.
    Unknown,
    /// Amounts of one of them are left out, because their unit is in doubt.
    UnitInDoubt,
    /// One of them is a part of a publication.
    OnlyAPart,
}

/// The pairs that volumes make by themselves: all within a municipality, and the municipalities where they are few.
pub(super) fn pairs(documents: &[(&Source, &Document)], volumes: &[Volume], decisions: &Decisions) -> Vec<Pair> {
    related(documents, volumes).into_iter().map(|related| beside(documents, volumes, related, decisions)).collect()
}

/// Any two of the volumes beside each other, the plan or the earlier one on the left whatever order they are named in; none
/// where there are no such two.
pub fn pair(
    documents: &[(&Source, &Document)],
    volumes: &[Volume],
    (one, other): (usize, usize),
    decisions: &Decisions,
) -> Option<Pair> {
    let related = relation(documents, volumes, one, other)?;
    Some(beside(documents, volumes, related, decisions))
}

fn beside(_documents: &[(&Source, &Document)], volumes: &[Volume], related: Related, _decisions: &Decisions) -> Pair {
    let Related { relation, left, right } = related;
    Pair {
        relation,
        left,
        right,
        unlike: unlike::unlike(&volumes[left], &volumes[right]),
        programmes: Vec::new(),
        spent: Vec::new(),
        changes: Vec::new(),
        promises: Vec::new(),
        task_fields: Vec::new(),
    }
}
