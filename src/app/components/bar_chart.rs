//! A bar chart: drawn twice by the comparing worker, for a wide page and a narrow one; the style sheet shows the one that fits.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::choosable::closest;
use crate::{
    app::{comparer::Comparer, comparing::Compared},
    chart::{Anchor, Chart, Picture, Role, Shape},
    wording::Language,
};

/// What is drawn, and what choosing a group does.
#[derive(Properties, PartialEq)]
pub struct BarChartProps {
    /// The chart.
    pub chart: Rc<Chart>,
    /// The comparison that it is of: it is drawn anew for each, as what was asked before one may have got lost.
    pub compared: Rc<Compared>,
    /// What it is called.
    pub title: AttrValue,
    /// What it shows, for those who do not see it.
    pub description: AttrValue,
    /// What has to be said under it.
    pub note: Option<AttrValue>,
    /// The one who draws.
    pub comparer: Comparer,
    /// A group was chosen.
    pub onchoose: Callback<usize>,
    /// The language of the interface.
    pub language: Language,
}

/// A bar chart with its caption and legend. Its data stands in a table beside it.
#[component]
pub fn BarChart(props: &BarChartProps) -> Html {
    let pictures = use_state(Vec::<Picture>::new);
    let taken = pictures.setter();
    let comparer = props.comparer.clone();
    use_effect_with((Rc::clone(&props.chart), Rc::clone(&props.compared)), move |(chart, _)| {
        comparer.draw(chart, Callback::from(move |pictures| taken.set(pictures)));
    });
    html! {
        <figure class="chart">
            <figcaption>
                <span class="caption-words">{ &props.title }</span>
                <span class="legend">{ for props.chart.series.iter().enumerate().map(|(place, series)| legend(place, &series.name)) }</span>
                <span class="hint">{ props.language.chart_as_table() }</span>
            </figcaption>
            if pictures.is_empty() { <p class="hint">{ props.language.drawing() }</p> }
            { for pictures.iter().map(|picture| drawn(props, picture)) }
            if let Some(note) = &props.note { <p class="figure-note">{ note }</p> }
        </figure>
    }
}

fn legend(place: usize, name: &str) -> Html {
    html! {
        <span class="legend-entry" key={place}>
            <svg class="legend-sign" viewBox="0 0 20 12" aria-hidden="true">
                <rect class={series_class(place)} x="1" y="1" width="18" height="10" />
            </svg>
            { name }
        </span>
    }
}

fn series_class(place: usize) -> String {
    format!("series series-{place}")
}

fn drawn(props: &BarChartProps, picture: &Picture) -> Html {
    let (title, description) = (format!("chart-title-{}", picture.width), format!("chart-description-{}", picture.width));
    html! {
        <svg class={format!("picture picture-{}", picture.width)} viewBox={format!("0 0 {} {}", picture.width, picture.height)}
            role="img" aria-labelledby={title.clone()} aria-describedby={description.clone()} onclick={choose(&props.onchoose)}>
            <title id={title}>{ &props.title }</title>
            <desc id={description}>{ &props.description }</desc>
            { for picture.shapes.iter().map(shape) }
        </svg>
    }
}

/// People point at a group as a whole: at its ground, its label, its bars.
fn choose(onchoose: &Callback<usize>) -> Callback<MouseEvent> {
    let onchoose = onchoose.clone();
    Callback::from(move |event: MouseEvent| {
        let element = event.target().and_then(|target| closest(target.unchecked_ref(), "[data-group]"));
        let group = element.and_then(|element| element.get_attribute("data-group")?.parse().ok());
        group.into_iter().for_each(|group| onchoose.emit(group));
    })
}

fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Bar { x, y, width, height, role, group } => html! {
            <rect class={role_class(*role)} x={place(*x)} y={place(*y)} width={place(*width)} height={place(*height)}
                data-group={group.to_string()} />
        },
        Shape::Line { from, to, role } => html! {
            <line class={role_class(*role)} x1={place(from.0)} y1={place(from.1)} x2={place(to.0)} y2={place(to.1)} />
        },
        Shape::Words { x, y, anchor, words, role } => html! {
            <text class={role_class(*role)} x={place(*x)} y={place(*y)} text-anchor={anchor_name(*anchor)}>{ words }</text>
        },
    }
}

fn role_class(role: Role) -> String {
    match role {
        Role::Series(place) => series_class(place),
        Role::Ground => "ground".to_owned(),
        Role::Zero => "zero".to_owned(),
        Role::Label => "label-words".to_owned(),
        Role::Value => "value-words".to_owned(),
    }
}

fn anchor_name(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

/// A place in the picture, to a tenth of its unit.
fn place(value: f32) -> String {
    format!("{value:.1}")
}
