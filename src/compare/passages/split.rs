//! A text to passages: goals and measures where they are set apart, else paragraphs and list items.

use crate::{
    document::Document,
    scan::words::words,
    source::{Source, Span, lines, sort_by_rank},
};

/// Goals and measures, in the order of the text.
pub(super) fn policy(document: &Document) -> Vec<Span> {
    let goals = document.goals.iter().map(|goal| goal.span);
    let mut spans: Vec<Span> = goals.chain(document.measures.iter().map(|measure| measure.span)).collect();
    sort_by_rank(&mut spans, |span| span.rank());
    spans
}

/// The paragraphs and list items that are neither goals, measures, headings, tables nor said before.
pub(super) fn prose(source: &Source, document: &Document) -> Vec<Span> {
    const LEAST_WORDS: usize = 6;
    let text = &source.text;
    let mut taken = policy(document);
    taken.extend(document.tables.iter().map(|table| table.span));
    taken.extend(document.outline.iter().map(|entry| entry.span));
    taken.extend(&document.repeats);
    sort_by_rank(&mut taken, |span| span.rank());
    let mut taken = taken.into_iter().peekable();
    let mut spans = Vec::new();
    let mut end = 0;
    for line in lines(text) {
        while let Some(next) = taken.next_if(|next| next.start < line.end) {
            end = end.max(next.end);
        }
        if line.start >= end && words(line.of(text)).nth(LEAST_WORDS - 1).is_some() {
            spans.push(line.trimmed(text));
        }
    }
    spans
}
