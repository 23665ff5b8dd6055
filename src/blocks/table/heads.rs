//! Heads with a cell a line: which cells name which column.
//!
//! Heads stand over several lines or levels: years below or above phases, groups over columns that are called alike in each,
//! groups each with its columns behind it. How many values the rows have decides; a reading that leaves a head over is none.

use super::{
    Column,
    header::{has_twins, is_head, is_of_words, names_phase},
};
use crate::scan::{
    units,
    words::{ends_with_words, folded, is_space, words},
    years,
};

/// What a cell above a table can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A year, a date, a period.
    Date,
    /// A phase of the budget cycle, or something of a year.
    Phase,
    /// A kind of money, a difference.
    Money,
    /// The head of a column of words.
    Remark,
    /// The head of the labels: `Omschrijving`.
    Corner,
    /// Any other words.
    Other,
}

impl Sort {
    pub(super) fn of(cell: &str) -> Self {
        let mut parts = words(cell);
        let first = parts.next().map(|word| word.text).unwrap_or_default();
        let more = parts.count();
        let few = more < MOST_WORDS_OF_HEAD;
        let dated = !years(cell).is_empty();
        if is_date(cell, first) {
            Self::Date
        } else if is_of_words(cell) {
            Self::Remark
        } else if few && (names_phase(cell) || is_phase(first) || last_is_phase(cell) || (dated && is_other_head(first))) {
            Self::Phase
        } else if few
            && ((is_difference(first) && (more <= 1 || dated || compares(cell)))
                || (more <= 1 && (is_head(first) || is_money(first))))
        {
            Self::Money
        } else if few && is_corner(first) {
            Self::Corner
        } else {
            Self::Other
        }
    }

    /// Whether a cell of this sort stands above money.
    pub(super) fn is_named(self) -> bool {
        matches!(self, Self::Date | Self::Phase | Self::Money)
    }

    /// Whether it says of when a column is.
    pub(super) fn is_time(self) -> bool {
        matches!(self, Self::Date | Self::Phase)
    }
}

const MOST_WORDS_OF_HEAD: usize = 6;

/// `2024`, `2025-2028`, `31-12-2024`, `1 januari 2024`; a number with its year behind it (`397 (2023)`) is none.
fn is_date(cell: &str, first: &str) -> bool {
    const LONGEST_BYTES: usize = 40;
    let day = first.len() <= 2 && first.bytes().all(|byte| byte.is_ascii_digit()) && !cell.contains(['(', ',', '%']);
    let dated = |words: &str| !years(words).is_empty();
    first.starts_with(|first: char| first.is_ascii_digit()) && cell.len() < LONGEST_BYTES && (dated(first) || day && dated(cell))
}

fn is_flow(cell: &str) -> bool {
    matches!(folded(cell).as_str(), "lasten" | "baten" | "uitgaven" | "inkomsten")
}

fn is_difference(first: &str) -> bool {
    matches!(folded(first).as_str(), "verschil" | "afwijking" | "bijstelling" | "bijstell" | "mutatie")
}

/// `Verschil begroting en rekening`, `Mutatie t.o.v. raming`.
fn compares(cell: &str) -> bool {
    let folded = folded(cell);
    ["t.o.v", "ten opzichte", "begr", "rek", "raming", "realisatie"].iter().any(|word| folded.contains(word))
}

fn is_phase(first: &str) -> bool {
    matches!(
        folded(first).as_str(),
        "begr" | "rek" | "realisaties" | "boekwaarde" | "beginstand" | "eindstand" | "ultimo" | "jaar"
    )
}

/// `Primitieve begroting`, `Nieuwe raming`.
fn last_is_phase(cell: &str) -> bool {
    let mut parts = words(cell);
    let first = parts.next().map(|word| folded(word.text)).unwrap_or_default();
    let last = parts.last().map(|word| folded(word.text)).unwrap_or_default();
    first.ends_with('e') && matches!(last.as_str(), "begroting" | "raming" | "prognose" | "realisatie" | "budget" | "verwachting")
}

fn is_other_head(first: &str) -> bool {
    matches!(folded(first).as_str(), "totaal" | "saldo" | "stand" | "per" | "jaar") || is_head(first)
}

fn is_money(first: &str) -> bool {
    const OTHERS: [&str; 14] = [
        "incidenteel",
        "bijdragen",
        "bedragen",
        "afwijkingen",
        "mutaties",
        "toevoeging",
        "toevoegingen",
        "stortingen",
        "onttrekkingen",
        "vermeerderingen",
        "verminderingen",
        "kosten",
        "opbrengsten",
        "effect",
    ];
    OTHERS.contains(&folded(first).as_str())
}

/// Words that head the labels of a table.
pub(super) fn is_corner(first: &str) -> bool {
    const CORNERS: [&str; 16] = [
        "omschrijving",
        "onderwerp",
        "onderdeel",
        "programma",
        "programma's",
        "deelprogramma",
        "product",
        "taakveld",
        "thema",
        "thema/taakveld",
        "post",
        "naam",
        "exploitatie",
        "reserve",
        "kostensoort",
        "jaar",
    ];
    CORNERS.contains(&folded(first).as_str())
}

/// How the cells above a table name its columns.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// The first cell that names a column, or the labels.
    pub(super) first: usize,
    /// The cell that heads the labels, where there is one.
    pub(super) corner: Option<usize>,
    /// The cell after the last head: from there on labels follow.
    pub(super) end: usize,
    /// The columns; empty where two of them are called alike.
    pub(super) columns: Vec<Column>,
    /// Whether all heads but one at most are words that head columns.
    pub(super) known: bool,
    /// Whether a column of words stands behind those of values.
    pub(super) remarks: bool,
}

/// The cells above a table; the last of them are labels of its first row.
pub(super) struct Heads<'a> {
    cells: &'a [&'a str],
    sorts: Vec<Sort>,
}

/// The cells of each column's head, from top to bottom, and the first cell of all.
type Levels = (usize, Vec<Vec<String>>);

impl<'a> Heads<'a> {
    pub(super) fn of(cells: &'a [&'a str]) -> Self {
        Self { cells, sorts: cells.iter().map(|cell| Sort::of(cell)).collect() }
    }

    /// Reads them as the heads of `width` columns.
    pub(super) fn read(&self, width: usize) -> Option<Reading> {
        const MOST_LABELS: usize = 4;
        let last = self.cells.len().checked_sub(1)?;
        let ends = last.saturating_sub(MOST_LABELS)..=self.cells.len();
        // Of several readings the one that takes most heads leaves least unsaid.
        let free = |reading: &Reading| reading.first.checked_sub(1).is_none_or(|before| !self.sorts[before].is_time());
        let taken = |reading: &Reading| (!reading.columns.is_empty(), free(reading), reading.end - reading.first, reading.end);
        let named = ends.filter_map(|end| self.named(end, width)).max_by_key(taken);
        named.or_else(|| self.mixed(last, width))
    }

    /// The reading of the cells before `end` where each is named like a head, and none is left over.
    fn named(&self, end: usize, width: usize) -> Option<Reading> {
        let remarks = end.checked_sub(1).is_some_and(|last| self.sorts[last] == Sort::Remark);
        let heads_end = end - usize::from(remarks);
        let (from, levels) = self.levels(heads_end, width, 0)?;
        let left = from.checked_sub(1).is_some_and(|before| self.is_alike(before, from, heads_end));
        // The last cell is a label, whatever its words; one before it must not look like a head as well.
        let next = end + 1 < self.cells.len() || self.sorts.get(end).is_some_and(|sort| sort.is_time());
        let next = next && end < self.cells.len() && !remarks && self.is_alike(end, from, heads_end);
        (!left && !next).then(|| self.reading(from, end, remarks, levels, true))
    }

    /// Whether a cell outside the heads is of a sort that heads have too.
    fn is_alike(&self, at: usize, from: usize, end: usize) -> bool {
        let sort = self.sorts[at];
        let among = |sort: Sort| self.sorts[from..end].contains(&sort);
        match sort {
            Sort::Date => among(Sort::Date),
            Sort::Phase => among(Sort::Phase),
            Sort::Money => !among(Sort::Date) && !among(Sort::Phase),
            _ => false,
        }
    }

    /// Heads with words that no list knows: they count where the number is right, and most are known or the head of the
    /// labels stands before them.
    fn mixed(&self, end: usize, width: usize) -> Option<Reading> {
        let remarks = self.sorts[..end].last() == Some(&Sort::Remark);
        let heads_end = end - usize::from(remarks);
        let from = heads_end.checked_sub(width)?;
        let sorts = &self.sorts[from..heads_end];
        let named = sorts.iter().filter(|sort| sort.is_named()).count();
        let after_corner = from.checked_sub(1).is_some_and(|before| self.sorts[before] == Sort::Corner);
        let known = sorts.first().is_some_and(|first| first.is_named()) && named > 1 && named + 1 >= width;
        let left = from.checked_sub(1).is_some_and(|before| self.is_alike(before, from, heads_end));
        let levels = self.cells[from..heads_end].iter().map(|cell| vec![(*cell).to_owned()]).collect();
        (width > 1 && !left && (known || after_corner)).then(|| self.reading(from, end, remarks, levels, known))
    }

    fn reading(&self, from: usize, end: usize, remarks: bool, levels: Vec<Vec<String>>, known: bool) -> Reading {
        let corner = from.checked_sub(1).filter(|&before| self.sorts[before] == Sort::Corner);
        let columns: Vec<Column> = levels.into_iter().map(column).collect();
        let labels: Vec<String> = columns.iter().map(|column| column.label.clone()).collect();
        let columns = if has_twins(&labels) { Vec::new() } else { columns };
        Reading { first: corner.unwrap_or(from), corner, end, columns, known, remarks }
    }

    fn levels(&self, end: usize, width: usize, depth: usize) -> Option<Levels> {
        const DEEPEST: usize = 3;
        if width == 0 || depth >= DEEPEST {
            return None;
        }
        self.groups_in_a_row(end, width)
            .or_else(|| self.below_groups(end, width, depth))
            .or_else(|| self.dated(end, width))
            .or_else(|| self.two_levels(end, width))
            .or_else(|| self.flat(end, width))
    }

    /// `2024`, `Lasten`, `Baten`, `2025`, `Lasten`, `Baten`; a group may be of two cells: `Begroting`, `2024`.
    fn groups_in_a_row(&self, end: usize, width: usize) -> Option<Levels> {
        let shapes = (2..=width / 2).filter(|groups| width.is_multiple_of(*groups)).flat_map(|groups| [(groups, 1), (groups, 2)]);
        shapes.into_iter().find_map(|(groups, heads)| {
            let size = width / groups;
            let from = end.checked_sub(width + groups * heads)?;
            let chunks = || (from..end).step_by(size + heads);
            let fits = chunks().all(|at| {
                let own = at + heads..at + heads + size;
                self.sorts[at].is_time()
                    && (heads == 1 || (self.sorts[at] == Sort::Phase && self.sorts[at + 1] == Sort::Date))
                    && self.sorts[own.clone()].iter().all(|sort| sort.is_named())
                    && self.cells[own] == self.cells[from + heads..from + heads + size]
            });
            let levels = || {
                chunks().flat_map(|at| {
                    let group = self.cells[at..at + heads].join(" ");
                    self.cells[at + heads..at + heads + size].iter().map(move |cell| vec![group.clone(), (*cell).to_owned()])
                })
            };
            fits.then(|| (from, levels().collect()))
        })
    }

    /// Columns called alike in each group, with the groups above: `2024`, `2025`, `Lasten`, `Baten`, `Lasten`, `Baten`.
    fn below_groups(&self, end: usize, width: usize, depth: usize) -> Option<Levels> {
        let from = end.checked_sub(width)?;
        let own = &self.cells[from..];
        if !self.sorts[from..end].iter().all(|sort| sort.is_named()) {
            return None;
        }
        (2..=width / 2).filter(|groups| width.is_multiple_of(*groups)).find_map(|groups| {
            let size = width / groups;
            let alike = (size..width).all(|at| folded(own[at]) == folded(own[at - size]));
            let distinct = || !has_twins(&own[..size].iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
            if !alike || !distinct() {
                return None;
            }
            let (first, above) = self.levels(from, groups, depth + 1)?;
            let below = |(at, mut levels): (usize, Vec<String>)| {
                levels.push(own[at].to_owned());
                levels
            };
            Some((first, (0..width).map(|at| (at, above[at / size].clone())).map(below).collect()))
        })
    }

    /// Words, each with a year: all words and then the years or the other way round, each year behind its words, or years
    /// for the phases alone (`Begroting`, `Rekening`, `Verschil`, `2023`, `2023`).
    fn dated(&self, end: usize, width: usize) -> Option<Levels> {
        self.in_order(end, width).or_else(|| self.each_behind(end, width)).or_else(|| self.years_of_phases(end, width))
    }

    /// As many years as words without one, in the same order; words that have a year of their own stand before all of
    /// them, or behind.
    fn in_order(&self, end: usize, width: usize) -> Option<Levels> {
        let (mut dates, mut bases, mut whole) = (Vec::new(), Vec::new(), Vec::new());
        let mut from = end;
        while bases.len() + whole.len() < width || dates.len() < bases.len() {
            from = from.checked_sub(1)?;
            let list = match self.sorts[from] {
                Sort::Date => &mut dates,
                _ if self.is_undated(from) => &mut bases,
                Sort::Phase => &mut whole,
                _ => return None,
            };
            list.insert(0, from);
        }
        let (first, last) = (*bases.first()?.min(dates.first()?), *bases.last()?.max(dates.last()?));
        let behind = whole.first().is_none_or(|&whole| whole > last);
        let before = whole.last().is_none_or(|&whole| whole < first);
        let date_first = dates.first() < bases.first();
        let pairs = bases.iter().zip(&dates).map(|(&base, &date)| if date_first { vec![date, base] } else { vec![base, date] });
        let whole = whole.iter().map(|&at| vec![at]);
        let levels: Vec<Vec<usize>> = if behind { pairs.chain(whole).collect() } else { whole.chain(pairs).collect() };
        let words = |level: &Vec<usize>| level.iter().map(|&at| self.cells[at].to_owned()).collect();
        (dates.len() == bases.len() && levels.len() == width && (behind || before))
            .then(|| (from, levels.iter().map(words).collect()))
    }

    fn is_undated(&self, at: usize) -> bool {
        matches!(self.sorts[at], Sort::Phase | Sort::Money) && years(self.cells[at]).is_empty()
    }

    fn each_behind(&self, end: usize, width: usize) -> Option<Levels> {
        let mut levels = Vec::new();
        let mut from = end;
        let mut pairs = 0;
        while levels.len() < width {
            let last = from.checked_sub(1)?;
            let base = last.checked_sub(1).filter(|&base| self.sorts[last] == Sort::Date && self.is_undated(base));
            pairs += usize::from(base.is_some());
            from = base.unwrap_or(last);
            let alone = base.is_some() || (self.sorts[last].is_named() && self.sorts[last] != Sort::Date);
            levels.push(self.cells[from..=last].iter().map(|cell| (*cell).to_owned()).collect());
            if !alone {
                return None;
            }
        }
        levels.reverse();
        (pairs > 0).then_some((from, levels))
    }

    fn years_of_phases(&self, end: usize, width: usize) -> Option<Levels> {
        let dates = self.sorts[..end].iter().rev().take_while(|sort| **sort == Sort::Date).count();
        let first_date = end - dates;
        let from = first_date.checked_sub(width).filter(|_| (1..width).contains(&dates))?;
        let all = (from..first_date).all(|at| self.is_undated(at));
        let phases = self.sorts[from..first_date].iter().filter(|sort| **sort == Sort::Phase).count();
        let mut years = self.cells[first_date..end].iter();
        let levels = |at: usize| {
            let mut levels = vec![self.cells[at].to_owned()];
            let own = if self.sorts[at] == Sort::Phase { years.next() } else { None };
            levels.extend(own.map(|year| (*year).to_owned()));
            levels
        };
        (all && phases == dates).then(|| (from, (from..first_date).map(levels).collect()))
    }

    /// Below each head that says when, one that says which money.
    fn two_levels(&self, end: usize, width: usize) -> Option<Levels> {
        let from = end.checked_sub(2 * width)?;
        let above = self.cells[from..from + width].iter().all(|cell| !years(cell).is_empty());
        let below = self.sorts[from + width..end].iter().all(|sort| *sort == Sort::Money);
        let below = below && self.cells[from + width..end].iter().any(|cell| is_flow(cell));
        let levels = |at: usize| vec![self.cells[at].to_owned(), self.cells[at + width].to_owned()];
        (above && below && width > 1).then(|| (from, (from..from + width).map(levels).collect()))
    }

    /// Whether the years that stand alone only rise, or only fall.
    fn is_in_order_of_time(&self, from: usize, end: usize) -> bool {
        let dates = (from..end).filter(|&at| self.sorts[at] == Sort::Date);
        let dates: Vec<i32> = dates.filter_map(|at| years(self.cells[at]).first().map(|&(year, _)| year)).collect();
        dates.is_sorted() || dates.iter().rev().is_sorted()
    }

    fn flat(&self, end: usize, width: usize) -> Option<Levels> {
        let from = end.checked_sub(width)?;
        let named = self.sorts[from..end].iter().all(|sort| sort.is_named());
        // A year behind a phase is that phase's; lasten and baten stand below years, not beside them.
        let split = (from + 1..end)
            .any(|at| self.sorts[at] == Sort::Date && self.sorts[at - 1] == Sort::Phase && self.is_undated(at - 1));
        let beside =
            self.sorts[from..end].iter().any(|sort| sort.is_time()) && self.cells[from..end].iter().any(|cell| is_flow(cell));
        (named && !split && !beside && self.is_in_order_of_time(from, end))
            .then(|| (from, self.cells[from..end].iter().map(|cell| vec![(*cell).to_owned()]).collect()))
    }
}

/// A column from its heads, from top to bottom.
fn column(levels: Vec<String>) -> Column {
    let levels: Vec<String> = levels.into_iter().map(|level| without_unit(&level).map(str::to_owned).unwrap_or(level)).collect();
    Column { label: levels.join(" "), levels, unit: None }
}

/// Whether these cells, among labels, begin another table: two that say of when a column is, a head of labels with a
/// column's behind it, or three kinds of money. Where the heads begin.
pub(super) fn begins(cells: &[&str]) -> Option<usize> {
    const FEWEST_KINDS: usize = 3;
    let sorts: Vec<Sort> = cells.iter().map(|cell| Sort::of(cell)).collect();
    let starts = |at: usize| {
        let rest = &sorts[at..];
        let next = rest.get(1).copied();
        let kinds = rest.len() > FEWEST_KINDS
            && rest[..FEWEST_KINDS].iter().all(|sort| *sort == Sort::Money)
            && cells[at..at + FEWEST_KINDS].iter().all(|cell| is_head(cell));
        let times = rest[0].is_time() && next.is_some_and(Sort::is_time);
        let corner = rest[0] == Sort::Corner && next.is_some_and(Sort::is_named) && (rest.len() > 2);
        times || corner || kinds
    };
    (0..sorts.len()).find(|&at| starts(at))
}

/// Whether a line says in which unit amounts are, and nothing that could head a column.
pub(super) fn is_unit(words: &str) -> bool {
    is_unit_alone(words) || without_unit(words).is_some_and(|before| !Sort::of(before).is_named())
}

/// Whether a line says what the signs mean: `("-" = nadeel / "+" = voordeel)`.
pub(super) fn is_legend(words: &str) -> bool {
    let folded = folded(words);
    words.contains('=') && (folded.contains("nadeel") || folded.contains("voordeel") || folded.contains("nadelig"))
}

/// Whether a line says nothing but in which unit amounts are.
pub(super) fn is_unit_alone(words: &str) -> bool {
    let ends = |before: &str| ["bedragen", "bedrag"].iter().any(|word| ends_with_words(before, word));
    without_unit(words).is_some_and(|before| before.is_empty() || ends(before))
}

/// What stands before the unit that a cell states.
pub(super) fn without_unit(words: &str) -> Option<&str> {
    let unit = units(words).first().copied()?;
    Some(words[..unit.start].trim_end_matches(|character: char| is_space(character) || matches!(character, '(' | ',')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The columns above rows of `width` values, and the labels behind the heads.
    fn check(cells: &str, width: usize, columns: &[&str], labels: &[&str]) {
        let cells: Vec<&str> = cells.split('|').map(str::trim).collect();
        let found = Heads::of(&cells).read(width);
        let found_columns: Vec<String> =
            found.iter().flat_map(|found| &found.columns).map(|column| column.label.clone()).collect();
        assert_eq!(found_columns, columns, "{cells:?}");
        let found_labels = found.map_or(Vec::new(), |found| cells[found.end..].to_vec());
        assert_eq!(found_labels, labels, "{cells:?}");
    }

    #[test]
    fn one_line_of_heads() {
        check("Omschrijving | 2024 | 2025 | Lasten | Sport", 2, &["2024", "2025"], &["Lasten", "Sport"]);
        check("Lasten | Baten | Saldo | Sport", 3, &["Lasten", "Baten", "Saldo"], &["Sport"]);
        check("Lasten | Rekening 2023 | Verschil | Sport", 2, &["Rekening 2023", "Verschil"], &["Sport"]);
        check("2023 | 2024 | structureel | Begroting 2022", 3, &["2023", "2024", "structureel"], &["Begroting 2022"]);
        check("Onderwerp | Voordeel | Nadeel | Toelichting | Sport", 2, &["Voordeel", "Nadeel"], &["Sport"]);
        check("31-12-2023 | 31-12-2024 | Leningen", 2, &["31-12-2023", "31-12-2024"], &["Leningen"]);
        check("2024 | 2025", 2, &["2024", "2025"], &[]);
    }

    #[test]
    fn years_of_phases() {
        let columns = ["Rekening 2022", "Begroting 2023", "Begroting 2024"];
        check("Rekening | Begroting | Begroting | 2022 | 2023 | 2024 | Sport", 3, &columns, &["Sport"]);
        check("Rekening | 2022 | Begroting | 2023 | Begroting | 2024 | Sport", 3, &columns, &["Sport"]);
        check("Rekening | Begroting | 2022 | Begroting | 2023 | 2024 | Sport", 3, &columns, &["Sport"]);
        let columns = ["Begroting 2025", "Begroting 2026", "Begroting 2027"];
        check("Begroting | Begroting | 2025 | 2026 | Begroting 2027 | Sport", 3, &columns, &["Sport"]);
        check("2022 | 2023 | Rekening | Begroting | Sport", 2, &["2022 Rekening", "2023 Begroting"], &["Sport"]);
        let columns = ["Begroting 2022", "Rekening 2022", "Verschil"];
        check("Begroting | Rekening | Verschil | 2022 | 2022 | Lasten | Sport", 3, &columns, &["Lasten", "Sport"]);
        check("Begroting | 2022 | Rekening | 2022 | Verschil | Lasten", 3, &columns, &["Lasten"]);
    }

    #[test]
    fn groups_of_columns() {
        let columns = ["2024 Lasten", "2024 Baten", "2025 Lasten", "2025 Baten"];
        check("2024 | Lasten | Baten | 2025 | Lasten | Baten | Sport", 4, &columns, &["Sport"]);
        check("2024 | 2025 | Lasten | Baten | Lasten | Baten | Sport", 4, &columns, &["Sport"]);
        let columns = ["Lasten 2024", "Lasten 2025", "Baten 2024", "Baten 2025"];
        check("Programma | Lasten | Baten | 2024 | 2025 | 2024 | 2025 | 1 Sport", 4, &columns, &["1 Sport"]);
        let columns = ["Rekening 2023 Lasten", "Rekening 2023 Baten", "Begroting 2024 Lasten", "Begroting 2024 Baten"];
        check("Rekening | 2023 | Lasten | Baten | Begroting | 2024 | Lasten | Baten | Sport", 4, &columns, &["Sport"]);
        check("Rekening | Begroting | 2023 | 2024 | Lasten | Baten | Lasten | Baten | Sport", 4, &columns, &["Sport"]);
        let columns = ["Begroting 2025 Baten", "Begroting 2025 Lasten"];
        check("Begroting 2025 | Begroting 2025 | Baten | Lasten | Sport", 2, &columns, &["Sport"]);
        check("Begroting 2025 | Baten | Lasten | Sport", 2, &["Baten", "Lasten"], &["Sport"]);
        check("Lasten | Baten | Lasten | Baten | Sport", 4, &[], &["Sport"]);
    }

    #[test]
    fn words_that_no_list_knows() {
        check("Naam | Omvang | Looptijd | Rente | Bank", 3, &["Omvang", "Looptijd", "Rente"], &["Bank"]);
        check("2023 | 2024 | Restant | Zorg", 3, &["2023", "2024", "Restant"], &["Zorg"]);
        check("2024 | Restant | Zorg", 2, &[], &[]);
        check("Begroting | 2025: krediet | Totaal bedrag | Beeld | 2025 | 2026 | Sport", 6, &[], &[]);
        check("397 (2023) | 534,3 (2023) | Banen", 2, &[], &[]);
        check("Kosten per inwoner van de stad | Inkomsten van derden | Saldo", 2, &[], &[]);
        check("Mutatie leningen u/g | Mutatie leningen o/g | Mutatie liquide middelen | Totaal", 3, &[], &[]);
        check("2023 | 2024 | Mutatie t.o.v. 2023 | Sport", 3, &["2023", "2024", "Mutatie t.o.v. 2023"], &["Sport"]);
        check("Inleiding | Toelichting | Zorg", 2, &[], &[]);
        check("Financiën | 2023 | 2024 | Sport", 3, &[], &[]);
    }

    #[test]
    fn a_head_that_is_left_over() {
        check("Rekening 2022 | Begroting 2023 | Rekening 2023 | Sport", 2, &[], &[]);
        check("2022 | 2023 | 2024 | Sport", 2, &[], &[]);
        check("Lasten | Baten | Saldo | Sport", 2, &[], &[]);
    }
}
