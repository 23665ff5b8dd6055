//! What is special to one publishing system's export: one file a layout, each behind one small trait.
//!
//! Layouts know a system by the marks that it leaves, never by a municipality's words. What all exports have in common is
//! read without them.

mod built_pages;
mod navigation_echo;
mod printed_pages;
mod progress_cards;
mod web_pages;

use crate::{blocks::Block, document::Stamps};

/// A publishing system's way of exporting.
pub trait Layout: Sync {
    /// The stable name in exports.
    fn name(&self) -> &'static str;

    /// Whether the text bears its marks.
    fn recognises(&self, text: &str) -> bool;

    /// Whether a line is the system's own, not the document's.
    fn is_furniture(&self, _line: &str) -> bool {
        false
    }

    /// The stamps on a line of its own; offsets count from `base`.
    fn stamps(&self, _line: &str, _base: usize) -> Stamps {
        Stamps::default()
    }
}

/// Every layout.
pub const LAYOUTS: [&dyn Layout; 5] = [
    &built_pages::BuiltPages,
    &navigation_echo::NavigationEcho,
    &printed_pages::PrintedPages,
    &progress_cards::ProgressCards,
    &web_pages::WebPages,
];

/// The number that a line of its own prints as its page's.
pub fn printed_page(line: &str) -> Option<u32> {
    printed_pages::printed_page(line)
}

/// Makes a heading of each line that a link back to the menu names.
pub fn mark_echoed(text: &str, blocks: &mut Vec<Block>) {
    navigation_echo::mark_echoed(text, blocks);
}

/// The layouts whose marks a text bears.
pub fn recognised(text: &str) -> Vec<&'static dyn Layout> {
    LAYOUTS.into_iter().filter(|layout| layout.recognises(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_marks_has_no_layout() {
        assert!(recognised("Begroting 2024\n\nLasten € 12").is_empty());
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = LAYOUTS.iter().map(|layout| layout.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), LAYOUTS.len());
    }
}
