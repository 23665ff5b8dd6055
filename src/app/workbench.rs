//! What every view can reach: the workspace, its reducer, and the door for files.

use yew::prelude::*;

use super::{
    comparer::Comparer,
    comparing::Comparative,
    facts::Fact,
    intake::Intake,
    state::{Action, Place, Workspace},
};
use crate::wording::Language;

/// The workspace at hand.
#[derive(Clone, PartialEq)]
pub struct Workbench {
    /// The workspace and its reducer.
    pub workspace: UseReducerHandle<Workspace>,
    /// The door for files.
    pub intake: Intake,
    /// The one who compares.
    pub comparer: Comparer,
}

impl Workbench {
    /// The language of the interface.
    pub fn language(&self) -> Language {
        self.workspace.language
    }

    /// A callback that does an action, whatever the event says.
    pub fn on<E>(&self, action: impl Fn() -> Action + 'static) -> Callback<E> {
        let dispatch = self.workspace.dispatcher();
        Callback::from(move |_| dispatch.dispatch(action()))
    }

    /// A callback that opens a document at a place.
    pub fn open_at(&self, key: u32, place: Place) -> Callback<MouseEvent> {
        self.on(move || Action::OpenAt(key, place))
    }

    /// Something about comparing happens.
    pub fn compare(&self, action: Comparative) {
        self.workspace.dispatch(Action::Compare(action));
    }

    /// A callback that calls the door for files.
    pub fn on_intake<E>(&self, call: impl Fn(&Intake) + 'static) -> Callback<E> {
        let intake = self.intake.clone();
        Callback::from(move |_| call(&intake))
    }

    /// The fact that is chosen in the open document.
    pub fn chosen_fact(&self) -> Option<Fact> {
        let chosen = self.workspace.chosen?;
        Some(self.workspace.current()?.marks.get(chosen.mark)?.fact)
    }
}
