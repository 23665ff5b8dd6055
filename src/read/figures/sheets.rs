//! A table's labels as the [`mod@crate::ledger`] asks for them: what each row and column is, and what it sums.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::labels::words_kind;
use crate::{
    blocks::{Cell, Column, Grid, GridRow},
    document::{Mark, MoneyKind},
    ledger::{Label, Line, Of, Role, Sheet},
    scan::{words::folded, year},
};

/// A table as a sheet of numbers; none where it has no columns to place them in. A list of labels with one amount each has one.
pub(super) fn sheet(text: &str, grid: &Grid, rows: &[&GridRow], is_list: bool) -> Option<Sheet> {
    let columns = match columns(&grid.columns) {
        none if none.is_empty() && is_list => vec![Label { role: Role::Other, group: None, of: Of::Itself }],
        none if none.is_empty() => return None,
        columns => columns,
    };
    let by_columns = columns.iter().any(|column| !matches!(column.role, Role::Other | Role::Ignored));
    let marked = rows.iter().flat_map(|row| &row.cells).any(|cell| matches!(cell, Cell::Amount(amount) if amount.mark.is_some()));
    let line = |row: &&GridRow| Line { label: row_label(text, row, by_columns), values: values(row, columns.len(), marked) };
    let mut lines: Vec<Line> = rows.iter().map(line).collect();
    let numbers: Vec<Option<&str>> = rows.iter().map(|row| number_of_row(text, row)).collect();
    for (at, parts) in numbered_parts(&numbers) {
        let alike = parts.iter().all(|part| lines[*part].label.role == lines[at].label.role);
        if alike && lines[at].label.of == Of::Itself {
            lines[at].label.of = Of::These(parts);
        }
    }
    Some(Sheet { lines, rounding: rounding(rows), columns })
}

/// The number that a row's label begins with.
fn number_of_row<'a>(text: &'a str, row: &GridRow) -> Option<&'a str> {
    let number = row.label.first()?.of(text).split_whitespace().next()?.trim_end_matches('.');
    number.starts_with(|first: char| first.is_ascii_digit()).then_some(number)
}

/// The rows right below a numbered one whose numbers go on with its own: `5.1` and `5.2` below `5`.
fn numbered_parts(numbers: &[Option<&str>]) -> Vec<(usize, Vec<usize>)> {
    let is_part = |whole: &str, at: usize| {
        let rest = numbers[at].and_then(|part| part.strip_prefix(whole)?.strip_prefix('.'));
        rest.is_some_and(|rest| !rest.contains('.'))
    };
    let parts = |at: usize| {
        let whole = numbers[at]?;
        let below: Vec<usize> = (at + 1..numbers.len()).take_while(|&below| is_part(whole, below)).collect();
        (below.len() > 1).then_some((at, below))
    };
    (0..numbers.len()).filter_map(parts).collect()
}

/// What the headers say. Columns of one year, or under one head, belong together.
fn columns(columns: &[Column]) -> Vec<Label> {
    let mut groups: BTreeMap<String, usize> = BTreeMap::new();
    let mut labels: Vec<Label> = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        let words = folded(&column.label);
        let role = column_role(&words);
        let rest: Vec<&str> = words.split(' ').filter(|word| role_of_word(word).is_none()).collect();
        let count = groups.len();
        let group = *groups.entry(rest.join(" ")).or_insert(count);
        let of = if is_difference(&words) && at > 1 {
            Of::Difference(at - 2, at - 1)
        } else if at > 1 && is_change(&folded(&columns[at - 1].label)) && is_changed(&words) {
            Of::These(vec![at - 2, at - 1])
        } else if words.starts_with("totaal") && role == Role::Other {
            Of::Unsaid
        } else {
            Of::Itself
        };
        labels.push(Label { role, group: Some(group), of });
    }
    labels
}

fn is_difference(words: &str) -> bool {
    ["verschil", "afwijking", "mutatie t.o.v", "saldo t.o.v"].iter().any(|start| words.starts_with(start))
}

/// `Bijstelling`, `Wijzigingen 2024`: what is added to the column before it.
fn is_change(words: &str) -> bool {
    ["bijstelling", "wijziging", "begrotingswijziging", "mutatie"].iter().any(|start| words.starts_with(start))
        && !words.contains("t.o.v")
}

/// `Nieuwe raming`, `Begroting na wijziging`: what the change before it leads to.
fn is_changed(words: &str) -> bool {
    ["nieuwe ", "bijgestelde ", "gewijzigde "].iter().any(|start| words.starts_with(start)) || words.contains("na wijziging")
}

/// The role that the last word of a header gives that is no year.
fn column_role(words: &str) -> Role {
    if words.contains('%') || words.contains("percentage") || words.contains("aantal") || words.contains("fte") {
        return Role::Ignored;
    }
    if let Some(stock) = stock(words) {
        return stock;
    }
    words.split(' ').rev().filter(|word| year(word).is_none()).find_map(role_of_word).unwrap_or(Role::Other)
}

/// What is in a reserve at the begin or the end of a year.
fn stock(words: &str) -> Option<Role> {
    let has = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    let is_stock = has(&["stand", "saldo", "boekwaarde", "ultimo", "balans", "1-1", "31-12", "01-01"]);
    match () {
        () if is_stock && has(&["31-12", "31 december", "eind", "ultimo"]) => Some(Role::Closing),
        () if is_stock && has(&["1-1", "01-01", "1 januari", "begin", "primo"]) => Some(Role::Opening),
        () => None,
    }
}

fn role_of_word(word: &str) -> Option<Role> {
    match word.trim_matches(|character: char| !character.is_alphanumeric()) {
        "lasten" | "uitgaven" => Some(Role::Expenditure),
        "baten" | "inkomsten" => Some(Role::Income),
        "saldo" | "resultaat" => Some(Role::Balance),
        "storting" | "stortingen" | "toevoeging" | "toevoegingen" | "dotatie" | "dotaties" | "vermeerdering"
        | "vermeerderingen" => Some(Role::ReserveAddition),
        "onttrekking" | "onttrekkingen" | "vrijval" | "aanwending" | "aanwendingen" | "vermindering" | "verminderingen" => {
            Some(Role::ReserveWithdrawal)
        }
        _ => None,
    }
}

/// What a row's label says. Where the columns say which kind of money stands in them, a row of balances is a total.
fn row_label(text: &str, row: &GridRow, by_columns: bool) -> Label {
    let own = folded(&row.label.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" "));
    let group = row.group.map(|group| folded(group.of(text)));
    let number = row.group.map(|group| group.range().start);
    let is_total = ["totaal", "subtotaal", "totale", "sub totaal"].iter().any(|word| own.starts_with(word));
    if is_part_of_another(&own) {
        return Label { role: Role::Ignored, group: number, of: Of::Itself };
    }
    if by_columns {
        let sums = is_total || ["saldo", "resultaat", "geraamd"].iter().any(|word| own.starts_with(word));
        return Label { role: Role::Other, group: number, of: if sums { Of::Unsaid } else { Of::Itself } };
    }
    let role = stock(&own).or_else(|| row_role(&own)).unwrap_or_else(|| group.as_deref().map_or(Role::Other, role_of_group));
    Label { role, group: number, of: if is_total { Of::Unsaid } else { Of::Itself } }
}

/// `w.v. rente`, `waarvan rente`: it is counted in another row already.
fn is_part_of_another(own: &str) -> bool {
    ["w.v", "waarvan", "wv "].iter().any(|start| own.starts_with(start))
}

fn row_role(own: &str) -> Option<Role> {
    let reserve =
        own.split(' ').find_map(role_of_word).filter(|role| matches!(role, Role::ReserveAddition | Role::ReserveWithdrawal));
    if reserve.is_some() {
        return reserve;
    }
    let is_balance = words_kind(own) == Some(MoneyKind::Balance);
    let result = ["geraamd", "gerealiseerd", "resultaat"].iter().any(|word| own.starts_with(word));
    match words_kind(own)? {
        _ if is_balance && result && own.contains("resultaat") => Some(Role::BalanceAfterReserves),
        _ if is_balance && (own.contains("baten en lasten") || own.contains("lasten en baten")) => {
            Some(Role::BalanceBeforeReserves)
        }
        kind => Some(role_of_kind(kind)),
    }
}

fn role_of_group(group: &str) -> Role {
    words_kind(group).map_or(Role::Other, role_of_kind)
}

fn role_of_kind(kind: MoneyKind) -> Role {
    match kind {
        MoneyKind::Expenditure => Role::Expenditure,
        MoneyKind::Income => Role::Income,
        MoneyKind::Balance => Role::Balance,
        MoneyKind::Reserve | MoneyKind::Indicator | MoneyKind::Other => Role::Other,
    }
}

/// The numbers of a row. Where the position of its characters tells the columns, the empty ones are known to be empty.
fn values(row: &GridRow, width: usize, marked: bool) -> Vec<Option<Decimal>> {
    let numbers = row.cells.iter().map(|cell| number(cell, marked));
    if row.may_hold_label {
        return Vec::new();
    }
    if row.places.is_empty() || row.places.contains(&None) {
        return numbers.collect();
    }
    let mut values = vec![None; width];
    for (place, number) in row.places.iter().zip(numbers) {
        if let Some(value) = place.and_then(|place| values.get_mut(place)) {
            *value = number;
        }
    }
    values
}

fn number(cell: &Cell, marked: bool) -> Option<Decimal> {
    let Cell::Amount(amount) = cell else { return None };
    Some(match amount.mark {
        Some(Mark::Unfavourable) if marked => -amount.number.abs(),
        Some(Mark::Favourable) if marked => amount.number.abs(),
        _ => amount.number,
    })
}

/// Half a unit of the last digit that a good part of the table's numbers have.
fn rounding(rows: &[&GridRow]) -> Decimal {
    const MOST_DECIMALS: usize = 3;
    let mut counts = [0_usize; MOST_DECIMALS + 1];
    for cell in rows.iter().flat_map(|row| &row.cells) {
        if let Cell::Amount(amount) = cell
            && let Some(count) = counts.get_mut(amount.number.scale() as usize)
        {
            *count += 1;
        }
    }
    let all: usize = counts.iter().sum();
    let decimals = (0..counts.len()).rev().find(|&decimals| counts[decimals] * 4 >= all.max(1)).unwrap_or(0);
    Decimal::new(5, u32::try_from(decimals).unwrap_or(0) + 1)
}
