//! Numbers, money, percentages, sizes and dates as each language writes them.
//!
//! A minus is the sign U+2212, which is as wide as a digit and which screen readers say; numbers never break over lines.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Language;
use crate::document::{DateTime, Unit};

const MINUS: char = '\u{2212}';
const NO_BREAK_SPACE: char = '\u{a0}';

impl Language {
    /// A number with all its decimals: `−1.234,5`.
    pub fn number(self, value: Decimal) -> String {
        let digits = self.digits(value);
        if value.is_sign_negative() && !value.is_zero() { format!("{MINUS}{digits}") } else { digits }
    }

    /// An amount in euros, cents only where there are any: `€ −39.884`, `−€39,884`.
    pub fn money(self, euros: Decimal) -> String {
        let cents = euros.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        let mut shown = cents.normalize();
        if shown.scale() > 0 {
            shown.rescale(2);
        }
        let minus = if shown.is_sign_negative() && !shown.is_zero() { "\u{2212}" } else { "" };
        let digits = self.digits(shown);
        self.choose(format!("€{NO_BREAK_SPACE}{minus}{digits}"), format!("{minus}€{digits}"))
    }

    /// A percentage with all its decimals: `35,55%`.
    pub fn percentage(self, value: Decimal) -> String {
        format!("{}%", self.number(value))
    }

    /// What a percentage over 100 comes to: `ruim 22 keer het geheel`.
    pub fn times_the_whole(self, percentage: Decimal) -> String {
        let times = in_units_of(percentage, 100);
        let whole = self.number(times.trunc());
        if times.scale() == 0 {
            return self.choose(format!("{whole} keer het geheel"), format!("{whole} times the whole"));
        }
        self.choose(format!("ruim {whole} keer het geheel"), format!("over {whole} times the whole"))
    }

    /// A count of things: `1.234`.
    pub fn count(self, count: usize) -> String {
        self.digits(Decimal::from(count))
    }

    /// The unit of printed amounts: `× € 1.000`, `hele euro’s`.
    pub fn unit(self, unit: Unit) -> String {
        match unit.factor {
            1 => self.choose("hele euro’s", "whole euros").to_owned(),
            factor => format!("×{NO_BREAK_SPACE}{}", self.money(Decimal::from(factor))),
        }
    }

    /// The size of a file: `11,6 kB`.
    pub fn size(self, bytes: u64) -> String {
        let (divisor, name) = match bytes {
            0..1_000 => (1, "B"),
            1_000..1_000_000 => (1_000, "kB"),
            _ => (1_000_000, "MB"),
        };
        let value = in_units_of(Decimal::from(bytes), divisor).round_dp(1).normalize();
        format!("{}{NO_BREAK_SPACE}{name}", self.number(value))
    }

    /// A moment: `27 september 2021, 11:17`.
    pub fn date_time(self, moment: DateTime) -> String {
        let month = self.month(moment.month);
        format!("{} {month} {}, {:02}:{:02}", moment.day, moment.year, moment.hour, moment.minute)
    }

    fn month(self, month: u32) -> &'static str {
        const NAMES: [(&str, &str); 12] = [
            ("januari", "January"),
            ("februari", "February"),
            ("maart", "March"),
            ("april", "April"),
            ("mei", "May"),
            ("juni", "June"),
            ("juli", "July"),
            ("augustus", "August"),
            ("september", "September"),
            ("oktober", "October"),
            ("november", "November"),
            ("december", "December"),
        ];
        let index = (month.max(1) as usize - 1).min(NAMES.len() - 1);
        let (dutch, english) = NAMES[index];
        self.choose(dutch, english)
    }

    /// The digits without a sign, in groups of three.
    fn digits(self, value: Decimal) -> String {
        let printed = value.abs().to_string();
        let (whole, decimals) = printed.split_once('.').unwrap_or((&printed, ""));
        let grouped = grouped(whole, self.choose('.', ','));
        if decimals.is_empty() { grouped } else { format!("{grouped}{}{decimals}", self.choose(',', '.')) }
    }
}

/// A number counted in units of 1, 10, 100 and so on, without zeros at its end. The point moves; nothing is divided: code
/// for that would weigh kilobytes.
pub fn in_units_of(value: Decimal, unit: u32) -> Decimal {
    let mut counted = value;
    let scale = value.scale() + unit.max(1).ilog10();
    if counted.set_scale(scale).is_ok() { counted.normalize() } else { value }
}

fn grouped(digits: &str, separator: char) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap_or_default()
    }

    fn check_money(euros: &str, dutch: &str, english: &str) {
        assert_eq!(Language::Dutch.money(decimal(euros)).replace(NO_BREAK_SPACE, " "), dutch);
        assert_eq!(Language::English.money(decimal(euros)), english);
    }

    #[test]
    fn money_is_written_as_each_language_does() {
        check_money("31415900", "€ 31.415.900", "€31,415,900");
        check_money("-39884000", "€ −39.884.000", "−€39,884,000");
        check_money("1234567.89", "€ 1.234.567,89", "€1,234,567.89");
        check_money("24.5", "€ 24,50", "€24.50");
        check_money("2400000.0", "€ 2.400.000", "€2,400,000");
        check_money("-0.001", "€ 0", "€0");
        check_money("999", "€ 999", "€999");
    }

    #[test]
    fn numbers_keep_their_decimals() {
        assert_eq!(Language::Dutch.number(decimal("-1234.50")), "−1.234,50");
        assert_eq!(Language::English.percentage(decimal("2234.27")), "2,234.27%");
        assert_eq!(Language::Dutch.count(1_000_000), "1.000.000");
    }

    #[test]
    fn percentages_over_a_hundred_get_words() {
        assert_eq!(Language::Dutch.times_the_whole(decimal("2234.27")), "ruim 22 keer het geheel");
        assert_eq!(Language::English.times_the_whole(decimal("200")), "2 times the whole");
    }

    #[test]
    fn units_and_sizes() {
        let unit = |factor| Unit { factor, stated: true, chosen: false, span: None };
        assert_eq!(Language::Dutch.unit(unit(1_000)), "×\u{a0}€\u{a0}1.000");
        assert_eq!(Language::English.unit(unit(1)), "whole euros");
        assert_eq!(Language::Dutch.size(11_640), "11,6\u{a0}kB");
        assert_eq!(Language::English.size(64_000_000), "64\u{a0}MB");
    }

    #[test]
    fn a_moment_in_words() {
        let moment = DateTime { year: 2020, month: 9, day: 28, hour: 10, minute: 6, second: 24 };
        assert_eq!(Language::Dutch.date_time(moment), "28 september 2020, 10:06");
        assert_eq!(Language::English.date_time(DateTime { month: 13, ..moment }), "28 December 2020, 10:06");
    }
}
