//! `cargo xtask score`: how much the reader reads right, of the project's own gold and of the corpus beside the project.

use std::process::ExitCode;

use anyhow::{Context, Result};
use pico_args::Arguments;

use super::refuse_what_is_left;
use crate::{project::Project, step::Step};

/// The sets, and the test that scores each.
const SETS: [(&str, &str); 3] =
    [("own", "the_own_gold_is_read_right"), ("dev", "the_texts_of_dev_are_read_right"), ("seeds", "the_seeds_are_read_right")];
/// What the names of these tests have in common.
const EVERY_SET: &str = "read_right";

/// Prints the tables of all sets or of one, and with `--wrong` what is missed and invented in one measure.
pub(crate) fn run(project: &Project, mut arguments: Arguments) -> Result<ExitCode> {
    let set: Option<String> = arguments.opt_value_from_str("--set")?;
    let wrong: Option<String> = arguments.opt_value_from_str("--wrong")?;
    refuse_what_is_left(arguments)?;
    let test = set.as_deref().map_or(Ok(EVERY_SET), test_of)?;
    let mut command = project.command_line("cargo test --test gold --test corpus --no-fail-fast");
    command.args([test, "--", "--nocapture", "--test-threads", "1"]).env("RUST_BACKTRACE", "0");
    command.envs(wrong.map(|measure| ("WRONG", measure)));
    let step = Step { title: "Scoring the reader (seconds)", advice: "The lines above say which measure is below its bound." };
    step.run(&mut command)?;
    Ok(ExitCode::SUCCESS)
}

fn test_of(set: &str) -> Result<&'static str> {
    let test = SETS.iter().find(|(name, _)| *name == set).map(|(_, test)| *test);
    test.with_context(|| format!("There is no set `{set}`: the sets are {}.", SETS.map(|(name, _)| name).join(", ")))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn every_set_has_a_test() {
        let read = |path| fs::read_to_string(Project::here().path(path)).expect("the tests that score");
        let tests = read("tests/gold.rs") + &read("tests/corpus.rs");
        for (set, test) in SETS {
            assert!(tests.contains(&format!("fn {test}()")) && test.ends_with(EVERY_SET), "{set}: {test}");
        }
    }

    #[test]
    fn an_unknown_set_is_refused_with_the_known_ones() {
        let error = test_of("sees").expect_err("there is none").to_string();
        assert!(error.contains("`sees`") && error.contains("own, dev, seeds"), "{error}");
    }
}
