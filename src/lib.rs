//! **Begrotingskijker** reads the documents of a Dutch municipality's budget cycle and shows what they say.
//!
//! ```text
//! bytes ─ import ─▶ Source ─ blocks ─▶ Block tree ─ read ─▶ Document ─┬─ check ───▶ Findings ────┐
//!                   source             scan         layouts  document ├─ compare ─▶ Comparison ──┤
//!                                                                     └──────────────────────────┴─ export, chart, app
//! ```
//!
//! Each room knows those above it in this list and none below:

pub mod source; // text and place
pub mod import; // the bytes of a file to a source, or a refusal
pub mod document; // what people talk about: programmes, goals, partners, figures
pub mod scan; // one value at a time: amount, percentage, year, date, unit
pub mod ledger; // the arithmetic of a table: where its numbers stand, what adds up
pub mod blocks; // lines to headings, lists, tables, key figures
pub mod layouts; // what is special to one publishing system
pub mod read; // blocks to a document
pub mod publication; // which documents are pages of one
pub mod decisions; // what people decided about what was read
pub mod check; // what should hold in a document, and whether it does
pub mod compare; // several documents beside each other
pub mod chart; // figures to pictures
pub mod export; // a document to a file
pub mod message; // what the reading worker and the page say to each other
pub mod wording; // the languages of the interface
#[cfg(any(test, feature = "page"))]
pub mod app; // the page: state, views, components
#[cfg(feature = "cli")]
pub mod command; // the command: arguments to output

pub use check::check;
pub use compare::compare;
pub use export::to_json;
#[cfg(feature = "formats")]
pub use import::import;
pub use read::read;
