//! The tabs of a document: arrow keys walk along them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::{
    app::{
        describe::view_name,
        facts::Sort,
        state::{Action, Loaded, View},
        workbench::Workbench,
    },
    check::Verdict,
    wording::{Language, verdict_sign},
};

/// The tabs, each with how much there is under it.
pub fn tabs(workbench: &Workbench, loaded: &Loaded) -> Html {
    html! {
        <div class="tabs" role="tablist" aria-label={workbench.language().parts_of_document()} onkeydown={walk(workbench)}>
            { for View::OF_DOCUMENT.map(|view| tab(workbench, loaded, view)) }
        </div>
    }
}

fn tab(workbench: &Workbench, loaded: &Loaded, view: View) -> Html {
    let language = workbench.language();
    let is_shown = workbench.workspace.view == view;
    let count = count(loaded, view);
    html! {
        <button key={view.class()} type="button" role="tab" id={format!("tab-{}", view.class())} class="tab"
            aria-selected={is_shown.to_string()} aria-controls="panel" tabindex={if is_shown { "0" } else { "-1" }}
            onclick={workbench.on(move || Action::Show(view))}>
            { view_name(language, view) }
            if view == View::Checks { { differing(language, loaded) } }
            if let Some(count) = count { { " " } <span class="count">{ language.count(count) }</span> }
        </button>
    }
}

/// How many findings do not hold; nothing where all do.
fn differing(language: Language, loaded: &Loaded) -> Html {
    let count = loaded.tally.count(Verdict::Differs);
    html! {
        if count > 0 {
            { " " }
            <span class="count" aria-hidden="true">{ verdict_sign(Verdict::Differs) }{ " " }{ language.count(count) }</span>
            <span class="hidden">{ language.verdict_count(Verdict::Differs, count) }</span>
        }
    }
}

fn count(loaded: &Loaded, view: View) -> Option<usize> {
    let document = &loaded.document;
    match view {
        View::Start | View::Overview | View::Checks | View::Compare | View::AllPartners => None,
        View::Programmes => Some(document.programmes.len()).filter(|count| *count > 0),
        View::Figures => Some(loaded.marks.count(Sort::Money) + loaded.marks.count(Sort::Percentage)),
        View::Partners => Some(document.partners.len()),
        View::Doubts => Some(document.problems.len()),
    }
}

fn walk(workbench: &Workbench) -> Callback<KeyboardEvent> {
    let workspace = workbench.workspace.clone();
    Callback::from(move |event: KeyboardEvent| {
        let views = View::OF_DOCUMENT;
        let Some(place) = views.iter().position(|view| *view == workspace.view) else { return };
        let next = match event.key().as_str() {
            "ArrowRight" => (place + 1) % views.len(),
            "ArrowLeft" => (place + views.len() - 1) % views.len(),
            "Home" => 0,
            "End" => views.len() - 1,
            _ => return,
        };
        event.prevent_default();
        workspace.dispatch(Action::Show(views[next]));
        focus_tab(&event, next);
    })
}

fn focus_tab(event: &KeyboardEvent, place: usize) {
    let list = event.target_dyn_into::<Element>().and_then(|tab| tab.parent_element());
    let tab = list.and_then(|list| list.children().item(u32::try_from(place).unwrap_or_default()));
    tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()).into_iter().for_each(|tab| drop(tab.focus()));
}
