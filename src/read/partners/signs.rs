//! What speaks for and against a name being a partner's where running text uses it.

use super::{
    Others,
    kinds::{self, Kind},
    names::{self, Name},
    regions::Regions,
};
use crate::{
    read::{municipality, page::Page},
    scan::words::{folded, just_before, words},
    source::Span,
};

/// Words right before a name that say that it is no partner.
const NAMES_SOMETHING_ELSE: [&str; 40] = [
    "project",
    "projecten",
    "pilot",
    "plan",
    "beleidsplan",
    "nota",
    "notitie",
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
    "wethouder",
    "burgemeester",
    "software",
    "systeem",
    "applicatie",
    "app",
    "reserve",
    "bestemmingsreserve",
    "voorziening",
    "website",
    "evenement",
    "fractie",
    "amendement",
    "motie",
];

/// Words for people and papers of an organisation, before `van`, `voor`, `bij`, `vanuit`.
const PEOPLE: [&str; 14] = [
    "vrijwilliger",
    "vrijwilligers",
    "medewerkers",
    "medewerker",
    "contactpersoon",
    "leden",
    "directeur",
    "team",
    "collega's",
    "professionals",
    "boa's",
    "handhavers",
    "consulenten",
    "deskundigen",
];

/// Words before the same that say less: they stand before other names, too.
const TIES: [&str; 10] = [
    "lid",
    "bijdrage",
    "subsidie",
    "onderzoek",
    "aandeelhouder",
    "deelnemer",
    "dienstverlening",
    "zienswijze",
    "aandelen",
    "opdracht",
];

/// Words that say that somebody works with somebody.
const TOGETHER: [&str; 34] = [
    "samen",
    "samenwerken",
    "samenwerking",
    "samenwerkt",
    "samengewerkt",
    "samenwerkingspartners",
    "samenspraak",
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
    "prestatieafspraken",
    "meedenken",
    "denken",
    "denkt",
    "overeenkomst",
    "convenant",
    "gezamenlijk",
    "gezamenlijke",
    "aandeelhouder",
    "deelnemen",
    "deel",
    "overleg",
];

/// Whether the words before a colon say that partners are listed behind it.
pub(super) fn calls_partners(label: &str) -> bool {
    const MOST_WORDS: usize = 4;
    const CALLED: [&str; 9] = [
        "partners",
        "partner",
        "betrokkenen",
        "samen met",
        "betrokken partijen",
        "betrokken organisaties",
        "uitvoering door",
        "uitvoerder",
        "uitvoerders",
    ];
    let label = folded(label);
    label.split(' ').count() <= MOST_WORDS && CALLED.iter().any(|called| label.ends_with(called))
}

/// Words that say that somebody else does the work.
const CARRIED_OUT: [&str; 14] = [
    "uitgevoerd",
    "uitvoert",
    "uitvoering",
    "uitvoeren",
    "verzorgd",
    "verzorgt",
    "belegd",
    "ondergebracht",
    "beheerd",
    "ingezameld",
    "geleverd",
    "onderzoek",
    "georganiseerd",
    "gedaan",
];

/// Whether a word says that several do one thing together.
fn is_joint(word: &str) -> bool {
    ["samen", "gezamenlijk", "regionaal", "regionale", "convenant", "overeenkomst"].iter().any(|begin| word.starts_with(begin))
}

/// What one use of a name says.
#[derive(Default)]
pub(super) struct Verdict {
    pub(super) weight: i32,
    pub(super) refused: bool,
    pub(super) affiliated: bool,
}

/// What a sentence as a whole says.
pub(super) struct Context {
    work: Work,
    who: Who,
}

/// What is done in it.
struct Work {
    together: bool,
    jointly: bool,
    carried_out: bool,
}

/// Who does it.
struct Who {
    we: bool,
    municipalities: bool,
    host: bool,
}

impl Context {
    pub(super) fn of(sentence: &str) -> Self {
        let all: Vec<String> = words(sentence).map(|word| folded(word.text)).collect();
        let any = |is: &dyn Fn(&str) -> bool| all.iter().any(|word| is(word));
        Self {
            work: Work {
                together: any(&|word| TOGETHER.contains(&word) || word.ends_with("samenwerken")),
                jointly: any(&is_joint),
                carried_out: any(&|word| CARRIED_OUT.contains(&word)),
            },
            who: Who {
                we: any(&|word| matches!(word, "we" | "wij")),
                municipalities: any(&|word| word.contains("gemeenten")),
                host: any(&|word| word.contains("centrumgemeente") || word.contains("gastgemeente")),
            },
        }
    }

    /// Weighs one use of a name.
    pub(super) fn judge(&self, page: &Page<'_>, sentence: Span, name: &Name, others: &Others<'_>, regions: &Regions) -> Verdict {
        let words_of_name = spaced(page.words(name.span));
        let words_of_name = words_of_name.as_str();
        let at = name.span.range().start - sentence.range().start;
        let before = Before::of(just_before(page.words(sentence), at, FAR_BYTES), at);
        let own = others.own.map(|own| own.name.as_str());
        let refused = before.refuses() || kinds::is_no_partner(words_of_name) || is_made_of(words_of_name, own);
        if municipality::is_known(words_of_name) || before.calls_municipality() {
            let weight = if own != Some(words_of_name) && self.is_neighbour(&before) { 3 } else { 0 };
            return Verdict { weight, refused, affiliated: false };
        }
        let weight = weight_of_form(words_of_name, name, own, regions)
            + self.weight_of_words_before(&before, words_of_name)
            + i32::from(self.work.together);
        Verdict { weight, refused, affiliated: before.is_joint_arrangement() && !refused }
    }

    /// Other municipalities count where they do something together.
    fn is_neighbour(&self, before: &Before) -> bool {
        let listed = before.opens(&["gemeente", "gemeenten"]);
        self.who.host
            || (self.work.jointly && listed)
            || (self.who.municipalities && before.opens_joint_work())
            || (self.who.we && before.opens(&["met"]))
    }

    /// `Met A en B doen wij …`: a list that opens the sentence.
    fn opens_with(&self, before: &Before) -> bool {
        self.who.we && before.whole && before.last(before.words.len()) == "met" && before.list().len() == before.words.len()
    }

    /// What the words before say; `met`, `door` and `via` the more, the longer the name behind them is.
    fn weight_of_words_before(&self, before: &Before, name: &str) -> i32 {
        let (distance, governor) = before.governor();
        let last = before.last(distance + 1);
        let telling = words(name).nth(1).is_some() || words(name).any(|word| names::is_marked(word.text));
        if before.opens_joint_work() {
            return 2;
        }
        if telling && self.opens_with(before) {
            return 3;
        }
        match governor {
            "van" | "voor" | "bij" | "vanuit" if PEOPLE.contains(&last) => 3,
            "van" | "voor" | "bij" | "vanuit" | "in" | "aan" if TIES.contains(&last) => 2,
            "gemeenten" | "provincie" => i32::from(self.work.together),
            "als" | "zoals" | "waaronder" if names_bodies(last) => 3,
            "bijvoorbeeld" | "waaronder" | "zoals" => 1,
            "door" if self.work.carried_out => 2 + i32::from(telling),
            "via" | "met" | "door" => i32::from(telling) + i32::from(governor == "via" && telling),
            _ if names_a_body(governor) => 3,
            _ => 0,
        }
    }
}

/// How far back the words stand that say something about a name.
const FAR_BYTES: usize = 160;

/// What the name's own words say. Only a kind of organisation says enough by itself.
fn weight_of_form(words_of_name: &str, name: &Name, own: Option<&str>, regions: &Regions) -> i32 {
    let single = words(words_of_name).nth(1).is_none() && name.abbreviation.is_none();
    let is_name = words_of_name.chars().any(char::is_uppercase);
    let is_national_body = kinds::NATIONAL_BODIES.contains(&folded(words_of_name).as_str());
    let kind = match kinds::kind_of(words_of_name) {
        _ if is_national_body => 2,
        Kind::Strong if !single => 3,
        Kind::Weak if !single => 1 + i32::from(is_name),
        Kind::Strong => 1,
        Kind::Weak | Kind::None => 0,
    };
    let marked = words(words_of_name).any(|word| names::is_marked(word.text));
    let form = if is_short_capitals(words_of_name) { i32::from(!is_national_body) } else { 2 * i32::from(marked) };
    let form = (form + i32::from(name.abbreviation.is_some())).min(if kind > 0 { 3 } else { 2 });
    let ends_with_own = own.is_some_and(|own| words_of_name.strip_suffix(own).is_some_and(|before| before.ends_with(' ')));
    let placed = ends_with_own || municipality::ends_with_known(words_of_name) || regions.end(words_of_name);
    let place = i32::from(placed) * if kind > 0 || form > 0 { 2 } else { 1 };
    let region = 3 * i32::from(regions.contains(words_of_name));
    kind + form + place + region
}

/// Plain capitals abbreviate laws and tasks as often as organisations.
fn is_short_capitals(name: &str) -> bool {
    let bare = ["'s", "’s", "'en", "’en"].iter().find_map(|plural| name.strip_suffix(plural)).unwrap_or(name);
    bare.chars().all(|character| character.is_uppercase() || character.is_ascii_digit())
}

/// Whether a word in the plural names organisations in general: `organisaties als Zon`.
fn names_bodies(word: &str) -> bool {
    const BODIES: [&str; 8] =
        ["organisaties", "partners", "partijen", "instellingen", "corporaties", "stichtingen", "aanbieders", "verenigingen"];
    BODIES.iter().any(|bodies| word.ends_with(bodies))
}

/// Whether a word in the singular names an organisation, so that a name stands behind it: `woningcorporatie Zon`.
fn names_a_body(word: &str) -> bool {
    const BODIES: [&str; 11] = [
        "organisatie",
        "corporatie",
        "stichting",
        "vereniging",
        "waterschap",
        "hoogheemraadschap",
        "netbeheerder",
        "landgoed",
        "zorgaanbieder",
        "werkbedrijf",
        "coöperatie",
    ];
    BODIES.iter().any(|body| word.ends_with(body))
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
    /// Whether these are all words of the sentence before the name.
    whole: bool,
}

impl Before {
    fn of(before: &str, bytes_of_sentence: usize) -> Self {
        let words: Vec<String> = words(before).map(|word| folded(word.text)).collect();
        let open_quote = before.trim_end().ends_with(['“', '‘', '"']);
        Self { words, open_quote, whole: before.len() == bytes_of_sentence }
    }

    fn last(&self, distance: usize) -> &str {
        self.words.len().checked_sub(distance).and_then(|at| self.words.get(at)).map_or("", String::as_str)
    }

    /// The last word that is no article.
    fn governor(&self) -> (usize, &str) {
        let skip = usize::from(matches!(self.last(1), "de" | "het" | "een" | "onze" | "ons"));
        (skip + 1, self.last(skip + 1))
    }

    /// `gemeente Meerstad`, which no list of municipalities need hold.
    fn calls_municipality(&self) -> bool {
        matches!(self.last(1), "gemeente" | "gemeenten")
    }

    fn refuses(&self) -> bool {
        let (_, governor) = self.governor();
        self.open_quote || NAMES_SOMETHING_ELSE.contains(&governor)
    }

    /// `lid van de gemeenschappelijke regeling X`, `verbonden partij X`.
    fn is_joint_arrangement(&self) -> bool {
        matches!((self.last(2), self.last(1)), ("gemeenschappelijke", "regeling") | ("verbonden", "partij") | (_, "gr"))
    }

    /// `samen met A, scholen en X`: from the words for joint work on, nothing but a list stands before the name.
    fn opens_joint_work(&self) -> bool {
        const JOINT: [&str; 18] = [
            "samen",
            "samenwerking",
            "samenwerken",
            "samenwerkt",
            "samengewerkt",
            "overleg",
            "samenspraak",
            "afstemming",
            "partners",
            "afspraken",
            "prestatieafspraken",
            "overeenkomst",
            "samenwerkingsovereenkomst",
            "dienstverleningsovereenkomst",
            "contract",
            "convenant",
            "gesprek",
            "gezamenlijk",
        ];
        let list = self.list();
        // `wij trekken op met A`
        let before_list = self.words.len().checked_sub(list.len() + 1).and_then(|at| self.words.get(at));
        if list.first().is_some_and(|first| first == "met") && before_list.is_some_and(|word| word == "op") {
            return true;
        }
        list.windows(2).any(|pair| pair[1] == "met" && JOINT.contains(&pair[0].as_str()))
    }

    /// Whether one of these words opens the list before the name.
    fn opens(&self, openings: &[&str]) -> bool {
        self.list().iter().any(|word| openings.contains(&word.as_str()))
    }

    /// The words right before the name that may be a list that it stands in.
    fn list(&self) -> &[String] {
        const FAR_WORDS: usize = 14;
        const BREAKS_A_LIST: [&str; 28] = [
            "aan", "op", "in", "om", "over", "voor", "van", "is", "zijn", "wordt", "worden", "gaan", "gaat", "willen", "wil",
            "we", "wij", "dat", "die", "te", "bij", "naar", "als", "heeft", "hebben", "door", "kunnen", "tot",
        ];
        let near = &self.words[self.words.len().saturating_sub(FAR_WORDS)..];
        let begin = near.iter().rposition(|word| BREAKS_A_LIST.contains(&word.as_str())).map_or(0, |at| at + 1);
        near.get(begin..).unwrap_or_default()
    }
}

/// A name on one line.
pub(super) fn spaced(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
