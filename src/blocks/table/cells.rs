//! Tables with a cell a line, or a cell a paragraph.

use super::{Cell, Column, Found, Grid, GridRow, groups::Groups, header, is_empty_sign, mark_cell};
use crate::{
    blocks::line::{Line, is_label},
    scan::{self, Amount, year, years},
    source::Span,
};

/// A cell: one line, or the lines of one paragraph, from line `first` up to `end`.
struct Piece<'a> {
    words: String,
    span: Span,
    first: usize,
    end: usize,
    kind: PieceKind,
    text: &'a str,
}

enum PieceKind {
    /// A number that can be money.
    Amount(Amount),
    /// A sign that nothing stands here.
    Empty,
    /// N or V, for the amount before it.
    Mark(crate::document::Mark),
    /// Words: a header, a label, a year.
    Words,
}

impl Piece<'_> {
    fn is_words(&self) -> bool {
        matches!(self.kind, PieceKind::Words)
    }

    fn is_year(&self) -> bool {
        year(&self.words).is_some()
    }

    fn heads_column(&self) -> bool {
        header::heads_column(&self.words)
    }
}

/// The table in the run of cells that begins on line `at`: header cells, labels, and runs of values between them.
///
/// # Errors
/// The line behind the run, where it holds no table.
pub(super) fn table(text: &str, lines: &[Line], at: usize) -> Result<Found, usize> {
    let words = lines[at].text(text);
    if !header::heads_column(words) || !is_cell(words) {
        return Err(at);
    }
    let pieces = pieces(text, lines, at);
    let end_of_run = pieces.last().map_or(at, |piece| piece.end);
    table_of(&pieces).ok_or(end_of_run)
}

fn table_of(pieces: &[Piece<'_>]) -> Option<Found> {
    let first_value = pieces.iter().position(|piece| !piece.is_words())?;
    let width = width(&pieces[first_value..])?;
    // The cell right before the first value is its row's label, whatever its words.
    let before = first_value.checked_sub(1)?;
    let named = pieces[..before].iter().rposition(Piece::heads_column)? + 1;
    // Fewer cells named like heads than there are values: heads can have other words too.
    let heads = if named < width { before } else { named };
    let (used, columns) = columns(&pieces[..heads], width)?;
    let sources = header::is_of_words(&pieces[heads].words);
    let rows = rows(&pieces[heads + usize::from(sources)..], sources.then_some(width));
    let last = pieces.iter().rposition(|piece| !piece.is_words())?;
    Some(Found { first: pieces[heads - used].first, end: pieces[last].end, grid: Grid { columns, rows, ..Grid::default() } })
}

/// The run of short lines from `at` on.
fn pieces<'a>(text: &'a str, lines: &[Line], at: usize) -> Vec<Piece<'a>> {
    let run = lines[at..].iter().take_while(|line| is_cell(line.text(text))).count();
    let lines_of_run = &lines[at..at + run];
    // Where blank lines stand between the cells, lines without one between them are one cell.
    let blanks = lines_of_run.iter().filter(|line| line.before_blank).count();
    let by_paragraph = 2 * blanks > run;
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    for (offset, line) in lines_of_run.iter().enumerate() {
        let index = at + offset;
        let words = line.text(text);
        match pieces.last_mut() {
            Some(last) if by_paragraph && !line.after_blank && last.is_words() && kind(words, 0).is_words() => {
                last.words = join(&last.words, words);
                last.span = last.span.to(line.span);
                last.end = index + 1;
            }
            _ => pieces.push(Piece {
                words: words.to_owned(),
                span: line.span,
                first: index,
                end: index + 1,
                kind: kind(words, line.span.start as usize),
                text,
            }),
        }
    }
    pieces
}

impl PieceKind {
    fn is_words(&self) -> bool {
        matches!(self, Self::Words)
    }
}

/// Two lines of one cell; a hyphen at the break goes.
fn join(first: &str, second: &str) -> String {
    match first.strip_suffix('-') {
        Some(stem) if second.starts_with(char::is_lowercase) => format!("{stem}{second}"),
        _ => format!("{first} {second}"),
    }
}

fn is_cell(line: &str) -> bool {
    const MOST_CHARACTERS: usize = 60;
    line.chars().count() <= MOST_CHARACTERS
        && (is_label(line)
            || scan::cell(line).is_some()
            || is_empty_sign(line)
            || !scan::percentages(line).is_empty()
            || is_abbreviated(line)
            || !years(line).is_empty())
        && !line.ends_with('?')
        && !line.starts_with(['•', '▪', '●'])
}

/// `Bijstell. politiek`, `mln.`: a full stop that closes a word, no sentence.
fn is_abbreviated(line: &str) -> bool {
    line.split_whitespace().count() <= 2 && line.chars().any(char::is_alphabetic)
}

fn kind(words: &str, base: usize) -> PieceKind {
    if let Some(mark) = mark_cell(words) {
        return PieceKind::Mark(mark);
    }
    if is_empty_sign(words) || !scan::percentages(words).is_empty() {
        return PieceKind::Empty;
    }
    match scan::cell(words) {
        Some(amount) if year(words).is_none() => PieceKind::Amount(amount.shifted(base)),
        _ => PieceKind::Words,
    }
}

/// How many values a row has: the longest run, if at least two runs are of that length or it is the only one.
fn width(pieces: &[Piece<'_>]) -> Option<usize> {
    let mut runs = Vec::new();
    let mut length = 0;
    for piece in pieces {
        match piece.kind {
            PieceKind::Words if length > 0 => runs.push(std::mem::take(&mut length)),
            PieceKind::Amount(_) | PieceKind::Empty => length += 1,
            _ => {}
        }
    }
    runs.extend((length > 0).then_some(length));
    runs.into_iter().max().filter(|&width| width >= 2)
}

/// The columns, and how many cells at the end of `heads` name them. None of them where two ways of reading the heads are
/// left.
fn columns(heads: &[Piece<'_>], width: usize) -> Option<(usize, Vec<Column>)> {
    let (places, all): (Vec<usize>, Vec<&str>) = heads
        .iter()
        .enumerate()
        .map(|(at, piece)| (at, piece.words.as_str()))
        .filter(|(_, words)| scan::units(words).is_empty())
        .unzip();
    let own = all.len().checked_sub(width)?;
    let (from, labels) = years_below(&all, width)
        .or_else(|| header::groups_in_a_row(&all, width))
        .unwrap_or_else(|| (own, all[own..].iter().map(|words| (*words).to_owned()).collect()));
    // One head too many, or one that stands twice: which value is whose cannot be told.
    let one_too_many = from.checked_sub(1).is_some_and(|before| header::names_phase(all[before]));
    let labels = if one_too_many || header::has_twins(&labels) { Vec::new() } else { labels };
    let used = heads.len() - places[from - usize::from(one_too_many)];
    Some((used, labels.into_iter().map(Column::named).collect()))
}

/// Two lines of header cells: words, and below them the years of all, or of the first, of them. A heading further up is no
/// such word: it has a year of its own, or does not head columns.
fn years_below(all: &[&str], width: usize) -> Option<(usize, Vec<String>)> {
    let first_year = all.iter().position(|words| year(words).is_some())?;
    let from = first_year.checked_sub(width).filter(|_| all.len() - first_year <= width)?;
    let above = &all[from..first_year];
    let years = all[first_year..].iter().map(|year| format!(" {year}")).chain(std::iter::repeat(String::new()));
    let all_head = above.iter().all(|words| header::heads_column(words) && scan::years(words).is_empty());
    all_head.then(|| (from, above.iter().zip(years).map(|(above, year)| format!("{above}{year}")).collect()))
}

/// Labels and the values behind them. Of several labels in a row the last is the row's own; a label before it stands
/// over the rows that follow, until the next such label. With a last column of words, the label behind `sources` values
/// is that column's cell.
fn rows(pieces: &[Piece<'_>], sources: Option<usize>) -> Vec<GridRow> {
    let mut rows: Vec<GridRow> = Vec::new();
    let mut labels: Vec<&Piece<'_>> = Vec::new();
    let mut groups = Groups::default();
    // The number of rows whose last cell, of words, has come.
    let mut ended = 0;
    for piece in pieces {
        match piece.kind {
            PieceKind::Words if ended < rows.len() && rows.last().is_some_and(|row| Some(row.cells.len()) == sources) => {
                ended = rows.len();
            }
            PieceKind::Words if !piece.is_year() || rows.is_empty() => labels.push(piece),
            PieceKind::Words => {}
            PieceKind::Mark(mark) => {
                if let Some(Cell::Amount(amount)) = rows.last_mut().and_then(|row| row.cells.last_mut()) {
                    amount.mark = amount.mark.or(Some(mark));
                }
            }
            PieceKind::Amount(_) | PieceKind::Empty => {
                if !labels.is_empty() || rows.is_empty() {
                    rows.push(begin_row(&mut labels, &mut groups));
                }
                let cell = match piece.kind {
                    PieceKind::Amount(amount) => Cell::Amount(amount),
                    _ => Cell::Other(piece.span),
                };
                if let Some(row) = rows.last_mut() {
                    row.cells.push(cell);
                }
            }
        }
    }
    rows
}

fn begin_row(labels: &mut Vec<&Piece<'_>>, groups: &mut Groups) -> GridRow {
    let own: Vec<&Piece<'_>> = labels.pop().into_iter().collect();
    if let Some(over) = labels.last() {
        groups.begin(over.span);
    }
    labels.clear();
    let label: Vec<Span> = own.iter().map(|label| label.span).collect();
    let group = own.first().and_then(|label| groups.of_row(label.text, &[label.span]));
    GridRow { group, label, ..GridRow::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::lines;

    fn check(text: &str, columns: &[&str], rows: &[(&str, usize)]) {
        let found = table(text, &lines(text), 0).map_or_else(|_| Grid::default(), |found| found.grid);
        let labels: Vec<_> = found.columns.iter().map(|column| column.label.as_str()).collect();
        assert_eq!(labels, columns, "{text}");
        let found: Vec<_> = found.rows.iter().map(|row| (row.words(text), row.cells.len())).collect();
        let rows: Vec<_> = rows.iter().map(|&(label, cells)| (label.to_owned(), cells)).collect();
        assert_eq!(found, rows, "{text}");
    }

    #[test]
    fn years_below_their_heads() {
        check(
            "Rekening\n\nBegroting\n\n(x € 1.000)\n\n2020\n\n2021\n\n5.1 Sport\n\nBaten\n\n41\n\n22\n\nLasten\n\n-388\n\n-402\n",
            &["Rekening 2020", "Begroting 2021"],
            &[("5.1 Sport Baten", 2), ("5.1 Sport Lasten", 2)],
        );
    }

    #[test]
    fn header_cells_over_two_lines() {
        check(
            " Begroting\n2017 \n\n Prognose\n31-12-2017 \n\nLasten\n\n  148.220 \n\n -  \n\nBaten\n\n 1 \n\n 2 \n",
            &["Begroting 2017", "Prognose 31-12-2017"],
            &[("Lasten", 2), ("Baten", 2)],
        );
    }

    #[test]
    fn no_blank_lines_at_all() {
        check("2025\n2026\nCoach\n40\n41\nTotaal\n85\n31", &["2025", "2026"], &[("Coach", 2), ("Totaal", 2)]);
    }

    #[test]
    fn marks_in_cells_of_their_own() {
        check(
            "Rekening 2021\n\nRekening 2022\n\nLasten\n\n61\n\nN\n\n66\n\nN\n",
            &["Rekening 2021", "Rekening 2022"],
            &[("Lasten", 2)],
        );
    }

    #[test]
    fn a_column_of_sources_is_no_column_of_values() {
        check(
            "Nulmeting\n\nRealisatie\n2023\n\nStreef-\nwaarde\n\nBron\n\nTevreden\n\n6,4\n\n6,6\n\n7\n\nPeiling\n\nKlachten\n\n12\n\n11\n\n9\n\nRegister\n",
            &["Nulmeting", "Realisatie 2023", "Streefwaarde"],
            &[("Tevreden", 3), ("Klachten", 3)],
        );
    }

    #[test]
    fn a_head_too_many_leaves_the_columns_open() {
        check(
            "Rekening 2022\n\nBegroting 2023\n\nRekening 2023\n\nLasten\n\n1\n\n2\n\nBaten\n\n3\n\n4\n",
            &[],
            &[("Lasten", 2), ("Baten", 2)],
        );
    }

    #[test]
    fn headings_above_the_years_are_no_heads() {
        check(
            "Begroting 2025\n\nFinanciën\n\n2023\n\n2024\n\nLasten\n\n120\n\n130\n\nBaten\n\n50\n\n60\n",
            &["2023", "2024"],
            &[("Lasten", 2), ("Baten", 2)],
        );
    }

    #[test]
    fn heads_in_groups() {
        let values = "Zorg\n20\n5\n21\n6\nWonen\n10\n2\n11\n3\n";
        let columns = ["2024 Lasten", "2024 Baten", "2025 Lasten", "2025 Baten"];
        check(&format!("2024\nLasten\nBaten\n2025\nLasten\nBaten\n{values}"), &columns, &[("Zorg", 4), ("Wonen", 4)]);
        check(&format!("2024\n2025\nLasten\nBaten\nLasten\nBaten\n{values}"), &[], &[("Zorg", 4), ("Wonen", 4)]);
    }

    #[test]
    fn a_heading_with_a_year_is_no_table() {
        check("Begroting 2021\n\nProgramma Zorg\n\nWij zorgen goed voor elkaar, en dat blijft zo.", &[], &[]);
    }
}
