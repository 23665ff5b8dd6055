//! The reader's wasm build gives the same bytes as the native one: every fixture is read in a browser and compared with
//! the expectation that the native tests wrote (`tests/fixtures/NAME.json`).
//!
//! A browser sees no folder, so the fixtures are listed here; a native test compares the list with the folder.

/// Takes the names of the fixtures, and makes a list of them natively and a test of each in the browser.
macro_rules! fixtures {
    ($($test:ident: $file:literal,)*) => {
        #[cfg(not(target_arch = "wasm32"))]
        const LISTED: &[&str] = &[$($file),*];

        $(
            #[cfg(target_arch = "wasm32")]
            #[wasm_bindgen_test::wasm_bindgen_test]
            fn $test() {
                let text = include_bytes!(concat!("fixtures/", $file, ".txt"));
                let expected = include_str!(concat!("fixtures/", $file, ".json"));
                in_a_browser::check_fixture(concat!($file, ".txt"), text, expected);
            }
        )*
    };
}

fixtures! {
    accounts_goals_achieved: "accounts-goals-achieved",
    begroot_gerealiseerd: "begroot-gerealiseerd",
    cards_with_marks: "cards-with-marks",
    coalition_article: "coalition-article",
    empty_headings: "empty-headings",
    euros_table_without_unit: "euros-table-without-unit",
    key_figure_block_twice: "key-figure-block-twice",
    lines_and_lists: "lines-and-lists",
    marks_n_v: "marks-n-v",
    mixed_units_running_text: "mixed-units-running-text",
    no_municipality: "no-municipality",
    one_long_line: "one-long-line",
    partners_in_prose: "partners-in-prose",
    percentages: "percentages",
    portal_programme_page: "portal-programme-page",
    programme_and_parts: "programme-and-parts",
    reserves_roll_forward: "reserves-roll-forward",
    table_cell_per_line: "table-cell-per-line",
    table_pipes: "table-pipes",
    table_spaces: "table-spaces",
    table_tabs: "table-tabs",
    trailing_minus: "trailing-minus",
    unit_below_table: "unit-below-table",
    windows_1252: "windows-1252",
}

#[cfg(target_arch = "wasm32")]
#[expect(clippy::expect_used, reason = "a fixture that is refused is a failing test")]
mod in_a_browser {
    use begrotingskijker::{
        check,
        decisions::Decisions,
        export::{Checked, Contents, json::WithText},
        import, read, to_json,
    };

    wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

    pub(super) fn check_fixture(name: &str, bytes: &[u8], expected: &str) {
        let source = import(name, bytes).expect("a fixture is a text");
        let document = read(&source);
        let findings = check(&document);
        let documents = [Checked { source: &source, document: &document, findings: &findings }];
        let contents = Contents { documents: &documents, comparison: None, decisions: &Decisions::default() };
        assert_eq!(to_json(&contents, WithText::No), expected.trim_end(), "{name}");
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
#[expect(clippy::disallowed_methods, reason = "a test looks into the folder of its fixtures")]
fn every_fixture_is_listed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let entries = std::fs::read_dir(folder).expect("the folder of fixtures");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut fixtures: Vec<String> = names.filter_map(|name| Some(name.strip_suffix(".txt")?.to_owned())).collect();
    fixtures.sort();
    assert_eq!(fixtures, LISTED);
}
