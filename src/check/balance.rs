//! To be written.

use super::{Finding, Subject};

pub(super) fn check(_subject: &Subject<'_>) -> Vec<Finding> {
    Vec::new()
}
