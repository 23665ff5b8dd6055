//! What was promised beside what is said of it later.
//!
//! A promise is paired with the passage of the later text that has the most words with it, where rare words count for
//! more. Words are compared by their stems, so that `leerwerkplek` is found in `leerwerkplekken`. The words that both have
//! are kept: they are the whole reason why two passages stand beside each other, and people can see whether it is a good one.

mod index;
mod split;
mod words;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use self::{index::Index, words::Reader};
use super::Volume;
use crate::{
    document::{Document, Kind},
    source::{Source, Span},
};

/// A goal, a measure or a passage of one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Passage {
    /// Counts in the documents that are compared.
    pub document: usize,
    /// Where it stands.
    pub span: Span,
}

/// A promise and what is said of it later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// What was promised.
    pub promise: Passage,
    /// What is said of it; none where nothing was found.
    pub found: Option<Passage>,
    /// How alike they are: 0 to 100.
    pub likeness: u8,
    /// The words that both have, in the form of the promise, the rarest first: why they were paired.
    pub shared: Vec<String>,
}

/// What the left volume promises, beside the passage of the right one that speaks of it, in the order of the left texts.
///
/// Goals and measures are promises. A coalition agreement that has none set apart promises in every sentence. Of the running
/// text of other documents only those passages are given that something was found for: most of it describes and promises
/// nothing.
pub(super) fn promises(documents: &[(&Source, &Document)], left: &Volume, right: &Volume) -> Vec<Promise> {
    let mut reader = Reader::new();
    let index = Index::of(documents, &right.documents, &mut reader);
    let mut promises = Vec::new();
    for &at in &left.documents {
        let Some(&(source, document)) = documents.get(at) else { continue };
        let stated = split::policy(document);
        let is_stated = !stated.is_empty();
        let keeps_unfound = is_stated || document.kind.is_some_and(|kind| kind.value == Kind::CoalitionAgreement);
        let spans = if is_stated { stated } else { split::prose(source, document) };
        let of_document = spans.into_iter().map(|span| {
            let words = reader.words(source.cut(span));
            index.promise(Passage { document: at, span }, &words)
        });
        promises.extend(of_document.filter(|promise| keeps_unfound || promise.found.is_some()));
    }
    promises
}
