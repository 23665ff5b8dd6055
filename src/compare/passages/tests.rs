use super::*;
use crate::read;

/// For each promise of the left texts what the right ones say of it; nothing where nothing was found.
fn found(left: &[&str], right: &[&str]) -> Vec<(String, String, Vec<String>)> {
    let sources: Vec<Source> = left.iter().chain(right).map(|text| Source::from_bytes("a", text.as_bytes())).collect();
    let read: Vec<Document> = sources.iter().map(read).collect();
    let documents: Vec<_> = sources.iter().zip(&read).collect();
    let volume = |texts: std::ops::Range<usize>| Volume { documents: texts.collect(), ..Volume::default() };
    let promises = promises(&documents, &volume(0..left.len()), &volume(left.len()..sources.len()));
    let cut = |passage: Passage| sources[passage.document].cut(passage.span).to_owned();
    let words = |promise: Promise| (cut(promise.promise), promise.found.map(cut).unwrap_or_default(), promise.shared);
    promises.into_iter().map(words).collect()
}

fn check(left: &str, right: &str, expected: &[(&str, &str, &[&str])]) {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let expected: Vec<_> =
        expected.iter().map(|(promise, found, shared)| ((*promise).to_owned(), (*found).to_owned(), owned(shared))).collect();
    assert_eq!(found(&[left], &[right]), expected);
}

const BUDGET: &str = "Begroting 2024 gemeente Voorbeeldstad

Wat gaan we daarvoor doen?

- Ieder dorp krijgt een speeltuin bij de basisschool.
- We laten de dorpshuizen isoleren.
";

const ACCOUNTS: &str = "Jaarstukken 2024 gemeente Voorbeeldstad

Wat hebben we daarvoor gedaan?

- Drie fietspaden zijn verbreed.
- De speeltuinen bij alle basisscholen zijn geopend.
- Het zwembad bleef een maand langer open.
";

#[test]
fn a_promise_finds_what_is_said_of_it_and_the_other_nothing() {
    check(
        BUDGET,
        ACCOUNTS,
        &[
            (
                "Ieder dorp krijgt een speeltuin bij de basisschool.",
                "De speeltuinen bij alle basisscholen zijn geopend.",
                &["basisschool", "speeltuin"],
            ),
            ("We laten de dorpshuizen isoleren.", "", &[]),
        ],
    );
}

#[test]
fn the_name_of_a_partner_alone_is_no_pair() {
    let with = |deed: &str| format!("Begroting 2024 gemeente Voorbeeldstad\n\nWat gaan we daarvoor doen?\n\n- {deed}\n");
    let promise = "Met het Werkbedrijf Zilverland (WBZ) richten we een kringloopwinkel in.";
    let other = with("Het Werkbedrijf Zilverland (WBZ) onderhoudt de begraafplaatsen.");
    check(&with(promise), &other, &[(promise, "", &[])]);
    let same = "In de kringloopwinkel van het Werkbedrijf Zilverland (WBZ) is het druk.";
    check(&with(promise), &with(same), &[(promise, same, &["kringloopwinkel", "Werkbedrijf", "Zilverland", "WBZ"])]);
}

#[test]
fn an_agreement_promises_in_every_sentence() {
    let agreement = "Coalitieakkoord 2022-2026 gemeente Voorbeeldstad

De speeltuinen bij de basisscholen knappen we op. De brug over de Turfvaart blijft voor auto's dicht.
";
    check(
        agreement,
        BUDGET,
        &[
            (
                "De speeltuinen bij de basisscholen knappen we op.",
                "Ieder dorp krijgt een speeltuin bij de basisschool.",
                &["basisscholen", "speeltuinen"],
            ),
            ("De brug over de Turfvaart blijft voor auto's dicht.", "", &[]),
        ],
    );
}

#[test]
fn what_a_budget_only_tells_is_given_where_something_was_found() {
    let budget = "Begroting 2024 gemeente Voorbeeldstad

De speeltuinen bij de basisscholen knappen we op. De brug over de Turfvaart is al honderd jaar oud.
";
    check(
        budget,
        ACCOUNTS,
        &[(
            "De speeltuinen bij de basisscholen knappen we op.",
            "De speeltuinen bij alle basisscholen zijn geopend.",
            &["basisscholen", "speeltuinen"],
        )],
    );
}

#[test]
fn of_two_passages_that_are_alike_the_one_of_the_same_programme_is_found() {
    let programmes = |one: &str, other: &str| {
        let question = "Wat gaan we daarvoor doen?";
        format!(
            "Begroting 2024 gemeente Voorbeeldstad\n\nProgramma 1 Sport\n\n{question}\n\n- {one}\n\nProgramma 2 Groen\n\n\
             {question}\n\n- {other}\n"
        )
    };
    let promise = "Bij de vijver komen picknicktafels.";
    let left = programmes("De kantine wordt geschilderd.", promise);
    let right = programmes("Er staan nu picknicktafels bij de vijver.", "Bij de vijver staan nu picknicktafels.");
    let found = found(&[&left], &[&right]);
    assert_eq!(found[1].1, "Bij de vijver staan nu picknicktafels.", "{found:?}");
}

#[test]
fn the_same_words_are_wholly_alike() {
    let source = Source::from_bytes("a", BUDGET.as_bytes());
    let document = read(&source);
    let documents = [(&source, &document), (&source, &document)];
    let volume = |at| Volume { documents: vec![at], ..Volume::default() };
    let promises = promises(&documents, &volume(0), &volume(1));
    assert_eq!(promises.iter().map(|promise| promise.likeness).collect::<Vec<_>>(), [100, 100]);
}

#[test]
fn a_volume_without_texts_promises_nothing() {
    assert_eq!(found(&[], &[ACCOUNTS]), []);
    assert_eq!(found(&[BUDGET], &[])[0].1, "");
    let beyond = Volume { documents: vec![7], ..Volume::default() };
    assert_eq!(promises(&[], &beyond, &beyond), []);
}

#[test]
fn the_agreement_of_the_samples_is_found_in_the_budget() {
    let agreement = include_str!("../../../static/samples/voorbeeldstad-coalitieakkoord-2022-2026.txt");
    let budget = include_str!("../../../static/samples/voorbeeldstad-begroting-2024.txt");
    let all = found(&[agreement], &[budget]);
    let kept: Vec<&str> = all.iter().filter(|(_, found, _)| !found.is_empty()).map(|(_, _, shared)| shared[0].as_str()).collect();
    assert_eq!(all.len(), 23);
    assert_eq!(
        kept,
        ["jeugdhulpverlener", "zwemlessen", "werkdagen", "aanspreekpunt", "sociale", "Weverswijk", "energiecoaches", "bedrijven"]
    );
}
