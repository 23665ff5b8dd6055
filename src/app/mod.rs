//! The page: what is on it (plain data, tested natively), and how it is drawn (Yew).

pub mod beside;
pub mod comparing;
pub mod facts;
pub mod layout;
pub mod marking;
pub mod state;
pub mod digest;
pub mod verdicts;

#[cfg(feature = "page")]
pub mod comparer;
#[cfg(feature = "page")]
pub mod components;
#[cfg(feature = "page")]
pub mod describe;
#[cfg(feature = "page")]
pub mod download;
#[cfg(feature = "page")]
pub mod drop;
#[cfg(feature = "page")]
pub mod host;
#[cfg(feature = "page")]
pub mod intake;
#[cfg(feature = "page")]
pub mod page;
#[cfg(feature = "page")]
pub mod preferences;
#[cfg(feature = "page")]
pub mod start;
#[cfg(feature = "page")]
pub mod views;
#[cfg(feature = "page")]
pub mod workbench;
#[cfg(feature = "page")]
pub mod worker;

#[cfg(feature = "page")]
pub use host::Host;
#[cfg(feature = "page")]
pub use start::{Running, start};
