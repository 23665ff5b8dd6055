//! Which names are those of one partner: names are joined one after the other, each time with the reason.

use std::collections::{BTreeMap, BTreeSet};

use super::SameBecause;
use crate::{
    decisions::{Decisions, PartnerDecision},
    scan::words::folded,
};

/// Names in groups, each group a partner.
pub(super) struct Groups {
    /// For each name another of its group, or itself.
    parents: Vec<usize>,
    /// For each group, at its root, why its names are joined.
    because: Vec<BTreeSet<SameBecause>>,
    /// For each group, at its root, which sides of which partings are in it.
    sides: Vec<BTreeSet<(usize, bool)>>,
}

impl Groups {
    /// Each name by itself; `sides` says on which side of which parting each is.
    pub(super) fn new(sides: Vec<BTreeSet<(usize, bool)>>) -> Self {
        Self { parents: (0..sides.len()).collect(), because: vec![BTreeSet::new(); sides.len()], sides }
    }

    /// The name that stands for the group of a name.
    pub(super) fn root(&mut self, name: usize) -> usize {
        let mut at = name;
        while self.parents[at] != at {
            // Halving the way keeps all ways short.
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    /// Joins the groups of two names, unless people said that names in them are apart.
    pub(super) fn join(&mut self, one: usize, other: usize, because: SameBecause) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            self.because[one].insert(because);
            return;
        }
        if self.are_apart(one, other) {
            return;
        }
        // The first name stands for all, so that the order of what is joined changes nothing.
        let (first, last) = (one.min(other), one.max(other));
        self.parents[last] = first;
        let (reasons, sides) = (std::mem::take(&mut self.because[last]), std::mem::take(&mut self.sides[last]));
        self.because[first].extend(reasons);
        self.because[first].insert(because);
        self.sides[first].extend(sides);
    }

    /// Notes why things of one name are the same.
    pub(super) fn note(&mut self, name: usize, because: SameBecause) {
        let root = self.root(name);
        self.because[root].insert(because);
    }

    /// Why the names of a group are taken for one partner.
    pub(super) fn because(&self, root: usize) -> Vec<SameBecause> {
        self.because[root].iter().copied().collect()
    }

    fn are_apart(&self, one: usize, other: usize) -> bool {
        self.sides[one].iter().any(|&(parting, side)| self.sides[other].contains(&(parting, !side)))
    }
}

/// What people said of names: of each two the last word.
#[derive(Default)]
pub(super) struct Said {
    /// Names that are one.
    pub(super) same: Vec<(String, String)>,
    /// Names that are not.
    apart: BTreeSet<(String, String)>,
    /// For each name in a parting its side.
    sides: BTreeMap<String, BTreeSet<(usize, bool)>>,
}

impl Said {
    pub(super) fn of(decisions: &Decisions) -> Self {
        let mut last: BTreeMap<(String, String), bool> = BTreeMap::new();
        for decision in &decisions.partners {
            let (PartnerDecision::Same(one, other) | PartnerDecision::Apart(one, other)) = decision;
            last.insert(pair(folded(one), folded(other)), matches!(decision, PartnerDecision::Same(..)));
        }
        let mut said = Self::default();
        for ((one, other), is_same) in last {
            if is_same {
                said.same.push((one, other));
            } else {
                let parting = said.apart.len();
                said.sides.entry(one.clone()).or_default().insert((parting, true));
                said.sides.entry(other.clone()).or_default().insert((parting, false));
                said.apart.insert((one, other));
            }
        }
        said
    }

    /// The sides of partings that a folded name is on.
    pub(super) fn sides(&self, name: &str) -> BTreeSet<(usize, bool)> {
        self.sides.get(name).cloned().unwrap_or_default()
    }

    /// Whether two folded names were parted.
    pub(super) fn parts(&self, one: &str, other: &str) -> bool {
        self.apart.contains(&pair(one.to_owned(), other.to_owned()))
    }
}

fn pair(one: String, other: String) -> (String, String) {
    if one <= other { (one, other) } else { (other, one) }
}
