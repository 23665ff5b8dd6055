//! Statements of the unit that amounts are printed in: `bedragen x € 1.000`, `in duizenden euro's`, `bedragen in €`.

use super::words::{is_space, stands_alone};

/// A printed statement of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScannedUnit {
    /// Euros for each 1 printed.
    pub factor: u32,
    /// Where the statement begins.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

/// Every statement of a unit in a text, in order.
pub fn units(text: &str) -> Vec<ScannedUnit> {
    let mut found: Vec<_> = multiplied(text).chain(in_words(text)).collect();
    found.sort_by_key(|unit| (unit.start, unit.end));
    found.dedup_by(|later, earlier| later.start < earlier.end);
    found
}

/// `x € 1.000`, `x 1.000 euro`, `x €1.000,-`, `× € 1 mln`, `* 1.000`.
fn multiplied(text: &str) -> impl Iterator<Item = ScannedUnit> {
    text.char_indices().filter(|(_, mark)| matches!(mark, 'x' | 'X' | '×' | '*')).filter_map(|(start, mark)| {
        let after = start + mark.len_utf8();
        if mark.is_alphabetic() && text[..start].ends_with(char::is_alphanumeric) {
            return None;
        }
        let mut rest = text[after..].trim_start_matches(is_space);
        let currency = ["€", "EUR", "euro"].into_iter().find_map(|word| rest.strip_prefix(word));
        rest = currency.unwrap_or(rest).trim_start_matches(is_space);
        let (factor, rest) = factor(rest)?;
        let rest = ["euro's", "euro’s", "euro"]
            .into_iter()
            .find_map(|word| rest.trim_start_matches(is_space).strip_prefix(word))
            .unwrap_or(rest);
        let rest = rest.strip_prefix(",-").unwrap_or(rest);
        Some(ScannedUnit { factor, start, end: text.len() - rest.len() })
    })
}

/// The factor at the start of `text`, and what stands behind it.
fn factor(text: &str) -> Option<(u32, &str)> {
    const FACTORS: [(&str, u32); 12] = [
        ("1.000.000", 1_000_000),
        ("1000000", 1_000_000),
        ("1.000", 1_000),
        ("1000", 1_000),
        ("1 miljoen", 1_000_000),
        ("1 mln", 1_000_000),
        ("1 duizend", 1_000),
        ("miljoen", 1_000_000),
        ("mln", 1_000_000),
        ("duizend", 1_000),
        ("1,-", 1),
        ("1", 1),
    ];
    let (word, factor) = FACTORS.into_iter().find(|(word, _)| {
        text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
            && !text[word.len()..].starts_with(|next: char| next.is_alphanumeric())
    })?;
    let rest = &text[word.len()..];
    let goes_on = rest.starts_with(['.', ',']) && rest[1..].starts_with(|next: char| next.is_ascii_digit());
    (!goes_on).then_some((factor, rest))
}

/// `in duizenden euro's`, `in miljoenen`, `bedragen in €`, `in hele euro's`, `(in euro's)`, `k€`.
fn in_words(text: &str) -> impl Iterator<Item = ScannedUnit> {
    const WORDS: [(&str, u32); 9] = [
        ("in duizenden", 1_000),
        ("in miljoenen", 1_000_000),
        ("in hele euro", 1),
        ("in euro", 1),
        ("in €", 1),
        ("in eur", 1),
        ("hele euro", 1),
        ("in k€", 1_000),
        ("in mln", 1_000_000),
    ];
    WORDS
        .into_iter()
        .flat_map(move |(words, factor)| {
            text.char_indices().filter_map(move |(start, _)| {
                let end = start + words.len();
                let same = text.get(start..end).is_some_and(|found| found.eq_ignore_ascii_case(words));
                (same && begins_word(text, start)).then(|| ScannedUnit { factor, start, end: end + tail(&text[end..]) })
            })
        })
        .filter(move |unit| {
            !text[unit.end..].starts_with(char::is_alphanumeric)
                && !text[unit.end..].trim_start_matches(is_space).starts_with(|next: char| next.is_ascii_digit())
        })
}

fn begins_word(text: &str, start: usize) -> bool {
    stands_alone(text, start, start) || !text[..start].ends_with(char::is_alphanumeric)
}

/// Length of what may follow: an ending, and the word euro.
fn tail(text: &str) -> usize {
    let rest = ["'s", "’s", "."].into_iter().find_map(|ending| text.strip_prefix(ending)).unwrap_or(text);
    let bare = rest.trim_start_matches(is_space);
    let rest = ["euro's", "euro’s", "euro", "€"].into_iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(rest);
    text.len() - rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(u32, &str)]) {
        let found: Vec<_> = units(text).into_iter().map(|unit| (unit.factor, &text[unit.start..unit.end])).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn multiplied_units() {
        check("x € 1.000", &[(1_000, "x € 1.000")]);
        check("Bedragen x €1.000", &[(1_000, "x €1.000")]);
        check("(bedragen x 1.000 euro)", &[(1_000, "x 1.000 euro")]);
        check("bedragen x € 1.000,-", &[(1_000, "x € 1.000,-")]);
        check("bedragen × € 1 mln", &[(1_000_000, "× € 1 mln")]);
        check("Bedragen x € 1.000.000", &[(1_000_000, "x € 1.000.000")]);
        check("Bedragen x € 1", &[(1, "x € 1")]);
    }

    #[test]
    fn units_in_words() {
        check("Alle bedragen in duizenden euro's.", &[(1_000, "in duizenden euro's")]);
        check("bedragen in €", &[(1, "in €")]);
        check("Gemiddelde waarde (in euro's)", &[(1, "in euro's")]);
        check("bedragen in hele euro’s", &[(1, "in hele euro’s")]);
        check("in miljoenen euro", &[(1_000_000, "in miljoenen euro")]);
    }

    #[test]
    fn what_states_no_unit() {
        for text in ["3 x 1.250", "max 1.000", "in € 500", "Europa", "in Europa", "box 1", "x", "in e€", "2 x € 12,50"] {
            check(text, &[]);
        }
    }
}
