//! What was realised of what was budgeted.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::{
    FactOf,
    amounts::{Amount, Amounts, Key},
    programmes::Counterparts,
};
use crate::{
    document::{MoneyKind, Phase, decimal},
    source::sort_by_rank,
};

/// What became of one budgeted amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// Counts in the pair's programme matches; none for the whole.
    pub programme: Option<usize>,
    /// The row that both amounts are of.
    pub row: String,
    /// Whether they are all of the programme or of the whole, and not a row of it.
    pub total: bool,
    /// Which kind of money.
    pub kind: MoneyKind,
    /// What was budgeted.
    pub budgeted: FactOf,
    /// What was realised.
    pub realised: FactOf,
    /// Euros, with expenditure and income both positive whatever the document's signs.
    #[serde(with = "decimal")]
    pub budgeted_euros: Decimal,
    /// Euros, likewise.
    #[serde(with = "decimal")]
    pub realised_euros: Decimal,
    /// Realised as a percentage of budgeted, with one decimal; none of nothing.
    #[serde(with = "decimal::option")]
    pub share: Option<Decimal>,
    /// What that means for the municipality.
    pub direction: Direction,
    /// Which budget was budgeted: the amended one where it is printed; none where the text does not say.
    pub phase: Option<Phase>,
    /// Whether one of the two amounts contradicts a sum that it stands in.
    pub in_doubt: bool,
}

/// What a difference means for the municipality (BBV art. 28: voordelig, nadelig).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// Voordelig: less expenditure, more income.
    Favourable,
    /// Nadelig: more expenditure, less income.
    Unfavourable,
    /// No difference beyond rounding.
    Neutral,
}

/// What accounts say was realised of what they or the budget of their year say was budgeted, by programme: first all of it,
/// then its rows in the order of the accounts.
///
/// What was realised is compared with the budget as it stood at last: the amended one, where either text prints it.
pub(super) fn spent(budget: &Amounts, accounts: &Amounts, counterparts: &Counterparts) -> Vec<Spent> {
    let Some(year) = accounts.year() else { return Vec::new() };
    let mut found = Vec::new();
    for key in accounts.of.keys().filter(|key| key.kind != MoneyKind::Balance) {
        let (programme, in_budget) = counterparts.seen_from_left(key);
        let budgeted = budgeted(budget, in_budget.as_ref(), accounts, key, year);
        if let Some((budgeted, realised)) = budgeted.zip(accounts.own(key)) {
            found.push(of_amounts(programme, key, budgeted, realised));
        }
    }
    sort_by_rank(&mut found, |spent| order(spent.programme, spent.total, spent.realised));
    found
}

/// By programme, the whole last; all of it before its rows, and these in the order of the texts.
fn order(programme: Option<usize>, total: bool, place: FactOf) -> u64 {
    const LAST: u64 = (1 << 16) - 1;
    let programme = programme.map_or(LAST, |at| LAST.min(at as u64));
    let place = ((place.document as u64) << 24 | place.fact as u64).min((1 << 47) - 1);
    programme << 48 | u64::from(!total) << 47 | place
}

fn budgeted<'a>(budget: &'a Amounts, in_budget: Option<&Key>, accounts: &'a Amounts, key: &Key, year: i32) -> Option<&'a Amount> {
    const AMENDED: [Option<Phase>; 1] = [Some(Phase::AmendedBudget)];
    const AS_ACCOUNTS_REPEAT_IT: [Option<Phase>; 2] = [Some(Phase::Budget), Some(Phase::OriginalBudget)];
    let of_budget = |phases: &[Option<Phase>]| budget.of_phase(in_budget?, year, phases);
    accounts
        .of_phase(key, year, &AMENDED)
        .or_else(|| of_budget(&AMENDED))
        .or_else(|| of_budget(budget.own_phases()))
        .or_else(|| accounts.of_phase(key, year, &AS_ACCOUNTS_REPEAT_IT))
}

fn of_amounts(programme: Option<usize>, key: &Key, budgeted: &Amount, realised: &Amount) -> Spent {
    let more = realised.euros.saturating_sub(budgeted.euros);
    Spent {
        programme,
        row: realised.label.clone(),
        total: key.row.is_empty(),
        kind: key.kind,
        budgeted: budgeted.fact,
        realised: realised.fact,
        budgeted_euros: budgeted.euros,
        realised_euros: realised.euros,
        share: percentage(realised.euros, budgeted.euros),
        direction: direction(key.kind, more, budgeted.bound.saturating_add(realised.bound)),
        phase: budgeted.phase,
        in_doubt: budgeted.in_doubt || realised.in_doubt,
    }
}

fn direction(kind: MoneyKind, more: Decimal, bound: Decimal) -> Direction {
    if more.abs() <= bound {
        Direction::Neutral
    } else if more.is_sign_negative() == (kind == MoneyKind::Expenditure) {
        Direction::Favourable
    } else {
        Direction::Unfavourable
    }
}

/// A part as a percentage of a whole, with one decimal; none where the whole is nothing or less, for then it says nothing.
pub(super) fn percentage(part: Decimal, whole: Decimal) -> Option<Decimal> {
    if whole <= Decimal::ZERO {
        return None;
    }
    let percentage = part.saturating_mul(Decimal::ONE_HUNDRED).checked_div(whole)?;
    Some(rounded(percentage, 1))
}

/// A number with so many decimals, no more and no fewer.
pub(super) fn rounded(number: Decimal, decimals: u32) -> Decimal {
    let mut rounded = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(decimals);
    rounded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{
        Relation,
        examples::{SAMPLES, Texts},
    };

    /// What was spent as `row kind: budgeted > realised share direction phase`, with `?` where it is in doubt.
    fn lines(texts: &[&str]) -> Vec<String> {
        let texts = Texts::read(texts);
        let comparison = texts.compared();
        let pair = comparison.pairs.into_iter().find(|pair| pair.relation == Relation::BudgetAndAccounts);
        let pair = pair.expect("a budget and its accounts");
        let line = |spent: &Spent| {
            let programme = spent.programme.map_or("-".to_owned(), |at| at.to_string());
            let total = if spent.total { " total" } else { "" };
            let share = spent.share.map_or("-".to_owned(), |share| format!("{share}%"));
            let phase = spent.phase.map_or("-".to_owned(), |phase| format!("{phase:?}"));
            let doubt = if spent.in_doubt { " ?" } else { "" };
            let kind = format!("{:?}", spent.kind);
            let (budgeted, realised) = (spent.budgeted_euros, spent.realised_euros);
            format!(
                "{programme}{total} {} {kind}: {budgeted} > {realised} {share} {:?} {phase}{doubt}",
                spent.row, spent.direction
            )
        };
        pair.spent.iter().map(line).collect()
    }

    #[test]
    fn the_sample_set() {
        let expected = [
            "0 total Totaal lasten Expenditure: 38939000 > 39693000 101.9% Unfavourable AmendedBudget ?",
            "0 total Totaal baten Income: 9386000 > 9750000 103.9% Favourable AmendedBudget",
            "0 Lasten Gezond leven Expenditure: 4386000 > 4291000 97.8% Favourable AmendedBudget",
            "0 Lasten Werk en inkomen Expenditure: 19240000 > 19655000 102.2% Unfavourable AmendedBudget",
            "0 Lasten Jeugd en onderwijs Expenditure: 12118000 > 12874000 106.2% Unfavourable AmendedBudget",
            "0 Lasten Sport en cultuur Expenditure: 3195000 > 3143000 98.4% Favourable AmendedBudget",
            "0 Baten Gezond leven Income: 560000 > 588000 105.0% Favourable AmendedBudget",
            "0 Baten Werk en inkomen Income: 7412000 > 7655000 103.3% Favourable AmendedBudget",
            "0 Baten Jeugd en onderwijs Income: 1120000 > 1236000 110.4% Favourable AmendedBudget",
            "0 Baten Sport en cultuur Income: 294000 > 271000 92.2% Unfavourable AmendedBudget",
            "1 total Totaal lasten Expenditure: 31541000 > 30834000 97.8% Favourable AmendedBudget",
            "1 total Totaal baten Income: 18019000 > 17950000 99.6% Unfavourable AmendedBudget",
            "1 Lasten Wonen Expenditure: 5390000 > 5118000 95.0% Favourable AmendedBudget",
            "1 Lasten Openbare ruimte Expenditure: 22046000 > 22194000 100.7% Unfavourable AmendedBudget",
            "1 Lasten Duurzaamheid Expenditure: 4105000 > 3522000 85.8% Favourable AmendedBudget",
            "1 Baten Wonen Income: 3615000 > 3902000 107.9% Favourable AmendedBudget",
            "1 Baten Openbare ruimte Income: 12744000 > 12801000 100.4% Favourable AmendedBudget",
            "1 Baten Duurzaamheid Income: 1660000 > 1247000 75.1% Unfavourable AmendedBudget",
        ];
        assert_eq!(lines(&SAMPLES), expected);
    }

    const BUDGET: &str = "Begroting 2024 gemeente Voorbeeldstad\n\nProgramma 1 Zorg\n\nIn de gemeente Voorbeeldstad.\n\nWat mag het \
                          kosten?\n\nBedragen x € 1.000\n\t2023\t2024\t2025\nLasten\nJeugd\t390\t400\t410\nOuderen\t580\t600\t620\nTotaal \
                          lasten\t970\t1.000\t1.030\nBaten\nJeugd\t90\t100\t110\nOuderen\t190\t200\t210\nTotaal baten\t280\t300\t320\n";

    /// Accounts of the same year with these rows below columns.
    fn accounts(unit: &str, columns: &str, rows: &[&str]) -> String {
        let rows = rows.join("\n");
        format!(
            "Jaarstukken 2024 gemeente Voorbeeldstad\n\nProgramma 1 Zorg\n\nIn de gemeente Voorbeeldstad.\n\nWat heeft het gekost?\n\n\
             {unit}\n{columns}\n{rows}\n"
        )
    }

    #[test]
    fn without_an_amended_budget_the_budget_itself_is_what_was_budgeted() {
        let text = accounts(
            "Bedragen x € 1.000",
            "\tRekening 2023\tRekening 2024",
            &["Totaal lasten\t960\t900", "Totaal baten\t250\t300"],
        );
        let expected = [
            "0 total Totaal lasten Expenditure: 1000000 > 900000 90.0% Favourable -",
            "0 total Totaal baten Income: 300000 > 300000 100.0% Neutral -",
        ];
        assert_eq!(lines(&[BUDGET, &text]), expected);
    }

    #[test]
    fn units_and_signs_are_aligned() {
        let columns = "\tRekening 2023\tRekening 2024";
        let expected = [
            "0 total Totaal lasten Expenditure: 1000000 > 1010250 101.0% Unfavourable -",
            "0 total Totaal baten Income: 300000 > 300120 100.0% Neutral -",
        ];
        let income_negative = ["Totaal lasten\t960.100\t1.010.250", "Totaal baten\t-250.100\t-300.120"];
        assert_eq!(lines(&[BUDGET, &accounts("Bedragen in euro's", columns, &income_negative)]), expected);
        let expenditure_negative = ["Totaal lasten\t-960.100\t-1.010.250", "Totaal baten\t250.100\t300.120"];
        assert_eq!(lines(&[BUDGET, &accounts("Bedragen in euro's", columns, &expenditure_negative)]), expected);
        let marked = ["Totaal lasten\tN 960.100\tN 1.010.250", "Totaal baten\tV 250.100\tV 300.120"];
        assert_eq!(lines(&[BUDGET, &accounts("Bedragen in euro's", columns, &marked)]), expected);
    }

    #[test]
    fn amounts_in_doubt_stay_out() {
        let without_unit =
            accounts("", "\tRekening 2023\tRekening 2024", &["Totaal lasten\t960\t1.010", "Totaal baten\t250\t300"]);
        assert_eq!(lines(&[BUDGET, &without_unit]), [""; 0]);
    }

    #[test]
    fn two_different_totals_are_none() {
        let rows = ["Lasten\nJeugd\t380\t400\nTotaal lasten\t380\t400", "Lasten\nOuderen\t510\t500\nTotaal lasten\t510\t500"];
        let text = accounts("Bedragen x € 1.000", "\tRekening 2023\tRekening 2024", &rows);
        let expected = [
            "0 Lasten Jeugd Expenditure: 400000 > 400000 100.0% Neutral -",
            "0 Lasten Ouderen Expenditure: 600000 > 500000 83.3% Favourable -",
        ];
        assert_eq!(lines(&[BUDGET, &text]), expected);
    }
}
