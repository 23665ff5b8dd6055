//! Goals and measures in a site map: what stands under a question there.

use super::Found;
use crate::read::{
    contents::Entry,
    heading::{Asks, asks},
};

/// What an entry of the map is.
#[derive(Clone, Copy)]
enum Is {
    Other,
    GoalsQuestion,
    MeasuresQuestion,
    Goal(usize),
}

/// Adds what stands under the questions of the site map.
pub(super) fn add_entries(found: &mut Found<'_>) {
    let mut above: Vec<(usize, Is)> = Vec::new();
    let page = found.page;
    for entry in &page.contents.map {
        while above.last().is_some_and(|&(indent, _)| indent >= entry.indent) {
            above.pop();
        }
        let parent = above.last().map_or(Is::Other, |&(_, parent)| parent);
        above.push((entry.indent, add_entry(found, parent, entry)));
    }
}

fn add_entry(found: &mut Found<'_>, parent: Is, entry: &Entry) -> Is {
    match (asks(found.page.words(entry.title)), parent) {
        (Asks::Goals | Asks::Both, _) => Is::GoalsQuestion,
        (Asks::Measures, _) => Is::MeasuresQuestion,
        (Asks::Nothing, Is::GoalsQuestion) => Is::Goal(found.add_goal(None, entry.title, entry.title)),
        (Asks::Nothing, Is::MeasuresQuestion) => {
            found.add_measure(entry.title, None);
            Is::Other
        }
        (Asks::Nothing, Is::Goal(goal)) => {
            found.add_measure(entry.title, Some(goal));
            Is::Other
        }
        _ => Is::Other,
    }
}
