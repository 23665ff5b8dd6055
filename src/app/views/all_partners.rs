//! The partners of all documents: an index with a matrix by municipality, and what is said of one of them.

mod one;

use std::rc::Rc;

use yew::prelude::*;

use super::compare::status;
use crate::app::{
    beside::{Owner, PartnerLine, municipalities, partner_lines},
    comparing::{Comparative, Compared},
    components::parts::nothing,
    state::Action,
    workbench::Workbench,
};

/// The most partners that are listed without unfolding.
const MOST_LISTED: usize = 60;
/// The most municipalities that get a column each; with more only their number is said.
const MOST_COLUMNS: usize = 24;

/// The screen.
pub fn all_partners_view(workbench: &Workbench) -> Html {
    let language = workbench.language();
    let comparing = &workbench.workspace.comparing;
    html! {
        <article class="several-view partners-view">
            <h1>{ language.all_partners() }</h1>
            { status(workbench) }
            if let Some(compared) = &comparing.compared {
                if let Some(partner) = comparing.partner() {
                    { one::one(workbench, compared, partner) }
                } else {
                    { index(workbench, compared) }
                }
            }
        </article>
    }
}

fn index(workbench: &Workbench, compared: &Rc<Compared>) -> Html {
    let language = workbench.language();
    let municipalities = municipalities(&compared.comparison.volumes);
    let lines = partner_lines(compared, &municipalities);
    if lines.is_empty() {
        return nothing(language.no_partners_across());
    }
    let shared = lines.iter().filter(|line| line.municipalities() > 1).count();
    let (first, rest) = lines.split_at(lines.len().min(MOST_LISTED));
    html! {
        <>
            <p>{ language.partners_counted(lines.len(), shared) }</p>
            <p class="hint">{ language.partners_matrix_hint() }</p>
            { matrix(workbench, compared, &municipalities, first, language.partners_matrix().to_owned()) }
            if !rest.is_empty() {
                <details class="plans">
                    <summary>{ language.show_rest(rest.len()) }</summary>
                    { matrix(workbench, compared, &municipalities, rest, language.show_rest(rest.len())) }
                </details>
            }
        </>
    }
}

fn matrix(
    workbench: &Workbench,
    compared: &Compared,
    municipalities: &[Owner],
    lines: &[PartnerLine<'_>],
    title: String,
) -> Html {
    let language = workbench.language();
    let name = |of: &Owner| of.name.clone().unwrap_or_else(|| language.municipality_unknown().to_owned());
    let has_columns = municipalities.len() <= MOST_COLUMNS;
    html! {
        <div class="table-scroll" role="region" tabindex="0" aria-label={title.clone()}>
            <table class="figures beside matrix">
                <caption class="hidden">{ title }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ language.partner_label() }</th>
                        <th scope="col" class="number">{ language.municipalities_label() }</th>
                        if has_columns {
                            { for municipalities.iter().enumerate().map(|(place, municipality)| html! {
                                <th scope="col" class="number" key={place}>{ name(municipality) }</th>
                            }) }
                        }
                    </tr>
                </thead>
                <tbody>{ for lines.iter().enumerate().map(|(place, line)| row(workbench, compared, place, line, has_columns)) }</tbody>
            </table>
        </div>
    }
}

fn row(workbench: &Workbench, compared: &Compared, place: usize, line: &PartnerLine<'_>, has_columns: bool) -> Html {
    let language = workbench.language();
    let partner = compared.partner_key(line.partner);
    let read = workbench.on(move || Action::Compare(Comparative::ReadAbout(partner)));
    let cell = |(place, count): (usize, &usize)| {
        let words = match count {
            0 => html! { <><span aria-hidden="true">{ "–" }</span><span class="hidden">{ language.not_mentioned() }</span></> },
            count => html! { language.count(*count) },
        };
        html! { <td class="number" key={place}>{ words }</td> }
    };
    html! {
        <tr key={place}>
            <th scope="row"><button type="button" class="choosable" onclick={read}>{ &line.partner.name }</button></th>
            <td class="number">{ line.municipalities() }</td>
            if has_columns { { for line.mentions.iter().enumerate().map(cell) } }
        </tr>
    }
}
