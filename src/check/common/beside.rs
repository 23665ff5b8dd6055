//! The same number in two places: whether both agree, and whether it is certain that they are the same.
//!
//! Two tables that look alike are not yet about the same thing: one may leave out what the other has in it. What they agree on
//! shows whether they are. So a difference is called one only where the numbers around it agree: the other two sides of the
//! same sum, the same row in other years, or the whole column; and where no second number beside it differs, for a difference
//! in scope moves the balance and the total too.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Operand, Operation, Quantity, Sum, Verdict, rounding};
use crate::document::{Code, Document, Figure};

/// How two figures compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Compared {
    /// In euros: the left amount less the right one, without their signs, which differ from table to table.
    pub(crate) difference: Decimal,
    /// Whether they agree.
    pub(crate) verdict: Verdict,
    /// Whether both are nothing: that they agree shows nothing.
    pub(crate) is_nothing: bool,
}

/// Compares two figures that should be the same; none where they are a hundred times apart, for then a unit is in question.
pub(crate) fn compare(left: &Figure, right: &Figure) -> Option<Compared> {
    const FARTHEST: u32 = 100;
    let (one, other) = (left.euros.abs(), right.euros.abs());
    let is_far = one.max(other) > one.min(other).saturating_mul(Decimal::from(FARTHEST)) && !one.min(other).is_zero();
    let difference = one.saturating_sub(other);
    let verdict = rounding::verdict(difference, rounding::bound([left, right]));
    (!is_far).then_some(Compared { difference, verdict, is_nothing: one.is_zero() && other.is_zero() })
}

/// Whether a figure has a doubt.
pub(crate) fn has_problem(document: &Document, figure: &Figure, code: Code) -> bool {
    figure.problems.iter().any(|&problem| document.problems.get(problem).is_some_and(|problem| problem.code == code))
}

/// Numbers that stand around a compared one, and how many of them agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    pub(crate) compared: usize,
    /// Without those that are nothing.
    pub(crate) agree: usize,
    pub(crate) differ: usize,
}

impl Tally {
    fn add(&mut self, compared: Compared) {
        self.compared += 1;
        self.differ += usize::from(compared.verdict == Verdict::Differs);
        self.agree += usize::from(compared.verdict != Verdict::Differs && !compared.is_nothing);
    }
}

/// The tallies of all surroundings, each by a key that those in it share.
pub(crate) struct Surroundings<K>(BTreeMap<K, Tally>);

impl<K: Ord> Surroundings<K> {
    pub(crate) fn of(compared: impl Iterator<Item = (K, Compared)>) -> Self {
        let mut tallies: BTreeMap<K, Tally> = BTreeMap::new();
        for (key, compared) in compared {
            tallies.entry(key).or_default().add(compared);
        }
        Self(tallies)
    }

    pub(crate) fn at(&self, key: &K) -> Tally {
        self.0.get(key).copied().unwrap_or_default()
    }
}

/// `a = b`, as a person would write it down.
pub(in crate::check) fn equation(left: usize, right: usize) -> Sum {
    Sum { operands: vec![operand(Operation::Plus, left), operand(Operation::Equals, right)] }
}

/// What is printed elsewhere and makes the smaller amount the larger one: `smaller + other = larger`.
pub(in crate::check) fn explained(document: &Document, smaller: usize, other: usize, larger: usize) -> Sum {
    let sign = |at: usize| document.figures.get(at).is_some_and(|figure| figure.euros.is_sign_negative());
    let operation = if sign(smaller) == sign(other) { Operation::Plus } else { Operation::Minus };
    Sum { operands: vec![operand(Operation::Plus, smaller), operand(operation, other), operand(Operation::Equals, larger)] }
}

fn operand(operation: Operation, figure: usize) -> Operand {
    Operand { operation, quantity: Quantity::Figure(figure) }
}
