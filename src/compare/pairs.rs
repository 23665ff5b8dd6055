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

use super::{
    Change, FactOf, Match, MatchReason, Promise, Spent, TaskFieldShare, Volume,
    amounts::Amounts,
    changes,
    programmes::{Counterparts, matches},
    spent::spent,
};
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

/// The pairs that volumes make by themselves: all within a municipality, what the phases and years of one volume say beside
/// each other, and the municipalities where they are few.
pub(super) fn pairs(documents: &[(&Source, &Document)], volumes: &[Volume], decisions: &Decisions) -> Vec<Pair> {
    let contents: Vec<Amounts> = volumes.iter().map(|volume| Amounts::of(documents, volume)).collect();
    let within = (0..volumes.len()).flat_map(|at| within(volumes, at, &contents[at]));
    let between = related(documents, volumes).into_iter().map(|related| {
        let amounts = [&contents[related.left], &contents[related.right]];
        Beside { documents, volumes, related, amounts }.pair(decisions)
    });
    between.chain(within).collect()
}

/// Any two of the volumes beside each other, the plan or the earlier one on the left whatever order they are named in; the
/// years of one, where it is named twice. None where there are no such two.
pub fn pair(
    documents: &[(&Source, &Document)],
    volumes: &[Volume],
    (one, other): (usize, usize),
    decisions: &Decisions,
) -> Option<Pair> {
    let related = relation(documents, volumes, one, other)?;
    let [left, right] = [related.left, related.right].map(|at| Amounts::of(documents, &volumes[at]));
    if one == other {
        return Some(of_one(volumes, one, &left, Relation::YearsOfOne, changes::of_years(&left)));
    }
    Some(Beside { documents, volumes, related, amounts: [&left, &right] }.pair(decisions))
}

/// What one volume says beside each other.
fn within(volumes: &[Volume], at: usize, amounts: &Amounts) -> Vec<Pair> {
    let found =
        [(Relation::OriginalAndAmended, changes::of_amendment(amounts)), (Relation::YearsOfOne, changes::of_years(amounts))];
    let said = found.into_iter().filter(|(_, changes)| !changes.is_empty());
    said.map(|(relation, changes)| of_one(volumes, at, amounts, relation, changes)).collect()
}

/// A volume beside itself: each of its programmes is the same.
fn of_one(volumes: &[Volume], at: usize, amounts: &Amounts, relation: Relation, changes: Vec<Change>) -> Pair {
    let same = |&fact: &FactOf| Match { left: Some(fact), right: Some(fact), reasons: vec![MatchReason::Name] };
    Pair {
        relation,
        left: at,
        right: at,
        unlike: unlike::unlike([&volumes[at]; 2], [amounts; 2], &changes),
        programmes: volumes[at].programmes.iter().map(same).collect(),
        spent: Vec::new(),
        changes,
        promises: Vec::new(),
        task_fields: Vec::new(),
    }
}

/// Two volumes with their amounts.
struct Beside<'a> {
    documents: &'a [(&'a Source, &'a Document)],
    volumes: &'a [Volume],
    related: Related,
    amounts: [&'a Amounts; 2],
}

impl Beside<'_> {
    fn pair(&self, decisions: &Decisions) -> Pair {
        let Related { relation, left, right } = self.related;
        let sides = [&self.volumes[left], &self.volumes[right]];
        let [left_amounts, right_amounts] = self.amounts;
        let programmes = match relation {
            Relation::Municipalities => Vec::new(),
            _ => matches(self.documents, sides, self.amounts, decisions),
        };
        let counterparts = Counterparts::of(sides[0], sides[1], &programmes);
        let spent = match relation {
            Relation::BudgetAndAccounts => spent(left_amounts, right_amounts, &counterparts),
            _ => Vec::new(),
        };
        let changes = match relation {
            Relation::AgreementAndBudget => Vec::new(),
            Relation::Municipalities => changes::of_wholes(left_amounts, right_amounts),
            _ => changes::between(left_amounts, right_amounts, &counterparts),
        };
        Pair {
            relation,
            left,
            right,
            unlike: unlike::unlike(sides, self.amounts, &changes),
            programmes,
            spent,
            changes,
            promises: Vec::new(),
            task_fields: Vec::new(),
        }
    }
}
