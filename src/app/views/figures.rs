//! The amounts: each table as printed, then those outside tables, then percentages.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        components::{
            bar::share_cards,
            choosable::{choosable_of, places},
            doubts::{doubt_badges, unit_badge},
            figure_table::FigureTable,
            parts::{hidden_heading, nothing},
        },
        describe::figure_name,
        digest::{doubts, loose_figures, other_shares},
        facts::Fact,
        state::Loaded,
        workbench::Workbench,
    },
    wording::Language,
};

/// All amounts and percentages.
pub fn figures_view(workbench: &Workbench, loaded: &Rc<Loaded>) -> Html {
    let document = &loaded.document;
    let language = workbench.language();
    let chosen = workbench.chosen_fact();
    if document.figures.is_empty() && document.percentages.is_empty() {
        return nothing(language.no_figures());
    }
    html! {
        <>
            { hidden_heading(language.figures()) }
            { for (0..document.tables.len()).map(|table| figure_table(language, loaded, table, chosen)) }
            { loose_table(language, loaded, chosen) }
            { share_cards(language, loaded, &other_shares(document, &[]), chosen) }
        </>
    }
}

fn figure_table(language: Language, loaded: &Rc<Loaded>, table: usize, chosen: Option<Fact>) -> Html {
    let is_inside = |fact: &Fact| match fact {
        Fact::Figure(index) => loaded.document.figures.get(*index).is_some_and(|figure| figure.table == Some(table)),
        _ => false,
    };
    html! { <FigureTable key={table} loaded={Rc::clone(loaded)} {table} chosen={chosen.filter(is_inside)} {language} /> }
}

fn loose_table(language: Language, loaded: &Loaded, chosen: Option<Fact>) -> Html {
    let lines: Vec<Html> =
        loose_figures(&loaded.document).iter().map(|group| loose_line(language, loaded, chosen, group)).collect();
    html! {
        if !lines.is_empty() {
            <div class="table-scroll" role="region" tabindex="0" aria-label={language.loose_figures()}>
                <table class="figures">
                    <caption><span class="caption-words">{ language.loose_figures() }</span></caption>
                    <thead>
                        <tr>
                            <th scope="col">{ language.row() }</th>
                            <th scope="col">{ language.year_label() }</th>
                            <th scope="col" class="number">{ language.amount() }</th>
                            <th scope="col" class="number">{ language.printed_as() }</th>
                        </tr>
                    </thead>
                    <tbody>{ for lines }</tbody>
                </table>
            </div>
        }
    }
}

/// One line for figures that say the same.
fn loose_line(language: Language, loaded: &Loaded, chosen: Option<Fact>, group: &[usize]) -> Html {
    let Some((&first, figure)) = group.first().and_then(|first| Some((first, loaded.document.figures.get(*first)?))) else {
        return Html::default();
    };
    let facts: Vec<Fact> = group.iter().copied().map(Fact::Figure).collect();
    let is_chosen = chosen.is_some_and(|chosen| facts.contains(&chosen));
    let amount = html! { language.money(figure.euros) };
    let unit = (figure.unit.factor != 1).then(|| html! { <span class="figure-note">{ language.unit(figure.unit) }</span> });
    html! {
        <tr key={first}>
            <th scope="row">{ figure_name(language, figure) }</th>
            <td>{ for figure.year }</td>
            <td class="number">
                { choosable_of(loaded, Fact::Figure(first), is_chosen, amount) }
                { doubt_badges(language, &doubts(&loaded.document, figure)) }
                { unit_badge(language, loaded, first) }
                { places(language, loaded, &facts, chosen) }
            </td>
            <td class="number printed">{ &figure.printed }{ " " }{ unit }</td>
        </tr>
    }
}
