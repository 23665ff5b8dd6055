//! # What it does
//! Finds amounts that are a thousand times out of line: the same row and year at 12.099.023 in one table and at 12.099 in
//! another, both read as euros; a row that its table's total holds only a thousandth of; a table in thousands of euros whose
//! numbers are whole euros.
//!
//! # Why it matters
//! A unit may be stated wrongly in the document itself. Nothing else in the table shows it, and every sum, picture and
//! comparison with these amounts would be wrong. So they stay out until a person chooses the unit.
//!
//! # Example
//! `12.099 × 1.000 is about 12.099.000 = 12.099.023`: one of the two tables has another unit than was read.

mod sisters;
mod size;
mod within;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Check, Finding, Operand, Operation, Quantity, Reason, Subject, Sum, Verdict, rounding};
use crate::{
    document::{Document, Figure},
    source::Span,
};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = sisters::findings(subject);
    found.extend(within::findings(subject));
    found.extend(size::findings(subject.document));
    found
}

/// How many times out of line an amount is whose unit is wrong.
fn thousand() -> Decimal {
    Decimal::ONE_THOUSAND
}

/// Amounts that are out of line, with the places whose unit is in doubt.
fn finding(sums: Vec<Sum>, difference: Option<Decimal>, in_doubt: Vec<Span>) -> Finding {
    Finding {
        check: Check::Unit,
        verdict: Verdict::Differs,
        reason: Some(Reason::ThousandTimes),
        sums,
        difference,
        spans: in_doubt,
    }
}

/// `12.099 × 1.000 is about 12.099.000 = 12.099.023`.
fn thousandfold(document: &Document, small: usize, large: usize) -> Sum {
    let (least, most) = rounding::interval(&document.figures[small]);
    let times = |euros: Decimal| euros.saturating_mul(thousand()).normalize();
    let operands = vec![
        Operand { operation: Operation::Plus, quantity: Quantity::Figure(small) },
        Operand { operation: Operation::Times, quantity: Quantity::Given(thousand()) },
        Operand { operation: Operation::IsAbout, quantity: Quantity::Between(times(least), times(most)) },
        Operand { operation: Operation::Equals, quantity: Quantity::Figure(large) },
    ];
    Sum { operands }
}

/// The tables whose unit is in doubt, counted in the document's list. A finding about units has their places, and those of
/// amounts outside tables, as its spans.
pub fn tables_in_doubt(document: &Document, findings: &[Finding]) -> BTreeSet<usize> {
    let doubted = places_in_doubt(findings);
    let is_doubted = |at: &usize| !document.tables[*at].unit.chosen && doubted.contains(&document.tables[*at].span.start);
    (0..document.tables.len()).filter(is_doubted).collect()
}

/// The figures that stay out of sums, pictures and comparisons until a person chooses their unit, counted in the document's
/// list: those of doubted tables, and single ones that a finding about units has among its spans.
pub fn figures_in_doubt(document: &Document, findings: &[Finding]) -> BTreeSet<usize> {
    let tables = tables_in_doubt(document, findings);
    let doubted = places_in_doubt(findings);
    let in_table = |figure: &Figure| {
        let table = figure.table.filter(|table| tables.contains(table));
        table.is_some_and(|table| has_unit_of(document, figure, table))
    };
    let is_doubted = |figure: &Figure| !figure.unit.chosen && (doubted.contains(&figure.span.start) || in_table(figure));
    (0..document.figures.len()).filter(|&at| is_doubted(&document.figures[at])).collect()
}

/// A cell may state a unit of its own.
fn has_unit_of(document: &Document, figure: &Figure, table: usize) -> bool {
    document.tables.get(table).is_some_and(|table| table.unit.factor == figure.unit.factor)
}

fn places_in_doubt(findings: &[Finding]) -> BTreeSet<u32> {
    let doubts = findings.iter().filter(|finding| finding.check == Check::Unit && finding.verdict == Verdict::Differs);
    doubts.flat_map(|finding| &finding.spans).map(|span| span.start).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{check, testing::told},
        decisions::{Decisions, UnitDecision},
        read::read,
        source::Source,
    };

    const EUROS: &str =
        "Lasten\n\nIn euro's\nSoort\t2024\t2025\nJeugdhulp\t12.099.023\t13.411.870\nWegen\t4.310.260\t4.402.911\n\n";

    fn in_thousands(unit: &str) -> String {
        format!("Overzicht\n\n{unit}\nSoort\t2024\t2025\nJeugdhulp\t12.099\t13.412\nWegen\t4.310\t4.403\n\n")
    }

    #[test]
    fn the_same_rows_a_thousand_times_apart() {
        let text = format!("{EUROS}{}", in_thousands("Bedragen in euro's"));
        let told = told(Check::Unit, &text);
        assert_eq!(told.len(), 1);
        assert!(
            told[0].starts_with("Differs: 4.310 x 1000 ~ 4309500..4310500 = 4.310.260")
                || told[0].contains("12.099 x 1000 ~ 12098500..12099500 = 12.099.023"),
            "{told:?}"
        );
    }

    #[test]
    fn tables_in_the_units_that_they_state_agree() {
        assert!(told(Check::Unit, &format!("{EUROS}{}", in_thousands("Bedragen x € 1.000"))).is_empty());
    }

    #[test]
    fn the_table_that_states_no_unit_is_the_one_in_doubt() {
        let document = read(&Source::from_bytes("a", format!("{}{EUROS}", in_thousands("Soorten")).as_bytes()));
        let findings = check(&document);
        assert_eq!(tables_in_doubt(&document, &findings).into_iter().collect::<Vec<_>>(), [0]);
        assert_eq!(figures_in_doubt(&document, &findings).len(), 4);
    }

    #[test]
    fn a_chosen_unit_ends_the_doubt() {
        let mut document = read(&Source::from_bytes("a", format!("{EUROS}{}", in_thousands("Bedragen in euro's")).as_bytes()));
        let before = tables_in_doubt(&document, &check(&document));
        assert_eq!(before.len(), 2);
        let decision = UnitDecision { text: "t".to_owned(), table: document.tables[1].span.start, factor: 1_000 };
        Decisions { units: vec![decision], ..Decisions::default() }.choose_units("t", &mut document);
        assert!(tables_in_doubt(&document, &check(&document)).is_empty());
    }

    #[test]
    fn running_text_may_show_that_a_table_is_wrong() {
        let text = "Begroting 2025\n\nProgramma Zorg\n\nDe lasten van jeugdhulp bedragen in 2025 € 13.411.870.\n\nOverzicht\n\nBedragen in euro's\nSoort\t2024\t2025\nJeugdhulp\t12.099\t13.412\nWegen\t4.310\t4.403\n";
        assert_eq!(told(Check::Unit, text).len(), 1, "{:?}", told(Check::Unit, text));
    }

    #[test]
    fn a_row_that_the_total_holds_a_thousandth_of() {
        let text = "Lasten\n\nBedragen x € 1.000\nSoort\t2024\t2025\nJeugdhulp\t12.099.000\t13.412.000\nWegen\t4.310\t4.403\nSport\t1.205\t1.260\nTotaal\t17.614\t19.075\n";
        let told = told(Check::Unit, text);
        assert!(told[0].starts_with("Differs: 12.099.000 / 1000 +4.310 +1.205 = 17.614; 13.412.000 / 1000"), "{told:?}");
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        assert_eq!(figures_in_doubt(&document, &check(&document)).len(), 2);
    }

    #[test]
    fn a_table_of_more_money_than_there_is() {
        let table = |unit: &str| {
            format!(
                "Lasten\n\n{unit}\nSoort\t2024\t2025\nJeugdhulp\t12.099.023\t13.411.870\nWegen\t4.310.260\t4.402.911\nSport\t21.310.260\t23.402.911\n"
            )
        };
        assert_eq!(told(Check::Unit, &table("Bedragen x € 1.000")), ["Differs: "]);
        assert!(told(Check::Unit, &table("Bedragen in euro's")).is_empty());
    }
}
