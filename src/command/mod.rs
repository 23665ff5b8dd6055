//! The command: arguments to output. One file a command.
//!
//! What was found goes to standard output, what went wrong to standard error. The exit code is 0 where all is well; 1 where
//! a file could not be read (the others are printed all the same) or, of `check`, where something does not add up; and 2
//! for wrong usage.

#![allow(clippy::disallowed_methods, reason = "the command is where files, arguments and the terminal are")]

mod check;
mod compare;
mod comparison;
mod files;
mod findings;
mod pairs;
mod read;
mod summary;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::{CommandFactory, Parser, Subcommand, error::ErrorKind};

use crate::wording::Language;

const EXAMPLES: &str = "\
Examples:
  begrotingskijker read begroting-2024.txt
  begrotingskijker read --format json *.txt > facts.json
  begrotingskijker read --format csv *.txt > figures.csv
  begrotingskijker read saved-pages.zip
  begrotingskijker check jaarstukken-2024.txt
  begrotingskijker check --accepted accepted.json *.txt || echo 'Do not publish yet'
  begrotingskijker compare begroting-2024.txt jaarstukken-2024.txt
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
    Read(read::ReadArguments),
    /// Check whether documents add up, each sum laid out. Ends with 1 if anything does not that was not accepted.
    #[command(after_help = EXAMPLES)]
    Check(check::CheckArguments),
    /// Compare documents: what became of a budget, what changes, what was promised, which partners are shared.
    #[command(after_help = EXAMPLES)]
    Compare(compare::CompareArguments),
}

/// What a command comes to.
struct Outcome {
    /// For standard output.
    output: String,
    /// For standard error, a message each.
    complaints: Vec<String>,
    /// How the process ends.
    ending: Ending,
}

impl Outcome {
    /// Nothing was done, because of what is said.
    fn wrong_usage(complaint: String) -> Self {
        Self { output: String::new(), complaints: vec![complaint], ending: Ending::WrongUsage }
    }
}

/// How the process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// All is well.
    Well,
    /// A file could not be read, or something does not add up.
    NotWell,
    /// The command was not given what it needs.
    WrongUsage,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::Well => Self::SUCCESS,
            Ending::NotWell => Self::FAILURE,
            Ending::WrongUsage => Self::from(2),
        }
    }
}

/// Runs the command with the arguments of this process.
pub fn main() -> ExitCode {
    let outcome = match &Arguments::parse().command {
        Command::Read(arguments) => read::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Compare(arguments) => compare::run(arguments),
    };
    outcome.complaints.iter().for_each(|complaint| complain(complaint));
    // A reader that closes the pipe early (`| head`) has what it wanted.
    let written = io::stdout().write_all(outcome.output.as_bytes());
    let broken = written.err().filter(|error| error.kind() != io::ErrorKind::BrokenPipe);
    let Some(error) = broken else { return outcome.ending.into() };
    complain(&error.to_string());
    ExitCode::FAILURE
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "nl or en".to_owned())
}

/// Ends the process because two arguments do not go together.
fn refuse_arguments(message: &str) -> ! {
    Arguments::command().error(ErrorKind::ArgumentConflict, message).exit()
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
