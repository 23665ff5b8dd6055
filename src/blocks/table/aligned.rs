//! Tables whose columns are kept by the position of the characters, as `pdftotext -layout` and consoles print them.
//!
//! Wide gaps part the cells of a line, and a value stands under its header whatever is empty beside it. So the position of a
//! value decides its column, before any arithmetic does. Lines without values are labels: of a group, or wrapped around
//! the row that they belong to.

mod heads;
mod labels;

use std::ops::Range;

use super::{
    Cell, Found, Grid, IsFurniture,
    header::LONGEST_BYTES,
    rows::{self, is_value, push_cell},
};
use crate::{
    blocks::line::{Line, is_label},
    scan::{
        units,
        words::{folded, is_space},
        year,
    },
    source::{Span, sort_by_rank},
};

/// Words between wide gaps, and the characters of the line that they take up.
#[derive(Debug, Clone, Copy)]
struct Piece {
    span: Span,
    from: usize,
    to: usize,
}

impl Piece {
    fn words<'a>(&self, text: &'a str) -> &'a str {
        self.span.of(text)
    }

    fn reach(&self) -> Reach {
        Reach { from: self.from, to: self.to }
    }
}

/// The characters of a line that a column takes up.
#[derive(Debug, Clone, Copy)]
struct Reach {
    from: usize,
    to: usize,
}

impl Reach {
    fn distance(self, other: Self) -> usize {
        self.from.saturating_sub(other.to).max(other.from.saturating_sub(self.to))
    }

    /// How far two columns of right-aligned values are apart.
    fn offset(self, other: Self) -> usize {
        self.to.abs_diff(other.to).min(self.from.abs_diff(other.from))
    }

    fn hull(self, other: Self) -> Self {
        Self { from: self.from.min(other.from), to: self.to.max(other.to) }
    }

    fn middle(self) -> usize {
        self.from.midpoint(self.to)
    }
}

/// A line with values.
struct Row {
    line: usize,
    label: Vec<Span>,
    values: Vec<Piece>,
}

/// Lines of a table: rows, and labels of their own between them.
struct Region {
    rows: Vec<Row>,
    labels: Vec<usize>,
}

/// Every table of this form, in order.
pub(super) fn tables(text: &str, lines: &[Line], is_furniture: IsFurniture<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let (mut at, mut floor) = (0, 0);
    while at < lines.len() {
        let row = if is_furniture(lines[at].text(text)) { None } else { row(text, lines, at) };
        let Some(first) = row else {
            at += 1;
            continue;
        };
        let mut region = region(text, lines, first, is_furniture);
        let last = region.rows.last().map_or(at, |row| row.line);
        if let Some(table) = table(text, lines, floor, &mut region, is_furniture) {
            floor = table.end;
            found.push(table);
        }
        at = last + 1;
    }
    found
}

/// The longest remark behind the values of a row; longer ones are running text in columns.
const MOST_REMARK_CHARACTERS: usize = 45;

/// A line as a row: values with wide gaps before them, and the label before the first. A line of years is a header.
fn row(text: &str, lines: &[Line], at: usize) -> Option<Row> {
    let line = &lines[at];
    let words = line.text(text);
    let pieces = aligned_pieces(words, line)?;
    let value = |piece: &Piece| is_value(piece.words(text));
    let first_words = pieces.iter().position(|piece| !value(piece));
    let label_end = first_words.map_or(0, |first| first + pieces[first..].iter().take_while(|piece| !value(piece)).count());
    let values: Vec<Piece> = pieces[label_end..].iter().copied().filter(value).collect();
    let has_amount = values.iter().any(|piece| piece.words(text).bytes().any(|byte| byte.is_ascii_digit()));
    let years = values.iter().all(|piece| year(piece.words(text)).is_some());
    let behind = pieces[label_end..].iter().filter(|piece| !value(piece)).map(|piece| piece.to - piece.from).max();
    let is_prose = behind.is_some_and(|characters| characters > MOST_REMARK_CHARACTERS);
    let is_page = label_end == 0 && values.len() == 1 && line.after_blank && line.before_blank;
    if values.is_empty() || years || (!has_amount && values.len() < 2) || is_prose || is_page || !units(words).is_empty() {
        return None;
    }
    Some(Row { line: at, label: pieces[..label_end].iter().map(|piece| piece.span).collect(), values })
}

/// The pieces of a line with wide gaps; none where other separators are printed, or dots that lead to a page.
fn aligned_pieces(words: &str, line: &Line) -> Option<Vec<Piece>> {
    const DEEP: usize = 8;
    let wide = words.contains("  ") || line.indent >= DEEP;
    let other = words.len() > LONGEST_BYTES || words.contains('\t') || words.matches('|').count() >= 2 || words.contains("....");
    (wide && !other).then(|| pieces(words, line))
}

fn pieces(words: &str, line: &Line) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut counted, mut characters) = (0, line.indent);
    for part in parts(words) {
        characters += words[counted..part.start].chars().count();
        let inner = &words[part.clone()];
        let values = rows::pieces(inner);
        // Values may stand closer than a wide gap: `85.960 -88.495`.
        let single = values.len() < 2 || is_value(inner) || !values.iter().all(|value| is_value(value.of(inner)));
        let spans = if single { vec![Span::new(0, inner.len())] } else { values };
        for span in spans {
            let from = characters + inner[..span.range().start].chars().count();
            let to = from + span.of(inner).chars().count();
            let span = line.span.part(part.start + span.range().start, part.start + span.range().end);
            pieces.push(Piece { span, from, to });
        }
        counted = part.start;
    }
    pieces
}

/// The parts of a line between gaps of two spaces and more.
fn parts(words: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut spaces = 2;
    for (at, character) in words.char_indices() {
        if is_space(character) {
            spaces += 1;
            continue;
        }
        let end = at + character.len_utf8();
        match parts.last_mut() {
            Some(part) if spaces < 2 || is_currency_of(&words[part.clone()], character) => part.end = end,
            _ => parts.push(at..end),
        }
        spaces = 0;
    }
    parts
}

/// `€        12.000`, `€ -    12.000`: a currency at the left of its column, with its value at the right.
fn is_currency_of(part: &str, next: char) -> bool {
    part.ends_with('€') && matches!(next, '0'..='9' | '-' | '−' | '(') && part.trim_end_matches('€').is_empty()
        || part.strip_prefix("€").is_some_and(|sign| matches!(sign.trim_start(), "-" | "−")) && next.is_ascii_digit()
}

/// The rows from `first` on, with the labels among them, up to text that is no table.
fn region(text: &str, lines: &[Line], first: Row, is_furniture: IsFurniture<'_>) -> Region {
    const MOST_LABELS: usize = 6;
    let mut at = first.line + 1;
    let mut region = Region { rows: vec![first], labels: Vec::new() };
    let mut labels: Vec<usize> = Vec::new();
    while at < lines.len() && labels.len() <= MOST_LABELS {
        let words = lines[at].text(text);
        if is_furniture(words) {
            // A page ends in the middle of the table.
        } else if is_page_break(text, lines, &region, at) {
            // What stood between the last row and the head of the next page is of neither.
            labels.clear();
        } else if let Some(row) = row(text, lines, at) {
            region.labels.append(&mut labels);
            region.rows.push(row);
        } else if is_remark(&region, &lines[at]) {
            // Words of a last column, wrapped.
        } else if is_row_label(text, &lines[at], &region) {
            labels.push(at);
        } else {
            break;
        }
        at += 1;
    }
    // The end of the last label may stand below its row.
    let last = region.rows.last().map_or(0, |row| row.line);
    region.labels.extend(labels.into_iter().take_while(|&label| label == last + 1 && !lines[label].after_blank));
    region
}

/// A page's number, or a line of its head that stood above the table's first row already.
fn is_page_break(text: &str, lines: &[Line], region: &Region, at: usize) -> bool {
    const LINES_OF_A_HEAD: usize = 16;
    let words = lines[at].text(text);
    let first = region.rows.first().map_or(0, |row| row.line);
    let is_number = words.len() <= 4 && lines[at].after_blank && words.bytes().all(|byte| byte.is_ascii_digit());
    let above = &lines[first.saturating_sub(LINES_OF_A_HEAD)..first];
    is_number || (words.contains("  ") && row(text, lines, at).is_none() && above.iter().any(|line| line.text(text) == words))
}

/// A line that can be the label of a group, or a piece of a label: all of it stands before the values.
fn is_row_label(text: &str, line: &Line, region: &Region) -> bool {
    const MOST_WORDS_WITH_A_STOP: usize = 3;
    let words = line.text(text);
    let limit = region.rows.first().and_then(|row| row.values.first()).map_or(0, |value| value.to);
    let head = folded(words);
    let is_short = is_label(words) || words.split_whitespace().count() <= MOST_WORDS_WITH_A_STOP;
    let stands_before = line.indent + words.chars().count() <= limit;
    let is_words = words.contains(char::is_alphabetic) && !words.ends_with(['?', '!', ':']);
    let is_closed = words.ends_with(':') && lines_up(words);
    is_short && stands_before && (is_words || is_closed) && !head.starts_with("tabel")
}

/// `Vastgoed:`: a word with a colon heads rows; a sentence with one leads to a list.
fn lines_up(words: &str) -> bool {
    words.split_whitespace().count() == 1
}

/// Words that stand to the right of the first value: a column of remarks, wrapped.
fn is_remark(region: &Region, line: &Line) -> bool {
    region.rows.first().and_then(|row| row.values.first()).is_some_and(|value| line.indent > value.to)
}

fn table(text: &str, lines: &[Line], floor: usize, region: &mut Region, is_furniture: IsFurniture<'_>) -> Option<Found> {
    let (above, groups) = heads::header_lines(text, lines, floor, region, is_furniture);
    region.labels.splice(0..0, groups);
    let region = &*region;
    let reaches = heads::reaches(text, lines, region, &above)?;
    let (first, columns) = heads::columns(text, lines, region, &above, &reaches);
    let headed = !columns.is_empty() && reaches.len() > 1;
    if region.rows.len() < if headed { 1 } else { 3 } || (reaches.len() == 1 && columns.is_empty()) {
        return None;
    }
    let end = region.rows.last()?.line.max(region.labels.last().copied().unwrap_or(0)) + 1;
    let rows = labels::grid_rows(text, lines, region, &reaches);
    let corner = lines[first].text(text);
    let caption =
        folded(corner).starts_with("tabel").then(|| lines[first].span.part(0, parts(corner).first().map_or(0, |part| part.end)));
    Some(Found { first, end, grid: Grid { caption, columns, rows, ..Grid::default() } })
}

/// The cells of a row, and the column of each.
fn cells(text: &str, row: &Row, reaches: &[Reach]) -> (Vec<Cell>, Vec<Option<usize>>) {
    let (mut cells, mut places) = (Vec::new(), Vec::new());
    let columns = places_of(&row.values, reaches);
    for (piece, place) in row.values.iter().zip(columns) {
        push_cell(&mut cells, piece.words(text), piece.span);
        // A mark in a cell of its own belongs to the value before it.
        if cells.len() > places.len() {
            places.push(place);
        }
    }
    (cells, places)
}

/// The column of each value: its place in a full row; else the column that it stands under, where no other is as near.
fn places_of(values: &[Piece], reaches: &[Reach]) -> Vec<Option<usize>> {
    if values.len() == reaches.len() {
        return (0..values.len()).map(Some).collect();
    }
    let places: Vec<Option<usize>> = values.iter().map(|value| place_under(value.reach(), reaches)).collect();
    let rising = places.windows(2).all(|pair| matches!(pair, [Some(one), Some(next)] if one < next));
    if rising { places } else { vec![None; values.len()] }
}

fn place_under(value: Reach, reaches: &[Reach]) -> Option<usize> {
    const FARTHEST: usize = 4;
    let mut near: Vec<(usize, usize, usize)> =
        reaches.iter().enumerate().map(|(at, reach)| (reach.distance(value), reach.offset(value), at)).collect();
    sort_by_rank(&mut near, |(distance, offset, _)| (*distance as u64) << 32 | *offset as u64);
    match near[..] {
        [(distance, _, at)] => (distance <= FARTHEST).then_some(at),
        [(distance, offset, at), (next, next_offset, _), ..] => {
            let alone = distance < next || (distance == next && offset * 2 < next_offset);
            (distance <= FARTHEST && alone).then_some(at)
        }
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::{lines, table::GridRow};

    /// The columns and, for each row, its label, its printed cells and the columns of these.
    fn check(text: &str, columns: &[&str], rows: &[&str]) {
        let lines = lines(text);
        let found = tables(text, &lines, &|_| false);
        let grid = found.first().map(|found| &found.grid).cloned().unwrap_or_default();
        let labels: Vec<_> = grid.columns.iter().map(|column| column.label.as_str()).collect();
        assert_eq!(labels, columns, "{text}");
        let shown: Vec<String> = grid.rows.iter().map(|row| shown(row, text)).collect();
        assert_eq!(shown, rows, "{text}");
    }

    fn shown(row: &GridRow, text: &str) -> String {
        let cells = row.cells.iter().zip(&row.places);
        cells.fold(row.words(text), |shown, (cell, place)| {
            format!("{shown} | {}:{}", place.map_or("?".to_owned(), |place| place.to_string()), cell.span().of(text))
        })
    }

    #[test]
    fn a_currency_apart_from_its_value() {
        check(
            "                      2024              2025\nLasten            €   12.000.000    €   13.000.000\nSaldo             € -  7.000.000    € -  7.500.000\n",
            &["2024", "2025"],
            &["Lasten | 0:12.000.000 | 1:13.000.000", "Saldo | 0:-  7.000.000 | 1:-  7.500.000"],
        );
    }

    #[test]
    fn labels_that_wrap_over_several_lines() {
        check(
            "                                 2024        2025\nReserve onderhoud\ngemeentelijke gebouwen en\ngronden                         1.250       1.300\nReserve jeugd                   3.000       2.500\nTotaal                          4.250       3.800\n",
            &["2024", "2025"],
            &[
                "Reserve onderhoud gemeentelijke gebouwen en gronden | 0:1.250 | 1:1.300",
                "Reserve jeugd | 0:3.000 | 1:2.500",
                "Totaal | 0:4.250 | 1:3.800",
            ],
        );
        check(
            "                                 2024        2025\nStichting Zon voor de\nOuderen in de stad              1.250       1.300\nClub Maan                       3.000       2.500\n",
            &["2024", "2025"],
            &["Stichting Zon voor de Ouderen in de stad | 0:1.250 | 1:1.300", "Club Maan | 0:3.000 | 1:2.500"],
        );
    }

    #[test]
    fn the_head_of_the_next_page_is_no_group() {
        check(
            "                                 2024        2025\nWegen                           1.250       1.300\n\nGemeente Voorbeeldstad\n                                 2024        2025\nRiool                           3.000       2.500\n",
            &["2024", "2025"],
            &["Wegen | 0:1.250 | 1:1.300", "Riool | 0:3.000 | 1:2.500"],
        );
    }

    #[test]
    fn values_stand_under_their_heads() {
        check(
            "Omschrijving             2024     2025     2026\nNieuwe brug               100               1.200\nFietspad                            50\nTotaal                    100       50    1.200\n",
            &["2024", "2025", "2026"],
            &["Nieuwe brug | 0:100 | 2:1.200", "Fietspad | 1:50", "Totaal | 0:100 | 1:50 | 2:1.200"],
        );
    }

    #[test]
    fn heads_over_several_columns() {
        check(
            "                   Rekening                Begroting\n                     2023                     2024\n              baten   lasten   saldo   baten   lasten   saldo\nP1 Veilig       105   -4.602  -4.497     110   -4.700  -4.590\nP2 Zorg      12.099  -40.391 -28.292  12.041  -39.524 -27.483\n",
            &[
                "Rekening 2023 baten",
                "Rekening 2023 lasten",
                "Rekening 2023 saldo",
                "Begroting 2024 baten",
                "Begroting 2024 lasten",
                "Begroting 2024 saldo",
            ],
            &[
                "P1 Veilig | 0:105 | 1:-4.602 | 2:-4.497 | 3:110 | 4:-4.700 | 5:-4.590",
                "P2 Zorg | 0:12.099 | 1:-40.391 | 2:-28.292 | 3:12.041 | 4:-39.524 | 5:-27.483",
            ],
        );
    }

    #[test]
    fn heads_as_close_as_words_and_broken_by_hyphens() {
        check(
            "Reserve              Begroting Vermeerde- Verminde-   Begroting\n                          2024  ringen 2025    ringen        2025\n                                                 2025\nReserve wegen             399          0      -22         377\nReserve groen             129          5        0         134\n",
            &["Begroting 2024", "Vermeerderingen 2025", "Verminderingen 2025", "Begroting 2025"],
            &["Reserve wegen | 0:399 | 1:0 | 2:-22 | 3:377", "Reserve groen | 0:129 | 1:5 | 2:0 | 3:134"],
        );
    }

    #[test]
    fn labels_around_their_numbers_are_joined() {
        check(
            "Omschrijving                  2024    2025\nBruggen en                     180     180\nviaducten\nDekking uit reserve\n                               200      97\ngrote werken\nStadhuis                        40      41\n",
            &["2024", "2025"],
            &[
                "Bruggen en viaducten | 0:180 | 1:180",
                "Dekking uit reserve grote werken | 0:200 | 1:97",
                "Stadhuis | 0:40 | 1:41",
            ],
        );
    }

    #[test]
    fn labels_that_end_on_the_line_of_their_numbers() {
        check(
            "Krediet                     2024     2025\nNieuwbouw\nschool Noord                 100      110\nRenovatie\nzwembad                      200      210\nTotaal                       300      320\n",
            &["2024", "2025"],
            &["Nieuwbouw school Noord | 0:100 | 1:110", "Renovatie zwembad | 0:200 | 1:210", "Totaal | 0:300 | 1:320"],
        );
    }

    #[test]
    fn remarks_and_years_in_parentheses_are_no_values() {
        check(
            "Kapitaalgoed           2025        2026    Werkzaamheden\nWegen                 1.910       2.055    Vervangen van asfalt\n                                           en bestrating\nRiolering             1.455       1.800    Vervangen van buizen\n",
            &["2025", "2026"],
            &["Wegen | 0:1.910 | 1:2.055", "Riolering | 0:1.455 | 1:1.800"],
        );
    }

    #[test]
    fn running_text_in_columns_is_no_table() {
        check(
            "De regeling zorgt voor de brandweer    € 12.000 in dit jaar en dat is veel meer dan het vorige jaar was\nen voor de ambulances in de regio      € 14.000 in het jaar daarna als de raad daarmee ook instemt en\n",
            &[],
            &[],
        );
    }
}
