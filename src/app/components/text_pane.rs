//! The text as printed with every fact marked in place: choosing a fact scrolls here, choosing a mark shows the fact.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::{choosable::closest, fact_card::fact_card, filter::filter, text_chunk::TextChunk};
use crate::{
    app::{
        facts::Step,
        state::{Action, Aim, Choice, ChosenIn, Loaded},
        workbench::Workbench,
    },
    source::Span,
};

/// How long the browser gets to lay out what a scroll brought into sight, before the place is corrected.
const SETTLING_MILLIS: u32 = 60;

/// The text of the open document.
#[component]
pub fn TextPane() -> Html {
    let pane = use_node_ref();
    let Some(workbench) = use_context::<Workbench>() else { return Html::default() };
    let workspace = &workbench.workspace;
    use_scroll(&pane, workspace.chosen);
    use_aim(&pane, workspace.aim);
    let Some(loaded) = workspace.current() else { return Html::default() };
    let language = workbench.language();
    html! {
        <div class="text">
            <div class="text-head">
                <h2 id="text-heading">{ language.text() }</h2>
                { filter(&workbench, loaded) }
            </div>
            <p id="text-hint" class="hidden">{ language.text_hint() }</p>
            <div class="pages" ref={pane} role="region" aria-labelledby="text-heading" aria-describedby="text-hint" tabindex="0"
                lang="nl" onclick={choose_in_text(&workbench)} onkeydown={walk(&workbench)}>
                { for chunks(&workbench, loaded) }
            </div>
            { fact_card(&workbench) }
        </div>
    }
}

fn chunks(workbench: &Workbench, loaded: &Rc<Loaded>) -> Vec<Html> {
    let workspace = &workbench.workspace;
    let chosen = workspace.chosen.map(|choice| choice.mark);
    let tab_stop = chosen.or_else(|| loaded.marks.step(None, Step::Next, workspace.shown));
    let place = |mark: Option<usize>| mark.and_then(|mark| loaded.marks.get(mark)).map(|mark| mark.span);
    let (chosen_span, stop_span) = (place(chosen), place(tab_stop));
    let aim = workspace.aim.map(|aim| aim.span);
    let chunk = |lines: std::ops::Range<usize>| {
        let (span, first) = (span_of(loaded, &lines), lines.start);
        let touches = |mark: Option<usize>, place: Option<Span>| mark.filter(|_| place.is_some_and(|place| place.overlaps(span)));
        html! {
            <TextChunk key={first} loaded={Rc::clone(loaded)} chosen={touches(chosen, chosen_span)}
                tab_stop={touches(tab_stop, stop_span)} aim={aim.filter(|aim| aim.overlaps(span))} shown={workspace.shown} language={workspace.language} {lines} />
        }
    };
    loaded.layout.chunks().map(chunk).collect()
}

fn span_of(loaded: &Loaded, lines: &std::ops::Range<usize>) -> Span {
    let lines = &loaded.layout.lines[lines.clone()];
    lines.iter().map(|line| line.span).reduce(Span::to).unwrap_or_default()
}

/// A click chooses the shortest mark under it; a second click on the same words goes on to the next one around it.
fn choose_in_text(workbench: &Workbench) -> Callback<MouseEvent> {
    let workspace = workbench.workspace.clone();
    Callback::from(move |event: MouseEvent| {
        let target = event.target().and_then(|target| closest(&target, "[data-marks]"));
        let mark = target.and_then(|element| next_mark(&element, workspace.chosen));
        if let Some(mark) = mark {
            workspace.dispatch(Action::ChooseMark(mark));
        }
    })
}

fn next_mark(element: &Element, chosen: Option<Choice>) -> Option<usize> {
    let attribute = element.get_attribute("data-marks")?;
    let marks: Vec<usize> = attribute.split(' ').filter_map(|mark| mark.parse().ok()).collect();
    let place = chosen.and_then(|choice| marks.iter().position(|&mark| mark == choice.mark));
    let next = place.map_or(0, |place| (place + 1) % marks.len().max(1));
    marks.get(next).copied()
}

fn walk(workbench: &Workbench) -> Callback<KeyboardEvent> {
    let workspace = workbench.workspace.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let on_mark = event.target().and_then(|target| closest(&target, "[data-marks]"));
        let action = match (event.key().as_str(), &on_mark) {
            ("n", _) | ("ArrowDown", Some(_)) => Action::Walk(Step::Next),
            ("p", _) | ("ArrowUp", Some(_)) => Action::Walk(Step::Previous),
            ("Escape", _) => Action::Unchoose,
            ("Enter" | " ", Some(element)) => match next_mark(element, workspace.chosen) {
                Some(mark) => Action::ChooseMark(mark),
                None => return,
            },
            _ => return,
        };
        event.prevent_default();
        workspace.dispatch(action);
    })
}

/// Scrolls to what was chosen: the words after a choice in a list, the entry in its list after a choice in the text.
#[hook]
fn use_scroll(pane: &NodeRef, chosen: Option<Choice>) {
    let pane = pane.clone();
    use_effect_with(chosen, move |chosen| {
        let settled = chosen.zip(pane.cast::<HtmlElement>()).map(|(choice, pane)| {
            scroll_to_choice(&pane, choice);
            Timeout::new(SETTLING_MILLIS, move || scroll_to_choice(&pane, choice))
        });
        move || drop(settled)
    });
}

/// Scrolls to the words that were pointed at, and moves the focus to the text: what pointed at them is gone.
#[hook]
fn use_aim(pane: &NodeRef, aim: Option<Aim>) {
    let pane = pane.clone();
    use_effect_with(aim, move |aim| {
        let settled = aim.and_then(|_| pane.cast::<HtmlElement>()).map(|pane| {
            focus_quietly(&pane);
            scroll_to_aim(&pane);
            Timeout::new(SETTLING_MILLIS, move || scroll_to_aim(&pane))
        });
        move || drop(settled)
    });
}

fn scroll_to_aim(pane: &HtmlElement) {
    let line = pane.query_selector(".aimed-at").ok().flatten();
    line.into_iter().for_each(|line| bring_into_sight(pane, &line));
}

fn scroll_to_choice(pane: &HtmlElement, choice: Choice) {
    let Ok(Some(mark)) = pane.query_selector(&format!("[data-marks~='{}']", choice.mark)) else { return };
    let was_in_text = focus_is_in(pane);
    bring_into_sight(pane, &mark);
    let is_lost = match choice.place {
        ChosenIn::List => focus_is_lost(pane),
        ChosenIn::Text => false,
        ChosenIn::Elsewhere => true,
    };
    if was_in_text || is_lost {
        focus_quietly(&mark);
    }
    if choice.place != ChosenIn::List {
        show_nearest(pane, ".panel [aria-pressed='true']");
    }
    show_nearest(pane, ".fact-card");
}

/// Scrolls the pane alone where it scrolls by itself, so that the page around it stays where it is.
fn bring_into_sight(pane: &HtmlElement, mark: &Element) {
    if pane.scroll_height() <= pane.client_height() + 1 {
        if pane.client_height() > 0 {
            scroll_into_view(mark, web_sys::ScrollLogicalPosition::Center);
        }
        return;
    }
    let (frame, words) = (pane.get_bounding_client_rect(), mark.get_bounding_client_rect());
    let is_in_sight = words.top() >= frame.top() + 24.0 && words.bottom() <= frame.bottom() - 24.0;
    if !is_in_sight {
        let third = f64::from(pane.client_height()) / 3.0;
        pane.scroll_by_with_x_and_y(0.0, words.top() - frame.top() - third);
    }
}

/// Brings a part of the document into sight with as little movement as there can be.
fn show_nearest(pane: &HtmlElement, selector: &str) {
    let document = pane.closest(".document").ok().flatten();
    let part = document.and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(part) = part {
        open_around(&part);
        scroll_into_view(&part, web_sys::ScrollLogicalPosition::Nearest);
    }
}

/// What is folded away around the chosen entry folds open.
fn open_around(part: &Element) {
    let details = part.closest("details").ok().flatten();
    if let Some(details) = details {
        drop(details.set_attribute("open", ""));
    }
}

fn scroll_into_view(element: &Element, block: web_sys::ScrollLogicalPosition) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn focus_is_in(pane: &HtmlElement) -> bool {
    pane.matches(":focus-within").unwrap_or_default()
}

/// Whether the list with the focus went out of sight, as it does where there is room for one half only.
fn focus_is_lost(pane: &HtmlElement) -> bool {
    let facts = pane.closest(".document").ok().flatten().and_then(|document| document.query_selector(".facts").ok().flatten());
    facts.is_some_and(|facts| facts.client_height() == 0)
}

fn focus_quietly(element: &Element) {
    use wasm_bindgen::JsCast;
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.dyn_ref::<HtmlElement>().into_iter().for_each(|element| drop(element.focus_with_options(&options)));
}
