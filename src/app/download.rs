//! A file that the page made, handed over to keep. Nothing is sent: the browser takes it from the page's own memory.

use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

/// The time that a browser gets to take the file, in milliseconds.
const TAKING_MILLIS: u32 = 60_000;

/// Hands over a text as a file; nothing where the browser refuses.
pub fn download(name: &str, media_type: &str, text: &str) {
    let Some(address) = address_of(media_type, text) else { return };
    if let Some(link) = link() {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    Timeout::new(TAKING_MILLIS, move || drop(Url::revoke_object_url(&address))).forget();
}

fn address_of(media_type: &str, text: &str) -> Option<String> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

fn link() -> Option<HtmlAnchorElement> {
    window()?.document()?.create_element("a").ok()?.dyn_into().ok()
}
