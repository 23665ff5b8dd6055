//! What speaks for and against a name being a partner's.

use super::{
    Others,
    names::{self, Name},
};
use crate::{
    read::{municipality, page::Page},
    scan::words::{folded, just_before, words},
    source::Span,
};

/// What a region's name is joined to: `Voorbeeldmeerverband`, `V12 gemeenten`.
pub(super) const REGION_ENDINGS: [&str; 4] = ["verband", "gemeenten", "regio", "regiogemeenten"];

/// Words for a kind of organisation: alone or at the end of a word in a name.
const KINDS: [&str; 39] = [
    "dienst",
    "bureau",
    "platform",
    "stichting",
    "vereniging",
    "coöperatie",
    "bibliotheek",
    "theater",
    "museum",
    "steunpunt",
    "team",
    "veiligheidsregio",
    "metropoolregio",
    "ggd",
    "ggz",
    "waterschap",
    "hoogheemraadschap",
    "kantoor",
    "office",
    "universiteit",
    "hogeschool",
    "hub",
    "schap",
    "bedrijf",
    "organisatie",
    "corporatie",
    "veiligheidshuis",
    "academie",
    "ziekenhuis",
    "combinatie",
    "netwerk",
    "archief",
    "loket",
    "centrum",
    "instituut",
    "maatschappij",
    "rud",
    "nv",
    "bv",
];

/// Legal forms as printed in a name.
const LEGAL_FORMS: [&str; 4] = ["N.V.", "B.V.", "U.A.", "V.O.F."];

/// Words for what no partner is: documents, arrangements, projects, topics, places.
const NO_PARTNERS: [&str; 40] = [
    "akkoord",
    "plan",
    "koers",
    "budget",
    "begroting",
    "rekening",
    "nota",
    "visie",
    "agenda",
    "monitor",
    "wet",
    "programma",
    "project",
    "pilot",
    "deal",
    "pas",
    "reserve",
    "aanpak",
    "kader",
    "campagne",
    "beleid",
    "verordening",
    "besluit",
    "circulaire",
    "zorg",
    "opvang",
    "plicht",
    "onderwijs",
    "hulp",
    "wonen",
    "arrangement",
    "centra",
    "raad",
    "overleg",
    "werkgroep",
    "college",
    "wmo",
    "domein",
    "strategie",
    "vervoer",
];

/// Parties with seats in the national parliament since 2012: they govern, they are no organisation to work with.
const NATIONAL_PARTIES: [&str; 16] = [
    "vvd",
    "pvda",
    "cda",
    "d66",
    "groenlinks",
    "sp",
    "pvv",
    "christenunie",
    "sgp",
    "50plus",
    "partij voor de dieren",
    "denk",
    "ja21",
    "volt",
    "bbb",
    "nsc",
];

/// Words right before a name that say that it is no partner.
const NAMES_SOMETHING_ELSE: [&str; 24] = [
    "project",
    "pilot",
    "plan",
    "beleidsplan",
    "nota",
    "visie",
    "campagne",
    "programma",
    "thema",
    "wijk",
    "wijken",
    "dorp",
    "dorpen",
    "kern",
    "kernen",
    "buurt",
    "stad",
    "wet",
    "werkgroep",
    "motto",
    "titel",
    "pijler",
    "deelprogramma",
    "traject",
];

/// Words for people of an organisation, before `van`, `voor`, `bij`, `vanuit`.
const PEOPLE: [&str; 14] = [
    "vrijwilliger",
    "vrijwilligers",
    "medewerkers",
    "medewerker",
    "contactpersoon",
    "lid",
    "leden",
    "directeur",
    "team",
    "collega's",
    "professionals",
    "onderzoek",
    "bijdrage",
    "subsidie",
];

/// Words that say that somebody works with somebody.
const TOGETHER: [&str; 22] = [
    "samen",
    "samenwerken",
    "samenwerking",
    "samenwerkt",
    "samenwerkingspartners",
    "partner",
    "partners",
    "instellingen",
    "organisaties",
    "organisatie",
    "subsidie",
    "subsidies",
    "regeling",
    "netwerkorganisatie",
    "regionaal",
    "regionale",
    "gemeenten",
    "uitvoering",
    "lid",
    "afspraken",
    "meedenken",
    "denken",
];

/// What one use of a name says.
#[derive(Default)]
pub(super) struct Verdict {
    pub(super) weight: i32,
    pub(super) refused: bool,
    pub(super) affiliated: bool,
}

/// What a sentence as a whole says.
pub(super) struct Context {
    together: bool,
    of_municipalities: bool,
}

impl Context {
    pub(super) fn of(sentence: &str) -> Self {
        let all: Vec<String> = words(sentence).map(|word| folded(word.text)).collect();
        let together = all.iter().any(|word| TOGETHER.contains(&word.as_str()) || word.ends_with("samenwerken"));
        let of_municipalities = all
            .iter()
            .any(|word| word.contains("gemeenten") || word.contains("centrumgemeente") || word.contains("gastgemeente"));
        Self { together, of_municipalities }
    }

    /// Weighs one use of a name.
    pub(super) fn judge(&self, page: &Page<'_>, sentence: Span, name: &Name, others: &Others<'_>, regions: &[String]) -> Verdict {
        let words_of_name = page.words(name.span);
        let before = Before::of(just_before(page.words(sentence), name.span.range().start - sentence.range().start, FAR_BYTES));
        let mut verdict = Verdict {
            refused: before.refuses() || (is_no_partner(words_of_name) && !names_a_kind(words_of_name)),
            ..Verdict::default()
        };
        if before.is_joint_arrangement() {
            verdict.affiliated = !verdict.refused;
        }
        let own = others.own.map(|own| own.name.as_str());
        if municipality::is_known(words_of_name) {
            let neighbour = own != Some(words_of_name)
                && (self.of_municipalities || before.last_is(&["gemeente", "gemeenten"]) && before.has(&["met"]));
            verdict.weight = if neighbour { 3 } else { 0 };
            return verdict;
        }
        let words_in_name = words(words_of_name).count();
        verdict.refused |= is_made_of(words_of_name, own);
        verdict.weight = weight_of_form(words_of_name, name, regions) + before.weight(words_in_name) + i32::from(self.together);
        if municipality::ends_with_known(words_of_name)
            || regions.iter().any(|region| words_of_name.ends_with(&format!(" {region}")))
        {
            verdict.weight += 2;
        }
        verdict
    }
}

/// How far back the words stand that say something about a name.
const FAR_BYTES: usize = 120;

/// What the name's own words say.
fn weight_of_form(words_of_name: &str, name: &Name, regions: &[String]) -> i32 {
    let kind = names_a_kind(words_of_name);
    let single_kind = kind && words(words_of_name).count() == 1 && name.abbreviation.is_none();
    let marked = words(words_of_name).any(|word| names::is_marked(word.text));
    let region = regions.iter().any(|region| region == words_of_name);
    3 * i32::from(kind && !single_kind)
        + i32::from(single_kind)
        + 2 * i32::from(marked && !is_short_capitals(words_of_name))
        + i32::from(is_short_capitals(words_of_name))
        + 3 * i32::from(region)
        + i32::from(name.abbreviation.is_some())
}

fn names_a_kind(name: &str) -> bool {
    let has_legal_form = LEGAL_FORMS.iter().any(|form| name.contains(form));
    has_legal_form
        || words(name).any(|word| {
            let word = folded(word.text);
            KINDS
                .iter()
                .any(|kind| word == *kind || (kind.len() >= 5 && word.ends_with(kind)) || word.ends_with(&format!("-{kind}")))
        })
}

/// Plain capitals abbreviate laws and tasks as often as organisations.
fn is_short_capitals(name: &str) -> bool {
    name.chars().all(char::is_uppercase)
}

fn is_no_partner(name: &str) -> bool {
    if NATIONAL_PARTIES.contains(&folded(name).as_str()) {
        return true;
    }
    let last = words(name).last().map(|word| folded(word.text)).unwrap_or_default();
    let first = words(name).next().map(|word| folded(word.text)).unwrap_or_default();
    NO_PARTNERS.iter().any(|ending| last.ends_with(ending))
        || matches!(first.as_str(), "wet" | "nota" | "programma" | "project" | "besluit" | "rijk" | "ministerie")
}

/// One word for the municipality's inhabitants, or an adjective made of its name: `Edenaren`, `Zeister`, `Edese`.
fn is_made_of(name: &str, own: Option<&str>) -> bool {
    let Some(own) = own else { return false };
    // The stem may change at its end (`Rotterdam`, `Rotterdammer`; `Ede`, `Edenaar`): its begin does not.
    let stem = own.get(..own.len().saturating_sub(1)).unwrap_or(own);
    let ending = ["er", "ers", "naar", "naren", "aar", "aren", "se", "s"].into_iter().any(|ending| name.ends_with(ending));
    name != own && !name.contains([' ', '-']) && name.starts_with(stem) && ending
}

/// The words of the sentence before a name.
struct Before {
    words: Vec<String>,
    open_quote: bool,
}

impl Before {
    fn of(before: &str) -> Self {
        let words: Vec<String> = words(before).map(|word| folded(word.text)).collect();
        Self { words, open_quote: before.trim_end().ends_with(['“', '‘', '"']) }
    }

    fn last(&self, distance: usize) -> &str {
        self.words.len().checked_sub(distance).map_or("", |at| self.words[at].as_str())
    }

    fn last_is(&self, words: &[&str]) -> bool {
        words.contains(&self.last(1))
    }

    fn has(&self, words: &[&str]) -> bool {
        self.words.iter().rev().take(4).any(|word| words.contains(&word.as_str()))
    }

    /// The last word that is no article.
    fn governor(&self) -> (usize, &str) {
        let skip = usize::from(matches!(self.last(1), "de" | "het" | "een" | "onze" | "ons"));
        (skip + 1, self.last(skip + 1))
    }

    fn refuses(&self) -> bool {
        let (_, governor) = self.governor();
        self.open_quote || NAMES_SOMETHING_ELSE.contains(&governor)
    }

    /// `lid van de gemeenschappelijke regeling X`, `verbonden partij X`.
    fn is_joint_arrangement(&self) -> bool {
        matches!((self.last(2), self.last(1)), ("gemeenschappelijke", "regeling") | ("verbonden", "partij"))
    }

    /// What the words before say; `met`, `door` and `via` the more, the longer the name behind them is.
    fn weight(&self, words_in_name: usize) -> i32 {
        let (distance, governor) = self.governor();
        let before = self.last(distance + 1);
        match governor {
            "met" if before == "samen" || self.has(&["samen", "samenwerking", "partners"]) => 2,
            "van" | "voor" | "bij" | "vanuit" if PEOPLE.contains(&before) => 3,
            "gemeenten" => 3,
            "door" | "via" | "met" => i32::try_from(words_in_name.min(3)).unwrap_or(1),
            "bijvoorbeeld" | "waaronder" | "zoals" => 1,
            _ if governor.ends_with("organisatie")
                || governor.ends_with("corporatie")
                || matches!(governor, "stichting" | "vereniging" | "regeling") =>
            {
                3
            }
            _ => 0,
        }
    }
}

/// The regions of the text: names that a word for working together is joined to, or stands behind.
pub(super) fn regions(page: &Page<'_>) -> Vec<String> {
    let mut regions = Vec::new();
    for span in page.prose() {
        let all: Vec<_> = words(page.words(span)).collect();
        for (at, word) in all.iter().enumerate() {
            let joined =
                REGION_ENDINGS.iter().find_map(|ending| word.text.strip_suffix(ending)).map(|stem| stem.trim_end_matches('-'));
            let behind = all
                .get(at + 1)
                .filter(|next| REGION_ENDINGS.contains(&next.text) && next.start == word.end() + 1)
                .map(|_| word.text);
            let region = joined
                .or(behind)
                .filter(|name| name.starts_with(char::is_uppercase) && name.chars().count() >= 3 && !is_general(name));
            if let Some(region) = region.filter(|region| !regions.iter().any(|known: &String| known == region)) {
                regions.push(region.to_owned());
            }
        }
    }
    regions
}

/// Words that begin a sentence, or a kind of municipality rather than a region's name.
fn is_general(name: &str) -> bool {
    matches!(
        folded(name).as_str(),
        "centrum"
            | "buur"
            | "deelnemende"
            | "regio"
            | "alle"
            | "de"
            | "deze"
            | "onze"
            | "veel"
            | "andere"
            | "omliggende"
            | "vijf"
            | "nederlandse"
            | "veiligheids"
    ) || folded(name).ends_with("se")
}
