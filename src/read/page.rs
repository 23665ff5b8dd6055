//! The text and its blocks, as every question sees them.

use super::{contents::Contents, outline::numbered, programmes::ProgrammeIndex};
use crate::{
    blocks::{Block, Form},
    document::Programme,
    scan::words::folded,
    source::{Span, sort_by_rank},
};

/// A text that is being read.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) blocks: &'a [Block],
    /// Where it lists names of headings.
    pub(super) contents: Contents,
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a str, blocks: &'a [Block]) -> Self {
        Self { text, blocks, contents: Contents::of(text, blocks) }
    }

    /// The words at a place.
    pub(super) fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// Where a doubt about the whole text stands.
    pub(super) fn first_line(&self) -> Span {
        self.blocks.first().map(|block| block.span).unwrap_or_default()
    }

    /// The headings, each with its place in the list of blocks; not their names in a list of contents.
    pub(super) fn headings(&self) -> impl Iterator<Item = (usize, Span)> {
        self.lines_alone().filter(|&(at, _)| !self.contents.lists(at))
    }

    /// Lines that stand alone: the headings and their names in lists of contents.
    pub(super) fn lines_alone(&self) -> impl Iterator<Item = (usize, Span)> {
        self.blocks.iter().enumerate().filter(|(_, block)| block.form == Form::Heading).map(|(at, block)| (at, block.span))
    }

    /// Running text: paragraphs and list items.
    pub(super) fn prose(&self) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter_map(|block| match block.form {
            Form::Paragraph => Some(block.span),
            Form::Item(item) => Some(item.text),
            _ => None,
        })
    }

    /// Everything that people wrote: all but what the publishing system adds.
    pub(super) fn written(&self) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter(|block| block.form != Form::Furniture).map(|block| block.span)
    }

    /// The blocks behind block `at`, without furniture.
    pub(super) fn after(&self, at: usize) -> impl Iterator<Item = &'a Block> {
        self.blocks[(at + 1).min(self.blocks.len())..].iter().filter(|block| block.form != Form::Furniture)
    }
}

/// Which programme each place of the text stands under: the last one that a heading named before it, up to a chapter
/// that is of none. A programme that only a table lists has no text of its own.
pub(super) struct Scopes {
    /// Where each begins, in order, and its place in the list of programmes.
    starts: Vec<(u32, Option<usize>)>,
    /// The headings that name a programme, in order.
    openings: Vec<u32>,
}

impl Scopes {
    pub(super) fn of(page: &Page<'_>, programmes: &[Programme]) -> Self {
        let index = ProgrammeIndex::of(programmes);
        let mut starts: Vec<(u32, Option<usize>)> = Vec::new();
        let mut openings = Vec::new();
        // What a list names holds within the list; behind it goes on what was before.
        let mut outside = None;
        let mut was_listed = false;
        for (at, span) in page.lines_alone() {
            let is_listed = page.contents.lists(at);
            let words = page.words(span);
            let named = index.of_heading(words);
            if was_listed && !is_listed {
                starts.push((span.start, outside));
            }
            openings.extend(named.map(|_| span.start));
            if named.is_some() || ends_programmes(words) {
                starts.pop_if(|&mut (start, _)| start == span.start);
                starts.push((span.start, named));
                outside = if is_listed { outside } else { named };
            }
            was_listed = is_listed;
        }
        let entries = page.contents.map.iter();
        starts.extend(entries.filter_map(|entry| Some((entry.title.start, Some(index.of_heading(page.words(entry.title))?)))));
        sort_by_rank(&mut starts, |(start, named)| u64::from(*start) << 32 | named.map_or(0, |at| at as u64 + 1));
        Self { starts, openings }
    }

    /// Whether a programme begins with a heading.
    pub(super) fn begin_at(&self, heading: Span) -> bool {
        self.openings.binary_search(&heading.start).is_ok()
    }

    /// Whether the programmes have ended before a place.
    pub(super) fn end_before(&self, span: Span) -> bool {
        self.at(span).is_none() && self.starts.first().is_some_and(|&(start, _)| start < span.start)
    }

    pub(super) fn at(&self, span: Span) -> Option<usize> {
        let before = self.starts.partition_point(|(start, _)| *start <= span.start);
        before.checked_sub(1).and_then(|at| self.starts[at].1)
    }
}

/// Whether a heading opens a chapter that belongs to no programme.
pub(crate) fn ends_programmes(heading: &str) -> bool {
    const CHAPTERS: [&str; 6] =
        ["paragrafen", "verplichte paragrafen", "paragraaf ", "financiële begroting", "bijlage", "overzicht van baten en lasten"];
    let folded = folded(numbered(heading).1);
    CHAPTERS.iter().any(|chapter| folded.starts_with(chapter))
}
