//! Tables with a row a line.

use super::{
    Cell, Column, Found, Grid, GridRow, IsFurniture,
    groups::Groups,
    header::{self, Header},
    is_empty_sign, mark_cell,
};
use crate::{
    blocks::line::{Line, is_label, is_years_only},
    scan::{
        self, Amount, ScannedUnit,
        words::{folded, is_space, words},
        year, years,
    },
    source::Span,
};

/// The table that begins on line `at`: a header line, and the rows below it.
pub(super) fn table(text: &str, lines: &[Line], at: usize, is_furniture: IsFurniture<'_>) -> Option<Found> {
    if is_rule(lines[at].text(text)) {
        return None;
    }
    let mut header = Header::of(lines[at].text(text)).or_else(|| header_of_words(text, lines, at))?;
    let more = lines[at + 1..].iter().take_while(|line| is_years_only(line.text(text)));
    let years: Vec<&str> = more.clone().flat_map(|line| line.text(text).split_whitespace()).collect();
    let (mut rows, end) = rows(text, lines, at + 1 + more.count(), is_furniture);
    let width = common_width(&rows)?;
    rows.iter_mut().for_each(|row| drop_empty_labels(row, width));
    let corner = header.corner().map(|corner| lines[at].span.inside(lines[at].text(text), corner));
    let below = if years.is_empty() { None } else { header.with_years(&years, width) };
    let unit = corner.and_then(|corner| {
        let factor = scan::bare_unit(corner.of(text))?;
        Some(ScannedUnit { factor, start: corner.range().start, end: corner.range().end })
    });
    if let Some(columns) = below {
        return Some(Found { first: at, end, grid: Grid { unit, corner, columns, rows, ..Grid::default() } });
    }
    if let Some(above) = at.checked_sub(1).filter(|&above| heads_above(lines[above].text(text), width).is_some()) {
        header.fill_up(lines[above].text(text), width);
    }
    let mut columns = header.columns(width);
    place_units(&mut columns, &header, text, &lines[at]);
    if columns.is_empty() && rows.iter().any(is_behind) {
        return None;
    }
    let labels: Vec<String> = columns.iter().map(|column| column.label.clone()).collect();
    let above = at.checked_sub(1).and_then(|above| labels_with(&labels, lines[above].text(text)));
    let first = at - usize::from(above.is_some());
    let labels = above.unwrap_or(labels);
    if header::has_twins(&labels) {
        columns.clear();
    }
    for (column, label) in columns.iter_mut().zip(labels) {
        *column = Column { unit: column.unit, ..Column::named(label) };
    }
    Some(Found { first, end, grid: Grid { unit, corner, columns, rows, ..Grid::default() } })
}

/// A header that no word of the budget cycle tells: cells of words above a row with as many cells, where the header or the
/// line above it states a unit. Without one the numbers may count anything.
fn header_of_words<'a>(text: &'a str, lines: &[Line], at: usize) -> Option<Header<'a>> {
    let words = lines[at].text(text);
    if !header::has_separators(words) {
        return None;
    }
    let is_told = |line: &Line| !scan::units(line.text(text)).is_empty();
    let below = lines.get(at + 1..)?.iter().find(|line| !is_rule(line.text(text)))?;
    let row =
        row(text, below).filter(|_| is_told(&lines[at]) || at.checked_sub(1).is_some_and(|above| is_told(&lines[above])))?;
    Header::of_words(words, row.label.len(), row.cells.len())
}

/// Empty cells before the first value that are more than the table has columns are those of labels.
fn drop_empty_labels(row: &mut GridRow, width: usize) {
    let empty = row.cells.iter().take_while(|cell| cell.span().is_empty()).count();
    row.cells.drain(..row.cells.len().saturating_sub(width).min(empty));
}

/// Counts the offsets of the columns' units in the whole text. They were found in the header's cells, in the same order.
fn place_units(columns: &mut [Column], header: &Header<'_>, text: &str, line: &Line) {
    let words = line.text(text);
    let cells = header.last_labels(columns.len());
    for (column, cell) in columns.iter_mut().zip(cells) {
        let base = line.span.inside(words, cell).range().start;
        column.unit = column.unit.map(|unit| unit.shifted(base));
    }
}

/// The labels with what the line above adds to them: a word for each column, or groups over several.
fn labels_with(labels: &[String], above: &str) -> Option<Vec<String>> {
    if labels.is_empty() {
        return None;
    }
    if let Some(words) = heads_above(above, labels.len()) {
        return Some(words.iter().zip(labels).map(|(above, label)| format!("{above} {label}").trim_end().to_owned()).collect());
    }
    let groups = if header::has_twins(labels) { header::groups_above(above)? } else { return None };
    header::below_groups(labels, &groups)
}

/// Rows with amounts in thousands groups and no header above them: at least two, of equal width. Which columns they
/// stand in cannot be known.
pub(super) fn headless(text: &str, lines: &[Line], at: usize) -> Option<Found> {
    const FEWEST_ROWS: usize = 2;
    let is_money = |cell: &Cell| matches!(cell, Cell::Amount(amount) if !amount.currency && amount.span().of(text).contains('.'));
    let money_row = |line: &Line| row(text, line).filter(|row| !row.label.is_empty() && row.cells.iter().all(is_money));
    let width = money_row(&lines[at])?.cells.len();
    let rows: Vec<GridRow> = lines[at..].iter().map_while(money_row).take_while(|row| row.cells.len() == width).collect();
    (rows.len() >= FEWEST_ROWS).then(|| Found { first: at, end: at + rows.len(), grid: Grid { rows, ..Grid::default() } })
}

/// A line right above the header that gives each column a first word: `Rekening   Begroting   Begroting`.
fn heads_above(line: &str, width: usize) -> Option<Vec<&str>> {
    let parts: Vec<&str> = header::separated(line)?.into_iter().filter(|part| !part.is_empty()).collect();
    (parts.len() == width && parts.iter().all(|part| header::begins_with_head(part))).then_some(parts)
}

/// Rules, furniture and labels between two rows: more are no part of a table.
const MOST_LINES_WITHOUT_A_ROW: usize = 30;

/// The rows from line `first` on, and the line behind the last of them.
fn rows(text: &str, lines: &[Line], first: usize, is_furniture: IsFurniture<'_>) -> (Vec<GridRow>, usize) {
    let mut rows: Vec<GridRow> = Vec::new();
    let mut groups = Groups::default();
    let mut end = first;
    let mut at = first;
    while let Some(line) = lines.get(at).filter(|_| at - end <= MOST_LINES_WITHOUT_A_ROW) {
        if is_furniture(line.text(text)) || is_page_number(text, lines, at) {
            // A page ends in the middle of the table.
        } else if let Some(mut row) =
            row(text, line).or_else(|| row_with_label_behind(text, line).filter(|_| rows.last().is_none_or(is_behind)))
        {
            take_unit(text, &mut row);
            if let [code, name, ..] = row.label[..]
                && is_code(code.of(text))
            {
                // Other marks between the two are separators, no words of the label.
                let between = Span { start: code.end, end: name.start };
                if between.of(text).chars().all(is_space) {
                    row.label.splice(..2, [code.to(name)]);
                }
            } else if let [over, _, ..] = row.label[..] {
                groups.begin(over);
                row.label.remove(0);
            }
            row.group = groups.of_row(text, &row.label);
            rows.push(row);
            end = at + 1;
        } else if is_unit_alone(line.text(text)) {
            // A row of the table's unit.
        } else if let Some(label) = group_label(text, lines, at) {
            groups.begin(label);
        } else if !is_rule(line.text(text)) {
            break;
        }
        at += 1;
    }
    (rows, end)
}

/// A unit in the cell before the values is no label: `mln €`, `x € 1.000`.
fn take_unit(text: &str, row: &mut GridRow) {
    let [_, .., last] = row.label[..] else { return };
    let range = last.range();
    let whole = |unit: &ScannedUnit| unit.start == 0 && unit.end == last.len();
    let factor = scan::bare_unit(last.of(text))
        .or_else(|| scan::units(last.of(text)).first().filter(|unit| whole(unit)).map(|unit| unit.factor));
    if let Some(factor) = factor {
        row.unit = Some(ScannedUnit { factor, start: range.start, end: range.end });
        row.label.pop();
    }
}

/// A list without a header: a line that states a unit, and below it lines of a label and one number, with labels or years
/// over several of them. A single year above them all would be a column: that is another reader's.
pub(super) fn list(text: &str, lines: &[Line], at: usize, is_furniture: IsFurniture<'_>) -> Option<Found> {
    const FEWEST_ROWS: usize = 3;
    const LONGEST_BYTES: usize = 120;
    let words = lines[at].text(text);
    if words.len() > LONGEST_BYTES || is_furniture(words) || !scan::units(words).iter().any(|unit| unit.end + 2 >= words.len()) {
        return None;
    }
    let (mut rows, mut groups, mut of_years, mut end) = (Vec::new(), Groups::default(), 0, at);
    for (place, line) in lines.iter().enumerate().skip(at + 1) {
        let words = line.text(text);
        let over = |next: &Line| list_row(text, next).is_some();
        if let Some(mut row) = list_row(text, line) {
            row.group = groups.of_row(text, &row.label);
            rows.push(row);
            end = place + 1;
        } else if (year(words).is_some() || is_group_of_list(words)) && lines.get(place + 1).is_some_and(over) {
            of_years += usize::from(year(words).is_some());
            groups.begin(line.span);
        } else {
            break;
        }
    }
    let caption = Some(lines[at].span);
    (rows.len() >= FEWEST_ROWS && of_years != 1).then(|| Found {
        first: at,
        end,
        grid: Grid { caption, rows, ..Grid::default() },
    })
}

/// A label over several lines of a list: no header of columns.
fn is_group_of_list(words: &str) -> bool {
    let heads_values = words.split_whitespace().skip(1).any(header::is_head) && words.split_whitespace().count() == 2;
    is_label(words) && header::separated(words).is_none() && years(words).is_empty() && !heads_values
}

/// A label and one bare number.
fn list_row(text: &str, line: &Line) -> Option<GridRow> {
    const MOST_WORDS: usize = 6;
    let mut row = row(text, line).filter(|row| !row.may_hold_label)?;
    let ([label], [Cell::Amount(amount)]) = (&row.label[..], &row.cells[..]) else { return None };
    let words = label.of(text);
    let is_name = words.split_whitespace().count() <= MOST_WORDS
        && words.starts_with(char::is_alphabetic)
        && header::separated(words).is_none()
        && !words.split_whitespace().any(is_value);
    let is_bare = !amount.currency && amount.scale.is_none() && year(amount.span().of(text)).is_none();
    if !is_name || !is_bare {
        return None;
    }
    row.label = vec![label.part(0, words.trim_end_matches([':', ' ']).len())];
    Some(row)
}

/// A number on a line of its own, with a row behind it.
pub(super) fn is_page_number(text: &str, lines: &[Line], at: usize) -> bool {
    const MOST_DIGITS: usize = 3;
    let words = lines[at].text(text).trim_matches(['-', '–', ' ']);
    let is_number = words.len() <= MOST_DIGITS && !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
    is_number && lines.get(at + 1).is_some_and(|next| row(text, next).is_some_and(|row| !row.label.is_empty()))
}

/// The number of values that most rows have; of several the largest.
fn common_width(rows: &[GridRow]) -> Option<usize> {
    common(rows.iter().map(|row| row.cells.len()))
}

/// The number that occurs most often; of several the largest.
pub(super) fn common(numbers: impl Iterator<Item = usize>) -> Option<usize> {
    let mut counts: Vec<usize> = Vec::new();
    for number in numbers {
        if counts.len() <= number {
            counts.resize(number + 1, 0);
        }
        counts[number] += 1;
    }
    (0..counts.len()).max_by_key(|&number| counts[number]).filter(|&number| counts[number] > 0)
}

/// `2.1`, `7310012`: a number that stands before a label in a cell of its own.
fn is_code(words: &str) -> bool {
    words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// A row of cells of which one states the unit and the others are empty.
fn is_unit_alone(words: &str) -> bool {
    let bare = words.trim_matches(|character: char| is_space(character) || matches!(character, '|' | '*' | '(' | ')'));
    header::has_separators(words) && matches!(scan::units(bare)[..], [unit] if unit.start == 0 && unit.end == bare.len())
}

/// A line of dashes and bars between header and rows.
fn is_rule(line: &str) -> bool {
    line.len() > 3
        && line.chars().all(|character| matches!(character, '-' | '|' | ':' | '=' | '+' | '_' | ' ' | '\u{2500}'..='\u{257f}'))
}

/// A label over the rows below it: it stands right among them, and a row follows.
fn group_label(text: &str, lines: &[Line], at: usize) -> Option<Span> {
    let line = lines[at];
    let words = line.text(text);
    let label = words.trim_matches(|character: char| is_space(character) || matches!(character, '|' | '*'));
    let next_is_row = lines.get(at + 1).is_some_and(|next| row(text, next).is_some());
    let is_group =
        is_label(label) && !label.contains('|') && !label.ends_with([':', '?']) && next_is_row && Header::of(words).is_none();
    (is_group && !line.after_blank).then(|| line.span.inside(words, label))
}

/// A line as a row: a label, and values behind it.
pub(super) fn row(text: &str, line: &Line) -> Option<GridRow> {
    let words = line.text(text);
    let holds_values = words.contains(|character: char| character.is_ascii_digit() || matches!(character, '|' | '-' | '–'));
    let is_other =
        || Header::of(words).is_some() || is_rule(words) || !scan::units(words).is_empty() && !header::has_separators(words);
    if !holds_values || words.len() > header::LONGEST_BYTES || is_other() {
        return None;
    }
    let sure = if header::has_separators(words) { Some(by_separators(text, line)?) } else { by_gaps(words, line.span) };
    let may_hold_label = sure.is_none();
    let (label, cells) = sure.unwrap_or_else(|| by_words(words, line.span));
    let may_hold_label = may_hold_label && label.last().is_some_and(|label| ends_in_number(text, label.of(text), &cells));
    // `Toelichting programma 1`: its number is all that it has.
    if may_hold_label && cells.len() == 1 {
        return None;
    }
    let filled = cells.iter().any(|cell| matches!(cell, Cell::Amount(_))) || cells.len() > 1;
    (filled && (!label.is_empty() || cells.len() > 1)).then_some(GridRow { label, cells, may_hold_label, ..GridRow::default() })
}

/// Whether the first value may be the label's own number: a year behind a name, a small number behind a word that numbers
/// follow, or the only value with a letter before it that looks like a mark.
fn ends_in_number(text: &str, label: &str, cells: &[Cell]) -> bool {
    const NUMBERED: [&str; 22] = [
        "fase",
        "programma",
        "deel",
        "nummer",
        "nr",
        "plan",
        "klas",
        "groep",
        "school",
        "wijk",
        "route",
        "zone",
        "perceel",
        "blok",
        "kavel",
        "artikel",
        "art",
        "wet",
        "agenda",
        "visie",
        "project",
        "n",
    ];
    let [Cell::Amount(first), rest @ ..] = cells else { return false };
    let small = first.number.abs() < rust_decimal::Decimal::from(1_000) && !first.currency;
    let last = words(label).last().map(|word| folded(word.text)).unwrap_or_default();
    let lone_mark = first.mark.is_some()
        && rest.iter().any(|cell| matches!(cell, Cell::Amount(next) if next.mark.is_none() && !next.number.is_zero()));
    let is_year = |amount: &Amount| year(amount.span().of(text)).is_some();
    let lone_year = is_year(first) && !rest.iter().any(|cell| matches!(cell, Cell::Amount(next) if is_year(next)));
    (small && NUMBERED.contains(&last.as_str())) || lone_mark || lone_year
}

/// Label cells and values.
type Parts = (Vec<Span>, Vec<Cell>);

/// Where tabs or bars separate the cells, an empty cell keeps its place, at the end of the line too.
fn by_separators(text: &str, line: &Line) -> Option<Parts> {
    let rest = &text[line.span.range().end..];
    let end = rest.find(['\n', '\r', '\u{c}']).unwrap_or(rest.len());
    let line = line.span.to(line.span.part(line.span.len(), line.span.len() + end));
    let words = line.of(text);
    let parts = with_currencies(words, header::separated(words)?);
    // A column of numbers may stand before the labels.
    let first_words = parts.iter().position(|part| !is_value(part) && part.contains(char::is_alphabetic));
    // A year before other values is what the row is of.
    let leads_with_year = first_words.is_none() && parts.len() > 2 && parts.first().is_some_and(|part| year(part).is_some());
    let first_words = first_words.unwrap_or(usize::from(leads_with_year));
    let first_value = first_words + parts[first_words..].iter().position(|part| is_value(part))?;
    let labels = parts[..first_value].iter().filter(|part| !part.is_empty()).map(|part| line.inside(words, part)).collect();
    // Empty cells behind the label keep their place; how many of them are label cells, the other rows tell.
    let empty = parts[first_words..first_value].iter().rev().take_while(|part| part.is_empty());
    let mut cells: Vec<Cell> = empty.map(|part| Cell::Other(line.inside(words, part))).collect();
    cells.reverse();
    for part in &parts[first_value..] {
        push_cell(&mut cells, part, line.inside(words, part));
    }
    Some((labels, cells))
}

/// A euro sign in a cell of its own before each value belongs to it. Before the first of several values it is a unit.
fn with_currencies<'a>(words: &'a str, parts: Vec<&'a str>) -> Vec<&'a str> {
    let signs = parts.iter().filter(|part| **part == "€").count();
    let values = parts.iter().filter(|part| is_value(part)).count();
    if signs == 0 || (signs == 1 && values > 1) {
        return parts;
    }
    let line = Span::new(0, words.len());
    let mut joined: Vec<&str> = Vec::with_capacity(parts.len());
    for part in parts {
        match joined.last_mut() {
            Some(last) if *last == "€" && is_value(part) => {
                *last = line.inside(words, last).to(line.inside(words, part)).of(words);
            }
            _ => joined.push(part),
        }
    }
    joined
}

/// Where wide gaps stand between the cells, the first cell is the label, whatever it ends in (`Programma 2`).
fn by_gaps(words: &str, line: Span) -> Option<Parts> {
    let (label, values) = header::separated(words)?.split_first().map(|(label, values)| (*label, values.to_vec()))?;
    let fits = label.contains(char::is_alphabetic) && !values.is_empty() && values.iter().all(|value| is_value(value));
    let mut cells = Vec::new();
    for value in values.iter().filter(|_| fits) {
        push_cell(&mut cells, value, line.inside(words, value));
    }
    fits.then(|| (vec![line.inside(words, label)], cells))
}

/// Where only spaces separate the cells, the values are the words at the end that can be values.
fn by_words(words: &str, line: Span) -> Parts {
    let pieces = pieces(words);
    let leads_with_year = pieces.len() > 2 && pieces.first().is_some_and(|first| year(first.of(words)).is_some());
    let label_end = pieces.iter().rposition(|piece| !is_value(piece.of(words))).map_or(usize::from(leads_with_year), |at| at + 1);
    let label = match (pieces.first(), pieces[..label_end].last()) {
        (Some(first), Some(last)) => vec![line.part(first.range().start, last.range().end)],
        _ => Vec::new(),
    };
    let mut cells = Vec::new();
    for piece in &pieces[label_end..] {
        push_cell(&mut cells, piece.of(words), line.part(piece.range().start, piece.range().end));
    }
    (label, cells)
}

/// `4.410 4.288 Lasten`: values, and the label behind them. Only below a header: `6.21 25 Toegang` is a name with its codes.
fn row_with_label_behind(text: &str, line: &Line) -> Option<GridRow> {
    const FEWEST_VALUES: usize = 2;
    const MOST_WORDS: usize = 8;
    let words = Some(line.text(text)).filter(|words| words.len() <= header::LONGEST_BYTES && !header::has_separators(words))?;
    let (line, pieces) = (line.span, pieces(words));
    let count = pieces.iter().position(|piece| !is_value(piece.of(words)))?;
    let (values, label) = pieces.split_at(count);
    let (first, last) = (label.first()?, label.last()?);
    let is_name = first.of(words).starts_with(char::is_alphabetic) && is_label(&words[first.range().start..]);
    let is_words = label.len() <= MOST_WORDS && label.iter().all(|piece| !is_value(piece.of(words)));
    if count < FEWEST_VALUES || !is_name || !is_words {
        return None;
    }
    let mut cells = Vec::new();
    for piece in values {
        push_cell(&mut cells, piece.of(words), line.part(piece.range().start, piece.range().end));
    }
    Some(GridRow { label: vec![line.part(first.range().start, last.range().end)], cells, ..GridRow::default() })
}

/// Whether the label of a row stands behind its values.
fn is_behind(row: &GridRow) -> bool {
    let (label, cell) = (row.label.first(), row.cells.first());
    label.zip(cell).is_some_and(|(label, cell)| label.start > cell.span().start)
}

pub(super) fn is_value(words: &str) -> bool {
    is_empty_sign(words) || mark_cell(words).is_some() || is_percentage(words) || is_amount(words)
}

/// A number, with or without the year that it is of behind it: `6,9 (2023)`. A year in parentheses alone is no amount.
fn is_amount(words: &str) -> bool {
    match words.strip_suffix(')').and_then(|words| words.rsplit_once('(')) {
        Some((number, inner)) if year(inner).is_some() => scan::cell(number.trim_matches(is_space)).is_some(),
        _ => scan::cell(words).is_some(),
    }
}

fn is_percentage(words: &str) -> bool {
    words.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '−')) && words.ends_with('%')
}

/// Adds a cell; a mark in a cell of its own belongs to the amount before it.
pub(super) fn push_cell(cells: &mut Vec<Cell>, words: &str, span: Span) {
    if let Some(mark) = mark_cell(words) {
        if let Some(Cell::Amount(amount)) = cells.last_mut() {
            amount.mark = amount.mark.or(Some(mark));
        }
    } else if let Some(amount) = scan::cell(words) {
        cells.push(Cell::Amount(amount.shifted(span.range().start)));
    } else {
        cells.push(Cell::Other(span));
    }
}

/// The words of a line, with what belongs to one number joined: a sign, a currency, a mark before it.
pub(super) fn pieces(line: &str) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = None;
    for (at, character) in line.char_indices().chain([(line.len(), ' ')]) {
        match (start, is_space(character)) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                pieces.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    joined(line, &pieces)
}

fn joined(line: &str, pieces: &[Span]) -> Vec<Span> {
    // Where the line ends in a mark, marks stand behind their numbers; else before them.
    let is_mark = |piece: &Span| mark_cell(piece.of(line)).is_some();
    let number = |piece: &Span| scan::cell(piece.of(line)).map(|amount| amount.number);
    // A mark between a number and nought is of the number.
    let is_behind = |three: &[Span]| {
        let [before, mark, behind] = three else { return false };
        is_mark(mark)
            && number(before).is_some_and(|number| !number.is_zero())
            && number(behind).is_some_and(|number| number.is_zero())
    };
    let marks_behind = pieces.last().is_some_and(is_mark) || pieces.windows(3).any(is_behind);
    let mut joined: Vec<Span> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let is_number = scan::cell(piece.of(line)).is_some() || piece.of(line) == "€";
        match joined.last_mut() {
            Some(last) if is_number && goes_before(last.of(line), marks_behind) => *last = last.to(*piece),
            Some(last) if scan::is_note(piece.of(line)) && number(last).is_some() => *last = last.to(*piece),
            _ => joined.push(*piece),
        }
    }
    joined
}

fn goes_before(piece: &str, marks_behind: bool) -> bool {
    matches!(piece, "€" | "-/-" | "€-" | "-€" | "−")
        || (!marks_behind && matches!(piece, "N" | "V" | "N€" | "V€" | "N €" | "V €"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks::lines, document::Mark};

    fn grid(text: &str) -> Grid {
        let lines = lines(text);
        let found = (0..lines.len()).find_map(|at| table(text, &lines, at, &|_| false));
        found.or_else(|| headless(text, &lines, 0)).map(|found| found.grid).unwrap_or_default()
    }

    /// The columns and, for each row, its label and its printed values.
    fn check(text: &str, columns: &[&str], rows: &[(&str, &[&str])]) {
        let found = grid(text);
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
            "Post 2024 2025\nLasten\nSport 964 -976\nWonen - -\nTotaal Lasten 964 -976\nSaldo 1 2\nDaarna volgt tekst.",
            &["2024", "2025"],
            &[
                ("Lasten Sport", &["964", "-976"]),
                ("Lasten Wonen", &["-", "-"]),
                ("Totaal Lasten", &["964", "-976"]),
                ("Saldo", &["1", "2"]),
            ],
        );
        check(
            "Post 2024 2025\nLoon -/- 310 € 322\nPrijs - 12",
            &["2024", "2025"],
            &[("Loon", &["-/- 310", "322"]), ("Prijs", &["-", "12"])],
        );
        check(
            "Programma Raming 2024 Bijstelling Nieuwe raming 2024\n1 Zorg 13.610 85 13.695",
            &["Raming 2024", "Bijstelling", "Nieuwe raming 2024"],
            &[("1 Zorg", &["13.610", "85", "13.695"])],
        );
    }

    #[test]
    fn a_number_at_the_end_of_a_label_leaves_the_columns_open() {
        check("Post 2024 2025\nProgramma 2 964 976", &[], &[("Programma", &["2", "964", "976"])]);
    }

    #[test]
    fn a_heading_that_ends_in_a_number_is_no_row() {
        check("Post 2024 2025\nZorg 20 40\n\nToelichting programma 1\nTekst.", &["2024", "2025"], &[("Zorg", &["20", "40"])]);
    }

    #[test]
    fn labels_behind_their_values() {
        let rows: &[(&str, &[&str])] = &[("Lasten", &["4.410", "4.288", "122"]), ("Saldo van alles", &["-2", "-1", "1"])];
        check("Begroting 2023 Rekening 2023 Verschil\n4.410 4.288 122 Lasten\n-2 -1 1 Saldo van alles", COLUMNS, rows);
        check("Begroting 2023 Rekening 2023\n6.21 25 40 Toegang\n6.22 25 50 Hulp", &[], &[]);
    }

    const COLUMNS: &[&str] = &["Begroting 2023", "Rekening 2023", "Verschil"];

    #[test]
    fn heads_that_only_capitals_tell() {
        check(
            "Nummer Bank Rente Hoofdsom Restant 1-1-2026 Aflossing 2026\n40.100 Bank Een 2,4% 10.000 6.000 500\n40.101 Bank Twee 3,1% 8.000 5.600 800",
            &["Rente", "Hoofdsom", "Restant 1-1-2026", "Aflossing 2026"],
            &[("40.100 Bank Een", &["2,4%", "10.000", "6.000", "500"]), ("40.101 Bank Twee", &["3,1%", "8.000", "5.600", "800"])],
        );
    }

    #[test]
    fn heads_over_two_lines_with_tabs() {
        let text = "\tBegroting\tBegroting na\tRekening\tVerschil\nPost\t2023\twijziging 2023\t2023\t\nZorg\t1\t2\t3\t4";
        let found = table(text, &lines(text), 1, &|_| false).map(|found| found.grid).unwrap_or_default();
        let labels: Vec<_> = found.columns.iter().map(|column| column.label.as_str()).collect();
        assert_eq!(labels, ["Begroting 2023", "Begroting na wijziging 2023", "Rekening 2023", "Verschil"]);
    }

    #[test]
    fn heads_that_only_their_unit_tells() {
        check(
            "Complex | Boekwaarde (x € 1.000) | Oppervlakte (ha)\nNoord | 4.210 | 12,5",
            &["Boekwaarde", "Oppervlakte (ha)"],
            &[("Noord", &["4.210", "12,5"])],
        );
        check("Wijk | Inwoners | Woningen\nNoord | 4.210 | 1.205", &[], &[]);
    }

    #[test]
    fn a_mark_between_a_number_and_nought_is_of_the_number() {
        let found = grid("Programma 2024 2025 2026\nZorg 18.300 V 0 0\nWonen 260.000 N 90.000 N 0");
        let marks: Vec<Vec<Option<Mark>>> = found.rows.iter().map(marks_of).collect();
        let (favourable, unfavourable) = (Some(Mark::Favourable), Some(Mark::Unfavourable));
        assert_eq!(marks, [vec![favourable, None, None], vec![unfavourable, unfavourable, None]]);
    }

    fn marks_of(row: &GridRow) -> Vec<Option<Mark>> {
        row.cells.iter().map(|cell| if let Cell::Amount(amount) = cell { amount.mark } else { None }).collect()
    }

    #[test]
    fn a_unit_in_the_corner() {
        let found = grid("€ 1.000\t2024\t2025\nSport\t964\t1.010");
        assert_eq!(found.columns.len(), 2);
        assert_eq!(found.unit.map(|unit| unit.factor), Some(1_000));
    }

    #[test]
    fn commas_quotes_and_drawn_lines() {
        check(
            "\"Programma\",\"Soort\",\"Begroting 2024\",\"Rekening 2024\"\n\"2 Wonen, werken\",\"lasten\",5120000.50,\"1.234,50\"",
            &["Begroting 2024", "Rekening 2024"],
            &[("2 Wonen, werken lasten", &["5120000.50", "1.234,50"])],
        );
        check(
            "\"Programma\";\"Begroting 2024\";\"Rekening 2024\"\n\"Bestuur; raad\";\"10\";\"20\"",
            &["Begroting 2024", "Rekening 2024"],
            &[("Bestuur; raad", &["10", "20"])],
        );
        check(
            "│ Post │ 2024 │ 2025 │\n├──────┼──────┼──────┤\n│ Zorg │ 10 │ 20 │\n└──────┴──────┴──────┘",
            &["2024", "2025"],
            &[("Zorg", &["10", "20"])],
        );
        check(
            "Tarief 2023 2024 2025\nHond 88,40 94,04 1,60",
            &["2023", "2024", "2025"],
            &[("Hond", &["88,40", "94,04", "1,60"])],
        );
    }

    #[test]
    fn a_currency_in_a_cell_of_its_own() {
        check(
            "\t\t2024\t\t2025\nLasten\t€\t14.200\t€\t14.650\nBaten\t€\t3.050\t€\t3.100",
            &["2024", "2025"],
            &[("Lasten", &["14.200", "14.650"]), ("Baten", &["3.050", "3.100"])],
        );
    }

    #[test]
    fn notes_are_no_values() {
        check(
            "Reserve\t2024\t2025\nWegen\t12.345 1)\t250²\nSport\t80*\t410 2)",
            &["2024", "2025"],
            &[("Wegen", &["12.345", "250"]), ("Sport", &["80", "410"])],
        );
        check("Reserve 2024 2025\nWegen 12.345 1) 250", &["2024", "2025"], &[("Wegen", &["12.345", "250"])]);
    }

    #[test]
    fn years_over_groups_of_columns() {
        let columns = ["2024 Lasten", "2024 Baten", "2025 Lasten", "2025 Baten"];
        let rows: &[(&str, &[&str])] = &[("Zorg", &["20", "4", "21", "5"])];
        check("Programma\t2024\t\t2025\t\n\tLasten\tBaten\tLasten\tBaten\nZorg\t20\t4\t21\t5", &columns, rows);
        check("Programma 2024 2025\nLasten Baten Lasten Baten\nZorg 20 4 21 5", &columns, rows);
        check("Programma\nLasten Baten Lasten Baten\nZorg 20 4 21 5", &[], rows);
    }

    #[test]
    fn wide_gaps_keep_a_number_in_the_label() {
        check(
            "Post        Begroting 2024   Rekening 2024\nProgramma 2       3.880-      3.746-",
            &["Begroting 2024", "Rekening 2024"],
            &[("Programma 2", &["3.880-", "3.746-"])],
        );
    }

    #[test]
    fn rows_without_a_header() {
        check("Feest 12.500\nBaan 7.250\nDat is alles.", &[], &[("Feest", &["12.500"]), ("Baan", &["7.250"])]);
        check("Zaal 12\nLokaal 7", &[], &[]);
    }

    #[test]
    fn a_number_that_may_be_the_labels_own_is_told() {
        let unsure = |row: &str| grid(&format!("Post 2023 2024 2025\nWegen 120 130 140\n{row}")).rows[1].may_hold_label;
        assert!(unsure("Bouwgrond fase 2 450 460"));
        assert!(unsure("Wmo 2015 500 600"));
        assert!(unsure("Rotonde N 201 350 360"));
        assert!(!unsure("Coach 40 41 42"));
        assert!(!unsure("Bouwgrond fase 2  450  460"));
    }

    #[test]
    fn marks_beside_the_cells() {
        let before = "Post Rekening 2019 Begroting 2020\n0. Bestuur N 31.393 V 31.682";
        let behind = "Post Rekening 2019 Begroting 2020\n0. Bestuur 31.393 N 31.682 V";
        for text in [before, behind] {
            check(text, &["Rekening 2019", "Begroting 2020"], &[("0. Bestuur", &["31.393", "31.682"])]);
            let marks: Vec<_> = grid(text).rows[0]
                .cells
                .iter()
                .map(|cell| if let Cell::Amount(amount) = cell { amount.mark } else { None })
                .collect();
            assert_eq!(marks, [Some(Mark::Unfavourable), Some(Mark::Favourable)], "{text}");
        }
        check("Post 2017 2018 2019\nWonen V18.500", &[], &[("Wonen", &["18.500"])]);
    }

    #[test]
    fn tabs_and_bars_keep_empty_cells() {
        check(
            "p\tbegroting 2012\tbegroting 2013\n1 Zorg\tlasten\t7\t8\n\tbaten\t1\t2",
            &["begroting 2012", "begroting 2013"],
            &[("1 Zorg lasten", &["7", "8"]), ("1 Zorg baten", &["1", "2"])],
        );
        check(
            "| Bedragen x € 1.000 | 2024 | 2025 |\n|---|---:|---:|\n| Lasten | | |\n| Sport | 7 | |\n| Totaal lasten | 7 | 3 |",
            &["2024", "2025"],
            &[("Lasten Sport", &["7", ""]), ("Totaal lasten", &["7", "3"])],
        );
    }

    #[test]
    fn empty_cells_before_the_first_value() {
        check(
            "Post\t2024\t2025\t2026\nWegen\t1\t2\t3\nGroen\t4\t5\t6\nReserve\t\t\t9",
            &["2024", "2025", "2026"],
            &[("Wegen", &["1", "2", "3"]), ("Groen", &["4", "5", "6"]), ("Reserve", &["", "", "9"])],
        );
    }

    #[test]
    fn years_as_rows() {
        check(
            "| Jaar | Lasten | Baten |\n|---|---|---|\n| *(x € 1.000)* | | |\n| **Zorg** | | |\n| 2024 | 10 | 4 |\n| 2025 | 11 | 5 |",
            &["Lasten", "Baten"],
            &[("Zorg 2024", &["10", "4"]), ("Zorg 2025", &["11", "5"])],
        );
    }

    #[test]
    fn years_below_heads_of_money() {
        let columns = ["Lasten 2024", "Lasten 2025", "Baten 2024", "Baten 2025"];
        check("Programma Lasten Baten\n2024 2025 2024 2025\nZorg 10 11 4 5", &columns, &[("Zorg", &["10", "11", "4", "5"])]);
    }

    #[test]
    fn semicolons_and_a_column_of_numbers() {
        check(
            "Programma;Lasten 2025;Baten 2025\nVeiligheid;1250000;310000",
            &["Lasten 2025", "Baten 2025"],
            &[("Veiligheid", &["1250000", "310000"])],
        );
        let text = "Nr\tOmschrijving\t2025\t2026\n1\tWegen\t100\t110\n2\tGroen\t50\t60";
        check(text, &["2025", "2026"], &[("1 Wegen", &["100", "110"]), ("2 Groen", &["50", "60"])]);
    }

    #[test]
    fn a_page_number_does_not_end_a_table() {
        check(
            "Post 2024 2025\nWegen 100 110\n14\nGroen 50 60",
            &["2024", "2025"],
            &[("Wegen", &["100", "110"]), ("Groen", &["50", "60"])],
        );
    }

    #[test]
    fn a_header_may_stand_on_two_lines() {
        check("Post 2024 2025\n2026\nSport 1 2 3", &["2024", "2025", "2026"], &[("Sport", &["1", "2", "3"])]);
        check(
            "     Rekening   Begroting\nPost      2024        2025\nSport    1   2",
            &["Rekening 2024", "Begroting 2025"],
            &[("Sport", &["1", "2"])],
        );
    }
}
