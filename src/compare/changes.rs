//! Amounts side by side: nominal, not corrected for prices.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};

use super::{
    FactOf,
    amounts::{Amount, Amounts, Key},
    programmes::Counterparts,
    spent::percentage,
};
use crate::{
    document::{MoneyKind, Phase, decimal},
    source::sort_by_rank,
};

/// One amount in two volumes, two phases or two years: nominal, not corrected for prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Counts in the pair's programme matches; none for the whole.
    pub programme: Option<usize>,
    /// The row that both amounts are of.
    pub row: String,
    /// Whether they are all of the programme or of the whole, and not a row of it.
    pub total: bool,
    /// Which kind of money.
    pub kind: MoneyKind,
    /// The year of the left amount.
    pub left_year: Option<i32>,
    /// The year of the right amount.
    pub right_year: Option<i32>,
    /// The phase of the left amount, where the text says it.
    pub left_phase: Option<Phase>,
    /// The phase of the right amount, where the text says it.
    pub right_phase: Option<Phase>,
    /// The left amount.
    pub left: FactOf,
    /// The right amount.
    pub right: FactOf,
    /// The left amount in euros, with the signs of [`super::Spent`]; a balance is positive where more comes in.
    #[serde(with = "decimal")]
    pub left_euros: Decimal,
    /// The right amount in euros, likewise.
    #[serde(with = "decimal")]
    pub right_euros: Decimal,
    /// Right less left in euros.
    #[serde(with = "decimal")]
    pub difference: Decimal,
    /// That as a percentage of left, with one decimal; none of nothing.
    #[serde(with = "decimal::option")]
    pub relative: Option<Decimal>,
    /// Whether one of the two amounts contradicts a sum that it stands in.
    pub in_doubt: bool,
}

impl Change {
    /// Whether the two amounts are of phases that the texts name and that are not the same. A budget of which nobody says
    /// which it is may be any.
    pub(super) fn is_of_other_phases(&self) -> bool {
        let Some((left, right)) = self.left_phase.zip(self.right_phase) else { return false };
        let is_plan = |phase| matches!(phase, Phase::Budget | Phase::OriginalBudget | Phase::Estimate);
        left != right && !(is_plan(left) && is_plan(right))
    }
}

/// Between two volumes: what each says of its own year, and what both say of the same year.
pub(super) fn between(left: &Amounts, right: &Amounts, counterparts: &Counterparts) -> Vec<Change> {
    let mut found = Vec::new();
    for (key, amounts) in &right.of {
        let (programme, Some(in_left)) = counterparts.seen_from_left(key) else { continue };
        let own = left.own(&in_left).zip(right.own(key));
        let own_years = own.map(|(left, right)| (left.year, right.year));
        found.extend(own.map(|(left, right)| change(programme, key, left, right)));
        let years: BTreeSet<i32> = amounts.iter().map(|amount| amount.year).collect();
        let same_year = years.into_iter().filter(|&year| own_years != Some((year, year)));
        let of_year = |amounts: &'_ Amounts, key: &Key, year| amounts.of_phase(key, year, amounts.phases_of(year)).cloned();
        let both = same_year.filter_map(|year| of_year(left, &in_left, year).zip(of_year(right, key, year)));
        found.extend(both.map(|(left, right)| change(programme, key, &left, &right)));
    }
    largest_first(found)
}

/// Between all of one volume and all of another.
pub(super) fn of_wholes(left: &Amounts, right: &Amounts) -> Vec<Change> {
    let wholes = right.of.keys().filter(|key| key.programme.is_none() && key.row.is_empty());
    let found = wholes.filter_map(|key| Some(change(None, key, left.own(key)?, right.own(key)?)));
    largest_first(found.collect())
}

/// From the budget as first set in one volume to the budget as amended in another.
pub(super) fn by_amendment(original: &Amounts, amended: &Amounts, counterparts: &Counterparts) -> Vec<Change> {
    const FIRST_SET: [Option<Phase>; 3] = [Some(Phase::OriginalBudget), Some(Phase::Budget), None];
    const AMENDED: [Option<Phase>; 3] = [Some(Phase::AmendedBudget), Some(Phase::Budget), None];
    let found = amended.of.keys().filter_map(|key| {
        let (programme, in_original) = counterparts.seen_from_left(key);
        let left = original.of_phase(&in_original?, original.year()?, &FIRST_SET)?;
        Some(change(programme, key, left, amended.of_phase(key, amended.year()?, &AMENDED)?))
    });
    largest_first(found.collect())
}

/// From the budget as first set to the budget as amended, of the same year in one volume.
pub(super) fn of_amendment(amounts: &Amounts) -> Vec<Change> {
    let mut found = Vec::new();
    for (key, of_key) in &amounts.of {
        let amended = of_key.iter().filter(|amount| amount.phase == Some(Phase::AmendedBudget));
        let from_original = |amended: &Amount| {
            let original = amounts.of_phase(key, amended.year, &[Some(Phase::OriginalBudget)])?;
            Some(change(key.programme, key, original, amended))
        };
        found.extend(amended.filter_map(from_original));
    }
    largest_first(found)
}

/// From each year that one volume prints to the next one that it prints.
pub(super) fn of_years(amounts: &Amounts) -> Vec<Change> {
    let mut found = Vec::new();
    for (key, of_key) in &amounts.of {
        let years: BTreeMap<i32, &Amount> = of_key
            .iter()
            .filter_map(|amount| Some((amount.year, amounts.of_phase(key, amount.year, amounts.phases_of(amount.year))?)))
            .collect();
        let years: Vec<&Amount> = years.into_values().collect();
        found.extend(years.windows(2).map(|two| change(key.programme, key, two[0], two[1])));
    }
    largest_first(found)
}

fn change(programme: Option<usize>, key: &Key, left: &Amount, right: &Amount) -> Change {
    let difference = right.euros.saturating_sub(left.euros);
    Change {
        programme,
        row: right.label.clone(),
        total: key.row.is_empty(),
        kind: key.kind,
        left_year: Some(left.year),
        right_year: Some(right.year),
        left_phase: left.phase,
        right_phase: right.phase,
        left: left.fact,
        right: right.fact,
        left_euros: left.euros,
        right_euros: right.euros,
        difference,
        relative: percentage(difference, left.euros.abs()),
        in_doubt: left.in_doubt || right.in_doubt,
    }
}

fn largest_first(mut changes: Vec<Change>) -> Vec<Change> {
    sort_by_rank(&mut changes, |change| {
        let cents = change.difference.abs().saturating_mul(Decimal::ONE_HUNDRED);
        u64::MAX - cents.to_u64().unwrap_or(u64::MAX)
    });
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{
        Relation,
        examples::{SAMPLES, Texts},
    };

    /// Changes of a relation as `row: left > right difference relative`, with year and phase of both sides.
    fn lines(texts: &[&str], relation: Relation) -> Vec<String> {
        let comparison = Texts::read(texts).compared();
        let pairs = comparison.pairs.iter().filter(|pair| pair.relation == relation);
        let side = |euros: Decimal, year: Option<i32>, phase: Option<Phase>| {
            let phase = phase.map(|phase| format!(" {phase:?}")).unwrap_or_default();
            format!("{euros} ({}{phase})", year.unwrap_or_default())
        };
        let line = |change: &Change| {
            let programme = change.programme.map_or("-".to_owned(), |at| at.to_string());
            let total = if change.total { " total" } else { "" };
            let left = side(change.left_euros, change.left_year, change.left_phase);
            let right = side(change.right_euros, change.right_year, change.right_phase);
            let relative = change.relative.map_or("-".to_owned(), |relative| format!("{relative}%"));
            format!("{programme}{total} {}: {left} > {right} {} {relative}", change.row, change.difference)
        };
        pairs.flat_map(|pair| pair.changes.iter().map(line)).collect()
    }

    #[test]
    fn a_budget_and_the_next_one() {
        let expected = [
            "0 total Programma 2 Meedoen en gezondheid: 37731600 (2024) > 40518000 (2025) 2786400 7.4%",
            "0 total Programma 2 Meedoen en gezondheid: -28578540 (2024) > -30817000 (2025) -2238460 -7.8%",
            "1 total Programma 3 Wonen en leefomgeving: 30418250 (2024) > 32064000 (2025) 1645750 5.4%",
            "1 total Programma 3 Wonen en leefomgeving: 17092400 (2024) > 17986000 (2025) 893600 5.2%",
            "1 total Programma 3 Wonen en leefomgeving: -13325850 (2024) > -14078000 (2025) -752150 -5.6%",
            "0 total Programma 2 Meedoen en gezondheid: 9153060 (2024) > 9702000 (2025) 548940 6.0%",
        ];
        assert_eq!(lines(&SAMPLES, Relation::BudgetAndNext), expected);
    }

    #[test]
    fn a_budget_and_what_became_of_it() {
        let changes = lines(&SAMPLES, Relation::BudgetAndAccounts);
        assert_eq!(changes[0], "0 total Totaal lasten: 37731600 (2024) > 39693000 (2024 Actual) 1961400 5.2%");
        assert_eq!(changes[1], "0 total Saldo van lasten en baten: -28578540 (2024) > -30213000 (2024 Actual) -1634460 -5.7%");
        assert_eq!(changes.len(), 6);
    }

    #[test]
    fn two_phases_of_one_volume() {
        let changes = lines(&SAMPLES, Relation::OriginalAndAmended);
        assert_eq!(
            changes[0],
            "0 total Totaal lasten: 37732000 (2024 OriginalBudget) > 38939000 (2024 AmendedBudget) 1207000 3.2%"
        );
        assert_eq!(changes.len(), 21);
    }

    #[test]
    fn two_budgets_of_which_one_is_amended() {
        let budget = |title: &str, amount: &str| {
            format!(
                "{title}\n\nProgramma 1 Zorg\n\nIn de gemeente Voorbeeldstad.\n\nWat mag het kosten?\n\nBedragen x € 1.000\n\t\
                 Begroting 2024\tBegroting 2025\nTotaal lasten\t{amount}\t900\n"
            )
        };
        let texts = [budget("Begroting 2024 na wijziging", "880"), budget("Begroting 2024", "800")];
        let expected = ["0 total Totaal lasten: 800000 (2024 Budget) > 880000 (2024 Budget) 80000 10.0%"];
        assert_eq!(lines(&[&texts[0], &texts[1]], Relation::OriginalAndAmended), expected);
    }

    #[test]
    fn the_years_of_one_volume() {
        let changes = lines(&SAMPLES[4..], Relation::YearsOfOne);
        assert_eq!(changes[0], "0 total Totaal lasten: 10898000 (2024 Budget) > 11233000 (2025 Budget) 335000 3.1%");
        assert_eq!(changes[1], "0 total Saldo: -7794000 (2024 Budget) > -8093000 (2025 Budget) -299000 -3.8%");
        assert_eq!(changes.len(), 54, "three steps of nine rows in two programmes");
    }

    #[test]
    fn what_both_say_of_a_year_stands_beside_each_other_too() {
        let budget = |year: i32, amounts: &str| {
            let columns: Vec<String> = (year..year + 3).map(|year| year.to_string()).collect();
            format!(
                "Begroting {year} gemeente Voorbeeldstad\n\nProgramma 1 Zorg\n\nIn de gemeente Voorbeeldstad.\n\nWat mag het kosten?\n\n\
                 Bedragen x € 1.000\n\t{}\nTotaal lasten\t{amounts}\n",
                columns.join("\t")
            )
        };
        let expected = [
            "0 total Totaal lasten: 800000 (2024) > 950000 (2025) 150000 18.8%",
            "0 total Totaal lasten: 860000 (2025) > 950000 (2025) 90000 10.5%",
            "0 total Totaal lasten: 900000 (2026) > 970000 (2026) 70000 7.8%",
        ];
        let texts = [budget(2024, "800\t860\t900"), budget(2025, "950\t970\t960")];
        assert_eq!(lines(&[&texts[0], &texts[1]], Relation::BudgetAndNext), expected);
    }
}
