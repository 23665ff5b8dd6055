//! A document: its facts in tabs, and its text beside them.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    checks::ChecksView, doubts::doubts_view, figures::figures_view, overview::overview_view, partners::partners_view,
    programmes::programmes_view,
};
use crate::app::{
    components::{
        choosable::{choosable, choose_in_lists},
        parts::button,
        tabs::tabs,
        text_pane::TextPane,
    },
    describe::{document_title, fact_value, when},
    facts::Fact,
    state::{Action, Loaded, Pane, View},
    workbench::Workbench,
};

/// The open document.
pub fn document_view(workbench: &Workbench) -> Html {
    let workspace = &workbench.workspace;
    let Some(loaded) = workspace.current() else { return Html::default() };
    let pane = match workspace.pane {
        Pane::Facts => "show-facts",
        Pane::Text => "show-text",
    };
    html! {
        <article class={classes!("document", pane)} key={loaded.key}>
            <div class="document-head" onclick={choose_in_lists(workbench)}>
                { way_back(workbench) }
                { head(workbench, loaded) }
            </div>
            { pane_switch(workbench) }
            <div class="facts" onclick={choose_in_lists(workbench)}>
                { tabs(workbench, loaded) }
                <div class="panel" role="tabpanel" id="panel" tabindex="-1" aria-labelledby={format!("tab-{}", workspace.view.class())}>
                    { panel(workbench, loaded) }
                </div>
            </div>
            <TextPane />
        </article>
    }
}

fn panel(workbench: &Workbench, loaded: &Rc<Loaded>) -> Html {
    match workbench.workspace.view {
        View::Start | View::Compare | View::AllPartners => Html::default(),
        View::Overview => overview_view(workbench, loaded),
        View::Programmes => programmes_view(workbench, loaded),
        View::Figures => figures_view(workbench, loaded),
        View::Partners => partners_view(workbench, loaded),
        View::Checks => html! { <ChecksView key={loaded.key} loaded={Rc::clone(loaded)} /> },
        View::Doubts => doubts_view(workbench, loaded),
    }
}

/// The way back to the screen of several documents that led here.
fn way_back(workbench: &Workbench) -> Html {
    let language = workbench.language();
    let back = |view: View| {
        let name = if view == View::Compare { language.back_to_compare() } else { language.back_to_all_partners() };
        button("quiet way-back", name, workbench.on(move || Action::Show(view)))
    };
    workbench.workspace.back.map(back).unwrap_or_default()
}

fn head(workbench: &Workbench, loaded: &Loaded) -> Html {
    let language = workbench.language();
    let identity = |fact: Fact, unknown: &'static str| {
        let value = fact_value(language, loaded, fact);
        if value.is_empty() {
            html! { <span class="unknown">{ unknown }</span> }
        } else {
            choosable(loaded, fact, workbench.chosen_fact(), html! { value })
        }
    };
    html! {
        <>
            <h1>{ document_title(language, loaded) }</h1>
            <ul class="document-facts">
                <li key="municipality">{ identity(Fact::Municipality, language.municipality_unknown()) }</li>
                <li key="kind">{ identity(Fact::Kind, language.kind_unknown()) }</li>
                <li key="when">{ identity(when(loaded).unwrap_or(Fact::Year), language.year_unknown()) }</li>
            </ul>
        </>
    }
}

/// Where there is room for one half only, this chooses which.
fn pane_switch(workbench: &Workbench) -> Html {
    let language = workbench.language();
    let button = |pane: Pane, name: &'static str| {
        html! {
            <button key={name} type="button" class="segment" aria-pressed={(workbench.workspace.pane == pane).to_string()}
                onclick={workbench.on(move || Action::ShowPane(pane))}>
                { name }
            </button>
        }
    };
    html! {
        <div class="pane-switch" role="group" aria-label={language.pane()}>
            { button(Pane::Facts, language.pane_facts()) }
            { button(Pane::Text, language.pane_text()) }
        </div>
    }
}
