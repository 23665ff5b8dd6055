//! How far reading is, with a way to stop it.

use yew::prelude::*;

use super::parts::button;
use crate::app::{intake::Intake, workbench::Workbench};

/// The progress bar; nothing while nothing is read.
pub fn progress_bar(workbench: &Workbench) -> Html {
    let progress = &workbench.workspace.progress;
    let Some(current) = progress.waiting.first() else { return Html::default() };
    let language = workbench.language();
    html! {
        <section class="reading" aria-labelledby="reading-heading">
            <h2 id="reading-heading">{ language.reading() }</h2>
            <progress max={progress.total().to_string()} value={progress.done.to_string()} aria-labelledby="reading-heading" />
            <p>
                <strong>{ language.progress(progress.done, progress.total()) }</strong>
                { " · " }
                <span class="file-name">{ &current.name }</span>
                if progress.unpacked > 0 {
                    { " · " }
                    { language.unpacked(progress.unpacked) }
                }
            </p>
            { button("button", language.stop_reading(), workbench.on_intake(Intake::cancel)) }
        </section>
    }
}
