//! Which amounts the percentages of a column are of: those that explain most of them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Form, Implied, Relation, Topic, implied,
    lines::{Line, Lines, Number, Place, Share},
};
use crate::{
    check::Verdict,
    document::{Document, Figure, MoneyKind, Phase},
};

/// So many amounts before a percentage are looked at, the nearest first.
const AMOUNTS_BEFORE: usize = 3;
/// What follows from rounded amounts may be wider than this many percentage points: then that it holds says nothing.
const WIDEST_EVIDENCE: i64 = 3;

/// A way in which the percentages of a column may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    form: Form,
    whole: Whole,
    part: Place,
}

/// Where the amount stands that is a hundred percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whole {
    /// In the same line.
    Here(Place),
    /// In the line of the table's total.
    InTotal(Place),
}

/// One percentage, judged in one way.
#[derive(Debug, Clone, Copy)]
struct Judged {
    whole: usize,
    part: usize,
    implied: Implied,
    verdict: Verdict,
    /// Whether that it holds can hardly be chance.
    telling: bool,
}

/// How the percentages of a column fare in one way.
#[derive(Default)]
struct Tally {
    /// By the percentage's number in its column.
    judged: BTreeMap<usize, Judged>,
    /// How many hold, and tell something by that.
    holds: usize,
    /// How many do not hold.
    fails: usize,
}

impl Tally {
    fn add(&mut self, share: usize, judged: Judged) {
        self.holds += usize::from(judged.telling);
        self.fails += usize::from(judged.verdict == Verdict::Differs);
        self.judged.insert(share, judged);
    }

    /// Whether one that fails is rather wrong than of something else.
    fn is_sure(&self) -> bool {
        self.holds >= 2 && self.fails * 2 <= self.holds
    }

    /// Whether one that fails, and that the words name, is wrong: nothing speaks against it but itself.
    fn may_stand_alone(&self) -> bool {
        self.fails <= 1.max(self.holds / 2)
    }

    /// Whether a percentage holds this way, and others bear it out.
    fn explains(&self, share: usize, others: usize) -> bool {
        self.judged.get(&share).is_some_and(|judged| judged.verdict != Verdict::Differs) && self.holds > others
    }
}

/// A percentage and its line.
struct Told<'a> {
    line: &'a Line,
    at: usize,
    place: Place,
    share: Share,
}

/// Every percentage of a table's lines of which the lines show what it follows from.
pub(super) fn relations(document: &Document, lines: &Lines<'_>, table: usize) -> Vec<Relation> {
    let totals = totals(&lines.all);
    let mut columns: BTreeMap<Place, Vec<Told<'_>>> = BTreeMap::new();
    for line in &lines.all {
        for (at, entry) in line.entries.iter().enumerate() {
            if let Number::Share(share) = entry.number {
                let half = half(Topic::of(&lines.words_at(entry.place)), &share);
                let share = Share { half, ..share };
                columns.entry(entry.place).or_default().push(Told { line, at, place: entry.place, share });
            }
        }
    }
    let columns = columns.into_values();
    columns.flat_map(|column| of_column(document, lines, &totals, table, &column)).collect()
}

/// The amounts of the last total, by their places.
fn totals(lines: &[Line]) -> BTreeMap<Place, usize> {
    let amounts = lines.iter().filter(|line| line.total).flat_map(|line| &line.entries);
    amounts.filter_map(|entry| if let Number::Amount(at) = entry.number { Some((entry.place, at)) } else { None }).collect()
}

fn of_column(
    document: &Document,
    lines: &Lines<'_>,
    totals: &BTreeMap<Place, usize>,
    table: usize,
    column: &[Told<'_>],
) -> Vec<Relation> {
    let Some(first) = column.first() else { return Vec::new() };
    let words = lines.words_at(first.place);
    let topic = Topic::of(&words);
    let mut tallies: BTreeMap<Candidate, Tally> = BTreeMap::new();
    for (number, told) in column.iter().enumerate() {
        for (candidate, whole, part) in candidates(told, totals) {
            if let Some(judged) = judge(document, told, candidate.form, whole, part) {
                tallies.entry(candidate).or_default().add(number, judged);
            }
        }
    }
    let found = column.iter().enumerate().filter_map(|(number, told)| {
        let (candidate, judged) = chosen(document, &tallies, topic, number, told)?;
        Some(Relation {
            table,
            share: told.share.quantity.into(),
            printed: told.share.value,
            half: told.share.half,
            words: words.clone(),
            form: candidate.form,
            whole: judged.whole,
            part: judged.part,
            implied: judged.implied,
            verdict: judged.verdict,
        })
    });
    found.collect()
}

/// Every way in which a percentage may follow from the amounts near it.
fn candidates(told: &Told<'_>, totals: &BTreeMap<Place, usize>) -> Vec<(Candidate, usize, usize)> {
    let near = amounts_near(told);
    let mut found = Vec::new();
    for &(part_place, part) in &near {
        for &(whole_place, whole) in near.iter().filter(|(place, _)| *place != part_place) {
            for form in [Form::Growth, Form::Decline, Form::Ratio] {
                found.push((Candidate { form, whole: Whole::Here(whole_place), part: part_place }, whole, part));
            }
        }
        if let Some(&whole) = totals.get(&part_place).filter(|whole| **whole != part) {
            let candidate = Candidate { form: Form::Ratio, whole: Whole::InTotal(part_place), part: part_place };
            found.push((candidate, whole, part));
        }
    }
    found
}

/// The amounts right before a percentage, and the one right behind it.
fn amounts_near(told: &Told<'_>) -> Vec<(Place, usize)> {
    let amount = |entry: &super::lines::Entry| match entry.number {
        Number::Amount(at) => Some((entry.place, at)),
        Number::Share(_) => None,
    };
    let (before, behind) = told.line.entries.split_at(told.at);
    let behind = behind.get(1).and_then(amount);
    before.iter().rev().filter_map(amount).take(AMOUNTS_BEFORE).chain(behind).collect()
}

/// A chance is a chosen number, and exact; unless it stands for a third or a sixth.
fn half(topic: Option<Topic>, share: &Share) -> Decimal {
    if topic != Some(Topic::Chance) {
        return share.half;
    }
    let sixths = share.value.saturating_mul(Decimal::from(6));
    let missed = sixths.saturating_sub((sixths / Decimal::ONE_HUNDRED).round().saturating_mul(Decimal::ONE_HUNDRED)).abs();
    if missed <= share.half.saturating_mul(Decimal::from(6)) { share.half } else { Decimal::ZERO }
}

fn judge(document: &Document, told: &Told<'_>, form: Form, whole: usize, part: usize) -> Option<Judged> {
    let (whole_figure, part_figure) = (&document.figures[whole], &document.figures[part]);
    let implied = implied(form, part_figure, whole_figure)?;
    let verdict = implied.verdict(told.share.value, told.share.half);
    let width = implied.most.saturating_sub(implied.least).saturating_add(told.share.half);
    let trivial = told.share.value.is_zero() || whole_figure.euros.abs() == part_figure.euros.abs();
    let telling = verdict != Verdict::Differs && !trivial && width <= Decimal::from(WIDEST_EVIDENCE);
    Some(Judged { whole, part, implied, verdict, telling })
}

/// The way in which a percentage is to be judged; none where nothing shows what it follows from.
fn chosen<'t>(
    document: &Document,
    tallies: &'t BTreeMap<Candidate, Tally>,
    topic: Option<Topic>,
    number: usize,
    told: &Told<'_>,
) -> Option<(Candidate, &'t Judged)> {
    let with_tally = |candidate: Candidate| Some((candidate, tallies.get(&candidate)?));
    let said = said(document, topic, told).into_iter().filter_map(with_tally).max_by_key(|(_, tally)| tally.holds);
    let best = best(tallies, number);
    let borne_out = best.filter(|(_, tally)| tally.holds >= 2);
    let likely = best.filter(|(_, tally)| tally.holds > 0 && topic.is_some());
    let (candidate, tally) = borne_out.or(said).or(likely)?;
    let judged = tally.judged.get(&number)?;
    if judged.verdict != Verdict::Differs {
        return Some((candidate, judged));
    }
    if let Some(other) = explained_otherwise(tallies, candidate, tally, number) {
        return Some(other);
    }
    let is_said = said.is_some_and(|(said, tally)| said == candidate && tally.may_stand_alone());
    (tally.is_sure() || is_said).then_some((candidate, judged))
}

/// The way that explains most of those percentages that hold; of equals the one that explains most of all, then the first.
fn best(tallies: &BTreeMap<Candidate, Tally>, number: usize) -> Option<(Candidate, &Tally)> {
    let judged = tallies.iter().filter(|(_, tally)| tally.judged.contains_key(&number));
    let best = judged.rev().max_by_key(|(_, tally)| (tally.holds, std::cmp::Reverse(tally.fails)));
    best.map(|(candidate, tally)| (*candidate, tally))
}

/// What one way does not explain another may: the same growth with its other sign, or amounts that explain other percentages
/// of the column too.
fn explained_otherwise<'t>(
    tallies: &'t BTreeMap<Candidate, Tally>,
    candidate: Candidate,
    tally: &Tally,
    number: usize,
) -> Option<(Candidate, &'t Judged)> {
    let explains = |(other, its): &(&Candidate, &Tally)| {
        let is_reversed = Candidate { form: other.form.reversed(), ..**other } == candidate;
        its.explains(number, if is_reversed { 0 } else { tally.holds / 2 })
    };
    let (other, its) = tallies.iter().find(explains)?;
    Some((*other, its.judged.get(&number)?))
}

/// The ways that the words above a percentage and the amounts beside it leave, where they leave no choice.
fn said(document: &Document, topic: Option<Topic>, told: &Told<'_>) -> Vec<Candidate> {
    let amounts: Vec<(Place, &Figure)> = amounts_of(document, told, |place| place < told.at);
    let pair = match topic {
        Some(Topic::Growth) => from_and_to(&amounts),
        Some(Topic::Coverage) => costs_and_income(&amounts_of(document, told, |_| true)),
        Some(Topic::Chance) => {
            let behind = amounts_of(document, told, |place| place > told.at);
            amounts.last().zip(behind.first()).map(|(whole, part)| (whole.0, part.0))
        }
        Some(Topic::PrescribedRatio) | None => None,
    };
    let forms: &[Form] = if topic == Some(Topic::Growth) { &[Form::Growth, Form::Decline] } else { &[Form::Ratio] };
    let candidate = |(whole, part)| forms.iter().map(move |&form| Candidate { form, whole: Whole::Here(whole), part });
    pair.into_iter().flat_map(candidate).collect()
}

/// The amounts of a percentage's line, without differences, at the places in it that are asked for.
fn amounts_of<'d>(document: &'d Document, told: &Told<'_>, is_asked: impl Fn(usize) -> bool) -> Vec<(Place, &'d Figure)> {
    let entries = told.line.entries.iter().enumerate().filter(|(at, _)| is_asked(*at));
    let amounts = entries.filter_map(|(_, entry)| match entry.number {
        Number::Amount(at) => Some((entry.place, &document.figures[at])),
        Number::Share(_) => None,
    });
    amounts.filter(|(_, figure)| figure.phase != Some(Phase::Difference)).collect()
}

/// Of two amounts the one of the earlier year, or of the budget, and the other.
fn from_and_to(amounts: &[(Place, &Figure)]) -> Option<(Place, Place)> {
    let [first, second] = amounts else { return None };
    let is_actual = |figure: &Figure| figure.phase == Some(Phase::Actual);
    match (first.1.year?, second.1.year?) {
        (earlier, later) if earlier < later => Some((first.0, second.0)),
        (later, earlier) if earlier < later => Some((second.0, first.0)),
        _ if is_actual(second.1) && !is_actual(first.1) => Some((first.0, second.0)),
        _ if is_actual(first.1) && !is_actual(second.1) => Some((second.0, first.0)),
        _ => None,
    }
}

/// The one amount of costs and the one of income.
fn costs_and_income(amounts: &[(Place, &Figure)]) -> Option<(Place, Place)> {
    let only = |kind: MoneyKind| {
        let mut found = amounts.iter().filter(|(_, figure)| figure.kind == kind);
        found.next().filter(|_| found.next().is_none()).map(|(place, _)| *place)
    };
    Some((only(MoneyKind::Expenditure)?, only(MoneyKind::Income)?))
}
