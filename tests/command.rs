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

/// Accounts whose last column comes to 387, with that total or another one.
fn accounts(total: &str) -> Vec<u8> {
    let head = "Jaarstukken 2024\nGemeente Zeist\n\nWat heeft het gekost?\n\n";
    let columns = "Omschrijving (x € 1.000)\tRekening 2023\tBegroting 2024\tRekening 2024\n";
    let rows = "Lasten\nSport\t105\t110\t125\nZorg\t199\t210\t204\nWonen\t47\t52\t58\n";
    format!("{head}{columns}{rows}Totaal lasten\t351\t372\t{total}\n").into_bytes()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_str(&printed(output)).expect("an export is JSON")
}

#[test]
fn what_adds_up_ends_with_nothing() {
    let file = file("right.txt", &accounts("387"));
    let output = run(&["check", &file.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    assert!(printed(&output).contains("Totalen: 3 kloppen\n"), "{}", printed(&output));
    assert!(!printed(&output).contains("≠"), "{}", printed(&output));
}

#[test]
fn what_does_not_add_up_ends_with_one_and_shows_its_sum() {
    let file = file("wrong.txt", &accounts("783"));
    let name = file.to_string_lossy();
    let output = run(&["check", &name]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    for words in ["≠ 1 klopt niet", "125 + 204 + 58 = 387, gedrukt 783", "regel 11: Totaal lasten"] {
        assert!(printed(&output).contains(words), "{words} in {}", printed(&output));
    }
    let english = run(&["check", "--language", "en", &name]);
    assert!(printed(&english).contains("125 + 204 + 58 = 387, printed 783"), "{}", printed(&english));
    for format in ["json", "csv"] {
        let output = run(&["check", "--format", format, &name]);
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert!(printed(&output).contains("differs"), "{}", printed(&output));
    }
}

/// A budget of two programmes, and what another year prints of it.
fn budget_of(year: i32, income: &str, balance: &str, total: &str) -> Vec<u8> {
    let caption = "Overzicht van baten en lasten per programma (x € 1.000)";
    let columns = "Programma\tLasten Rekening 2022\tBaten Rekening 2022\tSaldo Rekening 2022";
    let rows = format!("1 Wonen\t4.410\t1.210\t-3.200\n2 Zorg\t8.700\t{income}\t{balance}\nTotaal\t13.110\t{total}\n");
    format!("# Programmabegroting {year} gemeente Voorbeeldstad\n\n{caption}\n{columns}\n{rows}").into_bytes()
}

#[test]
fn a_figure_that_differs_between_two_files_ends_with_one() {
    let one = file("repeat-2024.txt", &budget_of(2024, "2.300", "-6.400", "3.510\t-9.600"));
    let same = file("repeat-same.txt", &budget_of(2023, "2.300", "-6.400", "3.510\t-9.600"));
    let other = file("repeat-other.txt", &budget_of(2023, "2.390", "-6.400", "3.510\t-9.600"));
    let [one, same, other] = [one, same, other].map(|file| file.to_string_lossy().into_owned());
    let differs = "≠ 2 Zorg · ";
    let output = run(&["check", &one, &same]);
    assert!(!printed(&output).contains(differs) && printed(&output).contains("hetzelfde horen te zijn"), "{}", printed(&output));
    let output = run(&["check", &one, &other]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(printed(&output).contains(differs) && printed(&output).contains("€\u{a0}90.000 verschil"), "{}", printed(&output));
}

#[test]
fn what_was_explained_does_not_count() {
    let wrong = file("explained.txt", &accounts("783"));
    let name = wrong.to_string_lossy();
    let document = &json(&run(&["check", "--format", "json", &name]))["documents"][0];
    let finding = document["findings"].as_array().expect("findings").iter().find(|finding| finding["verdict"] == "differs");
    let decisions = |judgement: &str| {
        let mark = serde_json::json!({
            "text": document["source"]["text_sha256"], "finding": finding.expect("it differs")["key"],
            "judgement": judgement, "note": "Zie de toelichting",
        });
        let decisions = serde_json::json!({"format": "begrotingskijker-decisions", "version": 1, "marks": [mark]});
        file(&format!("{judgement}.json"), decisions.to_string().as_bytes())
    };
    let explained = decisions("explained");
    let output = run(&["check", "--accepted", &explained.to_string_lossy(), &name]);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    assert!(printed(&output).contains("verklaard: Zie de toelichting"), "{}", printed(&output));
    let to_mend = decisions("to-mend");
    assert_eq!(run(&["check", "--accepted", &to_mend.to_string_lossy(), &name]).status.code(), Some(1));
    let marked = json(&run(&["check", "--format", "json", "--accepted", &explained.to_string_lossy(), &name]));
    let marks: Vec<_> = marked["documents"][0]["findings"].as_array().expect("findings").iter().map(|its| &its["mark"]).collect();
    assert!(marks.contains(&&serde_json::json!({"judgement": "explained", "note": "Zie de toelichting"})), "{marks:?}");
}

#[test]
fn a_file_that_holds_no_decisions_is_named_and_nothing_is_done() {
    let export = file("export.json", br#"{"format": "begrotingskijker", "version": 1, "documents": []}"#);
    let broken = file("broken.json", b"{\n  marks");
    let later = file("later.json", br#"{"format": "begrotingskijker-decisions", "version": 9}"#);
    for (decisions, words) in [(export, "geen bestand met beslissingen"), (broken, "regel 2"), (later, "latere versie (9)")] {
        for arguments in [["check", "--accepted"], ["compare", "--decisions"]] {
            let decisions = decisions.to_string_lossy().into_owned();
            let output = run(&[arguments[0], arguments[1], &decisions, "percentages.txt", "table-tabs.txt"]);
            assert_eq!((output.status.code(), printed(&output)), (Some(2), String::new()), "{decisions}");
            assert!(complained(&output).contains(&decisions) && complained(&output).contains(words), "{}", complained(&output));
        }
    }
    let missing = run(&["check", "--accepted", "no-such-file.json", "--language", "en", "percentages.txt"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(complained(&missing).contains("no-such-file.json: cannot open this file"), "{}", complained(&missing));
}

#[test]
fn a_file_that_cannot_be_read_is_never_taken_for_one_that_adds_up() {
    let right = file("beside.txt", &accounts("387"));
    let output = run(&["check", "no-such-file.txt", &right.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("beside.txt") && complained(&output).contains("no-such-file.txt"));
}

/// The sample of that name.
fn sample(name: &str) -> String {
    format!("{}/static/samples/voorbeeldstad-{name}.txt", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_budget_beside_its_accounts() {
    let [budget, accounts] = ["begroting-2024", "jaarstukken-2024"].map(sample);
    let output = run(&["compare", &budget, &accounts]);
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    let words = [
        "Wat er van de begroting is terechtgekomen: Begroting 2024 en jaarrekening 2024 van Voorbeeldstad",
        "Het zijn verschillende soorten documenten.",
        "Meedoen en gezondheid · zelfde naam",
        "Meedoen en gezondheid, Baten: begroot €\u{a0}9.386.000 · gerealiseerd €\u{a0}9.750.000 · 103,9% · voordelig",
        "en nog ",
        "Gezondheidsdienst Zilverland (GDZ) · Begroting 2024 van Voorbeeldstad: 3 vermeldingen",
    ];
    for words in words {
        assert!(printed(&output).contains(words), "{words} in {}", printed(&output));
    }
    assert!(!printed(&run(&["compare", "--all", &budget, &accounts])).contains("en nog "));
    let english = printed(&run(&["compare", "--language", "en", &budget, &accounts]));
    assert!(english.contains("What came of the budget: Budget 2024 and annual accounts 2024 of Voorbeeldstad"), "{english}");
}

#[test]
fn a_comparison_as_json_and_as_a_table() {
    let [budget, accounts] = ["begroting-2024", "jaarstukken-2024"].map(sample);
    let export = json(&run(&["compare", "--format", "json", &budget, &accounts]));
    assert_eq!(export["comparison"]["pairs"][0]["relation"], "budget-and-accounts");
    assert_eq!(export["comparison"], json(&run(&["read", "--format", "json", &budget, &accounts]))["comparison"]);
    let table = printed(&run(&["compare", "--format", "csv", &budget, &accounts]));
    assert!(table.starts_with("list,relation,") && table.contains("\r\nspent,budget-and-accounts,Voorbeeldstad,"), "{table}");
}

#[test]
fn one_document_is_not_compared() {
    let alone = run(&["compare", "percentages.txt"]);
    assert_eq!((alone.status.code(), printed(&alone)), (Some(2), String::new()));
    assert!(complained(&alone).contains("twee documenten"), "{}", complained(&alone));
    assert_eq!(run(&["compare", "percentages.txt", "no-such-file.txt"]).status.code(), Some(1));
}

#[test]
fn wrong_usage_ends_with_two() {
    for arguments in [
        &["read"][..],
        &["reed", "a.txt"],
        &["read", "--format", "yaml", "a.txt"],
        &["read", "--language", "fy", "a.txt"],
        &["read", "--with-text", "a.txt"],
        &["check"],
        &["check", "--format", "yaml", "a.txt"],
        &["compare"],
        &[],
    ] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn help_has_examples() {
    for arguments in [&["--help"][..], &["read", "--help"], &["check", "--help"], &["compare", "--help"]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(0));
        assert!(printed(&output).contains("begrotingskijker read --format json"), "{}", printed(&output));
    }
}
