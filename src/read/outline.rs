//! The headings, and the one that is the title.

use super::{
    heading::{Asks, asks},
    kind::named_kind,
    page::Page,
};
use crate::{
    document::OutlineEntry,
    source::{Span, Spanned},
};

/// The title: the first heading that names a kind of document, else the first heading.
pub(super) fn title(page: &Page<'_>) -> Option<Spanned<String>> {
    const MOST_HEADINGS: usize = 12;
    let first = || page.headings().map(|(_, span)| span).take(MOST_HEADINGS);
    let names_kind = first().find(|&span| named_kind(page.words(span)).is_some());
    let span = names_kind.or_else(|| first().next())?;
    Some(Spanned::new(page.words(span).to_owned(), span))
}

/// Every heading. The level follows from what the heading says: numbers count their parts, questions stand below the
/// programme that they are asked of.
pub(super) fn outline(page: &Page<'_>) -> Vec<OutlineEntry> {
    let entry = |(position, span): (usize, Span)| {
        let words = page.words(span);
        let (number, title) = numbered(words);
        OutlineEntry {
            level: if position == 0 { 1 } else { level(number, title) },
            number: number.map(str::to_owned),
            title: title.to_owned(),
            page: None,
            span,
        }
    };
    page.headings().map(|(_, span)| span).enumerate().map(entry).collect()
}

/// A heading's number and the words behind it: `2.1.01 Wonen`, `3. Zorg`, `P5 Sport`, `5A. Vrije tijd`.
pub(super) fn numbered(heading: &str) -> (Option<&str>, &str) {
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

fn level(number: Option<&str>, title: &str) -> u8 {
    const DEEPEST: usize = 6;
    if let Some(number) = number {
        return u8::try_from((2 + number.matches('.').count()).min(DEEPEST)).unwrap_or(2);
    }
    match asks(title) {
        Asks::Section => 2,
        Asks::Nothing => 4,
        _ => 3,
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
            ("P5 Sport", Some("P5"), "Sport"),
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
