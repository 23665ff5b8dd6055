//! Percentages that stand beside an amount outside tables, as on a card: label, percentage, amount.

use std::collections::BTreeMap;

use crate::document::{Document, Figure};

/// A percentage farther from its amount than this stands not beside it.
const FARTHEST_BYTES: u32 = 200;

/// For each amount outside tables the percentages of the same label that stand beside it, in the order of the text. Amounts
/// and percentages are counted in the document's lists.
pub fn shares_beside(document: &Document) -> BTreeMap<usize, Vec<usize>> {
    let mut amounts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, figure) in document.figures.iter().enumerate().filter(|(_, figure)| figure.table.is_none()) {
        amounts.entry(figure.row.as_str()).or_default().push(at);
    }
    for places in amounts.values_mut() {
        crate::source::sort_by_rank(places, |&at| document.figures[at].span.rank());
    }
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, percentage) in document.percentages.iter().enumerate() {
        let Some(places) = percentage.about.as_deref().and_then(|about| amounts.get(about)) else { continue };
        let behind = places.partition_point(|&figure| document.figures[figure].span.start < percentage.span.start);
        let near = behind.checked_sub(1).into_iter().chain([behind]).filter_map(|place| places.get(place).copied());
        let distance = |figure: &usize| gap(&document.figures[*figure], percentage.span.start, percentage.span.end);
        if let Some(nearest) = near.min_by_key(distance).filter(|nearest| distance(nearest) <= FARTHEST_BYTES) {
            found.entry(nearest).or_default().push(at);
        }
    }
    found
}

/// How many bytes lie between an amount and a stretch.
fn gap(figure: &Figure, start: u32, end: u32) -> u32 {
    start.saturating_sub(figure.span.end).max(figure.span.start.saturating_sub(end))
}
