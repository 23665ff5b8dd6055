//! The chosen fact: what it is, its value as read, how it is printed, what is doubted, and where else it stands.

use yew::prelude::*;

use super::{
    doubts::{doubt_sentences, unit_badge},
    parts::{button, icon_button},
};
use crate::{
    app::{
        describe::{fact_name, fact_value, programme_name},
        digest::{doubts, shortened},
        facts::{Fact, Mark, Step},
        state::{Action, Loaded, Pane},
        workbench::Workbench,
    },
    document::{Code, Figure},
    wording::Language,
};

/// The most of a long passage that the card repeats, in bytes.
const BYTES_PRINTED: usize = 240;

/// The card of the chosen fact; nothing where nothing is chosen.
pub fn fact_card(workbench: &Workbench) -> Html {
    let workspace = &workbench.workspace;
    let Some((choice, loaded)) = workspace.chosen.zip(workspace.current()) else { return Html::default() };
    let Some(mark) = loaded.marks.get(choice.mark) else { return Html::default() };
    let language = workbench.language();
    html! {
        <aside class={classes!("fact-card", mark.fact.sort().class())} aria-label={language.chosen_fact()}>
            <div class="fact-card-head">
                <p class="fact-card-sort">
                    <span class={classes!("swatch", mark.fact.sort().class())} aria-hidden="true" />
                    { fact_name(language, loaded, mark.fact) }
                </p>
                { icon_button(language.close().into(), "×", workbench.on(|| Action::Unchoose)) }
            </div>
            <p class="fact-card-value">{ fact_value(language, loaded, mark.fact) }</p>
            <dl class="fact-card-details">{ for details(language, loaded, mark) }</dl>
            { doubt_sentences(language, &codes(loaded, mark.fact)) }
            if let Fact::Figure(index) = mark.fact { { unit_badge(language, loaded, index) } }
            { buttons(workbench, loaded, choice.mark, mark.fact) }
        </aside>
    }
}

fn detail(name: &'static str, value: String) -> Html {
    html! { <div key={name}><dt>{ name }</dt><dd>{ value }</dd></div> }
}

fn details(language: Language, loaded: &Loaded, mark: Mark) -> Vec<Html> {
    let printed = shortened(mark.span.of(&loaded.source.text), BYTES_PRINTED);
    let mut details = vec![detail(language.printed(), printed)];
    let document = &loaded.document;
    match mark.fact {
        Fact::Figure(index) => {
            details.extend(document.figures.get(index).iter().flat_map(|figure| of_figure(language, loaded, figure)));
        }
        Fact::Unit(index) => {
            let unit = document.figures.get(index).map(|figure| figure.unit);
            let count = document.figures.iter().filter(|figure| unit == Some(figure.unit)).count();
            details.push(detail(language.unit_label(), language.unit_used(count)));
        }
        Fact::Percentage(index) => {
            let about = document.percentages.get(index).and_then(|percentage| percentage.about.clone());
            details.push(detail(language.row(), about.unwrap_or_else(|| language.about_nothing().to_owned())));
        }
        Fact::Partner(index) => {
            let role = document.partners.get(index).map(|partner| language.role(partner.role));
            details.extend(role.map(|role| detail(language.kind_label(), role.to_owned())));
        }
        _ => {}
    }
    let programme = programme_of(loaded, mark.fact).and_then(|index| document.programmes.get(index));
    details.extend(programme.map(|programme| detail(language.programme_label(), programme_name(programme))));
    details
}

fn of_figure(language: Language, loaded: &Loaded, figure: &Figure) -> Vec<Html> {
    let origin = if figure.unit.stated { language.unit_stated() } else { language.unit_assumed() };
    let unit_words = figure.unit.span.map(|span| format!(": “{}”", shortened(loaded.source.cut(span), BYTES_PRINTED)));
    let unit = format!("{}, {origin}{}", language.unit(figure.unit), unit_words.unwrap_or_default());
    let column = figure.column.as_ref().map(|column| format!("{} · {column}", figure.row));
    [
        Some(detail(language.row(), column.unwrap_or_else(|| figure.row.clone()))),
        figure.year.map(|year| detail(language.year_label(), year.to_string())),
        figure.phase.map(|phase| detail(language.phase_label(), language.phase(phase).to_owned())),
        Some(detail(language.unit_label(), unit)),
        figure.mark.map(|mark| detail(language.mark_label(), language.mark(mark).to_owned())),
        figure.permanence.map(|permanence| detail(language.permanence_label(), language.permanence(permanence).to_owned())),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn programme_of(loaded: &Loaded, fact: Fact) -> Option<usize> {
    let document = &loaded.document;
    match fact {
        Fact::Figure(index) => document.figures.get(index)?.programme,
        Fact::Percentage(index) => document.percentages.get(index)?.programme,
        Fact::Goal(index) => document.goals.get(index)?.programme,
        Fact::Measure(index) => document.measures.get(index)?.programme,
        Fact::Part(programme, _) => programme,
        _ => None,
    }
}

fn codes(loaded: &Loaded, fact: Fact) -> Vec<Code> {
    let document = &loaded.document;
    match fact {
        Fact::Figure(index) => document.figures.get(index).map(|figure| doubts(document, figure)).unwrap_or_default(),
        Fact::Problem(index) => document.problems.get(index).map(|problem| problem.code).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn buttons(workbench: &Workbench, loaded: &Loaded, mark: usize, fact: Fact) -> Html {
    let language = workbench.language();
    let mentions = loaded.marks.of_fact(fact);
    let number = mentions.binary_search(&mark).map_or(1, |place| place + 1);
    html! {
        <div class="fact-card-buttons">
            if mentions.len() > 1 {
                <div class="walk" role="group" aria-label={language.mention(number, mentions.len())}>
                    { arrow(workbench, language.previous_mention(), "‹", || Action::WalkMentions(Step::Previous)) }
                    <span class="walk-words">{ language.mention(number, mentions.len()) }</span>
                    { arrow(workbench, language.next_mention(), "›", || Action::WalkMentions(Step::Next)) }
                </div>
            }
            <div class="walk">
                { arrow(workbench, language.previous_fact(), "↑", || Action::Walk(Step::Previous)) }
                { arrow(workbench, language.next_fact(), "↓", || Action::Walk(Step::Next)) }
            </div>
            { button("quiet to-list", language.show_in_list(), workbench.on(|| Action::ShowPane(Pane::Facts))) }
        </div>
    }
}

fn arrow(workbench: &Workbench, name: &'static str, sign: &'static str, action: fn() -> Action) -> Html {
    icon_button(name.into(), sign, workbench.on(action))
}
