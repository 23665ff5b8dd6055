//! What people decided about what was read: the one part of a workspace that no reader can work out again.
//!
//! Plain data that can be written to a file and read back, by the page and by the command alike. Texts are named by the
//! SHA-256 of their words, findings by their key, so that a decision is found again when the same text is read again, and
//! says nothing about another one.

use serde::{Deserialize, Serialize};

use crate::document::Kind;

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

/// The unit of a table that was doubted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitDecision {
    /// The SHA-256 of the text.
    pub text: String,
    /// Where the table begins, in bytes.
    pub table: u32,
    /// Euros for each 1 printed.
    pub factor: u32,
}

impl Decisions {
    /// What a person made of a finding.
    pub fn mark(&self, text: &str, finding: &str) -> Option<&FindingMark> {
        self.marks.iter().find(|mark| mark.text == text && mark.finding == finding)
    }
}
