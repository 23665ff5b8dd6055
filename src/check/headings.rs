//! # What it does
//! Lists the headings that ask for goals or measures and have nothing under them. A heading with the same words that is empty
//! wherever it stands is one finding.
//!
//! # Why it matters
//! A programme says what the municipality wants to achieve and what it does for that (BBV art. 8, 25). Under an empty heading
//! the answer is missing. Most often it was lost on the way: portals fold answers open, and an export drops them. So an empty
//! heading is never called wrong, only not checked.
//!
//! # Example
//! `Zo gaan we dat doen` stands under eleven goals with nothing under it: one finding. Where it is empty under one goal only,
//! that place is the finding.

use std::collections::BTreeMap;

use super::{Check, Finding, Reason, Subject};
use crate::{
    document::{Code, Document},
    scan::words::folded,
    source::Span,
};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    let empty: Vec<Span> =
        document.problems.iter().filter(|problem| problem.code == Code::EmptyHeading).map(|problem| problem.span).collect();
    let titles = titles(document);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    titles.values().for_each(|title| *counts.entry(title).or_default() += 1);
    let mut groups: BTreeMap<Option<&str>, Vec<Span>> = BTreeMap::new();
    for &span in &empty {
        groups.entry(titles.get(&span.start).map(String::as_str)).or_default().push(span);
    }
    let mut findings: Vec<Finding> =
        groups.into_iter().flat_map(|(title, spans)| of_one_title(title.and_then(|title| counts.get(title)), spans)).collect();
    crate::source::sort_by_rank(&mut findings, |finding| finding.spans.first().map_or(0, |span| span.rank()));
    findings
}

/// The words of each heading, by where it begins.
fn titles(document: &Document) -> BTreeMap<u32, String> {
    document.outline.iter().map(|entry| (entry.span.start, folded(&entry.title))).collect()
}

/// The findings of one title; `count` headings of the text have it.
fn of_one_title(count: Option<&usize>, spans: Vec<Span>) -> Vec<Finding> {
    if spans.len() > 1 && count == Some(&spans.len()) {
        return vec![finding(Reason::EmptyThroughout, spans)];
    }
    spans.into_iter().map(|span| finding(Reason::EmptyHere, vec![span])).collect()
}

fn finding(reason: Reason, spans: Vec<Span>) -> Finding {
    Finding { spans, ..Finding::unchecked(Check::Headings, reason) }
}

#[cfg(test)]
mod tests {
    use super::{super::said::assert_said, *};

    const TITLE: &str = "# Begroting 2025 gemeente Voorbeeldwoude\n\n## Programma 1 Wonen\n\n";

    #[test]
    fn a_heading_that_is_empty_throughout_is_one_finding() {
        let text = format!(
            "{TITLE}### Wat willen we bereiken?\n\n#### Meer woningen\n\nIedereen vindt een huis dat past.\n\n#### Zo gaan we dat doen\n\n\
             #### Warme huizen\n\nAlle huizen zijn in 2040 van het gas af.\n\n#### Zo gaan we dat doen\n\n"
        );
        assert_said(check, &text, &["Unchecked (EmptyThroughout) <Zo gaan we dat doen> <Zo gaan we dat doen>"]);
    }

    #[test]
    fn a_heading_that_is_empty_once_is_that_place() {
        let text = format!(
            "{TITLE}### Wat willen we bereiken?\n\n- Iedereen vindt een huis dat past.\n\n### Wat gaan we daarvoor doen?\n\n\
             ## Programma 2 Zorg\n\n### Wat willen we bereiken?\n\n- Iedereen krijgt zorg.\n\n\
             ### Wat gaan we daarvoor doen?\n\n- We openen een wijkpunt.\n"
        );
        assert_said(check, &text, &["Unchecked (EmptyHere) <Wat gaan we daarvoor doen?>"]);
    }

    #[test]
    fn headings_with_something_under_them_say_nothing() {
        let text = format!("{TITLE}### Wat willen we bereiken?\n\n- Iedereen vindt een huis dat past.\n");
        assert_said(check, &text, &[]);
    }
}
