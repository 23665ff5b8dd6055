//! What the loader, outside wasm, does for the page.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::{Blob, Worker};

#[wasm_bindgen]
extern "C" {
    /// The loader's side of one element.
    #[derive(Debug, Clone, PartialEq)]
    pub type Host;

    /// A fresh reading worker, from the one that the loader keeps ready.
    #[wasm_bindgen(method, catch, js_name = takeWorker)]
    pub fn take_worker(this: &Host) -> Result<Worker, JsValue>;

    /// A fresh comparing worker.
    #[wasm_bindgen(method, catch, js_name = takeComparer)]
    pub fn take_comparer(this: &Host) -> Result<Worker, JsValue>;

    /// Keeps a file for the way back after a crash.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Host, key: u32, name: &str, file: &Blob);

    /// Says which kept files are in use and which an undo may bring back; all others are forgotten.
    #[wasm_bindgen(method)]
    pub fn remain(this: &Host, live: Vec<u32>, removed: Vec<u32>);

    /// The files that were in use: `[key, name, file]` each.
    #[wasm_bindgen(method)]
    pub fn kept(this: &Host) -> Array;

    /// Fetches the sample set: a list of files.
    #[wasm_bindgen(method)]
    pub fn samples(this: &Host) -> Promise;

    /// Tells the loader that the page cannot go on.
    #[wasm_bindgen(method)]
    pub fn crashed(this: &Host, message: &str);

    /// Says which language the page is in, for words that the loader has to say itself.
    #[wasm_bindgen(method)]
    pub fn speaks(this: &Host, language: &str);
}
