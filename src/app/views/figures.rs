//! The amounts: each table as printed, then those outside tables, then percentages.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        components::{bar::share, choosable::choosable, doubts::doubt_badges, figure_table::FigureTable},
        digest::{doubts, other_shares},
        facts::Fact,
        state::Loaded,
        workbench::Workbench,
    },
    document::Figure,
    wording::Language,
};

/// All amounts and percentages.
pub fn figures_view(workbench: &Workbench, loaded: &Rc<Loaded>) -> Html {
    let document = &loaded.document;
    let language = workbench.language();
    let chosen = workbench.chosen_fact();
    if document.figures.is_empty() && document.percentages.is_empty() {
        return html! { <p class="nothing">{ language.no_figures() }</p> };
    }
    let shares = other_shares(document, &[]);
    html! {
        <>
            <h2 class="hidden">{ language.figures() }</h2>
            { for (0..document.tables.len()).map(|table| figure_table(language, loaded, table, chosen)) }
            { loose_figures(language, loaded, chosen) }
            if !shares.is_empty() {
                <h3>{ language.percentages() }</h3>
                <div class="cards">{ for shares.iter().map(|group| html! {
                    <div class="card" key={group[0]}>{ share(language, loaded, group, chosen) }</div>
                }) }</div>
            }
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

fn loose_figures(language: Language, loaded: &Loaded, chosen: Option<Fact>) -> Html {
    let loose = loaded.document.figures.iter().enumerate().filter(|(_, figure)| figure.table.is_none());
    let lines: Vec<Html> = loose.map(|(index, figure)| loose_figure(language, loaded, chosen, index, figure)).collect();
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

fn loose_figure(language: Language, loaded: &Loaded, chosen: Option<Fact>, index: usize, figure: &Figure) -> Html {
    let row = if figure.row.is_empty() { language.money_kind(figure.kind) } else { &figure.row };
    html! {
        <tr key={index}>
            <th scope="row">{ row }</th>
            <td>{ for figure.year }</td>
            <td class="number">
                { choosable(loaded, Fact::Figure(index), chosen, html! { language.money(figure.euros) }) }
                { doubt_badges(language, &doubts(&loaded.document, figure)) }
            </td>
            <td class="number printed">{ &figure.printed }{ " " }<span class="figure-note">{ language.unit(figure.unit) }</span></td>
        </tr>
    }
}
