//! Numbers of tables with lost cells: what is placed is placed right.
//!
//! The tables are made to add up by what a municipality's tables are: programmes with baten, lasten and saldo, rows with
//! totals, years of three columns, reserves from one stand to the next. Then empty cells are taken out, and nothing may be
//! placed where it did not stand.

#![allow(clippy::cast_possible_truncation, reason = "small numbers of invented tables")]

use begrotingskijker::ledger::{Identity, Label, Line, Of, Role, Sheet, Solved, Verdict, solve};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// What a table is before cells are lost: thousandths of the printed unit, so that rounding is real.
struct Table {
    columns: Vec<Label>,
    lines: Vec<(Label, Vec<Option<i64>>)>,
}

/// A table with lost cells and where its numbers stood.
struct Torn {
    sheet: Sheet,
    stood: Vec<Vec<usize>>,
}

/// Numbers in a row that look like chance and are not.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % bound.max(1)
    }

    fn one_in(&mut self, bound: u64) -> bool {
        self.below(bound) == 0
    }

    /// Mostly some hundreds or thousands, sometimes very little.
    fn amount(&mut self) -> i64 {
        let digits = [1, 2, 3, 3, 4, 4, 5][self.below(7) as usize];
        self.below(10_u64.pow(digits + 3)).cast_signed() + 1_000
    }
}

const HUNDREDS: [i64; 4] = [1, 10, 100, 1_000];

fn label(role: Role, group: usize, of: Of) -> Label {
    Label { role, group: Some(group), of }
}

fn years(count: usize) -> Vec<Label> {
    vec![Label { role: Role::Other, group: None, of: Of::Itself }; count]
}

/// Amounts by column, many of them none, and some from year to year the same.
fn amounts(chance: &mut Chance, columns: usize, empty: u64) -> Vec<i64> {
    let (steady, scale) = (chance.one_in(3), HUNDREDS[chance.below(4) as usize]);
    let mut last = chance.amount() / scale;
    let mut found = Vec::new();
    for _ in 0..columns {
        if !steady {
            last = chance.amount() / scale;
        }
        found.push(if chance.below(100) < empty { 0 } else { last });
    }
    found
}

/// Programmes with baten, lasten and saldo, and totals of each.
fn programmes(chance: &mut Chance, count: usize, columns: usize, empty: u64) -> Table {
    let way = chance.below(4);
    let signs = [(1, -1), (-1, 1), (1, 1), (1, 1)][way as usize];
    let saldo = |income: i64, expenditure: i64| match way {
        0 | 2 => income - expenditure,
        _ => expenditure - income,
    };
    let mut lines = Vec::new();
    let mut totals = [vec![0; columns], vec![0; columns]];
    for group in 0..count {
        let income = amounts(chance, columns, empty);
        let expenditure = amounts(chance, columns, empty / 3);
        let balance: Vec<i64> = income.iter().zip(&expenditure).map(|(income, out)| saldo(*income, *out)).collect();
        totals[0].iter_mut().zip(&income).for_each(|(total, value)| *total += value);
        totals[1].iter_mut().zip(&expenditure).for_each(|(total, value)| *total += value);
        let signed = |values: &[i64], sign: i64| values.iter().map(|value| Some(value * sign)).collect::<Vec<_>>();
        lines.push((label(Role::Income, group, Of::Itself), signed(&income, signs.0)));
        lines.push((label(Role::Expenditure, group, Of::Itself), signed(&expenditure, signs.1)));
        lines.push((label(Role::Balance, group, Of::Itself), signed(&balance, 1)));
    }
    if count > 1 {
        let [income, expenditure] = &totals;
        let balance: Vec<Option<i64>> = income.iter().zip(expenditure).map(|(income, out)| Some(saldo(*income, *out))).collect();
        let signed = |values: &[i64], sign: i64| values.iter().map(|value| Some(value * sign)).collect::<Vec<_>>();
        lines.push((label(Role::Income, count, Of::Unsaid), signed(income, signs.0)));
        lines.push((label(Role::Expenditure, count, Of::Unsaid), signed(expenditure, signs.1)));
        lines.push((label(Role::Balance, count, Of::Unsaid), balance));
    }
    Table { columns: years(columns), lines }
}

/// Groups of rows with subtotals and a grand total.
fn subtotals(chance: &mut Chance, groups: usize, columns: usize, empty: u64) -> Table {
    let (mut lines, mut grand) = (Vec::new(), vec![0; columns]);
    let before = chance.one_in(3);
    for group in 0..groups {
        let mut total = vec![0; columns];
        let mut rows = Vec::new();
        for _ in 0..2 + chance.below(4) {
            let values = amounts(chance, columns, empty);
            total.iter_mut().zip(&values).for_each(|(total, value)| *total += value);
            rows.push((label(Role::Other, group, Of::Itself), values.into_iter().map(Some).collect::<Vec<_>>()));
        }
        grand.iter_mut().zip(&total).for_each(|(grand, value)| *grand += value);
        let total = (label(Role::Other, group, Of::Group), total.into_iter().map(Some).collect());
        rows.insert(if before { 0 } else { rows.len() }, total);
        lines.extend(rows);
    }
    lines.push((Label { role: Role::Other, group: None, of: Of::Unsaid }, grand.into_iter().map(Some).collect()));
    Table { columns: years(columns), lines }
}

/// Rows of baten, lasten and saldo a year, with a total.
fn columns_of_three(chance: &mut Chance, rows: usize, years: usize, empty: u64) -> Table {
    let negative = if chance.one_in(2) { -1 } else { 1 };
    let order = [Role::Income, Role::Expenditure, Role::Balance];
    let columns = (0..years * 3).map(|at| label(order[at % 3], at / 3, Of::Itself)).collect();
    let (mut lines, mut total) = (Vec::new(), vec![0; years * 3]);
    for group in 0..rows {
        let mut values = Vec::new();
        for _ in 0..years {
            let (income, out) = (amounts(chance, 1, empty)[0], amounts(chance, 1, empty / 2)[0]);
            values.extend([income, out * negative, income - out]);
        }
        total.iter_mut().zip(&values).for_each(|(total, value)| *total += value);
        lines.push((label(Role::Other, group, Of::Itself), values.into_iter().map(Some).collect()));
    }
    lines.push((label(Role::Other, rows, Of::Everything), total.into_iter().map(Some).collect()));
    Table { columns, lines }
}

/// Reserves from one stand to the next.
fn reserves(chance: &mut Chance, rows: usize, years: usize, empty: u64) -> Table {
    let taken = if chance.one_in(2) { -1 } else { 1 };
    let mut columns = vec![label(Role::Opening, 0, Of::Itself)];
    for year in 0..years {
        let roles = [Role::ReserveAddition, Role::ReserveWithdrawal, Role::Closing];
        columns.extend(roles.map(|role| label(role, year, Of::Itself)));
    }
    let (mut lines, mut total) = (Vec::new(), vec![0; columns.len()]);
    for _ in 0..rows {
        let mut stand = amounts(chance, 1, empty)[0];
        let mut values = vec![stand];
        for _ in 0..years {
            let (put, took) = (amounts(chance, 1, 60)[0], amounts(chance, 1, 60)[0]);
            stand += put - took;
            values.extend([put, took * taken, stand]);
        }
        total.iter_mut().zip(&values).for_each(|(total, value)| *total += value);
        lines.push((Label { role: Role::Other, group: None, of: Of::Itself }, values.into_iter().map(Some).collect()));
    }
    lines.push((Label { role: Role::Other, group: None, of: Of::Unsaid }, total.into_iter().map(Some).collect()));
    Table { columns, lines }
}

/// Two years and their difference, for cost and income.
fn differences(chance: &mut Chance, rows: usize, empty: u64) -> Table {
    let mut columns = years(2);
    columns.push(Label { role: Role::Other, group: None, of: Of::Difference(0, 1) });
    let (mut lines, mut total) = (Vec::new(), vec![0; 3]);
    for _ in 0..rows {
        let pair = amounts(chance, 2, empty);
        let values = vec![pair[0], pair[1], pair[1] - pair[0]];
        total.iter_mut().zip(&values).for_each(|(total, value)| *total += value);
        lines.push((Label { role: Role::Expenditure, group: None, of: Of::Itself }, values.into_iter().map(Some).collect()));
    }
    lines.push((Label { role: Role::Expenditure, group: None, of: Of::SinceTotal }, total.into_iter().map(Some).collect()));
    Table { columns, lines }
}

fn table(chance: &mut Chance) -> Table {
    let empty = [10, 30, 50][chance.below(3) as usize];
    let (few, some) = (1 + chance.below(4) as usize, 2 + chance.below(6) as usize);
    match chance.below(5) {
        0 => programmes(chance, few, some, empty),
        1 => subtotals(chance, few, some, empty),
        2 => columns_of_three(chance, some, few, empty),
        3 => reserves(chance, some, few, empty),
        _ => differences(chance, some, empty),
    }
}

/// Rounds to the printed unit.
fn printed(thousandths: i64) -> i64 {
    (thousandths.abs() + 500) / 1_000 * thousandths.signum()
}

/// Takes out what is zero, here and there or everywhere.
fn tear(chance: &mut Chance, table: &Table, lost_of_hundred: u64) -> Torn {
    let (mut lines, mut stood) = (Vec::new(), Vec::new());
    for (label, cells) in &table.lines {
        let (mut values, mut columns) = (Vec::new(), Vec::new());
        for (at, cell) in cells.iter().enumerate() {
            let number = cell.map(printed);
            let lost = number.unwrap_or(0) == 0 && chance.below(100) < lost_of_hundred;
            if !lost {
                values.push(number.map(Decimal::from));
                columns.push(at);
            }
        }
        lines.push(Line { label: label.clone(), values });
        stood.push(columns);
    }
    Torn { sheet: Sheet { columns: table.columns.clone(), lines, rounding: Decimal::new(5, 1) }, stood }
}

/// How many numbers that are not zero were placed, of those in rows with lost cells; and which were placed wrong.
fn marks(torn: &Torn, solved: &Solved) -> (usize, usize, Vec<(usize, usize)>) {
    let (mut placed, mut all, mut wrong) = (0, 0, Vec::new());
    for (at, (columns, stood)) in solved.placements.iter().zip(&torn.stood).enumerate() {
        assert_eq!(columns.len(), stood.len());
        for (value, (column, stood)) in columns.iter().zip(stood).enumerate() {
            if stood_lost(torn, at) && torn.sheet.lines[at].values[value].is_some_and(|value| !value.is_zero()) {
                all += 1;
                placed += usize::from(column.is_some());
            }
            if column.is_some_and(|column| column != *stood) {
                wrong.push((at, value));
            }
        }
    }
    (placed, all, wrong)
}

fn stood_lost(torn: &Torn, line: usize) -> bool {
    torn.stood[line].len() < torn.sheet.columns.len()
}

fn torn(seed: u64) -> Torn {
    let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let table = table(&mut chance);
    let lost = [30, 70, 100][chance.below(3) as usize];
    tear(&mut chance, &table, lost)
}

#[test]
fn most_numbers_that_sums_can_decide_are_placed() {
    let (mut placed, mut all) = (0, 0);
    for seed in 0..400 {
        let torn = torn(seed);
        let (of_table, numbers, wrong) = marks(&torn, &solve(&torn.sheet));
        assert!(wrong.is_empty(), "{seed}: {wrong:?}");
        (placed, all) = (placed + of_table, all + numbers);
    }
    assert!(placed * 100 > all * 60, "{placed} of {all}");
}

#[test]
fn a_wrong_number_hardly_ever_leads_to_a_wrong_place() {
    let (mut wrong, mut all) = (0, 0);
    for seed in 0..400 {
        let mut chance = Chance(seed | 1);
        let mut torn = torn(seed);
        let lines = torn.sheet.lines.len() as u64;
        let values = &mut torn.sheet.lines[chance.below(lines) as usize].values;
        let at = chance.below(values.len() as u64) as usize;
        values.get_mut(at).into_iter().for_each(|value| *value = Some(Decimal::from(chance.amount() / 1_000)));
        let (_, numbers, wrong_here) = marks(&torn, &solve(&torn.sheet));
        (wrong, all) = (wrong + wrong_here.len(), all + numbers);
    }
    assert!(wrong * 1_000 < all, "{wrong} of {all}");
}

#[test]
fn what_is_full_adds_up() {
    for seed in 0..200 {
        let mut chance = Chance(seed | 1);
        let full = tear(&mut chance, &table(&mut Chance(seed.wrapping_mul(7_919) | 1)), 0);
        let solved = solve(&full.sheet);
        let differs = |identity: &&Identity| identity.verdict == Verdict::Differs && identity.credible;
        assert_eq!(solved.identities.iter().find(differs), None, "{seed}");
        assert!(solved.identities.iter().all(|identity| !identity.used_for_reading));
    }
}

/// Any labels with any numbers.
fn any_sheet() -> impl Strategy<Value = Sheet> {
    let role = prop::sample::select(vec![
        Role::Expenditure,
        Role::Income,
        Role::Balance,
        Role::ReserveAddition,
        Role::ReserveWithdrawal,
        Role::BalanceBeforeReserves,
        Role::BalanceAfterReserves,
        Role::Opening,
        Role::Closing,
        Role::Other,
        Role::Ignored,
    ]);
    let of = prop_oneof![
        4 => Just(Of::Itself),
        1 => prop::sample::select(vec![Of::Unsaid, Of::Group, Of::SinceTotal, Of::Everything]),
        1 => prop::collection::vec(0..12_usize, 0..4).prop_map(Of::These),
        1 => (0..12_usize, 0..12_usize).prop_map(|(first, second)| Of::Difference(first, second)),
    ];
    let label = (role, prop::option::of(0..3_usize), of).prop_map(|(role, group, of)| Label { role, group, of });
    let number = prop_oneof![
        6 => (-20_i64..20).prop_map(Decimal::from),
        2 => (-900_000_i64..900_000, 0..4_u32).prop_map(|(number, scale)| Decimal::new(number, scale)),
        1 => prop::sample::select(vec![Decimal::MAX, Decimal::MIN, Decimal::new(1, 28), Decimal::from(i64::MAX), Decimal::from(i64::MIN)]),
    ];
    let values = prop::collection::vec(prop::option::weighted(0.9, number.clone()), 0..10);
    let line = (label.clone(), values).prop_map(|(label, values)| Line { label, values });
    let columns = prop::collection::vec(label, 0..9);
    (columns, prop::collection::vec(line, 0..10), prop_oneof![4 => Just(Decimal::new(5, 1)), 1 => number])
        .prop_map(|(columns, lines, rounding)| Sheet { columns, lines, rounding })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_placed_is_placed_right(seed in any::<u64>()) {
        let torn = torn(seed);
        let (_, _, wrong) = marks(&torn, &solve(&torn.sheet));
        prop_assert!(wrong.is_empty(), "{:?}", wrong);
    }

    #[test]
    fn any_numbers_under_any_labels_keep_their_order(sheet in any_sheet()) {
        let solved = solve(&sheet);
        prop_assert_eq!(solved.placements.len(), sheet.lines.len());
        for (placed, line) in solved.placements.iter().zip(&sheet.lines) {
            prop_assert_eq!(placed.len(), line.values.len());
            let known: Vec<usize> = placed.iter().copied().flatten().collect();
            prop_assert!(known.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", placed);
            prop_assert!(known.iter().all(|column| *column < sheet.columns.len()));
        }
        prop_assert_eq!(solve(&sheet), solved);
    }
}
