//! What should hold in a document, and whether it does: one check a file, each shown as the sum a person would write down.
//!
//! A check never reads text. It takes what was read, and says of each thing that should hold whether it does, with every
//! number of the sum and its place. What it cannot judge it calls unchecked and says why; it accuses a text of nothing that
//! the text does not show.

mod balance;
mod chain;
mod common;
mod coverage;
mod finding;
mod goals;
mod growth;
mod headings;
mod money;
mod parts;
mod prescribed;
mod product;
mod questions;
mod ratio;
mod repeat;
mod result;
mod roll_forward;
mod sections;
pub mod share;
mod subject;
mod total;
mod unit;

use serde::{Deserialize, Serialize};

pub use finding::{Finding, Operand, Operation, Quantity, Reason, Sum, Verdict};
pub use prescribed::Prescribed;
pub use subject::Subject;
pub use unit::{figures_in_doubt, tables_in_doubt};

use std::collections::BTreeSet;

pub(crate) use common::{beside, explanations, overviews, pairing, rounding, scope};
use common::{chapters, lines, percentages, programmes, second_thoughts::second_thoughts, sums};
#[cfg(test)]
use common::{said, testing, whole};

use crate::document::Document;

/// Makes the list of checks: a variant, the name in exports, and the module that judges it.
macro_rules! checks {
    ($($(#[$note:meta])* $check:ident = $name:literal in $module:ident;)+) => {
        /// Something that should hold.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Check { $($(#[$note])* $check,)+ }

        impl Check {
            /// All checks, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$check),+];

            /// The name in exports and in the documentation; it stays.
            pub fn name(self) -> &'static str {
                match self { $(Self::$check => $name,)+ }
            }

            /// Judges a document.
            fn run(self, subject: &Subject<'_>) -> Vec<Finding> {
                match self { $(Self::$check => $module::check(subject),)+ }
            }
        }
    };
}

checks! {
    /// Lasten, baten and saldo agree.
    Balance = "balance" in balance;
    /// A total is what its parts come to.
    Total = "total" in total;
    /// A programme is what its parts come to.
    Parts = "parts" in parts;
    /// The balance before reserves, the moves of reserves, and the result.
    Result = "result" in result;
    /// What is in a reserve at last follows from what was in it at first.
    RollForward = "roll-forward" in roll_forward;
    /// A percentage beside an amount implies a whole.
    Share = "share" in share;
    /// Risk times chance, price times number.
    Product = "product" in product;
    /// What a charge brings in, as a part of what it pays for.
    Coverage = "coverage" in coverage;
    /// A growth percentage follows from the two amounts.
    Growth = "growth" in growth;
    /// The prescribed ratios follow from the balance sheet and the income.
    Ratio = "ratio" in ratio;
    /// The overviews of one document agree with each other.
    Chain = "chain" in chain;
    /// The same figure in two places is the same.
    Repeat = "repeat" in repeat;
    /// An amount is not a thousand times out of line.
    Unit = "unit" in unit;
    /// The three W questions are asked and answered.
    Questions = "questions" in questions;
    /// The prescribed sections are there.
    Sections = "sections" in sections;
    /// Goals have measures, measures have goals.
    Goals = "goals" in goals;
    /// Programmes have money.
    Money = "money" in money;
    /// Headings have something under them.
    Headings = "headings" in headings;
}

/// Whether a text is a whole budget or whole accounts, as far as it shows itself: a page of a portal does not.
pub fn is_whole(document: &Document) -> bool {
    chapters::Chapters::of(&Subject::new(document)).are_whole()
}

/// The figures that stay out of comparisons until a person chooses their unit, counted in the document's list: those of
/// [`figures_in_doubt`], without judging anything else.
pub fn units_in_doubt(document: &Document) -> BTreeSet<usize> {
    figures_in_doubt(document, &Check::Unit.run(&Subject::new(document)))
}

/// Every finding of a document, by check and in the order of the text.
pub fn check(document: &Document) -> Vec<Finding> {
    let subject = Subject::new(document);
    let mut findings: Vec<Finding> = Check::ALL.iter().flat_map(|check| check.run(&subject)).collect();
    second_thoughts(&subject, &mut findings);
    findings
}
