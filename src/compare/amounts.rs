//! The amounts of a volume as comparisons ask for them: what each is of, in the year and phase that it is of, all signed alike.
//!
//! Only what is certain is taken: no amount whose unit or column is in doubt, none that the text itself replaces, none of a
//! stretch that comes again, and none of running text. Where a volume prints two different amounts for the same thing, it has
//! none for it.

mod page;
mod rows;
mod signs;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{FactOf, Volume};
use crate::document::{Kind, MoneyKind, Phase};
pub(super) use page::Page;
use page::Rank;
pub(super) use signs::align;

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
pub(super) struct Printed {
    pub(super) key: Key,
    pub(super) amount: Amount,
    /// The better of two that are of the same thing has the lower one.
    rank: Rank,
    /// The place that signs its numbers in one way.
    pub(super) sheet: Sheet,
    /// Whether a mark beside it has signed it already.
    is_signed: bool,
}

/// A table of a document, both by their numbers; none for all lines outside tables.
pub(super) type Sheet = (usize, Option<usize>);

impl Amounts {
    pub(super) fn of(pages: &[Page<'_>], volume: &Volume) -> Self {
        let mut printed = pages.iter().flat_map(Page::printed).collect();
        align(&mut printed);
        let mut grouped: BTreeMap<(Key, i32, Option<Phase>), Vec<Ranked>> = BTreeMap::new();
        for Printed { key, amount, rank, .. } in printed {
            grouped.entry((key, amount.year, amount.phase)).or_default().push((rank, amount));
        }
        let mut of: BTreeMap<Key, Vec<Amount>> = BTreeMap::new();
        for ((key, ..), candidates) in grouped {
            of.entry(key).or_default().extend(one_of(candidates));
        }
        let unit_in_doubt = pages.iter().any(Page::has_doubted_units);
        Self { of, unit_in_doubt, kind: volume.kind, year: volume.year }
    }

    /// What a volume says of a thing for its own year: a plan of the plan, accounts of what came of it.
    pub(super) fn own(&self, key: &Key) -> Option<&Amount> {
        self.of_phase(key, self.year?, self.own_phases())
    }

    /// The phases that are a volume's own, the best first.
    pub(super) fn own_phases(&self) -> &'static [Option<Phase>] {
        own_phases(self.kind)
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

/// An amount and how good its place is.
type Ranked = (Rank, Amount);

/// The one amount that all of the best rank agree on within their rounding: the most precise of them.
fn one_of(candidates: Vec<Ranked>) -> Option<Amount> {
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

/// The phases that are a document's own, the best first; what says no phase is of its own.
pub(super) fn own_phases(kind: Option<Kind>) -> &'static [Option<Phase>] {
    match kind {
        Some(Kind::AnnualAccounts) => &[Some(Phase::Actual), None],
        Some(Kind::InterimReport) => &[Some(Phase::AmendedBudget), Some(Phase::Estimate), Some(Phase::Budget), None],
        _ => &[Some(Phase::Budget), Some(Phase::OriginalBudget), None, Some(Phase::AmendedBudget), Some(Phase::Estimate)],
    }
}
