//! # What it does
//! Works out the prescribed ratios (BBV art. 11; Regeling vaststelling kengetallen): net debt, solvency, structural room,
//! land development and the tax burden. Only where all of their parts are printed in one table with them: by the letters of
//! the formula that the text gives, or else by the names of the parts.
//!
//! # Why it matters
//! The council and the provincial supervisor judge a municipality by these numbers, and compare it with others by them.
//!
//! # Example
//! `(A + B + C − D − E − F − G) ÷ H × 100 = 61,4%`.

mod formula;
mod printed;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Check, Finding, Operand, Operation, Quantity, Reason, Subject, Sum, Verdict, percentages::Implied, rounding};
use crate::document::{Document, Row};
use formula::Formula;
use printed::{Printed, Ratio, ratios};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let relations = || subject.relations().iter().filter(|relation| relation.check() == Check::Ratio);
    let place = |quantity: &Quantity| quantity.span(subject.document).map(|span| span.start);
    let judged: BTreeSet<u32> = relations().filter_map(|relation| place(&relation.share)).collect();
    let mut found: Vec<Finding> = relations().map(|relation| relation.finding(Check::Ratio)).collect();
    for ratio in ratios(subject.document) {
        let is_judged = |printed: &Printed| place(&printed.quantity).is_some_and(|place| judged.contains(&place));
        if !ratio.values.iter().any(is_judged) {
            found.extend(of_ratio(subject, &ratio));
        }
    }
    found
}

/// So many years must follow from parts that are known by their names before one that does not is called wrong.
const FEWEST_WITNESSES: usize = 2;

/// The findings about one ratio, a column each.
fn of_ratio(subject: &Subject<'_>, ratio: &Ratio<'_>) -> Vec<Finding> {
    let Some(formula) = Formula::of(ratio) else { return Vec::new() };
    let column = |at: usize| judged(subject, &formula, ratio, at);
    let mut found: Vec<Finding> = (0..ratio.values.len()).filter_map(column).collect();
    let wrong = found.iter().filter(|finding| finding.verdict == Verdict::Differs).count();
    let right = found.len() - wrong;
    let is_borne_out = wrong <= right && (right >= FEWEST_WITNESSES || formula.is_printed);
    let is_sure = is_borne_out || found.len() == 1 && formula.is_printed;
    for finding in found.iter_mut().filter(|finding| finding.verdict == Verdict::Differs && !is_sure) {
        finding.verdict = Verdict::Unchecked;
        finding.reason = Some(Reason::PartsUnknown);
    }
    found
}

/// One column: what its parts come to, and what is printed.
fn judged(subject: &Subject<'_>, formula: &Formula<'_>, ratio: &Ratio<'_>, column: usize) -> Option<Finding> {
    let printed = ratio.values.get(column)?;
    let part = |row: &Row| figure_of(subject, row, ratio.values.len(), column, printed);
    let parts: Option<Vec<(usize, bool)>> = formula.parts.iter().map(|(row, minus)| Some((part(row)?, *minus))).collect();
    let (parts, whole) = (parts?, part(formula.whole)?);
    let implied = implied(subject.document, &parts, whole)?;
    Some(Finding {
        check: Check::Ratio,
        verdict: implied.verdict(printed.value, printed.half),
        reason: None,
        sums: vec![sum(&parts, whole, implied, printed)],
        difference: Some(rounding::told(implied.exact.saturating_sub(printed.value))),
        spans: Vec::new(),
    })
}

/// The amount of a row that stands in the column of a value: rows have as many amounts as the ratio has values.
fn figure_of(subject: &Subject<'_>, row: &Row, columns: usize, column: usize, printed: &Printed) -> Option<usize> {
    let figure = *row.figures.get(column).filter(|_| row.figures.len() == columns)?;
    let year = subject.document.figures.get(figure)?.year;
    let is_of_year = year.is_none() || printed.year.is_none() || year == printed.year;
    (is_of_year && subject.counts(figure)).then_some(figure)
}

/// What the parts come to, in percent of the whole, with what their rounding leaves open.
fn implied(document: &Document, parts: &[(usize, bool)], whole: usize) -> Option<Implied> {
    let figure = |at: usize| &document.figures[at];
    let signed = |(at, minus): &(usize, bool)| if *minus { -figure(*at).euros } else { figure(*at).euros };
    let sum = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(signed(part)));
    let bound = rounding::bound(parts.iter().map(|(at, _)| figure(*at)));
    let (half, size) = (rounding::of(figure(whole)), figure(whole).euros);
    let percent = |sum: Decimal, whole: Decimal| sum.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    let ends = |sum: Decimal| Some([percent(sum, size.saturating_sub(half))?, percent(sum, size.saturating_add(half))?]);
    let [first, second] = ends(sum.saturating_sub(bound))?;
    let [third, fourth] = ends(sum.saturating_add(bound))?;
    let least = first.min(second).min(third).min(fourth);
    let most = first.max(second).max(third).max(fourth);
    Some(Implied { exact: percent(sum, size)?, least, most })
}

fn sum(parts: &[(usize, bool)], whole: usize, implied: Implied, printed: &Printed) -> Sum {
    let part = |&(at, minus): &(usize, bool)| {
        let operation = if minus { Operation::Minus } else { Operation::Plus };
        Operand { operation, quantity: Quantity::Figure(at) }
    };
    let operands = parts.iter().map(part).chain([
        Operand { operation: Operation::DividedBy, quantity: Quantity::Figure(whole) },
        Operand { operation: Operation::Times, quantity: Quantity::Given(Decimal::ONE_HUNDRED) },
        Operand { operation: Operation::IsAbout, quantity: implied.quantity() },
        Operand { operation: Operation::Equals, quantity: printed.quantity.clone() },
    ]);
    Sum { operands: operands.collect() }
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, testing::told};

    const DEBT: &str = "Paragraaf weerstandsvermogen\n\nNetto schuldquote\n\nBedragen x € 1.000\nOmschrijving\tRekening 2023\tBegroting 2024\tBegroting 2025\nA Vaste schulden\t61.200\t63.100\t65.300\nB Netto vlottende schuld\t4.100\t5.200\t4.900\nC Overlopende passiva\t8.300\t8.100\t8.000\nD Financiële activa\t2.400\t2.300\t2.200\nE Uitzettingen korter dan 1 jaar\t9.700\t8.800\t8.100\nF Liquide middelen\t310\t300\t300\nG Overlopende activa\t3.200\t3.100\t3.000\nH Totale baten\t98.200\t101.400\t105.289\nNetto schuldquote (A+B+C-D-E-F-G)/H x 100%\t59,1%\t61,0%\t61,4%\n";

    #[test]
    fn the_printed_formula_is_followed() {
        let told = told(Check::Ratio, DEBT);
        assert_eq!(told.len(), 3, "{told:?}");
        assert_eq!(told[0], "Holds: 61.200 +4.100 +8.300 -2.400 -9.700 -310 -3.200 / 98.200 x 100 ~ 59.05..59.06 = 59,1%");
    }

    #[test]
    fn one_year_that_does_not_follow_is_wrong() {
        let told = told(Check::Ratio, &DEBT.replace("61,0%", "64,0%"));
        assert!(told[1].starts_with("Differs") && told[2].starts_with("Holds"), "{told:?}");
    }

    #[test]
    fn where_no_year_follows_the_parts_are_others() {
        let text = DEBT.replace("H Totale baten\t98.200\t101.400\t105.289", "H Totale baten\t198.200\t201.400\t205.289");
        assert!(told(Check::Ratio, &text).iter().all(|line| line.starts_with("Unchecked")));
    }

    #[test]
    fn without_a_formula_the_names_of_the_parts_tell() {
        let text = "Solvabiliteit\n\nBedragen x € 1.000\nOmschrijving\tRekening 2023\tBegroting 2024\tBegroting 2025\nEigen vermogen\t41.200\t40.100\t39.300\nBalanstotaal\t119.000\t120.200\t121.900\nSolvabiliteitsratio\t34,6%\t33,4%\t32,2%\n";
        let told = told(Check::Ratio, text);
        assert_eq!(told.first().map(String::as_str), Some("Holds: 41.200 / 119.000 x 100 ~ 34.62..34.62 = 34,6%"));
        assert_eq!(told.len(), 3);
    }

    #[test]
    fn one_year_that_follows_is_enough_for_a_printed_formula_alone() {
        let table = |formula: &str, parts: [&str; 2]| {
            let [part, whole] = parts;
            format!(
                "Solvabiliteit\n\nBedragen x € 1.000\nOmschrijving\tRekening 2023\tBegroting 2024\n{part}\t41.200\t40.100\n{whole}\t119.000\t120.200\nSolvabiliteitsratio{formula}\t34,6%\t38,4%\n"
            )
        };
        let named = told(Check::Ratio, &table("", ["Eigen vermogen", "Balanstotaal"]));
        assert!(named[0].starts_with("Holds") && named[1].starts_with("Unchecked"), "{named:?}");
        let printed = told(Check::Ratio, &table(" (A/B) x 100%", ["A Eigen vermogen", "B Balanstotaal"]));
        assert!(printed[0].starts_with("Holds") && printed[1].starts_with("Differs"), "{printed:?}");
    }

    #[test]
    fn a_ratio_without_its_parts_is_left_alone() {
        let text = "Kengetallen\n\nOmschrijving\tRekening 2023\tBegroting 2024\tBegroting 2025\nNetto schuldquote\t59,1%\t61,0%\t61,4%\nSolvabiliteitsratio\t34,6%\t33,4%\t32,2%\n";
        assert!(told(Check::Ratio, text).is_empty());
    }

    #[test]
    fn a_ratio_of_many_decimals_does_no_harm() {
        for sign in ["", "%"] {
            told(Check::Ratio, &format!("Solvabiliteitsratio: 0,0000000000000000000000000001{sign}\n"));
            told(
                Check::Ratio,
                &format!("Kengetallen\n\nNaam\t2024\nSolvabiliteitsratio\t0,0000000000000000000000000001{sign}\n"),
            );
        }
    }

    #[test]
    fn the_tax_burden_is_compared_with_that_of_the_country() {
        let text = "Woonlasten\n\nIn euro's\nOmschrijving\t2023\t2024\t2025\nE Totale woonlasten voor gezin\t860\t885\t910\nF Woonlasten landelijk gemiddelde voor gezin in t-1\t904\t944\t994\nWoonlasten ten opzichte van landelijk gemiddelde\t95,1%\t93,8%\t91,5%\n";
        let told = told(Check::Ratio, text);
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(told.iter().all(|line| line.starts_with("Holds")));
    }
}
