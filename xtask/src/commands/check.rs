//! `cargo xtask check`: format, lints for the machine and for wasm32, documentation.

use std::process::ExitCode;

use anyhow::Result;
use pico_args::Arguments;

use super::refuse_what_is_left;
use crate::{
    needs::{Need, make_sure_of},
    project::Project,
    step::Step,
};

/// What is checked: title, command, advice.
const CHECKS: &[(&str, &str, &str)] = &[
    ("Checking the format (seconds)", "cargo fmt --all --check", "`cargo fmt --all` puts it right."),
    (
        "Linting everything for this machine (1 minute the first time)",
        "cargo clippy --workspace --all-targets --all-features -- -D warnings",
        CLIPPY_ADVICE,
    ),
    (
        "Linting the page for wasm32 (1 minute the first time)",
        "cargo clippy --target wasm32-unknown-unknown --no-default-features --features page --lib --bin page -- -D warnings",
        CLIPPY_ADVICE,
    ),
    (
        "Linting the reader for wasm32 (1 minute the first time)",
        "cargo clippy --target wasm32-unknown-unknown --no-default-features --features reader --lib --bin reader -- -D warnings",
        CLIPPY_ADVICE,
    ),
    (
        "Linting the importer for wasm32 (1 minute the first time)",
        "cargo clippy --target wasm32-unknown-unknown --no-default-features --features import --lib --bin import \
         --test wasm -- -D warnings",
        CLIPPY_ADVICE,
    ),
    (
        "Linting what compares for wasm32 (1 minute the first time)",
        "cargo clippy --target wasm32-unknown-unknown --no-default-features --features compare --lib --bin compare -- -D warnings",
        CLIPPY_ADVICE,
    ),
    (
        "Building the documentation (1 minute the first time)",
        "cargo doc --workspace --no-deps --all-features --document-private-items",
        "The lines above name the comment.",
    ),
];

const CLIPPY_ADVICE: &str =
    "The lines above name the place and the rule; if cargo knows no clippy, `rustup component add clippy`.";

/// Runs the checks until one fails.
pub(crate) fn run(project: &Project, arguments: Arguments) -> Result<ExitCode> {
    refuse_what_is_left(arguments)?;
    make_sure_of(project, &[Need::WasmTarget])?;
    for (title, words, advice) in CHECKS {
        let mut command = project.command_line(words);
        // The documentation is for those who work on the project: it may link to what is private.
        command.env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private-intra-doc-links");
        Step { title, advice }.run(&mut command)?;
    }
    println!("All {} checks hold.", CHECKS.len());
    Ok(ExitCode::SUCCESS)
}
