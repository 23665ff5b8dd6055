//! Printed amounts that explain why one number is larger than another: what is in the one and not in the other.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Subject,
    beside::{explained, has_problem},
    finding::Sum,
    rounding,
    scope::Moment,
};
use crate::{
    document::{Code, Document, Figure, MoneyKind, Topic},
    scan::words::folded,
};

/// What a number is that may have another one in it.
#[derive(Clone, Copy)]
pub(super) struct Within {
    pub(super) moment: Moment,
    pub(super) kind: MoneyKind,
}

/// The figures that may explain a difference, by year and phase, the smallest first.
pub(super) struct Explanations<'a> {
    document: &'a Document,
    by_moment: BTreeMap<Moment, Vec<(Decimal, usize)>>,
}

/// Nearly anything comes to a difference that is not so many times more than rounding.
const CLEAR: i64 = 20;
/// So many figures of nearly the same size are looked at: among more, one fits by chance.
const MOST_NEAR: usize = 64;

impl<'a> Explanations<'a> {
    pub(super) fn of(subject: &Subject<'a>) -> Self {
        let document = subject.document;
        let mut by_moment: BTreeMap<Moment, Vec<(Decimal, usize)>> = BTreeMap::new();
        for (at, figure) in document.figures.iter().enumerate() {
            let Some(moment) = Moment::of(document, figure) else { continue };
            if subject.counts(at) && !figure.euros.is_zero() && !has_problem(document, figure, Code::ColumnUnknown) {
                by_moment.entry(moment).or_default().push((figure.euros.abs(), at));
            }
        }
        by_moment.values_mut().for_each(|figures| figures.sort_unstable());
        Self { document, by_moment }
    }

    /// The sums in which a printed amount makes the smaller of two numbers the larger one. Of many amounts that would fit
    /// none explains anything: they fit by chance.
    pub(super) fn of_pair(&self, within: Within, left: usize, right: usize) -> Vec<Sum> {
        const MOST_NAMES: usize = 2;
        let euros = |at: usize| self.document.figures[at].euros.abs();
        let (smaller, larger) = if euros(left) < euros(right) { (left, right) } else { (right, left) };
        let fitting = self.fitting(within, smaller, larger);
        let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
        for at in fitting {
            by_name.entry(folded(&self.document.figures[at].row)).or_insert(at);
        }
        let is_chance = by_name.len() > MOST_NAMES;
        let named = by_name.into_values().filter(|_| !is_chance);
        named.map(|other| explained(self.document, smaller, other, larger)).collect()
    }

    /// Figures of the same year and phase, and of a kind that can be in the one and not in the other, that come to the
    /// difference.
    fn fitting(&self, within: Within, smaller: usize, larger: usize) -> Vec<usize> {
        let figures = &self.document.figures;
        let Some(candidates) = self.by_moment.get(&within.moment) else { return Vec::new() };
        let bound = rounding::bound([&figures[smaller], &figures[larger]]);
        let difference = figures[larger].euros.abs().saturating_sub(figures[smaller].euros.abs());
        if difference < bound.saturating_mul(Decimal::from(CLEAR)) {
            return Vec::new();
        }
        let window = bound.saturating_add(bound);
        let first = candidates.partition_point(|(euros, _)| *euros < difference.saturating_sub(window));
        let near = candidates[first..].iter().take_while(|(euros, _)| *euros <= difference.saturating_add(window));
        near.take(MOST_NEAR)
            .filter(|&&(euros, at)| {
                let half = rounding::of(&figures[at]);
                half <= bound && euros.saturating_sub(difference).abs() <= bound.saturating_add(half)
            })
            .map(|&(_, at)| at)
            .filter(|&at| at != smaller && at != larger && self.may_be_within(&figures[at], within.kind))
            .collect()
    }

    /// Whether a figure is of a kind that can be a part of such a number.
    fn may_be_within(&self, figure: &Figure, kind: MoneyKind) -> bool {
        let topic = figure.table.and_then(|table| self.document.tables.get(table)).map(|table| table.topic);
        let is_tax = topic == Some(Topic::Taxes) && figure.kind != MoneyKind::Expenditure;
        match kind {
            MoneyKind::Income => figure.kind == MoneyKind::Income || is_tax,
            MoneyKind::Expenditure => figure.kind == MoneyKind::Expenditure,
            MoneyKind::Balance => {
                is_tax || matches!(figure.kind, MoneyKind::Income | MoneyKind::Expenditure | MoneyKind::Reserve)
            }
            kind => figure.kind == kind,
        }
    }
}
