//! What a check says of a text, in words that tests can hold beside it.

use super::{Finding, Operation, Quantity, Subject};
use crate::{document::Document, read, source::Source};

/// A line a finding: its verdict, its reason, its sums with the printed numbers, the words at its places.
pub(in crate::check) fn said(check: fn(&Subject<'_>) -> Vec<Finding>, text: &str) -> Vec<String> {
    let source = Source::from_bytes("a", text.as_bytes());
    let document = read(&source);
    let findings = check(&Subject::new(&document));
    findings.iter().map(|finding| line(&source, &document, finding)).collect()
}

/// Asserts what a check says of a text.
pub(in crate::check) fn assert_said(check: fn(&Subject<'_>) -> Vec<Finding>, text: &str, expected: &[&str]) {
    assert_eq!(said(check, text), expected, "{text}");
}

fn line(source: &Source, document: &Document, finding: &Finding) -> String {
    let mut words = vec![format!("{:?}", finding.verdict)];
    words.extend(finding.reason.as_ref().map(|reason| format!("({reason:?})")));
    for sum in &finding.sums {
        for operand in &sum.operands {
            words.push(sign(operand.operation).to_owned());
            words.push(number(source, document, &operand.quantity));
        }
    }
    words.extend(finding.spans.iter().map(|&span| format!("<{}>", source.cut(span))));
    words.join(" ")
}

fn sign(operation: Operation) -> &'static str {
    match operation {
        Operation::Plus => "+",
        Operation::Minus => "-",
        Operation::Times => "x",
        Operation::DividedBy => ":",
        Operation::Equals => "=",
        Operation::IsAbout => "~",
    }
}

fn number(source: &Source, document: &Document, quantity: &Quantity) -> String {
    match quantity {
        Quantity::Between(least, most) => format!("{least}..{most}"),
        Quantity::Given(number) => number.to_string(),
        printed => printed.span(document).map(|span| source.cut(span).to_owned()).unwrap_or_default(),
    }
}
