//! What the commands need on a machine: each need is looked for cheaply, and installed where it is missing.

pub(crate) mod browser;
mod cargo_tools;
mod crates;
mod npm;
mod wasm_target;

use anyhow::Result;

use crate::project::Project;

/// Something that must be there before a command can work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Rust's standard library for wasm32.
    WasmTarget,
    /// The crates that the page is made of.
    Crates,
    /// Trunk and wasm-bindgen, in the project's own folder.
    CargoTools,
    /// wasm-opt, esbuild and the browser tests' libraries.
    NpmPackages,
    /// Chromium and its driver.
    Browser,
}

/// What building the page needs.
pub(crate) const FOR_A_BUILD: &[Need] = &[Need::WasmTarget, Need::Crates, Need::CargoTools];
/// What building the page for release needs.
pub(crate) const FOR_A_RELEASE: &[Need] = &[Need::WasmTarget, Need::Crates, Need::CargoTools, Need::NpmPackages];

impl Need {
    /// Looks for it, and installs it where it is missing.
    pub(crate) fn make_sure(self, project: &Project) -> Result<()> {
        match self {
            Self::WasmTarget => wasm_target::make_sure(project),
            Self::Crates => crates::make_sure(project),
            Self::CargoTools => cargo_tools::make_sure(project),
            Self::NpmPackages => npm::make_sure(project),
            Self::Browser => browser::make_sure(project),
        }
    }
}

/// Makes sure of several needs; stops at the first that cannot be met.
pub(crate) fn make_sure_of(project: &Project, needs: &[Need]) -> Result<()> {
    needs.iter().try_for_each(|need| need.make_sure(project))
}
