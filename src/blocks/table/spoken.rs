//! Tables as a screen reader says them: `rij 2 kolom 1 Lasten`, `kolom 2 2.110`. Each cell tells its own place.

use super::{Cell, Column, Found, Grid, GridRow};
use crate::{blocks::line::Line, scan, source::Span};

/// A line that tells the place of its cell.
struct Told {
    /// Whether a row begins with it.
    begins_row: bool,
    /// The column, from one on.
    column: usize,
    span: Span,
}

/// The table that begins on line `at`, if a cell is told there.
pub(super) fn table(text: &str, lines: &[Line], at: usize) -> Option<Found> {
    // A run of such lines is looked at once, from its begin.
    if at.checked_sub(1).is_some_and(|before| told(text, &lines[before]).is_some()) {
        return None;
    }
    let cells: Vec<Told> = lines[at..].iter().map_while(|line| told(text, line)).collect();
    let mut rows: Vec<&[Told]> = cells.chunk_by(|_, next| !next.begins_row).collect();
    let header = if rows.is_empty() { return None } else { rows.remove(0) };
    let (corner, heads) = header.split_first().filter(|(corner, heads)| corner.begins_row && !heads.is_empty())?;
    let in_order = heads.iter().enumerate().all(|(at, head)| head.column == at + 2);
    let columns: Vec<Column> = heads.iter().map(|head| Column::named(head.span.of(text).to_owned())).collect();
    let rows: Vec<GridRow> = rows.into_iter().filter_map(|row| grid_row(text, row, columns.len())).collect();
    let grid = Grid { corner: Some(corner.span), columns, rows, ..Grid::default() };
    (in_order && !grid.rows.is_empty()).then(|| Found { first: at, end: at + cells.len(), grid })
}

fn told(text: &str, line: &Line) -> Option<Told> {
    const LONGEST_BYTES: usize = 300;
    let words = line.text(text);
    if words.len() > LONGEST_BYTES {
        return None;
    }
    let after_row = after_number(words, "rij ");
    let (column, cell) = after_number(after_row.map_or(words, |(_, rest)| rest), "kolom ")?;
    Some(Told { begins_row: after_row.is_some(), column, span: line.span.inside(words, cell) })
}

/// The number behind a word at the start, and what follows it.
fn after_number<'a>(words: &'a str, word: &str) -> Option<(usize, &'a str)> {
    let start = words.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word))?;
    let rest = &words[start.len()..];
    let digits = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
    let number = rest[..digits].parse().ok()?;
    Some((number, rest[digits..].trim_start()))
}

/// A row: its first cell is the label.
fn grid_row(text: &str, row: &[Told], width: usize) -> Option<GridRow> {
    let (label, values) = row.split_first().filter(|(label, _)| label.column == 1)?;
    let cells = values.iter().map(|told| cell(text, told.span)).collect();
    let places = values.iter().map(|told| told.column.checked_sub(2).filter(|&place| place < width)).collect();
    Some(GridRow { label: vec![label.span], cells, places, ..GridRow::default() })
}

fn cell(text: &str, span: Span) -> Cell {
    scan::cell(span.of(text)).map_or(Cell::Other(span), |amount| Cell::Amount(amount.shifted(span.range().start)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::lines;

    fn check(text: &str, columns: &[&str], rows: &[(&str, &[Option<usize>])]) {
        let found = table(text, &lines(text), 0).map(|found| found.grid).unwrap_or_default();
        assert_eq!(found.columns.iter().map(|column| column.label.as_str()).collect::<Vec<_>>(), columns, "{text}");
        let found: Vec<_> = found.rows.iter().map(|row| (row.words(text), row.places.clone())).collect();
        assert_eq!(
            found,
            rows.iter().map(|(label, places)| ((*label).to_owned(), places.to_vec())).collect::<Vec<_>>(),
            "{text}"
        );
    }

    #[test]
    fn each_cell_tells_its_place() {
        check(
            "Rij 1 kolom 1 Post\nkolom 2 2024\nkolom 3 2025\nrij 2 kolom 1 Lasten\nkolom 2 1.204\nkolom 3 1.310\nrij 3 kolom 1 Baten\nkolom 3 12\neinde tabel",
            &["2024", "2025"],
            &[("Lasten", &[Some(0), Some(1)]), ("Baten", &[Some(1)])],
        );
    }

    #[test]
    fn what_is_no_spoken_table() {
        check("kolom 2 2024\nkolom 3 2025", &[], &[]);
        check("rij 1 kolom 1 Post\nrij 2 kolom 1 Lasten", &[], &[]);
        check("Rij huizen\nkolom van marmer", &[], &[]);
        check("rij 1 kolom 1 Post\nkolom 3 2024\nrij 2 kolom 1 Lasten\nkolom 3 5", &[], &[]);
    }
}
