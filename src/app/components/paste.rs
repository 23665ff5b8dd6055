//! Text by paste, for those who can copy but not save.

use std::cell::Cell;

use web_sys::{HtmlDialogElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::parts::button;
use crate::app::workbench::Workbench;

/// A button that opens a dialog with room for a text.
#[hook]
pub fn use_paste_button() -> Html {
    let dialog = use_node_ref();
    let field = use_node_ref();
    let pasted_before = use_mut_ref(|| Cell::new(0_usize));
    let Some(workbench) = use_context::<Workbench>() else { return Html::default() };
    let language = workbench.language();
    let open = on_dialog(&dialog, |dialog| drop(dialog.show_modal()));
    let close = on_dialog(&dialog, HtmlDialogElement::close);
    let read = {
        let (dialog, field, intake) = (dialog.clone(), field.clone(), workbench.intake.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
            let pasted_before = pasted_before.borrow();
            pasted_before.set(pasted_before.get() + 1);
            intake.take_text(&language.pasted(pasted_before.get()), &field.value());
            field.set_value("");
            dialog.cast::<HtmlDialogElement>().into_iter().for_each(|dialog| dialog.close());
        })
    };
    html! {
        <>
            <button type="button" class="button" aria-haspopup="dialog" onclick={open}>{ language.paste_text() }</button>
            <dialog ref={dialog} class="paste" aria-labelledby="paste-heading">
                <h2 id="paste-heading">{ language.paste_text() }</h2>
                <label for="paste-field">{ language.paste_label() }</label>
                <p id="paste-hint" class="hint">{ language.paste_hint() }</p>
                <textarea id="paste-field" ref={field} rows="12" aria-describedby="paste-hint" />
                <div class="actions">
                    { button("button primary", language.paste_read(), read) }
                    { button("button", language.cancel(), close) }
                </div>
            </dialog>
        </>
    }
}

fn on_dialog(dialog: &NodeRef, call: fn(&HtmlDialogElement)) -> Callback<MouseEvent> {
    let dialog = dialog.clone();
    Callback::from(move |_| dialog.cast::<HtmlDialogElement>().iter().for_each(call))
}
