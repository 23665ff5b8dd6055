//! Documents to files: one file a format.

mod contents;
#[cfg(feature = "cli")]
pub mod csv;
#[cfg(test)]
mod example;
pub mod json;

pub use contents::{Checked, Contents};
#[cfg(feature = "cli")]
pub use csv::{comparison_to_csv, figures_to_csv, findings_to_csv};
pub use json::to_json;
