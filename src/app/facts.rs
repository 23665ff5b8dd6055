//! Everything that can be chosen in a document, and where its words stand: the link between the lists and the text.

use crate::{
    document::{Document, Figure},
    source::{Span, sort_by_rank},
};

/// One thing that the text says; numbers count in the lists of [`Document`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// The title.
    Title,
    /// What document it is.
    Kind,
    /// The year.
    Year,
    /// The council term.
    Period,
    /// Whose document it is.
    Municipality,
    /// When the page was built.
    Built,
    /// When its data was exported.
    Exported,
    /// A programme.
    Programme(usize),
    /// A part: of which programme, if of any, and which one.
    Part(Option<usize>, usize),
    /// A goal.
    Goal(usize),
    /// A measure.
    Measure(usize),
    /// A partner.
    Partner(usize),
    /// A party of the coalition.
    Party(usize),
    /// An amount of money.
    Figure(usize),
    /// The unit of amounts, named by the first figure that it was used for.
    Unit(usize),
    /// A percentage.
    Percentage(usize),
    /// A doubt.
    Problem(usize),
}

/// The sorts of facts: each has its own look in the text and can be switched off there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// What the document is: title, kind, year, municipality, stamps.
    Identity,
    /// Programmes.
    Programme,
    /// Parts of programmes.
    Part,
    /// Goals.
    Goal,
    /// Measures.
    Measure,
    /// Partners.
    Partner,
    /// Parties of the coalition.
    Party,
    /// Amounts.
    Money,
    /// Units of amounts.
    Unit,
    /// Percentages.
    Percentage,
    /// Doubts.
    Doubt,
}

impl Sort {
    /// All sorts, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Identity,
        Self::Programme,
        Self::Part,
        Self::Goal,
        Self::Measure,
        Self::Partner,
        Self::Party,
        Self::Money,
        Self::Unit,
        Self::Percentage,
        Self::Doubt,
    ];

    /// The name in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Programme => "programme",
            Self::Part => "part",
            Self::Goal => "goal",
            Self::Measure => "measure",
            Self::Partner => "partner",
            Self::Party => "party",
            Self::Money => "money",
            Self::Unit => "unit",
            Self::Percentage => "percentage",
            Self::Doubt => "doubt",
        }
    }

    /// Whether it is drawn as a bar in the margin beside whole lines, not as a mark on words.
    pub fn is_block(self) -> bool {
        matches!(self, Self::Programme | Self::Goal | Self::Measure)
    }
}

impl Fact {
    /// Which sort of fact it is.
    pub fn sort(self) -> Sort {
        match self {
            Self::Title | Self::Kind | Self::Year | Self::Period | Self::Municipality | Self::Built | Self::Exported => {
                Sort::Identity
            }
            Self::Programme(_) => Sort::Programme,
            Self::Part(..) => Sort::Part,
            Self::Goal(_) => Sort::Goal,
            Self::Measure(_) => Sort::Measure,
            Self::Partner(_) => Sort::Partner,
            Self::Party(_) => Sort::Party,
            Self::Figure(_) => Sort::Money,
            Self::Unit(_) => Sort::Unit,
            Self::Percentage(_) => Sort::Percentage,
            Self::Problem(_) => Sort::Doubt,
        }
    }

    /// A number for the fact that no other fact of the same document has: a text of 64 MB holds no 2²⁸ facts.
    fn rank(self) -> u64 {
        let (kind, of, index) = match self {
            Self::Title => (0, 0, 0),
            Self::Kind => (1, 0, 0),
            Self::Year => (2, 0, 0),
            Self::Period => (3, 0, 0),
            Self::Municipality => (4, 0, 0),
            Self::Built => (5, 0, 0),
            Self::Exported => (6, 0, 0),
            Self::Programme(index) => (7, 0, index),
            Self::Part(programme, index) => (8, programme.map_or(0, |programme| programme + 1), index),
            Self::Goal(index) => (9, 0, index),
            Self::Measure(index) => (10, 0, index),
            Self::Partner(index) => (11, 0, index),
            Self::Party(index) => (12, 0, index),
            Self::Figure(index) => (13, 0, index),
            Self::Unit(index) => (14, 0, index),
            Self::Percentage(index) => (15, 0, index),
            Self::Problem(index) => (16, 0, index),
        };
        (kind << 56) | ((of as u64) << 28) | index as u64
    }

    /// A name for the fact that no other fact of the same document has, fit for an `id`.
    pub fn id(self) -> String {
        match self {
            Self::Part(Some(programme), part) => format!("part-{programme}-{part}"),
            Self::Part(None, part) => format!("part-{part}"),
            Self::Programme(index)
            | Self::Goal(index)
            | Self::Measure(index)
            | Self::Partner(index)
            | Self::Party(index)
            | Self::Figure(index)
            | Self::Unit(index)
            | Self::Percentage(index)
            | Self::Problem(index) => format!("{}-{index}", self.sort().class()),
            Self::Title => "title".to_owned(),
            Self::Kind => "kind".to_owned(),
            Self::Year => "year".to_owned(),
            Self::Period => "period".to_owned(),
            Self::Municipality => "municipality".to_owned(),
            Self::Built => "built".to_owned(),
            Self::Exported => "exported".to_owned(),
        }
    }
}

/// A set of sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorts(u16);

impl Sorts {
    /// Every sort.
    pub fn all() -> Self {
        Sort::ALL.into_iter().fold(Self(0), Self::toggled)
    }

    /// Whether the sort is in the set.
    pub fn contains(self, sort: Sort) -> bool {
        self.0 & Self::bit(sort) != 0
    }

    /// The set with this sort put in or taken out.
    #[must_use]
    pub fn toggled(self, sort: Sort) -> Self {
        Self(self.0 ^ Self::bit(sort))
    }

    /// The set with this sort in it.
    #[must_use]
    pub fn with(self, sort: Sort) -> Self {
        Self(self.0 | Self::bit(sort))
    }

    fn bit(sort: Sort) -> u16 {
        1 << sort as u16
    }
}

/// One place in the text where a fact is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// What is printed there.
    pub fact: Fact,
    /// Where.
    pub span: Span,
}

/// Which way to walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the one after.
    Next,
    /// To the one before.
    Previous,
}

/// All marks of a document in the order of its text; where several begin at one place, the longest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    all: Vec<Mark>,
    /// The indices of the marks, those of one fact together.
    by_fact: Vec<usize>,
}

impl Marks {
    /// The marks of a document; facts without words have none.
    pub fn of(document: &Document) -> Self {
        let mut all = identity(document);
        all.extend(policy(document));
        all.extend(organisations(document));
        all.extend(numbers(document));
        all.retain(|mark| !mark.span.is_empty());
        // The list is in the order of the kinds of facts already, and facts at one place keep it.
        sort_by_rank(&mut all, |mark| mark.span.rank());
        let mut by_fact: Vec<usize> = (0..all.len()).collect();
        sort_by_rank(&mut by_fact, |&index| all[index].fact.rank());
        Self { all, by_fact }
    }

    /// The marks, in order.
    pub fn all(&self) -> &[Mark] {
        &self.all
    }

    /// One mark.
    pub fn get(&self, index: usize) -> Option<Mark> {
        self.all.get(index).copied()
    }

    /// Every mark of a fact, in the order of the text.
    pub fn of_fact(&self, fact: Fact) -> &[usize] {
        let rank = |index: &usize| self.all[*index].fact.rank();
        let start = self.by_fact.partition_point(|index| rank(index) < fact.rank());
        let end = self.by_fact.partition_point(|index| rank(index) <= fact.rank());
        &self.by_fact[start..end]
    }

    /// The first mark that stands on exactly these words.
    pub fn of_span(&self, span: Span) -> Option<usize> {
        let start = self.all.partition_point(|mark| mark.span.rank() < span.rank());
        self.all.get(start).filter(|mark| mark.span == span).map(|_| start)
    }

    /// How many facts of a sort are marked.
    pub fn count(&self, sort: Sort) -> usize {
        let mut last = None;
        let facts = self.by_fact.iter().map(|&index| self.all[index].fact);
        facts.filter(|fact| last.replace(*fact) != Some(*fact) && fact.sort() == sort).count()
    }

    /// The mark after or before `from` whose sort is shown; from nothing, the first or the last one.
    pub fn step(&self, from: Option<usize>, step: Step, shown: Sorts) -> Option<usize> {
        let is_shown = |index: &usize| shown.contains(self.all[*index].fact.sort());
        match step {
            Step::Next => (from.map_or(0, |index| index + 1)..self.all.len()).find(is_shown),
            Step::Previous => (0..from.unwrap_or(self.all.len()).min(self.all.len())).rev().find(is_shown),
        }
    }

    /// The mention of the same fact after or before this one; after the last comes the first.
    pub fn step_mention(&self, from: usize, step: Step) -> Option<usize> {
        let mentions = self.of_fact(self.get(from)?.fact);
        let place = mentions.binary_search(&from).ok()?;
        let count = mentions.len();
        let other = match step {
            Step::Next => (place + 1) % count,
            Step::Previous => (place + count - 1) % count,
        };
        Some(mentions[other])
    }
}

fn mark(fact: Fact, span: Span) -> Mark {
    Mark { fact, span }
}

fn identity(document: &Document) -> Vec<Mark> {
    let municipality = document.municipality.iter().flat_map(|municipality| &municipality.spans);
    [
        document.title.as_ref().map(|title| mark(Fact::Title, title.span)),
        document.kind.map(|kind| mark(Fact::Kind, kind.span)),
        document.year.map(|year| mark(Fact::Year, year.span)),
        document.period.map(|period| mark(Fact::Period, period.span)),
        document.stamps.built.map(|stamp| mark(Fact::Built, stamp.span)),
        document.stamps.exported.map(|stamp| mark(Fact::Exported, stamp.span)),
    ]
    .into_iter()
    .flatten()
    .chain(municipality.map(|&span| mark(Fact::Municipality, span)))
    .collect()
}

fn policy(document: &Document) -> Vec<Mark> {
    let parts_of = document.programmes.iter().enumerate().flat_map(|(programme, its)| {
        its.parts.iter().enumerate().map(move |(part, its)| mark(Fact::Part(Some(programme), part), its.span))
    });
    let programmes = document.programmes.iter().enumerate();
    programmes
        .map(|(index, programme)| mark(Fact::Programme(index), programme.span))
        .chain(parts_of)
        .chain(document.parts.iter().enumerate().map(|(index, part)| mark(Fact::Part(None, index), part.span)))
        .chain(document.goals.iter().enumerate().map(|(index, goal)| mark(Fact::Goal(index), goal.span)))
        .chain(document.measures.iter().enumerate().map(|(index, measure)| mark(Fact::Measure(index), measure.span)))
        .collect()
}

fn organisations(document: &Document) -> Vec<Mark> {
    let parties = document.coalition_parties.iter().enumerate();
    let partners = document.partners.iter().enumerate();
    partners
        .flat_map(|(index, partner)| partner.spans.iter().map(move |&span| mark(Fact::Partner(index), span)))
        .chain(parties.map(|(index, party)| mark(Fact::Party(index), party.span)))
        .collect()
}

fn numbers(document: &Document) -> Vec<Mark> {
    let percentages = document.percentages.iter().enumerate();
    let problems = document.problems.iter().enumerate();
    let figures = document.figures.iter().enumerate();
    figures
        .map(|(index, figure)| mark(Fact::Figure(index), figure.span))
        .chain(units(&document.figures))
        .chain(percentages.map(|(index, percentage)| mark(Fact::Percentage(index), percentage.span)))
        .chain(problems.map(|(index, problem)| mark(Fact::Problem(index), problem.span)))
        .collect()
}

/// Each place that states a unit, once; not those beside a single amount, such as its euro sign: the amount's own
/// mark says them.
fn units(figures: &[Figure]) -> Vec<Mark> {
    let apart = |span: &Span, figure: &Figure| span.len() > '€'.len_utf8() && !span.overlaps(figure.span);
    let stated = figures
        .iter()
        .enumerate()
        .filter_map(|(index, figure)| Some((figure.unit.span.filter(|span| apart(span, figure))?, index)));
    let mut stated: Vec<(Span, usize)> = stated.collect();
    sort_by_rank(&mut stated, |(span, _)| span.rank());
    stated.dedup_by_key(|(span, _)| *span);
    stated.into_iter().map(|(span, index)| mark(Fact::Unit(index), span)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Goal, Partner, Role},
        source::Spanned,
    };

    fn document() -> Document {
        let partner = Partner {
            name: "Werkbedrijf De Linde".to_owned(),
            abbreviation: Some("DL".to_owned()),
            role: Role::Affiliated,
            spans: vec![Span::new(20, 40), Span::new(60, 62)],
        };
        let goal = Goal { title: None, text: "Meer werk".to_owned(), span: Span::new(15, 70), programme: None };
        Document {
            title: Some(Spanned::new("Begroting 2021".to_owned(), Span::new(0, 14))),
            year: Some(Spanned::new(2021, Span::new(10, 14))),
            partners: vec![partner],
            goals: vec![goal],
            ..Document::default()
        }
    }

    #[test]
    fn marks_follow_the_text_with_the_longest_first() {
        let marks = Marks::of(&document());
        let facts: Vec<_> = marks.all().iter().map(|mark| mark.fact).collect();
        assert_eq!(facts, [Fact::Title, Fact::Year, Fact::Goal(0), Fact::Partner(0), Fact::Partner(0)]);
        assert_eq!(marks.of_fact(Fact::Partner(0)), [3, 4]);
        assert_eq!(marks.count(Sort::Partner), 1);
        assert!(marks.of_fact(Fact::Kind).is_empty());
        assert_eq!((marks.of_span(Span::new(15, 70)), marks.of_span(Span::new(15, 69))), (Some(2), None));
    }

    #[test]
    fn walking_skips_what_is_switched_off() {
        let marks = Marks::of(&document());
        let shown = Sorts::all().toggled(Sort::Goal);
        assert_eq!(marks.step(None, Step::Next, shown), Some(0));
        assert_eq!(marks.step(Some(1), Step::Next, shown), Some(3));
        assert_eq!(marks.step(Some(3), Step::Previous, shown), Some(1));
        assert_eq!(marks.step(Some(4), Step::Next, shown), None);
        assert_eq!(marks.step(None, Step::Previous, shown), Some(4));
    }

    #[test]
    fn mentions_go_round() {
        let marks = Marks::of(&document());
        assert_eq!(marks.step_mention(3, Step::Next), Some(4));
        assert_eq!(marks.step_mention(4, Step::Next), Some(3));
        assert_eq!(marks.step_mention(3, Step::Previous), Some(4));
        assert_eq!(marks.step_mention(9, Step::Next), None);
    }

    #[test]
    fn ids_differ() {
        assert_ne!(Fact::Part(None, 1).id(), Fact::Part(Some(1), 1).id());
        assert_eq!(Fact::Figure(3).id(), "money-3");
    }
}
