//! When the page was built and its data exported.

use super::page::Page;
use crate::{document::Stamps, layouts::Layout};

/// The last stamps of the text, from the layouts that print them.
pub(super) fn stamps(page: &Page<'_>, layouts: &[&dyn Layout]) -> Stamps {
    let mut stamps = Stamps::default();
    for block in page.blocks {
        for layout in layouts {
            let found = layout.stamps(page.words(block.span), block.span.start as usize);
            stamps.built = found.built.or(stamps.built);
            stamps.exported = found.exported.or(stamps.exported);
        }
    }
    stamps
}
