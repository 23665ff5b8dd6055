//! A fact in a list that can be chosen. One listener around the lists hears them all (see `choose_in_lists`), so that
//! thousands of them weigh nothing.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::{
    app::{
        facts::Fact,
        state::{Action, Aim, Loaded, Place},
        workbench::Workbench,
    },
    source::Span,
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

/// Words that are no fact, to be pointed at in the text.
pub fn choosable_words(span: Span, aim: Option<Aim>, content: Html) -> Html {
    let is_aimed_at = aim.is_some_and(|aim| aim.span == span);
    html! {
        <button type="button" class="choosable mention" data-words={format!("{}-{}", span.start, span.end)}
            aria-pressed={is_aimed_at.to_string()}>
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

/// Hears clicks on all choosable facts and words inside.
pub fn choose_in_lists(workbench: &Workbench) -> Callback<MouseEvent> {
    let (dispatch, open) = (workbench.workspace.dispatcher(), workbench.workspace.open);
    Callback::from(move |event: MouseEvent| {
        let chosen = event.target().and_then(|target| closest(&target, "[data-mark], [data-words]"));
        let action = chosen.and_then(|element| chosen_mark(&element).or_else(|| chosen_words(&element, open?)));
        action.into_iter().for_each(|action| dispatch.dispatch(action));
    })
}

fn chosen_mark(element: &Element) -> Option<Action> {
    element.get_attribute("data-mark")?.parse().ok().map(Action::ChooseMention)
}

fn chosen_words(element: &Element, document: u32) -> Option<Action> {
    let words = element.get_attribute("data-words")?;
    let (start, end) = words.split_once('-')?;
    let span = Span::new(start.parse().ok()?, end.parse().ok()?);
    Some(Action::OpenAt(document, Place::Words(span)))
}

/// The element around an event's target that fits a selector.
pub fn closest(target: &web_sys::EventTarget, selector: &str) -> Option<Element> {
    target.dyn_ref::<Element>()?.closest(selector).ok()?
}
