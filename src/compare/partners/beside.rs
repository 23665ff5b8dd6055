//! Which amounts stand beside a partner's name.

use std::collections::BTreeMap;

use super::{super::sentences, names};
use crate::{
    document::Document,
    source::{Source, Span, lines, sort_by_rank},
};

/// A longer line is a text that lost its line ends: who stands in it stands beside nothing.
const MOST_BYTES: usize = 800;

/// For each partner of a document the figures beside it, in the order of the text: those in the same sentence, else in the
/// same line, and of several partners there those behind its name. In a table also those of a row that is called so.
pub(super) fn figures(source: &Source, document: &Document) -> Vec<Vec<usize>> {
    let mut beside = vec![Vec::new(); document.partners.len()];
    if document.partners.is_empty() || document.figures.is_empty() {
        return beside;
    }
    let (mentions, stretches, rows) = (mentions(document), Stretches::of(source, document), rows(document));
    for (at, figure) in in_order(document) {
        let named = stretches.around(figure).and_then(|stretch| partner_in(&mentions, stretch, figure));
        let row = || rows.get(&names::key(&document.figures[at].row)).copied();
        named.or_else(row).into_iter().for_each(|partner| beside[partner].push(at));
    }
    beside
}

/// Every mention with its partner, in the order of the text.
fn mentions(document: &Document) -> Vec<(Span, usize)> {
    let of_partner =
        |(at, partner): (usize, &crate::document::Partner)| partner.spans.iter().map(move |&span| (span, at)).collect::<Vec<_>>();
    let mut mentions: Vec<(Span, usize)> = document.partners.iter().enumerate().flat_map(of_partner).collect();
    sort_by_rank(&mut mentions, |(span, _)| span.rank());
    mentions
}

/// The partners by what a table's row may call them.
fn rows(document: &Document) -> BTreeMap<String, usize> {
    let mut rows = BTreeMap::new();
    for (at, partner) in document.partners.iter().enumerate() {
        for name in [&partner.name].into_iter().chain(&partner.abbreviation) {
            rows.entry(names::key(name)).or_insert(at);
        }
    }
    rows
}

fn in_order(document: &Document) -> Vec<(usize, Span)> {
    let mut figures: Vec<(usize, Span)> = document.figures.iter().enumerate().map(|(at, figure)| (at, figure.span)).collect();
    sort_by_rank(&mut figures, |(_, span)| span.rank());
    figures
}

/// The partner that is named last before a figure, or else first behind it, in the same stretch.
fn partner_in(mentions: &[(Span, usize)], stretch: Span, figure: Span) -> Option<usize> {
    let behind = mentions.partition_point(|(mention, _)| mention.start < figure.start);
    let before = mentions[..behind].last().filter(|(mention, _)| stretch.contains(*mention));
    let next = mentions.get(behind).filter(|(mention, _)| stretch.contains(*mention));
    before.or(next).map(|&(_, partner)| partner)
}

/// The sentences and the lines of a text.
struct Stretches {
    sentences: Vec<Span>,
    lines: Vec<Span>,
}

impl Stretches {
    fn of(source: &Source, document: &Document) -> Self {
        let policy = sentences::policy(document).into_iter();
        let of_policy = policy.flat_map(|section| sentences::sentences(&source.text, section.span));
        let prose = sentences::prose(source, document).into_iter().map(|section| section.span);
        let mut sentences: Vec<Span> = prose.chain(of_policy).collect();
        sort_by_rank(&mut sentences, |span| span.rank());
        Self { sentences, lines: lines(&source.text).filter(|line| line.len() <= MOST_BYTES).collect() }
    }

    fn around(&self, figure: Span) -> Option<Span> {
        let around = |spans: &[Span]| {
            let behind = spans.partition_point(|span| span.start <= figure.start);
            spans[..behind].last().copied().filter(|span| span.contains(figure))
        };
        around(&self.sentences).or_else(|| around(&self.lines))
    }
}
