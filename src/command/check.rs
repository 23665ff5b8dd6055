//! `begrotingskijker check`: whether documents add up. It is made to stand in a pipeline that publishes them.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{
    Ending, Outcome,
    comparison::repeats,
    files::{Given, Papers},
    findings::findings,
    harmless,
};
use crate::{
    check::Verdict,
    compare::Comparison,
    decisions::Decisions,
    export::{Contents, findings_to_csv, json::WithText},
};

#[derive(clap::Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    given: Given,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Summary)]
    format: Format,
    /// Print in the summary also what holds, what is rounding and what could not be judged.
    #[arg(long)]
    all: bool,
    /// A file of decisions: what it says is explained does not count as differing.
    #[arg(long, visible_alias = "decisions", value_name = "FILE")]
    accepted: Option<PathBuf>,
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
    match arguments.given.decisions(arguments.accepted.as_deref()) {
        Ok(decisions) => outcome(arguments, &decisions),
        Err(complaint) => Outcome::wrong_usage(complaint),
    }
}

fn outcome(arguments: &CheckArguments, decisions: &Decisions) -> Outcome {
    let papers = Papers::read(&arguments.given, decisions);
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
        Format::Json => papers.to_json(decisions, compared, WithText::No),
        Format::Csv => findings_to_csv(&contents),
        Format::Summary => {
            let (all, language) = (arguments.all, arguments.given.language);
            harmless(&(findings(&contents, all, language) + &repeats(&documents, compared, all, language)))
        }
    }
}
