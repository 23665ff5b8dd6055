//! The JSON export, version 1: what everyone outside reads.
//!
//! Spans are `[start, end)` in bytes of the decoded text; money and percentages are decimal strings; a key without a
//! value is null or an empty list, never left out. The shapes are in [`wire`]; they are not the model of the domain, so
//! that either can change without the other.

mod names;
mod to_wire;
pub mod wire;

use self::names::Named;
use crate::{
    document::Document,
    publication::{Publication, publications},
    source::Source,
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

/// An export of several documents, indented for people.
pub fn to_json(documents: &[(Source, Document)], with_text: WithText) -> String {
    let mut wire: Vec<wire::Document> =
        documents.iter().map(|(source, document)| document_to_wire(source, document, with_text)).collect();
    let borrowed: Vec<_> = documents.iter().map(|(source, document)| (source, document)).collect();
    let mut names: Vec<String> = Vec::new();
    for publication in publications(&borrowed) {
        let name = unlike(&names, &name_of(&publication));
        publication.pages.iter().for_each(|&page| wire[page].publication = Some(name.clone()));
        names.push(name);
    }
    pretty(&wire::Export::new(wire))
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
    use super::*;
    use crate::read;

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
        let json: serde_json::Value = serde_json::from_str(&to_json(&documents, WithText::No)).unwrap_or_default();
        let shared: Vec<_> = (0..documents.len()).map(|at| json["documents"][at]["publication"].as_str()).collect();
        let [first, second] = [Some("budget-2024-Zeist"), Some("budget-2024-Zeist-2")];
        assert_eq!(shared, [first, first, second, second, None]);
    }
}
