//! The wasm module that reads. It runs in a worker.

use begrotingskijker::message;
use rlsf::SmallGlobalTlsf;
use wasm_bindgen::prelude::wasm_bindgen;

/// Weighs half of what the standard library's own allocator weighs.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

/// Reads one file: its name and bytes in, one message out; none where the file is for the importer.
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    message::reply(name, bytes)
}

/// Reads one text that the importer made: what it handed over in, one message out.
#[wasm_bindgen(js_name = readParcel)]
pub fn read_parcel(parcel: &[u8]) -> Vec<u8> {
    message::reply_to_parcel(parcel)
}

fn main() {}
