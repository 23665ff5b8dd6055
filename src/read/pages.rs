//! The printed page of each place in a text.

use crate::{layouts::printed_page, source::Span};

/// Where the printed pages of a text begin.
#[derive(Default)]
pub(super) struct Pages {
    /// The first byte of each page and its number, in order.
    starts: Vec<(usize, u32)>,
}

impl Pages {
    /// Pages by their breaks (form feeds) and by the numbers that they print; nothing where the text shows neither.
    pub(super) fn of(text: &str) -> Self {
        let starts = if text.contains('\u{c}') { pages_between_breaks(text) } else { pages_between_numbers(text) };
        Self { starts }
    }

    /// The page that a place stands on.
    pub(super) fn at(&self, span: Span) -> Option<u32> {
        let before = self.starts.partition_point(|&(start, _)| start <= span.start as usize);
        before.checked_sub(1).map(|at| self.starts[at].1)
    }
}

/// Each stretch between two breaks is a page. Its number is what it prints; a page that prints none follows the one
/// before it, or else the breaks are counted.
fn pages_between_breaks(text: &str) -> Vec<(usize, u32)> {
    let mut starts = Vec::new();
    let mut start = 0;
    for (at, page) in text.split('\u{c}').enumerate() {
        let counted = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let next = starts.last().map_or(counted, |&(_, number): &(usize, u32)| number.saturating_add(1));
        let printed = number_of(page, next);
        starts.push((start, printed.unwrap_or(next)));
        start += page.len() + 1;
    }
    starts
}

/// The number that a page prints in its first or last lines: with a word, or alone where it is the one that must follow.
fn number_of(page: &str, expected: u32) -> Option<u32> {
    const LINES: usize = 2;
    let filled = || page.lines().map(str::trim).filter(|line| !line.is_empty());
    let edges = || filled().rev().take(LINES).chain(filled().take(LINES));
    edges().find_map(printed_page).or_else(|| edges().find_map(|line| line.parse().ok()).filter(|&number| number == expected))
}

/// Without breaks the lines with numbers part the pages: at the foot of each, or at its head where the text begins so.
fn pages_between_numbers(text: &str) -> Vec<(usize, u32)> {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty());
    let at_head = first.and_then(printed_page).is_some();
    let mut starts: Vec<(usize, u32)> = Vec::new();
    let (mut at, mut page_start) = (0, 0);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if let Some(number) = printed_page(line) {
            starts.push((if at_head { at } else { page_start }, number));
            page_start = end;
        }
        at = end;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pages that each of these words stands on.
    fn check(text: &str, expected: &[(&str, Option<u32>)]) {
        let pages = Pages::of(text);
        for &(word, page) in expected {
            let start = text.find(word).unwrap_or_default();
            assert_eq!(pages.at(Span::new(start, start + word.len())), page, "{word} in {text}");
        }
    }

    #[test]
    fn numbers_at_the_foot_and_at_the_head() {
        check("Een\nPagina 3 van 9\nTwee\nPagina 4 van 9\n", &[("Een", Some(3)), ("Twee", Some(4))]);
        check("\nBegroting 2024 Pagina 7\nEen\nPagina 8\nTwee\n", &[("Een", Some(7)), ("Twee", Some(8))]);
        check("Een\nTwee\n", &[("Een", None)]);
    }

    #[test]
    fn breaks_part_pages() {
        check("Een\n\u{c}Twee\n\u{c}Drie", &[("Een", Some(1)), ("Twee", Some(2)), ("Drie", Some(3))]);
        check("Een\nPagina 5\n\u{c}Twee\n6\n\u{c}Drie 12\n9", &[("Een", Some(5)), ("Twee", Some(6)), ("Drie", Some(7))]);
    }
}
