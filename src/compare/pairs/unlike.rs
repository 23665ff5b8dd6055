//! What makes two volumes unlike.

use super::Unlike;
use crate::compare::Volume;

/// What two volumes themselves say that makes them unlike, in the order of [`Unlike`].
pub(super) fn unlike(left: &Volume, right: &Volume) -> Vec<Unlike> {
    let mut unlike = Vec::new();
    unlike.extend(differ(left.kind, right.kind).then_some(Unlike::Kind));
    unlike.extend(differ(left.year, right.year).then_some(Unlike::Year));
    unlike.extend(differ(left.municipality.as_ref(), right.municipality.as_ref()).then_some(Unlike::Municipality));
    let is_known = |volume: &Volume| volume.kind.is_some() && volume.year.is_some() && volume.municipality.is_some();
    unlike.extend((!is_known(left) || !is_known(right)).then_some(Unlike::Unknown));
    unlike
}

fn differ<T: PartialEq>(left: Option<T>, right: Option<T>) -> bool {
    left.zip(right).is_some_and(|(left, right)| left != right)
}
