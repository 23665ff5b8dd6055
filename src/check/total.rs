//! # What it does
//! Adds up the rows or columns that a total is of, in every year and phase of a table, and compares the sum with the total.
//! A column of differences is what one column is less the other.
//!
//! # Why it matters
//! The council sets the budget by programme (BBV art. 8 and 17, Gemeentewet art. 189): a total that is not what its rows come
//! to leaves open which of both was decided.
//!
//! # Example
//! `4.216 + 18.905 + 11.483 + 3.128 = 37.732`. Printed `37.372` it differs by 360.

use super::{Check, Finding, Subject, sums};
use crate::document::Law;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    sums::of_tables(subject, Check::Total, |_, identity| matches!(identity.law, Law::Total | Law::Difference))
}
