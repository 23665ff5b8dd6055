//! What a check says.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Check, Prescribed, rounding};
use crate::{
    document::{Document, Figure, Signs, decimal},
    source::Span,
};

/// One thing that should hold, and whether it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What should hold.
    pub check: Check,
    /// Whether it does.
    pub verdict: Verdict,
    /// Why it could not be judged, or what explains it.
    pub reason: Option<Reason>,
    /// The arithmetic, a line each; none where nothing is reckoned.
    pub sums: Vec<Sum>,
    /// In euros, or in percentage points where the sum is of percentages: what the sum comes to less what is printed. None
    /// where nothing is reckoned.
    #[serde(with = "decimal::option")]
    pub difference: Option<Decimal>,
    /// The places that it speaks of beside those of its sums, such as a heading; the first is the one to look at.
    pub spans: Vec<Span>,
}

/// Whether what should hold does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// It does, to the last digit.
    Holds,
    /// But for what rounding to the printed unit can explain: half a unit for each number in it.
    Rounding,
    /// It does not, by more than rounding explains.
    Differs,
    /// The two are not about the same thing; the sum shows what explains the difference, where something printed does.
    OtherScope,
    /// It was used to decide what a number is: that it holds proves nothing.
    UsedForReading,
    /// It could not be judged.
    Unchecked,
}

impl Verdict {
    /// All of them, those first that ask for attention.
    pub const ALL: [Self; 6] =
        [Self::Differs, Self::OtherScope, Self::Rounding, Self::Holds, Self::UsedForReading, Self::Unchecked];

    /// The name in exports and in the documentation; it stays.
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Rounding => "rounding",
            Self::Differs => "differs",
            Self::OtherScope => "other-scope",
            Self::UsedForReading => "used-for-reading",
            Self::Unchecked => "unchecked",
        }
    }
}

/// Why a thing could not be judged, or what explains it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// The text is a part of a publication: what is missing in it may stand elsewhere.
    OnlyAPart,
    /// What explains the signs of the sum: the numbers in it are signed so.
    Signed(Signs),
    /// How the numbers are signed is not known: the sum holds but for the signs.
    SignsUnknown,
    /// In which column numbers of the sum stand is not known.
    ColumnUnknown,
    /// The unit of a number in the sum is in doubt, and the others are in another one.
    UnitInDoubt,
    /// The labels leave open what is summed, and no reading of them holds.
    PartsUnknown,
    /// What a percentage is of does not stand in the text: it follows from the amount beside it.
    InferredWhole,
    /// A share of more than a hundred percent: its whole is a total balance, which lies near zero while its parts do not.
    WholeNearZero,
    /// Amounts are a thousand times out of line, and the unit that the text states is wrong for one side of the sum or the
    /// other.
    ThousandTimes,
    /// It was not found. It may stand under another name, or have been lost when the text was exported.
    NotFound(Prescribed),
    /// Nothing stands under the heading here, while it has something elsewhere.
    EmptyHere,
    /// The heading is empty wherever it stands: what folds open under it was probably lost when the text was exported.
    EmptyThroughout,
}

impl Reason {
    /// The name in exports; it stays.
    pub fn name(&self) -> &'static str {
        match self {
            Self::OnlyAPart => "only-a-part",
            Self::Signed(_) => "signed",
            Self::SignsUnknown => "signs-unknown",
            Self::ColumnUnknown => "column-unknown",
            Self::UnitInDoubt => "unit-in-doubt",
            Self::PartsUnknown => "parts-unknown",
            Self::InferredWhole => "inferred-whole",
            Self::WholeNearZero => "whole-near-zero",
            Self::ThousandTimes => "thousand-times",
            Self::NotFound(_) => "not-found",
            Self::EmptyHere => "empty-here",
            Self::EmptyThroughout => "empty-throughout",
        }
    }
}

/// A sum that a person would write down, left to right as on a calculator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// The numbers with what is done with each; the first is [`Operation::Plus`] or [`Operation::Minus`].
    pub operands: Vec<Operand>,
}

/// A number in a sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operand {
    /// What is done with it.
    pub operation: Operation,
    /// The number.
    pub quantity: Quantity,
}

/// What is done with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Operation {
    /// It is added.
    Plus,
    /// It is subtracted.
    Minus,
    /// What came out is multiplied by it.
    Times,
    /// What came out is divided by it.
    DividedBy,
    /// It is what comes out, as printed.
    Equals,
    /// It is what comes out, as far as rounding lets it be known.
    IsAbout,
}

/// A number: one that is printed, with its place, or one that follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantity {
    /// An amount; counts in the document's figures.
    Figure(usize),
    /// A percentage; counts in the document's percentages.
    Percentage(usize),
    /// A number that is no money; counts in the document's counts.
    Count(usize),
    /// A value of an indicator.
    Indicator {
        /// Counts in the document's indicators.
        indicator: usize,
        /// Counts in its values.
        value: usize,
    },
    /// What follows from printed numbers and their rounding: it lies between the two, in euros or percent.
    Between(#[serde(with = "decimal")] Decimal, #[serde(with = "decimal")] Decimal),
    /// A number that the rule itself gives, such as 100.
    Given(#[serde(with = "decimal")] Decimal),
}

impl Quantity {
    /// Where it is printed; none for a number that follows or is given.
    pub fn span(&self, document: &Document) -> Option<Span> {
        match *self {
            Self::Figure(at) => document.figures.get(at).map(|figure| figure.span),
            Self::Percentage(at) => document.percentages.get(at).map(|percentage| percentage.span),
            Self::Count(at) => document.counts.get(at).map(|count| count.span),
            Self::Indicator { indicator, value } => Some(document.indicators.get(indicator)?.values.get(value)?.span),
            Self::Between(..) | Self::Given(_) => None,
        }
    }
}

impl Sum {
    /// The number that comes out, as printed; none where nothing printed comes out.
    pub fn outcome(&self) -> Option<&Quantity> {
        let outcome = self.operands.iter().find(|operand| operand.operation == Operation::Equals)?;
        Some(&outcome.quantity)
    }

    /// How far it may miss by rounding alone, in euros: half a unit of the last digit for each amount in it. None where it is
    /// more than adding up printed amounts, for then no single number says it.
    pub fn tolerance(&self, document: &Document) -> Option<Decimal> {
        let figures: Option<Vec<&Figure>> = self.operands.iter().map(|operand| operand.added_figure(document)).collect();
        Some(rounding::bound(figures?))
    }
}

impl Operand {
    /// The amount, where it is added, subtracted or what comes out.
    fn added_figure<'a>(&self, document: &'a Document) -> Option<&'a Figure> {
        match (self.operation, &self.quantity) {
            (Operation::Plus | Operation::Minus | Operation::Equals, Quantity::Figure(at)) => document.figures.get(*at),
            _ => None,
        }
    }
}

impl Finding {
    /// What could not be judged, without sums and places.
    pub(super) fn unchecked(check: Check, reason: Reason) -> Self {
        let reason = Some(reason);
        Self { check, verdict: Verdict::Unchecked, reason, sums: Vec::new(), difference: None, spans: Vec::new() }
    }

    /// Something that is there, with its place.
    pub(super) fn holds(check: Check, place: Span) -> Self {
        Self { check, verdict: Verdict::Holds, reason: None, sums: Vec::new(), difference: None, spans: vec![place] }
    }

    /// Its name among the findings of one text: the check, the places of its numbers, and what was not found there. It stays
    /// while the text does.
    pub fn key(&self, document: &Document) -> String {
        let places: Vec<String> = self.places(document).iter().map(|span| format!("{}-{}", span.start, span.end)).collect();
        let key = format!("{}:{}", self.check.name(), places.join(","));
        match self.reason {
            Some(Reason::NotFound(wanted)) => format!("{key}:{}", wanted.name()),
            _ => key,
        }
    }

    /// Every place that it speaks of: those of its sums in their order, then the others.
    pub fn places(&self, document: &Document) -> Vec<Span> {
        let operands = self.sums.iter().flat_map(|sum| &sum.operands);
        operands.filter_map(|operand| operand.quantity.span(document)).chain(self.spans.iter().copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Unit;

    #[test]
    fn a_sum_may_miss_by_half_a_unit_for_each_amount_in_it() {
        let thousands = |printed: &str, euros: i64| Figure {
            printed: printed.to_owned(),
            euros: Decimal::from(euros),
            unit: Unit { factor: 1_000, stated: true, chosen: false, span: None },
            ..Figure::example()
        };
        let figures = vec![thousands("39.884", 39_884_000), thousands("11.733", 11_733_000), thousands("28.152", 28_152_000)];
        let document = Document { figures, ..Document::default() };
        let operand = |operation, at| Operand { operation, quantity: Quantity::Figure(at) };
        let mut sum =
            Sum { operands: vec![operand(Operation::Plus, 0), operand(Operation::Minus, 1), operand(Operation::Equals, 2)] };
        assert_eq!(sum.outcome(), Some(&Quantity::Figure(2)));
        assert_eq!(sum.tolerance(&document), Some(Decimal::from(1_500)));
        sum.operands[1].operation = Operation::Times;
        assert_eq!(sum.tolerance(&document), None);
    }

    #[test]
    fn what_was_not_found_is_in_the_key() {
        let key = |wanted| Finding::unchecked(Check::Sections, Reason::NotFound(wanted)).key(&Document::default());
        assert_eq!(key(Prescribed::LandPolicy), "sections::land-policy");
        assert_ne!(key(Prescribed::LandPolicy), key(Prescribed::Operations));
    }
}
