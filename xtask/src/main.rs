//! The project's own commands: `cargo xtask NAME`. One file a command, in `commands`.
//!
//! Each command first makes sure of what it needs (`needs`), and says what it does and how long that usually takes
//! before it does it (`step`).

mod commands;
mod counts;
mod licences;
mod needs;
mod project;
mod step;

use std::process::ExitCode;

use anyhow::{Result, bail};
use pico_args::Arguments;

use commands::COMMANDS;
use project::Project;

fn main() -> ExitCode {
    match run(Arguments::from_env()) {
        Ok(exit_code) => exit_code,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Arguments) -> Result<ExitCode> {
    let wants_help = arguments.contains(["-h", "--help"]);
    let Some(name) = arguments.subcommand()?.filter(|name| !wants_help && name != "help") else {
        print!("{}", help());
        return Ok(ExitCode::SUCCESS);
    };
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(&Project::here(), arguments),
        None => bail!("There is no command `{name}`.\n\n{}", help()),
    }
}

fn help() -> String {
    let lines: Vec<String> = COMMANDS.iter().map(|command| format!("  cargo xtask {}", command.help)).collect();
    format!("Each command installs what it needs and says so first.\n\n{}\n", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_names_every_command() {
        for command in COMMANDS {
            assert!(help().contains(&format!("cargo xtask {}", command.name)), "{}", command.name);
        }
    }

    #[test]
    fn a_command_that_is_not_there_is_named() {
        let error = run(Arguments::from_vec(vec!["sevre".into()])).expect_err("no such command");
        assert!(error.to_string().contains("`sevre`"));
    }

    #[test]
    fn an_option_that_is_not_there_is_named() {
        let error = run(Arguments::from_vec(vec!["check".into(), "--fast".into()])).expect_err("no such option");
        assert!(error.to_string().contains("--fast"));
    }
}
