//! What a row is of, by its label.

use crate::{
    document::Figure,
    scan::words::{folded, is_space},
    source::Source,
};

/// Words that say which kind of money a row is, or that it is a total, and not of what.
const SAY_THE_KIND: [&str; 11] = [
    "lasten",
    "baten",
    "uitgaven",
    "inkomsten",
    "totaal",
    "totale",
    "subtotaal",
    "saldo",
    "kosten",
    "opbrengsten",
    "exploitatie",
];
/// Words between them: `saldo van lasten en baten`.
const JOIN: [&str; 4] = ["van", "en", "de", "-"];

/// A label in lower case, without its number and without the words at its ends that only say the kind of money; empty where
/// it says nothing else.
pub(super) fn bare(label: &str) -> String {
    let folded = folded(label);
    let edge = |character: char| matches!(character, ':' | '.' | ',' | '(' | ')' | '|' | '-' | '–');
    let words: Vec<&str> = folded.split(' ').map(|word| word.trim_matches(edge)).filter(|word| !word.is_empty()).collect();
    let says_kind = |word: &&str| SAY_THE_KIND.contains(word);
    if words.iter().all(|word| says_kind(word) || JOIN.contains(word)) {
        return String::new();
    }
    let start = words.iter().position(|word| !says_kind(word)).unwrap_or(0);
    let end = words.iter().rposition(|word| !says_kind(word)).map_or(words.len(), |last| last + 1);
    // A number alone is a name: `programma 2` is told by it.
    let start = if end - start > 1 && is_code(words[start]) { start + 1 } else { start };
    words[start..end].join(" ")
}

/// `6.71a`, `2`, `p5`: what rows are numbered by.
fn is_code(word: &str) -> bool {
    const LONGEST: usize = 6;
    word.len() <= LONGEST
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().filter(u8::is_ascii_alphabetic).count() <= 1
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
}

/// Whether an amount stands on a line of its own behind its label: `Lasten € 12`. In running text it does not.
pub(super) fn is_labelled_line(source: &Source, figure: &Figure) -> bool {
    let text = source.text.as_str();
    let range = figure.span.range();
    let (Some(before), Some(behind)) = (text.get(..range.start), text.get(range.end..)) else { return false };
    let next = behind.chars().find(|&character| character == '\n' || !is_space(character));
    let is_between = |character: char| is_space(character) || matches!(character, '€' | ':' | '|');
    let label = end_of_line(before, figure.row.len()).map(|line| line.trim_end_matches(is_between));
    let is_label = |label: &str| !label.is_empty() && figure.row.ends_with(label.trim());
    next.is_none_or(|next| next == '\n') && label.is_some_and(is_label)
}

/// The last line of a text; none where it is far longer than a label of so many bytes. Only the end of the text is looked
/// through: a line may hold thousands of amounts.
fn end_of_line(text: &str, label: usize) -> Option<&str> {
    const MOST_AROUND: usize = 256;
    let start = text.len().saturating_sub(label.saturating_add(MOST_AROUND));
    let newline = text.as_bytes().get(start..)?.iter().rposition(|&byte| byte == b'\n');
    let line = newline.map_or(start, |newline| start + newline + 1);
    if newline.is_none() && start > 0 { None } else { text.get(line..) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_where_it_is_far_longer_than_its_label() {
        assert_eq!(end_of_line("Zorg\n  Lasten € ", 6), Some("  Lasten € "));
        assert_eq!(end_of_line("Lasten € ", 6), Some("Lasten € "));
        assert_eq!(end_of_line("", 6), Some(""));
        let long = "Lasten € 12 ".repeat(40);
        assert_eq!(end_of_line(&long, 6), None);
        assert_eq!(end_of_line(&format!("{long}\nLasten "), 6), Some("Lasten "));
        assert_eq!(end_of_line(&"é".repeat(300), 5), None);
    }

    #[test]
    fn a_label_without_what_only_says_the_kind() {
        let cases = [
            ("Lasten Gezond leven", "gezond leven"),
            ("Gezond leven lasten", "gezond leven"),
            ("Totaal Lasten", ""),
            ("Saldo van lasten en baten", ""),
            ("Saldo voor bestemming", "voor bestemming"),
            ("Baten 6.71a Jeugdhulp", "jeugdhulp"),
            ("Totaal programma 2", "programma 2"),
            ("Programma 2 Wonen", "programma 2 wonen"),
            ("2. Wonen", "wonen"),
            ("Kosten van het stadhuis", "van het stadhuis"),
            ("", ""),
        ];
        for (label, expected) in cases {
            assert_eq!(bare(label), expected, "{label}");
        }
    }
}
