//! The command: arguments to output.
//!
//! What was read goes to standard output, what went wrong to standard error. The exit code is 0, or 1 where a file could
//! not be read (the others are printed all the same), or 2 for wrong usage.

#![allow(clippy::disallowed_methods, reason = "the command is where files, arguments and the terminal are")]

mod summary;

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{CommandFactory, Parser, Subcommand, ValueEnum, error::ErrorKind};

use crate::{
    document::Document,
    export::{
        json::{WithText, to_json},
        to_csv,
    },
    import::{Text, texts},
    read::read,
    source::Source,
    wording::Language,
};

const EXAMPLES: &str = "\
Examples:
  begrotingskijker read begroting-2024.txt
  begrotingskijker read --format json *.txt > facts.json
  begrotingskijker read --format csv *.txt > figures.csv
  begrotingskijker read saved-pages.zip
  pdftotext -layout begroting.pdf - | begrotingskijker read -";

/// Reads the documents of a Dutch municipality's budget cycle and says what they hold.
#[derive(Parser)]
#[command(name = "begrotingskijker", version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read exported texts, saved web pages, CSV tables, or a ZIP of them: programmes, goals, partners, money and percentages.
    #[command(after_help = EXAMPLES)]
    Read(ReadArguments),
}

#[derive(clap::Args)]
struct ReadArguments {
    /// Files to read; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Summary)]
    format: Format,
    /// Put the decoded text itself into the JSON, as `source.text`.
    #[arg(long)]
    with_text: bool,
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
    /// The figures as a table, one row each, for a spreadsheet.
    Csv,
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "nl or en".to_owned())
}

/// Runs the command with the arguments of this process.
pub fn main() -> ExitCode {
    let Command::Read(arguments) = Arguments::parse().command;
    if arguments.with_text && arguments.format != Format::Json {
        let message = "--with-text goes with --format json";
        Arguments::command().error(ErrorKind::ArgumentConflict, message).exit();
    }
    let (documents, failures) = read_all(&arguments);
    for failure in &failures {
        complain(failure);
    }
    let output = match arguments.format {
        Format::Json => {
            let with_text = if arguments.with_text { WithText::Yes } else { WithText::No };
            to_json(&documents, with_text) + "\n"
        }
        Format::Csv => to_csv(&documents),
        Format::Summary => {
            let summaries = documents.iter().map(|(source, document)| summary::summary(source, document, arguments.language));
            harmless(&summaries.collect::<String>())
        }
    };
    // A reader that closes the pipe early (`| head`) has what it wanted.
    let written = io::stdout().write_all(output.as_bytes());
    let broken = written.err().filter(|error| error.kind() != io::ErrorKind::BrokenPipe);
    if let Some(error) = &broken {
        complain(&error.to_string());
    }
    if failures.is_empty() && broken.is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Says what went wrong. Where nobody can listen, nothing more can be done.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "{}", harmless(message));
}

/// Words for a terminal: what a text holds of control characters, which could repaint it, becomes a visible sign.
fn harmless(words: &str) -> String {
    let is_harmful = |character: char| {
        (character.is_control() && character != '\n') || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    words.chars().map(|character| if is_harmful(character) { '\u{fffd}' } else { character }).collect()
}

/// What was read, in the order of the files, and a message for each text that was not.
fn read_all(arguments: &ReadArguments) -> (Vec<(Source, Document)>, Vec<String>) {
    let (mut documents, mut failures) = (Vec::new(), Vec::new());
    for file in &arguments.files {
        let name = if is_standard_input(file) { "-".to_owned() } else { file.display().to_string() };
        match bytes_of(file) {
            Ok(bytes) => texts(&name, bytes).for_each(|text| match read_text(&name, text, arguments.language) {
                Ok(read) => documents.push(read),
                Err(message) => failures.push(message),
            }),
            Err(error) => failures.push(arguments.language.file_unreadable(&name, &error.to_string())),
        }
    }
    (documents, failures)
}

fn read_text(name: &str, text: Text, language: Language) -> Result<(Source, Document), String> {
    let name = text.entry.map_or_else(|| name.to_owned(), |entry| format!("{name}: {entry}"));
    let source = text.source.map_err(|refusal| {
        let words = language.refusal(refusal);
        format!("{name}: {} {}", words.what, words.steps.join(" "))
    })?;
    let document = read(&source);
    Ok((source, document))
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
