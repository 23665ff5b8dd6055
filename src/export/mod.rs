//! Documents to files: one file a format.

#[cfg(feature = "cli")]
pub mod csv;
pub mod json;

#[cfg(feature = "cli")]
pub use csv::to_csv;
pub use json::to_json;
