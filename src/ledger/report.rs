//! What adds up in a table, and what does not.

use super::{
    Identity, Place, Term, Verdict,
    cells::Cells,
    laws::{Axis, Kind, Law, Side},
    weigh::{Book, Claim, Weighed, nearest, weigh_loosely},
};
use crate::document;
use std::collections::BTreeSet;

/// Every law that is known, at every place where all of its cells are.
pub(super) fn identities(cells: &Cells, book: &Book) -> Vec<Identity> {
    let mut found: Vec<(Axis, Identity)> = Vec::new();
    for claim in &book.claims {
        let Some(law) = claim.chosen.map(|law| &book.laws[law]) else { continue };
        for across in book.across(law) {
            // Where the table does not show how it signs here, a sum that holds in one of the ways is not broken.
            let nearest = nearest(cells, law, claim.ways[book.class(law, across)], across);
            let identity = nearest.and_then(|(way, weighed)| identity(cells, law, way, across, weighed, claim.credible));
            found.extend(identity.map(|identity| (law.axis, identity)));
        }
    }
    for claim in &book.claims {
        found.extend(broken_loosely(cells, book, claim).into_iter().map(|identity| (Axis::Rows, identity)));
    }
    without_misunderstood(found)
}

/// What comes out in one way need not come out in another: a row may be called a total and be a balance.
fn without_misunderstood(found: Vec<(Axis, Identity)>) -> Vec<Identity> {
    let at = |(axis, identity): &(Axis, Identity)| (*axis == Axis::Rows, identity.outcome);
    let holding = found.iter().filter(|(_, identity)| identity.credible && identity.verdict != Verdict::Differs);
    let holding: BTreeSet<(bool, Place)> = holding.map(at).collect();
    let is_understood = |one: &(Axis, Identity)| one.1.verdict != Verdict::Differs || !holding.contains(&at(one));
    found.into_iter().filter(is_understood).map(|(_, identity)| identity).collect()
}

/// What of a law that the table bears out holds in no way in which the numbers of rows with lost cells can stand.
fn broken_loosely(cells: &Cells, book: &Book, claim: &Claim) -> Vec<Identity> {
    let Some(law) = book.borne_out_loosely(claim, cells).map(|law| &book.laws[law]) else { return Vec::new() };
    let broken = |across: usize| {
        let loose = weigh_loosely(cells, law, claim.ways[book.class(law, across)], across)?;
        Some(loose).filter(|loose| loose.weighed.differs()).and_then(|loose| {
            let taken = |line: usize| loose.taken.iter().find(|(open, _)| *open == line).map(|(_, value)| *value);
            let identity = identity(cells, law, loose.way, across, loose.weighed, true)?;
            let terms = identity.terms.into_iter().filter_map(|term| match taken(term.place.line) {
                Some(value) => Some(Term { loose: Some(value?), ..term }),
                None => Some(term),
            });
            Some(Identity { terms: terms.collect(), used_for_reading: false, ..identity })
        })
    };
    book.across(law).filter_map(broken).collect()
}

fn identity(cells: &Cells, law: &Law, way: usize, across: usize, weighed: Weighed, credible: bool) -> Option<Identity> {
    let term = |&(term, side): &(usize, Side)| {
        let (place, negative) = (law.place(term, across), side.is_negative(way));
        Term { place, negative, loose: None }
    };
    let printed = law.terms.iter().map(term);
    let terms: Vec<Term> = printed.filter(|term| cells.is_printed(term.place)).collect();
    let outcome = law.place(law.outcome, across);
    let places = || law.terms.iter().map(|(term, _)| law.place(*term, across)).chain([outcome]);
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
