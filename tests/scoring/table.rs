//! The sums of a set, as a table, and against what they must reach.

use std::fmt::Write;

use super::{Certainty, Share, Text};

/// The measures that have precision and recall, in the order of the table.
const MEASURES: [&str; 15] = [
    "kind",
    "year",
    "municipality",
    "programmes",
    "parts",
    "partners",
    "affiliated",
    "coalition_parties",
    "goals",
    "measures",
    "percentages",
    "figures",
    "figures+row",
    "figures+row+year",
    "figures+all",
];

const COLUMNS: [&str; 5] = ["precision", "recall", "f1", "gold", "found"];

/// What a set must reach.
pub(crate) struct Bounds<'a> {
    /// The F1 of measures; of `spans` and `sure` the precision.
    pub(crate) least: &'a [(&'a str, f64)],
    /// The largest share of figures in doubt, beside those whose unit the text does not state.
    pub(crate) most_doubted: f64,
}

/// What came of a set.
#[derive(Default)]
pub(crate) struct Score {
    texts: Vec<Text>,
}

impl Score {
    pub(crate) fn add(&mut self, text: Text) {
        self.texts.push(text);
    }

    /// The sum of a measure over the texts.
    fn sum(&self, measure: &str) -> Sum {
        let outcomes = self.texts.iter().flat_map(|text| &text.outcomes).filter(|outcome| outcome.measure == measure);
        outcomes.fold(Sum::default(), |sum, outcome| Sum {
            hits: sum.hits + outcome.hits,
            missed: sum.missed + outcome.missed.len(),
            invented: sum.invented + outcome.invented.len(),
        })
    }

    /// A row a measure: precision, recall, F1, how many there are and how many were found.
    pub(crate) fn table(&self) -> String {
        let mut table = format!("{:<20}{:>10}{:>10}{:>10}{:>8}{:>8}\n", "measure", "precision", "recall", "F1", "gold", "found");
        for measure in MEASURES {
            let [precision, recall, f1, gold, found] = COLUMNS.map(|column| self.cell(measure, column));
            // Writing to a string does not fail.
            let _ = writeln!(table, "{measure:<20}{precision:>10.3}{recall:>10.3}{f1:>10.3}{gold:>8}{found:>8}");
        }
        for (title, share) in [("spans", self.spans()), ("sure", self.sure()), ("in doubt", self.doubted())] {
            let _ = writeln!(table, "{title:<20}{:>10.3}{:>36}", share.part(), share.all);
        }
        table
    }

    /// What was missed and what was invented in one measure, a text a block.
    pub(crate) fn wrong(&self, measure: &str) -> String {
        let texts = self.texts.iter().flat_map(|text| text.outcomes.iter().map(|outcome| (&text.name, outcome)));
        let wrong = texts.filter(|(_, outcome)| outcome.measure == measure && !outcome.is_right());
        wrong.flat_map(|(name, outcome)| [format!("== {name}\n"), outcome.wrong()]).collect()
    }

    /// A line for each bound that is not kept.
    pub(crate) fn shortfalls(&self, bounds: &Bounds) -> Vec<String> {
        let least = bounds.least.iter().map(|&(measure, least)| (measure, least, self.value(measure)));
        let short = least.filter(|(_, least, value)| value < least);
        let mut lines: Vec<_> =
            short.map(|(measure, least, value)| format!("{measure}: {value:.4} is less than {least}")).collect();
        let (doubted, most) = (self.doubted().part(), bounds.most_doubted);
        if doubted > most {
            lines.push(format!("in doubt: {doubted:.4} is more than {most}"));
        }
        lines
    }

    fn value(&self, measure: &str) -> f64 {
        self.cell(measure, if ["spans", "sure"].contains(&measure) { "precision" } else { "f1" })
    }

    /// One number of the table.
    pub(crate) fn cell(&self, measure: &str, column: &str) -> f64 {
        let of_share = |share: Share| match column {
            "precision" => share.part(),
            "share" => Share { right: share.all, all: self.doubted().all }.part(),
            _ => as_number(share.all),
        };
        match measure {
            "spans" => of_share(self.spans()),
            "sure" => of_share(self.sure()),
            _ => self.sum(measure).cell(column),
        }
    }

    fn spans(&self) -> Share {
        self.share(|text| text.spans)
    }

    fn sure(&self) -> Share {
        self.certainty(|certainty| certainty.sure)
    }

    fn doubted(&self) -> Share {
        self.certainty(|certainty| certainty.doubted)
    }

    fn certainty(&self, of: fn(Certainty) -> Share) -> Share {
        self.share(|text| of(text.certainty))
    }

    fn share(&self, of: impl Fn(&Text) -> Share) -> Share {
        let shares = self.texts.iter().map(of);
        shares.fold(Share::default(), |sum, share| Share { right: sum.right + share.right, all: sum.all + share.all })
    }
}

/// The counts of one measure.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    hits: usize,
    missed: usize,
    invented: usize,
}

impl Sum {
    fn cell(self, column: &str) -> f64 {
        let (gold, found) = (self.hits + self.missed, self.hits + self.invented);
        match column {
            "gold" => as_number(gold),
            "found" => as_number(found),
            "precision" => Share { right: self.hits, all: found }.part(),
            "recall" => Share { right: self.hits, all: gold }.part(),
            // The harmonic mean of the two.
            _ => Share { right: 2 * self.hits, all: gold + found }.part(),
        }
    }
}

impl Share {
    /// Between 0 and 1; nothing of nothing is all of it.
    fn part(self) -> f64 {
        if self.all == 0 { 1.0 } else { as_number(self.right) / as_number(self.all) }
    }
}

fn as_number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
