//! Portal pages that end in a stamp: when the page was built, and from which export.

use super::Layout;
use crate::{
    document::{DateTime, Stamps},
    scan,
    source::{Span, Spanned},
};

/// See the module.
pub(super) struct BuiltPages;

const BUILT: &str = "Deze pagina is gebouwd op ";
const EXPORTED: &str = "met de export van ";

impl Layout for BuiltPages {
    fn name(&self) -> &'static str {
        "built-pages"
    }

    fn recognises(&self, text: &str) -> bool {
        text.contains(BUILT)
    }

    fn is_furniture(&self, line: &str) -> bool {
        line.starts_with(BUILT) || line.eq_ignore_ascii_case("ga terug")
    }

    fn stamps(&self, line: &str, base: usize) -> Stamps {
        Stamps { built: moment_after(line, BUILT, base), exported: moment_after(line, EXPORTED, base) }
    }
}

fn moment_after(line: &str, words: &str, base: usize) -> Option<Spanned<DateTime>> {
    let start = line.find(words)? + words.len();
    let moment = scan::moment(&line[start..]).filter(|moment| moment.start == 0)?;
    Some(Spanned::new(moment.value, Span::new(base + start, base + start + moment.end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_stamps_are_read() {
        let line = "Deze pagina is gebouwd op 10/02/2023 09:12:44 met de export van 10/02/2023 09:01:30";
        let stamps = BuiltPages.stamps(line, 100);
        let built = stamps.built.map(|stamp| (stamp.value.month, stamp.value.day, stamp.span));
        assert_eq!(built, Some((10, 2, Span::new(126, 145))));
        assert_eq!(stamps.exported.map(|stamp| stamp.value.minute), Some(1));
    }

    #[test]
    fn half_a_stamp_is_half_read() {
        let stamps = BuiltPages.stamps("Deze pagina is gebouwd op 10/02/2023 09:12:44", 0);
        assert!(stamps.built.is_some() && stamps.exported.is_none());
        assert_eq!(BuiltPages.stamps("Deze pagina is gebouwd op maandag", 0), Stamps::default());
    }
}
