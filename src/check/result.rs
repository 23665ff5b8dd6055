//! # What it does
//! Adds to the balance before reserves what is put into reserves and what is taken out of them, and compares that with the
//! result.
//!
//! # Why it matters
//! The budget and the accounts show both the balance of expenditure and income and the result after moves of reserves (BBV
//! art. 17 and 27). A result that does not follow from them shows a year better or worse than it is.
//!
//! # Example
//! A balance of 29.553, of which 150 more is put in and 600 taken out: `29.553 + 150 − 600 = 29.103`.

use super::{Check, Finding, Subject, lines, sums};
use crate::document::Law;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = sums::of_tables(subject, Check::Result, |document, identity| {
        identity.law == Law::Balance && !sums::is_of_cost_alone(document, identity)
    });
    found.extend(lines::check(subject, Check::Result));
    found
}
