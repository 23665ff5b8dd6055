//! What volumes are to each other.

use std::collections::{BTreeMap, BTreeSet};

use super::Relation;
use crate::{
    compare::Volume,
    document::{Document, Kind, Period},
    scan::words::{find_words, folded},
    source::{Source, sort_by_rank},
};

/// More municipalities than this are not paired with each other unless someone asks for it.
const MOST_MUNICIPALITIES: usize = 8;
/// Volumes of one municipality, kind and year are paired with more than this many others only where they name the same
/// programme: so many are pages of which nobody says that they belong together.
const MOST_COUPLES: usize = 16;

/// Two volumes and what they are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Related {
    pub(super) relation: Relation,
    pub(super) left: usize,
    pub(super) right: usize,
}

/// The volumes of one municipality, by kind and year.
type Collection = BTreeMap<(Kind, i32), Vec<usize>>;

/// The pairs that volumes make by themselves: those within a municipality by its first volume, then the municipalities.
pub(super) fn related(documents: &[(&Source, &Document)], volumes: &[Volume]) -> Vec<Related> {
    let library = Library { documents, volumes };
    let collections = library.collections();
    let mut found: Vec<Related> = collections.iter().flat_map(|collection| library.within(collection)).collect();
    found.extend(library.between(&collections));
    if found.is_empty() && volumes.len() == 2 {
        found.extend(relation(documents, volumes, 0, 1));
    }
    found
}

/// What two volumes are to each other, the plan or the earlier one first; none where there are no such two.
pub(super) fn relation(documents: &[(&Source, &Document)], volumes: &[Volume], one: usize, other: usize) -> Option<Related> {
    let library = Library { documents, volumes };
    let (first, second) = (volumes.get(one)?, volumes.get(other)?);
    if one == other {
        return Some(Related { relation: Relation::YearsOfOne, left: one, right: one });
    }
    let rank = |volume: &Volume, at: usize| (stage(volume), volume.year, library.is_amended(at), at);
    let in_order = rank(first, one) <= rank(second, other);
    let (left, right) = if in_order { (one, other) } else { (other, one) };
    Some(Related { relation: library.relation_of(left, right), left, right })
}

/// How far in the budget cycle a volume is: what is planned comes before what came of it.
fn stage(volume: &Volume) -> u8 {
    match volume.kind {
        Some(Kind::CoalitionAgreement) => 0,
        Some(Kind::FrameworkMemorandum) => 1,
        Some(Kind::Budget) => 2,
        Some(Kind::InterimReport) => 3,
        Some(Kind::AnnualAccounts) => 4,
        Some(Kind::Other) | None => 5,
    }
}

#[derive(Clone, Copy)]
struct Library<'a> {
    documents: &'a [(&'a Source, &'a Document)],
    volumes: &'a [Volume],
}

impl Library<'_> {
    /// The volumes of each municipality, in the order of their first. Where all that say whose they are are of one, those
    /// that do not say it stand with them: the pair says that it is not known.
    fn collections(&self) -> Vec<Collection> {
        let known: BTreeSet<&String> = self.volumes.iter().filter_map(|volume| volume.owner.as_ref()).collect();
        let only_one = (known.len() <= 1).then(|| known.first().map_or("", |owner| owner.as_str()));
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut collections: Vec<Collection> = Vec::new();
        for (at, volume) in self.volumes.iter().enumerate() {
            let owner = volume.owner.as_deref().or(only_one);
            let (Some(owner), Some(kind), Some(year)) = (owner, volume.kind, year_of(volume)) else { continue };
            let place = *places.entry(owner).or_insert(collections.len());
            if place == collections.len() {
                collections.push(Collection::new());
            }
            collections[place].entry((kind, year)).or_default().push(at);
        }
        collections
    }

    fn within(&self, collection: &Collection) -> Vec<Related> {
        let mut found = Vec::new();
        for (&(kind, year), volumes) in collection {
            match kind {
                Kind::Budget => {
                    found.extend(self.amendments(volumes));
                    let accounts = collection.get(&(Kind::AnnualAccounts, year));
                    found.extend(self.couples(Relation::BudgetAndAccounts, volumes, accounts));
                    found.extend(self.couples(Relation::BudgetAndNext, volumes, next(collection, kind, year)));
                }
                Kind::AnnualAccounts => {
                    found.extend(self.couples(Relation::AccountsAndNext, volumes, next(collection, kind, year)));
                }
                Kind::CoalitionAgreement => found.extend(self.kept(collection, volumes)),
                Kind::FrameworkMemorandum | Kind::InterimReport | Kind::Other => {}
            }
        }
        found
    }

    /// Budgets of one year of which some say that they are amended.
    fn amendments(&self, budgets: &[usize]) -> Vec<Related> {
        let (amended, original): (Vec<usize>, Vec<usize>) = budgets.iter().partition(|&&at| self.is_amended(at));
        self.couples(Relation::OriginalAndAmended, &original, Some(&amended))
    }

    /// A coalition agreement with each budget of its years.
    fn kept(&self, collection: &Collection, agreements: &[usize]) -> Vec<Related> {
        let Some(first) = agreements.first() else { return Vec::new() };
        let budgets =
            collection.iter().filter(|&(&(kind, year), _)| kind == Kind::Budget && is_of_term(&self.volumes[*first], year));
        budgets.flat_map(|(_, budgets)| self.couples(Relation::AgreementAndBudget, agreements, Some(budgets))).collect()
    }

    /// Each of the left with each of the right; where they are many, with the first that names the same programme.
    fn couples(&self, relation: Relation, left: &[usize], right: Option<&Vec<usize>>) -> Vec<Related> {
        let right = right.map_or(&[][..], Vec::as_slice);
        if left.len() * right.len() <= MOST_COUPLES {
            let beside = |&left: &usize| right.iter().map(move |&right| Related { relation, left, right });
            return left.iter().flat_map(beside).collect();
        }
        let mut naming: BTreeMap<String, usize> = BTreeMap::new();
        for &right in right {
            for name in self.programmes(right) {
                naming.entry(name).or_insert(right);
            }
        }
        let first = |&left: &usize| {
            let right = self.programmes(left).find_map(|name| naming.get(&name).copied())?;
            Some(Related { relation, left, right })
        };
        left.iter().filter_map(first).collect()
    }

    fn programmes(&self, volume: usize) -> impl Iterator<Item = String> {
        let programmes = self.volumes[volume].programmes.iter();
        programmes.filter_map(|fact| Some(folded(&self.documents.get(fact.document)?.1.programmes.get(fact.fact)?.name)))
    }

    /// Whether a volume calls itself amended: `Begroting 2024 na wijziging`.
    fn is_amended(&self, volume: usize) -> bool {
        const WORDS: [&str; 6] =
            ["wijziging", "wijzigingen", "gewijzigde", "begrotingswijziging", "begrotingswijzigingen", "bijgestelde"];
        let texts = self.volumes[volume].documents.iter();
        let mut titles = texts.filter_map(|&at| self.documents.get(at)?.1.title.as_ref());
        titles.any(|title| WORDS.iter().any(|word| find_words(&title.value, word).is_some()))
    }

    /// Every two municipalities with their volumes of one kind and year, where they are few.
    fn between(&self, collections: &[Collection]) -> Vec<Related> {
        let mut found = Vec::new();
        for kind in [Kind::Budget, Kind::AnnualAccounts] {
            let owners: Vec<BTreeMap<i32, usize>> =
                collections.iter().map(|collection| self.by_year(collection, kind)).filter(|years| !years.is_empty()).collect();
            if owners.len() > MOST_MUNICIPALITIES {
                continue;
            }
            for (at, one) in owners.iter().enumerate() {
                found.extend(owners[at + 1..].iter().flat_map(|other| of_nearest_years(one, other)));
            }
        }
        found
    }

    /// The volume of each year that says most, of one kind.
    fn by_year(&self, collection: &Collection, kind: Kind) -> BTreeMap<i32, usize> {
        let figures = |&volume: &usize| -> usize {
            let texts = self.volumes[volume].documents.iter();
            texts.filter_map(|&at| self.documents.get(at)).map(|(_, document)| document.figures.len()).sum()
        };
        // Of equals the first.
        let fullest = |volumes: &Vec<usize>| volumes.iter().rev().copied().max_by_key(figures);
        let of_kind = collection.iter().filter(|&(&(its, _), _)| its == kind);
        of_kind.filter_map(|(&(_, year), volumes)| Some((year, fullest(volumes)?))).collect()
    }

    fn relation_of(&self, left: usize, right: usize) -> Relation {
        let (first, second) = (&self.volumes[left], &self.volumes[right]);
        let (Some(kinds), Some(years)) = (first.kind.zip(second.kind), year_of(first).zip(year_of(second))) else {
            return Relation::Chosen;
        };
        let owners = first.owner.as_ref().zip(second.owner.as_ref());
        if owners.is_some_and(|(one, other)| one != other) {
            return Relation::Municipalities;
        }
        match kinds {
            (Kind::Budget, Kind::AnnualAccounts) if years.0 == years.1 => Relation::BudgetAndAccounts,
            (Kind::Budget, Kind::Budget) if years.0 < years.1 => Relation::BudgetAndNext,
            (Kind::AnnualAccounts, Kind::AnnualAccounts) if years.0 < years.1 => Relation::AccountsAndNext,
            (Kind::Budget, Kind::Budget) if !self.is_amended(left) && self.is_amended(right) => Relation::OriginalAndAmended,
            (Kind::CoalitionAgreement, Kind::Budget) if is_of_term(first, years.1) => Relation::AgreementAndBudget,
            _ => Relation::Chosen,
        }
    }
}

/// The year of a volume; an agreement for a term is of the year in which that begins.
fn year_of(volume: &Volume) -> Option<i32> {
    volume.year.or(volume.period.map(|period| period.from))
}

/// The volumes of the same kind that are next in time.
fn next(collection: &Collection, kind: Kind, year: i32) -> Option<&Vec<usize>> {
    collection.range((kind, year.saturating_add(1))..=(kind, i32::MAX)).next().map(|(_, volumes)| volumes)
}

/// Whether a coalition makes the budget of a year. That of its first year was set before its elections.
fn is_of_term(agreement: &Volume, year: i32) -> bool {
    const TERM: i32 = 4;
    let by_year = || agreement.year.map(|from| Period { from, to: from.saturating_add(TERM) });
    agreement.period.or_else(by_year).is_some_and(|term| term.from < year && year <= term.to)
}

/// The volumes of the same years; where there are none, those of the years nearest to each other, of equals the latest.
fn of_nearest_years(one: &BTreeMap<i32, usize>, other: &BTreeMap<i32, usize>) -> Vec<Related> {
    let beside = |left: usize, right: usize| Related { relation: Relation::Municipalities, left, right };
    let same: Vec<Related> = one.iter().filter_map(|(year, &left)| Some(beside(left, *other.get(year)?))).collect();
    if !same.is_empty() {
        return same;
    }
    let mut all: Vec<(u64, Related)> = Vec::new();
    for (&year, &left) in one {
        let around = [other.range(..year).next_back(), other.range(year..).next()];
        let near = around.into_iter().flatten();
        all.extend(near.map(|(&its, &right)| (distance(year, its), beside(left, right))));
    }
    sort_by_rank(&mut all, |&(distance, _)| distance);
    all.into_iter().next().map(|(_, related)| related).into_iter().collect()
}

/// How far two years are apart, and of equals how early the two are.
fn distance(one: i32, other: i32) -> u64 {
    let early = i64::from(i32::MAX) - i64::from(one.max(other));
    u64::from(one.abs_diff(other)) << 32 | u64::try_from(early).unwrap_or(u64::from(u32::MAX)).min(u64::from(u32::MAX))
}
