//! # What it does
//! Finds the same row in two tables of one document, with the same label and group, topic, programme, year, phase and kind of
//! money, and compares the amounts, also across units: `12.099.023` in euros and `12.099` in thousands are the same within
//! half a thousand. The fixed lines of programmes are compared by the check `chain`.
//!
//! # Why it matters
//! A number that is printed twice and differs is wrong in one of the two places, and readers cannot tell in which. But equal
//! labels do not make equal numbers: two tables may look at two kinds of households, or one may leave something out. So a
//! difference counts only where the rest of the row or of the column agrees and nothing else in them differs. Otherwise it is
//! of another scope, with the printed amount that explains it where there is one; and where nothing agrees, the rows have only
//! their name in common and nothing is said. Text that is repeated word for word says nothing either.
//!
//! # Example
//! `Afvalstoffenheffing` is `5.716` in the table of charges and `5.761` in a second table with four other charges that are
//! equal: it differs.

use std::collections::BTreeMap;

use super::{
    Check, Finding, Subject, Verdict,
    beside::{Compared, Surroundings, compare, equation, has_problem},
    explanations::{Explanations, Within},
    overviews::is_of_overview,
    programmes::ProgrammeNames,
    scope::{Moment, Qualifiers, Told, rest_of_column},
};
use crate::{
    document::{Code, MoneyKind, Table, Topic},
    scan::words::folded,
};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let pairings = pairings(subject);
    let places = pairings.iter().flatten().flat_map(|pairing| pairing.places().map(|place| (place, pairing.compared)));
    let around = Surroundings::of(places);
    let explanations = Explanations::of(subject);
    let partners = pairings.iter().filter_map(|before| partner(before, &around));
    partners.filter(|pairing| !pairing.is_general).filter_map(|pairing| finding(pairing, &around, &explanations)).collect()
}

/// What a row is of.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    label: String,
    topic: Topic,
    programme: Option<usize>,
}

/// What an amount in it is of.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Cell {
    kind: MoneyKind,
    moment: Moment,
    qualifiers: Qualifiers,
    /// What the column's header says beside year and phase.
    column: String,
}

/// An amount in two tables. Rows and cells are named by numbers, as they come.
#[derive(Clone, Copy)]
struct Pairing {
    tables: (usize, usize),
    row: usize,
    cell: usize,
    told: Told,
    within: Within,
    /// Whether its label is that of any table's total.
    is_general: bool,
    left: usize,
    right: usize,
    compared: Compared,
}

/// What an amount shares with those around it in the same two tables.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Row((usize, usize), usize),
    Column((usize, usize), usize),
}

impl Pairing {
    fn places(&self) -> [Place; 2] {
        [Place::Row(self.tables, self.row), Place::Column(self.tables, self.cell)]
    }

    /// Whether the amounts around one that differs show that both tables are about the same.
    fn is_certain(&self, around: &Surroundings<Place>) -> bool {
        const FEWEST_IN_ROW: usize = 2;
        const FEWEST_IN_COLUMN: usize = 3;
        let [row, column] = self.places().map(|place| around.at(&place));
        let by_row = row.agree >= FEWEST_IN_ROW && self.told != Told::SomeBudget;
        row.differ == 1 && column.differ == 1 && (by_row || column.agree >= FEWEST_IN_COLUMN)
    }

    fn agreement(&self, around: &Surroundings<Place>) -> usize {
        self.places().iter().map(|place| around.at(place).agree).sum()
    }
}

/// Numbers for keys, in the order in which they come.
struct Names<K>(BTreeMap<K, usize>);

impl<K: Ord> Names<K> {
    fn of(&mut self, key: K) -> usize {
        let next = self.0.len();
        *self.0.entry(key).or_insert(next)
    }
}

/// So many values of one amount are kept apart, each where it is printed first.
const MOST_VALUES: usize = 4;

/// Each amount beside those that were printed for the same row and cell in tables before it.
fn pairings(subject: &Subject<'_>) -> Vec<Vec<Pairing>> {
    let document = subject.document;
    let programmes = ProgrammeNames::of(document);
    let (mut rows, mut cells) = (Names(BTreeMap::new()), Names(BTreeMap::new()));
    let mut values: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    let mut found = Vec::new();
    for (table, its) in document.tables.iter().enumerate() {
        let mut amounts: BTreeMap<(usize, usize), Option<Amount>> = BTreeMap::new();
        for amount in amounts_of(subject, &programmes, its, &mut rows, &mut cells) {
            let known = amounts.entry((amount.row, amount.cell)).or_insert(Some(amount));
            *known = known.filter(|known| document.figures[known.figure].euros == document.figures[amount.figure].euros);
        }
        for (key, amount) in amounts {
            let Some(amount) = amount else { continue };
            let known = values.entry(key).or_default();
            let pair = |&(other, left): &(usize, usize)| {
                let compared = compare(&document.figures[left], &document.figures[amount.figure])?;
                Some(amount.beside(left, (other, table), compared))
            };
            let pairs: Vec<Pairing> = known.iter().filter_map(pair).collect();
            let is_new = pairs.iter().all(|pairing| pairing.compared.verdict == Verdict::Differs);
            if is_new && known.len() < MOST_VALUES {
                known.push((table, amount.figure));
            }
            found.push(pairs);
        }
    }
    found
}

/// An amount of a table.
#[derive(Clone, Copy)]
struct Amount {
    row: usize,
    cell: usize,
    moment: Moment,
    kind: MoneyKind,
    is_general: bool,
    figure: usize,
}

impl Amount {
    fn beside(self, left: usize, tables: (usize, usize), compared: Compared) -> Pairing {
        let Self { row, cell, moment, kind, is_general, figure: right } = self;
        let within = Within { moment, kind };
        Pairing { tables, row, cell, told: moment.told, within, is_general, left, right, compared }
    }
}

fn amounts_of(
    subject: &Subject<'_>,
    programmes: &ProgrammeNames,
    table: &Table,
    rows: &mut Names<Row>,
    cells: &mut Names<Cell>,
) -> Vec<Amount> {
    let document = subject.document;
    let caption = Qualifiers::of_caption(table.caption.as_deref().unwrap_or_default());
    let columns: Vec<String> = table.columns.iter().map(|column| rest_of_column(column)).collect();
    let mut found = Vec::new();
    for row in table.rows.iter().filter(|row| !is_of_overview(programmes, row)) {
        let label = folded(&row.label);
        let is_general = is_general(&label);
        for cell in &row.cells {
            let Some((at, column)) = cell.figure.zip(cell.column).filter(|&(at, _)| subject.counts(at)) else { continue };
            let Some((figure, column)) = document.figures.get(at).zip(columns.get(column)) else { continue };
            let Some(moment) = Moment::of(document, figure) else { continue };
            if has_problem(document, figure, Code::ColumnUnknown) {
                continue;
            }
            let (kind, qualifiers) = (figure.kind, caption.and_of(figure));
            let row = rows.of(Row { label: label.clone(), topic: table.topic, programme: figure.programme });
            let cell = cells.of(Cell { kind, moment, qualifiers, column: column.clone() });
            found.push(Amount { row, cell, moment, kind, is_general, figure: at });
        }
    }
    found
}

/// A label that says nothing without its table: `Totaal`, `Overig`.
fn is_general(label: &str) -> bool {
    const GENERAL: [&str; 6] = ["totaal", "totale", "subtotaal", "sub totaal", "overig", "saldo"];
    const FEWEST_LETTERS: usize = 4;
    GENERAL.iter().any(|general| label.starts_with(general))
        || label.chars().filter(|c| c.is_alphabetic()).count() < FEWEST_LETTERS
}

/// The one of several earlier amounts that an amount belongs beside: the first that agrees, or else the one in whose table
/// most around it agrees.
fn partner<'a>(before: &'a [Pairing], around: &Surroundings<Place>) -> Option<&'a Pairing> {
    let agreeing = before.iter().find(|pairing| pairing.compared.verdict != Verdict::Differs);
    agreeing.or_else(|| before.iter().rev().max_by_key(|pairing| pairing.agreement(around)))
}

/// What is to be said of an amount in two tables; nothing where the rows have only their name in common.
fn finding(pairing: &Pairing, around: &Surroundings<Place>, explanations: &Explanations<'_>) -> Option<Finding> {
    let &Pairing { left, right, compared, .. } = pairing;
    if compared.is_nothing {
        return None;
    }
    let (mut sums, mut difference) = (vec![equation(left, right)], Some(compared.difference));
    let mut verdict = compared.verdict;
    if verdict == Verdict::Differs && !pairing.is_certain(around) {
        (around.at(&Place::Row(pairing.tables, pairing.row)).agree > 0).then_some(())?;
        verdict = Verdict::OtherScope;
        let explained = explanations.of_pair(pairing.within, left, right);
        if !explained.is_empty() {
            (sums, difference) = (explained, None);
        }
    }
    Some(Finding { check: Check::Repeat, verdict, reason: None, sums, difference, spans: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::{
        super::said::{assert_said, said},
        *,
    };

    const TITLE: &str = "# Programmabegroting 2025 gemeente Zilverland\n\n## Paragraaf lokale heffingen\n\n";
    const CHARGES: &str = "Opbrengst van de heffingen (x € 1.000)
Heffing\tRaming 2025\tRaming 2026\tRaming 2027
Afvalstoffenheffing\t5.716\t5.820\t5.935
Rioolheffing\t2.929\t3.001\t3.080
Hondenbelasting\t61\t62\t63
Precariobelasting\t133\t139\t141
";

    /// The table of charges, and later a second one with changes in it.
    fn twice(changes: &[(&str, &str)]) -> String {
        let second = CHARGES.replace("Opbrengst van de heffingen", "Belastingen en heffingen in meerjarig perspectief");
        let second = changes.iter().fold(second, |text, (old, new)| text.replacen(old, new, 1));
        format!("{TITLE}{CHARGES}\n## Bijlage\n\n{second}")
    }

    fn not_holding(text: &str) -> Vec<String> {
        said(check, text).into_iter().filter(|line| !line.starts_with("Holds")).collect()
    }

    #[test]
    fn the_same_row_in_two_tables_is_the_same() {
        let lines = said(check, &twice(&[]));
        assert_eq!((lines.len(), lines[0].as_str()), (12, "Holds + 5.716 = 5.716"));
    }

    #[test]
    fn one_amount_that_differs_in_a_row_that_agrees_is_wrong_in_one_place() {
        assert_eq!(not_holding(&twice(&[("5.820", "5.280")])), ["Differs + 5.820 = 5.280"]);
    }

    #[test]
    fn across_units_amounts_agree_within_the_coarser_one() {
        let euros = [("x € 1.000", "in euro's"), ("5.716", "5.716.230"), ("5.820", "5.819.600"), ("5.935", "5.935.000")];
        let lines = not_holding(&twice(&[euros.as_slice(), &[("2.929", "2.929.000")]].concat()));
        assert_eq!(lines[..2], ["Rounding + 5.716 = 5.716.230", "Rounding + 5.820 = 5.819.600"]);
    }

    #[test]
    fn a_row_that_differs_more_than_once_is_of_another_scope() {
        let changed = [("5.820", "5.280"), ("5.935", "5.339")];
        assert_eq!(not_holding(&twice(&changed)), ["OtherScope + 5.820 = 5.280", "OtherScope + 5.935 = 5.339"]);
    }

    #[test]
    fn rows_that_have_only_their_name_in_common_say_nothing() {
        let other = "Wat een gezin betaalt (in euro's)
Heffing\tRaming 2025\tRaming 2026\tRaming 2027
Afvalstoffenheffing\t398\t405\t412
Rioolheffing\t208\t214\t219
";
        assert_said(check, &format!("{TITLE}{CHARGES}\n{other}"), &[]);
        let incidental = twice(&[("in meerjarig perspectief", "zonder nieuw beleid"), ("5.820", "5.280")]);
        assert_said(check, &incidental, &[]);
    }

    #[test]
    fn what_is_repeated_word_for_word_says_nothing() {
        assert_said(check, &format!("{TITLE}{CHARGES}\n{TITLE}{CHARGES}"), &[]);
    }
}
