//! The command as people run it: what it prints, where, and how it ends.

#![expect(clippy::disallowed_types, reason = "a test starts the command")]
#![expect(clippy::disallowed_methods, reason = "a test gives the command files")]
#![expect(clippy::expect_used, reason = "a test that cannot start the command has failed")]

use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
    process::{Command, Output, Stdio},
};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_begrotingskijker"));
    command.args(arguments).current_dir(FIXTURES);
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the command starts")
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A file of a test's own, in the folder that cargo gives to tests.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("a file in the tests' folder");
    path
}

#[test]
fn a_summary_in_dutch_or_english() {
    let output = run(&["read", "portal-programme-page.txt"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(printed(&output).contains("Begroting · 2023 · Voorbeeldstad"), "{}", printed(&output));
    assert!(printed(&run(&["read", "--language", "en", "portal-programme-page.txt"])).contains("Budget · 2023"));
}

#[test]
fn the_json_export_of_several_files_in_their_order() {
    let output = run(&["read", "--format", "json", "portal-programme-page.txt", "percentages.txt"]);
    let export: serde_json::Value = serde_json::from_str(&printed(&output)).expect("an export is JSON");
    let names: Vec<_> =
        export["documents"].as_array().into_iter().flatten().map(|document| &document["source"]["name"]).collect();
    assert_eq!(names, ["portal-programme-page.txt", "percentages.txt"]);
    assert_eq!(export["documents"][0]["source"]["text"], serde_json::Value::Null);
}

#[test]
fn the_figures_of_several_files_as_one_table() {
    let output = run(&["read", "--format", "csv", "trailing-minus.txt", "percentages.txt"]);
    let table = printed(&output);
    let files: Vec<_> = table.split("\r\n").filter_map(|row| Some(row.split_once(',')?.0)).collect();
    assert_eq!(files[0], "file", "{table}");
    assert!(files[1..].is_sorted_by_key(|file| *file == "percentages.txt") && files.len() > 2, "{files:?}");
    assert!(table.contains(",-7402000,"), "{table}");
}

#[test]
fn the_text_comes_along_when_asked_for() {
    let output = run(&["read", "--format", "json", "--with-text", "percentages.txt"]);
    assert!(printed(&output).contains("\"text\": \"Jaarstukken 2024"));
}

#[test]
fn standard_input_is_a_file_too() {
    let mut running = command(&["read", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the command starts");
    let mut input = running.stdin.take().expect("its input");
    input.write_all("Begroting 2031\n\nLasten € 12\n".as_bytes()).expect("it listens");
    drop(input);
    let output = running.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(printed(&output).contains("2031"), "{}", printed(&output));
}

#[test]
fn a_bad_file_is_named_and_the_others_are_printed() {
    let pdf = file("scan.pdf", b"%PDF-1.7 rest");
    let output = run(&["read", "no-such-file.txt", &pdf.to_string_lossy(), "percentages.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("Voorbeeldstad"));
    let complaint = complained(&output);
    assert!(complaint.contains("no-such-file.txt") && complaint.contains("scan.pdf"), "{complaint}");
    assert!(complaint.contains("PDF") && complaint.lines().count() == 2, "{complaint}");
}

/// An archive with these files, not compressed.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
    for (path, text) in files {
        writer.start_file(*path, options).expect("a file in the archive");
        writer.write_all(text.as_bytes()).expect("its text");
    }
    writer.finish().expect("the archive").into_inner()
}

#[test]
fn an_archive_gives_a_document_for_each_of_its_texts() {
    let files = [
        ("map/zorg.html", "<h1>Begroting 2024</h1><p>Lasten &euro; 12"),
        ("map/wonen.txt", "Begroting 2024\n\nLasten € 13\n"),
        ("scan.pdf", "%PDF-1.7"),
    ];
    let archive = file("stukken.zip", &archive(&files));
    let output = run(&["read", "--format", "json", &archive.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    let export: serde_json::Value = serde_json::from_str(&printed(&output)).expect("an export is JSON");
    let documents = export["documents"].as_array().expect("a list of documents");
    let entries: Vec<_> = documents.iter().map(|document| &document["source"]["entry"]).collect();
    assert_eq!(entries, ["map/zorg.html", "map/wonen.txt"]);
    assert!(documents.iter().all(|document| document["publication"] == "budget-2024"), "{export:#}");
    assert!(complained(&output).contains("stukken.zip: scan.pdf: Dit is een PDF."), "{}", complained(&output));
}

#[test]
fn a_text_cannot_repaint_the_terminal() {
    let file = file("escape.txt", "Begroting 2025 \u{1b}[31mrood\u{1b}]0;naam\u{7}\n\nGemeente Zeist\n".as_bytes());
    let output = run(&["read", &file.to_string_lossy()]);
    assert!(printed(&output).contains("Begroting 2025 \u{fffd}[31mrood"), "{}", printed(&output));
    assert!(!output.stdout.contains(&0x1b) && !output.stdout.contains(&0x07));
}

#[test]
fn wrong_usage_ends_with_two() {
    for arguments in [
        &["read"][..],
        &["reed", "a.txt"],
        &["read", "--format", "yaml", "a.txt"],
        &["read", "--language", "fy", "a.txt"],
        &["read", "--with-text", "a.txt"],
        &[],
    ] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn help_has_examples() {
    for arguments in [&["--help"][..], &["read", "--help"]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(0));
        assert!(printed(&output).contains("begrotingskijker read --format json"), "{}", printed(&output));
    }
}
