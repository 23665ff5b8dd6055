//! The corpus of texts beside the project, where there is one: nothing in it may break the reader, and its gold must be met.
//!
//! `CORPUS=FOLDER` names another place for it. `cargo test --test corpus -- --nocapture` prints the tables; with `WRONG=goals`
//! before it also what is missed and invented in that measure.

#![expect(clippy::disallowed_types, reason = "a test starts the script that scores")]
#![expect(clippy::disallowed_methods, reason = "a test reads texts from files")]
#![expect(clippy::expect_used, reason = "a test that cannot read its texts has failed")]

mod scoring;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use begrotingskijker::{import, read};
use scoring::Bounds;

/// What the reader must reach on the five whole documents that it was begun with.
const SEEDS: Bounds = Bounds {
    least: &[
        ("kind", 1.0),
        ("year", 1.0),
        ("municipality", 1.0),
        ("programmes", 1.0),
        ("coalition_parties", 1.0),
        ("percentages", 1.0),
        ("figures+all", 1.0),
        ("parts", 0.95),
        ("goals", 0.95),
        ("measures", 0.95),
        ("partners", 0.88),
        ("spans", 1.0),
        ("sure", 0.97),
    ],
    most_doubted: 0.15,
};

/// The corpus; none where the project stands alone, which is said aloud.
fn corpus() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = env::var_os("CORPUS").map_or_else(beside, PathBuf::from);
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
fn the_texts_of_dev_are_read_right() {
    let Some(corpus) = corpus() else { return };
    scoring::check("corpus/dev", &corpus.join("dev"), &scoring::OF_ANY_TEXTS);
}

#[test]
fn the_seeds_are_read_right() {
    let Some(corpus) = corpus() else { return };
    scoring::check("corpus/seeds", &corpus.join("seeds"), &SEEDS);
}

/// The corpus brings a script that scores. Ours must count as it does, or ours is worth nothing.
#[test]
fn our_score_is_that_of_the_script() {
    let Some(corpus) = corpus() else { return };
    for set in ["dev", "seeds"] {
        let Some(theirs) = score_of_script(&corpus, set) else { return };
        let ours = scoring::score(&corpus.join(set));
        for (measure, row) in &theirs {
            for (column, their) in row.as_object().expect("a row") {
                let (our, their) = (ours.cell(measure, column), their.as_f64().expect("a number"));
                assert!((our - their).abs() < 1e-4, "{set}, {column} of {measure}: {our} here, {their} there");
            }
        }
    }
}

/// The rows of the script's table; none where there is no Python to run it, which is said aloud.
fn score_of_script(corpus: &Path, set: &str) -> Option<serde_json::Map<String, serde_json::Value>> {
    let command = format!("{} read --format json", env!("CARGO_BIN_EXE_begrotingskijker"));
    let script = Command::new("python3")
        .arg(corpus.join("score.py"))
        .arg(corpus.join(set))
        .args(["--command", &command, "--json"])
        .output();
    let Ok(output) = script else {
        eprintln!("skipped: there is no python3 to run the script that scores");
        return None;
    };
    Some(serde_json::from_slice(&output.stdout).expect("a table of scores"))
}
