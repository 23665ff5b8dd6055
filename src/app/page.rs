//! The page as a whole: what holds for every view.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, KeyboardEvent, window};
use yew::prelude::*;

use super::{
    comparer::Comparer,
    components::{
        announcer::announcer, header::header, notices::notices, progress::progress_bar, sidebar::Sidebar, undo::undo_bar,
    },
    host::Host,
    intake::Intake,
    preferences,
    state::{Action, View, Workspace},
    views::{all_partners::all_partners_view, compare::compare_view, document::document_view, start::StartView},
    workbench::Workbench,
};

/// What the page needs from outside.
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// The loader's side.
    pub host: Host,
}

/// The whole page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let workspace = use_reducer(|| Workspace::new(preferences::language(), preferences::theme()));
    let comparer = use_comparer(&props.host, &workspace);
    let intake = use_intake(&props.host, &workspace, &comparer);
    use_memory(&props.host, &workspace);
    use_comparison(&workspace, &comparer);
    let is_dragging = use_drop(&intake);
    use_undo_key(&workspace);

    let language = workspace.language;
    let theme = format!("theme-{}", workspace.theme.name());
    let main = use_node_ref();
    let workbench = Workbench { workspace: workspace.clone(), intake, comparer };
    html! {
        <ContextProvider<Workbench> context={workbench.clone()}>
            <div class={classes!("kijker", theme)} lang={language.code()}>
                <div class="room">
                { header(&workbench, skip_to(&main)) }
                <div class={classes!("frame", (!workspace.documents.is_empty()).then_some("with-sidebar"))}>
                    if !workspace.documents.is_empty() { <Sidebar /> }
                    <main class="main" id="main" tabindex="-1" ref={main}>
                        { undo_bar(&workbench) }
                        { progress_bar(&workbench) }
                        { notices(&workbench) }
                        { view(&workbench) }
                    </main>
                </div>
                </div>
                if *is_dragging { <div class="drop-overlay"><p>{ language.drop_now() }</p></div> }
                { announcer(&workbench) }
            </div>
        </ContextProvider<Workbench>>
    }
}

fn view(workbench: &Workbench) -> Html {
    match workbench.workspace.view {
        View::Start => html! { <StartView /> },
        View::Compare => compare_view(workbench),
        View::AllPartners => all_partners_view(workbench),
        _ => document_view(workbench),
    }
}

#[hook]
fn use_comparer(host: &Host, workspace: &UseReducerHandle<Workspace>) -> Comparer {
    let dispatch = workspace.dispatcher();
    let comparer = use_memo((), |()| Comparer::new(host.clone(), Callback::from(move |action| dispatch.dispatch(action))));
    Comparer::clone(&comparer)
}

/// Compares what is open as long as a screen shows it, once reading is over.
#[hook]
fn use_comparison(workspace: &UseReducerHandle<Workspace>, comparer: &Comparer) {
    let kept = comparer.clone();
    let keys: Vec<u32> = workspace.kept_keys();
    use_effect_with(keys, move |keys| kept.remain(keys));

    let asks = workspace.view.is_of_several() && workspace.progress.waiting.is_empty();
    let asker = comparer.clone();
    use_effect_with((asks, workspace.documents.clone(), workspace.decisions.clone()), move |(asks, documents, decisions)| {
        if *asks {
            asker.compare(documents, decisions);
        }
    });
    // Asked anew for each comparison: what was asked before it got lost with the worker, or is of other documents.
    let (asker, unpaired) = (comparer.clone(), workspace.comparing.unpaired());
    use_effect_with((asks, unpaired, workspace.comparing.compared.clone()), move |(asks, unpaired, _)| {
        if let (true, Some(two)) = (asks, unpaired) {
            asker.pair(*two);
        }
    });
}

#[hook]
fn use_intake(host: &Host, workspace: &UseReducerHandle<Workspace>, comparer: &Comparer) -> Intake {
    let dispatch = workspace.dispatcher();
    let intake =
        use_memo((), |()| Intake::new(host.clone(), Callback::from(move |action| dispatch.dispatch(action)), comparer.clone()));
    let resumed = Intake::clone(&intake);
    use_effect_with((), move |()| resumed.resume());
    Intake::clone(&intake)
}

/// Keeps the loader and the browser's storage up to date.
#[hook]
fn use_memory(host: &Host, workspace: &UseReducerHandle<Workspace>) {
    let keys = (workspace.live_keys(), workspace.removed_keys());
    let told = host.clone();
    use_effect_with((keys, workspace.language, workspace.theme), move |((live, removed), language, theme)| {
        told.remain(live.clone(), removed.clone());
        told.speaks(language.code());
        preferences::remember_language(*language);
        preferences::remember_theme(*theme);
    });
}

/// Makes the whole page a place to drop files on; whether something is being dragged over it.
#[hook]
fn use_drop(intake: &Intake) -> UseStateHandle<bool> {
    let is_dragging = use_state(|| false);
    let (intake, dragging) = (intake.clone(), is_dragging.setter());
    use_effect_with((), move |()| {
        let on = |name: &'static str, hear: Box<dyn Fn(&DragEvent)>| {
            let target = window()?;
            let options = EventListenerOptions::enable_prevent_default();
            let listener = EventListener::new_with_options(&target, name, options, move |event| {
                event.dyn_ref::<DragEvent>().filter(|event| holds_files(event)).into_iter().for_each(&hear);
            });
            Some(listener)
        };
        let (over, out, dropped) = (dragging.clone(), dragging.clone(), dragging);
        let listeners = [
            on(
                "dragover",
                Box::new(move |event| {
                    event.prevent_default();
                    over.set(true);
                }),
            ),
            on(
                "dragleave",
                Box::new(move |event| {
                    if event.related_target().is_none() {
                        out.set(false);
                    }
                }),
            ),
            on(
                "drop",
                Box::new(move |event| {
                    event.prevent_default();
                    dropped.set(false);
                    event.data_transfer().into_iter().for_each(|transfer| intake.take_drop(&transfer));
                }),
            ),
        ];
        move || drop(listeners)
    });
    is_dragging
}

fn holds_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

/// Ctrl-Z brings back what was removed, except where it belongs to a text field.
#[hook]
fn use_undo_key(workspace: &UseReducerHandle<Workspace>) {
    let dispatch = workspace.dispatcher();
    use_effect_with((), move |()| {
        let listener = window().map(|window| {
            EventListener::new(&window, "keydown", move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(is_undo) && !is_in_text_field(event) {
                    dispatch.dispatch(Action::Undo);
                }
            })
        });
        move || drop(listener)
    });
}

fn is_undo(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && !event.shift_key() && event.key().eq_ignore_ascii_case("z")
}

fn is_in_text_field(event: &Event) -> bool {
    let target = event.composed_path().get(0);
    target.dyn_ref::<Element>().is_some_and(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT"))
}

/// A link to a fragment does not reach into a shadow root: a button moves the focus instead.
fn skip_to(target: &NodeRef) -> Callback<MouseEvent> {
    let target = target.clone();
    Callback::from(move |_| {
        target.cast::<web_sys::HtmlElement>().into_iter().for_each(|element| drop(element.focus()));
    })
}
