//! The doubts that come up while reading.

use crate::{
    document::{Code, Problem},
    source::Span,
};

/// Collects problems; each gets the number that facts refer to it by.
#[derive(Default)]
pub(super) struct Doubts {
    problems: Vec<Problem>,
}

impl Doubts {
    /// Adds a doubt and returns its number. The same doubt about the same words is one.
    pub(super) fn add(&mut self, code: Code, span: Span) -> usize {
        let problem = Problem { code, span };
        // Doubts about one place follow each other closely: looking at the last few keeps this constant time.
        let recent = self.problems.len().saturating_sub(8);
        let known = self.problems[recent..].iter().position(|known| *known == problem);
        known.map_or_else(
            || {
                self.problems.push(problem);
                self.problems.len() - 1
            },
            |offset| recent + offset,
        )
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}
