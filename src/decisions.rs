//! What people decided about what was read: the one part of a workspace that no reader can work out again.
//!
//! Plain data that can be written to a file and read back, by the page and by the command alike. Texts are named by the
//! SHA-256 of their words, findings by their key, so that a decision is found again when the same text is read again, and
//! says nothing about another one.
//!
//! `docs/comparing.md` describes the file. Its names stay; keys that a reader of it does not know, it passes over.

use std::collections::{BTreeMap, BTreeSet};

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
    #[serde(default)]
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

/// A document of the budget cycle, by what tells it from others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DocumentName {
    /// Whose it is.
    pub municipality: Option<String>,
    /// What it is.
    pub kind: Option<Kind>,
    /// Its year.
    pub year: Option<i32>,
}

/// Whether two programmes are the same one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchDecision {
    /// The one.
    pub left: ProgrammeName,
    /// The other; none where the first has no counterpart.
    pub right: Option<ProgrammeName>,
    /// The document in which the first has no counterpart; none where it has none in any. Where there is another
    /// programme, that says it.
    #[serde(default)]
    pub beside: Option<DocumentName>,
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

/// What a file of decisions says of itself in its key `format`.
const FORMAT: &str = "begrotingskijker-decisions";
/// The version that is written, and the newest that is understood.
const VERSION: u32 = 1;

/// How a file of decisions begins.
#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// The whole file.
#[derive(Serialize)]
struct File<'a> {
    #[serde(flatten)]
    head: Head,
    #[serde(flatten)]
    decisions: &'a Decisions,
}

/// Why a file is none of decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDecisions {
    /// It is no JSON, or a value in it is none that is known: the line and the column, both from 1.
    Broken {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// It is JSON, but does not say that it holds decisions.
    OtherFormat,
    /// It was written by a later version of the program.
    LaterVersion(u32),
}

impl From<serde_json::Error> for NoDecisions {
    fn from(error: serde_json::Error) -> Self {
        Self::Broken { line: error.line(), column: error.column() }
    }
}

impl Decisions {
    /// A file of them, indented for people.
    pub fn to_json(&self) -> String {
        let head = Head { format: FORMAT.to_owned(), version: VERSION };
        // Only a map with keys that are no strings makes this fail, and the file holds none.
        serde_json::to_string_pretty(&File { head, decisions: self }).unwrap_or_default()
    }

    /// Those of a file.
    ///
    /// # Errors
    /// [`NoDecisions`] where it is no such file, or one that is not understood.
    pub fn from_json(file: &str) -> Result<Self, NoDecisions> {
        serde_json::from_str::<serde::de::IgnoredAny>(file)?;
        let head: Head = serde_json::from_str(file).map_err(|_| NoDecisions::OtherFormat)?;
        match head.version {
            _ if head.format != FORMAT => Err(NoDecisions::OtherFormat),
            version if version > VERSION => Err(NoDecisions::LaterVersion(version)),
            _ => Ok(serde_json::from_str(file)?),
        }
    }

    /// Takes in those of a file: where both say something of the same, the file's word counts.
    pub fn take_in(&mut self, file: Self) {
        replace(&mut self.marks, file.marks, |mark| (mark.text.clone(), mark.finding.clone()));
        replace(&mut self.matches, file.matches, MatchDecision::about);
        replace(&mut self.partners, file.partners, PartnerDecision::names);
        replace(&mut self.inhabitants, file.inhabitants, |typed| (typed.municipality.clone(), typed.year));
        replace(&mut self.units, file.units, |unit| (unit.text.clone(), unit.table));
    }

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

impl ProgrammeName {
    /// The document that it stands in.
    pub fn document(&self) -> DocumentName {
        DocumentName { municipality: self.municipality.clone(), kind: self.kind, year: self.year }
    }
}

impl MatchDecision {
    /// The document that the other programme stands in, or is missing from; none where it is missing from all.
    pub fn other_document(&self) -> Option<DocumentName> {
        self.right.as_ref().map(ProgrammeName::document).or_else(|| self.beside.clone())
    }

    /// What it is about: a programme, and the document in which its counterpart is looked for.
    fn about(&self) -> (ProgrammeName, Option<DocumentName>) {
        (self.left.clone(), self.other_document())
    }
}

impl PartnerDecision {
    /// The two names that it is about, in alphabetical order.
    fn names(&self) -> (String, String) {
        let (Self::Same(one, other) | Self::Apart(one, other)) = self;
        if one <= other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) }
    }
}

/// Adds new decisions, and drops those before about the same.
fn replace<T, K: Ord>(decisions: &mut Vec<T>, new: Vec<T>, about: impl Fn(&T) -> K) {
    let replaced: BTreeSet<K> = new.iter().map(&about).collect();
    decisions.retain(|decision| !replaced.contains(&about(decision)));
    decisions.extend(new);
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

/// The marks by text and finding, for who asks for many; of two the first counts.
pub struct Marks<'a>(BTreeMap<(&'a str, &'a str), &'a FindingMark>);

impl<'a> Marks<'a> {
    /// Those of all decisions.
    pub fn of(decisions: &'a Decisions) -> Self {
        let marks = decisions.marks.iter().rev();
        Self(marks.map(|mark| ((mark.text.as_str(), mark.finding.as_str()), mark)).collect())
    }

    /// What a person made of a finding: the text by its SHA-256, the finding by its key.
    pub fn find(&self, text: &str, finding: &str) -> Option<&'a FindingMark> {
        self.0.get(&(text, finding)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{read::read, source::Source};

    fn decisions() -> Decisions {
        let programme = |year, number: Option<&str>, name: &str| ProgrammeName {
            municipality: Some("Voorbeeldstad".to_owned()),
            kind: Some(Kind::AnnualAccounts),
            year: Some(year),
            number: number.map(str::to_owned),
            name: name.to_owned(),
        };
        let mark = |finding: &str, judgement, note: &str| FindingMark {
            text: "ab12".to_owned(),
            finding: finding.to_owned(),
            judgement,
            note: note.to_owned(),
        };
        Decisions {
            marks: vec![
                mark("total:3-9", Judgement::Explained, "Zie de toelichting"),
                mark("balance:1-2", Judgement::ToMend, ""),
            ],
            matches: vec![
                MatchDecision {
                    left: programme(2024, Some("2"), "Sport"),
                    right: Some(programme(2025, None, "Bewegen")),
                    beside: None,
                },
                MatchDecision {
                    left: programme(2024, None, "Zorg"),
                    right: None,
                    beside: Some(programme(2025, None, "").document()),
                },
            ],
            partners: vec![
                PartnerDecision::Same("GDZ".to_owned(), "Gezondheidsdienst Zilverland".to_owned()),
                PartnerDecision::Apart("WBZ".to_owned(), "Waterbedrijf Zilverland".to_owned()),
            ],
            inhabitants: vec![Inhabitants { municipality: "Voorbeeldstad".to_owned(), year: Some(2025), count: 34_000 }],
            units: vec![UnitDecision { text: "ab12".to_owned(), table: 120, factor: 1_000 }],
        }
    }

    #[test]
    fn decisions_come_back_from_their_file() {
        assert_eq!(Decisions::from_json(&decisions().to_json()), Ok(decisions()));
        assert_eq!(Decisions::from_json(&Decisions::default().to_json()), Ok(Decisions::default()));
    }

    #[test]
    fn of_two_decisions_about_the_same_that_of_the_file_counts() {
        let mut here = decisions();
        here.take_in(decisions());
        assert_eq!(here, decisions());
        let apart = PartnerDecision::Apart("Gezondheidsdienst Zilverland".to_owned(), "GDZ".to_owned());
        let mark = FindingMark { note: "Toch niet".to_owned(), ..decisions().marks[0].clone() };
        here.take_in(Decisions { marks: vec![mark.clone()], partners: vec![apart.clone()], ..Decisions::default() });
        assert_eq!(here.marks, [decisions().marks[1].clone(), mark]);
        assert_eq!(here.partners, [decisions().partners[1].clone(), apart]);
        assert_eq!((here.matches, here.inhabitants), (decisions().matches, decisions().inhabitants));
    }

    #[test]
    fn a_match_is_about_one_programme_and_one_other_document() {
        let mut here = decisions();
        let [with_2025, without] = &decisions().matches[..] else { panic!("two") };
        let in_2026 = |mut decision: MatchDecision| {
            decision.right.iter_mut().for_each(|right| right.year = Some(2026));
            decision.beside.iter_mut().for_each(|beside| beside.year = Some(2026));
            decision
        };
        let new = vec![in_2026(with_2025.clone()), in_2026(without.clone())];
        here.take_in(Decisions { matches: new.clone(), ..Decisions::default() });
        assert_eq!(here.matches, [decisions().matches, new.clone()].concat());
        let none = MatchDecision { right: None, beside: new[1].beside.clone(), ..with_2025.clone() };
        here.take_in(Decisions { matches: vec![none.clone()], ..Decisions::default() });
        assert_eq!(here.matches, [decisions().matches, vec![new[1].clone(), none]].concat());
    }

    #[test]
    fn a_file_that_names_no_document_beside_a_missing_programme_is_understood() {
        let file = r#"{"format": "begrotingskijker-decisions", "version": 1, "matches": [
            {"left": {"municipality": null, "kind": "budget", "year": 2024, "number": null, "name": "Zorg"}, "right": null}]}"#;
        let left = ProgrammeName {
            municipality: None,
            kind: Some(Kind::Budget),
            year: Some(2024),
            number: None,
            name: "Zorg".to_owned(),
        };
        let matches = vec![MatchDecision { left, right: None, beside: None }];
        assert_eq!(Decisions::from_json(file), Ok(Decisions { matches, ..Decisions::default() }));
    }

    /// What people keep in files: whoever changes a name here makes those files say nothing.
    const FILE: &str = r#"{
        "format": "begrotingskijker-decisions", "version": 1,
        "marks": [
            {"text": "ab12", "finding": "total:3-9", "judgement": "explained", "note": "Zie de toelichting"},
            {"text": "ab12", "finding": "balance:1-2", "judgement": "to-mend", "note": ""}
        ],
        "matches": [
            {"left": {"municipality": "Voorbeeldstad", "kind": "annual-accounts", "year": 2024, "number": "2", "name": "Sport"},
             "right": {"municipality": "Voorbeeldstad", "kind": "annual-accounts", "year": 2025, "number": null, "name": "Bewegen"},
             "beside": null},
            {"left": {"municipality": "Voorbeeldstad", "kind": "annual-accounts", "year": 2024, "number": null, "name": "Zorg"},
             "right": null, "beside": {"municipality": "Voorbeeldstad", "kind": "annual-accounts", "year": 2025}}
        ],
        "partners": [
            {"same": ["GDZ", "Gezondheidsdienst Zilverland"]},
            {"apart": ["WBZ", "Waterbedrijf Zilverland"]}
        ],
        "inhabitants": [{"municipality": "Voorbeeldstad", "year": 2025, "count": 34000}],
        "units": [{"text": "ab12", "table": 120, "factor": 1000}]
    }"#;

    #[test]
    fn the_names_in_a_file_stay() {
        let value = |json: &str| serde_json::from_str::<serde_json::Value>(json).expect("JSON");
        assert_eq!(value(&decisions().to_json()), value(FILE));
    }

    #[test]
    fn keys_that_are_missing_or_unknown_do_no_harm() {
        let file = r#"{"version": 1, "format": "begrotingskijker-decisions", "colour": {"a": 1},
            "marks": [{"text": "a", "finding": "b", "judgement": "explained", "by": "mij"}]}"#;
        let mark =
            FindingMark { text: "a".to_owned(), finding: "b".to_owned(), judgement: Judgement::Explained, note: String::new() };
        assert_eq!(Decisions::from_json(file), Ok(Decisions { marks: vec![mark], ..Decisions::default() }));
    }

    #[test]
    fn another_file_is_not_taken_for_decisions() {
        let check = |file: &str, expected| assert_eq!(Decisions::from_json(file), Err(expected), "{file}");
        check("", NoDecisions::Broken { line: 1, column: 0 });
        check("{\n  \"format\": begroting", NoDecisions::Broken { line: 2, column: 13 });
        for other in ["{}", "[]", "12", r#"{"format": "begrotingskijker", "version": 1, "documents": []}"#] {
            check(other, NoDecisions::OtherFormat);
        }
        check(r#"{"format": "begrotingskijker-decisions"}"#, NoDecisions::OtherFormat);
        check(r#"{"format": "begrotingskijker-decisions", "version": 2}"#, NoDecisions::LaterVersion(2));
        let judged = r#"{"format": "begrotingskijker-decisions", "version": 1,
            "marks": [{"text": "a", "finding": "b", "judgement": "fine"}]}"#;
        check(judged, NoDecisions::Broken { line: 2, column: 71 });
    }

    #[test]
    fn of_two_marks_the_first_counts() {
        let mut decisions = decisions();
        decisions.marks.push(FindingMark { judgement: Judgement::ToMend, ..decisions.marks[0].clone() });
        let first = decisions.mark("ab12", "total:3-9");
        assert_eq!(first.map(|mark| mark.judgement), Some(Judgement::Explained));
        assert_eq!(Marks::of(&decisions).find("ab12", "total:3-9"), first);
    }

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
