//! How far a printed number may be from the true one, and what that leaves open of a sum.
//!
//! A number is printed to its last digit: `39.884` in thousands stands for anything from 39.883.500 to 39.884.500 euros,
//! `2,4` in millions for 2.350.000 to 2.450.000. A sum of printed numbers may thus miss the printed outcome by half a unit
//! for each number in it, the outcome included, and by not a cent more.

use rust_decimal::Decimal;

use super::Verdict;
use crate::document::{Figure, Percentage};

/// More decimals than this no number is printed with.
const MOST_DECIMALS: u32 = 9;

/// Half a unit of a figure's last printed digit, in euros.
pub(crate) fn of(figure: &Figure) -> Decimal {
    half_a_digit(&figure.printed, figure.euros, figure.unit.factor)
}

/// Half a unit of a percentage's last printed digit, in percentage points.
pub(in crate::check) fn of_percentage(percentage: &Percentage) -> Decimal {
    half_a_digit(&percentage.printed, percentage.value, 1)
}

/// The least and the most that a figure may stand for, in euros.
pub(in crate::check) fn interval(figure: &Figure) -> (Decimal, Decimal) {
    around(figure.euros, of(figure))
}

/// How far a sum of these figures may miss, the outcome being one of them: half a unit for each, each in its own unit.
pub(in crate::check) fn bound<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Decimal {
    figures.into_iter().fold(Decimal::ZERO, |bound, figure| bound.saturating_add(of(figure)))
}

/// Whether a sum holds that misses by `difference` and may miss by `bound`.
pub(in crate::check) fn verdict(difference: Decimal, bound: Decimal) -> Verdict {
    match difference.abs() {
        missed if missed.is_zero() => Verdict::Holds,
        missed if missed <= bound => Verdict::Rounding,
        _ => Verdict::Differs,
    }
}

/// Half a unit of the last digit of a number that is printed with so many decimals.
pub(in crate::check) fn half_of_scale(decimals: u32) -> Decimal {
    Decimal::new(5, decimals.min(MOST_DECIMALS) + 1)
}

/// A number that is reckoned, as it is told: in cents, or hundredths of a percent.
pub(in crate::check) fn told(value: Decimal) -> Decimal {
    value.round_dp(2).normalize()
}

fn around(value: Decimal, half: Decimal) -> (Decimal, Decimal) {
    (value.saturating_sub(half), value.saturating_add(half))
}

/// Half a unit of the last digit of a printed number that was read as `value` in a unit of `factor`.
fn half_a_digit(printed: &str, value: Decimal, factor: u32) -> Decimal {
    half_of_scale(decimals(printed, value, factor)).saturating_mul(Decimal::from(factor)).normalize()
}

/// How many decimals are printed. Whether a comma parts thousands or decimals, the value tells: its digits are the printed
/// ones, and only their place is open. A zero has none that could tell.
fn decimals(printed: &str, value: Decimal, factor: u32) -> u32 {
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    let whole = digits.parse::<Decimal>().unwrap_or_default().saturating_mul(Decimal::from(factor));
    if whole.is_zero() {
        let behind_comma = printed.rsplit_once(',').map_or(0, |(_, behind)| behind.chars().filter(char::is_ascii_digit).count());
        return u32::try_from(behind_comma).unwrap_or(0).min(MOST_DECIMALS);
    }
    let shifted = |decimals: &u32| Decimal::from(10_u64.pow(*decimals)).checked_mul(value.abs()) == Some(whole);
    (0..=MOST_DECIMALS).find(shifted).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Unit;

    fn figure(printed: &str, number: &str, factor: u32) -> Figure {
        let euros = number.parse::<Decimal>().expect("a number") * Decimal::from(factor);
        let unit = Unit { factor, stated: true, chosen: false, span: None };
        Figure { printed: printed.to_owned(), euros: euros.normalize(), unit, ..Figure::example() }
    }

    #[test]
    fn half_a_unit_of_the_last_printed_digit() {
        let cases = [
            ("39.884", "39884", 1_000, "500"),
            ("1.000", "1000", 1, "0.5"),
            ("2,4", "2.4", 1_000_000, "50000"),
            ("2,40", "2.40", 1_000_000, "5000"),
            ("75,000", "75000", 1, "0.5"),
            ("75,125", "75.125", 1, "0.0005"),
            ("-12,50", "-12.5", 1, "0.005"),
            ("24,-", "24", 1, "0.5"),
            ("0", "0", 1_000, "500"),
            ("0,0", "0", 1_000_000, "50000"),
        ];
        for (printed, number, factor, expected) in cases {
            assert_eq!(of(&figure(printed, number, factor)).to_string(), expected, "{printed}");
        }
    }

    #[test]
    fn each_number_is_rounded_in_its_own_unit() {
        let figures = [figure("39.884", "39884", 1_000), figure("2,4", "2.4", 1_000_000)];
        assert_eq!(bound(&figures), Decimal::from(50_500));
        assert_eq!(interval(&figures[1]), (Decimal::from(2_350_000), Decimal::from(2_450_000)));
    }

    #[test]
    fn a_sum_may_miss_by_its_bound_and_no_more() {
        let bound = Decimal::from(1_500);
        assert_eq!(verdict(Decimal::ZERO, bound), Verdict::Holds);
        assert_eq!(verdict(Decimal::from(-1_500), bound), Verdict::Rounding);
        assert_eq!(verdict(Decimal::from(1_501), bound), Verdict::Differs);
    }

    #[test]
    fn a_number_of_many_decimals_is_taken_for_one_of_fewer() {
        assert_eq!(half_of_scale(1), Decimal::new(5, 2));
        assert_eq!(half_of_scale(28), Decimal::new(5, 10));
    }

    #[test]
    fn percentages_are_rounded_too() {
        let percentage = |printed: &str, value: Decimal| Percentage {
            printed: printed.to_owned(),
            value,
            about: None,
            programme: None,
            span: crate::source::Span::default(),
        };
        assert_eq!(of_percentage(&percentage("35,55%", Decimal::new(3_555, 2))), Decimal::new(5, 3));
        assert_eq!(of_percentage(&percentage("12%", Decimal::from(12))), Decimal::new(5, 1));
    }
}
