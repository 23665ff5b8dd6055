//! Shares of one total that list all of its parts: together they are a hundred percent.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{
    check::{Check, Finding, Operand, Operation, Quantity, Sum, Verdict, percentages::Relation, rounding},
    document::Document,
};

/// A finding for each total whose parts all have a share.
pub(super) fn findings<'a>(document: &Document, relations: impl Iterator<Item = &'a Relation>) -> Vec<Finding> {
    let mut wholes: BTreeMap<usize, Vec<&Relation>> = BTreeMap::new();
    for relation in relations {
        wholes.entry(relation.whole).or_default().push(relation);
    }
    wholes.into_iter().filter_map(|(whole, parts)| finding(document, whole, &parts)).collect()
}

/// None where the amounts do not come to the whole: then parts are missing, or some are parts of others.
fn finding(document: &Document, whole: usize, parts: &[&Relation]) -> Option<Finding> {
    let figures = || parts.iter().map(|part| &document.figures[part.part]).chain([&document.figures[whole]]);
    let amounts = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(document.figures[part.part].euros));
    let missed = amounts.saturating_sub(document.figures[whole].euros);
    if parts.len() < 2 || rounding::verdict(missed, rounding::bound(figures())) == Verdict::Differs {
        return None;
    }
    let shares = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.printed));
    let bound = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.half));
    let difference = shares.saturating_sub(Decimal::ONE_HUNDRED).normalize();
    let added = parts.iter().map(|part| Operand { operation: Operation::Plus, quantity: part.share.clone() });
    let hundred = Operand { operation: Operation::Equals, quantity: Quantity::Given(Decimal::ONE_HUNDRED) };
    Some(Finding {
        check: Check::Share,
        verdict: rounding::verdict(difference, bound),
        reason: None,
        sums: vec![Sum { operands: added.chain([hundred]).collect() }],
        difference: Some(difference),
        spans: Vec::new(),
    })
}
