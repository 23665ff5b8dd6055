//! The same figure in two documents must be the same.
//!
//! The accounts print the budget as it was first set, the next budget prints it beside its own, and a budget prints what the
//! accounts of two years ago came to. Each is the same number once more (BBV art. 7, 17, 27). A budget of a year that is over
//! may have been changed since, so where it is not said which it is, a difference is of another scope.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{FactOf, Volume};
use crate::{
    check::{
        Subject, Verdict,
        explanations::{Explanations, Within},
        overviews::{Cell, Overview, Whose, overviews},
        pairing::{Pairing, Place, Surroundings, pairings, partner},
        scope::{Moment, Told},
    },
    document::{Document, Figure, decimal},
    scan::words::folded,
    source::Source,
};

/// One figure in two documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    /// The one.
    pub left: FactOf,
    /// The other.
    pub right: FactOf,
    /// Whether they are the same.
    pub verdict: Verdict,
    /// In euros: right less left, both without their signs.
    #[serde(with = "decimal")]
    pub difference: Decimal,
    /// Printed figures of either document that explain the difference.
    pub explained_by: Vec<FactOf>,
}

/// The figures that documents of one municipality have in common, in the order of the documents.
pub(super) fn repeats(documents: &[(&Source, &Document)], volumes: &[Volume]) -> Vec<Repeat> {
    let mut texts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for volume in volumes {
        let Some(owner) = &volume.owner else { continue };
        texts.entry(owner).or_default().extend(&volume.documents);
    }
    let several = texts.into_values().filter(|texts| texts.len() > 1);
    several.flat_map(|texts| Shelf::of(documents, texts).repeats()).collect()
}

/// The overviews of all texts of one municipality. Programmes go by their names, figures by their place in one list.
struct Shelf<'a> {
    documents: &'a [(&'a Source, &'a Document)],
    texts: Vec<usize>,
    overviews: Vec<Overview>,
    /// The text that each overview stands in.
    text_of: Vec<usize>,
    facts: Vec<FactOf>,
    /// Whether each fact may be of another phase than it seems: a budget that may have been changed since.
    may_be_changed: Vec<bool>,
}

impl<'a> Shelf<'a> {
    fn of(documents: &'a [(&'a Source, &'a Document)], mut texts: Vec<usize>) -> Self {
        texts.sort_unstable();
        let (overviews, text_of, facts, may_be_changed) = Default::default();
        let mut shelf = Self { documents, texts: Vec::new(), overviews, text_of, facts, may_be_changed };
        let mut names = BTreeMap::new();
        for &text in &texts {
            shelf.add(text, &mut names);
        }
        Self { texts, ..shelf }
    }

    fn add(&mut self, text: usize, names: &mut BTreeMap<String, usize>) {
        let document = self.documents[text].1;
        for overview in overviews(&Subject::new(document)) {
            let mut cells = BTreeMap::new();
            for (cell, figure) in &overview.cells {
                let Some((figure, (cell, may_be_changed))) = figure.zip(shared(document, *cell, names)) else { continue };
                // Two programmes of one name, or a budget told in two ways: which of two numbers it is, nobody can say.
                let of_cell = cells.entry(cell).or_insert(Some(self.facts.len()));
                if of_cell.is_some_and(|known| known < self.facts.len()) {
                    let known = of_cell.map(|known| self.figure(known).euros);
                    *of_cell = of_cell.filter(|_| known == Some(document.figures[figure].euros));
                }
                self.facts.push(FactOf { document: text, fact: figure });
                self.may_be_changed.push(may_be_changed);
            }
            self.text_of.push(text);
            self.overviews.push(Overview { cells, ..overview });
        }
    }

    fn repeats(&self) -> Vec<Repeat> {
        let apart = |left: usize, right: usize| self.text_of[left] != self.text_of[right];
        let pairings = pairings(&self.overviews, |fact| self.figure(fact), apart);
        let around = Pairing::surroundings(&pairings);
        let partners: Vec<&Pairing> = pairings.iter().filter_map(|before| partner(before, &around)).collect();
        let differs = partners.iter().any(|pairing| pairing.compared.verdict == Verdict::Differs);
        let texts = self.texts.iter().filter(|_| differs);
        let explanations = texts.map(|&text| (text, Explanations::of(&Subject::new(self.documents[text].1)))).collect();
        partners.into_iter().filter_map(|pairing| self.repeat(pairing, &around, &explanations)).collect()
    }

    fn figure(&self, fact: usize) -> &'a Figure {
        let FactOf { document, fact } = self.facts[fact];
        &self.documents[document].1.figures[fact]
    }

    /// What is to be said of a number in two texts; nothing where nothing shows that they have to do with each other.
    fn repeat(
        &self,
        pairing: &Pairing,
        around: &Surroundings<Place>,
        explanations: &BTreeMap<usize, Explanations<'_>>,
    ) -> Option<Repeat> {
        let compared = Some(pairing.compared).filter(|compared| !compared.is_nothing)?;
        let [left, right] = [pairing.left, pairing.right].map(|fact| self.facts[fact]);
        let is_firm = ![pairing.left, pairing.right].iter().any(|&fact| self.may_be_changed[fact]);
        let (mut verdict, mut explained_by) = (compared.verdict, Vec::new());
        if verdict == Verdict::Differs && !(is_firm && pairing.is_certain(around)) {
            (pairing.say_whose && pairing.is_related(around)).then_some(())?;
            verdict = Verdict::OtherScope;
            explained_by = self.explained_by(pairing, [left, right], explanations);
        }
        Some(Repeat { left, right, verdict, difference: -compared.difference, explained_by })
    }

    fn explained_by(
        &self,
        pairing: &Pairing,
        sides: [FactOf; 2],
        explanations: &BTreeMap<usize, Explanations<'_>>,
    ) -> Vec<FactOf> {
        let [one, other] = [pairing.left, pairing.right].map(|fact| self.figure(fact));
        let of_side = |side: FactOf| {
            let moment = Moment::of(self.documents[side.document].1, self.figure_at(side))?;
            let within = Within { moment, kind: pairing.cell.side.kind() };
            let found = explanations.get(&side.document)?.fitting(within, one, other);
            Some(found.into_iter().map(move |fact| FactOf { document: side.document, fact }))
        };
        sides.into_iter().filter_map(of_side).flatten().collect()
    }

    fn figure_at(&self, fact: FactOf) -> &'a Figure {
        &self.documents[fact.document].1.figures[fact.fact]
    }
}

/// A number of an overview as all documents know it, and whether it may be of another phase; none where no other document has
/// the same: how a budget stood after changes depends on the day.
fn shared(document: &Document, cell: Cell, names: &mut BTreeMap<String, usize>) -> Option<(Cell, bool)> {
    let year = cell.moment.year;
    let planned_in_its_year = Moment { told: Told::Plan, planned_in: Some(year), ..cell.moment };
    let (moment, may_be_changed) = match cell.moment.told {
        Told::Amended => return None,
        Told::Actual | Told::Plan => (cell.moment, false),
        Told::Original => (planned_in_its_year, false),
        Told::SomeBudget => (planned_in_its_year, true),
    };
    let whose = match cell.whose {
        Whose::Whole => Whose::Whole,
        Whose::Programme(programme) => {
            let next = names.len();
            Whose::Programme(*names.entry(folded(&document.programmes.get(programme)?.name)).or_insert(next))
        }
    };
    Some((Cell { whose, moment, ..cell }, may_be_changed))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{examples::Texts, volumes},
        *,
    };
    use crate::decisions::Decisions;

    const BUDGET: &str = "# Programmabegroting 2024 gemeente Zilverland

Baten en lasten per programma (x € 1.000)
Programma\tLasten 2024\tBaten 2024\tSaldo 2024
1 Wonen\t4.410\t1.210\t-3.200
2 Zorg\t8.700\t2.300\t-6.400
Totaal\t13.110\t3.510\t-9.600
";
    const ACCOUNTS: &str = "# Jaarstukken 2024 gemeente Zilverland

## Programma 1 Wonen

Baten en lasten programma 1 Wonen (in euro's)
\tPrimitieve begroting 2024\tBegroting na wijziging 2024\tRekening 2024
Lasten\t4.410.000\t4.520.100\t4.498.765
Baten\t1.210.400\t1.310.400\t1.305.000
Saldo\t-3.199.600\t-3.209.700\t-3.193.765

## Programma 2 Zorg

Baten en lasten programma 2 Zorg (in euro's)
\tPrimitieve begroting 2024\tBegroting na wijziging 2024\tRekening 2024
Lasten\t8.700.000\t8.900.100\t8.888.888
Baten\t2.300.000\t2.400.000\t2.399.000
Saldo\t-6.400.000\t-6.500.100\t-6.489.888
";

    /// The verdict of each repeat with the printed numbers of both sides and of what explains it.
    fn said(texts: &[&str]) -> Vec<String> {
        let texts = Texts::read(texts);
        let documents = texts.all();
        let printed = |fact: FactOf| documents[fact.document].1.figures[fact.fact].printed.as_str();
        let line = |repeat: &Repeat| {
            let explained: Vec<&str> = repeat.explained_by.iter().map(|&fact| printed(fact)).collect();
            format!("{:?} {} = {} {}", repeat.verdict, printed(repeat.left), printed(repeat.right), explained.join(" "))
        };
        texts.compared().repeats.iter().map(line).collect()
    }

    #[test]
    fn the_accounts_print_the_budget_as_it_was_first_set() {
        let expected = [
            "Holds 4.410 = 4.410.000 ",
            "Rounding 1.210 = 1.210.400 ",
            "Rounding -3.200 = -3.199.600 ",
            "Holds 8.700 = 8.700.000 ",
            "Holds 2.300 = 2.300.000 ",
            "Holds -6.400 = -6.400.000 ",
        ];
        assert_eq!(said(&[BUDGET, ACCOUNTS]), expected);
    }

    #[test]
    fn one_number_that_differs_while_those_around_it_agree_differs() {
        assert_eq!(said(&[BUDGET, &ACCOUNTS.replace("2.300.000", "2.030.000")])[4], "Differs 2.300 = 2.030.000 ");
    }

    #[test]
    fn a_budget_that_may_have_been_changed_is_of_another_scope() {
        let unsaid = ACCOUNTS.replace("Primitieve begroting", "Begroting").replace("2.300.000", "2.030.000");
        assert_eq!(said(&[BUDGET, &unsaid])[4], "OtherScope 2.300 = 2.030.000 ");
    }

    #[test]
    fn of_two_programmes_of_one_name_nothing_is_said() {
        let read = |text: &str| {
            let source = Source::from_bytes("a", text.as_bytes());
            let document = crate::read::read(&source);
            (source, document)
        };
        let lines = |name: &str| {
            let [mut budget, accounts] = [BUDGET, ACCOUNTS].map(read);
            budget.1.programmes[1].name = name.to_owned();
            let documents = [&budget, &accounts].map(|(source, document)| (source, document));
            repeats(&documents, &volumes(&documents, &Decisions::default())).len()
        };
        assert_eq!((lines("Zorg"), lines("Sport"), lines("Wonen")), (6, 3, 0));
    }

    #[test]
    fn two_municipalities_of_one_name_have_nothing_in_common() {
        let texts = Texts::read(&[BUDGET, ACCOUNTS]);
        let owned = |other: &str| {
            let owned = |(at, mut volume): (usize, Volume)| {
                volume.owner = Some(if at == 0 { "GM9001" } else { other }.to_owned());
                volume
            };
            let volumes = volumes(&texts.all(), &Decisions::default());
            let volumes: Vec<Volume> = volumes.into_iter().enumerate().map(owned).collect();
            repeats(&texts.all(), &volumes).len()
        };
        assert_eq!((owned("GM9001"), owned("GM9002")), (6, 0));
    }

    #[test]
    fn the_next_budget_plans_anew_and_another_municipality_is_another() {
        let next = BUDGET.replace("2024", "2025").replace("4.410", "4.610");
        assert_eq!(said(&[BUDGET, &next]), [""; 0]);
        assert_eq!(said(&[BUDGET, &ACCOUNTS.replace("Zilverland", "Voorbeeldstad")]), [""; 0]);
    }
}
