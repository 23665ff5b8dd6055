//! The words of the screen that shows what the checks say, and of the notes that people make on it.

use super::{Language, words};
use crate::{check::Verdict, decisions::NoDecisions};

words! {
    checks: "Controle", "Checks";
    no_findings: "In deze tekst is niets gevonden om na te rekenen.", "Nothing was found in this text to check.";
    verdicts: "Uitkomsten", "Outcomes";
    every_verdict: "Alles", "Everything";
    which_check: "Soort controle", "Kind of check";
    every_check: "Alle controles", "All checks";
    none_of_these: "Er is geen bevinding die bij deze keuze past.", "No finding fits this choice.";
    comes_to: "komt uit op", "comes to";
    stands_printed: "staat er", "is printed";
    missed_by: "verschil", "difference";
    follows: "volgt uit de afronding", "follows from the rounding";

    unit_in_doubt: "eenheid klopt mogelijk niet", "unit may be wrong";
    unit_in_doubt_meaning: "Deze bedragen zijn ongeveer duizend keer zo groot of zo klein als dezelfde bedragen elders in de tekst. De eenheid die erbij staat, is waarschijnlijk niet goed. Tot iemand de eenheid kiest, tellen zij in geen som en geen vergelijking mee.", "These amounts are about a thousand times as large or as small as the same amounts elsewhere in the text. The unit that is stated is probably wrong. Until a person chooses the unit, they count in no sum and no comparison.";

    notes: "Aantekeningen", "Notes";
    notes_hint: "Aantekeningen blijven zolang deze pagina open is. Bewaar ze als bestand om ze later weer te openen, ook bij een andere lezing van dezelfde tekst.", "Notes stay while this page is open. Save them as a file to open them again later, for any reading of the same text.";
    save_notes: "Bewaar aantekeningen", "Save notes";
    open_notes: "Open aantekeningen", "Open notes";
    make_note: "Aantekening maken", "Make a note";
    change_note: "Aantekening wijzigen", "Change the note";
    remove_note: "Weghalen", "Remove";
    note_label: "Toelichting (mag leeg blijven)", "Explanation (may stay empty)";
    mark_explained: "Markeer als verklaard", "Mark as explained";
    mark_to_mend: "Markeer als te herstellen", "Mark as to be mended";
    notes_file: "aantekeningen.json", "notes.json";
}

impl Language {
    /// A document all of whose sums hold, but for so many that a person explained.
    pub fn all_hold(self, explained: usize) -> String {
        let holds = self.verdict(Verdict::Holds);
        if explained == 0 { holds.to_owned() } else { format!("{holds}, {} {}", self.count(explained), self.explained()) }
    }

    /// The button that shows more of a long list.
    pub fn show_more(self, count: usize) -> String {
        let count = self.count(count);
        self.choose(format!("Toon er nog {count}"), format!("Show {count} more"))
    }

    /// How far rounding may go, as a sentence of its own.
    pub fn rounding_explains(self, tolerance: &str) -> String {
        self.choose(
            format!("Afronding kan hier ten hoogste {tolerance} verklaren."),
            format!("Rounding can explain {tolerance} at most here."),
        )
    }

    /// A file of notes was opened.
    pub fn notes_opened(self, count: usize) -> String {
        match count {
            1 => self.choose("1 aantekening geopend.", "1 note opened.").to_owned(),
            _ => self.choose(format!("{count} aantekeningen geopend."), format!("{count} notes opened.")),
        }
    }

    /// Why a file is none of notes.
    pub fn no_notes(self, reason: NoDecisions) -> String {
        match reason {
            NoDecisions::Broken { line, column } => self.choose(
                format!("Dit is geen bestand met aantekeningen, of het is beschadigd: op regel {line}, teken {column} staat iets anders dan verwacht. Kies een bestand dat met “Bewaar aantekeningen” is gemaakt."),
                format!("This is no file of notes, or it is damaged: on line {line}, character {column} stands something else than expected. Choose a file that “Save notes” made."),
            ),
            NoDecisions::OtherFormat => self
                .choose(
                    "Dit bestand bevat geen aantekeningen. Kies een bestand dat met “Bewaar aantekeningen” is gemaakt.",
                    "There are no notes in this file. Choose a file that “Save notes” made.",
                )
                .to_owned(),
            NoDecisions::LaterVersion(version) => self.choose(
                format!("Dit bestand is gemaakt met een nieuwere versie ({version}) van de begrotingskijker. Gebruik die om het te openen."),
                format!("This file was made by a later version ({version}) of the viewer. Use that to open it."),
            ),
        }
    }
}
