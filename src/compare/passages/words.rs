//! The words of a passage that tell what it is about, each by its stem.

use std::collections::BTreeMap;

use frostem::{Algorithm, Stemmer};

use crate::scan::words::{lower, words};

/// A word of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// The number of its stem.
    pub(super) stem: usize,
    /// As printed, the first time.
    pub(super) printed: String,
}

/// Reads passages to words, and numbers the stems as they come.
pub(super) struct Reader {
    stemmer: Stemmer,
    stems: BTreeMap<String, usize>,
}

impl Reader {
    pub(super) fn new() -> Self {
        Self { stemmer: Stemmer::new(Algorithm::Dutch), stems: BTreeMap::new() }
    }

    /// The words of a passage that tell what it is about, each stem once, in the order of the text.
    pub(super) fn words(&mut self, text: &str) -> Vec<Word> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        let mut told: Vec<Word> = Vec::new();
        for printed in words(text).flat_map(|word| word.text.split(['-', '&', '\'', '’'])).filter(|word| tells(word)) {
            let stem = self.stem(printed);
            found.entry(stem).or_insert_with(|| {
                told.push(Word { stem, printed: printed.to_owned() });
                told.len()
            });
        }
        told
    }

    fn stem(&mut self, word: &str) -> usize {
        let lowered: String = word.chars().map(lower).collect();
        let next = self.stems.len();
        let stem = self.stemmer.stem(&lowered).into_owned();
        *self.stems.entry(stem).or_insert(next)
    }
}

/// Whether a word tells what a passage is about: it has three letters at least and is none that stands everywhere.
fn tells(word: &str) -> bool {
    const LEAST_LETTERS: usize = 3;
    let lowered: String = word.chars().map(lower).collect();
    lowered.chars().filter(|letter| letter.is_alphabetic()).count() >= LEAST_LETTERS
        && STANDS_EVERYWHERE.binary_search(&lowered.as_str()).is_err()
}

/// Words that stand in passages about anything, in the order of their letters.
const STANDS_EVERYWHERE: [&str; 3] = ["een", "het", "van"];
