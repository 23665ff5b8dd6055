//! What was promised beside what is said of it later.
//!
//! A promise is paired with the passage of the later text that has the most words with it, where rare words count for
//! more. Words are compared by their stems, so that `leerwerkplek` is found in `leerwerkplekken`. The words that both have
//! are kept: they are the whole reason why two passages stand beside each other, and people can see whether it is a good one.

mod index;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::{
    index::{Index, Told},
    words::{Vocabulary, Word},
};
use super::{
    Volume,
    sentences::{self, Section},
};
use crate::{
    document::{Document, Kind},
    scan::words::folded,
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

/// What the left volume promises, beside the passage of the right one that speaks of it, in the order of the left texts:
/// first what is stated as a promise, then what else was found again.
///
/// Goals and measures are promises. A coalition agreement that has none set apart promises in every sentence. Of the running
/// text of other documents only those passages are given that something was found for: most of it describes and promises
/// nothing.
pub(super) fn promises(documents: &[(&Source, &Document)], left: &Volume, right: &Volume) -> Vec<Promise> {
    let mut teller = Teller { documents, vocabulary: Vocabulary::new(), programmes: BTreeMap::new() };
    teller.add_names(left);
    teller.add_names(right);
    let said = teller.tell(said(documents, right));
    let stated = teller.tell(promised(documents, left, true));
    let described = teller.tell(promised(documents, left, false));
    let index = Index::of(&said, &stated, &teller.vocabulary);
    let of_described = described.iter().map(|promise| index.promise(promise)).filter(|promise| promise.found.is_some());
    stated.iter().map(|promise| index.promise(promise)).chain(of_described).collect()
}

/// What a volume promises: what its texts state as promises, or what the others of its texts say.
fn promised(documents: &[(&Source, &Document)], volume: &Volume, stated: bool) -> Vec<(usize, Section)> {
    let texts = texts(documents, volume).filter(|(_, _, document)| states_promises(document) == stated);
    let sections = texts.map(|(at, source, document)| {
        let policy = sentences::policy(document);
        (at, if policy.is_empty() { sentences::prose(source, document) } else { policy })
    });
    sections.flat_map(|(at, sections)| sections.into_iter().map(move |section| (at, section))).collect()
}

/// Whether a document sets its promises apart, or is one promise after the other.
fn states_promises(document: &Document) -> bool {
    let is_agreement = document.kind.is_some_and(|kind| kind.value == Kind::CoalitionAgreement);
    is_agreement || !document.goals.is_empty() || !document.measures.is_empty()
}

/// Everything that a volume says.
fn said(documents: &[(&Source, &Document)], volume: &Volume) -> Vec<(usize, Section)> {
    let texts = texts(documents, volume);
    let of_text = texts.flat_map(|(at, source, document)| {
        let sections = sentences::policy(document).into_iter().chain(sentences::prose(source, document));
        sections.map(move |section| (at, section))
    });
    of_text.collect()
}

/// The texts of a volume, with their places among the documents.
fn texts<'a>(
    documents: &[(&'a Source, &'a Document)],
    volume: &Volume,
) -> impl Iterator<Item = (usize, &'a Source, &'a Document)> {
    let found = volume.documents.iter().filter_map(|&at| documents.get(at).map(|&(source, document)| (at, source, document)));
    found.collect::<Vec<_>>().into_iter()
}

/// Reads passages to words.
struct Teller<'a> {
    documents: &'a [(&'a Source, &'a Document)],
    vocabulary: Vocabulary,
    /// A number for each name of a programme.
    programmes: BTreeMap<String, usize>,
}

impl Teller<'_> {
    fn add_names(&mut self, volume: &Volume) {
        texts(self.documents, volume).for_each(|(_, _, document)| self.vocabulary.add_names(document));
    }

    fn tell(&mut self, sections: Vec<(usize, Section)>) -> Vec<Told> {
        let mut told = Vec::with_capacity(sections.len());
        for (at, section) in sections {
            let (source, document) = self.documents[at];
            told.push(Told {
                passage: Passage { document: at, span: section.span },
                programme: section.programme.and_then(|at| Some(self.number(&document.programmes.get(at)?.name))),
                units: self.units(&source.text, section.span),
            });
        }
        told
    }

    /// The words of the whole, and those of each sentence where it has several.
    fn units(&mut self, text: &str, span: Span) -> Vec<Vec<Word>> {
        let all = sentences::sentences(text, span);
        let several = if all.len() > 1 { all } else { Vec::new() };
        [span].into_iter().chain(several).map(|unit| self.vocabulary.words(unit.of(text))).collect()
    }

    /// A number for a programme, by its name.
    fn number(&mut self, programme: &str) -> usize {
        let next = self.programmes.len();
        *self.programmes.entry(folded(programme)).or_insert(next)
    }
}
