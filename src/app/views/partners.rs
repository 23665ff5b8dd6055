//! The organisations that the text names, and the parties of a coalition.

use yew::prelude::*;

use crate::app::{
    components::{
        choosable::{choosable, choosable_mention},
        parts::{hidden_heading, item, nothing},
    },
    digest::quote,
    facts::Fact,
    state::Loaded,
    workbench::Workbench,
};

/// Partners with their role and every mention; then the parties.
pub fn partners_view(workbench: &Workbench, loaded: &Loaded) -> Html {
    let document = &loaded.document;
    let language = workbench.language();
    if document.partners.is_empty() && document.coalition_parties.is_empty() {
        return nothing(language.no_partners());
    }
    let chosen = workbench.chosen_fact();
    let party = |(index, party): (usize, &crate::source::Spanned<String>)| {
        item(loaded, Fact::Party(index), chosen, index, party.value.clone())
    };
    html! {
        <>
            { hidden_heading(language.partners()) }
            if !document.coalition_parties.is_empty() {
                <h3>{ language.parties() }</h3>
                <ul class="chips">{ for document.coalition_parties.iter().enumerate().map(party) }</ul>
            }
            <div class="partners">{ for (0..document.partners.len()).map(|index| partner(workbench, loaded, index)) }</div>
        </>
    }
}

fn partner(workbench: &Workbench, loaded: &Loaded, index: usize) -> Html {
    let partner = &loaded.document.partners[index];
    let fact = Fact::Partner(index);
    let language = workbench.language();
    let mentions = loaded.marks.of_fact(fact);
    html! {
        <article class="partner-block" key={index}>
            <h3>
                { choosable(loaded, fact, workbench.chosen_fact(), html! { &partner.name }) }
                if let Some(abbreviation) = &partner.abbreviation { { " " } <abbr>{ abbreviation }</abbr> }
            </h3>
            <p class="partner-role">{ language.role(partner.role) }{ " · " }{ language.mentions(mentions.len()) }</p>
            <ol class="mentions">{ for mentions.iter().map(|&mark| mention(workbench, loaded, mark)) }</ol>
        </article>
    }
}

fn mention(workbench: &Workbench, loaded: &Loaded, mark: usize) -> Html {
    let Some(place) = loaded.marks.get(mark) else { return Html::default() };
    let words = quote(&loaded.source.text, place.span);
    let chosen = workbench.workspace.chosen.map(|choice| choice.mark);
    let content = html! { <>{ words.before }<strong>{ words.words }</strong>{ words.after }</> };
    html! { <li key={mark}>{ choosable_mention(mark, chosen, content) }</li> }
}
