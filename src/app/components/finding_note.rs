//! What a person makes of a finding: explained or to be mended, with a note.

use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::parts::button;
use crate::{
    app::{marking::Marking, state::Action, workbench::Workbench},
    decisions::{FindingMark, Judgement},
};

/// Which finding.
#[derive(Properties, PartialEq)]
pub struct FindingNoteProps {
    /// The SHA-256 of the text.
    pub text: String,
    /// The key of the finding.
    pub finding: String,
    /// The mark that it has.
    pub mark: Option<FindingMark>,
}

/// The mark of a finding, and the way to make, change or remove it.
#[component]
pub fn FindingNote(props: &FindingNoteProps) -> Html {
    let (fold, field) = (use_node_ref(), use_node_ref());
    let Some(workbench) = use_context::<Workbench>() else { return Html::default() };
    let language = workbench.language();
    let note = props.mark.as_ref().map(|mark| mark.note.clone()).unwrap_or_default();
    let fold_words = if props.mark.is_some() { language.change_note() } else { language.make_note() };
    let marks = |judgement| mark(&workbench, props, &fold, &field, judgement);
    html! {
        <div class="finding-note">
            if let Some(mark) = &props.mark {
                <p class="finding-mark">
                    <strong>{ language.judgement(mark.judgement) }</strong>
                    if !mark.note.is_empty() { { ": " }{ &mark.note } }
                </p>
            }
            <details ref={&fold}>
                <summary>{ fold_words }</summary>
                <label>
                    { language.note_label() }
                    <textarea ref={&field} key={note.clone()} rows="2" defaultvalue={note.clone()} />
                </label>
                <div class="actions">
                    { button("button", language.mark_explained(), marks(Judgement::Explained)) }
                    { button("button", language.mark_to_mend(), marks(Judgement::ToMend)) }
                    if props.mark.is_some() { { button("quiet", language.remove_note(), unmark(&workbench, props, &fold)) } }
                </div>
            </details>
        </div>
    }
}

fn mark(
    workbench: &Workbench,
    props: &FindingNoteProps,
    fold: &NodeRef,
    field: &NodeRef,
    judgement: Judgement,
) -> Callback<MouseEvent> {
    let dispatch = workbench.workspace.dispatcher();
    let (text, finding, fold, field) = (props.text.clone(), props.finding.clone(), fold.clone(), field.clone());
    Callback::from(move |_| {
        let note = field.cast::<HtmlTextAreaElement>().map(|field| field.value().trim().to_owned()).unwrap_or_default();
        let mark = FindingMark { text: text.clone(), finding: finding.clone(), judgement, note };
        dispatch.dispatch(Action::Mark(Marking::Mark(mark)));
        close(&fold);
    })
}

fn unmark(workbench: &Workbench, props: &FindingNoteProps, fold: &NodeRef) -> Callback<MouseEvent> {
    let dispatch = workbench.workspace.dispatcher();
    let (text, finding, fold) = (props.text.clone(), props.finding.clone(), fold.clone());
    Callback::from(move |_| {
        dispatch.dispatch(Action::Mark(Marking::Unmark { text: text.clone(), finding: finding.clone() }));
        close(&fold);
    })
}

/// Folds the form away, and keeps the focus where it was folded out.
fn close(fold: &NodeRef) {
    let Some(fold) = fold.cast::<HtmlElement>() else { return };
    drop(fold.remove_attribute("open"));
    let summary = fold.first_element_child().and_then(|summary| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(summary).ok());
    summary.into_iter().for_each(|summary| drop(summary.focus()));
}
