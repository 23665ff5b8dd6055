//! The screens: one file each, one variant of [`crate::app::state::View`] each.

pub mod all_partners;
pub mod compare;
pub mod document;
pub mod start;

pub mod checks;
pub mod doubts;
pub mod figures;
pub mod overview;
pub mod partners;
pub mod programmes;
