//! Amounts side by side, with what changes between them.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::{amount, doubt};
use crate::{
    app::{beside::common, comparing::Compared, components::parts::nothing, describe::programme_name, workbench::Workbench},
    compare::{Change, Pair, Relation},
    document::Phase,
};

/// The most changes that are listed without unfolding.
const MOST_LISTED: usize = 15;

type When = (Option<i32>, Option<Phase>);

/// The amounts, the largest change first.
pub(super) fn changes(workbench: &Workbench, compared: &Compared, pair: &Pair) -> Html {
    let language = workbench.language();
    if pair.changes.is_empty() && pair.relation == Relation::Municipalities {
        return Html::default();
    }
    let (first, rest) = pair.changes.split_at(pair.changes.len().min(MOST_LISTED));
    html! {
        <section>
            <h3>{ language.changes_heading() }</h3>
            if first.is_empty() {
                { nothing(language.no_changes()) }
            } else {
                <p class="hint">{ language.nominal() }</p>
                { table(workbench, compared, pair, first, language.changes_heading().to_owned()) }
            }
            if !rest.is_empty() {
                <details class="plans">
                    <summary>{ language.show_rest(rest.len()) }</summary>
                    { table(workbench, compared, pair, rest, language.show_rest(rest.len())) }
                </details>
            }
        </section>
    }
}

fn table(workbench: &Workbench, compared: &Compared, pair: &Pair, changes: &[Change], name: String) -> Html {
    let language = workbench.language();
    let sides = [left as fn(&Change) -> When, right];
    let heads = sides.map(|of| common(&pair.changes, of).map(|(year, phase)| language.year_and_phase(year, phase)));
    let names = [pair.left, pair.right].map(|place| compared.volume(place).map(|volume| language.kind_and_time(volume)));
    let head = |side: usize| {
        html! {
            <th scope="col" class="number">
                { for &names[side] }
                if let Some(words) = &heads[side] { <span class="figure-note">{ words }</span> }
            </th>
        }
    };
    html! {
        <div class="table-scroll" role="region" tabindex="0" aria-label={name.clone()}>
            <table class="figures beside">
                <caption class="hidden">{ name }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ language.row() }</th>
                        { head(0) }
                        { head(1) }
                        <th scope="col" class="number">{ language.difference() }</th>
                        <th scope="col" class="number">{ language.relative() }</th>
                    </tr>
                </thead>
                <tbody>
                    { for changes.iter().enumerate().map(|(place, change)| {
                        line(workbench, compared, pair, place, change, heads.each_ref().map(Option::is_none))
                    }) }
                </tbody>
            </table>
        </div>
    }
}

fn left(change: &Change) -> When {
    (change.left_year, change.left_phase)
}

fn right(change: &Change) -> When {
    (change.right_year, change.right_phase)
}

/// One line; `says_when` has the sides whose year and phase are not the same in the whole column.
fn line(workbench: &Workbench, compared: &Compared, pair: &Pair, place: usize, change: &Change, says_when: [bool; 2]) -> Html {
    let language = workbench.language();
    let matched = change.programme.and_then(|place| pair.programmes.get(place));
    let programme = matched.and_then(|matched| compared.match_name(matched)).map(programme_name);
    let when = |is_said: bool, (year, phase): When| {
        is_said.then(|| html! { <span class="figure-note">{ language.year_and_phase(year, phase) }</span> })
    };
    let money = |euros: Decimal| language.with_sign(&language.money(euros), euros > Decimal::ZERO);
    html! {
        <tr key={place}>
            <th scope="row">
                { &change.row }
                <span class="figure-note">{ language.money_kind(change.kind) }{ for programme.map(|name| format!(" · {name}")) }</span>
            </th>
            <td class="number">
                { amount(workbench, compared, change.left, language.money(change.left_euros)) }
                { doubt(workbench, compared, change.left) }
                { when(says_when[0], left(change)) }
            </td>
            <td class="number">
                { amount(workbench, compared, change.right, language.money(change.right_euros)) }
                { when(says_when[1], right(change)) }
                { doubt(workbench, compared, change.right) }
            </td>
            <td class="number">{ money(change.difference) }</td>
            <td class="number">{ relative(workbench, change) }</td>
        </tr>
    }
}

fn relative(workbench: &Workbench, change: &Change) -> String {
    let language = workbench.language();
    match change.relative {
        Some(relative) => language.with_sign(&language.percentage(relative), relative > Decimal::ZERO),
        None => language.from_nothing().to_owned(),
    }
}
