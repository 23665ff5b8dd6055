//! Whether a text ends where it was meant to.

use super::{doubts::Doubts, page::Page};
use crate::{
    blocks::{Block, Form, Grid},
    document::Code,
    scan::words::is_small_word,
};

/// Doubts a text that ends in the middle of a sentence or of a table's row.
pub(super) fn ending(page: &Page<'_>, doubts: &mut Doubts) {
    let last = page.blocks.iter().rfind(|block| block.form != Form::Furniture);
    if let Some(block) = last.filter(|block| breaks_off(page, block)) {
        doubts.add(Code::TextCutOff, block.span);
    }
}

fn breaks_off(page: &Page<'_>, block: &Block) -> bool {
    match &block.form {
        Form::Paragraph => is_half_a_sentence(page.words(block.span)),
        Form::Heading => ends_in_small_word(page.words(block.span)),
        Form::Table(grid) => is_half_a_row(grid),
        _ => false,
    }
}

/// Many words without a mark that ends a sentence, the last of them in small letters.
fn is_half_a_sentence(words: &str) -> bool {
    const FEWEST_WORDS: usize = 8;
    words.ends_with(|last: char| last.is_lowercase() || matches!(last, ',' | '-'))
        && words.split_whitespace().count() >= FEWEST_WORDS
}

/// Nothing that is whole ends in `voor` or `de`; a short line without a full stop may be all there is.
fn ends_in_small_word(line: &str) -> bool {
    line.split_whitespace().last().is_some_and(is_small_word)
}

/// The last row has fewer cells than every other.
fn is_half_a_row(grid: &Grid) -> bool {
    let Some((last, others)) = grid.rows.split_last() else { return false };
    others.len() > 1 && last.places.is_empty() && others.iter().all(|row| row.cells.len() > last.cells.len())
}

#[cfg(test)]
mod tests {
    use crate::{document::Code, read::read, source::Source};

    fn check(text: &str, expected: bool) {
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        assert_eq!(document.problems.iter().any(|problem| problem.code == Code::TextCutOff), expected, "{text}");
    }

    #[test]
    fn sentences_and_rows_that_break_off() {
        check("Begroting 2024\n\nDe gemeente bouwt in het dorp huizen voor ouderen en voor", true);
        check("Begroting 2024\n\nDe gemeente bouwt in het dorp huizen voor ouderen en voor starters.", false);
        check("Begroting 2024\n\nGemeente Voorbeeldstad", false);
        check("Begroting 2024\n\nPost 2024 2025\nWonen 1 2\nZorg 3 4\nSport 5", true);
        check("Begroting 2024\n\nPost 2024 2025\nWonen 1 2\nZorg 3 4\nSport 5 6", false);
    }
}
