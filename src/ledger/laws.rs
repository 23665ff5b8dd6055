//! What should add up in a table, as far as its labels say; the same for rows and for columns.

use super::{Label, Of, Place, Role};
use crate::source::sort_by_rank;

/// Laws are looked for while together they have fewer terms than this, and this for each row (column).
const TERMS: usize = 20_000;
const TERMS_A_LINE: usize = 8;

/// Whether a law is of rows, and holds in each column, or of columns, and holds in each row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Rows,
    Columns,
}

/// A kind of law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A total is the sum of its parts.
    Sum,
    /// A balance is what comes in, less what goes out.
    Balance,
    /// A reserve has at last what it had at first and what was put in, less what was taken out.
    Stock,
    /// A difference is one less the other.
    Difference,
}

/// A number's side in a law: what is subtracted depends on how the table signs its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    In,
    Out,
    Same,
}

/// The ways to sign: in less out, out less in, all added because the signs are printed.
pub(super) const WAYS: usize = 3;
pub(super) const ADDED: usize = 2;

/// One row (column) that should be the outcome of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Law {
    pub(super) axis: Axis,
    pub(super) kind: Kind,
    pub(super) outcome: usize,
    pub(super) terms: Vec<(usize, Side)>,
    /// Whether the labels say so for certain.
    pub(super) sure: bool,
}

impl Kind {
    /// Which ways to sign there are for it.
    pub(super) fn ways(self) -> &'static [usize] {
        match self {
            Self::Sum => &[ADDED],
            Self::Balance => &[0, 1, ADDED],
            Self::Stock => &[0, ADDED],
            Self::Difference => &[0, 1],
        }
    }
}

impl Side {
    pub(super) fn is_negative(self, way: usize) -> bool {
        matches!((way, self), (0, Self::Out) | (1, Self::In))
    }

    pub(super) fn signed(self, value: i64, way: usize) -> i64 {
        if self.is_negative(way) { -value } else { value }
    }
}

impl Role {
    pub(super) fn side(self) -> Side {
        match self {
            Self::Expenditure | Self::ReserveAddition => Side::Out,
            Self::Income | Self::ReserveWithdrawal => Side::In,
            _ => Side::Same,
        }
    }

    fn is_balance(self) -> bool {
        matches!(self, Self::Balance | Self::BalanceBeforeReserves | Self::BalanceAfterReserves)
    }
}

impl Law {
    /// Its cells with their signs; together they should be nothing.
    pub(super) fn signs(&self, way: usize) -> impl Iterator<Item = (usize, i64)> {
        let terms = self.terms.iter().map(move |(term, side)| (*term, side.signed(1, way)));
        terms.chain([(self.outcome, -1)])
    }

    pub(super) fn place(&self, along: usize, across: usize) -> Place {
        match self.axis {
            Axis::Rows => Place { line: along, column: across },
            Axis::Columns => Place { line: across, column: along },
        }
    }
}

/// The laws that the labels suggest; those of one outcome and kind are alternatives, the likeliest first.
pub(super) fn laws(axis: Axis, labels: &[Label]) -> Vec<Law> {
    let has = |role: Role| labels.iter().any(|label| label.role == role && label.of == Of::Itself);
    let (has_expenditure, has_income) = (has(Role::Expenditure), has(Role::Income));
    let has_cost = labels.iter().any(|label| label.role.side() != Side::Same);
    let mut finder = Finder { axis, labels, has_expenditure, has_income, has_cost, found: Vec::new(), listed: 0 };
    for (at, label) in labels.iter().enumerate().filter(|(_, label)| label.of != Of::Itself || label.role.side() == Side::Same) {
        finder.listed += labels.len();
        if finder.listed > TERMS + TERMS_A_LINE * labels.len() {
            break;
        }
        match label.of {
            Of::Difference(first, second) => finder.difference(at, first, second),
            _ => finder.outcome(at, label),
        }
    }
    finder.found
}

struct Finder<'a> {
    axis: Axis,
    labels: &'a [Label],
    /// Whether there are parts of these kinds, and whether anything goes out or comes in at all.
    has_expenditure: bool,
    has_income: bool,
    has_cost: bool,
    found: Vec<Law>,
    listed: usize,
}

impl Finder<'_> {
    fn outcome(&mut self, at: usize, label: &Label) {
        if label.of != Of::Itself && label.role != Role::Ignored {
            self.sums(at, label);
        }
        if label.role.is_balance() {
            self.balances(at, label);
        }
        if label.role.is_balance() && label.of == Of::Itself && !self.has_cost {
            // A result of rows of which nothing says whether they cost or bring in: it is their total.
            self.sums(at, &Label { role: Role::Other, ..label.clone() });
        }
        if label.role == Role::Other && label.of != Of::Itself {
            self.balance_of_totals(at);
        }
        if label.role == Role::Closing {
            self.stock(at, label);
        }
    }

    fn difference(&mut self, at: usize, first: usize, second: usize) {
        if first.max(second) < self.labels.len() && first != second && first != at && second != at {
            self.add(at, Kind::Difference, vec![(first, Side::In), (second, Side::Out)], true);
        }
    }

    /// A total of its group, of what stands since the total before it, of all, of the totals, or of what follows it.
    fn sums(&mut self, at: usize, label: &Label) {
        let alike = |other: &usize| *other != at && self.is_part_of(label, *other);
        let part = |other: &usize| alike(other) && self.labels[*other].of == Of::Itself;
        let total = |other: &usize| alike(other) && is_total(&self.labels[*other]);
        let last_total = (0..at).rev().find(total);
        let next_total = (at + 1..self.labels.len()).find(total).unwrap_or(self.labels.len());
        let all = || 0..self.labels.len();
        let group: Vec<usize> = all().filter(|other| part(other) && self.same_group(at, *other)).collect();
        let since: Vec<usize> = (last_total.map_or(0, |last| last + 1)..at).filter(part).collect();
        let running: Vec<usize> = last_total.into_iter().chain(since.iter().copied()).collect();
        let following: Vec<usize> = (at + 1..next_total).filter(part).collect();
        let whole = || {
            let (parts, totals) = ((0..at).filter(part).collect(), (0..at).filter(total).collect());
            let rest = self.outside_groups_with_total(at, &part, &total);
            vec![parts, totals, rest, all().filter(part).collect(), all().filter(total).collect()]
        };
        let (sets, sure) = match &label.of {
            Of::These(these) => (vec![self.others(at, these)], true),
            Of::Group => (vec![group, since, following], true),
            Of::SinceTotal => (vec![since, group, running], true),
            Of::Everything => ([whole(), vec![since, running]].concat(), false),
            _ => ([vec![group, since, following, running], whole()].concat(), false),
        };
        for (place, terms) in sets.into_iter().enumerate() {
            // What goes out and what comes in are not added up without their signs: that is a balance.
            let has = |role: Role| terms.iter().any(|term| self.labels[*term].role == role && is_total(&self.labels[*term]));
            if !(has(Role::Expenditure) && has(Role::Income)) {
                self.add(at, Kind::Sum, terms.into_iter().map(|term| (term, Side::Same)).collect(), sure && place == 0);
            }
        }
    }

    /// Each once, and none that there is not.
    fn others(&self, at: usize, these: &[usize]) -> Vec<usize> {
        let mut others: Vec<usize> = these.iter().copied().filter(|other| *other != at && *other < self.labels.len()).collect();
        sort_by_rank(&mut others, |other| *other as u64);
        others.dedup();
        others
    }

    /// The totals before it, and the parts that are in no group with a total.
    fn outside_groups_with_total(&self, at: usize, part: &dyn Fn(&usize) -> bool, total: &dyn Fn(&usize) -> bool) -> Vec<usize> {
        let mut summed: Vec<usize> = (0..at).filter(total).filter_map(|other| self.labels[other].group).collect();
        sort_by_rank(&mut summed, |group| *group as u64);
        let loose = |other: &usize| self.labels[*other].group.is_none_or(|group| summed.binary_search(&group).is_err());
        (0..at).filter(|other| total(other) || part(other) && loose(other)).collect()
    }

    /// A total of a kind of money sums that kind, or rows of which nothing says the kind; one of no kind may sum any.
    fn is_part_of(&self, total: &Label, other: usize) -> bool {
        let role = self.labels[other].role;
        let is_unsaid = total.role.side() != Side::Same && role == Role::Other && !self.has_parts_of(total.role);
        !matches!(self.labels[other].of, Of::Difference(..))
            && role != Role::Ignored
            && (role == total.role || total.role == Role::Other && !role.is_balance() || is_unsaid)
    }

    fn has_parts_of(&self, role: Role) -> bool {
        if role == Role::Expenditure { self.has_expenditure } else { self.has_income }
    }

    /// A total of no kind behind totals of what goes out and of what comes in is their balance.
    fn balance_of_totals(&mut self, at: usize) {
        let last = |role: Role| (0..at).rev().find(|other| self.labels[*other].role == role && is_total(&self.labels[*other]));
        if let (Some(out), Some(income)) = (last(Role::Expenditure), last(Role::Income)) {
            self.add(at, Kind::Balance, vec![(out, Side::Out), (income, Side::In)], false);
        }
    }

    fn same_group(&self, one: usize, other: usize) -> bool {
        self.labels[one].group.is_some() && self.labels[one].group == self.labels[other].group
    }

    /// A balance of what is in its group, of what stands since the balance before it, of what follows it, or of all.
    fn balances(&mut self, at: usize, label: &Label) {
        let same = |other: &usize| self.labels[*other].role == label.role;
        let last = (0..at).rev().find(same).map_or(0, |last| last + 1);
        let next = (at + 1..self.labels.len()).find(same).unwrap_or(self.labels.len());
        let group: Vec<usize> = (0..self.labels.len()).filter(|other| self.same_group(at, *other)).collect();
        let scopes = [group, (last..at).collect(), (at + 1..next).collect(), (0..at).collect(), (0..self.labels.len()).collect()];
        for (place, scope) in scopes.iter().enumerate() {
            let certain = place == 0 || place == 1 && label.group.is_none();
            self.balance_of(at, label.role, scope, certain);
        }
    }

    fn balance_of(&mut self, at: usize, role: Role, scope: &[usize], certain: bool) {
        let of = |role: Role| self.nearest(at, role, scope);
        let (out, income) = (of(Role::Expenditure), of(Role::Income));
        let moves: Vec<usize> = of(Role::ReserveAddition).into_iter().chain(of(Role::ReserveWithdrawal)).collect();
        let both = !out.is_empty() && !income.is_empty();
        let before: Vec<usize> = self.balance_before(at, role, scope).into_iter().collect();
        let cost: Vec<usize> = if both { out.into_iter().chain(income).collect() } else { Vec::new() };
        let with = |first: &[usize]| if first.is_empty() { Vec::new() } else { [first, &moves].concat() };
        let sets = match role {
            _ if moves.is_empty() => [cost, Vec::new(), Vec::new()],
            Role::BalanceAfterReserves => [with(&before), with(&cost), Vec::new()],
            Role::BalanceBeforeReserves => [cost, Vec::new(), Vec::new()],
            _ if before.is_empty() => [with(&cost), cost, moves],
            _ => [with(&before), with(&cost), cost],
        };
        for (place, set) in sets.into_iter().enumerate() {
            let terms = set.into_iter().map(|term| (term, self.labels[term].role.side())).collect();
            self.add(at, Kind::Balance, terms, certain && place == 0);
        }
    }

    /// What of a kind there is in a scope: its total nearest to the balance, else its parts.
    fn nearest(&self, at: usize, role: Role, scope: &[usize]) -> Vec<usize> {
        let of = |other: &usize| *other != at && self.labels[*other].role == role;
        let totals = scope.iter().copied().filter(|other| of(other) && is_total(&self.labels[*other]));
        match totals.min_by_key(|total| total.abs_diff(at)) {
            Some(total) => vec![total],
            None => scope.iter().copied().filter(|other| of(other) && self.labels[*other].of == Of::Itself).collect(),
        }
    }

    /// The balance to which the moves of reserves are added.
    fn balance_before(&self, at: usize, role: Role, scope: &[usize]) -> Option<usize> {
        let before = |other: &&usize| {
            let other = self.labels[**other].role;
            other.is_balance() && other != Role::BalanceAfterReserves && (other != role || role == Role::Balance)
        };
        scope.iter().filter(|other| **other < at).rev().find(before).or_else(|| scope.iter().find(before)).copied()
    }

    fn stock(&mut self, at: usize, label: &Label) {
        let is_stock = |other: &usize| matches!(self.labels[*other].role, Role::Opening | Role::Closing);
        let Some(first) = (0..at).rev().find(is_stock) else { return };
        let moved = |other: &usize| self.labels[*other].role.side() != Side::Same && self.labels[*other].of == Of::Itself;
        let between = (first + 1..at).filter(moved);
        let terms = [first].into_iter().chain(between).map(|term| (term, self.labels[term].role.side()));
        // In less out, where both are printed without a sign: what was taken out is subtracted.
        let terms = terms.map(|(term, side)| (term, if side == Side::In { Side::Out } else { Side::Same })).collect();
        self.add(at, Kind::Stock, terms, label.role == Role::Closing);
    }

    fn add(&mut self, outcome: usize, kind: Kind, terms: Vec<(usize, Side)>, sure: bool) {
        let law = Law { axis: self.axis, kind, outcome, terms, sure };
        let same = |other: &&Law| other.outcome == outcome && other.kind == kind;
        let known = self.found.iter().rev().take_while(|other| other.outcome == outcome).filter(same);
        if law.terms.len() > usize::from(kind != Kind::Sum) && !known.into_iter().any(|other| other.terms == law.terms) {
            self.listed += law.terms.len();
            self.found.push(law);
        }
    }
}

fn is_total(label: &Label) -> bool {
    !matches!(label.of, Of::Itself | Of::Difference(..))
}
