//! Trunk and wasm-bindgen at the versions of this project, in its git-ignored folder `.tools`.

use std::{fs, process::Command};

use anyhow::{Context, Result};

use crate::{
    project::Project,
    step::{Step, announce, answer},
};

const TRUNK_VERSION: &str = "0.21.14";

/// Tools are built for their own speed of building: none of them works long.
const FAST_TO_BUILD: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// Installs both tools where they are missing or of another version.
pub(crate) fn make_sure(project: &Project) -> Result<()> {
    wasm_bindgen(project)?.make_sure(project)?;
    trunk().make_sure(project)
}

struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    features: &'static [&'static str],
    usually: &'static str,
}

fn trunk() -> Tool {
    Tool {
        package: "trunk",
        program: "trunk",
        version: TRUNK_VERSION.to_owned(),
        features: &["--no-default-features", "--features", "rustls"],
        usually: "4 to 9 minutes on two cores",
    }
}

fn wasm_bindgen(project: &Project) -> Result<Tool> {
    let lock = fs::read_to_string(project.path("Cargo.lock")).context("Cargo.lock cannot be read.")?;
    let version = locked_version(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen.")?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        features: &[],
        usually: "2 to 3 minutes on two cores",
    })
}

impl Tool {
    fn make_sure(&self, project: &Project) -> Result<()> {
        if self.is_installed(project) || self.download(project) || self.build(project, &["--locked"]).is_ok() {
            return Ok(());
        }
        announce("That did not work with the tool's own lock file; once more without it");
        self.build(project, &[])
    }

    fn is_installed(&self, project: &Project) -> bool {
        let program = project.path(".tools/bin").join(self.program);
        let version = answer(Command::new(program).arg("--version"));
        version.is_some_and(|version| version.split_whitespace().nth(1) == Some(&self.version))
    }

    /// Takes the tool ready-made, where `cargo binstall` is there and its download works.
    fn download(&self, project: &Project) -> bool {
        if project.find_program(&["cargo-binstall"]).is_none() {
            return false;
        }
        let title = format!("Downloading {} {} into .tools (seconds)", self.package, self.version);
        let step = Step { title: &title, advice: "It will be built instead." };
        let mut command = project.command_line("cargo binstall --no-confirm --disable-strategies compile --root .tools");
        let outcome = step.run(command.arg(format!("{}@{}", self.package, self.version)));
        outcome.inspect_err(|error| eprintln!("{error}")).is_ok() && self.is_installed(project)
    }

    fn build(&self, project: &Project, locked: &[&str]) -> Result<()> {
        let title = format!("Building {} {} into .tools ({})", self.package, self.version, self.usually);
        let advice = "Building it needs a C linker and a way to crates.io; the lines above say what is missing.";
        let mut command = project.command_line("cargo install --quiet --force --root .tools");
        command.args(locked).args(self.features).args(["--version", &self.version, self.package]);
        command.envs(FAST_TO_BUILD.iter().copied());
        Step { title: &title, advice }.run(&mut command)
    }
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    entry.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_packages_own() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
