//! One partner under all its names, in all documents.

mod beside;
mod bodies;
mod groups;
mod names;

#[cfg(test)]
mod tests;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use serde::{Deserialize, Serialize};

use self::{bodies::Bodies, groups::Said, names::Sort};
use super::{FactOf, Volume};
use crate::{
    decisions::Decisions,
    document::{Document, Partner, Role},
    scan::words::folded,
    source::Source,
};

/// A partner across documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerAcross {
    /// The fullest of its names.
    pub name: String,
    /// Every name and abbreviation that it goes by, the fullest first.
    pub names: Vec<String>,
    /// Why they are taken for one partner.
    pub because: Vec<SameBecause>,
    /// The volumes that speak of it.
    pub presence: Vec<Presence>,
}

/// What one volume says of a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Counts in the volumes.
    pub volume: usize,
    /// The partners of its documents that are this one.
    pub partners: Vec<FactOf>,
    /// What it is to the municipality: affiliated if it is so anywhere.
    pub role: Role,
    /// How often it is spoken of.
    pub mentions: usize,
    /// Amounts that stand beside its name, in the same row or sentence.
    pub figures: Vec<FactOf>,
}

/// Why two names are taken for one partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SameBecause {
    /// The same name, but for case, accents and articles.
    Name,
    /// The same abbreviation, and nothing against it.
    Abbreviation,
    /// One text ties the name to the abbreviation.
    Tied,
    /// Their names are alike.
    AlikeName,
    /// A person said so.
    Person,
}

/// The partners of all volumes, by their names.
///
/// A full name is the same body wherever it stands, an abbreviation is unless full names contradict each other, and a word for
/// a kind of organisation depends on who says it. What people joined or parted stays so.
pub(super) fn partners(documents: &[(&Source, &Document)], volumes: &[Volume], decisions: &Decisions) -> Vec<PartnerAcross> {
    let volumes_of = volumes_of(documents, volumes);
    let mut bodies = Bodies::new(Said::of(decisions));
    for (at, (_, document)) in documents.iter().enumerate() {
        let Some(volume) = volumes_of[at] else { continue };
        let scope = volumes[volume].owner.clone().unwrap_or_else(|| format!("# {volume}"));
        for (fact, partner) in document.partners.iter().enumerate() {
            bodies.add(partner, FactOf { document: at, fact }, &scope);
        }
    }
    let beside: Vec<_> = documents.iter().map(|(source, document)| beside::figures(source, document)).collect();
    let across = Across { documents, volumes_of, beside };
    let mut groups = bodies.groups();
    let mut facts: BTreeMap<usize, Vec<FactOf>> = BTreeMap::new();
    for (at, body) in bodies.all.iter().enumerate() {
        facts.entry(groups.root(at)).or_default().extend(&body.facts);
    }
    let mut partners: BTreeMap<(String, usize), PartnerAcross> = BTreeMap::new();
    for (root, facts) in facts {
        let partner = across.partner(&facts, groups.because(root));
        partners.insert((folded(&partner.name), root), partner);
    }
    partners.into_values().collect()
}

/// For each document its volume.
fn volumes_of(documents: &[(&Source, &Document)], volumes: &[Volume]) -> Vec<Option<usize>> {
    let mut volumes_of = vec![None; documents.len()];
    for (at, volume) in volumes.iter().enumerate() {
        for &document in volume.documents.iter().filter(|document| **document < documents.len()) {
            volumes_of[document] = Some(at);
        }
    }
    volumes_of
}

/// What all documents say of partners.
struct Across<'a> {
    documents: &'a [(&'a Source, &'a Document)],
    volumes_of: Vec<Option<usize>>,
    /// For each partner of each document the figures beside it.
    beside: Vec<Vec<Vec<usize>>>,
}

impl Across<'_> {
    fn partner(&self, facts: &[FactOf], because: Vec<SameBecause>) -> PartnerAcross {
        let names = self.names(facts);
        PartnerAcross { name: names.first().cloned().unwrap_or_default(), names, because, presence: self.presence(facts) }
    }

    /// Every name and abbreviation, full names before abbreviations and the longest first.
    fn names(&self, facts: &[FactOf]) -> Vec<String> {
        let mut names = BTreeSet::new();
        for partner in facts.iter().map(|&fact| self.read(fact)) {
            for name in [&partner.name].into_iter().chain(&partner.abbreviation) {
                names.insert((Sort::of(name) != Sort::Full, Reverse(name.chars().count()), name));
            }
        }
        names.into_iter().map(|(_, _, name)| name.clone()).collect()
    }

    fn presence(&self, facts: &[FactOf]) -> Vec<Presence> {
        let mut presence: BTreeMap<usize, Presence> = BTreeMap::new();
        for &fact in facts {
            let Some(volume) = self.volumes_of[fact.document] else { continue };
            let partner = self.read(fact);
            let its = presence.entry(volume).or_insert_with(|| Presence::new(volume));
            its.partners.push(fact);
            its.mentions += partner.spans.len();
            if partner.role == Role::Affiliated {
                its.role = Role::Affiliated;
            }
            let beside = self.beside[fact.document][fact.fact].iter();
            its.figures.extend(beside.map(|&figure| FactOf { document: fact.document, fact: figure }));
        }
        presence.into_values().collect()
    }

    fn read(&self, fact: FactOf) -> &Partner {
        &self.documents[fact.document].1.partners[fact.fact]
    }
}

impl Presence {
    fn new(volume: usize) -> Self {
        Self { volume, partners: Vec::new(), role: Role::Mentioned, mentions: 0, figures: Vec::new() }
    }
}
