//! Years that a budget document can be about.

use super::words::stands_alone;

/// The first year that counts as one.
pub const FIRST_YEAR: i32 = 1990;
/// The last year that counts as one.
pub const LAST_YEAR: i32 = 2069;

/// The year that a text is, if it is nothing else.
pub fn year(text: &str) -> Option<i32> {
    if text.len() != 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year))
}

/// Every year in a text with the byte that it begins at. A number with a currency, a comma or a thousands dot is none.
pub fn years(text: &str) -> Vec<(i32, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|character: char| character.is_ascii_digit()) {
        let start = at + offset;
        let length = text[start..].find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len() - start);
        at = start + length;
        if let Some(year) = year(&text[start..at])
            && stands_free(text, start, at)
        {
            found.push((year, start));
        }
    }
    found
}

fn stands_free(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].trim_end_matches([' ', '\u{a0}']);
    let number_goes_on = |rest: &str| rest.starts_with([',', '.']) && rest[1..].starts_with(|next: char| next.is_ascii_digit());
    stands_alone(text, start, end)
        && !before.ends_with('€')
        && !text[..start].ends_with(['.', ','])
        && !number_goes_on(&text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_stand_alone() {
        let years_of = |text| years(text).into_iter().map(|(year, _)| year).collect::<Vec<_>>();
        assert_eq!(years_of("Kadernota 2025-2028, zie 31-12-2017."), [2025, 2028, 2017]);
        assert_eq!(years_of("€ 2020, 2.020, 12020, 2020,5, 1850, B2021"), [] as [i32; 0]);
        assert_eq!(years_of("Begroting 2013"), [2013]);
    }

    #[test]
    fn a_year_is_nothing_else() {
        assert_eq!(year("2021"), Some(2021));
        assert_eq!(year("2021 "), None);
        assert_eq!(year("9999"), None);
    }
}
