//! The project's own gold: texts in the layouts that municipalities publish in, with what they say written down by hand.
//!
//! `cargo test --test gold -- --nocapture` prints the table; with `WRONG=goals` before it also what is missed and invented
//! in that measure, a text a block.

#![expect(clippy::disallowed_methods, reason = "a test reads texts and gold from files")]
#![expect(clippy::expect_used, reason = "a test that cannot read its texts has failed")]

mod scoring;

use std::{fs, path::Path};

#[test]
fn the_own_gold_is_read_right() {
    scoring::check("tests/gold", &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold"), &scoring::OF_ANY_TEXTS);
}

#[test]
fn the_score_counts_what_is_missed_and_invented() {
    let set = Path::new(env!("CARGO_TARGET_TMPDIR")).join("a-set");
    for (file, words) in [("texts/a.txt", TEXT), ("gold/a.json", GOLD)] {
        let path = set.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder in the tests' folder");
        fs::write(path, words).expect("a file in the tests' folder");
    }
    let score = scoring::score(&set);
    let check = |measure: &str, expected: [(&str, f64); 2]| {
        for (column, number) in expected {
            assert!((score.cell(measure, column) - number).abs() < 1e-9, "{column} of {measure}\n{}", score.table());
        }
    };
    check("kind", [("precision", 0.0), ("recall", 0.0)]);
    check("year", [("precision", 1.0), ("recall", 1.0)]);
    check("municipality", [("found", 0.0), ("gold", 0.0)]);
    check("figures", [("precision", 0.75), ("recall", 1.0)]);
    check("figures+row", [("precision", 0.5), ("recall", 2.0 / 3.0)]);
    check("figures+all", [("precision", 0.25), ("recall", 1.0 / 3.0)]);
    check("percentages", [("found", 0.0), ("f1", 0.0)]);
    assert!(score.wrong("figures+row").contains("missed") && score.wrong("year").is_empty(), "{}", score.wrong("figures+row"));
}

const TEXT: &str = "\
Begroting 2025
Gemeente Voorbeeldstad

Bedragen x € 1.000
Begroting 2025 Begroting 2026
Sport 10 20
Zwembad 30 40
";

/// Of the four figures one is right in all, one in its row only, one in its value only; the fourth is not there.
const GOLD: &str = r#"{
    "kind": "kadernota", "year": 2025, "municipality": "Elders", "lenient": ["municipality"],
    "figures": [
        {"row": "Programma Sport", "column": "Begroting 2025", "year": 2025, "measure": "other", "eur": "10000"},
        {"row": "Sport", "column": "Begroting 2027", "year": 2027, "measure": "other", "eur": "20000.0"},
        {"row": "Sporthal", "column": "Begroting 2025", "year": 2025, "measure": "other", "eur": "30000"}
    ],
    "percentages": [{"value": "5"}]
}"#;
