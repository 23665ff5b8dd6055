//! Organisations outside the municipality: listed as affiliated parties, or named in joint work.
//!
//! No list of organisations is kept (only one of national parties, which are none). A name counts when the text uses it
//! as one: it stands in a list of affiliated parties, it has a word for a kind of organisation in it, or the words around
//! it say that somebody works with it. What is a plan, a project, a law or a topic speaks against it.

mod abbreviation;
mod entries;
mod kinds;
mod listed;
mod mentions;
mod names;
mod portfolios;
mod regions;
mod sections;
mod signs;

use std::collections::{BTreeMap, BTreeSet};

use super::{page::Page, sentences::unwrapped};
use crate::{
    document::{Municipality, Part, Partner, Programme, Role},
    scan::words::folded,
    source::{Span, Spanned, sort_by_rank},
};
use kinds::Kind;
pub(super) use kinds::is_national_party;
use names::Name;
use regions::Regions;
pub(crate) use {
    abbreviation::{is_abbreviation, spells},
    kinds::is_kind_alone,
};

/// What else the text names: none of it is a partner.
pub(super) struct Others<'a> {
    pub(super) own: Option<&'a Municipality>,
    pub(super) programmes: &'a [Programme],
    pub(super) parts: &'a [Part],
    pub(super) parties: &'a [Spanned<String>],
}

/// A name that may be a partner's, with all that speaks for and against it.
struct Candidate {
    name: String,
    abbreviation: Option<String>,
    /// Other ways in which the text prints the name.
    variants: Vec<String>,
    affiliated: bool,
    weight: i32,
    refused: bool,
    first: Span,
}

/// What is needed to count as a partner.
const ENOUGH: i32 = 3;

/// The partners, in the order in which the text first names them.
pub(super) fn partners(page: &Page<'_>, others: &Others<'_>) -> Vec<Partner> {
    let regions = Regions::of(page);
    let mut candidates = Candidates::default();
    let mut listed = listed::affiliated(page, &regions);
    sort_by_rank(&mut listed, |name| name.span.rank());
    for name in &listed {
        candidates.add_listed(page, name);
    }
    for name in portfolios::partners(page) {
        candidates.candidate(page, &name).weight += ENOUGH;
    }
    let known = Known { others, regions: &regions, listed: &listed };
    let mut lists = Vec::new();
    for span in page.prose() {
        candidates.add_prose(page, span, &known, &mut lists);
    }
    for span in page.written() {
        candidates.add_label(page, span, &known);
    }
    for (_, span) in page.lines_alone() {
        candidates.add_heading(page, span, &known);
    }
    candidates.join_lists(&lists);
    candidates.into_partners(page, others)
}

/// What is known before running text is read.
struct Known<'a> {
    others: &'a Others<'a>,
    regions: &'a Regions,
    /// The names of lists, by their places.
    listed: &'a [Name],
}

impl Known<'_> {
    /// Whether a name is a piece of one that stands in a list.
    fn is_listed(&self, name: &Name) -> bool {
        let next = self.listed.partition_point(|listed| listed.span.end <= name.span.start);
        self.listed.get(next).is_some_and(|listed| listed.span.start <= name.span.start && name.span.end <= listed.span.end)
    }
}

/// Names that one sentence lists beside each other, by their keys.
type List = Vec<String>;

#[derive(Default)]
struct Candidates {
    by_name: BTreeMap<String, Candidate>,
    /// The key of the name behind each folded abbreviation.
    by_abbreviation: BTreeMap<String, String>,
}

impl Candidates {
    fn candidate(&mut self, page: &Page<'_>, name: &Name) -> &mut Candidate {
        let words = page.words(name.span);
        let key = self.key_of(words);
        let abbreviation = name.abbreviation.map(|span| page.words(span).to_owned());
        if let Some(short) = &abbreviation {
            self.by_abbreviation.entry(folded(short)).or_insert_with(|| key.clone());
        }
        let candidate = self.by_name.entry(key).or_insert_with(|| Candidate::new(words, name.span));
        candidate.add_variant(words);
        candidate.first = candidate.first.min(name.span);
        candidate.abbreviation = candidate.abbreviation.take().or(abbreviation);
        candidate
    }

    /// A bare abbreviation is the partner that it abbreviates.
    fn key_of(&self, words: &str) -> String {
        let key = key_of_name(words);
        self.by_abbreviation.get(&key).cloned().unwrap_or(key)
    }

    fn add_listed(&mut self, page: &Page<'_>, name: &Name) {
        let candidate = self.candidate(page, name);
        candidate.affiliated = true;
        candidate.weight += ENOUGH;
    }

    fn add_prose(&mut self, page: &Page<'_>, span: Span, known: &Known<'_>, lists: &mut Vec<List>) {
        for sentence in unwrapped(page.text, span) {
            let mut list = Vec::new();
            let mut last_end = None;
            let context = signs::Context::of(page.words(sentence));
            for name in names::names(page.text, sentence, known.regions).into_iter().filter(|name| !known.is_listed(name)) {
                let verdict = context.judge(page, sentence, &name, known.others, known.regions);
                let joined = last_end.is_some_and(|end| names::joins(&page.text[end..name.span.range().start]));
                last_end = Some(name.outer_end());
                let candidate = self.candidate(page, &name);
                candidate.weight = candidate.weight.max(verdict.weight);
                candidate.refused |= verdict.refused;
                candidate.affiliated |= verdict.affiliated;
                let key = key_of_name(&candidate.name);
                if !joined && !list.is_empty() {
                    lists.push(std::mem::take(&mut list));
                }
                list.push(key);
            }
            if list.len() > 1 {
                lists.push(list);
            }
        }
    }

    /// A short line says less than a sentence: a name counts there that begins with a word for its kind.
    fn add_heading(&mut self, page: &Page<'_>, span: Span, known: &Known<'_>) {
        let context = signs::Context::of(page.words(span));
        let names = names::names(page.text, span, known.regions).into_iter();
        for name in names.filter(|name| kinds::begins_with_kind(page.words(name.span)) && !known.is_listed(name)) {
            let verdict = context.judge(page, span, &name, known.others, known.regions);
            let candidate = self.candidate(page, &name);
            candidate.weight = candidate.weight.max(verdict.weight);
            candidate.refused |= verdict.refused;
        }
    }

    /// `Betrokken partners: A, B`: whatever is named behind the words is one.
    fn add_label(&mut self, page: &Page<'_>, span: Span, known: &Known<'_>) {
        let words = page.words(span);
        let lists = words.lines().filter_map(|line| line.split_once(": ").filter(|(label, _)| signs::calls_partners(label)));
        for list in lists.map(|(_, list)| span.inside(words, list)) {
            let context = signs::Context::of(page.words(list));
            for name in names::names(page.text, list, known.regions).into_iter().filter(|name| !known.is_listed(name)) {
                let verdict = context.judge(page, list, &name, known.others, known.regions);
                let candidate = self.candidate(page, &name);
                candidate.weight = candidate.weight.max(ENOUGH);
                candidate.refused |= verdict.refused;
            }
        }
    }

    /// Who stands in one list with a partner is likely one too.
    fn join_lists(&mut self, lists: &[List]) {
        const BESIDE_A_PARTNER: i32 = 2;
        for list in lists {
            let accepted = |key: &String| self.by_name.get(key).is_some_and(Candidate::is_partner);
            if !list.iter().any(accepted) {
                continue;
            }
            for key in list {
                if let Some(candidate) = self.by_name.get_mut(key).filter(|candidate| !candidate.is_partner()) {
                    candidate.weight += BESIDE_A_PARTNER;
                }
            }
        }
    }

    fn into_partners(mut self, page: &Page<'_>, others: &Others<'_>) -> Vec<Partner> {
        let not_partners = others.keys();
        self.by_name.retain(|key, candidate| candidate.is_partner() && !not_partners.contains(key));
        self.join_abbreviations();
        self.join_short_forms();
        let mut accepted: Vec<Candidate> = self.by_name.into_values().collect();
        sort_by_rank(&mut accepted, |candidate| candidate.first.rank());
        let forms: Vec<Vec<String>> = accepted.iter().map(Candidate::forms).collect();
        let mentions = mentions::mentions(page, &forms);
        let partners = accepted.into_iter().zip(mentions).map(|(candidate, spans)| Partner {
            spans: if spans.is_empty() { vec![candidate.first] } else { spans },
            name: candidate.name,
            abbreviation: candidate.abbreviation,
            role: if candidate.affiliated { Role::Affiliated } else { Role::Mentioned },
        });
        partners.collect()
    }

    /// An abbreviation that stood before its name was told is the same partner.
    fn join_abbreviations(&mut self) {
        for (short, key) in std::mem::take(&mut self.by_abbreviation) {
            if short != key && self.by_name.contains_key(&key) {
                self.join(&short, &key);
            }
        }
    }

    /// `Veiligheidsregio` is `Veiligheidsregio Meer`, where the text names one of them only.
    fn join_short_forms(&mut self) {
        let keys: Vec<String> = self.by_name.keys().cloned().collect();
        for (at, short) in keys.iter().enumerate() {
            let goes_on = |long: &&String| long.strip_prefix(short.as_str()).is_some_and(|rest| rest.starts_with(' '));
            let mut longer = keys[at + 1..].iter().take_while(goes_on);
            if let (Some(long), None) = (longer.next(), longer.next())
                && kinds::kind_of(short) > Kind::None
            {
                self.join(short, long);
            }
        }
    }

    fn join(&mut self, from: &str, to: &str) {
        let Some(joined) = self.by_name.remove(from) else { return };
        let Some(candidate) = self.by_name.get_mut(to) else { return };
        candidate.affiliated |= joined.affiliated;
        candidate.first = candidate.first.min(joined.first);
        for variant in joined.forms() {
            candidate.add_variant(&variant);
        }
    }
}

impl Candidate {
    fn new(name: &str, first: Span) -> Self {
        Self {
            name: signs::spaced(name),
            variants: Vec::new(),
            first,
            abbreviation: None,
            affiliated: false,
            weight: 0,
            refused: false,
        }
    }

    fn is_partner(&self) -> bool {
        self.affiliated || (self.weight >= ENOUGH && !self.refused)
    }

    /// A name is printed in few ways; who prints more of them is hostile.
    fn add_variant(&mut self, words: &str) {
        const MOST_VARIANTS: usize = 6;
        if self.name != words && self.variants.len() < MOST_VARIANTS && !self.variants.iter().any(|known| known == words) {
            self.variants.push(words.to_owned());
        }
    }

    /// All ways in which the text prints the name.
    fn forms(&self) -> Vec<String> {
        [&self.name].into_iter().chain(&self.variants).chain(&self.abbreviation).cloned().collect()
    }
}

impl Others<'_> {
    /// The keys of the municipality's own name, the programmes', the parts' and the parties'.
    fn keys(&self) -> BTreeSet<String> {
        let programmes = self.programmes.iter().map(|programme| programme.name.as_str());
        let parts =
            self.programmes.iter().flat_map(|programme| &programme.parts).chain(self.parts).map(|part| part.name.as_str());
        let parties = self.parties.iter().map(|party| party.value.as_str());
        let names = self.own.iter().map(|own| own.name.as_str()).chain(programmes).chain(parts).chain(parties);
        let mut keys = BTreeSet::new();
        // Collecting would sort, and bring the code for that.
        keys.extend(names.map(key_of_name));
        keys
    }
}

/// By what a name is known again: without case, hyphens, article and legal form.
fn key_of_name(name: &str) -> String {
    const FORMS: [&str; 12] =
        ["de", "het", "gemeenschappelijke", "regeling", "gr", "nv", "n.v", "bv", "b.v", "stichting", "u.a", "holding"];
    let spaced: String = folded(name).chars().map(|mark| if matches!(mark, '-' | '–') { ' ' } else { mark }).collect();
    let all: Vec<&str> = spaced.split_whitespace().collect();
    let is_form = |word: &&&str| FORMS.contains(&word.trim_end_matches(['.', ',']));
    let before = all.iter().take_while(is_form).count();
    let behind = all.iter().rev().take_while(is_form).count();
    let bare = all.get(before..all.len() - behind).unwrap_or_default();
    if bare.is_empty() { spaced } else { bare.join(" ") }
}

#[cfg(test)]
mod tests;
