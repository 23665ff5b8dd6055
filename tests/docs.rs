//! What the documentation lists is what there is: rooms, problem codes, samples, commands.

#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::panic, reason = "tests of the project's own files")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use begrotingskijker::{
    document::{Code, Severity},
    import::FileType,
};

#[test]
fn the_rooms_are_those_of_the_crate() {
    let lib = text_of("src/lib.rs");
    let rooms: Vec<&str> = lib.lines().filter_map(|line| Some(line.strip_prefix("pub mod ")?.split_once(';')?.0)).collect();
    assert!(!rooms.is_empty());
    assert_eq!(first_cells(&text_of("docs/architecture.md"), "## Rooms"), rooms);
}

#[test]
fn the_problem_codes_are_those_of_the_reader() {
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(first_cells(&text_of("docs/problems.md"), "# "), codes);
}

#[test]
fn the_severities_are_those_of_the_reader() {
    let page = text_of("docs/problems.md");
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Note => "note",
            Severity::Warning => "warning",
        };
        assert!(page.contains(&format!("| `{}` | {severity} |", code.name())), "{} is a {severity}", code.name());
    }
}

#[test]
fn the_file_types_are_those_that_are_read() {
    let endings: Vec<String> = FileType::ALL.iter().map(|file_type| format!(".{}", file_type.endings()[0])).collect();
    assert_eq!(first_cells(&text_of("README.md"), "## What it reads"), endings);
}

#[test]
fn the_samples_are_those_of_the_folder() {
    let listed: Vec<String> = serde_json::from_str(&text_of("static/samples/index.json")).expect("a list of names");
    let mut files: BTreeSet<String> = names_in("static/samples");
    files.remove("index.json");
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), files);
    assert_eq!(first_cells(&text_of("docs/samples.md"), "# "), listed);
}

#[test]
fn the_commands_of_the_readme_are_those_of_xtask() {
    let readme = text_of("README.md");
    let named: BTreeSet<&str> = readme.split("cargo xtask ").skip(1).map(first_word).collect();
    let source: String = files_under(&root().join("xtask/src")).iter().map(|file| read(file)).collect();
    let there: BTreeSet<&str> = source.split("name: \"").skip(1).map(first_word).collect();
    assert_eq!(named.difference(&there).collect::<Vec<_>>(), Vec::<&&str>::new(), "xtask has only {there:?}");
    assert!(named.is_superset(&BTreeSet::from(["serve", "test", "build", "check", "score", "size"])), "{named:?}");
}

#[test]
fn the_paths_are_there() {
    let pages = names_in("docs").into_iter().map(|name| format!("docs/{name}")).chain(["README.md".to_owned()]);
    let mut missing = Vec::new();
    let mut count = 0;
    for page in pages {
        for path in paths_in(&text_of(&page)) {
            count += 1;
            if !root().join(existing_part(&path)).exists() {
                missing.push(format!("{page}: {path}"));
            }
        }
    }
    assert!(count > 0);
    assert!(missing.is_empty(), "{missing:#?}");
}

/// What is in code style and looks like a path of the project.
fn paths_in(page: &str) -> Vec<String> {
    const FOLDERS: [&str; 5] = ["src/", "tests/", "static/", "docs/", "xtask/"];
    let code = page.split('`').skip(1).step_by(2);
    code.filter(|words| FOLDERS.iter().any(|folder| words.starts_with(folder))).map(str::to_owned).collect()
}

/// `NAME` stands for what the reader of the documentation adds: the folder before it has to be there.
fn existing_part(path: &str) -> &str {
    path.split("NAME").next().unwrap_or(path)
}

/// The words in code style in the first column of the first table after a heading.
fn first_cells(page: &str, heading: &str) -> Vec<String> {
    let after = page.lines().skip_while(|line| !line.starts_with(heading));
    let table = after.skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    table.filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned())).collect()
}

fn first_word(text: &str) -> &str {
    text.split(|character: char| !character.is_ascii_lowercase()).next().unwrap_or_default()
}

fn names_in(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder of the project can be read");
    entries.map(|entry| entry.expect("its entries too").file_name().to_string_lossy().into_owned()).collect()
}

fn files_under(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).expect("a folder of the project can be read");
    entries.flat_map(|entry| files_under(&entry.expect("its entries too").path())).collect()
}

fn text_of(path: &str) -> String {
    read(&root().join(path))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
