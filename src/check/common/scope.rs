//! What a figure is about, apart from its label: year, phase, and the words that narrow or widen it.

use crate::document::{Document, Figure, Kind, Permanence, Phase};

/// The year and phase of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    /// The year.
    pub(crate) year: i32,
    /// The phase of the budget cycle.
    pub(crate) told: Told,
    /// The year of the budget that plans it, where it is planned.
    pub(crate) planned_in: Option<i32>,
}

/// A phase, with those told apart that are different numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Told {
    /// What the document itself plans for its year and those after it.
    Plan,
    /// A budget, where it is not said whether as first set or as amended.
    SomeBudget,
    /// As first set.
    Original,
    /// As amended.
    Amended,
    /// What came of it.
    Actual,
}

impl Moment {
    /// That of a figure in a table; none where it is not known, or is the difference of two.
    pub(crate) fn of(document: &Document, figure: &Figure) -> Option<Self> {
        let year = figure.year?;
        let told = match figure.phase {
            Some(Phase::Difference) => return None,
            Some(Phase::Actual) => Told::Actual,
            Some(Phase::AmendedBudget) => Told::Amended,
            _ if is_planned_in(document, year) => Told::Plan,
            Some(Phase::OriginalBudget) => Told::Original,
            Some(Phase::Budget | Phase::Estimate) => Told::SomeBudget,
            None => return None,
        };
        let planned_in = document.year.map(|year| year.value).filter(|_| told == Told::Plan);
        Some(Self { year, told, planned_in })
    }

    /// That of an amount that stands by itself: without a year it is of the document's.
    pub(crate) fn of_key_figure(document: &Document, figure: &Figure) -> Option<Self> {
        let year = figure.year.or_else(|| document.year.map(|year| year.value));
        Self::of(document, &Figure { year, ..figure.clone() })
    }
}

fn is_planned_in(document: &Document, year: i32) -> bool {
    let is_budget = document.kind.is_some_and(|kind| kind.value == Kind::Budget);
    is_budget && document.year.is_some_and(|own| own.value <= year)
}

/// What a column's header says beside its year and phase.
pub(crate) fn rest_of_column(column: &str) -> String {
    const PHASES: [&str; 12] = [
        "begroting",
        "begroot",
        "rekening",
        "jaarrekening",
        "raming",
        "realisatie",
        "werkelijk",
        "primitief",
        "primitieve",
        "actuele",
        "gewijzigde",
        "jaar",
    ];
    let folded = crate::scan::words::folded(column);
    let words = crate::scan::words::words(&folded).map(|word| word.text);
    let rest = words.filter(|word| !PHASES.contains(word) && crate::scan::year(word).is_none());
    rest.collect::<Vec<_>>().join(" ")
}

/// Words that narrow or widen what an amount is of: two amounts without the same ones are not the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Qualifiers(u32);

impl Qualifiers {
    /// Those in a caption: also whether it is before or after changes, which in a column's header is the phase.
    pub(crate) fn of_caption(words: &str) -> Self {
        const CHANGES: [&str; 3] = ["r wijziging", "na wijziging", "wijziging"];
        Self::of(words).and(Self(bits(words, &CHANGES) << u16::BITS))
    }

    /// Those in a column's header or a label.
    pub(crate) fn of(words: &str) -> Self {
        const WORDS: [&str; 13] = [
            "inciden",
            "structur",
            "exclusief",
            "excl.",
            "inclusief",
            "incl.",
            "zonder",
            "nieuw beleid",
            "bezuinig",
            "netto",
            "bruto",
            "autonome",
            "waarvan",
        ];
        Self(bits(words, &WORDS))
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// With what the figure itself says of its permanence.
    pub(crate) fn and_of(self, figure: &Figure) -> Self {
        match figure.permanence {
            Some(Permanence::Incidental) => self.and(Self::of("inciden")),
            Some(Permanence::Structural) => self.and(Self::of("structur")),
            None => self,
        }
    }
}

/// A bit for each of these that stands in the words.
fn bits(words: &str, names: &[&str]) -> u32 {
    let folded = crate::scan::words::folded(words);
    let found = names.iter().enumerate().filter(|(_, name)| folded.contains(**name));
    found.fold(0, |bits, (at, _)| bits | 1 << at)
}
