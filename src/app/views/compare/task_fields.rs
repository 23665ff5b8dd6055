//! The task fields that both have, as shares and per inhabitant.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{amount, link};
use crate::{
    app::{
        comparing::{Comparative, Compared},
        components::parts::nothing,
        facts::Fact,
        state::Place,
        workbench::Workbench,
    },
    compare::{Pair, Relation, Side, TaskFieldShare, Volume},
    decisions::Inhabitants,
};

/// The table; nothing where no task field is in both.
pub(super) fn task_fields(workbench: &Workbench, compared: &Compared, pair: &Pair) -> Html {
    let language = workbench.language();
    if pair.task_fields.is_empty() {
        return if pair.relation == Relation::Municipalities { nothing(language.no_task_fields()) } else { Html::default() };
    }
    let volumes: Vec<&Volume> = [pair.left, pair.right].into_iter().filter_map(|place| compared.volume(place)).collect();
    html! {
        <section>
            <h3>{ language.task_fields_heading() }</h3>
            <p class="hint">{ language.task_fields_hint() }{ " " }{ language.inhabitants_hint() }</p>
            <div class="inhabitants">{ for volumes.iter().enumerate().map(|(place, volume)| inhabitants(workbench, place, volume)) }</div>
            <div class="table-scroll" role="region" tabindex="0" aria-label={language.task_fields_heading()}>
                <table class="figures beside">
                    <caption class="hidden">{ language.task_fields_heading() }</caption>
                    <thead>
                        <tr>
                            <th scope="col" rowspan="2">{ language.task_field() }</th>
                            { for volumes.iter().map(|volume| html! { <th scope="colgroup" colspan="3">{ language.volume(volume) }</th> }) }
                        </tr>
                        <tr>
                            { for volumes.iter().map(|_| html! {
                                <>
                                    <th scope="col" class="number">{ language.amount() }</th>
                                    <th scope="col" class="number">{ language.share() }</th>
                                    <th scope="col" class="number">{ language.per_inhabitant() }</th>
                                </>
                            }) }
                        </tr>
                    </thead>
                    <tbody>{ for pair.task_fields.iter().map(|field| line(workbench, compared, field)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn line(workbench: &Workbench, compared: &Compared, field: &TaskFieldShare) -> Html {
    let language = workbench.language();
    let side = |side: &Side| {
        let first = side.figures.first().map(|&of| amount(workbench, compared, of, language.money(side.euros)));
        let others = side.figures.iter().enumerate().skip(1).map(|(place, of)| {
            link(workbench, compared, of.document, Place::Fact(Fact::Figure(of.fact)), language.place(place + 1))
        });
        html! {
            <>
                <td class="number">{ for first }{ for others }</td>
                <td class="number">{ for side.share.map(|share| language.percentage(share)) }</td>
                <td class="number">{ for side.per_inhabitant.map(|euros| language.money(euros)) }</td>
            </>
        }
    };
    html! {
        <tr key={format!("{}-{:?}", field.code, field.kind)}>
            <th scope="row">
                { format!("{} {}", field.code, field.name) }
                <span class="figure-note">{ language.money_kind(field.kind) }</span>
            </th>
            { for field.sides.iter().map(side) }
        </tr>
    }
}

/// The field for the number of inhabitants; nothing where the municipality is not known.
fn inhabitants(workbench: &Workbench, place: usize, volume: &Volume) -> Html {
    let language = workbench.language();
    let Some(municipality) = volume.municipality.clone() else { return Html::default() };
    let year = volume.year;
    let name = language.inhabitants_of(&municipality, year);
    let value = volume.inhabitants.map(|count| count.to_string()).unwrap_or_default();
    let workbench = workbench.clone();
    let onchange = Callback::from(move |event: Event| {
        let typed = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let count = digits.parse().unwrap_or_default();
        workbench.compare(Comparative::Inhabitants(Inhabitants { municipality: municipality.clone(), year, count }));
    });
    html! {
        <label class="field" key={place}>
            <span>{ name }</span>
            <input type="text" inputmode="numeric" autocomplete="off" {value} placeholder={language.unknown_number()} {onchange} />
        </label>
    }
}
