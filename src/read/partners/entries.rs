//! One line of a list of affiliated parties: the name on it, or what it tells of a party.

use super::{
    abbreviation::is_abbreviation,
    kinds,
    names::{self, Name},
    sections::opens_section,
};
use crate::{
    read::{municipality, page::Page},
    scan::words::{Word, folded, is_space, just_before, just_behind, words},
    source::Span,
};

/// A line that may name a party.
pub(super) struct Entry {
    pub(super) name: Name,
    /// It tells its kind, or has an abbreviation.
    pub(super) is_strong: bool,
    /// Its words have capitals, as names do.
    pub(super) is_name: bool,
}

/// A line is a name, with what stands behind it cut off: brackets, a dash, a colon.
pub(super) fn entry(page: &Page<'_>, span: Span) -> Option<Entry> {
    let words_of_line = page.words(span);
    let line = without_numbering(words_of_line.lines().next().unwrap_or_default());
    let span = span.inside(words_of_line, line);
    let end = name_end(line);
    let name =
        line[..end].trim_end_matches(|character: char| is_space(character) || matches!(character, '*' | ',' | ';' | '.' | '|'));
    let name = with_final_stop(line, name);
    let name = without_article(name);
    let abbreviation = abbreviation_behind(&line[end..]).map(|short| span.inside(line, short));
    if !may_be_name(name) || is_told_of_party(name) || kinds::is_no_partner(name) || opens_sentence(line) {
        return None;
    }
    let is_name = is_written_as_name(name);
    let is_marked = is_name && words(name).any(|word| names::is_marked(word.text));
    let is_kind = kinds::is_strong(name) && has_capital(name);
    let is_strong = is_kind || is_marked || (abbreviation.is_some() && has_capital(name) && !is_role(name));
    Some(Entry { name: Name { span: span.inside(line, name), abbreviation }, is_strong, is_name: is_name && !name.contains(',') })
}

/// Whether words are few enough for a name, and whole: no piece of a sentence, nor of a cell that is wrapped.
fn may_be_name(name: &str) -> bool {
    const MOST_WORDS: usize = 12;
    const OF_SENTENCES: [&str; 12] =
        ["is", "zijn", "heeft", "hebben", "wordt", "worden", "kan", "moet", "gaat", "door", "grond", "dat"];
    let all: Vec<Word<'_>> = words(name).collect();
    let is_open = |word: Option<&Word<'_>>| word.is_none_or(|word| is_between(word.text));
    let is_kind_alone = kinds::is_weak_word(name);
    (1..=MOST_WORDS).contains(&all.len())
        && name.chars().count() >= 2
        && !is_open(all.last())
        && !all.iter().any(|word| OF_SENTENCES.contains(&word.text))
        && name.starts_with(char::is_alphanumeric)
        && !name.ends_with(['€', '-', '–'])
        && !is_kind_alone
}

/// Where the name on a line ends.
fn name_end(line: &str) -> usize {
    let dash = line.match_indices(['-', '–']).map(|(at, _)| at).find(|&at| line[..at].ends_with(' ') && !joins_places(line, at));
    let others = ["(", ":", "\t", "|", "  "].into_iter().map(|mark| line.find(mark));
    others.chain([dash]).flatten().min().unwrap_or(line.len())
}

/// `Metropoolregio Noord – Zuid`: a dash between two places.
fn joins_places(line: &str, dash: usize) -> bool {
    const MOST_WORDS: usize = 3;
    let behind = line[dash..].trim_start_matches(['-', '–', ' ']);
    kinds::is_strong(&line[..dash])
        && is_written_as_name(behind)
        && words(behind).count() <= MOST_WORDS
        && !words(behind).any(|word| is_task(word.text) || is_abbreviation(word.text))
}

/// The abbreviation in brackets or behind a dash.
fn abbreviation_behind(rest: &str) -> Option<&str> {
    let short = match rest.strip_prefix('(') {
        Some(inner) => inner.split(')').next()?,
        None => rest.trim_start_matches(['-', '–', ' ']),
    };
    (is_abbreviation(short) && !kinds::is_no_partner(short)).then_some(short)
}

/// `N.V.` keeps the full stop that would end a line.
fn with_final_stop<'a>(line: &'a str, name: &'a str) -> &'a str {
    let is_form = ["N.V", "B.V", "U.A"].iter().any(|form| name.ends_with(form));
    if is_form && line[name.len()..].starts_with('.') { &line[..=name.len()] } else { name }
}

fn has_capital(name: &str) -> bool {
    name.chars().any(char::is_uppercase)
}

/// Every word has a capital or a digit but the small ones between them: `Zon van Meer`, never `Bestuurlijk belang`.
fn is_written_as_name(name: &str) -> bool {
    let mut all = words(name);
    let begins = all.next().is_some_and(|first| {
        first.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || names::is_name_word(first.text)
    });
    begins
        && has_capital(name)
        && all.all(|word| {
            names::is_name_word(word.text)
                || word.is_capitalised()
                || is_between(word.text)
                || word.text == "regio"
                || word.text.bytes().all(|byte| byte.is_ascii_digit())
        })
}

pub(super) fn is_between(word: &str) -> bool {
    matches!(word, "van" | "de" | "der" | "den" | "het" | "voor" | "en" | "in" | "aan" | "te" | "op")
}

/// Without the number of a list or a chapter, and what a site map prints before a title.
pub(super) fn without_numbering(line: &str) -> &str {
    let mut rest = line.trim_start_matches(['•', '*', '-', '–', ' ', '\t']);
    for word in ["Blz. ", "Pagina "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    loop {
        let Some((number, behind)) = rest.split_once([' ', '\t']) else { return rest };
        let digits = number.trim_end_matches(['.', ')']);
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let is_letter = number.len() == 2 && digits.len() == 1 && digits.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !is_number && !is_letter && number != "o" {
            return rest;
        }
        rest = behind.trim_start();
    }
}

pub(super) fn is_numbered(line: &str) -> bool {
    without_numbering(line).len() < line.len()
}

fn without_article(name: &str) -> &str {
    let bare = ["De ", "Het ", "de ", "het "].into_iter().find_map(|article| name.strip_prefix(article));
    bare.unwrap_or(name)
}

/// What a line among the parties tells of one: never a name.
fn is_told_of_party(name: &str) -> bool {
    const FIRST: [&str; 55] = [
        "lasten",
        "baten",
        "resultaat",
        "tabel",
        "saldo",
        "overzicht",
        "voortgang",
        "lijst",
        "bijlage",
        "pagina",
        "hoofdstuk",
        "burgemeester",
        "wethouder",
        "wethouders",
        "bestuur",
        "bestuurlijk",
        "stemrecht",
        "bevoegdheden",
        "aandeel",
        "aandelen",
        "aandeelhouder",
        "vestigingsplaats",
        "plaats",
        "doel",
        "belang",
        "openbaar",
        "financieel",
        "bijdrage",
        "risico's",
        "risico",
        "inleiding",
        "algemeen",
        "ontwikkelingen",
        "totaal",
        "subtotaal",
        "overig",
        "overige",
        "geen",
        "nihil",
        "ja",
        "nee",
        "raad",
        "college",
        "portefeuillehouder",
        "gemeente",
        "gemeenten",
        "programma",
        "beleid",
        "visie",
        "toelichting",
        "deelnemers",
        "vertegenwoordiging",
        "rechtsvorm",
        "eigen",
        "relatie",
    ];
    let bare = folded(name);
    let first = words(&bare).next().map_or("", |word| word.text);
    let is_date_or_amount = name.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '€' | '-' | '%'))
        && !name.chars().any(char::is_uppercase);
    is_date_or_amount
        || FIRST.contains(&first) && !(first == "gemeente" && kinds::is_strong(name))
        || matches!(
            bare.as_str(),
            "belastingen" | "subsidies" | "financiën" | "balans" | "privacy" | "cookies" | "home" | "wijken"
        )
        || opens_section(name).is_some()
        || municipality::is_known(name)
}

/// A person's office with what stands behind it in brackets.
fn is_role(name: &str) -> bool {
    let bare = folded(name);
    ["voorzitter", "lid", "directeur", "bestuur", "secretaris"].iter().any(|role| bare.ends_with(role))
}

/// A line that goes on as a sentence does is no name: `De gemeente werkt samen.`
fn opens_sentence(line: &str) -> bool {
    let many = words(line).count();
    many > 5 && line.ends_with('.') && !line.ends_with(".V.") && !line.ends_with(".A.")
}

/// `Zonwater N.V.` on a line of its own: its full stop ends no sentence.
pub(super) fn is_name_with_legal_form(line: &str) -> bool {
    const MOST_WORDS: usize = 8;
    ["N.V.", "B.V.", "U.A."].iter().any(|form| line.ends_with(form))
        && is_written_as_name(line)
        && words(line).count() <= MOST_WORDS
}

/// The first cell of a line whose cells many spaces part.
pub(super) fn first_of_spaced_cells(line: &str) -> Option<&str> {
    let (first, rest) = line.split_once("    ")?;
    (!rest.contains('\n') && !first.is_empty()).then_some(first)
}

/// The first cell of the line that a cell stands on.
pub(super) fn first_cell(page: &Page<'_>, cell: Span) -> Span {
    const FAR_BYTES: usize = 200;
    let before = just_before(page.text, cell.range().start, FAR_BYTES);
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let first = line.split(['|', '\t']).map(str::trim).find(|cell| !cell.is_empty()).filter(|_| line.contains(['|', '\t']));
    first.map_or(cell, |first| Span::new(cell.range().start - before.len(), cell.range().start).inside(before, first))
}

/// Whether tabs or pipes part the cells of the line.
pub(super) fn has_separators(page: &Page<'_>, cell: Span) -> bool {
    const FAR_BYTES: usize = 200;
    let behind = just_behind(page.text, cell.range().end, FAR_BYTES);
    behind.lines().next().is_some_and(|line| line.contains(['|', '\t']))
}

/// A row whose cells ran together, without the purpose behind the name: from a word for a task on, or from the last word
/// with a capital.
pub(super) fn without_purpose(page: &Page<'_>, span: Span) -> Span {
    let text = page.words(span);
    let all: Vec<Word<'_>> = words(text).collect();
    let is_task = |word: &&Word<'_>| word.is_capitalised() && is_task(word.text);
    let last_capital = || all.iter().skip(1).rev().find(|word| word.is_capitalised());
    let cut = all.iter().skip(1).find(is_task).or_else(last_capital);
    cut.map_or(span, |word| span.part(0, text[..word.start].trim_end().len()))
}

/// Words that begin what a body is for.
fn is_task(word: &str) -> bool {
    const TASKS: [&str; 40] = [
        "uitvoering",
        "uitvoeren",
        "beheer",
        "beheren",
        "inkoop",
        "inzameling",
        "verwerking",
        "afval",
        "afvalinzameling",
        "afvalverwerking",
        "brandweer",
        "brandweerzorg",
        "rampenbestrijding",
        "veiligheid",
        "volksgezondheid",
        "gezondheid",
        "gezondheidszorg",
        "milieu",
        "milieutaken",
        "vergunningverlening",
        "toezicht",
        "handhaving",
        "belastingen",
        "heffing",
        "belastingheffing",
        "archief",
        "archieven",
        "archiefbeheer",
        "ambtelijke",
        "sociale",
        "jeugdhulp",
        "werk",
        "recreatie",
        "drinkwater",
        "drinkwatervoorziening",
        "bankier",
        "financiering",
        "energie",
        "onderwijs",
        "bevorderen",
    ];
    TASKS.contains(&folded(word).as_str())
}
