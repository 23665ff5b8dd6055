//! Texts that are no municipality's: of a province, a water board, a joint body, an association, a household, or in another
//! language.
//!
//! Municipalities name all of these. So their words are weighed against those of a municipality's own organs.

use super::{first_lines, names};
use crate::{
    read::{
        heading::{Asks, asks},
        page::Page,
    },
    scan::words::{Word, find_words, folded, is_small_word, lower, words},
    source::Span,
};

/// Where a text says that it is not a municipality's; none where it may be one.
pub(super) fn outsider(page: &Page<'_>) -> Option<Span> {
    foreign(page).or_else(|| of_another(page))
}

/// Whether the text is of another body of government or of an organisation, whose neighbours may be municipalities.
pub(in crate::read) fn of_another(page: &Page<'_>) -> Option<Span> {
    let mut votes =
        Votes { partners_asked: page.headings().any(|(_, span)| asks(page.words(span)) == Asks::Partners), ..Votes::default() };
    for span in page.written() {
        votes.read(page.words(span), span);
    }
    let titled = body_in_title(page);
    if let Some(title) = titled.filter(|_| votes.own <= 1 && !votes.partners_asked) {
        return Some(title);
    }
    votes.place.filter(|_| votes.others >= ENOUGH && votes.others > 2 * votes.own)
}

/// What the words of others must weigh at least.
const ENOUGH: u32 = 4;

#[derive(Default)]
struct Votes {
    /// For a municipality: its council, its executive.
    own: u32,
    /// For somebody else.
    others: u32,
    /// The words that weigh most for somebody else.
    place: Option<Span>,
    heaviest: u32,
    /// Whether the text tells of affiliated parties: then it names the boards of others as a matter of course.
    partners_asked: bool,
}

impl Votes {
    fn read(&mut self, text: &str, span: Span) {
        let (mut before, mut word_lowered) = (String::new(), String::new());
        let mut start = 0;
        for word in words(text) {
            std::mem::swap(&mut before, &mut word_lowered);
            word_lowered.clear();
            word_lowered.extend(word.text.chars().map(lower));
            self.own += own_weight(&before, &word_lowered);
            self.partners_asked |= is_field_of_partner(&before, &word_lowered);
            let weight = if self.partners_asked { 0 } else { joint_weight(&before, &word_lowered) };
            let weight = weight.max(other_weight(&before, &word_lowered));
            self.others += weight;
            if weight > self.heaviest {
                self.heaviest = weight;
                let is_alone = other_weight("", &word_lowered) == weight;
                self.place = Some(span.part(if is_alone { word.start } else { start }, word.end()));
            }
            start = word.start;
        }
    }
}

/// A page about one affiliated party has its name for a title too.
fn is_field_of_partner(before: &str, word: &str) -> bool {
    word == "vestigingsplaats" || (matches!(before, "openbaar" | "publiek" | "bestuurlijk" | "financieel") && word == "belang")
}

fn own_weight(before: &str, word: &str) -> u32 {
    match (before, word) {
        (_, "gemeenteraad" | "wethouder" | "wethouders" | "raadsleden" | "gemeentebestuur" | "coalitieakkoord") => 3,
        ("de", "raad") | ("het", "college") | (_, "burgemeester" | "raadsvoorstel") => 2,
        ("de" | "onze" | "als", "gemeente") => 1,
        _ => 0,
    }
}

/// Words of a province, a water board, an association or a household.
fn other_weight(before: &str, word: &str) -> u32 {
    match (before, word) {
        ("provinciale" | "gedeputeerde", "staten")
        | ("verenigde", "vergadering")
        | (
            _,
            "statenleden" | "statenlid" | "dijkgraaf" | "hoogheemraden" | "ledenvergadering" | "kascommissie" | "huishoudboekje",
        ) => 4,
        (_, "gedeputeerde" | "gedeputeerden" | "penningmeester" | "nibud" | "huishoudgeld") => 2,
        ("uw" | "je" | "jouw", "inkomsten" | "uitgaven" | "budget" | "huishouden" | "inkomen" | "geld" | "lasten") => 1,
        _ => 0,
    }
}

/// Words of a body that several municipalities set up.
fn joint_weight(before: &str, word: &str) -> u32 {
    match (before, word) {
        ("deelnemende", "gemeenten") | ("gemeentelijke", "deelnemers") => 2,
        ("algemeen" | "dagelijks", "bestuur") => 1,
        _ => 0,
    }
}

/// A title of a kind and a body, on one line or two: `Begroting 2024`, `Veiligheidsregio Voorbeeldland`.
fn body_in_title(page: &Page<'_>) -> Option<Span> {
    let first = first_lines(page);
    let names_kind = |span: Span| names::first_of(page.words(span)).is_some();
    let kind = first.iter().position(|&span| names_kind(span))?;
    if first.iter().any(|&span| find_words(page.words(span), "gemeente").is_some()) {
        return None;
    }
    let near = first.get(kind.saturating_sub(1)..first.len().min(kind + 2)).unwrap_or_default();
    near.iter().copied().find(|&span| is_body(page.words(span)))
}

/// A short line that names a body by its family.
fn is_body(line: &str) -> bool {
    const MOST_WORDS: usize = 9;
    const BODIES: [&str; 18] = [
        "provincie",
        "waterschap",
        "hoogheemraadschap",
        "veiligheidsregio",
        "ggd",
        "omgevingsdienst",
        "milieudienst",
        "metropoolregio",
        "recreatieschap",
        "werkvoorzieningsschap",
        "belastingsamenwerking",
        "samenwerkingsverband",
        "stichting",
        "vereniging",
        "woningstichting",
        "woningcorporatie",
        "ministerie",
        "universiteit",
    ];
    let all: Vec<Word<'_>> = words(line).take(MOST_WORDS + 1).collect();
    let leads = |word: &Word<'_>| {
        let is_number = word.text.starts_with(|first: char| first.is_ascii_digit());
        is_number || is_small_word(word.text) || names::kind_of_word(word.text).is_some()
    };
    let body = all.iter().position(|word| !leads(word));
    let is_named = body.and_then(|at| all.get(at + 1)).is_some_and(|next| next.is_capitalised());
    let names_body = body.is_some_and(|at| BODIES.contains(&folded(all[at].text).as_str()));
    all.len() <= MOST_WORDS && names_body && is_named
}

/// A text in English, German or French: more of their small words than of Dutch ones.
fn foreign(page: &Page<'_>) -> Option<Span> {
    const WORDS: usize = 2_000;
    const LEAST: usize = 6;
    let (mut dutch, mut foreign) = (0, 0);
    for word in page.written().flat_map(|span| words(page.words(span))).take(WORDS) {
        match word.text {
            "de" | "De" | "het" | "Het" | "een" | "van" | "voor" | "wij" | "wordt" | "zijn" | "fan" | "foar" => dutch += 1,
            "the" | "The" | "and" | "for" | "with" | "by" | "der" | "und" | "das" | "les" | "et" | "pour" | "est" => {
                foreign += 1;
            }
            _ => {}
        }
    }
    (foreign >= LEAST && foreign > 3 * dutch).then(|| page.first_line())
}
