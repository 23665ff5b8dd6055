//! Amounts as printed: digits, sign in any of its forms, currency, a scale in words, and the marks N and V.
//!
//! Signs seen in real documents: `-120`, `−120`, `- 120` after a euro sign, `-/- 120`, `(120)`, `120-`. Dutch groups
//! thousands with full stops and writes decimals after a comma; `3.1 mln` has a decimal point.

use rust_decimal::Decimal;

use super::words::is_space;
use crate::{document::Mark, source::Span};

/// A printed number that may be money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The number with its sign, before any unit.
    pub number: Decimal,
    /// Where sign and digits begin.
    pub start: usize,
    /// The byte after the digits, or after the sign or parenthesis that closes them.
    pub end: usize,
    /// Where all that belongs to it begins: currency and mark too.
    pub outer_start: usize,
    /// The byte after all that belongs to it: scale, currency and mark too.
    pub outer_end: usize,
    /// Whether a euro sign or the word euro stands with it.
    pub currency: bool,
    /// Euros for each 1 printed, where words say so (`miljoen`, `mln`, `ton`, `k€`).
    pub scale: Option<u32>,
    /// N or V beside it.
    pub mark: Option<Mark>,
}

impl Amount {
    /// The same amount, with its offsets counted from `base` bytes earlier.
    #[must_use]
    pub fn shifted(self, base: usize) -> Self {
        Self {
            start: self.start + base,
            end: self.end + base,
            outer_start: self.outer_start + base,
            outer_end: self.outer_end + base,
            ..self
        }
    }

    /// Where sign and digits stand, in the text that the offsets count in.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Every number of a text that could be an amount: no percentages, no dates, no parts of words.
pub fn amounts(text: &str) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    let mut at = 0;
    while let Some((start, end)) = next_digits(text, at) {
        let from = found.last().map_or(0, |last| last.outer_end);
        let amount = amount_at(text, from, start, end);
        at = amount.map_or(end, |amount| end.max(amount.outer_end));
        found.extend(amount);
    }
    found
}

/// Digits behind a euro sign that spell no number: `€ 1.2.3`, `€ 12.34.567`.
pub fn unreadable_amounts(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((start, end)) = next_digits(text, at) {
        if magnitude(&text[start..end]).is_none() && text[..start].trim_end_matches(is_space).ends_with('€') {
            found.push((start, end));
        }
        at = end;
    }
    found
}

/// Where the next run of digits, full stops and commas from `at` on begins and ends. Behind a euro sign, and before the
/// word euro, thousands may be parted by spaces (`€ 1 250 000`); spaces that do not break a line part them anywhere.
fn next_digits(text: &str, at: usize) -> Option<(usize, usize)> {
    let start = at + text[at..].find(|character: char| character.is_ascii_digit())?;
    let mut end = start + digits_length(&text[start..]);
    if end - start <= 3 {
        let before = text[..start].trim_end_matches(is_space);
        let behind_currency = before.ends_with('€') || before.ends_with("EUR");
        let parted = end + spaced_groups(&text[end..], true);
        let before_currency = || text[parted..].trim_start_matches(is_space).starts_with("euro");
        end = if behind_currency || before_currency() { parted } else { end + spaced_groups(&text[end..], false) };
    }
    Some((start, end))
}

/// Length of all groups of a space and three digits at the start.
fn spaced_groups(rest: &str, plain_space: bool) -> usize {
    let mut length = 0;
    while let Some(group) = spaced_group(&rest[length..], plain_space) {
        length += group;
    }
    length + if length > 0 { decimals_length(&rest[length..]) } else { 0 }
}

/// Length of a comma and the digits behind it.
fn decimals_length(text: &str) -> usize {
    let digits = text.strip_prefix(',').map_or(0, |digits| digits.bytes().take_while(u8::is_ascii_digit).count());
    if digits > 0 { digits + 1 } else { 0 }
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// What parts thousands anywhere: spaces that do not break a line, and apostrophes.
const PARTING: [char; 5] = ['\u{a0}', '\u{202f}', '\u{2009}', '\'', '’'];

/// Length of a space and the three digits behind it, where they go on with a number.
fn spaced_group(rest: &str, plain_space: bool) -> Option<usize> {
    let space = rest.chars().next().filter(|space| PARTING.contains(space) || (plain_space && *space == ' '))?;
    let digits = &rest[space.len_utf8()..];
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &digits[length..];
    // A full stop may end the sentence.
    let goes_on = rest.strip_prefix('.').map_or(rest, |behind| if behind.starts_with(is_digit) { behind } else { "" });
    let ends = !goes_on.starts_with(|next: char| next.is_alphanumeric() || matches!(next, '/' | '-'));
    (length == 3 && ends).then_some(space.len_utf8() + length)
}

/// A table cell that holds one amount and nothing else. A minus may stand apart from its digits, before or behind them,
/// and thousands may be parted by spaces: in a cell nothing else can be meant.
pub fn cell(text: &str) -> Option<Amount> {
    let text = without_note(text);
    let joined = joined_thousands(text);
    let [amount] = amounts(joined.as_deref().unwrap_or(text))[..] else { return None };
    let amount = if joined.is_some() { whole(amount, text) } else { amount };
    let before = text[..amount.outer_start].trim_matches(is_space);
    let behind = text[amount.outer_end..].trim_matches(|character| is_space(character) || is_footnote(character));
    match (before, behind) {
        ("", "") => Some(amount),
        ("-" | "–" | "−", "") if !amount.number.is_sign_negative() => {
            let start = text.find(before)?;
            Some(Amount { number: -amount.number, start, outer_start: start, ..amount })
        }
        ("", "-" | "–" | "−" | "-/-") if !amount.number.is_sign_negative() => {
            let end = amount.outer_end + text[amount.outer_end..].find(behind)? + behind.len();
            Some(Amount { number: -amount.number, end, outer_end: end, ..amount })
        }
        ("(", ")") if amount.currency && !amount.number.is_sign_negative() => {
            let (start, end) = (text.find('(')?, text.rfind(')')? + 1);
            Some(Amount { number: -amount.number, start, end, outer_start: start, outer_end: end, ..amount })
        }
        _ => None,
    }
}

/// `12.345` of `12.345 1)`.
fn without_note(text: &str) -> &str {
    let words = text.trim_end_matches(is_space);
    match words.rsplit_once(is_space) {
        Some((number, note)) if is_note(note) && !number.contains('(') => number,
        _ => text,
    }
}

/// Whether a word is the mark of a footnote: `1)`, `a)`.
pub fn is_note(word: &str) -> bool {
    let mark = word.strip_suffix(')').unwrap_or_default();
    let is_number = mark.bytes().all(|byte| byte.is_ascii_digit());
    (1..=2).contains(&mark.len()) && (is_number || (mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_lowercase())))
}

/// `12 345` as `12.345`; none where the digits are not parted so.
fn joined_thousands(text: &str) -> Option<String> {
    let words = text.trim_matches(is_space);
    let digits = words.trim_start_matches(['-', '−', '€', ' ', '\u{a0}']);
    let mut groups = digits.split([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let is_group = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && is_group(first));
    let mut rest = groups.peekable();
    let parted = first && rest.peek().is_some() && rest.all(|group| group.len() == 3 && is_group(group));
    let sign = &words[..words.len() - digits.len()];
    parted.then(|| format!("{sign}{}", digits.replace([' ', '\u{a0}', '\u{202f}', '\u{2009}'], ".")))
}

/// An amount that takes up the whole of a cell.
fn whole(amount: Amount, text: &str) -> Amount {
    let words = text.trim_matches(is_space);
    let outer_start = text.len() - text.trim_start_matches(is_space).len();
    let outer_end = outer_start + words.len();
    let start =
        outer_start + words.find(|character: char| character.is_ascii_digit() || matches!(character, '-' | '−')).unwrap_or(0);
    Amount { start, end: outer_end, outer_start, outer_end, ..amount }
}

/// Length of the run of digits, full stops and commas at the start, without a mark that ends a sentence.
fn digits_length(text: &str) -> usize {
    let run = text.find(|character: char| !matches!(character, '0'..='9' | '.' | ',')).unwrap_or(text.len());
    text[..run].trim_end_matches(['.', ',']).len()
}

fn amount_at(text: &str, from: usize, start: usize, end: usize) -> Option<Amount> {
    let magnitude = magnitude(&text[start..end])?.normalize();
    let before = Before::of(&text[from..start], text[end..].starts_with(')'))?;
    let after = After::of(&text[end..], &before)?;
    let negative = before.negative || after.negative;
    Some(Amount {
        number: if negative { -magnitude } else { magnitude },
        start: start - before.sign_length,
        end: end + after.sign_length,
        outer_start: start - before.length,
        outer_end: end + after.length,
        currency: before.currency || after.currency,
        scale: after.scale.or(before.scale),
        mark: before.mark.or(after.mark),
    })
}

/// The number that digits spell: `1.234.567,89`, `3.1`, `0,0`; none for `1.2.3` or a code such as `01.02`.
fn magnitude(digits: &str) -> Option<Decimal> {
    let digits = &digits.replace(|mark| mark == ' ' || PARTING.contains(&mark), ".");
    if let Some((whole, cents)) = digits.rsplit_once('.').filter(|(whole, cents)| cents.len() <= 2 && whole.contains(',')) {
        return english(whole, cents);
    }
    let (whole, fraction) = digits.split_once(',').unwrap_or((digits, ""));
    if fraction.contains(['.', ',']) || digits.len() > 24 {
        return None;
    }
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let grouped = !first.is_empty() && first.len() <= 3 && rest.iter().all(|group| group.len() == 3);
    if rest.is_empty() || grouped {
        decimal(&whole.replace('.', ""), fraction)
    } else if let ([point], "") = (&rest[..], fraction) {
        decimal(first, point)
    } else {
        None
    }
}

/// `1,234.56`: commas part the thousands before a full stop and cents.
fn english(whole: &str, cents: &str) -> Option<Decimal> {
    let mut groups = whole.split(',');
    let first =
        groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_digit()));
    let rest = groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
    (first && rest).then(|| decimal(&whole.replace(',', ""), cents)).flatten()
}

/// The number of these digits before and behind the decimal mark; none where there are too many.
pub(super) fn decimal(whole: &str, fraction: &str) -> Option<Decimal> {
    let scale = u32::try_from(fraction.len()).ok()?;
    let digits = whole.bytes().chain(fraction.bytes());
    let number = digits
        .filter(u8::is_ascii_digit)
        .try_fold(0_i64, |number, digit| number.checked_mul(10)?.checked_add(i64::from(digit - b'0')))?;
    Decimal::try_new(number, scale).ok()
}

/// What stands before the digits and belongs to them.
#[derive(Default)]
struct Before {
    negative: bool,
    parenthesis: bool,
    currency: bool,
    scale: Option<u32>,
    mark: Option<Mark>,
    /// Bytes from the sign up to the digits.
    sign_length: usize,
    /// Bytes from the first thing that belongs to the amount up to the digits.
    length: usize,
}

impl Before {
    /// Reads backwards; none where the digits are part of a word, a code or a date. A parenthesis is a sign only where
    /// it stands right around the digits: `(€ 120)` is an aside in a sentence.
    fn of(text: &str, closes: bool) -> Option<Self> {
        let mut before = Self::default();
        let mut signed = false;
        loop {
            let rest = &text[..text.len() - before.length];
            let bare = rest.trim_end_matches(is_space);
            let spaced = bare.len() < rest.len();
            let taken = if !signed
                && let Some((length, parenthesis)) = sign_before(bare, spaced && !before.currency, closes && !before.currency)
            {
                signed = true;
                before.negative = !bare.ends_with('+');
                before.parenthesis = parenthesis;
                length
            } else if !before.currency
                && let Some((length, scale)) = currency_before(bare)
            {
                before.currency = true;
                before.scale = scale;
                length
            } else if let Some((length, mark)) = mark_before(bare, spaced) {
                before.mark = Some(mark);
                before.length += rest.len() - bare.len() + length;
                return Some(before);
            } else {
                return before.stands_free(rest).then_some(before);
            };
            before.length += rest.len() - bare.len() + taken;
            if signed && before.sign_length == 0 {
                before.sign_length = before.length;
            }
        }
    }

    /// Whether the amount begins here: no letter, digit or joining mark right before it.
    fn stands_free(&self, rest: &str) -> bool {
        let Some(last) = rest.chars().next_back() else { return true };
        let in_range = matches!(last, '-' | '–') && rest[..rest.len() - last.len_utf8()].ends_with(char::is_alphanumeric);
        let glued = in_range || last.is_alphanumeric() || matches!(last, '/' | '.' | ',' | '_' | ':');
        !glued || self.currency
    }
}

/// Length of a minus or an opening parenthesis at the end of `text`, and whether it is the parenthesis.
///
/// After a space only `-/-` and the minus sign proper count: a hyphen and a space before digits is a bullet, an empty
/// cell or a dash between words.
fn sign_before(text: &str, spaced: bool, closes: bool) -> Option<(usize, bool)> {
    if text.ends_with("-/-") {
        return Some((3, false));
    }
    let last = text.chars().next_back()?;
    let rest = &text[..text.len() - last.len_utf8()];
    let glued = rest.chars().next_back().is_some_and(char::is_alphanumeric);
    match last {
        '−' if !glued => Some((last.len_utf8(), false)),
        '-' | '–' if spaced && rest.trim_end_matches(is_space).ends_with('€') => Some((last.len_utf8(), false)),
        '-' | '–' | '+' | '\u{2010}' | '\u{2011}' if !spaced && !glued && !rest.ends_with('/') => {
            Some((last.len_utf8(), false))
        }
        '(' if closes => Some((1, true)),
        _ => None,
    }
}

/// Length of a currency at the end of `text`, with the scale of `k€`.
fn currency_before(text: &str) -> Option<(usize, Option<u32>)> {
    if let Some(rest) = text.strip_suffix('€') {
        let thousands = rest.ends_with(['k', 'K']) && !rest[..rest.len() - 1].ends_with(char::is_alphanumeric);
        return Some(if thousands { ("k€".len(), Some(1_000)) } else { ("€".len(), None) });
    }
    let word_start = text.len().checked_sub(3)?;
    let is_word = text.is_char_boundary(word_start) && text[word_start..].eq_ignore_ascii_case("eur");
    (is_word && !text[..word_start].ends_with(char::is_alphanumeric)).then_some((3, None))
}

/// Length of a mark N or V at the end of `text`. A glued mark (`V18.500`) counts too.
fn mark_before(text: &str, spaced: bool) -> Option<(usize, Mark)> {
    let mark = match text.chars().next_back()? {
        'N' => Mark::Unfavourable,
        'V' => Mark::Favourable,
        _ => return None,
    };
    let rest = &text[..text.len() - 1];
    let alone = rest.is_empty() || rest.ends_with(|character: char| is_space(character) || matches!(character, '|' | ';'));
    (alone && (spaced || !text.is_empty())).then_some((1, mark))
}

/// What stands behind the digits and belongs to them.
#[derive(Default)]
struct After {
    negative: bool,
    currency: bool,
    scale: Option<u32>,
    mark: Option<Mark>,
    sign_length: usize,
    length: usize,
}

impl After {
    /// None where the digits are a percentage, a date, a range's first year or part of a word.
    fn of(text: &str, before: &Before) -> Option<Self> {
        let mut after = Self::default();
        if before.parenthesis {
            after.close_parenthesis(text);
        } else {
            after.closing_sign(text);
        }
        let rest = &text[after.length..];
        if rest
            .starts_with(|next: char| next.is_alphanumeric() && !is_footnote(next) && scale_word(rest, before.currency).is_none())
            || is_percentage(rest)
        {
            return None;
        }
        if after.length == 0 && continues_as_date(rest) {
            return None;
        }
        after.scale_and_currency(text, before.currency);
        if after.currency && are_cents(&text[after.length..]) {
            return None;
        }
        after.mark(text);
        Some(after)
    }

    /// `(120)`: where the parenthesis closes right behind the digits it is a minus.
    fn close_parenthesis(&mut self, text: &str) {
        if text.starts_with(')') {
            self.sign_length = 1;
            self.length = 1;
        }
    }

    /// `177.498-` is negative; `24,-` is not.
    fn closing_sign(&mut self, text: &str) {
        for cents in [",-", ",–", ",--", ",00-"] {
            let rest = text.strip_prefix(cents);
            if rest.is_some_and(|rest| !rest.starts_with(|character: char| character.is_alphanumeric())) {
                self.length = cents.len();
                return;
            }
        }
        let sign = ['-', '−'].into_iter().find(|sign| text.starts_with(*sign));
        let Some(sign) = sign else { return };
        let ends =
            !text[sign.len_utf8()..].starts_with(|character: char| character.is_alphanumeric() || matches!(character, '/' | '-'));
        if ends {
            self.negative = true;
            self.sign_length = sign.len_utf8();
            self.length = sign.len_utf8();
        }
    }

    fn scale_and_currency(&mut self, text: &str, has_currency: bool) {
        if let Some((length, scale)) = scale_word(&text[self.length..], has_currency) {
            self.scale = Some(scale);
            self.length += length;
        }
        let rest = &text[self.length..];
        let bare = rest.trim_start_matches(is_space);
        let length = ["euro", "EUR"].into_iter().find(|word| bare.starts_with(word)).map(str::len);
        // A euro sign before digits belongs to these.
        let sign = bare.strip_prefix('€').filter(|behind| {
            !has_currency
                && !behind.trim_start_matches([' ', '\u{a0}', '-', '−', '(']).starts_with(|next: char| next.is_ascii_digit())
        });
        let length = length.or(sign.map(|_| "€".len()));
        if let Some(length) = length.filter(|&length| !bare[length..].starts_with(char::is_alphanumeric)) {
            self.currency = true;
            self.length += rest.len() - bare.len() + length;
        }
    }

    fn mark(&mut self, text: &str) {
        let rest = &text[self.length..];
        let bare = rest.trim_start_matches([' ', '\u{a0}']);
        let mark = match bare.as_bytes().first() {
            Some(b'N') => Mark::Unfavourable,
            Some(b'V') => Mark::Favourable,
            _ => return,
        };
        // `31.393 N` but not `10 N.V.` and not the N of the next cell (`7.047 N 8.450`).
        let next = bare[1..].trim_start_matches([' ', '\u{a0}']);
        let ends = next.is_empty() || next.starts_with(['\n', '\r', '|', ')', ';', '\t']);
        if ends {
            self.mark = Some(mark);
            self.length += rest.len() - bare.len() + 1;
        }
    }
}

/// The cents of `4 euro 50`: without them the amount would be wrong.
fn are_cents(rest: &str) -> bool {
    const DIGITS: usize = 2;
    let bare = rest.trim_start_matches(is_space);
    bare.len() < rest.len()
        && bare.bytes().take_while(u8::is_ascii_digit).count() == DIGITS
        && scale_word(&bare[DIGITS..], false).is_none()
}

/// The mark of a footnote, glued to a number.
fn is_footnote(character: char) -> bool {
    matches!(character, '¹' | '²' | '³' | '⁴'..='⁹' | '*')
}

fn is_percentage(rest: &str) -> bool {
    let bare = rest.trim_start_matches(is_space);
    bare.starts_with('%') || bare.starts_with("procent")
}

/// `31-08-2017`, `10:16`, `09/27/2021`, `2018-2022`.
fn continues_as_date(rest: &str) -> bool {
    let mut characters = rest.chars();
    matches!(characters.next(), Some('-' | '/' | ':' | '–')) && characters.next().is_some_and(|next| next.is_ascii_digit())
}

/// Length and meaning of a scale in words at the start: ` miljoen`, ` mln.`, ` ton`, `k`, ` k€`; `M` behind a currency.
fn scale_word(text: &str, has_currency: bool) -> Option<(usize, u32)> {
    const WORDS: [(&str, u32); 11] = [
        ("million", 1_000_000),
        ("billion", 1_000_000_000),
        ("miljard", 1_000_000_000),
        ("mld", 1_000_000_000),
        ("miljoen", 1_000_000),
        ("mln", 1_000_000),
        ("mio", 1_000_000),
        ("ton", 100_000),
        ("duizend", 1_000),
        ("k", 1_000),
        ("m", 1_000_000),
    ];
    let bare = text.trim_start_matches(is_space);
    let skipped = text.len() - bare.len();
    let (word, scale) = WORDS.into_iter().find(|(word, _)| {
        let start = bare.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        // One letter counts only where it is glued to the digits: `12k`, but not `12 k`.
        let behind = || &bare[word.len()..];
        let is_letter = word.len() == 1;
        let capital = *word != "m" || (bare.starts_with('M') && (has_currency || behind().starts_with('€')));
        start
            && !behind().starts_with(char::is_alphanumeric)
            && capital
            && (!is_letter || skipped == 0 || behind().starts_with('€'))
    })?;
    let dot = usize::from(word.starts_with("ml") && bare[word.len()..].starts_with('.') && bare.len() > word.len() + 1);
    Some((skipped + word.len() + dot, scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number, the printed words, the currency and the scale of each amount.
    fn check(text: &str, expected: &[(&str, &str, bool, Option<u32>)]) {
        let found = amounts(text);
        let found: Vec<_> = found.iter().map(|a| (a.number.to_string(), &text[a.start..a.end], a.currency, a.scale)).collect();
        let expected: Vec<_> =
            expected.iter().map(|&(number, words, euro, scale)| (number.to_owned(), words, euro, scale)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn signs_in_all_their_forms() {
        check("€ -12.345.678", &[("-12345678", "-12.345.678", true, None)]);
        check("€\u{a0}-41.207", &[("-41207", "-41.207", true, None)]);
        check("-€ 5", &[("-5", "-€ 5", true, None)]);
        check("€ - 5", &[("-5", "- 5", true, None)]);
        check("−60", &[("-60", "−60", false, None)]);
        check("− 60", &[("-60", "− 60", false, None)]);
        check("-/- 2.240", &[("-2240", "-/- 2.240", false, None)]);
        check("(120)", &[("-120", "(120)", false, None)]);
        check("€ (120)", &[("-120", "(120)", true, None)]);
        check("(€ 120)", &[("120", "120", true, None)]);
        check("(€ 120 in 2018)", &[("120", "120", true, None), ("2018", "2018", false, None)]);
        check("177.498-", &[("-177498", "177.498-", false, None)]);
        check("+12", &[("12", "+12", false, None)]);
        check("Sport - 120", &[("120", "120", false, None)]);
    }

    #[test]
    fn numbers_as_dutch_people_write_them() {
        check("1.234.567,89", &[("1234567.89", "1.234.567,89", false, None)]);
        check("€ 24,-", &[("24", "24", true, None)]);
        check("€ 24,- per jaar", &[("24", "24", true, None)]);
        check("0,0", &[("0", "0,0", false, None)]);
        check("€ 31.415.926.", &[("31415926", "31.415.926", true, None)]);
        check("1,234,567.89", &[("1234567.89", "1,234,567.89", false, None)]);
        check("1.234,567.89", &[]);
        check("\u{2011}30", &[("-30", "\u{2011}30", false, None)]);
        check("-11062", &[("-11062", "-11062", false, None)]);
    }

    #[test]
    fn scales_in_words() {
        check("ruim € 2,4 miljoen.", &[("2.4", "2,4", true, Some(1_000_000))]);
        check("€ 1,6 mln. komt", &[("1.6", "1,6", true, Some(1_000_000))]);
        check("€ 3.1 mln", &[("3.1", "3.1", true, Some(1_000_000))]);
        check("k€ 12", &[("12", "12", true, Some(1_000))]);
        check("2 ton", &[("2", "2", false, Some(100_000))]);
        check("€ 120k", &[("120", "120", true, Some(1_000))]);
        check("1,5 miljoen euro", &[("1.5", "1,5", true, Some(1_000_000))]);
        check("500 euro", &[("500", "500", true, None)]);
        check("€ 2,6M", &[("2.6", "2,6", true, Some(1_000_000))]);
        check("85 k€, 3 M€", &[("85", "85", true, Some(1_000)), ("3", "3", true, Some(1_000_000))]);
        check("12.000 € per jaar", &[("12000", "12.000", true, None)]);
        check(
            "€212.5 million, 12 € 13",
            &[("212.5", "212.5", true, Some(1_000_000)), ("12", "12", false, None), ("13", "13", true, None)],
        );
    }

    #[test]
    fn marks_stand_beside_and_are_no_signs() {
        let marks = |text: &str| amounts(text).iter().map(|amount| (amount.number.to_string(), amount.mark)).collect::<Vec<_>>();
        let (v, n) = (Some(Mark::Favourable), Some(Mark::Unfavourable));
        assert_eq!(marks("N 41.207 N 40.118"), [("41207".to_owned(), n), ("40118".to_owned(), n)]);
        assert_eq!(marks("V18.500"), [("18500".to_owned(), v)]);
        assert_eq!(marks("€ 240.000 V"), [("240000".to_owned(), v)]);
        assert_eq!(marks("GV 12"), [("12".to_owned(), None)]);
    }

    #[test]
    fn what_is_no_amount() {
        for text in [
            "35,55%",
            "4 %",
            "3 procent",
            "31-08-2017",
            "09/27/2021",
            "11:17:46",
            "2018-2022",
            "W12",
            "1.2.3",
            "24u",
            "12m",
            "5M",
        ] {
            check(text, &[]);
        }
        check("entree 4 euro 50", &[("50", "50", false, None)]);
        check("500 euro 2024", &[("500", "500", true, None), ("2024", "2024", false, None)]);
    }

    #[test]
    fn thousands_parted_by_spaces() {
        check("€ 1 250 000 voor", &[("1250000", "1 250 000", true, None)]);
        check("€\u{a0}3\u{202f}500", &[("3500", "3\u{202f}500", true, None)]);
        check("Het budget is 3 500 euro.", &[("3500", "3 500", true, None)]);
        check("€ 1'250'000", &[("1250000", "1'250'000", true, None)]);
        check("Dat is € 1'250'000.", &[("1250000", "1'250'000", true, None)]);
        check("EUR 412 350,75 betaald", &[("412350.75", "412 350,75", true, None)]);
        check("12 345", &[("12", "12", false, None), ("345", "345", false, None)]);
        assert_eq!(cell("12 345").map(|amount| amount.number), Some(Decimal::from(12_345)));
        assert_eq!(cell("12 34"), None);
    }

    #[test]
    fn signs_apart_in_a_cell() {
        let number = |text| cell(text).map(|amount| (amount.number.to_string(), amount.start, amount.end));
        assert_eq!(number("- 140"), Some(("-140".to_owned(), 0, 5)));
        assert_eq!(number(" – 130"), Some(("-130".to_owned(), 1, 8)));
        assert_eq!(number("140 -"), Some(("-140".to_owned(), 0, 5)));
        assert_eq!(number("140 -/-"), Some(("-140".to_owned(), 0, 7)));
        assert_eq!(number("(€ 140)"), Some(("-140".to_owned(), 0, 9)));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        assert_eq!(unreadable_amounts("Het kost € 1.2.3 of € 12.34.567, niet € 1.234"), [(13, 18), (26, 35)]);
        check("€ 12.34.567", &[]);
    }

    #[test]
    fn a_cell_holds_one_amount_only() {
        assert!(cell(" -1.081 ").is_some());
        assert!(cell("N 4.112").is_some());
        assert_eq!(cell("12.345¹ *").map(|amount| (amount.number, amount.end)), Some((Decimal::from(12_345), 6)));
        assert!(cell("12 34").is_none());
        assert!(cell("Sport 12").is_none());
        assert!(cell("-").is_none());
    }
}
