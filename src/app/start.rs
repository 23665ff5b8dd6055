//! The page comes to life in an element, and ends when the element leaves.

use std::panic;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use super::{
    host::Host,
    page::{Page, PageProps},
};

/// A page that runs in an element.
#[wasm_bindgen]
pub struct Running(AppHandle<Page>);

#[wasm_bindgen]
impl Running {
    /// Ends the page and empties its element.
    pub fn stop(self) {
        self.0.destroy();
    }
}

/// Draws the page in an element; a panic is told to the loader, which knows a way on.
pub fn start(root: Element, host: Host) -> Running {
    let told = host.clone();
    panic::set_hook(Box::new(move |panic| told.crashed(&panic.to_string())));
    Running(Renderer::<Page>::with_root_and_props(root, PageProps { host }).render())
}
