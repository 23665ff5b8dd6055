//! Statements of the unit that amounts are printed in: `bedragen x € 1.000`, `in duizenden euro's`, `bedragen in €`.

use super::words::{ends_with_words, is_space};

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

impl ScannedUnit {
    /// The same statement, with its offsets counted from `base` bytes earlier.
    #[must_use]
    pub fn shifted(self, base: usize) -> Self {
        Self { start: self.start + base, end: self.end + base, ..self }
    }
}

/// Every statement of a unit in a text, in order.
pub fn units(text: &str) -> Vec<ScannedUnit> {
    let mut found: Vec<ScannedUnit> = Vec::new();
    // Each statement begins with one of few letters: this is asked of every line, so it looks no further than it must.
    for (start, _) in text
        .char_indices()
        .filter(|(_, first)| matches!(first, 'x' | 'X' | '×' | '*' | 'i' | 'I' | 'h' | 'H' | 'm' | 'k' | '(' | '€'))
    {
        let is_behind = found.last().is_none_or(|last| last.end <= start);
        if text[start..].starts_with('(') {
            found.extend(bracketed(text, start).filter(|_| is_behind));
        } else if text[start..].starts_with('€') {
            found.extend(named(text, start).filter(|_| is_behind));
        } else if is_behind && !text[..start].ends_with(char::is_alphanumeric) && !counts(&text[..start]) {
            found.extend(multiplied(text, start).or_else(|| in_words(text, start)));
        }
    }
    found
}

/// The factor of words that are a unit and nothing else, as a cell has them: `€`, `k€`, `€ 1.000`, `mln €`.
pub fn bare_unit(words: &str) -> Option<u32> {
    const LONGEST_BYTES: usize = 20;
    let words = words.trim_matches(is_space);
    if words.len() > LONGEST_BYTES {
        return None;
    }
    if let Some(thousands) = words.strip_prefix(['k', 'K']) {
        return ["€", "euro", " euro", " €"].contains(&thousands).then_some(1_000);
    }
    if matches!(words, "M€" | "m€") {
        return Some(1_000_000);
    }
    let lead = currency_length(words);
    let rest = words[lead..].trim_start_matches(is_space);
    let factor = factor(rest.strip_prefix(['x', '×']).map_or(rest, |rest| rest.trim_start_matches(is_space)));
    let rest = factor.map_or(rest, |(_, rest)| rest.strip_prefix('.').unwrap_or(rest)).trim_start_matches(is_space);
    let tail = currency_length(rest);
    let ends = matches!(&rest[tail..], "" | ",-");
    ((lead > 0) != (tail > 0) && ends).then(|| factor.map_or(1, |(factor, _)| factor))
}

/// `Lasten (€ mln)`, `(k€)`; and `(€ 1.000)` where nothing stands behind it.
fn bracketed(text: &str, start: usize) -> Option<ScannedUnit> {
    const LONGEST_BYTES: usize = 20;
    const LONGEST_LABEL_BYTES: usize = 60;
    let rest = &text[start + 1..];
    let length = rest.bytes().take(LONGEST_BYTES).position(|byte| byte == b')')?;
    let inner = &rest[..length];
    let per = || inner[currency_length(inner)..].trim_start_matches(is_space).starts_with("per ").then_some(1);
    let factor = bare_unit(inner).or_else(|| per().filter(|_| currency_length(inner) > 0))?;
    let prints_number = rest[..length].bytes().any(|byte| byte.is_ascii_digit());
    let behind = &rest[length + 1..];
    let closes = start < LONGEST_LABEL_BYTES && (behind.trim_matches(is_space).is_empty() || ends_cell(behind));
    (!prints_number || closes).then_some(ScannedUnit { factor, start: start + 1, end: start + 1 + length })
}

/// `Eenheid: € 1.000`, `bedragen per € 1.000`.
fn named(text: &str, start: usize) -> Option<ScannedUnit> {
    let before = text[..start].trim_end_matches([' ', ':', '\u{a0}']);
    let leads = ["eenheid", "bedragen per"].into_iter().any(|word| ends_with_words(before, word));
    let (factor, rest) = factor(text[start + "€".len()..].trim_start_matches(is_space)).filter(|_| leads)?;
    Some(ScannedUnit { factor, start, end: text.len() - rest.len() })
}

/// Whether a cell ends here: a separator, or a wide gap.
fn ends_cell(behind: &str) -> bool {
    behind.starts_with(['\t', '|', ';']) || behind.starts_with("  ") || behind.starts_with(" |")
}

/// Whether a count stands before: `3 x 1.000`. A year is none: `Begroting 2024 x € 1.000`.
fn counts(before: &str) -> bool {
    let bare = before.trim_end_matches(is_space);
    let digits = bare.bytes().rev().take_while(u8::is_ascii_digit).count();
    digits > 0 && digits != 4
}

/// Length of a euro sign, or of a word for euros, at the start.
fn currency_length(text: &str) -> usize {
    const WORDS: [&str; 5] = ["€", "euro's", "euro’s", "euro", "eur"];
    let is_next = |word: &&str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let length = WORDS.into_iter().find(is_next).map_or(0, str::len);
    if text.get(length..).is_some_and(|rest| rest.starts_with(char::is_alphabetic)) { 0 } else { length }
}

/// `x € 1.000`, `x 1.000 euro`, `x €1.000,-`, `× € 1 mln`, `* 1.000`.
fn multiplied(text: &str, start: usize) -> Option<ScannedUnit> {
    let sign = &text[start..];
    let rest = sign
        .strip_prefix(['x', 'X', '×', '*'])
        .or_else(|| sign.strip_prefix("maal "))
        .or_else(|| sign.strip_prefix("keer "))?
        .trim_start_matches(is_space);
    let (factor, rest) = factor(rest[currency_length(rest)..].trim_start_matches(is_space))?;
    let bare = rest.strip_prefix('.').unwrap_or(rest).trim_start_matches(is_space);
    let currency = currency_length(bare);
    let rest = if currency > 0 { &bare[currency..] } else { rest };
    let rest = rest.strip_prefix(",-").unwrap_or(rest);
    Some(ScannedUnit { factor, start, end: text.len() - rest.len() })
}

/// The factor at the start of `text`, and what stands behind it.
fn factor(text: &str) -> Option<(u32, &str)> {
    const FACTORS: [(&str, u32); 19] = [
        ("100.000", 100_000),
        ("1.000.000", 1_000_000),
        ("1000000", 1_000_000),
        ("1.000,00", 1_000),
        ("1.000", 1_000),
        ("1,000", 1_000),
        ("1 000", 1_000),
        ("1000", 1_000),
        ("miljoenen", 1_000_000),
        ("duizenden", 1_000),
        ("1 miljoen", 1_000_000),
        ("1 mln", 1_000_000),
        ("1mln", 1_000_000),
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

/// `in duizenden euro's`, `in miljoenen`, `bedragen in €`, `in hele euro's`, `(in euro's)`, `in k€`; `in € 1.000`,
/// `in euro's x 1.000`, where the factor stands behind the currency.
fn in_words(text: &str, start: usize) -> Option<ScannedUnit> {
    const WORDS: [(&str, u32); 14] = [
        ("in duizenden", 1_000),
        ("in duizendtallen", 1_000),
        ("in duizend euro", 1_000),
        ("in miljoen euro", 1_000_000),
        ("in miljoenen", 1_000_000),
        ("in keuro", 1_000),
        ("in m€", 1_000_000),
        ("in hele euro", 1),
        ("in euro", 1),
        ("in €", 1),
        ("in eur", 1),
        ("hele euro", 1),
        ("in k€", 1_000),
        ("in mln", 1_000_000),
    ];
    let begins = |words: &str| text.get(start..start + words.len()).is_some_and(|found| found.eq_ignore_ascii_case(words));
    let Some((words, factor)) = WORDS.into_iter().find(|(words, _)| begins(words)) else { return in_factor(text, start) };
    let end = start + words.len();
    let end = end + tail(&text[end..]);
    match times(text, start, end) {
        Times::Unit(unit) if factor == 1 => return Some(unit),
        Times::Amount if factor == 1 => return None,
        _ => {}
    }
    // `in € 500` and `in Europa` state no unit.
    let digits = text[end..].trim_start_matches(is_space).starts_with(|next: char| next.is_ascii_digit());
    let goes_on = text[end..].starts_with(char::is_alphanumeric) || (digits && factor == 1 && !ends_cell(&text[end..]));
    (!goes_on).then_some(ScannedUnit { factor, start, end })
}

/// `in 1.000 euro`, `in duizend €`, `in mln euro`.
fn in_factor(text: &str, start: usize) -> Option<ScannedUnit> {
    let lead = text.get(start..start + 3).filter(|lead| lead.eq_ignore_ascii_case("in "))?;
    let words = &text[start + lead.len()..];
    let (factor, rest) = factor(words)?;
    let bare = rest.strip_prefix('.').unwrap_or(rest).trim_start_matches(is_space);
    let currency = currency_length(bare);
    let behind = bare[currency..].trim_matches(|character| is_space(character) || character == ')');
    let ends_in_words = words.starts_with(char::is_alphabetic) && behind.is_empty();
    let is_unit = currency > 0 && (ends_in_words || heads_line(&text[..start]));
    is_unit.then_some(ScannedUnit { factor, start, end: text.len() - bare.len() + currency })
}

/// The factor behind a currency that ends at `end`: `in euro's (x 1.000)`, `in € mln`, `in € 1.000`.
fn times(text: &str, start: usize, end: usize) -> Times {
    const LONGEST_LABEL_BYTES: usize = 80;
    let rest = text[end..].trim_start_matches(|character| is_space(character) || matches!(character, '(' | ','));
    if let Some(unit) = multiplied(text, text.len() - rest.len()) {
        return Times::Unit(ScannedUnit { start, ..unit });
    }
    let Some((factor, behind)) = factor(rest).filter(|(factor, _)| *factor > 1) else { return Times::None };
    let is_word = rest.starts_with(char::is_alphabetic);
    let closes = text.len() <= LONGEST_LABEL_BYTES && behind.trim_matches(is_space).is_empty();
    let ends = ends_cell(behind) || !behind.trim_start_matches([',', '-', '.', ' ']).starts_with(char::is_alphanumeric);
    let is_unit = is_word || (ends && (closes || heads_line(&text[..start])));
    if is_unit { Times::Unit(ScannedUnit { factor, start, end: text.len() - behind.len() }) } else { Times::Amount }
}

/// What stands behind `in €`.
enum Times {
    /// Its factor.
    Unit(ScannedUnit),
    /// An amount: then no unit is stated at all.
    Amount,
    None,
}

/// Whether what stands before a statement leads to it: nothing, a parenthesis, another cell, the word for amounts.
fn heads_line(before: &str) -> bool {
    let bare = before.trim_end_matches(is_space);
    let led = |word: &str| ends_with_words(bare, word);
    bare.is_empty()
        || bare.ends_with(['(', '|', ';', ':', ','])
        || before.ends_with(['\t', '\n'])
        || ["bedragen", "zijn", "weergegeven", "vermeld", "uitgedrukt", "luiden"].into_iter().any(led)
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
        check("bedragen zijn maal € 1.000", &[(1_000, "maal € 1.000")]);
        check("bedragen maal duizend euro", &[(1_000, "maal duizend euro")]);
        check("x 1,000", &[(1_000, "x 1,000")]);
        check("x € 1.000,00", &[(1_000, "x € 1.000,00")]);
        check("x 1 mln. euro", &[(1_000_000, "x 1 mln. euro")]);
        check("Begroting 2024 x EUR 1000", &[(1_000, "x EUR 1000")]);
    }

    #[test]
    fn a_factor_behind_the_currency() {
        check("bedragen in euro's x 1.000", &[(1_000, "in euro's x 1.000")]);
        check("(in € x 1.000)", &[(1_000, "in € x 1.000")]);
        check("bedragen in € 1.000", &[(1_000, "in € 1.000")]);
        check("in € mln", &[(1_000_000, "in € mln")]);
        check("bedragen in euro (x € 1 mln)", &[(1_000_000, "in euro (x € 1 mln")]);
        check("in 1.000 euro", &[(1_000, "in 1.000 euro")]);
        check("in mln. euro", &[(1_000_000, "in mln. euro")]);
        check("in duizend euro", &[(1_000, "in duizend euro")]);
        check("Overzicht van lasten in € mln", &[(1_000_000, "in € mln")]);
        check("in duizenden euro's\t2024\t2025", &[(1_000, "in duizenden euro's")]);
        check("in euro\t2024", &[(1, "in euro")]);
        check("Eenheid: € 1.000", &[(1_000, "€ 1.000")]);
        check("bedragen keer € 1.000", &[(1_000, "keer € 1.000")]);
        check("De baten zijn gedaald en wij eindigen dit jaar met een verlies dat uitkomt in € 1.000 nadelig.", &[]);
    }

    #[test]
    fn units_in_brackets() {
        check("Lasten (€ mln)", &[(1_000_000, "€ mln")]);
        check("Lasten (k€) en baten", &[(1_000, "k€")]);
        check("Tarief (€)", &[(1, "€")]);
        check("Grondprijs (€ per m2)", &[(1, "€ per m2")]);
        check("(per 1.000 inwoners)", &[]);
        check("Lasten (€ 1.000)", &[(1_000, "€ 1.000")]);
        check("(€ 1.000)\t2024", &[(1_000, "€ 1.000")]);
        check("De bijdrage (€ 1.000) stijgt.", &[]);
        check("(€ 1.250)", &[]);
    }

    #[test]
    fn cells_that_are_a_unit() {
        let cases = [
            ("€", Some(1)),
            ("k€", Some(1_000)),
            ("€ 1.000", Some(1_000)),
            ("€ x 1.000", Some(1_000)),
            ("mln €", Some(1_000_000)),
            ("€ mln.", Some(1_000_000)),
            ("1.000 euro", Some(1_000)),
            ("€ 1.250", None),
            ("1.000", None),
            ("km", None),
        ];
        for (words, expected) in cases {
            assert_eq!(bare_unit(words), expected, "{words}");
        }
    }

    #[test]
    fn currency_and_factor_in_any_order() {
        let cases = [
            ("(x € 1.000,00)", 1_000),
            ("(x € 100.000)", 100_000),
            ("Budget (x 1,000 euro)", 1_000),
            ("Bedragen in euro's (x 1.000)", 1_000),
            ("Bedragen in euro x 1.000", 1_000),
            ("Bedragen in €, x € 1 mln", 1_000_000),
            ("(bedragen in € 1.000)", 1_000),
            ("Bedragen in € 1.000,-", 1_000),
            ("(in 1.000 euro)", 1_000),
            ("Begroting in duizend euro's", 1_000),
            ("Begroting in € duizend", 1_000),
            ("(in miljoen euro)", 1_000_000),
            ("Bedragen in mln €\t2025", 1_000_000),
        ];
        for (text, factor) in cases {
            let found: Vec<u32> = units(text).into_iter().map(|unit| unit.factor).collect();
            assert_eq!(found, [factor], "{text}");
        }
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
        for text in [
            "3 x 1.250",
            "max 1.000",
            "in € 500",
            "Europa",
            "in Europa",
            "box 1",
            "x",
            "in e€",
            "2 x € 12,50",
            "3 x 1.000",
            "Dat leidt in 1.000 euro",
        ] {
            check(text, &[]);
        }
    }
}
