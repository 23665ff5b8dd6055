//! Documents to files: one file a format.

pub mod json;

pub use json::to_json;
