//! Which programmes belong together, and the way to correct it.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::link;
use crate::{
    app::{
        comparing::{Comparative, Compared},
        components::parts::nothing,
        describe::programme_name,
        facts::Fact,
        state::Place,
        workbench::Workbench,
    },
    compare::{FactOf, Match, MatchReason, Pair, Relation},
    decisions::MatchDecision,
};

/// The values of options that are no programme.
const NO_COUNTERPART: &str = "none";
const AS_FOUND: &str = "as-found";

/// The programmes of both; nothing where neither side has any.
pub(super) fn matches(workbench: &Workbench, compared: &Rc<Compared>, pair: &Pair) -> Html {
    let language = workbench.language();
    // Municipalities cut their programmes each in their own way: none are matched.
    if pair.programmes.is_empty() && pair.relation == Relation::Municipalities {
        return Html::default();
    }
    let names = [pair.left, pair.right].map(|place| compared.volume(place).map(|volume| language.kind_and_time(volume)));
    html! {
        <section>
            <h3>{ language.matches_heading() }</h3>
            if pair.programmes.is_empty() {
                { nothing(language.no_matches()) }
            } else {
                <p class="hint">{ language.matches_hint() }</p>
                <div class="table-scroll" role="region" tabindex="0" aria-label={language.matches_heading()}>
                    <table class="figures beside">
                        <caption class="hidden">{ language.matches_heading() }</caption>
                        <thead>
                            <tr>
                                <th scope="col">{ for &names[0] }</th>
                                <th scope="col">{ for &names[1] }</th>
                                <th scope="col">{ language.why() }</th>
                            </tr>
                        </thead>
                        <tbody>{ for pair.programmes.iter().enumerate().map(|(place, matched)| line(workbench, compared, pair, place, matched)) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn line(workbench: &Workbench, compared: &Rc<Compared>, pair: &Pair, place: usize, matched: &Match) -> Html {
    let language = workbench.language();
    let reasons: Vec<&str> = matched.reasons.iter().map(|&reason| language.match_reason(reason)).collect();
    let decisions = &workbench.workspace.decisions;
    let is_decided = matched.left.is_some_and(|left| compared.is_decided(pair, left, decisions));
    // In one document each programme is the same as itself.
    let corrected = matched.left.filter(|_| pair.left != pair.right);
    let open = |of: FactOf| {
        let name = compared.programme(of).map(programme_name).unwrap_or_default();
        link(workbench, compared, of.document, Place::Fact(Fact::Programme(of.fact)), name)
    };
    html! {
        <tr key={place}>
            <th scope="row">
                { matched.left.map_or_else(|| html! { <span class="unknown">{ language.no_counterpart() }</span> }, open) }
            </th>
            <td>
                { for matched.right.map(open) }
                { for corrected.map(|left| correction(workbench, compared, pair, left, matched, is_decided)) }
            </td>
            <td>{ if is_decided && reasons.is_empty() { language.match_reason(MatchReason::Person).to_owned() } else { reasons.join(", ") } }</td>
        </tr>
    }
}

/// The control that says with which programme one belongs.
fn correction(
    workbench: &Workbench,
    compared: &Rc<Compared>,
    pair: &Pair,
    left: FactOf,
    matched: &Match,
    is_decided: bool,
) -> Html {
    let language = workbench.language();
    let name = compared.programme(left).map(programme_name).unwrap_or_default();
    let programmes = compared.volume(pair.right).map(|volume| volume.programmes.clone()).unwrap_or_default();
    let options = programmes.iter().enumerate().filter_map(|(place, &of)| {
        let name = compared.programme(of).map(programme_name)?;
        let is_chosen = matched.right == Some(of);
        Some(html! { <option key={place} value={place.to_string()} selected={is_chosen}>{ name }</option> })
    });
    html! {
        <select aria-label={language.counterpart_of(&name)} onchange={decide(workbench, compared, pair, left, programmes.clone())}>
            <option key={NO_COUNTERPART} value={NO_COUNTERPART} selected={matched.right.is_none()}>{ language.no_counterpart() }</option>
            { for options }
            if is_decided {
                <option key={AS_FOUND} value={AS_FOUND}>{ language.undo_match() }</option>
            }
        </select>
    }
}

fn decide(workbench: &Workbench, compared: &Rc<Compared>, pair: &Pair, left: FactOf, programmes: Vec<FactOf>) -> Callback<Event> {
    let (workbench, compared, volumes) = (workbench.clone(), Rc::clone(compared), (pair.left, pair.right));
    Callback::from(move |event: Event| {
        let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
        let (Some(left), Some(beside)) = (compared.name_of(volumes.0, left), compared.document_name(volumes.1)) else { return };
        let chosen = value.parse().ok().and_then(|place: usize| programmes.get(place).copied());
        let right = chosen.and_then(|of| compared.name_of(volumes.1, of));
        let missing_in = Some(beside.clone()).filter(|_| right.is_none());
        let decision = (value != AS_FOUND).then(|| Box::new(MatchDecision { left: left.clone(), right, beside: missing_in }));
        workbench.compare(Comparative::Match { left: Box::new(left), beside: Box::new(beside), right: decision });
    })
}
