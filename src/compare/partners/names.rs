//! When two names are those of one body: by their words, not by a list of bodies.

use crate::{
    read::{is_abbreviation, is_kind_alone, spells},
    scan::words::{is_small_word, lower, words},
};

/// What kind of name it is: only a full one says by itself whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    /// `Werkbedrijf Zilverland`: the same body wherever it stands.
    Full,
    /// `WBZ`: the same body unless full names say otherwise.
    Abbreviation,
    /// `Werkbedrijf`: which one depends on who says it.
    KindAlone,
}

impl Sort {
    pub(super) fn of(name: &str) -> Self {
        if is_kind_alone(name) {
            Self::KindAlone
        } else if is_abbreviation(name) {
            Self::Abbreviation
        } else {
            Self::Full
        }
    }
}

/// Words at the edges of a name that say nothing of whose it is: articles and legal forms.
const AT_THE_EDGES: [&str; 15] = [
    "de",
    "het",
    "gemeenschappelijke",
    "regeling",
    "gr",
    "nv",
    "bv",
    "stichting",
    "vereniging",
    "cooperatie",
    "cooperatieve",
    "ua",
    "holding",
    "vof",
    "cv",
];

/// The words of a name as they are compared: without case, accents and punctuation, and without the articles and legal forms
/// at its edges, unless it has nothing else.
pub(super) fn plain_words(name: &str) -> Vec<String> {
    let bare: String = name.chars().filter(|mark| *mark != '.').map(lower).map(unaccented).collect();
    let all: Vec<String> = bare
        .replace('&', " en ")
        .split(|mark: char| !mark.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let is_edge = |word: &&String| AT_THE_EDGES.contains(&word.as_str());
    let before = all.iter().take_while(is_edge).count();
    let behind = all.iter().rev().take_while(is_edge).count();
    match all.get(before..all.len().saturating_sub(behind)) {
        Some(inner) if !inner.is_empty() => inner.to_vec(),
        _ => all,
    }
}

/// By what the same name is known again: its words.
pub(super) fn key(name: &str) -> String {
    plain_words(name).join(" ")
}

/// By what a name is known again that has its words joined or parted, or inflected (`regionaal` with an e): its letters, run
/// together. None where too few are left to be sure.
pub(super) fn loose_key(name: &str) -> Option<String> {
    const LEAST_LETTERS: usize = 8;
    let key: String = telling_words(name).iter().map(|word| word.strip_suffix('e').unwrap_or(word)).collect();
    (key.chars().count() >= LEAST_LETTERS).then_some(key)
}

/// The words of a name without the small ones.
pub(super) fn telling_words(name: &str) -> Vec<String> {
    plain_words(name).into_iter().filter(|word| !is_small_word(word)).collect()
}

/// Whether two names that go by one abbreviation can be those of one body, by their telling words: those that one has more
/// than the other add to it and put nothing in the place of another.
pub(super) fn agree(one: &[String], other: &[String]) -> bool {
    let lacks = |words: &[String], others: &[String]| words.iter().any(|word| !others.iter().any(|its| extends(word, its)));
    !lacks(one, other) || !lacks(other, one)
}

/// Whether two words are the same, or one goes on from the other: `werkvoorziening` and `werkvoorzieningschap`.
fn extends(one: &str, other: &str) -> bool {
    const LEAST_BYTES: usize = 5;
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short == long || (short.len() >= LEAST_BYTES && long.starts_with(short))
}

/// Whether the first word of one name abbreviates the first words of another, and the rest is the same: `GGD Zilverland` and
/// `Gemeentelijke gezondheidsdienst Zilverland`. Of the first the words that are behind that one are given, of the other all.
pub(super) fn abbreviates(first: &str, rest: &[String], whole: &[String]) -> bool {
    let front = whole.strip_suffix(rest).unwrap_or_default();
    !rest.is_empty() && !front.is_empty() && is_abbreviation(first) && spells(&front.join(" "), first)
}

/// The first word of a name, as printed.
pub(super) fn first_word(name: &str) -> &str {
    words(name).next().map_or("", |word| word.text)
}

/// By what the proper name is known again at the end of one that tells the kind of body first: `zwaluw` of `Dorpshuis De
/// Zwaluw`.
pub(super) fn proper_tail(name: &str) -> Option<String> {
    const ARTICLES: [&str; 3] = [" De ", " Het ", " 't "];
    let at = ARTICLES.iter().filter_map(|article| name.rfind(article)).max()?;
    Some(key(&name[at..]))
}

/// A letter without its accent, as far as Dutch names have them.
fn unaccented(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_without_article_case_accents_and_legal_form() {
        for name in
            ["Werkbedrijf Zilverland", "het werkbedrijf Zilverland", "Werkbedrijf Zilverland B.V.", "GR Werkbedrijf-Zilverland"]
        {
            assert_eq!(key(name), "werkbedrijf zilverland", "{name}");
        }
        assert_eq!(key("Coöperatie Élan & Zon U.A."), "elan en zon");
        assert_eq!(key("De Stichting"), "de stichting", "nothing else is left");
    }

    #[test]
    fn joined_and_inflected_names_have_one_loose_key() {
        assert_eq!(loose_key("Veiligheids regio Zilverland"), loose_key("Veiligheidsregio Zilverland"));
        assert_eq!(loose_key("Zon"), None);
    }

    #[test]
    fn names_agree_unless_each_says_something_else() {
        let cases = [
            ("Gezondheidsdienst Zilverland", "Regionale Gezondheidsdienst Zilverland", true),
            ("Werkvoorziening Zilverland", "Werkvoorzieningschap Zilverland", true),
            ("Gezondheidsdienst Zilverland", "Gezondheidsdienst Goudland", false),
            ("Werkbedrijf Zilverland", "Woonbedrijf Zilverland", false),
        ];
        for (one, other, expected) in cases {
            assert_eq!(agree(&telling_words(one), &telling_words(other)), expected, "{one} / {other}");
        }
    }

    #[test]
    fn a_first_word_may_abbreviate() {
        let cases = [
            ("GGD Zilverland", "Gemeentelijke gezondheidsdienst Zilverland", true),
            ("RUD regio Meer", "Regionale uitvoeringsdienst regio Meer", true),
            ("GGD Zilverland", "Gemeentelijke gezondheidsdienst Goudland", false),
            ("GGD Zilverland", "Werkbedrijf Zilverland", false),
            ("GGD", "Gemeentelijke gezondheidsdienst", false),
        ];
        for (short, long, expected) in cases {
            let found = abbreviates(first_word(short), &plain_words(short)[1..], &plain_words(long));
            assert_eq!(found, expected, "{short} / {long}");
        }
    }
}
