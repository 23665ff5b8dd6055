//! Every doubt in plain words, each with its place.

use yew::prelude::*;

use crate::{
    app::{
        components::choosable::choosable,
        digest::{heading_before, quote, shortened},
        facts::Fact,
        state::Loaded,
        workbench::Workbench,
    },
    document::{Code, Severity},
};

/// The longest words of a place that are repeated, in bytes.
const BYTES_OF_PLACE: usize = 120;

/// The doubts by what they are, those that matter most first.
pub fn doubts_view(workbench: &Workbench, loaded: &Loaded) -> Html {
    let language = workbench.language();
    let problems = &loaded.document.problems;
    if problems.is_empty() {
        return html! { <p class="nothing">{ language.no_doubts() }</p> };
    }
    let mut codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
    codes.sort_by_key(|code| (std::cmp::Reverse(code.severity()), *code));
    codes.dedup();
    html! {
        <>
            <h2 class="hidden">{ language.doubts() }</h2>
            { for codes.into_iter().map(|code| doubt(workbench, loaded, code)) }
        </>
    }
}

fn doubt(workbench: &Workbench, loaded: &Loaded, code: Code) -> Html {
    let language = workbench.language();
    let words = language.problem(code);
    let severity = match code.severity() {
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let problems = loaded.document.problems.iter().enumerate().filter(|(_, problem)| problem.code == code);
    html! {
        <article class={classes!("doubt-group", severity)} key={code.name()}>
            <p class="severity">{ language.severity(code.severity()) }</p>
            <h3>{ words.doubt }</h3>
            <p>{ words.meaning }</p>
            <ul class="places">{ for problems.map(|(index, _)| place(workbench, loaded, index)) }</ul>
        </article>
    }
}

fn place(workbench: &Workbench, loaded: &Loaded, index: usize) -> Html {
    let span = loaded.document.problems[index].span;
    let words = quote(&loaded.source.text, span);
    let content = html! { <>{ words.before }<strong>{ shortened(&words.words, BYTES_OF_PLACE) }</strong>{ words.after }</> };
    let heading = heading_before(&loaded.document, span).map(|heading| workbench.language().under_heading(heading));
    html! {
        <li key={index}>
            { choosable(loaded, Fact::Problem(index), workbench.chosen_fact(), content) }
            { " " }
            <span class="figure-note">{ heading }</span>
        </li>
    }
}
