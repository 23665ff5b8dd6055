//! What happened, said to those who do not see it.

use yew::prelude::*;

use crate::{
    app::{describe::spoken, state::Announcement, workbench::Workbench},
    wording::Language,
};

/// The page's live region: the end of reading, removals, and the chosen fact.
pub fn announcer(workbench: &Workbench) -> Html {
    let workspace = &workbench.workspace;
    let language = workspace.language;
    let happened = workspace.announcement.map(|announcement| words(language, announcement));
    let chosen = workspace.chosen.zip(workspace.current()).map(|(choice, loaded)| spoken(language, loaded, choice.mark));
    html! {
        <>
            <p class="hidden" role="status" id="announcement">{ happened }</p>
            <p class="hidden" role="status" id="chosen-announcement">{ chosen }</p>
        </>
    }
}

fn words(language: Language, announcement: Announcement) -> String {
    match announcement {
        Announcement::Finished { read, failed } => language.finished(read, failed),
        Announcement::Cancelled => language.cancelled().to_owned(),
        Announcement::Removed(count) => language.removed(count),
        Announcement::Restored(count) => language.restored(count),
        Announcement::Noted(count) => language.notes_opened(count),
    }
}
