//! Which passage has the most words with another: an inverted index.

use std::collections::BTreeMap;

use super::{
    Passage, Promise, split,
    words::{Reader, Word},
};
use crate::{
    document::Document,
    source::{Source, sort_by_rank},
};

/// A word that stands in more passages than this tells nothing, and would cost more than it is worth.
const MOST_PASSAGES: usize = 200;

/// What two passages must have in common, of 100, to be about the same thing.
const LEAST_LIKENESS: u64 = 30;

/// The passages of a volume by their words.
pub(super) struct Index {
    passages: Vec<Passage>,
    /// What the words of each passage weigh together.
    weights: Vec<u64>,
    /// For each stem the passages that have it, in rising order.
    places: BTreeMap<usize, Vec<usize>>,
}

impl Index {
    pub(super) fn of(documents: &[(&Source, &Document)], volume: &[usize], reader: &mut Reader) -> Self {
        let mut index = Self { passages: Vec::new(), weights: Vec::new(), places: BTreeMap::new() };
        let mut words = Vec::new();
        for &document in volume {
            let Some(&(source, read)) = documents.get(document) else { continue };
            for span in split::policy(read).into_iter().chain(split::prose(source, read)) {
                let of_passage = reader.words(source.cut(span));
                for word in &of_passage {
                    index.places.entry(word.stem).or_default().push(index.passages.len());
                }
                index.passages.push(Passage { document, span });
                words.push(of_passage);
            }
        }
        index.weights = words.iter().map(|words| index.weight_of(words)).collect();
        index
    }

    /// What the passage that is most like a promise says of it.
    pub(super) fn promise(&self, promise: Passage, words: &[Word]) -> Promise {
        let mut shared: BTreeMap<usize, u64> = BTreeMap::new();
        for word in words {
            for &passage in self.places(word.stem) {
                *shared.entry(passage).or_default() += self.weight(word.stem);
            }
        }
        let own = self.weight_of(words);
        let mut best = (0, 0);
        for (&passage, &weight) in &shared {
            let likeness = weight * 100 / (own * self.weights[passage]).isqrt().max(1);
            if likeness > best.0 {
                best = (likeness, passage);
            }
        }
        let (likeness, passage) = best;
        if likeness < LEAST_LIKENESS {
            return Promise { promise, found: None, likeness: 0, shared: Vec::new() };
        }
        let mut common: Vec<&Word> = words.iter().filter(|word| self.places(word.stem).binary_search(&passage).is_ok()).collect();
        sort_by_rank(&mut common, |word| self.places(word.stem).len() as u64);
        let shared = common.into_iter().map(|word| word.printed.clone()).collect();
        Promise { promise, found: Some(self.passages[passage]), likeness: likeness.min(100) as u8, shared }
    }

    fn places(&self, stem: usize) -> &[usize] {
        self.places.get(&stem).filter(|places| places.len() <= MOST_PASSAGES).map_or(&[], Vec::as_slice)
    }

    fn weight_of(&self, words: &[Word]) -> u64 {
        words.iter().map(|word| self.weight(word.stem)).sum()
    }

    /// What a word weighs: the more, the fewer passages have it.
    fn weight(&self, stem: usize) -> u64 {
        let count = self.places.get(&stem).map_or(1, Vec::len);
        if count > MOST_PASSAGES { 0 } else { sixteenths_of_log2((self.passages.len() + 1) as u64 / count as u64) }
    }
}

/// The logarithm to base 2 in sixteenths, in whole numbers: the same on every machine.
fn sixteenths_of_log2(number: u64) -> u64 {
    let whole = number.max(1).ilog2();
    u64::from(whole) * 16 + ((number << 4 >> whole) & 15)
}
