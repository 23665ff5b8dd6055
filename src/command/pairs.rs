//! Two documents beside each other, in lines for people: what makes them unlike before any number.

use rust_decimal::Decimal;

use super::{
    comparison::Summary,
    summary::{block, joined, numbered, shortened},
};
use crate::{
    compare::{Change, FactOf, Match, Pair, Passage, Promise, Side, Spent, TaskFieldShare},
    document::MoneyKind,
};

/// A pair in its comparison.
pub(super) struct Beside<'a> {
    pub(super) about: &'a Summary<'a>,
    pub(super) pair: &'a Pair,
}

impl Beside<'_> {
    pub(super) fn lines(&self) -> String {
        let (pair, language) = (self.pair, self.about.language);
        let lists = [
            (language.matches_heading(), self.matches()),
            (language.spent_heading(), pair.spent.iter().map(|spent| self.spent(spent)).collect()),
            (language.changes_in_short(), pair.changes.iter().map(|change| self.change(change)).collect()),
            (language.promises_heading(), pair.promises.iter().map(|promise| self.promise(promise)).collect()),
            (language.task_fields_heading(), pair.task_fields.iter().map(|field| self.task_field(field)).collect()),
        ];
        let lists = lists.into_iter().map(|(heading, lines): (_, Vec<String>)| self.about.list(heading, &lines));
        [self.heading(), self.unlike()].into_iter().chain(lists).collect()
    }

    fn unlike(&self) -> String {
        let language = self.about.language;
        let unlike: Vec<String> = self.pair.unlike.iter().map(|&unlike| language.unlike(unlike).to_owned()).collect();
        block(language.unlike_heading(), &unlike)
    }

    /// The programmes of both; nothing where they are those of one volume, or where none is that of the other.
    fn matches(&self) -> Vec<String> {
        let matches = &self.pair.programmes;
        let is_of_interest =
            self.pair.left != self.pair.right && matches.iter().any(|its| its.left.is_some() && its.right.is_some());
        matches.iter().filter(|_| is_of_interest).map(|its| self.programmes(its)).collect()
    }

    fn heading(&self) -> String {
        let volumes = &self.about.comparison.volumes;
        let language = self.about.language;
        let both = volumes.get(self.pair.left).zip(volumes.get(self.pair.right));
        let both = both.map(|(left, right)| language.two_volumes(left, right)).unwrap_or_default();
        format!("{}: {both}\n", language.relation(self.pair.relation))
    }

    fn programmes(&self, matched: &Match) -> String {
        let language = self.about.language;
        let name = |fact: Option<FactOf>| fact.and_then(|fact| self.programme(fact));
        let names = match (name(matched.left), name(matched.right)) {
            (Some(left), Some(right)) if left == right => left,
            (Some(left), Some(right)) => format!("{left} = {right}"),
            (Some(left), None) => format!("{left} = {}", language.no_counterpart()),
            (None, Some(right)) => format!("{} = {right}", language.no_counterpart()),
            (None, None) => language.no_counterpart().to_owned(),
        };
        let reasons: Vec<&str> = matched.reasons.iter().map(|&reason| language.match_reason(reason)).collect();
        joined(std::iter::once(names).chain((!reasons.is_empty()).then(|| reasons.join(", "))))
    }

    fn programme(&self, fact: FactOf) -> Option<String> {
        let programme = self.about.document(fact.document)?.document.programmes.get(fact.fact)?;
        Some(numbered(programme.number.as_ref(), &programme.name))
    }

    /// What two amounts are of: `2 Sport, Lasten`, `2 Sport, Zwembad (Lasten)`.
    fn name(&self, programme: Option<usize>, row: &str, kind: MoneyKind, total: bool) -> String {
        let programme = programme.and_then(|at| self.pair.programmes.get(at));
        let programme = programme.and_then(|matched| self.programme(matched.left.or(matched.right)?));
        let kind = self.about.language.money_kind(kind);
        let says_kind = row.to_lowercase().contains(&kind.to_lowercase());
        let row = if row.is_empty() || (total && programme.is_some()) {
            kind.to_owned()
        } else if says_kind {
            row.to_owned()
        } else {
            format!("{row} ({kind})")
        };
        programme.into_iter().chain([row]).collect::<Vec<_>>().join(", ")
    }

    fn spent(&self, spent: &Spent) -> String {
        let language = self.about.language;
        let name = self.name(spent.programme, &spent.row, spent.kind, spent.total);
        let money = |words: &str, euros: Decimal| format!("{} {}", words.to_lowercase(), language.money(euros));
        let pieces = [
            Some(format!("{name}: {}", money(language.budgeted(), spent.budgeted_euros))),
            Some(money(language.realised(), spent.realised_euros)),
            spent.share.map(|share| language.percentage(share)),
            Some(language.direction(spent.direction).to_owned()),
            spent.in_doubt.then(|| language.in_doubt().to_owned()),
        ];
        joined(pieces.into_iter().flatten())
    }

    fn change(&self, change: &Change) -> String {
        let language = self.about.language;
        let name = self.name(change.programme, &change.row, change.kind, change.total);
        let side = |year, phase, euros| format!("{} {}", language.year_and_phase(year, phase), language.money(euros));
        let is_more = change.difference > Decimal::ZERO;
        let relative = change.relative.map(|relative| language.with_sign(&language.percentage(relative), is_more));
        let difference = language.with_sign(&language.money(change.difference), is_more);
        let pieces = [
            Some(format!("{name}: {}", side(change.left_year, change.left_phase, change.left_euros))),
            Some(side(change.right_year, change.right_phase, change.right_euros)),
            Some(relative.map_or(difference.clone(), |relative| format!("{difference} ({relative})"))),
            change.in_doubt.then(|| language.in_doubt().to_owned()),
        ];
        joined(pieces.into_iter().flatten())
    }

    /// A promise, and beneath it what was found.
    fn promise(&self, promise: &Promise) -> String {
        let language = self.about.language;
        let found = match promise.found {
            Some(found) => joined([self.words(found), language.shared_words(&promise.shared)]),
            None => language.nothing_found().to_owned(),
        };
        format!("{}\n      → {found}", self.words(promise.promise))
    }

    fn words(&self, passage: Passage) -> String {
        let words = self.about.document(passage.document).map(|checked| checked.source.cut(passage.span));
        shortened(words.unwrap_or_default())
    }

    fn task_field(&self, field: &TaskFieldShare) -> String {
        let [left, right] = field.sides.each_ref().map(|side| self.side(side));
        let name = format!("{} {}, {}", field.code, field.name, self.about.language.money_kind(field.kind));
        joined([format!("{name}: {left}"), right])
    }

    fn side(&self, side: &Side) -> String {
        let language = self.about.language;
        let share = side.share.map(|share| language.percentage(share));
        let each =
            side.per_inhabitant.map(|euros| format!("{} {}", language.money(euros), language.per_inhabitant().to_lowercase()));
        let more: Vec<String> = share.into_iter().chain(each).collect();
        let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
        format!("{}{more}", language.money(side.euros))
    }
}
