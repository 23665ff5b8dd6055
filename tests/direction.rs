//! Imports run one way only, and what reads knows no clock, no environment and no files (docs/architecture.md).
//!
//! The source is read as text: a rule that only people remember is a rule for as long as they do.

#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::panic, reason = "tests of the project's own files")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// What only the page and the command may ask the machine for.
const OF_THE_MACHINE: [&str; 6] = ["env", "fs", "net", "process", "thread", "time"];
/// The two rooms at the end of the way.
const ENDS: [&str; 2] = ["app", "command"];

#[test]
fn each_room_knows_only_those_above_it() {
    let (rooms, offered) = (rooms(), offered());
    let mut wrong = Vec::new();
    for (place, room) in rooms.iter().enumerate() {
        let above: BTreeSet<&str> = rooms[..=place].iter().map(String::as_str).collect();
        for (file, text) in sources(room) {
            let others = names_under("crate", &text).into_iter().filter(|name| !above.contains(owner(name, &offered)));
            wrong.extend(others.map(|name| format!("{} imports crate::{name}", file.display())));
        }
    }
    assert!(wrong.is_empty(), "only rooms above it in src/lib.rs:\n{}", wrong.join("\n"));
}

#[test]
fn page_and_command_do_not_know_each_other() {
    for [room, other] in [ENDS, [ENDS[1], ENDS[0]]] {
        for (file, text) in sources(room) {
            assert!(!names_under("crate", &text).contains(other), "{} imports crate::{other}", file.display());
        }
    }
}

#[test]
fn what_reads_asks_nothing_of_the_machine() {
    let mut wrong = Vec::new();
    for room in rooms().iter().filter(|room| !ENDS.contains(&room.as_str())) {
        for (file, text) in sources(room) {
            let names = names_under("std", &text).into_iter().filter(|name| OF_THE_MACHINE.contains(&name.as_str()));
            wrong.extend(names.map(|name| format!("{} uses std::{name}", file.display())));
        }
    }
    assert!(wrong.is_empty(), "only the page and the command may:\n{}", wrong.join("\n"));
}

#[test]
fn the_page_asks_no_files_and_no_environment() {
    for (file, text) in sources("app") {
        let names = names_under("std", &text);
        assert!(!names.contains("fs") && !names.contains("env"), "{}", file.display());
    }
}

#[test]
fn names_are_found_however_they_are_imported() {
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(names_under("crate", text), expected.iter().map(|&name| name.to_owned()).collect(), "{text}");
    };
    check("use crate::source::Span;", &["source"]);
    check(
        "use crate::{\n    document::{Figure, Unit},\n    read::read,\n    source::Source,\n};",
        &["document", "read", "source"],
    );
    check("let span = crate::source::Span::new(0, 1);", &["source"]);
    check("$crate::wording::Language", &["wording"]);
    check("pub(crate) fn f() {} // crate::read", &[]);
    check("/// See [`crate::import`].", &[]);
    check("use othercrate::read;", &[]);
}

/// The rooms, in the order of `src/lib.rs`.
fn rooms() -> Vec<String> {
    let lib = lib();
    let names = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.split_once(';'));
    let rooms: Vec<String> = names.map(|(name, _)| name.to_owned()).collect();
    assert!(ENDS.iter().all(|end| rooms.iter().any(|room| room == end)), "src/lib.rs was not understood");
    rooms
}

fn lib() -> String {
    fs::read_to_string(root().join("src/lib.rs")).expect("the crate has a lib.rs")
}

/// What `src/lib.rs` offers under a shorter name, and the room that it comes from: `pub use export::to_json;`.
fn offered() -> BTreeMap<String, String> {
    let lib = lib();
    let lines = lib.lines().filter_map(|line| line.strip_prefix("pub use ")?.trim_end_matches(';').split_once("::"));
    lines.map(|(room, name)| (name.to_owned(), room.to_owned())).collect()
}

fn owner<'a>(name: &'a str, offered: &'a BTreeMap<String, String>) -> &'a str {
    offered.get(name).map_or(name, String::as_str)
}

/// The Rust files of a room with their text.
fn sources(room: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let file = root().join("src").join(room).with_extension("rs");
    let folder = root().join("src").join(room);
    collect(if file.is_file() { &file } else { &folder }, &mut found);
    assert!(!found.is_empty(), "the room {room} has no files");
    found
}

fn collect(path: &Path, found: &mut Vec<(PathBuf, String)>) {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("a folder of the project can be read");
        entries.for_each(|entry| collect(&entry.expect("its entries too").path(), found));
    } else if path.extension().is_some_and(|extension| extension == "rs") {
        found.push((path.to_owned(), fs::read_to_string(path).expect("a source file can be read")));
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names that follow `first::` in code: one for `first::name`, several for `first::{name, name::{…}}`.
fn names_under(first: &str, text: &str) -> BTreeSet<String> {
    let code = text.lines().map(without_comment).collect::<Vec<_>>().join("\n");
    let path = format!("{first}::");
    let starts = code.match_indices(&path).filter(|(at, _)| !code[..*at].ends_with(is_of_a_name));
    starts.flat_map(|(at, _)| names_at(&code[at + path.len()..])).collect()
}

fn names_at(code: &str) -> Vec<String> {
    match code.strip_prefix('{') {
        Some(group) => outermost_items(group).iter().map(|item| first_name(item)).filter(|name| !name.is_empty()).collect(),
        None => vec![first_name(code)],
    }
}

/// The items of a group of imports, up to the brace that closes it.
fn outermost_items(group: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut depth = 1;
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => items.push(String::new()),
            _ => items.last_mut().expect("there is always one").push(character),
        }
        if depth == 0 {
            break;
        }
    }
    items
}

fn first_name(code: &str) -> String {
    code.trim_start().chars().take_while(|&character| is_of_a_name(character)).collect()
}

fn is_of_a_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn without_comment(line: &str) -> &str {
    line.split_once("//").map_or(line, |(code, _)| code)
}
