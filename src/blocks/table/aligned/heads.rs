//! The lines above a table whose columns are kept by position: which words stand above which column.

use super::{Piece, Reach, Region, aligned_pieces, is_row_label, pieces, row};
use crate::{
    blocks::{
        line::Line,
        table::{Column, IsFurniture, header, rows::common, rows::is_value},
    },
    scan::{periods, units, words::is_space, year},
};

/// The lines above the first row that may head its columns, from the bottom up, and the labels of groups right above it.
pub(super) fn header_lines(
    text: &str,
    lines: &[Line],
    floor: usize,
    region: &Region,
    is_furniture: IsFurniture<'_>,
) -> (Vec<usize>, Vec<usize>) {
    const MOST_LINES: usize = 14;
    const MOST_GROUPS: usize = 3;
    let first = region.rows.first().map_or(0, |row| row.line);
    let (mut heads, mut groups) = (Vec::new(), Vec::new());
    for at in (floor..first).rev().take(MOST_LINES) {
        let words = lines[at].text(text);
        if is_furniture(words) {
            continue;
        }
        if row(text, lines, at).is_some() {
            break;
        }
        if let Some(pieces) = aligned_pieces(words, &lines[at]) {
            if pieces.iter().any(|piece| is_no_head(piece.words(text))) {
                break;
            }
            heads.push(at);
        } else if heads.is_empty() && groups.len() < MOST_GROUPS && is_row_label(text, &lines[at], region) {
            groups.insert(0, at);
        } else {
            break;
        }
    }
    // Without a header above them they may as well be running text.
    let groups = if heads.is_empty() { Vec::new() } else { groups };
    (heads, groups)
}

/// What stands in cells and never above them: percentages, empty signs, a currency alone, numbers with the year beside them.
fn is_no_head(words: &str) -> bool {
    let is_short_number = words.len() < 5 && words.bytes().all(|byte| byte.is_ascii_digit());
    words == "€" || (is_value(words) && !is_short_number)
}

/// The characters that each column takes up: those of the rows that have a value in every column, or of the years above.
pub(super) fn reaches(text: &str, lines: &[Line], region: &Region, above: &[usize]) -> Option<Vec<Reach>> {
    let width = common(region.rows.iter().map(|row| row.values.len()))?;
    let widest = region.rows.iter().map(|row| row.values.len()).max()?;
    let full = |width: usize| region.rows.iter().filter(move |row| row.values.len() == width);
    let years = above.iter().map(|&at| year_pieces(text, &lines[at])).find(|years| years.len() >= widest.max(2));
    let width =
        if full(widest).count() > 1 || years.as_ref().is_some_and(|years| years.len() == widest) { widest } else { width };
    if let Some(years) = years.filter(|years| years.len() > width) {
        return Some(years.iter().map(Piece::reach).collect());
    }
    full(width)
        .map(|row| row.values.iter().map(Piece::reach).collect::<Vec<_>>())
        .reduce(|all, row| all.into_iter().zip(row).map(|(one, other)| one.hull(other)).collect())
}

fn year_pieces(text: &str, line: &Line) -> Vec<Piece> {
    let pieces = pieces(line.text(text), line);
    pieces.into_iter().filter(|piece| year(piece.words(text)).is_some()).collect()
}

/// The first line of the header, and its columns; none where not every column has a head of its own.
pub(super) fn columns(text: &str, lines: &[Line], region: &Region, above: &[usize], reaches: &[Reach]) -> (usize, Vec<Column>) {
    let first_line = region.labels.first().copied().unwrap_or(usize::MAX);
    let mut first = region.rows.first().map_or(0, |row| row.line).min(first_line);
    let mut levels: Vec<Vec<String>> = vec![Vec::new(); reaches.len()];
    let reaches = &with_full_heads(text, lines, above, reaches);
    for &at in above {
        let heads = heads(text, &lines[at], reaches);
        if !heads.is_empty() {
            first = at;
            if !place_heads(&mut levels, text, &heads, reaches) {
                return (first, Vec::new());
            }
        } else if starts_table(lines[at].text(text)) {
            break;
        }
    }
    let columns: Vec<Column> = levels.into_iter().map(column).collect();
    let whole = columns.iter().all(|column| (1..MOST_HEAD_BYTES).contains(&column.label.len()));
    let labels: Vec<String> = columns.iter().map(|column| column.label.clone()).collect();
    (first, if whole && !header::has_twins(&labels) { columns } else { Vec::new() })
}

/// The columns made as wide as the heads of the first line above them that has one for each.
fn with_full_heads(text: &str, lines: &[Line], above: &[usize], reaches: &[Reach]) -> Vec<Reach> {
    let full = above.iter().find_map(|&at| {
        let heads = heads(text, &lines[at], reaches);
        let pieces: Vec<Piece> = heads.iter().flat_map(|piece| by_column(text, piece, reaches)).collect();
        let near = pieces.len() == reaches.len()
            && pieces.iter().zip(reaches).all(|(piece, reach)| reach.distance(piece.reach()) <= NEAR);
        near.then_some(pieces)
    });
    let Some(full) = full else { return reaches.to_vec() };
    reaches.iter().zip(full).map(|(reach, head)| reach.hull(head.reach())).collect()
}

/// The longest header of a column; longer ones are running text in columns.
const MOST_HEAD_BYTES: usize = 90;

/// Whether a line begins with the word for table: nothing above it heads what stands below.
fn starts_table(words: &str) -> bool {
    words.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("tabel"))
}

/// The pieces of a line that stand above columns.
fn heads(text: &str, line: &Line, reaches: &[Reach]) -> Vec<Piece> {
    let (Some(first), Some(last)) = (reaches.first(), reaches.last()) else { return Vec::new() };
    let pieces = pieces(line.text(text), line);
    let above = |piece: &Piece| {
        let between = piece.from > first.from && piece.to < last.to;
        let near = between || reaches.iter().any(|reach| reach.distance(piece.reach()) <= NEAR);
        near && piece.to + LEFT_OF_FIRST > first.from && units(piece.words(text)).is_empty()
    };
    pieces.into_iter().filter(above).collect()
}

/// How far, in characters, a head may stand beside its column.
const NEAR: usize = 3;
const LEFT_OF_FIRST: usize = 2;

/// Adds a line of heads on top of those that were found below it; not where two years stand above one column.
fn place_heads(levels: &mut [Vec<String>], text: &str, heads: &[Piece], reaches: &[Reach]) -> bool {
    let spanning = spanning_heads(levels, text, heads, reaches);
    let found = spanning.unwrap_or_else(|| over_twins(levels, single_heads(text, heads, reaches)));
    if found.iter().any(|head| head.split(' ').filter(|word| year(word).is_some()).count() > 1 && periods(head).is_empty()) {
        return false;
    }
    for (level, head) in levels.iter_mut().zip(found).filter(|(_, head)| !head.is_empty()) {
        level.insert(0, head);
    }
    true
}

/// Heads that each stand over as many columns: over the middle of them, or over columns that are called alike in each group.
fn spanning_heads(levels: &[Vec<String>], text: &str, heads: &[Piece], reaches: &[Reach]) -> Option<Vec<String>> {
    let share = reaches.len().checked_div(heads.len()).filter(|&share| share > 1 && share * heads.len() == reaches.len())?;
    let all_have_heads = levels.iter().all(|level| !level.is_empty());
    let broken = heads.iter().any(|head| head.words(text).ends_with('-') || repeats_itself(head.words(text)));
    let groups = || reaches.chunks(share).filter_map(|group| group.iter().copied().reduce(Reach::hull));
    let centred = heads
        .iter()
        .zip(groups())
        .all(|(head, group)| head.reach().middle().abs_diff(group.middle()) * 4 <= group.to - group.from);
    let over = heads.iter().zip(groups()).all(|(head, group)| head.reach().distance(group) == 0);
    let alike = heads.len() > 1 && levels.chunks(share).all(|group| group == &levels[..share]);
    let spans = all_have_heads && !broken && (centred || (alike && over));
    spans.then(|| heads.iter().flat_map(|head| std::iter::repeat_n(head.words(text).to_owned(), share)).collect())
}

/// A head over the first of several columns holds for the next ones too where these are called alike elsewhere.
fn over_twins(levels: &[Vec<String>], mut heads: Vec<String>) -> Vec<String> {
    let mut before = heads.first().cloned().unwrap_or_default();
    for at in 1..heads.len() {
        let is_twin = levels.iter().enumerate().any(|(other, level)| other != at && *level == levels[at]);
        if heads[at].is_empty() && is_twin && !levels[at].is_empty() {
            heads[at].push_str(&before);
        }
        before.clone_from(&heads[at]);
    }
    heads
}

/// `Begroting Begroting`: a head for each of two columns.
fn repeats_itself(words: &str) -> bool {
    let mut words = words.split_whitespace();
    words.next() == words.next()
}

/// Each head over the column that it is nearest to; a head of several words may belong to several columns.
fn single_heads(text: &str, heads: &[Piece], reaches: &[Reach]) -> Vec<String> {
    let mut found: Vec<String> = vec![String::new(); reaches.len()];
    for piece in heads.iter().flat_map(|piece| by_column(text, piece, reaches)) {
        let nearest = reaches
            .iter()
            .enumerate()
            .min_by_key(|(_, reach)| (reach.distance(piece.reach()), reach.middle().abs_diff(piece.reach().middle())));
        if let Some((at, _)) = nearest {
            let head = &mut found[at];
            head.push_str(if head.is_empty() { "" } else { " " });
            head.push_str(piece.words(text));
        }
    }
    found
}

/// A piece that reaches over several columns is one for each word: heads may stand as close as words do.
fn by_column(text: &str, piece: &Piece, reaches: &[Reach]) -> Vec<Piece> {
    let over = reaches.iter().filter(|reach| reach.from < piece.to && piece.from < reach.to).count();
    if over < 2 {
        return vec![*piece];
    }
    let words = piece.words(text);
    let mut at = 0;
    let mut pieces = Vec::new();
    for word in words.split(is_space) {
        let from = piece.from + words[..at].chars().count();
        if !word.is_empty() {
            pieces.push(Piece { span: piece.span.part(at, at + word.len()), from, to: from + word.chars().count() });
        }
        at += word.len() + words[at + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    pieces
}

/// A column from its heads, from top to bottom; a hyphen at a line's end goes.
fn column(levels: Vec<String>) -> Column {
    let label = levels.iter().fold(String::new(), |label, level| match label.strip_suffix('-') {
        Some(stem) if level.starts_with(char::is_lowercase) => format!("{stem}{level}"),
        _ if label.is_empty() => level.clone(),
        _ => format!("{label} {level}"),
    });
    Column { label, levels, unit: None }
}
