//! The npm packages of `package-lock.json`: wasm-opt and esbuild, and what drives the browser tests.

use std::{fs, path::Path, time::SystemTime};

use anyhow::{Result, bail};

use crate::{project::Project, step::Step};

/// Runs `npm ci`, unless it ran since the lock file was written.
pub(crate) fn make_sure(project: &Project) -> Result<()> {
    if project.find_program(&["node"]).is_none() || project.find_program(&["npm"]).is_none() {
        bail!("Node.js with npm is missing: install Node.js 20 or newer from nodejs.org or this machine's packages.");
    }
    if is_newer(&project.path("node_modules/.package-lock.json"), &project.path("package-lock.json")) {
        return Ok(());
    }
    let step = Step {
        title: "Installing npm packages into node_modules (10 seconds)",
        advice: "It needs a way to the npm registry; try `npm ci` by hand.",
    };
    step.run(&mut project.command_line("npm ci --no-fund --no-audit"))
}

fn is_newer(file: &Path, than: &Path) -> bool {
    matches!((modified(file), modified(than)), (Some(file), Some(than)) if file >= than)
}

fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|metadata| metadata.modified()).ok()
}
