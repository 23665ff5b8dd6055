//! Lines to blocks: headings, paragraphs, list items, key figures, tables, stamps.
//!
//! A block knows its form and its place, never its meaning. Tables and key-figure blocks claim their lines first; what is
//! left is prose.

mod key_figure;
mod line;
mod prose;
pub mod table;

use crate::{scan::Amount, source::Span};

pub use key_figure::KeyFigure;
pub use line::{Line, is_label, lines};
pub use table::{Cell, Column, Grid, GridRow};

/// A piece of text of one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its form.
    pub form: Form,
    /// From its first character to its last, without white space around.
    pub span: Span,
}

/// What a block looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// A short line above other text.
    Heading,
    /// Running text.
    Paragraph,
    /// A list item: a bullet, a hyphen or a number before it.
    Item(Item),
    /// A label with its value on lines of their own: `Uitgaven`, `35,55%`, `€ -39.884`, `x € 1.000`.
    KeyFigure(KeyFigure),
    /// A label and an amount on one line: `Lasten € 31.415.900`.
    Labelled(Labelled),
    /// A table.
    Table(Grid),
    /// What the publishing system adds: stamps, navigation.
    Furniture,
}

/// A list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Its words, without the mark before them.
    pub text: Span,
    /// Columns of white space before the mark.
    pub indent: usize,
}

/// A label and an amount on one line. Offsets of the amount count in the whole text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labelled {
    /// The words before the amount.
    pub label: Span,
    /// The amount.
    pub amount: Amount,
}

/// Splits a text into blocks, in order. `is_furniture` tells the lines that the publishing system adds.
pub fn blocks(text: &str, is_furniture: &dyn Fn(&str) -> bool) -> Vec<Block> {
    let lines = table::unrolled::unrolled(text, lines(text));
    let mut blocks = Vec::new();
    let mut at = 0;
    let mut tables = table::tables(text, &lines, is_furniture).into_iter().peekable();
    while at < lines.len() {
        let claim = tables
            .next_if(|table| table.first <= at)
            .map(|table| (Form::Table(table.grid), table.first..table.end))
            .or_else(|| furniture(text, &lines, at, is_furniture))
            .or_else(|| key_figure::key_figure(text, &lines, at))
            .or_else(|| prose::labelled(text, &lines, at))
            .or_else(|| prose::item(text, &lines, at));
        let (form, claimed) = claim.unwrap_or_else(|| prose::running(text, &lines, at, tables.peek().map(|table| table.first)));
        let whole = claimed.end.max(at + 1).min(lines.len());
        let (form, end) = up_to_furniture(text, &lines, form, at..whole, is_furniture);
        blocks.push(Block { form, span: lines[at].span.to(lines[end - 1].span) });
        at = end;
    }
    blocks
}

/// A form and the lines that it takes.
type Claim = (Form, std::ops::Range<usize>);

/// Running text ends where the publishing system puts a line of its own, also without an empty line before it.
fn up_to_furniture(
    text: &str,
    lines: &[Line],
    form: Form,
    claimed: std::ops::Range<usize>,
    is_furniture: &dyn Fn(&str) -> bool,
) -> (Form, usize) {
    if !matches!(form, Form::Paragraph | Form::Item(_)) {
        return (form, claimed.end);
    }
    let is_own = |&at: &usize| is_furniture(lines[at].text(text));
    let end = (claimed.start + 1..claimed.end).find(is_own).unwrap_or(claimed.end);
    let last = lines[end - 1].span.end;
    let form = match form {
        Form::Item(item) if item.text.start < last => {
            Form::Item(Item { text: Span { start: item.text.start, end: last }, ..item })
        }
        _ => Form::Paragraph,
    };
    (form, end)
}

fn furniture(text: &str, lines: &[Line], at: usize, is_furniture: &dyn Fn(&str) -> bool) -> Option<Claim> {
    is_furniture(lines[at].text(text)).then_some((Form::Furniture, at..at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The forms of a text's blocks, each with the first words of it.
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = blocks(text, &|line| line.starts_with("Terug naar")).iter().map(|block| shown(block, text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    fn shown(block: &Block, text: &str) -> String {
        let form = match &block.form {
            Form::Heading => "heading".to_owned(),
            Form::Paragraph => "paragraph".to_owned(),
            Form::Item(item) => format!("item {}", item.text.of(text).lines().next().unwrap_or_default()),
            Form::KeyFigure(figure) => format!("key figure {}", figure.label.of(text)),
            Form::Labelled(labelled) => format!("labelled {}", labelled.label.of(text)),
            Form::Table(grid) => format!("table {}x{}", grid.rows.len(), grid.columns.len()),
            Form::Furniture => "furniture".to_owned(),
        };
        format!("{form}: {}", block.span.of(text).split_whitespace().next().unwrap_or_default())
    }

    #[test]
    fn prose_with_blank_lines() {
        check(
            "Begroting 2024\n\nProgramma Wonen\n\nWij bouwen door.\nOok in het dorp.\n\n • Bouwen\n • Slopen\nLasten € 12\n",
            &[
                "heading: Begroting",
                "heading: Programma",
                "paragraph: Wij",
                "item Bouwen: •",
                "item Slopen: •",
                "labelled Lasten: Lasten",
            ],
        );
    }

    #[test]
    fn prose_without_blank_lines() {
        check(
            "Zorg\nDe gemeente zorgt goed voor wie dat nodig heeft.\nWat gaan we doen?\n- Wij praten.\n- Wij luisteren.\nZie ook de site.",
            &[
                "heading: Zorg",
                "paragraph: De",
                "heading: Wat",
                "item Wij praten.: -",
                "item Wij luisteren.: -",
                "paragraph: Zie",
            ],
        );
    }

    #[test]
    fn key_figures_and_tables_claim_their_lines() {
        check(
            "Uitgaven\n\n12,5%\n\n€ -100\n\nx € 1.000\n12,5% Complete\n\nBedragen x €1.000\nPost 2024 2025\nSport 10 11\nTotaal 10 11\n",
            &["key figure Uitgaven: Uitgaven", "table 2x2: Bedragen"],
        );
    }

    #[test]
    fn furniture_is_told_from_outside() {
        check("Terug naar navigatie - Zorg\n\nZorg is er voor iedereen.", &["furniture: Terug", "paragraph: Zorg"]);
    }
}
