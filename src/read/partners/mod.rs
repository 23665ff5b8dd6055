//! Organisations outside the municipality: listed as affiliated parties, or named in joint work.
//!
//! No list of organisations is kept (only one of national parties, which are none). A name counts when the text uses it as one: it stands in a list of affiliated
//! parties, it has a word for a kind of organisation in it, or the words around it say that somebody works with it. What
//! is a plan, a project, a law or a topic speaks against it.

mod abbreviation;
mod listed;
mod mentions;
mod names;
mod signs;

use std::collections::BTreeMap;

use super::{page::Page, sentences::sentences};
use crate::{
    document::{Municipality, Part, Partner, Programme, Role},
    scan::words::folded,
    source::{Span, Spanned, sort_by_rank},
};
use names::Name;

/// What else the text names: none of it is a partner.
pub(super) struct Others<'a> {
    pub(super) own: Option<&'a Municipality>,
    pub(super) programmes: &'a [Programme],
    pub(super) parts: &'a [Part],
    pub(super) parties: &'a [Spanned<String>],
}

/// A name that may be a partner's, with all that speaks for and against it.
#[derive(Default)]
struct Candidate {
    name: String,
    abbreviation: Option<String>,
    affiliated: bool,
    weight: i32,
    refused: bool,
    first: u32,
}

/// What is needed to count as a partner.
const ENOUGH: i32 = 3;

/// The partners, in the order in which the text first names them.
pub(super) fn partners(page: &Page<'_>, others: &Others<'_>) -> Vec<Partner> {
    let mut candidates = Candidates { by_name: BTreeMap::new(), by_abbreviation: BTreeMap::new(), regions: signs::regions(page) };
    for name in listed::affiliated(page) {
        candidates.add_listed(page, &name);
    }
    let mut lists = Vec::new();
    for span in page.prose() {
        candidates.add_prose(page, span, others, &mut lists);
    }
    candidates.join_lists(&lists);
    candidates.into_partners(page, others)
}

/// Names that one sentence lists beside each other, folded.
type List = Vec<String>;

struct Candidates {
    by_name: BTreeMap<String, Candidate>,
    /// The folded name behind each folded abbreviation.
    by_abbreviation: BTreeMap<String, String>,
    regions: Vec<String>,
}

impl Candidates {
    fn candidate(&mut self, page: &Page<'_>, name: &Name) -> &mut Candidate {
        let words = page.words(name.span);
        let key = self.key_of(words);
        let abbreviation = name.abbreviation.map(|span| page.words(span).to_owned());
        if let Some(short) = &abbreviation {
            self.by_abbreviation.entry(folded(short)).or_insert_with(|| key.clone());
        }
        let candidate = self.by_name.entry(key).or_insert_with(|| Candidate {
            name: words.to_owned(),
            first: name.span.start,
            ..Candidate::default()
        });
        candidate.first = candidate.first.min(name.span.start);
        candidate.abbreviation = candidate.abbreviation.take().or(abbreviation);
        candidate
    }

    /// A bare abbreviation is the partner that it abbreviates.
    fn key_of(&self, words: &str) -> String {
        let folded = folded(words);
        self.by_abbreviation.get(&folded).cloned().unwrap_or(folded)
    }

    fn add_listed(&mut self, page: &Page<'_>, name: &Name) {
        let candidate = self.candidate(page, name);
        candidate.affiliated = true;
        candidate.weight += ENOUGH;
    }

    fn add_prose(&mut self, page: &Page<'_>, span: Span, others: &Others<'_>, lists: &mut Vec<List>) {
        for sentence in sentences(page.text, span) {
            let mut list = Vec::new();
            let mut last_end = None;
            let context = signs::Context::of(page.words(sentence));
            for name in names::names(page.text, sentence, &self.regions) {
                let verdict = context.judge(page, sentence, &name, others, &self.regions);
                let joined = last_end.is_some_and(|end| names::joins(&page.text[end..name.span.range().start]));
                last_end = Some(name.outer_end());
                let candidate = self.candidate(page, &name);
                candidate.weight = candidate.weight.max(verdict.weight);
                candidate.refused |= verdict.refused;
                candidate.affiliated |= verdict.affiliated;
                let key = folded(&candidate.name);
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

    fn into_partners(self, page: &Page<'_>, others: &Others<'_>) -> Vec<Partner> {
        let mut accepted: Vec<Candidate> =
            self.by_name.into_values().filter(|candidate| candidate.is_partner() && !others.hold(&candidate.name)).collect();
        sort_by_rank(&mut accepted, |candidate| u64::from(candidate.first));
        let names: Vec<(&str, Option<&str>)> =
            accepted.iter().map(|candidate| (candidate.name.as_str(), candidate.abbreviation.as_deref())).collect();
        let mentions = mentions::mentions(page, &names);
        let partners = accepted.into_iter().zip(mentions).map(|(candidate, spans)| Partner {
            name: candidate.name,
            abbreviation: candidate.abbreviation,
            role: if candidate.affiliated { Role::Affiliated } else { Role::Mentioned },
            spans,
        });
        partners.filter(|partner| !partner.spans.is_empty()).collect()
    }
}

impl Candidate {
    fn is_partner(&self) -> bool {
        self.affiliated || (self.weight >= ENOUGH && !self.refused)
    }
}

impl Others<'_> {
    /// Whether a name is the municipality's own, a programme's, a part's or a party's.
    fn hold(&self, name: &str) -> bool {
        let name = folded(name);
        let same = |other: &str| folded(other) == name;
        self.own.is_some_and(|own| same(&own.name))
            || self
                .programmes
                .iter()
                .any(|programme| same(&programme.name) || programme.parts.iter().any(|part| same(&part.name)))
            || self.parts.iter().any(|part| same(&part.name))
            || self.parties.iter().any(|party| same(&party.value))
    }
}

#[cfg(test)]
mod tests {
    use crate::{document::Role, read::read, source::Source};

    /// Partners as `name (abbreviation) xN` with a star for affiliated ones.
    fn check(text: &str, expected: &[&str]) {
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let found: Vec<_> = document
            .partners
            .iter()
            .map(|partner| {
                let abbreviation = partner.abbreviation.as_ref().map_or(String::new(), |short| format!(" ({short})"));
                let star = if partner.role == Role::Affiliated { "*" } else { "" };
                format!("{star}{}{abbreviation} x{}", partner.name, partner.spans.len())
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn lists_of_affiliated_parties() {
        check(
            "Begroting 2024\n\nOverzicht verbonden partijen\n\n • Gezondheidsdienst regio Voorbeeldmeer (GDrV)\n • Werk en Kansen Voorbeeldmeer \
             (WKV)\n • V12\n\nDeelprogramma's\n\n • Zorg\n",
            &["*Gezondheidsdienst regio Voorbeeldmeer (GDrV) x1", "*Werk en Kansen Voorbeeldmeer (WKV) x1", "*V12 x1"],
        );
    }

    #[test]
    fn lists_with_a_line_for_each_thing_told() {
        check(
            "Begroting 2024\n\nVerbonden partijen\n\nA. Gemeenschappelijke regelingen\n\n1. Veiligheidsregio Meer (VRM)\n\nBurgemeester \
             (bestuur)\n\n2. Werkbedrijf Meer\n\nWethouder\n",
            &["*Veiligheidsregio Meer (VRM) x1", "*Werkbedrijf Meer x1"],
        );
        check(
            "Begroting 2024\n\nVerbonden partijen\n\nNaam: Werkbedrijf Meer\nPlaats: Meerstad\nBijdrage: € 5\n",
            &["*Werkbedrijf Meer x1"],
        );
        check(
            "Begroting 2024\n\nVerbonden partijen\n\nPartij\tBijdrage 2024\nWerkbedrijf Meer\t500\n",
            &["*Werkbedrijf Meer x1"],
        );
    }

    #[test]
    fn an_abbreviation_is_tied_once_and_found_everywhere() {
        check(
            "Zorg\n\nWij zijn lid van de gemeenschappelijke regeling Werk en Kansen Voorbeeldmeer (WKV). WKV helpt mensen, en WKV's team ook.",
            &["*Werk en Kansen Voorbeeldmeer (WKV) x3"],
        );
    }

    #[test]
    fn joint_work_names_partners() {
        check(
            "Zorg\n\nSamen met Woonkracht, Doeners en scholen pakken wij armoede aan. De subsidies gaan naar bijvoorbeeld ZOactief en Lumé.",
            &["Woonkracht x1", "Doeners x1", "ZOactief x1", "Lumé x1"],
        );
        check(
            "Zorg\n\nEen vrijwilliger van Zonnebloempje helpt. Het Steunpunt Ouderen denkt mee.",
            &["Zonnebloempje x1", "Steunpunt Ouderen x1"],
        );
    }

    #[test]
    fn regions_by_what_they_are_joined_to() {
        check("Zorg\n\nIn Voorbeeldmeerverband en met de V12 gemeenten werken wij samen.", &["Voorbeeldmeer x1", "V12 x1"]);
    }

    #[test]
    fn plans_projects_and_topics_are_none() {
        check(
            "Zorg\n\nVia het project ZorgZaam werken wij samen aan Beschermd Wonen (BW). Samen met Kinderopvang lukt dat.",
            &[],
        );
        check("Zorg\n\nIn het beleidsplan Samen Sterk staat hoe wij samen met inwoners werken.", &[]);
    }
}
