//! The corpus of real texts beside the project, where there is one: nothing in it may break the reader, and the seeds
//! must keep their score.

#![expect(clippy::disallowed_types, reason = "a test starts the script that scores")]
#![expect(clippy::disallowed_methods, reason = "a test reads texts from files")]
#![expect(clippy::expect_used, reason = "a test that cannot read its texts has failed")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use begrotingskijker::{import, read};

/// The corpus; none where the project stands alone, which is said aloud.
fn corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: there is no corpus at {}", folder.display());
    None
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of texts");
    entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.extension().is_some_and(|end| end == "txt")).collect()
}

#[test]
fn every_span_cuts_out_what_was_printed() {
    let Some(corpus) = corpus() else { return };
    for folder in ["seeds/texts", "dev/texts", "real"] {
        for path in texts(&corpus.join(folder)) {
            let source = import("text.txt", &fs::read(&path).expect("a text")).expect("the corpus holds texts");
            let document = read(&source);
            let whole = document.spans().into_iter().all(|span| !source.cut(span).is_empty());
            assert!(whole, "an empty span in {}", path.display());
            let figures = document.figures.iter().all(|figure| source.cut(figure.span) == figure.printed);
            let percentages = document.percentages.iter().all(|percentage| source.cut(percentage.span) == percentage.printed);
            assert!(figures && percentages, "a span beside its words in {}", path.display());
        }
    }
}

#[test]
fn the_seeds_keep_their_score() {
    const LEAST: [(&str, f64); 11] = [
        ("kind", 1.0),
        ("year", 1.0),
        ("municipality", 1.0),
        ("programmes", 1.0),
        ("coalition_parties", 1.0),
        ("percentages", 1.0),
        ("figures+all", 1.0),
        ("parts", 0.9),
        ("goals", 0.9),
        ("measures", 0.9),
        ("partners", 0.8),
    ];
    let Some(corpus) = corpus() else { return };
    let command = format!("{} read --format json", env!("CARGO_BIN_EXE_begrotingskijker"));
    let script = Command::new("python3")
        .arg(corpus.join("score.py"))
        .arg(corpus.join("seeds"))
        .args(["--command", &command, "--json"])
        .output();
    let Ok(output) = script else {
        eprintln!("skipped: there is no python3 to run the script that scores");
        return;
    };
    let table: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a table of scores");
    for (measure, least) in LEAST {
        let found = table[measure]["f1"].as_f64().unwrap_or_default();
        assert!(found >= least, "{measure}: {found} is less than {least}");
    }
    assert_eq!(table["spans"]["precision"].as_f64(), Some(1.0));
}
