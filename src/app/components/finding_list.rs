//! Findings under each other: laid out in full, or each folded behind its headline. Of long lists only the beginning is
//! drawn until someone asks for more, so that a document with thousands of sums stays quick.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    choosable::{choosable_mention, choosable_words},
    finding_note::FindingNote,
    sum_table::{Chosen, sum_tables},
};
use crate::{
    app::{digest::shortened, state::Loaded, workbench::Workbench},
    check::{Finding, Verdict},
    source::Span,
    wording::verdict_sign,
};

/// How many are drawn at first, and how many more at a time.
const AT_A_TIME: usize = 20;

/// The most places that are listed of one finding.
const MOST_PLACES: usize = 20;

/// The longest words of a place that are repeated, in bytes.
const BYTES_OF_PLACE: usize = 90;

/// Which findings.
#[derive(Properties, PartialEq)]
pub struct FindingListProps {
    /// The document.
    pub loaded: Rc<Loaded>,
    /// Their places among its findings.
    pub findings: Vec<usize>,
    /// Whether each is folded behind its headline.
    pub folded: bool,
}

/// A list of findings with a way to see more of it.
#[component]
pub fn FindingList(props: &FindingListProps) -> Html {
    let listed = use_state(|| AT_A_TIME);
    let Some(workbench) = use_context::<Workbench>() else { return Html::default() };
    let items = props.findings.iter().take(*listed).map(|&place| item(&workbench, props, place));
    let more = props.findings.len().saturating_sub(*listed).min(AT_A_TIME * 5);
    let show_more = {
        let listed = listed.clone();
        Callback::from(move |_: MouseEvent| listed.set(*listed + AT_A_TIME * 5))
    };
    html! {
        <>
            <ul class="findings">{ for items }</ul>
            if more > 0 {
                <button type="button" class="quiet" onclick={show_more}>{ workbench.language().show_more(more) }</button>
            }
        </>
    }
}

fn item(workbench: &Workbench, props: &FindingListProps, place: usize) -> Html {
    let loaded = &props.loaded;
    let Some(finding) = loaded.findings.get(place) else { return Html::default() };
    let class = classes!("finding", verdict_class(finding.verdict));
    let (headline, body) = (headline(workbench, loaded, finding), body(workbench, loaded, finding));
    html! {
        <li {class} key={place}>
            if props.folded {
                <details><summary>{ headline }</summary>{ body }</details>
            } else {
                <h4>{ headline }</h4>
                { body }
            }
        </li>
    }
}

fn headline(workbench: &Workbench, loaded: &Loaded, finding: &Finding) -> Html {
    html! {
        <>
            { verdict_icon(finding.verdict) }
            { " " }
            { workbench.language().headline(finding, &loaded.document) }
        </>
    }
}

/// The sign of a verdict for those who see it; words beside it say the same.
pub fn verdict_icon(verdict: Verdict) -> Html {
    html! { <span class={classes!("verdict-sign", verdict_class(verdict))} aria-hidden="true">{ verdict_sign(verdict) }</span> }
}

/// The name of a verdict in the style sheet.
pub fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Rounding => "rounding",
        Verdict::Differs => "differs",
        Verdict::OtherScope => "other-scope",
        Verdict::UsedForReading => "used-for-reading",
        Verdict::Unchecked => "unchecked",
    }
}

fn body(workbench: &Workbench, loaded: &Loaded, finding: &Finding) -> Html {
    let language = workbench.language();
    let chosen = Chosen::of(&workbench.workspace);
    let (text, key) = (&loaded.source.origin.text_sha256, finding.key(&loaded.document));
    let mark = workbench.workspace.decisions.mark(text, &key).cloned();
    let reason = finding.reason.as_ref().map(|reason| language.reason(reason));
    html! {
        <div class="finding-body">
            <p class="finding-check">{ language.check_question(finding.check) }</p>
            { sum_tables(language, loaded, finding, chosen) }
            { places(loaded, finding, chosen) }
            if let Some(reason) = reason { <p class="finding-reason">{ reason }</p> }
            <FindingNote text={text.clone()} finding={key} {mark} />
        </div>
    }
}

/// The places that a finding speaks of beside those of its sums.
fn places(loaded: &Loaded, finding: &Finding, chosen: Chosen) -> Html {
    let places = finding.spans.iter().filter(|span| !span.is_empty()).take(MOST_PLACES);
    let item = |&span: &Span| html! { <li>{ place(loaded, span, chosen) }</li> };
    html! { if !finding.spans.is_empty() { <ul class="places">{ for places.map(item) }</ul> } }
}

/// The words at a place: those of a fact choose it.
fn place(loaded: &Loaded, span: Span, chosen: Chosen) -> Html {
    let words = loaded.source.cut(span).trim().lines().next().unwrap_or_default();
    let content = html! { shortened(words, BYTES_OF_PLACE) };
    match loaded.marks.of_span(span) {
        Some(mark) => choosable_mention(mark, chosen.mark, content),
        None => choosable_words(span, chosen.aim, content),
    }
}
