//! The wasm module that reads. It runs in a worker and exports one function.

use rlsf::SmallGlobalTlsf;
use wasm_bindgen::prelude::wasm_bindgen;

/// Weighs half of what the standard library's own allocator weighs.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

/// Reads one file: its name and bytes in, one message out (see `begrotingskijker::message`).
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> Vec<u8> {
    begrotingskijker::message::reply(name, bytes)
}

fn main() {}
