//! # What it does
//! Takes income off expenditure, in the way in which the numbers are signed, and compares what is left with the balance that is
//! printed.
//!
//! # Why it matters
//! Lasten, baten and saldo are what the council decides on for each programme (BBV art. 8 and 17). What they mean depends on
//! their signs, which differ from document to document.
//!
//! # Example
//! `54.672.041 − 11.824.266 = 42.847.775`, where income has a minus.

use super::{Check, Finding, Subject, lines, sums};
use crate::document::Law;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = sums::of_tables(subject, Check::Balance, |document, identity| {
        identity.law == Law::Balance && sums::is_of_cost_alone(document, identity)
    });
    found.extend(lines::check(subject, Check::Balance));
    found
}
