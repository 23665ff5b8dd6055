//! Tables whose cells are glued together: `Programma20232024`, `1 Zorg2.8101.144`. Dots between thousands part them, where
//! there is but one way to do it.

use super::{Cell, Column, Found, Grid, GridRow, header};
use crate::{
    blocks::line::Line,
    scan::{self, year},
    source::Span,
};

/// The table that begins on line `at` with years glued together.
pub(super) fn table(text: &str, lines: &[Line], at: usize) -> Option<Found> {
    let words = lines[at].text(text);
    let (corner, years) = glued_years(words)?;
    let rows: Vec<GridRow> = lines[at + 1..].iter().map_while(|line| row(text, line, years.len())).collect();
    let end = at + 1 + rows.len();
    let columns = years.into_iter().map(|year| Column::named(year.to_owned())).collect();
    let corner = Some(corner).filter(|corner| !corner.is_empty()).map(|corner| lines[at].span.inside(words, corner));
    (!rows.is_empty()).then(|| Found { first: at, end, grid: Grid { corner, columns, rows, ..Grid::default() } })
}

/// The words before, and at least two years that are glued to each other.
fn glued_years(words: &str) -> Option<(&str, Vec<&str>)> {
    const DIGITS: usize = 4;
    const MOST_BYTES: usize = 250;
    if words.len() > MOST_BYTES {
        return None;
    }
    let corner = words.trim_end_matches(|character: char| character.is_ascii_digit());
    let digits = &words[corner.len()..];
    let years: Vec<&str> = (0..digits.len()).step_by(DIGITS).filter_map(|at| digits.get(at..at + DIGITS)).collect();
    let all = digits.len() == years.len() * DIGITS && years.len() > 1 && years.iter().all(|digits| year(digits).is_some());
    all.then_some((corner.trim_end(), years))
}

/// A label with `width` glued numbers behind it. Where they can be parted in several ways none of them is known.
fn row(text: &str, line: &Line, width: usize) -> Option<GridRow> {
    let words = line.text(text);
    let digits_from = words.rfind(|character: char| !character.is_ascii_digit() && !matches!(character, '.' | '-' | '−'))?;
    let label_end = digits_from + words[digits_from..].chars().next().map_or(1, char::len_utf8);
    let label = words.get(..label_end)?.trim_end();
    let digits = words.get(label_end..).filter(|digits| !digits.is_empty() && digits.len() <= header::LONGEST_BYTES)?;
    let label = vec![line.span.inside(words, label)];
    match splits(digits, width)? {
        Splits::One(ends) => {
            let starts = std::iter::once(0).chain(ends.iter().copied());
            let spans = starts.zip(&ends).map(|(from, &to)| line.span.part(label_end + from, label_end + to));
            let cells = spans.map(|span| cell(text, span)).collect();
            Some(GridRow { label, cells, ..GridRow::default() })
        }
        Splits::Several => {
            let span = line.span.part(label_end, words.len());
            Some(GridRow { label, cells: vec![Cell::Other(span)], is_unreadable: true, ..GridRow::default() })
        }
    }
}

fn cell(text: &str, span: Span) -> Cell {
    scan::cell(span.of(text)).map_or(Cell::Other(span), |amount| Cell::Amount(amount.shifted(span.range().start)))
}

/// How digits can be parted into numbers.
#[derive(Debug, PartialEq, Eq)]
enum Splits {
    /// Where each number ends.
    One(Vec<usize>),
    Several,
}

/// Parts digits into `width` numbers with dots between thousands. From the end on it is counted in how many ways each rest
/// can be parted into each number of numbers; none where there is no way.
fn splits(digits: &str, width: usize) -> Option<Splits> {
    const MANY: u8 = 2;
    let size = digits.len();
    let mut ways = vec![vec![0_u8; width + 1]; size + 1];
    ways[size][0] = 1;
    for at in (0..size).rev().filter(|&at| digits.is_char_boundary(at)) {
        for length in number_lengths(&digits[at..]) {
            for count in 1..=width {
                ways[at][count] = (ways[at][count] + ways[at + length][count - 1]).min(MANY);
            }
        }
    }
    match ways[0][width] {
        0 => None,
        1 => Some(Splits::One(only_ends(digits, width, &ways))),
        _ => Some(Splits::Several),
    }
}

fn only_ends(digits: &str, width: usize, ways: &[Vec<u8>]) -> Vec<usize> {
    let mut ends = Vec::with_capacity(width);
    let mut at = 0;
    for left in (0..width).rev() {
        let next = number_lengths(&digits[at..]).into_iter().find(|length| ways[at + length][left] > 0);
        at += next.unwrap_or(0);
        ends.push(at);
    }
    ends
}

/// How long the number at the start can be: one to three digits, and groups of three behind dots.
fn number_lengths(digits: &str) -> Vec<usize> {
    let sign = digits.chars().next().filter(|sign| matches!(sign, '-' | '−')).map_or(0, char::len_utf8);
    let bytes = digits.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut lengths = Vec::new();
    for first in 1..=3 {
        let mut end = sign + first;
        let leads_with_zero = bytes.get(sign) == Some(&b'0');
        if !(sign..end).all(is_digit) || (leads_with_zero && first > 1) {
            break;
        }
        while bytes.get(end) == Some(&b'.') && !leads_with_zero && (end + 1..end + 4).all(is_digit) {
            end += 4;
        }
        // A number that stops before a dot is none.
        if bytes.get(end) != Some(&b'.') {
            lengths.push(end);
        }
    }
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::lines;

    #[test]
    fn digits_are_parted_in_one_way_only() {
        let parted = |digits: &'static str, width| match splits(digits, width) {
            Some(Splits::One(ends)) => {
                let starts = std::iter::once(0).chain(ends.iter().copied());
                starts.zip(&ends).map(|(from, &to)| &digits[from..to]).collect::<Vec<_>>().join(" ")
            }
            Some(Splits::Several) => "several".to_owned(),
            None => "none".to_owned(),
        };
        assert_eq!(parted("2.8102.1444.602", 3), "2.810 2.144 4.602");
        assert_eq!(parted("-10.385−9.2690", 3), "-10.385 −9.269 0");
        assert_eq!(parted("405410420", 3), "405 410 420");
        assert_eq!(parted("4051.41020", 3), "several");
        assert_eq!(parted("40541", 2), "several");
        assert_eq!(parted("2.8102.144", 3), "none");
        assert_eq!(parted("1.234.5671.000", 2), "1.234.567 1.000");
        assert_eq!(parted("00", 2), "0 0");
    }

    #[test]
    fn glued_rows_below_glued_years() {
        let text = "Programma20232024\n1 Zorg2.8102.144\nTotaal1.0052.044\nSport40541\nDaarna volgt tekst.";
        let found = table(text, &lines(text), 0).map(|found| found.grid).unwrap_or_default();
        let columns: Vec<_> = found.columns.iter().map(|column| column.label.as_str()).collect();
        assert_eq!(columns, ["2023", "2024"]);
        let rows: Vec<_> = found.rows.iter().map(|row| (row.words(text), row.cells.len(), row.is_unreadable)).collect();
        let expected = [("1 Zorg", 2, false), ("Totaal", 2, false), ("Sport", 1, true)];
        assert_eq!(rows, expected.map(|(label, cells, unreadable)| (label.to_owned(), cells, unreadable)));
        assert!(table("Programma2023\nZorg2.810", &lines("Programma2023\nZorg2.810"), 0).is_none());
    }
}
