//! What of a text's gold was found, what was missed, what was invented.

use begrotingskijker::export::json::wire;

use super::{
    Share,
    facts::{Amount, Fact, Name, Percentage, Statement, Test},
    gold::{Gold, Named},
};

/// One measure of one text.
pub(crate) struct Outcome {
    pub(crate) measure: &'static str,
    pub(crate) hits: usize,
    pub(crate) missed: Vec<String>,
    pub(crate) invented: Vec<String>,
}

impl Outcome {
    pub(crate) fn is_right(&self) -> bool {
        self.missed.is_empty() && self.invented.is_empty()
    }

    /// A line for each fact that was missed or invented.
    pub(crate) fn wrong(&self) -> String {
        let lines = |title: &str, facts: &[String]| facts.iter().flat_map(|fact| [title, fact, "\n"]).collect::<String>();
        lines("  missed    ", &self.missed) + &lines("  invented  ", &self.invented)
    }
}

/// Every measure of a text that its gold does not leave open.
pub(crate) fn outcomes(gold: &Gold, found: &wire::Document) -> Vec<Outcome> {
    let judge = Judge { gold };
    let [identity, structure, contents] = [judge.identity(found), judge.structure(found), judge.contents(found)];
    identity.into_iter().chain(structure).chain(contents).chain(judge.figures(found)).flatten().collect()
}

/// Figures without a doubt, by the strictest test and then without measure and mark.
pub(crate) fn sure(gold: &Gold, found: &wire::Document) -> Share {
    let clear: Vec<Amount> = found.figures.iter().filter(|figure| figure.problems.is_empty()).map(Amount::found).collect();
    let [.., (_, has_year), (_, has_everything)] = Amount::MEASURES;
    let pairing = Pairing::of(&wanted(gold), &clear, &[has_everything, has_year]);
    let wrong = pairing.invented.iter().filter(|&&at| !gold.leaves_open_for("figures", clear[at].item())).count();
    Share { right: pairing.pairs.len(), all: pairing.pairs.len() + wrong }
}

/// Figures with a doubt, save those whose unit the text does not state.
pub(crate) fn doubted(gold: &Gold, found: &wire::Document) -> Share {
    let amounts: Vec<Amount> = found.figures.iter().map(Amount::found).collect();
    let tests: Vec<_> = Amount::MEASURES.iter().rev().map(|(_, test)| *test).collect();
    let pairs = Pairing::of(&wanted(gold), &amounts, &tests).pairs;
    let excused = |at: usize| pairs.iter().any(|&(wanted, found)| found == at && gold.figures[wanted].scale_unstated);
    let doubted = |(at, figure): &(usize, &wire::Figure)| !figure.problems.is_empty() && !excused(*at);
    Share { right: found.figures.iter().enumerate().filter(doubted).count(), all: found.figures.len() }
}

fn wanted(gold: &Gold) -> Vec<Amount> {
    gold.figures.iter().map(|figure| Amount::wanted(gold, figure)).collect()
}

struct Judge<'a> {
    gold: &'a Gold,
}

impl Judge<'_> {
    fn identity(&self, found: &wire::Document) -> Vec<Option<Outcome>> {
        let kind = Some(kind_in_english(self.gold.kind.as_deref()).to_owned());
        let name = found.municipality.as_ref().map(|municipality| municipality.name.clone());
        let year = |year: Option<i32>| year.map(|year| year.to_string());
        vec![
            self.one("kind", kind, Some(found.kind.clone())),
            self.one("year", year(self.gold.year), year(found.year)),
            self.one("municipality", self.gold.municipality.clone(), name),
        ]
    }

    fn one(&self, field: &'static str, gold: Option<String>, found: Option<String>) -> Option<Outcome> {
        let names = |value: Option<String>| value.iter().map(|value| Name::new(value, None)).collect::<Vec<_>>();
        self.listed(field, field, &names(gold), &names(found), Name::EQUAL)
    }

    fn structure(&self, found: &wire::Document) -> Vec<Option<Outcome>> {
        let programmes: Vec<_> = found.programmes.iter().map(|programme| Name::new(&programme.name, None)).collect();
        let parts = found.programmes.iter().flat_map(|programme| &programme.parts).chain(&found.parts);
        let parts: Vec<_> = parts.map(|part| Name::new(&part.name, None)).collect();
        vec![
            self.listed("programmes", "programmes", &names(&self.gold.programmes), &programmes, Name::TITLE),
            self.listed("parts", "subprogrammes", &names(&self.gold.subprogrammes), &parts, Name::TITLE),
            self.partners("partners", found, |_| true, |_| true),
            self.partners("affiliated", found, |role| role == Some("verbonden partij"), |role| role == "affiliated"),
            self.parties(found),
        ]
    }

    fn partners(
        &self,
        measure: &'static str,
        found: &wire::Document,
        is_wanted: fn(Option<&str>) -> bool,
        is_found: fn(&str) -> bool,
    ) -> Option<Outcome> {
        let gold = self.gold.partners.iter().filter(|partner| is_wanted(partner.role.as_deref()));
        let gold: Vec<_> = gold.map(|partner| Name::new(&partner.name, partner.abbr.as_deref())).collect();
        let found = found.partners.iter().filter(|partner| is_found(&partner.role));
        let found: Vec<_> = found.map(|partner| Name::new(&partner.name, partner.abbreviation.as_deref())).collect();
        self.listed(measure, "partners", &gold, &found, Name::PARTNER)
    }

    fn parties(&self, found: &wire::Document) -> Option<Outcome> {
        let gold: Vec<_> = self.gold.coalition_parties.iter().map(|name| Name::new(name, None)).collect();
        let found: Vec<_> = found.coalition_parties.iter().map(|party| Name::new(&party.name, None)).collect();
        self.listed("coalition_parties", "coalition_parties", &gold, &found, Name::EQUAL)
    }

    fn contents(&self, found: &wire::Document) -> Vec<Option<Outcome>> {
        let goals: Vec<_> = found.goals.iter().map(|goal| Statement::new(goal.title.as_deref(), &goal.text)).collect();
        let measures: Vec<_> = found.measures.iter().map(|measure| Statement::new(None, &measure.text)).collect();
        let gold: Vec<_> = self.gold.percentages.iter().map(|percentage| Percentage(percentage.value.clone())).collect();
        let percentages: Vec<_> = found.percentages.iter().map(|percentage| Percentage(percentage.value.clone())).collect();
        vec![
            self.listed("goals", "goals", &statements(&self.gold.goals), &goals, Statement::BEGINNING),
            self.listed("measures", "measures", &statements(&self.gold.measures), &measures, Statement::BEGINNING),
            self.listed("percentages", "percentages", &gold, &percentages, Percentage::VALUE),
        ]
    }

    /// Each measure of figures pairs by the strictest test that a figure passes, and then judges by its own.
    fn figures(&self, found: &wire::Document) -> Vec<Option<Outcome>> {
        let gold = wanted(self.gold);
        let found: Vec<_> = found.figures.iter().map(Amount::found).collect();
        let from = |at: usize| Amount::MEASURES[at..].iter().rev().map(|(_, test)| *test).collect::<Vec<_>>();
        let measures = Amount::MEASURES.iter().enumerate();
        measures.map(|(at, (measure, _))| self.listed(measure, "figures", &gold, &found, &from(at))).collect()
    }

    fn listed<T: Fact>(&self, measure: &'static str, field: &str, gold: &[T], found: &[T], tests: &[Test<T>]) -> Option<Outcome> {
        if self.gold.leaves_open(field) {
            return None;
        }
        let Pairing { pairs, missed, invented } = Pairing::of(gold, found, tests);
        let counted = |facts: &[T], places: Vec<usize>| {
            let facts = places.into_iter().map(|at| &facts[at]);
            facts.filter(|fact| !self.gold.leaves_open_for(field, fact.item())).map(Fact::shown).collect()
        };
        Some(Outcome { measure, hits: pairs.len(), missed: counted(gold, missed), invented: counted(found, invented) })
    }
}

/// Which of the gold is which of the found, by their places.
struct Pairing {
    pairs: Vec<(usize, usize)>,
    missed: Vec<usize>,
    invented: Vec<usize>,
}

impl Pairing {
    /// Pairs each with one at most; what a stricter test pairs is gone for the next.
    fn of<T>(gold: &[T], found: &[T], tests: &[Test<T>]) -> Self {
        let mut pairing = Self { pairs: Vec::new(), missed: (0..gold.len()).collect(), invented: (0..found.len()).collect() };
        for test in tests {
            pairing.pair(|wanted, candidate| test(&gold[wanted], &found[candidate]));
        }
        pairing
    }

    fn pair(&mut self, is_same: impl Fn(usize, usize) -> bool) {
        let Self { pairs, missed, invented } = self;
        missed.retain(|&wanted| {
            let place = invented.iter().position(|&candidate| is_same(wanted, candidate));
            pairs.extend(place.map(|place| (wanted, invented.remove(place))));
            place.is_none()
        });
    }
}

fn names(gold: &[Named]) -> Vec<Name> {
    gold.iter().map(|named| Name::new(&named.name, None)).collect()
}

fn statements(gold: &[super::gold::Statement]) -> Vec<Statement> {
    gold.iter().map(|statement| Statement::new(statement.title.as_deref(), &statement.text_starts)).collect()
}

fn kind_in_english(kind: Option<&str>) -> &'static str {
    match kind {
        Some("begroting") => "budget",
        Some("jaarstukken") => "annual-accounts",
        Some("kadernota") => "framework-memorandum",
        Some("bestuursrapportage") => "interim-report",
        Some("coalitieakkoord") => "coalition-agreement",
        _ => "other",
    }
}
