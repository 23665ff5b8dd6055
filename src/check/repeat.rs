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
                let compared = compare((&document.figures[left], document), (&document.figures[amount.figure], document))?;
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
    let mut sums = vec![equation(left, right)];
    let mut verdict = compared.verdict;
    if verdict == Verdict::Differs && !pairing.is_certain(around) {
        (around.at(&Place::Row(pairing.tables, pairing.row)).agree > 0).then_some(())?;
        verdict = Verdict::OtherScope;
        let explained = explanations.of_pair(pairing.within, left, right);
        sums = if explained.is_empty() { sums } else { explained };
    }
    Some(Finding { check: Check::Repeat, verdict, reason: None, sums, difference: Some(compared.difference), spans: Vec::new() })
}
