//! The amount of a risk times its chance.

use rust_decimal::Decimal;

use crate::{
    check::{Check, Finding, Operand, Operation, Quantity, Sum, Verdict, percentages::Relation, rounding},
    document::Document,
};

/// `1.000 × 70% is between 695 and 705 = 700`.
pub(super) fn finding(document: &Document, relation: &Relation) -> Finding {
    let (whole, part) = (&document.figures[relation.whole], &document.figures[relation.part]);
    let (half, half_share) = (rounding::of(whole), relation.half);
    let times = |amount: Decimal, percent: Decimal| amount.saturating_mul(percent) / Decimal::ONE_HUNDRED;
    let size = whole.euros.abs();
    let least = times(size.saturating_sub(half), relation.printed.saturating_sub(half_share));
    let most = times(size.saturating_add(half), relation.printed.saturating_add(half_share));
    let product = times(size, relation.printed);
    let difference = product.saturating_sub(part.euros.abs());
    let to_the_digit = difference.abs() <= rounding::of(part);
    let verdict = match relation.verdict {
        _ if to_the_digit => Verdict::Holds,
        Verdict::Holds => Verdict::Rounding,
        other => other,
    };
    let operands = vec![
        Operand { operation: Operation::Plus, quantity: Quantity::Figure(relation.whole) },
        Operand { operation: Operation::Times, quantity: relation.share.clone() },
        Operand { operation: Operation::IsAbout, quantity: Quantity::Between(rounding::told(least), rounding::told(most)) },
        Operand { operation: Operation::Equals, quantity: Quantity::Figure(relation.part) },
    ];
    Finding {
        check: Check::Product,
        verdict,
        reason: None,
        sums: vec![Sum { operands }],
        difference: Some(rounding::told(difference)),
        spans: Vec::new(),
    }
}
