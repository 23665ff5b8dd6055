use super::*;
use crate::{compare::volumes, decisions::PartnerDecision, read};

/// A text with a partner that is not only listed.
const ACCOUNTS: &str = "Jaarstukken 2024 gemeente Voorbeeldstad

Het Werkbedrijf Zilverland (WBZ) heeft een winkel geopend. De bijdrage aan het WBZ was € 188.000 en die aan Stichting \
                        Zonneveld € 12.000. In totaal gaven wij € 3 miljoen uit.

Bedragen x € 1.000
Bijdragen\t2023\t2024
Werkbedrijf Zilverland\t120\t140
Overige bijdragen\t10\t20
";

fn compared<T>(texts: &[&str], decisions: &Decisions, look: impl Fn(&[Document], Vec<PartnerAcross>) -> T) -> T {
    let sources: Vec<Source> = texts.iter().map(|text| Source::from_bytes("a", text.as_bytes())).collect();
    let read: Vec<Document> = sources.iter().map(read).collect();
    let documents: Vec<_> = sources.iter().zip(&read).collect();
    let found = partners(&documents, &volumes::volumes(&documents, decisions), decisions);
    look(&read, found)
}

/// A budget of a municipality with a list of affiliated parties.
fn budget(municipality: &str, parties: &[&str]) -> String {
    let list = parties.join("\n- ");
    format!("Begroting 2025 gemeente {municipality}\n\nVerbonden partijen\n\n- {list}\n")
}

/// The names of each partner, when people decided so much.
fn check_decided(texts: &[String], decided: &[PartnerDecision], expected: &[&[&str]]) {
    let decisions = Decisions { partners: decided.to_vec(), ..Decisions::default() };
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let names: Vec<Vec<String>> =
        compared(&texts, &decisions, |_, partners| partners.into_iter().map(|partner| partner.names).collect());
    assert_eq!(names, expected, "{texts:?}");
}

fn check(texts: &[String], expected: &[&[&str]]) {
    check_decided(texts, &[], expected);
}

fn same(one: &str, other: &str) -> PartnerDecision {
    PartnerDecision::Same(one.to_owned(), other.to_owned())
}

fn apart(one: &str, other: &str) -> PartnerDecision {
    PartnerDecision::Apart(one.to_owned(), other.to_owned())
}

#[test]
fn one_partner_goes_by_many_names() {
    check(
        &[
            budget("Voorbeeldstad", &["Gemeentelijke gezondheidsdienst regio Zilverland (GGDrZ)"]),
            budget("Voorbeeldwoude", &["GGDrz"]),
            budget("Goudveen", &["GGD regio Zilverland"]),
        ],
        &[&["Gemeentelijke gezondheidsdienst regio Zilverland", "GGD regio Zilverland", "GGDrZ", "GGDrz"]],
    );
    check(
        &[budget("Voorbeeldstad", &["Werkbedrijf Zilverland B.V."]), budget("Goudveen", &["Werkbedrijf Zilverland"])],
        &[&["Werkbedrijf Zilverland B.V.", "Werkbedrijf Zilverland"]],
    );
}

#[test]
fn bodies_of_two_regions_are_two() {
    check(
        &[budget("Voorbeeldstad", &["GGD Zilverland"]), budget("Goudveen", &["GGD Goudland"])],
        &[&["GGD Goudland"], &["GGD Zilverland"]],
    );
}

#[test]
fn an_abbreviation_of_two_bodies_joins_neither() {
    let texts = [
        budget("Voorbeeldstad", &["Werkbedrijf Zilverland (WBZ)"]),
        budget("Goudveen", &["Woonbedrijf Zonneveld (WBZ)"]),
        budget("Voorbeeldwoude", &["WBZ"]),
    ];
    check(&texts, &[&["WBZ"], &["Werkbedrijf Zilverland", "WBZ"], &["Woonbedrijf Zonneveld", "WBZ"]]);
    let [own, other, _] = texts;
    check(&[own, other, budget("Goudveen", &["WBZ"])], &[&["Werkbedrijf Zilverland", "WBZ"], &["Woonbedrijf Zonneveld", "WBZ"]]);
}

#[test]
fn names_that_agree_may_share_an_abbreviation() {
    check(
        &[
            budget("Voorbeeldstad", &["Werkvoorzieningschap Zilverland (WVZ)"]),
            budget("Goudveen", &["Sociale Werkvoorziening Zilverland (WVZ)"]),
        ],
        &[&["Sociale Werkvoorziening Zilverland", "Werkvoorzieningschap Zilverland", "WVZ"]],
    );
}

#[test]
fn a_word_for_a_kind_depends_on_who_says_it() {
    check(
        &[
            budget("Voorbeeldstad", &["Veiligheidsregio Zilverland"]),
            budget("Voorbeeldstad", &["Veiligheidsregio"]),
            budget("Goudveen", &["Veiligheidsregio"]),
        ],
        &[&["Veiligheidsregio"], &["Veiligheidsregio Zilverland", "Veiligheidsregio"]],
    );
}

#[test]
fn a_proper_name_is_the_body_that_ends_so() {
    check(
        &[budget("Voorbeeldstad", &["Dorpshuis De Zwaluw"]), budget("Voorbeeldstad", &["De Zwaluw"])],
        &[&["Dorpshuis De Zwaluw", "Zwaluw"]],
    );
    check(
        &[budget("Voorbeeldstad", &["Dorpshuis De Zwaluw"]), budget("Goudveen", &["De Zwaluw"])],
        &[&["Dorpshuis De Zwaluw"], &["Zwaluw"]],
    );
}

#[test]
fn people_join_and_part() {
    let texts = [budget("Voorbeeldstad", &["Werkbedrijf Zilverland (WBZ)"]), budget("Goudveen", &["Stichting Zonneveld", "WBZ"])];
    let alone: &[&str] = &["Stichting Zonneveld"];
    check(&texts, &[alone, &["Werkbedrijf Zilverland", "WBZ"]]);
    check_decided(
        &texts,
        &[same("Werkbedrijf Zilverland", "stichting zonneveld")],
        &[&["Werkbedrijf Zilverland", "Stichting Zonneveld", "WBZ"]],
    );
    check_decided(&texts, &[apart("WBZ", "Werkbedrijf Zilverland")], &[alone, &["WBZ"], &["Werkbedrijf Zilverland", "WBZ"]]);
    let last_word = [apart("WBZ", "Werkbedrijf Zilverland"), same("Werkbedrijf Zilverland", "WBZ")];
    check_decided(&texts, &last_word, &[alone, &["Werkbedrijf Zilverland", "WBZ"]]);
}

#[test]
fn what_people_part_is_not_joined_by_a_third() {
    let texts = [
        budget("Voorbeeldstad", &["Werkbedrijf Zilverland B.V."]),
        budget("Goudveen", &["Werkbedrijf Zilverland"]),
        budget("Voorbeeldwoude", &["Werk-bedrijf Zilverland"]),
    ];
    check_decided(
        &texts,
        &[apart("Werkbedrijf Zilverland", "Werkbedrijf Zilverland B.V.")],
        &[&["Werkbedrijf Zilverland"], &["Werkbedrijf Zilverland B.V.", "Werk-bedrijf Zilverland"]],
    );
}

#[test]
fn reasons_are_kept() {
    let texts = [budget("Voorbeeldstad", &["Werkbedrijf Zilverland (WBZ)"]), budget("Goudveen", &["WBZ"])];
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let because = compared(&texts, &Decisions::default(), |_, partners| partners[0].because.clone());
    assert_eq!(because, [SameBecause::Abbreviation, SameBecause::Tied]);
}

#[test]
fn amounts_stand_beside_the_name() {
    let beside = compared(&[ACCOUNTS], &Decisions::default(), |documents, partners| {
        let printed = |figure: &FactOf| documents[figure.document].figures[figure.fact].printed.clone();
        let of_partner = |partner: PartnerAcross| (partner.name, partner.presence[0].figures.iter().map(printed).collect());
        partners.into_iter().map(of_partner).collect::<Vec<(String, Vec<String>)>>()
    });
    let expected = [("Stichting Zonneveld", vec!["12.000"]), ("Werkbedrijf Zilverland", vec!["188.000", "120", "140"])];
    assert_eq!(beside, expected.map(|(name, printed)| (name.to_owned(), printed.into_iter().map(str::to_owned).collect())));
}

#[test]
fn the_samples_share_two_partners() {
    let samples = [
        include_str!("../../../static/samples/voorbeeldstad-begroting-2024.txt"),
        include_str!("../../../static/samples/voorbeeldstad-jaarstukken-2024.txt"),
        include_str!("../../../static/samples/voorbeeldwoude-begroting-2025.txt"),
    ];
    let shared = compared(&samples, &Decisions::default(), |documents, partners| {
        let municipalities = |partner: &PartnerAcross| {
            let of_fact = |fact: &FactOf| documents[fact.document].municipality.as_ref().map(|own| own.name.clone());
            partner.presence.iter().flat_map(|presence| &presence.partners).filter_map(of_fact).collect::<BTreeSet<_>>()
        };
        let shared = partners.into_iter().filter(|partner| municipalities(partner).len() > 1);
        shared.map(|partner| (partner.names, partner.presence.len())).collect::<Vec<_>>()
    });
    let expected = [["Gezondheidsdienst Zilverland", "GDZ"], ["Werkbedrijf Zilverland", "WBZ"]];
    assert_eq!(shared, expected.map(|names| (names.map(str::to_owned).to_vec(), 3)));
}
