//! What is shown of several documents: what came of comparing them, and which two are in sight.
//!
//! Plain data, like the rest of the workspace; the comparing worker's client is in `comparer`.

use std::rc::Rc;

use super::state::Loaded;
use crate::{
    check::beside::has_problem,
    compare::{Comparison, FactOf, Match, Pair, PartnerAcross, Passage, Relation, Repeat, Volume},
    decisions::{Decisions, DocumentName, Inhabitants, MatchDecision, PartnerDecision, ProgrammeName},
    document::{Code, Figure, Partner, Programme},
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

/// Two volumes by the keys of their first documents: a choice that outlives the comparison that it was made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Two {
    /// The one.
    pub left: u32,
    /// The other; the same one where its phases or its years stand beside each other.
    pub right: u32,
    /// What they are to each other, where they were offered as that.
    pub relation: Option<Relation>,
}

/// A partner by the first place that it was read in, for two may have one name: a choice that outlives the comparison that it
/// was made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartnerKey {
    /// The key of the document.
    pub document: u32,
    /// Counts in the document's partners.
    pub fact: usize,
}

/// Everything about comparing on the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparing {
    /// How far it is.
    pub stage: Stage,
    /// The last comparison.
    pub compared: Option<Rc<Compared>>,
    /// The two that are in sight, where a person chose them.
    pub chosen: Option<Two>,
    /// Two that do not belong together by themselves, and what came of them.
    pub own: Option<(Two, Option<Rc<Pair>>)>,
    /// The partner that is read about.
    pub partner: Option<PartnerKey>,
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
    Paired(Two, Option<Rc<Pair>>),
    /// A person chose two.
    Choose(Two),
    /// A partner was chosen, or none any more.
    ReadAbout(Option<PartnerKey>),
    /// A person said which programme is which, or takes that back.
    Match {
        /// The programme of the left volume.
        left: Box<ProgrammeName>,
        /// The right volume.
        beside: Box<DocumentName>,
        /// What they said; none takes it back.
        right: Option<Box<MatchDecision>>,
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

    /// Whether an amount contradicts a sum that it stands in.
    pub fn is_in_doubt(&self, of: FactOf) -> bool {
        let document = self.loaded(of.document).map(|loaded| &loaded.document);
        let figure = self.figure(of);
        document.zip(figure).is_some_and(|(document, figure)| has_problem(document, figure, Code::IdentityBroken))
    }

    /// What a partner is known by.
    pub fn partner_key(&self, partner: &PartnerAcross) -> Option<PartnerKey> {
        let first = partner.presence.first()?.partners.first()?;
        Some(PartnerKey { document: self.loaded(first.document)?.key, fact: first.fact })
    }

    /// The partner that is known by a key, whatever else it is by now.
    fn known_partner(&self, known: PartnerKey) -> Option<&PartnerAcross> {
        let document = self.documents.iter().position(|loaded| loaded.key == known.document)?;
        let fact = FactOf { document, fact: known.fact };
        let is_it = |partner: &&PartnerAcross| partner.presence.iter().any(|presence| presence.partners.contains(&fact));
        self.comparison.partners.iter().find(is_it)
    }

    /// The words of a passage.
    pub fn words(&self, passage: Passage) -> &str {
        self.loaded(passage.document).map_or("", |loaded| loaded.source.cut(passage.span))
    }

    /// The figures that both of a pair print.
    pub fn repeats(&self, pair: &Pair) -> Vec<&Repeat> {
        let is_in = |of: FactOf, volume: usize| self.volume(volume).is_some_and(|volume| volume.documents.contains(&of.document));
        let both = |one: FactOf, other: FactOf| is_in(one, pair.left) && is_in(other, pair.right);
        let is_of_pair = |repeat: &&Repeat| both(repeat.left, repeat.right) || both(repeat.right, repeat.left);
        self.comparison.repeats.iter().filter(is_of_pair).collect()
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
    pub fn two(&self, pair: &Pair) -> Option<Two> {
        Some(Two { left: self.key(pair.left)?, right: self.key(pair.right)?, relation: Some(pair.relation) })
    }

    /// A programme by its own words, as decisions name it.
    pub fn name_of(&self, volume: usize, of: FactOf) -> Option<ProgrammeName> {
        let (DocumentName { municipality, kind, year }, programme) = (self.document_name(volume)?, self.programme(of)?);
        Some(ProgrammeName { municipality, kind, year, number: programme.number.clone(), name: programme.name.clone() })
    }

    /// A volume as decisions name it.
    pub fn document_name(&self, volume: usize) -> Option<DocumentName> {
        let Volume { municipality, kind, year, .. } = self.volume(volume)?;
        Some(DocumentName { municipality: municipality.clone(), kind: *kind, year: *year })
    }

    /// Whether a person said with which programme of the right volume of a pair one of the left belongs.
    pub fn is_decided(&self, pair: &Pair, left: FactOf, decisions: &Decisions) -> bool {
        let (Some(left), Some(beside)) = (self.name_of(pair.left, left), self.document_name(pair.right)) else { return false };
        decisions.matches.iter().any(|decision| counts_for(decision, &left, &beside))
    }

    /// The name of the programme of a match: of the left one, or else of the right one.
    pub fn match_name(&self, matched: &Match) -> Option<&Programme> {
        matched.left.or(matched.right).and_then(|programme| self.programme(programme))
    }
}

impl Two {
    /// Whether they are the same two, in whichever order, and as far as is said the same to each other.
    fn is_same(self, other: Self) -> bool {
        let is_order = |(left, right)| (self.left, self.right) == (left, right);
        let are_alike = self.relation.zip(other.relation).is_none_or(|(one, other)| one == other);
        are_alike && (is_order((other.left, other.right)) || is_order((other.right, other.left)))
    }
}

impl Comparing {
    /// The two that are in sight: those that were chosen, or else the first that belong together.
    pub fn in_sight(&self) -> Option<Two> {
        let compared = self.compared.as_ref()?;
        let is_there = |two: &Two| compared.place(two.left).is_some() && compared.place(two.right).is_some();
        self.chosen.filter(is_there).or_else(|| compared.two(compared.comparison.pairs.first()?))
    }

    /// The partner that is read about.
    pub fn partner(&self) -> Option<&PartnerAcross> {
        self.compared.as_ref()?.known_partner(self.partner?)
    }

    /// What came of the two that are in sight; none as long as that is not known, or where nothing came of them.
    pub fn pair(&self) -> Option<&Pair> {
        let (compared, two) = (self.compared.as_ref()?, self.in_sight()?);
        let mut offered = compared.comparison.pairs.iter();
        let own = || self.own.as_ref().filter(|(known, _)| *known == two).and_then(|(_, pair)| pair.as_deref());
        offered.find(|pair| compared.two(pair).is_some_and(|other| other.is_same(two))).or_else(own)
    }

    /// The two that still have to be compared.
    pub fn unpaired(&self) -> Option<Two> {
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
                (self.stage, self.compared, self.own) = (Stage::Rest, Some(compared), None);
            }
            Comparative::Paired(two, pair) => (self.stage, self.own) = (Stage::Rest, Some((two, pair))),
            Comparative::Choose(two) => self.chosen = Some(two),
            Comparative::ReadAbout(partner) => self.partner = partner,
            Comparative::Match { left, beside, right } => {
                decide_match(decisions, &left, &beside, right.map(|decision| *decision));
            }
            Comparative::Partner(decision) => decide_partner(decisions, decision),
            Comparative::Inhabitants(inhabitants) => decide_inhabitants(decisions, inhabitants),
        }
    }
}

/// A new decision about a programme replaces the one before about the same two documents. One that names no other document
/// stays behind it, for the others; but whoever takes a decision back wants none to count.
fn decide_match(decisions: &mut Decisions, left: &ProgrammeName, beside: &DocumentName, right: Option<MatchDecision>) {
    let is_about_all = |decision: &MatchDecision| decision.other_document().is_none();
    let stays = |decision: &MatchDecision| right.is_some() && is_about_all(decision);
    decisions.matches.retain(|decision| stays(decision) || !counts_for(decision, left, beside));
    decisions.matches.extend(right);
}

/// Whether a decision says what becomes of a programme beside a document.
fn counts_for(decision: &MatchDecision, left: &ProgrammeName, beside: &DocumentName) -> bool {
    decision.left == *left && decision.other_document().is_none_or(|other| other == *beside)
}

/// A new decision about two names replaces the one before.
fn decide_partner(decisions: &mut Decisions, decision: PartnerDecision) {
    decisions.take_in(Decisions { partners: vec![decision], ..Decisions::default() });
}

fn decide_inhabitants(decisions: &mut Decisions, inhabitants: Inhabitants) {
    let is_about = |other: &Inhabitants| other.municipality == inhabitants.municipality && other.year == inhabitants.year;
    decisions.inhabitants.retain(|other| !is_about(other));
    decisions.inhabitants.extend(Some(inhabitants).filter(|inhabitants| inhabitants.count > 0));
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{
        compare::{Presence, compare, pair},
        document::{Kind, Role},
        read::read,
        source::Source,
    };

    pub(crate) const BUDGET: &str = "Begroting 2024 gemeente Voorbeeldstad\n\nProgramma Zorg\n\nLasten € 1.200\n";
    pub(crate) const ACCOUNTS: &str = "Jaarstukken 2024 gemeente Voorbeeldstad\n\nProgramma Zorg\n\nLasten € 1.500\n";
    pub(crate) const NEIGHBOUR: &str = "Begroting 2025 gemeente Zilverland\n\nProgramma Wonen\n\nLasten € 12\n";

    /// These texts compared; the keys of the documents count from 1.
    pub(crate) fn compared(texts: &[&str]) -> Rc<Compared> {
        let read = |(key, text): (u32, &&str)| {
            let source = Source::from_bytes(&format!("{key}.txt"), text.as_bytes());
            let document = read(&source);
            Rc::new(Loaded::new(key, key, source, document, Vec::new()))
        };
        let documents: Vec<Rc<Loaded>> = (1..).zip(texts).map(read).collect();
        let borrowed: Vec<_> = documents.iter().map(|loaded| (&loaded.source, &loaded.document)).collect();
        let comparison = compare(&borrowed, &Decisions::default());
        Rc::new(Compared { documents, comparison })
    }

    fn comparing(compared: &Rc<Compared>) -> Comparing {
        Comparing { compared: Some(Rc::clone(compared)), ..Comparing::default() }
    }

    fn two(left: u32, right: u32) -> Two {
        Two { left, right, relation: None }
    }

    #[test]
    fn the_first_two_that_belong_together_are_in_sight() {
        let compared = compared(&[NEIGHBOUR, BUDGET, ACCOUNTS]);
        let comparing = comparing(&compared);
        let pair = comparing.pair().expect("a budget and its accounts");
        assert_eq!(
            (pair.relation, compared.key(pair.left), compared.key(pair.right)),
            (Relation::BudgetAndAccounts, Some(2), Some(3))
        );
        assert_eq!(comparing.unpaired(), None);
    }

    #[test]
    fn a_choice_is_found_again_in_whichever_order() {
        let mut comparing = comparing(&compared(&[BUDGET, ACCOUNTS]));
        comparing.apply(Comparative::Choose(two(2, 1)), &mut Decisions::default());
        assert_eq!(comparing.pair().map(|pair| pair.relation), Some(Relation::BudgetAndAccounts));
        comparing.apply(Comparative::Choose(two(2, 9)), &mut Decisions::default());
        assert!(comparing.pair().is_some(), "a document that is gone is not waited for");
    }

    #[test]
    fn two_that_do_not_belong_together_are_asked_for_once() {
        let all = compared(&[ACCOUNTS, NEIGHBOUR]);
        let comparison = Comparison { pairs: Vec::new(), ..all.comparison.clone() };
        let compared = Rc::new(Compared { documents: all.documents.clone(), comparison });
        let mut comparing = comparing(&compared);
        let chosen = two(1, 2);
        comparing.apply(Comparative::Choose(chosen), &mut Decisions::default());
        assert_eq!(comparing.unpaired(), Some(chosen));
        let borrowed: Vec<_> = compared.documents.iter().map(|loaded| (&loaded.source, &loaded.document)).collect();
        let made = pair(&borrowed, &compared.comparison.volumes, (0, 1), &Decisions::default()).map(Rc::new);
        comparing.apply(Comparative::Paired(chosen, made.clone()), &mut Decisions::default());
        assert_eq!((comparing.unpaired(), comparing.pair()), (None, made.as_deref()));
        comparing.apply(Comparative::Paired(chosen, None), &mut Decisions::default());
        assert_eq!((comparing.unpaired(), comparing.pair()), (None, None));
    }

    #[test]
    fn of_two_partners_of_one_name_each_can_be_read_about() {
        let all = compared(&[BUDGET, ACCOUNTS]);
        let partner = |document: usize, fact: usize| {
            let partners = vec![FactOf { document, fact }];
            let presence = Presence { volume: document, partners, role: Role::Mentioned, mentions: 1, figures: Vec::new() };
            PartnerAcross { name: "De Linde".to_owned(), names: Vec::new(), because: Vec::new(), presence: vec![presence] }
        };
        let partners = vec![partner(0, 3), partner(1, 3)];
        let keys: Vec<_> = partners.iter().map(|partner| all.partner_key(partner)).collect();
        assert_eq!(keys, [1, 2].map(|document| Some(PartnerKey { document, fact: 3 })));
        let comparison = Comparison { partners: partners.clone(), ..all.comparison.clone() };
        let mut comparing = comparing(&Rc::new(Compared { documents: all.documents.clone(), comparison }));
        for (partner, key) in partners.iter().zip(keys) {
            comparing.apply(Comparative::ReadAbout(key), &mut Decisions::default());
            assert_eq!(comparing.partner(), Some(partner));
        }
    }

    #[test]
    fn the_last_decision_counts() {
        let (mut decisions, mut comparing) = (Decisions::default(), Comparing::default());
        let programme = |year: i32, name: &str| ProgrammeName {
            municipality: None,
            kind: Some(Kind::Budget),
            year: Some(year),
            number: None,
            name: name.to_owned(),
        };
        let (left, beside) = (programme(2024, "Zorg"), |year: i32| programme(year, "").document());
        let to = |year: i32, name: Option<&str>| MatchDecision {
            left: left.clone(),
            right: name.map(|name| programme(year, name)),
            beside: Some(beside(year)).filter(|_| name.is_none()),
        };
        let mut say = |year: i32, decision: Option<MatchDecision>| {
            let (left, beside) = (Box::new(left.clone()), Box::new(beside(year)));
            comparing.apply(Comparative::Match { left, beside, right: decision.map(Box::new) }, &mut decisions);
            decisions.matches.clone()
        };
        say(2025, Some(to(2025, Some("Wonen"))));
        assert_eq!(say(2025, Some(to(2025, Some("Gezondheid")))), [to(2025, Some("Gezondheid"))]);
        let both = [to(2025, Some("Gezondheid")), to(2026, None)];
        assert_eq!(say(2026, Some(to(2026, None))), both, "beside another document it is another question");
        assert_eq!(say(2025, None), both[1..]);
        let of_all = MatchDecision { beside: None, ..to(2026, None) };
        decisions.matches.insert(0, of_all.clone());
        let mut say = |decision: Option<MatchDecision>| {
            decide_match(&mut decisions, &left, &beside(2025), decision);
            decisions.matches.clone()
        };
        assert_eq!(say(Some(to(2025, None))), [of_all, to(2026, None), to(2025, None)]);
        assert_eq!(say(None), both[1..]);
    }

    #[test]
    fn names_are_one_or_not_in_whichever_order() {
        let mut decisions = Decisions::default();
        let say = |decision: PartnerDecision, decisions: &mut Decisions| {
            Comparing::default().apply(Comparative::Partner(decision), decisions);
        };
        say(PartnerDecision::Same("GDZ".to_owned(), "Gezondheidsdienst".to_owned()), &mut decisions);
        let apart = PartnerDecision::Apart("Gezondheidsdienst".to_owned(), "GDZ".to_owned());
        say(apart.clone(), &mut decisions);
        assert_eq!(decisions.partners, [apart]);
    }

    #[test]
    fn inhabitants_are_typed_and_taken_back() {
        let mut decisions = Decisions::default();
        let mut say = |count| {
            let typed = Inhabitants { municipality: "Voorbeeldstad".to_owned(), year: Some(2024), count };
            Comparing::default().apply(Comparative::Inhabitants(typed), &mut decisions);
            decisions.inhabitants.iter().map(|inhabitants| inhabitants.count).collect::<Vec<_>>()
        };
        assert_eq!([say(34_000), say(35_000), say(0)], [vec![34_000], vec![35_000], vec![]]);
    }
}
