//! What the checks say: how many of each verdict, then the findings, those that differ on top and laid out in full.

use std::{collections::BTreeMap, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::{
    app::{
        components::{
            finding_list::{FindingList, verdict_class, verdict_icon},
            parts::{button, hidden_heading, nothing},
        },
        download::download,
        state::Loaded,
        workbench::Workbench,
    },
    check::{Check, Verdict},
    decisions::Decisions,
    wording::Language,
};

/// Which document.
#[derive(Properties, PartialEq)]
pub struct ChecksViewProps {
    /// The document.
    pub loaded: Rc<Loaded>,
}

/// Which findings are asked for.
#[derive(Clone, Copy, PartialEq, Default)]
struct Wanted {
    verdict: Option<Verdict>,
    check: Option<Check>,
}

/// The findings of a document.
#[component]
pub fn ChecksView(props: &ChecksViewProps) -> Html {
    let wanted = use_state(Wanted::default);
    let Some(workbench) = use_context::<Workbench>() else { return Html::default() };
    let language = workbench.language();
    let loaded = &props.loaded;
    if loaded.findings.is_empty() {
        return html! { <>{ nothing(language.no_findings()) }{ notes(&workbench) }</> };
    }
    let groups: Vec<Html> = Verdict::ALL.into_iter().filter_map(|verdict| group(language, loaded, *wanted, verdict)).collect();
    html! {
        <>
            { hidden_heading(language.checks()) }
            { verdicts(language, loaded, &wanted) }
            { kinds(language, loaded, &wanted) }
            if groups.is_empty() { { nothing(language.none_of_these()) } }
            { for groups }
            { notes(&workbench) }
        </>
    }
}

/// How many findings there are of each verdict: pressing one shows those alone.
fn verdicts(language: Language, loaded: &Loaded, wanted: &UseStateHandle<Wanted>) -> Html {
    let switch = |verdict: Option<Verdict>, words: Html| {
        let chosen = wanted.clone();
        let onclick = Callback::from(move |_: MouseEvent| chosen.set(Wanted { verdict, ..*chosen }));
        let class = classes!("verdict-switch", verdict.map(verdict_class));
        html! { <button type="button" {class} aria-pressed={(wanted.verdict == verdict).to_string()} {onclick}>{ words }</button> }
    };
    let counted = Verdict::ALL.into_iter().map(|verdict| (verdict, loaded.tally.count(verdict))).filter(|(_, count)| *count > 0);
    let counted = counted.map(|(verdict, count)| {
        let words = language.verdict_count(verdict, count);
        html! { <li key={verdict_class(verdict)}>{ switch(Some(verdict), html! { <>{ verdict_icon(verdict) }{ " " }{ words }</> }) }</li> }
    });
    html! {
        <ul class="verdicts" aria-label={language.verdicts()}>
            { for counted }
            <li key="all">{ switch(None, html! { language.every_verdict() }) }</li>
        </ul>
    }
}

/// A choice of one check, where there are findings of several.
fn kinds(language: Language, loaded: &Loaded, wanted: &UseStateHandle<Wanted>) -> Html {
    let is_there = |check: &&Check| loaded.findings.iter().any(|finding| finding.check == **check);
    let there: Vec<Check> = Check::ALL.iter().filter(is_there).copied().collect();
    let option = |check: Option<Check>, words: &'static str| {
        let value = check.map_or("", Check::name);
        html! { <option key={value} {value} selected={wanted.check == check}>{ words }</option> }
    };
    let onchange = {
        let (wanted, there) = (wanted.clone(), there.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let name = chosen.map(|select| select.value()).unwrap_or_default();
            wanted.set(Wanted { check: there.iter().find(|check| check.name() == name).copied(), ..*wanted });
        })
    };
    html! {
        if there.len() > 1 {
            <label class="which-check">
                { language.which_check() }
                <select {onchange}>
                    { option(None, language.every_check()) }
                    { for there.iter().map(|&check| option(Some(check), language.check(check))) }
                </select>
            </label>
        }
    }
}

/// The findings of one verdict; none where no finding is wanted.
fn group(language: Language, loaded: &Rc<Loaded>, wanted: Wanted, verdict: Verdict) -> Option<Html> {
    if wanted.verdict.is_some_and(|wanted| wanted != verdict) {
        return None;
    }
    let mut by_check = BTreeMap::<Check, Vec<usize>>::new();
    for (place, finding) in loaded.findings.iter().enumerate() {
        if finding.verdict == verdict && wanted.check.is_none_or(|wanted| wanted == finding.check) {
            by_check.entry(finding.check).or_default().push(place);
        }
    }
    let count = by_check.values().map(Vec::len).sum::<usize>();
    let heading = html! { <h3>{ verdict_icon(verdict) }{ " " }{ language.verdict_count(verdict, count) }</h3> };
    let meaning = html! { <p class="hint">{ language.verdict_meaning(verdict) }</p> };
    let lists = by_check.into_iter().map(|(check, findings)| of_check(language, loaded, check, findings, verdict));
    let class = classes!("verdict-group", verdict_class(verdict));
    (count > 0).then(|| {
        if is_urgent(verdict) {
            html! { <section {class} key={verdict_class(verdict)}>{ heading }{ meaning }{ for lists }</section> }
        } else {
            html! {
                <details {class} key={verdict_class(verdict)} open={wanted.verdict == Some(verdict)}>
                    <summary>{ heading }</summary>
                    { meaning }
                    { for lists }
                </details>
            }
        }
    })
}

/// Whether findings are laid out at once.
fn is_urgent(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Differs | Verdict::OtherScope)
}

fn of_check(language: Language, loaded: &Rc<Loaded>, check: Check, findings: Vec<usize>, verdict: Verdict) -> Html {
    let list = html! { <FindingList loaded={Rc::clone(loaded)} {findings} folded={!is_urgent(verdict)} /> };
    html! {
        <div class="of-check" key={check.name()}>
            if !is_urgent(verdict) { <h4>{ language.check(check) }</h4> }
            { list }
        </div>
    }
}

/// The notes of all documents as a file, and the way back in.
fn notes(workbench: &Workbench) -> Html {
    html! { <Notes has_some={workbench.workspace.decisions != Decisions::default()} /> }
}

/// Whether there are notes to save.
#[derive(Properties, PartialEq)]
struct NotesProps {
    has_some: bool,
}

#[component]
fn Notes(props: &NotesProps) -> Html {
    let input = use_node_ref();
    let Some(workbench) = use_context::<Workbench>() else { return Html::default() };
    let language = workbench.language();
    let save = {
        let workspace = workbench.workspace.clone();
        Callback::from(move |_: MouseEvent| download(language.notes_file(), "application/json", &workspace.decisions.to_json()))
    };
    let press = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| input.cast::<HtmlInputElement>().iter().for_each(|input| input.click()))
    };
    html! {
        <section class="notes" aria-labelledby="notes-heading">
            <h3 id="notes-heading">{ language.notes() }</h3>
            <p class="hint">{ language.notes_hint() }</p>
            <div class="actions">
                if props.has_some { { button("button", language.save_notes(), save) } }
                { button("button", language.open_notes(), press) }
            </div>
            <input ref={&input} id="notes-file" hidden=true type="file" accept=".json,application/json" onchange={take(&workbench, &input)} />
        </section>
    }
}

fn take(workbench: &Workbench, input: &NodeRef) -> Callback<Event> {
    let (intake, input) = (workbench.intake.clone(), input.clone());
    Callback::from(move |_| {
        let Some(input) = input.cast::<HtmlInputElement>() else { return };
        let file = input.files().and_then(|files| files.item(0));
        file.into_iter().for_each(|file| intake.take_notes(file));
        // Choosing the same file again should be heard too.
        input.set_value("");
    })
}
