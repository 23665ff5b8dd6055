//! Tables and cards that the text prints twice: each printed figure stays a figure, a sum counts it once.

use std::collections::BTreeMap;

use super::{doubts::Doubts, page::Page};
use crate::{
    blocks::{Block, Form},
    document::Code,
    source::Span,
};

/// The stretches of the text that stand in it before, word for word, in order.
///
/// Cards that come again are doubted where they are read; the rest is here.
pub(super) fn repeats(page: &Page<'_>, doubts: &mut Doubts) -> Vec<Span> {
    let blocks: Vec<&Block> = page.blocks.iter().filter(|block| block.form != Form::Furniture).collect();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut repeats = Vec::new();
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let twin = bears_figures(block).then(|| *first.entry(page.words(block.span)).or_insert(at)).filter(|&twin| twin < at);
        let length = twin.map_or(0, |twin| alike(page, &blocks, twin, at));
        if let Some(run) = blocks.get(at..at + length).filter(|run| tells_enough(page, run)) {
            repeats.extend(run.first().zip(run.last()).map(|(first, last)| first.span.to(last.span)));
            if !matches!(block.form, Form::KeyFigure(_)) {
                doubts.add(Code::RepeatedBlock, block.span);
            }
        }
        at += length.max(1);
    }
    repeats
}

fn bears_figures(block: &Block) -> bool {
    matches!(block.form, Form::Table(_) | Form::KeyFigure(_) | Form::Labelled(_))
}

/// How many blocks from `at` on are those from `twin` on.
fn alike(page: &Page<'_>, blocks: &[&Block], twin: usize, at: usize) -> usize {
    let same = |ahead: &usize| {
        let pair = blocks.get(twin + ahead).zip(blocks.get(at + ahead));
        twin + ahead < at && pair.is_some_and(|(one, other)| page.words(one.span) == page.words(other.span))
    };
    (0..blocks.len() - at).take_while(same).count()
}

/// Whether a run is too much to be alike by chance: a table or two cards, and not with zeros alone.
fn tells_enough(page: &Page<'_>, run: &[&Block]) -> bool {
    const FEWEST_DIGITS: usize = 6;
    let tables = run.iter().filter(|block| matches!(&block.form, Form::Table(grid) if grid.rows.len() > 1)).count();
    let cards = run.iter().filter(|block| bears_figures(block)).count();
    let digits = run.iter().flat_map(|block| page.words(block.span).bytes()).filter(|byte| (b'1'..=b'9').contains(byte));
    (tables > 0 || cards > 1) && digits.take(FEWEST_DIGITS).count() == FEWEST_DIGITS
}

#[cfg(test)]
mod tests {
    use crate::{document::Code, read::read, source::Source};

    /// The first line of each repeated stretch.
    fn check(text: &str, expected: &[&str]) {
        let source = Source::from_bytes("a", text.as_bytes());
        let document = read(&source);
        let found: Vec<_> = document.repeats.iter().map(|span| source.cut(*span).lines().next().unwrap_or_default()).collect();
        assert_eq!(found, expected, "{text}");
        let doubts = document.problems.iter().filter(|problem| problem.code == Code::RepeatedBlock).count();
        assert_eq!(doubts, expected.len(), "{text}");
    }

    #[test]
    fn a_table_printed_twice() {
        let table = "Bedragen x € 1.000\nPost 2024 2025\nSport 110 111\nZorg 120 121\n\n";
        check(&format!("Begroting 2024\n\n{table}Tekst ertussen.\n\n{table}"), &["Bedragen x € 1.000"]);
        check(&format!("Begroting 2024\n\n{table}"), &[]);
    }

    #[test]
    fn lines_with_amounts_printed_twice() {
        let card = "Lasten € 31.415\nBaten € 11.824\n\n";
        check(&format!("Begroting 2024\n\n{card}Zorg\n\n{card}"), &["Lasten € 31.415"]);
        let zeros = "Lasten € 0\nBaten € 0\n\n";
        check(&format!("Begroting 2024\n\n{zeros}Zorg\n\n{zeros}"), &[]);
    }
}
