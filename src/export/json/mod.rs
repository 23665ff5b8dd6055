//! The JSON export, version 1: what everyone outside reads.
//!
//! Spans are `[start, end)` in bytes of the decoded text; money and percentages are decimal strings; a key without a
//! value is null or an empty list, never left out. The shapes are in [`wire`]; they are not the model of the domain, so
//! that either can change without the other.

mod comparison;
mod findings;
mod names;
mod to_wire;
pub mod wire;

pub(super) use self::names::Named;
use super::{Checked, Contents};
use crate::{
    decisions::Marks,
    publication::{Publication, publications},
};

pub use to_wire::document_to_wire;

/// Whether the decoded text itself is written too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithText {
    /// Only what was read from it.
    No,
    /// As `source.text`.
    Yes,
}

/// An export of documents with their findings and what they say beside each other, indented for people.
pub fn to_json(contents: &Contents<'_>, with_text: WithText) -> String {
    let mut documents = documents_to_wire(contents, with_text);
    let borrowed: Vec<_> = contents.documents.iter().map(|checked| (checked.source, checked.document)).collect();
    let mut names: Vec<String> = Vec::new();
    for publication in publications(&borrowed) {
        let name = unlike(&names, &name_of(&publication));
        publication.pages.iter().for_each(|&page| documents[page].publication = Some(name.clone()));
        names.push(name);
    }
    let comparison = contents.comparison.filter(|_| documents.len() > 1).map(comparison::comparison);
    pretty(&wire::Export { format: "begrotingskijker".to_owned(), version: 1, documents, comparison })
}

/// The documents in the shapes of the export, but for the publications that they are pages of.
pub(super) fn documents_to_wire(contents: &Contents<'_>, with_text: WithText) -> Vec<wire::Document> {
    let marks = Marks::of(contents.decisions);
    let with_findings = |checked: &Checked<'_>| {
        let Checked { source, document, findings } = *checked;
        let findings = findings::findings(&source.origin.text_sha256, document, findings, &marks);
        wire::Document { findings, ..document_to_wire(source, document, with_text) }
    };
    contents.documents.iter().map(with_findings).collect()
}

/// What its pages are known by in an export: `budget-2024-Voorbeeldstad`.
fn name_of(publication: &Publication) -> String {
    let municipality = publication.municipality.as_ref().map_or(String::new(), |name| format!("-{name}"));
    format!("{}-{}{municipality}", publication.kind.word(), publication.year)
}

/// A name with a number behind it where it is taken already.
fn unlike(names: &[String], name: &str) -> String {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !names.contains(name)).unwrap_or_default()
}

fn pretty(export: &wire::Export) -> String {
    // Only a map with keys that are no strings makes this fail, and the shapes hold none.
    serde_json::to_string_pretty(export).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        export::example::{exported, exported_comparison, exported_findings},
        read,
        source::Source,
    };

    fn json(contents: &Contents<'_>) -> Value {
        serde_json::from_str(&to_json(contents, WithText::No)).expect("an export is JSON")
    }

    #[test]
    fn pages_of_one_publication_share_its_name() {
        let page = |name: &str, text: &str| {
            let source = Source::from_bytes(name, text.as_bytes());
            let document = read(&source);
            (source, document)
        };
        let documents = [
            page("a/1.txt", "Begroting 2024 gemeente Zeist\n"),
            page("a/2.txt", "Begroting 2024\n"),
            page("b/1.txt", "Begroting 2024 gemeente Zeist\n"),
            page("b/2.txt", "Begroting 2024\n"),
            page("3.txt", "Begroting 2024\n"),
        ];
        let json = exported(&documents, json);
        let shared: Vec<_> = (0..documents.len()).map(|at| json["documents"][at]["publication"].as_str()).collect();
        let [first, second] = [Some("budget-2024-Zeist"), Some("budget-2024-Zeist-2")];
        assert_eq!(shared, [first, first, second, second, None]);
    }

    #[test]
    fn a_plain_sum_is_in_terms_and_every_sum_in_sums() {
        let json = exported_findings(json);
        let [total, share, sections] = [0, 1, 2].map(|at| &json["documents"][0]["findings"][at]);
        assert_eq!(
            *total,
            json!({
                "check": "total", "verdict": "differs", "reason": null, "reason_about": null, "difference": "-1000",
                "terms": [{"figure": 0, "sign": "+"}, {"figure": 1, "sign": "+"}, {"figure": 2, "sign": "="}],
                "spans": [[10, 12], [20, 21], [30, 32], [0, 4]],
                "key": "total:10-12,20-21,30-32,0-4",
                "sums": [{"operands": [
                    {"operation": "plus", "figure": 0, "percentage": null, "count": null, "indicator": null, "between": null, "given": null},
                    {"operation": "plus", "figure": 1, "percentage": null, "count": null, "indicator": null, "between": null, "given": null},
                    {"operation": "equals", "figure": 2, "percentage": null, "count": null, "indicator": null, "between": null, "given": null},
                ]}],
                "mark": {"judgement": "explained", "note": "=zie blz. 3"},
            })
        );
        assert_eq!(share["terms"], json!([]));
        let operands = share["sums"][0]["operands"].as_array().expect("a sum");
        let [operation, percentage] = ["operation", "percentage"].map(|key| &operands[1][key]);
        assert_eq!([operation, percentage], [&json!("divided-by"), &json!(0)]);
        assert_eq!([&operands[2]["given"], &operands[3]["between"]], [&json!("100"), &json!(["4990", "5010"])]);
        assert_eq!([&sections["reason"], &sections["mark"]], [&json!("only-a-part"), &json!(null)]);
    }

    #[test]
    fn a_comparison_names_facts_by_their_document() {
        let json = exported_comparison(json);
        let comparison = &json["comparison"];
        assert_eq!(
            comparison["volumes"][1],
            json!({
                "documents": [1], "municipality": "Voorbeeldstad", "kind": "budget", "year": 2025, "period": null,
                "inhabitants": null, "programmes": [{"document": 1, "programme": 0}],
            })
        );
        let pair = &comparison["pairs"][0];
        assert_eq!([&pair["relation"], &pair["unlike"]], [&json!("budget-and-next"), &json!(["year"])]);
        let [matched, spent, change] = ["programmes", "spent", "changes"].map(|key| &pair[key][0]);
        assert_eq!(matched["reasons"], json!(["number", "name"]));
        assert_eq!([&spent["realised"], &spent["share"]], [&json!({"document": 1, "figure": 1}), &json!("60.0")]);
        assert_eq!([&change["difference"], &change["relative"]], [&json!("-8000"), &json!(null)]);
        assert_eq!(comparison["repeats"][0]["explained_by"], json!([{"document": 1, "figure": 2}]));
    }

    #[test]
    fn one_document_is_compared_with_nothing() {
        let alone = exported_comparison(|contents| json(&Contents { documents: &contents.documents[..1], ..*contents }));
        assert_eq!(alone["comparison"], Value::Null);
    }
}
