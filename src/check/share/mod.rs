//! # What it does
//! A percentage beside an amount implies a whole: the amount divided by the percentage, within what the rounding of both
//! allows. Shares of one kind in one document must imply the same whole; where that is printed, it must be it. In tables the
//! whole is the total of the column, or an amount of the row. What a percentage is of is inferred, and said to be so.
//!
//! A balance may be far more than a hundred percent: it is then a share of the total balance, which lies near zero while its
//! parts do not.
//!
//! # Why it matters
//! A share is what people remember of a budget, and nobody can see from it whether it is right.
//!
//! # Example
//! `39.884 ÷ 35,55% is about 112,2 million`.

mod cards;
mod groups;
mod parts;
mod whole;

pub use cards::shares_beside;

use super::{Check, Finding, Subject, percentages};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let relations = percentages::relations(subject);
    let in_tables = || relations.iter().filter(|relation| relation.check() == Check::Share);
    let mut found = groups::findings(subject);
    found.extend(in_tables().map(|relation| relation.finding(Check::Share)));
    found.extend(parts::findings(subject.document, in_tables()));
    found
}
