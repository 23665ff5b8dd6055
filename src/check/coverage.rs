//! # What it does
//! Divides what a charge brings in by what it pays for, and compares that with the printed cost coverage (kostendekking).
//!
//! # Why it matters
//! Charges such as those for waste and sewers may bring in no more than they cost (Gemeentewet art. 229b), and the section on
//! local charges has to show how that was worked out (BBV art. 10).
//!
//! # Example
//! `2.910.000 ÷ 3.000.000 × 100 = 97,0%`.

use super::{
    Check, Finding, Operand, Operation, Quantity, Subject, Sum,
    percentages::{Form, Topic, implied},
    rounding,
};
use crate::{
    document::{Document, Figure},
    scan::words::folded,
};

/// The totals stand no farther before a percentage in a line of its own.
const FARTHEST_BYTES: u32 = 600;
/// So many amounts before it are looked at.
const MOST_AMOUNTS: usize = 8;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = super::percentages::findings(subject, Check::Coverage);
    found.extend(below_totals(subject));
    found
}

/// `Totale kosten`, `Totale opbrengsten` and `Kostendekkendheid`, each in a line of its own.
fn below_totals(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    let mut order: Vec<usize> = (0..document.figures.len()).filter(|&at| subject.counts(at)).collect();
    crate::source::sort_by_rank(&mut order, |&at| document.figures[at].span.rank());
    let is_coverage = |about: &str| Topic::of(about) == Some(Topic::Coverage) && about.split(' ').count() <= MOST_WORDS;
    let percentages = document.percentages.iter().enumerate();
    let percentages = percentages.filter(|(_, found)| found.about.as_deref().is_some_and(|about| is_coverage(&folded(about))));
    percentages.filter_map(|(at, _)| of_totals(document, &order, at)).collect()
}

/// A sentence says more words than the label of a line.
const MOST_WORDS: usize = 4;

fn of_totals(document: &Document, order: &[usize], percentage: usize) -> Option<Finding> {
    let printed = &document.percentages[percentage];
    let behind = order.partition_point(|&at| document.figures[at].span.start < printed.span.start);
    let near = |at: &&usize| printed.span.start.saturating_sub(document.figures[**at].span.end) <= FARTHEST_BYTES;
    let before: Vec<usize> = order[..behind].iter().rev().take(MOST_AMOUNTS).take_while(near).copied().collect();
    // A row that has its own amounts is judged as one.
    let has_own = before.first().is_some_and(|&at| printed.about.as_deref() == Some(document.figures[at].row.as_str()));
    let last = |names: &[&str]| before.iter().copied().find(|&at| is_total_of(&document.figures[at], names));
    let costs = last(&["kosten", "lasten", "uitgaven"]).filter(|_| !has_own)?;
    let income = last(&["opbrengsten", "baten", "inkomsten"])?;
    let implied = implied(Form::Ratio, &document.figures[income], &document.figures[costs])?.of_size();
    let operands = vec![
        Operand { operation: Operation::Plus, quantity: Quantity::Figure(income) },
        Operand { operation: Operation::DividedBy, quantity: Quantity::Figure(costs) },
        Operand { operation: Operation::Times, quantity: Quantity::Given(rust_decimal::Decimal::ONE_HUNDRED) },
        Operand { operation: Operation::IsAbout, quantity: implied.quantity() },
        Operand { operation: Operation::Equals, quantity: Quantity::Percentage(percentage) },
    ];
    Some(Finding {
        check: Check::Coverage,
        verdict: implied.verdict(printed.value, rounding::of_percentage(printed)),
        reason: None,
        sums: vec![Sum { operands }],
        difference: Some(rounding::told(implied.exact.saturating_sub(printed.value))),
        spans: Vec::new(),
    })
}

/// Whether a row is the total of all costs, or of all income: `Totale kosten`, with nothing behind it.
fn is_total_of(figure: &Figure, names: &[&str]) -> bool {
    let row = folded(&figure.row);
    let own = row.rsplit_once("tota").map_or("", |(_, own)| own);
    let rest = own.trim_start_matches("le ").trim_start_matches("al ");
    !own.is_empty() && figure.column.is_none() && names.contains(&rest.trim_end_matches(':').trim())
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, testing::told};

    fn table(rows: &str) -> String {
        format!("Leges\n\nIn euro's\nSoort\tLasten\tBaten\tKostendekking\n{rows}")
    }

    #[test]
    fn income_is_divided_by_costs() {
        let text = table("Paspoort\t84.200\t117.120\t139%\nRijbewijs\t80.000\t60.000\t75%\n");
        assert_eq!(
            told(Check::Coverage, &text),
            ["Holds: 117.120 / 84.200 x 100 ~ 139.1..139.1 = 139%", "Holds: 60.000 / 80.000 x 100 ~ 75..75 = 75%",]
        );
    }

    #[test]
    fn one_row_is_enough_where_costs_and_income_are_named() {
        assert!(told(Check::Coverage, &table("Paspoort\t84.200\t117.120\t183%\n"))[0].starts_with("Differs"));
    }

    #[test]
    fn costs_in_several_columns_leave_open_what_is_covered() {
        let text =
            "Leges\n\nIn euro's\nSoort\tLasten\tOverhead lasten\tBaten\tKostendekking\nPaspoort\t84.200\t10.000\t117.120\t99%\n";
        assert!(told(Check::Coverage, text).is_empty());
    }

    const LINES: &str = "Riolering\n\nIn euro's\nKosten taakveld   1.840.500\nOverhead   212.300\nTotaal toerekenbare kosten   629.500\nTotale kosten   2.470.000\nTotale opbrengsten   2.450.240\nKostendekkendheid   99,2%\n";

    #[test]
    fn totals_in_lines_above_it_are_enough() {
        assert_eq!(told(Check::Coverage, LINES), ["Holds: 2.450.240 / 2.470.000 x 100 ~ 99.2..99.2 = 99,2%"]);
        assert!(told(Check::Coverage, &LINES.replace("2.450.240", "2.550.240"))[0].starts_with("Differs"));
    }

    #[test]
    fn amounts_that_are_no_totals_are_not_divided() {
        assert!(told(Check::Coverage, &LINES.replace("Totale opbrengsten", "Opbrengsten belasting")).is_empty());
    }
}
