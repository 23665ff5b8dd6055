//! What makes two volumes unlike.

use super::Unlike;
use crate::{
    compare::{Change, Volume, amounts::Amounts},
    document::Phase,
};

/// What makes two volumes unlike, in the order of [`Unlike`].
pub(super) fn unlike([left, right]: [&Volume; 2], amounts: [&Amounts; 2], changes: &[Change]) -> Vec<Unlike> {
    let is_known = |volume: &Volume| volume.kind.is_some() && volume.year.is_some() && volume.municipality.is_some();
    let said = [
        (Unlike::Kind, differ(left.kind, right.kind)),
        (Unlike::Year, differ(left.year, right.year)),
        (Unlike::Phase, changes.iter().any(is_of_other_phases)),
        (Unlike::Municipality, differ(left.municipality.as_ref(), right.municipality.as_ref())),
        (Unlike::Unknown, !is_known(left) || !is_known(right)),
        (Unlike::UnitInDoubt, amounts.iter().any(|amounts| amounts.unit_in_doubt)),
    ];
    said.into_iter().filter(|&(_, is_so)| is_so).map(|(unlike, _)| unlike).collect()
}

fn differ<T: PartialEq>(left: Option<T>, right: Option<T>) -> bool {
    left.zip(right).is_some_and(|(left, right)| left != right)
}

/// Whether two amounts are of phases that the texts name and that are not the same. A budget of which nobody says which may
/// be any.
fn is_of_other_phases(change: &Change) -> bool {
    let Some((left, right)) = change.left_phase.zip(change.right_phase) else { return false };
    let is_plan = |phase| matches!(phase, Phase::Budget | Phase::OriginalBudget | Phase::Estimate);
    left != right && !(is_plan(left) && is_plan(right))
}
