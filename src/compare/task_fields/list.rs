//! The list of national task fields, which changes from year to year.
//!
//! `list.csv` has a line for each code and name with the first and the last year in which the definitions for Iv3 of
//! Statistics Netherlands give them.

use std::collections::BTreeMap;

use crate::scan::words::{folded, is_small_word, words};

const LIST: &str = include_str!("list.csv");
/// The last year of the list; until the next one comes, it holds for later years.
const LAST_YEAR: i32 = 2026;
/// The result of all the others: it is no task.
const RESULT: &str = "0.11";

/// The task fields of one year.
#[derive(Debug, Default)]
pub(super) struct TaskFields {
    by_code: BTreeMap<&'static str, &'static str>,
    by_name: BTreeMap<String, &'static str>,
}

impl TaskFields {
    /// Those of a year; none of a year before there were any.
    pub(super) fn of_year(year: i32) -> Self {
        let year = year.min(LAST_YEAR);
        let of_year = LIST.lines().filter_map(|line| {
            let mut cells = line.split(';');
            let (from, to): (i32, i32) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
            Some((cells.next()?, cells.next()?)).filter(|_| from <= year && year <= to)
        });
        let by_code: BTreeMap<&str, &str> = of_year.collect();
        let by_name = by_code.iter().map(|(&code, &name)| (letters(name), code)).collect();
        Self { by_code, by_name }
    }

    /// The code as it stands in the list.
    pub(super) fn code(&self, code: &str) -> Option<&'static str> {
        self.by_code.get_key_value(code).map(|(&code, _)| code)
    }

    pub(super) fn name(&self, code: &str) -> &'static str {
        self.by_code.get(code).copied().unwrap_or_default()
    }

    /// The code that a code is, or is a piece of: 6.2 for 6.21, where the list has no 6.21.
    pub(super) fn rolled_up(&self, code: &str) -> Option<&'static str> {
        let places = code.char_indices().rev().map(|(at, letter)| at + letter.len_utf8());
        places.filter_map(|end| code.get(..end)).take_while(|code| code.contains('.')).find_map(|code| self.code(code))
    }

    /// The code that a row's label gives, national or a piece of a national one; else that of the task field that it names.
    pub(super) fn code_of(&self, label: &str) -> Option<String> {
        let (code, name) = coded(label);
        let by_name = || self.by_name.get(&letters(&name)).map(|&code| code.to_owned());
        let by_code = |code: String| self.rolled_up(&code).map(|_| code);
        code.map_or_else(by_name, by_code).filter(|code| code != RESULT)
    }

    /// Whether a label has the code of a national task field and a name like that field's.
    pub(super) fn bears_out(&self, label: &str) -> Option<bool> {
        let (code, name) = coded(label);
        match code {
            Some(code) => Some(alike(self.by_code.get(code.as_str())?, &name)),
            None => self.by_name.get(&letters(&name)).map(|_| true),
        }
    }

    /// The code in this list of a task field of another year's list: by code and name, by its name, or else the one that its
    /// code is a piece of.
    pub(super) fn translated(&self, code: &str, name: &str) -> Option<&'static str> {
        match self.by_code.get(code) {
            Some(own) if alike(own, name) => self.code(code),
            Some(_) => self.by_name.get(&letters(name)).copied(),
            None => self.by_name.get(&letters(name)).copied().or_else(|| self.rolled_up(code)),
        }
    }
}

/// A label's code and its name, without the words that say which kind of money it is.
fn coded(label: &str) -> (Option<String>, String) {
    const SAY_THE_KIND: [&str; 6] = ["lasten", "baten", "uitgaven", "inkomsten", "saldo", "taakveld"];
    let folded = folded(label);
    let mut words = folded.split(' ').skip_while(|word| SAY_THE_KIND.contains(word)).peekable();
    let is_code = |word: &str| {
        let (chapter, field) = word.split_once('.').unwrap_or_default();
        let digits = field.trim_end_matches(|last: char| last.is_ascii_lowercase());
        let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        chapter.len() == 1 && is_number(chapter) && is_number(digits) && field.len() <= digits.len() + 1
    };
    let code = words.next_if(|word| is_code(word.trim_end_matches(['.', ':'])));
    let name: Vec<&str> = words.collect();
    (code.map(|code| code.trim_end_matches(['.', ':']).to_owned()), name.join(" "))
}

/// The place of a code in the order of the list: 0.9, 0.10, 6.71, 6.71a.
pub(super) fn rank(code: &str) -> u64 {
    let (chapter, field) = code.split_once('.').unwrap_or_default();
    let digits = field.trim_end_matches(|last: char| last.is_ascii_lowercase());
    let letter = field[digits.len()..].bytes().next().map_or(0, u64::from);
    // 6.71 stands between 6.6 and 6.8, but 0.10 behind 0.9.
    let is_tenth = chapter == "0" && digits.starts_with('1') && digits.len() > 1;
    let number: u64 = digits.parse().unwrap_or_default();
    let hundreds =
        if is_tenth { number * 100 } else { number * 10_u64.pow(3_u32.saturating_sub(u32::try_from(digits.len()).unwrap_or(3))) };
    chapter.parse::<u64>().unwrap_or_default() << 40 | hundreds << 8 | letter
}

/// The letters and digits of a name: `Maatwerkvoorzieningen (WMO)` is `maatwerkvoorzieningenwmo`.
fn letters(name: &str) -> String {
    folded(name).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Whether two names are those of one task field: nearly the same letters, or half of the words that say something.
fn alike(one: &str, other: &str) -> bool {
    const LIKENESS: f64 = 0.8;
    const LONGEST_BYTES: usize = 200;
    let said =
        |name: &str| -> Vec<String> { words(name).map(|word| folded(word.text)).filter(|word| !is_small_word(word)).collect() };
    let (first, second) = (said(one), said(other));
    let common = first.iter().filter(|word| second.contains(word)).count();
    other.len() <= LONGEST_BYTES
        && (strsim::normalized_levenshtein(&letters(one), &letters(other)) >= LIKENESS
            || common > 0 && common * 2 >= first.len().max(second.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_change_from_year_to_year() {
        let of_2022 = TaskFields::of_year(2022);
        assert_eq!((of_2022.name("6.2"), of_2022.code("6.71a")), ("Wijkteams", None));
        let of_2024 = TaskFields::of_year(2024);
        assert_eq!((of_2024.name("6.2"), of_2024.code("6.71a")), ("Toegang en eerstelijnsvoorzieningen", Some("6.71a")));
        assert_eq!(TaskFields::of_year(2016).code("0.1"), None);
        assert_eq!(TaskFields::of_year(2031).code("6.21"), Some("6.21"));
    }

    #[test]
    fn labels_give_a_code_or_a_name() {
        let list = TaskFields::of_year(2024);
        let cases = [
            ("0.1 Bestuur", Some("0.1")),
            ("Lasten 6.21 Wijkteam Noord", Some("6.21")),
            ("Taakveld 6.71a: Huishoudelijke hulp", Some("6.71a")),
            ("Baten Sportbeleid en activering", Some("5.1")),
            ("0 Bestuur en ondersteuning", None),
            ("0.11 Resultaat van de rekening van baten en lasten", None),
            ("Bestuur en ondersteuning", None),
            ("9.1 Iets anders", None),
        ];
        for (label, expected) in cases {
            assert_eq!(list.code_of(label).as_deref(), expected, "{label}");
        }
    }

    #[test]
    fn local_codes_are_pieces_of_national_ones() {
        let list = TaskFields::of_year(2024);
        let cases = [
            ("6.2", Some("6.2")),
            ("6.21", Some("6.2")),
            ("6.71a", Some("6.71a")),
            ("0.10", Some("0.10")),
            ("6.", None),
            ("6", None),
        ];
        for (code, expected) in cases {
            assert_eq!(list.rolled_up(code), expected, "{code}");
        }
    }

    #[test]
    fn a_task_field_is_found_in_the_list_of_another_year() {
        let (of_2024, of_2025) = (TaskFields::of_year(2024), TaskFields::of_year(2025));
        assert_eq!(of_2024.translated("6.711", of_2025.name("6.711")), Some("6.71a"));
        assert_eq!(of_2025.translated("6.71a", of_2024.name("6.71a")), Some("6.711"));
        assert_eq!(of_2024.translated("6.21", of_2025.name("6.21")), Some("6.2"));
        assert_eq!(TaskFields::of_year(2022).translated("6.4", of_2024.name("6.4")), None, "another thing by the same number");
        assert_eq!(of_2024.translated("0.10", of_2025.name("0.10")), Some("0.10"));
    }
}
