//! The parties that form the coalition.

use super::page::Page;
use crate::{
    blocks::Form,
    scan::words::{ends_with_words, find_words},
    source::{Span, Spanned},
};

/// The parties behind `coalitiepartijen`, or behind `gesloten door` in a sentence about an agreement. The list ends at
/// the first word that begins in lower case.
pub(super) fn parties(page: &Page<'_>) -> Vec<Spanned<String>> {
    page.written().find_map(|span| parties_in(page, span)).or_else(|| listed(page)).unwrap_or_default()
}

/// The items below a line that ends in `coalitiepartijen:`.
fn listed(page: &Page<'_>) -> Option<Vec<Spanned<String>>> {
    let introduces = |span: Span| {
        let words = page.words(span).trim_end_matches(':');
        words.len() < span.len() && ["coalitiepartijen", "coalitiepartners"].iter().any(|word| ends_with_words(words, word))
    };
    let at = page.blocks.iter().position(|block| introduces(block.span))?;
    let names = page.after(at).map_while(|block| match block.form {
        Form::Item(item) => Some(item.text),
        _ => None,
    });
    let parties: Vec<_> = names.map(|span| party(page, span)).collect();
    (parties.len() >= 2).then_some(parties)
}

fn parties_in(page: &Page<'_>, span: Span) -> Option<Vec<Spanned<String>>> {
    const BEFORE: [&str; 6] = [
        "coalitiepartijen",
        "gesloten door",
        "coalitie van",
        "de coalitie bestaat uit",
        "coalitie bestaande uit",
        "coalitiepartners",
    ];
    let text = page.words(span);
    BEFORE.into_iter().find_map(|words| {
        let start = find_words(text, words)? + words.len();
        let list = names(text, start);
        (list.len() >= 2).then(|| list.into_iter().map(|(from, to)| party(page, span.part(from, to))).collect())
    })
}

fn party(page: &Page<'_>, span: Span) -> Spanned<String> {
    Spanned::new(page.words(span).to_owned(), span)
}

/// The names of a list from `start` on: between commas and "en", each beginning with a capital or holding a digit.
fn names(text: &str, start: usize) -> Vec<(usize, usize)> {
    let mut names = Vec::new();
    let mut at = start;
    loop {
        at += text[at..].len() - text[at..].trim_start_matches([' ', ':', ',', '\u{a0}', '\n']).len();
        if let Some(rest) = text[at..].strip_prefix("en ") {
            at = text.len() - rest.len();
        }
        let length = name_length(&text[at..]);
        if length == 0 {
            return names;
        }
        names.push((at, at + length));
        at += length;
        let goes_on = text[at..].starts_with([',', '\n']) || text[at..].starts_with(" en ");
        if !goes_on {
            return names;
        }
    }
}

/// Length of one name: its first word has a capital or a digit; others follow while they do too, and one word in lower
/// case may close it before a comma, "en", or the words that go on (`Voorbeeldstad één`).
fn name_length(text: &str) -> usize {
    let (mut start, mut end, mut small) = (0, 0, 0);
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches([' ', ',', '.', ';', '!', ')']);
        let upright = bare.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
        if bare.is_empty() || bare == "en" || (!upright && (end == 0 || !is_numeral(bare) || small > 0)) {
            break;
        }
        small += usize::from(!upright);
        end = start + bare.len();
        start += word.len();
        if word.trim_end().len() > bare.len() {
            break;
        }
    }
    end
}

/// Numerals close the names of local parties.
fn is_numeral(word: &str) -> bool {
    matches!(word, "één" | "een" | "1" | "plus" | "nu" | "lokaal" | "centraal" | "samen" | "vooruit" | "anders")
}

#[cfg(test)]
mod tests {
    use crate::{read::read, source::Source};

    fn check(text: &str, expected: &[&str]) {
        let source = Source::from_bytes("a", text.as_bytes());
        let parties = read(&source).coalition_parties;
        let found: Vec<_> = parties.iter().map(|party| source.cut(party.span)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_list_behind_the_word() {
        check(
            "Op weg\n\nDaarom willen de coalitiepartijen Dorpslijst Voorbeeldstad, ABC, Groen Dorp en Voorbeeldstad één graag bouwen.",
            &["Dorpslijst Voorbeeldstad", "ABC", "Groen Dorp", "Voorbeeldstad één"],
        );
        check("Akkoord\n\nDe coalitiepartijen:\n- ABC\n- Dorp nu\n\nWij bouwen.", &["ABC", "Dorp nu"]);
        check("Akkoord 2022 - 2026, gesloten door ABC, DEF en GHI.", &["ABC", "DEF", "GHI"]);
    }

    #[test]
    fn no_list_no_parties() {
        check("De coalitiepartijen willen bouwen.", &[]);
        check("Het programma van de coalitiepartijen. Het is mooi.", &[]);
    }
}
