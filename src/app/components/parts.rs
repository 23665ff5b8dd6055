//! The smallest parts, alike in every view: each place that writes them out again costs the page's wasm some hundred bytes.

use yew::prelude::*;

use super::choosable::choosable;
use crate::app::{facts::Fact, state::Loaded};

/// A button with words on it; `class` is its look in the style sheet.
pub fn button(class: &'static str, words: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{ words }</button> }
}

/// A button with a sign on it; `label` says what it does.
pub fn icon_button(label: AttrValue, sign: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="icon-button" aria-label={&label} title={label} {onclick}>
            <span aria-hidden="true">{ sign }</span>
        </button>
    }
}

/// Words in place of a list that is empty.
pub fn nothing(words: &'static str) -> Html {
    html! { <p class="nothing">{ words }</p> }
}

/// The heading of a view for those who hear the page; its tab says it to those who see.
pub fn hidden_heading(words: &'static str) -> Html {
    html! { <h2 class="hidden">{ words }</h2> }
}

/// A fact as an item of a list.
pub fn item(loaded: &Loaded, fact: Fact, chosen: Option<Fact>, key: usize, name: String) -> Html {
    html! { <li {key}>{ choosable(loaded, fact, chosen, html! { name }) }</li> }
}
