//! A sum as a person would write it down: numbers under each other, a line, what they come to, what is printed.

use yew::prelude::*;

use super::choosable::{choosable_mention, choosable_words};
use crate::{
    app::{
        facts::Fact,
        state::{Aim, Loaded, Workspace},
    },
    check::{Finding, Operation, Quantity, Sum},
    wording::{Language, Outcome, Piece},
};

/// What is chosen in the text.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The chosen mark.
    pub mark: Option<usize>,
    /// Words that were pointed at.
    pub aim: Option<Aim>,
}

impl Chosen {
    /// What is chosen in a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        Self { mark: workspace.chosen.map(|choice| choice.mark), aim: workspace.aim }
    }
}

/// The sums of a finding, each number choosable.
pub fn sum_tables(language: Language, loaded: &Loaded, finding: &Finding, chosen: Chosen) -> Html {
    let outcome = language.outcome_of_sum(finding, &loaded.document).filter(|outcome| outcome.difference.is_some());
    let tolerance = outcome.as_ref().and_then(|outcome| outcome.tolerance.clone());
    let table = |sum: &Sum| sum_table(language, loaded, sum, outcome.as_ref(), chosen);
    html! {
        <>
            { for finding.sums.iter().map(table) }
            if let Some(tolerance) = tolerance { <p class="hint">{ language.rounding_explains(&tolerance) }</p> }
        </>
    }
}

fn sum_table(language: Language, loaded: &Loaded, sum: &Sum, outcome: Option<&Outcome>, chosen: Chosen) -> Html {
    let arithmetic = language.arithmetic(sum, &loaded.document);
    let lines = arithmetic.pieces.iter().map(|piece| match (piece.operation, outcome) {
        (Operation::Equals, Some(outcome)) => missed(language, loaded, piece, outcome, chosen),
        _ => line(language, loaded, piece, chosen),
    });
    html! {
        <table class="sum">
            if let Some(unit) = &arithmetic.unit { <caption>{ unit }</caption> }
            <tbody>{ for lines }</tbody>
        </table>
    }
}

fn line(language: Language, loaded: &Loaded, piece: &Piece, chosen: Chosen) -> Html {
    let class = is_outcome(piece.operation).then_some("outcome");
    let name = if matches!(piece.quantity, Quantity::Between(..)) { language.follows() } else { &piece.name };
    row(class, piece.sign, number(loaded, piece, chosen), name)
}

/// What a sum comes to, what is printed instead, and the difference.
fn missed(language: Language, loaded: &Loaded, piece: &Piece, outcome: &Outcome, chosen: Chosen) -> Html {
    let printed = format!("{}: {}", language.stands_printed(), piece.name);
    html! {
        <>
            { row(Some("outcome"), piece.sign, html! { &outcome.comes_to }, language.comes_to()) }
            { row(Some("as-printed"), "", number(loaded, piece, chosen), &printed) }
            { row(Some("difference"), "", html! { <>{ for outcome.difference.clone() }</> }, language.missed_by()) }
        </>
    }
}

fn row(class: Option<&'static str>, sign: &'static str, number: Html, name: &str) -> Html {
    html! {
        <tr {class}>
            <td class="sign">{ sign }</td>
            <td class="number">{ number }</td>
            <th scope="row">{ name }</th>
        </tr>
    }
}

fn is_outcome(operation: Operation) -> bool {
    matches!(operation, Operation::Equals | Operation::IsAbout)
}

/// A number that can be chosen where it stands in the text.
fn number(loaded: &Loaded, piece: &Piece, chosen: Chosen) -> Html {
    let fact = match piece.quantity {
        Quantity::Figure(at) => Some(Fact::Figure(at)),
        Quantity::Percentage(at) => Some(Fact::Percentage(at)),
        _ => None,
    };
    let mark = fact.and_then(|fact| loaded.marks.of_fact(fact).first().copied());
    let content = html! { &piece.number };
    match (mark, piece.quantity.span(&loaded.document)) {
        (Some(mark), _) => choosable_mention(mark, chosen.mark, content),
        (None, Some(span)) => choosable_words(span, chosen.aim, content),
        (None, None) => content,
    }
}
