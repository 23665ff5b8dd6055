//! Which unit is in force where.

use super::page::Page;
use crate::{
    blocks::{Block, Form},
    document::Unit,
    scan::{self, Amount, ScannedUnit, words},
    source::Span,
};

/// The longest line that states a unit and nothing else.
const LONGEST_LINE_BYTES: usize = 60;

/// Every statement of a unit outside tables and cards, in order.
pub(super) struct Units {
    stated: Vec<ScannedUnit>,
    /// The one that holds wherever the text states no other.
    of_document: Option<ScannedUnit>,
    headings: Vec<Span>,
}

impl Units {
    pub(super) fn of(page: &Page<'_>) -> Self {
        let outside = page.blocks.iter().filter(|block| matches!(block.form, Form::Heading | Form::Paragraph | Form::Item(_)));
        // A sentence may speak of euros too; only a short line, or one that speaks of amounts, states a unit for others.
        let is_of_others = |block: &&Block| {
            let words = page.words(block.span);
            words.len() <= LONGEST_LINE_BYTES || words::find_words(words, "bedragen").is_some() || holds_for_all(words)
        };
        let stated = outside.filter(is_of_others).flat_map(|block| {
            let base = block.span.start as usize;
            scan::units(page.words(block.span)).into_iter().map(move |unit| unit.shifted(base))
        });
        let stated: Vec<ScannedUnit> = stated.collect();
        let for_all = page
            .blocks
            .iter()
            .find(|block| matches!(block.form, Form::Paragraph | Form::Item(_)) && holds_for_all(page.words(block.span)));
        let of_document = for_all.and_then(|block| stated.iter().find(|unit| block.span.contains(place(unit))).copied());
        Self { stated, of_document, headings: page.headings().map(|(_, span)| span).collect() }
    }

    /// The unit of a table: its own; else of the line right below it; else the last one stated above it under its heading.
    pub(super) fn of_table(&self, block: &Block, own: Option<ScannedUnit>, next: Option<&Block>) -> Option<Unit> {
        let below = || next.and_then(|next| self.first_from(next.span.start).filter(|unit| next.span.contains(place(unit))));
        own.or_else(below).or_else(|| self.last_above(block.span, 0)).map(|unit| stated(&unit))
    }

    /// The unit that a table without one takes from further up: a statement a few headings before it, else that of the whole
    /// document. Where the document says what holds without a word, another unit holds under its own heading alone.
    pub(super) fn far_above(&self, block: &Block) -> Option<Unit> {
        const HEADINGS_BETWEEN: usize = 3;
        let above = || self.last_above(block.span, HEADINGS_BETWEEN);
        self.of_document.or_else(above).map(|unit| stated(&unit))
    }

    fn first_from(&self, start: u32) -> Option<ScannedUnit> {
        self.stated.get(self.stated.partition_point(|unit| unit.start < start as usize)).copied()
    }

    /// The last statement above a table, where it reaches the table. One before it would have more headings between.
    fn last_above(&self, span: Span, most_between: usize) -> Option<ScannedUnit> {
        let count = self.stated.partition_point(|unit| unit.end <= span.start as usize);
        self.stated[..count].last().copied().filter(|unit| self.headings_between(unit, span) <= most_between)
    }

    fn headings_between(&self, unit: &ScannedUnit, span: Span) -> usize {
        let before_table = self.headings.partition_point(|heading| heading.start < span.start);
        let before_unit = self.headings.partition_point(|heading| heading.start as usize <= unit.end);
        before_table.saturating_sub(before_unit)
    }
}

/// `Tenzij anders vermeld zijn alle bedragen in duizenden euro's`.
fn holds_for_all(words: &str) -> bool {
    ["tenzij", "behoudens"].iter().any(|word| words::find_words(words, word).is_some()) && !scan::units(words).is_empty()
}

fn place(unit: &ScannedUnit) -> Span {
    Span::new(unit.start, unit.end)
}

/// A unit that the text states.
pub(super) fn stated(unit: &ScannedUnit) -> Unit {
    Unit { factor: unit.factor, stated: true, chosen: false, span: Some(place(unit)) }
}

/// What a line says before its unit, without the words that lead to it: `Lasten (bedragen x …` is of `Lasten`.
pub(super) fn without_lead(before: &str) -> &str {
    let bare =
        |text: &'static str| move |rest: &str| words::ends_with_words(rest, text).then(|| rest.trim_end().len() - text.len());
    let trimmed = |rest: &str| {
        rest.trim_end_matches(|character: char| words::is_space(character) || matches!(character, '(' | ',' | ':' | '-')).len()
    };
    let mut end = trimmed(before);
    for lead in ["bedragen", "alle"] {
        if let Some(shorter) = bare(lead)(&before[..end]) {
            end = trimmed(&before[..shorter]);
        }
    }
    &before[..end]
}

/// The unit of an amount in running text: its own words, else euros; assumed where not even a currency is printed.
pub(super) fn of_amount(amount: &Amount) -> Unit {
    let factor = amount.scale.unwrap_or(1);
    let stated = amount.currency || amount.scale.is_some();
    Unit { factor, stated, chosen: false, span: stated.then(|| Span::new(amount.outer_start, amount.outer_end)) }
}
