//! Abbreviations in brackets, tied to the name before them by their letters.

use crate::scan::words::{Word, just_behind, lower, words};

/// Where something begins and ends.
type Range = (usize, usize);

/// The most words of a name that has an abbreviation.
const MOST_WORDS: usize = 9;

/// The longest abbreviation with its brackets.
const LONGEST_BYTES: usize = 40;

/// Names with their abbreviations: `Werk en Kansen Voorbeeldmeer (WKV)`, `regionale werkplek (RW)`.
pub(super) fn abbreviated(line: &str, words: &[Word<'_>]) -> Vec<(Range, Range)> {
    line.match_indices('(')
        .filter_map(|(open, _)| {
            let close = open + just_behind(line, open, LONGEST_BYTES).find(')')?;
            let short = &line[open + 1..close];
            let before = words.partition_point(|word| word.end() <= open);
            let touches = before > 0
                && line[words[before - 1].end()..open].chars().all(|between| matches!(between, ' ' | '\u{a0}' | '"' | '’' | '”'));
            let start = (is_abbreviation(short) && touches).then(|| name_start(line, &words[..before], short)).flatten()?;
            Some(((words[start].start, words[before - 1].end()), (open + 1, close)))
        })
        .collect()
}

/// The other way round: `ABC (Alle Bomen Centraal)`.
pub(super) fn spelled_out(line: &str, words: &[Word<'_>]) -> Vec<(Range, Range)> {
    const LONGEST_NAME_BYTES: usize = 90;
    let pairs = line.match_indices(" (").filter_map(|(at, _)| {
        let open = at + 1;
        let close = open + just_behind(line, open, LONGEST_NAME_BYTES).find(')')?;
        let before = words.partition_point(|word| word.end() <= at).checked_sub(1).map(|at| words[at])?;
        let from = words.partition_point(|word| word.start < open);
        let inner = words.get(from..words.partition_point(|word| word.end() <= close)).filter(|inner| inner.len() >= 2)?;
        let letters: Vec<char> = before.text.chars().filter(|letter| letter.is_alphanumeric()).map(lower).collect();
        let fits =
            before.end() == at && is_abbreviation(before.text) && inner.len() <= MOST_WORDS && unread(inner, &letters) == 0;
        fits.then(|| ((inner[0].start, inner[inner.len() - 1].end()), (before.start, before.end())))
    });
    pairs.collect()
}

/// Two to ten letters, digits or inner hyphens, two of them capitals.
pub(crate) fn is_abbreviation(text: &str) -> bool {
    let capitals = text.chars().filter(|character| character.is_uppercase()).count();
    (2..=10).contains(&text.chars().count())
        && capitals >= 2
        && text.chars().all(|character| character.is_alphanumeric() || matches!(character, '-' | '&'))
}

/// Whether all letters of `short` can be read off the words of a name.
pub(crate) fn spells(name: &str, short: &str) -> bool {
    let all: Vec<Word<'_>> = words(name).collect();
    let letters: Vec<char> = short.chars().filter(|letter| letter.is_alphanumeric()).map(lower).collect();
    all.len() <= MOST_WORDS && unread(&all, &letters) == 0
}

/// The word that the name begins with: the nearest one from which the letters of `short` can be read off.
fn name_start(line: &str, words: &[Word<'_>], short: &str) -> Option<usize> {
    let letters: Vec<char> = short.chars().filter(|letter| letter.is_alphanumeric()).map(lower).collect();
    let nearest = words.len().saturating_sub(MOST_WORDS);
    let unbroken = |at: usize| !line[words[at].start..words[words.len() - 1].end()].contains([',', ';', ':', '(', ')']);
    let starts = || (nearest..words.len()).rev().filter(|&at| unbroken(at) && !is_preposition(words[at].text));
    starts()
        .find(|&at| unread(&words[at..], &letters) == 0)
        .or_else(|| starts().find(|&at| letters.len() >= 3 && words.len() - at >= 2 && unread(&words[at..], &letters) == 1))
}

/// How many letters at the end of `letters` cannot be read off the words: each word gives its first letter, and may give
/// more of its own in order (`gezondheidsdienst` gives g and d). Only small words may give none.
fn unread(words: &[Word<'_>], letters: &[char]) -> usize {
    let Some((word, rest)) = words.split_first() else { return letters.len() };
    let skipped = if is_connector(word.text) { unread_behind(rest, letters) } else { letters.len() };
    let mut own = word.text.chars().map(lower);
    let (Some(first), Some((letter, mut left))) = (own.next(), letters.split_first()) else { return skipped };
    if first != *letter {
        return skipped;
    }
    let mut best = skipped.min(unread_behind(rest, left));
    while let Some((letter, fewer)) = left.split_first() {
        if !own.any(|own| own == *letter) {
            break;
        }
        left = fewer;
        best = best.min(unread_behind(rest, left));
    }
    best
}

/// The same for the words behind the first; none left is the end.
fn unread_behind(words: &[Word<'_>], letters: &[char]) -> usize {
    if words.is_empty() { letters.len() } else { unread(words, letters) }
}

fn is_connector(word: &str) -> bool {
    matches!(word, "en" | "de" | "het" | "van" | "der" | "den" | "voor" | "op" | "in" | "regio" | "te" | "aan" | "tot")
}

/// No name begins with one of these.
fn is_preposition(word: &str) -> bool {
    matches!(word, "en" | "de" | "het" | "van" | "der" | "den" | "voor" | "op" | "in" | "te" | "aan" | "tot")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[(&str, &str)]) {
        let all: Vec<_> = words(line).collect();
        let found: Vec<_> =
            abbreviated(line, &all).into_iter().map(|(name, short)| (&line[name.0..name.1], &line[short.0..short.1])).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn letters_are_read_off_the_words() {
        check("lid van Werk en Kansen Voorbeeldmeer (WKV).", &[("Werk en Kansen Voorbeeldmeer", "WKV")]);
        check(
            "de Gemeentelijke gezondheidsdienst regio Meer (GGDrM)",
            &[("Gemeentelijke gezondheidsdienst regio Meer", "GGDrM")],
        );
        check("een regionale werkplek (RWM) voor", &[("regionale werkplek", "RWM")]);
        check("kennisplatform Meer Sociaal (kMS)", &[("kennisplatform Meer Sociaal", "kMS")]);
    }

    #[test]
    fn brackets_hold_other_things_too() {
        check("Wij (de raad) en Zorg (2024) en OZA (Onderwijs Zorg) en (ABC)", &[]);
        check("Oudstad (nu: Nieuwstad)", &[]);
    }
}
