//! Every place where a partner is named, by its name or its abbreviation, inflected or joined to another word.

use std::collections::BTreeMap;

use super::regions;
use crate::{read::page::Page, source::Span};

/// Each form of each name.
struct Forms<'a> {
    names: &'a [Vec<String>],
    /// The place of the name in the list, and of the form among its own.
    by_words: BTreeMap<&'a str, (usize, usize)>,
    /// The most parts that a form has which begins with this one; the nought behind it keeps this the same type of map, whose
    /// code is there already.
    parts: BTreeMap<&'a str, (usize, usize)>,
}

/// The longest form in parts; a longer one is found by its first ones.
const MOST_PARTS: usize = 16;

impl<'a> Forms<'a> {
    fn of(names: &'a [Vec<String>]) -> Self {
        let mut forms = Self { names, by_words: BTreeMap::new(), parts: BTreeMap::new() };
        for (at, name) in names.iter().enumerate() {
            for (nth, form) in name.iter().enumerate() {
                let form = form.trim_start_matches(|first: char| !first.is_alphanumeric());
                let mut ends = part_ends(form, 0).take(MOST_PARTS);
                let Some(first) = ends.next() else { continue };
                let more: Vec<usize> = ends.collect();
                let last = more.last().copied().unwrap_or(first);
                forms.by_words.entry(&form[..last]).or_insert((at, nth));
                let most = forms.parts.entry(&form[..first]).or_insert((0, 0));
                most.0 = most.0.max(more.len() + 1);
            }
        }
        forms
    }

    /// The longest form that begins at `start`: where it ends, and whose it is.
    fn longest_at(&self, text: &str, start: usize) -> Option<(usize, usize)> {
        let first = &text[start..part_ends(text, start).next()?];
        let most_of = |part: &str| self.parts.get(part).map(|most| most.0);
        let most = most_of(first).max(regions::stem(first).and_then(most_of))?;
        let ends: Vec<usize> = part_ends(text, start).take(most).collect();
        ends.iter().rev().find_map(|&end| {
            let (length, at, nth) = self.ending_at(&text[start..end])?;
            let form = self.names.get(at)?.get(nth)?;
            let whole = text[start..].starts_with(form.as_str());
            Some((start + if whole { form.len() } else { length }, at))
        })
    }

    /// A form as it stands, or joined to a word for working together: its length, whose it is and which of them.
    fn ending_at(&self, words: &str) -> Option<(usize, usize, usize)> {
        let known = |words: &str| self.by_words.get(words).map(|&(at, nth)| (words.len(), at, nth));
        known(words).or_else(|| regions::stem(words).and_then(known))
    }
}

/// Where the runs of letters and digits end, from `start` on.
fn part_ends(text: &str, start: usize) -> impl Iterator<Item = usize> + '_ {
    let mut at = start;
    std::iter::from_fn(move || {
        let begin = at + text[at..].find(char::is_alphanumeric)?;
        at = begin + text[begin..].find(|character: char| !character.is_alphanumeric()).unwrap_or(text.len() - begin);
        Some(at)
    })
}

/// The mentions of each name, given with all its forms. A place belongs to the longest form that fits it.
pub(super) fn mentions(page: &Page<'_>, names: &[Vec<String>]) -> Vec<Vec<Span>> {
    let forms = Forms::of(names);
    let mut mentions = vec![Vec::new(); names.len()];
    let mut at = 0;
    while let Some(next) = page.text[at..].find(char::is_alphanumeric) {
        let start = at + next;
        let Some((end, whose)) = forms.longest_at(page.text, start) else {
            at = part_ends(page.text, start).next().unwrap_or(page.text.len());
            continue;
        };
        let found: &mut Vec<Span> = &mut mentions[whose];
        // `Name (ABBR)` is one mention.
        let is_same = found.last().is_some_and(|last| &page.text[last.range().end..start] == " (");
        if !is_same {
            found.push(Span::new(start, end));
        }
        at = end;
        // What is joined to the name is no mention of its own.
        at += page.text[at..].find(|character: char| !character.is_alphanumeric()).unwrap_or(page.text.len() - at);
    }
    mentions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_takes_the_place() {
        let text = "Werk Meer (WM) en Meer, Meerverband, WM's raad, WMO";
        let page = Page::new(text, &[]);
        let names = [vec!["Meer".to_owned()], vec!["Werk Meer".to_owned(), "WM".to_owned()]];
        let found = mentions(&page, &names);
        let words = |spans: &[Span]| spans.iter().map(|span| (span.of(text).to_owned(), span.start)).collect::<Vec<_>>();
        assert_eq!(words(&found[0]), [("Meer".to_owned(), 18), ("Meer".to_owned(), 24)]);
        assert_eq!(words(&found[1]), [("Werk Meer".to_owned(), 0), ("WM".to_owned(), 37)]);
    }

    #[test]
    fn a_form_may_hold_and_end_in_other_marks() {
        let text = "Zon N.V. levert; Zon/Maan ook. Zon zelf niet.";
        let page = Page::new(text, &[]);
        let names = [vec!["Zon N.V.".to_owned()], vec!["Zon/Maan".to_owned()]];
        let found = mentions(&page, &names);
        assert_eq!(
            found.iter().map(|spans| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>()).collect::<Vec<_>>(),
            [vec!["Zon N.V."], vec!["Zon/Maan"]]
        );
    }
}
