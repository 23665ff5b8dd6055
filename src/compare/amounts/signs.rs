//! Signs that mean the same in all volumes: expenditure and income are positive, a balance is where more comes in.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Printed, Sheet};
use crate::document::{Figure, Mark, MoneyKind, Phase};

/// The euros of a figure; a mark beside it says which sign it has: N is what is bad, so expenditure with it is ordinary.
pub(super) fn marked(figure: &Figure) -> Decimal {
    match (figure.mark, figure.kind) {
        (None, _) => figure.euros,
        (Some(Mark::Unfavourable), MoneyKind::Expenditure) | (Some(Mark::Favourable), MoneyKind::Income | MoneyKind::Balance) => {
            figure.euros.abs()
        }
        (Some(_), _) => -figure.euros.abs(),
    }
}

/// Signs amounts alike. In a table in which most expenditure has a minus, a minus is the ordinary sign of expenditure. Which
/// sign a balance has is shown by the expenditure and income that it is of; one of which nothing shows it is left out.
pub(in crate::compare) fn align(printed: &mut Vec<Printed>) {
    let mut negative: BTreeMap<(Sheet, MoneyKind), i64> = BTreeMap::new();
    for one in printed.iter().filter(|one| !one.is_signed && !one.amount.euros.is_zero()) {
        let vote = if one.amount.euros.is_sign_negative() { 1 } else { -1 };
        *negative.entry((one.sheet, one.key.kind)).or_default() += vote;
    }
    for one in printed.iter_mut().filter(|one| !one.is_signed && one.key.kind != MoneyKind::Balance) {
        if negative.get(&(one.sheet, one.key.kind)).is_some_and(|&votes| votes > 0) {
            one.amount.euros = -one.amount.euros;
        }
    }
    let ways = ways_of_balances(printed);
    printed.retain(|one| {
        one.key.kind != MoneyKind::Balance || one.is_signed || ways.get(&one.sheet).is_some_and(|&votes| votes != 0)
    });
    for one in printed.iter_mut().filter(|one| one.key.kind == MoneyKind::Balance && !one.is_signed) {
        if ways.get(&one.sheet).is_some_and(|&votes| votes < 0) {
            one.amount.euros = -one.amount.euros;
        }
    }
}

/// For each sheet how many more balances are income less expenditure than the other way round.
fn ways_of_balances(printed: &[Printed]) -> BTreeMap<Sheet, i64> {
    let mut sides: BTreeMap<Place<'_>, [Option<Decimal>; 2]> = BTreeMap::new();
    for one in printed.iter().filter(|one| one.key.kind != MoneyKind::Balance) {
        let side = usize::from(one.key.kind == MoneyKind::Income);
        sides.entry(place(one)).or_default()[side] = Some(one.amount.euros);
    }
    let mut ways: BTreeMap<Sheet, i64> = BTreeMap::new();
    for one in printed.iter().filter(|one| one.key.kind == MoneyKind::Balance && !one.is_signed) {
        let Some(&[Some(expenditure), Some(income)]) = sides.get(&place(one)) else { continue };
        let balance = income.saturating_sub(expenditure);
        let bound = one.amount.bound.saturating_mul(NUMBERS_IN_A_BALANCE);
        let is_near = |other: Decimal| one.amount.euros.saturating_sub(other).abs() <= bound;
        *ways.entry(one.sheet).or_default() += i64::from(is_near(balance)) - i64::from(is_near(-balance));
    }
    ways
}

/// Each of them is rounded by itself.
const NUMBERS_IN_A_BALANCE: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// What a balance and its two sides have in common.
type Place<'a> = (Sheet, Option<usize>, &'a str, i32, Option<Phase>);

fn place(printed: &Printed) -> Place<'_> {
    let Printed { key, amount, sheet, .. } = printed;
    (*sheet, key.programme, &key.row, amount.year, amount.phase)
}
