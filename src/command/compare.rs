//! `begrotingskijker compare`: what documents say beside each other.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{
    Ending, Outcome,
    comparison::comparison,
    files::{Papers, decisions},
    harmless, language,
};
use crate::{
    decisions::Decisions,
    export::{Contents, comparison_to_csv, json::WithText},
    wording::Language,
};

#[derive(clap::Args)]
pub(super) struct CompareArguments {
    /// Files to compare, two documents or more; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Summary)]
    format: Format,
    /// Print every line of the summary's lists, not the first ten alone.
    #[arg(long)]
    all: bool,
    /// A file of decisions: which programmes and partners are the same, how many inhabitants there are.
    #[arg(long, visible_alias = "accepted", value_name = "FILE")]
    decisions: Option<PathBuf>,
    /// The language of the summary and of messages: nl or en.
    #[arg(long, default_value = "nl", value_parser = language)]
    language: Language,
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
    match decisions(arguments.decisions.as_deref(), arguments.language) {
        Ok(decisions) => outcome(arguments, &decisions),
        Err(complaint) => Outcome::wrong_usage(complaint),
    }
}

fn outcome(arguments: &CompareArguments, decisions: &Decisions) -> Outcome {
    let papers = Papers::read(&arguments.files, decisions, arguments.language);
    let too_few = papers.papers.len() < 2;
    let output = if too_few { String::new() } else { output(arguments, &papers, decisions) };
    let ending = if too_few && papers.failures.is_empty() { Ending::WrongUsage } else { papers.ending() };
    let complaint = too_few.then(|| arguments.language.too_few_to_compare(papers.papers.len()));
    Outcome { output, complaints: papers.failures.into_iter().chain(complaint).collect(), ending }
}

fn output(arguments: &CompareArguments, papers: &Papers, decisions: &Decisions) -> String {
    if arguments.format == Format::Json {
        return papers.to_json(decisions, WithText::No);
    }
    let (documents, compared) = (papers.checked(), papers.compared(decisions));
    if arguments.format == Format::Csv {
        return comparison_to_csv(&Contents { documents: &documents, comparison: Some(&compared), decisions });
    }
    harmless(&comparison(&documents, &compared, arguments.all, arguments.language))
}
