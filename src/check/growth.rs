//! # What it does
//! Works out a printed percentage of growth or change from the two amounts percentages it: `mutatie in %` between two years, or
//! between a budget and its accounts. Of several columns the pair counts that explains most of the percentages.
//!
//! # Why it matters
//! Readers take the percentage and leave the amounts. After an amendment the amounts are renewed and the percentage is left.
//!
//! # Example
//! `1.296 ÷ 1.200 × 100 − 100 = 8,0%`.

use super::{Check, Finding, Subject, percentages};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    percentages::findings(subject, Check::Growth)
}
