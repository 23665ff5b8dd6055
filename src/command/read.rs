//! `begrotingskijker read`: what documents say.

use clap::ValueEnum;

use super::{
    Outcome,
    files::{Given, Papers},
    harmless, refuse_arguments,
    summary::summary,
};
use crate::{
    decisions::Decisions,
    export::{Contents, figures_to_csv, json::WithText},
};

#[derive(clap::Args)]
pub(super) struct ReadArguments {
    #[command(flatten)]
    given: Given,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Summary)]
    format: Format,
    /// Put the decoded text itself into the JSON, as `source.text`.
    #[arg(long)]
    with_text: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A summary for people.
    Summary,
    /// The JSON export, version 1.
    Json,
    /// The figures as a table, one row each, for a spreadsheet.
    Csv,
}

pub(super) fn run(arguments: &ReadArguments) -> Outcome {
    if arguments.with_text && arguments.format != Format::Json {
        refuse_arguments("--with-text goes with --format json");
    }
    let papers = Papers::read(&arguments.given, &Decisions::default());
    let (output, ending) = (output(&papers, arguments), papers.ending());
    Outcome { output, complaints: papers.failures, ending }
}

fn output(papers: &Papers, arguments: &ReadArguments) -> String {
    let (documents, decisions) = (papers.checked(), Decisions::default());
    let contents = Contents { documents: &documents, comparison: None, decisions: &decisions };
    match arguments.format {
        Format::Json => {
            let with_text = if arguments.with_text { WithText::Yes } else { WithText::No };
            papers.to_json(&decisions, &papers.compared(&decisions), with_text)
        }
        Format::Csv => figures_to_csv(&contents),
        Format::Summary => {
            let summaries = papers.papers.iter().map(|paper| summary(&paper.source, &paper.document, arguments.given.language));
            harmless(&summaries.collect::<String>())
        }
    }
}
