//! What adds up in a table, and what does not.

use super::{
    Identity, Term, Verdict,
    cells::Cells,
    laws::{Kind, Law},
    weigh::{Book, weigh},
};
use crate::document;

/// Every law that is known, at every place where all of its cells are.
pub(super) fn identities(cells: &Cells, book: &Book) -> Vec<Identity> {
    let mut found = Vec::new();
    for claim in &book.claims {
        let Some(law) = claim.chosen.map(|law| &book.laws[law]) else { continue };
        for across in book.across(law) {
            let ways = claim.ways[book.class(law, across)];
            let holds = |way: &usize| weigh(cells, law, *way, across).is_some_and(|weighed| !weighed.differs());
            // Where the table does not show how it signs here, a sum that holds in one of the ways is not broken.
            let way = law.kind.ways().iter().copied().filter(|way| ways & 1 << way != 0).find(holds);
            let way = way.unwrap_or(ways.trailing_zeros() as usize);
            found.extend(identity(cells, law, way, across, claim.credible));
        }
    }
    found
}

fn identity(cells: &Cells, law: &Law, way: usize, across: usize, credible: bool) -> Option<Identity> {
    let weighed = weigh(cells, law, way, across)?;
    let printed = law.terms.iter().map(|(term, side)| Term { place: law.place(*term, across), negative: side.is_negative(way) });
    let terms: Vec<Term> = printed.filter(|term| !cells.is_empty(term.place)).collect();
    let outcome = law.place(law.outcome, across);
    let places = || terms.iter().map(|term| term.place).chain([outcome]);
    let no_sum = terms.iter().all(|term| cells.at(term.place) == Some(0));
    let no_outcome = cells.at(outcome) == Some(0);
    // That nothing comes to nothing says nothing.
    if no_sum && no_outcome {
        return None;
    }
    let verdict = match weighed.difference {
        0 => Verdict::Holds,
        _ if weighed.differs() => Verdict::Differs,
        _ => Verdict::Rounding,
    };
    let used_for_reading = places().any(|place| !cells.is_complete(place.line));
    let difference = cells.decimal(weighed.difference);
    // A zero may stand for a cell that the table leaves out, because the sum stands in another row.
    let credible = credible && (verdict != Verdict::Differs || !no_sum && !no_outcome);
    let law = match law.kind {
        Kind::Sum => document::Law::Total,
        Kind::Balance => document::Law::Balance,
        Kind::Stock => document::Law::RollForward,
        Kind::Difference => document::Law::Difference,
    };
    Some(Identity { law, terms, outcome, verdict, difference, used_for_reading, credible })
}
