//! The amounts of a volume as comparisons ask for them: what each is of, in the year and phase that it is of, all signed alike.
//!
//! Only what is certain is taken: no amount whose unit or column is in doubt, none that the text itself replaces, none of a
//! stretch that comes again, and none of running text. Where a volume prints two different amounts for the same thing, it has
//! none for it.

mod rows;
mod signs;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    FactOf, Volume,
    volumes::{Slots, number},
};
use crate::{
    check::Subject,
    document::{Code, Document, Figure, Kind, MoneyKind, Phase, Programme, Row, Topic},
    scan::words::folded,
    source::Source,
};
use rows::{bare, is_labelled_line};

/// What an amount is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// Its programme, counted in the volume's; none for the whole.
    pub(super) programme: Option<usize>,
    /// Its row, without the words that only say which kind of money it is; empty for all of the programme or the whole.
    pub(super) row: String,
    /// Which kind of money.
    pub(super) kind: MoneyKind,
}

/// An amount of a volume.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Amount {
    /// Where it is printed.
    pub(super) fact: FactOf,
    /// The label of its row.
    pub(super) label: String,
    /// Its year.
    pub(super) year: i32,
    /// Its phase, where the text says it.
    pub(super) phase: Option<Phase>,
    /// Euros: expenditure and income are positive, a balance is where more comes in.
    pub(super) euros: Decimal,
    /// How far the printed number may be from the true one, in euros.
    pub(super) bound: Decimal,
    /// Whether it contradicts a sum that it stands in.
    pub(super) in_doubt: bool,
}

/// The amounts of a volume.
#[derive(Debug, Default)]
pub(super) struct Amounts {
    /// For each thing its amounts, by year and phase in the order of the texts.
    pub(super) of: BTreeMap<Key, Vec<Amount>>,
    /// Whether amounts are missing in it because their unit is in doubt.
    pub(super) unit_in_doubt: bool,
    kind: Option<Kind>,
    year: Option<i32>,
}

/// An amount whose signs are still those of its text.
struct Printed {
    key: Key,
    amount: Amount,
    /// The better of two that are of the same thing has the lower one.
    rank: u8,
    /// The place that signs its numbers in one way: a table, or all lines of a text.
    sheet: (usize, Option<usize>),
    /// Whether a mark beside it has signed it already.
    is_signed: bool,
}

impl Amounts {
    pub(super) fn of(documents: &[(&Source, &Document)], volume: &Volume) -> Self {
        let slots = Slots::of(documents, &volume.documents);
        let mut unit_in_doubt = false;
        let mut printed = Vec::new();
        for &at in &volume.documents {
            let Some(&(source, document)) = documents.get(at) else { continue };
            let page = Page { source, document, at, slots: &slots };
            unit_in_doubt |= page.printed(&mut printed);
        }
        signs::align(&mut printed);
        let mut grouped: BTreeMap<(Key, i32, Option<Phase>), Vec<(u8, Amount)>> = BTreeMap::new();
        for Printed { key, amount, rank, .. } in printed {
            grouped.entry((key, amount.year, amount.phase)).or_default().push((rank, amount));
        }
        let mut of: BTreeMap<Key, Vec<Amount>> = BTreeMap::new();
        for ((key, ..), candidates) in grouped {
            of.entry(key).or_default().extend(one_of(candidates));
        }
        Self { of, unit_in_doubt, kind: volume.kind, year: volume.year }
    }

    /// What a volume says of a thing for its own year: a plan of the plan, accounts of what came of it.
    pub(super) fn own(&self, key: &Key) -> Option<&Amount> {
        self.of_phase(key, self.year?, self.own_phases())
    }

    /// The phases that are a volume's own, the best first; a text that says none is of its own phase.
    pub(super) fn own_phases(&self) -> &'static [Option<Phase>] {
        match self.kind {
            Some(Kind::AnnualAccounts) => &[Some(Phase::Actual), None],
            Some(Kind::InterimReport) => &[Some(Phase::AmendedBudget), Some(Phase::Estimate), Some(Phase::Budget), None],
            _ => &[Some(Phase::Budget), Some(Phase::OriginalBudget), None, Some(Phase::AmendedBudget), Some(Phase::Estimate)],
        }
    }

    /// The phases to take for a year, the best first: what came of a year that is over, the last plan for one that is not.
    pub(super) fn phases_of(&self, year: i32) -> &'static [Option<Phase>] {
        const OTHERS: [Option<Phase>; 6] = [
            Some(Phase::Actual),
            Some(Phase::AmendedBudget),
            Some(Phase::Budget),
            Some(Phase::OriginalBudget),
            None,
            Some(Phase::Estimate),
        ];
        if self.year == Some(year) { self.own_phases() } else { &OTHERS }
    }

    /// The amount of the first of these phases that there is one of.
    pub(super) fn of_phase(&self, key: &Key, year: i32, phases: &[Option<Phase>]) -> Option<&Amount> {
        let amounts = self.of.get(key)?;
        phases.iter().find_map(|&phase| amounts.iter().find(|amount| amount.year == year && amount.phase == phase))
    }

    /// The year that the volume is of.
    pub(super) fn year(&self) -> Option<i32> {
        self.year
    }
}

/// The one amount that all of the best rank agree on within their rounding: the most precise of them.
fn one_of(candidates: Vec<(u8, Amount)>) -> Option<Amount> {
    let best = candidates.iter().map(|&(rank, _)| rank).min()?;
    let mut of_rank = candidates.into_iter().filter(|&(rank, _)| rank == best).map(|(_, amount)| amount);
    let mut chosen = of_rank.next()?;
    for other in of_rank {
        if other.euros.saturating_sub(chosen.euros).abs() > other.bound.saturating_add(chosen.bound) {
            return None;
        }
        if other.bound < chosen.bound {
            chosen = other;
        }
    }
    Some(chosen)
}

/// A text of a volume.
struct Page<'a> {
    source: &'a Source,
    document: &'a Document,
    at: usize,
    slots: &'a Slots,
}

impl Page<'_> {
    /// Adds its amounts; says whether there are some whose unit is in doubt.
    fn printed(&self, printed: &mut Vec<Printed>) -> bool {
        let subject = Subject::new(self.document);
        let mut unit_in_doubt = false;
        let mut take = |at: usize, place: Option<(&Row, Whole)>, table: Option<usize>| {
            let figure = &self.document.figures[at];
            if !subject.counts(at) || !is_of_budget(figure) {
                return;
            }
            let has = |code| {
                figure.problems.iter().any(|&problem| self.document.problems.get(problem).is_some_and(|it| it.code == code))
            };
            if has(Code::UnitAssumed) {
                unit_in_doubt = true;
            } else if !has(Code::ColumnUnknown)
                && let Some((key, rank)) = self.key(figure, place)
                && let Some(year) = figure.year
            {
                let amount = self.amount(at, figure, year, has(Code::IdentityBroken));
                printed.push(Printed { key, amount, rank, sheet: (self.at, table), is_signed: figure.mark.is_some() });
            }
        };
        for (number, table) in self.document.tables.iter().enumerate() {
            if !matches!(table.topic, Topic::Cost | Topic::TaskFields) {
                continue;
            }
            let whole = self.whole(number);
            for row in &table.rows {
                row.figures
                    .iter()
                    .filter(|&&at| at < self.document.figures.len())
                    .for_each(|&at| take(at, Some((row, whole)), Some(number)));
            }
        }
        let loose = (0..self.document.figures.len()).filter(|&at| self.document.figures[at].table.is_none());
        loose.for_each(|at| take(at, None, None));
        unit_in_doubt
    }

    fn amount(&self, at: usize, figure: &Figure, year: i32, in_doubt: bool) -> Amount {
        let decimals =
            figure.printed.rsplit_once(',').map_or(0, |(_, decimals)| decimals.bytes().filter(u8::is_ascii_digit).count());
        let scale = u32::try_from(decimals.min(10)).unwrap_or(0);
        Amount {
            fact: FactOf { document: self.at, fact: at },
            label: figure.row.clone(),
            year,
            phase: figure.phase,
            euros: signs::marked(figure),
            bound: Decimal::new(5, scale + 1).saturating_mul(Decimal::from(figure.unit.factor)),
            in_doubt,
        }
    }

    /// What the totals of a table are of.
    fn whole(&self, table: usize) -> Whole {
        let table = &self.document.tables[table];
        let figures = table.rows.iter().flat_map(|row| &row.figures).filter_map(|&at| self.document.figures.get(at));
        let mut programmes: Vec<Option<usize>> = figures.map(|figure| figure.programme).collect();
        programmes.dedup();
        let mut named = programmes.iter().flatten();
        let first = named.next();
        match first {
            None => Whole::Unknown,
            Some(first) if named.any(|other| other != first) => Whole::Everything,
            Some(_) if programmes.len() > 1 || table.caption.as_deref().is_some_and(is_of_part) => Whole::Unknown,
            Some(_) => Whole::Programme,
        }
    }

    /// What an amount is of, and how sure that is; none where that cannot be said.
    fn key(&self, figure: &Figure, place: Option<(&Row, Whole)>) -> Option<(Key, u8)> {
        let programme = self.slots.slot(self.at, figure.programme);
        let row = bare(place.map_or(figure.row.as_str(), |(row, _)| row.label.as_str()));
        let is_own_name = figure.programme.and_then(|at| self.document.programmes.get(at)).is_some_and(|its| names(&row, its));
        let key = |row: String| Key { programme, row, kind: figure.kind };
        let (is_total, whole) = match place {
            Some((row, whole)) => (row.total, whole),
            None if row.is_empty() && programme.is_some() && is_labelled_line(self.source, figure) => {
                return Some((key(row), Rank::LINE));
            }
            None => return None,
        };
        match (whole, row.is_empty(), programme) {
            (Whole::Everything | Whole::Unknown, false, Some(_)) if is_own_name => Some((key(String::new()), Rank::OVERVIEW)),
            (Whole::Everything, true, None) if is_total => Some((key(row), Rank::OVERVIEW)),
            (Whole::Everything, false, None) => Some((key(row), Rank::ROW)),
            (Whole::Programme, false, Some(_)) if !is_own_name => Some((key(row), Rank::ROW)),
            (Whole::Programme, _, Some(_)) => Some((key(String::new()), if is_total { Rank::TOTAL } else { Rank::BARE_ROW })),
            (Whole::Unknown, false, Some(_)) if !is_total => Some((key(row), Rank::ROW)),
            _ => None,
        }
    }
}

/// How good a place is to take an amount from.
struct Rank;

impl Rank {
    const OVERVIEW: u8 = 0;
    const TOTAL: u8 = 1;
    const LINE: u8 = 2;
    const BARE_ROW: u8 = 3;
    const ROW: u8 = 0;
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
    let by_number = || number(programme).is_some_and(|number| rest.trim_start_matches('0') == number && rest != row);
    let rest = bare(rest);
    rest.is_empty() || rest == bare(&programme.name) || by_number()
}

/// Lasten, baten or a balance, and not by how much one differs from another.
fn is_of_budget(figure: &Figure) -> bool {
    matches!(figure.kind, MoneyKind::Expenditure | MoneyKind::Income | MoneyKind::Balance)
        && figure.phase != Some(Phase::Difference)
        && !(figure.mark.is_some() && figure.phase.is_none() && figure.kind != MoneyKind::Balance)
}
