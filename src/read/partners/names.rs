//! Names in running text: runs of words with capitals, and the abbreviation in brackets behind them.

use super::abbreviation;
use crate::{
    scan::words::{Word, is_small_word, words},
    source::{Span, sort_by_rank},
};

/// A name in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    /// The name.
    pub(super) span: Span,
    /// The abbreviation in brackets behind it.
    pub(super) abbreviation: Option<Span>,
}

impl Name {
    /// Where the name ends, with its abbreviation and the bracket that closes it.
    pub(super) fn outer_end(&self) -> usize {
        self.abbreviation.map_or(self.span.range().end, |short| short.range().end + 1)
    }
}

/// The names of one sentence, from left to right, none overlapping another. A lower-case name counts where brackets
/// behind it abbreviate it.
pub(super) fn names(text: &str, sentence: Span, regions: &[String]) -> Vec<Name> {
    let base = sentence.range().start;
    let line = sentence.of(text);
    let all: Vec<Word<'_>> = words(line).collect();
    let mut found: Vec<Name> = abbreviation::abbreviated(line, &all)
        .into_iter()
        .map(|(name, short)| Name {
            span: Span::new(base + name.0, base + name.1),
            abbreviation: Some(Span::new(base + short.0, base + short.1)),
        })
        .collect();
    let abbreviated = found.len();
    let mut at = 0;
    while at < all.len() {
        let end = run_end(line, &all, at);
        if end == at {
            at += 1;
            continue;
        }
        let span = Span::new(base + all[at].start, base + name_end(&all[end - 1], regions));
        let says_nothing = end == 1 && is_common_opening(all[0].text) && !is_listed_next(line, &all[0]);
        if !is_taken(&found[..abbreviated], span) && !says_nothing {
            found.push(Name { span, abbreviation: None });
        }
        at = end;
    }
    sort_by_rank(&mut found, |name| u64::from(name.span.start));
    found
}

/// Whether one of the names with an abbreviation, which stand in order, takes up this place.
fn is_taken(abbreviated: &[Name], span: Span) -> bool {
    let after = abbreviated.partition_point(|name| name.outer_end() <= span.range().start);
    abbreviated.get(after).is_some_and(|name| name.span.range().start < span.range().end)
}

/// The first word behind the run of name words that begins at `at`; `at` itself where none does.
fn run_end(line: &str, all: &[Word<'_>], at: usize) -> usize {
    if !is_name_word(all[at].text) || is_small_word(all[at].text) {
        return at;
    }
    let mut end = at + 1;
    while end < all.len() {
        let touches = |from: usize, to: usize| line[all[from].end()..all[to].start].chars().all(|between| between == ' ');
        if !touches(end - 1, end) {
            break;
        }
        if is_name_word(all[end].text) && !is_small_word(all[end].text) {
            end += 1;
        } else if let Some(next) = behind_connector(all, end).filter(|&next| touches(end, end + 1) && touches(next - 1, next)) {
            end = next + 1;
        } else {
            break;
        }
    }
    end
}

/// The word behind `van`, `van de` and the like, where it goes on with the name.
fn behind_connector(all: &[Word<'_>], at: usize) -> Option<usize> {
    let is = |at: usize, words: &[&str]| all.get(at).is_some_and(|word| words.contains(&word.text));
    if !is(at, &["van", "voor", "regio", "De", "Het", "Den", "Ter"]) {
        return None;
    }
    let next = if is(at + 1, &["de", "der", "den", "het", "De", "Het"]) { at + 2 } else { at + 1 };
    all.get(next).is_some_and(|word| is_name_word(word.text)).then_some(next)
}

/// A word that can be part of a name: it has a capital somewhere.
pub(super) fn is_name_word(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && word.chars().count() > 1
}

/// A word whose form alone tells a name: capitals inside (`ZOactief`, `vOS`), all capitals, or capitals with digits.
pub(super) fn is_marked(word: &str) -> bool {
    const FEWEST_CHARACTERS: usize = 3;
    let inner = word.chars().skip(1).any(char::is_uppercase);
    let numbered = word.chars().any(char::is_uppercase) && word.chars().any(|character| character.is_ascii_digit());
    (inner || numbered) && !word.contains('-') && word.chars().count() >= FEWEST_CHARACTERS
}

/// A single plain word at the begin of a sentence says nothing by its capital.
fn is_common_opening(word: &str) -> bool {
    word.chars().skip(1).all(|character| !character.is_uppercase())
}

/// `Woonkracht, Doeners en …`: a list that opens a sentence is one of names all the same.
fn is_listed_next(line: &str, word: &Word<'_>) -> bool {
    let rest = &line[word.end()..];
    rest.strip_prefix(", ").or_else(|| rest.strip_prefix(" en ")).is_some_and(|next| next.starts_with(char::is_uppercase))
}

/// A region's name without what it is joined to: `Voorbeeldmeerverband`, `V12-gemeenten`.
fn name_end(word: &Word<'_>, regions: &[String]) -> usize {
    let region = regions.iter().filter(|region| word.text.starts_with(region.as_str())).max_by_key(|region| region.len());
    let joined =
        region.filter(|region| super::signs::REGION_ENDINGS.contains(&word.text[region.len()..].trim_start_matches('-')));
    joined.map_or(word.end(), |region| word.start + region.len())
}

/// Whether what stands between two names makes them one list.
pub(super) fn joins(between: &str) -> bool {
    matches!(
        between.trim(),
        "," | "en" | ", en" | "/" | "&" | "of" | ", de" | "en de" | "en het" | ", het" | "en met" | "(" | ", onze"
    ) || matches!(between.trim(), "(waaronder" | "(o.a." | "waaronder")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::sentences::sentences;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text, Span::new(0, text.len()))
            .into_iter()
            .flat_map(|sentence| names(text, sentence, &["Voorbeeldmeer".to_owned()]))
            .map(|name| name.span.of(text))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn runs_of_capitals() {
        check("Wij werken met de Bibliotheek Noord en met Theater De Kast samen.", &["Bibliotheek Noord", "Theater De Kast"]);
        check("Ook Stichting Zon van Meer helpt.", &["Stichting Zon van Meer"]);
        check("Alles loopt in Voorbeeldmeerverband.", &["Voorbeeldmeer"]);
    }

    #[test]
    fn a_lower_case_name_with_its_abbreviation() {
        check("Ons kennisplatform Voorbeeldmeer Sociaal (kVS) helpt.", &["kennisplatform Voorbeeldmeer Sociaal"]);
    }
}
