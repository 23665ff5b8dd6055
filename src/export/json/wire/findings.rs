//! What the checks found.

use super::{Place, Term};

shapes! {
    /// One thing that should hold, and whether it does.
    Finding {
        check: String,
        verdict: String,
        reason: Option<String>,
        /// What the reason speaks of: what is prescribed and `not-found`, or how the numbers are `signed`.
        reason_about: Option<String>,
        difference: Option<String>,
        /// The figures of its sum where it has one alone, of plus and minus; else none, and `sums` has them all.
        terms: Vec<Term>,
        spans: Vec<Place>,
        /// Its name among the findings of this text: marks are kept by it.
        key: String,
        /// All its sums with all their numbers, left to right as on a calculator.
        sums: Vec<Sum>,
        mark: Option<FindingMark>,
    }
    /// A sum.
    Sum { operands: Vec<Operand>, }
    /// A number in a sum, and what is done with it: one of the keys behind `operation` is not null.
    Operand {
        /// `plus`, `minus`, `times`, `divided-by`, `equals` or `is-about`.
        operation: String,
        figure: Option<usize>,
        percentage: Option<usize>,
        count: Option<usize>,
        indicator: Option<IndicatorValueOf>,
        /// What follows from printed numbers and their rounding lies between these two.
        between: Option<[String; 2]>,
        /// A number that the rule itself gives.
        given: Option<String>,
    }
    /// A value of an indicator, by its place in `indicators` and in its `values`.
    IndicatorValueOf { indicator: usize, value: usize, }
    /// What a person made of a finding: `explained` or `to-mend`.
    FindingMark { judgement: String, note: String, }
}
