//! Tables as they are printed, small enough to see what each must say.
//!
//! A line is written as its role, its group, what it sums, and its numbers: `E 0 . 400 501`. Roles: Expenditure, Income,
//! Balance, Addition, Withdrawal, before (`<`) and after (`>`) reserves, Opening, Closing, `.` other, `%` ignored. What it
//! sums: `.` nothing, `T` a total of what is not said, its Group, what stands Since the last one, everything (`*`), the
//! difference of two columns (`0-1`).

use rust_decimal::Decimal;

use super::{Balance, Convention, Label, Line, Of, Role, Sheet, Solved, Verdict, solve};
use crate::document::Signs;

fn label(words: &[&str]) -> Label {
    let role = match words[0] {
        "E" => Role::Expenditure,
        "I" => Role::Income,
        "B" => Role::Balance,
        "A" => Role::ReserveAddition,
        "W" => Role::ReserveWithdrawal,
        "<" => Role::BalanceBeforeReserves,
        ">" => Role::BalanceAfterReserves,
        "O" => Role::Opening,
        "C" => Role::Closing,
        "%" => Role::Ignored,
        _ => Role::Other,
    };
    let of = match words[2] {
        "." => Of::Itself,
        "T" => Of::Unsaid,
        "G" => Of::Group,
        "S" => Of::SinceTotal,
        "*" => Of::Everything,
        difference => {
            let (first, second) = difference.split_once('-').expect("two columns");
            Of::Difference(first.parse().expect("a column"), second.parse().expect("a column"))
        }
    };
    Label { role, group: words[1].parse().ok(), of }
}

fn sheet(columns: &str, lines: &[&str]) -> Sheet {
    let line = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let value = |word: &&str| (*word != "-").then(|| word.parse().expect("a number"));
        Line { label: label(&words), values: words[3..].iter().map(value).collect() }
    };
    let columns = columns.split_terminator(',').map(|column| label(&column.split_whitespace().collect::<Vec<_>>())).collect();
    Sheet { columns, lines: lines.iter().map(line).collect(), rounding: Decimal::new(5, 1) }
}

fn years(count: usize, lines: &[&str]) -> Sheet {
    sheet(&vec![". - ."; count].join(","), lines)
}

/// The columns of each row's values: `0 2 ?`.
fn placed(solved: &Solved) -> Vec<String> {
    let column = |at: &Option<usize>| at.map_or("?".to_owned(), |at| at.to_string());
    solved.placements.iter().map(|row| row.iter().map(column).collect::<Vec<_>>().join(" ")).collect()
}

fn check_places(sheet: &Sheet, expected: &[&str]) {
    assert_eq!(placed(&solve(sheet)), expected);
}

/// How many identities hold, hold within rounding, and differ.
fn check_identities(sheet: &Sheet, expected: [usize; 3]) {
    let solved = solve(sheet);
    let count = |verdict| solved.identities.iter().filter(|identity| identity.verdict == verdict).count();
    let counts = [Verdict::Holds, Verdict::Rounding, Verdict::Differs].map(count);
    assert_eq!(counts, expected, "{:#?}", solved.identities);
}

fn check_convention(sheet: &Sheet, signs: Signs, balance: Option<Balance>) {
    let found = solve(sheet).convention.map(|Convention { signs, balance, .. }| (signs, balance));
    assert_eq!(found, Some((signs, balance)));
}

#[test]
fn a_balance_places_what_was_lost_beside_it() {
    let lines = ["I 0 . 1200 310", "E 0 . -4011 -4120 -4205 -4044", "B 0 . -2811 -4120 -3895 -4044"];
    check_places(&years(4, &lines), &["0 2", "0 1 2 3", "0 1 2 3"]);
    // Both positive, and the balance the other way round.
    let lines = ["E 0 . 4011 4120 4205 4044", "I 0 . 1200 310", "B 0 . 2811 4120 3895 4044"];
    check_places(&years(4, &lines), &["0 1 2 3", "0 2", "0 1 2 3"]);
}

#[test]
fn a_total_places_what_was_lost_of_its_parts() {
    let lines =
        [". - . 188420 71300", ". - . 402955 315660", ". - . 122040 96115 18750 18750", ". - T 713415 483075 18750 18750"];
    check_places(&years(4, &lines), &["0 1", "0 1", "0 1 2 3", "0 1 2 3"]);
    // The total before its parts.
    let lines =
        [". 0 G 713415 483075 18750 18750", ". 0 . 188420 71300", ". 0 . 402955 315660", ". 0 . 122040 96115 18750 18750"];
    check_places(&years(4, &lines), &["0 1 2 3", "0 1", "0 1", "0 1 2 3"]);
}

#[test]
fn columns_of_one_year_place_what_was_lost_of_a_row() {
    let columns = "I 0 .,E 0 .,B 0 .,I 1 .,E 1 .,B 1 .";
    let lines = [". 0 . 2483 -6628 -4145 102 -4489 -4387", ". - . 410 -964 -554 5785 5785", ". - . 320 320 -130 -130"];
    check_places(&sheet(columns, &lines), &["0 1 2 3 4 5", "0 1 2 ? ?", "? ? ? ?"]);
    // Whether what is left alone came in or went out, its sign says in a table that keeps to its signs.
    let full = ". 0 . 2483 -6628 -4145 102 -4489 -4387";
    let lines = [full, full, full, ". - . 410 -964 -554 5785 5785", ". - . 320 320 -130 -130"];
    check_places(&sheet(columns, &lines), &["0 1 2 3 4 5", "0 1 2 3 4 5", "0 1 2 3 4 5", "0 1 2 3 5", "0 2 4 5"]);
}

#[test]
fn what_no_identity_decides_is_not_placed() {
    check_places(&years(3, &["I 0 . 100 200", "E 0 . 400 500 600"]), &["? ?", "0 1 2"]);
    // The empty year may be any.
    check_places(&years(3, &["I 0 . 100 100", "E 0 . 400 500", "B 0 . -300 -400"]), &["? ?", "? ?", "? ?"]);
    // Too small to tell from rounding.
    check_places(&years(3, &["I 0 . 1 1", "E 0 . -400 -500 -600", "B 0 . -399 -500 -599"]), &["? ?", "0 1 2", "0 1 2"]);
    check_places(&years(3, &["I 0 . 0 0", "E 0 . 0 0", "B 0 . 0 0"]), &["? ?", "? ?", "? ?"]);
}

#[test]
fn a_table_that_does_not_add_up_places_nothing() {
    let lines = ["I 0 . 1200 310", "E 0 . -4011 -4120 -4205 -4044", "B 0 . -2811 -4120 -3895 -5044"];
    check_places(&years(4, &lines), &["? ?", "0 1 2 3", "0 1 2 3"]);
    // The total leaves out a row in its full columns: it is a total of something else.
    let lines = [". - . 500 600 700", ". - . 50 60", ". - . 5000 6000 7000", ". - T 900 700 800"];
    check_places(&years(3, &lines), &["0 1 2", "? ?", "0 1 2", "0 1 2"]);
}

#[test]
fn zeros_stand_where_the_order_leaves_one_column() {
    let lines = ["I 0 . 310 0 1200", "E 0 . -4011 -4120 -4205 -4044", "B 0 . -3701 -4120 -3005 -4044"];
    check_places(&years(4, &lines), &["0 1 2", "0 1 2 3", "0 1 2 3"]);
    let lines = ["I 0 . 0 1200", "E 0 . -4011 -4120 -4205 -4044", "B 0 . -4011 -4120 -3005 -4044"];
    check_places(&years(4, &lines), &["? 2", "0 1 2 3", "0 1 2 3"]);
}

#[test]
fn programmes_with_a_total_balance_add_up() {
    let lines = [
        "E 0 . 7420 7532",
        "I 0 . 1310 1282",
        "B 0 . -6110 -6250",
        "E 1 . 11905 11686",
        "I 1 . 3077 3073",
        "B 1 . -8828 -8614",
        "B - T -14938 -14864",
    ];
    // Four balances, one of them rounded; two totals of balances, which are balances of all that stands above them too.
    check_identities(&years(2, &lines), [6, 2, 0]);
    check_convention(&years(2, &lines), Signs::BothPositive, Some(Balance::IncomeLessExpenditure));
}

#[test]
fn moves_of_reserves_are_part_of_the_result() {
    let lines = ["E - . 61240 59877", "I - . 1804 1766", "A - . 1402 860", "W - . 930 205", "> - . 59908 58766"];
    check_identities(&years(2, &lines), [2, 0, 0]);
    check_convention(&years(2, &lines), Signs::BothPositive, Some(Balance::ExpenditureLessIncome));
    // A balance before them, and expenditure negative.
    let lines = [
        "I - . 1804 1766",
        "E - . -61240 -59877",
        "< - . -59436 -58111",
        "W - . 930 205",
        "A - . -1402 -860",
        "> - . -59908 -58766",
    ];
    check_identities(&years(2, &lines), [4, 0, 0]);
    check_convention(&years(2, &lines), Signs::ExpenditureNegative, None);
}

#[test]
fn the_same_rows_for_lasten_and_for_baten_have_a_balance_of_totals() {
    let lines = [
        "E 0 . 2140 2140 4066",
        "E 0 . 188420 71300 0",
        "E 0 G 190560 73440 4066",
        "I 1 . 6020 74310 0",
        "I 1 . 0 310277 5",
        "I 1 G 6020 384587 5",
        "B - T 184540 -311147 4061",
    ];
    check_identities(&years(3, &lines), [9, 0, 0]);
    check_convention(&years(3, &lines), Signs::BothPositive, Some(Balance::ExpenditureLessIncome));
}

#[test]
fn a_balance_may_stand_before_its_parts() {
    let lines = [
        "B 0 G -29874 -29720",
        "E 0 . 4011 4120",
        "E 0 . 33820 31910",
        "E 0 S 37831 36030",
        "I 0 . 55 -",
        "I 0 . 7902 6310",
        "I 0 S 7957 6310",
    ];
    check_identities(&years(2, &lines), [6, 0, 0]);
}

#[test]
fn subtotals_of_groups_have_a_total_and_differences_of_years() {
    let lines = [
        ". 0 . -1804 -1966 -162",
        ". 0 . -720 -715 5",
        ". 0 G -2524 -2681 -157",
        ". 1 . -1640 -1811 -171",
        ". 1 . -602 -540 62",
        ". 1 G -2242 -2351 -109",
        ". - * -4766 -5032 -266",
    ];
    // Three totals in three columns, and a difference in seven rows.
    check_identities(&sheet(". - .,. - .,. - 0-1", &lines), [16, 0, 0]);
}

#[test]
fn a_stand_goes_on_from_the_one_before_it() {
    let columns = "O - .,A - .,W - .,C - .,A - .,W - .,C - .";
    let lines =
        [". - . 40772 0 -820 39952 0 -1200 38752", ". - . 399 -22 377 50 -97 330", ". - T 41171 0 -842 40329 50 -1297 39082"];
    // Two stands in three rows, and a total in each column that has one.
    check_identities(&sheet(columns, &lines), [12, 0, 0]);
}

#[test]
fn a_broken_sum_is_said_and_is_credible_where_the_others_hold() {
    let lines = ["I 0 . 1200 310 500", "E 0 . -4011 -4120 -4205", "B 0 . -2811 -3810 -4705"];
    check_identities(&years(3, &lines), [2, 0, 1]);
    let solved = solve(&years(3, &lines));
    let broken = solved.identities.iter().find(|identity| identity.verdict == Verdict::Differs);
    assert_eq!(broken.map(|identity| (identity.credible, identity.difference)), Some((true, Decimal::from(-1000))));
}

#[test]
fn differences_may_be_signed_as_good_news() {
    let lines = ["E 0 . 110 120 115 5", "I 0 . 10 10 12 2", "B 0 . -100 -110 -103 7"];
    check_identities(&sheet(". - .,. - .,. - .,. - 1-2", &lines), [7, 0, 0]);
}

#[test]
fn a_zero_that_is_no_outcome_is_no_broken_sum() {
    let columns = "I 0 .,E 0 .,B 0 .";
    let lines = [". - . 2483 -6628 -4145", ". - . 102 -4489 -4387", ". - . 310 -480 -170", ". - . 3500 0 0", ". - . 0 0 2536"];
    let solved = solve(&sheet(columns, &lines));
    let credible: Vec<bool> = solved.identities.iter().map(|identity| identity.credible).collect();
    assert_eq!(credible, [true, true, true, false, false]);
}

#[test]
fn percentages_and_empty_totals_add_up_to_nothing() {
    let columns = ". - .,. - .,% - .";
    let lines = [". - . 100 200 50", ". - . 300 500 60", ". - T 400 - 55"];
    check_identities(&sheet(columns, &lines), [1, 0, 0]);
}

#[test]
fn what_was_placed_by_arithmetic_is_no_check() {
    let lines = ["I 0 . 1200 310", "E 0 . -4011 -4120 -4205 -4044", "B 0 . -2811 -4120 -3895 -4044"];
    assert!(solve(&years(4, &lines)).identities.iter().all(|identity| identity.used_for_reading));
}

#[test]
fn numbers_beyond_all_bounds_do_no_harm() {
    let huge = "79228162514264337593543950335";
    let lines = [&*format!("I 0 . {huge} {huge}"), &*format!("E 0 . {huge}"), "B 0 . 1 2", "B 0 . 1 2 3"];
    check_places(&years(2, &lines), &["0 1", "?", "0 1", "? ? ?"]);
    check_places(&years(70, &["I 0 . 1 2"]), &["? ?"]);
    check_places(&years(0, &["I 0 . 1 2"]), &["? ?"]);
    check_places(&sheet(". - 0-9,. - 0-0", &[". - . 1 2"]), &["0 1"]);
    let lines = vec!["I 0 T 1"; 20_000];
    assert_eq!(solve(&years(1, &lines)).placements.len(), lines.len());
}

#[test]
fn a_document_keeps_the_convention_of_its_tables() {
    let table = |signs| Some(Convention { signs, balance: None, numbers: 9 });
    let found = super::of_document(&[table(Signs::IncomeNegative), None, table(Signs::IncomeNegative)]);
    assert_eq!(found, Some((Signs::IncomeNegative, vec![0, 2])));
    assert_eq!(super::of_document(&[table(Signs::IncomeNegative), table(Signs::BothPositive)]), None);
    assert_eq!(super::of_document(&[None]), None);
}
