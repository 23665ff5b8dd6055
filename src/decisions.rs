//! What people decided about what was read: the one part of a workspace that no reader can work out again.
//!
//! Plain data that can be written to a file and read back, by the page and by the command alike. Texts are named by the
//! SHA-256 of their words, findings by their key, so that a decision is found again when the same text is read again, and
//! says nothing about another one.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::document::{Code, Document, Kind, Unit};

/// Everything that people decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Decisions {
    /// What they made of findings.
    pub marks: Vec<FindingMark>,
    /// Which programmes are the same, and which are not.
    pub matches: Vec<MatchDecision>,
    /// Which partners are one, and which are not.
    pub partners: Vec<PartnerDecision>,
    /// How many people live in a municipality, as typed.
    pub inhabitants: Vec<Inhabitants>,
    /// The units of tables that were doubted.
    pub units: Vec<UnitDecision>,
}

/// What a person made of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingMark {
    /// The SHA-256 of the text.
    pub text: String,
    /// The key of the finding.
    pub finding: String,
    /// What they made of it.
    pub judgement: Judgement,
    /// Why, in their own words.
    pub note: String,
}

/// What a person made of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judgement {
    /// Verklaard: it is right as it is.
    Explained,
    /// Te herstellen: the text is wrong.
    ToMend,
}

/// A programme of a publication, by its own words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ProgrammeName {
    /// Whose programme it is.
    pub municipality: Option<String>,
    /// The kind of document that it stands in.
    pub kind: Option<Kind>,
    /// The year of that document.
    pub year: Option<i32>,
    /// Its number.
    pub number: Option<String>,
    /// Its name.
    pub name: String,
}

/// Whether two programmes are the same one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchDecision {
    /// The one.
    pub left: ProgrammeName,
    /// The other; none where the first has no counterpart.
    pub right: Option<ProgrammeName>,
}

/// Whether names are those of one partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartnerDecision {
    /// They are one.
    Same(String, String),
    /// They are not.
    Apart(String, String),
}

/// How many people live in a municipality at the begin of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inhabitants {
    /// The municipality, by its name in the documents.
    pub municipality: String,
    /// The year; none for every year of which nothing else is known.
    pub year: Option<i32>,
    /// How many.
    pub count: u32,
}

/// The unit of a table, or of an amount outside tables, that was doubted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitDecision {
    /// The SHA-256 of the text.
    pub text: String,
    /// Where the table or the amount begins, in bytes.
    pub table: u32,
    /// Euros for each 1 printed.
    pub factor: u32,
}

impl Decisions {
    /// What a person made of a finding.
    pub fn mark(&self, text: &str, finding: &str) -> Option<&FindingMark> {
        self.marks.iter().find(|mark| mark.text == text && mark.finding == finding)
    }

    /// Reads the amounts of a text in the units that people chose for them.
    pub fn choose_units(&self, text: &str, document: &mut Document) {
        let of_text = self.units.iter().filter(|unit| unit.text == text && unit.factor > 0);
        let chosen: BTreeMap<u32, u32> = of_text.map(|unit| (unit.table, unit.factor)).collect();
        if !chosen.is_empty() {
            choose_units(document, &chosen);
        }
    }
}

/// `chosen` has the factor for the places where tables and amounts begin.
fn choose_units(document: &mut Document, chosen: &BTreeMap<u32, u32>) {
    let Document { figures, tables, identities, problems, .. } = document;
    let of_table = |table: usize| Some((tables.get(table)?.unit.factor, *chosen.get(&tables.get(table)?.span.start)?));
    for identity in identities {
        if let Some((old, new)) = of_table(identity.table) {
            identity.difference = in_another_unit(identity.difference, old, new);
        }
    }
    for figure in figures {
        let place = figure.span.start;
        let factors = figure.table.map_or_else(|| Some((figure.unit.factor, *chosen.get(&place)?)), of_table);
        // A cell that states a unit of its own keeps it.
        let Some((_, new)) = factors.filter(|(old, _)| *old == figure.unit.factor) else { continue };
        figure.euros = in_another_unit(figure.euros, figure.unit.factor, new);
        figure.unit = by_a_person(figure.unit, new);
        figure.problems.retain(|&problem| problems.get(problem).is_none_or(|problem| problem.code != Code::UnitAssumed));
    }
    for table in tables {
        if let Some(&factor) = chosen.get(&table.span.start) {
            table.unit = by_a_person(table.unit, factor);
        }
    }
}

fn by_a_person(unit: Unit, factor: u32) -> Unit {
    Unit { factor, chosen: true, ..unit }
}

fn in_another_unit(euros: Decimal, old: u32, new: u32) -> Decimal {
    let printed = euros.checked_div(Decimal::from(old)).unwrap_or(euros);
    printed.saturating_mul(Decimal::from(new)).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{read::read, source::Source};

    const TEXT: &str = "Programma Zorg\n\nBedragen x € 1.000\n\t2024\t2025\nLasten\t1.200\t1.300\n\nWij geven € 5 miljoen uit.\n";

    fn read_with(units: &[(u32, u32)]) -> Document {
        let mut document = read(&Source::from_bytes("a", TEXT.as_bytes()));
        let decide = |&(table, factor): &(u32, u32)| UnitDecision { text: "this".to_owned(), table, factor };
        let decisions = Decisions { units: units.iter().map(decide).collect(), ..Decisions::default() };
        decisions.choose_units("this", &mut document);
        decisions.choose_units("another", &mut document);
        document
    }

    fn euros(document: &Document) -> Vec<String> {
        document.figures.iter().map(|figure| figure.euros.to_string()).collect()
    }

    #[test]
    fn a_chosen_unit_holds_for_every_amount_of_its_table() {
        let table = read_with(&[]).tables[0].span.start;
        let document = read_with(&[(table, 1)]);
        assert_eq!(euros(&document), ["1200", "1300", "5000000"]);
        let chosen: Vec<bool> = document.figures.iter().map(|figure| figure.unit.chosen).collect();
        assert_eq!(chosen, [true, true, false]);
        assert_eq!((document.tables[0].unit.factor, document.tables[0].unit.chosen), (1, true));
        assert_eq!(euros(&read_with(&[(table, 0)])), ["1200000", "1300000", "5000000"]);
    }

    #[test]
    fn an_amount_outside_tables_is_named_by_its_own_place() {
        let place = read_with(&[]).figures[2].span.start;
        assert_eq!(euros(&read_with(&[(place, 1_000)])), ["1200000", "1300000", "5000"]);
    }
}
