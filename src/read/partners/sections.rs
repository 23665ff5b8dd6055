//! What begins a list of affiliated parties, heads its tables and records, and ends it.

use super::entries::{is_between, without_numbering};
use crate::{
    read::heading::{Asks, asks},
    scan::words::{folded, words},
};

/// `Blz. 12 01.4 Verbonden partijen`, or another line whose own number says that it stands in a list of contents.
pub(super) fn is_map_line(line: &str) -> bool {
    line.starts_with("Blz. ") || line.starts_with("Pagina ") || opens_section(line).is_some()
}

/// Whether a heading opens a section of affiliated parties: `Some(true)` where it calls them so, `Some(false)` where it
/// speaks of joint arrangements or holdings alone.
pub(super) fn opens_section(line: &str) -> Option<bool> {
    const MOST_WORDS: usize = 7;
    let bare = without_numbering(line).trim_end_matches(|mark: char| mark.is_ascii_digit() || matches!(mark, '.' | ' ' | ':'));
    let folded = folded(bare);
    let is_heading = bare.starts_with(char::is_uppercase) && folded.split(' ').count() <= MOST_WORDS && !folded.contains(". ");
    if !is_heading {
        return None;
    }
    if folded.contains("verbonden partijen") || folded.ends_with("verbonden partij") && folded.split(' ').count() <= 2 {
        return Some(true);
    }
    matches!(folded.as_str(), "deelnemingen" | "gemeenschappelijke regelingen" | "overzicht gemeenschappelijke regelingen")
        .then_some(false)
}

/// Whether a heading begins what is no part of the list any more.
pub(super) fn ends_section(line: &str) -> bool {
    const OTHER_SECTIONS: [&str; 16] = [
        "programma",
        "programma's",
        "deelprogramma",
        "deelprogramma's",
        "paragraaf",
        "paragrafen",
        "indicatoren",
        "beleidsindicatoren",
        "grondbeleid",
        "bedrijfsvoering",
        "financiering",
        "weerstandsvermogen",
        "projecten",
        "investeringen",
        "financiën",
        "hoofdstuk",
    ];
    let bare = folded(without_numbering(line));
    let first = words(&bare).next().map_or("", |word| word.text);
    matches!(asks(line), Asks::Goals | Asks::Measures | Asks::JointWork | Asks::Cost)
        || (OTHER_SECTIONS.contains(&first) && !bare.contains("verbonden partij"))
        || bare.starts_with("lokale heffingen")
        || bare.starts_with("onderhoud kapitaalgoederen")
}

/// A cell of a header.
pub(super) struct Header {
    pub(super) asks_name: bool,
    pub(super) tells_purpose: bool,
}

/// Whether a line is a header of a table of parties, cell by cell or in one line.
pub(super) fn header_of(line: &str) -> Option<Header> {
    const NAMES: [&str; 14] = [
        "naam",
        "verbonden",
        "partij",
        "partijen",
        "organisatie",
        "gr",
        "regeling",
        "vennootschap",
        "vennootschappen",
        "stichting",
        "stichtingen",
        "deelneming",
        "instelling",
        "samenwerkingsverband",
    ];
    const PURPOSES: [&str; 14] = [
        "belang",
        "doel",
        "doelstelling",
        "taak",
        "taken",
        "programma",
        "plaats",
        "vestigingsplaats",
        "activiteit",
        "activiteiten",
        "omschrijving",
        "beleidsveld",
        "rechtsvorm",
        "bevoegdheden",
    ];
    const OTHERS: [&str; 34] = [
        "bijdrage",
        "aandeel",
        "bestuur",
        "bestuurlijk",
        "bestuurlijke",
        "financieel",
        "financiële",
        "openbaar",
        "publiek",
        "eigen",
        "vreemd",
        "vermogen",
        "resultaat",
        "risico",
        "risico's",
        "begroting",
        "rekening",
        "dividend",
        "deelnemers",
        "in",
        "het",
        "van",
        "de",
        "per",
        "en",
        "gemeentelijke",
        "gemeenschappelijke",
        "jaar",
        "x",
        "bedragen",
        "onze",
        "betrokkenheid",
        "nr",
        "euro",
    ];
    let bare = folded(line);
    let all: Vec<&str> = words(&bare).map(|word| word.text).collect();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let has = |list: &[&str]| all.iter().any(|word| list.contains(word));
    let known = |word: &&str| NAMES.contains(word) || PURPOSES.contains(word) || OTHERS.contains(word) || is_number(word);
    if all.is_empty() || all.len() > 14 || all.iter().all(|word| is_number(word)) || !all.iter().all(known) {
        return None;
    }
    let asks_name = all.first().is_some_and(|first| NAMES.contains(first) || matches!(*first, "gemeenschappelijke" | "nr"));
    Some(Header { asks_name: asks_name && (NAMES.contains(&all[0]) || has(&NAMES)), tells_purpose: has(&PURPOSES) })
}

/// Whether each line of a paragraph may be a name or a cell of its own, and none goes on in the next one.
pub(super) fn is_row_of_words(paragraph: &str) -> bool {
    const MOST_BYTES: usize = 70;
    const MOST_WORDS: usize = 9;
    paragraph.lines().all(|line| {
        let line = line.trim();
        let last = words(line).last().map_or("", |word| word.text);
        line.len() <= MOST_BYTES
            && words(line).count() <= MOST_WORDS
            && !is_between(last)
            && !line.ends_with(['.', ',', ';'])
            && line.starts_with(|first: char| !first.is_lowercase())
    })
}

/// The name of a record: `Naam: Werkbedrijf Meer`, `Naam verbonden partij: …`.
pub(super) fn record_name(line: &str) -> Option<&str> {
    let by_spaces = || line.split_once("   ").filter(|(label, value)| *label == "Naam" && header_of(value).is_none());
    let (label, value) = line.split_once(':').or_else(by_spaces)?;
    let label = folded(label);
    let asks =
        matches!(label.as_str(), "naam" | "naam verbonden partij" | "verbonden partij" | "naam partij" | "naam organisatie");
    let value = value.trim();
    (asks && !value.is_empty()).then_some(value)
}

/// Whether words say that a list of parties follows, or nothing stands before it.
pub(super) fn introduces(before: &str) -> bool {
    let bare = folded(before.trim_end_matches([' ', '\n']));
    let bare = ["de", "het", "een"].iter().find_map(|article| bare.strip_suffix(article)).unwrap_or(&bare).trim_end();
    let said = ["deel in", "deel aan", "zijn", "van", "met", "in", "door", "zoals", "is", "naam"];
    bare.is_empty() || bare.ends_with(':') || said.iter().any(|end| bare.ends_with(end))
}
