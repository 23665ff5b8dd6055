//! The wasm module that compares documents and draws charts. It runs in a worker of its own.

use begrotingskijker::message::comparing;
use rlsf::SmallGlobalTlsf;
use wasm_bindgen::prelude::wasm_bindgen;

/// Weighs half of what the standard library's own allocator weighs.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

/// The documents at hand.
#[wasm_bindgen]
#[derive(Default)]
pub struct Desk(comparing::Desk);

#[wasm_bindgen]
impl Desk {
    /// A desk without documents.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a message of the reading worker under a number; whether it is understood.
    pub fn take(&mut self, number: u32, message: &[u8]) -> bool {
        self.0.take(number, message).is_ok()
    }

    /// Forgets a document.
    pub fn forget(&mut self, number: u32) {
        self.0.forget(number);
    }

    /// A question in, its answer out.
    pub fn answer(&mut self, question: &[u8]) -> Vec<u8> {
        self.0.answer(question)
    }
}

fn main() {}
