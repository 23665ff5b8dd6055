//! Which volumes belong beside each other, and what makes them unlike.
//!
//! Within a municipality every pair is made that the budget cycle gives. Municipalities are paired only where they are few:
//! with all others the pairs would grow with the square of their number, and nobody reads them; [`pair`] makes any that is
//! asked for.

mod contents;
mod related;
#[cfg(test)]
mod tests;
mod unlike;

use serde::{Deserialize, Serialize};

use super::{
    Change, FactOf, Match, MatchReason, Promise, Spent, TaskFieldShare, Volume, changes,
    passages::promises,
    programmes::{Counterparts, matches},
    spent::spent,
    task_fields::task_fields,
};
use crate::{
    decisions::Decisions,
    document::{Document, Phase},
    source::Source,
};
use contents::Contents;
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
    /// Other phases of the budget cycle than the two are by themselves: what was realised stands beside the amended budget,
    /// or what is of one phase beside another.
    Phase,
    /// Other municipalities.
    Municipality,
    /// Of one of them the kind, the year or the municipality is not known.
    Unknown,
    /// Amounts of one of them are left out, because their unit is in doubt.
    UnitInDoubt,
    /// One of them does not show itself as a whole: what is missing in it may stand elsewhere.
    OnlyAPart,
}

/// The pairs that volumes make by themselves: all within a municipality, what the phases and years of one volume say beside
/// each other, and the municipalities where they are few.
pub(super) fn pairs(documents: &[(&Source, &Document)], volumes: &[Volume], decisions: &Decisions) -> Vec<Pair> {
    let contents: Vec<Contents> = volumes.iter().map(|volume| Contents::of(documents, volume)).collect();
    let within = (0..volumes.len()).flat_map(|at| within(volumes, at, &contents[at]));
    let between = related(documents, volumes).into_iter().map(|related| {
        let contents = [&contents[related.left], &contents[related.right]];
        Beside { documents, volumes, related, contents }.pair(decisions)
    });
    // Who opens two documents wants them beside each other, whatever they are.
    between.filter(|pair| volumes.len() == 2 || !is_idle(pair)).chain(within).collect()
}

/// Municipalities of which nothing of one year, and nothing else, stands beside each other.
fn is_idle(pair: &Pair) -> bool {
    pair.relation == Relation::Municipalities
        && pair.unlike.contains(&Unlike::Year)
        && pair.changes.is_empty()
        && pair.task_fields.is_empty()
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
    let [left, right] = [related.left, related.right].map(|at| Contents::of(documents, &volumes[at]));
    if one == other {
        return Some(of_one(volumes, one, &left, Relation::YearsOfOne, changes::of_years(&left.amounts)));
    }
    Some(Beside { documents, volumes, related, contents: [&left, &right] }.pair(decisions))
}

/// What one volume says beside each other.
fn within(volumes: &[Volume], at: usize, contents: &Contents) -> Vec<Pair> {
    let amounts = &contents.amounts;
    let found =
        [(Relation::OriginalAndAmended, changes::of_amendment(amounts)), (Relation::YearsOfOne, changes::of_years(amounts))];
    let said = found.into_iter().filter(|(_, changes)| !changes.is_empty());
    said.map(|(relation, changes)| of_one(volumes, at, contents, relation, changes)).collect()
}

/// A volume beside itself: each of its programmes is the same.
fn of_one(volumes: &[Volume], at: usize, contents: &Contents, relation: Relation, changes: Vec<Change>) -> Pair {
    let same = |&fact: &FactOf| Match { left: Some(fact), right: Some(fact), reasons: vec![MatchReason::Name] };
    Pair {
        relation,
        left: at,
        right: at,
        unlike: unlike::unlike([&volumes[at]; 2], [contents; 2], changes.iter().any(Change::is_of_other_phases)),
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
    contents: [&'a Contents; 2],
}

impl Beside<'_> {
    fn pair(&self, decisions: &Decisions) -> Pair {
        let Related { relation, left, right } = self.related;
        let [left_amounts, right_amounts] = self.contents.map(|contents| &contents.amounts);
        let volumes = [&self.volumes[left], &self.volumes[right]];
        let programmes = match relation {
            Relation::Municipalities | Relation::AgreementAndBudget => Vec::new(),
            _ => matches(self.documents, volumes, [left_amounts, right_amounts], decisions),
        };
        let counterparts = Counterparts::of(volumes, &programmes);
        let spent = match relation {
            Relation::BudgetAndAccounts => spent(left_amounts, right_amounts, &counterparts),
            _ => Vec::new(),
        };
        let changes = match relation {
            Relation::AgreementAndBudget => Vec::new(),
            Relation::Municipalities => changes::of_wholes(left_amounts, right_amounts),
            Relation::OriginalAndAmended => changes::by_amendment(left_amounts, right_amounts, &counterparts),
            _ => changes::between(left_amounts, right_amounts, &counterparts),
        };
        let is_of_other_phases = match relation {
            Relation::BudgetAndAccounts => spent.iter().any(|spent| spent.phase == Some(Phase::AmendedBudget)),
            _ => changes.iter().any(Change::is_of_other_phases),
        };
        Pair {
            relation,
            left,
            right,
            unlike: unlike::unlike(volumes, self.contents, is_of_other_phases),
            programmes,
            spent,
            changes,
            promises: self.promises(),
            task_fields: task_fields(&self.contents[0].fields, &self.contents[1].fields),
        }
    }

    /// What an agreement or a plan promises is looked for in what the same municipality wrote later of the same years.
    fn promises(&self) -> Vec<Promise> {
        let Related { relation, left, right } = self.related;
        match relation {
            Relation::BudgetAndAccounts | Relation::AgreementAndBudget => {
                promises(self.documents, &self.volumes[left], &self.volumes[right])
            }
            _ => Vec::new(),
        }
    }
}
