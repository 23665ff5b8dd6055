//! `cargo xtask build`: the page for release, into `dist/`.
//!
//! All addresses in it are relative: the folder works from any path of any static file server. The loader is named
//! with a version, a hash of everything in the folder, so that no browser mixes the files of two versions.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, ensure};
use pico_args::Arguments;
use sha2::{Digest, Sha256};

use super::refuse_what_is_left;
use crate::{
    licences,
    needs::{FOR_A_RELEASE, make_sure_of},
    project::Project,
    step::Step,
};

const UNSTAMPED: &str = "?v=dev";
const VERSION_BYTES: usize = 6;

/// Builds, and says where the page is.
pub(crate) fn run(project: &Project, arguments: Arguments) -> Result<ExitCode> {
    refuse_what_is_left(arguments)?;
    make_sure_of(project, FOR_A_RELEASE)?;
    build(project)?;
    println!("The page is in dist/.");
    Ok(ExitCode::SUCCESS)
}

/// Builds with what is there: Trunk, then esbuild, then the licences, then the version.
pub(crate) fn build(project: &Project) -> Result<()> {
    let step = Step {
        title: "Building the page for release into dist/ (4 minutes the first time, half a minute after that)",
        advice: "Trunk's lines above say why.",
    };
    step.run(&mut project.command_line("trunk build --release --offline --skip-version-check --dist dist"))?;
    let folder = project.path("dist");
    shrink(project, &folder)?;
    fs::write(folder.join("LICENSES.txt"), licences::of_the_page(project)?).context("LICENSES.txt cannot be written.")?;
    stamp(&folder)
}

/// Takes from scripts and style sheets what only people read.
fn shrink(project: &Project, folder: &Path) -> Result<()> {
    let files = files_below(folder)?;
    let is_for_people = |file: &&PathBuf| file.extension().is_some_and(|ending| ending == "js" || ending == "css");
    let step = Step {
        title: "Shrinking the scripts and style sheets in dist/ (a second)",
        advice: "esbuild's lines above say which file it could not read.",
    };
    let mut command =
        project.command_line("esbuild --minify --charset=utf8 --target=es2022 --log-level=warning --allow-overwrite");
    command.arg("--outdir=dist").arg("--outbase=dist").args(files.iter().filter(is_for_people));
    step.run(&mut command)
}

/// Puts the version into the page.
fn stamp(folder: &Path) -> Result<()> {
    let page = folder.join("index.html");
    let unstamped = fs::read_to_string(&page).context("dist/index.html cannot be read.")?;
    ensure!(unstamped.contains(UNSTAMPED), "index.html names no loader with `{UNSTAMPED}`: there is nothing to stamp.");
    let version = version(folder)?;
    fs::write(&page, unstamped.replace(UNSTAMPED, &format!("?v={version}"))).context("dist/index.html cannot be written.")
}

/// A short hash of every file's name and content.
fn version(folder: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for file in files_below(folder)? {
        let name = file.strip_prefix(folder)?.to_string_lossy().into_owned();
        hash.update(Sha256::digest(name.as_bytes()));
        hash.update(Sha256::digest(fs::read(&file)?));
    }
    Ok(hash.finalize().iter().take(VERSION_BYTES).fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// Every file of a folder and the folders in it, in order of name.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files.extend(files_below(&path)?) } else { files.push(path) }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, page: &str, worker: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/xtask-tests").join(name);
        fs::create_dir_all(folder.join("samples")).expect("a folder for the test");
        fs::write(folder.join("index.html"), page).expect("a page");
        fs::write(folder.join("samples/worker.js"), worker).expect("a worker");
        folder
    }

    #[test]
    fn every_name_of_the_loader_gets_the_version() {
        let folder = folder("stamped", "<a href=\"a.js?v=dev\"><b src=\"a.js?v=dev\">", "1");
        let version = version(&folder).expect("a version");
        stamp(&folder).expect("a page to stamp");
        let page = fs::read_to_string(folder.join("index.html")).expect("the page");
        assert_eq!(page, format!("<a href=\"a.js?v={version}\"><b src=\"a.js?v={version}\">"));
    }

    #[test]
    fn a_page_without_a_loader_is_an_error() {
        assert!(stamp(&folder("unstamped", "<p>", "1")).is_err());
    }

    #[test]
    fn a_change_in_any_file_changes_the_version() {
        let one = version(&folder("one", "?v=dev", "1")).expect("a version");
        let same = version(&folder("same", "?v=dev", "1")).expect("a version");
        let other = version(&folder("other", "?v=dev", "2")).expect("a version");
        assert_eq!(one, same);
        assert_ne!(one, other);
        assert_eq!(one.len(), 2 * VERSION_BYTES);
    }
}
