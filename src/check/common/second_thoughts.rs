//! What else a sum that does not come out may have meant: the last look before a text is accused.
//!
//! Tables hold more than sums: rows that say a part of another once more, a second balance of a wider or narrower scope,
//! columns of rates and averages, marks that turn a sign. Where something printed accounts for all that is missed, the labels
//! left open what was summed, and the finding says no more than that.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Check, Finding, Operation, Quantity, Reason, Subject, Verdict, rounding};
use crate::{
    document::{Document, Figure, Table},
    scan::words::folded,
};

/// More amounts of one row or column than this are not looked through for an explanation.
const MOST_CANDIDATES: usize = 60;
/// More amounts between the addends and the outcome are not taken by twos.
const MOST_BETWEEN: usize = 8;

/// Takes back the accusations that something else printed accounts for.
pub(in crate::check) fn second_thoughts(subject: &Subject<'_>, findings: &mut [Finding]) {
    if findings.iter().all(|finding| finding.verdict != Verdict::Differs) {
        return;
    }
    let held: BTreeMap<Vec<usize>, usize> =
        findings.iter().rev().filter(|finding| holds(finding)).filter_map(parts_and_outcome).collect();
    let places = Places::of(subject.document);
    for finding in findings.iter_mut().filter(|finding| is_accusation(finding)) {
        let Some(missed) = Missed::of(subject.document, finding) else { continue };
        // A balance that is printed again further down is one of another scope; the first one is what its parts come to.
        let is_another = held.get(&missed.addends).is_some_and(|&first| first < missed.outcome);
        if is_another || missed.has_another_reading(&places) {
            finding.verdict = Verdict::Unchecked;
            finding.reason = Some(Reason::PartsUnknown);
        }
    }
}

fn holds(finding: &Finding) -> bool {
    matches!(finding.verdict, Verdict::Holds | Verdict::Rounding | Verdict::UsedForReading)
}

fn is_accusation(finding: &Finding) -> bool {
    finding.verdict == Verdict::Differs
        && matches!(finding.check, Check::Balance | Check::Total | Check::Result | Check::Parts | Check::RollForward)
}

/// The figures that a finding adds and subtracts, in rising order, and the one that should come out.
fn parts_and_outcome(finding: &Finding) -> Option<(Vec<usize>, usize)> {
    let [sum] = &finding.sums[..] else { return None };
    let outcome = sum.operands.iter().find(|operand| operand.operation == Operation::Equals)?;
    let terms = sum.operands.iter().filter(|operand| matches!(operand.operation, Operation::Plus | Operation::Minus));
    let mut figures: Vec<usize> = terms.filter_map(|operand| figure_of(&operand.quantity)).collect();
    figures.sort_unstable();
    Some((figures, figure_of(&outcome.quantity)?))
}

fn figure_of(quantity: &Quantity) -> Option<usize> {
    if let Quantity::Figure(at) = quantity { Some(*at) } else { None }
}

/// The row and the column of each figure in a table.
struct Places<'a> {
    document: &'a Document,
    rows: BTreeMap<usize, (usize, usize)>,
    columns: BTreeMap<usize, (usize, usize)>,
}

impl<'a> Places<'a> {
    fn of(document: &'a Document) -> Self {
        let mut places = Self { document, rows: BTreeMap::new(), columns: BTreeMap::new() };
        for (at, table) in document.tables.iter().enumerate() {
            for (row, cells) in table.rows.iter().enumerate() {
                for cell in &cells.cells {
                    let Some(figure) = cell.figure else { continue };
                    places.rows.insert(figure, (at, row));
                    places.columns.extend(cell.column.map(|column| (figure, (at, column))));
                }
            }
        }
        places
    }

    fn table(&self, figure: usize) -> Option<&'a Table> {
        self.document.tables.get(self.rows.get(&figure)?.0)
    }

    /// The amounts in the row and in the column of a figure.
    fn around(&self, figure: usize) -> Vec<usize> {
        let Some(table) = self.table(figure) else { return Vec::new() };
        let (row, column) = (self.rows.get(&figure), self.columns.get(&figure));
        let all = table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.figure);
        let is_near = |other: &usize| {
            *other != figure && (self.rows.get(other) == row || (column.is_some() && self.columns.get(other) == column))
        };
        all.filter(is_near).take(MOST_CANDIDATES).collect()
    }
}

/// A sum that does not come out.
struct Missed<'a> {
    document: &'a Document,
    check: Check,
    addends: Vec<usize>,
    outcome: usize,
    /// By how much it misses, and by how much rounding lets it, in euros.
    by: Decimal,
    bound: Decimal,
}

impl<'a> Missed<'a> {
    fn of(document: &'a Document, finding: &Finding) -> Option<Self> {
        let (addends, outcome) = parts_and_outcome(finding)?;
        let figures = addends.iter().chain([&outcome]).filter_map(|&at| document.figures.get(at));
        let bound = rounding::bound(figures);
        Some(Self { document, check: finding.check, addends, outcome, by: finding.difference?.abs(), bound })
    }

    fn has_another_reading(&self, places: &Places<'_>) -> bool {
        (self.check == Check::Balance && self.addends.len() < 2)
            || self.is_explained(places)
            || self.is_turned()
            || self.is_out_of_order()
            || (self.is_rate(places) && !self.is_misprint())
    }

    fn euros(&self, figure: usize) -> Decimal {
        self.document.figures.get(figure).map_or(Decimal::ZERO, |figure| figure.euros.abs())
    }

    fn is_missed_by(&self, euros: Decimal) -> bool {
        !euros.is_zero() && self.by == euros
    }

    /// The same, but for rounding.
    fn is_about_missed_by(&self, euros: Decimal) -> bool {
        !euros.is_zero() && self.by.saturating_sub(euros).abs() <= self.bound
    }

    /// Another amount is what is missed: a part of a total that should not have been one, to the euro, or what stands between
    /// the addends and the outcome; two of those together, too: `500 + 400 − 100 = 800`.
    fn is_explained(&self, places: &Places<'_>) -> bool {
        let around = places.around(self.outcome);
        let between: Vec<usize> = around.iter().copied().filter(|&other| self.is_between(other)).take(MOST_BETWEEN).collect();
        let by_two = |&one: &usize| {
            between.iter().filter(move |&&other| other > one).any(|&other| {
                let (one, other) = (self.euros(one), self.euros(other));
                self.is_missed_by(one.saturating_add(other)) || self.is_missed_by(one.saturating_sub(other).abs())
            })
        };
        (self.check == Check::Total && self.addends.iter().any(|&one| self.is_missed_by(self.euros(one))))
            || between.iter().any(|&one| self.is_about_missed_by(self.euros(one)))
            || between.iter().any(by_two)
    }

    /// Whether a figure stands between the last addend and the outcome.
    fn is_between(&self, figure: usize) -> bool {
        let start = |at: usize| self.document.figures.get(at).map_or(0, |figure| figure.span.start);
        let last = self.addends.iter().map(|&at| start(at)).filter(|&at| at < start(self.outcome)).max();
        last.is_some_and(|last| last < start(figure) && start(figure) < start(self.outcome))
    }

    /// What comes out stands below what goes into it, or above: not in the middle.
    fn is_out_of_order(&self) -> bool {
        let start = |at: usize| self.document.figures.get(at).map_or(0, |figure| figure.span.start);
        let outcome = start(self.outcome);
        let before = self.addends.iter().filter(|&&at| start(at) < outcome).count();
        before > 0 && before < self.addends.len()
    }

    /// One of its numbers may have the other sign: then it is missed twice over.
    fn is_turned(&self) -> bool {
        let figures = self.addends.iter().chain([&self.outcome]);
        figures.into_iter().any(|&at| self.is_missed_by(self.euros(at).saturating_add(self.euros(at))))
    }

    /// A column that nothing says is of amounts that add up: it may be of rates or of averages.
    fn is_rate(&self, places: &Places<'_>) -> bool {
        let is_down_a_column = self.addends.iter().all(|at| places.columns.get(at) == places.columns.get(&self.outcome));
        is_down_a_column
            && places.columns.contains_key(&self.outcome)
            && self.document.figures.get(self.outcome).is_some_and(|figure| !adds_up(figure))
    }

    /// Whether it is missed as by one wrong digit, or by two neighbours that changed places.
    fn is_misprint(&self) -> bool {
        let factor = self.document.figures.get(self.outcome).map_or(1, |figure| figure.unit.factor);
        let units = self.by.checked_div(Decimal::from(factor)).unwrap_or_default().normalize();
        let digits = units.mantissa().unsigned_abs();
        let bare = std::iter::successors(Some(digits), |digits| (digits % 10 == 0 && *digits > 0).then(|| digits / 10)).last();
        bare.is_some_and(|bare| bare < 10 || (bare % 9 == 0 && bare / 9 < 10))
    }
}

/// Whether the column of a figure says that its amounts add up: it is of a year or a phase, or of a kind of money. The year of
/// the figure itself does not tell, for the document's year stands in for one that a column does not print.
fn adds_up(figure: &Figure) -> bool {
    const KINDS: [&str; 29] = [
        "lasten",
        "baten",
        "saldo",
        "uitgaven",
        "inkomsten",
        "totaal",
        "bedrag",
        "stort",
        "toevoeging",
        "dotatie",
        "onttrekking",
        "vrijval",
        "aanwending",
        "stand",
        "boekwaarde",
        "krediet",
        "besteed",
        "budget",
        "subsidie",
        "mutatie",
        "verschil",
        "restant",
        "begroting",
        "begroot",
        "rekening",
        "realisatie",
        "gerealiseerd",
        "raming",
        "wijziging",
    ];
    const RATES: [&str; 12] =
        ["per ", "p.i", "p/i", "/inw", "gemiddeld", "tarief", "prijs", "norm", "ratio", "index", "maximum", "minimum"];
    let Some(column) = &figure.column else { return true };
    let column = folded(column);
    let has = |words: &[&str]| words.iter().any(|word| column.contains(word));
    let names_a_year = || column.split(|character: char| !character.is_ascii_digit()).any(|digits| digits.len() == 4);
    !has(&RATES) && (names_a_year() || has(&KINDS))
}

#[cfg(test)]
mod tests {
    use crate::{
        check::{Verdict, check},
        read::read,
        source::Source,
    };

    /// How many sums of a table differ, and how many are left open.
    fn judged(table: &str) -> (usize, usize) {
        let text = format!("Gemeente Voorbeeldstad\nProgrammabegroting 2025\n\n{}", table.replace('|', "\t"));
        let findings = check(&read(&Source::from_bytes("a", text.as_bytes())));
        let count = |verdict| findings.iter().filter(|finding| finding.verdict == verdict && !finding.sums.is_empty()).count();
        (count(Verdict::Differs), count(Verdict::Unchecked))
    }

    #[test]
    fn a_result_after_moves_of_reserves_is_another_balance() {
        let table = |name: &str, result: &str| {
            format!(
                "Programma 2 Wonen (x € 1.000)\n|2025|2026|2027\nLasten|8.000|8.100|8.200\nBaten|9.000|9.300|9.500\n\
                 Saldo|1.000|1.200|1.300\n{name}|-500|0|0\n{result}|500|1.200|1.300\n"
            )
        };
        for (name, result) in
            [("Reservemutaties", "Resultaat"), ("Inzet reserves", "Saldo na reserves"), ("Algemene reserve", "Geraamd resultaat")]
        {
            assert_eq!(judged(&table(name, result)).0, 0, "{name}, {result}");
        }
    }

    #[test]
    fn a_second_balance_of_another_scope_is_no_error() {
        let rows = "Programma 2 Wonen (x € 1.000)\n|2025|2026|2027\nLasten|10.000|10.100|10.200\nBaten|2.000|2.100|2.200\nSaldo|8.000|8.000|8.000\n";
        for more in [
            "Bezuinigingen|0|0|-300\nNieuw saldo|8.000|8.000|7.700\n",
            "Structureel saldo|8.000|8.000|7.700\n",
            "Saldo kadernota|8.000|8.000|7.940\n",
        ] {
            assert_eq!(judged(&format!("{rows}{more}")).0, 0, "{more}");
        }
    }

    #[test]
    fn a_row_that_says_a_part_again_is_no_part() {
        for name in ["daarvan incidenteel", "hiervan dekking", "PM: vervoer"] {
            let table = format!(
                "Lasten zorg (x € 1.000)\nOnderdeel|2024|2025|2026\nJeugd|5.000|5.100|5.200\nWmo|3.000|3.100|3.200\n{name}|0|0|100\nTotaal|8.000|8.200|8.400\n"
            );
            assert_eq!(judged(&table).0, 0, "{name}");
        }
    }

    #[test]
    fn a_column_of_rates_does_not_add_up() {
        for (column, rows) in
            [("Rente", ["2,50", "1,25", "2,08"]), ("Per inwoner", ["26", "26", "26"]), ("Index", ["4,5", "4,5", "4,5"])]
        {
            let [one, two, total] = rows;
            let table = format!(
                "Leningen (in euro)\nLening|Restant|{column}\nEerste|10.000|{one}\nTweede|5.000|{two}\nTotaal|15.000|{total}\n"
            );
            assert_eq!(judged(&table).0, 0, "{column}");
        }
    }

    #[test]
    fn marks_and_senses_may_turn_a_sign() {
        let marked = "Overzicht (x € 1.000)\nProgramma|Lasten|Baten|Saldo\nZorg|20.000|4.500|15.500\nSport|2.000|500|1.500\nWonen|8.000|9.000|1.000 V\nTotaal|30.000|14.000|16.000\n";
        assert_eq!(judged(marked).0, 0);
        let favourable = "Programma 1 (x € 1.000)\n|Lasten|Baten|Saldo\nBegroting|5.150|1.100|-4.050\nRealisatie|5.000|1.200|-3.800\nVerschil|150|100|250\n";
        assert_eq!(judged(favourable).0, 0);
    }

    #[test]
    fn what_nothing_explains_stays_an_error() {
        let table = "Lasten zorg (x € 1.000)\nOnderdeel|2024|2025|2026\nJeugd|5.000|5.100|5.200\nWmo|3.000|3.100|3.200\nTotaal|8.000|8.200|8.470\n";
        assert_eq!(judged(table).0, 1);
    }
}
