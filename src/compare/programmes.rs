//! Which programmes of two volumes are the same.
//!
//! From one year to the next programmes are renamed, renumbered, merged and split. A match is made on what both print: the
//! name, the number, the parts and rows that stand under them. The best match goes first, and each programme has one. What
//! people decided goes before all that.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    FactOf, Volume,
    amounts::{Amounts, Key},
    volumes::number,
};
use crate::{
    decisions::{Decisions, DocumentName, ProgrammeName},
    document::{Document, Programme},
    scan::words::{folded, is_small_word, words},
    source::{Source, sort_by_rank},
};

/// Two programmes that are the same, or one without a counterpart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// In the left volume.
    pub left: Option<FactOf>,
    /// In the right one.
    pub right: Option<FactOf>,
    /// Why; none for one without a counterpart, unless a person said that it has none.
    pub reasons: Vec<MatchReason>,
}

/// Why two programmes are taken for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MatchReason {
    /// They have the same number.
    Number,
    /// They have the same name.
    Name,
    /// Their names are alike.
    AlikeName,
    /// They share parts.
    Parts,
    /// A person said so.
    Person,
}

/// A volume's programmes as they are matched.
struct Side<'a> {
    facts: &'a [FactOf],
    faces: Vec<Face<'a>>,
}

/// What a programme is told by.
struct Face<'a> {
    programme: &'a Programme,
    name: String,
    /// The words of its name that say something, in the order of the alphabet.
    words: BTreeSet<String>,
    number: Option<String>,
    /// The names of its parts and of the rows of what it costs.
    parts: BTreeSet<String>,
}

impl<'a> Side<'a> {
    fn of(documents: &[(&'a Source, &'a Document)], volume: &'a Volume, amounts: &Amounts) -> Self {
        let mut rows: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for key in amounts.of.keys().filter(|key| !key.row.is_empty()) {
            if let Some(slot) = key.programme {
                rows.entry(slot).or_default().insert(key.row.clone());
            }
        }
        let programme = |fact: &FactOf| documents.get(fact.document)?.1.programmes.get(fact.fact);
        let programmes = volume.programmes.iter().filter_map(programme).enumerate();
        let faces = programmes.map(|(slot, programme)| Face::of(programme, rows.remove(&slot).unwrap_or_default())).collect();
        Self { facts: &volume.programmes, faces }
    }

    /// The programme that a person named, if it is of this volume.
    fn named(&self, volume: &Volume, name: &ProgrammeName) -> Option<usize> {
        let wanted = folded(&name.name);
        let is_it = |face: &Face<'_>| face.name == wanted && same(face.programme.number.as_deref(), name.number.as_deref());
        self.faces.iter().position(is_it).filter(|_| is_named(volume, &name.document()))
    }
}

fn same(one: Option<&str>, other: Option<&str>) -> bool {
    one.map(folded) == other.map(folded)
}

/// Whether a person named this volume.
fn is_named(volume: &Volume, name: &DocumentName) -> bool {
    same(volume.municipality.as_deref(), name.municipality.as_deref()) && (volume.kind, volume.year) == (name.kind, name.year)
}

impl<'a> Face<'a> {
    fn of(programme: &'a Programme, rows: BTreeSet<String>) -> Self {
        let own = words(&programme.name).map(|word| folded(word.text)).filter(|word| !is_small_word(word)).collect();
        let mut parts = rows;
        parts.extend(programme.parts.iter().map(|part| folded(&part.name)));
        Self { programme, name: folded(&programme.name), words: own, number: number(programme), parts }
    }

    /// Why two programmes may be the same and how much that weighs, of 1,000; none where nothing says so.
    fn alike(&self, other: &Self) -> Option<(u64, Vec<MatchReason>)> {
        let same_number = self.number.is_some() && self.number == other.number;
        let same_name = self.name == other.name;
        let likeness = if same_name { 100 } else { likeness(self, other) };
        let parts = shared(&self.parts, &other.parts);
        let alike_name = !same_name && (likeness >= ALIKE || same_number && likeness >= ALIKE_WITH_NUMBER);
        if !(same_name || alike_name || parts.is_some()) {
            return None;
        }
        let mut reasons = Vec::new();
        reasons.extend(same_number.then_some(MatchReason::Number));
        reasons.extend(same_name.then_some(MatchReason::Name));
        reasons.extend(alike_name.then_some(MatchReason::AlikeName));
        reasons.extend(parts.map(|_| MatchReason::Parts));
        Some((likeness * 5 + parts.unwrap_or(0) * 3 + u64::from(same_number) * 200, reasons))
    }
}

/// Of 100: names this much alike are those of one programme.
const ALIKE: u64 = 75;
/// Of 100: this much is enough where the number is the same.
const ALIKE_WITH_NUMBER: u64 = 40;
/// Of 100: so much of the parts of the one with fewer must be parts of the other.
const SHARED: u64 = 60;
/// More programmes than this are matched by their names alone.
const MOST_TO_WEIGH: usize = 100;

/// How alike two names are, of 100: by their letters, or by the words that they share.
fn likeness(one: &Face<'_>, other: &Face<'_>) -> u64 {
    const LONGEST_BYTES: usize = 200;
    if one.name.len().max(other.name.len()) > LONGEST_BYTES {
        return 0;
    }
    let common = one.words.intersection(&other.words).count() as u64;
    let by_words = (common * 200).checked_div((one.words.len() + other.words.len()) as u64).unwrap_or(0);
    by_words.max(percent(strsim::normalized_levenshtein(&one.name, &other.name)))
}

/// A likeness from 0 to 1 as a whole number of 100.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 1")]
fn percent(likeness: f64) -> u64 {
    (likeness.clamp(0.0, 1.0) * 100.0) as u64
}

/// How many of the parts of the one with fewer are parts of the other, of 100; none where too few are.
fn shared(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Option<u64> {
    const FEWEST: usize = 2;
    let common = one.intersection(other).count();
    let share = (common as u64 * 100).checked_div(one.len().min(other.len()) as u64)?;
    (common >= FEWEST && share >= SHARED).then_some(share)
}

/// Every programme of both volumes once, in the order of the left one, then those that only the right one has.
pub(super) fn matches(
    documents: &[(&Source, &Document)],
    [left, right]: [&Volume; 2],
    [left_amounts, right_amounts]: [&Amounts; 2],
    decisions: &Decisions,
) -> Vec<Match> {
    let sides = [Side::of(documents, left, left_amounts), Side::of(documents, right, right_amounts)];
    let mut couples = Couples::of(&sides);
    couples.decide(&sides, [left, right], decisions);
    couples.weigh(&sides);
    couples.by_number(&sides);
    couples.into_matches(&sides)
}

/// Matches that are being made, by the places of both programmes.
struct Couples {
    of_left: Vec<Option<(usize, Vec<MatchReason>)>>,
    /// Whether each is matched, or has no counterpart because a person said so.
    taken: [Vec<bool>; 2],
    alone: [Vec<bool>; 2],
}

impl Couples {
    fn of([left, right]: &[Side<'_>; 2]) -> Self {
        let none = || [vec![false; left.faces.len()], vec![false; right.faces.len()]];
        Self { of_left: vec![None; left.faces.len()], taken: none(), alone: none() }
    }

    fn couple(&mut self, left: usize, right: usize, reasons: Vec<MatchReason>) {
        if !self.taken[0][left] && !self.taken[1][right] {
            self.taken[0][left] = true;
            self.taken[1][right] = true;
            self.of_left[left] = Some((right, reasons));
        }
    }

    /// What people decided; of two decisions about one programme the later.
    fn decide(&mut self, sides: &[Side<'_>; 2], volumes: [&Volume; 2], decisions: &Decisions) {
        let find = |side: usize, name: &ProgrammeName| sides[side].named(volumes[side], name);
        for decision in decisions.matches.iter().rev() {
            if let Some(other) = &decision.right {
                let straight = find(0, &decision.left).zip(find(1, other));
                if let Some((left, right)) = straight.or_else(|| find(0, other).zip(find(1, &decision.left))) {
                    self.couple(left, right, vec![MatchReason::Person]);
                }
                continue;
            }
            // A decision that names no other document is about all of them.
            let is_about = |other: &Volume| decision.beside.as_ref().is_none_or(|name| is_named(other, name));
            for side in [0, 1].into_iter().filter(|side| is_about(volumes[1 - side])) {
                if let Some(at) = find(side, &decision.left).filter(|&at| !self.taken[side][at]) {
                    self.taken[side][at] = true;
                    self.alone[side][at] = true;
                }
            }
        }
    }

    /// The best first; of equals those that stand first.
    fn weigh(&mut self, [left, right]: &[Side<'_>; 2]) {
        let mut candidates: Vec<(u64, usize, usize, Vec<MatchReason>)> = Vec::new();
        if left.faces.len().max(right.faces.len()) <= MOST_TO_WEIGH {
            for (at, face) in left.faces.iter().enumerate() {
                let alike = |(to, other)| face.alike(other).map(|(weight, reasons)| (weight, at, to, reasons));
                candidates.extend(right.faces.iter().enumerate().filter_map(alike));
            }
        } else {
            let by_name: BTreeMap<&str, usize> =
                right.faces.iter().enumerate().rev().map(|(at, face)| (face.name.as_str(), at)).collect();
            let named = |(at, face): (usize, &Face<'_>)| {
                let to = *by_name.get(face.name.as_str())?;
                let (weight, reasons) = face.alike(&right.faces[to])?;
                Some((weight, at, to, reasons))
            };
            candidates.extend(left.faces.iter().enumerate().filter_map(named));
        }
        sort_by_rank(&mut candidates, |(weight, ..)| u64::MAX - weight);
        candidates.into_iter().for_each(|(_, left, right, reasons)| self.couple(left, right, reasons));
    }

    /// What is left goes by its number alone, but only where the numbers of all others stayed as they were.
    fn by_number(&mut self, [left, right]: &[Side<'_>; 2]) {
        let matched = || self.of_left.iter().enumerate().filter_map(|(at, to)| Some((at, to.as_ref()?.0)));
        let numbers = |(at, to): (usize, usize)| (left.faces[at].number.as_ref(), right.faces[to].number.as_ref());
        let mut kept = matched().map(numbers).peekable();
        if kept.peek().is_none() || !kept.all(|(one, other)| one.is_some() && one == other) {
            return;
        }
        let mut numbered: BTreeMap<&str, Option<usize>> = BTreeMap::new();
        for (at, face) in right.faces.iter().enumerate().filter(|&(at, _)| !self.taken[1][at]) {
            if let Some(number) = &face.number {
                numbered.entry(number).and_modify(|found| *found = None).or_insert(Some(at));
            }
        }
        for (at, face) in left.faces.iter().enumerate() {
            let to = face.number.as_deref().and_then(|number| *numbered.get(number)?);
            if let Some(to) = to {
                self.couple(at, to, vec![MatchReason::Number]);
            }
        }
    }

    fn into_matches(self, [left, right]: &[Side<'_>; 2]) -> Vec<Match> {
        let Self { of_left, taken: _, alone } = self;
        let of_person = |is_alone: bool| if is_alone { vec![MatchReason::Person] } else { Vec::new() };
        let mut is_matched = vec![false; right.faces.len()];
        let mut matches = Vec::new();
        for (at, to) in of_left.into_iter().enumerate() {
            let (to, reasons) = to.map_or_else(|| (None, of_person(alone[0][at])), |(to, reasons)| (Some(to), reasons));
            to.into_iter().for_each(|to| is_matched[to] = true);
            matches.push(Match { left: Some(left.facts[at]), right: to.map(|to| right.facts[to]), reasons });
        }
        let only_right = (0..right.faces.len()).filter(|&at| !is_matched[at]);
        matches.extend(only_right.map(|at| Match { left: None, right: Some(right.facts[at]), reasons: of_person(alone[1][at]) }));
        matches
    }
}

/// Where the programmes of one volume stand in the matches and in the other volume.
pub(super) struct Counterparts {
    /// For each programme of the right volume its match and its counterpart's place in the left one.
    of_right: Vec<Option<(usize, Option<usize>)>>,
}

impl Counterparts {
    pub(super) fn of([left, right]: [&Volume; 2], matches: &[Match]) -> Self {
        let places = |volume: &Volume| -> BTreeMap<FactOf, usize> {
            volume.programmes.iter().enumerate().map(|(at, &fact)| (fact, at)).collect()
        };
        let (lefts, rights) = (places(left), places(right));
        let mut of_right = vec![None; right.programmes.len()];
        for (at, found) in matches.iter().enumerate() {
            if let Some(&place) = found.right.and_then(|right| rights.get(&right)) {
                of_right[place] = Some((at, found.left.and_then(|left| lefts.get(&left).copied())));
            }
        }
        Self { of_right }
    }

    /// The match of the programme that a key of the right volume is of, and the same key in the left volume; none where its
    /// programme has no counterpart there.
    pub(super) fn seen_from_left(&self, key: &Key) -> (Option<usize>, Option<Key>) {
        let Some(slot) = key.programme else { return (None, Some(key.clone())) };
        let Some((at, left)) = self.of_right.get(slot).copied().flatten() else { return (None, None) };
        (Some(at), left.map(|left| Key { programme: Some(left), ..key.clone() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compare::{
            compare,
            examples::{SAMPLES, Texts},
        },
        decisions::MatchDecision,
        document::Kind,
    };

    fn volume(kind: &str, year: i32, programmes: &[&str]) -> String {
        let chapters: Vec<String> = programmes.iter().map(|programme| format!("{programme}\n\nTekst.\n\n")).collect();
        let chapters = chapters.concat();
        format!("{kind} {year} gemeente Voorbeeldstad\n\nIn de gemeente Voorbeeldstad.\n\n{chapters}")
    }

    /// The matches of the first pair of two volumes, as `left = right` with the reasons.
    fn lines(texts: &[&str], decisions: &Decisions) -> Vec<String> {
        let texts = Texts::read(texts);
        let documents = texts.all();
        let comparison = compare(&documents, decisions);
        let pair = comparison.pairs.iter().find(|pair| pair.left != pair.right).expect("two volumes");
        let name = |fact: Option<FactOf>| {
            let programme = fact.map(|fact| &documents[fact.document].1.programmes[fact.fact]);
            programme.map_or("-".to_owned(), |programme| programme.name.clone())
        };
        let line = |found: &Match| {
            let reasons: Vec<String> = found.reasons.iter().map(|reason| format!("{reason:?}")).collect();
            format!("{} = {}: {}", name(found.left), name(found.right), reasons.join(", "))
        };
        pair.programmes.iter().map(line).collect()
    }

    fn check(left: &[&str], right: &[&str], expected: &[&str]) {
        let texts = [volume("Begroting", 2024, left), volume("Begroting", 2025, right)];
        assert_eq!(lines(&[&texts[0], &texts[1]], &Decisions::default()), expected, "{left:?} {right:?}");
    }

    #[test]
    fn the_same_name_and_number() {
        check(
            &["Programma 1 Bestuur", "Programma 2 Zorg"],
            &["Programma 2 Zorg", "Programma 1 Bestuur"],
            &["Bestuur = Bestuur: Number, Name", "Zorg = Zorg: Number, Name"],
        );
    }

    #[test]
    fn renumbered_programmes_go_by_their_names() {
        check(
            &["Programma 1 Bestuur", "Programma 2 Zorg", "Programma 3 Wonen"],
            &["Programma 1 Zorg", "Programma 2 Wonen", "Programma 3 Bestuur"],
            &["Bestuur = Bestuur: Name", "Zorg = Zorg: Name", "Wonen = Wonen: Name"],
        );
    }

    #[test]
    fn renamed_programmes_go_by_names_that_are_alike() {
        check(
            &["Programma 1 Wonen en leefomgeving", "Programma 2 Verkeer en vervoer"],
            &["Programma 1 Wonen en de leefomgeving", "Programma 2 Bereikbaarheid en verkeer"],
            &[
                "Wonen en leefomgeving = Wonen en de leefomgeving: Number, AlikeName",
                "Verkeer en vervoer = Bereikbaarheid en verkeer: Number, AlikeName",
            ],
        );
    }

    #[test]
    fn a_new_name_goes_by_the_number_only_where_all_others_kept_theirs() {
        check(
            &["Programma 1 Bestuur", "Programma 2 Samenleving"],
            &["Programma 1 Bestuur", "Programma 2 Meedoen"],
            &["Bestuur = Bestuur: Number, Name", "Samenleving = Meedoen: Number"],
        );
        check(
            &["Programma 1 Bestuur", "Programma 2 Samenleving", "Programma 3 Zorg"],
            &["Programma 1 Bestuur", "Programma 2 Zorg", "Programma 3 Meedoen"],
            &["Bestuur = Bestuur: Number, Name", "Samenleving = -: ", "Zorg = Zorg: Name", "- = Meedoen: "],
        );
    }

    #[test]
    fn parts_tell_a_programme_whatever_it_is_called() {
        let parts = "\n\nDeelprogramma's\n\n • Jeugdhulp\n • Werk en inkomen\n • Gezondheid";
        let [left, right] = ["Programma 2 Samenleving", "Programma 4 Meedoen"].map(|name| format!("{name}{parts}"));
        check(
            &["Programma 1 Bestuur", &left],
            &["Programma 1 Bestuur", &right],
            &["Bestuur = Bestuur: Number, Name", "Samenleving = Meedoen: Parts"],
        );
    }

    #[test]
    fn the_rows_of_the_sample_set_are_parts_too() {
        let expected = [
            "Meedoen en gezondheid = Meedoen en gezondheid: Name, Parts",
            "Wonen en leefomgeving = Wonen en leefomgeving: Name, Parts",
        ];
        assert_eq!(lines(&SAMPLES, &Decisions::default()), expected);
    }

    fn named(year: i32, number: &str, name: &str) -> ProgrammeName {
        ProgrammeName {
            municipality: Some("Voorbeeldstad".to_owned()),
            kind: Some(Kind::Budget),
            year: Some(year),
            number: Some(number.to_owned()),
            name: name.to_owned(),
        }
    }

    #[test]
    fn what_people_decided_goes_first() {
        let texts = [
            volume("Begroting", 2024, &["Programma 1 Bestuur", "Programma 2 Zorg"]),
            volume("Begroting", 2025, &["Programma 1 Bestuur", "Programma 2 Zorg"]),
        ];
        let decided = |left: ProgrammeName, right: Option<ProgrammeName>| {
            let decisions = Decisions { matches: vec![MatchDecision { left, right, beside: None }], ..Decisions::default() };
            lines(&[&texts[0], &texts[1]], &decisions)
        };
        let crossed = ["Bestuur = Zorg: Person", "Zorg = -: ", "- = Bestuur: "];
        assert_eq!(decided(named(2024, "1", "Bestuur"), Some(named(2025, "2", "Zorg"))), crossed);
        assert_eq!(decided(named(2025, "2", "Zorg"), Some(named(2024, "1", "Bestuur"))), crossed, "in either direction");
        let alone = ["Bestuur = -: Person", "Zorg = Zorg: Number, Name", "- = Bestuur: "];
        assert_eq!(decided(named(2024, "1", "Bestuur"), None), alone);
        let untouched = ["Bestuur = Bestuur: Number, Name", "Zorg = Zorg: Number, Name"];
        assert_eq!(decided(named(2023, "1", "Bestuur"), None), untouched, "of another year");
    }

    #[test]
    fn who_has_no_counterpart_in_one_document_may_have_one_in_another() {
        let texts = [volume("Begroting", 2024, &["Programma 1 Bestuur"]), volume("Begroting", 2025, &["Programma 1 Bestuur"])];
        let without = |left: i32, beside: i32| {
            let beside = Some(named(beside, "", "").document());
            let matches = vec![MatchDecision { left: named(left, "1", "Bestuur"), right: None, beside }];
            lines(&[&texts[0], &texts[1]], &Decisions { matches, ..Decisions::default() })
        };
        assert_eq!(without(2024, 2025), ["Bestuur = -: Person", "- = Bestuur: "]);
        assert_eq!(without(2025, 2024), ["Bestuur = -: ", "- = Bestuur: Person"]);
        assert_eq!(without(2024, 2026), ["Bestuur = Bestuur: Number, Name"]);
    }

    #[test]
    fn of_two_decisions_the_later_counts() {
        let texts = [
            volume("Begroting", 2024, &["Programma 1 Bestuur"]),
            volume("Begroting", 2025, &["Programma 1 Bestuur", "Programma 2 Zorg"]),
        ];
        let to = |number: &str, name: &str| MatchDecision {
            left: named(2024, "1", "Bestuur"),
            right: Some(named(2025, number, name)),
            beside: None,
        };
        let decisions = Decisions { matches: vec![to("1", "Bestuur"), to("2", "Zorg")], ..Decisions::default() };
        assert_eq!(lines(&[&texts[0], &texts[1]], &decisions), ["Bestuur = Zorg: Person", "- = Bestuur: "]);
    }
}
