//! The same number in two overviews, and what the numbers around it show.

use std::collections::BTreeMap;

use super::{
    Verdict,
    beside::{Compared, compare},
    overviews::{Cell, Overview, Side, Stage, Whose},
    scope::{Moment, Qualifiers, Told},
};
use crate::document::Figure;

pub(crate) use super::beside::Surroundings;

/// A number in two overviews.
#[derive(Clone, Copy)]
pub(crate) struct Pairing {
    /// The two, the one that comes first before the other.
    overviews: (usize, usize),
    /// Whether both overviews say whose numbers they hold.
    pub(crate) say_whose: bool,
    pub(crate) cell: Cell,
    pub(crate) left: usize,
    pub(crate) right: usize,
    pub(crate) compared: Compared,
}

/// So many values of one number are kept apart, each where it is printed first.
const MOST_VALUES: usize = 4;

/// Each number beside those that were printed for it before. `figure` tells what a number of an overview is, `may_pair` which
/// two overviews may stand beside each other.
pub(crate) fn pairings<'a>(
    overviews: &[Overview],
    figure: impl Fn(usize) -> &'a Figure,
    may_pair: impl Fn(usize, usize) -> bool,
) -> Vec<Vec<Pairing>> {
    let mut found = Vec::new();
    let mut values: BTreeMap<Cell, Vec<(usize, usize)>> = BTreeMap::new();
    for (place, overview) in overviews.iter().enumerate() {
        for (&cell, &right) in &overview.cells {
            let Some(right) = right else { continue };
            let known = values.entry(cell).or_default();
            let pair = |&(other, left): &(usize, usize)| {
                let compared = compare(figure(left), figure(right))?;
                let say_whose = overview.says_whose && overviews[other].says_whose;
                Some(Pairing { overviews: (other, place), say_whose, cell, left, right, compared })
            };
            let mut pairs: Vec<Pairing> = known.iter().filter_map(pair).collect();
            let is_new = pairs.iter().all(|pairing| pairing.compared.verdict == Verdict::Differs);
            if is_new && known.len() < MOST_VALUES && (overview.says_whose || known.is_empty()) {
                known.push((place, right));
            }
            pairs.retain(|pairing| may_pair(pairing.overviews.0, place));
            found.push(pairs);
        }
    }
    found
}

/// The one of several earlier numbers that a number belongs beside: the first that agrees, or else the one in whose overview
/// most around it agrees.
pub(crate) fn partner<'a>(before: &'a [Pairing], around: &Surroundings<Place>) -> Option<&'a Pairing> {
    let agreeing = before.iter().find(|pairing| pairing.compared.verdict != Verdict::Differs);
    let agreement = |pairing: &&Pairing| pairing.places().iter().map(|place| around.at(place).agree).sum::<usize>();
    agreeing.or_else(|| before.iter().rev().max_by_key(agreement))
}

/// What a number shares with those around it in the same two overviews.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    overviews: (usize, usize),
    stage: Stage,
    qualifiers: Qualifiers,
    whose: Option<Whose>,
    side: Option<Side>,
    moment: Option<Moment>,
}

impl Pairing {
    /// How many numbers around each agree.
    pub(crate) fn surroundings(pairings: &[Vec<Self>]) -> Surroundings<Place> {
        let all = pairings.iter().flatten();
        let places = |pairing: &Self| pairing.places().into_iter().chain(pairing.overviews_alone());
        Surroundings::of(all.flat_map(|pairing| places(pairing).map(|place| (place, pairing.compared))))
    }

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

    /// Each of the two overviews with whatever it is compared to.
    fn overviews_alone(&self) -> [Place; 2] {
        let Cell { stage, qualifiers, .. } = self.cell;
        let (left, right) = self.overviews;
        [left, right].map(|one| Place { overviews: (one, one), stage, qualifiers, whose: None, side: None, moment: None })
    }

    /// Whether it is a programme's, both overviews say so, and each agrees with some other overview: they are then about the
    /// programme's money, and one about more of it.
    pub(crate) fn is_of_one_programme(&self, around: &Surroundings<Place>) -> bool {
        let is_known = |place: &Place| around.at(place).agree > 0;
        self.say_whose && self.cell.whose != Whose::Whole && self.overviews_alone().iter().all(is_known)
    }

    /// Whether the numbers around one that differs show that both overviews are about the same.
    pub(crate) fn is_certain(&self, around: &Surroundings<Place>) -> bool {
        let [sides, years, column, own] = self.places().map(|place| around.at(&place));
        let [.., total] = Self { cell: Cell { whose: Whose::Whole, ..self.cell }, ..*self }.places();
        let total = around.at(&total);
        let is_alone = sides.differ == 1 && column.differ == 1 && own.compared == 1;
        let by_sides = sides.compared == 3 && sides.agree > 0;
        let by_years = years.differ == 1 && years.agree > 1 && self.cell.moment.told != Told::SomeBudget;
        let by_column = column.agree > 1 && (self.cell.whose == Whose::Whole || total.agree > 0);
        is_alone && (by_sides || (self.say_whose && (by_years || by_column)))
    }

    /// Whether any number around it agrees.
    pub(crate) fn is_related(&self, around: &Surroundings<Place>) -> bool {
        self.places().iter().any(|place| around.at(place).agree > 0)
    }
}
