//! What the checks say of a whole document, in a glance: how many findings of each verdict, and what it comes to.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    check::{Finding, Verdict, figures_in_doubt, tables_in_doubt},
    decisions::{Decisions, Judgement},
    document::Document,
};

/// The findings of a document, counted once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    counts: BTreeMap<Verdict, usize>,
    /// The keys of the findings that differ.
    differing: Vec<String>,
    /// The tables whose unit is in doubt.
    pub tables_in_doubt: BTreeSet<usize>,
    /// The amounts whose unit is in doubt.
    pub figures_in_doubt: BTreeSet<usize>,
}

/// What all findings of a document come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// So many do not hold, and nobody explained them.
    Differs(usize),
    /// What could be judged holds; so many do not, and a person explained each of them.
    Holds {
        /// Explained ones.
        explained: usize,
    },
    /// Nothing could be judged.
    Unchecked,
}

impl Tally {
    /// Counts the findings of a document.
    pub fn of(document: &Document, findings: &[Finding]) -> Self {
        let mut counts = BTreeMap::new();
        for finding in findings {
            *counts.entry(finding.verdict).or_insert(0) += 1;
        }
        let differing = findings.iter().filter(|finding| finding.verdict == Verdict::Differs);
        Self {
            counts,
            differing: differing.map(|finding| finding.key(document)).collect(),
            tables_in_doubt: tables_in_doubt(document, findings),
            figures_in_doubt: figures_in_doubt(document, findings),
        }
    }

    /// How many findings have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.counts.get(&verdict).copied().unwrap_or(0)
    }

    /// What they come to, with what people made of those of this text.
    pub fn standing(&self, text: &str, decisions: &Decisions) -> Standing {
        let is_explained = |key: &&String| decisions.mark(text, key).is_some_and(|mark| mark.judgement == Judgement::Explained);
        let explained = self.differing.iter().filter(is_explained).count();
        let is_judged = self.count(Verdict::Holds) + self.count(Verdict::Rounding) + explained > 0;
        match self.differing.len() - explained {
            0 if is_judged => Standing::Holds { explained },
            0 => Standing::Unchecked,
            differing => Standing::Differs(differing),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{check::Check, decisions::FindingMark, source::Span};

    fn findings(verdicts: &[Verdict]) -> Vec<Finding> {
        let finding = |(place, &verdict): (u32, &Verdict)| {
            let spans = vec![Span::new(place as usize, place as usize + 1)];
            Finding { check: Check::Total, verdict, reason: None, sums: Vec::new(), difference: None, spans }
        };
        (0..).zip(verdicts).map(finding).collect()
    }

    fn standing(verdicts: &[Verdict], explained: &[&str]) -> Standing {
        let mark = |finding: &&str| FindingMark {
            text: "ab".to_owned(),
            finding: (*finding).to_owned(),
            judgement: Judgement::Explained,
            note: String::new(),
        };
        let decisions = Decisions { marks: explained.iter().map(mark).collect(), ..Decisions::default() };
        Tally::of(&Document::default(), &findings(verdicts)).standing("ab", &decisions)
    }

    #[test]
    fn one_that_differs_outweighs_all_that_hold() {
        assert_eq!(standing(&[Verdict::Holds, Verdict::Differs, Verdict::Rounding], &[]), Standing::Differs(1));
        assert_eq!(standing(&[Verdict::Holds, Verdict::Unchecked], &[]), Standing::Holds { explained: 0 });
        assert_eq!(standing(&[Verdict::Unchecked, Verdict::UsedForReading], &[]), Standing::Unchecked);
        assert_eq!(standing(&[], &[]), Standing::Unchecked);
    }

    #[test]
    fn what_is_explained_does_not_count_against_a_document() {
        let verdicts = [Verdict::Differs, Verdict::Differs];
        assert_eq!(standing(&verdicts, &["total:0-1"]), Standing::Differs(1));
        assert_eq!(standing(&verdicts, &["total:0-1", "total:1-2"]), Standing::Holds { explained: 2 });
        assert_eq!(standing(&verdicts, &["total:7-9"]), Standing::Differs(2));
    }
}
