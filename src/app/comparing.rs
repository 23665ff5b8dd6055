//! What is shown of several documents: what came of comparing them, and which two are in sight.
//!
//! Plain data, like the rest of the workspace; the comparing worker's client is in `comparer`.

use std::rc::Rc;

use super::state::Loaded;
use crate::{
    compare::{Comparison, FactOf, Match, Pair, Passage, Volume},
    decisions::{Decisions, Inhabitants, MatchDecision, PartnerDecision, ProgrammeName},
    document::{Figure, Partner, Programme},
};

/// A comparison with the documents that it counts in: it stays true when the workspace changes.
#[derive(Debug)]
pub struct Compared {
    /// The documents, in the order in which they were compared.
    pub documents: Vec<Rc<Loaded>>,
    /// What they say beside each other.
    pub comparison: Comparison,
}

/// Two comparisons are the same when they are one.
impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Why there is no comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// What compares could not be fetched, or could not start.
    Unavailable,
    /// It stopped.
    Crashed,
    /// It took too long.
    TooSlow,
    /// It is of another version than the page.
    OtherVersion,
}

/// How far comparing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// Nothing is under way.
    #[default]
    Rest,
    /// An answer is awaited.
    Asked,
    /// There was none.
    Failed(Trouble),
}

/// Two volumes by the keys of their first documents: a choice that outlives the comparison it was made in.
pub type ChosenTwo = (u32, u32);

/// Everything about comparing on the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparing {
    /// How far it is.
    pub stage: Stage,
    /// The last comparison.
    pub compared: Option<Rc<Compared>>,
    /// The two that are in sight, where a person chose them.
    pub chosen: Option<ChosenTwo>,
    /// Two that do not belong together by themselves, and what came of them.
    pub own: Option<(ChosenTwo, Option<Rc<Pair>>)>,
}

/// What can happen to it.
#[derive(Debug)]
pub enum Comparative {
    /// A question was asked.
    Asked,
    /// There is no answer.
    Failed(Trouble),
    /// Documents were compared.
    Compared(Rc<Compared>),
    /// Two that a person chose were compared.
    Paired(ChosenTwo, Option<Rc<Pair>>),
    /// A person chose two.
    Choose(ChosenTwo),
    /// A person said which programme is which, or takes that back.
    Match {
        /// The programme of the left volume.
        left: ProgrammeName,
        /// What they said; none takes it back.
        right: Option<MatchDecision>,
    },
    /// A person said whether names are those of one partner.
    Partner(PartnerDecision),
    /// A person typed how many people live in a municipality; zero takes it back.
    Inhabitants(Inhabitants),
}

impl Compared {
    /// One of the documents.
    pub fn loaded(&self, document: usize) -> Option<&Rc<Loaded>> {
        self.documents.get(document)
    }

    /// An amount.
    pub fn figure(&self, of: FactOf) -> Option<&Figure> {
        self.loaded(of.document)?.document.figures.get(of.fact)
    }

    /// A programme.
    pub fn programme(&self, of: FactOf) -> Option<&Programme> {
        self.loaded(of.document)?.document.programmes.get(of.fact)
    }

    /// A partner.
    pub fn partner(&self, of: FactOf) -> Option<&Partner> {
        self.loaded(of.document)?.document.partners.get(of.fact)
    }

    /// The words of a passage.
    pub fn words(&self, passage: Passage) -> &str {
        self.loaded(passage.document).map_or("", |loaded| loaded.source.cut(passage.span))
    }

    /// One of the volumes.
    pub fn volume(&self, place: usize) -> Option<&Volume> {
        self.comparison.volumes.get(place)
    }

    /// The key that a volume is known by: that of its first document.
    pub fn key(&self, volume: usize) -> Option<u32> {
        Some(self.loaded(*self.volume(volume)?.documents.first()?)?.key)
    }

    /// The place of the volume that is known by a key.
    pub fn place(&self, key: u32) -> Option<usize> {
        (0..self.comparison.volumes.len()).find(|&volume| self.key(volume) == Some(key))
    }

    /// The two volumes of a pair, by their keys.
    pub fn two(&self, pair: &Pair) -> Option<ChosenTwo> {
        Some((self.key(pair.left)?, self.key(pair.right)?))
    }

    /// A programme by its own words, as decisions name it.
    pub fn name_of(&self, volume: usize, of: FactOf) -> Option<ProgrammeName> {
        let (volume, programme) = (self.volume(volume)?, self.programme(of)?);
        Some(ProgrammeName {
            municipality: volume.municipality.clone(),
            kind: volume.kind,
            year: volume.year,
            number: programme.number.clone(),
            name: programme.name.clone(),
        })
    }

    /// The name of the programme of a match: of the left one, or else of the right one.
    pub fn match_name(&self, matched: &Match) -> Option<&Programme> {
        matched.left.or(matched.right).and_then(|programme| self.programme(programme))
    }
}

impl Comparing {
    /// The two that are in sight: those that were chosen, or else the first that belong together.
    pub fn in_sight(&self) -> Option<ChosenTwo> {
        let compared = self.compared.as_ref()?;
        let is_there = |(one, other): &ChosenTwo| compared.place(*one).is_some() && compared.place(*other).is_some();
        self.chosen.filter(is_there).or_else(|| compared.two(compared.comparison.pairs.first()?))
    }

    /// What came of the two that are in sight; none as long as that is not known.
    pub fn pair(&self) -> Option<&Pair> {
        let (compared, (one, other)) = (self.compared.as_ref()?, self.in_sight()?);
        let is_it = |pair: &&Pair| compared.two(pair).is_some_and(|two| two == (one, other) || two == (other, one));
        let own = self.own.as_ref().filter(|(two, _)| *two == (one, other)).and_then(|(_, pair)| pair.as_deref());
        compared.comparison.pairs.iter().find(is_it).or(own)
    }

    /// The two that still have to be compared.
    pub fn unpaired(&self) -> Option<ChosenTwo> {
        let two = self.in_sight()?;
        let is_known = self.pair().is_some() || self.own.as_ref().is_some_and(|(known, _)| *known == two);
        (!is_known).then_some(two)
    }

    /// What happens; decisions are those of the workspace.
    pub fn apply(&mut self, action: Comparative, decisions: &mut Decisions) {
        match action {
            Comparative::Asked => self.stage = Stage::Asked,
            Comparative::Failed(trouble) => self.stage = Stage::Failed(trouble),
            Comparative::Compared(compared) => {
                *self = Self { stage: Stage::Rest, compared: Some(compared), chosen: self.chosen, own: None };
            }
            Comparative::Paired(two, pair) => (self.stage, self.own) = (Stage::Rest, Some((two, pair))),
            Comparative::Choose(two) => self.chosen = Some(two),
            Comparative::Match { left, right } => decide_match(decisions, &left, right),
            Comparative::Partner(decision) => decide_partner(decisions, decision),
            Comparative::Inhabitants(inhabitants) => decide_inhabitants(decisions, inhabitants),
        }
    }
}

/// A new decision about a programme replaces the one before about the same two documents.
fn decide_match(decisions: &mut Decisions, left: &ProgrammeName, right: Option<MatchDecision>) {
    decisions.matches.retain(|decision| decision.left != *left);
    decisions.matches.extend(right);
}

/// A new decision about two names replaces the one before.
fn decide_partner(decisions: &mut Decisions, decision: PartnerDecision) {
    let about = names(&decision);
    decisions.partners.retain(|other| names(other) != about);
    decisions.partners.push(decision);
}

/// The two names that a decision is about, in alphabetical order.
fn names(decision: &PartnerDecision) -> [String; 2] {
    let (PartnerDecision::Same(one, other) | PartnerDecision::Apart(one, other)) = decision;
    if one <= other { [one.clone(), other.clone()] } else { [other.clone(), one.clone()] }
}

fn decide_inhabitants(decisions: &mut Decisions, inhabitants: Inhabitants) {
    let is_about = |other: &Inhabitants| other.municipality == inhabitants.municipality && other.year == inhabitants.year;
    decisions.inhabitants.retain(|other| !is_about(other));
    decisions.inhabitants.extend(Some(inhabitants).filter(|inhabitants| inhabitants.count > 0));
}
