//! How many people live in the municipality, where the text says so.
//!
//! A sentence says it that names the municipality (`Voorbeeldstad telt 34.120 inwoners`), or a line that is called so
//! (`Aantal inwoners 34.120`). A number that is about, of a village or region, or of a year to come is none; nor are two
//! numbers that do not agree.

use super::{page::Page, sentences::sentences};
use crate::{
    document::Municipality,
    scan::{
        amounts,
        words::{find_words, folded, is_space, words},
        year, years,
    },
    source::Spanned,
};

/// The smallest and the largest number that a municipality can have.
const FEWEST: u32 = 500;
const MOST: u32 = 2_000_000;

/// The number of inhabitants, with the place where it is printed first.
pub(super) fn inhabitants(page: &Page<'_>, own: Option<&Municipality>, about: Option<i32>) -> Option<Spanned<u32>> {
    let mut found = None;
    for block in page.written() {
        let text = page.words(block);
        if !text.contains("nwoners") {
            continue;
        }
        for sentence in sentences(page.text, block) {
            let words = page.words(sentence);
            let Some((start, end, count)) = labelled(words).or_else(|| told(words, own, about)) else { continue };
            match found {
                None => found = Some(Spanned::new(count, sentence.part(start, end))),
                Some(first) if first.value == count => {}
                Some(_) => return None,
            }
        }
    }
    found
}

/// `Aantal inwoners (1 januari 2024): 34.120`, with no other number on the line.
fn labelled(line: &str) -> Option<(usize, usize, u32)> {
    let start = line.find(char::is_alphanumeric)?;
    let mut label = words(line);
    let names_it = folded(label.next()?.text) == "aantal" && folded(label.next()?.text) == "inwoners";
    let rest = start + find_words(&line[start..], "inwoners").filter(|_| names_it)? + "inwoners".len();
    let of_all = !["per", "van", "met", "tot"].contains(&folded(words(&line[rest..]).next()?.text).as_str())
        || line[rest..].trim_start().starts_with("per 1");
    let mut counts =
        numbers(&line[rest..]).filter(|&(_, _, count)| i32::try_from(count).ok().is_none_or(|count| !is_year(count)));
    let (from, to, count) = counts.next().filter(|_| of_all)?;
    counts.next().is_none().then_some((rest + from, rest + to, count))
}

fn is_year(count: i32) -> bool {
    year(&count.to_string()).is_some()
}

/// `De gemeente Voorbeeldstad telt 34.120 inwoners`.
fn told(sentence: &str, own: Option<&Municipality>, about: Option<i32>) -> Option<(usize, usize, u32)> {
    let end = find_words(sentence, "inwoners")?;
    let before = &sentence[..end];
    let (from, to, count) = numbers(before).last().filter(|&(_, to, _)| before[to..].chars().all(is_space))?;
    let has = |needles: &[&str]| needles.iter().any(|needle| find_words(before, needle).is_some());
    let names_it = own.is_some_and(|own| before.contains(own.name.as_str())) || has(&["gemeente"]);
    let counts = has(&["telt", "telde", "heeft", "kent", "wonen"]);
    let is_another = has(&["wijk", "kern", "dorp", "stadsdeel", "regio", "provincie", "gemeenten", "samen", "per", "elke"]);
    let is_about = folded(before[..from].trim_end()).split(' ').next_back().is_some_and(|last| HEDGES.contains(&last));
    let other_year = years(sentence).iter().any(|&(year, _)| about.is_none_or(|about| about.abs_diff(year) > 1));
    (names_it && counts && !is_another && !is_about && !other_year).then_some((from, to, count))
}

/// Words before a number that is not exact, or not of all.
const HEDGES: [&str; 19] = [
    "ruim",
    "circa",
    "ca",
    "ca.",
    "ongeveer",
    "bijna",
    "dan",
    "zo'n",
    "rond",
    "plusminus",
    "voor",
    "naar",
    "boven",
    "onder",
    "tot",
    "van",
    "de",
    "nog",
    "maar",
];

/// The whole numbers that can be inhabitants of a municipality, each with its place.
fn numbers(text: &str) -> impl Iterator<Item = (usize, usize, u32)> {
    let whole = |number: rust_decimal::Decimal| u32::try_from(number).ok().filter(|count| (FEWEST..=MOST).contains(count));
    amounts(text)
        .into_iter()
        .filter(|amount| !amount.currency && amount.scale.is_none() && amount.number.scale() == 0)
        .filter_map(move |amount| Some((amount.start, amount.end, whole(amount.number)?)))
}

#[cfg(test)]
mod tests {
    use crate::{read::read, source::Source};

    fn check(text: &str, expected: Option<u32>) {
        let text = format!("Begroting 2025 gemeente Voorbeeldwoude\n\n{text}\n");
        let source = Source::from_bytes("a", text.as_bytes());
        let found = read(&source).inhabitants;
        assert_eq!(found.map(|found| found.value), expected, "{text}");
        if let Some(found) = found {
            assert_eq!(source.cut(found.span).replace('.', ""), found.value.to_string());
        }
    }

    #[test]
    fn a_sentence_that_names_the_municipality() {
        check("Voorbeeldwoude telt drie dorpen en 12.000 inwoners. Veel ervan doen we samen.", Some(12_000));
        check("Onze gemeente heeft 12.345 inwoners op 1 januari 2025.", Some(12_345));
        check("De gemeente Voorbeeldwoude telde in 2024 12.345 inwoners.", Some(12_345));
    }

    #[test]
    fn a_line_that_is_called_so() {
        check("Aantal inwoners: 12.345", Some(12_345));
        check("Kerngegevens\n\nAantal inwoners per 1 januari 2025\t12.345\nOppervlakte\t41", Some(12_345));
        check("Aantal inwoners 12.345 12.401", None);
        check("Aantal inwoners met een uitkering 1.345", None);
    }

    #[test]
    fn numbers_that_are_not_of_all_or_not_exact_are_none() {
        check("Voorbeeldwoude telt ruim 12.000 inwoners.", None);
        check("De gemeente heeft 4 winkels per 1.000 inwoners.", None);
        check("De gemeente helpt 1.240 inwoners aan werk.", None);
        check("De gemeente telt drie kernen; de kern Zilverdam heeft 3.400 inwoners.", None);
        check("De gemeente telt in 2040 naar verwachting 14.000 inwoners.", None);
        check("De gemeente telt 12.345 inwoners.\n\nDe gemeente Voorbeeldwoude heeft 12.400 inwoners.", None);
    }
}
