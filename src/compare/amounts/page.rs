//! The amounts that one text prints, and what each is of.

use std::collections::BTreeSet;

use super::{
    Amount, Key, Printed,
    rows::{bare, is_labelled_line},
    signs,
};
use crate::{
    check::{Subject, beside::has_problem, rounding, units_in_doubt},
    compare::{
        FactOf,
        volumes::{Slots, number},
    },
    document::{Code, Document, Figure, MoneyKind, Phase, Programme, Row, Topic},
    scan::words::folded,
    source::Source,
};

/// A text of a volume.
pub(in crate::compare) struct Page<'a> {
    source: &'a Source,
    pub(in crate::compare) document: &'a Document,
    at: usize,
    slots: &'a Slots,
    subject: Subject<'a>,
    /// The figures whose unit is in doubt.
    doubted: BTreeSet<usize>,
}

/// What an amount of a row is of, and how good its place is; none where that cannot be said.
type KeyOf<'a> = &'a dyn Fn(&Row, &Figure) -> Option<(Key, Rank)>;

/// How good a place is to take an amount from: the lower, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Overview,
    Total,
    Line,
    BareRow,
}

/// What the totals of a table are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whole {
    /// The one programme that all of it is of.
    Programme,
    /// All programmes: each has a row.
    Everything,
    /// Nothing that can be named: a part of a programme, or rows of which nobody says whose they are.
    Unknown,
}

impl<'a> Page<'a> {
    pub(in crate::compare) fn of(documents: &[(&'a Source, &'a Document)], at: usize, slots: &'a Slots) -> Option<Self> {
        let &(source, document) = documents.get(at)?;
        let mut doubted = units_in_doubt(document);
        let is_assumed = |figure: &Figure| has_problem(document, figure, Code::UnitAssumed);
        doubted.extend(document.figures.iter().enumerate().filter(|(_, figure)| is_assumed(figure)).map(|(at, _)| at));
        Some(Self { source, document, at, slots, subject: Subject::new(document), doubted })
    }

    /// Whether amounts of its budget are left out because their unit is in doubt.
    pub(in crate::compare) fn has_doubted_units(&self) -> bool {
        self.doubted.iter().any(|&at| {
            let figure = &self.document.figures[at];
            let table = figure.table.and_then(|table| self.document.tables.get(table));
            let is_asked_for = table.map_or_else(|| self.key_of_line(figure).is_some(), |table| is_of_costs(table.topic));
            is_asked_for && is_of_budget(figure) && self.subject.counts(at)
        })
    }

    /// What its tables of costs and the lines outside tables print.
    pub(super) fn printed(&self) -> Vec<Printed> {
        let mut printed = Vec::new();
        for (number, table) in self.document.tables.iter().enumerate() {
            if is_of_costs(table.topic) {
                let whole = self.whole(number);
                let key = |row: &Row, figure: &Figure| self.key_in_table(row, figure, whole);
                printed.extend(self.in_table(number, &key));
            }
        }
        let outside = (0..self.document.figures.len()).filter(|&at| self.document.figures[at].table.is_none());
        printed.extend(outside.filter_map(|at| {
            let key = self.key_of_line(&self.document.figures[at])?;
            self.take(at, key, Rank::Line, None)
        }));
        printed
    }

    /// What a table prints, each amount with what it is of.
    fn in_table(&self, number: usize, key: KeyOf<'_>) -> Vec<Printed> {
        let mut printed = Vec::new();
        for row in self.document.tables.get(number).into_iter().flat_map(|table| &table.rows) {
            for &at in &row.figures {
                let found = self.document.figures.get(at).and_then(|figure| key(row, figure));
                printed.extend(found.and_then(|(key, rank)| self.take(at, key, rank, Some(number))));
            }
        }
        printed
    }

    /// The rows of a table that have such a name, each amount with what it is of.
    pub(in crate::compare) fn named_rows(&self, table: usize, name: &dyn Fn(&Row) -> Option<String>) -> Vec<Printed> {
        let key = |row: &Row, figure: &Figure| {
            let programme = self.slots.slot(self.at, figure.programme);
            Some((Key { programme, row: name(row)?, kind: figure.kind }, Rank::Overview))
        };
        self.in_table(table, &key)
    }

    /// A figure as an amount; none where it is not certain.
    fn take(&self, at: usize, key: Key, rank: Rank, table: Option<usize>) -> Option<Printed> {
        let figure = &self.document.figures[at];
        let is_sure = self.subject.counts(at) && is_of_budget(figure) && !self.doubted.contains(&at);
        if !is_sure || has_problem(self.document, figure, Code::ColumnUnknown) {
            return None;
        }
        let amount = Amount {
            fact: FactOf { document: self.at, fact: at },
            label: figure.row.clone(),
            year: figure.year?,
            phase: figure.phase,
            euros: signs::marked(figure),
            bound: rounding::of(figure),
            in_doubt: has_problem(self.document, figure, Code::IdentityBroken),
        };
        Some(Printed { key, amount, rank, sheet: (self.at, table), is_signed: figure.mark.is_some() })
    }

    fn whole(&self, table: usize) -> Whole {
        let table = &self.document.tables[table];
        let figures = table.rows.iter().flat_map(|row| &row.figures).filter_map(|&at| self.document.figures.get(at));
        let mut programmes: Vec<Option<usize>> = figures.map(|figure| figure.programme).collect();
        programmes.dedup();
        let mut named = programmes.iter().flatten();
        match named.next() {
            None => Whole::Unknown,
            Some(first) if named.any(|other| other != first) => Whole::Everything,
            Some(_) if programmes.len() > 1 || table.caption.as_deref().is_some_and(is_of_part) => Whole::Unknown,
            Some(_) => Whole::Programme,
        }
    }

    /// What an amount of a table is of, and how good its place is; none where that cannot be said.
    fn key_in_table(&self, row: &Row, figure: &Figure, whole: Whole) -> Option<(Key, Rank)> {
        let programme = self.slots.slot(self.at, figure.programme);
        let name = bare(&row.label);
        let own = figure.programme.and_then(|at| self.document.programmes.get(at));
        let is_own_name = own.is_some_and(|programme| names(&name, programme));
        let of_row = |name| Key { programme, row: name, kind: figure.kind };
        let of_all = || of_row(String::new());
        let by_total = if row.total { Rank::Total } else { Rank::BareRow };
        match (whole, name.is_empty(), programme) {
            (Whole::Programme, is_bare, Some(_)) if is_bare || is_own_name => Some((of_all(), by_total)),
            (Whole::Everything | Whole::Unknown, false, Some(_)) if is_own_name => Some((of_all(), Rank::Overview)),
            (Whole::Everything, true, None) if row.total => Some((of_all(), Rank::Overview)),
            (Whole::Programme, false, Some(_)) | (Whole::Everything, false, None) => Some((of_row(name), Rank::Overview)),
            (Whole::Unknown, false, Some(_)) if !row.total => Some((of_row(name), Rank::Overview)),
            _ => None,
        }
    }

    /// What a line is of that says no more than `Lasten € 12`, under a programme.
    fn key_of_line(&self, figure: &Figure) -> Option<Key> {
        let programme = Some(self.slots.slot(self.at, figure.programme)?);
        let says_all = bare(&figure.row).is_empty() && is_labelled_line(self.source, figure);
        says_all.then(|| Key { programme, row: String::new(), kind: figure.kind })
    }
}

fn is_of_costs(topic: Topic) -> bool {
    matches!(topic, Topic::Cost | Topic::TaskFields)
}

/// A caption that names a part of a programme.
fn is_of_part(caption: &str) -> bool {
    const PARTS: [&str; 8] =
        ["deelprogramma", "thema", "beleidsveld", "programmaonderdeel", "product", "taakveld", "pijler", "investering"];
    let folded = folded(caption);
    PARTS.iter().any(|part| folded.contains(part))
}

/// Whether a row's words are a programme's name or number: `programma 2 wonen`, `2 wonen`, `wonen`, `programma 2`.
fn names(row: &str, programme: &Programme) -> bool {
    let behind = row.strip_prefix("programma").filter(|rest| rest.is_empty() || rest.starts_with(' '));
    let rest = behind.map_or(row, str::trim_start);
    let by_number = || behind.is_some() && number(programme).is_some_and(|number| rest.trim_start_matches('0') == number);
    let name = bare(rest);
    name.is_empty() || name == bare(&programme.name) || by_number()
}

/// Lasten, baten or a balance, and not by how much one differs from another: a mark beside an amount of no phase says that.
fn is_of_budget(figure: &Figure) -> bool {
    let is_difference = figure.phase == Some(Phase::Difference)
        || figure.mark.is_some() && figure.phase.is_none() && figure.kind != MoneyKind::Balance;
    matches!(figure.kind, MoneyKind::Expenditure | MoneyKind::Income | MoneyKind::Balance) && !is_difference
}
