//! Tables with a row a line.

use super::{Cell, Column, Found, Grid, GridRow, header, is_empty_sign, mark_cell};
use crate::{
    blocks::line::{Line, is_label, is_years_only},
    scan::{self, amounts, words::is_space},
    source::Span,
};

/// The table that begins on line `at`: a header line and at least one row with as many values as a row can have.
pub(super) fn table(text: &str, lines: &[Line], at: usize) -> Option<Found> {
    let (_, mut columns) = header::columns_of_line(lines[at].text(text))?;
    let mut end = at + 1;
    while let Some(more) = lines.get(end).filter(|line| is_years_only(line.text(text))) {
        columns.extend(more.text(text).split_whitespace().map(|year| Column { label: year.to_owned() }));
        end += 1;
    }
    let mut rows: Vec<GridRow> = Vec::new();
    let mut group = None;
    let mut last = end;
    while let Some(line) = lines.get(end) {
        match row(text, line, columns.len()) {
            Some(mut row) => {
                row.group = if row.label.is_empty() { None } else { group };
                rows.push(row);
                last = end + 1;
            }
            None if is_group(text, lines, end) => group = Some(line.span),
            None => break,
        }
        end += 1;
    }
    let grid = Grid { columns, rows, ..Grid::default() };
    (!grid.rows.is_empty()).then_some(Found { first: at, end: last, grid })
}

/// A label over the rows below it: it stands right among them, and a row follows.
fn is_group(text: &str, lines: &[Line], at: usize) -> bool {
    let words = lines[at].text(text);
    let next_is_row = lines.get(at + 1).is_some_and(|next| row(text, next, 1).is_some());
    is_label(words)
        && !words.ends_with([':', '?'])
        && next_is_row
        && header::columns_of_line(words).is_none()
        && !lines[at].after_blank
}

/// A line as a row: a label, and values at its end.
fn row(text: &str, line: &Line, columns: usize) -> Option<GridRow> {
    let words = line.text(text);
    if header::columns_of_line(words).is_some() {
        return None;
    }
    let base = line.span.start as usize;
    let pieces = pieces(words);
    let values = trailing_values(words, &pieces, columns);
    if values.is_empty() {
        return None;
    }
    let cells = cells(words, base, &pieces[pieces.len() - values.len()..]);
    let label = label_cells(words, base, &pieces[..pieces.len() - values.len()]);
    let has_amount = cells.iter().any(|cell| matches!(cell, Cell::Amount(_)));
    (has_amount && (!label.is_empty() || cells.len() > 1)).then_some(GridRow { group: None, label, cells })
}

/// The pieces of a line that can be cells: what stands between separators, and there each word.
fn pieces(line: &str) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = None;
    for (at, character) in line.char_indices().chain([(line.len(), ' ')]) {
        let separates = is_space(character) || character == '|';
        match (start, separates) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                pieces.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    joined(line, pieces)
}

/// Joins what belongs to one number: a sign, a currency, a mark before it.
fn joined(line: &str, pieces: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let before = joined.last().map(|last| last.of(line));
        let goes_before = matches!(before, Some("€" | "-/-" | "€-" | "-€" | "N" | "V" | "N€" | "V€" | "−"));
        let is_number = scan::cell(piece.of(line)).is_some() || matches!(piece.of(line), "€");
        let closes_bar = joined.last().is_some_and(|last| line[last.range().end..piece.range().start].contains(['|', '\t']));
        match joined.last_mut() {
            Some(last) if goes_before && is_number && !closes_bar => *last = last.to(piece),
            _ => joined.push(piece),
        }
    }
    joined
}

/// The pieces at the end that are values. A number that the label itself ends in stays out where columns are enough.
fn trailing_values<'a>(line: &str, pieces: &'a [Span], columns: usize) -> &'a [Span] {
    let is_value = |piece: &Span| {
        let words = piece.of(line);
        scan::cell(words).is_some() || is_empty_sign(words) || mark_cell(words).is_some() || !scan::percentages(words).is_empty()
    };
    let label = pieces.iter().rposition(|piece| !is_value(piece)).map_or(0, |at| at + 1);
    let values = &pieces[label..];
    let surplus = values.len().saturating_sub(columns.max(1));
    // `Programma 2 964 976`: the number right behind the words is the label's own where one value is too many.
    if surplus == 1 && label > 0 && values.iter().all(|piece| mark_cell(piece.of(line)).is_none()) {
        &values[1..]
    } else {
        values
    }
}

fn cells(line: &str, base: usize, pieces: &[Span]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let words = piece.of(line);
        if let Some(mark) = mark_cell(words) {
            if let Some(Cell::Amount(amount)) = cells.last_mut() {
                amount.mark = amount.mark.or(Some(mark));
            }
        } else if let [amount] = amounts(words)[..] {
            cells.push(Cell::Amount(amount.shifted(base + piece.start as usize)));
        } else {
            cells.push(Cell::Other(Span::new(base + piece.start as usize, base + piece.end as usize)));
        }
    }
    cells
}

/// The label's own cells: apart where separators are printed, else one.
fn label_cells(line: &str, base: usize, pieces: &[Span]) -> Vec<Span> {
    let mut cells: Vec<Span> = Vec::new();
    for piece in pieces {
        match cells.last_mut() {
            Some(last) if !line[last.range().end..piece.range().start].contains(['\t', '|']) => *last = last.to(*piece),
            _ => cells.push(*piece),
        }
    }
    cells.into_iter().map(|cell| Span::new(base + cell.start as usize, base + cell.end as usize)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::lines;

    /// The columns and, for each row, its label and its printed values.
    fn check(text: &str, columns: &[&str], rows: &[(&str, &[&str])]) {
        let found = table(text, &lines(text), 0).map(|found| found.grid).unwrap_or_default();
        let labels: Vec<_> = found.columns.iter().map(|column| column.label.as_str()).collect();
        assert_eq!(labels, columns, "{text}");
        let found: Vec<(String, Vec<&str>)> = found.rows.iter().map(|row| (row.words(text), printed(row, text))).collect();
        let rows: Vec<_> = rows.iter().map(|(label, values)| ((*label).to_owned(), values.to_vec())).collect();
        assert_eq!(found, rows, "{text}");
    }

    fn printed<'a>(row: &GridRow, text: &'a str) -> Vec<&'a str> {
        let cell = |cell: &Cell| match cell {
            Cell::Amount(amount) => amount.span().of(text),
            Cell::Other(span) => span.of(text),
        };
        row.cells.iter().map(cell).collect()
    }

    #[test]
    fn spaces_between_the_cells() {
        check(
            "Post 2024 2025\nLasten\nSport 964 -976\nTotaal Lasten 964 -976\nDaarna volgt tekst.",
            &["2024", "2025"],
            &[("Lasten Sport", &["964", "-976"]), ("Lasten Totaal Lasten", &["964", "-976"])],
        );
        check(
            "Post 2024 2025\nLoon -/- 310 € 322\nPrijs - 12",
            &["2024", "2025"],
            &[("Loon", &["-/- 310", "322"]), ("Prijs", &["-", "12"])],
        );
        check("Post 2024 2025\nProgramma 2 964 976", &["2024", "2025"], &[("Programma 2", &["964", "976"])]);
    }

    #[test]
    fn marks_beside_the_cells() {
        check(
            "Post Rekening 2019 Begroting 2020\n0. Bestuur N 31.393 V 31.682",
            &["Rekening 2019", "Begroting 2020"],
            &[("0. Bestuur", &["31.393", "31.682"])],
        );
        check("Post 2017 2018\nWonen V18.500", &["2017", "2018"], &[("Wonen", &["18.500"])]);
    }

    #[test]
    fn tabs_and_pipes() {
        check(
            "p\tbegroting 2012\tbegroting 2013\n1 Zorg\tlasten\t7\t8\n\tbaten\t1\t2",
            &["begroting 2012", "begroting 2013"],
            &[("1 Zorg lasten", &["7", "8"]), ("baten", &["1", "2"])],
        );
        check("| Post | 2024 | 2025 |\n| Sport | 7 | - |", &["2024", "2025"], &[("Sport", &["7", "-"])]);
    }

    #[test]
    fn a_header_may_go_on_below() {
        check("Post 2024 2025\n2026\nSport 1 2 3", &["2024", "2025", "2026"], &[("Sport", &["1", "2", "3"])]);
    }
}
