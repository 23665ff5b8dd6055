//! `LICENSES.txt`: what the wasm modules are made of, and under which licences.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::PathBuf,
};

use anyhow::{Context, Result};
use cargo_metadata::{CargoOpt, DependencyKind, Metadata, MetadataCommand, Node, Package, PackageId, TargetKind};

use crate::project::Project;

const MODULE_FEATURES: &[&str] = &["page", "reader", "import", "compare"];
const WASM_ONLY: &str = "--filter-platform=wasm32-unknown-unknown";
const BEGINNINGS_OF_LICENCE_FILES: &[&str] = &["license", "licence", "copying", "copyright", "notice", "unlicense"];

/// The text of the file.
pub(crate) fn of_the_page(project: &Project) -> Result<String> {
    let metadata = metadata(project)?;
    let packages = linked_packages(&metadata);
    let mut text = opening(&metadata);
    for package in &packages {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", line(package));
    }
    for (licence, names) in texts(&packages) {
        let _ = write!(text, "\n{}\n{}\n\n{licence}\n", "-".repeat(80), names.join(", "));
    }
    Ok(text)
}

fn metadata(project: &Project) -> Result<Metadata> {
    MetadataCommand::new()
        .current_dir(project.path("."))
        .features(CargoOpt::NoDefaultFeatures)
        .features(CargoOpt::SomeFeatures(MODULE_FEATURES.iter().map(|&feature| feature.to_owned()).collect()))
        .other_options(vec![WASM_ONLY.to_owned(), "--locked".to_owned()])
        .exec()
        .context("cargo cannot tell what the page is made of.")
}

fn opening(metadata: &Metadata) -> String {
    let own = metadata.root_package();
    let licence = own.and_then(|package| package.license.as_deref()).unwrap_or("unknown");
    format!(
        "Begrotingskijker is distributed under {licence}.\n\n\
         Its WebAssembly modules contain Rust's standard library (MIT OR Apache-2.0,\n\
         https://github.com/rust-lang/rust) and these packages; their licence texts follow.\n\n"
    )
}

/// The packages whose code ends up in a module: neither tests, nor what only works while compiling.
fn linked_packages(metadata: &Metadata) -> Vec<&Package> {
    let mut linked = BTreeSet::new();
    let mut to_visit: Vec<&PackageId> = metadata.root_package().map(|package| &package.id).into_iter().collect();
    while let Some(id) = to_visit.pop() {
        if linked.insert(id) {
            to_visit.extend(linked_dependencies(metadata, id));
        }
    }
    let mut packages: Vec<&Package> =
        metadata.packages.iter().filter(|package| package.source.is_some() && linked.contains(&package.id)).collect();
    packages.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    packages
}

fn linked_dependencies<'a>(metadata: &'a Metadata, id: &PackageId) -> Vec<&'a PackageId> {
    let nodes = metadata.resolve.as_ref().map(|resolve| resolve.nodes.as_slice()).unwrap_or_default();
    let node: Option<&Node> = nodes.iter().find(|node| node.id == *id);
    let dependencies = node.map(|node| node.deps.as_slice()).unwrap_or_default();
    dependencies
        .iter()
        .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal))
        .map(|dependency| &dependency.pkg)
        .filter(|package| !works_while_compiling(&metadata[package]))
        .collect()
}

fn works_while_compiling(package: &Package) -> bool {
    package.targets.iter().any(|target| target.kind.contains(&TargetKind::ProcMacro))
}

fn line(package: &Package) -> String {
    let licence = package.license.as_deref().unwrap_or("see its text below");
    let repository = package.repository.as_deref().unwrap_or("no repository named");
    format!("{} {}: {licence}, {repository}", package.name, package.version)
}

/// Each licence text once, with the packages that carry it.
fn texts(packages: &[&Package]) -> BTreeMap<String, Vec<String>> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages {
        for text in licence_files(package).into_iter().filter_map(|file| fs::read_to_string(file).ok()) {
            texts.entry(normalized(&text)).or_default().push(format!("{} {}", package.name, package.version));
        }
    }
    texts
}

fn licence_files(package: &Package) -> Vec<PathBuf> {
    let folder = package.manifest_path.parent().map(|folder| folder.as_std_path().to_owned());
    let entries = folder.and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.is_file() && is_licence_name(&file.file_name().unwrap_or_default().to_string_lossy()));
    files.sort();
    files
}

fn is_licence_name(name: &str) -> bool {
    let name = name.to_lowercase();
    BEGINNINGS_OF_LICENCE_FILES.iter().any(|beginning| name.starts_with(beginning))
}

/// Without what differs between copies of the same text: line ends and space at the ends.
fn normalized(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_names_what_is_linked_and_nothing_else() {
        let text = of_the_page(&Project::here()).expect("the licences");
        assert!(text.starts_with("Begrotingskijker is distributed under EUPL-1.2."));
        assert!(text.contains("\nyew 0.23"), "linked into the page");
        assert!(text.contains("\nhtml5ever 0."), "linked into the importer");
        assert!(text.contains("Permission is hereby granted"), "a licence's text");
        for not_linked in ["\nproptest ", "\nclap ", "\nyew-macro ", "\nsyn ", "\nxtask ", "\nbegrotingskijker "] {
            assert!(!text.contains(not_linked), "{not_linked}");
        }
    }

    #[test]
    fn copies_of_a_text_are_one_text() {
        assert_eq!(normalized("\r\nMIT  \r\n\r\nfree\r\n"), normalized("MIT\n\nfree"));
    }

    #[test]
    fn licence_files_are_known_by_name() {
        for name in ["LICENSE", "LICENSE-MIT", "license-apache.txt", "COPYING", "NOTICE", "UNLICENSE"] {
            assert!(is_licence_name(name), "{name}");
        }
        assert!(!is_licence_name("README.md"));
    }
}
