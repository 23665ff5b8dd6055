//! Header lines: which words stand above which column.

use std::collections::BTreeMap;

use super::Column;
use crate::scan::{
    bare_unit, units,
    words::{Word, ends_with_words, folded, is_space, words},
    year, years,
};

/// Words that head a column by naming a phase of the budget cycle.
const PHASES: [&str; 20] = [
    "rekening",
    "jaarrekening",
    "jaarrek",
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
    "budget",
    "stand",
    "nulmeting",
    "streefwaarde",
];

/// Words that head a column by naming a difference or a kind of money.
const MONEY: [&str; 16] = [
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
    "storting",
    "onttrekking",
    "voordeel",
    "nadeel",
    "structureel",
];

/// Whether a word heads a column of money.
pub(super) fn is_head(word: &str) -> bool {
    let word = folded(word);
    PHASES.contains(&word.as_str()) || MONEY.contains(&word.as_str())
}

/// Whether a header cell stands above words, not values.
pub(super) fn is_of_words(cell: &str) -> bool {
    let first = words(cell).next().map(|word| folded(word.text)).unwrap_or_default();
    matches!(first.as_str(), "bron" | "toelichting" | "opmerking" | "opmerkingen" | "bijzonderheden" | "specificatie")
}

/// Whether a header cell names a phase of the budget cycle, or is a year.
pub(super) fn names_phase(cell: &str) -> bool {
    let first = words(cell).next().map(|word| folded(word.text)).unwrap_or_default();
    year(cell).is_some() || PHASES.contains(&first.as_str())
}

/// A line of a table is no paragraph: longer ones are not looked at.
pub(super) const LONGEST_BYTES: usize = 1_000;

/// The most columns of labels.
const MOST_LABEL_COLUMNS: usize = 3;

/// A line that can head a table: where its columns begin is decided by how many values the rows below it have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header<'a> {
    /// The words before the first column, above the labels.
    corner: &'a str,
    /// The words that may each head a column, with what follows them, from left to right.
    labels: Vec<&'a str>,
    /// Whether separators are printed between the cells, so that their number is sure.
    separated: bool,
    /// Whether capitals tell where they begin; the first of them are then above labels.
    by_capitals: bool,
    /// The whole line, without its unit.
    words: &'a str,
}

impl<'a> Header<'a> {
    /// The header that a line is, if it is one.
    pub(super) fn of(line: &'a str) -> Option<Self> {
        if line.len() > LONGEST_BYTES {
            return None;
        }
        if let Some(parts) = separated(line) {
            return Self::of_parts(&parts);
        }
        let line = without_unit(line);
        let years = years(line).len();
        let numbers = words(line).filter(|word| word.text.starts_with(|first: char| first.is_ascii_digit())).count();
        let labels = labels(line);
        let heads = labels.iter().filter(|label| heads_column(label)).count();
        let all_head = words(line).all(|word| is_head(word.text));
        let is_header = heads >= 2 && (years >= 1 || all_head) && numbers == years && !line.ends_with(['.', ',']);
        let corner = labels.first().and_then(|first| line.split(first).next()).unwrap_or_default();
        if !is_header {
            return Self::by_capitals(line).filter(|_| years >= 2 && numbers == years);
        }
        Some(Self { corner: corner.trim(), labels, separated: false, by_capitals: false, words: line })
    }

    /// A line in which each cell begins with a capital, and no word is known to head a column:
    /// `Nummer Bank Hoofdsom Restant 1-1-2026 Aflossing 2026`.
    fn by_capitals(line: &'a str) -> Option<Self> {
        const FEWEST: usize = 4;
        const MOST_WORDS: usize = 3;
        let starts: Vec<usize> = words(line).filter(|word| word.is_capitalised()).map(|word| word.start).collect();
        let ends = starts.iter().skip(1).copied().chain([line.len()]);
        let labels: Vec<&str> = starts.iter().zip(ends).map(|(&start, end)| line[start..end].trim()).collect();
        let short = labels.iter().all(|label| label.split_whitespace().count() <= MOST_WORDS);
        let fits = labels.len() >= FEWEST && starts.first() == Some(&0) && short && !line.contains(['.', ',', ':', '?', '(']);
        fits.then_some(Self { corner: "", labels, separated: false, by_capitals: true, words: line })
    }

    fn of_parts(parts: &[&'a str]) -> Option<Self> {
        let first = parts.iter().position(|part| heads_column(part))?;
        let filled = parts.iter().filter(|part| !part.is_empty()).count();
        // A unit above the labels is no value: `€ 1.000`.
        let led_by_unit = first == 1 && bare_unit(parts[0]).is_some();
        let is_header = filled >= 2 && !parts[usize::from(led_by_unit)..].iter().any(|part| is_value(part));
        let corner = first.checked_sub(1).map_or("", |corner| parts[corner]);
        is_header.then(|| Self { corner, labels: parts[first..].to_vec(), separated: true, by_capitals: false, words: "" })
    }

    /// A line of words alone, where the row below it has as many cells: `Complex | Boekwaarde (x € 1.000) | Looptijd`.
    pub(super) fn of_words(line: &'a str, label_cells: usize, values: usize) -> Option<Self> {
        let parts = separated(line).filter(|_| line.len() <= LONGEST_BYTES && has_separators(line))?;
        let is_words = |part: &&str| part.contains(char::is_alphabetic) && !is_value(part);
        let fits = label_cells > 0 && parts.len() == label_cells + values && parts.iter().all(is_words);
        let corner = parts.get(label_cells.checked_sub(1)?).copied().filter(|_| fits)?;
        Some(Self { corner, labels: parts[label_cells..].to_vec(), separated: true, by_capitals: false, words: "" })
    }

    /// The words above the labels, where there are any.
    pub(super) fn corner(&self) -> Option<&'a str> {
        Some(self.corner).filter(|corner| !corner.is_empty())
    }

    /// Takes in the years of the lines right below it. As many as it has heads, or as rows have values with the same years
    /// under each head, stand below these; else they are columns of their own.
    pub(super) fn with_years(&mut self, years: &[&'a str], width: usize) -> Option<Vec<Column>> {
        let share = years.len().checked_div(self.labels.len()).unwrap_or(0);
        let alike = share > 1 && years.chunks(share).all(|chunk| chunk == &years[..share]);
        let below = years.len() == width && share * self.labels.len() == width && (alike || share == 1) && !self.has_years();
        if !below {
            self.labels.extend(years);
            return None;
        }
        let heads = self.labels.iter().flat_map(|label| std::iter::repeat_n(*label, share));
        Some(heads.zip(years).map(|(head, year)| Column::of_levels(vec![head.to_owned(), (*year).to_owned()])).collect())
    }

    /// Below heads for all columns its last cells may be empty.
    pub(super) fn fill_up(&mut self, above: &str, width: usize) {
        if self.separated && separated(above).is_some() && self.labels.len() < width {
            self.labels.resize(width, "");
        }
    }

    fn has_years(&self) -> bool {
        self.labels.iter().any(|label| !years(label).is_empty())
    }

    /// The columns above rows of `width` values; none where the line does not decide them. Without separators the first
    /// words may be the corner above the labels: `Stand van de fondsen Rekening 2022`.
    pub(super) fn columns(&self, width: usize) -> Vec<Column> {
        let surplus = self.labels.len().saturating_sub(width);
        let dated = |label: &str| !years(label).is_empty();
        let corner =
            !self.separated && surplus == 1 && !dated(self.labels[0]) && self.labels[1..].iter().all(|label| dated(label));
        let filled = self.filled();
        if self.separated && self.labels.len() != width && filled.len() == width {
            return filled.into_iter().map(column).collect();
        }
        if self.labels.len() == width || corner || (self.by_capitals && (1..=MOST_LABEL_COLUMNS).contains(&surplus)) {
            return self.labels[surplus..].iter().map(|label| column(label)).collect();
        }
        if self.separated {
            return Vec::new();
        }
        self.split_further(width).map_or(Vec::new(), |labels| labels.into_iter().map(column).collect())
    }

    /// The labels where each begins with a year.
    fn split_at_years(&self, width: usize) -> Option<Vec<&'a str>> {
        if !led_by_years(&self.labels) {
            return None;
        }
        let starts: Vec<usize> = years(self.words).iter().map(|&(_, start)| start).collect();
        let ends = starts.iter().skip(1).copied().chain([self.words.len()]);
        let labels = starts.iter().zip(ends).filter_map(|(&start, end)| Some(self.words.get(start..end)?.trim()));
        (starts.len() == width).then(|| labels.collect())
    }

    /// The labels where more columns have values than words are known to head them: a capitalised word behind a year heads
    /// a column of its own, and so does one right before the first (`Gemeente Inwoners Bijdrage 2025`). None where that does
    /// not give as many as there are values.
    fn split_further(&self, width: usize) -> Option<Vec<&'a str>> {
        if let Some(labels) = self.split_at_years(width) {
            return Some(labels);
        }
        let mut labels: Vec<&str> = self.labels.iter().flat_map(|label| split_behind_year(label)).collect();
        let missing = width.checked_sub(labels.len())?;
        let corner: Vec<&str> = self.corner.split_whitespace().collect();
        let more = corner.len().checked_sub(missing).filter(|&rest| missing == 0 || rest > 0)?;
        let more = &corner[more..];
        let named = more.iter().all(|word| word.starts_with(char::is_uppercase));
        labels.splice(0..0, more.iter().copied());
        named.then_some(labels)
    }

    /// Its last cells: those that head the columns.
    pub(super) fn last_labels(&self, count: usize) -> Vec<&'a str> {
        let filled = self.filled();
        if self.separated && self.labels.len() != count && filled.len() == count {
            return filled;
        }
        self.labels[self.labels.len().saturating_sub(count)..].to_vec()
    }

    /// Its cells without the empty ones: a currency may stand in a column of its own, with nothing above it.
    fn filled(&self) -> Vec<&'a str> {
        self.labels.iter().copied().filter(|label| !label.is_empty()).collect()
    }
}

/// `2024 realisatie 2025 begroting`: heads behind their years, which were taken to begin the next column.
fn led_by_years(labels: &[&str]) -> bool {
    let first = labels.first().is_some_and(|label| year(label).is_some());
    first && labels.last().is_some_and(|label| years(label).is_empty())
}

/// `2025 Stijging` in two; `Begroting 2025 Primair`, with a head before the year, is one.
fn split_behind_year(label: &str) -> Vec<&str> {
    match label.split_once(char::is_whitespace) {
        Some((first, rest)) if year(first).is_some() && rest.starts_with(char::is_uppercase) => vec![first, rest.trim_start()],
        _ => vec![label],
    }
}

/// One column: its header without the unit, and the unit.
fn column(label: &str) -> Column {
    let unit = units(label).first().copied();
    let words = unit.map_or(label, |unit| &label[..unit.start]);
    let words = words.trim_end_matches(|character: char| is_space(character) || matches!(character, '(' | ','));
    Column { unit, ..Column::named(words.to_owned()) }
}

/// Whether two columns are called alike.
pub(super) fn has_twins(labels: &[String]) -> bool {
    let mut seen = BTreeMap::new();
    labels.iter().enumerate().any(|(place, label)| seen.insert(folded(label), place).is_some())
}

/// Columns below groups: `2024`, `2025` above `Lasten Baten Lasten Baten`.
pub(super) fn below_groups(labels: &[String], groups: &[&str]) -> Option<Vec<String>> {
    let size = labels.len().checked_div(groups.len()).filter(|size| *size >= 2 && size * groups.len() == labels.len())?;
    let alike = labels.chunks(size).all(|chunk| chunk == &labels[..size]);
    let joined = || {
        groups
            .iter()
            .zip(labels.chunks(size))
            .flat_map(|(group, chunk)| chunk.iter().map(move |label| format!("{group} {label}")))
    };
    alike.then(|| joined().collect())
}

/// The heads of a line that can stand over several columns each: `Programma Lasten Baten Saldo`.
pub(super) fn groups_above(line: &str) -> Option<Vec<&str>> {
    if line.len() > LONGEST_BYTES || line.ends_with(['.', ',', '?']) {
        return None;
    }
    let groups = match separated(line) {
        Some(parts) => parts.into_iter().filter(|part| heads_column(part)).collect(),
        None => labels(without_unit(line)),
    };
    (groups.len() > 1 && groups.iter().all(|group| heads_column(group))).then_some(groups)
}

/// Splits a line at each word that begins a column: a word that heads columns, in capitals where the line has any so; a
/// capitalised word right before one (`Nieuwe raming`); a year whose column has one already, or no head.
fn labels(line: &str) -> Vec<&str> {
    let all: Vec<Word<'_>> = words(line).collect();
    let capitals = all.iter().any(|word| word.is_capitalised() && is_head(word.text));
    let mut starts: Vec<usize> = Vec::new();
    let (mut has_head, mut has_year) = (false, false);
    for (at, word) in all.iter().enumerate() {
        let is_year = year(word.text).is_some();
        let heads = is_head(word.text) && (word.is_capitalised() || !capitals);
        let next_heads = all.get(at + 1).is_some_and(|next| is_head(next.text) && !next.is_capitalised());
        // `Begroting 2024 Aandeel 2024`: what has a year of its own behind it heads a column of its own.
        let is_next_column = has_year && all.get(at + 1).is_some_and(|next| year(next.text).is_some());
        let leads = word.is_capitalised() && (next_heads || is_next_column) && !heads;
        let begins = if is_year { has_year || !has_head } else { heads || leads };
        if begins {
            starts.push(word.start);
            (has_head, has_year) = (!is_year, false);
        }
        has_year |= is_year;
    }
    let ends = starts.iter().skip(1).copied().chain([line.len()]);
    starts.iter().zip(ends).map(|(&start, end)| line[start..end].trim()).collect()
}

/// Whether a cell of a header line stands above money: it names a year, or begins with a word that heads a column.
pub(super) fn heads_column(cell: &str) -> bool {
    !years(cell).is_empty() || words(cell).next().is_some_and(|word| is_head(word.text))
}

/// Whether a cell begins with a word that heads a column, and names no year.
pub(super) fn begins_with_head(cell: &str) -> bool {
    years(cell).is_empty() && heads_column(cell)
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
        (false, false) if ends_with_words(before, "bedragen") => rest,
        _ => line,
    }
}

/// The cells of a line whose separators are printed: tabs, pipes, semicolons, or two spaces and more.
pub(super) fn separated(line: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = if line.contains('\t') {
        line.split('\t').map(without_quotes).collect()
    } else if line.matches(BARS).count() >= 2 {
        // Markdown sets stars around words that stand out.
        let without_marks = |part| str::trim_matches(part, |character| is_space(character) || character == '*');
        line.strip_prefix(BARS).unwrap_or(line).trim_end_matches(BARS).split(BARS).map(without_marks).collect()
    } else if line.matches(';').count() >= 2 {
        outside_quotes(line, ';').into_iter().map(without_quotes).collect()
    } else if let Some(parts) = comma_separated(line) {
        parts
    } else if line.contains("  ") {
        line.split("  ").map(|part| part.trim_matches(is_space)).filter(|part| !part.is_empty()).collect()
    } else {
        return None;
    };
    (parts.len() > 1).then_some(parts)
}

/// Bars between cells, of characters or of lines that are drawn.
pub(super) const BARS: [char; 3] = ['|', '│', '║'];

/// Whether the separators of a line are printed ones, so that empty cells keep their place.
pub(super) fn has_separators(line: &str) -> bool {
    line.contains('\t') || line.matches(BARS).count() >= 2 || line.matches(';').count() >= 2 || comma_separated(line).is_some()
}

fn without_quotes(part: &str) -> &str {
    let part = part.trim_matches(is_space);
    part.strip_prefix('"').and_then(|part| part.strip_suffix('"')).unwrap_or(part)
}

/// The parts of a line between separators that stand outside quotes.
fn outside_quotes(line: &str, separator: char) -> Vec<&str> {
    let mut is_quoted = false;
    line.split(|character| {
        is_quoted ^= character == '"';
        character == separator && !is_quoted
    })
    .collect()
}

/// The cells of a line of comma-separated values. No space follows these commas; where no cell is in quotes the first one
/// is all letters or all digits, and commas part no digits of the words before the values.
fn comma_separated(line: &str) -> Option<Vec<&str>> {
    const FEWEST: usize = 3;
    if line.matches(',').count() + 1 < FEWEST || line.len() > LONGEST_BYTES {
        return None;
    }
    let parts = outside_quotes(line, ',');
    let spaced = parts.iter().skip(1).any(|part| part.starts_with(is_space));
    let has_quotes = parts.iter().any(|part| part.len() > 1 && part.starts_with('"') && part.ends_with('"'));
    let first = parts.first()?;
    let is_name = first.chars().all(|character| character.is_alphabetic() || matches!(character, ' ' | '_'));
    let is_code = first.chars().all(|character| character.is_ascii_digit() || character == '.')
        && parts.get(1).is_some_and(|part| part.contains(char::is_alphabetic));
    let fits = parts.len() >= FEWEST && !spaced && (has_quotes || is_name || is_code);
    fits.then(|| parts.into_iter().map(without_quotes).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, width: usize, expected: &[&str]) {
        let columns = Header::of(line).map_or(Vec::new(), |header| header.columns(width));
        let labels: Vec<_> = columns.iter().map(|column| column.label.as_str()).collect();
        assert_eq!(labels, expected, "{line}");
    }

    #[test]
    fn the_number_of_values_decides() {
        check("Post 2024 2025 2026", 3, &["2024", "2025", "2026"]);
        check(
            "Mutatie van fondsen Rekening 2031 Begroting 2032 Begroting 2033",
            3,
            &["Rekening 2031", "Begroting 2032", "Begroting 2033"],
        );
        check(
            "Wonen Begroting primitief 2031 Begroting na wijziging 2031 Rekening 2031",
            3,
            &["Begroting primitief 2031", "Begroting na wijziging 2031", "Rekening 2031"],
        );
        check("Programma Raming 2024 Bijstelling Nieuwe raming 2024", 3, &["Raming 2024", "Bijstelling", "Nieuwe raming 2024"]);
        check(
            "Begroting 2023 na wijziging Rekening 2023 Verschil",
            3,
            &["Begroting 2023 na wijziging", "Rekening 2023", "Verschil"],
        );
        check("bedragen x € 1.000   2023   2024", 2, &["2023", "2024"]);
        check("Post 2023 realisatie 2024 begroting 2025 begroting", 3, &["2023 realisatie", "2024 begroting", "2025 begroting"]);
        check(
            "Programma Begroting 2024 Aandeel 2024 Begroting 2025 Aandeel 2025",
            4,
            &["Begroting 2024", "Aandeel 2024", "Begroting 2025", "Aandeel 2025"],
        );
        check("Tarief 2024 2025 Stijging", 3, &["2024", "2025", "Stijging"]);
        check("Gemeente Inwoners Bijdrage 2025 Bijdrage 2026", 3, &["Inwoners", "Bijdrage 2025", "Bijdrage 2026"]);
        check("post rekening 2023 begroting 2024", 2, &["rekening 2023", "begroting 2024"]);
    }

    #[test]
    fn another_number_leaves_it_open() {
        check("Post 2024 2025 2026", 2, &[]);
        check("Post 2024 2025", 4, &[]);
    }

    #[test]
    fn separators_decide_where_they_are_printed() {
        check("programma\trekening 2011\tbegroting 2012", 2, &["rekening 2011", "begroting 2012"]);
        check("| Bedragen x € 1.000 | Begroting 2024 | Verschil |", 2, &["Begroting 2024", "Verschil"]);
    }

    #[test]
    fn what_is_no_header() {
        for line in
            ["Sport 964 976", "In 2020 en 2021 bouwen wij.", "Begroting 2021", "Kadernota 2024-2027", "Begroting 2020 en 12 2021"]
        {
            assert_eq!(Header::of(line).filter(|header| header.labels.len() > 1), None, "{line}");
        }
    }
}
