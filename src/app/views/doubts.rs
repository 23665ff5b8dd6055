//! Every doubt in plain words, each with its place.

use yew::prelude::*;

use crate::{
    app::{
        components::{
            choosable::choosable,
            parts::{hidden_heading, nothing},
        },
        digest::{heading_before, quote, shortened},
        facts::Fact,
        state::Loaded,
        workbench::Workbench,
    },
    document::{Code, Severity},
};

/// The longest words of a place that are repeated, in bytes.
const BYTES_OF_PLACE: usize = 120;

/// The most places that are listed for one doubt: the text marks them all.
const MOST_PLACES: usize = 100;

/// The doubts by what they are, those that matter most first.
pub fn doubts_view(workbench: &Workbench, loaded: &Loaded) -> Html {
    let language = workbench.language();
    let problems = &loaded.document.problems;
    if problems.is_empty() {
        return nothing(language.no_doubts());
    }
    let has = |code: &Code| problems.iter().any(|problem| problem.code == *code);
    let of = |severity: Severity| Code::ALL.into_iter().filter(move |code| code.severity() == severity);
    let codes = of(Severity::Warning).chain(of(Severity::Note)).filter(has);
    html! {
        <>
            { hidden_heading(language.doubts()) }
            { for codes.map(|code| doubt(workbench, loaded, code)) }
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
    let all: Vec<usize> = problems.map(|(index, _)| index).collect();
    let is_chosen = |index: usize| workbench.chosen_fact() == Some(Fact::Problem(index));
    let listed = all.iter().enumerate().filter(|(place, index)| *place < MOST_PLACES || is_chosen(**index));
    let more = all.len().saturating_sub(MOST_PLACES);
    html! {
        <article class={classes!("doubt-group", severity)} key={code.name()}>
            <p class="severity">{ language.severity(code.severity()) }</p>
            <h3>{ words.doubt }</h3>
            <p>{ words.meaning }</p>
            <ul class="places">{ for listed.map(|(_, &index)| place(workbench, loaded, index)) }</ul>
            if more > 0 { <p class="hint">{ language.more_places(more) }</p> }
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
