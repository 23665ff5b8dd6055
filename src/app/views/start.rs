//! The start: what this is, and how texts come in.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::{
    components::{parts::button, paste::use_paste_button},
    intake::Intake,
    workbench::Workbench,
};

/// The start screen.
#[component]
pub fn StartView() -> Html {
    let files = use_node_ref();
    let folder = use_node_ref();
    let paste_button = use_paste_button();
    let Some(workbench) = use_context::<Workbench>() else { return Html::default() };
    let language = workbench.language();
    html! {
        <div class="start">
            <h1>{ language.start_heading() }</h1>
            <p class="lead">{ language.start_what() }</p>
            <div class="drop-area">
                <p class="drop-words">{ language.drop_here() }</p>
                <p class="hint">{ language.drop_anywhere() }</p>
                <div class="actions">
                    { button("button primary", language.choose_files(), press(&files)) }
                    { button("button", language.choose_folder(), press(&folder)) }
                    { paste_button }
                    <button type="button" class="button" aria-describedby="samples-hint"
                        onclick={workbench.on_intake(Intake::take_samples)}>
                        { language.open_samples() }
                    </button>
                </div>
                <input ref={&files} id="files" hidden=true type="file" multiple=true
                    onchange={take(&workbench, &files)} />
                <input ref={&folder} id="folder" hidden=true type="file" webkitdirectory=true onchange={take(&workbench, &folder)} />
            </div>
            <p class="hint" id="samples-hint">{ language.samples_hint() }</p>
            <p class="privacy">{ language.everything_stays_here() }</p>
        </div>
    }
}

/// The button that people see presses the input that the browser knows.
fn press(input: &NodeRef) -> Callback<MouseEvent> {
    let input = input.clone();
    Callback::from(move |_| input.cast::<HtmlInputElement>().into_iter().for_each(|input| input.click()))
}

fn take(workbench: &Workbench, input: &NodeRef) -> Callback<Event> {
    let (intake, input) = (workbench.intake.clone(), input.clone());
    Callback::from(move |_| {
        let Some(input) = input.cast::<HtmlInputElement>() else { return };
        input.files().into_iter().for_each(|files| intake.take_list(&files));
        // Choosing the same file again should be heard too.
        input.set_value("");
    })
}
