//! # What it does
//! Lays the overviews of one document beside each other: the table of a programme, the overview of all programmes, the total of
//! the task fields, the moves of reserves, the result. The same number of the same year and phase must be the same in each,
//! but for rounding to the printed units. Signs are left out, for they differ from table to table.
//!
//! # Why it matters
//! The council decides by programme, the ministry counts by task field, and the balance follows from the result (BBV art. 17,
//! 19, 27, 66): it is the same money. Two tables may still be about different things, such as programmes with and without
//! general income. So a difference counts only where the numbers around it agree: the other two of lasten, baten and saldo, the
//! same row in other years, or the other rows and the total. Else it is of another scope, with the printed amount that explains
//! it where there is one.
//!
//! # Example
//! Programme 2 shows `Baten 12.099` in thousands, the task fields of the programme `12.099.023` in euros: they agree. In the
//! overview programme 5 has `10.723` and in its own table `12.989`, and `Toeristenbelasting 2.266` is printed elsewhere: another
//! scope.

use std::collections::BTreeMap;

use super::{
    Check, Finding, Subject, Verdict,
    beside::{Compared, Surroundings, compare, equation},
    explanations::{Explanations, Within},
    overviews::{Cell, Overview, Side, Stage, Whose, overviews},
    scope::{Moment, Qualifiers, Told},
};
use crate::document::MoneyKind;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let overviews = overviews(subject);
    let pairings = pairings(subject, &overviews);
    let compared = pairings.iter().flatten().flat_map(|pairing| pairing.places().map(|place| (place, pairing.compared)));
    let around = Surroundings::of(compared);
    let explanations = Explanations::of(subject);
    let partners = pairings.iter().filter_map(|before| partner(before, &around));
    partners.filter_map(|pairing| finding(pairing, &around, &explanations)).collect()
}

/// A number in two overviews.
#[derive(Clone, Copy)]
struct Pairing {
    overviews: (usize, usize),
    /// Whether both overviews say whose numbers they hold.
    say_whose: bool,
    cell: Cell,
    left: usize,
    right: usize,
    compared: Compared,
}

/// So many values of one number are kept apart, each where it is printed first.
const MOST_VALUES: usize = 4;

/// Each number beside those that were printed for it before.
fn pairings(subject: &Subject<'_>, overviews: &[Overview]) -> Vec<Vec<Pairing>> {
    let document = subject.document;
    let mut found = Vec::new();
    let mut values: BTreeMap<Cell, Vec<(usize, usize)>> = BTreeMap::new();
    for (place, overview) in overviews.iter().enumerate() {
        for (&cell, &figure) in &overview.cells {
            let Some(right) = figure else { continue };
            let known = values.entry(cell).or_default();
            let pair = |&(other, left): &(usize, usize)| {
                let compared = compare((&document.figures[left], document), (&document.figures[right], document))?;
                let say_whose = overview.says_whose && overviews[other].says_whose;
                Some(Pairing { overviews: (other, place), say_whose, cell, left, right, compared })
            };
            let pairs: Vec<Pairing> = known.iter().filter_map(pair).collect();
            let is_new = pairs.iter().all(|pairing| pairing.compared.verdict == Verdict::Differs);
            if is_new && known.len() < MOST_VALUES && (overview.says_whose || known.is_empty()) {
                known.push((place, right));
            }
            found.push(pairs);
        }
    }
    found
}

/// The one of several earlier numbers that a number belongs beside: the first that agrees, or else the one in whose overview
/// most around it agrees.
fn partner<'a>(before: &'a [Pairing], around: &Surroundings<Place>) -> Option<&'a Pairing> {
    let agreeing = before.iter().find(|pairing| pairing.compared.verdict != Verdict::Differs);
    let agreement = |pairing: &&Pairing| pairing.places().iter().map(|place| around.at(place).agree).sum::<usize>();
    agreeing.or_else(|| before.iter().rev().max_by_key(agreement))
}

/// What a number shares with those around it in the same two overviews.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    overviews: (usize, usize),
    stage: Stage,
    qualifiers: Qualifiers,
    whose: Option<Whose>,
    side: Option<Side>,
    moment: Option<Moment>,
}

impl Pairing {
    /// The other sides of its sum, the same row in other years, its column, the total of its column.
    fn places(&self) -> [Place; 4] {
        let Cell { whose, stage, side, moment, qualifiers } = self.cell;
        let place = |whose, side, moment| Place { overviews: self.overviews, stage, qualifiers, whose, side, moment };
        [
            place(Some(whose), None, Some(moment)),
            place(Some(whose), Some(side), None),
            place(None, Some(side), Some(moment)),
            place(Some(whose), Some(side), Some(moment)),
        ]
    }

    /// Whether the numbers around one that differs show that both overviews are about the same.
    fn is_certain(&self, around: &Surroundings<Place>) -> bool {
        let [sides, years, column, own] = self.places().map(|place| around.at(&place));
        let [.., total] = Self { cell: Cell { whose: Whose::Whole, ..self.cell }, ..*self }.places();
        let total = around.at(&total);
        let is_alone = sides.differ == 1 && column.differ == 1 && own.compared == 1;
        let by_sides = sides.compared == 3 && sides.agree > 0;
        let by_years = years.differ == 1 && years.agree > 1 && self.cell.moment.told != Told::SomeBudget;
        let by_column = column.agree > 1 && (self.cell.whose == Whose::Whole || total.agree > 0);
        is_alone && (by_sides || by_years || by_column)
    }

    fn within(&self) -> Within {
        let kind = match self.cell.side {
            Side::Expenditure => MoneyKind::Expenditure,
            Side::Income => MoneyKind::Income,
            Side::Balance => MoneyKind::Balance,
        };
        Within { moment: self.cell.moment, kind }
    }

    /// Whether any number around it agrees.
    fn is_related(&self, around: &Surroundings<Place>) -> bool {
        self.places().iter().any(|place| around.at(place).agree > 0)
    }
}

/// What is to be said of a number in two overviews; nothing where nothing shows that they have to do with each other.
fn finding(pairing: &Pairing, around: &Surroundings<Place>, explanations: &Explanations<'_>) -> Option<Finding> {
    let &Pairing { left, right, compared, .. } = pairing;
    if compared.is_nothing {
        return None;
    }
    let mut sums = vec![equation(left, right)];
    let mut verdict = compared.verdict;
    if verdict == Verdict::Differs {
        let explained = explanations.of_pair(pairing.within(), left, right);
        if !explained.is_empty() || !pairing.is_certain(around) {
            let is_told = pairing.say_whose || !explained.is_empty();
            (is_told && (pairing.is_related(around) || pairing.say_whose)).then_some(())?;
            verdict = Verdict::OtherScope;
            sums = if explained.is_empty() { sums } else { explained };
        }
    }
    Some(Finding { check: Check::Chain, verdict, reason: None, sums, difference: Some(compared.difference), spans: Vec::new() })
}
