//! Fixtures: each text in `tests/fixtures` and what it must read as, beside it.
//!
//! `UPDATE_EXPECT=1 cargo test --test fixtures` writes the expectations anew; read the change before you commit it.

#![expect(clippy::disallowed_methods, reason = "a test reads its fixtures from files")]
#![expect(clippy::expect_used, reason = "a test that cannot find its fixtures has failed")]

use std::{env, fs, path::PathBuf};

use begrotingskijker::{
    check,
    decisions::Decisions,
    export::{Checked, Contents, json::WithText},
    import, read, to_json,
};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn texts() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).expect("the folder of fixtures");
    let mut texts: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    texts.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.sort();
    texts
}

#[test]
fn every_fixture_reads_as_expected() {
    let renew = env::var_os("UPDATE_EXPECT").is_some();
    let mut different = Vec::new();
    for path in texts() {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let source = import(&name, &fs::read(&path).expect("a fixture")).expect("a fixture is a text");
        let document = read(&source);
        let findings = check(&document);
        let documents = [Checked { source: &source, document: &document, findings: &findings }];
        let contents = Contents { documents: &documents, comparison: None, decisions: &Decisions::default() };
        let found = to_json(&contents, WithText::No) + "\n";
        let expectation = path.with_extension("json");
        if renew {
            fs::write(&expectation, &found).expect("an expectation");
        } else if fs::read_to_string(&expectation).unwrap_or_default() != found {
            different.push(name);
        }
    }
    assert!(different.is_empty(), "these read otherwise than expected (UPDATE_EXPECT=1 shows how): {different:?}");
}

#[test]
fn every_sample_is_read_without_a_wrong_span() {
    let samples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("static/samples");
    let mut count = 0;
    for entry in fs::read_dir(samples).expect("the folder of samples") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let source = import("sample.txt", &fs::read(&path).expect("a sample")).expect("a sample is a text");
            let document = read(&source);
            assert!(document.municipality.is_some(), "{} names its municipality", path.display());
            assert!(document.figures.iter().all(|figure| source.cut(figure.span) == figure.printed));
            count += 1;
        }
    }
    assert!(count >= 5, "the sample set is there");
}
