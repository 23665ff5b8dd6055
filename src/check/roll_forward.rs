//! # What it does
//! Adds to what is in a reserve or provision at the begin of a year what is put in, takes off what is taken out, and compares
//! that with what is in it at the end.
//!
//! # Why it matters
//! What is in a reserve can only change by what the council decided to put in or take out (BBV art. 43, 44 and 54). A stock
//! that does not follow from its moves hides a decision or a slip.
//!
//! # Example
//! In it at first 1.250, put in 200, taken out 75: `1.250 + 200 − 75 = 1.375`.

use super::{Check, Finding, Subject, sums};
use crate::document::Law;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    sums::of_tables(subject, Check::RollForward, |_, identity| identity.law == Law::RollForward)
}
