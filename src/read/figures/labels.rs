//! What the labels of an amount say about it.

use crate::{
    document::{MoneyKind, Permanence, Phase},
    scan::{
        self,
        words::{ends_with_words, find_words, folded, just_behind, words},
    },
};

const BALANCE: [&str; 3] = ["saldo", "resultaat", "saldi"];
const EXPENDITURE: [&str; 3] = ["lasten", "uitgaven", "kosten"];
const INCOME: [&str; 3] = ["baten", "inkomsten", "opbrengsten"];

/// Which kind of money: a reserve in the row goes first, then the last word of the column, then the row's own words,
/// then those of the group that it stands in.
pub(super) fn kind_of(row: &str, column: Option<&str>, group: &str) -> MoneyKind {
    if names_reserve(row) {
        return MoneyKind::Reserve;
    }
    if is_per_unit(row) {
        return MoneyKind::Indicator;
    }
    column.and_then(last_word_kind).or_else(|| words_kind(row)).or_else(|| words_kind(group)).unwrap_or(MoneyKind::Other)
}

/// A move to or from a reserve; `saldo exclusief reserves` is none.
fn names_reserve(row: &str) -> bool {
    let reserve = find_words(row, "reserve").or_else(|| find_words(row, "reserves"));
    let Some(at) = reserve else { return false };
    !["exclusief", "inclusief", "excl", "incl", "voor", "na"].iter().any(|word| find_words(&row[..at], word).is_some())
}

/// An amount per inhabitant or household, or the value of a house: no money of the municipality's.
fn is_per_unit(row: &str) -> bool {
    ["per inwoner", "per huishouden", "per nacht", "tarief", "woonlasten", "woz-waarde"]
        .iter()
        .any(|words| find_words(row, words).is_some())
}

fn last_word_kind(column: &str) -> Option<MoneyKind> {
    words_kind(column.split_whitespace().rfind(|word| scan::year(word).is_none())?)
}

/// A balance goes before its parts: `saldo van lasten en baten`.
pub(super) fn words_kind(words: &str) -> Option<MoneyKind> {
    let first = |names: &[&str]| names.iter().filter_map(|name| find_words(words, name)).max();
    if first(&BALANCE).is_some() {
        return Some(MoneyKind::Balance);
    }
    match (first(&EXPENDITURE), first(&INCOME)) {
        (Some(expenditure), Some(income)) if income > expenditure => Some(MoneyKind::Income),
        (Some(_), _) => Some(MoneyKind::Expenditure),
        (None, Some(_)) => Some(MoneyKind::Income),
        (None, None) => None,
    }
}

/// The phase that a column's words name.
pub(in crate::read) fn phase_of(column: &str) -> Option<Phase> {
    let has = |words: &[&str]| words.iter().any(|word| find_words(column, word).is_some());
    if has(&["verschil", "afwijking", "mutatie", "bijstelling"]) {
        Some(Phase::Difference)
    } else if has(&["rekening", "realisatie", "gerealiseerd", "werkelijk", "jaarrekening"]) {
        Some(Phase::Actual)
    } else if has(&["begroting", "begroot", "budget"]) {
        Some(budget_phase(column))
    } else if has(&["raming", "prognose", "geraamd", "verwachting"]) {
        Some(Phase::Estimate)
    } else {
        None
    }
}

fn budget_phase(column: &str) -> Phase {
    let has = |words: &[&str]| words.iter().any(|word| find_words(column, word).is_some());
    if has(&["primitief", "primitieve", "primair", "oorspronkelijk"]) {
        Phase::OriginalBudget
    } else if has(&["wijziging", "wijzigingen", "gewijzigd", "gewijzigde", "actuele", "actueel", "bijgesteld", "bijgestelde"]) {
        Phase::AmendedBudget
    } else {
        Phase::Budget
    }
}

/// The first year in the words.
pub(super) fn year_of(words: &str) -> Option<i32> {
    scan::years(words).first().map(|&(year, _)| year)
}

/// What a sentence says about the year of an amount in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearBeside {
    /// One year.
    Year(i32),
    /// A span of years: the amount is of all of them together.
    SeveralYears,
    /// Nothing.
    None,
}

/// The year of the amount from byte `at` up to `end`: one right behind it (`€ 60.000 in 2024`), else the last one before
/// it. A year that belongs to a name (`Agenda 2030`), or that the amount is compared with (`meer dan in 2023`), is none.
pub(super) fn year_beside(sentence: &str, at: usize, end: usize) -> YearBeside {
    let years = scan::years(sentence);
    let between = |from: usize, to: usize| sentence.get(from..to).unwrap_or_default();
    // `Saldo 2022: € 12` and `€ 12 in 2024` leave no doubt whose year it is.
    let is_own = |&&(_, start): &&(i32, usize)| {
        is_said(&sentence[..start]) || matches!(between(start + 4, at).trim_end_matches('€').trim(), ":" | "")
    };
    let behind = years.iter().find(|&&(_, start)| start >= end && is_when(between(end, start)));
    // A semicolon ends what its words are of: behind it another thing is told.
    let clause = sentence[..at].rfind(';').map_or(0, |mark| mark + 1);
    let before = || years.iter().filter(|&&(_, start)| clause <= start && start < at).rfind(is_own);
    let Some(&(year, start)) = behind.or_else(before) else { return YearBeside::None };
    let in_period = scan::periods(sentence).iter().any(|period| period.start <= start && start < period.end);
    // `in 2025, 2026 en 2027 respectievelijk € 1, € 2 en € 3`.
    let joined = |&(_, other): &(i32, usize)| {
        other != start && matches!(between(start.min(other) + 4, start.max(other)).trim(), "," | "en")
    };
    let listed = start < at && years.iter().filter(|&&(_, other)| other < at).any(joined);
    if in_period || listed { YearBeside::SeveralYears } else { YearBeside::Year(year) }
}

/// Whether words between an amount and a year only say when: ` in `, ` (`, ` structureel vanaf `, ` per jaar met ingang van `.
fn is_when(between: &str) -> bool {
    const SAY: [&str; 21] = [
        "in",
        "over",
        "voor",
        "vanaf",
        "met",
        "ingang",
        "ingaande",
        "van",
        "per",
        "jaar",
        "jaarlijks",
        "het",
        "structureel",
        "incidenteel",
        "eenmalig",
        "begrotingsjaar",
        "extra",
        "nodig",
        "beschikbaar",
        "euro",
        "s",
    ];
    const LONGEST_BYTES: usize = 48;
    let only_says = |word: &str| SAY.contains(&folded(word).as_str());
    !between.trim().is_empty()
        && between.len() <= LONGEST_BYTES
        && !between.contains([',', ';', '.', ')'])
        && words(between).all(|word| only_says(word.text))
}

/// Whether the words before a year say that something is of that year, and not only compared with it.
fn is_said(before: &str) -> bool {
    const SAY: [&str; 13] = ["in", "voor", "over", "vanaf", "per", "jaar", "jaren", "naar", "tot", "t/m", "met", "-", "–"];
    SAY.iter().any(|word| ends_with_words(before, word)) && !is_compared(before)
}

/// The kind of money of an amount in a sentence: `€ 12 aan baten`, else what the words before it say.
pub(super) fn kind_beside(before: &str, behind: &str) -> MoneyKind {
    const NEAR_BYTES: usize = 24;
    let named = just_behind(behind.trim_start(), 0, NEAR_BYTES).strip_prefix("aan ").and_then(words_kind);
    named.unwrap_or_else(|| kind_of(before, None, ""))
}

/// What an amendment says of the words below or beside a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// They are replaced.
    Was,
    /// They come in their place.
    Becomes,
}

/// Whether a line or a column's header is no more than `Was` or `Wordt`.
pub(super) fn said(label: &str) -> Option<Said> {
    const LONGEST_BYTES: usize = 24;
    let label = label.trim_end_matches(|last: char| last.is_ascii_digit()).trim_matches(|mark: char| !mark.is_alphanumeric());
    match folded(Some(label).filter(|label| label.len() <= LONGEST_BYTES)?).as_str() {
        "was" | "oud" | "oude tekst" | "huidige tekst" | "oorspronkelijke tekst" => Some(Said::Was),
        "wordt" | "nieuw" | "nieuwe tekst" | "te wijzigen in" | "wordt gewijzigd in" | "vervangen door" => Some(Said::Becomes),
        _ => None,
    }
}

fn is_compared(before: &str) -> bool {
    const COMPARE: [&str; 7] = ["dan in", "dan over", "dan", "opzichte van", "sinds", "vergeleken met", "tegen"];
    COMPARE.iter().any(|words| ends_with_words(before, words))
}

/// Structural or incidental, where the words say one of them.
pub(super) fn permanence_of(words: &str) -> Option<Permanence> {
    let structural =
        find_words(words, "structureel").or_else(|| find_words(words, "structurele")).or_else(|| find_words(words, "(s)"));
    let incidental =
        find_words(words, "incidenteel").or_else(|| find_words(words, "incidentele")).or_else(|| find_words(words, "(i)"));
    match (structural, incidental) {
        (Some(_), None) => Some(Permanence::Structural),
        (None, Some(_)) => Some(Permanence::Incidental),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_money() {
        let cases = [
            ("Totaal Lasten", None, "", MoneyKind::Expenditure),
            ("Saldo van baten en lasten", None, "", MoneyKind::Balance),
            ("Sport", Some("Begroting 2024 baten"), "", MoneyKind::Income),
            ("Sport", Some("2024"), "Lasten", MoneyKind::Expenditure),
            ("Sport", Some("Baten 2025"), "", MoneyKind::Income),
            ("Storting in reserve lasten", None, "", MoneyKind::Reserve),
            ("Saldo exclusief reserves", None, "", MoneyKind::Balance),
            ("Woonlasten per huishouden", None, "", MoneyKind::Indicator),
            ("Sport", None, "", MoneyKind::Other),
        ];
        for (row, column, group, expected) in cases {
            assert_eq!(kind_of(row, column, group), expected, "{row}");
        }
    }

    #[test]
    fn the_year_beside_an_amount() {
        let year = |sentence: &str| {
            let at = sentence.find('€').unwrap_or(0);
            year_beside(sentence, at, at + "€ 5".len())
        };
        assert_eq!(year("In 2025 ramen wij € 5"), YearBeside::Year(2025));
        assert_eq!(year("Een budget (€ 5 in 2024)"), YearBeside::Year(2024));
        assert_eq!(year("De belasting is € 5, dat is meer dan in 2018"), YearBeside::None);
        assert_eq!(year("In 2024-2027 ramen wij samen € 5"), YearBeside::SeveralYears);
        assert_eq!(year("De Agenda 2030 kost € 5"), YearBeside::None);
        assert_eq!(year("Saldo 2022: € 5; saldo 2023"), YearBeside::Year(2022));
        assert_eq!(year("Vanaf 2026 stijgt het met € 5, in 2027 met meer"), YearBeside::Year(2026));
        assert_eq!(year("Een tekort van € 5 in 2025 en een overschot in 2026"), YearBeside::Year(2025));
        assert_eq!(year("Dat kost € 5"), YearBeside::None);
    }

    #[test]
    fn the_phase_of_a_column() {
        let cases = [
            ("Rekening 2021", Some(Phase::Actual)),
            ("Begroting 2022 na wijziging", Some(Phase::AmendedBudget)),
            ("Primitieve begroting 2022", Some(Phase::OriginalBudget)),
            ("Begroting 2022", Some(Phase::Budget)),
            ("Raming 2024", Some(Phase::Estimate)),
            ("Verschil begroting en rekening", Some(Phase::Difference)),
            ("2024", None),
        ];
        for (column, expected) in cases {
            assert_eq!(phase_of(column), expected, "{column}");
        }
    }
}
