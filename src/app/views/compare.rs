//! Two documents beside each other: which two, what makes them unlike, and then what they say.

mod changes;
mod choose;
mod matches;
mod promises;
mod repeats;
mod spent;
mod task_fields;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        comparing::{Compared, Stage, Trouble},
        components::parts::{button, nothing},
        facts::Fact,
        state::Place,
        workbench::Workbench,
    },
    compare::{FactOf, Pair},
    wording::Language,
};

/// The screen.
pub fn compare_view(workbench: &Workbench) -> Html {
    let language = workbench.language();
    let comparing = &workbench.workspace.comparing;
    html! {
        <article class="several-view compare-view">
            <h1>{ language.compare() }</h1>
            { status(workbench) }
            if let Some(compared) = &comparing.compared {
                { choose::choose(workbench, compared) }
                { pair(workbench, compared) }
            }
        </article>
    }
}

/// How far comparing is; it is said aloud too.
pub fn status(workbench: &Workbench) -> Html {
    let language = workbench.language();
    let workspace = &workbench.workspace;
    let is_asked = workspace.comparing.stage == Stage::Asked || !workspace.progress.waiting.is_empty();
    let trouble = match workspace.comparing.stage {
        Stage::Failed(trouble) => Some(trouble),
        _ => None,
    };
    html! {
        <>
            <p class="compare-status" role="status">{ is_asked.then(|| language.comparing()) }</p>
            if let Some(trouble) = trouble {
                <div class="notice" role="alert">
                    <div class="notice-words">
                        <p>{ trouble_words(language, trouble) }</p>
                        { button("button", language.compare_again(), again(workbench)) }
                    </div>
                </div>
            }
        </>
    }
}

fn trouble_words(language: Language, trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Unavailable => language.compare_unavailable(),
        Trouble::Crashed => language.compare_crashed(),
        Trouble::TooSlow => language.compare_too_slow(),
        Trouble::OtherVersion => language.other_version(),
    }
}

fn again(workbench: &Workbench) -> Callback<MouseEvent> {
    let workbench = workbench.clone();
    Callback::from(move |_| workbench.comparer.again(&workbench.workspace.documents, &workbench.workspace.decisions))
}

/// The two that are in sight.
fn pair(workbench: &Workbench, compared: &Rc<Compared>) -> Html {
    let language = workbench.language();
    let comparing = &workbench.workspace.comparing;
    let Some(two) = comparing.in_sight() else { return Html::default() };
    let Some(pair) = comparing.pair() else {
        return if comparing.unpaired().is_none() { nothing(language.not_beside()) } else { Html::default() };
    };
    let (Some(left), Some(right)) = (compared.volume(pair.left), compared.volume(pair.right)) else { return Html::default() };
    html! {
        <section class="pair" aria-labelledby="pair-heading" key={format!("{}-{}", two.left, two.right)}>
            <h2 id="pair-heading">{ language.two_volumes(left, right) }</h2>
            <p class="relation">{ language.relation(pair.relation) }</p>
            { unlike(language, pair) }
            { spent::spent(workbench, compared, pair) }
            { promises::promises(workbench, compared, pair) }
            { changes::changes(workbench, compared, pair) }
            { repeats::repeats(workbench, compared, pair) }
            { task_fields::task_fields(workbench, compared, pair) }
            { matches::matches(workbench, compared, pair) }
        </section>
    }
}

fn unlike(language: Language, pair: &Pair) -> Html {
    let reason = |(place, unlike)| html! { <li key={place}>{ language.unlike(unlike) }</li> };
    html! {
        if !pair.unlike.is_empty() {
            <div class="unlike">
                <p class="unlike-heading">{ language.unlike_heading() }</p>
                <ul>{ for pair.unlike.iter().copied().enumerate().map(reason) }</ul>
            </div>
        }
    }
}

/// An amount that opens its place in its document.
fn amount(workbench: &Workbench, compared: &Compared, of: FactOf, words: String) -> Html {
    link(workbench, compared, of.document, Place::Fact(Fact::Figure(of.fact)), words)
}

/// The badge of an amount that contradicts a sum.
fn doubt(workbench: &Workbench, compared: &Compared, of: FactOf) -> Html {
    let language = workbench.language();
    html! { if compared.is_in_doubt(of) { <span class="doubt-badge">{ language.in_doubt() }</span> } }
}

/// Words that open a place in a document.
pub fn link(workbench: &Workbench, compared: &Compared, document: usize, place: Place, words: String) -> Html {
    let Some(loaded) = compared.loaded(document) else { return html! { <span>{ words }</span> } };
    html! {
        <button type="button" class="choosable" onclick={workbench.open_at(loaded.key, place)}>{ words }</button>
    }
}
