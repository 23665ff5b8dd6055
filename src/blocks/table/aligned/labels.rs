//! The labels of a table whose columns are kept by position: over groups of rows, and wrapped around single ones.

use super::{Reach, Region, Row, cells};
use crate::{
    blocks::{
        line::Line,
        table::{GridRow, groups::Groups},
    },
    source::Span,
};

/// The rows with their labels made whole, each value in the column that it stands under.
pub(super) fn grid_rows(text: &str, lines: &[Line], region: &Region, reaches: &[Reach]) -> Vec<GridRow> {
    let mut groups = Groups::default();
    let mut taken = 0;
    let wraps_above = wraps_above(text, lines, region);
    let mut found = Vec::with_capacity(region.rows.len());
    for (at, row) in region.rows.iter().enumerate() {
        let before = labels_between(region, taken, row.line);
        let next = region.rows.get(at + 1);
        let after = labels_between(region, row.line + 1, next.map_or(usize::MAX, |next| next.line));
        let mut wrapped = Wrapped::of(text, lines, row, before, after, next.is_some_and(|next| next.label.is_empty()));
        if wraps_above {
            wrapped = Wrapped { before: run_above(lines, row, before), after: 0 };
        }
        for &label in &before[..before.len() - wrapped.before] {
            groups.begin(lines[label].span);
        }
        let mut label: Vec<Span> = before[before.len() - wrapped.before..].iter().map(|&at| lines[at].span).collect();
        label.extend(&row.label);
        label.extend(after[..wrapped.after].iter().map(|&at| lines[at].span));
        taken = after[..wrapped.after].last().map_or(row.line, |&last| last) + 1;
        let group = groups.of_row(text, &label);
        let (cells, places) = cells(text, row, reaches);
        found.push(GridRow { group, label, cells, places, ..GridRow::default() });
    }
    found
}

/// Whether labels of several lines end on the line of their row: most rows have lines right above them, too many for groups,
/// and no label goes on below its row.
fn wraps_above(text: &str, lines: &[Line], region: &Region) -> bool {
    let led = region.rows.iter().filter(|row| run_above(lines, row, labels_between(region, 0, row.line)) > 0).count();
    let goes_on = |label: &usize| {
        let follows = region.rows.binary_search_by_key(&label.saturating_sub(1), |row| row.line).is_ok();
        follows && lines[*label].text(text).starts_with(char::is_lowercase)
    };
    let below = region.rows.iter().any(|row| row.label.is_empty()) || region.labels.iter().any(goes_on);
    led > 1 && 2 * led >= region.rows.len() && !below
}

/// How many of these lines stand right above a row, with no blank line between.
fn run_above(lines: &[Line], row: &Row, before: &[usize]) -> usize {
    let mut next = row.line;
    before
        .iter()
        .rev()
        .take_while(|&&at| {
            let joins = at + 1 == next && !lines[next].after_blank;
            next = at;
            joins
        })
        .count()
}

/// The lines with labels alone from line `from` up to line `to`.
fn labels_between(region: &Region, from: usize, to: usize) -> &[usize] {
    let start = region.labels.partition_point(|&label| label < from);
    let end = region.labels.partition_point(|&label| label < to);
    &region.labels[start..end.max(start)]
}

/// How many of the lines right before and behind a row are pieces of its label.
struct Wrapped {
    before: usize,
    after: usize,
}

impl Wrapped {
    /// A label of several lines stands around the middle of its row. A row without words takes the line before it and one
    /// behind it; a line that begins with a small letter goes on.
    fn of(text: &str, lines: &[Line], row: &Row, before: &[usize], after: &[usize], next_is_bare: bool) -> Self {
        let joins_above = before.last().is_some_and(|&last| last + 1 == row.line && !lines[row.line].after_blank);
        let joins_below = after.first().is_some_and(|&first| first == row.line + 1 && !lines[first].after_blank);
        let goes_on = |line: &Line| line.text(text).starts_with(|first: char| first.is_lowercase() || first == '(');
        if row.label.is_empty() {
            // Of the lines between two rows without words each takes half.
            let free = after.len().saturating_sub(usize::from(next_is_bare));
            return Self { before: usize::from(joins_above), after: usize::from(joins_below && free > 0) };
        }
        let below = usize::from(joins_below && goes_on(&lines[row.line + 1]));
        let lower = row.label.first().is_some_and(|label| label.of(text).starts_with(char::is_lowercase));
        let open = before.last().is_some_and(|&last| is_open(lines[last].text(text)));
        if !joins_above || !(lower || below > 0 || open) {
            return Self { before: 0, after: below };
        }
        // The line above may itself go on with the one above it.
        let goes_further = |pair: &&[usize]| match **pair {
            [above, line] => {
                above + 1 == line && !lines[line].after_blank && (goes_on(&lines[line]) || is_open(lines[above].text(text)))
            }
            _ => false,
        };
        let further = before.windows(2).rev().take_while(goes_further).count();
        Self { before: 1 + further, after: below }
    }
}

/// Whether words cannot be a whole label: `Stichting Zon voor de` goes on.
fn is_open(words: &str) -> bool {
    const OPEN: [&str; 10] = ["de", "het", "een", "en", "van", "voor", "in", "met", "aan", "op"];
    words.split_whitespace().next_back().is_some_and(|last| OPEN.contains(&last)) || words.ends_with(',')
}
