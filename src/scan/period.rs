//! Two years with a dash or "tot en met" between them.

use super::years;
use crate::document::Period;

/// Two printed years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScannedPeriod {
    /// The years.
    pub period: Period,
    /// Where the first begins.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// Every pair of years that the text ties together (`2018-2022`, `2018 – 2022`, `2022 t/m 2026`).
pub fn periods(text: &str) -> Vec<ScannedPeriod> {
    const YEAR_LENGTH: usize = 4;
    let years = years(text);
    let pairs = years.windows(2).filter_map(|pair| {
        let [(from, start), (to, last)] = pair else { return None };
        let between = text[start + YEAR_LENGTH..*last].trim();
        let tied = matches!(between, "-" | "–" | "—" | "_" | "/" | "t/m" | "tot en met" | "tot");
        (tied && from < to).then_some(ScannedPeriod {
            period: Period { from: *from, to: *to },
            start: *start,
            end: last + YEAR_LENGTH,
        })
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_tied_by_a_dash_or_words() {
        let check = |text: &str, expected: &[(i32, i32)]| {
            let found: Vec<_> = periods(text).iter().map(|found| (found.period.from, found.period.to)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Coalitieakkoord 2018-2022", &[(2018, 2022)]);
        check("2022 – 2026", &[(2022, 2026)]);
        check("van 2022 tot en met 2026", &[(2022, 2026)]);
        check("2020 en 2021; 2023-2020", &[]);
    }
}
