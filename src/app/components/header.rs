//! The bar at the top: the name, the language, the colours.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{
    app::{
        state::{Action, Theme, View},
        workbench::Workbench,
    },
    wording::Language,
};

/// The bar at the top; `onskip` moves the focus past it.
pub fn header(workbench: &Workbench, onskip: Callback<MouseEvent>) -> Html {
    let language = workbench.language();
    html! {
        <header class="page-header">
            <button type="button" class="skip-link" onclick={onskip}>{ language.skip_to_content() }</button>
            <button type="button" class="brand" onclick={workbench.on(|| Action::Show(View::Start))}>
                { emblem() }
                <span>{ language.name() }</span>
            </button>
            <div class="preferences">
                <div class="languages" role="group" aria-label={language.language()}>
                    { for Language::ALL.map(|offered| language_button(workbench, offered)) }
                </div>
                { theme_choice(workbench) }
            </div>
        </header>
    }
}

/// Three bars and a lens: drawn by attributes, because the page's policy refuses styles on elements.
fn emblem() -> Html {
    html! {
        <svg class="emblem" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect x="3" y="17" width="5" height="12" rx="1" />
            <rect x="10.5" y="10" width="5" height="19" rx="1" />
            <rect x="18" y="21" width="5" height="8" rx="1" />
            <circle cx="22" cy="10" r="6.5" fill="none" stroke-width="2.5" />
            <path d="M26.5 14.5 31 19" fill="none" stroke-width="3" stroke-linecap="round" />
        </svg>
    }
}

fn language_button(workbench: &Workbench, offered: Language) -> Html {
    let is_spoken = workbench.language() == offered;
    html! {
        <button key={offered.code()} type="button" class="segment" lang={offered.code()} aria-pressed={is_spoken.to_string()}
            onclick={workbench.on(move || Action::Speak(offered))}>
            { offered.own_name() }
        </button>
    }
}

fn theme_choice(workbench: &Workbench) -> Html {
    let language = workbench.language();
    let dispatch = workbench.workspace.dispatcher();
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let theme = chosen.and_then(|select| Theme::from_name(&select.value()));
        if let Some(theme) = theme {
            dispatch.dispatch(Action::Dress(theme));
        }
    });
    let option = |theme: Theme| {
        html! {
            <option key={theme.name()} value={theme.name()} selected={workbench.workspace.theme == theme}>
                { theme_name(language, theme) }
            </option>
        }
    };
    html! {
        <label class="theme-choice">
            <span>{ language.theme() }</span>
            <select {onchange}>{ for Theme::ALL.map(option) }</select>
        </label>
    }
}

fn theme_name(language: Language, theme: Theme) -> &'static str {
    match theme {
        Theme::System => language.theme_system(),
        Theme::Light => language.theme_light(),
        Theme::Dark => language.theme_dark(),
    }
}
