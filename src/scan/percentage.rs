//! Numbers with a percent sign, or with the word procent.

use rust_decimal::Decimal;

use super::{amount::decimal, words::is_space, year};
use crate::source::sort_by_rank;

/// A printed percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScannedPercentage {
    /// The number, with a minus where one is printed right before it.
    pub value: Decimal,
    /// Where the digits begin.
    pub start: usize,
    /// The byte after the percent sign or word.
    pub end: usize,
}

impl ScannedPercentage {
    /// The same percentage, with its offsets counted from `base` bytes earlier.
    #[must_use]
    pub fn shifted(self, base: usize) -> Self {
        Self { start: self.start + base, end: self.end + base, ..self }
    }
}

/// Every percentage of a text, in order.
pub fn percentages(text: &str) -> Vec<ScannedPercentage> {
    let signs = text.match_indices('%').map(|(at, _)| (at, at + 1));
    let words = text.match_indices("procent").map(|(at, word)| (at, at + word.len()));
    let mut found: Vec<_> = signs.chain(words).filter_map(|(sign, end)| percentage(text, sign, end)).collect();
    sort_by_rank(&mut found, |percentage| percentage.start as u64);
    found
}

fn percentage(text: &str, sign: usize, end: usize) -> Option<ScannedPercentage> {
    if text[end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let before = text[..sign].trim_end_matches(is_space);
    let digits =
        before.rfind(|character: char| !matches!(character, '0'..='9' | '.' | ',')).map_or(0, |at| at + last_width(before, at));
    let printed = before[digits..].trim_start_matches(['.', ',']);
    let start = before.len() - printed.len();
    if before[..start].ends_with(char::is_alphanumeric) {
        return None;
    }
    let sign = before[..start].strip_suffix(['-', '−']);
    // A hyphen between two numbers is a range, not a sign.
    let negative = sign.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    // `2025 | % groei`: a year before a column of shares.
    let value = number(printed).filter(|_| year(printed).is_none())?;
    Some(ScannedPercentage { value: if negative { -value } else { value }, start, end })
}

fn last_width(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// A number of more digits is no percentage.
const MOST_DIGITS: usize = 12;

/// A percentage has at most one decimal mark; a full stop before three digits groups thousands (`2.234,27`).
fn number(printed: &str) -> Option<Decimal> {
    let (whole, fraction) = match (printed.split_once(','), printed.split_once('.')) {
        (Some((whole, fraction)), _) => (whole, fraction),
        (None, Some((whole, fraction))) if fraction.len() != 3 => (whole, fraction),
        (None, _) => (printed, ""),
    };
    let is_short = whole.len() + fraction.len() <= MOST_DIGITS;
    let readable = is_short && !whole.is_empty() && !fraction.contains(['.', ',']);
    readable.then(|| decimal(&whole.replace('.', ""), fraction)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = percentages(text);
        let found: Vec<_> = found.iter().map(|p| (p.value.to_string(), &text[p.start..p.end])).collect();
        let expected: Vec<_> = expected.iter().map(|&(value, words)| (value.to_owned(), words)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn reads_signs_and_words() {
        check("35,55% Complete", &[("35.55", "35,55%")]);
        check("2234,27%", &[("2234.27", "2234,27%")]);
        check("eerst 7,4 %, later ruim 6 procent.", &[("7.4", "7,4 %"), ("6", "6 procent")]);
        check("(-1,5%)", &[("-1.5", "1,5%")]);
        check("2.234,27%", &[("2234.27", "2.234,27%")]);
        check("28.40%", &[("28.40", "28.40%")]);
        check("10-15%", &[("15", "15%")]);
        check("daling −1,5%", &[("-1.5", "1,5%")]);
    }

    #[test]
    fn a_sign_without_digits_is_none() {
        check("2024\t2025\t% groei", &[]);
        check("% van het totaal, procentueel, A4%", &[]);
        check("%%%", &[]);
        check("é%", &[]);
    }

    #[test]
    fn a_number_of_many_digits_is_none() {
        check("0,00000000001%", &[("0.00000000001", "0,00000000001%")]);
        check("0,0000000000000000000000000001% 1234567890123%", &[]);
    }
}
