//! Why a thing could not be judged, or what explains it, in a sentence.

use super::Language;
use crate::{
    check::{Prescribed, Reason},
    document::Signs,
};

impl Language {
    /// A reason in a sentence.
    pub fn reason(self, reason: &Reason) -> &'static str {
        match reason {
            Reason::Signed(signs) => self.signs(*signs),
            Reason::NotFound(_) => self.choose(
                "Het kan onder een andere naam staan, of bij het exporteren van de tekst zijn weggevallen.",
                "It may stand under another name, or have been lost when the text was exported.",
            ),
            Reason::EmptyHere => self.choose(
                "Onder dezelfde kop staat elders in de tekst wel iets.",
                "Elsewhere in the text something does stand under the same heading.",
            ),
            Reason::EmptyThroughout => self.choose(
                "Deze kop is overal leeg. Wat eronder uitklapt, is waarschijnlijk bij het exporteren weggevallen.",
                "This heading is empty throughout. What folds open under it was probably lost in the export.",
            ),
            Reason::OnlyAPart => self.choose(
                "Deze tekst is een deel van een publicatie. Wat hier ontbreekt, kan op een andere bladzijde staan.",
                "This text is a part of a publication. What is missing here may stand on another page.",
            ),
            Reason::SignsUnknown => self.choose(
                "De tekst zegt niet wat een min betekent. Op de tekens na komt de som uit.",
                "The text does not say what a minus means. The sum comes out but for the signs.",
            ),
            Reason::ColumnUnknown => self.choose(
                "Van een bedrag in deze som is niet zeker in welke kolom het staat.",
                "It is not certain which column an amount of this sum stands in.",
            ),
            Reason::UnitInDoubt => self.choose(
                "De eenheid van een bedrag in deze som is twijfelachtig, en de andere staan in een andere eenheid.",
                "The unit of an amount in this sum is in doubt, and the others are in another unit.",
            ),
            Reason::PartsUnknown => self.choose(
                "De tekst zegt niet precies welke regels hierin zijn opgeteld.",
                "The text does not say exactly which rows are added up in this.",
            ),
            Reason::InferredWhole => self.choose(
                "Waarvan het percentage een deel is, staat niet in de tekst. Dat is afgeleid uit het bedrag ernaast.",
                "What the percentage is a part of does not stand in the text. It is inferred from the amount beside it.",
            ),
            Reason::WholeNearZero => self.choose(
                "Dit is meer dan 100% omdat het geheel een saldo dicht bij nul is, terwijl de delen groot zijn.",
                "This is over 100% because the whole is a balance close to zero, while its parts are large.",
            ),
            Reason::ThousandTimes => self.choose(
                "De bedragen schelen een factor duizend. De eenheid die de tekst noemt, klopt aan een van beide kanten niet.",
                "The amounts are a factor of a thousand apart. The unit that the text states is wrong on one of the two sides.",
            ),
        }
    }

    /// How numbers are signed.
    pub fn signs(self, signs: Signs) -> &'static str {
        match signs {
            Signs::IncomeNegative => self.choose(
                "Baten staan hier met een min. Een negatief saldo is dus een overschot.",
                "Income has a minus here. So a negative balance is a surplus.",
            ),
            Signs::ExpenditureNegative => self.choose(
                "Lasten staan hier met een min. Een negatief saldo is dus een tekort.",
                "Expenditure has a minus here. So a negative balance is a shortage.",
            ),
            Signs::BothPositive => self.choose(
                "Lasten en baten staan hier beide zonder min; de een gaat van de ander af.",
                "Expenditure and income both stand here without a minus; the one is taken from the other.",
            ),
            Signs::Marks => self.choose(
                "Hier zeggen V en N, voordelig en nadelig, wat elders een min zegt.",
                "V and N, favourable and unfavourable, say here what a minus says elsewhere.",
            ),
        }
    }

    /// What the rules prescribe, as a name.
    pub fn prescribed(self, prescribed: Prescribed) -> &'static str {
        match prescribed {
            Prescribed::Goals => self.choose("doelen", "goals"),
            Prescribed::Measures => self.choose("maatregelen", "measures"),
            Prescribed::Cost => self.choose("wat het kost", "what it costs"),
            Prescribed::LocalCharges => self.choose("paragraaf Lokale heffingen", "section on local charges (Lokale heffingen)"),
            Prescribed::Resilience => self.choose(
                "paragraaf Weerstandsvermogen en risicobeheersing",
                "section on resilience and risks (Weerstandsvermogen en risicobeheersing)",
            ),
            Prescribed::CapitalGoods => self.choose(
                "paragraaf Onderhoud kapitaalgoederen",
                "section on the upkeep of capital goods (Onderhoud kapitaalgoederen)",
            ),
            Prescribed::Financing => self.choose("paragraaf Financiering", "section on financing (Financiering)"),
            Prescribed::Operations => self.choose("paragraaf Bedrijfsvoering", "section on operations (Bedrijfsvoering)"),
            Prescribed::AffiliatedParties => {
                self.choose("paragraaf Verbonden partijen", "section on affiliated parties (Verbonden partijen)")
            }
            Prescribed::LandPolicy => self.choose("paragraaf Grondbeleid", "section on land policy (Grondbeleid)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every reason there is; a new one has to be named here before this compiles.
    fn all() -> Vec<Reason> {
        use Reason::{
            ColumnUnknown, EmptyHere, EmptyThroughout, InferredWhole, NotFound, OnlyAPart, PartsUnknown, Signed, SignsUnknown,
            ThousandTimes, UnitInDoubt, WholeNearZero,
        };
        let after = |reason: &Reason| match reason {
            OnlyAPart => Some(NotFound(Prescribed::Goals)),
            NotFound(_) => Some(EmptyHere),
            EmptyHere => Some(EmptyThroughout),
            EmptyThroughout => Some(SignsUnknown),
            SignsUnknown => Some(ColumnUnknown),
            ColumnUnknown => Some(UnitInDoubt),
            UnitInDoubt => Some(PartsUnknown),
            PartsUnknown => Some(InferredWhole),
            InferredWhole => Some(WholeNearZero),
            WholeNearZero => Some(ThousandTimes),
            ThousandTimes => Some(Signed(Signs::ALL[0])),
            Signed(signs) => {
                let place = Signs::ALL.iter().position(|other| other == signs)?;
                Some(Signed(*Signs::ALL.get(place + 1)?))
            }
        };
        std::iter::successors(Some(OnlyAPart), after).collect()
    }

    #[test]
    fn every_reason_has_words_of_its_own_in_each_language() {
        let all = all();
        let words: BTreeSet<&str> = all.iter().flat_map(|reason| Language::ALL.map(|language| language.reason(reason))).collect();
        assert_eq!(words.len(), all.len() * Language::ALL.len());
    }

    #[test]
    fn everything_prescribed_has_a_name_of_its_own_in_each_language() {
        let all = Prescribed::QUESTIONS.into_iter().chain(Prescribed::SECTIONS);
        let names: BTreeSet<&str> = all.flat_map(|one| Language::ALL.map(|language| language.prescribed(one))).collect();
        assert_eq!(names.len(), 20);
    }
}
