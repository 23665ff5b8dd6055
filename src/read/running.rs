//! Lines that stand at the head or foot of page after page: printed once for the reader, repeated for the binder.

use crate::source::sort_by_rank;
use std::collections::{BTreeMap, BTreeSet};

use crate::{layouts::printed_page, scan::words::folded};

/// The lines at the edges of pages that have stood there before.
#[derive(Default)]
pub(super) struct RunningLines {
    /// Where each begins, in order.
    starts: Vec<usize>,
}

impl RunningLines {
    /// The repeated lines at the edges of the pages that form feeds part. The first of each stays: it may be the heading
    /// that the others repeat.
    pub(super) fn of(text: &str) -> Self {
        let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut at = 0;
        for page in text.split_inclusive('\u{c}') {
            for (start, line) in edges(page) {
                seen.entry(folded(line)).or_default().push(at + start);
            }
            at += page.len();
        }
        let again =
            seen.into_values().filter(|places| places.len() >= FEWEST_PAGES).flat_map(|places| places.into_iter().skip(1));
        let mut starts: Vec<usize> = again.chain(titles_with_numbers(text)).collect();
        sort_by_rank(&mut starts, |start| *start as u64);
        Self { starts }
    }

    /// Whether a repeated line begins at a place.
    pub(super) fn begin_at(&self, start: usize) -> bool {
        self.starts.binary_search(&start).is_ok()
    }
}

/// Fewer pages may begin with the same question.
const FEWEST_PAGES: usize = 4;

/// Lines that print a title with their page's number, without the first of each.
fn titles_with_numbers(text: &str) -> Vec<usize> {
    let mut titles = BTreeSet::new();
    let mut again = Vec::new();
    let mut at = 0;
    for raw in text.split_inclusive('\n') {
        let line = raw.trim();
        if printed_page(line).is_some() && !titles.insert(line.trim_end_matches(|last: char| last.is_ascii_digit())) {
            again.push(at + raw.len() - raw.trim_start().len());
        }
        at += raw.len();
    }
    again
}

/// The first and the last lines of a page that could be its head and foot, each with its place.
fn edges(page: &str) -> Vec<(usize, &str)> {
    const LINES: usize = 2;
    const LONGEST_BYTES: usize = 120;
    let mut at = 0;
    let lines: Vec<(usize, &str)> = page
        .split_inclusive('\n')
        .map(|raw| {
            let line = raw.trim();
            let start = at + (raw.len() - raw.trim_start().len());
            at += raw.len();
            (start, line)
        })
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let inner = LINES..lines.len().saturating_sub(LINES).max(LINES);
    let edges = lines.into_iter().enumerate().filter(|(at, _)| !inner.contains(at)).map(|(_, line)| line);
    edges.filter(|(_, line)| line.len() <= LONGEST_BYTES && super::heading::asks(line) == super::heading::Asks::Nothing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_once() {
        let page = "Begroting van Voorbeeldstad\n\nEen regel.\nNog een.\nWat verder.\n\nGemeente Voorbeeldstad\n\u{c}";
        let text = page.repeat(4);
        let running = RunningLines::of(&text);
        let at = |page_number: usize, word: &str| page_number * page.len() + page.find(word).unwrap_or_default();
        assert!(
            !running.begin_at(at(0, "Begroting")) && running.begin_at(at(1, "Begroting")) && running.begin_at(at(3, "Gemeente"))
        );
        assert!(!running.begin_at(at(2, "Nog")));
        assert!(!RunningLines::of(&page.repeat(3)).begin_at(at(1, "Begroting")));
    }
}
