//! Whose document it is.
//!
//! A name is not enough: budgets name neighbours, centre municipalities and regions all the time. Each use of a name is a
//! sign for or against; the winner needs two signs, or one strong one, and must be clearly ahead.

use std::{collections::BTreeMap, sync::LazyLock};

use super::{doubts::Doubts, page::Page};
use crate::{
    document::{Code, Municipality},
    scan::words::{Word, ends_with_words, folded, is_small_word, words},
    source::{Span, sort_by_rank},
};

/// Code and name of every municipality since 2014 (Statistics Netherlands), one a line: `GM0228,Ede,`.
const LIST: &str = include_str!("municipalities.csv");

/// Signs of one name.
#[derive(Default)]
struct Signs {
    weight: i32,
    /// Whether it is named as the author of the text: "gemeente X", "de raad van X".
    strong: bool,
    spans: Vec<Span>,
}

/// The municipality that the text is of; none where its words do not support one.
pub(super) fn municipality(page: &Page<'_>, doubts: &mut Doubts) -> Option<Municipality> {
    let mut names = known().clone();
    for span in page.written() {
        names.extend(called_so(page.words(span)).map(|name| (name, Vec::new())).filter(|(name, _)| !known().contains_key(name)));
    }
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
    let codes = known().get(name).map_or(&[][..], Vec::as_slice);
    if codes.len() > 1 {
        doubts.add(Code::MunicipalityAmbiguous, signs.spans.first().copied().unwrap_or_default());
    }
    let code = if let [code] = codes { Some((*code).to_owned()) } else { None };
    Some(Municipality { name: name.to_owned(), code, spans: signs.spans })
}

/// How many blocks stand at the begin of a text, where it says whose it is.
const EARLY_BLOCKS: usize = 5;

/// A weak sign is enough only where the text names no other municipality at all.
fn is_enough(signs: &Signs, runner_up: i32, alone: bool) -> bool {
    let least = if alone { 2 } else { 3 };
    signs.weight > runner_up && (signs.strong || (signs.weight >= least && signs.weight >= 2 * runner_up))
}

/// What a name at the end of the title weighs on top: `Coalitieakkoord 2022-2026 - Samen Zeist`.
const IN_TITLE: i32 = 2;

/// The municipality whose name ends the title.
fn in_title<'a>(page: &Page<'_>, names: &Known<'a>) -> Option<&'a str> {
    let title = super::outline::title(page)?;
    let words = title.value.as_str();
    let starts = words.match_indices(' ').map(|(at, _)| at + 1);
    starts.into_iter().find_map(|at| names.get_key_value(&words[at..])).map(|(name, _)| *name)
}

/// Names and their codes; two municipalities share a name (Bergen), told apart by their province in brackets.
fn known() -> &'static Known<'static> {
    static KNOWN: LazyLock<Known<'static>> = LazyLock::new(list);
    &KNOWN
}

/// Names, each with its codes; a name that only the text itself gives has none.
type Known<'a> = BTreeMap<&'a str, Vec<&'static str>>;

fn list() -> Known<'static> {
    let mut known = Known::new();
    for line in LIST.lines().skip(1) {
        let mut cells = line.split(',');
        if let (Some(code), Some(name)) = (cells.next(), cells.next()) {
            known.entry(name.split(" (").next().unwrap_or(name)).or_default().push(code);
        }
    }
    known
}

/// What the text itself calls a municipality: the capitalised word right behind "gemeente". New and invented ones are in
/// no list.
fn called_so(text: &str) -> impl Iterator<Item = &str> {
    let mut before: Option<Word<'_>> = None;
    words(text).filter_map(move |word| {
        let gemeente = before.replace(word).filter(|before| folded(before.text) == "gemeente" && before.end() + 1 == word.start);
        (gemeente.is_some() && word.is_capitalised() && word.text.chars().count() > 2).then_some(word.text)
    })
}

/// Whether a municipality is called so.
pub(super) fn is_known(name: &str) -> bool {
    known().contains_key(name)
}

/// Whether a name of several words ends in that of a municipality: `Wijkteam Zeist`.
pub(super) fn ends_with_known(name: &str) -> bool {
    name.match_indices(' ').any(|(at, _)| is_known(&name[at + 1..]))
}

/// Looks at each word of a block that a municipality's name, or an adjective made of it, begins with.
fn collect<'a>(page: &Page<'_>, span: Span, known: &Known<'a>, signs: &mut BTreeMap<&'a str, Signs>) {
    let text = page.words(span);
    let all: Vec<Word<'_>> = words(text).collect();
    let mut at = 0;
    while at < all.len() {
        let Some((name, length)) = all[at].is_capitalised().then(|| name_at(text, &all[at..], known)).flatten() else {
            at += 1;
            continue;
        };
        let use_of_name = Use { text, words: &all, at, length };
        let weight = use_of_name.weight();
        let found = signs.entry(name).or_default();
        found.weight += weight;
        found.strong |= weight >= STRONG;
        if weight > 0 {
            found.spans.push(span.part(all[at].start, all[at + length - 1].start + use_of_name.name_bytes(name)));
        }
        at += length;
    }
}

/// The longest municipality name that begins here, and how many words it takes. `Edese` and `Zeister` count too: an
/// adjective is made with `s`, `se` or `er`.
fn name_at<'a>(text: &str, words: &[Word<'_>], known: &Known<'a>) -> Option<(&'a str, usize)> {
    const MOST_WORDS: usize = 5;
    let start = words[0].start;
    (1..=words.len().min(MOST_WORDS)).rev().find_map(|length| {
        let name = &text[start..words[length - 1].end()];
        let own = known.get_key_value(name).map(|(name, _)| *name);
        own.or_else(|| stems_of(name).find_map(|stem| known.get_key_value(stem)).map(|(name, _)| *name))
            .map(|name| (name, length))
    })
}

/// What an adjective, or a genitive, may be made of: the stem decides, if it is a municipality's name.
fn stems_of(word: &str) -> impl Iterator<Item = &str> {
    ["’s", "'s", "se", "er", "s"].into_iter().filter_map(|ending| word.strip_suffix(ending))
}

/// One use of a name in its sentence.
struct Use<'a> {
    text: &'a str,
    words: &'a [Word<'a>],
    at: usize,
    length: usize,
}

const STRONG: i32 = 4;

impl Use<'_> {
    /// How much this use says that the text is this municipality's own; negative where it says the opposite.
    fn weight(&self) -> i32 {
        let (before, before_that) = (self.before(1), self.before(2));
        match before.as_str() {
            "gemeente" => self.weight_behind_gemeente(&before_that),
            "gemeenten" | "centrumgemeente" | "gastgemeente" | "buurgemeente" | "provincie" | "regio" => -2,
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
            _ if self.is_adjective() => 2,
            _ => 1,
        }
    }

    /// "de gemeente X" is the author, unless it is the other side: "met de gemeente X", "gemeente X als gastgemeente".
    fn weight_behind_gemeente(&self, before_that: &str) -> i32 {
        let partner = matches!(before_that, "met" | "buurgemeente" | "andere");
        let article = matches!(before_that, "de" | "onze").then(|| self.before(3)).unwrap_or_default();
        let host = self.after(1) == "als";
        if partner || article == "met" || host { -2 } else { STRONG }
    }

    fn before(&self, distance: usize) -> String {
        self.at.checked_sub(distance).map(|at| folded(self.words[at].text)).unwrap_or_default()
    }

    fn after(&self, distance: usize) -> String {
        self.words.get(self.at + self.length - 1 + distance).map(|word| folded(word.text)).unwrap_or_default()
    }

    fn last_word(&self) -> Word<'_> {
        self.words[self.at + self.length - 1]
    }

    /// `Edese aanpak`, `Zeister praktijk`.
    fn is_adjective(&self) -> bool {
        let word = self.last_word().text;
        let next_is_word = !self.after(1).is_empty();
        (word.ends_with("se") || word.ends_with("er")) && next_is_word && !is_known(word)
    }

    /// The name is one of several: `Ede, Zeist en Soest`.
    fn joins_a_list(&self) -> bool {
        let before = self.text[..self.words[self.at].start].trim_end();
        let behind = &self.text[self.last_word().end()..];
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
        self.words.len() <= 8 && self.at + self.length == self.words.len()
    }

    /// Bytes of the name itself in the last of its words: without the ending of an adjective.
    fn name_bytes(&self, name: &str) -> usize {
        let last = name.rsplit([' ']).next().unwrap_or(name);
        last.len().min(self.last_word().text.len())
    }
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
}
