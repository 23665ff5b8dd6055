//! Tables with lost cells, small enough to see what each must say.

use rust_decimal::Decimal;

use super::{Label, Line, Of, Role, Sheet, Solved, Verdict, solve};

const OTHER: Label = Label { role: Role::Other, group: None, of: Of::Itself };

fn label(role: Role, group: Option<usize>, of: Of) -> Label {
    Label { role, group, of }
}

fn line(label: Label, values: &str) -> Line {
    let value = |word: &str| (word != "-").then(|| word.parse().expect("a number"));
    Line { label, values: values.split_whitespace().map(value).collect() }
}

fn sheet(columns: Vec<Label>, lines: Vec<Line>) -> Sheet {
    Sheet { columns, lines, rounding: Decimal::new(5, 1) }
}

fn years(count: usize, lines: Vec<Line>) -> Sheet {
    sheet(vec![OTHER; count], lines)
}

/// The columns of each row as printed: `0 2 ?`.
fn placed(solved: &Solved) -> Vec<String> {
    let column = |at: &Option<usize>| at.map_or("?".to_owned(), |at| at.to_string());
    solved.placements.iter().map(|row| row.iter().map(column).collect::<Vec<_>>().join(" ")).collect()
}

fn check(sheet: &Sheet, expected: &[&str]) {
    assert_eq!(placed(&solve(sheet)), expected);
}

#[test]
fn a_balance_places_what_was_lost_beside_it() {
    check(
        &years(
            4,
            vec![
                line(label(Role::Income, Some(0), Of::Itself), "1.200 310"),
                line(label(Role::Expenditure, Some(0), Of::Itself), "-4011 -4120 -4205 -4044"),
                line(label(Role::Balance, Some(0), Of::Itself), "-2811 -4120 -3895 -4044"),
            ]
            .into_iter()
            .map(|mut line| {
                for value in line.values.iter_mut().flatten() {
                    if *value == Decimal::new(12, 1) {
                        *value = Decimal::new(1200, 0);
                    }
                }
                line
            })
            .collect(),
        ),
        &["0 2", "0 1 2 3", "0 1 2 3"],
    );
}

#[test]
fn what_no_identity_decides_is_not_placed() {
    check(
        &years(
            3,
            vec![
                line(label(Role::Income, Some(0), Of::Itself), "100 200"),
                line(label(Role::Expenditure, Some(0), Of::Itself), "400 500 600"),
            ],
        ),
        &["? ?", "0 1 2"],
    );
    check(
        &years(
            3,
            vec![
                line(label(Role::Income, Some(0), Of::Itself), "100 100"),
                line(label(Role::Expenditure, Some(0), Of::Itself), "400 500"),
                line(label(Role::Balance, Some(0), Of::Itself), "-300 -400"),
            ],
        ),
        &["? ?", "? ?", "? ?"],
    );
}

#[test]
fn a_full_table_says_what_holds() {
    let solved = solve(&years(
        2,
        vec![
            line(label(Role::Income, Some(0), Of::Itself), "100 200"),
            line(label(Role::Expenditure, Some(0), Of::Itself), "400 501"),
            line(label(Role::Balance, Some(0), Of::Itself), "-300 -300"),
        ],
    ));
    let verdicts: Vec<Verdict> = solved.identities.iter().map(|identity| identity.verdict).collect();
    assert_eq!(verdicts, [Verdict::Holds, Verdict::Rounding]);
}
