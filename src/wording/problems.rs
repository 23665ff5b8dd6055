//! Doubts in plain words: what is doubted, and what that means for the person who reads.

use super::Language;
use crate::document::Code;

/// One doubt in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProblemWords {
    /// What is doubted: a headline that is enough by itself.
    pub doubt: &'static str,
    /// What it means for the reader.
    pub meaning: &'static str,
}

impl Language {
    /// A doubt in words.
    pub fn problem(self, code: Code) -> ProblemWords {
        let [dutch, english] = both(code);
        let (doubt, meaning) = self.choose(dutch, english);
        ProblemWords { doubt, meaning }
    }

    /// A doubt in two or three words, for beside a number.
    pub fn problem_in_short(self, code: Code) -> &'static str {
        match code {
            Code::EncodingAssumed => self.choose("tekens aangenomen", "characters assumed"),
            Code::NotMunicipal => self.choose("niet gemeentelijk", "not municipal"),
            Code::KindUnknown => self.choose("soort onbekend", "kind unknown"),
            Code::KindInferred => self.choose("soort afgeleid", "kind inferred"),
            Code::YearUnknown => self.choose("jaar onbekend", "year unknown"),
            Code::YearInferred => self.choose("jaar afgeleid", "year inferred"),
            Code::MunicipalityUnknown => self.choose("gemeente onbekend", "municipality unknown"),
            Code::MunicipalityInferred => self.choose("gemeente afgeleid", "municipality inferred"),
            Code::MunicipalityAmbiguous => self.choose("twee gemeenten", "two municipalities"),
            Code::EmptyHeading => self.choose("lege kop", "empty heading"),
            Code::RepeatedBlock => self.choose("staat er twee keer", "stands twice"),
            Code::UnitAssumed => self.choose("eenheid aangenomen", "unit assumed"),
            Code::ColumnUnknown => self.choose("kolom onbekend", "column unknown"),
            Code::IdentityBroken => self.choose("som klopt niet", "does not add up"),
            Code::AmountUnreadable => self.choose("onleesbaar", "unreadable"),
            Code::ShareOverHundred => self.choose("meer dan 100%", "over 100%"),
            Code::TextCutOff => self.choose("tekst afgebroken", "text cut off"),
        }
    }
}

type Words = (&'static str, &'static str);

fn both(code: Code) -> [Words; 2] {
    match code {
        Code::NotMunicipal
        | Code::KindUnknown
        | Code::KindInferred
        | Code::YearUnknown
        | Code::YearInferred
        | Code::MunicipalityUnknown
        | Code::MunicipalityInferred
        | Code::MunicipalityAmbiguous => about_identity(code),
        _ => about_contents(code),
    }
}

fn about_identity(code: Code) -> [Words; 2] {
    match code {
        Code::NotMunicipal => [
            (
                "Dit lijkt geen document van een gemeente",
                "Het is van een ander (een provincie, een waterschap, een vereniging) of in een andere taal geschreven. Wat hieronder staat is gelezen alsof het van een gemeente was; vertrouw er niet op.",
            ),
            (
                "This seems to be no municipality’s document",
                "It is of another (a province, a water board, an association) or written in another language. What stands below was read as if it were a municipality’s; do not rely on it.",
            ),
        ],
        Code::KindUnknown => [
            (
                "Het is niet duidelijk wat voor document dit is",
                "De tekst zegt het niet. De feiten hieronder kloppen met de tekst, maar of het gaat om plannen of om resultaten moet u zelf nagaan.",
            ),
            (
                "It is not clear what kind of document this is",
                "The text does not say. The facts below are those of the text, but whether they are plans or results you must check yourself.",
            ),
        ],
        Code::KindInferred => [
            (
                "De soort van het document is afgeleid",
                "De tekst noemt de soort niet. Die volgt uit de koppen of de woorden in de tekst.",
            ),
            (
                "The kind of document is inferred",
                "The text does not name it. It follows from the headings or the words in the text.",
            ),
        ],
        Code::YearUnknown => [
            ("Er is geen jaar gevonden", "De bedragen zijn daardoor niet aan een jaar te verbinden."),
            ("No year was found", "So the amounts cannot be tied to a year."),
        ],
        Code::YearInferred => [
            ("Het jaar is afgeleid", "Het jaar staat niet in de titel. Het volgt uit kolommen of zinnen en kan dus anders zijn."),
            (
                "The year is inferred",
                "The year is not in the title. It follows from columns or sentences, so it may be another one.",
            ),
        ],
        Code::MunicipalityUnknown => [
            ("Het is niet duidelijk van welke gemeente dit is", "De tekst noemt geen gemeente als eigenaar van het document."),
            ("It is not clear whose document this is", "The text names no municipality as the owner of the document."),
        ],
        Code::MunicipalityInferred => [
            (
                "De gemeente is afgeleid",
                "Nergens staat “gemeente” met de naam erachter. De gemeente volgt uit hoe de naam wordt gebruikt.",
            ),
            (
                "The municipality is inferred",
                "Nowhere does “gemeente” stand before the name. It follows from how the name is used.",
            ),
        ],
        _ => [
            (
                "Twee gemeenten heten zo",
                "De tekst zegt niet welke van de twee het is. De code van de gemeente kan dus de verkeerde zijn.",
            ),
            (
                "Two municipalities have this name",
                "The text does not say which of the two it is. So the code of the municipality may be the wrong one.",
            ),
        ],
    }
}

fn about_contents(code: Code) -> [Words; 2] {
    match code {
        Code::EncodingAssumed => [
            (
                "De tekencodering is een aanname",
                "Het bestand zegt niet hoe letters zijn opgeslagen. Tekens zoals € en ë kunnen verkeerd zijn gelezen.",
            ),
            (
                "The character encoding is assumed",
                "The file does not say how letters are stored. Characters such as € and ë may have been read wrongly.",
            ),
        ],
        Code::EmptyHeading => [
            ("Onder deze kop staat niets", "De kop vraagt om doelen of maatregelen, maar in deze tekst staan ze er niet onder."),
            (
                "Nothing stands under this heading",
                "The heading asks for goals or measures, but in this text none stand under it.",
            ),
        ],
        Code::RepeatedBlock => [
            ("Dit blok staat twee keer in de tekst", "Beide zijn gelezen. Tel de bedragen niet bij elkaar op."),
            ("This block stands in the text twice", "Both were read. Do not add up their amounts."),
        ],
        Code::UnitAssumed => [
            (
                "De eenheid van deze bedragen is een aanname",
                "De tekst zegt niet zeker in welke eenheid deze bedragen staan. De waarschijnlijkste is gekozen; het kunnen ook hele euro’s of juist duizenden zijn.",
            ),
            (
                "The unit of these amounts is assumed",
                "The text does not say for certain which unit these amounts are in. The likeliest was chosen; they may be whole euros, or thousands.",
            ),
        ],
        Code::ColumnUnknown => [
            (
                "De kolom van dit bedrag is niet te bepalen",
                "De bedragen op deze regel passen niet zeker bij de kolommen van de tabel. Het jaar bij dit bedrag is daarom onbekend.",
            ),
            (
                "The column of this amount cannot be told",
                "The amounts on this row do not fit the columns of the table for certain. So the year of this amount is not known.",
            ),
        ],
        Code::IdentityBroken => [
            (
                "Dit bedrag past niet bij de andere in de tabel",
                "De sommen van deze tabel kloppen elders, maar hier niet. Misschien staat er een drukfout, of is een bedrag verkeerd gelezen.",
            ),
            (
                "This amount does not fit the others of the table",
                "The sums of this table hold elsewhere, but not here. It may be misprinted, or an amount was misread.",
            ),
        ],
        Code::AmountUnreadable => [
            (
                "Een bedrag kon niet worden gelezen",
                "Hier lijkt een bedrag te staan. Het ontbreekt in de cijfers; lees het in de tekst na.",
            ),
            (
                "An amount could not be read",
                "There seems to be an amount here. It is missing from the figures; look it up in the text.",
            ),
        ],
        Code::TextCutOff => [
            (
                "De tekst breekt aan het eind af",
                "De laatste zin of de laatste rij van een tabel is niet af. Kijk of het bestand compleet is.",
            ),
            (
                "The text breaks off at its end",
                "The last sentence or the last row of a table is not finished. See whether the file is complete.",
            ),
        ],
        _ => [
            ("Dit percentage is groter dan 100", "De tekst zegt niet waarvan het een deel is. Gebruik het niet als aandeel."),
            ("This percentage is over 100", "The text does not say what it is a part of. Do not use it as a share."),
        ],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_doubt_has_words_of_its_own_in_each_language() {
        let headlines: BTreeSet<_> =
            Code::ALL.into_iter().flat_map(|code| Language::ALL.map(|language| language.problem(code).doubt)).collect();
        assert_eq!(headlines.len(), Code::ALL.len() * Language::ALL.len());
    }
}
