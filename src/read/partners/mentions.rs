//! Every place where a partner is named, by its name or its abbreviation, inflected or joined to another word.

use super::signs::REGION_ENDINGS;
use crate::{
    read::page::Page,
    source::{Span, sort_by_rank},
};

/// The mentions of each name. A place belongs to the longest name that fits it.
pub(super) fn mentions(page: &Page<'_>, names: &[(&str, Option<&str>)]) -> Vec<Vec<Span>> {
    let mut found: Vec<(Span, usize)> = Vec::new();
    for (at, (name, abbreviation)) in names.iter().enumerate() {
        let forms = [Some(*name), *abbreviation].into_iter().flatten();
        found.extend(forms.flat_map(|form| places(page.text, form)).map(|span| (span, at)));
    }
    sort_by_rank(&mut found, |(span, _)| span.rank());
    let mut mentions = vec![Vec::new(); names.len()];
    let mut end = 0;
    for (span, at) in found {
        if span.start >= end {
            end = span.end;
            let last = mentions[at].last().map(|last: &Span| &page.text[last.range().end..span.range().start]);
            // `Name (ABBR)` is one mention.
            if last != Some(" (") {
                mentions[at].push(span);
            }
        }
    }
    mentions
}

fn places<'a>(text: &'a str, form: &'a str) -> impl Iterator<Item = Span> + 'a {
    let is_word = move |&start: &usize| {
        let before = text[..start].chars().next_back();
        !before.is_some_and(char::is_alphanumeric) && ends_well(&text[start + form.len()..])
    };
    text.match_indices(form).map(|(start, _)| start).filter(is_word).map(move |start| Span::new(start, start + form.len()))
}

/// A name ends at the end of a word, or where it is joined to a word for working together.
fn ends_well(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric) || REGION_ENDINGS.iter().any(|ending| rest.starts_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_takes_the_place() {
        let text = "Werk Meer (WM) en Meer, Meerverband, WM's raad, WMO";
        let page = Page::new(text, &[]);
        let found = mentions(&page, &[("Meer", None), ("Werk Meer", Some("WM"))]);
        let words = |spans: &[Span]| spans.iter().map(|span| (span.of(text).to_owned(), span.start)).collect::<Vec<_>>();
        assert_eq!(words(&found[0]), [("Meer".to_owned(), 18), ("Meer".to_owned(), 24)]);
        assert_eq!(words(&found[1]), [("Werk Meer".to_owned(), 0), ("WM".to_owned(), 37)]);
    }
}
