//! The names in all documents, and which of them are those of one partner.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    FactOf, SameBecause,
    groups::{Groups, Said},
    names::{self, Sort},
};
use crate::{document::Partner, read::is_abbreviation, scan::words::folded, source::sort_by_rank};

/// A name, with everything that goes by it.
pub(super) struct Body {
    /// What kind of name it is.
    sort: Sort,
    /// The first way in which it is printed.
    name: String,
    /// Its words as they are compared.
    words: Vec<String>,
    /// Those of them that are not small.
    telling: Vec<String>,
    /// What texts abbreviate it to, folded.
    abbreviations: BTreeSet<String>,
    /// Whose texts name it.
    scopes: BTreeSet<String>,
    /// The partners of documents that are called so.
    pub(super) facts: Vec<FactOf>,
}

impl Body {
    fn new(sort: Sort, name: &str) -> Self {
        Self {
            sort,
            name: name.to_owned(),
            words: names::plain_words(name),
            telling: names::telling_words(name),
            abbreviations: BTreeSet::new(),
            scopes: BTreeSet::new(),
            facts: Vec::new(),
        }
    }
}

/// All names.
pub(super) struct Bodies {
    pub(super) all: Vec<Body>,
    said: Said,
    /// The place of each name, by how it is known again. What depends on who says it is known again in its scope only.
    places: BTreeMap<(Sort, String, String), usize>,
    /// The places of what is printed so, folded.
    printed: BTreeMap<String, BTreeSet<usize>>,
}

impl Bodies {
    pub(super) fn new(said: Said) -> Self {
        Self { all: Vec::new(), said, places: BTreeMap::new(), printed: BTreeMap::new() }
    }

    /// Adds what a text of a municipality calls a partner; `scope` is that municipality.
    pub(super) fn add(&mut self, partner: &Partner, fact: FactOf, scope: &str) {
        let (sort, printed) = (Sort::of(&partner.name), folded(&partner.name));
        let is_parted = !self.said.sides(&printed).is_empty();
        let key = if is_parted { printed.clone() } else { names::key(&partner.name) };
        let scope_of_name = if sort == Sort::Full { String::new() } else { scope.to_owned() };
        let next = self.all.len();
        let place = *self.places.entry((sort, key, scope_of_name)).or_insert(next);
        if place == next {
            self.all.push(Body::new(sort, &partner.name));
        }
        let abbreviation = partner.abbreviation.as_deref().map(folded);
        let body = &mut self.all[place];
        body.abbreviations.extend(abbreviation.filter(|short| !self.said.parts(&printed, short)));
        body.scopes.insert(scope.to_owned());
        body.facts.push(fact);
        self.printed.entry(printed).or_default().insert(place);
    }

    /// Joins the names that are those of one partner: first what people said, then what is sure, then what depends on whose
    /// text it is.
    pub(super) fn groups(&self) -> Groups {
        let mut groups = Groups::new(self.sides());
        self.join_by_people(&mut groups);
        self.note_names(&mut groups);
        self.join_alike(&mut groups);
        self.join_abbreviated_words(&mut groups);
        self.join_abbreviations(&mut groups);
        self.join_kinds(&mut groups);
        self.join_proper_names(&mut groups);
        groups
    }

    fn sides(&self) -> Vec<BTreeSet<(usize, bool)>> {
        let of_body = |body: &Body| {
            let names = [folded(&body.name)].into_iter().chain(body.abbreviations.iter().cloned());
            names.flat_map(|name| self.said.sides(&name)).collect()
        };
        self.all.iter().map(of_body).collect()
    }

    fn join_by_people(&self, groups: &mut Groups) {
        for (one, other) in &self.said.same {
            let places = [self.called(one), self.called(other)].concat();
            for pair in places.windows(2) {
                groups.join(pair[0], pair[1], SameBecause::Person);
            }
        }
    }

    /// The places of what is called so; where nothing is, of what is abbreviated so.
    fn called(&self, name: &str) -> Vec<usize> {
        match self.printed.get(name) {
            Some(places) => places.iter().copied().collect(),
            None => (0..self.all.len()).filter(|&at| self.all[at].abbreviations.contains(name)).collect(),
        }
    }

    fn note_names(&self, groups: &mut Groups) {
        for (at, body) in self.all.iter().enumerate() {
            if body.facts.len() > 1 {
                groups.note(at, SameBecause::Name);
            }
            if !body.abbreviations.is_empty() {
                groups.note(at, SameBecause::Tied);
            }
        }
    }

    fn join_alike(&self, groups: &mut Groups) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for at in self.full() {
            let Some(key) = names::loose_key(&self.all[at].name) else { continue };
            let known = *first.entry(key).or_insert(at);
            if known != at {
                groups.join(known, at, SameBecause::AlikeName);
            }
        }
    }

    /// Names that end alike and of which one abbreviates the begin of the other.
    fn join_abbreviated_words(&self, groups: &mut Groups) {
        /// So many names that end in one word, a region's, are looked at: each short one is compared with each long one.
        const MOST_NAMES: usize = 100;
        let mut ending: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in self.full() {
            let last = self.all[at].words.last().cloned().unwrap_or_default();
            let names = ending.entry(last).or_default();
            if names.len() < MOST_NAMES {
                names.push(at);
            }
        }
        for alike in ending.values() {
            for &short in alike.iter().filter(|short| is_abbreviation(names::first_word(&self.all[**short].name))) {
                self.join_abbreviated(short, alike, groups);
            }
        }
    }

    fn join_abbreviated(&self, short: usize, alike: &[usize], groups: &mut Groups) {
        let body = &self.all[short];
        let (first, rest) = (names::first_word(&body.name), body.words.get(1..).unwrap_or_default());
        for &long in alike {
            if names::abbreviates(first, rest, &self.all[long].words) {
                groups.join(short, long, SameBecause::AlikeName);
            }
        }
    }

    fn join_abbreviations(&self, groups: &mut Groups) {
        let mut tied: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut bare: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, body) in self.all.iter().enumerate() {
            body.abbreviations.iter().for_each(|short| tied.entry(short).or_default().push(at));
            if body.sort != Sort::Full {
                bare.entry(folded(&body.name)).or_default().push(at);
            }
        }
        for (short, names) in &tied {
            let families = self.families(names, groups);
            bare.remove(*short).into_iter().flatten().for_each(|at| self.join_to_family(at, &families, groups));
        }
        // Nobody says what these stand for: nothing is against their being one.
        for names in bare.values() {
            let shorts: Vec<usize> = names.iter().copied().filter(|&at| self.all[at].sort == Sort::Abbreviation).collect();
            shorts.windows(2).for_each(|pair| groups.join(pair[0], pair[1], SameBecause::Abbreviation));
        }
    }

    /// The bodies that texts abbreviate alike: names that contradict each other are not joined.
    fn families(&self, names: &[usize], groups: &mut Groups) -> Vec<Vec<usize>> {
        /// An abbreviation stands for few bodies; what goes by it beyond these stays by itself.
        const MOST_FAMILIES: usize = 20;
        let mut families: Vec<Vec<usize>> = Vec::new();
        for at in self.longest_first(names) {
            let agrees = |family: &usize| names::agree(&self.all[families[*family][0]].telling, &self.all[at].telling);
            let fitting: Vec<usize> = (0..families.len()).filter(agrees).take(2).collect();
            match fitting[..] {
                [only] => {
                    groups.join(families[only][0], at, SameBecause::Abbreviation);
                    families[only].push(at);
                }
                _ if families.len() < MOST_FAMILIES => families.push(vec![at]),
                _ => {}
            }
        }
        families
    }

    fn longest_first(&self, names: &[usize]) -> Vec<usize> {
        let mut ordered = names.to_vec();
        sort_by_rank(&mut ordered, |&at| u64::MAX - self.all[at].words.len() as u64);
        ordered
    }

    /// A bare abbreviation is the one body that goes by it; of several, the one of its own municipality.
    fn join_to_family(&self, at: usize, families: &[Vec<usize>], groups: &mut Groups) {
        let body = &self.all[at];
        let is_own = |family: &&Vec<usize>| family.iter().any(|&name| !self.all[name].scopes.is_disjoint(&body.scopes));
        let mut own = families.iter().filter(is_own);
        let only = match (own.next(), own.next(), families) {
            (Some(family), None, _) => Some(family),
            (None, _, [family]) if body.sort == Sort::Abbreviation => Some(family),
            _ => None,
        };
        only.into_iter().for_each(|family| groups.join(family[0], at, SameBecause::Abbreviation));
    }

    /// `Werkbedrijf` is the one partner of the municipality that has the word in its name.
    fn join_kinds(&self, groups: &mut Groups) {
        let mut having: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
        for (scope, at) in self.full_of_scopes() {
            for word in &self.all[at].words {
                having.entry((scope, word.clone())).or_default().push(at);
            }
        }
        for at in (0..self.all.len()).filter(|&at| self.all[at].sort == Sort::KindAlone) {
            self.join_to_only(at, &names::key(&self.all[at].name), &having, groups);
        }
    }

    /// `De Zwaluw` is the one partner of the municipality whose name ends so: `Dorpshuis De Zwaluw`.
    fn join_proper_names(&self, groups: &mut Groups) {
        let mut ending: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
        for (scope, at) in self.full_of_scopes() {
            if let Some(tail) = names::proper_tail(&self.all[at].name) {
                ending.entry((scope, tail)).or_default().push(at);
            }
        }
        for at in self.full() {
            self.join_to_only(at, &names::key(&self.all[at].name), &ending, groups);
        }
    }

    /// Joins a name to the only partner of its municipality that is known by `key`.
    fn join_to_only(&self, at: usize, key: &str, known: &BTreeMap<(&str, String), Vec<usize>>, groups: &mut Groups) {
        for scope in &self.all[at].scopes {
            let named = known.get(&(scope.as_str(), key.to_owned())).map_or(&[][..], Vec::as_slice);
            let roots: BTreeSet<usize> = named.iter().map(|&name| groups.root(name)).collect();
            if let (1, Some(&root)) = (roots.len(), roots.first()) {
                groups.join(root, at, SameBecause::AlikeName);
            }
        }
    }

    /// The full names that the texts of each municipality give.
    fn full_of_scopes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.full().flat_map(|at| self.all[at].scopes.iter().map(move |scope| (scope.as_str(), at)))
    }

    fn full(&self) -> impl Iterator<Item = usize> {
        self.all.iter().enumerate().filter(|(_, body)| body.sort == Sort::Full).map(|(at, _)| at)
    }
}
