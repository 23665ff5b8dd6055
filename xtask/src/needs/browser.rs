//! Chromium and its driver: named by a variable, found on the search path, or installed from Debian's packages.

use std::{env, fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    project::Project,
    step::{Step, answer},
};

/// The variable that names a browser; the browser tests read it too.
pub(crate) const CHROMIUM_VARIABLE: &str = "BEGROTINGSKIJKER_CHROMIUM";
const CHROMEDRIVER_VARIABLE: &str = "BEGROTINGSKIJKER_CHROMEDRIVER";

const CHROMIUM_NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const CHROMEDRIVER_NAMES: &[&str] = &["chromedriver"];

/// A browser and the program that drives it.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

/// Finds the browser, and installs it where that is possible.
pub(crate) fn make_sure(project: &Project) -> Result<()> {
    if find(project).is_ok() {
        return Ok(());
    }
    match administrator(project) {
        Some(prefix) if is_debian() => install(project, prefix),
        _ => find(project).map(drop),
    }
}

/// The browser that is there.
pub(crate) fn find(project: &Project) -> Result<Browser> {
    Ok(Browser {
        chromium: program(project, CHROMIUM_VARIABLE, CHROMIUM_NAMES)?,
        chromedriver: program(project, CHROMEDRIVER_VARIABLE, CHROMEDRIVER_NAMES)?,
    })
}

fn program(project: &Project, variable: &str, names: &[&str]) -> Result<PathBuf> {
    if let Some(named) = env::var_os(variable).map(PathBuf::from) {
        return if named.is_file() { Ok(named) } else { bail!("{variable} names {}, which is no file.", named.display()) };
    }
    let name = names.first().copied().unwrap_or_default();
    project.find_program(names).with_context(|| {
        format!(
            "There is no {name} here: install Chromium and ChromeDriver of one version (Debian: `apt-get install \
             chromium chromium-driver`), or name them in {CHROMIUM_VARIABLE} and {CHROMEDRIVER_VARIABLE}."
        )
    })
}

fn install(project: &Project, prefix: &[&str]) -> Result<()> {
    let advice = "Install Debian's packages chromium and chromium-driver by hand.";
    let lists = Step { title: "Bringing Debian's package lists up to date (10 seconds)", advice };
    lists.run(&mut with_prefix(project, prefix, "apt-get update"))?;
    let title = "Installing Debian's packages chromium and chromium-driver on this machine (1 minute)";
    let packages = "apt-get install --yes --no-install-recommends chromium chromium-driver";
    Step { title, advice }.run(&mut with_prefix(project, prefix, packages))
}

fn with_prefix(project: &Project, prefix: &[&str], words: &str) -> Command {
    let line = prefix.iter().copied().chain(words.split_whitespace()).collect::<Vec<_>>().join(" ");
    let mut command = project.command_line(&line);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// What to put before a command to run it as administrator without being asked for a password.
fn administrator(project: &Project) -> Option<&'static [&'static str]> {
    if answer(&mut project.command_line("id -u"))? == "0" {
        return Some(&[]);
    }
    answer(&mut project.command_line("sudo --non-interactive true")).map(|_| &["sudo", "--non-interactive"][..])
}

fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian")
}
