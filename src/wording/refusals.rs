//! Why a file was not read, and the steps to a text that can be.

use super::Language;
use crate::import::Refusal;

/// A refusal in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefusalWords {
    /// What the file is, as the end of "this file is not read: …".
    pub what: &'static str,
    /// What to do, a step each, in order.
    pub steps: &'static [&'static str],
}

impl Language {
    /// A refusal in words.
    pub fn refusal(self, refusal: Refusal) -> RefusalWords {
        let (what, steps) = self.choose(dutch(refusal), english(refusal));
        RefusalWords { what, steps }
    }
}

type Words = (&'static str, &'static [&'static str]);

fn dutch(refusal: Refusal) -> Words {
    match refusal {
        Refusal::Empty => (
            "Er staat niets in.",
            &["Kijk of u het goede bestand hebt gekozen.", "Sla de tekst opnieuw op en kies het bestand nog een keer."],
        ),
        Refusal::TooLarge => (
            "Het is groter dan 64 MB, of het wordt dat bij het uitpakken.",
            &["Splits de tekst in delen, bijvoorbeeld een bestand per programma.", "Kies daarna de delen."],
        ),
        Refusal::TooMany => ("Er zitten meer dan 1.000 bestanden in.", UITPAKKEN),
        Refusal::Swollen => ("Het pakt uit tot veel meer dan een tekst kan zijn.", UITPAKKEN),
        Refusal::Damaged => ("Dit ingepakte bestand is beschadigd.", &["Haal het bestand opnieuw op en kies het nog een keer."]),
        Refusal::Locked => (
            "Dit bestand is met een wachtwoord ingepakt.",
            &["Pak het bestand met het wachtwoord uit.", "Kies hier het bestand dat eruit komt."],
        ),
        Refusal::Pdf => (
            "Dit is een PDF.",
            &[
                "Open de PDF.",
                "Selecteer alles (Ctrl+A) en kopieer het (Ctrl+C).",
                "Kies hier “Tekst plakken” en plak de tekst (Ctrl+V).",
                "Is er niets te selecteren? Dan is het een scan: laat er eerst tekstherkenning (OCR) op los.",
            ],
        ),
        Refusal::Word => ("Dit is een Word-document.", OPSLAAN_ALS_TEKST),
        Refusal::Rtf => ("Dit is een RTF-document.", OPSLAAN_ALS_TEKST),
        Refusal::OpenText => ("Dit is een OpenDocument-tekst, zoals van LibreOffice.", OPSLAAN_ALS_TEKST),
        Refusal::Excel => (
            "Dit is een rekenblad, zoals van Excel.",
            &[
                "Open het rekenblad in Excel of LibreOffice.",
                "Kies Bestand → Opslaan als.",
                "Kies als type “CSV UTF-8 (.csv)”.",
                "Doe dit voor elk werkblad en kies hier de nieuwe bestanden.",
            ],
        ),
        Refusal::Presentation => (
            "Dit is een presentatie, zoals van PowerPoint.",
            &[
                "Open de presentatie.",
                "Kies Beeld → Overzichtsweergave en kopieer daar alle tekst.",
                "Kies hier “Tekst plakken” en plak de tekst.",
            ],
        ),
        Refusal::Picture => (
            "Dit is een afbeelding of een scan. Er staat geen tekst in die een computer kan lezen.",
            &[
                "Laat eerst tekstherkenning (OCR) op de scan los, bijvoorbeeld met het programma van uw scanner.",
                "Sla het resultaat op als tekst (.txt), of kopieer het.",
                "Kies hier het bestand, of plak de tekst.",
            ],
        ),
        Refusal::WebArchive => (
            "Dit is een webarchief (.mht).",
            &[
                "Open het in uw browser.",
                "Kies Opslaan als, en als type “Webpagina, alleen HTML”.",
                "Kies hier het nieuwe .html-bestand.",
            ],
        ),
        Refusal::Data => (
            "Dit zijn gegevens voor computers (JSON of XML), geen tekst om te lezen.",
            &["Zoek dezelfde gegevens als tekst, webpagina of CSV.", "Kies hier dat bestand."],
        ),
        Refusal::Archive => ("Dit is een ingepakt bestand.", UITPAKKEN),
        Refusal::NotText => (
            "Dit is geen tekst.",
            &[
                "Open het bestand in het programma waarmee het is gemaakt.",
                "Sla het op als tekst zonder opmaak (.txt).",
                "Kies hier het nieuwe .txt-bestand.",
            ],
        ),
    }
}

const UITPAKKEN: &[&str] = &["Pak het bestand uit.", "Kies hier de tekstbestanden die eruit komen; een hele map kan ook."];

const OPSLAAN_ALS_TEKST: &[&str] = &[
    "Open het document in Word of LibreOffice.",
    "Kies Bestand → Opslaan als.",
    "Kies als type “Tekst zonder opmaak (.txt)”.",
    "Kies als codering UTF-8 en sla het op.",
    "Kies hier het nieuwe .txt-bestand.",
];

fn english(refusal: Refusal) -> Words {
    match refusal {
        Refusal::Empty => (
            "There is nothing in it.",
            &["See whether you chose the right file.", "Save the text again and choose the file once more."],
        ),
        Refusal::TooLarge => (
            "It is larger than 64 MB, or becomes so when unpacked.",
            &["Split the text, for instance into a file for each programme.", "Then choose the pieces."],
        ),
        Refusal::TooMany => ("There are more than 1,000 files in it.", UNPACK),
        Refusal::Swollen => ("It unpacks to far more than a text can be.", UNPACK),
        Refusal::Damaged => ("This packed file is damaged.", &["Get the file again and choose it once more."]),
        Refusal::Locked => (
            "This file is packed with a password.",
            &["Unpack the file with the password.", "Choose the file that comes out of it here."],
        ),
        Refusal::Pdf => (
            "This is a PDF.",
            &[
                "Open the PDF.",
                "Select everything (Ctrl+A) and copy it (Ctrl+C).",
                "Choose “Paste text” here and paste the text (Ctrl+V).",
                "Is there nothing to select? Then it is a scan: run text recognition (OCR) on it first.",
            ],
        ),
        Refusal::Word => ("This is a Word document.", SAVE_AS_TEXT),
        Refusal::Rtf => ("This is an RTF document.", SAVE_AS_TEXT),
        Refusal::OpenText => ("This is an OpenDocument text, such as one of LibreOffice.", SAVE_AS_TEXT),
        Refusal::Excel => (
            "This is a spreadsheet, such as one of Excel.",
            &[
                "Open the spreadsheet in Excel or LibreOffice.",
                "Choose File → Save as.",
                "Choose “CSV UTF-8 (.csv)” as the type.",
                "Do so for every sheet and choose the new files here.",
            ],
        ),
        Refusal::Presentation => (
            "This is a presentation, such as one of PowerPoint.",
            &[
                "Open the presentation.",
                "Choose View → Outline view and copy all text there.",
                "Choose “Paste text” here and paste the text.",
            ],
        ),
        Refusal::Picture => (
            "This is a picture or a scan. There is no text in it that a computer can read.",
            &[
                "Run text recognition (OCR) on the scan first, for instance with the program of your scanner.",
                "Save the result as text (.txt), or copy it.",
                "Choose the file here, or paste the text.",
            ],
        ),
        Refusal::WebArchive => (
            "This is a web archive (.mht).",
            &[
                "Open it in your browser.",
                "Choose Save as, and “Webpage, HTML only” as the type.",
                "Choose the new .html file here.",
            ],
        ),
        Refusal::Data => (
            "This is data for computers (JSON or XML), no text to read.",
            &["Look for the same data as text, web page or CSV.", "Choose that file here."],
        ),
        Refusal::Archive => ("This is a packed file.", UNPACK),
        Refusal::NotText => (
            "This is no text.",
            &["Open the file in the program that made it.", "Save it as plain text (.txt).", "Choose the new .txt file here."],
        ),
    }
}

const UNPACK: &[&str] = &["Unpack the file.", "Choose the text files that come out of it here; a whole folder will do."];

const SAVE_AS_TEXT: &[&str] = &[
    "Open the document in Word or LibreOffice.",
    "Choose File → Save as.",
    "Choose “Plain text (.txt)” as the type.",
    "Choose UTF-8 as the encoding and save it.",
    "Choose the new .txt file here.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_says_what_to_do_in_each_language() {
        for refusal in Refusal::ALL {
            let [dutch, english] = Language::ALL.map(|language| language.refusal(refusal));
            assert_ne!(dutch.what, english.what);
            assert_eq!(dutch.steps.len(), english.steps.len(), "{refusal:?}");
            assert!(!dutch.steps.is_empty(), "{refusal:?}");
        }
    }
}
