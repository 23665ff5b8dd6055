//! The crates of `Cargo.lock`. Trunk works offline, so that it downloads no tools; they must be there before it starts.

use anyhow::Result;

use crate::{
    project::Project,
    step::{Step, answer},
};

/// Downloads the crates that are missing.
pub(crate) fn make_sure(project: &Project) -> Result<()> {
    if answer(&mut project.command_line("cargo fetch --quiet --offline --target wasm32-unknown-unknown")).is_some() {
        return Ok(());
    }
    let step = Step { title: "Downloading the crates of Cargo.lock (half a minute)", advice: "It needs a way to crates.io." };
    step.run(&mut project.command_line("cargo fetch --target wasm32-unknown-unknown"))
}
