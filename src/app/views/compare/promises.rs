//! What was promised beside what is said of it later.

use yew::prelude::*;

use super::link;
use crate::{
    app::{comparing::Compared, components::parts::nothing, digest::shortened, state::Place, workbench::Workbench},
    compare::{Pair, Passage, Promise, Relation},
};

/// The most promises that are listed without unfolding.
const MOST_LISTED: usize = 12;
/// The most of a passage that is repeated, in bytes.
const BYTES_OF_PASSAGE: usize = 420;

/// The promises, in the order of the text; nothing where the two promise each other nothing.
pub(super) fn promises(workbench: &Workbench, compared: &Compared, pair: &Pair) -> Html {
    let language = workbench.language();
    if pair.promises.is_empty() && !matches!(pair.relation, Relation::BudgetAndAccounts | Relation::AgreementAndBudget) {
        return Html::default();
    }
    let found = pair.promises.iter().filter(|promise| promise.found.is_some()).count();
    let (first, rest) = pair.promises.split_at(pair.promises.len().min(MOST_LISTED));
    let list = |promises: &[Promise]| {
        html! { <ol class="promises">{ for promises.iter().enumerate().map(|(place, promise)| item(workbench, compared, place, promise)) }</ol> }
    };
    html! {
        <section>
            <h3>{ language.promises_heading() }</h3>
            if first.is_empty() {
                { nothing(language.no_promises()) }
            } else {
                <p class="hint">{ language.promises_found(found, pair.promises.len()) }{ " " }{ language.promises_hint() }</p>
                { list(first) }
            }
            if !rest.is_empty() {
                <details class="plans">
                    <summary>{ language.show_rest(rest.len()) }</summary>
                    { list(rest) }
                </details>
            }
        </section>
    }
}

fn item(workbench: &Workbench, compared: &Compared, place: usize, promise: &Promise) -> Html {
    let language = workbench.language();
    html! {
        <li class="promise" key={place}>
            <div class="promise-side">
                <h4>{ language.promise() }</h4>
                { passage(workbench, compared, promise.promise) }
            </div>
            <div class="promise-side">
                <h4>{ language.found() }</h4>
                if let Some(found) = promise.found {
                    { passage(workbench, compared, found) }
                    <p class="figure-note">{ language.shared_words(&promise.shared) }</p>
                } else {
                    { nothing(language.nothing_found()) }
                }
            </div>
        </li>
    }
}

fn passage(workbench: &Workbench, compared: &Compared, passage: Passage) -> Html {
    let words = shortened(compared.words(passage), BYTES_OF_PASSAGE);
    html! {
        <>
            <blockquote lang="nl">{ words }</blockquote>
            { link(workbench, compared, passage.document, Place::Words(passage.span), workbench.language().open_passage().to_owned()) }
        </>
    }
}
