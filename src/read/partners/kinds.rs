//! What a name's own words say: the kind of organisation that it names, or that it names none.

use crate::scan::words::{folded, words};

/// How surely a name is an organisation's, by its words alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// No word tells.
    None,
    /// A word that also names places and parts of the municipality: `Steunpunt`, `Team`.
    Weak,
    /// A word that only organisations bear: `Stichting`, `Veiligheidsregio`.
    Strong,
}

/// Words that only organisations bear: alone, or at the end of a word of six letters or more.
const STRONG: [&str; 48] = [
    "stichting",
    "vereniging",
    "coöperatie",
    "veiligheidsregio",
    "metropoolregio",
    "stadsregio",
    "arbeidsmarktregio",
    "omgevingsdienst",
    "milieudienst",
    "gezondheidsdienst",
    "rud",
    "ggd",
    "ggz",
    "waterschap",
    "hoogheemraadschap",
    "recreatieschap",
    "natuurschap",
    "werkvoorzieningschap",
    "werkvoorzieningsschap",
    "universiteit",
    "hogeschool",
    "ziekenhuis",
    "bibliotheek",
    "museum",
    "theater",
    "corporatie",
    "zorggroep",
    "archief",
    "belastingsamenwerking",
    "inkoopbureau",
    "werkbedrijf",
    "reinigingsbedrijf",
    "havenbedrijf",
    "sportbedrijf",
    "energiebedrijf",
    "waterbedrijf",
    "waterleidingmaatschappij",
    "ontwikkelingsmaatschappij",
    "ontwikkelmaatschappij",
    "veiligheidshuis",
    "voedselbank",
    "kredietbank",
    "vervoerregio",
    "muziekschool",
    "politie",
    "nv",
    "bv",
    "gr",
];

/// Words that organisations bear, and also places, plans and parts of the municipality.
const WEAK: [&str; 27] = [
    "dienst",
    "bureau",
    "platform",
    "steunpunt",
    "team",
    "kantoor",
    "office",
    "hub",
    "schap",
    "bedrijf",
    "bedrijven",
    "organisatie",
    "combinatie",
    "netwerk",
    "centrum",
    "instituut",
    "maatschappij",
    "academie",
    "fonds",
    "bank",
    "regeling",
    "samenwerking",
    "historisch",
    "regio",
    "landgoed",
    "partners",
    "alliantie",
];

/// Legal forms as printed in a name.
const LEGAL_FORMS: [&str; 5] = ["N.V.", "B.V.", "U.A.", "V.O.F.", "c.v."];

/// Ends of words for what no partner is: documents, arrangements, projects, money.
const NO_PARTNERS: [&str; 35] = [
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
    "reserve",
    "aanpak",
    "kader",
    "campagne",
    "beleid",
    "verordening",
    "besluit",
    "circulaire",
    "arrangement",
    "werkgroep",
    "strategie",
    "verslag",
    "convenant",
    "circulaires",
    "lijnen",
    "uitkering",
    "belasting",
    "amendement",
    "motie",
    "wetgeving",
];

/// Last words of what no partner is: topics, boards, groups of people.
const NO_PARTNERS_AT_END: [&str; 23] = [
    "zorg",
    "opvang",
    "onderwijs",
    "hulp",
    "domein",
    "plicht",
    "centra",
    "raad",
    "overleg",
    "college",
    "vervoer",
    "bestuur",
    "parlement",
    "commissie",
    "instellingen",
    "planbureau",
    "markt",
    "kamer",
    "handhaving",
    "jeugd",
    "veiligheid",
    "fase",
    "uitkeringen",
];

/// Names and abbreviations of laws, taxes, funds, boards, ways of working and national bodies, folded: none is a partner.
const NEVER: [&str; 109] = [
    "ab",
    "db",
    "ao",
    "av",
    "ava",
    "bbv",
    "vpb",
    "btw",
    "bcf",
    "wmo",
    "woz",
    "ozb",
    "res",
    "oab",
    "nt2",
    "p&c",
    "p&o",
    "ict",
    "it",
    "hrm",
    "hr",
    "avg",
    "buig",
    "spuk",
    "gr",
    "pgb",
    "zzp",
    "mkb",
    "mpg",
    "wnt",
    "dvo",
    "fte",
    "bbp",
    "cao",
    "cpi",
    "ai",
    "co2",
    "krw",
    "grp",
    "vgrp",
    "ihp",
    "ikc",
    "lea",
    "rmc",
    "vve",
    "vsv",
    "pmd",
    "sisa",
    "emu",
    "eu",
    "nl",
    "bv",
    "nv",
    "wsw",
    "wwb",
    "wabo",
    "wgr",
    "wro",
    "bibob",
    "woo",
    "bag",
    "bgt",
    "brp",
    "poh",
    "gz",
    "nr",
    "tv",
    "pr",
    "pdf",
    "sdg",
    "sdgs",
    "dpo",
    "vn",
    "b&w",
    "o&o",
    "wkb",
    "ow",
    "vth",
    "mvi",
    "smart",
    "swot",
    "kpi",
    "bz",
    "bzk",
    "vws",
    "ocw",
    "szw",
    "lnv",
    "ienw",
    "vng",
    "ifv",
    "vereniging van nederlandse gemeenten",
    "vereniging nederlandse gemeenten",
    "rijk",
    "gemeentefonds",
    "provinciefonds",
    "cpb",
    "cbs",
    "tweede kamer",
    "europese unie",
    "beschermd wonen",
    "begeleid wonen",
    "waterschappen",
    "omgevingsdiensten",
    "woningcorporaties",
    "ggz",
    "gi",
    "gecertificeerde instellingen",
    "nis2",
];

/// National bodies that carry out tasks beside the municipality (they are named in lower case, or by abbreviation).
pub(super) const NATIONAL_BODIES: [&str; 6] = ["politie", "uwv", "om", "belastingdienst", "coa", "openbaar ministerie"];

/// Parties with seats in the national parliament since 2012: they govern, they are no organisation to work with.
const NATIONAL_PARTIES: [&str; 23] = [
    "vvd",
    "pvda",
    "cda",
    "d66",
    "groenlinks",
    "groen links",
    "gl",
    "sp",
    "pvv",
    "christenunie",
    "cu",
    "sgp",
    "50plus",
    "partij voor de dieren",
    "partij van de arbeid",
    "pvdd",
    "denk",
    "ja21",
    "volt",
    "bbb",
    "nsc",
    "fvd",
    "forum voor democratie",
];

/// Whether a party of the national parliament is called so, or two that stand together (`CDA/ChristenUnie`).
pub(in crate::read) fn is_national_party(name: &str) -> bool {
    let is_one = |name: &str| NATIONAL_PARTIES.contains(&name);
    let folded = folded(name);
    let mut parts = folded.split(['/', '-']);
    is_one(&folded) || (folded.contains(['/', '-']) && parts.all(|part| is_one(part.trim())))
}

/// The kind that a name's words tell.
pub(super) fn kind_of(name: &str) -> Kind {
    if LEGAL_FORMS.iter().any(|form| name.contains(form)) || folded(name).contains("gemeenschappelijke regeling") {
        return Kind::Strong;
    }
    words(name).map(|word| kind_of_word(word.text)).max().unwrap_or(Kind::None)
}

fn kind_of_word(word: &str) -> Kind {
    let word = folded(word);
    if ends_in_one_of(&word, &STRONG) {
        Kind::Strong
    } else if ends_in_one_of(&word, &WEAK) {
        Kind::Weak
    } else {
        Kind::None
    }
}

/// Whether a name is nothing but a word that places and plans bear, too.
pub(super) fn is_weak_word(name: &str) -> bool {
    WEAK.contains(&folded(name).as_str())
}

/// Whether a name is one word that names a kind of organisation of which there are many: `Veiligheidsregio`, `GGD`.
pub(crate) fn is_kind_alone(name: &str) -> bool {
    let name = folded(name);
    let is_national = NATIONAL_BODIES.contains(&name.as_str());
    !is_national && (STRONG.contains(&name.as_str()) || WEAK.contains(&name.as_str()))
}

/// Whether a word is one of these, or is joined to one: by a hyphen, or where that one is long enough to be no accident.
fn ends_in_one_of(word: &str, kinds: &[&str]) -> bool {
    const LEAST_BYTES: usize = 5;
    kinds.iter().any(|kind| {
        word.strip_suffix(kind).is_some_and(|before| before.is_empty() || before.ends_with('-') || kind.len() >= LEAST_BYTES)
    })
}

/// Whether a name tells its kind, and more than that.
pub(super) fn is_strong(name: &str) -> bool {
    kind_of(name) == Kind::Strong && words(name).nth(1).is_some()
}

/// Whether a name of several words begins with a word that only organisations bear.
pub(super) fn begins_with_kind(name: &str) -> bool {
    let mut all = words(name);
    all.next().is_some_and(|first| kind_of_word(first.text) == Kind::Strong) && all.next().is_some()
}

/// Whether the words themselves say that this is no partner.
pub(super) fn is_no_partner(name: &str) -> bool {
    let whole = folded(name);
    let singular = ["'s", "'en"].iter().find_map(|plural| whole.strip_suffix(plural)).unwrap_or(&whole);
    if NEVER.contains(&singular) || is_national_party(name) || is_form_alone(name) {
        return true;
    }
    let all: Vec<String> = words(name).map(|word| folded(word.text)).collect();
    let first = all.first().map_or("", String::as_str);
    let is_board = matches!(first, "algemeen" | "dagelijks") && all.get(1).is_some_and(|word| word == "bestuur");
    is_board
        || matches!(
            first,
            "wet" | "nota" | "programma" | "project" | "besluit" | "rijk" | "ministerie" | "ministeries" | "commissie"
        )
        || (!is_strong(name) && names_something_else(&all))
}

/// Whether a word of a name says that it is a document, a plan or a topic.
fn names_something_else(all: &[String]) -> bool {
    let last = all.last().map_or("", String::as_str);
    let tells_kind = all.iter().any(|word| kind_of_word(word) > Kind::None);
    all.iter().any(|word| NO_PARTNERS.iter().any(|ending| word.ends_with(ending)))
        || (!tells_kind && NO_PARTNERS_AT_END.iter().any(|ending| last.ends_with(ending)))
        || ["-ers", "'ers"].iter().any(|ending| last.ends_with(ending))
}

/// Whether a legal form or a kind of party is all that a line names: `A. Gemeenschappelijke regelingen`, `Stichtingen`.
pub(super) fn is_form_alone(line: &str) -> bool {
    const FORMS: [&str; 14] = [
        "regeling",
        "regelingen",
        "vennootschap",
        "vennootschappen",
        "stichting",
        "stichtingen",
        "vereniging",
        "verenigingen",
        "coöperatie",
        "coöperaties",
        "coöperatieve",
        "deelnemingen",
        "verbanden",
        "partijen",
    ];
    const BESIDE: [&str; 18] = [
        "gemeenschappelijke",
        "besloten",
        "naamloze",
        "publiekrechtelijke",
        "privaatrechtelijke",
        "overige",
        "en",
        "verbonden",
        "van",
        "met",
        "de",
        "rechtspersonen",
        "a",
        "b",
        "c",
        "d",
        "e",
        "commanditaire",
    ];
    let all: Vec<String> = words(line).map(|word| folded(word.text)).collect();
    let is_form = |word: &String| FORMS.contains(&word.as_str()) || word.ends_with("verbanden");
    let is_beside = |word: &String| BESIDE.contains(&word.as_str()) || word.bytes().all(|byte| byte.is_ascii_digit());
    all.iter().any(is_form) && all.iter().all(|word| is_form(word) || is_beside(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_name_tell_its_kind() {
        let cases = [
            ("Stichting Zon", Kind::Strong),
            ("GGD Voorbeeldmeer", Kind::Strong),
            ("Woonstichting Zon", Kind::Strong),
            ("Voorbeeldbank N.V.", Kind::Strong),
            ("Steunpunt Zon", Kind::Weak),
            ("Zonfonds", Kind::Weak),
            ("Zon Wonen", Kind::None),
            ("Scrub", Kind::None),
        ];
        for (name, expected) in cases {
            assert_eq!(kind_of(name), expected, "{name}");
        }
    }

    #[test]
    fn documents_boards_and_laws_are_no_partners() {
        for name in ["AB", "BBV", "Algemeen Bestuur", "Woonvisie Meer", "Jeugdwet", "CDA", "VVD/CDA", "VNG", "Ministerie van Zon"]
        {
            assert!(is_no_partner(name), "{name}");
        }
        for name in ["Werkmeer", "RUD", "Kompas", "Zon Duurzaam"] {
            assert!(!is_no_partner(name), "{name}");
        }
    }

    #[test]
    fn a_legal_form_alone_is_no_name() {
        for line in
            ["A. Gemeenschappelijke regelingen", "Vennootschappen en coöperaties", "GR'en en stichtingen: 2", "3. Stichtingen"]
        {
            assert_eq!(is_form_alone(line), !line.contains("GR'en"), "{line}");
        }
        assert!(!is_form_alone("Gemeenschappelijke regeling Zon"));
    }
}
