//! `cargo xtask size`: what the files of the page weigh, and what first use of it loads.

use std::process::ExitCode;

use anyhow::Result;
use pico_args::Arguments;

use super::{build::build, refuse_what_is_left};
use crate::{
    needs::{
        FOR_A_RELEASE, Need,
        browser::{CHROMIUM_VARIABLE, find},
        make_sure_of,
    },
    project::Project,
    step::Step,
};

/// Builds for release, weighs in the browser, and fails over the limit.
pub(crate) fn run(project: &Project, arguments: Arguments) -> Result<ExitCode> {
    refuse_what_is_left(arguments)?;
    make_sure_of(project, FOR_A_RELEASE)?;
    Need::Browser.make_sure(project)?;
    build(project)?;
    let mut command = project.command_line("node tests/browser/first-use.js");
    command.env(CHROMIUM_VARIABLE, find(project)?.chromium);
    let step = Step {
        title: "Weighing dist/ and what first use loads (10 seconds)",
        advice: "Either first use weighs more than it may, or the page did not come that far; the lines above say which.",
    };
    step.run(&mut command)?;
    Ok(ExitCode::SUCCESS)
}
