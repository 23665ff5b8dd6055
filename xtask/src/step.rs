//! Steps: a child process with a title, an announcement before and a clear word after a failure.

use std::{
    io::{BufRead, BufReader},
    process::{Command, ExitStatus, Stdio},
};

use anyhow::{Context, Result, bail};

/// Says on the terminal what begins now.
pub(crate) fn announce(title: &str) {
    eprintln!("▸ {title}");
}

/// One step of a command.
pub(crate) struct Step<'a> {
    /// What it does and how long that usually takes.
    pub(crate) title: &'a str,
    /// What to do when it fails.
    pub(crate) advice: &'a str,
}

impl Step<'_> {
    /// Announces and runs a child process, which writes to this terminal.
    pub(crate) fn run(&self, command: &mut Command) -> Result<()> {
        announce(self.title);
        let status = command.status().with_context(|| self.not_started(command))?;
        self.judge(command, status)
    }

    /// Announces and runs a child process, and hands each line of its output on after it was printed.
    pub(crate) fn run_and_watch(&self, command: &mut Command, mut watch: impl FnMut(&str)) -> Result<()> {
        announce(self.title);
        let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| self.not_started(command))?;
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).split(b'\n') {
                let line = line.context("The output of a step cannot be read.")?;
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                watch(&line);
            }
        }
        let status = child.wait()?;
        self.judge(command, status)
    }

    fn judge(&self, command: &Command, status: ExitStatus) -> Result<()> {
        if status.success() {
            return Ok(());
        }
        bail!("Failed: {}\n  {} ended with {status}.\n  {}", self.title, words(command), self.advice)
    }

    fn not_started(&self, command: &Command) -> String {
        format!("Failed: {}\n  {} did not start. {}", self.title, words(command), self.advice)
    }
}

/// What a quick child process writes to its standard output; nothing where it does not start or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn words(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    format!("`{}`", words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: Step = Step { title: "Trying something", advice: "Try something else." };

    #[test]
    fn a_failing_step_says_which_and_what_to_do() {
        let error = STEP.run(Command::new("sh").args(["-c", "exit 3"])).expect_err("it fails").to_string();
        for part in ["Trying something", "`sh -c exit 3`", "3", "Try something else."] {
            assert!(error.contains(part), "{part} in {error}");
        }
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = STEP.run(&mut Command::new("no-such-program")).expect_err("it does not start").to_string();
        assert!(error.contains("`no-such-program` did not start"), "{error}");
    }

    #[test]
    fn watched_lines_arrive_in_order() {
        let mut seen = Vec::new();
        let outcome = STEP.run_and_watch(Command::new("printf").arg("one\\ntwo\\n"), |line| seen.push(line.to_owned()));
        assert!(outcome.is_ok());
        assert_eq!(seen, ["one", "two"]);
    }

    #[test]
    fn only_a_program_that_succeeds_answers() {
        assert_eq!(answer(Command::new("echo").arg("1.2.3")), Some("1.2.3".to_owned()));
        assert_eq!(answer(&mut Command::new("false")), None);
        assert_eq!(answer(&mut Command::new("no-such-program")), None);
    }
}
