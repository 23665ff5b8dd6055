//! The names that documents of the budget cycle go by.

use crate::{
    document::Kind,
    read::municipality,
    scan::{
        self,
        words::{Word, ends_with_words, folded, is_small_word, lower, spaced_words, words},
    },
};

/// A name of a kind in some words, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The kind that a heading names: the first one in it that is not only referred to. None where it sets two phases of the
/// cycle against each other: `Begroting en rekening`.
pub(super) fn in_heading(text: &str) -> Option<Named> {
    let found = first_of(text).filter(|found| !is_policy(text, *found))?;
    let compares = found.kind == Kind::Budget && words(&text[found.end..]).any(|word| is_actual(word.text));
    (!compares).then_some(found)
}

/// The first name of a kind in some words, in one word, in two, or with a space between each two letters.
pub(super) fn first_of(text: &str) -> Option<Named> {
    let mut before: Option<Word<'_>> = None;
    let in_words = words(text).find_map(|word| {
        let pair = before.replace(word).filter(|before| is_interim(before.text, word.text));
        let kind = kind_of_word(word.text).or(pair.map(|_| Kind::InterimReport))?;
        let start = pair.map_or(word.start, |before| before.start);
        (!is_referred(&text[..start])).then_some(Named { kind, start, end: word.end() })
    });
    in_words.or_else(|| spaced(text))
}

/// `P R O G R A M M A B E G R O T I N G`.
pub(super) fn spaced(text: &str) -> Option<Named> {
    spaced_words(text).into_iter().find_map(|word| {
        Some(Named { kind: kind_of_word(word.text.trim_end_matches(is_digit))?, start: word.start, end: word.end })
    })
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// The kind that one word names. What a kind's word is joined to does not matter (`Programmabegroting`), unless that
/// makes it another's (`Rijksbegroting`); `begrotingsjaar` is none.
pub(in crate::read) fn kind_of_word(word: &str) -> Option<Kind> {
    const NAMES: [(Kind, &[&str]); 5] = [
        (Kind::Budget, &["begroting", "begrotingswijziging", "begrotingsboek", "programmaplan"]),
        (
            Kind::AnnualAccounts,
            &[
                "jaarstukken",
                "jaarstuk",
                "jaarrekening",
                "jaarverslag",
                "jaarverantwoording",
                "jaarrapportage",
                "programmarekening",
                "programmaverantwoording",
                "gemeenterekening",
            ],
        ),
        (
            Kind::FrameworkMemorandum,
            &[
                "kadernota",
                "kaderbrief",
                "kadernotitie",
                "voorjaarsnota",
                "voorjaarsbrief",
                "lentenota",
                "zomernota",
                "perspectiefnota",
                "perspectievennota",
                "perspectiefbrief",
                "perspectiefnotitie",
            ],
        ),
        (
            Kind::InterimReport,
            &[
                "afwijkingenrapportage",
                "afwijkingsrapportage",
                "bestuursrapportage",
                "budgetrapportage",
                "concernrapportage",
                "eindejaarsrapportage",
                "halfjaarrapportage",
                "halfjaarsrapportage",
                "herfstrapportage",
                "kwartaalrapportage",
                "managementrapportage",
                "maandsrapportage",
                "maandrapportage",
                "najaarsrapportage",
                "programmarapportage",
                "raadsrapportage",
                "tertaalrapportage",
                "tussenrapportage",
                "voorjaarsrapportage",
                "voortgangsrapportage",
                "zomerrapportage",
                "herfstnota",
                "najaarsnota",
                "slotnota",
                "najaarsbrief",
                "tussenbericht",
                "berap",
                "burap",
                "marap",
                "turap",
            ],
        ),
        (
            Kind::CoalitionAgreement,
            &[
                "bestuursakkoord",
                "bestuursprogramma",
                "coalitieakkoord",
                "coalitieovereenkomst",
                "coalitieprogramma",
                "collegeakkoord",
                "collegeprogramma",
                "hoofdlijnenakkoord",
                "raadsakkoord",
                "raadsprogramma",
                "collegewerkprogramma",
            ],
        ),
    ];
    const SHORTEST: usize = 5;
    let word = word.trim_end_matches(|last: char| last.is_ascii_digit() || last == '-');
    if word.len() < SHORTEST {
        return None;
    }
    let word: String = word.chars().filter(|letter| *letter != '-').map(lower).collect();
    let (kind, front) = NAMES
        .into_iter()
        .find_map(|(kind, names)| names.iter().find_map(|name| word.strip_suffix(name)).map(|front| (kind, front)))?;
    (!is_of_others(front)).then_some(kind)
}

/// What makes the name of a kind that of another body, or of something smaller than a municipality.
fn is_of_others(front: &str) -> bool {
    const OTHERS: [&str; 18] = [
        "rijks",
        "staats",
        "provincie",
        "waterschaps",
        "verenigings",
        "stichtings",
        "bedrijfs",
        "huishoud",
        "gezins",
        "school",
        "project",
        "bouw",
        "kosten",
        "investerings",
        "exploitatie",
        "uren",
        "eu",
        "persoonlijke",
    ];
    OTHERS.contains(&front)
}

/// `tussentijdse rapportage`, `financiële rapportage`.
fn is_interim(before: &str, word: &str) -> bool {
    matches!(folded(before).as_str(), "tussentijdse" | "financiële")
        && matches!(folded(word).as_str(), "rapportage" | "rapportages")
}

/// Whether the words before a kind say that another document is meant: `sinds de begroting`, `uit de kadernota`.
fn is_referred(before: &str) -> bool {
    const REFER: [&str; 11] =
        ["sinds", "opzichte van", "t.o.v.", "uit", "vanuit", "conform", "volgens", "na", "naar", "met", "uitvoering"];
    let before = before.trim_end();
    let bare = ["de", "het", "onze", "van het", "van de"].into_iter().find(|article| ends_with_words(before, article));
    let before = bare.map_or(before, |article| before[..before.len() - article.len()].trim_end());
    REFER.iter().any(|words| ends_with_words(before, words))
}

/// `Kadernota integrale veiligheid` is a policy note: the kind that frames a budget has a year or nothing behind it.
fn is_policy(heading: &str, named: Named) -> bool {
    let behind = &heading[named.end..];
    let is_note = heading[named.start..named.end].to_ascii_lowercase().ends_with("kadernota");
    let topic = behind.strip_prefix(' ').and_then(|behind| words(behind).next().filter(|word| word.start == 0));
    let is_topic = |word: Word<'_>| {
        let is_numbered = word.text.starts_with(is_digit) || scan::year(word.text).is_some();
        let own = matches!(folded(word.text).as_str(), "gemeente" | "begroting" | "programmabegroting" | "is" | "geeft");
        let is_place = word.is_capitalised() && municipality::is_known(word.text);
        !is_numbered && !own && !is_place && !is_small_word(word.text)
    };
    is_note && topic.is_some_and(is_topic)
}

fn is_actual(word: &str) -> bool {
    let word = folded(word);
    word.ends_with("rekening") || matches!(word.as_str(), "realisatie" | "werkelijk" | "gerealiseerd" | "jaarstukken")
}
