//! `cargo xtask test`: every test there is, by kind, with one sum at the end.

use std::{
    fs,
    path::PathBuf,
    process::{Command, ExitCode},
};

use anyhow::{Context, Result, anyhow};
use pico_args::Arguments;
use serde_json::Value;

use super::{build::build, refuse_what_is_left};
use crate::{
    counts::Counts,
    needs::{
        Need,
        browser::{CHROMIUM_VARIABLE, find},
    },
    project::Project,
    step::Step,
};

/// One kind of tests.
struct Kind {
    name: &'static str,
    needs: &'static [Need],
    run: fn(&Project, &mut Counts) -> Result<()>,
}

const KINDS: &[Kind] = &[
    Kind { name: "native", needs: &[], run: native },
    Kind { name: "wasm in a browser", needs: &[Need::WasmTarget, Need::CargoTools, Need::Browser], run: wasm },
    Kind { name: "the release page in a browser", needs: ALL_NEEDS, run: page },
];

const ALL_NEEDS: &[Need] = &[Need::WasmTarget, Need::Crates, Need::CargoTools, Need::NpmPackages, Need::Browser];

const FAILING_TESTS: &str = "The lines above name what failed.";

/// Runs all kinds, also after one that failed, and closes with the sum.
pub(crate) fn run(project: &Project, arguments: Arguments) -> Result<ExitCode> {
    refuse_what_is_left(arguments)?;
    let unmet = unmet_needs(project);
    let outcomes: Vec<(&str, Counts)> = KINDS.iter().map(|kind| (kind.name, kind.outcome(project, &unmet))).collect();
    let sum = report(&outcomes);
    println!("{sum}");
    Ok(if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Everything is installed before the first test, so that what takes long is announced at once.
fn unmet_needs(project: &Project) -> Vec<Need> {
    ALL_NEEDS
        .iter()
        .copied()
        .filter(|need| need.make_sure(project).inspect_err(|error| eprintln!("{error:#}")).is_err())
        .collect()
}

impl Kind {
    fn outcome(&self, project: &Project, unmet: &[Need]) -> Counts {
        let mut counts = Counts::default();
        if let Err(error) = self.attempt(project, unmet, &mut counts) {
            eprintln!("\n{error:#}");
            // A step that ends badly without naming a test, such as a build, is a failure too.
            if counts.failed == 0 {
                counts += Counts::ONE_FAILURE;
            }
        }
        counts
    }

    fn attempt(&self, project: &Project, unmet: &[Need], counts: &mut Counts) -> Result<()> {
        match self.needs.iter().find(|need| unmet.contains(need)) {
            Some(_) => Err(anyhow!("Not run: {}. What it needs is missing, see the first lines.", self.name)),
            None => (self.run)(project, counts),
        }
    }
}

fn native(project: &Project, counts: &mut Counts) -> Result<()> {
    let step = Step { title: "Native tests (2 minutes the first time)", advice: FAILING_TESTS };
    let mut command = project.command_line("cargo test --workspace --all-features --no-fail-fast");
    count(&step, &mut command, counts)
}

fn wasm(project: &Project, counts: &mut Counts) -> Result<()> {
    let step = Step { title: "Tests of the wasm reader in headless Chromium (1 minute the first time)", advice: FAILING_TESTS };
    let mut command = project
        .command_line("cargo test --target wasm32-unknown-unknown --no-default-features --features reader,import --test wasm");
    command.env("CHROMEDRIVER", find(project)?.chromedriver);
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver_settings(project)?);
    count(&step, &mut command, counts)
}

fn page(project: &Project, counts: &mut Counts) -> Result<()> {
    build(project)?;
    let step = Step { title: "Tests of the release page in a real browser (2 minutes)", advice: FAILING_TESTS };
    let mut command = project.command_line("node --test --test-reporter=spec");
    command.args(browser_tests(project)?).env(CHROMIUM_VARIABLE, find(project)?.chromium);
    count(&step, &mut command, counts)
}

fn count(step: &Step, command: &mut Command, counts: &mut Counts) -> Result<()> {
    step.run_and_watch(command, |line| *counts += Counts::from_line(line))
}

/// The settings of `webdriver.json` with the browser that was found, as a file of their own.
fn webdriver_settings(project: &Project) -> Result<PathBuf> {
    let settings = fs::read_to_string(project.path("webdriver.json")).context("webdriver.json cannot be read.")?;
    let mut settings: Value = serde_json::from_str(&settings).context("webdriver.json is no JSON.")?;
    settings["goog:chromeOptions"]["binary"] = find(project)?.chromium.to_string_lossy().into();
    let file = project.path("target/webdriver.json");
    fs::write(&file, settings.to_string()).context("target/webdriver.json cannot be written.")?;
    Ok(file)
}

fn browser_tests(project: &Project) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(project.path("tests/browser")).context("tests/browser cannot be read.")?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.js"));
    files.sort();
    Ok(files)
}

/// Prints a line a kind, and gives the sum.
fn report(outcomes: &[(&str, Counts)]) -> Counts {
    println!();
    let mut sum = Counts::default();
    for (name, counts) in outcomes {
        println!("{name:<32} {counts}");
        sum += *counts;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(run: fn(&Project, &mut Counts) -> Result<()>) -> Kind {
        Kind { name: "a kind", needs: &[Need::Browser], run }
    }

    #[test]
    fn a_kind_that_cannot_run_counts_as_one_failure() {
        let outcome = kind(|_, _| Ok(())).outcome(&Project::here(), &[Need::Browser]);
        assert_eq!(outcome, Counts::ONE_FAILURE);
    }

    #[test]
    fn a_kind_that_breaks_off_counts_as_one_failure() {
        let breaks_off = kind(|_, counts| {
            counts.passed = 3;
            Err(anyhow!("it broke off"))
        });
        assert_eq!(breaks_off.outcome(&Project::here(), &[]), Counts { passed: 3, failed: 1 });
    }

    #[test]
    fn failed_tests_are_counted_once() {
        let fails = kind(|_, counts| {
            counts.failed = 2;
            Err(anyhow!("two failed"))
        });
        assert_eq!(fails.outcome(&Project::here(), &[]), Counts { passed: 0, failed: 2 });
    }

    #[test]
    fn the_sum_is_of_all_kinds() {
        let sum = report(&[("one", Counts { passed: 2, failed: 1 }), ("two", Counts { passed: 3, failed: 0 })]);
        assert_eq!(sum, Counts { passed: 5, failed: 1 });
    }
}
