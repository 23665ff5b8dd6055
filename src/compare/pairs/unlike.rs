//! What makes two volumes unlike.

use super::{Unlike, contents::Contents};
use crate::compare::Volume;

/// What makes two volumes unlike, in the order of [`Unlike`].
pub(super) fn unlike([left, right]: [&Volume; 2], contents: [&Contents; 2], is_of_other_phases: bool) -> Vec<Unlike> {
    let is_known = |volume: &Volume| volume.kind.is_some() && volume.year.is_some() && volume.municipality.is_some();
    let said = [
        (Unlike::Kind, differ(left.kind, right.kind)),
        (Unlike::Year, differ(left.year, right.year)),
        (Unlike::Phase, is_of_other_phases),
        (Unlike::Municipality, differ(left.owner.as_ref(), right.owner.as_ref())),
        (Unlike::Unknown, !is_known(left) || !is_known(right)),
        (Unlike::UnitInDoubt, contents.iter().any(|contents| contents.amounts.unit_in_doubt)),
        (Unlike::OnlyAPart, contents.iter().any(|contents| contents.is_a_part)),
    ];
    said.into_iter().filter(|&(_, is_so)| is_so).map(|(unlike, _)| unlike).collect()
}

fn differ<T: PartialEq>(left: Option<T>, right: Option<T>) -> bool {
    left.zip(right).is_some_and(|(left, right)| left != right)
}
