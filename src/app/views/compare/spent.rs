//! What was realised of what was budgeted: bars, and the table that they are drawn of.

use std::rc::Rc;

use yew::prelude::*;

use super::{amount, doubt};
use crate::{
    app::{
        beside::{IN_DOUBT, SpentOf, spent_by_programme, spent_chart},
        comparing::Compared,
        components::{bar_chart::BarChart, parts::nothing},
        describe::programme_name,
        facts::Fact,
        state::{Action, Place},
        workbench::Workbench,
    },
    compare::{Direction, FactOf, Pair, Relation, Spent},
    document::Phase,
};

/// Budget against accounts; nothing where the two are no such pair.
pub(super) fn spent(workbench: &Workbench, compared: &Rc<Compared>, pair: &Pair) -> Html {
    let language = workbench.language();
    if pair.spent.is_empty() && pair.relation != Relation::BudgetAndAccounts {
        return Html::default();
    }
    html! {
        <section>
            <h3>{ language.spent_heading() }</h3>
            if pair.spent.is_empty() {
                { nothing(language.no_spent()) }
            } else {
                <p class="hint">{ language.spent_hint() }</p>
                { chart(workbench, compared, pair) }
                { table(workbench, compared, pair) }
            }
        </section>
    }
}

fn chart(workbench: &Workbench, compared: &Rc<Compared>, pair: &Pair) -> Html {
    let language = workbench.language();
    let (chart, programmes) = spent_chart(language, compared, pair);
    if chart.groups.is_empty() {
        return Html::default();
    }
    let description = language.spent_chart(chart.groups.len());
    let has_doubt = chart.groups.iter().flat_map(|group| group.bars.iter().flatten()).any(|bar| bar.label.ends_with(IN_DOUBT));
    let note = has_doubt.then(|| format!("{} {}", IN_DOUBT.trim(), language.in_doubt()));
    html! {
        <BarChart chart={Rc::new(chart)} compared={Rc::clone(compared)} title={language.spent_chart_title()} {description} note={note} comparer={workbench.comparer.clone()}
            onchoose={open_programme(workbench, compared, programmes)} {language} />
    }
}

/// Choosing a bar opens its programme.
fn open_programme(workbench: &Workbench, compared: &Rc<Compared>, programmes: Vec<FactOf>) -> Callback<usize> {
    let (dispatch, compared) = (workbench.workspace.dispatcher(), Rc::clone(compared));
    Callback::from(move |group: usize| {
        let programme = programmes.get(group);
        if let Some((loaded, of)) = programme.and_then(|of| Some((compared.loaded(of.document)?, of))) {
            dispatch.dispatch(Action::OpenAt(loaded.key, Place::Fact(Fact::Programme(of.fact))));
        }
    })
}

fn table(workbench: &Workbench, compared: &Compared, pair: &Pair) -> Html {
    let language = workbench.language();
    let common = common_phase(&pair.spent);
    html! {
        <div class="table-scroll" role="region" tabindex="0" aria-label={language.spent_heading()}>
            <table class="figures beside">
                <caption class="hidden">{ language.spent_heading() }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ language.row() }</th>
                        <th scope="col">{ language.money_kind_label() }</th>
                        <th scope="col" class="number">
                            { language.budgeted() }
                            if let Some(phase) = common { <span class="figure-note">{ language.phase(phase) }</span> }
                        </th>
                        <th scope="col" class="number">{ language.realised() }</th>
                        <th scope="col" class="number">{ language.spent_share() }</th>
                        <th scope="col">{ language.meaning() }</th>
                    </tr>
                </thead>
                { for spent_by_programme(pair).iter().map(|group| body(workbench, compared, pair, group, common.is_none())) }
            </table>
        </div>
    }
}

/// The phase that all of them were budgeted in; none where they differ.
fn common_phase(spent: &[Spent]) -> Option<Phase> {
    let first = spent.first()?.phase;
    spent.iter().all(|spent| spent.phase == first).then_some(first)?
}

fn body(workbench: &Workbench, compared: &Compared, pair: &Pair, group: &SpentOf<'_>, says_phase: bool) -> Html {
    let matched = group.programme.and_then(|place| pair.programmes.get(place));
    let name = matched.and_then(|matched| compared.match_name(matched)).map(programme_name);
    let name = name.unwrap_or_else(|| workbench.language().whole_document().to_owned());
    html! {
        <tbody key={group.programme.map_or_else(String::new, |place| place.to_string())}>
            <tr class="group-row"><th scope="rowgroup" colspan="6">{ name }</th></tr>
            { for group.rows.iter().enumerate().map(|(place, spent)| line(workbench, compared, place, spent, says_phase)) }
        </tbody>
    }
}

fn line(workbench: &Workbench, compared: &Compared, place: usize, spent: &Spent, says_phase: bool) -> Html {
    let language = workbench.language();
    let row = if spent.row.is_empty() { language.money_kind(spent.kind) } else { &spent.row };
    html! {
        <tr key={place}>
            <th scope="row">{ row }</th>
            <td>{ language.money_kind(spent.kind) }</td>
            <td class="number">
                { amount(workbench, compared, spent.budgeted, language.money(spent.budgeted_euros)) }
                { doubt(workbench, compared, spent.budgeted) }
                if let Some(phase) = spent.phase.filter(|_| says_phase) { <span class="figure-note">{ language.phase(phase) }</span> }
            </td>
            <td class="number">
                { amount(workbench, compared, spent.realised, language.money(spent.realised_euros)) }
                { doubt(workbench, compared, spent.realised) }
            </td>
            <td class="number">{ for spent.share.map(|share| language.percentage(share)) }</td>
            <td>{ direction(workbench, spent.direction) }</td>
        </tr>
    }
}

fn direction(workbench: &Workbench, direction: Direction) -> Html {
    let (class, sign) = match direction {
        Direction::Favourable => ("favourable", "▲ "),
        Direction::Unfavourable => ("unfavourable", "▼ "),
        Direction::Neutral => ("neutral", ""),
    };
    html! {
        <span class={classes!("direction", class)}>
            <span aria-hidden="true">{ sign }</span>{ workbench.language().direction(direction) }
        </span>
    }
}
