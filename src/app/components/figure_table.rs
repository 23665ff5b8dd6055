//! The amounts of one table, by row and column as printed.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    choosable::choosable,
    doubts::{doubt_badges, doubt_sentences, unit_badge},
};
use crate::{
    app::{
        digest::{GridRow, doubts, grid, in_its_unit, shared_doubts},
        facts::Fact,
        state::Loaded,
    },
    document::{Code, Row, Table},
    wording::Language,
};

/// Which table, and what of it is chosen. It is drawn again only when this changes.
#[derive(Properties, PartialEq)]
pub struct FigureTableProps {
    /// The document.
    pub loaded: Rc<Loaded>,
    /// Counts in the document's tables.
    pub table: usize,
    /// The chosen fact, where it stands in this table.
    pub chosen: Option<Fact>,
    /// The language of the interface.
    pub language: Language,
}

/// A table with its caption, its unit, and its doubts.
#[component]
pub fn FigureTable(props: &FigureTableProps) -> Html {
    let Some(table) = props.loaded.document.tables.get(props.table) else { return Html::default() };
    let grid = grid(&props.loaded.document, props.table);
    let figures: Vec<usize> = table.rows.iter().flat_map(|row| row.figures.iter().copied()).collect();
    let shared = shared_doubts(&props.loaded.document, &figures);
    let language = props.language;
    html! {
        <div class="table-block">
            { doubt_sentences(language, &shared) }
            if props.loaded.tally.tables_in_doubt.contains(&props.table) {
                <p class="doubt-sentence">{ language.unit_in_doubt_meaning() }</p>
            }
            <div class="table-scroll" role="region" tabindex="0" aria-label={caption(language, table)}>
                <table class="figures">
                    <caption>
                        <span class="caption-words">{ caption(language, table) }</span>
                        <span class="caption-unit">{ language.amounts_in(&language.unit(table.unit), table.unit.stated) }</span>
                    </caption>
                    <thead>
                        <tr>
                            <th scope="col">{ language.row() }</th>
                            { for table.columns.iter().enumerate().map(|(place, name)| column_head(place, name)) }
                            if grid.has_loose { <th scope="col" class="number">{ loose_head(language, table) }</th> }
                        </tr>
                    </thead>
                    <tbody>
                        { for table.rows.iter().zip(&grid.rows).enumerate().map(|(place, (row, cells))| {
                            line(props, &shared, place, row, cells, grid.has_loose)
                        }) }
                    </tbody>
                </table>
            </div>
        </div>
    }
}

fn caption(language: Language, table: &Table) -> String {
    let words = table.caption.as_deref().unwrap_or(language.topic(table.topic));
    table.number.as_ref().map_or_else(|| words.to_owned(), |number| format!("{number} {words}"))
}

fn column_head(place: usize, name: &str) -> Html {
    const SHORT_BYTES: usize = 12;
    let class = classes!("number", (name.len() <= SHORT_BYTES).then_some("short"));
    html! { <th scope="col" {class} key={place}>{ name }</th> }
}

/// What stands above amounts without a column: in a list with one amount a line there is none to know.
fn loose_head(language: Language, table: &Table) -> &'static str {
    let is_list = table.columns.is_empty() && table.rows.iter().all(|row| row.cells.len() < 2);
    if is_list { language.amount() } else { language.column_unknown() }
}

fn line(props: &FigureTableProps, shared: &[Code], place: usize, row: &Row, cells: &GridRow, has_loose: bool) -> Html {
    let cell = |(column, figure): (usize, &Option<usize>)| {
        html! { <td class="number" key={column}>{ for figure.map(|index| amount(props, shared, index)) }</td> }
    };
    html! {
        <tr key={place} class={row.total.then_some("total")}>
            <th scope="row">{ &row.label }</th>
            { for cells.cells.iter().enumerate().map(cell) }
            if has_loose {
                <td class="number">{ for cells.loose.iter().map(|&index| amount(props, shared, index)) }</td>
            }
        </tr>
    }
}

/// One amount in the unit of its table; doubts that all the table shares are said above it.
fn amount(props: &FigureTableProps, shared: &[Code], index: usize) -> Html {
    let document = &props.loaded.document;
    let Some(figure) = document.figures.get(index) else { return Html::default() };
    let language = props.language;
    let own: Vec<Code> = doubts(document, figure).into_iter().filter(|code| !shared.contains(code)).collect();
    let mark = figure.mark.map(|mark| html! { <span class="figure-note">{ language.mark(mark) }</span> });
    html! {
        <div class="cell" key={index}>
            { choosable(&props.loaded, Fact::Figure(index), props.chosen, html! { language.number(in_its_unit(figure)) }) }
            { mark }
            { doubt_badges(language, &own) }
            { unit_badge(language, &props.loaded, index) }
        </div>
    }
}
