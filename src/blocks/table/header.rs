//! Header lines: which words stand above which column.

use super::Column;
use crate::scan::{
    units,
    words::{Word, folded, is_space, words},
    year, years,
};

/// Words that head a column of money.
const HEADS: [&str; 34] = [
    "rekening",
    "jaarrekening",
    "realisatie",
    "gerealiseerd",
    "werkelijk",
    "begroting",
    "begroot",
    "primitief",
    "primitieve",
    "actuele",
    "gewijzigde",
    "raming",
    "geraamd",
    "prognose",
    "verwachting",
    "verschil",
    "afwijking",
    "bijstelling",
    "mutatie",
    "saldo",
    "lasten",
    "baten",
    "uitgaven",
    "inkomsten",
    "bijdrage",
    "bedrag",
    "stand",
    "budget",
    "jaarrek",
    "storting",
    "onttrekking",
    "voordeel",
    "nadeel",
    "structureel",
];

/// Whether a word heads a column of money.
pub(super) fn is_head(word: &str) -> bool {
    let word = folded(word);
    HEADS.contains(&word.as_str())
}

/// The columns that a header line names, and the words before them (the corner above the labels).
///
/// A column ends with its year, or where the next word heads a column of its own.
pub(super) fn columns_of_line(line: &str) -> Option<(&str, Vec<Column>)> {
    let line = without_unit(line);
    if let Some(parts) = separated(line) {
        return columns_of_parts(&parts);
    }
    let years = years(line);
    let heads: Vec<Word<'_>> =
        words(line).filter(|word| is_head(word.text) && word.is_capitalised() || year(word.text).is_some()).collect();
    let numbers = words(line).filter(|word| word.text.starts_with(|first: char| first.is_ascii_digit())).count();
    if heads.len() < 2 || years.len() < 2 || numbers != years.len() || line.ends_with(['.', ',']) {
        return None;
    }
    let first = first_head(&heads)?;
    let mut columns = Vec::new();
    let mut start = first.start;
    for (_, at) in years {
        let end = at + 4;
        columns.push(Column { label: line.get(start..end)?.trim().to_owned() });
        start = end;
    }
    let rest = line[start..].trim();
    if !rest.is_empty() {
        columns.push(Column { label: rest.to_owned() });
    }
    Some((line[..first.start].trim(), columns))
}

/// Where the first column begins: at the last head before the first year, with the heads right before it. Words that
/// head columns may stand in the corner too (`Mutatie in reserves Rekening 2022`).
fn first_head<'a>(heads: &[Word<'a>]) -> Option<Word<'a>> {
    let year_at = heads.iter().position(|word| year(word.text).is_some())?;
    let mut first = year_at;
    while first > 0 && (first == year_at || heads[first].start == heads[first - 1].end() + 1) {
        first -= 1;
    }
    heads.get(first).copied()
}

fn columns_of_parts<'a>(parts: &[&'a str]) -> Option<(&'a str, Vec<Column>)> {
    let heads = parts.iter().filter(|part| heads_column(part)).count();
    let first = parts.iter().position(|part| heads_column(part))?;
    if heads < 1 || parts.len() < 2 || parts.iter().any(|part| is_value(part)) {
        return None;
    }
    // A header without a corner has a column above the labels all the same where the line does not begin with one.
    let corner = if first == 0 { "" } else { parts[first - 1] };
    Some((corner, parts[first..].iter().map(|part| Column { label: (*part).to_owned() }).collect()))
}

/// Whether a cell of a header line stands above money: it names a year, or begins with a word that heads a column.
pub(super) fn heads_column(cell: &str) -> bool {
    !years(cell).is_empty() || words(cell).next().is_some_and(|word| is_head(word.text))
}

fn is_value(cell: &str) -> bool {
    year(cell).is_none() && crate::scan::cell(cell).is_some()
}

/// The line without what it says about the unit.
fn without_unit(line: &str) -> &str {
    let Some(unit) = units(line).first().copied() else { return line };
    let before = line[..unit.start].trim_end_matches(|character: char| is_space(character) || character == '(');
    let rest = line[unit.end..].trim_start_matches(|character: char| is_space(character) || character == ')');
    // Only a unit at an end of the line can be left out; one in the middle is part of a cell.
    match (before.is_empty(), rest.is_empty()) {
        (_, true) => before,
        (true, false) => rest,
        (false, false) if before.to_lowercase().ends_with("bedragen") => rest,
        _ => line,
    }
}

/// The cells of a line whose separators are printed: tabs, pipes, or two spaces and more.
pub(super) fn separated(line: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = if line.contains('\t') {
        line.split('\t').map(|part| part.trim_matches(is_space)).collect()
    } else if line.matches('|').count() >= 2 {
        line.trim_matches('|').split('|').map(|part| part.trim_matches(is_space)).collect()
    } else if line.contains("  ") {
        line.split("  ").map(|part| part.trim_matches(is_space)).filter(|part| !part.is_empty()).collect()
    } else {
        return None;
    };
    (parts.len() > 1).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(&str, &[&str])>) {
        let found = columns_of_line(line);
        let labels =
            found.as_ref().map(|(corner, columns)| (*corner, columns.iter().map(|column| column.label.as_str()).collect()));
        assert_eq!(labels, expected.map(|(corner, labels)| (corner, labels.to_vec())), "{line}");
    }

    #[test]
    fn columns_end_with_their_years() {
        check("Post 2024 2025 2026", Some(("Post", &["2024", "2025", "2026"])));
        check(
            "Mutatie in reserves Rekening 2022 Begroting 2023 Begroting 2024",
            Some(("Mutatie in reserves", &["Rekening 2022", "Begroting 2023", "Begroting 2024"])),
        );
        check(
            "Veiligheid Begroting primitief 2021 Begroting na wijziging 2021 Rekening 2021",
            Some(("Veiligheid", &["Begroting primitief 2021", "Begroting na wijziging 2021", "Rekening 2021"])),
        );
        check("bedragen x € 1.000   2023   2024", Some(("", &["2023", "2024"])));
    }

    #[test]
    fn separators_decide_where_they_are_printed() {
        check("programma\trekening 2011\tbegroting 2012", Some(("programma", &["rekening 2011", "begroting 2012"])));
        check("| Post | Begroting 2024 | Verschil |", Some(("Post", &["Begroting 2024", "Verschil"])));
    }

    #[test]
    fn what_is_no_header() {
        for line in
            ["Sport 964 976", "In 2020 en 2021 bouwen wij.", "Begroting 2021", "Kadernota 2024-2027", "Begroting 2020 en 12 2021"]
        {
            check(line, None);
        }
    }
}
