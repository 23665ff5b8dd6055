//! Records of open data, a field a line: `programma=1 Zorg`, `lasten_2024=28104500`.

use super::{Cell, Column, Found, Grid, GridRow};
use crate::{blocks::line::Line, scan, source::Span};

/// The record that begins on line `at`: a field with a name, and right below it fields with numbers.
pub(super) fn table(text: &str, lines: &[Line], at: usize) -> Option<Found> {
    const FEWEST: usize = 2;
    let (_, name) = field(text, &lines[at])?;
    let is_name = |span: Span| scan::cell(span.of(text)).is_none() && span.of(text).contains(char::is_alphabetic);
    if !is_name(name) || lines.get(at + 1).is_none_or(|next| number(text, next).is_none()) {
        return None;
    }
    let fields: Vec<(&str, Cell)> = lines[at + 1..].iter().map_while(|line| number(text, line)).collect();
    if fields.len() < FEWEST {
        return None;
    }
    let end = at + 1 + fields.len();
    let columns = fields.iter().map(|(key, _)| Column::named(key.replace('_', " "))).collect();
    let cells = fields.iter().map(|(_, cell)| *cell).collect();
    let row = GridRow { label: vec![name], cells, ..GridRow::default() };
    Some(Found { first: at, end, grid: Grid { columns, rows: vec![row], ..Grid::default() } })
}

/// The key of a line, and where its value stands.
fn field<'a>(text: &'a str, line: &Line) -> Option<(&'a str, Span)> {
    const LONGEST_BYTES: usize = 200;
    let words = line.text(text);
    let (key, value) = words.split_once('=').filter(|_| words.len() <= LONGEST_BYTES)?;
    let is_key = key.starts_with(char::is_alphabetic)
        && key.chars().all(|character| character.is_alphanumeric() || matches!(character, '_' | '-' | '.'));
    (is_key && !value.is_empty()).then(|| (key, line.span.inside(words, value)))
}

fn number<'a>(text: &'a str, line: &Line) -> Option<(&'a str, Cell)> {
    let (key, value) = field(text, line)?;
    let amount = scan::cell(value.of(text))?;
    Some((key, Cell::Amount(amount.shifted(value.range().start))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::lines;

    fn check(text: &str, columns: &[&str], rows: &[&str]) {
        let found = table(text, &lines(text), 0).map(|found| found.grid).unwrap_or_default();
        assert_eq!(found.columns.iter().map(|column| column.label.as_str()).collect::<Vec<_>>(), columns, "{text}");
        assert_eq!(found.rows.iter().map(|row| row.words(text)).collect::<Vec<_>>(), rows, "{text}");
    }

    #[test]
    fn a_record_is_a_row() {
        check("programma=1 Zorg\nlasten_2024=281045\nbaten_2024=91203\n", &["lasten 2024", "baten 2024"], &["1 Zorg"]);
    }

    #[test]
    fn what_is_no_record() {
        check("jaar=2024\nlasten=5\nbaten=6\n", &[], &[]);
        check("naam=Zorg\nlasten=5\n", &[], &[]);
        check("a b=Zorg\nlasten=5\nbaten=6\n", &[], &[]);
    }
}
