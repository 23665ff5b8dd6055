//! # What it does
//! Divides what a charge brings in by what it pays for, and compares that with the printed cost coverage (kostendekking).
//!
//! # Why it matters
//! Charges such as those for waste and sewers may bring in no more than they cost (Gemeentewet art. 229b), and the section on
//! local charges has to show how that was worked out (BBV art. 10).
//!
//! # Example
//! `2.910.000 ÷ 3.000.000 × 100 = 97,0%`.

use super::{Check, Finding, Subject, percentages};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    percentages::findings(subject, Check::Coverage)
}
