//! Texts that the tests of this room compare.

use super::{Comparison, compare};
use crate::{decisions::Decisions, document::Document, read::read, source::Source};

/// The sample set, in the order of `index.json`: budget 2024, accounts 2024, budget 2025 and coalition agreement of one
/// municipality, and the budget 2025 of its neighbour.
pub(super) const SAMPLES: [&str; 5] = [
    include_str!("../../static/samples/voorbeeldstad-begroting-2024.txt"),
    include_str!("../../static/samples/voorbeeldstad-jaarstukken-2024.txt"),
    include_str!("../../static/samples/voorbeeldstad-begroting-2025.txt"),
    include_str!("../../static/samples/voorbeeldstad-coalitieakkoord-2022-2026.txt"),
    include_str!("../../static/samples/voorbeeldwoude-begroting-2025.txt"),
];

/// Texts that were read.
pub(super) struct Texts(Vec<(Source, Document)>);

impl Texts {
    pub(super) fn read(texts: &[&str]) -> Self {
        let one = |(at, text): (usize, &&str)| {
            let source = Source::from_bytes(&format!("{at}.txt"), text.as_bytes());
            let document = read(&source);
            (source, document)
        };
        Self(texts.iter().enumerate().map(one).collect())
    }

    pub(super) fn all(&self) -> Vec<(&Source, &Document)> {
        self.0.iter().map(|(source, document)| (source, document)).collect()
    }

    pub(super) fn compared(&self) -> Comparison {
        compare(&self.all(), &Decisions::default())
    }
}
