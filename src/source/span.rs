//! A place in a text, as byte offsets.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A range of bytes in the decoded text: `start` is in it, `end` is not.
///
/// Offsets are 32 bits wide: a text of more than 4 GiB is refused at the door (see [`mod@crate::import`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// A span from `start` up to `end`; an end before the start gives an empty span.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX).max(start);
        Self { start, end }
    }

    /// The words at this place; empty where the place does not lie in the text or cuts a character.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The span as a range of indices.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its place in the order of the text: what begins first, and of what begins at one place the longest.
    pub fn rank(self) -> u64 {
        u64::from(self.start) << 32 | u64::from(!self.end)
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing lies between start and end.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly in this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// A part of this span: offsets are counted from its start.
    #[must_use]
    pub fn part(self, start: usize, end: usize) -> Self {
        let base = self.start as usize;
        Self::new(base + start, base + end)
    }

    /// Where `piece`, a slice of `words`, stands, if `words` stand at this span.
    #[must_use]
    pub fn inside(self, words: &str, piece: &str) -> Self {
        let offset = (piece.as_ptr() as usize).saturating_sub(words.as_ptr() as usize).min(words.len());
        self.part(offset, (offset + piece.len()).min(words.len()))
    }

    /// This span without the white space at both ends of its words in `text`.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = words.len() - words.trim_start().len();
        self.part(start, start + words.trim().len())
    }
}

/// A value together with the place that it was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where its words stand.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value and its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_outside_the_text_cuts_nothing() {
        assert_eq!(Span::new(2, 9).of("Baten"), "");
        assert_eq!(Span::new(0, 1).of("€ 5"), "", "half a character is no word");
        assert_eq!(Span::new(4, 2), Span::new(4, 4));
    }

    #[test]
    fn trimming_keeps_the_place() {
        let text = "ab \u{a0}Saldo\t";
        assert_eq!(Span::new(2, text.len()).trimmed(text).of(text), "Saldo");
        assert!(Span::new(2, 3).trimmed(text).is_empty());
    }

    #[test]
    fn parts_count_from_the_start() {
        assert_eq!(Span::new(10, 20).part(2, 5), Span::new(12, 15));
        assert_eq!(Span::new(3, 4).to(Span::new(8, 9)), Span::new(3, 9));
    }
}
