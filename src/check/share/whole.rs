//! The whole that an amount and its percentage imply.

use rust_decimal::Decimal;

use crate::{
    check::{Operand, Operation, Quantity, Sum, rounding},
    document::{Document, Figure},
};

/// The least and the most that a whole may be, in euros without sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Whole {
    pub(super) least: Decimal,
    pub(super) most: Decimal,
}

impl Whole {
    /// What an amount and its percentage imply; none where the percentage may be nothing.
    pub(super) fn of(document: &Document, figure: usize, percentage: usize) -> Option<Self> {
        let (figure, percentage) = (&document.figures[figure], &document.percentages[percentage]);
        let (half, half_share) = (rounding::of(figure), rounding::of_percentage(percentage));
        let (size, share) = (figure.euros.abs(), percentage.value.abs());
        let whole = |part: Decimal, share: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(share);
        let least = whole(size.saturating_sub(half).max(Decimal::ZERO), share.saturating_add(half_share))?;
        let most = whole(size.saturating_add(half), share.saturating_sub(half_share).max(Decimal::ZERO))?;
        Some(Self { least, most })
    }

    /// What a printed whole may be.
    pub(super) fn printed(figure: &Figure) -> Self {
        let (half, size) = (rounding::of(figure), figure.euros.abs());
        Self { least: size.saturating_sub(half).max(Decimal::ZERO), most: size.saturating_add(half) }
    }

    /// What both may be; none where they exclude each other.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let both = Self { least: self.least.max(other.least), most: self.most.min(other.most) };
        (both.least <= both.most).then_some(both)
    }

    /// What the difference of two wholes may be, without sign.
    pub(super) fn difference(self, other: Self) -> Self {
        let above = self.least.saturating_sub(other.most);
        let below = other.least.saturating_sub(self.most);
        let most = self.most.saturating_sub(other.least).max(other.most.saturating_sub(self.least));
        Self { least: above.max(below).max(Decimal::ZERO), most }
    }

    /// Whether it is known to a percent: then that a printed number fits is no chance.
    pub(super) fn is_narrow(self) -> bool {
        self.most.saturating_sub(self.least).saturating_mul(Decimal::ONE_HUNDRED) <= self.most
    }

    /// The middle of it.
    pub(super) fn middle(self) -> Decimal {
        self.least.saturating_add(self.most) / Decimal::TWO
    }

    /// It, as a number of a sum.
    pub(super) fn quantity(self) -> Quantity {
        Quantity::Between(rounding::told(self.least), rounding::told(self.most))
    }
}

/// `39.884 ÷ 35,55% is about 112,2 million`, and the printed whole where there is one.
pub(super) fn sum(figure: usize, percentage: usize, whole: Whole, printed: Option<usize>) -> Sum {
    let mut operands = vec![
        Operand { operation: Operation::Plus, quantity: Quantity::Figure(figure) },
        Operand { operation: Operation::DividedBy, quantity: Quantity::Percentage(percentage) },
        Operand { operation: Operation::IsAbout, quantity: whole.quantity() },
    ];
    operands.extend(printed.map(|at| Operand { operation: Operation::Equals, quantity: Quantity::Figure(at) }));
    Sum { operands }
}
