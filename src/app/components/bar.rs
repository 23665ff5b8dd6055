//! A percentage as a bar, with its meaning in words.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::choosable::{choosable_of, places};
use crate::{
    app::{facts::Fact, state::Loaded},
    wording::Language,
};

/// Percentages that say the same, drawn once, with each place choosable.
pub fn share(language: Language, loaded: &Loaded, group: &[usize], chosen: Option<Fact>) -> Html {
    let Some(&first) = group.first() else { return Html::default() };
    let Some(percentage) = loaded.document.percentages.get(first) else { return Html::default() };
    let about = match &percentage.about {
        Some(about) => language.share_of(about),
        None => language.about_nothing().to_owned(),
    };
    let facts: Vec<Fact> = group.iter().copied().map(Fact::Percentage).collect();
    let is_chosen = chosen.is_some_and(|chosen| facts.contains(&chosen));
    let value = html! { language.percentage(percentage.value) };
    html! {
        <div class="share" key={first}>
            <p class="share-words">
                { choosable_of(loaded, Fact::Percentage(first), is_chosen, value) }
                { " " }
                <span>{ about }</span>
            </p>
            { bar(percentage.value) }
            <p class="share-meaning">{ meaning(language, percentage.value) }</p>
            { places(language, loaded, &facts, chosen) }
        </div>
    }
}

/// A card for each group of percentages; nothing where there are none.
pub fn share_cards(language: Language, loaded: &Loaded, groups: &[Vec<usize>], chosen: Option<Fact>) -> Html {
    let card = |group: &Vec<usize>| html! { <div class="card" key={group[0]}>{ share(language, loaded, group, chosen) }</div> };
    html! {
        if !groups.is_empty() {
            <h3>{ language.percentages() }</h3>
            <div class="cards">{ for groups.iter().map(card) }</div>
        }
    }
}

/// The bar; what is over 100 fills it, with a break to say that it goes on.
fn bar(value: Decimal) -> Html {
    let is_over = value > Decimal::ONE_HUNDRED;
    let width = value.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
    html! {
        <svg class={classes!("bar", is_over.then_some("over"))} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-whole" x="0" y="0" width="100" height="8" />
            <rect class="bar-part" x="0" y="0" width={width.to_string()} height="8" />
            if is_over { <path class="bar-break" d="M82 -1 L85 3 L82 5 L85 9 L88 9 L85 5 L88 3 L85 -1 Z" /> }
        </svg>
    }
}

fn meaning(language: Language, value: Decimal) -> String {
    if value > Decimal::ONE_HUNDRED {
        return format!("{}: {}", language.more_than_whole(), language.times_the_whole(value));
    }
    language.of_every_hundred(&language.number(value.round()))
}
