//! The wasm module that makes texts of files that are no plain text. It runs in the worker, beside the reader.

use begrotingskijker::message;
use wasm_bindgen::prelude::wasm_bindgen;

/// A file that is being taken apart.
#[wasm_bindgen]
pub struct Parcels(Box<dyn Iterator<Item = Vec<u8>>>);

#[wasm_bindgen]
impl Parcels {
    /// Opens a file.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self(Box::new(message::parcels(name, bytes)))
    }

    /// The next text in it, as the reader takes it; none after the last one.
    #[wasm_bindgen(js_name = next)]
    pub fn next_parcel(&mut self) -> Option<Vec<u8>> {
        self.0.next()
    }
}

fn main() {}
