use super::*;
use crate::compare::examples::{SAMPLES, Texts};

/// Each pair as its relation and the years or numbers of the two texts.
fn pairs_of(texts: &[&str]) -> Vec<String> {
    let line = |pair: &Pair| format!("{:?} {} {}", pair.relation, pair.left, pair.right);
    Texts::read(texts).compared().pairs.iter().filter(|pair| pair.left != pair.right).map(line).collect()
}

fn title(kind: &str, year: i32, municipality: &str) -> String {
    format!("{kind} {year} gemeente {municipality}\n\nIn de gemeente {municipality} is het goed wonen.\n")
}

#[test]
fn the_sample_set_has_the_pairs_of_the_budget_cycle() {
    let expected =
        ["BudgetAndAccounts 0 1", "BudgetAndNext 0 2", "AgreementAndBudget 3 0", "AgreementAndBudget 3 2", "Municipalities 2 4"];
    assert_eq!(pairs_of(&SAMPLES), expected);
}

#[test]
fn a_budget_goes_with_the_next_one_there_is() {
    let [one, two, three] = [2021, 2023, 2022].map(|year| title("Begroting", year, "Voorbeeldstad"));
    assert_eq!(pairs_of(&[&one, &two]), ["BudgetAndNext 0 1"]);
    assert_eq!(pairs_of(&[&one, &two, &three]), ["BudgetAndNext 0 2", "BudgetAndNext 2 1"]);
}

#[test]
fn accounts_go_with_the_next_ones() {
    let [one, two] = [2022, 2021].map(|year| title("Jaarstukken", year, "Voorbeeldstad"));
    assert_eq!(pairs_of(&[&one, &two]), ["AccountsAndNext 1 0"]);
}

#[test]
fn an_amended_budget_goes_with_the_original_one() {
    let amended = "Begroting 2024 na wijziging\n\nIn de gemeente Voorbeeldstad is het goed wonen.\n";
    assert_eq!(pairs_of(&[amended, &title("Begroting", 2024, "Voorbeeldstad")]), ["OriginalAndAmended 1 0"]);
}

#[test]
fn the_budget_of_the_year_of_the_elections_is_that_of_the_coalition_before() {
    let agreement = title("Coalitieakkoord 2022-2026", 2022, "Voorbeeldstad");
    let [first, second, late] = [2022, 2023, 2027].map(|year| title("Begroting", year, "Voorbeeldstad"));
    let with_agreement =
        |texts: &[&str]| -> Vec<String> { pairs_of(texts).into_iter().filter(|line| line.starts_with("Agreement")).collect() };
    assert_eq!(with_agreement(&[&agreement, &first, &second, &late]), ["AgreementAndBudget 0 2"]);
}

#[test]
fn municipalities_go_together_by_kind_and_by_the_same_or_the_nearest_year() {
    let budget = |year, name| title("Begroting", year, name);
    let [one, two, three] = [budget(2024, "Voorbeeldstad"), budget(2024, "Voorbeeldwoude"), budget(2022, "Zilverland")];
    assert_eq!(pairs_of(&[&one, &two]), ["Municipalities 0 1"]);
    assert_eq!(pairs_of(&[&one, &three]), ["Municipalities 0 1"], "the only two there are");
    let whole = |text: &str| format!("{text}\nBedragen x € 1.000\nProgramma\tLasten\n1 Zorg\t5\n2 Wonen\t6\nTotaal\t11\n");
    let [one, three, later] = [one, three, budget(2023, "Zilverland")].map(|text| whole(&text));
    assert_eq!(pairs_of(&[&one, &three, &later]), ["BudgetAndNext 1 2", "Municipalities 0 2"]);
    assert_eq!(pairs_of(&[&one, &title("Jaarstukken", 2024, "Zilverland")]), ["Municipalities 0 1"], "the only two there are");
}

#[test]
fn municipalities_of_other_years_with_nothing_to_compare_are_not_paired() {
    let [one, two] = [("Voorbeeldstad", 2024), ("Zilverland", 2022)].map(|(name, year)| title("Begroting", year, name));
    let third = title("Jaarstukken", 2021, "Voorbeeldstad");
    assert_eq!(pairs_of(&[&one, &two, &third]), [] as [String; 0]);
}

#[test]
fn texts_that_do_not_say_whose_they_are_go_with_the_only_municipality_there_is() {
    let page = "Jaarstukken 2024\n\nTekst.\n";
    let [one, two] = ["Voorbeeldstad", "Voorbeeldwoude"].map(|name| title("Begroting", 2024, name));
    let next = title("Begroting", 2025, "Voorbeeldstad");
    assert_eq!(pairs_of(&[&one, page, &next]), ["BudgetAndAccounts 0 1", "BudgetAndNext 0 2"]);
    assert_eq!(pairs_of(&[&one, page, &two]), ["Municipalities 0 2"]);
}

#[test]
fn many_municipalities_are_not_paired_unless_asked_for() {
    let texts: Vec<String> = ('A'..='Z').map(|letter| title("Begroting", 2024, &format!("Voorbeeld{letter}oord"))).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    assert_eq!(pairs_of(&texts[..3]).len(), 3);
    assert_eq!(pairs_of(&texts), [] as [String; 0]);
    let texts = Texts::read(&texts);
    let comparison = texts.compared();
    let asked = |two| pair(&texts.all(), &comparison.volumes, two, &Decisions::default());
    assert_eq!(asked((25, 3)).map(|pair| (pair.relation, pair.left, pair.right)), Some((Relation::Municipalities, 3, 25)));
    assert_eq!(asked((0, 26)), None);
}

#[test]
fn many_loose_pages_go_together_by_programme() {
    let page = |kind: &str, at: usize| {
        format!("{kind} 2024 gemeente Voorbeeldstad\n\nProgramma Zaak{at}ding\n\nIn de gemeente Voorbeeldstad.\n")
    };
    let texts: Vec<String> =
        (0..10).map(|at| page("Begroting", at)).chain((0..10).map(|at| page("Jaarstukken", 9 - at))).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let expected: Vec<String> = (0..10).map(|at| format!("BudgetAndAccounts {at} {}", 19 - at)).collect();
    assert_eq!(pairs_of(&texts), expected);
}

#[test]
fn a_pair_says_first_what_makes_it_unlike() {
    let unlike = |one: &str, other: &str| {
        let texts = Texts::read(&[one, other]);
        let comparison = texts.compared();
        pair(&texts.all(), &comparison.volumes, (0, 1), &Decisions::default()).map(|pair| pair.unlike)
    };
    let budget = title("Begroting", 2024, "Voorbeeldstad");
    assert_eq!(unlike(&budget, &title("Begroting", 2024, "Voorbeeldwoude")), Some(vec![Unlike::Municipality, Unlike::OnlyAPart]));
    assert_eq!(unlike(&budget, &title("Begroting", 2025, "Voorbeeldstad")), Some(vec![Unlike::Year, Unlike::OnlyAPart]));
    assert_eq!(
        unlike(&budget, &title("Jaarstukken", 2023, "Zilverland")),
        Some(vec![Unlike::Kind, Unlike::Year, Unlike::Municipality, Unlike::OnlyAPart])
    );
    assert_eq!(unlike(&budget, "Begroting 2024\n\nTekst.\n"), Some(vec![Unlike::Unknown, Unlike::OnlyAPart]));
}
