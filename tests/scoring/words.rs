//! When two wordings count as the same.

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

const AT_THE_ENDS: &[char] = &[' ', '.', ':', ';', ',', '-', '–', '•', '*', '\'', '"'];

/// Without what does not count: case, composition of accents, kinds of quotes and of white space, punctuation at the ends.
pub(crate) fn plain(text: &str) -> String {
    let composed: String = text.nfkc().collect();
    let straight = composed.to_lowercase().replace(['’', '‘', '`', '´'], "'");
    let spaced = straight.split_whitespace().collect::<Vec<_>>().join(" ");
    spaced.trim_matches(AT_THE_ENDS).to_owned()
}

/// The name rule: equal, or one is the end of the other from a word boundary on. Both are plain.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && (ends_with_words(one, other) || ends_with_words(other, one))
}

fn ends_with_words(whole: &str, end: &str) -> bool {
    let before = whole.strip_suffix(end).map(|before| before.chars().next_back());
    before.is_some_and(|last| last.is_none_or(|last| !last.is_alphanumeric()))
}

/// Whether one begins or ends with the other. Both are plain.
pub(crate) fn is_begin_or_end(one: &str, other: &str) -> bool {
    let holds = |whole: &str, piece: &str| whole.starts_with(piece) || whole.ends_with(piece);
    !other.is_empty() && (holds(one, other) || holds(other, one))
}

/// A decimal number; numbers are compared by value.
pub(crate) fn number(text: &str) -> Option<Decimal> {
    text.trim().parse().ok()
}

/// Whether one of the words stands in the plain text.
pub(crate) fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|character: char| !character.is_alphanumeric() && character != '_').any(|word| words.contains(&word))
}
