//! Which two documents: those that belong together, or any two.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{
    app::{
        comparing::{Comparative, Compared, Two},
        components::parts::nothing,
        state::Action,
        workbench::Workbench,
    },
    compare::{Pair, Volume},
    wording::Language,
};

/// The most pairs that are offered without unfolding.
const MOST_OFFERED: usize = 4;

/// The ways to choose two.
pub(super) fn choose(workbench: &Workbench, compared: &Rc<Compared>) -> Html {
    let language = workbench.language();
    let offers: Vec<Html> = compared.comparison.pairs.iter().filter_map(|pair| offer(workbench, compared, pair)).collect();
    let (first, rest) = offers.split_at(offers.len().min(MOST_OFFERED));
    html! {
        <section class="choose-two" aria-labelledby="together-heading">
            <h2 id="together-heading">{ language.belongs_together() }</h2>
            if first.is_empty() { { nothing(language.nothing_together()) } }
            <ul class="offers">{ for first.iter().cloned() }</ul>
            if !rest.is_empty() {
                <details class="plans">
                    <summary>{ language.show_rest(rest.len()) }</summary>
                    <ul class="offers">{ for rest.iter().cloned() }</ul>
                </details>
            }
            <Selects compared={Rc::clone(compared)} />
        </section>
    }
}

/// Two that belong together, with what they are to each other.
fn offer(workbench: &Workbench, compared: &Compared, pair: &Pair) -> Option<Html> {
    let language = workbench.language();
    let two = compared.two(pair)?;
    let (left, right) = (compared.volume(pair.left)?, compared.volume(pair.right)?);
    let in_sight = workbench.workspace.comparing.pair();
    let is_shown = in_sight.is_some_and(|shown| std::ptr::eq(shown, pair));
    Some(html! {
        <li key={format!("{}-{}-{:?}", two.left, two.right, pair.relation)}>
            <button type="button" class="offer" aria-pressed={is_shown.to_string()}
                onclick={workbench.on(move || Action::Compare(Comparative::Choose(two)))}>
                <span class="offer-name">{ language.two_volumes(left, right) }</span>
                <span class="offer-relation">{ language.relation(pair.relation) }</span>
            </button>
        </li>
    })
}

#[derive(Properties, PartialEq)]
struct SelectsProps {
    compared: Rc<Compared>,
}

/// Any two: the choice counts as soon as both are chosen.
#[component]
fn Selects(props: &SelectsProps) -> Html {
    let picked = use_state(|| [None::<u32>; 2]);
    let Some(workbench) = use_context::<Workbench>() else { return Html::default() };
    let language = workbench.language();
    let in_sight = workbench.workspace.comparing.in_sight();
    let shown = in_sight.map_or(*picked, |two| [Some(two.left), Some(two.right)]);
    let select = |side: usize, name: &'static str| {
        let (picked, workbench) = (picked.clone(), workbench.clone());
        let onchange = Callback::from(move |event: Event| {
            let mut now = shown;
            now[side] = event.target_dyn_into::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
            picked.set(now);
            if let [Some(left), Some(right)] = now {
                workbench.compare(Comparative::Choose(Two { left, right, relation: None }));
            }
        });
        html! {
            <label class="field">
                <span>{ name }</span>
                <select {onchange}>
                    if shown[side].is_none() { <option value="" selected=true>{ language.choose_hint() }</option> }
                    { for options(language, &props.compared, shown[side]) }
                </select>
            </label>
        }
    };
    html! {
        <fieldset class="selects">
            <legend>{ language.choose_two() }</legend>
            { select(0, language.first_document()) }
            { select(1, language.second_document()) }
        </fieldset>
    }
}

fn options(language: Language, compared: &Compared, chosen: Option<u32>) -> Vec<Html> {
    let volumes = compared.comparison.volumes.iter().enumerate();
    let option = |(place, volume): (usize, &Volume)| {
        let loaded = compared.loaded(*volume.documents.first()?)?;
        // Two volumes may be called alike: the file tells them apart.
        let name = format!("{} · {}", language.volume(volume), loaded.source.origin.label());
        Some(html! {
            <option key={place} value={loaded.key.to_string()} selected={chosen == Some(loaded.key)}>{ name }</option>
        })
    };
    volumes.filter_map(option).collect()
}
