//! # What it does
//! Adds to what is in a reserve or provision at the begin of a year what is put in, takes off what is taken out, and compares
//! that with what is in it at the end; and compares what is in it at the end of a year with what the next one begins with.
//!
//! # Why it matters
//! What is in a reserve can only change by what the council decided to put in or take out (BBV art. 43, 44 and 54). A stock
//! that does not follow from its moves hides a decision or a slip.
//!
//! # Example
//! In it at first 1.250, put in 200, taken out 75: `1.250 + 200 − 75 = 1.375`.

use std::collections::BTreeMap;

use super::{Check, Finding, Subject, Verdict, sums};
use crate::{
    check::sums::Equation,
    document::{Figure, Law},
};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = sums::of_tables(subject, Check::RollForward);
    found.extend(years(subject));
    sums::in_order(subject.document, found)
}

/// What a year ends with and the next begins with, in tables with a column for each year. Plans of different moments need not
/// agree: one that fails is told only where others of its table hold.
fn years(subject: &Subject<'_>) -> Vec<Finding> {
    let mut by_table: BTreeMap<usize, Vec<Finding>> = BTreeMap::new();
    let stocks: Vec<(usize, Equation)> = stocks(subject);
    for pair in stocks.windows(2) {
        let [(table, year), (same, next)] = pair else { continue };
        let Some(opening) = next.terms.first().map(|(opening, _)| *opening).filter(|_| table == same) else { continue };
        let carried = Equation { terms: vec![(year.outcome, false)], outcome: opening, used_for_reading: year.used_for_reading };
        if follows(subject, &carried) {
            by_table.entry(*table).or_default().extend(sums::judge(subject, Check::RollForward, &carried));
        }
    }
    let holds = |finding: &Finding| matches!(finding.verdict, Verdict::Holds | Verdict::Rounding);
    for findings in by_table.values_mut() {
        let bears_out = findings.iter().any(holds);
        findings.retain(|finding| bears_out || holds(finding));
    }
    by_table.into_values().flatten().collect()
}

/// The stocks of tables with their moves, those of one row from column to column.
fn stocks(subject: &Subject<'_>) -> Vec<(usize, Equation)> {
    let identities = subject.document.identities.iter().filter(|identity| identity.law == Law::RollForward);
    identities.filter_map(|identity| Some((identity.table, Equation::of(identity)?))).collect()
}

/// Whether an amount is of the year behind that of another, in the same phase and in the row of openings.
fn follows(subject: &Subject<'_>, carried: &Equation) -> bool {
    let figures: Vec<&Figure> = carried.figures(subject.document).collect();
    let [closing, opening] = figures[..] else { return false };
    let years = closing.year.zip(opening.year);
    years.is_some_and(|(year, next)| year + 1 == next) && closing.phase == opening.phase && closing.row != opening.row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        sums::testing::findings(Check::RollForward, &format!("Jaarrekening 2024\n\nBedragen x € 1.000\n{text}"), expected);
    }

    #[test]
    fn from_column_to_column() {
        let rows = "Reserve\tStand 1-1-2024\tToevoeging\tOnttrekking\tStand 31-12-2024\nAlgemeen\t6.412\t380\t1.125\t5.667\nWegen\t2.655\t900\t742\t";
        check(&format!("{rows}2.813\n"), &["holds 6.412 + 380 - 1.125 = 5.667", "holds 2.655 + 900 - 742 = 2.813"]);
        check(&format!("{rows}2.913\n"), &["holds 6.412 + 380 - 1.125 = 5.667", "differs 2.655 + 900 - 742 = 2.913 by -100000"]);
    }

    #[test]
    fn from_year_to_year() {
        let rows = "Post\t2024\t2025\t2026\nStand 1 januari\t1.840\t2.015\t2.247\nToevoeging\t420\t435\t450\nOnttrekking\t245\t203\t388\nStand 31 december\t2.015\t2.247\t2.309\n";
        check(
            rows,
            &[
                "holds 2.015 = 2.015",
                "holds 2.247 = 2.247",
                "holds 1.840 + 420 - 245 = 2.015",
                "holds 2.015 + 435 - 203 = 2.247",
                "holds 2.247 + 450 - 388 = 2.309",
            ],
        );
    }
}
