//! Messages about files that were not read: which file, what it is, and what to do.

use yew::prelude::*;

use super::parts::{button, icon_button};
use crate::{
    app::{
        state::{Action, Notice, Reason},
        workbench::Workbench,
    },
    wording::Language,
};

/// All messages, until they are dismissed.
pub fn notices(workbench: &Workbench) -> Html {
    let notices = &workbench.workspace.notices;
    let language = workbench.language();
    if notices.is_empty() {
        return Html::default();
    }
    html! {
        <section class="notices" aria-labelledby="notices-heading">
            <div class="notices-head">
                <h2 id="notices-heading">{ language.notices() }</h2>
                if notices.len() > 1 {
                    { button("quiet", language.dismiss_all(), workbench.on(|| Action::DismissAll)) }
                }
            </div>
            { for notices.iter().map(|notice| message(workbench, notice)) }
        </section>
    }
}

fn message(workbench: &Workbench, notice: &Notice) -> Html {
    let language = workbench.language();
    let key = notice.key;
    let label = format!("{}: {}", language.dismiss(), notice.name);
    html! {
        <div class="notice" role="alert" key={key}>
            <div class="notice-words">
                if !notice.name.is_empty() { <h3>{ language.not_read(&notice.name) }</h3> }
                { reason(language, notice.reason) }
            </div>
            { icon_button(label.into(), "×", workbench.on(move || Action::Dismiss(key))) }
        </div>
    }
}

fn reason(language: Language, reason: Reason) -> Html {
    let words = match reason {
        Reason::Refused(refusal) => {
            let words = language.refusal(refusal);
            return html! {
                <>
                    <p>{ words.what }</p>
                    <p>{ language.what_to_do() }</p>
                    <ol>{ for words.steps.iter().map(|step| html! { <li key={*step}>{ *step }</li> }) }</ol>
                </>
            };
        }
        Reason::Crashed => language.crashed(),
        Reason::TooSlow => language.too_slow(),
        Reason::NoReader => language.no_reader(),
        Reason::NoImporter => language.no_importer(),
        Reason::OtherVersion => language.other_version(),
        Reason::Unopened => language.unopened(),
        Reason::NoNotes(reason) => return html! { <p>{ language.no_notes(reason) }</p> },
        Reason::AlreadyOpen => language.already_open(),
        Reason::NoFiles => language.no_files(),
        Reason::NoSamples => language.no_samples(),
    };
    html! { <p>{ words }</p> }
}
