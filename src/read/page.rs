//! The text and its blocks, as every question sees them.

use crate::{
    blocks::{Block, Form},
    document::Programme,
    source::{Span, sort_by_rank},
};

/// A text that is being read.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) blocks: &'a [Block],
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a str, blocks: &'a [Block]) -> Self {
        Self { text, blocks }
    }

    /// The words at a place.
    pub(super) fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// Where a doubt about the whole text stands.
    pub(super) fn first_line(&self) -> Span {
        self.blocks.first().map(|block| block.span).unwrap_or_default()
    }

    /// The headings, each with its place in the list of blocks.
    pub(super) fn headings(&self) -> impl Iterator<Item = (usize, Span)> {
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

/// Which programme each place of the text stands under: the last one that a heading named before it. A programme that only
/// a table lists has no text of its own.
pub(super) struct Scopes {
    /// Where each begins, in order, and its place in the list of programmes.
    starts: Vec<(u32, usize)>,
}

impl Scopes {
    pub(super) fn of(page: &Page<'_>, programmes: &[Programme]) -> Self {
        let headings: Vec<Span> = page.headings().map(|(_, span)| span).collect();
        let in_heading = |span: Span| {
            let before = headings.partition_point(|heading| heading.start <= span.start);
            before.checked_sub(1).is_some_and(|at| headings[at].contains(span))
        };
        let named = programmes.iter().enumerate().filter(|(_, programme)| in_heading(programme.span));
        let mut starts: Vec<(u32, usize)> = named.map(|(at, programme)| (programme.span.start, at)).collect();
        sort_by_rank(&mut starts, |(start, _)| u64::from(*start));
        Self { starts }
    }

    pub(super) fn at(&self, span: Span) -> Option<usize> {
        let before = self.starts.partition_point(|(start, _)| *start <= span.start);
        before.checked_sub(1).map(|at| self.starts[at].1)
    }
}
