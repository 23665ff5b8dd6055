//! Percentages, each with what it is of.

use super::{
    doubts::Doubts,
    page::{Page, Scopes},
};
use crate::{
    blocks::{Block, Form, Grid},
    document::{Code, Percentage},
    scan::{
        self, ScannedPercentage,
        words::{just_before, just_behind},
    },
    source::Span,
};
use rust_decimal::Decimal;

/// Every percentage of the text.
pub(super) fn percentages(page: &Page<'_>, scopes: &Scopes, doubts: &mut Doubts) -> Vec<Percentage> {
    let mut found = Vec::new();
    for block in page.blocks.iter().filter(|block| block.form != Form::Furniture) {
        for scanned in scan::percentages(page.words(block.span)) {
            let span = block.span.part(scanned.start, scanned.end);
            found.push(Percentage {
                printed: page.words(span).to_owned(),
                value: scanned.value,
                about: about(page, block, &scanned, span),
                programme: scopes.at(span),
                span,
            });
            if scanned.value > Decimal::ONE_HUNDRED && matches!(block.form, Form::KeyFigure(_)) {
                doubts.add(Code::ShareOverHundred, span);
            }
        }
    }
    found
}

/// What it is of: the label of its card or row; in running text the words behind it, else those before it.
fn about(page: &Page<'_>, block: &Block, scanned: &ScannedPercentage, span: Span) -> Option<String> {
    let words = page.words(block.span);
    let about = match &block.form {
        Form::KeyFigure(card) => page.words(card.label).to_owned(),
        Form::Table(grid) => row_label(page, grid, span)?,
        _ => words_behind(just_behind(words, scanned.end, NEAR_BYTES))
            .unwrap_or_else(|| words_before(just_before(words, scanned.start, NEAR_BYTES))),
    };
    (!about.is_empty()).then_some(about)
}

fn row_label(page: &Page<'_>, grid: &Grid, span: Span) -> Option<String> {
    let starts_before = |row: &&crate::blocks::GridRow| row.label.first().is_some_and(|label| label.start <= span.start);
    grid.rows.iter().rfind(starts_before).map(|row| row.words(page.text))
}

const MOST_WORDS: usize = 10;

/// How far the words stand that say what a percentage is of.
const NEAR_BYTES: usize = 200;

/// `35% van de kinderen naar een club gaat`: from "van" up to the next mark.
fn words_behind(rest: &str) -> Option<String> {
    let clause = rest.split(['.', ',', ';', '(', ')', '\n']).next()?.trim();
    let words: Vec<&str> = clause.split_whitespace().take(MOST_WORDS).collect();
    (words.first() == Some(&"van")).then(|| words[1..].join(" "))
}

fn words_before(before: &str) -> String {
    let sign = |character: char| character.is_whitespace() || matches!(character, '-' | '−' | '+');
    let clause = before[clause_start(before)..].trim_matches(sign);
    let words: Vec<&str> = clause.split_whitespace().collect();
    words[words.len().saturating_sub(MOST_WORDS)..].join(" ")
}

/// Behind the last mark that ends a clause: not the full stop in a number, nor a bracket that closes again.
fn clause_start(before: &str) -> usize {
    let mut closes = false;
    let mut behind: Option<char> = None;
    for (at, mark) in before.char_indices().rev() {
        let ends = match mark {
            '.' => !behind.is_some_and(|next| next.is_ascii_digit()),
            '(' => !std::mem::take(&mut closes),
            mark => matches!(mark, ';' | ':' | '\n'),
        };
        if ends {
            return at + mark.len_utf8();
        }
        closes |= mark == ')';
        behind = Some(mark);
    }
    0
}

#[cfg(test)]
mod tests {
    use crate::{document::Code, read::read, source::Source};

    fn check(text: &str, expected: &[(&str, &str)]) {
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let found: Vec<_> = document
            .percentages
            .iter()
            .map(|found| (found.printed.as_str(), found.about.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_a_percentage_is_of() {
        check("Baten\n\n10,3%\n\n€ 12\n10,3% Complete\n", &[("10,3%", "Baten"), ("10,3%", "Baten")]);
        check("Zorg\n\nWij zien dat 35% van de helpers moe is, meer niet.", &[("35%", "de helpers moe is")]);
        check("Zorg\n\nDe lonen stijgen met 5,2 %, de prijzen niet.", &[("5,2 %", "De lonen stijgen met")]);
        check("Zorg\n\nHulp. Er zijn 1.500 huizen, waarvan 30% leeg.", &[("30%", "Er zijn 1.500 huizen, waarvan")]);
        check("Zorg\n\nDe belasting (ozb) stijgt met 3,5%.", &[("3,5%", "De belasting (ozb) stijgt met")]);
        check("Zorg\n\nWij sparen (rente 2%).", &[("2%", "rente")]);
    }

    #[test]
    fn a_share_of_more_than_the_whole_is_a_doubt() {
        let document = read(&Source::from_bytes("a", "Saldo\n\n2234,27%\n\n€ -28\n".as_bytes()));
        assert!(document.problems.iter().any(|problem| problem.code == Code::ShareOverHundred));
    }
}
