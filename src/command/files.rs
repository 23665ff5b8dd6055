//! The files that a command is given: read, checked, and what was decided about them.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use super::{Ending, language};
use crate::{
    check::{Finding, Verdict, check},
    compare::{Comparison, compare},
    decisions::{Decisions, Judgement, Marks},
    document::Document,
    export::{
        Checked, Contents,
        json::{WithText, to_json},
    },
    import::{Text, texts},
    read::read,
    source::Source,
    wording::Language,
};

/// What every command is given.
#[derive(clap::Args)]
pub(super) struct Given {
    /// Files; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The language of the summary and of messages: nl or en.
    #[arg(long, default_value = "nl", value_parser = language)]
    pub(super) language: Language,
}

impl Given {
    /// What people decided, from a file; nothing without one.
    pub(super) fn decisions(&self, file: Option<&Path>) -> Result<Decisions, String> {
        let Some(file) = file else { return Ok(Decisions::default()) };
        let name = file.display().to_string();
        let words = fs::read_to_string(file).map_err(|error| self.language.file_unreadable(&name, &error.to_string()))?;
        Decisions::from_json(&words).map_err(|reason| self.language.no_decisions(&name, reason))
    }
}

/// A document that was read and checked.
pub(super) struct Paper {
    pub(super) source: Source,
    pub(super) document: Document,
    pub(super) findings: Vec<Finding>,
}

impl Paper {
    fn of(source: Source, decisions: &Decisions) -> Self {
        let mut document = read(&source);
        decisions.choose_units(&source.origin.text_sha256, &mut document);
        let findings = check(&document);
        Self { source, document, findings }
    }

    /// Whether something in it does not hold that nobody explained.
    fn differs(&self, marks: &Marks<'_>) -> bool {
        let mark = |finding: &Finding| marks.find(&self.source.origin.text_sha256, &finding.key(&self.document));
        let is_explained = |finding| mark(finding).is_some_and(|mark| mark.judgement == Judgement::Explained);
        self.findings.iter().any(|finding| finding.verdict == Verdict::Differs && !is_explained(finding))
    }

    /// As it is exported.
    fn checked(&self) -> Checked<'_> {
        Checked { source: &self.source, document: &self.document, findings: &self.findings }
    }
}

/// What came of the files of a command.
#[derive(Default)]
pub(super) struct Papers {
    /// What was read, in the order of the files.
    pub(super) papers: Vec<Paper>,
    /// A message for each text that was not.
    pub(super) failures: Vec<String>,
}

impl Papers {
    /// Reads and checks every text of these files, in the units that were decided on.
    pub(super) fn read(given: &Given, decisions: &Decisions) -> Self {
        let (mut all, language) = (Self::default(), given.language);
        for file in &given.files {
            let name = if is_standard_input(file) { "-".to_owned() } else { file.display().to_string() };
            match bytes_of(file) {
                Ok(bytes) => texts(&name, bytes).for_each(|text| all.add(&name, text, decisions, language)),
                Err(error) => all.failures.push(language.file_unreadable(&name, &error.to_string())),
            }
        }
        all
    }

    fn add(&mut self, name: &str, text: Text, decisions: &Decisions, language: Language) {
        match text.source {
            Ok(source) => self.papers.push(Paper::of(source, decisions)),
            Err(refusal) => {
                let name = text.entry.map_or_else(|| name.to_owned(), |entry| format!("{name}: {entry}"));
                let words = language.refusal(refusal);
                self.failures.push(format!("{name}: {} {}", words.what, words.steps.join(" ")));
            }
        }
    }

    /// As they are exported.
    pub(super) fn checked(&self) -> Vec<Checked<'_>> {
        self.papers.iter().map(Paper::checked).collect()
    }

    /// What they say beside each other.
    pub(super) fn compared(&self, decisions: &Decisions) -> Comparison {
        let documents: Vec<_> = self.papers.iter().map(|paper| (&paper.source, &paper.document)).collect();
        compare(&documents, decisions)
    }

    /// The JSON export of them, with what they say beside each other.
    pub(super) fn to_json(&self, decisions: &Decisions, comparison: &Comparison, with_text: WithText) -> String {
        let documents = self.checked();
        to_json(&Contents { documents: &documents, comparison: Some(comparison), decisions }, with_text) + "\n"
    }

    /// Whether something does not hold that nobody explained.
    pub(super) fn differ(&self, decisions: &Decisions) -> bool {
        let marks = Marks::of(decisions);
        self.papers.iter().any(|paper| paper.differs(&marks))
    }

    /// How a command ends that only prints them.
    pub(super) fn ending(&self) -> Ending {
        if self.failures.is_empty() { Ending::Well } else { Ending::NotWell }
    }
}

fn bytes_of(file: &Path) -> io::Result<Vec<u8>> {
    if is_standard_input(file) {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes)?;
        Ok(bytes)
    } else {
        fs::read(file)
    }
}

fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}
