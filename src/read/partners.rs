//! Organisations outside the municipality.
use super::page::Page;
use crate::document::{Municipality, Partner};
pub(super) fn partners(_page: &Page<'_>, _own: Option<&Municipality>) -> Vec<Partner> { Vec::new() }
