//! Findings as a person would write them down, for tests.

#![allow(dead_code, reason = "each test uses some of it")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use begrotingskijker::{
    check::{Finding, Operand, Operation, Quantity},
    document::Document,
};

/// The texts in a folder, by name.
pub(crate) fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of texts");
    let mut texts: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    texts.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    texts.sort();
    texts
}

/// `balance differs: Lasten € 54 − Baten € 11 = Saldo € 43 (1)`.
pub(crate) fn finding(document: &Document, finding: &Finding) -> String {
    let sums: Vec<String> = finding.sums.iter().map(|sum| sum_of(document, &sum.operands)).collect();
    let difference = finding.difference.map_or(String::new(), |difference| format!(" ({difference})"));
    let reason = finding.reason.as_ref().map_or(String::new(), |reason| format!(" [{reason:?}]"));
    format!("{} {:?}: {}{difference}{reason}", finding.check.name(), finding.verdict, sums.join(" | "))
}

fn sum_of(document: &Document, operands: &[Operand]) -> String {
    operands
        .iter()
        .map(|operand| format!("{} {}", sign(operand.operation), quantity(document, &operand.quantity)))
        .collect::<Vec<_>>()
        .join(" ")
}

fn sign(operation: Operation) -> &'static str {
    match operation {
        Operation::Plus => "+",
        Operation::Minus => "−",
        Operation::Times => "×",
        Operation::DividedBy => "/",
        Operation::Equals => "=",
        Operation::IsAbout => "≈",
    }
}

fn quantity(document: &Document, quantity: &Quantity) -> String {
    match quantity {
        Quantity::Figure(at) => {
            let figure = &document.figures[*at];
            let column = figure.column.as_deref().map_or(String::new(), |column| format!(" | {column}"));
            format!("{} <{}{column}>", figure.printed, figure.row)
        }
        Quantity::Percentage(at) => document.percentages[*at].printed.clone(),
        Quantity::Count(at) => document.counts[*at].printed.clone(),
        Quantity::Indicator { indicator, value } => document.indicators[*indicator].values[*value].value.to_string(),
        Quantity::Between(least, most) => format!("{least}..{most}"),
        Quantity::Given(number) => number.to_string(),
    }
}
