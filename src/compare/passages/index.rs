//! Which passage has the most words with another: an inverted index.
//!
//! A word weighs in sixteenths of a bit. The fewer passages have it, the more it weighs; and a long word weighs more than a
//! short one, since in a small text every word is rare, but in Dutch the long ones are those that few texts have. A name
//! weighs half: that two passages name one partner does not make them speak of one thing.

use std::collections::BTreeMap;

use super::{
    Passage, Promise,
    words::{Vocabulary, Word},
};
use crate::source::sort_by_rank;

/// A word that stands in more units than this weighs nothing: looking them all up would cost more than it tells.
const MOST_PLACES: usize = 400;

/// How alike two passages are that speak of the same thing, of 100. Looked for on budgets, accounts and agreements of one
/// municipality, where true pairs begin, and of several, where chance ones end.
const LEAST_LIKENESS: u64 = 36;

/// How much more alike two passages are when they stand under the same programme.
const SAME_PROGRAMME: u64 = 4;

/// What shared words must weigh beyond what the best of so many units shares by chance.
const BEYOND_CHANCE: u64 = 4 * SIXTEENTHS;

/// What a letter weighs.
const LETTER: u64 = SIXTEENTHS / 2;

/// More letters say no more.
const MOST_LETTERS: u64 = 12;

const SIXTEENTHS: u64 = 16;

/// A passage with the words that tell what it is about.
pub(super) struct Told {
    pub(super) passage: Passage,
    /// The number of the programme that it stands under, the same for programmes of one name.
    pub(super) programme: Option<usize>,
    /// Its units: the whole, and each sentence of several. A long passage may speak of the same thing in one sentence only.
    pub(super) units: Vec<Vec<Word>>,
}

/// Passages in which what was promised is looked for.
pub(super) struct Index<'a> {
    told: &'a [Told],
    /// For each unit its passage.
    passages: Vec<usize>,
    /// For each stem the units that have it, in rising order.
    places: Vec<Vec<usize>>,
    /// For each stem what it weighs.
    weights: Vec<u64>,
    /// For each unit what its words weigh together.
    wholes: Vec<u64>,
    /// What shared words weigh that are no accident.
    least: u64,
}

/// How alike a promise and a unit are.
#[derive(Clone, Copy, Default)]
struct Likeness<'a> {
    percent: u64,
    unit: usize,
    /// The words of the promise, or of the sentence of it that is so alike.
    words: &'a [Word],
}

impl<'a> Index<'a> {
    /// The index of what is told; what is promised counts for how rare a word is.
    pub(super) fn of(told: &'a [Told], promised: &[Told], vocabulary: &Vocabulary) -> Self {
        let mut places = vec![Vec::new(); vocabulary.len()];
        let mut passages = Vec::new();
        for (passage, words) in units(told) {
            words.iter().for_each(|word| places[word.stem].push(passages.len()));
            passages.push(passage);
        }
        let weights = weights(&places, passages.len(), promised, vocabulary);
        let weigh = |words: &[Word]| words.iter().map(|word| weights[word.stem]).sum();
        let wholes = units(told).map(|(_, words)| weigh(words)).collect();
        let least = sixteenths_of_bits(passages.len() as u64) + BEYOND_CHANCE;
        Self { told, passages, places, weights, wholes, least }
    }

    /// A promise beside the passage that is most like it, if one is like it at all; of several the first.
    pub(super) fn promise(&self, promise: &Told) -> Promise {
        let mut best = Likeness::default();
        for words in &promise.units {
            let alike = self.most_alike(promise.programme, words);
            if alike.percent > best.percent {
                best = alike;
            }
        }
        if best.percent < LEAST_LIKENESS {
            return Promise { promise: promise.passage, found: None, likeness: 0, shared: Vec::new() };
        }
        Promise {
            promise: promise.passage,
            found: Some(self.of_unit(best.unit).passage),
            likeness: u8::try_from(best.percent.min(100)).unwrap_or_default(),
            shared: self.shared(best),
        }
    }

    fn most_alike<'b>(&self, programme: Option<usize>, words: &'b [Word]) -> Likeness<'b> {
        let own = self.weigh(words);
        let mut best = Likeness::default();
        for (unit, shared) in self.weights_shared(words).into_iter().filter(|(_, shared)| *shared >= self.least) {
            let favour = if programme.is_some() && programme == self.of_unit(unit).programme { SAME_PROGRAMME } else { 0 };
            let percent = shared * 100 / (own * self.wholes[unit]).isqrt().max(1) + favour;
            if percent > best.percent {
                best = Likeness { percent, unit, words };
            }
        }
        best
    }

    /// For each unit that has some of these words what those weigh together.
    fn weights_shared(&self, words: &[Word]) -> BTreeMap<usize, u64> {
        let mut shared: BTreeMap<usize, u64> = BTreeMap::new();
        for word in words.iter().filter(|word| self.weights[word.stem] > 0) {
            for &unit in &self.places[word.stem] {
                *shared.entry(unit).or_default() += self.weights[word.stem];
            }
        }
        shared
    }

    /// The words that a promise and a unit share, the heaviest first.
    fn shared(&self, likeness: Likeness<'_>) -> Vec<String> {
        let is_shared =
            |word: &&Word| self.weights[word.stem] > 0 && self.places[word.stem].binary_search(&likeness.unit).is_ok();
        let mut shared: Vec<&Word> = likeness.words.iter().filter(is_shared).collect();
        sort_by_rank(&mut shared, |word| u64::MAX - self.weights[word.stem]);
        shared.into_iter().map(|word| word.printed.clone()).collect()
    }

    fn of_unit(&self, unit: usize) -> &Told {
        &self.told[self.passages[unit]]
    }

    fn weigh(&self, words: &[Word]) -> u64 {
        words.iter().map(|word| self.weights[word.stem]).sum()
    }
}

/// The words of each unit, with the place of its passage.
fn units(told: &[Told]) -> impl Iterator<Item = (usize, &[Word])> {
    told.iter().enumerate().flat_map(|(at, passage)| passage.units.iter().map(move |words| (at, words.as_slice())))
}

/// What each stem weighs.
fn weights(places: &[Vec<usize>], units_told: usize, promised: &[Told], vocabulary: &Vocabulary) -> Vec<u64> {
    let mut counts: Vec<usize> = places.iter().map(Vec::len).collect();
    let mut all = units_told;
    for (_, words) in units(promised) {
        all += 1;
        words.iter().for_each(|word| counts[word.stem] += 1);
    }
    let weigh = |(stem, count): (usize, usize)| {
        let letters = vocabulary.letters(stem).min(MOST_LETTERS) * LETTER;
        let weight = sixteenths_of_bits((all / count.max(1)) as u64) + letters;
        if places[stem].len() > MOST_PLACES { 0 } else { weight / if vocabulary.is_name(stem) { 2 } else { 1 } }
    };
    counts.into_iter().enumerate().map(weigh).collect()
}

/// The logarithm to base 2 in sixteenths, by whole numbers alone: it is the same on every machine.
fn sixteenths_of_bits(number: u64) -> u64 {
    let whole = number.max(1).ilog2();
    u64::from(whole) * SIXTEENTHS + ((number * SIXTEENTHS) >> whole).saturating_sub(SIXTEENTHS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_whole_numbers() {
        let found = [0, 1, 2, 3, 4, 1024].map(sixteenths_of_bits);
        assert_eq!(found, [0, 0, 16, 24, 32, 160]);
    }
}
