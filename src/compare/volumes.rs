//! Which documents are one: a text by itself, or the pages of a publication.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::FactOf;
use crate::{
    decisions::Decisions,
    document::{Document, Kind, Period, Programme},
    publication::publications,
    scan::words::folded,
    source::Source,
};

/// A document of the budget cycle, in one text or in several.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Volume {
    /// Its texts, counted in the documents that are compared; never none.
    pub documents: Vec<usize>,
    /// Whose it is.
    pub municipality: Option<String>,
    /// What tells that municipality from others: its code, or its name in lower case where no text gives a code. Two are called
    /// Bergen.
    pub owner: Option<String>,
    /// What it is.
    pub kind: Option<Kind>,
    /// Its year.
    pub year: Option<i32>,
    /// Its council term.
    pub period: Option<Period>,
    /// How many people live in the municipality: of the text or as typed, never guessed.
    pub inhabitants: Option<u32>,
    /// Its programmes, in the order of the texts; one that several pages name is there once.
    pub programmes: Vec<FactOf>,
}

/// The volumes that documents make up, in the order of their first texts.
pub fn volumes(documents: &[(&Source, &Document)], decisions: &Decisions) -> Vec<Volume> {
    let publications = publications(documents);
    let mut publication_of: Vec<Option<usize>> = vec![None; documents.len()];
    for (at, publication) in publications.iter().enumerate() {
        publication.pages.iter().for_each(|&page| publication_of[page] = Some(at));
    }
    let mut volumes = Vec::new();
    for (document, publication) in publication_of.into_iter().enumerate() {
        match publication.map(|at| &publications[at].pages) {
            Some(pages) if pages.first() != Some(&document) => {}
            Some(pages) => volumes.push(volume(documents, pages.clone(), decisions)),
            None => volumes.push(volume(documents, vec![document], decisions)),
        }
    }
    volumes
}

fn volume(documents: &[(&Source, &Document)], texts: Vec<usize>, decisions: &Decisions) -> Volume {
    let mut volume = Volume { programmes: Slots::of(documents, &texts).programmes, ..Volume::default() };
    for document in texts.iter().map(|&text| documents[text].1) {
        let municipality = || document.municipality.as_ref().map(|municipality| municipality.name.clone());
        volume.municipality = volume.municipality.or_else(municipality);
        volume.kind = volume.kind.or(document.kind.map(|kind| kind.value));
        volume.year = volume.year.or(document.year.map(|year| year.value));
        volume.period = volume.period.or(document.period.map(|period| period.value));
    }
    let mut named = texts.iter().filter_map(|&text| documents[text].1.municipality.as_ref());
    let code = named.find_map(|municipality| municipality.code.clone());
    volume.owner = code.or_else(|| volume.municipality.as_deref().map(folded));
    let stated = texts.iter().find_map(|&text| documents[text].1.inhabitants).map(|inhabitants| inhabitants.value);
    volume.inhabitants = inhabitants(&volume, stated, decisions);
    Volume { documents: texts, ..volume }
}

/// As typed for the volume's year, else as the text states it, else as typed for any year.
fn inhabitants(volume: &Volume, stated: Option<u32>, decisions: &Decisions) -> Option<u32> {
    let municipality = volume.municipality.as_deref().map(folded);
    let typed = |year: Option<i32>| {
        let mut typed = decisions.inhabitants.iter().filter(|typed| typed.count > 0 && typed.year == year);
        Some(typed.rfind(|typed| Some(folded(&typed.municipality)) == municipality)?.count)
    };
    volume.year.and_then(|year| typed(Some(year))).or(stated).or_else(|| typed(None))
}

/// The programmes of several texts as those of one volume.
#[derive(Debug, Default)]
pub(super) struct Slots {
    /// Each programme where it is named first.
    pub(super) programmes: Vec<FactOf>,
    /// For every programme of every text its place in that list.
    of_fact: BTreeMap<FactOf, usize>,
}

impl Slots {
    pub(super) fn of(documents: &[(&Source, &Document)], texts: &[usize]) -> Self {
        let mut slots = Self::default();
        let mut known = BTreeMap::new();
        for &text in texts {
            let programmes = documents.get(text).into_iter().flat_map(|(_, document)| &document.programmes);
            for (at, programme) in programmes.enumerate() {
                slots.add(FactOf { document: text, fact: at }, programme, &mut known);
            }
        }
        slots
    }

    /// Adds a programme where it is a new one: two of one name are the same unless their numbers differ.
    fn add(&mut self, fact: FactOf, programme: &Programme, known: &mut BTreeMap<String, Vec<(Option<String>, usize)>>) {
        let number = number(programme);
        let namesakes = known.entry(folded(&programme.name)).or_default();
        let same = namesakes.iter_mut().find(|(its, _)| its.is_none() || number.is_none() || *its == number);
        let slot = same.map_or(self.programmes.len(), |(its, slot)| {
            *its = its.take().or_else(|| number.clone());
            *slot
        });
        if slot == self.programmes.len() {
            self.programmes.push(fact);
            namesakes.push((number, slot));
        }
        self.of_fact.insert(fact, slot);
    }

    /// The place in [`Slots::programmes`] of a programme of one of the texts.
    pub(super) fn slot(&self, document: usize, programme: Option<usize>) -> Option<usize> {
        self.of_fact.get(&FactOf { document, fact: programme? }).copied()
    }
}

/// A programme's number without what goes before it: `P5` and `05` are `5`.
pub(super) fn number(programme: &Programme) -> Option<String> {
    let number = folded(programme.number.as_deref()?);
    let bare = number.trim_start_matches(|first: char| !first.is_ascii_digit()).trim_start_matches('0');
    Some(if bare.is_empty() { number } else { bare.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compare::examples::{SAMPLES, Texts},
        decisions::Inhabitants,
    };

    /// Municipality, kind, year and programmes of a volume.
    fn line(texts: &Texts, volume: &Volume) -> String {
        let documents = texts.all();
        let name = |fact: &FactOf| documents[fact.document].1.programmes[fact.fact].name.as_str();
        let programmes: Vec<&str> = volume.programmes.iter().map(name).collect();
        let municipality = volume.municipality.as_deref().unwrap_or("-");
        format!("{municipality} {:?} {}: {}", volume.kind, volume.year.unwrap_or_default(), programmes.join(", "))
    }

    #[test]
    fn a_text_by_itself_is_a_volume() {
        let texts = Texts::read(&SAMPLES);
        let volumes = volumes(&texts.all(), &Decisions::default());
        let lines: Vec<String> = volumes.iter().map(|volume| line(&texts, volume)).collect();
        let expected = [
            "Voorbeeldstad Some(Budget) 2024: Meedoen en gezondheid, Wonen en leefomgeving",
            "Voorbeeldstad Some(AnnualAccounts) 2024: Meedoen en gezondheid, Wonen en leefomgeving",
            "Voorbeeldstad Some(Budget) 2025: Meedoen en gezondheid, Bestuur en dienstverlening, Wonen en leefomgeving, Veilig en \
             bereikbaar",
            "Voorbeeldstad Some(CoalitionAgreement) 2022: ",
            "Voorbeeldwoude Some(Budget) 2025: Zorg en meedoen, Ruimte en wonen",
        ];
        assert_eq!(lines, expected);
        assert_eq!(volumes[3].period, Some(Period { from: 2022, to: 2026 }));
    }

    #[test]
    fn pages_of_one_build_are_one_volume_and_name_a_programme_once() {
        const STAMP: &str = "\nDeze pagina is gebouwd op 10/02/2023 09:12:44 met de export van 10/02/2023 09:01:30\n";
        let page = |text: &str| format!("Begroting 2024\n\n{text}{STAMP}");
        let one = page("Programma 1 Zorg\n\nIn de gemeente Voorbeeldstad is zorg.\n");
        let other = page("Programma Zorg\n\nTekst.\n\nProgramma 2 Wonen\n\nTekst.\n");
        let texts = Texts::read(&[&one, "Begroting 2024\n\nProgramma 3 Werk\n", &other]);
        let volumes = volumes(&texts.all(), &Decisions::default());
        let lines: Vec<String> = volumes.iter().map(|volume| line(&texts, volume)).collect();
        assert_eq!(lines, ["Voorbeeldstad Some(Budget) 2024: Zorg, Wonen", "- Some(Budget) 2024: Werk"]);
        assert_eq!(volumes[0].documents, [0, 2]);
    }

    #[test]
    fn the_number_of_inhabitants_is_as_typed_for_the_year_or_for_any() {
        let texts = Texts::read(&["Begroting 2024 gemeente Voorbeeldstad\n", "Begroting 2025 gemeente Voorbeeldstad\n"]);
        let typed = |year, count| Inhabitants { municipality: "voorbeeldstad".to_owned(), year, count };
        let count = |inhabitants: Vec<Inhabitants>| {
            let decisions = Decisions { inhabitants, ..Decisions::default() };
            volumes(&texts.all(), &decisions).iter().map(|volume| volume.inhabitants).collect::<Vec<_>>()
        };
        assert_eq!(count(vec![typed(Some(2024), 34_000), typed(None, 33_000)]), [Some(34_000), Some(33_000)]);
        assert_eq!(count(vec![typed(Some(2023), 34_000), typed(Some(2024), 0)]), [None, None]);
    }

    #[test]
    fn the_text_goes_before_what_was_typed_for_any_year() {
        let text = "Begroting 2024\n\nDe gemeente Voorbeeldstad telt 34.120 inwoners.\n";
        let typed = |year, count| Inhabitants { municipality: "Voorbeeldstad".to_owned(), year, count };
        let count = |inhabitants: Vec<Inhabitants>| {
            volumes(&Texts::read(&[text]).all(), &Decisions { inhabitants, ..Decisions::default() })[0].inhabitants
        };
        assert_eq!(count(vec![typed(None, 33_000)]), Some(34_120));
        assert_eq!(count(vec![typed(None, 33_000), typed(Some(2024), 34_121)]), Some(34_121));
    }
}
