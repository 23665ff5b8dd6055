//! A document as the checks see it.

use std::{cell::OnceCell, collections::BTreeSet};

use super::{
    percentages::{self, Relation},
    unit,
};
use crate::document::{Document, Status};

/// A document with what all checks ask of it, worked out once.
pub struct Subject<'a> {
    /// The document.
    pub document: &'a Document,
    /// For each figure whether it counts: it is not superseded and does not stand in a stretch that comes again.
    counts: Vec<bool>,
    relations: OnceCell<Vec<Relation>>,
    /// The figures whose unit is in doubt.
    in_doubt: OnceCell<BTreeSet<usize>>,
}

impl<'a> Subject<'a> {
    /// A document to check.
    pub fn new(document: &'a Document) -> Self {
        let mut repeats = document.repeats.iter().peekable();
        let mut order: Vec<usize> = (0..document.figures.len()).collect();
        crate::source::sort_by_rank(&mut order, |&at| document.figures[at].span.rank());
        let mut counts = vec![true; order.len()];
        for at in order {
            let figure = &document.figures[at];
            while repeats.next_if(|repeat| repeat.end <= figure.span.start).is_some() {}
            let is_repeated = repeats.peek().is_some_and(|repeat| repeat.contains(figure.span));
            counts[at] = !is_repeated && figure.status != Some(Status::Superseded);
        }
        Self { document, counts, relations: OnceCell::new(), in_doubt: OnceCell::new() }
    }

    /// The percentages in tables, with the amounts that they follow from: several checks judge some of them.
    pub(super) fn relations(&self) -> &[Relation] {
        self.relations.get_or_init(|| percentages::relations(self))
    }

    /// Whether the unit of a figure is in doubt: it stays out of sums until a person chooses one.
    pub(super) fn is_in_doubt(&self, figure: usize) -> bool {
        let doubted = || unit::figures_in_doubt(self.document, &unit::check(self));
        self.in_doubt.get_or_init(doubted).contains(&figure)
    }

    /// Whether a figure counts: it is not superseded and does not stand in a stretch that comes again.
    pub fn counts(&self, figure: usize) -> bool {
        self.counts.get(figure).copied().unwrap_or(false)
    }
}
