//! What the checks say: the checks and their verdicts by name, findings as headlines and as sums.
//!
//! Page, command and exports say a finding with these words alone, so that a sum looks the same wherever it is shown.

mod arithmetic;
mod headline;
mod reasons;
mod screen;

use super::{Language, words};
use crate::{
    check::{Check, Verdict},
    decisions::Judgement,
};

pub use arithmetic::{Arithmetic, Outcome, Piece};

words! {
    explained: "verklaard", "explained";
    to_mend: "te herstellen", "to be mended";
}

impl Language {
    /// A check by its name.
    pub fn check(self, check: Check) -> &'static str {
        self.choose(dutch(check).0, english(check).0)
    }

    /// What a check asks.
    pub fn check_question(self, check: Check) -> &'static str {
        self.choose(dutch(check).1, english(check).1)
    }

    /// A verdict in a word or two.
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Holds => self.choose("klopt", "holds"),
            Verdict::Rounding => self.choose("afronding", "rounding"),
            Verdict::Differs => self.choose("klopt niet", "does not hold"),
            Verdict::OtherScope => self.choose("ander bereik", "other scope"),
            Verdict::UsedForReading => self.choose("gebruikt bij het lezen", "used for reading"),
            Verdict::Unchecked => self.choose("niet gecontroleerd", "not checked"),
        }
    }

    /// What a verdict means.
    pub fn verdict_meaning(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Holds => self.choose("Het komt tot op het laatste cijfer uit.", "It comes out to the last digit."),
            Verdict::Rounding => self.choose(
                "Het verschil is niet groter dan wat ontstaat als elk bedrag los wordt afgerond.",
                "The difference is no larger than what comes of rounding every amount by itself.",
            ),
            Verdict::Differs => self.choose(
                "Het verschil is groter dan afronding verklaart. Kijk in de tekst welk bedrag niet goed is.",
                "The difference is larger than rounding explains. See in the text which amount is wrong.",
            ),
            Verdict::OtherScope => self.choose(
                "De bedragen gaan niet over precies hetzelfde en hoeven dus niet gelijk te zijn.",
                "The amounts are not about exactly the same, so they need not be equal.",
            ),
            Verdict::UsedForReading => self.choose(
                "De lezer heeft deze som gebruikt om te bepalen wat een bedrag is. Dat die uitkomt, bewijst dus niets.",
                "The reader used this sum to tell what an amount is. That it comes out thus proves nothing.",
            ),
            Verdict::Unchecked => self.choose("Dit was niet te beoordelen.", "This could not be judged."),
        }
    }

    /// So many findings with a verdict: `2 kloppen niet`.
    pub fn verdict_count(self, verdict: Verdict, count: usize) -> String {
        let words = match verdict {
            Verdict::Holds if count != 1 => self.choose("kloppen", "hold"),
            Verdict::Differs if count != 1 => self.choose("kloppen niet", "do not hold"),
            _ => self.verdict(verdict),
        };
        format!("{} {words}", self.count(count))
    }

    /// What a person made of a finding.
    pub fn judgement(self, judgement: Judgement) -> &'static str {
        match judgement {
            Judgement::Explained => self.explained(),
            Judgement::ToMend => self.to_mend(),
        }
    }
}

/// The sign of a verdict: each has a shape of its own, so that none is known by its colour alone.
pub fn verdict_sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "✓",
        Verdict::Rounding => "≈",
        Verdict::Differs => "≠",
        Verdict::OtherScope => "∥",
        Verdict::UsedForReading => "○",
        Verdict::Unchecked => "–",
    }
}

type NameAndQuestion = (&'static str, &'static str);

fn dutch(check: Check) -> NameAndQuestion {
    match check {
        Check::Balance => ("Lasten, baten en saldo", "Is het saldo wat baten en lasten samen opleveren?"),
        Check::Total => ("Totalen", "Is elk totaal de som van zijn delen?"),
        Check::Parts => ("Programma’s en hun delen", "Is een programma zo groot als zijn delen samen?"),
        Check::Result => {
            ("Saldo, reserves en resultaat", "Is het resultaat het saldo, met wat in en uit de reserves gaat erbij?")
        }
        Check::RollForward => ("Begin- en eindstanden", "Is de eindstand het begin, met wat erbij kwam en eraf ging?"),
        Check::Share => ("Aandelen", "Wijzen de percentages en hun bedragen op hetzelfde geheel?"),
        Check::Product => ("Vermenigvuldigingen", "Is risico maal kans, of prijs maal aantal, wat er staat?"),
        Check::Coverage => ("Kostendekking", "Past het dekkingspercentage bij wat een heffing kost en opbrengt?"),
        Check::Growth => ("Groeipercentages", "Volgt het percentage uit de twee bedragen?"),
        Check::Ratio => ("Kengetallen", "Volgen de verplichte kengetallen uit de balans en de baten?"),
        Check::Chain => ("Overzichten onderling", "Zeggen de overzichten in dit document hetzelfde?"),
        Check::Repeat => ("Herhaalde bedragen", "Is hetzelfde bedrag op elke plek hetzelfde?"),
        Check::Unit => ("Eenheden", "Is geen bedrag duizend keer te groot of te klein?"),
        Check::Questions => ("De drie W-vragen", "Zijn de drie W-vragen gesteld en beantwoord?"),
        Check::Sections => ("Verplichte paragrafen", "Zijn de zeven verplichte paragrafen er?"),
        Check::Goals => ("Doelen en maatregelen", "Heeft elk doel een maatregel, en elke maatregel een doel?"),
        Check::Money => ("Geld bij programma’s", "Staat bij elk programma wat het kost?"),
        Check::Headings => ("Lege koppen", "Staat onder elke kop iets?"),
    }
}

fn english(check: Check) -> NameAndQuestion {
    match check {
        Check::Balance => ("Expenditure, income and balance", "Is the balance what income and expenditure come to together?"),
        Check::Total => ("Totals", "Is every total the sum of its parts?"),
        Check::Parts => ("Programmes and their parts", "Is a programme as large as its parts together?"),
        Check::Result => {
            ("Balance, reserves and result", "Is the result the balance together with what goes to and from reserves?")
        }
        Check::RollForward => ("Opening and closing balances", "Is the close the opening with what was added and taken away?"),
        Check::Share => ("Shares", "Do the percentages and their amounts imply the same whole?"),
        Check::Product => ("Products", "Is risk times chance, or price times number, what is printed?"),
        Check::Coverage => ("Cost coverage", "Does the coverage percentage fit what a charge costs and brings in?"),
        Check::Growth => ("Growth percentages", "Does the percentage follow from the two amounts?"),
        Check::Ratio => ("Ratios", "Do the prescribed ratios follow from the balance sheet and the income?"),
        Check::Chain => ("Overviews among each other", "Do the overviews of this document say the same?"),
        Check::Repeat => ("Repeated amounts", "Is the same amount the same in every place?"),
        Check::Unit => ("Units", "Is no amount a thousand times too large or too small?"),
        Check::Questions => ("The three W questions", "Are the three W questions asked and answered?"),
        Check::Sections => ("Prescribed sections", "Are the seven prescribed sections there?"),
        Check::Goals => ("Goals and measures", "Has every goal a measure, and every measure a goal?"),
        Check::Money => ("Money of programmes", "Does every programme say what it costs?"),
        Check::Headings => ("Empty headings", "Does something stand under every heading?"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn all_differ<'a>(words: impl Iterator<Item = &'a str>, expected: usize) {
        let words: BTreeSet<&str> = words.filter(|words| !words.is_empty()).collect();
        assert_eq!(words.len(), expected, "{words:?}");
    }

    #[test]
    fn every_check_has_a_name_and_a_question_of_its_own_in_each_language() {
        let both =
            |language: Language| Check::ALL.iter().map(move |&check| [language.check(check), language.check_question(check)]);
        all_differ(Language::ALL.into_iter().flat_map(both).flatten(), Check::ALL.len() * 4);
    }

    #[test]
    fn every_verdict_has_words_and_a_sign_of_its_own() {
        let both =
            |language: Language| Verdict::ALL.map(|verdict| [language.verdict(verdict), language.verdict_meaning(verdict)]);
        all_differ(Language::ALL.into_iter().flat_map(both).flatten(), Verdict::ALL.len() * 4);
        all_differ(Verdict::ALL.into_iter().map(verdict_sign), Verdict::ALL.len());
    }

    #[test]
    fn several_do_not_hold() {
        let check = |verdict, count, dutch: &str, english: &str| {
            assert_eq!(Language::ALL.map(|language| language.verdict_count(verdict, count)), [dutch, english]);
        };
        check(Verdict::Differs, 1, "1 klopt niet", "1 does not hold");
        check(Verdict::Differs, 2, "2 kloppen niet", "2 do not hold");
        check(Verdict::Holds, 1_200, "1.200 kloppen", "1,200 hold");
        check(Verdict::Unchecked, 3, "3 niet gecontroleerd", "3 not checked");
    }
}
