//! A document at a glance: what it is, its key figures, and how much there is of everything else.

use yew::prelude::*;

use crate::{
    app::{
        components::{
            bar::{share, share_cards},
            choosable::{choosable, choosable_mention, choosable_of, places},
            doubts::{doubt_badges, unit_badge},
            parts::{item, nothing},
        },
        describe::{fact_value, figure_name, programme_name},
        digest::{KeyFigure, doubts, key_figures, other_shares},
        facts::Fact,
        state::{Action, Loaded, View},
        workbench::Workbench,
    },
    document::Figure,
    wording::Language,
};

/// The overview.
pub fn overview_view(workbench: &Workbench, loaded: &Loaded) -> Html {
    let language = workbench.language();
    let chosen = workbench.chosen_fact();
    let cards = key_figures(&loaded.document);
    let shares = other_shares(&loaded.document, &cards);
    html! {
        <>
            <section aria-labelledby="key-figures-heading">
                <h2 id="key-figures-heading">{ language.key_figures() }</h2>
                if cards.is_empty() { { nothing(language.no_key_figures()) } }
                <div class="cards">{ for cards.iter().map(|card| key_figure(language, loaded, card, chosen)) }</div>
                { share_cards(language, loaded, &shares, chosen) }
            </section>
            { programmes(workbench, loaded) }
            { doubts_teaser(workbench, loaded) }
            { identity(workbench, loaded) }
        </>
    }
}

fn key_figure(language: Language, loaded: &Loaded, card: &KeyFigure, chosen: Option<Fact>) -> Html {
    let document = &loaded.document;
    let Some((&first, figure)) = card.figures.first().and_then(|first| Some((first, document.figures.get(*first)?))) else {
        return Html::default();
    };
    let facts: Vec<Fact> = card.figures.iter().copied().map(Fact::Figure).collect();
    let is_chosen = chosen.is_some_and(|chosen| facts.contains(&chosen));
    let amount = html! { language.money(figure.euros) };
    html! {
        <article class="card key-figure" key={first}>
            <h3>{ figure_name(language, figure) }{ year_note(figure) }</h3>
            <p class="amount">{ choosable_of(loaded, Fact::Figure(first), is_chosen, amount) }</p>
            <p class="printed">{ language.printed_as() }{ ": " }{ &figure.printed }{ " " }{ unit_note(language, figure) }</p>
            { doubt_badges(language, &doubts(document, figure)) }
            { unit_badge(language, loaded, first) }
            { places(language, loaded, &facts, chosen) }
            { for card.shares.iter().map(|group| share(language, loaded, group, chosen)) }
        </article>
    }
}

fn year_note(figure: &Figure) -> Html {
    html! { if let Some(year) = figure.year { { " " } <span class="year">{ year }</span> } }
}

fn unit_note(language: Language, figure: &Figure) -> String {
    let origin = if figure.unit.stated { language.unit_stated() } else { language.unit_assumed() };
    format!("({}, {origin})", language.unit(figure.unit))
}

fn programmes(workbench: &Workbench, loaded: &Loaded) -> Html {
    let language = workbench.language();
    let named = loaded.document.programmes.iter().enumerate();
    let chosen = workbench.chosen_fact();
    let items = named.map(|(index, programme)| item(loaded, Fact::Programme(index), chosen, index, programme_name(programme)));
    html! {
        if !loaded.document.programmes.is_empty() {
            <section aria-labelledby="overview-programmes">
                <h2 id="overview-programmes">{ language.programmes() }</h2>
                <ul class="plain-list">{ for items }</ul>
            </section>
        }
    }
}

fn doubts_teaser(workbench: &Workbench, loaded: &Loaded) -> Html {
    let language = workbench.language();
    let count = loaded.document.problems.len();
    html! {
        if count > 0 {
            <p class="doubts-teaser">
                <button type="button" class="quiet" onclick={workbench.on(|| Action::Show(View::Doubts))}>
                    { language.doubt_count(count) }
                </button>
            </p>
        }
    }
}

fn identity(workbench: &Workbench, loaded: &Loaded) -> Html {
    let language = workbench.language();
    let facts = [
        (Fact::Title, language.title()),
        (Fact::Municipality, language.municipality_label()),
        (Fact::Kind, language.kind_label()),
        (Fact::Year, language.year_label()),
        (Fact::Period, language.period_label()),
        (Fact::Built, language.built_label()),
        (Fact::Exported, language.exported_label()),
    ];
    let origin = &loaded.source.origin;
    let file = format!("{} · {} · {}", origin.label(), language.size(origin.bytes), origin.encoding.name());
    html! {
        <section aria-labelledby="identity-heading">
            <h2 id="identity-heading">{ language.sort_identity() }</h2>
            <dl class="identity-list">
                { for facts.into_iter().map(|(fact, name)| identity_line(workbench, loaded, fact, name)) }
                <div key="file"><dt>{ language.file_label() }</dt><dd>{ file }</dd></div>
            </dl>
        </section>
    }
}

fn identity_line(workbench: &Workbench, loaded: &Loaded, fact: Fact, name: &'static str) -> Html {
    let language = workbench.language();
    let value = fact_value(language, loaded, fact);
    let mark = workbench.workspace.chosen.map(|choice| choice.mark);
    let others = loaded.marks.of_fact(fact).iter().enumerate().skip(1);
    let others = others.map(|(place, &index)| choosable_mention(index, mark, html! { language.place(place + 1) }));
    html! {
        if !value.is_empty() {
            <div key={name}>
                <dt>{ name }</dt>
                <dd>
                    { choosable(loaded, fact, workbench.chosen_fact(), html! { value }) }
                    { for others }
                </dd>
            </div>
        }
    }
}
