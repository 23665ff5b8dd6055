//! The headings, and the one that is the title.

use super::{
    heading::{Asks, asks},
    kind::named_kind,
    page::Page,
    pages::Pages,
};
use crate::{
    document::OutlineEntry,
    scan::words::folded,
    source::{Span, Spanned},
};

/// The title: the first heading that names a kind of document, else the first heading.
pub(super) fn title(page: &Page<'_>) -> Option<Spanned<String>> {
    const MOST_HEADINGS: usize = 12;
    let first = || page.lines_alone().map(|(_, span)| span).take(MOST_HEADINGS);
    let names_kind = first().find(|&span| named_kind(page.words(span)).is_some());
    let span = names_kind.or_else(|| first().next())?;
    Some(Spanned::new(page.words(span).to_owned(), span))
}

/// Every heading, once: a list of contents repeats them, and counts only where there is nothing else.
///
/// The level follows from what the heading says: numbers count their parts, questions stand below the programme that they
/// are asked of. What says nothing stands below what stood before it.
pub(super) fn outline(page: &Page<'_>, pages: &Pages) -> Vec<OutlineEntry> {
    let mut levels = Levels::default();
    let headings = page.headings().map(|(_, span)| (span, pages.at(span), None));
    let mut entries: Vec<OutlineEntry> = headings.map(|heading| entry(page, &mut levels, heading)).collect();
    if entries.is_empty() {
        let map = page.contents.map.iter().map(|entry| (entry.title, entry.page, Some(entry.indent)));
        entries.extend(map.map(|heading| entry(page, &mut levels, heading)));
    }
    entries
}

fn entry(page: &Page<'_>, levels: &mut Levels, (span, printed, indent): (Span, Option<u32>, Option<usize>)) -> OutlineEntry {
    let words = page.words(span);
    let (number, title) =
        Some(numbered(words)).filter(|(number, _)| number.is_some_and(numbers_chapter)).unwrap_or((None, words));
    let level = match indent {
        Some(indent) => levels.at_indent(indent),
        None => levels.of(number, title),
    };
    OutlineEntry { level, number: number.map(str::to_owned), title: title.to_owned(), page: printed, span }
}

/// Whether a number can be a chapter's: short, or with a letter or a full stop.
fn numbers_chapter(number: &str) -> bool {
    number.len() <= 2 || !number.bytes().all(|byte| byte.is_ascii_digit())
}

/// The levels of the headings so far.
#[derive(Default)]
struct Levels {
    any: bool,
    /// The last level that a heading said by itself.
    fixed: u8,
    /// The indents that the entries so far are nested in.
    indents: Vec<usize>,
}

impl Levels {
    const DEEPEST: u8 = 6;

    fn of(&mut self, number: Option<&str>, title: &str) -> u8 {
        let is_first = !std::mem::replace(&mut self.any, true);
        let said = if is_first { Some(1) } else { said_level(number, title) };
        if let Some(level) = said {
            self.fixed = level;
        }
        said.unwrap_or((self.fixed + 1).min(Self::DEEPEST)).max(if is_first { 1 } else { 2 })
    }

    fn at_indent(&mut self, indent: usize) -> u8 {
        while self.indents.last().is_some_and(|&last| last >= indent) {
            self.indents.pop();
        }
        self.indents.push(indent);
        u8::try_from(self.indents.len()).unwrap_or(Self::DEEPEST).min(Self::DEEPEST)
    }
}

/// The level that a heading says by its number or by what it is.
fn said_level(number: Option<&str>, title: &str) -> Option<u8> {
    const MOST_PARTS: usize = 4;
    if let Some(number) = number {
        return u8::try_from(2 + number.matches('.').count().min(MOST_PARTS)).ok();
    }
    match asks(title) {
        Asks::Guide => Some(2),
        Asks::Section => Some(if opens_chapter(title) { 2 } else { 3 }),
        Asks::Nothing => is_in_capitals(title).then_some(2),
        _ => Some(3),
    }
}

/// Whether a heading opens a chapter, not a fixed part of one.
fn opens_chapter(title: &str) -> bool {
    const CHAPTERS: [&str; 6] = ["programma", "paragra", "inleiding", "bijlage", "financieel", "overzicht"];
    let folded = folded(title);
    CHAPTERS.iter().any(|chapter| folded.starts_with(chapter))
}

/// `INHOUD`, `VERBONDEN PARTIJEN`: chapters of texts without any other sign.
fn is_in_capitals(title: &str) -> bool {
    const FEWEST_LETTERS: usize = 5;
    let letters = title.chars().filter(|character| character.is_alphabetic());
    letters.clone().count() >= FEWEST_LETTERS && letters.clone().all(char::is_uppercase)
}

/// A heading's number and the words behind it: `2.1.01 Wonen`, `3. Zorg`, `P7 Bomen`, `5A. Vrije tijd`.
pub(crate) fn numbered(heading: &str) -> (Option<&str>, &str) {
    let Some((first, rest)) = heading.split_once(char::is_whitespace) else { return (None, heading) };
    let number = first.trim_end_matches(['.', ':', ')']);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let letters = number.chars().filter(|character| character.is_alphabetic()).count();
    let is_number =
        digits > 0 && digits <= 6 && letters <= 1 && number.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let is_year = crate::scan::year(number).is_some();
    if is_number && !is_year {
        (Some(number), rest.trim_start_matches([' ', '-', '|', '–', '\u{a0}']))
    } else {
        (None, heading)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_cut_from_headings() {
        let cases = [
            ("3. Zorg", Some("3"), "Zorg"),
            ("2.1.01 Wonen en werken", Some("2.1.01"), "Wonen en werken"),
            ("P7 Bomen", Some("P7"), "Bomen"),
            ("5A. Vrije tijd", Some("5A"), "Vrije tijd"),
            ("2 | Werk", Some("2"), "Werk"),
            ("2024 in beeld", None, "2024 in beeld"),
            ("Zorg", None, "Zorg"),
            ("Een stad", None, "Een stad"),
        ];
        for (heading, number, title) in cases {
            assert_eq!(numbered(heading), (number, title), "{heading}");
        }
    }
}
