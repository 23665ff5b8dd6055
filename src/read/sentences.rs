//! Running text to sentences.

use crate::{
    scan::words::{just_before, just_behind},
    source::Span,
};

/// The longest sentence: a text that lost its full stops is cut here, so that no sentence costs more than its length.
const MOST_BYTES: usize = 800;

/// The sentences of a piece of text.
pub(super) fn sentences(text: &str, span: Span) -> Vec<Span> {
    split(text, span, &|_, _| true)
}

/// The same where lines may be wrapped: a sentence goes on behind a line that is long enough to be full, or that the next
/// one goes on in lower case.
pub(super) fn unwrapped(text: &str, span: Span) -> Vec<Span> {
    const LEAST_BYTES_OF_LINE: usize = 60;
    split(text, span, &|before, behind| {
        let length = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
        let ends = before.trim_end().ends_with(['.', ':', ';', '!', '?']);
        ends || !(length >= LEAST_BYTES_OF_LINE || behind.trim_start().starts_with(char::is_lowercase))
    })
}

/// Splits at the marks that end a sentence, and at a line's end where `breaks` says so of what stands around it.
fn split(text: &str, span: Span, breaks: &dyn Fn(&str, &str) -> bool) -> Vec<Span> {
    let words = span.of(text);
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, character) in words.char_indices() {
        let end = at + character.len_utf8();
        let is_long = end - start > MOST_BYTES && character == ' ';
        let ends = || {
            ends_here(character, &words[end..])
                && (character != '\n' || breaks(just_before(words, at, MOST_BYTES), &words[end..]))
        };
        if (is_long || ends()) && start < at {
            sentences.push(span.part(start, at));
            start = end;
        }
    }
    if start < words.len() {
        sentences.push(span.part(start, words.len()));
    }
    sentences
}

/// Whether a mark ends a sentence: what follows begins a new one, not in lower case, nor an amount, as behind `o.a.`.
fn ends_here(mark: char, rest: &str) -> bool {
    match mark {
        '\n' => true,
        '.' | '!' | '?' => {
            let next = rest.chars().find(|next| !next.is_whitespace());
            rest.starts_with([' ', '\n', '\u{a0}']) && next.is_none_or(|next| !next.is_lowercase() && next != '€')
        }
        _ => false,
    }
}

/// The sentence around a place, and where in it the place is.
pub(super) fn around(text: &str, at: usize) -> (&str, usize) {
    let before = just_before(text, at, MOST_BYTES);
    let behind = just_behind(text, at, MOST_BYTES);
    let marks = |part: &str| part.char_indices().map(|(at, mark)| (at + mark.len_utf8(), mark)).collect::<Vec<_>>();
    let start = marks(before)
        .into_iter()
        .rev()
        .find(|&(end, mark)| ends_here(mark, &text[at - before.len() + end..]))
        .map_or(0, |(end, _)| end);
    let end = marks(behind).into_iter().find(|&(end, mark)| ends_here(mark, &behind[end..])).map_or(behind.len(), |(end, _)| end);
    (&text[at - before.len() + start..at + end], before.len() - start)
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

    #[test]
    fn the_sentence_around_a_place() {
        let text = "Eerst dit. Dan kost het o.a. € 5 per jaar. Later niet.";
        let at = text.find('€').unwrap_or(0);
        assert_eq!(around(text, at), (" Dan kost het o.a. € 5 per jaar.", 19));
    }

    #[test]
    fn a_text_without_full_stops_is_cut() {
        let text = "woord ".repeat(1_000);
        let longest = sentences(&text, Span::new(0, text.len())).into_iter().map(Span::len).max();
        assert!(longest.is_some_and(|longest| longest <= MOST_BYTES + 10));
    }
}
