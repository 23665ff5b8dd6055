//! Printed amounts that explain why one number is larger than another: what is in the one and not in the other.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Subject, Sum,
    beside::{explained, has_problem},
    rounding,
    scope::Moment,
};
use crate::{
    document::{Code, Document, Figure, MoneyKind, Topic},
    scan::words::folded,
};

/// What a number is that may have another one in it.
#[derive(Clone, Copy)]
pub(crate) struct Within {
    pub(crate) moment: Moment,
    pub(crate) kind: MoneyKind,
}

/// The figures that may explain a difference, by year and phase, the smallest first.
pub(crate) struct Explanations<'a> {
    document: &'a Document,
    by_moment: BTreeMap<Moment, Vec<(Decimal, usize)>>,
}

/// Nearly anything comes to a difference that is not so many times more than rounding.
const CLEAR: i64 = 20;
/// So many figures of nearly the same size are looked at: among more, one fits by chance.
const MOST_NEAR: usize = 64;

impl<'a> Explanations<'a> {
    pub(crate) fn of(subject: &Subject<'a>) -> Self {
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

    /// The sums in which a printed amount makes the smaller of two numbers the larger one.
    pub(in crate::check) fn of_pair(&self, within: Within, left: usize, right: usize) -> Vec<Sum> {
        let euros = |at: usize| self.document.figures[at].euros.abs();
        let (smaller, larger) = if euros(left) < euros(right) { (left, right) } else { (right, left) };
        let figures = &self.document.figures;
        let fitting = self.fitting(within, &figures[left], &figures[right]);
        let named = fitting.into_iter().filter(|&other| other != left && other != right);
        named.map(|other| explained(self.document, smaller, other, larger)).collect()
    }

    /// Figures of the same year and phase, and of a kind that can be in one number and not in another, that come to their
    /// difference; of each name the first. Of many names none explains anything: they fit by chance.
    pub(crate) fn fitting(&self, within: Within, one: &Figure, other: &Figure) -> Vec<usize> {
        const MOST_NAMES: usize = 2;
        let difference = one.euros.abs().saturating_sub(other.euros.abs()).abs();
        let bound = rounding::bound([one, other]);
        if difference < bound.saturating_mul(Decimal::from(CLEAR)) {
            return Vec::new();
        }
        let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
        for at in self.near(within.moment, difference, bound) {
            let figure = &self.document.figures[at];
            let half = rounding::of(figure);
            let missed = figure.euros.abs().saturating_sub(difference).abs();
            if half <= bound && missed <= bound.saturating_add(half) && self.may_be_within(figure, within.kind) {
                by_name.entry(folded(&figure.row)).or_insert(at);
            }
        }
        if by_name.len() > MOST_NAMES { Vec::new() } else { by_name.into_values().collect() }
    }

    /// Figures of a moment that are about so large.
    fn near(&self, moment: Moment, size: Decimal, bound: Decimal) -> impl Iterator<Item = usize> {
        let figures = self.by_moment.get(&moment).map_or(&[][..], Vec::as_slice);
        let window = bound.saturating_add(bound);
        let first = figures.partition_point(|(euros, _)| *euros < size.saturating_sub(window));
        let near = figures[first..].iter().take_while(move |(euros, _)| *euros <= size.saturating_add(window));
        near.take(MOST_NEAR).map(|&(_, at)| at)
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
