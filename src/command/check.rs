//! `begrotingskijker check`: whether documents add up. It is made to stand in a pipeline that publishes them.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{
    Ending, Outcome,
    comparison::repeats,
    files::{Papers, decisions},
    findings::findings,
    harmless, language,
};
use crate::{
    check::Verdict,
    compare::Comparison,
    decisions::Decisions,
    export::{Contents, findings_to_csv, json::WithText},
    wording::Language,
};

#[derive(clap::Args)]
pub(super) struct CheckArguments {
    /// Files to check; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Summary)]
    format: Format,
    /// Print in the summary also what holds, what is rounding and what could not be judged.
    #[arg(long)]
    all: bool,
    /// A file of decisions: what it says is explained does not count as differing.
    #[arg(long, visible_alias = "decisions", value_name = "FILE")]
    accepted: Option<PathBuf>,
    /// The language of the summary and of messages: nl or en.
    #[arg(long, default_value = "nl", value_parser = language)]
    language: Language,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A summary for people: what does not hold, with its sum.
    Summary,
    /// The JSON export, version 1.
    Json,
    /// The findings as a table, one row each, for a spreadsheet.
    Csv,
}

pub(super) fn run(arguments: &CheckArguments) -> Outcome {
    match decisions(arguments.accepted.as_deref(), arguments.language) {
        Ok(decisions) => outcome(arguments, &decisions),
        Err(complaint) => Outcome::wrong_usage(complaint),
    }
}

fn outcome(arguments: &CheckArguments, decisions: &Decisions) -> Outcome {
    let papers = Papers::read(&arguments.files, decisions, arguments.language);
    let compared = papers.compared(decisions);
    let ending = if papers.differ(decisions) || repeats_differ(&compared) { Ending::NotWell } else { papers.ending() };
    Outcome { output: output(arguments, &papers, &compared, decisions), complaints: papers.failures, ending }
}

/// Whether a figure that two of the documents have is not the same in both.
fn repeats_differ(compared: &Comparison) -> bool {
    compared.repeats.iter().any(|repeat| repeat.verdict == Verdict::Differs)
}

fn output(arguments: &CheckArguments, papers: &Papers, compared: &Comparison, decisions: &Decisions) -> String {
    let documents = papers.checked();
    let contents = Contents { documents: &documents, comparison: None, decisions };
    match arguments.format {
        Format::Json => papers.to_json(decisions, WithText::No),
        Format::Csv => findings_to_csv(&contents),
        Format::Summary => {
            let (all, language) = (arguments.all, arguments.language);
            harmless(&(findings(&contents, all, language) + &repeats(&documents, compared, all, language)))
        }
    }
}
