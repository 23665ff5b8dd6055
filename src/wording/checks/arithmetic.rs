//! A sum as a person would write it down: `54.672.041 − 11.824.266 = 42.847.775`.
//!
//! Amounts stand in the unit that they are printed in, said once where all share it. What an amount is of is said as far as
//! the amounts of one sum differ: by rows where the column is one, by columns where the row is.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Language;
use crate::{
    check::{Check, Finding, Operand, Operation, Quantity, Sum},
    document::{Document, Figure},
    wording::in_units_of,
};

const MILLION: u32 = 1_000_000;
/// The most decimals that a bound of an interval needs to be told from the other.
const MOST_DECIMALS: u32 = 4;

/// A sum in pieces, left to right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arithmetic {
    /// Its numbers.
    pub pieces: Vec<Piece>,
    /// The unit of all its amounts; none for whole euros, and where each number has its own.
    pub unit: Option<String>,
}

/// A number of a sum with what stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What is done with it.
    pub operation: Operation,
    /// The sign before it; empty before a first number that is added.
    pub sign: &'static str,
    /// The number as this language writes it.
    pub number: String,
    /// What it is of; empty for one that follows or is given.
    pub name: String,
    /// Which number it is; [`Quantity::span`] says where it stands.
    pub quantity: Quantity,
}

/// What a sum comes to, beside what is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What its numbers come to.
    pub comes_to: String,
    /// What is printed.
    pub printed: String,
    /// The one less the other; none where they are equal.
    pub difference: Option<String>,
    /// How far rounding alone may make them differ; none where no single number says it.
    pub tolerance: Option<String>,
}

impl Language {
    /// A sum in pieces.
    pub fn arithmetic(self, sum: &Sum, document: &Document) -> Arithmetic {
        let scale = Scale::of(sum, document);
        let names = Names::of(sum, document);
        let piece = |(place, operand): (usize, &Operand)| {
            let (is_negative, number) = self.quantity(sum, place, document, &scale);
            let sign = sign(operand.operation, place == 0, is_negative);
            let number =
                if has_own_sign(operand.operation, is_negative) { bracketed(operand.operation, &number) } else { number };
            let name = self.quantity_name(&operand.quantity, document, &names);
            Piece { operation: operand.operation, sign, number, name, quantity: operand.quantity.clone() }
        };
        let pieces = sum.operands.iter().enumerate().map(piece).collect();
        let unit = scale.figure.filter(|figure| scale.is_shared && figure.unit.factor != 1);
        Arithmetic { pieces, unit: unit.map(|figure| self.unit(figure.unit)) }
    }

    /// A sum on one line, as printed: `39.884 − 11.733 = 28.152 (× € 1.000)`.
    pub fn sum_line(self, sum: &Sum, document: &Document) -> String {
        let Arithmetic { pieces, unit } = self.arithmetic(sum, document);
        noted(line(&pieces), unit)
    }

    /// What a finding's sum comes to beside what is printed; none where it has no single sum with a printed outcome.
    pub fn outcome_of_sum(self, finding: &Finding, document: &Document) -> Option<Outcome> {
        let ([sum], Some(difference)) = (&finding.sums[..], finding.difference) else { return None };
        let outcome = Value::of(sum.outcome()?, document)?;
        // Two places are compared without their signs, so their difference is not what the printed number lacks.
        let is_of_places = matches!(finding.check, Check::Chain | Check::Repeat);
        let reckoned = if is_of_places { reckoned(sum, document) } else { None };
        let comes_to = reckoned.unwrap_or_else(|| outcome.number.saturating_add(difference));
        let scale = Scale::of(sum, document);
        let decimals = scale.decimals_with(difference);
        let write = |value: Decimal| self.in_unit(value, outcome.factor, decimals, outcome.is_percentage);
        Some(Outcome {
            comes_to: write(comes_to),
            printed: write(outcome.number),
            difference: (!difference.is_zero()).then(|| write(difference.abs())),
            tolerance: sum.tolerance(document).map(|tolerance| self.in_unit(tolerance, outcome.factor, 0, false)),
        })
    }

    /// The lines of a finding, a sum each; where it does not come out to the last digit with what it comes to and what is
    /// printed: `39.884 − 11.733 = 28.151, gedrukt 28.152 (× € 1.000; afronding: ten hoogste ± 1,5)`.
    pub fn sum_lines(self, finding: &Finding, document: &Document) -> Vec<String> {
        match self.outcome_of_sum(finding, document).filter(|outcome| outcome.difference.is_some()) {
            Some(outcome) => finding.sums.iter().map(|sum| self.missed_line(sum, document, &outcome)).collect(),
            None => finding.sums.iter().map(|sum| self.sum_line(sum, document)).collect(),
        }
    }

    fn missed_line(self, sum: &Sum, document: &Document, outcome: &Outcome) -> String {
        let Arithmetic { mut pieces, unit } = self.arithmetic(sum, document);
        pieces.retain(|piece| piece.operation != Operation::Equals);
        let printed = self.choose("gedrukt", "printed");
        let line = format!("{} = {}, {printed} {}", line(&pieces), outcome.comes_to, outcome.printed);
        noted(line, [unit, outcome.tolerance.as_ref().map(|tolerance| self.rounding_at_most(tolerance))].into_iter().flatten())
    }

    /// How far rounding may go.
    pub fn rounding_at_most(self, tolerance: &str) -> String {
        self.choose(format!("afronding: ten hoogste ± {tolerance}"), format!("rounding: at most ± {tolerance}"))
    }

    /// What lies between two numbers: `tussen 112,0 en 112,4 miljoen`.
    pub fn between(self, least: Decimal, most: Decimal, is_money: bool) -> String {
        let in_millions = is_money && most.abs() >= Decimal::from(MILLION);
        let factor = if in_millions { MILLION } else { 1 };
        let (least, most) = ends(in_units_of(least, factor), in_units_of(most, factor), u32::from(in_millions));
        let (least, most) = (self.number(least), self.number(most));
        let (least, most) = if is_money { (least, most) } else { (format!("{least}%"), format!("{most}%")) };
        let unit = if in_millions { self.choose(" miljoen", " million") } else { "" };
        self.choose(format!("tussen {least} en {most}{unit}"), format!("between {least} and {most}{unit}"))
    }

    /// A number of a sum without its sign, and whether that is a minus.
    fn quantity(self, sum: &Sum, place: usize, document: &Document, scale: &Scale<'_>) -> (bool, String) {
        let quantity = &sum.operands[place].quantity;
        match *quantity {
            Quantity::Between(least, most) => (false, self.between(least, most, is_money(sum, place))),
            Quantity::Given(value) => (value.is_sign_negative(), self.number(value.abs().normalize())),
            Quantity::Figure(_) | Quantity::Percentage(_) | Quantity::Count(_) | Quantity::Indicator { .. } => {
                let Some(value) = Value::of(quantity, document) else { return (false, String::new()) };
                let decimals = if value.figure.is_some() { scale.decimals } else { 0 };
                let number = self.in_unit(value.number.abs(), value.factor, decimals, value.is_percentage);
                let own_unit = value.figure.filter(|figure| !scale.is_shared && figure.unit.factor != 1);
                let number = own_unit.map_or(number.clone(), |figure| format!("{number} ({})", self.unit(figure.unit)));
                (value.number.is_sign_negative() && !value.number.is_zero(), number)
            }
        }
    }

    /// A number in its unit, with so many decimals at least.
    fn in_unit(self, value: Decimal, factor: u32, decimals: u32, is_percentage: bool) -> String {
        let mut value = if is_percentage { value } else { in_units_of(value, factor) };
        if value.scale() < decimals {
            value.rescale(decimals);
        }
        if is_percentage { self.percentage(value) } else { self.number(value) }
    }

    fn quantity_name(self, quantity: &Quantity, document: &Document, names: &Names) -> String {
        match *quantity {
            Quantity::Figure(at) => document.figures.get(at).map(|figure| self.figure_name(figure, document, names)),
            Quantity::Percentage(at) => document.percentages.get(at).and_then(|percentage| percentage.about.clone()),
            Quantity::Count(at) => document.counts.get(at).map(|count| match &count.column {
                Some(column) => format!("{}, {column}", count.row),
                None => count.row.clone(),
            }),
            Quantity::Indicator { indicator, value } => document.indicators.get(indicator).map(|indicator| {
                let year = indicator.values.get(value).and_then(|value| value.year);
                year.map_or_else(|| indicator.name.clone(), |year| format!("{} {year}", indicator.name))
            }),
            Quantity::Between(..) | Quantity::Given(_) => None,
        }
        .unwrap_or_default()
    }

    fn figure_name(self, figure: &Figure, document: &Document, names: &Names) -> String {
        let row = Some(self.row_of(figure)).filter(|_| names.by_row);
        let column = column_of(figure).filter(|_| names.by_column);
        let programme = figure.programme.filter(|_| names.by_programme);
        let programme = programme.and_then(|at| document.programmes.get(at)).map(|programme| programme.name.clone());
        [programme, row, column].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// What an amount is of: its row, or its kind where the text gives it none.
    pub(super) fn row_of(self, figure: &Figure) -> String {
        if figure.row.is_empty() { self.money_kind(figure.kind).to_owned() } else { figure.row.clone() }
    }
}

/// The column that an amount stands in, or its year where no column is known.
pub(super) fn column_of(figure: &Figure) -> Option<String> {
    let year = figure.year.map(|year| year.to_string());
    figure.column.clone().filter(|column| !column.is_empty()).or(year)
}

/// A printed number of a sum.
struct Value<'a> {
    /// In euros, in percent, or in what an indicator counts.
    number: Decimal,
    factor: u32,
    is_percentage: bool,
    figure: Option<&'a Figure>,
}

impl<'a> Value<'a> {
    fn of(quantity: &Quantity, document: &'a Document) -> Option<Self> {
        match *quantity {
            Quantity::Figure(at) => {
                let figure = document.figures.get(at)?;
                Some(Self { number: figure.euros, factor: figure.unit.factor, is_percentage: false, figure: Some(figure) })
            }
            Quantity::Percentage(at) => {
                let number = document.percentages.get(at)?.value;
                Some(Self { number, factor: 1, is_percentage: true, figure: None })
            }
            Quantity::Count(at) => {
                let number = document.counts.get(at)?.value;
                Some(Self { number, factor: 1, is_percentage: false, figure: None })
            }
            Quantity::Indicator { indicator, value } => {
                let number = document.indicators.get(indicator)?.values.get(value)?.value;
                Some(Self { number, factor: 1, is_percentage: false, figure: None })
            }
            Quantity::Between(..) | Quantity::Given(_) => None,
        }
    }
}

/// How the amounts of a sum are written.
struct Scale<'a> {
    /// The first of them.
    figure: Option<&'a Figure>,
    /// Whether all are in its unit.
    is_shared: bool,
    /// The decimals that all of them get.
    decimals: u32,
}

impl<'a> Scale<'a> {
    fn of(sum: &Sum, document: &'a Document) -> Self {
        let figures: Vec<&Figure> = figures(sum, document).collect();
        let figure = figures.first().copied();
        let is_shared = figures.iter().all(|other| figure.is_none_or(|first| first.unit.factor == other.unit.factor));
        let decimals = figures.iter().map(|figure| in_units_of(figure.euros, figure.unit.factor).scale()).max();
        Self { figure, is_shared, decimals: decimals.filter(|_| is_shared).unwrap_or(0) }
    }

    fn decimals_with(&self, difference: Decimal) -> u32 {
        let factor = self.figure.map_or(1, |figure| figure.unit.factor);
        self.decimals.max(if self.is_shared { in_units_of(difference, factor).scale() } else { 0 })
    }
}

/// By what the amounts of a sum are told apart.
struct Names {
    by_row: bool,
    by_column: bool,
    by_programme: bool,
}

impl Names {
    fn of(sum: &Sum, document: &Document) -> Self {
        let figures: Vec<&Figure> = figures(sum, document).collect();
        let differ = |differs: &dyn Fn(&Figure, &Figure) -> bool| {
            figures.first().is_some_and(|first| figures.iter().any(|other| differs(first, other)))
        };
        let by_column = differ(&|one, other| one.column != other.column || one.year != other.year);
        let by_row = differ(&|one, other| one.row != other.row);
        let by_programme = differ(&|one, other| one.programme != other.programme);
        Self { by_row: by_row || !(by_column || by_programme), by_column, by_programme }
    }
}

fn figures<'a>(sum: &Sum, document: &'a Document) -> impl Iterator<Item = &'a Figure> {
    sum.operands.iter().filter_map(|operand| match operand.quantity {
        Quantity::Figure(at) => document.figures.get(at),
        _ => None,
    })
}

/// What the amounts of a sum of plus and minus come to, in euros; none of any other sum.
fn reckoned(sum: &Sum, document: &Document) -> Option<Decimal> {
    let mut terms = sum.operands.iter().filter(|operand| operand.operation != Operation::Equals);
    terms.try_fold(Decimal::ZERO, |sum, operand| {
        let Quantity::Figure(at) = operand.quantity else { return None };
        let euros = document.figures.get(at)?.euros;
        match operand.operation {
            Operation::Plus => Some(sum.saturating_add(euros)),
            Operation::Minus => Some(sum.saturating_sub(euros)),
            _ => None,
        }
    })
}

/// The pieces on one line. A sum that is multiplied or divided stands in brackets, for a reader does those first.
fn line(pieces: &[Piece]) -> String {
    let (mut line, mut terms) = (String::new(), 0);
    for piece in pieces {
        match piece.operation {
            Operation::Plus | Operation::Minus => terms += 1,
            Operation::Times | Operation::DividedBy if terms > 1 => {
                line = format!("({line})");
                terms = 1;
            }
            _ => {}
        }
        let gaps = if line.is_empty() { ["", ""] } else { [" ", " "] };
        line.extend([gaps[0], piece.sign, gaps[1], &piece.number]);
    }
    line
}

/// A line with notes in brackets behind it.
fn noted(line: String, notes: impl IntoIterator<Item = String>) -> String {
    let notes: Vec<String> = notes.into_iter().collect();
    if notes.is_empty() { line } else { format!("{line} ({})", notes.join("; ")) }
}

/// The sign before a number: adding a negative number is written as subtracting.
fn sign(operation: Operation, is_first: bool, is_negative: bool) -> &'static str {
    match operation {
        Operation::Plus if is_negative => "−",
        Operation::Plus if is_first => "",
        Operation::Plus => "+",
        Operation::Minus => "−",
        Operation::Times => "×",
        Operation::DividedBy => "/",
        Operation::Equals => "=",
        Operation::IsAbout => "≈",
    }
}

fn has_own_sign(operation: Operation, is_negative: bool) -> bool {
    is_negative && operation != Operation::Plus
}

fn bracketed(operation: Operation, number: &str) -> String {
    match operation {
        Operation::Equals | Operation::IsAbout => format!("−{number}"),
        _ => format!("(−{number})"),
    }
}

/// Whether what stands at a place of a sum that only says what it lies between is money, and not percent: amounts that are
/// divided by amounts leave none.
fn is_money(sum: &Sum, place: usize) -> bool {
    let amounts = |operand: &Operand| i32::from(matches!(operand.quantity, Quantity::Figure(_)));
    let is_outcome = matches!(sum.operands[place].operation, Operation::Equals | Operation::IsAbout);
    if !is_outcome {
        return sum.operands.iter().any(|operand| amounts(operand) > 0);
    }
    let left = sum.operands[..place].iter().fold(0, |left, operand| match operand.operation {
        Operation::Times => left + amounts(operand),
        Operation::DividedBy => left - amounts(operand),
        _ => left.max(amounts(operand)),
    });
    left > 0
}

/// The ends of an interval, rounded outwards to as few decimals as tell them apart.
fn ends(least: Decimal, most: Decimal, fewest: u32) -> (Decimal, Decimal) {
    let rounded = |decimals: u32| {
        let down = least.round_dp_with_strategy(decimals, RoundingStrategy::ToNegativeInfinity);
        (down, most.round_dp_with_strategy(decimals, RoundingStrategy::ToPositiveInfinity))
    };
    let is_close =
        |(down, up): (Decimal, Decimal)| up.saturating_sub(down) <= most.saturating_sub(least).saturating_mul(Decimal::TWO);
    let decimals = (fewest..MOST_DECIMALS).find(|&decimals| is_close(rounded(decimals))).unwrap_or(MOST_DECIMALS);
    let (mut least, mut most) = rounded(decimals);
    least.rescale(decimals);
    most.rescale(decimals);
    (least, most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Verdict, check},
        document::{Percentage, Unit},
        read::read,
        source::{Source, Span},
    };

    fn figure(row: &str, column: &str, number: &str, factor: u32) -> Figure {
        let number: Decimal = number.parse().expect("a number");
        Figure {
            row: row.to_owned(),
            column: Some(column.to_owned()),
            printed: number.to_string().replace('.', ","),
            euros: (number * Decimal::from(factor)).normalize(),
            unit: Unit { factor, stated: true, chosen: false, span: None },
            ..Figure::example()
        }
    }

    fn share(value: &str) -> Percentage {
        let value = value.parse().expect("a number");
        Percentage { printed: String::new(), value, about: Some("Lasten".to_owned()), programme: None, span: Span::default() }
    }

    fn document(figures: Vec<Figure>) -> Document {
        Document { figures, percentages: vec![share("35.55"), share("2.5")], ..Document::default() }
    }

    fn sum<const N: usize>(operands: [(Operation, Quantity); N]) -> Sum {
        Sum { operands: operands.map(|(operation, quantity)| Operand { operation, quantity }).into() }
    }

    /// The first two amounts, and the third as what comes out.
    fn of_three(operation: Operation) -> Sum {
        let figure = Quantity::Figure;
        sum([(Operation::Plus, figure(0)), (operation, figure(1)), (Operation::Equals, figure(2))])
    }

    fn finding(sum: Sum, difference: i64) -> Finding {
        let (check, verdict, difference) = (Check::Balance, Verdict::Rounding, Some(Decimal::from(difference)));
        Finding { check, verdict, reason: None, sums: vec![sum], difference, spans: Vec::new() }
    }

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn adding_a_negative_number_is_written_as_subtracting() {
        let amounts = |middle: &str| {
            let numbers = [("Lasten", "54672041"), ("Baten", middle), ("Saldo", "42847775")];
            document(numbers.map(|(row, number)| figure(row, "2021", number, 1)).into())
        };
        let line = |document: &Document, operation| Language::Dutch.sum_line(&of_three(operation), document);
        let expected = "54.672.041 − 11.824.266 = 42.847.775";
        assert_eq!(line(&amounts("11824266"), Operation::Minus), expected);
        assert_eq!(line(&amounts("-11824266"), Operation::Plus), expected);
        assert_eq!(line(&amounts("-11824266"), Operation::Minus), "54.672.041 − (−11.824.266) = 42.847.775");
    }

    #[test]
    fn what_is_rounded_says_what_it_comes_to_and_how_far_it_may_miss() {
        let numbers = ["39884", "11733", "28152"].map(|number| figure("Lasten", number, number, 1_000));
        let lines = |language: Language| {
            let finding = finding(of_three(Operation::Minus), -1_000);
            plain(&language.sum_lines(&finding, &document(numbers.clone().into())).join("\n"))
        };
        assert_eq!(lines(Language::Dutch), "39.884 − 11.733 = 28.151, gedrukt 28.152 (× € 1.000; afronding: ten hoogste ± 1,5)");
        assert_eq!(lines(Language::English), "39,884 − 11,733 = 28,151, printed 28,152 (× €1,000; rounding: at most ± 1.5)");
    }

    #[test]
    fn two_places_that_differ_are_shown_as_printed_whatever_their_signs() {
        let line = |check, sum: Sum, numbers: [&str; 3], difference| {
            let numbers = numbers.map(|number| figure("Saldo", "2025", number, 1));
            let finding = Finding { check, ..finding(sum, difference) };
            Language::Dutch.outcome_of_sum(&finding, &document(numbers.into())).map(|outcome| outcome.comes_to)
        };
        let figure = Quantity::Figure;
        let places = || sum([(Operation::Plus, figure(0)), (Operation::Equals, figure(1))]);
        assert_eq!(line(Check::Chain, places(), ["-6400", "-6040", "0"], 360).as_deref(), Some("−6.400"));
        assert_eq!(line(Check::Repeat, places(), ["-6400", "6040", "0"], 360).as_deref(), Some("−6.400"));
        let explained = of_three(Operation::Minus);
        assert_eq!(line(Check::Chain, explained, ["-6400", "500", "6900"], 0).as_deref(), Some("−6.900"));
    }

    /// Two overviews of which the second has numbers with a minus that differ, and a total that does not come out.
    const BUDGET: &str = "# Programmabegroting 2025 gemeente Voorbeeldstad

Overzicht van baten en lasten per programma (x € 1.000)
Programma\tLasten 2025\tBaten 2025\tSaldo 2025
1 Wonen\t4.410\t1.210\t-3.200
2 Zorg\t8.700\t2.300\t-6.400
Totaal\t13.110\t3.510\t-9.600

Nogmaals de baten en lasten per programma (x € 1.000)
Programma\tLasten 2025\tBaten 2025\tSaldo 2025
1 Wonen\t4.410\t1.210\t-3.200
2 Zorg\t8.700\t2.300\t-6.040
Totaal\t13.110\t3.510\t-9.600
";

    #[test]
    fn what_a_sum_is_said_to_come_to_is_what_its_terms_come_to() {
        let document = read(&Source::from_bytes("a", BUDGET.as_bytes()));
        let mut checks = Vec::new();
        for finding in check(&document) {
            let ([sum], Some(outcome)) = (&finding.sums[..], Language::Dutch.outcome_of_sum(&finding, &document)) else {
                continue;
            };
            let Some(euros) = reckoned(sum, &document) else { continue };
            let thousands = Language::Dutch.number((euros / Decimal::from(1_000)).normalize());
            assert_eq!(outcome.comes_to, thousands, "{finding:?}");
            checks.push((finding.check, finding.verdict));
        }
        let missed = [Check::Balance, Check::Total, Check::Chain].map(|check| (check, Verdict::Differs));
        assert!(missed.iter().all(|of| checks.contains(of)), "{checks:?}");
    }

    #[test]
    fn amounts_in_one_unit_get_as_many_decimals_and_others_their_own_unit() {
        let line = |units: [u32; 3]| {
            let numbers = [("2.4", units[0]), ("1", units[1]), ("3.4", units[2])];
            let document = document(numbers.map(|(number, factor)| figure("a", "b", number, factor)).into());
            plain(&Language::Dutch.sum_line(&of_three(Operation::Plus), &document))
        };
        assert_eq!(line([MILLION; 3]), "2,4 + 1,0 = 3,4 (× € 1.000.000)");
        assert_eq!(line([MILLION, 1_000, 1]), "2,4 (× € 1.000.000) + 1 (× € 1.000) = 3,4");
    }

    #[test]
    fn what_follows_lies_between_two_numbers_rounded_outwards() {
        let between = |least: &str, most: &str, is_money| {
            Language::Dutch.between(least.parse().expect("a number"), most.parse().expect("a number"), is_money)
        };
        assert_eq!(between("112049230", "112368000", true), "tussen 112,0 en 112,4 miljoen");
        assert_eq!(between("112189930", "112190120", true), "tussen 112,1899 en 112,1902 miljoen");
        assert_eq!(between("1200.4", "1310.2", true), "tussen 1.200 en 1.311");
        assert_eq!(between("35.14", "35.31", false), "tussen 35,1% en 35,4%");
    }

    #[test]
    fn amounts_divided_by_amounts_leave_percent() {
        let between = Quantity::Between(Decimal::from(10), Decimal::from(12));
        let whole = sum([
            (Operation::Plus, Quantity::Figure(0)),
            (Operation::DividedBy, Quantity::Percentage(0)),
            (Operation::IsAbout, between.clone()),
        ]);
        let growth = sum([
            (Operation::Plus, Quantity::Figure(0)),
            (Operation::Minus, Quantity::Figure(1)),
            (Operation::DividedBy, Quantity::Figure(1)),
            (Operation::Times, Quantity::Given(Decimal::ONE_HUNDRED)),
            (Operation::IsAbout, between),
        ]);
        let document = document(vec![figure("Lasten", "2024", "11", 1), figure("Lasten", "2023", "10", 1)]);
        assert_eq!(Language::Dutch.sum_line(&whole, &document), "11 / 35,55% ≈ tussen 10 en 12");
        assert_eq!(Language::English.sum_line(&growth, &document), "(11 − 10) / 10 × 100 ≈ between 10% and 12%");
    }

    #[test]
    fn amounts_are_named_by_what_tells_them_apart() {
        let names = |amounts: [(&str, &str); 3]| {
            let document = document(amounts.map(|(row, column)| figure(row, column, "1", 1)).into());
            let pieces = Language::Dutch.arithmetic(&of_three(Operation::Plus), &document).pieces;
            pieces.into_iter().map(|piece| piece.name).collect::<Vec<_>>()
        };
        assert_eq!(names([("Sport", "2024"), ("Zorg", "2024"), ("Totaal", "2024")]), ["Sport", "Zorg", "Totaal"]);
        assert_eq!(names([("Sport", "2024"), ("Sport", "2025"), ("Sport", "Samen")]), ["2024", "2025", "Samen"]);
        assert_eq!(names([("Sport", "a"), ("Zorg", "b"), ("Zorg", "c")]), ["Sport, a", "Zorg, b", "Zorg, c"]);
        assert_eq!(names([("Sport", "2024"); 3]), ["Sport"; 3]);
    }
}
