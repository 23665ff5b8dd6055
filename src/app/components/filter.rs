//! Which sorts of facts are marked in the text.

use yew::prelude::*;

use super::parts::button;
use crate::app::{
    describe::sort_name,
    facts::Sort,
    state::{Action, Loaded},
    workbench::Workbench,
};

/// A switch for each sort that the text has, with how many there are: it is the legend of the marks too.
pub fn filter(workbench: &Workbench, loaded: &Loaded) -> Html {
    let language = workbench.language();
    let sorts: Vec<(Sort, usize)> =
        Sort::ALL.into_iter().map(|sort| (sort, loaded.marks.count(sort))).filter(|(_, count)| *count > 0).collect();
    let hides_some = sorts.iter().any(|(sort, _)| !workbench.workspace.shown.contains(*sort));
    html! {
        <details class="filter">
            <summary>{ language.marked_facts() }</summary>
            <div class="filter-sorts" role="group" aria-label={language.marked_facts()}>
                { for sorts.into_iter().map(|(sort, count)| switch(workbench, sort, count)) }
                if hides_some {
                    { button("quiet", language.mark_all(), workbench.on(|| Action::ShowAll)) }
                }
            </div>
        </details>
    }
}

fn switch(workbench: &Workbench, sort: Sort, count: usize) -> Html {
    let language = workbench.language();
    let is_shown = workbench.workspace.shown.contains(sort);
    html! {
        <button key={sort.class()} type="button" class="sort-switch" aria-pressed={is_shown.to_string()}
            onclick={workbench.on(move || Action::Toggle(sort))}>
            <span class={classes!("swatch", sort.class())} aria-hidden="true" />
            { sort_name(language, sort) }
            { " " }
            <span class="count">{ language.count(count) }</span>
        </button>
    }
}
