//! Rust's standard library for wasm32.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{
    project::Project,
    step::{Step, answer},
};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target with rustup where it is missing.
pub(crate) fn make_sure(project: &Project) -> Result<()> {
    if is_installed(project) {
        return Ok(());
    }
    if project.find_program(&["rustup"]).is_none() {
        bail!("Rust cannot build for {TARGET} here: install that target the way this machine's Rust was installed.");
    }
    let step = Step {
        title: "Adding Rust's target wasm32-unknown-unknown to this machine with rustup (seconds)",
        advice: "Try `rustup target add wasm32-unknown-unknown` by hand.",
    };
    step.run(&mut project.command_line("rustup target add wasm32-unknown-unknown"))
}

fn is_installed(project: &Project) -> bool {
    let folder = answer(&mut project.command_line("rustc --print target-libdir --target wasm32-unknown-unknown"));
    folder.is_some_and(|folder| Path::new(&folder).is_dir())
}
