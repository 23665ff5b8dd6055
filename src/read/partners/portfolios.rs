//! Portfolios of aldermen: a topic, a dash, and who carries it out (`Afval – ABC, DEF`).

use super::{
    kinds,
    names::{Name, is_marked},
};
use crate::{
    read::{page::Page, parties::portfolio_lines},
    scan::words::{Word, words},
    source::Span,
};

/// What is named behind a dash in a list of portfolios, and what has a line of its own there.
pub(super) fn partners(page: &Page<'_>) -> Vec<Name> {
    let mut found = Vec::new();
    for line in portfolio_lines(page) {
        match behind_dash(page, line) {
            Some(spans) => found.extend(spans.into_iter().map(|span| Name { span, abbreviation: None })),
            None if is_body(page.words(line)) => found.push(Name { span: line, abbreviation: None }),
            None => {}
        }
    }
    found
}

/// The names behind the dash, where there is nothing else but names.
fn behind_dash(page: &Page<'_>, line: Span) -> Option<Vec<Span>> {
    const DASHES: [&str; 4] = [" – ", " - ", " — ", ": "];
    let text = page.words(line);
    let (at, dash) = DASHES.iter().filter_map(|dash| Some((text.rfind(dash)?, dash.len()))).max()?;
    let behind = &text[at + dash..];
    let mut shorts = 0;
    let mut names = Vec::new();
    for name in behind.split([',', '/', ';']).flat_map(|part| part.split(" en ")).map(str::trim) {
        let is_short = is_short(name);
        let is_name = is_short || (words(name).count() <= 3 && words(name).all(Word::is_capitalised));
        if name.is_empty() || !is_name || kinds::is_no_partner(name) {
            return None;
        }
        shorts += usize::from(is_short || kinds::kind_of(name) == kinds::Kind::Strong);
        names.push(line.inside(text, name));
    }
    (shorts > 0).then_some(names)
}

/// Capitals, as bodies are abbreviated.
fn is_short(name: &str) -> bool {
    const MOST_CHARACTERS: usize = 8;
    let count = name.chars().count();
    (2..=MOST_CHARACTERS).contains(&count)
        && name.chars().all(char::is_alphanumeric)
        && (name.chars().all(char::is_uppercase) || is_marked(name))
}

/// `Regio Meerstad`, `Veiligheidsregio Meer`.
fn is_body(line: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let is_region = line.strip_prefix("Regio ").is_some_and(|region| words(region).all(Word::is_capitalised));
    words(line).count() <= MOST_WORDS
        && words(line).all(Word::is_capitalised)
        && !line.contains([':', ',', '–', '/'])
        && (is_region || (kinds::is_strong(line) && !kinds::is_no_partner(line)))
}
