//! A run of cells: short lines and numbers, cut into the pieces that a table is read from.

use super::{Cell, IsFurniture, header, heads, is_empty_sign, mark_cell, rows};
use crate::{
    blocks::line::{Line, is_label},
    document::Mark,
    scan::{self, Amount, words::folded, year, years},
    source::Span,
};

/// A cell: one line, the lines that its words go on over, or a part of a line with a label and values.
pub(super) struct Piece {
    pub(super) words: String,
    pub(super) span: Span,
    /// The line that it begins on.
    pub(super) first: usize,
    /// The line after it.
    pub(super) end: usize,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number that can be money.
    Amount(Amount),
    /// A sign that nothing stands here, or a percentage.
    Empty,
    /// N or V, for the amount beside it.
    Mark(Mark),
    /// Words: a header, a label, a year.
    Words,
    /// What says in which unit the table is, or nothing at all: it is neither label nor value.
    Beside,
}

impl Piece {
    pub(super) fn is_words(&self) -> bool {
        self.kind == Kind::Words
    }

    pub(super) fn is_value(&self) -> bool {
        matches!(self.kind, Kind::Amount(_) | Kind::Empty | Kind::Mark(_))
    }
}

/// The pieces of the run of cells that begins on line `at`, and the line behind it.
pub(super) fn run(text: &str, lines: &[Line], at: usize, is_furniture: IsFurniture<'_>) -> (Vec<Piece>, usize) {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut index = at;
    while let Some(line) = lines.get(index) {
        let words = line.text(text);
        if begins_rows(text, lines, index) {
            break;
        }
        if is_furniture(words) {
            // A page ends in the middle of the table.
        } else if let Some(row) = row_of_values(text, line) {
            push_row(&mut pieces, text, index, &row);
        } else if is_cell(words) || (is_label(words) && is_number(text, lines, index + 1)) {
            push_line(&mut pieces, text, lines, index);
        } else if is_remark(&pieces, text, lines, index) {
            pieces.push(piece(words.to_owned(), line.span, index, Kind::Beside));
        } else {
            break;
        }
        index += 1;
    }
    (pieces, index)
}

/// Whether a table with a row a line begins here: that is another reader's.
fn begins_rows(text: &str, lines: &[Line], at: usize) -> bool {
    let next_is_row = lines.get(at + 1).is_some_and(|next| row_of_values(text, next).is_some());
    next_is_row && header::Header::of(lines[at].text(text)).is_some()
}

fn piece(words: String, span: Span, line: usize, kind: Kind) -> Piece {
    Piece { words, span, first: line, end: line + 1, kind }
}

/// A line with a label and at least two values.
fn row_of_values(text: &str, line: &Line) -> Option<super::GridRow> {
    let words = line.text(text);
    let other = words.contains('\t') || words.contains("  ") || words.contains('|') || !words.contains(char::is_alphabetic);
    let row = if other { None } else { rows::row(text, line) };
    row.filter(|row| row.cells.len() > 1 && !row.label.is_empty() && !row.may_hold_label)
}

fn push_row(pieces: &mut Vec<Piece>, text: &str, line: usize, row: &super::GridRow) {
    for span in &row.label {
        push_words(pieces, piece(span.of(text).to_owned(), *span, line, Kind::Words), true, false);
    }
    for cell in &row.cells {
        let kind = match cell {
            Cell::Amount(amount) => Kind::Amount(*amount),
            Cell::Other(_) => Kind::Empty,
        };
        pieces.push(piece(String::new(), cell.span(), line, kind));
    }
}

fn push_line(pieces: &mut Vec<Piece>, text: &str, lines: &[Line], at: usize) {
    let line = &lines[at];
    let words = line.text(text);
    let mut kind = kind(words, line.span.start as usize);
    // `Tarief (in euro's)` above a value is a label.
    if kind == Kind::Beside && !heads::is_legend(words) && !heads::is_unit_alone(words) && is_number(text, lines, at + 1) {
        kind = Kind::Words;
    }
    let found = piece(words.to_owned(), line.span, at, kind);
    if kind == Kind::Words {
        let same_paragraph = !line.after_blank || pieces.last().is_some_and(|last| last.words.ends_with('-'));
        let is_dated = pieces.last().is_some_and(|last| !line.after_blank && is_dated_below(last, words, lines, at));
        push_words(pieces, found, same_paragraph, is_dated);
    } else {
        pieces.push(found);
    }
}

/// Whether a paragraph of two lines is a head with its year.
fn is_dated_below(head: &Piece, words: &str, lines: &[Line], at: usize) -> bool {
    let alone = lines[at].before_blank && lines.get(head.first).is_some_and(|first| first.after_blank);
    alone && heads::Sort::of(words) == heads::Sort::Date && years(&head.words).is_empty()
}

/// The longest words of one cell: thousands of lines that each go on with the one before are no cell.
const MOST_BYTES_OF_CELL: usize = 400;

/// Adds words, to the piece before them where they go on with it, or where they surely belong to it.
fn push_words(pieces: &mut Vec<Piece>, found: Piece, same_paragraph: bool, surely: bool) {
    match pieces.last_mut() {
        Some(last)
            if last.is_words()
                && last.words.len() <= MOST_BYTES_OF_CELL
                && (surely || (same_paragraph && goes_on(&last.words, &found.words))) =>
        {
            last.words = join(&last.words, &found.words);
            last.span = last.span.to(found.span);
            last.end = found.end;
        }
        _ => pieces.push(found),
    }
}

/// Whether a line goes on with the cell of the line before: it begins with a small letter or a parenthesis, or the line
/// before ends in a hyphen. Words such as `lasten` are a cell of their own.
fn goes_on(before: &str, words: &str) -> bool {
    let lower = words.starts_with(|first: char| first.is_lowercase() || first == '(');
    let broken = before.ends_with('-') && words.starts_with(char::is_lowercase);
    let noun = matches!(folded(words).as_str(), "begroting" | "raming" | "prognose") && before.ends_with('e');
    broken || noun || (lower && !header::heads_column(words) && years(before).len() < 2 && year(before).is_none())
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
    line.len() <= 4 * MOST_CHARACTERS
        && line.chars().count() <= MOST_CHARACTERS
        && (is_label(line)
            || line == "€"
            || scan::cell(line).is_some()
            || is_empty_sign(line)
            || is_percentage(line)
            || is_abbreviated(line)
            || !years(line).is_empty())
        && !line.ends_with('?')
        && !line.starts_with(['•', '▪', '●'])
}

/// `Bijstell. politiek`, `mln.`: a full stop that closes a word, no sentence.
fn is_abbreviated(line: &str) -> bool {
    line.split_whitespace().count() <= 2 && line.chars().any(char::is_alphabetic)
}

/// A sentence between the last value of a row and the label of the next: it says something about the row.
fn is_remark(pieces: &[Piece], text: &str, lines: &[Line], at: usize) -> bool {
    const LONGEST_BYTES: usize = 200;
    let behind_value = pieces.last().is_some_and(Piece::is_value);
    let label = lines.get(at + 1).is_some_and(|next| is_cell(next.text(text)));
    behind_value && lines[at].span.len() <= LONGEST_BYTES && label && is_number(text, lines, at + 2)
}

fn is_number(text: &str, lines: &[Line], at: usize) -> bool {
    lines.get(at).is_some_and(|line| matches!(kind(line.text(text), 0), Kind::Amount(_)))
}

fn kind(words: &str, base: usize) -> Kind {
    if let Some(mark) = mark_cell(words) {
        return Kind::Mark(mark);
    }
    if words == "€" || heads::is_legend(words) || heads::is_unit(words) {
        return Kind::Beside;
    }
    if is_empty_sign(words) || is_percentage(words) {
        return Kind::Empty;
    }
    match scan::cell(words) {
        Some(amount) if year(words).is_none() => Kind::Amount(amount.shifted(base)),
        _ => Kind::Words,
    }
}

/// `52%`, or a number with its year: `6,9 (2023)`, `1,6 % (2022)`.
fn is_percentage(words: &str) -> bool {
    let is_share = || !words.contains(char::is_alphabetic) && !scan::percentages(words).is_empty();
    let is_dated = || words.ends_with(')') && scan::cell(words).is_none() && rows::is_value(words);
    words.starts_with(|first: char| !first.is_alphabetic()) && (is_share() || is_dated())
}
