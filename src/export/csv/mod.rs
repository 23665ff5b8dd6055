//! Tidy tables for spreadsheets: one row a fact, RFC 4180, UTF-8, a decimal point.
//!
//! Words for closed sets are those of the JSON export. A spreadsheet takes a cell that begins like a formula for one, and
//! what a text prints is not ours to trust: such a cell gets an apostrophe before it. Numbers are left as they are.

mod comparison;
mod figures;
mod findings;

use ::csv::{Terminator, WriterBuilder};

pub use comparison::comparison_to_csv;
pub use figures::figures_to_csv;
pub use findings::findings_to_csv;

/// A column: its name, and what stands in it for a row.
type Column<Row> = (&'static str, fn(&Row) -> String);

/// A table with the names of its columns above it.
fn table<Row>(columns: &[Column<Row>], rows: impl Iterator<Item = Row>) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory does not fail, and every row is as long as the first.
    let _ = writer.write_record(columns.iter().map(|(name, _)| name));
    for row in rows {
        let _ = writer.write_record(columns.iter().map(|(_, cell)| harmless(&cell(&row))));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn or_nothing(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A cell that neither a spreadsheet nor a terminal acts upon.
fn harmless(cell: &str) -> String {
    const BEGIN_OF_FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
    let is_shown = |character: char| !character.is_control() || character.is_whitespace();
    let shown = cell.chars().map(|character| if is_shown(character) { character } else { '\u{fffd}' });
    let apostrophe = (cell.starts_with(BEGIN_OF_FORMULA) && !is_number(cell)).then_some('\'');
    apostrophe.into_iter().chain(shown).collect()
}

/// Digits as they are printed, perhaps with one sign before them.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let is_of_number = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',' | ' ' | '\u{a0}');
    digits.contains(|character: char| character.is_ascii_digit()) && digits.chars().all(is_of_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        let check = |cell: &str, expected: &str| assert_eq!(harmless(cell), expected, "{cell:?}");
        for begin in ["=", "+", "-", "@", "\t", "\r"] {
            check(&format!("{begin}SUM(A1)"), &format!("'{begin}SUM(A1)"));
        }
        check("-/- 120", "'-/- 120");
        check("--5", "'--5");
        check("-", "'-");
        check("-39.884", "-39.884");
        check("+ 12,5", "+ 12,5");
        check("Sport = 5", "Sport = 5");
        check("rood\u{1b}[31m", "rood\u{fffd}[31m");
    }
}
