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

use std::collections::BTreeSet;

use super::{Check, Finding, Reason, Subject, Verdict, beside::has_problem, lines, sums};
use crate::document::{Code, Document, TermSign};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = sums::of_tables(subject, Check::Total);
    found.extend(lines::differences(subject));
    found.extend(unplaced(subject));
    sums::in_order(subject.document, found)
}

/// Totals that nothing is known to come to, because the columns of numbers in their table are not known.
fn unplaced(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    let terms = document.identities.iter().flat_map(|identity| &identity.terms);
    let outcomes: BTreeSet<usize> = terms.filter(|term| term.sign == TermSign::Equals).map(|term| term.figure).collect();
    let is_unplaced =
        |at: &usize| document.figures.get(*at).is_some_and(|figure| has_problem(document, figure, Code::ColumnUnknown));
    let mut found = Vec::new();
    for table in &document.tables {
        let figures = table.rows.iter().flat_map(|row| &row.figures);
        if figures.into_iter().any(is_unplaced) {
            let totals = table.rows.iter().filter(|row| row.total && row.figures.iter().any(|at| subject.counts(*at)));
            let open = totals.filter(|row| !row.figures.iter().any(|at| outcomes.contains(at)));
            found.extend(open.map(|row| unchecked(document, &row.figures)));
        }
    }
    found
}

fn unchecked(document: &Document, figures: &[usize]) -> Finding {
    let spans = figures.iter().filter_map(|&at| Some(document.figures.get(at)?.span)).collect();
    let (check, verdict, reason) = (Check::Total, Verdict::Unchecked, Some(Reason::ColumnUnknown));
    Finding { check, verdict, reason, sums: Vec::new(), difference: None, spans }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        sums::testing::findings(Check::Total, &format!("Begroting 2024\n\nBedragen x € 1.000\n{text}"), expected);
    }

    #[test]
    fn rows_and_columns() {
        let rows = "Post\t2024\t2025\tTotaal\nWonen\t1.250\t1.310\t2.560\nZorg\t4.075\t3.980\t8.055\n";
        check(
            &format!("{rows}Totaal\t5.325\t5.290\t10.615\n"),
            &[
                "holds 1.250 + 1.310 = 2.560",
                "holds 4.075 + 3.980 = 8.055",
                "holds 1.250 + 4.075 = 5.325",
                "holds 1.310 + 3.980 = 5.290",
                "holds 2.560 + 8.055 = 10.615",
                "holds 5.325 + 5.290 = 10.615",
            ],
        );
    }

    #[test]
    fn one_wrong_digit_in_one_column() {
        let rows = "Post\t2024\nWonen\t11.250\nZorg\t24.075\nSport\t3.118\n";
        check(&format!("{rows}Totaal\t38.443\n"), &["holds 11.250 + 24.075 + 3.118 = 38.443"]);
        check(&format!("{rows}Totaal\t38.743\n"), &["differs 11.250 + 24.075 + 3.118 = 38.743 by -300000"]);
    }

    #[test]
    fn a_total_of_more_than_is_shown_is_no_error() {
        check("Post\t2024\nWonen\t11.250\nZorg\t24.075\nSport\t3.118\nTotaal\t52.961\n", &[]);
    }

    #[test]
    fn differences_of_columns() {
        let rows = "Post\tBegroting 2024\tRekening 2024\tVerschil\nWonen\t1.250\t1.310\t-60\nZorg\t4.075\t3.980\t95\nSport\t";
        check(&format!("{rows}820\t811\t9\n"), &["holds 1.250 - 1.310 = -60", "holds 4.075 - 3.980 = 95", "holds 820 - 811 = 9"]);
        check(
            &format!("{rows}820\t811\t19\n"),
            &["holds 1.250 - 1.310 = -60", "holds 4.075 - 3.980 = 95", "differs 820 - 811 = 19 by -10000"],
        );
    }

    #[test]
    fn what_is_replaced_is_not_summed() {
        check(
            "Post\tWas\tWordt\nWonen\t11.250\t11.350\nZorg\t24.075\t24.075\nTotaal\t35.325\t35.425\n",
            &["holds 11.350 + 24.075 = 35.425"],
        );
    }

    #[test]
    fn numbers_without_a_column_are_not_summed() {
        check("Post 2024 2025 2026\nWonen 100 100\nTotaal 100 100\n", &["unchecked ColumnUnknown"]);
    }

    #[test]
    fn a_total_that_no_place_of_lost_cells_explains() {
        let rows = "Post 2024 2025 2026 2027\nWonen 3.900 4.100 2.700 2.710\nZorg 10.500 12.500 14.500 16.500\nFeest 600 450\n";
        check(
            &format!("{rows}Totaal 15.000 17.050 17.200 19.210\n"),
            &[
                "usedforreading 3.900 + 10.500 + 600 = 15.000",
                "usedforreading 4.100 + 12.500 + 450 = 17.050",
                "usedforreading 2.700 + 14.500 = 17.200",
                "usedforreading 2.710 + 16.500 = 19.210",
            ],
        );
        check(&format!("{rows}Totaal 15.000 17.050 18.200 19.210\n"), &["differs 2.700 + 14.500 + 600 = 18.200 by -400000"]);
    }
}
