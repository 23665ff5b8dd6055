//! The words on the page itself.

use super::{Language, words};
use crate::document::{Municipality, Period};

words! {
    name: "Begrotingskijker", "Begrotingskijker";
    skip_to_content: "Naar de inhoud", "Skip to content";
    language: "Taal", "Language";
    theme: "Kleuren", "Colours";
    theme_system: "Zoals mijn apparaat", "As my device";
    theme_light: "Licht", "Light";
    theme_dark: "Donker", "Dark";
    everything_stays_here: "Alles blijft in deze browser: er wordt niets verstuurd.", "Everything stays in this browser: nothing is sent.";

    start_heading: "Lees wat een gemeentebegroting zegt", "Read what a municipal budget says";
    start_what: "Zet de tekst van een begroting, jaarrekening of coalitieakkoord op deze pagina. U ziet dan de programma’s, doelen, partners en bedragen, elk met de plek in de tekst waar het staat.", "Put the text of a budget, annual accounts or coalition agreement on this page. You then see the programmes, goals, partners and amounts, each with the place in the text where it stands.";
    drop_here: "Sleep bestanden of mappen hierheen", "Drag files or folders here";
    drop_anywhere: "Loslaten mag overal op de pagina, op elk moment.", "You may let go anywhere on the page, at any time.";
    drop_now: "Laat los om te lezen", "Let go to read";
    choose_files: "Bestanden kiezen", "Choose files";
    choose_folder: "Map kiezen", "Choose a folder";
    paste_text: "Tekst plakken", "Paste text";
    open_samples: "Voorbeelden openen", "Open the samples";
    samples_hint: "De voorbeelden gaan over de verzonnen gemeenten Voorbeeldstad en Voorbeeldwoude.", "The samples are about the invented municipalities Voorbeeldstad and Voorbeeldwoude.";
    paste_label: "De tekst", "The text";
    paste_hint: "Plak de hele tekst van een document, met de titel erbij.", "Paste the whole text of a document, with its title.";
    paste_read: "Lezen", "Read";
    cancel: "Annuleren", "Cancel";
    close: "Sluiten", "Close";

    reading: "Bezig met lezen", "Reading";
    stop_reading: "Stoppen met lezen", "Stop reading";
    cancelled: "Het lezen is gestopt.", "Reading was stopped.";
    notices: "Niet gelezen", "Not read";
    dismiss: "Melding sluiten", "Dismiss message";
    dismiss_all: "Alle meldingen sluiten", "Dismiss all messages";
    what_to_do: "Zo krijgt u een tekst die wel gelezen kan worden:", "How to get a text that can be read:";
    crashed: "De lezer is gestopt op dit bestand. De andere bestanden zijn gewoon gelezen.", "The reader stopped on this file. The other files were read all the same.";
    too_slow: "Dit bestand lezen duurde te lang, daarom is het overgeslagen.", "Reading this file took too long, so it was skipped.";
    no_reader: "De lezer kon niet starten. Misschien houdt uw browser of uw netwerk het tegen. Ververs de pagina en probeer het opnieuw.", "The reader could not start. Your browser or network may be blocking it. Reload the page and try again.";
    no_importer: "Voor dit soort bestand is een extra onderdeel nodig, en dat kon niet worden opgehaald. Kies het bestand opnieuw als er weer internet is.", "This kind of file needs another part, and that could not be fetched. Choose the file again once you are online.";
    other_version: "De pagina en de lezer passen niet bij elkaar. Ververs de pagina en probeer het opnieuw.", "The page and the reader do not fit together. Reload the page and try again.";
    unopened: "Uw browser kon dit bestand niet openen. Misschien is het verplaatst of gewijzigd. Kies het opnieuw.", "Your browser could not open this file. It may have been moved or changed. Choose it again.";
    already_open: "Dit bestand staat al in de lijst.", "This file is already in the list.";
    no_files: "Er zat geen bestand in.", "There was no file in it.";
    no_samples: "De voorbeelden konden niet worden opgehaald.", "The samples could not be fetched.";

    documents: "Documenten", "Documents";
    add_documents: "Documenten toevoegen", "Add documents";
    remove_all: "Alles verwijderen", "Remove all";
    undo: "Ongedaan maken", "Undo";
    municipality_unknown: "Gemeente onbekend", "Municipality unknown";
    kind_unknown: "Soort onbekend", "Kind unknown";
    year_unknown: "Jaar onbekend", "Year unknown";

    parts_of_document: "Onderdelen van dit document", "Sections of this document";
    overview: "Overzicht", "Overview";
    programmes: "Programma’s", "Programmes";
    figures: "Cijfers", "Figures";
    partners: "Partners", "Partners";
    doubts: "Twijfels", "Doubts";
    pane: "Weergave", "Shown";
    pane_facts: "Feiten", "Facts";
    pane_text: "Tekst", "Text";

    title: "Titel", "Title";
    kind_label: "Soort", "Kind";
    year_label: "Jaar", "Year";
    period_label: "Periode", "Term";
    municipality_label: "Gemeente", "Municipality";
    built_label: "Pagina gebouwd", "Page built";
    exported_label: "Gegevens van", "Data of";
    file_label: "Bestand", "File";

    key_figures: "Kerncijfers", "Key figures";
    no_key_figures: "In deze tekst staan geen lasten, baten of saldo.", "This text gives no expenditure, income or balance.";
    printed_as: "In de tekst", "In the text";
    more_than_whole: "Meer dan het geheel", "More than the whole";
    percentages: "Percentages", "Percentages";
    about_nothing: "De tekst zegt niet waarvan", "The text does not say of what";

    goals: "Doelen", "Goals";
    measures: "Maatregelen", "Measures";
    parts: "Onderdelen", "Parts";
    other_goals: "Doelen buiten een programma", "Goals outside a programme";
    other_measures: "Maatregelen zonder doel", "Measures without a goal";
    no_programmes: "In deze tekst zijn geen programma’s, doelen of maatregelen gevonden.", "No programmes, goals or measures were found in this text.";

    parties: "Partijen van de coalitie", "Parties of the coalition";
    no_partners: "In deze tekst zijn geen partners of coalitiepartijen gevonden.", "No partners or coalition parties were found in this text.";

    loose_figures: "Bedragen buiten tabellen", "Amounts outside tables";
    no_figures: "In deze tekst staan geen bedragen of percentages.", "There are no amounts or percentages in this text.";
    row: "Waarvan", "Of what";
    amount: "Bedrag", "Amount";
    column_unknown: "Kolom onbekend", "Column unknown";
    unit_stated: "staat in de tekst", "stated in the text";
    unit_assumed: "aangenomen", "assumed";
    unit_label: "Eenheid", "Unit";
    phase_label: "Fase", "Phase";
    mark_label: "Teken", "Mark";
    permanence_label: "Duur", "Duration";
    programme_label: "Programma", "Programme";
    no_doubts: "Geen twijfels: alles in deze tekst kon met zekerheid worden gelezen.", "No doubts: all of this text could be read with certainty.";

    text: "De tekst", "The text";
    text_hint: "Kies een gemarkeerd woord om het feit te zien. Met pijl omhoog en omlaag, of n en p, loopt u langs de feiten; Escape sluit.", "Choose a marked word to see the fact. Arrow up and down, or n and p, walk along the facts; Escape closes.";
    marked_facts: "Wat gemarkeerd is", "What is marked";
    mark_all: "Alles markeren", "Mark all";
    chosen_fact: "Gekozen feit", "Chosen fact";
    previous_fact: "Vorig feit", "Previous fact";
    next_fact: "Volgend feit", "Next fact";
    previous_mention: "Vorige vermelding", "Previous mention";
    next_mention: "Volgende vermelding", "Next mention";
    show_in_list: "Toon in de lijst", "Show in the list";
    printed: "Gedrukt", "Printed";

    sort_identity: "Over het document", "About the document";
    sort_programme: "Programma", "Programme";
    sort_part: "Onderdeel", "Part";
    sort_goal: "Doel", "Goal";
    sort_measure: "Maatregel", "Measure";
    sort_partner: "Partner", "Partner";
    sort_party: "Coalitiepartij", "Coalition party";
    sort_money: "Bedrag", "Amount";
    sort_unit: "Eenheid", "Unit";
    sort_percentage: "Percentage", "Percentage";
    sort_doubt: "Twijfel", "Doubt";
}

impl Language {
    /// Which file is being read, of how many.
    pub fn progress(self, done: usize, total: usize) -> String {
        let (done, total) = (self.count(done), self.count(total));
        self.choose(format!("{done} van {total} gelezen"), format!("{done} of {total} read"))
    }

    /// How many documents came out of an archive so far.
    pub fn unpacked(self, count: usize) -> String {
        let count = self.count(count);
        self.choose(format!("tot nu toe {count} eruit gelezen"), format!("{count} read from it so far"))
    }

    /// How many pages there are of a publication.
    pub fn pages(self, count: usize) -> String {
        let count = self.count(count);
        self.choose(format!("{count} pagina’s"), format!("{count} pages"))
    }

    /// The end of reading, said aloud.
    pub fn finished(self, read: usize, failed: usize) -> String {
        let read_words = match read {
            1 => self.choose("1 document gelezen", "1 document read").to_owned(),
            _ => self.choose(format!("{read} documenten gelezen"), format!("{read} documents read")),
        };
        match failed {
            0 => format!("{read_words}."),
            1 => self.choose(format!("{read_words}, 1 bestand niet."), format!("{read_words}, 1 file not.")),
            _ => self.choose(format!("{read_words}, {failed} bestanden niet."), format!("{read_words}, {failed} files not.")),
        }
    }

    /// Documents were removed.
    pub fn removed(self, count: usize) -> String {
        match count {
            1 => self.choose("1 document verwijderd.", "1 document removed.").to_owned(),
            _ => self.choose(format!("{count} documenten verwijderd."), format!("{count} documents removed.")),
        }
    }

    /// Documents came back.
    pub fn restored(self, count: usize) -> String {
        match count {
            1 => self.choose("1 document teruggezet.", "1 document restored.").to_owned(),
            _ => self.choose(format!("{count} documenten teruggezet."), format!("{count} documents restored.")),
        }
    }

    /// The name of the button that removes one document.
    pub fn remove(self, document: &str) -> String {
        self.choose(format!("Verwijder {document}"), format!("Remove {document}"))
    }

    /// The name of a pasted text.
    pub fn pasted(self, number: usize) -> String {
        self.choose(format!("Geplakte tekst {number}"), format!("Pasted text {number}"))
    }

    /// A municipality with its code.
    pub fn municipality(self, municipality: &Municipality) -> String {
        match &municipality.code {
            Some(code) => format!("{} ({code})", municipality.name),
            None => {
                self.choose(format!("{} (code onbekend)", municipality.name), format!("{} (code unknown)", municipality.name))
            }
        }
    }

    /// A council term: `2018–2022`.
    pub fn period(self, period: Period) -> String {
        self.choose(format!("{}–{}", period.from, period.to), format!("{}–{}", period.from, period.to))
    }

    /// How many times something is printed.
    pub fn mentions(self, count: usize) -> String {
        match count {
            1 => self.choose("1 vermelding", "1 mention").to_owned(),
            _ => self.choose(format!("{count} vermeldingen"), format!("{count} mentions")),
        }
    }

    /// Which of the mentions this is.
    pub fn mention(self, number: usize, count: usize) -> String {
        self.choose(format!("vermelding {number} van {count}"), format!("mention {number} of {count}"))
    }

    /// How many times the same is printed.
    pub fn stands_often(self, count: usize) -> String {
        match count {
            2 => self.choose("Staat twee keer in de tekst", "Stands in the text twice").to_owned(),
            _ => self.choose(format!("Staat {count} keer in de tekst"), format!("Stands in the text {count} times")),
        }
    }

    /// One of several places.
    pub fn place(self, number: usize) -> String {
        self.choose(format!("plek {number}"), format!("place {number}"))
    }

    /// How many doubts there are.
    pub fn doubt_count(self, count: usize) -> String {
        match count {
            0 => self.choose("Geen twijfels", "No doubts").to_owned(),
            1 => self.choose("1 twijfel", "1 doubt").to_owned(),
            _ => self.choose(format!("{} twijfels", self.count(count)), format!("{} doubts", self.count(count))),
        }
    }

    /// The unit of a table, and whether it stands in the text.
    pub fn amounts_in(self, unit: &str, stated: bool) -> String {
        let origin = if stated { self.unit_stated() } else { self.unit_assumed() };
        self.choose(format!("Bedragen {unit} ({origin})"), format!("Amounts {unit} ({origin})"))
    }

    /// What stands under a programme.
    pub fn goals_and_measures(self, goals: usize, measures: usize) -> String {
        let goals_words = match goals {
            1 => self.choose("1 doel", "1 goal").to_owned(),
            _ => self.choose(format!("{goals} doelen"), format!("{goals} goals")),
        };
        let measures_words = match measures {
            1 => self.choose("1 maatregel", "1 measure").to_owned(),
            _ => self.choose(format!("{measures} maatregelen"), format!("{measures} measures")),
        };
        format!("{goals_words}, {measures_words}")
    }

    /// Places that are not listed one by one.
    pub fn more_places(self, count: usize) -> String {
        let count = self.count(count);
        self.choose(
            format!("En nog {count} keer; in de tekst is elke plek gemarkeerd."),
            format!("And {count} more; the text marks every place."),
        )
    }

    /// Under which heading something stands.
    pub fn under_heading(self, heading: &str) -> String {
        self.choose(format!("na de kop “{heading}”"), format!("after the heading “{heading}”"))
    }

    /// For how many amounts a unit was used.
    pub fn unit_used(self, count: usize) -> String {
        match count {
            1 => self.choose("geldt voor 1 bedrag", "holds for 1 amount").to_owned(),
            _ => self
                .choose(format!("geldt voor {} bedragen", self.count(count)), format!("holds for {} amounts", self.count(count))),
        }
    }

    /// What a share is of, in the words of the text: `van “Uitgaven”`.
    pub fn share_of(self, about: &str) -> String {
        self.choose(format!("bij “{about}”"), format!("at “{about}”"))
    }

    /// A share in everyday words: `36 van elke 100`.
    pub fn of_every_hundred(self, rounded: &str) -> String {
        self.choose(format!("ongeveer {rounded} van elke 100"), format!("about {rounded} of every 100"))
    }

    /// The title of a message about a file.
    pub fn not_read(self, name: &str) -> String {
        self.choose(format!("{name} is niet gelezen"), format!("{name} was not read"))
    }
}
