//! What the checks say of whole texts: the samples, and the corpus beside the project, where there is one.
//!
//! `cargo test --test checked -- --nocapture` prints how often each check came to each verdict and every finding that differs;
//! with `SHOW=rounding` before it those of another verdict too, with `SHOW=all` every one. `CORPUS=FOLDER` names another place.

#![expect(clippy::disallowed_methods, reason = "a test reads texts from files")]
#![expect(clippy::expect_used, reason = "a test that cannot read its texts has failed")]

mod printing;

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use begrotingskijker::{
    check,
    check::{Check, Finding, Verdict},
    document::Document,
    import, read,
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn checked(path: &Path) -> (Document, Vec<Finding>) {
    let source = import("text.txt", &fs::read(path).expect("a text")).expect("it is a text");
    let document = read(&source);
    let findings = check(&document);
    (document, findings)
}

/// The corpus; none where the project stands alone, which is said aloud.
fn corpus() -> Option<PathBuf> {
    let beside = || root().join("../shared/corpus");
    let folder = env::var_os("CORPUS").map_or_else(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: there is no corpus at {}", folder.display());
    None
}

/// So many errors people found in its texts: whatever differs beyond them is a false alarm.
const JUDGED_ERRORS: usize = 0;

#[test]
fn the_corpus_is_checked() {
    let Some(corpus) = corpus() else { return };
    let shown = env::var("SHOW").unwrap_or_default();
    let mut counts: BTreeMap<(Check, Verdict), usize> = BTreeMap::new();
    let mut differs = 0;
    for folder in ["seeds/texts", "dev/texts", "real"] {
        for path in printing::texts(&corpus.join(folder)) {
            let (document, findings) = checked(&path);
            for finding in &findings {
                *counts.entry((finding.check, finding.verdict)).or_default() += 1;
                differs += usize::from(finding.verdict == Verdict::Differs);
                let name = format!("{:?}", finding.verdict).to_lowercase();
                if finding.verdict == Verdict::Differs || shown == "all" || shown == name {
                    println!(
                        "{}: {}",
                        path.file_name().expect("a name").to_string_lossy(),
                        printing::finding(&document, finding)
                    );
                }
            }
        }
    }
    for ((check, verdict), count) in counts {
        println!("{:16} {verdict:?} {count}", check.name());
    }
    assert_eq!(differs, JUDGED_ERRORS, "each of them is printed with --nocapture");
}

/// The samples hold one error on purpose: a total that contradicts its rows, its difference and its balance.
#[test]
fn the_deliberate_error_is_all_that_differs_in_the_samples() {
    let mut differs = Vec::new();
    for path in printing::texts(&root().join("static/samples")) {
        let (document, findings) = checked(&path);
        let of_text = findings.iter().filter(|finding| finding.verdict == Verdict::Differs);
        differs.extend(of_text.map(|finding| printing::finding(&document, finding)));
    }
    assert_eq!(differs.len(), 3, "{differs:#?}");
    assert!(differs.iter().all(|words| words.contains("39.693 <Totaal lasten | Rekening 2024>")), "{differs:#?}");
}
