//! Two tables beside each other: labels with their values, and other labels with values under the same heads.
//!
//! Portals and balance sheets print them so: `Activa 2023 2024 Passiva 2023 2024`. Each half is a table with rows of its own.

use super::{Column, Found, Grid, GridRow, groups, header, rows};
use crate::{
    blocks::line::Line,
    scan::words::{folded, is_space},
    source::Span,
};

/// A cell and the character of the line that it begins at.
#[derive(Clone, Copy)]
struct Part<'a> {
    words: &'a str,
    from: usize,
}

/// The heads of both halves.
struct Heads<'a> {
    parts: Vec<Part<'a>>,
    /// Cells of a half: a label and its values.
    half: usize,
}

/// The cells of one half of a line.
type Half<'a, 'p> = &'p [Part<'a>];

/// The two tables that begin on line `at`, read as one: the rows of the left half, then those of the right one.
pub(super) fn table(text: &str, lines: &[Line], at: usize) -> Option<Found> {
    const FEWEST_ROWS: usize = 2;
    let heads = Heads::of(text, &lines[at])?;
    let halves: Vec<(Option<GridRow>, Option<GridRow>)> =
        lines[at + 1..].iter().map_while(|line| halves(text, line, &heads)).collect();
    let end = at + 1 + halves.len();
    let (left, right): (Vec<_>, Vec<_>) = halves.into_iter().unzip();
    let left: Vec<GridRow> = left.into_iter().flatten().collect();
    let right: Vec<GridRow> = right.into_iter().flatten().collect();
    if left.len() < FEWEST_ROWS || right.len() < FEWEST_ROWS {
        return None;
    }
    let columns = heads.parts[1..heads.half].iter().map(|head| Column::named(head.words.to_owned())).collect();
    let rows = left.into_iter().chain(right).collect();
    Some(Found { first: at, end, grid: Grid { columns, rows, ..Grid::default() } })
}

impl<'a> Heads<'a> {
    fn of(text: &'a str, line: &Line) -> Option<Self> {
        const FEWEST: usize = 4;
        let parts = parts(text, line)?;
        let half = parts.len() / 2;
        let (left, right) = parts.split_at(half);
        let alike = left.iter().skip(1).zip(right.iter().skip(1)).all(|(one, other)| one.words == other.words);
        let headed = left.iter().skip(1).all(|head| header::heads_column(head.words));
        let named = |half: Half<'_, '_>| half.first().is_some_and(|label| is_words(label.words));
        let fits = parts.len() >= FEWEST && parts.len() == 2 * half && alike && headed && named(left) && named(right);
        fits.then_some(Self { parts, half })
    }

    /// The label over the rows of a half, where it says what they are of: `Lasten`.
    fn group(&self, text: &str, at: usize) -> Option<Span> {
        let head = self.parts.get(at)?.words;
        groups::is_money_word(&folded(head)).then(|| Span::new(0, text.len()).inside(text, head))
    }
}

fn is_words(cell: &str) -> bool {
    cell.contains(char::is_alphabetic) && !rows::is_value(cell) && crate::scan::years(cell).is_empty()
}

/// The rows that a line has in the left and in the right half; none where it is no line of such a table.
fn halves(text: &str, line: &Line, heads: &Heads<'_>) -> Option<(Option<GridRow>, Option<GridRow>)> {
    let parts = parts(text, line)?;
    let begins_right = heads.parts[heads.half].from;
    // Without separators only the place of a cell tells which half it stands in.
    let count = match parts.len() {
        all if all == heads.parts.len() => heads.half,
        _ => parts.iter().take_while(|part| part.from + 1 < begins_right).count(),
    };
    let (left, right) = parts.split_at(count);
    let is_empty = |half: Half<'_, '_>| half.iter().all(|part| part.words.is_empty());
    let row = |half: Half<'_, '_>, at: usize| {
        let found = if is_empty(half) { None } else { Some(row(text, half, heads, at)?) };
        Some(found)
    };
    let (left, right) = (row(left, 0)?, row(right, heads.half)?);
    (left.is_some() || right.is_some()).then_some((left, right))
}

fn row(text: &str, half: Half<'_, '_>, heads: &Heads<'_>, at: usize) -> Option<GridRow> {
    let (label, values) = half.split_first()?;
    let whole = Span::new(0, text.len());
    if !is_words(label.words) || values.len() + 1 != heads.half || !values.iter().all(|value| rows::is_value(value.words)) {
        return None;
    }
    let mut cells = Vec::with_capacity(values.len());
    for value in values {
        rows::push_cell(&mut cells, value.words, whole.inside(text, value.words));
    }
    let group = heads.group(text, at).filter(|_| !folded(label.words).starts_with("totaal"));
    (cells.len() == values.len()).then(|| GridRow {
        group,
        label: vec![whole.inside(text, label.words)],
        cells,
        ..GridRow::default()
    })
}

/// The cells of a line, those at its begin that are empty too.
fn parts<'a>(text: &'a str, line: &Line) -> Option<Vec<Part<'a>>> {
    let words = line.text(text);
    if words.len() > header::LONGEST_BYTES {
        return None;
    }
    let start = line.span.range().start;
    let lead = text[..start].bytes().rev().take_while(|&byte| byte == b'\t').count();
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut counted = (0, line.indent);
    for part in header::separated(words)? {
        let at = Span::new(0, words.len()).inside(words, part).range().start;
        counted = (at, counted.1 + words.get(counted.0..at)?.chars().count());
        parts.push(Part { words: part, from: counted.1 });
    }
    if words.contains('\t') {
        parts.splice(0..0, std::iter::repeat_n(Part { words: text.get(start..start)?, from: 0 }, lead));
    }
    let ends_empty = parts.len() > 1 && parts.last().is_some_and(|last| last.words.trim_matches(is_space).is_empty());
    (!ends_empty).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::lines;

    fn check(text: &str, columns: &[&str], rows: &[&str]) {
        let found = table(text, &lines(text), 0).map(|found| found.grid).unwrap_or_default();
        assert_eq!(found.columns.iter().map(|column| column.label.as_str()).collect::<Vec<_>>(), columns, "{text}");
        let shown = |row: &GridRow| {
            let cells: Vec<_> = row.cells.iter().map(|cell| cell.span().of(text)).collect();
            format!("{} | {}", row.words(text), cells.join(" "))
        };
        assert_eq!(found.rows.iter().map(shown).collect::<Vec<_>>(), rows, "{text}");
    }

    #[test]
    fn two_tables_with_tabs() {
        check(
            "Activa\t2023\t2024\tPassiva\t2023\t2024\nVast\t10\t20\tEigen\t30\t40\n\t\t\tSchuld\t1\t2\nTotaal\t10\t20\tTotaal\t31\t42\n",
            &["2023", "2024"],
            &["Vast | 10 20", "Totaal | 10 20", "Eigen | 30 40", "Schuld | 1 2", "Totaal | 31 42"],
        );
    }

    #[test]
    fn two_tables_with_gaps() {
        check(
            "Lasten       2024    Baten       2024\nZorg          100    Fonds        300\n                     Leges         20\nTotaal lasten 100    Totaal baten 320\nSlot\n",
            &[],
            &[],
        );
        check(
            "Lasten         2024    Baten         2024\nZorg            100    Fonds          300\nWonen            50    Leges           20\n                       Rente            5\nTotaal lasten   150    Totaal baten   325\nSlot\n",
            &["2024"],
            &[
                "Lasten Zorg | 100",
                "Lasten Wonen | 50",
                "Totaal lasten | 150",
                "Baten Fonds | 300",
                "Baten Leges | 20",
                "Baten Rente | 5",
                "Totaal baten | 325",
            ],
        );
    }

    #[test]
    fn one_table_is_not_cut() {
        check("Post\t2023\t2024\t2025\nZorg\t1\t2\t3\nWonen\t1\t2\t3\n", &[], &[]);
        check("Post\t2024\tVerschil\t2024\nZorg\t1\t2\t3\nWonen\t1\t2\t3\n", &[], &[]);
    }
}
