//! Percentages in tables, and the two amounts that each follows from.
//!
//! A header such as `mutatie in %` says little about which columns it means, and many a percentage stands below none. So the
//! numbers decide: of all pairs of amounts beside a percentage, the pair that explains most percentages of its column (or of
//! its row) is the one that is meant. Only where several bear each other out, or where the words and the shape of the table
//! leave no choice, is one that does not fit called wrong.

mod lines;
mod tally;

use rust_decimal::Decimal;

use super::{Check, Finding, Operand, Operation, Quantity, Subject, Sum, Verdict, rounding};
use crate::document::Figure;
use lines::{Lines, Shares};

/// How a percentage follows from two amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check) enum Form {
    /// The part, in percent of the whole.
    Ratio,
    /// What the second amount is more than the first, in percent of the first.
    Growth,
    /// The same, with the opposite sign.
    Decline,
}

impl Form {
    /// The same with the opposite sign.
    fn reversed(self) -> Self {
        match self {
            Self::Ratio => Self::Ratio,
            Self::Growth => Self::Decline,
            Self::Decline => Self::Growth,
        }
    }
}

/// A percentage with the amounts that it follows from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Relation {
    /// The table that they stand in.
    pub(in crate::check) table: usize,
    /// The percentage: one with a percent sign, or a count below a header that has it.
    pub(in crate::check) share: Quantity,
    /// What is printed, in percent.
    pub(in crate::check) printed: Decimal,
    /// Half a unit of its last digit.
    pub(in crate::check) half: Decimal,
    /// The header of its column and the label of its row, for comparing.
    pub(in crate::check) words: String,
    /// How it follows.
    pub(in crate::check) form: Form,
    /// The amount that is a hundred percent; counts in the document's figures.
    pub(in crate::check) whole: usize,
    /// The amount that is compared with it.
    pub(in crate::check) part: usize,
    /// What follows.
    pub(in crate::check) implied: Implied,
    /// Whether the printed percentage is that.
    pub(in crate::check) verdict: Verdict,
}

/// What follows from two printed amounts, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Implied {
    /// From the amounts as printed.
    pub(in crate::check) exact: Decimal,
    /// The least that their rounding allows.
    pub(in crate::check) least: Decimal,
    /// The most that it allows.
    pub(in crate::check) most: Decimal,
}

impl Implied {
    /// Whether a printed percentage is this.
    pub(in crate::check) fn verdict(self, printed: Decimal, half: Decimal) -> Verdict {
        let (least, most) = (printed.saturating_sub(half), printed.saturating_add(half));
        if least <= self.exact && self.exact <= most {
            Verdict::Holds
        } else if self.least <= most && least <= self.most {
            Verdict::Rounding
        } else {
            Verdict::Differs
        }
    }
}

/// The percentage that follows from two amounts; none where the whole may be nothing.
pub(in crate::check) fn implied(form: Form, part: &Figure, whole: &Figure) -> Option<Implied> {
    let (least_whole, most_whole) = interval_of_size(whole);
    let (least_part, most_part) = interval_of_size(part);
    let exact = in_percent(part.euros.abs(), whole.euros.abs())?;
    let (least, most) = (in_percent(least_part, most_whole)?, in_percent(most_part, least_whole)?);
    let opposite = part.euros.is_sign_negative() != whole.euros.is_sign_negative() && !part.euros.is_zero();
    let signed = if opposite { Implied { exact: -exact, least: -most, most: -least } } else { Implied { exact, least, most } };
    Some(match form {
        Form::Ratio => signed,
        Form::Growth => signed.less_a_hundred(),
        Form::Decline => signed.less_a_hundred().reversed(),
    })
}

impl Implied {
    fn less_a_hundred(self) -> Self {
        let less = |percent: Decimal| percent.saturating_sub(Decimal::ONE_HUNDRED);
        Self { exact: less(self.exact), least: less(self.least), most: less(self.most) }
    }

    /// Without its sign.
    pub(in crate::check) fn of_size(self) -> Self {
        if self.exact.is_sign_negative() { self.reversed() } else { self }
    }

    /// It, as a number of a sum.
    pub(in crate::check) fn quantity(self) -> Quantity {
        Quantity::Between(rounding::told(self.least), rounding::told(self.most))
    }

    fn reversed(self) -> Self {
        Self { exact: -self.exact, least: -self.most, most: -self.least }
    }
}

fn interval_of_size(figure: &Figure) -> (Decimal, Decimal) {
    let half = rounding::of(figure);
    let size = figure.euros.abs();
    (size.saturating_sub(half).max(Decimal::ZERO), size.saturating_add(half))
}

fn in_percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// The findings of one check among all percentages in tables.
pub(in crate::check) fn findings(subject: &Subject<'_>, check: Check) -> Vec<Finding> {
    subject.relations().iter().filter(|relation| relation.check() == check).map(|relation| relation.finding(check)).collect()
}

/// Every percentage in a table of which the table shows what it follows from.
pub(in crate::check) fn relations(subject: &Subject<'_>) -> Vec<Relation> {
    let shares = Shares::of(subject.document);
    let mut found = Vec::new();
    for table in 0..subject.document.tables.len() {
        let by_rows = Lines::of_rows(subject, &shares, table);
        if !by_rows.has_shares() {
            continue;
        }
        let along_rows = tally::relations(subject.document, &by_rows, table);
        if along_rows.is_empty() {
            found.extend(tally::relations(subject.document, &by_rows.turned(), table));
        } else {
            found.extend(along_rows);
        }
    }
    found
}

impl Relation {
    /// Which check it is for.
    pub(in crate::check) fn check(&self) -> Check {
        match (self.form, Topic::of(&self.words)) {
            (Form::Growth | Form::Decline, _) | (_, Some(Topic::Growth)) => Check::Growth,
            (_, Some(Topic::Coverage)) => Check::Coverage,
            (_, Some(Topic::Chance)) => Check::Product,
            (_, Some(Topic::PrescribedRatio)) => Check::Ratio,
            (Form::Ratio, None) => Check::Share,
        }
    }

    /// The finding, with the sum as people write it down.
    pub(in crate::check) fn finding(&self, check: Check) -> Finding {
        Finding {
            check,
            verdict: self.verdict,
            reason: None,
            sums: vec![self.sum()],
            difference: Some(rounding::told(self.implied.exact.saturating_sub(self.printed))),
            spans: Vec::new(),
        }
    }

    /// `1.232 ÷ 1.200 × 100 − 100 is about 2,67 = 2,7%`.
    fn sum(&self) -> Sum {
        let hundred = Quantity::Given(Decimal::ONE_HUNDRED);
        let mut operands = vec![
            Operand { operation: Operation::Plus, quantity: Quantity::Figure(self.part) },
            Operand { operation: Operation::DividedBy, quantity: Quantity::Figure(self.whole) },
            Operand { operation: Operation::Times, quantity: hundred.clone() },
        ];
        if self.form != Form::Ratio {
            operands.push(Operand { operation: Operation::Minus, quantity: hundred });
        }
        let implied = if self.form == Form::Decline { self.implied.reversed() } else { self.implied };
        operands.push(Operand { operation: Operation::IsAbout, quantity: implied.quantity() });
        operands.push(Operand { operation: Operation::Equals, quantity: self.share.clone() });
        Sum { operands }
    }
}

/// What the words above or beside a percentage say that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Topic {
    /// What came of an amount from one year to the next.
    Growth,
    /// Which part of the costs a charge brings in.
    Coverage,
    /// How likely a risk is.
    Chance,
    /// A ratio that the rules prescribe (BBV art. 11).
    PrescribedRatio,
}

impl Topic {
    /// `words` are folded.
    pub(in crate::check) fn of(words: &str) -> Option<Self> {
        let has = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
        match () {
            () if has(&["kostendek", "dekkingsgraad", "dekkingspercentage"]) => Some(Self::Coverage),
            () if has(&["kans", "waarschijnlijk"]) => Some(Self::Chance),
            () if has(&["landelijk gemiddelde", "belastingcapaciteit", "solvabiliteit", "schuldquote", "exploitatieruimte"]) => {
                Some(Self::PrescribedRatio)
            }
            () if has(&["groei", "stijging", "daling", "mutatie", "verschil", "toename", "afname", "wijziging", "afwijking"]) => {
                Some(Self::Growth)
            }
            () => None,
        }
    }
}
