//! The figures that both print: whether they are the same.

use yew::prelude::*;

use super::amount;
use crate::{
    app::{comparing::Compared, workbench::Workbench},
    check::Verdict,
    compare::{FactOf, Pair, Repeat},
    wording::{Language, verdict_sign},
};

/// The most that are listed: all are in the export.
const MOST_LISTED: usize = 25;

/// How many are the same, and those that are not.
pub(super) fn repeats(workbench: &Workbench, compared: &Compared, pair: &Pair) -> Html {
    let language = workbench.language();
    let of_pair = compared.repeats(pair);
    let of = |verdict: Verdict| of_pair.iter().filter(move |repeat| repeat.verdict == verdict);
    let counts = Verdict::ALL.into_iter().map(|verdict| (verdict, of(verdict).count())).filter(|(_, count)| *count > 0);
    let listed: Vec<_> = of(Verdict::Differs).chain(of(Verdict::OtherScope)).take(MOST_LISTED).collect();
    html! {
        if !of_pair.is_empty() {
            <section>
                <h3>{ language.repeated_amounts() }</h3>
                <ul class="plain-list">{ for counts.map(|(verdict, count)| counted(language, verdict, count)) }</ul>
                if !listed.is_empty() {
                    <ul class="plain-list">{ for listed.iter().enumerate().map(|(at, repeat)| one(workbench, compared, at, repeat)) }</ul>
                }
            </section>
        }
    }
}

fn counted(language: Language, verdict: Verdict, count: usize) -> Html {
    html! {
        <li key={verdict.name()}><span aria-hidden="true">{ verdict_sign(verdict) }{ " " }</span>{ language.verdict_count(verdict, count) }</li>
    }
}

/// One figure in both: its row, and what each prints.
fn one(workbench: &Workbench, compared: &Compared, key: usize, repeat: &Repeat) -> Html {
    let language = workbench.language();
    let printed = |of: FactOf| {
        let figure = compared.figure(of);
        figure.map(|figure| amount(workbench, compared, of, language.money(figure.euros))).unwrap_or_default()
    };
    let row = compared.figure(repeat.left).map(|figure| figure.row.clone());
    let because = repeat.explained_by.iter().map(|&of| html! { <>{ " · " }{ printed(of) }</> });
    html! {
        <li {key}>
            <span aria-hidden="true">{ verdict_sign(repeat.verdict) }{ " " }</span>
            { for row }{ ": " }{ printed(repeat.left) }{ " · " }{ printed(repeat.right) }
            { ", " }{ language.verdict(repeat.verdict) }
            if !repeat.explained_by.is_empty() { <span class="figure-note">{ language.explained_by() }{ for because }</span> }
        </li>
    }
}
