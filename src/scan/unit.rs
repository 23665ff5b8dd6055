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
    for (start, _) in
        text.char_indices().filter(|(_, first)| matches!(first, 'x' | 'X' | '×' | '*' | 'i' | 'I' | 'h' | 'H' | 'm'))
    {
        let is_behind = found.last().is_none_or(|last| last.end <= start);
        if is_behind && !text[..start].ends_with(char::is_alphanumeric) {
            let unit = multiplied(text, start).or_else(|| in_factor(text, start)).or_else(|| in_words(text, start));
            match (unit, found.last_mut()) {
                (Some(unit), Some(last)) if last.factor == 1 && is_one_statement(&text[last.end..start]) => {
                    *last = ScannedUnit { start: last.start, ..unit };
                }
                (unit, _) => found.extend(unit),
            }
        }
    }
    found
}

/// `in euro's (x 1.000)`, `in €, x 1.000`: only marks stand between the currency and the factor.
fn is_one_statement(between: &str) -> bool {
    between.bytes().all(|byte| matches!(byte, b' ' | b'(' | b',' | b'\t'))
}

/// `x € 1.000`, `x 1.000 euro`, `x €1.000,-`, `× € 1 mln`, `* 1.000`.
fn multiplied(text: &str, start: usize) -> Option<ScannedUnit> {
    let sign = &text[start..];
    let rest = sign.strip_prefix(['x', 'X', '×', '*']).or_else(|| sign.strip_prefix("maal "))?.trim_start_matches(is_space);
    let currency = ["€", "EUR", "euro"].into_iter().find_map(|word| rest.strip_prefix(word));
    let (factor, rest) = factor(currency.unwrap_or(rest).trim_start_matches(is_space))?;
    let bare = rest.trim_start_matches(is_space);
    let rest = ["euro's", "euro’s", "euro"].into_iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(rest);
    let rest = rest.strip_prefix(",-").unwrap_or(rest);
    Some(ScannedUnit { factor, start, end: text.len() - rest.len() })
}

/// The factor at the start of `text`, and what stands behind it.
fn factor(text: &str) -> Option<(u32, &str)> {
    const FACTORS: [(&str, u32); 16] = [
        ("1.000,00", 1_000),
        ("100.000", 100_000),
        ("1.000.000", 1_000_000),
        ("1,000,000", 1_000_000),
        ("1000000", 1_000_000),
        ("1.000", 1_000),
        ("1,000", 1_000),
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

/// `in € 1.000`, `in duizend euro`, `in 1.000 euro`, `in € mln`. A number counts only where amounts are spoken of: a sum may
/// come out in € 1 miljoen too.
fn in_factor(text: &str, start: usize) -> Option<ScannedUnit> {
    let rest = text[start..].strip_prefix("in ").or_else(|| text[start..].strip_prefix("In "))?.trim_start_matches(is_space);
    let currency = ["€", "EUR", "euro"].into_iter().find_map(|word| rest.strip_prefix(word));
    let number = currency.unwrap_or(rest).trim_start_matches(is_space);
    let (factor, behind) = factor(number)?;
    let behind = behind.strip_prefix(",-").unwrap_or(behind);
    let bare = behind.trim_start_matches(is_space);
    let named = ["euro's", "euro’s", "euro", "€"].into_iter().find_map(|word| bare.strip_prefix(word));
    let before = text[..start].trim_end_matches(is_space);
    let is_of_amounts = before.ends_with('(') || ends_with_words(before, "bedragen");
    let is_unit = factor > 1
        && (currency.is_some() || named.is_some())
        && (is_of_amounts || !number.starts_with(|first: char| first.is_ascii_digit()));
    is_unit.then_some(ScannedUnit { factor, start, end: text.len() - named.unwrap_or(behind).len() })
}

/// `in duizenden euro's`, `in miljoenen`, `bedragen in €`, `in hele euro's`, `(in euro's)`, `in k€`.
fn in_words(text: &str, start: usize) -> Option<ScannedUnit> {
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
    let begins = |words: &str| text.get(start..start + words.len()).is_some_and(|found| found.eq_ignore_ascii_case(words));
    let (words, factor) = WORDS.into_iter().find(|(words, _)| begins(words))?;
    let end = start + words.len();
    let end = end + tail(&text[end..]);
    // `in € 500` and `in Europa` state no unit.
    let goes_on = text[end..].starts_with(char::is_alphanumeric)
        || text[end..].trim_start_matches([' ', '\u{a0}']).starts_with(|next: char| next.is_ascii_digit());
    (!goes_on).then_some(ScannedUnit { factor, start, end })
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
        check("(x € 1.000,00)", &[(1_000, "x € 1.000,00")]);
        check("(x € 100.000)", &[(100_000, "x € 100.000")]);
        check("bedragen maal duizend euro", &[(1_000, "maal duizend euro")]);
        check("Budget (x 1,000 euro)", &[(1_000, "x 1,000 euro")]);
    }

    #[test]
    fn units_in_words() {
        check("Alle bedragen in duizenden euro's.", &[(1_000, "in duizenden euro's")]);
        check("bedragen in €", &[(1, "in €")]);
        check("Gemiddelde waarde (in euro's)", &[(1, "in euro's")]);
        check("bedragen in hele euro’s", &[(1, "in hele euro’s")]);
        check("in miljoenen euro", &[(1_000_000, "in miljoenen euro")]);
        check("Bedragen in euro's (x 1.000)", &[(1_000, "in euro's (x 1.000")]);
        check("Bedragen in euro x 1.000", &[(1_000, "in euro x 1.000")]);
        check("Bedragen in €, x € 1 mln", &[(1_000_000, "in €, x € 1 mln")]);
        check("(bedragen in € 1.000)", &[(1_000, "in € 1.000")]);
        check("Bedragen in € 1.000,-", &[(1_000, "in € 1.000,-")]);
        check("(in 1.000 euro)", &[(1_000, "in 1.000 euro")]);
        check("Begroting in duizend euro's", &[(1_000, "in duizend euro's")]);
        check("Begroting in € duizend", &[(1_000, "in € duizend")]);
        check("(in miljoen euro)", &[(1_000_000, "in miljoen euro")]);
        check("Bedragen in mln €\t2025", &[(1_000_000, "in mln €")]);
        check("Ozb in euro | Zorg x € 1.000", &[(1, "in euro"), (1_000, "x € 1.000")]);
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
            "komt uit in € 1 miljoen",
            "in 1.000 euro huur",
        ] {
            check(text, &[]);
        }
    }
}
