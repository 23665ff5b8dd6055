//! The commands, one file each, and the list of them.

mod build;
mod check;
mod score;
mod serve;
mod size;
mod test;

use std::process::ExitCode;

use anyhow::{Result, ensure};
use pico_args::Arguments;

use crate::project::Project;

/// One command of `cargo xtask`.
pub(crate) struct Command {
    /// What is typed after `cargo xtask`.
    pub(crate) name: &'static str,
    /// Its line in the help: name, options and what it does.
    pub(crate) help: &'static str,
    /// What it does.
    pub(crate) run: fn(&Project, Arguments) -> Result<ExitCode>,
}

/// All commands, in the order of the help.
pub(crate) const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        help: "serve [--port N] [--release]   builds the page, serves it on 127.0.0.1 and rebuilds it on change",
        run: serve::run,
    },
    Command {
        name: "test",
        help: "test                           runs every test: native, wasm in a browser, the release page in a browser",
        run: test::run,
    },
    Command {
        name: "build",
        help: "build                          builds the page for release into dist/, for any static file server",
        run: build::run,
    },
    Command {
        name: "check",
        help: "check                          checks format, lints (native and wasm32) and documentation",
        run: check::run,
    },
    Command {
        name: "score",
        help: "score [--set own|dev|seeds] [--wrong MEASURE]\n                                 scores the reader against its own gold and the corpus beside the project",
        run: score::run,
    },
    Command {
        name: "size",
        help: "size                           weighs dist/ and what first use of the page loads; fails over the limit",
        run: size::run,
    },
];

/// Refuses words that no command understood, so that a typing error is not passed over.
fn refuse_what_is_left(arguments: Arguments) -> Result<()> {
    let left = arguments.finish();
    ensure!(left.is_empty(), "Not understood: {}.", left.join(" ".as_ref()).to_string_lossy());
    Ok(())
}
