//! What the checks found, in the shapes of the export.

use super::{names::Named, to_wire::places, wire};
use crate::{
    check::{Finding, Operand, Operation, Quantity, Reason, Sum},
    decisions::{FindingMark, Marks},
    document::Document,
};

/// The findings of one document; `text` is the SHA-256 of its words.
pub(super) fn findings(text: &str, document: &Document, findings: &[Finding], marks: &Marks<'_>) -> Vec<wire::Finding> {
    findings.iter().map(|found| finding(text, document, found, marks)).collect()
}

fn finding(text: &str, document: &Document, finding: &Finding, marks: &Marks<'_>) -> wire::Finding {
    let key = finding.key(document);
    wire::Finding {
        check: finding.check.name().to_owned(),
        verdict: finding.verdict.name().to_owned(),
        reason: finding.reason.as_ref().map(|reason| reason.name().to_owned()),
        reason_about: finding.reason.as_ref().and_then(reason_about),
        difference: finding.difference.map(|difference| difference.to_string()),
        terms: if let [sum] = &finding.sums[..] { terms(sum).unwrap_or_default() } else { Vec::new() },
        spans: places(&finding.places(document)),
        mark: marks.find(text, &key).map(mark),
        key,
        sums: finding.sums.iter().map(sum).collect(),
    }
}

fn mark(mark: &FindingMark) -> wire::FindingMark {
    wire::FindingMark { judgement: mark.judgement.word(), note: mark.note.clone() }
}

fn reason_about(reason: &Reason) -> Option<String> {
    match reason {
        Reason::NotFound(prescribed) => Some(prescribed.name().to_owned()),
        Reason::Signed(signs) => Some(signs.word()),
        _ => None,
    }
}

/// The figures of a sum of plus and minus alone; none of any other sum.
fn terms(sum: &Sum) -> Option<Vec<wire::Term>> {
    sum.operands.iter().map(term).collect()
}

fn term(operand: &Operand) -> Option<wire::Term> {
    let Quantity::Figure(figure) = operand.quantity else { return None };
    let sign = match operand.operation {
        Operation::Plus => "+",
        Operation::Minus => "-",
        Operation::Equals => "=",
        Operation::Times | Operation::DividedBy | Operation::IsAbout => return None,
    };
    Some(wire::Term { figure, sign: sign.to_owned() })
}

fn sum(sum: &Sum) -> wire::Sum {
    wire::Sum { operands: sum.operands.iter().map(operand).collect() }
}

fn operand(operand: &Operand) -> wire::Operand {
    let mut written = wire::Operand {
        operation: operand.operation.word(),
        figure: None,
        percentage: None,
        count: None,
        indicator: None,
        between: None,
        given: None,
    };
    match operand.quantity {
        Quantity::Figure(figure) => written.figure = Some(figure),
        Quantity::Percentage(percentage) => written.percentage = Some(percentage),
        Quantity::Count(count) => written.count = Some(count),
        Quantity::Indicator { indicator, value } => written.indicator = Some(wire::IndicatorValueOf { indicator, value }),
        Quantity::Between(least, most) => written.between = Some([least, most].map(|end| end.to_string())),
        Quantity::Given(number) => written.given = Some(number.to_string()),
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Check, Verdict},
        decisions::Decisions,
    };

    #[test]
    fn the_terms_of_several_sums_are_not_run_together() {
        let operand = |operation, at| Operand { operation, quantity: Quantity::Figure(at) };
        let one = Sum { operands: vec![operand(Operation::Plus, 0), operand(Operation::Equals, 1)] };
        let terms = |count: usize| {
            let sums = vec![one.clone(); count];
            let (check, verdict) = (Check::Chain, Verdict::OtherScope);
            let finding = Finding { check, verdict, reason: None, sums, difference: None, spans: Vec::new() };
            let written = findings("", &Document::default(), &[finding], &Marks::of(&Decisions::default()));
            (written[0].terms.len(), written[0].sums.len())
        };
        assert_eq!([terms(1), terms(2)], [(2, 1), (0, 2)]);
    }
}
