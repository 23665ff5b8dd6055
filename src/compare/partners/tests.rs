use super::*;
use crate::{compare::volumes, decisions::PartnerDecision, read};

/// The names of each partner of some texts.
fn names(texts: &[&str], decisions: &Decisions) -> Vec<Vec<String>> {
    across(texts, decisions).into_iter().map(|partner| partner.names).collect()
}

fn across(texts: &[&str], decisions: &Decisions) -> Vec<PartnerAcross> {
    let read: Vec<(Source, Document)> = texts
        .iter()
        .map(|text| {
            let source = Source::from_bytes("a", text.as_bytes());
            let document = read(&source);
            (source, document)
        })
        .collect();
    let documents: Vec<_> = read.iter().map(|(source, document)| (source, document)).collect();
    partners(&documents, &volumes::volumes(&documents, decisions), decisions)
}

/// A budget of a municipality with a list of affiliated parties.
fn budget(municipality: &str, parties: &[&str]) -> String {
    let list: String = parties.iter().map(|party| format!("- {party}\n")).collect();
    format!("Begroting 2025 gemeente {municipality}\n\nVerbonden partijen\n\n{list}")
}

fn check(texts: &[String], decisions: &[PartnerDecision], expected: &[&[&str]]) {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let decisions = Decisions { partners: decisions.to_vec(), ..Decisions::default() };
    assert_eq!(names(&texts, &decisions), expected, "{texts:?}");
}

#[test]
fn one_partner_goes_by_many_names() {
    check(
        &[
            budget("Voorbeeldstad", &["Gemeentelijke gezondheidsdienst regio Zilverland (GGDrZ)"]),
            budget("Voorbeeldwoude", &["GGDrz"]),
            budget("Goudveen", &["GGD regio Zilverland"]),
        ],
        &[],
        &[&["Gemeentelijke gezondheidsdienst regio Zilverland", "GGD regio Zilverland", "GGDrZ", "GGDrz"]],
    );
}
