//! What a heading asks. The three W questions of a budget and of the accounts come in many wordings.

use crate::scan::words::{folded, words};

/// What stands under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// Wat willen we bereiken, wat hebben we bereikt.
    Goals,
    /// Wat gaan we doen, wat hebben we gedaan.
    Measures,
    /// Wat doen we samen: a question about co-operation, which some answer with a list of measures.
    JointWork,
    /// Wat mag het kosten, wat heeft het gekost, lasten en baten.
    Cost,
    /// Verbonden partijen.
    Partners,
    /// Another fixed part of a programme: a description, indicators, risks.
    Section,
    /// Nothing fixed: a title.
    Nothing,
}

/// What a heading asks, by its words.
pub(super) fn asks(heading: &str) -> Asks {
    let folded = folded(heading);
    let heading = folded.trim_start_matches(|character: char| !character.is_alphabetic()).trim_end_matches([':', '?', '.', ' ']);
    let first = words(heading).next().map_or("", |word| word.text);
    let has = |part: &str| heading.contains(part);
    match first {
        "wat" | "hoe" | "zo" | "hebben" | "waar" if has("bereik") => Asks::Goals,
        "wat" | "hoe" | "zo" | "hebben" if has(" kost") || has("gekost") || has("kosten") => Asks::Cost,
        "wat" | "hoe" | "zo" | "hebben" if (has(" doen") || has(" gedaan")) && has("samen") => Asks::JointWork,
        "wat" | "hoe" | "zo" | "hebben" if has(" doen") || has(" gedaan") || has("daarvoor") => Asks::Measures,
        "doelstelling" | "doelstellingen" | "ambitie" | "ambities" | "doelen" | "beleidsdoelen" if is_short(heading) => {
            Asks::Goals
        }
        "activiteiten" | "acties" | "prestaties" | "maatregelen" if is_short(heading) => Asks::Measures,
        "lasten" | "baten" | "kosten" | "financiën" | "middelen" | "budget" => Asks::Cost,
        "verbonden" if has("partij") => Asks::Partners,
        "overzicht" | "lijst" | "paragraaf" if has("verbonden partij") => Asks::Partners,
        "programma" | "programma's" | "deelprogramma" | "deelprogramma's" | "paragraaf" | "paragrafen" | "omschrijving"
        | "toelichting" | "indicatoren" | "beleidsindicatoren" | "risico's" | "kaders" | "inleiding" | "leeswijzer"
        | "overzicht" | "financieel" => Asks::Section,
        _ => Asks::Nothing,
    }
}

fn is_short(heading: &str) -> bool {
    const MOST_WORDS: usize = 4;
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
            ("Programma Wonen", Asks::Section),
            ("Waar gaat dit programma over?", Asks::Nothing),
            ("Minder armoede", Asks::Nothing),
        ];
        for (heading, expected) in cases {
            assert_eq!(asks(heading), expected, "{heading}");
        }
    }
}
