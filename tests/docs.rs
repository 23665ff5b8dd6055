//! What the documentation lists is what there is: rooms, checks, problem codes, samples, commands.

#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::panic, reason = "tests of the project's own files")]

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

use begrotingskijker::{
    check::{Check, Verdict},
    document::{Code, Severity},
    import::FileType,
    wording::{Language, verdict_sign},
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

/// The page on checks is made of what stands above the code of each. `UPDATE_EXPECT=1 cargo test --test docs` writes it anew.
#[test]
fn the_page_on_checks_is_made_of_the_checks() {
    let page = page_on_checks();
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(root().join("docs/checks.md"), &page).expect("the page can be written");
    }
    assert!(text_of("docs/checks.md") == page, "docs/checks.md is not made of src/check (UPDATE_EXPECT=1 renews it)");
}

#[test]
fn every_file_that_checks_is_in_the_list() {
    let judges = |path: &PathBuf| read(path).contains("pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {");
    let files: BTreeSet<PathBuf> = files_under(&root().join("src/check")).into_iter().filter(judges).collect();
    assert_eq!(files, modules_of_checks().iter().map(|module| file_of_check(module)).collect());
}

/// The modules of the checks, in the order of the list in `src/check/mod.rs`.
fn modules_of_checks() -> Vec<String> {
    let list = text_of("src/check/mod.rs");
    let modules: Vec<String> =
        list.lines().filter_map(|line| Some(line.strip_suffix(';')?.split_once("\" in ")?.1.to_owned())).collect();
    assert_eq!(modules.len(), Check::ALL.len(), "src/check/mod.rs was not understood");
    modules
}

fn file_of_check(module: &str) -> PathBuf {
    let folder = root().join("src/check").join(module);
    if folder.is_dir() { folder.join("mod.rs") } else { folder.with_extension("rs") }
}

fn page_on_checks() -> String {
    let checks = Check::ALL.iter().zip(modules_of_checks()).map(|(&check, module)| section_on_check(check, &module));
    let english = Language::English;
    let verdicts = Verdict::ALL.map(|verdict| {
        let words = [Language::Dutch, english].map(|language| language.verdict(verdict));
        let name = format!("| `{}` | {} {} ({})", verdict.name(), verdict_sign(verdict), words[0], words[1]);
        format!("{name} | {} |\n", english.verdict_meaning(verdict))
    });
    let contents = Check::ALL.iter().map(|check| {
        format!("| [`{0}`](#{0}) | {1} | {2} |\n", check.name(), english.check(*check), english.check_question(*check))
    });
    [CHECKS_BEGIN.to_owned(), verdicts.concat(), CHECKS_CONTENTS.to_owned(), contents.collect(), checks.collect()].concat()
}

const CHECKS_BEGIN: &str = "\
# What the checks do

<!-- Made of what stands above the code of each check in `src/check/`: `UPDATE_EXPECT=1 cargo test --test docs` writes it anew. -->

A check says of each thing that should hold in a document whether it does, and shows the sum that a person would write down, with
the place of every number in it. The page shows the checks under *Controle*, `begrotingskijker check FILE…` prints them, and the
exports carry them as `findings`. A check never guesses: what it cannot judge it calls unchecked, and says why.

Printed amounts are rounded, each by itself. A sum of them may therefore miss the printed outcome by half a unit for each number in
it, the outcome included: of three amounts in thousands by 1.500 euros at most. That is `rounding`; a cent more is `differs`.

## Verdicts

| verdict | as shown | what it means |
|---|---|---|
";

const CHECKS_CONTENTS: &str = "
Whoever looks at a finding can mark it as explained (*verklaard*) or as to be mended (*te herstellen*), with a note.
[comparing.md](comparing.md) says how marks are kept in a file and what `check --accepted FILE` makes of them.

## Checks

| check | name | what it asks |
|---|---|---|
";

/// What stands above a check's code, under its names.
fn section_on_check(check: Check, module: &str) -> String {
    const HEADINGS: [&str; 3] = ["# What it does", "# Why it matters", "# Example"];
    let file = file_of_check(module);
    let code = read(&file);
    let lines = code.lines().map_while(|line| line.strip_prefix("//!")).map(|line| line.strip_prefix(' ').unwrap_or(line));
    let lines: Vec<&str> = lines.collect();
    let headings: Vec<&str> = lines.iter().copied().filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings, HEADINGS, "the headings above the code of {}", file.display());
    let lines = lines.iter().map(|line| if line.starts_with('#') { format!("##{line}\n") } else { format!("{line}\n") });
    let [dutch, english] = [Language::Dutch, Language::English].map(|language| language.check(check));
    let question = Language::Dutch.check_question(check);
    format!("\n## `{}`\n\n{english}. *{dutch}: {question}*\n\n{}", check.name(), lines.collect::<String>())
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
