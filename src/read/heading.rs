//! What a heading asks. The three W questions of a budget and of the accounts come in many wordings.

use crate::scan::words::{folded, words};

/// What stands under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    /// Wat willen we bereiken, wat hebben we bereikt.
    Goals,
    /// Wat gaan we doen, wat hebben we gedaan.
    Measures,
    /// Both in one: goals, and under each its measures.
    Both,
    /// Wat doen we samen: a question about co-operation, which some answer with a list of measures.
    JointWork,
    /// Wat mag het kosten, wat heeft het gekost, lasten en baten.
    Cost,
    /// Verbonden partijen.
    Partners,
    /// How to read the document: what it says about questions is no answer to them.
    Guide,
    /// Another fixed part of a programme: a description, indicators, risks.
    Section,
    /// Nothing fixed: a title.
    Nothing,
}

/// Names of goals in a heading, alone or behind one word.
const GOALS: [&str; 20] = [
    "doel",
    "doelen",
    "doelstelling",
    "doelstellingen",
    "hoofddoel",
    "hoofddoelen",
    "hoofddoelstelling",
    "hoofddoelstellingen",
    "kerndoel",
    "kerndoelen",
    "subdoel",
    "subdoelen",
    "beleidsdoel",
    "beleidsdoelen",
    "beleidsdoelstellingen",
    "programmadoelen",
    "programmadoelstellingen",
    "ambitie",
    "ambities",
    "effecten",
];

/// Names of measures in a heading.
const MEASURES: [&str; 16] = [
    "actie",
    "acties",
    "actiepunten",
    "activiteit",
    "activiteiten",
    "prestatie",
    "prestaties",
    "maatregel",
    "maatregelen",
    "inspanning",
    "inspanningen",
    "beleidsacties",
    "kernactiviteiten",
    "hoofdactiviteiten",
    "aanpak",
    "speerpunten",
];

/// Names of other fixed parts of a programme.
const SECTIONS: [&str; 35] = [
    "resultaten",
    "visie",
    "missie",
    "bijdrage",
    "samenvatting",
    "programma",
    "programma's",
    "deelprogramma",
    "deelprogramma's",
    "paragraaf",
    "paragrafen",
    "omschrijving",
    "toelichting",
    "indicatoren",
    "beleidsindicatoren",
    "effectindicatoren",
    "prestatie-indicatoren",
    "kengetallen",
    "risico's",
    "kaders",
    "inleiding",
    "overzicht",
    "financieel",
    "portefeuillehouder",
    "portefeuillehouders",
    "ontwikkelingen",
    "beleidskaders",
    "beleidsontwikkelingen",
    "taakvelden",
    "investeringen",
    "reserves",
    "voorzieningen",
    "subsidies",
    "bijlage",
    "bijlagen",
];

/// What a heading asks, by its words.
pub(crate) fn asks(heading: &str) -> Asks {
    let folded = folded(heading);
    let heading = folded.trim_start_matches(|character: char| !character.is_alphabetic()).trim_end_matches([':', '?', '.', ' ']);
    let first = words(heading).next().map_or("", |word| word.text);
    if let Some(question) = question(heading, first) {
        return question;
    }
    match first {
        "lasten" | "baten" | "kosten" | "financiën" | "middelen" | "budget" => Asks::Cost,
        "verbonden" if heading.contains("partij") => Asks::Partners,
        "overzicht" | "lijst" | "paragraaf" if heading.contains("verbonden partij") => Asks::Partners,
        "leeswijzer" => Asks::Guide,
        _ if is_short(heading) => named(heading, first),
        _ if SECTIONS.contains(&first) => Asks::Section,
        _ => Asks::Nothing,
    }
}

/// The questions proper, which a small word begins: `Wat`, `Hoe`, `Zo`, `Hebben we`.
fn question(heading: &str, first: &str) -> Option<Asks> {
    if !matches!(
        first,
        "wat" | "hoe" | "zo" | "hebben" | "waar" | "welke" | "waarmee" | "wanneer" | "hiervoor" | "daarvoor" | "heeft"
    ) {
        return None;
    }
    let has = |parts: &[&str]| parts.iter().any(|part| heading.contains(part));
    let goals = has(&[
        "bereik",
        "ons doel",
        "onze doel",
        "doelen",
        "doelstelling",
        "onze ambitie",
        "gewenste effect",
        "wilden we",
        "streven we",
        "willen we zijn",
    ]);
    let cost = has(&[" kost", "gekost", "kosten"]);
    let done = has(&[
        " doen",
        " gedaan",
        "deden",
        " ondernomen",
        "daarvoor",
        "hiervoor",
        "ervoor",
        "maatregelen",
        "activiteiten",
        "acties",
    ]);
    let results = has(&["resultaten", "prestaties"]);
    let serves_goals = first == "hoe" || (heading.contains(" om ") && heading.contains(" te "));
    match first {
        _ if goals && done && !serves_goals && heading.contains(" en ") => Some(Asks::Both),
        _ if cost => Some(Asks::Cost),
        _ if goals && serves_goals => Some(Asks::Measures),
        _ if goals => Some(Asks::Goals),
        "waar" | "wanneer" | "heeft" => None,
        _ if done && has(&["samen"]) => Some(Asks::JointWork),
        _ if done || results => Some(Asks::Measures),
        _ => None,
    }
}

/// What a short name asks for: `Doelen`, `Doelstellingen en resultaten`, `Acties 2023`, `Beoogd effect`, `Onze ambitie`.
fn named(heading: &str, first: &str) -> Asks {
    let second = words(heading).nth(1).map_or("", |word| word.text);
    let leads = matches!(
        first,
        "onze"
            | "de"
            | "ons"
            | "beoogd"
            | "beoogde"
            | "gewenst"
            | "gewenste"
            | "maatschappelijk"
            | "maatschappelijke"
            | "strategische"
            | "operationele"
            | "concrete"
            | "geplande"
    );
    // `Beoogde maatschappelijke effecten`: a second adjective may stand between.
    let third = words(heading).nth(2).map_or("", |word| word.text);
    let (name, rest) = match (leads, second.starts_with("maatschappelijk")) {
        (true, true) => (third, 3),
        (true, false) => (second, 2),
        _ => (first, 1),
    };
    let goes_on = words(heading).skip(rest).all(|word| is_small_or_fixed(word.text));
    let is_goal = GOALS.contains(&name) || (leads && matches!(name, "effect" | "resultaat" | "resultaten"));
    let is_measure = MEASURES.contains(&name);
    match (is_goal, is_measure) {
        (true, _) if goes_on && words(heading).any(|word| MEASURES.contains(&word.text)) => Asks::Both,
        (true, _) if goes_on => Asks::Goals,
        (_, true) if goes_on => Asks::Measures,
        _ if SECTIONS.contains(&first) => Asks::Section,
        _ => Asks::Nothing,
    }
}

/// A word that may stand behind the name of goals or measures without making it a title: a year, a small word, another
/// such name.
fn is_small_or_fixed(word: &str) -> bool {
    matches!(
        word,
        "en" | "voor"
            | "in"
            | "van"
            | "het"
            | "de"
            | "dit"
            | "deze"
            | "we"
            | "ons"
            | "onze"
            | "per"
            | "effecten"
            | "effect"
            | "resultaten"
            | "programma"
    ) || crate::scan::year(word).is_some()
        || GOALS.contains(&word)
        || MEASURES.contains(&word)
}

/// Whether a word, folded, is the head of a column beside goals and measures.
pub(super) fn names_column(word: &str) -> bool {
    const COLUMNS: [&str; 20] = [
        "operationeel",
        "operationele",
        "strategisch",
        "strategische",
        "beoogd",
        "beoogde",
        "effect",
        "resultaat",
        "gereed",
        "trekker",
        "wanneer",
        "wie",
        "planning",
        "status",
        "voortgang",
        "start",
        "eind",
        "indicator",
        "deadline",
        "portefeuillehouder",
    ];
    COLUMNS.contains(&word) || GOALS.contains(&word) || MEASURES.contains(&word)
}

fn is_short(heading: &str) -> bool {
    const MOST_WORDS: usize = 6;
    words(heading).count() <= MOST_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_in_many_wordings() {
        let cases = [
            ("Wat willen we bereiken?", Asks::Goals),
            ("Wat hebben we bereikt?", Asks::Goals),
            ("Hebben we bereikt wat we wilden?", Asks::Goals),
            ("Doelstellingen", Asks::Goals),
            ("Zo gaan we dat doen", Asks::Measures),
            ("Wat hebben wij daarvoor gedaan in dat jaar?", Asks::Measures),
            ("Wat gaan we daarvoor doen", Asks::Measures),
            ("Wat doen we samen?", Asks::JointWork),
            ("Wat mag het kosten?", Asks::Cost),
            ("Wat heeft het gekost in dat jaar?", Asks::Cost),
            ("Lasten van het programma", Asks::Cost),
            ("Overzicht verbonden partijen", Asks::Partners),
            ("1.4 Verbonden partijen", Asks::Partners),
            ("Heeft het gekost wat het mocht kosten?", Asks::Cost),
            ("Hebben we gedaan wat we zouden doen?", Asks::Measures),
            ("Wat is ons doel?", Asks::Goals),
            ("Wat wilden wij bereiken in 2023?", Asks::Goals),
            ("Welke effecten streven we na?", Asks::Goals),
            ("2.1 Wat willen we bereiken", Asks::Goals),
            ("Beoogd effect", Asks::Goals),
            ("Beoogde maatschappelijke effecten", Asks::Goals),
            ("Onze ambities", Asks::Goals),
            ("Doelstelling van het programma", Asks::Goals),
            ("Wat doen we ervoor?", Asks::Measures),
            ("Wat gaan we doen om dat te bereiken?", Asks::Measures),
            ("Hoe gaan we dat bereiken?", Asks::Measures),
            ("Wat hebben we ervoor gedaan?", Asks::Measures),
            ("Welke resultaten boekten we?", Asks::Measures),
            ("Acties 2023", Asks::Measures),
            ("Speerpunten 2025", Asks::Measures),
            ("Geplande prestaties", Asks::Measures),
            ("Activiteiten:", Asks::Measures),
            ("Wat willen we bereiken en wat gaan we daarvoor doen?", Asks::Both),
            ("Doelen en acties", Asks::Both),
            ("Ambitie wonen en werken", Asks::Nothing),
            ("Acties in de wijk Zon", Asks::Nothing),
            ("Wat heeft het opgeleverd voor Zon", Asks::Nothing),
            ("Leeswijzer", Asks::Guide),
            ("Programma Wonen", Asks::Section),
            ("Waar gaat dit programma over?", Asks::Nothing),
            ("Minder armoede", Asks::Nothing),
        ];
        for (heading, expected) in cases {
            assert_eq!(asks(heading), expected, "{heading}");
        }
    }
}
