//! # What it does
//! Multiplies: the amount of a risk by its chance, a price by the number sold, a contribution per inhabitant by the number of
//! inhabitants. Only where all three are printed in one row, and where most rows of the table show that they belong together.
//!
//! # Why it matters
//! The money that a municipality needs for its risks (BBV art. 11) is a sum of such products. A chance that was changed without
//! its product makes that sum wrong.
//!
//! # Example
//! `1.000 × 70% = 700`.

mod chance;
mod number;

use super::{Check, Finding, Subject, percentages};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let chances = percentages::relations(subject).into_iter().filter(|relation| relation.check() == Check::Product);
    let chances = chances.map(|relation| chance::finding(subject.document, &relation));
    chances.chain(number::findings(subject)).collect()
}
