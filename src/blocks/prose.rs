//! What no table or card claims: headings, list items, labels with an amount, running text.

use super::{
    Claim, Form, Item, Labelled,
    line::{Line, is_label},
};
use crate::{
    scan::{self, words::is_space},
    source::Span,
};

/// A label and one amount of money at the end of a line: `Lasten € 31.415.900`.
pub(super) fn labelled(text: &str, lines: &[Line], at: usize) -> Option<Claim> {
    let line = lines[at];
    let goes_on = lines.get(at + 1).is_some_and(|next| !next.after_blank && next.text(text).starts_with(char::is_lowercase));
    let labelled = label_and_amount(line.text(text), line.span.start as usize).filter(|_| !goes_on)?;
    Some((Form::Labelled(labelled), at..at + 1))
}

fn label_and_amount(line: &str, base: usize) -> Option<Labelled> {
    let [.., amount] = scan::amounts(line)[..] else { return None };
    let label = line[..amount.outer_start].trim_end_matches(|character: char| is_space(character) || character == ':');
    let closes = line[amount.outer_end..].trim_matches(is_space).is_empty();
    let is_unit = scan::units(line).iter().any(|unit| unit.end >= amount.start);
    // A sentence may end in an amount too, but it does not begin a label: it is long, or has a full stop before.
    let is_name = is_label(label)
        && label.starts_with(char::is_alphabetic)
        && label.split_whitespace().count() <= MOST_LABEL_WORDS
        && !label.contains(". ");
    (amount.currency && closes && is_name && !is_unit && !label.contains('€'))
        .then(|| Labelled { label: Span::new(base, base + label.len()), amount: amount.shifted(base) })
}

const MOST_LABEL_WORDS: usize = 8;

/// A list item with the lines that continue it.
pub(super) fn item(text: &str, lines: &[Line], at: usize) -> Option<Claim> {
    let line = lines[at];
    if let Some(item) = below_its_mark(text, lines, at) {
        return Some(item);
    }
    let mark = mark_length(line.text(text)).filter(|_| !is_heading(text, lines, at))?;
    let end = continuation(text, lines, at + 1, |next, line| next.indent > line.indent && !next.after_blank);
    let words = line.span.part(mark, line.span.len()).trimmed(text);
    let item = Item { text: Span { start: words.start, end: lines[end - 1].span.end }, indent: line.indent };
    Some((Form::Item(item), at..end))
}

/// An item whose mark stands alone on the line above it, as texts out of a PDF have it.
fn below_its_mark(text: &str, lines: &[Line], at: usize) -> Option<Claim> {
    let first = lines.get(at + 1)?;
    let is_mark =
        is_lone_mark(lines[at].text(text)) && !is_lone_mark(first.text(text)) && mark_length(first.text(text)).is_none();
    if !is_mark {
        return None;
    }
    let end = continuation(text, lines, at + 2, |next, _| !next.after_blank);
    let words = Span { start: first.span.start, end: lines[end - 1].span.end };
    Some((Form::Item(Item { text: words, indent: lines[at].indent }), at..end))
}

/// A bullet, `1.` or `1.1` with nothing behind it.
pub(super) fn is_lone_mark(line: &str) -> bool {
    const LONGEST_BYTES: usize = 8;
    let number = line.trim_end_matches(['.', ')']);
    let is_number = number.len() < line.len() || number.contains('.');
    let digits = number.split('.').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
    line.len() <= LONGEST_BYTES && (is_bullet(line) || (is_number && digits))
}

fn is_bullet(line: &str) -> bool {
    let mut characters = line.chars();
    characters.next().is_some_and(|first| BULLETS.contains(&first) && !matches!(first, '-' | '–' | 'o' | '*'))
        && characters.next().is_none()
}

const BULLETS: [char; 14] = ['•', '·', '◦', '▪', '■', '●', '○', '–', '-', '*', '\u{f0b7}', '\u{f0a7}', '➢', 'o'];

/// Length of the mark that makes a line an item: a bullet, a hyphen with a space, `1.` or `a)`.
fn mark_length(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    if BULLETS.contains(&first) {
        return rest.starts_with(is_space).then_some(first.len_utf8());
    }
    let digits = line.find(|character: char| !character.is_ascii_digit()).unwrap_or(line.len());
    let numbered = (1..=2).contains(&digits) || (first.is_ascii_lowercase() && rest.starts_with([')', '.']));
    let mark = digits.max(usize::from(first.is_ascii_lowercase()));
    let closes = line[mark..].starts_with(['.', ')']) && line[mark + 1..].starts_with(is_space);
    (numbered && closes).then_some(mark + 1)
}

/// A heading or a paragraph, up to the line `limit` where a table begins.
pub(super) fn running(text: &str, lines: &[Line], at: usize, limit: Option<usize>) -> Claim {
    let limit = limit.unwrap_or(lines.len());
    if is_heading(text, lines, at) {
        return (Form::Heading, at..at + 1);
    }
    let continues = |next: &Line, _: &Line| !next.after_blank;
    let end = continuation(text, lines, at + 1, continues).min(limit.max(at + 1));
    (Form::Paragraph, at..end)
}

/// The first line from `from` on that begins something new.
fn continuation(text: &str, lines: &[Line], from: usize, continues: impl Fn(&Line, &Line) -> bool) -> usize {
    let first = lines[from - 1];
    let begins = |at: usize| {
        !continues(&lines[at], &first)
            || mark_length(lines[at].text(text)).is_some()
            || labelled(text, lines, at).is_some()
            || ends_paragraph(lines[at - 1].text(text))
            || is_heading(text, lines, at)
    };
    (from..lines.len()).find(|&at| begins(at)).unwrap_or(lines.len())
}

/// Whether a line is a whole paragraph by itself: a long one that ends where a sentence does. Wrapped lines are short.
fn ends_paragraph(line: &str) -> bool {
    const LONGEST_WRAPPED_BYTES: usize = 140;
    line.len() > LONGEST_WRAPPED_BYTES && ends_sentence(line)
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['”', '’', '"', ')', '\'']).ends_with(['.', '!', '?', ':'])
}

/// Whether a line is a heading: short, no sentence, and something begins behind it.
fn is_heading(text: &str, lines: &[Line], at: usize) -> bool {
    let line = lines[at];
    let words = line.text(text);
    if !is_label(words) || words.ends_with(':') || !begins_upright(words) || has_value(words) {
        return false;
    }
    if mark_length(words).is_some() {
        return is_numbered_heading(text, lines, at);
    }
    if is_field(words) && lines.get(at + 1).is_some_and(|next| !next.after_blank && is_field(next.text(text))) {
        return false;
    }
    let after_whole = at == 0 || line.after_blank || ends_whole(lines[at - 1].text(text));
    let alone = line.before_blank || lines.get(at + 1).is_none_or(|next| begins_text(next.text(text)));
    after_whole && alone && !is_mid_paragraph(text, lines, at) && !is_wrapped(text, lines, at)
}

/// Whether a long line goes on in the next one: it holds the end of a sentence, or the next line's first word would not
/// have fitted into it.
fn is_wrapped(text: &str, lines: &[Line], at: usize) -> bool {
    const SHORTEST_WRAPPED_BYTES: usize = 60;
    let line = lines[at].text(text);
    let Some(next) = lines.get(at + 1).filter(|_| line.len() >= SHORTEST_WRAPPED_BYTES && !lines[at].before_blank) else {
        return false;
    };
    let next = next.text(text);
    let first_word = next.split(is_space).next().unwrap_or(next);
    let holds_end = line.split(". ").nth(1).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    holds_end || (mark_length(next).is_none() && line.len() + first_word.len() >= next.len())
}

/// `Naam: Werkbedrijf`: a label of one word with its value. Two such lines are a record, no heading with its text.
fn is_field(words: &str) -> bool {
    words.split_once(": ").is_some_and(|(label, _)| label.split_whitespace().count() <= 2)
}

/// `Realisatie 2023: 120 woningen`: a label with the number that it tells.
fn has_value(words: &str) -> bool {
    words.rsplit_once(": ").is_some_and(|(_, value)| value.starts_with(|first: char| first.is_ascii_digit()))
}

/// `3. Financieel beeld` may be a heading as well as an item: standing alone, without items around it, it is a heading.
fn is_numbered_heading(text: &str, lines: &[Line], at: usize) -> bool {
    let line = lines[at];
    let is_item = |at: usize| lines.get(at).is_some_and(|line| mark_length(line.text(text)).is_some());
    let numbered = line.text(text).starts_with(|character: char| character.is_ascii_digit());
    let alone = line.after_blank && line.before_blank && !at.checked_sub(1).is_some_and(is_item) && !is_item(at + 1);
    numbered && alone && at + 1 < lines.len()
}

fn begins_upright(words: &str) -> bool {
    words.starts_with(|character: char| {
        character.is_uppercase() || character.is_ascii_digit() || matches!(character, '‘' | '“' | '\'' | '"')
    })
}

/// Whether the line before it closes what it says: a sentence, a heading of its own, or an item.
fn ends_whole(line: &str) -> bool {
    ends_sentence(line) || mark_length(line).is_some() || is_label(line)
}

fn begins_text(line: &str) -> bool {
    begins_upright(line) || mark_length(line).is_some()
}

/// A short line between lines of one wrapped paragraph is no heading, however short.
fn is_mid_paragraph(text: &str, lines: &[Line], at: usize) -> bool {
    let line = lines[at];
    let before = at.checked_sub(1).map(|before| lines[before]);
    before.is_some_and(|before| !line.after_blank && !ends_whole(before.text(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_items() {
        for (line, length) in [
            ("• Zorg", Some(3)),
            ("- Zorg", Some(1)),
            ("1. Zorg", Some(2)),
            ("12) Zorg", Some(3)),
            ("a) Zorg", Some(2)),
            ("b. Zorg", Some(2)),
        ] {
            assert_eq!(mark_length(line), length, "{line}");
        }
        for line in ["-5", "Zorg", "1.2 Zorg", "2024. Zorg", "e.d. Zorg", "–aanbod", "Om te", ""] {
            assert_eq!(mark_length(line), None, "{line}");
        }
    }

    #[test]
    fn a_label_with_an_amount_is_no_sentence() {
        let label = |line: &'static str| label_and_amount(line, 0).map(|labelled| labelled.label.of(line));
        assert_eq!(label("Lasten € 31.415.900"), Some("Lasten"));
        assert_eq!(label("Bijdrage: € 4.115.000"), Some("Bijdrage"));
        assert_eq!(label("Sportpark   € 35.000 V"), Some("Sportpark"));
        assert_eq!(label("Begroot € 4.120 en € 5"), None);
        assert_eq!(label("De bijdrage stijgt. Het wordt € 5"), None);
        assert_eq!(label("Bedragen x € 1.000"), None);
        assert_eq!(label("Leden 120"), None);
    }
}
