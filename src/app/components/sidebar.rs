//! The documents, by municipality.

use std::rc::Rc;

use yew::prelude::*;

use super::parts::{button, icon_button};
use crate::app::{
    describe::document_name,
    state::{Action, Loaded, View},
    workbench::Workbench,
};

/// The list of documents. On a narrow screen it folds away behind its own heading.
#[component]
pub fn Sidebar() -> Html {
    let is_open = use_state(|| false);
    let Some(workbench) = use_context::<Workbench>() else { return Html::default() };
    let language = workbench.language();
    let workspace = &workbench.workspace;
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    html! {
        <nav class={classes!("sidebar", is_open.then_some("is-open"))} aria-labelledby="documents-heading">
            <h2 id="documents-heading">{ language.documents() }</h2>
            <button type="button" class="sidebar-toggle" aria-expanded={is_open.to_string()} onclick={toggle}>
                { format!("{} ({})", language.documents(), workspace.documents.len()) }
            </button>
            <div class="sidebar-content">
                { for workspace.municipalities().into_iter().map(|(name, documents)| municipality(&workbench, name, &documents)) }
                <div class="sidebar-actions">
                    { button("button", language.add_documents(), workbench.on(|| Action::Show(View::Start))) }
                    { button("quiet", language.remove_all(), workbench.on(|| Action::RemoveAll)) }
                </div>
            </div>
        </nav>
    }
}

fn municipality(workbench: &Workbench, name: Option<&str>, documents: &[&Rc<Loaded>]) -> Html {
    let name = name.unwrap_or(workbench.language().municipality_unknown());
    html! {
        <section class="municipality" key={name.to_owned()}>
            <h3>{ name }</h3>
            <ul>{ for documents.iter().map(|loaded| document(workbench, name, loaded)) }</ul>
        </section>
    }
}

fn document(workbench: &Workbench, municipality: &str, loaded: &Loaded) -> Html {
    let language = workbench.language();
    let key = loaded.key;
    let name = document_name(language, loaded);
    let is_open = workbench.workspace.open == Some(key);
    let remove_label = language.remove(&format!("{name}, {municipality}, {}", loaded.source.origin.name));
    html! {
        <li {key} class="document-item">
            <button type="button" class="document-link" aria-current={is_open.then_some("true")}
                onclick={workbench.on(move || Action::Open(key))}>
                <span class="document-name">{ name }</span>
                { file_name(&loaded.source.origin.name) }
            </button>
            { icon_button(remove_label.into(), "×", workbench.on(move || Action::Remove(key))) }
        </li>
    }
}

/// The name of a file; where it breaks, its last characters stay together.
fn file_name(name: &str) -> Html {
    const CHARACTERS_KEPT_TOGETHER: usize = 8;
    let end = name.char_indices().rev().nth(CHARACTERS_KEPT_TOGETHER - 1).map_or(0, |(index, _)| index);
    let (begin, end) = name.split_at(end);
    html! {
        <span class="document-file">{ begin }<span class="document-file-end">{ end }</span></span>
    }
}
