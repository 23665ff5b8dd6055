//! # What it does
//! Adds up the parts of a programme and compares the sum with the programme: numbered rows of a table (`5.1`, `5.2` below `5`),
//! and the lasten, baten and saldo that stand under the heading of each part.
//!
//! # Why it matters
//! The council decides on programmes; their parts show what the money is for (BBV art. 8 and 17). What a programme has more
//! than its parts is money that nobody explains.
//!
//! # Example
//! `3.611 + 6.752 + 1.841 = 12.204`: three parts and their programme.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Finding, Reason, Subject, Verdict, lines, sums};
use crate::{
    check::{lines::Money, sums::Equation},
    document::{Document, Identity, Permanence, Phase, TermSign},
    scan::words::folded,
};

/// Words of a heading before the name of a part.
const MOST_WORDS_BEFORE: usize = 4;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = sums::of_tables(subject, Check::Parts);
    found.extend(under_headings(subject));
    sums::in_order(subject.document, found)
}

/// Whether the rows of a sum are numbered as parts of the row that it comes to.
pub(super) fn is_of_parts(document: &Document, identity: &Identity) -> bool {
    let number = |at: usize| document.figures.get(at).and_then(|figure| number_of(&figure.row));
    let outcome = identity.terms.iter().find(|term| term.sign == TermSign::Equals).and_then(|term| number(term.figure));
    let mut parts = identity.terms.iter().filter(|term| term.sign != TermSign::Equals);
    outcome.is_some_and(|outcome| parts.all(|term| number(term.figure).is_some_and(|part| is_part_of(part, outcome))))
}

/// The number that a label begins with.
fn number_of(label: &str) -> Option<&str> {
    let number = label.split_whitespace().next()?.trim_end_matches('.');
    number.starts_with(|first: char| first.is_ascii_digit()).then_some(number)
}

/// `5.1` is a part of `5`.
fn is_part_of(part: &str, whole: &str) -> bool {
    part.strip_prefix(whole).is_some_and(|rest| rest.starts_with('.'))
}

/// What amounts must have in common to be summed.
type Key = (usize, Money, Option<i32>, Option<Phase>, Option<Permanence>);

/// The amounts of one key: those of each part, and those of the programme.
#[derive(Default)]
struct Amounts {
    parts: Vec<(usize, usize)>,
    whole: Vec<usize>,
}

/// Programmes whose parts have headings with amounts below them.
fn under_headings(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    let names = parts_by_name(document);
    let scopes = scopes(document, &names);
    let mut amounts: BTreeMap<Key, Amounts> = BTreeMap::new();
    for (at, figure) in document.figures.iter().enumerate().filter(|(at, _)| subject.counts(*at)) {
        let Some((programme, money)) = figure.programme.zip(lines::money_of(figure)) else { continue };
        let key = (programme, money, figure.year, figure.phase, figure.permanence);
        let scope = scopes.range(..=figure.span.start).next_back().and_then(|(_, scope)| *scope);
        let amounts = amounts.entry(key).or_default();
        match scope.and_then(|of_name| of_name.get(&programme)) {
            Some(&part) => amounts.parts.push((part, at)),
            None => amounts.whole.push(at),
        }
    }
    let mut found: BTreeMap<usize, Vec<Finding>> = BTreeMap::new();
    for ((programme, ..), amounts) in &amounts {
        let equation = equation(document, *programme, amounts);
        found.entry(*programme).or_default().extend(equation.and_then(|sum| sums::judge(subject, Check::Parts, &sum)));
    }
    found.into_values().flat_map(borne_out).collect()
}

/// The parts of one name: the programmes that have one, each with the place of it among its own.
type OfOneName = BTreeMap<usize, usize>;

/// The parts of all programmes by their names: several may have one called `Overhead`.
fn parts_by_name(document: &Document) -> BTreeMap<String, OfOneName> {
    let mut names: BTreeMap<String, OfOneName> = BTreeMap::new();
    for (programme, of_programme) in document.programmes.iter().enumerate() {
        for (at, part) in of_programme.parts.iter().enumerate() {
            names.entry(folded(&part.name)).or_default().insert(programme, at);
        }
    }
    names
}

/// Where the parts of programmes begin, by their headings, and where other headings of their level end them.
fn scopes<'a>(document: &Document, names: &'a BTreeMap<String, OfOneName>) -> BTreeMap<u32, Option<&'a OfOneName>> {
    let mut scopes = BTreeMap::new();
    let mut level = u8::MAX;
    for entry in &document.outline {
        let title = folded(&entry.title);
        let part = endings(&title).find_map(|ending| names.get(ending));
        if part.is_some() || entry.level <= level {
            level = if part.is_some() { entry.level } else { u8::MAX };
            scopes.insert(entry.span.start, part);
        }
    }
    scopes
}

/// The words of a title, and what is left without the first, the second, and a few more of them.
fn endings(title: &str) -> impl Iterator<Item = &str> {
    let starts = title.match_indices(' ').map(|(at, _)| at + 1).take(MOST_WORDS_BEFORE);
    [0].into_iter().chain(starts).filter_map(|start| title.get(start..))
}

/// The sum of all parts of a programme, where each of them has one amount and so has the programme.
fn equation(document: &Document, programme: usize, amounts: &Amounts) -> Option<Equation> {
    let parts = document.programmes.get(programme)?.parts.len();
    let present: BTreeSet<usize> = amounts.parts.iter().map(|(part, _)| *part).collect();
    let [outcome] = amounts.whole[..] else { return None };
    let is_whole = parts > 1 && amounts.parts.len() == parts && present.len() == parts;
    let terms = amounts.parts.iter().map(|(_, at)| (*at, false)).collect();
    is_whole.then_some(Equation { terms, outcome, used_for_reading: false })
}

/// A programme may have more than its parts: that they do not add up is told as an error where other amounts of it do.
fn borne_out(findings: Vec<Finding>) -> Vec<Finding> {
    let bears_out = findings.iter().any(|finding| matches!(finding.verdict, Verdict::Holds | Verdict::Rounding));
    let judged = |finding: Finding| match finding.verdict {
        Verdict::Differs if !bears_out => Finding { verdict: Verdict::Unchecked, reason: Some(Reason::PartsUnknown), ..finding },
        _ => finding,
    };
    findings.into_iter().map(judged).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        sums::testing::findings(Check::Parts, &format!("Begroting 2024\n\n{text}"), expected);
    }

    #[test]
    fn numbered_rows() {
        let rows = "Bedragen x € 1.000\nOmschrijving\t2024\t2025\n5 Groen\t12.204\t12.870\n5.1 Energie\t3.611\t3.940\n5.2 Water\t8.593\t";
        check(&format!("{rows}8.930\n"), &["holds 3.611 + 8.593 = 12.204", "holds 3.940 + 8.930 = 12.870"]);
        check(&format!("{rows}8.390\n"), &["holds 3.611 + 8.593 = 12.204", "differs 3.940 + 8.390 = 12.870 by -540000"]);
    }

    #[test]
    fn parts_with_headings() {
        let part = |name: &str, lasten: &str, baten: &str| {
            format!("Deelprogramma {name}\n\nWij doen het.\n\nLasten € {lasten}\nBaten € {baten}\n\n")
        };
        let parts = format!("{}{}", part("Energie", "4.126", "1.204"), part("Water", "7.318", "7.902"));
        let text = |lasten: &str, baten: &str| {
            format!(
                "Programma 5 Groen\n\n{parts}Programma 5 Groen\n\nWat mag het kosten?\n\nLasten € {lasten}\nBaten € {baten}\n"
            )
        };
        check(&text("11.444", "9.106"), &["holds 4.126 + 7.318 = 11.444", "holds 1.204 + 7.902 = 9.106"]);
        check(&text("11.944", "9.106"), &["differs 4.126 + 7.318 = 11.944 by -500", "holds 1.204 + 7.902 = 9.106"]);
        check(
            &text("11.944", "9.806"),
            &["unchecked 4.126 + 7.318 = 11.944 by -500 PartsUnknown", "unchecked 1.204 + 7.902 = 9.806 by -700 PartsUnknown"],
        );
    }

    #[test]
    fn parts_of_one_name_in_two_programmes() {
        let programme = |heading: &str, own: &str, amounts: [&str; 3]| {
            let [first, second, whole] = amounts;
            format!(
                "Programma {heading}\n\nDeelprogramma {own}\n\nLasten € {first}\n\nDeelprogramma Water\n\nLasten € {second}\n\nProgramma {heading}\n\nWat mag het kosten?\n\nLasten € {whole}\n\n"
            )
        };
        let groen = programme("5 Groen", "Energie", ["4.126", "7.318", "11.444"]);
        let blauw = programme("6 Blauw", "Haven", ["5.126", "7.418", "12.544"]);
        let text = format!("Begroting 2024\n\n{groen}{blauw}");
        let mut document = crate::read::read(&crate::source::Source::from_bytes("a", text.as_bytes()));
        let water = document.programmes[0].parts[1].clone();
        document.programmes[1].parts = vec![document.programmes[1].parts[0].clone(), water];
        let verdicts: Vec<Verdict> = under_headings(&Subject::new(&document)).iter().map(|finding| finding.verdict).collect();
        assert_eq!(verdicts, [Verdict::Holds, Verdict::Holds]);
    }
}
