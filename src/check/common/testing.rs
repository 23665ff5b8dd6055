//! What tests say about the findings of a text.

use super::{Check, Finding, Operation, Quantity, check};
use crate::{document::Document, read::read, source::Source};

/// The findings of one check, a line each: the verdict, then its sums in the numbers as printed.
pub(in crate::check) fn told(which: Check, text: &str) -> Vec<String> {
    let source = Source::from_bytes("a", text.as_bytes());
    let document = read(&source);
    let findings = check(&document).into_iter().filter(|finding| finding.check == which);
    findings.map(|finding| line(&source.text, &document, &finding)).collect()
}

fn line(text: &str, document: &Document, finding: &Finding) -> String {
    let sums: Vec<String> = finding
        .sums
        .iter()
        .map(|sum| {
            let words = sum
                .operands
                .iter()
                .map(|operand| format!("{}{}", sign(operand.operation), number(text, document, &operand.quantity)));
            words.collect::<Vec<_>>().join(" ").trim_start_matches('+').to_owned()
        })
        .collect();
    format!("{:?}: {}", finding.verdict, sums.join("; "))
}

fn sign(operation: Operation) -> &'static str {
    match operation {
        Operation::Plus => "+",
        Operation::Minus => "-",
        Operation::Times => "x ",
        Operation::DividedBy => "/ ",
        Operation::Equals => "= ",
        Operation::IsAbout => "~ ",
    }
}

fn number(text: &str, document: &Document, quantity: &Quantity) -> String {
    match (quantity, quantity.span(document)) {
        (_, Some(span)) => span.of(text).to_owned(),
        (Quantity::Between(least, most), _) => format!("{least}..{most}"),
        (Quantity::Given(number), _) => number.to_string(),
        _ => "?".to_owned(),
    }
}
