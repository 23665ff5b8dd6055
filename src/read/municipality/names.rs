//! The names of municipalities, and the words that are made of them.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::scan::words::{Word, folded};

/// Every municipality since 2014 (Statistics Netherlands), one a line, by code: how much its code is more than the one
/// before it (nothing for one), its name, and the year in which it was no more: `2Bedum 2019`.
const LIST: &str = include_str!("list.txt");

/// What people call a municipality besides its name in the list, and words that are made of that: each with its name and
/// its code.
const OTHER_NAMES: [(&str, &str, u16); 10] = [
    ("den haag", "Den Haag", 518),
    ("haags", "Den Haag", 518),
    ("haagse", "Den Haag", 518),
    ("den bosch", "Den Bosch", 796),
    ("bossche", "Den Bosch", 796),
    ("dordts", "Dordrecht", 505),
    ("dordtse", "Dordrecht", 505),
    ("nuenen", "Nuenen", 820),
    ("zaans", "Zaanstad", 479),
    ("zaanse", "Zaanstad", 479),
];

/// Names that are ordinary words as well, or surnames: a capital at the begin of a sentence says nothing.
const ORDINARY: [&str; 22] = [
    "beek", "bergen", "best", "borne", "buren", "duiven", "goes", "haren", "hoorn", "huizen", "hulst", "kampen", "laren", "leek",
    "putten", "sluis", "soest", "stein", "vlist", "weert", "wierden", "winsum",
];

/// A municipality by one of its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub(super) name: &'a str,
    pub(super) code: Option<u16>,
    /// The first year in which there was none of this name.
    pub(super) ended: Option<i32>,
}

/// Names as they compare, each with the municipalities that are called so: two share a name (Bergen).
pub(super) type Names<'a> = BTreeMap<String, Vec<Entry<'a>>>;

/// The names of the list.
pub(super) fn known() -> &'static Names<'static> {
    static KNOWN: LazyLock<Names<'static>> = LazyLock::new(list);
    &KNOWN
}

/// The names that were municipalities' in a year.
pub(super) fn known_in(year: Option<i32>) -> Names<'static> {
    let is_there = |entry: &Entry<'_>| year.is_none_or(|year| entry.ended.is_none_or(|ended| year < ended));
    let mut names = known().clone();
    names.retain(|_, entries| {
        entries.retain(is_there);
        !entries.is_empty()
    });
    names
}

fn list() -> Names<'static> {
    let mut names = Names::new();
    let mut code = 0;
    for line in LIST.lines() {
        let bare = line.trim_start_matches(|first: char| first.is_ascii_digit());
        code += line[..line.len() - bare.len()].parse().unwrap_or(1);
        let (name, ended) = bare.rsplit_once(' ').and_then(|(name, year)| Some((name, year.parse().ok()?))).unzip();
        // A province in brackets tells two of the same name apart.
        let name = name.unwrap_or(bare).split(" (").next().unwrap_or(bare);
        names.entry(folded(name)).or_default().push(Entry { name, code: Some(code), ended });
    }
    for (word, name, code) in OTHER_NAMES {
        names.entry(word.to_owned()).or_default().push(Entry { name, code: Some(code), ended: None });
    }
    names
}

/// Whether a name is an ordinary word as well.
pub(super) fn is_ordinary(name: &str) -> bool {
    ORDINARY.contains(&folded(name).as_str())
}

/// A name in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) name: &'a str,
    /// How many words it takes.
    pub(super) words: usize,
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends; an ending that makes it an adjective is behind that.
    pub(super) end: usize,
    /// Whether it is an adjective (`Houtense`), not the name itself.
    pub(super) adjective: bool,
}

/// The longest name that begins at the first of these words, or the adjective that this word is.
pub(super) fn name_at<'a>(text: &str, words: &[Word<'_>], names: &Names<'a>) -> Option<Found<'a>> {
    const MOST_WORDS: usize = 5;
    let first = words.first()?;
    let start = start_of_name(text, *first)?;
    let length = words.len().min(MOST_WORDS);
    let one = folded(&text[start..first.end()]);
    let goes_on = || {
        let longer = format!("{one} ");
        names.range(longer.clone()..).next().is_some_and(|(name, _)| name.starts_with(&longer))
            || text[first.end()..].starts_with(',')
    };
    let long = (2..=length).rev().filter(|_| goes_on()).find_map(|length| {
        let end = words[length - 1].end();
        let entries = names.get(&folded(&text[start..end]))?;
        Some(Found { name: entries.first()?.name, words: length, start, end, adjective: false })
    });
    long.or_else(|| {
        let name = names.get(&one).and_then(|entries| entries.first()).map(|entry| entry.name);
        let found = |name, end, adjective| Found { name, words: 1, start, end, adjective };
        match name {
            Some(name) => Some(found(name, first.end(), is_made(&one))),
            None => made_of(&one, names).map(|name| found(name, end_of_stem(first, name), true)),
        }
    })
}

/// A name begins with a capital, or with `'s-`.
fn start_of_name(text: &str, word: Word<'_>) -> Option<usize> {
    if word.is_capitalised() {
        return Some(word.start);
    }
    let before = &text[..word.start];
    let quote = ['\'', '’', '‘', '`'].into_iter().find(|quote| before.ends_with(*quote))?;
    word.text.starts_with("s-").then(|| word.start - quote.len_utf8())
}

fn is_made(word: &str) -> bool {
    OTHER_NAMES.iter().any(|(made, name, _)| *made == word && folded(name) != word && !word.contains(' ') && word != "nuenen")
}

fn end_of_stem(word: &Word<'_>, name: &str) -> usize {
    let is_stem = word.text.get(..name.len()).is_some_and(|stem| folded(stem) == folded(name));
    if is_stem { word.start + name.len() } else { word.end() }
}

/// The municipality that an adjective or a genitive is made of: `Edese`, `Houtens`, `Zeister`, `Bredase`, `Wageningse`,
/// `Nijmeegse`, `Zwolse`, `Goese`.
fn made_of<'a>(word: &str, names: &Names<'a>) -> Option<&'a str> {
    let name = |stem: &str| {
        names.get(stem).and_then(|entries| entries.first()).map(|entry| entry.name).filter(|name| !is_ordinary(name))
    };
    let plain = ["'s", "se", "er", "s"].into_iter().filter_map(|ending| word.strip_suffix(ending)).find_map(name);
    let of_sibilant = || word.strip_suffix('e').filter(|stem| stem.ends_with('s')).and_then(name_even_ordinary(names));
    plain.or_else(of_sibilant).or_else(|| {
        let stem = word.strip_suffix("se").or_else(|| word.strip_suffix('s'))?;
        shortened_names(stem).iter().find_map(|whole| name(whole))
    })
}

fn name_even_ordinary<'a>(names: &Names<'a>) -> impl Fn(&str) -> Option<&'a str> {
    move |stem| names.get(stem).and_then(|entries| entries.first()).map(|entry| entry.name)
}

/// Names that lose their end before `se`: `Wageningen`, `Almere`, `Gouda`, `Zwolle`, `Nijmegen`.
fn shortened_names(stem: &str) -> Vec<String> {
    const LEAST_LETTERS: usize = 4;
    let letters: Vec<char> = stem.chars().collect();
    let &[.., before, vowel, last] = letters.as_slice() else { return Vec::new() };
    if letters.len() < LEAST_LETTERS || matches!(last, 'a' | 'e' | 'i' | 'o' | 'u') {
        return Vec::new();
    }
    let mut names = vec![format!("{stem}en"), format!("{stem}a"), format!("{stem}{last}e")];
    if before == vowel {
        let single: String = letters[..letters.len() - 2].iter().collect();
        names.extend([format!("{single}{last}en"), format!("{single}{last}e")]);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::words::words;

    #[test]
    fn the_list_counts_its_codes() {
        let code = |name: &str| {
            known().get(name).map(|entries| entries.iter().map(|entry| (entry.code, entry.ended)).collect::<Vec<_>>())
        };
        assert_eq!(code("appingedam"), Some(vec![(Some(3), Some(2021))]));
        assert_eq!(code("delfzijl"), Some(vec![(Some(10), Some(2021))]));
        assert_eq!(code("ede"), Some(vec![(Some(228), None)]));
        assert_eq!(code("'s-hertogenbosch"), Some(vec![(Some(796), None)]));
        assert_eq!(code("bergen").map(|codes| codes.len()), Some(2));
        assert_eq!(known().values().flatten().filter(|entry| entry.ended.is_some()).count(), 88);
    }

    #[test]
    fn names_and_the_words_made_of_them() {
        let cases = [
            ("Houtense", Some("Houten"), "Houten"),
            ("Bredase", Some("Breda"), "Breda"),
            ("Goudse", Some("Gouda"), "Goudse"),
            ("Wageningse", Some("Wageningen"), "Wageningse"),
            ("Nijmeegse", Some("Nijmegen"), "Nijmeegse"),
            ("Almeerse", Some("Almere"), "Almeerse"),
            ("Zwolse", Some("Zwolle"), "Zwolse"),
            ("Haagse", Some("Den Haag"), "Haagse"),
            ("Goese", Some("Goes"), "Goes"),
            ("Zeists", Some("Zeist"), "Zeist"),
            ("EDE", Some("Ede"), "EDE"),
            ("’s-Hertogenbosch", Some("'s-Hertogenbosch"), "’s-Hertogenbosch"),
            ("Bergen op Zoom", Some("Bergen op Zoom"), "Bergen op Zoom"),
            ("Nuenen, Gerwen en Nederwetten", Some("Nuenen, Gerwen en Nederwetten"), "Nuenen, Gerwen en Nederwetten"),
            ("Europese", None, ""),
            ("Nederlandse", None, ""),
            ("Bergse", None, ""),
            ("ede", None, ""),
            ("Diverse", None, ""),
        ];
        for (text, name, cut) in cases {
            let all: Vec<_> = words(text).collect();
            let found = name_at(text, &all, known());
            assert_eq!(found.map(|found| found.name), name, "{text}");
            assert_eq!(found.map_or("", |found| &text[found.start..found.end]), cut, "{text}");
        }
    }
}
