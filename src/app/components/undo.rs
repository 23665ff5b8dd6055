//! What was removed, and the way back.

use yew::prelude::*;

use super::parts::icon_button;
use crate::app::{state::Action, workbench::Workbench};

/// The offer to undo the last removal.
pub fn undo_bar(workbench: &Workbench) -> Html {
    let Some(removed) = &workbench.workspace.removed else { return Html::default() };
    let language = workbench.language();
    html! {
        <div class="undo-bar">
            <p>{ language.removed(removed.documents.len()) }</p>
            <button type="button" class="button" aria-keyshortcuts="Control+Z" onclick={workbench.on(|| Action::Undo)}>
                { language.undo() }
            </button>
            { icon_button(language.close().into(), "×", workbench.on(|| Action::ForgetRemoved)) }
        </div>
    }
}
