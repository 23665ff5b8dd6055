//! The words for several documents beside each other.

use super::{Language, words};
use crate::{
    compare::{Direction, MatchReason, Relation, SameBecause, Unlike, Volume},
    document::{Kind, Phase},
};

words! {
    several: "Naast elkaar", "Side by side";
    compare: "Vergelijken", "Compare";
    all_partners: "Partners van alle documenten", "Partners of all documents";
    back_to_compare: "Terug naar Vergelijken", "Back to Compare";
    back_to_all_partners: "Terug naar alle partners", "Back to all partners";
    comparing: "Bezig met vergelijken…", "Comparing…";
    compare_again: "Opnieuw proberen", "Try again";
    compare_unavailable: "Het onderdeel dat vergelijkt kon niet worden opgehaald. Probeer het opnieuw als er weer internet is.", "The part that compares could not be fetched. Try again once you are online.";
    compare_crashed: "Het vergelijken is gestopt door een fout. De documenten zelf blijven open.", "Comparing stopped because of an error. The documents themselves stay open.";
    compare_too_slow: "Het vergelijken duurde te lang en is gestopt. Haal een deel van de documenten weg en probeer het opnieuw.", "Comparing took too long and was stopped. Remove some of the documents and try again.";

    belongs_together: "Wat bij elkaar hoort", "What belongs together";
    nothing_together: "Van deze documenten horen er geen twee vanzelf bij elkaar. Kies er hieronder zelf twee.", "No two of these documents belong together by themselves. Choose two below.";
    choose_two: "Zelf twee kiezen", "Choose two yourself";
    first_document: "Het ene document", "The one document";
    second_document: "Het andere document", "The other document";
    choose_hint: "Kies een document", "Choose a document";
    not_beside: "Deze twee kunnen niet naast elkaar worden gezet.", "These two cannot be put beside each other.";
    unlike_heading: "Let op: deze twee zijn niet gelijksoortig", "Take care: these two are not alike";

    spent_heading: "Begroot en besteed", "Budgeted and spent";
    spent_hint: "Lasten en baten staan hier allebei als positief bedrag, hoe het document ze ook afdrukt. Kies een bedrag om het in het document te zien.", "Expenditure and income are both shown as positive amounts, however the document prints them. Choose an amount to see it in the document.";
    no_spent: "In deze twee documenten staan geen bedragen die over hetzelfde gaan.", "These two documents print no amounts about the same thing.";
    budgeted: "Begroot", "Budgeted";
    realised: "Gerealiseerd", "Realised";
    spent_share: "Besteed", "Spent";
    money_kind_label: "Soort", "Kind";
    meaning: "Betekenis", "Meaning";
    whole_document: "Alle programma’s samen", "All programmes together";
    spent_chart_title: "Lasten per programma: begroot en gerealiseerd", "Expenditure by programme: budgeted and realised";
    chart_as_table: "De cijfers van deze grafiek staan in de tabel eronder.", "The figures of this chart are in the table below it.";
    drawing: "De grafiek wordt getekend…", "Drawing the chart…";
    in_doubt: "past niet bij een optelling in de tekst", "does not fit a sum in the text";

    changes_heading: "Wat er verandert", "What changes";
    nominal: "De bedragen zijn nominaal: niet gecorrigeerd voor prijsstijgingen. De grootste verandering staat bovenaan.", "The amounts are nominal: not corrected for prices. The largest change comes first.";
    no_changes: "Er staan geen bedragen naast elkaar die in beide documenten voorkomen.", "No amounts appear in both documents.";
    difference: "Verschil", "Difference";
    relative: "In procenten", "In per cent";
    from_nothing: "was nul", "was zero";

    promises_heading: "Beloofd en gedaan", "Promised and done";
    promises_hint: "De passages zijn naast elkaar gezet omdat ze zeldzame woorden delen. Die woorden staan erbij: oordeel zelf of ze over hetzelfde gaan.", "The passages stand beside each other because they share rare words. Those words are shown: judge for yourself whether they are about the same thing.";
    no_promises: "In deze documenten zijn geen doelen of beloften gevonden.", "No goals or promises were found in these documents.";
    promise: "Beloofd", "Promised";
    found: "Wat erover is gevonden", "What was found about it";
    nothing_found: "Niets gevonden", "Nothing found";
    open_passage: "Toon in de tekst", "Show in the text";

    matches_heading: "Welke programma’s bij elkaar horen", "Which programmes belong together";
    matches_hint: "Klopt het niet? Kies zelf. Uw keuze telt mee in alles op dit scherm.", "Is it wrong? Choose yourself. Your choice counts in everything on this screen.";
    no_matches: "Deze documenten hebben geen programma’s.", "These documents have no programmes.";
    no_counterpart: "geen tegenhanger", "no counterpart";
    why: "Waarom", "Why";
    undo_match: "zoals de begrotingskijker het vond", "as the budget viewer found it";

    explained_by: " · te verklaren door", " · explained by";

    task_fields_heading: "Taakvelden", "Task fields";
    task_fields_hint: "Taakvelden zijn voor alle gemeenten dezelfde (BBV, Iv3). Een aandeel is een deel van alle lasten of baten samen.", "Task fields are the same for all municipalities (BBV, Iv3). A share is a part of all expenditure or all income.";
    no_task_fields: "Gemeenten zijn te vergelijken op taakvelden: de indeling die voor alle gemeenten dezelfde is. Er zijn er geen die in beide documenten staan.", "Municipalities can be compared by task fields: the classification that is the same for all. None of them appear in both documents.";
    task_field: "Taakveld", "Task field";
    share: "Aandeel", "Share";
    per_inhabitant: "Per inwoner", "Per inhabitant";
    inhabitants_hint: "Het aantal komt uit de tekst of van u; het wordt nooit geschat.", "The number comes from the text or from you; it is never guessed.";
    unknown_number: "aantal inwoners onbekend", "number of inhabitants unknown";

    partners_matrix: "Welke gemeente met welke partner", "Which municipality with which partner";
    partner_label: "Partner", "Partner";
    partners_matrix_hint: "In elk vak staat hoe vaak de documenten van een gemeente de partner noemen. Kies een partner om te lezen wat er staat.", "Each cell says how often the documents of a municipality speak of the partner. Choose a partner to read what they say.";
    no_partners_across: "In deze documenten zijn geen partners gevonden.", "No partners were found in these documents.";
    not_mentioned: "niet genoemd", "not mentioned";
    partner_names: "Namen in de teksten", "Names in the texts";
    amounts_beside: "Bedragen ernaast", "Amounts beside it";
    same_as: "Is dezelfde als…", "Is the same as…";
    merge: "Samenvoegen", "Merge";
    not_the_same: "hoort er niet bij", "does not belong here";
    choose_partner: "Kies een partner", "Choose a partner";
    municipalities_label: "Gemeenten", "Municipalities";
    close_partner: "Terug naar het overzicht", "Back to the index";
}

impl Language {
    /// A volume in a few words: `Begroting 2024 van Voorbeeldstad`.
    pub fn volume(self, volume: &Volume) -> String {
        self.of_whom(&self.kind_and_time(volume), volume.municipality.as_deref())
    }

    /// Two volumes in a few words; the municipality is said once where it is of both.
    pub fn two_volumes(self, left: &Volume, right: &Volume) -> String {
        let and = self.choose("en", "and");
        if left == right {
            return self.volume(left);
        }
        if left.municipality == right.municipality {
            let both = format!("{} {and} {}", self.kind_and_time(left), lower_first(&self.kind_and_time(right)));
            return self.of_whom(&both, left.municipality.as_deref());
        }
        format!("{} {and} {}", self.volume(left), lower_first(&self.volume(right)))
    }

    /// The kind and the year of a volume: `Begroting 2024`; a coalition agreement has a term.
    pub fn kind_and_time(self, volume: &Volume) -> String {
        let kind = volume.kind.map_or(self.kind_unknown(), |kind| self.kind(kind));
        let term = volume.period.map(|period| self.period(period));
        let year = volume.year.map(|year| year.to_string());
        let time = if volume.kind == Some(Kind::CoalitionAgreement) { term.or(year) } else { year.or(term) };
        time.map_or_else(|| kind.to_owned(), |time| format!("{kind} {time}"))
    }

    fn of_whom(self, what: &str, municipality: Option<&str>) -> String {
        municipality
            .map_or_else(|| what.to_owned(), |name| self.choose(format!("{what} van {name}"), format!("{what} of {name}")))
    }

    /// What two volumes are to each other.
    pub fn relation(self, relation: Relation) -> &'static str {
        match relation {
            Relation::BudgetAndAccounts => self.choose("Wat er van de begroting is terechtgekomen", "What came of the budget"),
            Relation::BudgetAndNext => {
                self.choose("De begroting en die van een later jaar", "The budget and that of a later year")
            }
            Relation::AccountsAndNext => {
                self.choose("De rekening en die van een later jaar", "The accounts and those of a later year")
            }
            Relation::OriginalAndAmended => {
                self.choose("De begroting zoals eerst vastgesteld en na wijziging", "The budget as first set and as amended")
            }
            Relation::AgreementAndBudget => self.choose(
                "Wat er van het coalitieakkoord in de begroting staat",
                "What the budget says of the coalition agreement",
            ),
            Relation::YearsOfOne => {
                self.choose("De jaren in dit document naast elkaar", "The years in this document side by side")
            }
            Relation::Municipalities => self.choose("Twee gemeenten naast elkaar", "Two municipalities side by side"),
            Relation::Chosen => self.choose("Twee documenten die u zelf koos", "Two documents that you chose"),
        }
    }

    /// What makes two volumes unlike.
    pub fn unlike(self, unlike: Unlike) -> &'static str {
        match unlike {
            Unlike::Kind => self.choose("Het zijn verschillende soorten documenten.", "They are different kinds of document."),
            Unlike::Year => self.choose("Ze gaan over verschillende jaren.", "They are about different years."),
            Unlike::Phase => self.choose(
                "Bedragen zijn van verschillende momenten in de begrotingscyclus, zoals raming, begroting na wijziging en realisatie.",
                "Amounts are of different stages of the budget cycle, such as estimate, amended budget and actuals.",
            ),
            Unlike::Municipality => self.choose(
                "Ze zijn van verschillende gemeenten. Wat een gemeente doet en waar zij het boekt, verschilt.",
                "They are of different municipalities. What a municipality does and where it books it, differs.",
            ),
            Unlike::Unknown => self.choose(
                "Van één van de twee is de soort, het jaar of de gemeente niet bekend.",
                "Of one of them the kind, the year or the municipality is not known.",
            ),
            Unlike::UnitInDoubt => self.choose(
                "Bedragen waarvan de eenheid twijfelachtig is, zijn weggelaten.",
                "Amounts whose unit is in doubt were left out.",
            ),
            Unlike::OnlyAPart => {
                self.choose("Van één van de twee is alleen een deel geopend.", "Of one of them only a part is open.")
            }
        }
    }

    /// What a difference means for the municipality.
    pub fn direction(self, direction: Direction) -> &'static str {
        match direction {
            Direction::Favourable => self.choose("voordelig", "favourable"),
            Direction::Unfavourable => self.choose("nadelig", "unfavourable"),
            Direction::Neutral => self.choose("geen verschil", "no difference"),
        }
    }

    /// Why two programmes are taken for the same.
    pub fn match_reason(self, reason: MatchReason) -> &'static str {
        match reason {
            MatchReason::Number => self.choose("zelfde nummer", "same number"),
            MatchReason::Name => self.choose("zelfde naam", "same name"),
            MatchReason::AlikeName => self.choose("naam lijkt erop", "similar name"),
            MatchReason::Parts => self.choose("zelfde onderdelen", "same parts"),
            MatchReason::Person => self.choose("door u gekozen", "chosen by you"),
        }
    }

    /// Why names are taken for one partner.
    pub fn same_because(self, because: SameBecause) -> &'static str {
        match because {
            SameBecause::Name => self.choose("zelfde naam", "same name"),
            SameBecause::Abbreviation => self.choose("zelfde afkorting", "same abbreviation"),
            SameBecause::Tied => {
                self.choose("een tekst noemt naam en afkorting samen", "a text gives name and abbreviation together")
            }
            SameBecause::AlikeName => self.choose("naam lijkt erop", "similar name"),
            SameBecause::Person => self.choose("door u samengevoegd", "merged by you"),
        }
    }

    /// Which amount stands in a column: `2024`, `2024, begroting na wijziging`.
    pub fn year_and_phase(self, year: Option<i32>, phase: Option<Phase>) -> String {
        let year = year.map_or_else(|| self.year_unknown().to_lowercase(), |year| year.to_string());
        match phase {
            Some(phase) => format!("{year}, {}", lower_first(self.phase(phase))),
            None => year,
        }
    }

    /// What the chart of budget and accounts shows, for those who do not see it.
    pub fn spent_chart(self, groups: usize) -> String {
        self.choose(
            format!("Staafdiagram van de lasten van {groups} programma’s: wat begroot is naast wat gerealiseerd is."),
            format!("Bar chart of the expenditure of {groups} programmes: what was budgeted beside what was realised."),
        )
    }

    /// A difference with a sign before it, also where it is more.
    pub fn with_sign(self, words: &str, is_more: bool) -> String {
        if is_more { format!("+{words}") } else { words.to_owned() }
    }

    /// The words that two passages share.
    pub fn shared_words(self, shared: &[String]) -> String {
        let words = shared.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
        self.choose(format!("gedeelde woorden: {words}"), format!("shared words: {words}"))
    }

    /// How many of the promises something was found for.
    pub fn promises_found(self, found: usize, all: usize) -> String {
        let (found, all) = (self.count(found), self.count(all));
        self.choose(format!("Voor {found} van de {all} is iets gevonden."), format!("Something was found for {found} of {all}."))
    }

    /// What unfolds the rest of a long list.
    pub fn show_rest(self, count: usize) -> String {
        let count = self.count(count);
        self.choose(format!("Toon de andere {count}"), format!("Show the other {count}"))
    }

    /// The field for the number of inhabitants.
    pub fn inhabitants_of(self, municipality: &str, year: Option<i32>) -> String {
        let when = year.map(|year| self.choose(format!(" in {year}"), format!(" in {year}"))).unwrap_or_default();
        self.choose(format!("Inwoners van {municipality}{when}"), format!("Inhabitants of {municipality}{when}"))
    }

    /// How many partners there are, and how many of them are shared.
    pub fn partners_counted(self, all: usize, shared: usize) -> String {
        let (all, shared) = (self.count(all), self.count(shared));
        self.choose(
            format!("{all} partners, waarvan {shared} bij meer dan één gemeente."),
            format!("{all} partners, {shared} of them with more than one municipality."),
        )
    }

    /// The name of the control that says with which programme one belongs.
    pub fn counterpart_of(self, programme: &str) -> String {
        self.choose(format!("{programme} hoort bij"), format!("{programme} belongs to"))
    }

    /// The name of the control that takes a name off a partner.
    pub fn take_off(self, name: &str) -> String {
        self.choose(format!("“{name}” hoort er niet bij"), format!("“{name}” does not belong here"))
    }
}

/// Words with a small letter at their beginning, for the middle of a sentence.
fn lower_first(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Period;

    fn volume(municipality: &str, kind: Kind, year: i32) -> Volume {
        Volume { municipality: Some(municipality.to_owned()), kind: Some(kind), year: Some(year), ..Volume::default() }
    }

    #[test]
    fn two_volumes_of_one_municipality_name_it_once() {
        let (left, right) = (volume("Voorbeeldstad", Kind::Budget, 2024), volume("Voorbeeldstad", Kind::AnnualAccounts, 2024));
        assert_eq!(Language::Dutch.two_volumes(&left, &right), "Begroting 2024 en jaarrekening 2024 van Voorbeeldstad");
        assert_eq!(Language::English.two_volumes(&left, &right), "Budget 2024 and annual accounts 2024 of Voorbeeldstad");
        assert_eq!(Language::Dutch.two_volumes(&left, &left), "Begroting 2024 van Voorbeeldstad");
    }

    #[test]
    fn volumes_of_two_municipalities_name_both() {
        let (left, right) = (volume("Voorbeeldstad", Kind::Budget, 2025), volume("Zilverland", Kind::Budget, 2025));
        let words = "Begroting 2025 van Voorbeeldstad en begroting 2025 van Zilverland";
        assert_eq!(Language::Dutch.two_volumes(&left, &right), words);
    }

    #[test]
    fn an_agreement_is_known_by_its_term() {
        let term = Period { from: 2022, to: 2026 };
        let agreement = Volume { period: Some(term), ..volume("Voorbeeldstad", Kind::CoalitionAgreement, 2022) };
        assert_eq!(Language::Dutch.volume(&agreement), "Coalitieakkoord 2022–2026 van Voorbeeldstad");
        assert_eq!(Language::Dutch.volume(&Volume::default()), "Soort onbekend");
    }
}
