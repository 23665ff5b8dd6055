//! Moments that a publishing system prints: day and time.

use crate::document::DateTime;

/// A printed moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The moment.
    pub value: DateTime,
    /// Where it begins.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

/// The first moment of a text: month, day and year with slashes, then the time (`09/27/2021 11:17:46`), or day, month
/// and year with hyphens (`27-09-2021 11:17:46`).
pub fn moment(text: &str) -> Option<Moment> {
    let digit_starts = text.char_indices().filter(|(_, character)| character.is_ascii_digit()).map(|(at, _)| at);
    digit_starts.into_iter().find_map(|start| moment_at(text, start))
}

fn moment_at(text: &str, start: usize) -> Option<Moment> {
    if text[..start].ends_with(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let mut at = start;
    let mut number = |length: usize, before: &[char]| {
        if !before.is_empty() {
            text[at..].chars().next().filter(|mark| before.contains(mark))?;
            at += 1;
        }
        let digits = text.get(at..at + length)?;
        at += length;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u32>().ok()).flatten()
    };
    let (first, second, year) = (number(2, &[])?, number(2, &['/', '-'])?, number(4, &['/', '-'])?);
    let (hour, minute, second_of_minute) = (number(2, &[' ', 'T'])?, number(2, &[':'])?, number(2, &[':'])?);
    let month_first = text[start + 2..].starts_with('/');
    let (month, day) = if month_first && first <= 12 { (first, second) } else { (second, first) };
    let value = DateTime { year: i32::try_from(year).ok()?, month, day, hour, minute, second: second_of_minute };
    is_possible(value).then_some(Moment { value, start, end: at })
}

fn is_possible(moment: DateTime) -> bool {
    (1..=12).contains(&moment.month)
        && (1..=31).contains(&moment.day)
        && moment.hour < 24
        && moment.minute < 60
        && moment.second < 61
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn month_comes_first_between_slashes() {
        let found = moment("gebouwd op 09/27/2021 11:17:46 met").map(|found| (found.value, found.start, found.end));
        let value = DateTime { year: 2021, month: 9, day: 27, hour: 11, minute: 17, second: 46 };
        assert_eq!(found, Some((value, 11, 30)));
        assert_eq!(moment("27-09-2021 11:17:46").map(|found| found.value), Some(value));
        assert_eq!(moment("27/09/2021 11:17:46").map(|found| found.value), Some(value));
    }

    #[test]
    fn what_is_no_moment() {
        for text in ["", "09/27/2021", "99/99/2021 11:17:46", "09/27/2021 10:1", "1", "12/1€/2020 11:17:46"] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
