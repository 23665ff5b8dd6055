//! The wasm module that draws the page. The loader calls its one export for each element.

use begrotingskijker::app::{self, Host, Running};
use rlsf::SmallGlobalTlsf;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// Weighs half of what the standard library's own allocator weighs.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

/// Draws the page in an element.
#[wasm_bindgen]
pub fn start(root: Element, host: Host) -> Running {
    app::start(root, host)
}

fn main() {}
