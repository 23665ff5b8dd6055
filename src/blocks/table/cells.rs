//! Tables with a cell a line, or a cell a paragraph.
//!
//! A run of cells may hold several tables. Each begins with its heads; between the values stand the labels of the rows. How
//! many columns there are is told by the heads and the rows together: cells are lost, labels are lost, rows run into one
//! another. Where they do not agree the columns stay open.

use super::{
    Cell, Found, Grid, GridRow, IsFurniture,
    groups::Groups,
    heads::{self, Heads, Reading, Sort},
    pieces::{self, Kind, Piece},
};
use crate::source::sort_by_rank;
use crate::{
    blocks::line::Line,
    scan::{units, words::folded},
};

/// The tables in the run of cells that begins on line `at`, and the line behind the run.
pub(super) fn tables(text: &str, lines: &[Line], at: usize, is_furniture: IsFurniture<'_>) -> (Vec<Found>, usize) {
    let (pieces, end) = pieces::run(text, lines, at, is_furniture);
    let mut found: Vec<Found> = Vec::new();
    let mut heads_before: Vec<String> = Vec::new();
    for sheet in sheets(&pieces) {
        let Some((table, heads)) = table(text, sheet) else { continue };
        match found.last_mut() {
            // A page ends in the middle of the table: its heads are printed again.
            Some(last)
                if !heads.is_empty() && heads == heads_before && table.first == sheet.first().map_or(0, |first| first.first) =>
            {
                last.grid.rows.extend(table.grid.rows);
                last.end = table.end;
            }
            _ => found.push(table),
        }
        heads_before = heads;
    }
    (found, end.max(at + 1))
}

/// The parts of a run that hold one table each: another one begins where heads stand among the labels, or where too many
/// words stand between two values.
fn sheets(pieces: &[Piece]) -> Vec<&[Piece]> {
    let mut sheets = Vec::new();
    let mut start = 0;
    let mut words_from = 0;
    let mut has_values = false;
    for (at, piece) in pieces.iter().enumerate() {
        if !piece.is_value() {
            continue;
        }
        if let Some(begin) = next_begin(&pieces[words_from..at]).filter(|_| has_values) {
            sheets.push(&pieces[start..words_from + begin]);
            start = words_from + begin;
        }
        has_values = true;
        words_from = at + 1;
    }
    sheets.push(&pieces[start..]);
    sheets
}

/// Where among the words between two values another table begins.
fn next_begin(between: &[Piece]) -> Option<usize> {
    const MOST_LABELS: usize = 8;
    if between.len() < 2 {
        return None;
    }
    let (places, words) = words_of(between, between.len());
    let begin = heads::begins(&words[..words.len().saturating_sub(1)]);
    begin.map(|begin| places[begin]).or((between.len() > MOST_LABELS).then_some(0))
}

/// The words among pieces, at most the last `most`, and where each stands.
fn words_of(pieces: &[Piece], most: usize) -> (Vec<usize>, Vec<&str>) {
    let words = pieces.iter().enumerate().filter(|(_, piece)| piece.is_words());
    let mut words: Vec<(usize, &str)> = words.rev().take(most).map(|(at, piece)| (at, piece.words.as_str())).collect();
    words.reverse();
    words.into_iter().unzip()
}

/// The table of a sheet, and the folded words of its heads.
fn table(text: &str, sheet: &[Piece]) -> Option<(Found, Vec<String>)> {
    const MOST_HEADS: usize = 60;
    let first_value = sheet.iter().position(Piece::is_value)?;
    let (places, words) = words_of(&sheet[..first_value], MOST_HEADS);
    let rows = Rows::of(&sheet[first_value..]);
    let heads = Heads::of(&words);
    let reading = rows.widths().into_iter().find_map(|width| heads.read(width).map(|reading| (reading, width)));
    let Some((reading, width)) = reading.filter(|(reading, width)| rows.bear_out(reading, *width, &words)) else {
        return open_table(text, sheet, first_value, &rows).map(|table| (table, Vec::new()));
    };
    let place = |word: usize| places.get(word).copied().unwrap_or(first_value);
    let first = place(reading.first);
    let folded_heads = words[reading.first..reading.end].iter().map(|words| folded(words)).collect();
    let labels: Vec<&Piece> = sheet[place(reading.end)..first_value].iter().filter(|piece| piece.is_words()).collect();
    let below = labels.is_empty() && rows.have_labels_below(width);
    let shape = Shape { width, remarks: reading.remarks, below };
    let (grid_rows, end) = rows.read(text, labels, shape);
    let mut columns = reading.columns;
    for head in &sheet[first..place(reading.end)] {
        place_unit(&mut columns, text, head);
    }
    let corner = reading.corner.map(|corner| sheet[place(corner)].span);
    let grid = Grid { corner, columns, rows: grid_rows, ..Grid::default() };
    Some((Found { first: sheet[first].first, end, grid }, folded_heads))
}

/// The unit that a head states is its column's.
fn place_unit(columns: &mut [super::Column], text: &str, head: &Piece) {
    let words = head.span.of(text);
    let Some(unit) = units(words).first().copied().filter(|_| head.is_words()) else { return };
    let Some(label) = heads::without_unit(&head.words) else { return };
    for column in columns.iter_mut().filter(|column| column.levels.iter().any(|level| level == label)) {
        column.unit = Some(unit.shifted(head.span.range().start));
    }
}

/// A table whose columns cannot be known: rows below something that looks like heads, or many rows that are equally wide.
fn open_table(text: &str, sheet: &[Piece], first_value: usize, rows: &Rows<'_>) -> Option<Found> {
    const NEAR: usize = 12;
    const FEWEST_ROWS: usize = 3;
    let label = first_value.checked_sub(1)?;
    let near = &sheet[label.saturating_sub(NEAR)..label];
    let is_large = |piece: &Piece| matches!(piece.kind, Kind::Amount(amount) if amount.span().of(text).contains('.'));
    let heads = near.iter().filter(|piece| piece.is_words() && Sort::of(&piece.words).is_named()).count();
    let widest = rows.lengths().max().filter(|&widest| widest > 1)?;
    let common = rows.lengths().filter(|&length| length == widest).count();
    // Cards state their unit below each amount.
    let is_card = sheet[first_value..].iter().any(|piece| piece.kind == Kind::Beside && !units(piece.span.of(text)).is_empty());
    let is_of_money = heads > 1 || (common >= FEWEST_ROWS && sheet.iter().any(is_large));
    if !is_of_money || is_card || rows.spread_over_lines {
        return None;
    }
    // What may be the last of the heads is no label.
    let is_head =
        |piece: &Piece| Sort::of(&piece.words).is_time() || near.iter().any(|head| folded(&head.words) == folded(&piece.words));
    let labels: Vec<&Piece> = sheet[label..first_value].iter().filter(|piece| piece.is_words() && !is_head(piece)).collect();
    let width = rows.width_of_most();
    let (mut rows, end) = rows.read(text, labels, Shape { width: width.unwrap_or(0), remarks: false, below: false });
    rows.retain(|row| !is_only_a_number(row, text));
    Some(Found { first: sheet[label].first, end, grid: Grid { rows, ..Grid::default() } })
}

/// A small whole number and nothing else: a code, a page, a rank.
fn is_only_a_number(row: &GridRow, text: &str) -> bool {
    const MOST_DIGITS: usize = 2;
    let [Cell::Amount(amount)] = row.cells[..] else { return false };
    !amount.currency && amount.span().of(text).len() <= MOST_DIGITS
}

/// How a sheet's rows are to be read.
#[derive(Clone, Copy)]
struct Shape {
    /// The number of columns; nothing where it is not known.
    width: usize,
    /// Whether each row ends in a cell of words.
    remarks: bool,
    /// Whether each label stands below its values.
    below: bool,
}

/// The values between words, and the words behind each.
struct Rows<'a> {
    runs: Vec<(Vec<&'a Piece>, Vec<&'a Piece>)>,
    /// Whether rows stand a row a line below the heads.
    spread_over_lines: bool,
}

impl<'a> Rows<'a> {
    fn of(body: &'a [Piece]) -> Self {
        let mut runs: Vec<(Vec<&Piece>, Vec<&Piece>)> = Vec::new();
        for piece in body {
            match (piece.kind, runs.last_mut()) {
                (Kind::Beside, _) => {}
                (Kind::Words, Some((_, words))) => words.push(piece),
                (_, Some((values, words))) if words.is_empty() => values.push(piece),
                _ => runs.push((vec![piece], Vec::new())),
            }
        }
        let spread_over_lines =
            body.windows(2).any(|pair| pair[0].is_value() && pair[1].is_value() && pair[0].first == pair[1].first);
        Self { runs, spread_over_lines }
    }

    /// How many values each run has.
    fn lengths(&self) -> impl Iterator<Item = usize> {
        self.runs.iter().map(|(values, _)| {
            let marks = values.iter().filter(|value| matches!(value.kind, Kind::Mark(_))).count();
            // A dash may stand in the place of a mark.
            if marks > 0 && marks_stand_behind(values) { values.len() / 2 } else { values.len() - marks }
        })
    }

    /// How many columns there can be: as many as most runs have values, as the longest has; more, where every row lost
    /// cells.
    fn widths(&self) -> Vec<usize> {
        const MOST_COLUMNS: usize = 40;
        let mut counts = [0_usize; MOST_COLUMNS + 1];
        for length in self.lengths().filter(|&length| length <= MOST_COLUMNS) {
            counts[length] += 1;
        }
        let mut widths: Vec<usize> = (1..=MOST_COLUMNS).filter(|&width| counts[width] > 0).collect();
        sort_by_rank(&mut widths, |width| !((counts[*width] as u64) << 8 | *width as u64));
        let widest = widths.iter().copied().max().unwrap_or(0);
        widths.extend(widest + 1..=MOST_COLUMNS.min(2 * widest + 2));
        widths
    }

    /// The number of values that most runs have, where all others have a multiple of it: several rows in one.
    fn width_of_most(&self) -> Option<usize> {
        let shortest = self.lengths().min().filter(|&shortest| shortest > 1)?;
        let same = self.lengths().filter(|&length| length == shortest).count();
        let all = self.lengths().all(|length| length.is_multiple_of(shortest));
        (all && 2 * same >= self.runs.len() && same > 1).then_some(shortest)
    }

    /// Whether rows agree with heads. Heads of more columns than any row has values, and those of a single column, count
    /// only below the head of the labels.
    fn bear_out(&self, reading: &Reading, width: usize, words: &[&str]) -> bool {
        let widest = self.lengths().max().unwrap_or(0);
        let full = self.lengths().filter(|&length| length == width).count();
        let has_label = reading.end < words.len();
        if !reading.known && !self.lengths().all(|length| length == width) {
            return false;
        }
        // Words and numbers below them may as well be two lists side by side.
        if !has_label && full < 2 {
            return false;
        }
        if width == 1 {
            return reading.corner.is_some() && full > 1 && self.lengths().all(|length| length == 1) && has_label;
        }
        if width > widest {
            return reading.corner.is_some() && has_label;
        }
        self.lengths().filter(|&length| length > width).all(|length| length.is_multiple_of(width) || length == 2 * width - 1)
            || 2 * full > self.runs.len()
    }

    /// Whether every run of values has its label right behind it, and the last one is a total's.
    fn have_labels_below(&self, width: usize) -> bool {
        let all =
            self.lengths().all(|length| length == width) && self.runs.iter().rev().skip(1).all(|(_, words)| words.len() == 1);
        let last = self.runs.last().and_then(|(_, words)| words.first()).map(|piece| folded(&piece.words)).unwrap_or_default();
        all && self.runs.len() > 1 && ["totaal", "saldo", "resultaat"].iter().any(|total| last.starts_with(total))
    }

    /// The rows, and the line behind the last of them.
    fn read(&self, text: &str, first_labels: Vec<&'a Piece>, shape: Shape) -> (Vec<GridRow>, usize) {
        let mut rows = Vec::new();
        let mut groups = Groups::default();
        let mut labels = first_labels;
        let mut end = 0;
        let marked = self.is_marked(shape.width);
        for (values, words) in &self.runs {
            let own = if shape.below { words.iter().take(1).copied().collect() } else { std::mem::take(&mut labels) };
            end = values.iter().chain(own.iter().filter(|_| shape.below)).map(|piece| piece.end).max().unwrap_or(end).max(end);
            let row = begin_row(text, &own, &mut groups, shape);
            let cells = cells(values, if marked { shape.width } else { 0 });
            push_rows(&mut rows, row, cells, shape.width);
            // The first words behind the values are the row's own cell of words.
            let remark = usize::from(shape.remarks && words.len() > 1);
            labels = words[remark..].to_vec();
        }
        without_lost_labels(&mut rows);
        (rows, end)
    }

    /// Whether each value has a mark of its own behind it.
    fn is_marked(&self, width: usize) -> bool {
        let is_mark = |piece: &&Piece| matches!(piece.kind, Kind::Mark(_));
        width > 0
            && self.runs.iter().any(|(values, _)| values.len() == 2 * width && values.iter().skip(1).step_by(2).all(is_mark))
    }
}

/// Of several labels in a row the last is the row's own; the one before it stands over the rows that follow.
fn begin_row(text: &str, labels: &[&Piece], groups: &mut Groups, shape: Shape) -> GridRow {
    let Some((own, above)) = labels.split_last() else { return GridRow::default() };
    if let Some(over) = above.last().filter(|_| !shape.remarks) {
        groups.begin(over.span);
    }
    let label = vec![own.span];
    let group = groups.of_row(text, &label);
    GridRow { group, label, ..GridRow::default() }
}

/// Where rows lost their labels, these stand elsewhere among the cells: a label without values is no group then, and where
/// most are lost, the few that are left may be of other rows.
fn without_lost_labels(rows: &mut [GridRow]) {
    let lost = rows.iter().filter(|row| row.label.is_empty()).count();
    let most_are_lost = 2 * lost > rows.len();
    for row in rows.iter_mut().filter(|_| lost > 0) {
        row.group = None;
        if most_are_lost {
            row.label.clear();
        }
    }
}

/// Adds a row. Values of several rows whose labels were lost are parted where their number tells.
fn push_rows(rows: &mut Vec<GridRow>, row: GridRow, cells: Vec<Cell>, width: usize) {
    if width < 2 || cells.len() <= width || !cells.len().is_multiple_of(width) {
        rows.push(GridRow { cells, ..row });
        return;
    }
    for (at, cells) in cells.chunks(width).enumerate() {
        let row = if at == 0 { row.clone() } else { GridRow::default() };
        rows.push(GridRow { cells: cells.to_vec(), ..row });
    }
}

/// Whether behind each value stands a mark, or a sign that there is none.
fn marks_stand_behind(values: &[&Piece]) -> bool {
    let is_beside = |piece: &&Piece| matches!(piece.kind, Kind::Mark(_) | Kind::Empty);
    values.len().is_multiple_of(2) && values.iter().skip(1).step_by(2).all(is_beside)
}

/// The cells of a row; marks in cells of their own belong to the amounts before them, or behind them where one leads. Where
/// each of `marked` values has its mark, a dash can stand in the place of one.
fn cells(values: &[&Piece], marked: usize) -> Vec<Cell> {
    let every_other = marked > 0 && values.len() == 2 * marked && marks_stand_behind(values);
    let leads = values.first().is_some_and(|first| matches!(first.kind, Kind::Mark(_)));
    let mut cells: Vec<Cell> = Vec::new();
    let mut next_mark = None;
    for (at, piece) in values.iter().enumerate() {
        match piece.kind {
            Kind::Mark(mark) if leads => next_mark = Some(mark),
            Kind::Mark(mark) => {
                if let Some(Cell::Amount(amount)) = cells.last_mut() {
                    amount.mark = amount.mark.or(Some(mark));
                }
            }
            Kind::Amount(mut amount) => {
                amount.mark = amount.mark.or(next_mark.take());
                cells.push(Cell::Amount(amount));
            }
            Kind::Empty if every_other && at % 2 == 1 => {}
            _ => cells.push(Cell::Other(piece.span)),
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::lines;

    fn check(text: &str, columns: &[&str], rows: &[(&str, usize)]) {
        let lines = lines(text);
        let run = |at: usize| tables(text, &lines, at, &|_| false).0.into_iter().next();
        let found = run(0).map_or_else(Grid::default, |found| found.grid);
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
            " Begroting\n2031 \n\n Prognose\n31-12-2031 \n\nLasten\n\n  137.110 \n\n -  \n\nBaten\n\n 1 \n\n 2 \n",
            &["Begroting 2031", "Prognose 31-12-2031"],
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
    fn heads_of_two_lines_in_paragraphs() {
        check(
            "Totaal\n\n Begroting\n2017\n\n Bijstell. raad\n\nLasten\n\n 148\n\n -\n\nBaten\n\n1\n\n 2 \n",
            &["Begroting 2017", "Bijstell. raad"],
            &[("Lasten", 2), ("Baten", 2)],
        );
    }

    #[test]
    fn a_label_may_state_a_unit() {
        check(
            "(bedragen x € 1.000)\nPost\n2023\n2024\nLasten\n41\n42\nTarief (in euro's)\n1\n2\n",
            &["2023", "2024"],
            &[("Lasten", 2), ("Tarief (in euro's)", 2)],
        );
    }

    #[test]
    fn lost_labels() {
        let heads = "Bedragen x € 1.000\nPost\n2023\n2024\n";
        check(
            &format!("{heads}Lasten\n1\n2\n3\n4\nWegen\nBaten\n5\n6\n"),
            &["2023", "2024"],
            &[("Lasten", 2), ("", 2), ("Baten", 2)],
        );
        check(&format!("{heads}Sport\n1\n2\n3\n4\n5\n6\n7\n8\nSaldo\n7\n8\n"), &["2023", "2024"], &[("", 2); 5]);
        check("Beeld\n2023\n2024\nSport\n1\n2\n3\n4\n5\n6\n7\n8\nSaldo\n1\n2\n3\n4\n", &[], &[("Sport", 8), ("Saldo", 4)]);
    }

    #[test]
    fn rows_that_ran_into_one_another() {
        let text = "Begroting\nBegroting\nBegroting\nSport\n1\n2\n3\nWonen\n1\n2\n3\n4\n5\n6\nSaldo\n2\n4\n6\n";
        check(text, &[], &[("Sport", 3), ("Wonen", 3), ("", 3), ("Saldo", 3)]);
    }

    #[test]
    fn cards_are_no_table() {
        check(
            "Uitgaven\n\n12,5%\n\n€ -1.100\n\nx € 1.000\n12,5%\n\nInkomsten\n13%\n€ -90\n\nx € 1.000\n13%\n\nSaldo\n2%\n€ 7\nx € 1.000\n",
            &[],
            &[],
        );
    }

    #[test]
    fn labels_below_their_values() {
        let text = "Bedragen x € 1.000\n2023\n2024\n1\n2\nSport\n3\n4\nWonen\n4\n6\nTotaal\nSlot";
        check(text, &["2023", "2024"], &[("Sport", 2), ("Wonen", 2), ("Totaal", 2)]);
        check("2023\n2024\n1\n2\nSport\n3\n4\nSlot", &["2023", "2024"], &[("", 2), ("Sport", 2)]);
    }

    #[test]
    fn lists_side_by_side_are_no_table() {
        check("Lasten\nBaten\n1.204\n310\n", &[], &[]);
    }

    #[test]
    fn rows_of_years() {
        check(
            "Jaar\nLasten\nBaten\nProgramma Zorg\n2023\n12\n3\n2024\n13\n4\nTotaal\n2023\n12\n3\n",
            &["Lasten", "Baten"],
            &[("Programma Zorg 2023", 2), ("Programma Zorg 2024", 2), ("Totaal 2023", 2)],
        );
    }

    #[test]
    fn a_page_ends_in_the_middle() {
        check("Post\n2023\n2024\nSport\n1\n2\nPost\n2023\n2024\nWonen\n3\n4\n", &["2023", "2024"], &[("Sport", 2), ("Wonen", 2)]);
    }

    #[test]
    fn several_tables_in_a_run() {
        let text = "Post\n2023\n2024\nSport\n1\n2\nProgramma Wonen\nPost\nVoordeel\nNadeel\nWegen\n3\nGroen\n4\n";
        let lines = lines(text);
        let found = tables(text, &lines, 0, &|_| false).0;
        let columns: Vec<Vec<&str>> =
            found.iter().map(|table| table.grid.columns.iter().map(|column| column.label.as_str()).collect()).collect();
        assert_eq!(columns, [["2023", "2024"], ["Voordeel", "Nadeel"]]);
        assert_eq!(found.iter().map(|table| table.grid.rows.len()).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn heads_above_rows_with_a_line_each() {
        check(
            "Omschrijving\nBegroting\n2024\nBegroting\n2025\nSaldo vastgesteld\nin november 840 612\nBijdrage aan de\nregio -420 -433\n",
            &["Begroting 2024", "Begroting 2025"],
            &[("Saldo vastgesteld in november", 2), ("Bijdrage aan de regio", 2)],
        );
    }

    #[test]
    fn a_dash_in_the_place_of_a_mark() {
        check(
            "Post\nRekening\n2022\nVerschil\nLasten\n41\nN\n12\nV\nStorting\n5\nN\n-\n-\n",
            &["Rekening 2022", "Verschil"],
            &[("Lasten", 2), ("Storting", 2)],
        );
    }

    #[test]
    fn remarks_in_sentences() {
        check(
            "Thema\nVoordeel\nNadeel\nToelichting\nSport\n162\nDe huur is hoger.\nWegen\n171\nMinder asfalt.\nGroen\n17",
            &["Voordeel", "Nadeel"],
            &[("Sport", 1), ("Wegen", 1), ("Groen", 1)],
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
        check(&format!("2024\n2025\nLasten\nBaten\nLasten\nBaten\n{values}"), &columns, &[("Zorg", 4), ("Wonen", 4)]);
        check(&format!("Lasten\nBaten\nLasten\nBaten\n{values}"), &[], &[("Zorg", 4), ("Wonen", 4)]);
    }

    #[test]
    fn a_heading_with_a_year_is_no_table() {
        check("Begroting 2021\n\nProgramma Zorg\n\nWij zorgen goed voor elkaar, en dat blijft zo.", &[], &[]);
    }
}
