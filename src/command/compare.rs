//! `begrotingskijker compare`: what documents say beside each other.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{
    Ending, Outcome,
    comparison::comparison,
    files::{Given, Papers},
    harmless,
};
use crate::{
    decisions::Decisions,
    export::{Contents, comparison_to_csv, json::WithText},
};

#[derive(clap::Args)]
pub(super) struct CompareArguments {
    #[command(flatten)]
    given: Given,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Summary)]
    format: Format,
    /// Print every line of the summary's lists, not the first ten alone.
    #[arg(long)]
    all: bool,
    /// A file of decisions: which programmes and partners are the same, how many inhabitants there are.
    #[arg(long, visible_alias = "accepted", value_name = "FILE")]
    decisions: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A summary for people.
    Summary,
    /// The JSON export, version 1.
    Json,
    /// The amounts that two documents have, as a table for a spreadsheet.
    Csv,
}

pub(super) fn run(arguments: &CompareArguments) -> Outcome {
    match arguments.given.decisions(arguments.decisions.as_deref()) {
        Ok(decisions) => outcome(arguments, &decisions),
        Err(complaint) => Outcome::wrong_usage(complaint),
    }
}

fn outcome(arguments: &CompareArguments, decisions: &Decisions) -> Outcome {
    let papers = Papers::read(&arguments.given, decisions);
    let too_few = papers.papers.len() < 2;
    let output = if too_few { String::new() } else { output(arguments, &papers, decisions) };
    let ending = if too_few && papers.failures.is_empty() { Ending::WrongUsage } else { papers.ending() };
    let complaint = too_few.then(|| arguments.given.language.too_few_to_compare(papers.papers.len()));
    Outcome { output, complaints: papers.failures.into_iter().chain(complaint).collect(), ending }
}

fn output(arguments: &CompareArguments, papers: &Papers, decisions: &Decisions) -> String {
    let (documents, compared) = (papers.checked(), papers.compared(decisions));
    match arguments.format {
        Format::Json => papers.to_json(decisions, &compared, WithText::No),
        Format::Csv => comparison_to_csv(&Contents { documents: &documents, comparison: Some(&compared), decisions }),
        Format::Summary => harmless(&comparison(&documents, &compared, arguments.all, arguments.given.language)),
    }
}
