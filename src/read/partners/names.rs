//! Names in running text: runs of words with capitals, and the abbreviation in brackets behind them.

use super::{
    abbreviation,
    kinds::{self, Kind},
    regions::{self, Regions},
};
use crate::{
    scan::words::{Word, folded, is_small_word, words},
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
        let short = self.abbreviation.map_or(0, |short| short.range().end + 1);
        short.max(self.span.range().end)
    }
}

/// The names of one sentence, from left to right, none overlapping another. A lower-case name counts where brackets
/// behind it abbreviate it, and where it is a national body's.
pub(super) fn names(text: &str, sentence: Span, regions: &Regions) -> Vec<Name> {
    let base = sentence.range().start;
    let line = sentence.of(text);
    let all: Vec<Word<'_>> = words(line).collect();
    let spelled_out = abbreviation::spelled_out(line, &all);
    let mut found: Vec<Name> = abbreviation::abbreviated(line, &all)
        .into_iter()
        .chain(spelled_out)
        .map(|(name, short)| Name {
            span: Span::new(base + name.0, base + name.1),
            abbreviation: Some(Span::new(base + short.0, base + short.1)),
        })
        .collect();
    sort_by_rank(&mut found, |name| name.span.rank());
    let abbreviated = found.len();
    let mut at = 0;
    while at < all.len() {
        let end = run_end(line, &all, at);
        if end == at {
            at += 1;
            continue;
        }
        let start = with_type_word(line, &all, at);
        let span = Span::new(base + all[start].start, base + name_end(&all[end - 1], regions));
        let says_nothing = start == at && end == at + 1 && opens_only(line, &all, at);
        if !is_taken(&found[..abbreviated], span) && !says_nothing {
            found.push(Name { span, abbreviation: None });
        }
        at = end;
    }
    sort_by_rank(&mut found, |name| name.span.rank());
    found
}

/// The word for a kind of body before a name belongs to it: `stichting Zon`, `waterschap Zon en Maan`.
fn with_type_word(line: &str, all: &[Word<'_>], at: usize) -> usize {
    const TYPES: [&str; 6] = ["stichting", "waterschap", "hoogheemraadschap", "provincie", "landgoed", "bibliotheek"];
    // `De` and `Het` in the midst of a sentence have their capital from the name.
    let opens = |before: usize| before > 0 && matches!(all[before].text, "De" | "Het");
    let belongs = |before: &usize| TYPES.contains(&all[*before].text) || opens(*before);
    let before = at.checked_sub(1).filter(|before| belongs(before) && touches(line, all, *before, at));
    before.unwrap_or(at)
}

/// Whether nothing but spaces stands between two words.
fn touches(line: &str, all: &[Word<'_>], from: usize, to: usize) -> bool {
    is_blank(&line[all[from].end()..all[to].start])
}

/// A single word at the begin of a sentence that its place alone may have given a capital.
fn opens_only(line: &str, all: &[Word<'_>], at: usize) -> bool {
    at == 0 && is_common_opening(all[0].text) && !is_listed_next(line, &all[0])
}

/// Whether one of the names with an abbreviation, which stand in order, takes up this place.
fn is_taken(abbreviated: &[Name], span: Span) -> bool {
    let after = abbreviated.partition_point(|name| name.outer_end() <= span.range().start);
    let begin = |name: &Name| name.abbreviation.map_or(name.span.start, |short| short.start.min(name.span.start));
    abbreviated.get(after).is_some_and(|name| begin(name) < span.end)
}

/// The first word behind the run of name words that begins at `at`; `at` itself where none does.
fn run_end(line: &str, all: &[Word<'_>], at: usize) -> usize {
    if !begins_name(line, all, at) {
        return at;
    }
    let mut end = at + 1;
    while end < all.len() {
        let between = &line[all[end - 1].end()..all[end].start];
        if is_name_word(all[end].text) && !is_small_word(all[end].text) && (is_blank(between) || between == " & ") {
            end += 1;
        } else if goes_on_with_legal_form(line, all, end) {
            end += 2;
        } else if let Some(next) = behind_connector(line, all, at, end) {
            end = next + 1;
        } else {
            break;
        }
    }
    end
}

/// `N.V.` behind a name, or before one.
fn goes_on_with_legal_form(line: &str, all: &[Word<'_>], at: usize) -> bool {
    let form = line[all[at].start..].get(..4);
    matches!(form, Some("N.V." | "B.V." | "U.A.")) && is_blank(&line[all[at - 1].end()..all[at].start])
}

/// A space, or the end of a line that is wrapped; more spaces part columns.
fn is_blank(between: &str) -> bool {
    const MOST_SPACES: usize = 2;
    between.chars().all(|character| matches!(character, ' ' | '\n' | '\r'))
        && (between.len() <= MOST_SPACES || between.contains('\n'))
}

/// A name does not begin with what opens a sentence or stands for a person or the municipality itself.
fn begins_name(line: &str, all: &[Word<'_>], at: usize) -> bool {
    const OPENINGS: [&str; 23] = [
        "Vrijwilligers",
        "Medewerkers",
        "Leden",
        "Handhavers",
        "Vertegenwoordigers",
        "Na",
        "Tijdens",
        "Inwoners",
        "Gemeente",
        "Gemeenten",
        "Volgens",
        "Conform",
        "Inclusief",
        "Exclusief",
        "Eind",
        "Begin",
        "Beide",
        "Zowel",
        "Tevens",
        "Verder",
        "Ook",
        "College",
        "Doel",
    ];
    let word = all[at].text;
    is_national_body(word)
        || (is_name_word(word)
            && (is_long_enough(word) || with_type_word(line, all, at) < at)
            && !is_small_word(word)
            && !OPENINGS.contains(&word))
}

/// Two letters are a name where both are capitals, or one is a digit.
fn is_long_enough(word: &str) -> bool {
    word.chars().count() > 2 || word.chars().all(|character| character.is_uppercase() || character.is_ascii_digit())
}

/// `politie` is written in lower case.
fn is_national_body(word: &str) -> bool {
    word == kinds::NATIONAL_BODIES[0]
}

/// The word behind `van`, `van de` and the like, or behind `- en`, where it goes on with the name that begins at `start`.
fn behind_connector(line: &str, all: &[Word<'_>], start: usize, at: usize) -> Option<usize> {
    const MOST_LETTERS_OF_RIVER: usize = 6;
    let is = |at: usize, words: &[&str]| all.get(at).is_some_and(|word| words.contains(&word.text));
    let between = &line[all[at - 1].end()..all[at].start];
    let goes_on = |next: usize| all.get(next).is_some_and(|word| is_name_word(word.text)) && touches(line, all, next - 1, next);
    if between.starts_with('-') && all[at - 1].text.contains(char::is_lowercase) {
        // `Zon-, Maan- en Sterrendienst`
        let next = if is(at, &["en"]) { at + 1 } else { at };
        return (matches!(between, "-, " | "- ") && all.get(next).is_some_and(|word| is_name_word(word.text))).then_some(next);
    }
    let joins_two = |word: &Word<'_>| matches!(word.text, "voor" | "Voor");
    let pairs = || {
        let is_board = |before: usize| is_water_board(all[before].text);
        let board = at == start + 1 && start > 0 && is_board(start - 1) || at == start + 2 && is_board(start);
        let is_river = all[at - 1].text.chars().count() <= MOST_LETTERS_OF_RIVER;
        is(at, &["en"])
            && (board && is_river || all[start..at].iter().any(joins_two))
            && all.get(at + 1).is_some_and(|next| !tells_kind(next.text))
    };
    if !is_blank(between) || !(is(at, &["van", "voor", "regio", "De", "Het", "Den", "Ter"]) || pairs()) {
        return None;
    }
    let next = if is(at + 1, &["de", "der", "den", "het", "De", "Het"]) { at + 2 } else { at + 1 };
    (goes_on(next) && touches(line, all, at, at + 1)).then_some(next)
}

/// The names of water boards often join two rivers.
fn is_water_board(word: &str) -> bool {
    matches!(folded(word).as_str(), "waterschap" | "hoogheemraadschap")
}

fn tells_kind(word: &str) -> bool {
    kinds::kind_of(word) == Kind::Strong
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
fn name_end(word: &Word<'_>, regions: &Regions) -> usize {
    if word.text.len() == 1 {
        // The full stop of `N.V.`
        return word.end() + 1;
    }
    let region = regions::stem(word.text).filter(|stem| regions.contains(stem));
    region.map_or(word.end(), |region| word.start + region.len())
}

/// Whether what stands between two names makes them one list.
pub(super) fn joins(between: &str) -> bool {
    let is_joint = |word: &str| {
        const JOINTS: [&str; 16] = [
            "en",
            "of",
            "de",
            "het",
            "De",
            "Het",
            "met",
            "onze",
            "ook",
            "&",
            "/",
            "and",
            "alsmede",
            "evenals",
            "waaronder",
            "o.a.",
        ];
        let bare = word.trim_matches([',', '(', ')']);
        bare.is_empty() || JOINTS.contains(&bare)
    };
    let says = |words: &[&str]| between.split_whitespace().any(|word| words.contains(&word.trim_matches([',', '('])));
    let is_list = between.contains(',') || between.contains('/') || says(&["en", "of", "&", "and", "alsmede", "evenals"]);
    (is_list || says(&["waaronder", "o.a."]) || between.trim() == "(") && between.split_whitespace().all(is_joint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::sentences::sentences;

    fn check(text: &str, expected: &[&str]) {
        let blocks = crate::blocks::blocks(text, &|_| false);
        let regions = Regions::of(&crate::read::page::Page::new(text, &blocks));
        let found: Vec<_> = sentences(text, Span::new(0, text.len()))
            .into_iter()
            .flat_map(|sentence| names(text, sentence, &regions))
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
