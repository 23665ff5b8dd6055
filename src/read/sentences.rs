//! Running text to sentences.

use crate::source::Span;

/// The sentences of a piece of text.
pub(super) fn sentences(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, end) in words.match_indices(['.', '!', '?', '\n']) {
        let rest = &words[at + end.len()..];
        let next = rest.trim_start().chars().next();
        let ends = rest.starts_with([' ', '\n', '\u{a0}']) && next.is_none_or(|next| !next.is_lowercase()) || end == "\n";
        if ends && start < at {
            sentences.push(span.part(start, at));
            start = at + end.len();
        }
    }
    if start < words.len() {
        sentences.push(span.part(start, words.len()));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_new_one_begins() {
        let text = "Dit kost o.a. geld. Dat ook! Of niet";
        let found: Vec<_> = sentences(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text).trim()).collect();
        assert_eq!(found, ["Dit kost o.a. geld", "Dat ook", "Of niet"]);
    }
}
