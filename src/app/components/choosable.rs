//! A fact in a list that can be chosen. One listener around the lists hears them all (see `choose_in_lists`), so that
//! thousands of them weigh nothing.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::{
    app::{
        facts::Fact,
        state::{Action, Loaded},
        workbench::Workbench,
    },
    wording::Language,
};

/// A fact that is chosen by its first mention; plain words where it has no place in the text.
pub fn choosable(loaded: &Loaded, fact: Fact, chosen: Option<Fact>, content: Html) -> Html {
    choosable_of(loaded, fact, chosen == Some(fact), content)
}

/// A fact that stands for others which say the same: it shows as chosen where one of them is.
pub fn choosable_of(loaded: &Loaded, fact: Fact, is_chosen: bool, content: Html) -> Html {
    let Some(&mark) = loaded.marks.of_fact(fact).first() else {
        return html! { <span>{ content }</span> };
    };
    html! {
        <button type="button" class={classes!("choosable", fact.sort().class())} id={entry_id(fact)}
            data-mark={mark.to_string()} aria-pressed={is_chosen.to_string()}>
            { content }
        </button>
    }
}

/// One mention of a fact.
pub fn choosable_mention(mark: usize, chosen: Option<usize>, content: Html) -> Html {
    html! {
        <button type="button" class="choosable mention" key={mark} data-mark={mark.to_string()}
            aria-pressed={(chosen == Some(mark)).to_string()}>
            { content }
        </button>
    }
}

/// Where facts that say the same are printed, each place choosable; nothing where there is one place.
pub fn places(language: Language, loaded: &Loaded, facts: &[Fact], chosen: Option<Fact>) -> Html {
    let place = |(index, fact): (usize, &Fact)| {
        let mark = loaded.marks.of_fact(*fact).first().copied();
        let is_chosen = chosen == Some(*fact);
        let link = |mark| choosable_mention(mark, is_chosen.then_some(mark), html! { language.place(index + 1) });
        html! { <li key={index}>{ for mark.map(link) }</li> }
    };
    html! {
        if facts.len() > 1 {
            <div class="repeat">
                <p>{ language.stands_often(facts.len()) }</p>
                <ul>{ for facts.iter().enumerate().map(place) }</ul>
            </div>
        }
    }
}

/// The `id` of a fact's entry in its list.
pub fn entry_id(fact: Fact) -> String {
    format!("entry-{}", fact.id())
}

/// Hears clicks on all choosable facts inside.
pub fn choose_in_lists(workbench: &Workbench) -> Callback<MouseEvent> {
    let dispatch = workbench.workspace.dispatcher();
    Callback::from(move |event: MouseEvent| {
        let chosen = event.target().and_then(|target| closest(&target, "[data-mark]"));
        let mark = chosen.and_then(|element| element.get_attribute("data-mark")?.parse().ok());
        if let Some(mark) = mark {
            dispatch.dispatch(Action::ChooseMention(mark));
        }
    })
}

/// The element around an event's target that fits a selector.
pub fn closest(target: &web_sys::EventTarget, selector: &str) -> Option<Element> {
    target.dyn_ref::<Element>()?.closest(selector).ok()?
}
