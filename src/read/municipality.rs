//! Whose document it is.
//!
//! A name is not enough: budgets name neighbours, centre municipalities and regions all the time. Each use of a name is a
//! sign for or against; the winner needs two signs, or one strong one, and must be clearly ahead.

mod names;

use std::collections::BTreeMap;

use super::{doubts::Doubts, kind, page::Page};
use crate::{
    document::{Code, Municipality},
    scan::words::{Word, ends_with_words, folded, is_small_word, words},
    source::{Span, sort_by_rank},
};
use names::{Entry, Found, Names, is_ordinary, known, known_in, name_at};

/// Signs of one name.
#[derive(Default)]
struct Signs {
    weight: i32,
    /// Whether it is named as the author of the text: "gemeente X", "de raad van X".
    strong: bool,
    spans: Vec<Span>,
}

/// The municipality that the text is of; none where its words do not support one. A name that was no municipality's any
/// more in the `year` of the text is that of a village.
pub(super) fn municipality(page: &Page<'_>, year: Option<i32>, doubts: &mut Doubts) -> Option<Municipality> {
    if kind::of_another(page).is_some() {
        return None;
    }
    let names = names_of(page, year);
    let mut signs: BTreeMap<&str, Signs> = BTreeMap::new();
    for span in page.written() {
        collect(page, span, &names, &mut signs);
    }
    if let Some(found) = in_title(page, &names).and_then(|name| signs.get_mut(name)) {
        found.weight += IN_TITLE;
    }
    let alone = signs.len() == 1;
    let mut ranked: Vec<_> = signs.into_iter().filter(|(_, signs)| signs.weight > 0).collect();
    sort_by_rank(&mut ranked, |(_, signs)| u64::from(!signs.weight.unsigned_abs()));
    let runner_up = ranked.get(1).map_or(0, |(_, signs)| signs.weight);
    let (name, signs) = ranked.into_iter().next().filter(|(_, signs)| is_enough(signs, runner_up, alone)).or_else(|| {
        doubts.add(Code::MunicipalityUnknown, page.first_line());
        None
    })?;
    // "De gemeente X" said once, far from the title, may be of a neighbour that does something.
    let early = page.blocks.get(EARLY_BLOCKS).is_none_or(|block| signs.spans.iter().any(|span| span.start < block.span.start));
    if !signs.strong || (signs.spans.len() == 1 && !early) {
        doubts.add(Code::MunicipalityInferred, signs.spans.first().copied().unwrap_or_default());
    }
    let entries = names.get(&folded(name)).map_or(&[][..], Vec::as_slice);
    if entries.len() > 1 {
        doubts.add(Code::MunicipalityAmbiguous, signs.spans.first().copied().unwrap_or_default());
    }
    let code = if let [entry] = entries { entry.code.map(|code| format!("GM{code:04}")) } else { None };
    Some(Municipality { name: name.to_owned(), code, spans: signs.spans })
}

/// The names of the list, and those that the text itself gives to a municipality.
fn names_of<'a>(page: &Page<'a>, year: Option<i32>) -> Names<'a> {
    let mut names: Names<'a> = known_in(year);
    for span in page.written() {
        for name in called_so(page.words(span)) {
            names.entry(folded(name)).or_insert_with(|| vec![Entry { name, code: None, ended: None }]);
        }
    }
    names
}

/// How many blocks stand at the begin of a text, where it says whose it is.
const EARLY_BLOCKS: usize = 5;

/// A weak sign is enough only where the text names no other municipality at all.
fn is_enough(signs: &Signs, runner_up: i32, alone: bool) -> bool {
    let least = if alone { 2 } else { 3 };
    signs.weight > runner_up && (signs.strong || (signs.weight >= least && signs.weight >= 2 * runner_up))
}

/// What a name in the title weighs on top: `Coalitieakkoord 2022-2026 - Samen Zeist`.
const IN_TITLE: i32 = 2;

/// The municipality that a title with a kind names, or whose name ends the title.
fn in_title<'a>(page: &Page<'_>, names: &Names<'a>) -> Option<&'a str> {
    let title = super::outline::title(page)?.value;
    let all: Vec<Word<'_>> = words(&title).collect();
    let names_kind = kind::named_kind(&title).is_some();
    (0..all.len()).find_map(|at| {
        let found = name_at(&title, &all[at..], names)?;
        (names_kind || at + found.words == all.len()).then_some(found.name)
    })
}

/// What the text itself calls a municipality: the capitalised word right behind "gemeente". New and invented ones are in
/// no list.
fn called_so(text: &str) -> impl Iterator<Item = &str> {
    let mut before: Option<Word<'_>> = None;
    words(text).filter_map(move |word| {
        let gemeente = before.replace(word).filter(|before| folded(before.text) == "gemeente" && before.end() + 1 == word.start);
        (gemeente.is_some() && may_be_called_so(word)).then_some(word.text)
    })
}

/// A capital behind "gemeente" is no name where it begins a known one (`Het Hogeland`), or where a title goes on.
fn may_be_called_so(word: Word<'_>) -> bool {
    const OTHERS: [&str; 8] = ["nederland", "belangen", "breed", "actief", "raad", "den", "west", "programma"];
    let name = folded(word.text);
    let is_other = OTHERS.contains(&name.as_str()) || is_small_word(word.text) || kind::kind_of_word(word.text).is_some();
    word.is_capitalised() && word.text.chars().count() > 2 && !is_other && !known().contains_key(&name)
}

/// Whether a municipality is called so.
pub(super) fn is_known(name: &str) -> bool {
    name.starts_with(|first: char| first.is_uppercase() || first == '\'' || first == '’') && known().contains_key(&folded(name))
}

/// Whether a name of several words ends in that of a municipality: `Wijkteam Zeist`.
pub(super) fn ends_with_known(name: &str) -> bool {
    name.match_indices(' ').any(|(at, _)| is_known(&name[at + 1..]))
}

/// Looks at each word of a block that a municipality's name, or an adjective made of it, begins with.
fn collect<'a>(page: &Page<'_>, span: Span, names: &Names<'a>, signs: &mut BTreeMap<&'a str, Signs>) {
    let text = page.words(span);
    let all: Vec<Word<'_>> = words(text).collect();
    let mut at = 0;
    while at < all.len() {
        let Some(found) = name_at(text, &all[at..], names) else {
            at += 1;
            continue;
        };
        let use_of_name = Use { text, words: &all, at, found };
        at += found.words;
        if use_of_name.says_nothing() {
            continue;
        }
        let weight = use_of_name.weight();
        let known = signs.entry(found.name).or_default();
        known.weight += weight;
        known.strong |= weight >= STRONG;
        if weight > 0 {
            known.spans.push(span.part(found.start, found.end));
        }
    }
}

/// One use of a name in its sentence.
struct Use<'a> {
    text: &'a str,
    words: &'a [Word<'a>],
    at: usize,
    found: Found<'a>,
}

const STRONG: i32 = 4;

impl Use<'_> {
    /// A name in an address (`www.ede.nl`), somebody's surname, or an ordinary word at the begin of a sentence.
    fn says_nothing(&self) -> bool {
        let (before, behind) = (&self.text[..self.found.start], &self.text[self.found.end..]);
        let in_address = before.ends_with(['@', '/', '.', '_']) || behind.starts_with('@') || behind.starts_with(".nl");
        let is_surname = self.at.checked_sub(1).is_some_and(|at| {
            let word = self.words[at].text;
            let titled = matches!(folded(word).as_str(), "wethouder" | "burgemeester" | "mevrouw" | "dhr" | "mw" | "heer");
            titled || (matches!(word, "Van" | "Ten" | "Ter") && at > 0 && !begins_sentence(&self.text[..self.words[at].start]))
        });
        in_address || is_surname || self.is_ordinary_word()
    }

    fn is_ordinary_word(&self) -> bool {
        let names_it = ["gemeente", "raad van", "college van", "inwoners van"]
            .iter()
            .any(|words| ends_with_words(&self.text[..self.found.start], words));
        is_ordinary(self.found.name) && !names_it && (self.is_in_capitals() || begins_sentence(&self.text[..self.found.start]))
    }

    fn is_in_capitals(&self) -> bool {
        !self.text[self.found.start..self.found.end].contains(char::is_lowercase)
    }

    /// How much this use says that the text is this municipality's own; negative where it says the opposite.
    fn weight(&self) -> i32 {
        let (before, before_that) = (self.before(1), self.before(2));
        match before.as_str() {
            "gemeente" => self.weight_behind_gemeente(&before_that),
            "gemeenten" | "centrumgemeente" | "gastgemeente" | "buurgemeente" | "provincie" | "regio" => -2,
            "te" | "vestigingsplaats" | "zetel" | "waterschap" | "veiligheidsregio" | "ggd" | "omgevingsdienst"
            | "universiteit" | "rechtbank" | "bisdom" => 0,
            "samen" if !self.is_alone_in_title() => -1,
            "van" if matches!(before_that.as_str(), "college" | "raad" | "gemeenteraad" | "inwoners" | "gemeentebestuur") => {
                STRONG
            }
            "college" | "raad" | "gemeenteraad" | "inwoners" | "stad" | "dorp" | "door" | "van" => 2,
            _ if self.closes_a_name() => 1,
            _ if self.joins_a_list()
                || self.after(1).starts_with("centrumgemeente")
                || self.after(2).starts_with("centrumgemeente") =>
            {
                -1
            }
            _ if self.acts() => 3,
            _ if self.is_adjective() => self.weight_of_adjective(),
            _ => 1,
        }
    }

    /// "de gemeente X" is the author, unless it is the other side or no more: "met de gemeente X", "gemeente X als
    /// gastgemeente", "voormalige gemeente X".
    fn weight_behind_gemeente(&self, before_that: &str) -> i32 {
        let partner = matches!(before_that, "met" | "buurgemeente" | "andere" | "voormalige" | "toenmalige");
        let article = matches!(before_that, "de" | "onze").then(|| self.before(3)).unwrap_or_default();
        let host = self.after(1) == "als";
        if partner || article == "met" || host { -2 } else { STRONG }
    }

    /// What is called after The Hague is the state's as often as the city's.
    fn weight_of_adjective(&self) -> i32 {
        if self.found.name == "Den Haag" { 1 } else { 2 }
    }

    fn before(&self, distance: usize) -> String {
        self.at.checked_sub(distance).map(|at| folded(self.words[at].text)).unwrap_or_default()
    }

    fn after(&self, distance: usize) -> String {
        self.words.get(self.at + self.found.words - 1 + distance).map(|word| folded(word.text)).unwrap_or_default()
    }

    /// `Edese aanpak`, `Zeister praktijk`.
    fn is_adjective(&self) -> bool {
        self.found.adjective && !self.after(1).is_empty()
    }

    /// The name is one of several: `Ede, Zeist en Soest`.
    fn joins_a_list(&self) -> bool {
        let before = self.text[..self.found.start].trim_end();
        let behind = &self.text[self.found.end..];
        let name_before = |distance: usize| self.at.checked_sub(distance).is_some_and(|at| self.words[at].is_capitalised());
        let name_behind = [", ", " en "]
            .iter()
            .any(|joint| behind.strip_prefix(joint).is_some_and(|next| next.starts_with(char::is_uppercase)));
        let follows_one = (before.ends_with(',') && name_before(1)) || (ends_with_words(before, "en") && name_before(2));
        name_behind || follows_one
    }

    /// The name is the subject: `X wil`, `werkt X samen`.
    fn acts(&self) -> bool {
        const VERBS: [&str; 16] = [
            "is",
            "wil",
            "werkt",
            "heeft",
            "gaat",
            "zet",
            "kiest",
            "neemt",
            "doet",
            "houdt",
            "investeert",
            "blijft",
            "ontvangt",
            "raamt",
            "samen",
            "krijgt",
        ];
        VERBS.contains(&self.after(1).as_str()) || matches!(self.before(1).as_str(), "werkt" | "wil" | "heeft")
    }

    /// `Wijkteam X`, `Bibliotheek X`: an organisation that is called after the municipality.
    fn closes_a_name(&self) -> bool {
        let before = self.at.checked_sub(1).map(|at| self.words[at]);
        before.is_some_and(|before| {
            before.is_capitalised() && !is_small_word(before.text) && before.end() + 1 == self.words[self.at].start
        })
    }

    fn is_alone_in_title(&self) -> bool {
        self.words.len() <= 8 && self.at + self.found.words == self.words.len()
    }
}

/// Whether a sentence or a line begins behind these words.
fn begins_sentence(before: &str) -> bool {
    let bare = before.trim_end_matches([' ', '\t', '\u{a0}', '“', '‘', '"', '•', '-', '*']);
    bare.is_empty() || bare.ends_with(['.', '!', '?', ':', '\n', '\r'])
}

#[cfg(test)]
mod tests {
    use crate::{document::Code, read::read, source::Source};

    fn check(text: &str, expected: Option<(&str, &str)>, words: &[&str], doubt: Option<Code>) {
        let source = Source::from_bytes("a", text.as_bytes());
        let document = read(&source);
        let found = document.municipality.as_ref();
        let named = found.map(|found| (found.name.as_str(), found.code.as_deref().unwrap_or_default()));
        assert_eq!(named, expected, "{text}");
        let spans = found.map_or(Vec::new(), |found| found.spans.iter().map(|&span| source.cut(span)).collect());
        assert_eq!(spans, words, "{text}");
        let doubts = [Code::MunicipalityUnknown, Code::MunicipalityInferred, Code::MunicipalityAmbiguous];
        assert_eq!(document.problems.iter().map(|problem| problem.code).find(|code| doubts.contains(code)), doubt, "{text}");
    }

    #[test]
    fn the_word_gemeente_says_it() {
        check("Wonen\n\nDe gemeente Ede bouwt in 2024.", Some(("Ede", "GM0228")), &["Ede"], None);
        check("Begroting 2024 gemeente Het Hogeland\n\nTekst.", Some(("Het Hogeland", "GM1966")), &["Het Hogeland"], None);
    }

    #[test]
    fn neighbours_do_not() {
        check("Wonen\n\nWij werken met de gemeenten Ede, Zeist en Soest aan huizen.", None, &[], Some(Code::MunicipalityUnknown));
        check("Wonen\n\nMet de gemeente Zeist als gastgemeente gaat het goed.", None, &[], Some(Code::MunicipalityUnknown));
    }

    #[test]
    fn weak_signs_add_up_and_leave_a_doubt() {
        let text = "Wonen\n\nHet Wijkteam Zeist helpt. De Zeister aanpak werkt.";
        check(text, Some(("Zeist", "GM0355")), &["Zeist", "Zeist"], Some(Code::MunicipalityInferred));
    }

    #[test]
    fn a_name_that_ends_the_title_counts() {
        check(
            "Coalitieakkoord 2022-2026 - Samen Zeist\n\nWij bouwen.",
            Some(("Zeist", "GM0355")),
            &["Zeist"],
            Some(Code::MunicipalityInferred),
        );
    }

    #[test]
    fn lists_that_share_a_name_are_no_sign() {
        let text =
            "Wonen\n\nIn Ede, Zeist en Baarn bouwen wij. Met Soest, Zeist en Leusden ook. Met Zeist, Soest en Ede praten wij.";
        check(text, None, &[], Some(Code::MunicipalityUnknown));
    }

    #[test]
    fn adjectives_of_short_names_count() {
        check(
            "Wonen\n\nDe Edese aanpak. Het Edese huis.",
            Some(("Ede", "GM0228")),
            &["Ede", "Ede"],
            Some(Code::MunicipalityInferred),
        );
    }

    #[test]
    fn one_name_of_two_municipalities_is_a_doubt() {
        check("Wonen\n\nDe gemeente Bergen bouwt.", Some(("Bergen", "")), &["Bergen"], Some(Code::MunicipalityAmbiguous));
    }

    /// The municipality of a text, if any.
    fn named(text: &str) -> Option<String> {
        read(&Source::from_bytes("a", text.as_bytes())).municipality.map(|found| found.name)
    }

    #[test]
    fn who_says_it() {
        let cases = [
            ("Wonen\n\nDe raad van Zeist stelt dit vast.", Some("Zeist")),
            ("Wonen\n\nHet college van Den Haag stelt dit voor.", Some("Den Haag")),
            ("Wonen\n\nDe inwoners van ’s-Hertogenbosch betalen.", Some("'s-Hertogenbosch")),
            ("GEMEENTE ZEIST\n\nJAARREKENING 2023", Some("Zeist")),
            ("Wonen\n\nDe gemeente Utrechtse Heuvelrug bouwt.", Some("Utrechtse Heuvelrug")),
            ("Wonen\n\nDe Bredase aanpak werkt. De Bredase raad wil dat.", Some("Breda")),
            ("Wonen\n\nDe gemeente Best bouwt.", Some("Best")),
            ("Wonen\n\nDe gemeente Voorbeeldwoude bouwt.", Some("Voorbeeldwoude")),
        ];
        for (text, name) in cases {
            assert_eq!(named(text).as_deref(), name, "{text}");
        }
    }

    #[test]
    fn what_names_nobody() {
        let cases = [
            "Buren\n\nBuren helpen elkaar. Buren doen mee.",
            "Wonen\n\nBest veel mensen. Best mooi. Best goed.",
            "Huizen\n\nHuizen zijn duur. Haren knippen ook.",
            "Wonen\n\nZie www.Zeist.nl en info@Zeist.nl of Zeist.nl.",
            "Wonen\n\nDe provincie Utrecht betaalt. De Veiligheidsregio Utrecht ook. Regio Utrecht doet mee.",
            "Wonen\n\nNaam: Zon\nVestigingsplaats: Zeist\n\nNaam: Maan\nVestigingsplaats: Zeist\n",
            "Wonen\n\nWethouder Haren en wethouder Van Buren doen dit. Wethouder Van Buren zegt ja.",
            "Wonen\n\nDe voormalige gemeente Zeist bestaat niet meer.",
            "Gemeente Begroting 2024\n\nBegroting is geld.",
        ];
        for text in cases {
            assert_eq!(named(text), None, "{text}");
        }
    }

    #[test]
    fn a_municipality_that_ended_is_a_village() {
        assert_eq!(named("Begroting 2017\n\nDe gemeente Haren bouwt.").as_deref(), Some("Haren"));
        assert_eq!(named("Begroting 2024\n\nIn Haren bouwt de gemeente Groningen huizen.").as_deref(), Some("Groningen"));
        assert_eq!(named("Begroting 2024\n\nDe raad van Haren bestaat niet meer."), None);
    }
}
