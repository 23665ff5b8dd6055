//! The documents, by municipality.

use yew::prelude::*;

use super::{
    finding_list::verdict_icon,
    parts::{button, icon_button},
};
use crate::{
    app::{
        describe::{document_name, publication_name, view_name},
        state::{Action, Listed, Loaded, View},
        verdicts::Standing,
        workbench::Workbench,
    },
    check::Verdict,
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
                { several(&workbench, &is_open.setter()) }
                <div class="sidebar-actions">
                    { button("button", language.add_documents(), workbench.on(|| Action::Show(View::Start))) }
                    { button("quiet", language.remove_all(), workbench.on(|| Action::RemoveAll)) }
                </div>
            </div>
        </nav>
    }
}

/// The screens of several documents, where there are several.
fn several(workbench: &Workbench, unfold: &UseStateSetter<bool>) -> Html {
    let language = workbench.language();
    let link = |view: View| {
        let is_open = workbench.workspace.view == view;
        let (dispatch, unfold) = (workbench.workspace.dispatcher(), unfold.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Show(view));
            // On a narrow screen the list would stand between the button and what it shows.
            unfold.set(false);
        });
        html! {
            <li key={view.class()}>
                <button type="button" class="document-link" aria-current={is_open.then_some("true")} {onclick}>
                    <span class="document-name">{ view_name(language, view) }</span>
                </button>
            </li>
        }
    };
    html! {
        if workbench.workspace.documents.len() > 1 {
            <section class="municipality several">
                <h3>{ language.several() }</h3>
                <ul>{ for View::OF_SEVERAL.map(link) }</ul>
            </section>
        }
    }
}

fn municipality(workbench: &Workbench, name: Option<String>, documents: &[Listed<'_>]) -> Html {
    let name = name.unwrap_or_else(|| workbench.language().municipality_unknown().to_owned());
    html! {
        <section class="municipality" key={name.clone()}>
            <h3>{ &name }</h3>
            <ul>{ for documents.iter().map(|one| listed(workbench, &name, one)) }</ul>
        </section>
    }
}

/// A document by itself, or the pages of a publication under its name.
fn listed(workbench: &Workbench, municipality: &str, listed: &Listed<'_>) -> Html {
    let pages = listed.pages.iter().map(|loaded| document(workbench, municipality, loaded));
    match (&listed.publication, listed.pages.first()) {
        (Some(publication), Some(first)) => html! {
            <li class="publication" key={format!("publication-{}", first.key)}>
                <h4>{ publication_name(workbench.language(), publication) }</h4>
                <ul>{ for pages }</ul>
            </li>
        },
        _ => pages.collect(),
    }
}

fn document(workbench: &Workbench, municipality: &str, loaded: &Loaded) -> Html {
    let language = workbench.language();
    let key = loaded.key;
    let name = document_name(language, loaded);
    let is_open = workbench.workspace.open == Some(key);
    let file = loaded.source.origin.label();
    let remove_label = language.remove(&format!("{name}, {municipality}, {file}"));
    html! {
        <li {key} class="document-item">
            <button type="button" class="document-link" aria-current={is_open.then_some("true")}
                onclick={workbench.on(move || Action::Open(key))}>
                <span class="document-name">{ name }</span>
                { file_name(&file) }
                { standing(workbench, loaded) }
            </button>
            { icon_button(remove_label.into(), "×", workbench.on(move || Action::Remove(key))) }
        </li>
    }
}

/// What the checks say of a document, as a sign and in words.
fn standing(workbench: &Workbench, loaded: &Loaded) -> Html {
    let language = workbench.language();
    let (verdict, words) = match loaded.tally.standing(&loaded.source.origin.text_sha256, &workbench.workspace.decisions) {
        Standing::Differs(count) => (Verdict::Differs, language.verdict_count(Verdict::Differs, count)),
        Standing::Holds { explained } => (Verdict::Holds, language.all_hold(explained)),
        Standing::Unchecked => (Verdict::Unchecked, language.verdict(Verdict::Unchecked).to_owned()),
    };
    html! { <span class="document-verdict">{ verdict_icon(verdict) }{ " " }<span>{ words }</span></span> }
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
