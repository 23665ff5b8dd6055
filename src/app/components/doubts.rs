//! Doubts beside what they are about.

use yew::prelude::*;

use crate::{app::state::Loaded, document::Code, wording::Language};

/// Short words for each doubt, with the whole meaning for those who point at it.
pub fn doubt_badges(language: Language, codes: &[Code]) -> Html {
    html! { <>{ for codes.iter().map(|&code| badge(language, code)) }</> }
}

fn badge(language: Language, code: Code) -> Html {
    let words = language.problem(code);
    html! {
        <span class="doubt-badge" key={code.name()} title={words.meaning}>
            <span aria-hidden="true">{ "?" }</span>
            { " " }
            { language.problem_in_short(code) }
        </span>
    }
}

/// That the unit of an amount is in doubt; nothing where it is not.
pub fn unit_badge(language: Language, loaded: &Loaded, figure: usize) -> Html {
    html! {
        if loaded.tally.figures_in_doubt.contains(&figure) {
            <span class="doubt-badge" title={language.unit_in_doubt_meaning()}>
                <span aria-hidden="true">{ "?" }</span>
                { " " }
                { language.unit_in_doubt() }
            </span>
        }
    }
}

/// Doubts about all of a table, in whole sentences.
pub fn doubt_sentences(language: Language, codes: &[Code]) -> Html {
    let sentence = |&code: &Code| {
        let words = language.problem(code);
        html! { <p class="doubt-sentence" key={code.name()}><strong>{ words.doubt }{ "." }</strong>{ " " }{ words.meaning }</p> }
    };
    html! { <>{ for codes.iter().map(sentence) }</> }
}
