//! The words of a passage that tell what it is about, each by its stem.

use std::collections::{BTreeMap, BTreeSet};

use frostem::{Algorithm, Stemmer};

use crate::{
    document::Document,
    scan::words::{lower, words},
};

/// A word of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// The number of its stem.
    pub(super) stem: usize,
    /// As printed, the first time.
    pub(super) printed: String,
}

/// The stems of all words that were read, numbered as they came.
pub(super) struct Vocabulary {
    stemmer: Stemmer,
    stems: BTreeMap<String, usize>,
    /// For each stem how many letters it has.
    letters: Vec<u64>,
    /// The stems that stand in a name.
    names: BTreeSet<usize>,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        let stemmer = Stemmer::new(Algorithm::Dutch);
        Self { stemmer, stems: BTreeMap::new(), letters: Vec::new(), names: BTreeSet::new() }
    }

    /// How many stems there are.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// How many letters a stem has.
    pub(super) fn letters(&self, stem: usize) -> u64 {
        self.letters[stem]
    }

    /// Whether a stem stands in the name of a partner, a programme or a part.
    pub(super) fn is_name(&self, stem: usize) -> bool {
        self.names.contains(&stem)
    }

    /// The words of a passage that tell what it is about, each stem once, in the order of the text.
    pub(super) fn words(&mut self, text: &str) -> Vec<Word> {
        let mut seen = BTreeSet::new();
        let mut told = Vec::new();
        for printed in words(text).flat_map(|word| word.text.split(['-', '&', '\'', '’'])) {
            let lowered: String = printed.chars().map(lower).collect();
            if !tells(&lowered) {
                continue;
            }
            let stem = self.number(&lowered);
            if seen.insert(stem) {
                told.push(Word { stem, printed: printed.to_owned() });
            }
        }
        told
    }

    /// Notes what a document calls by name: partners, programmes and their parts.
    pub(super) fn add_names(&mut self, document: &Document) {
        let partners = document.partners.iter().flat_map(|partner| [&partner.name].into_iter().chain(&partner.abbreviation));
        let parts = document.programmes.iter().flat_map(|programme| &programme.parts).chain(&document.parts);
        let programmes = document.programmes.iter().map(|programme| &programme.name);
        for name in partners.chain(programmes).chain(parts.map(|part| &part.name)) {
            let words = self.words(name);
            self.names.extend(words.into_iter().map(|word| word.stem));
        }
    }

    fn number(&mut self, lowered: &str) -> usize {
        let stem = self.stemmer.stem(lowered).into_owned();
        let letters = stem.chars().count() as u64;
        let next = self.stems.len();
        let number = *self.stems.entry(stem).or_insert(next);
        if number == next {
            self.letters.push(letters);
        }
        number
    }
}

/// Whether a word in lower case tells what a passage is about: it has three letters at least and is not one of those that
/// stand everywhere.
fn tells(word: &str) -> bool {
    const LEAST_LETTERS: usize = 3;
    word.chars().filter(|letter| letter.is_alphabetic()).count() >= LEAST_LETTERS
        && STAND_EVERYWHERE.binary_search(&word).is_err()
}

/// Words that stand in passages about anything, in the order of their letters: articles, pronouns, prepositions, auxiliary
/// verbs, and the words that every municipality writes about itself.
const STAND_EVERYWHERE: [&str; 340] = [
    "aan",
    "aangaande",
    "aantal",
    "aantallen",
    "activiteiten",
    "actualiseren",
    "afgelopen",
    "aldus",
    "alle",
    "alleen",
    "allemaal",
    "alles",
    "als",
    "altijd",
    "ander",
    "andere",
    "anderen",
    "basis",
    "baten",
    "begroting",
    "ben",
    "bent",
    "bepaalde",
    "beter",
    "bieden",
    "biedt",
    "bij",
    "bijna",
    "bijvoorbeeld",
    "binnen",
    "blijft",
    "blijven",
    "boven",
    "brengen",
    "brengt",
    "buiten",
    "circa",
    "college",
    "daar",
    "daarbij",
    "daardoor",
    "daarin",
    "daarmee",
    "daarna",
    "daarnaast",
    "daarom",
    "daarop",
    "daarvan",
    "daarvoor",
    "dag",
    "dagen",
    "dan",
    "dat",
    "deel",
    "derde",
    "deze",
    "die",
    "diens",
    "dit",
    "diverse",
    "doel",
    "doelen",
    "doelstelling",
    "doelstellingen",
    "doen",
    "doet",
    "door",
    "doorlopend",
    "drie",
    "dus",
    "echter",
    "een",
    "eens",
    "eerder",
    "eerste",
    "eigen",
    "elk",
    "elkaar",
    "elke",
    "enkele",
    "euro",
    "evalueren",
    "even",
    "gaan",
    "gaande",
    "gaat",
    "gaf",
    "gebied",
    "gebruik",
    "gebruiken",
    "gedaan",
    "geeft",
    "geen",
    "gehad",
    "geld",
    "geldt",
    "geleden",
    "gemaakt",
    "gemeente",
    "gemeentelijk",
    "gemeentelijke",
    "gemeenten",
    "geven",
    "geweest",
    "gewoon",
    "geworden",
    "ging",
    "goed",
    "goede",
    "graag",
    "groot",
    "grote",
    "had",
    "hadden",
    "heb",
    "hebben",
    "hebt",
    "heeft",
    "heel",
    "het",
    "hier",
    "hiermee",
    "hiervan",
    "hiervoor",
    "hij",
    "hoe",
    "houden",
    "houdt",
    "huidige",
    "hun",
    "ieder",
    "iedere",
    "iedereen",
    "iets",
    "inclusief",
    "inwoner",
    "inwoners",
    "inzake",
    "inzet",
    "inzetten",
    "jaar",
    "jaarlijks",
    "jaarlijkse",
    "jaarrekening",
    "jaarstukken",
    "jaarverslag",
    "jaren",
    "jij",
    "jullie",
    "kader",
    "kan",
    "kijken",
    "komen",
    "komende",
    "komt",
    "kon",
    "konden",
    "kosten",
    "krijgen",
    "krijgt",
    "kunnen",
    "kunt",
    "laat",
    "laatste",
    "lasten",
    "laten",
    "later",
    "liggen",
    "ligt",
    "maakt",
    "maand",
    "maanden",
    "maar",
    "maatregel",
    "maatregelen",
    "maken",
    "manier",
    "mate",
    "mee",
    "meer",
    "meest",
    "men",
    "mensen",
    "met",
    "middelen",
    "miljoen",
    "minder",
    "moest",
    "moet",
    "moeten",
    "mogelijk",
    "mogelijke",
    "mogelijkheden",
    "mogen",
    "naar",
    "naast",
    "nadat",
    "namelijk",
    "neemt",
    "nemen",
    "niet",
    "niets",
    "nieuw",
    "nieuwe",
    "nodig",
    "nog",
    "nooit",
    "omdat",
    "ondanks",
    "onder",
    "ondermeer",
    "ongeveer",
    "ons",
    "ontwikkelen",
    "ontwikkeling",
    "ontwikkelingen",
    "onze",
    "ook",
    "opgesteld",
    "opstellen",
    "opzichte",
    "over",
    "overige",
    "passen",
    "past",
    "per",
    "periode",
    "plaats",
    "programma",
    "project",
    "projecten",
    "raad",
    "raming",
    "resultaat",
    "resultaten",
    "rond",
    "rondom",
    "ruim",
    "saldo",
    "samen",
    "sinds",
    "soms",
    "staan",
    "staat",
    "steeds",
    "stellen",
    "stelt",
    "streeft",
    "streven",
    "tegen",
    "ten",
    "ter",
    "terug",
    "terwijl",
    "thema",
    "tijdens",
    "toch",
    "toe",
    "tot",
    "tussen",
    "twee",
    "tweede",
    "uit",
    "uiteindelijk",
    "uitgevoerd",
    "uitvoeren",
    "uitvoering",
    "uitvoert",
    "vaak",
    "van",
    "vanaf",
    "vanuit",
    "vanwege",
    "veel",
    "verbeteren",
    "verder",
    "vergroten",
    "vervolgens",
    "via",
    "vier",
    "vijf",
    "voldoende",
    "volgen",
    "volgende",
    "volledig",
    "volledige",
    "voor",
    "vooral",
    "voordat",
    "voorgaande",
    "vormen",
    "vraag",
    "vragen",
    "waar",
    "waarbij",
    "waardoor",
    "waarin",
    "waarmee",
    "waarna",
    "waarnaast",
    "waarom",
    "waaronder",
    "waarop",
    "waarvan",
    "waarvoor",
    "wanneer",
    "want",
    "waren",
    "was",
    "wat",
    "weer",
    "wel",
    "welke",
    "werd",
    "werden",
    "werken",
    "werkt",
    "wie",
    "wij",
    "wil",
    "willen",
    "wilt",
    "worden",
    "wordt",
    "zal",
    "zeer",
    "zelf",
    "zich",
    "zien",
    "zij",
    "zijn",
    "zoals",
    "zodat",
    "zonder",
    "zorgt",
    "zou",
    "zouden",
    "zoveel",
    "zowel",
    "zullen",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_stand_everywhere_are_in_order() {
        assert!(STAND_EVERYWHERE.is_sorted());
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let mut vocabulary = Vocabulary::new();
        for (one, other) in
            [("leerwerkplek", "Leerwerkplekken"), ("wijken", "wijk"), ("vervangen", "vervanging"), ("zorg", "zorg-")]
        {
            assert_eq!(vocabulary.words(one)[0].stem, vocabulary.words(other)[0].stem, "{one} {other}");
        }
        assert_ne!(vocabulary.words("brug")[0].stem, vocabulary.words("veer")[0].stem);
    }

    #[test]
    fn only_words_that_tell_count() {
        let told: Vec<_> = Vocabulary::new()
            .words("Wij zorgen in 2024 voor 12 bruggen, en voor dé brug.")
            .into_iter()
            .map(|word| word.printed)
            .collect();
        assert_eq!(told, ["zorgen", "bruggen"]);
    }
}
