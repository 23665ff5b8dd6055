//! The cards of one document: shares of one kind of money imply one whole.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{
    cards::shares_beside,
    whole::{Whole, sum},
};
use crate::{
    check::{
        Check, Finding, Operand, Operation, Reason, Subject, Sum, Verdict,
        percentages::{Form, Topic, implied},
        rounding,
    },
    document::{Document, Figure, MoneyKind, Phase},
    scan::words::folded,
};

/// So many agreeing cards a sum shows beside one that disagrees.
const MOST_WITNESSES: usize = 3;
/// So many cards must agree before one that does not is called wrong.
const FEWEST_WITNESSES: usize = 3;
/// So many must agree where one of them is of the same block as the one that does not.
const FEWEST_BESIDE_A_TWIN: usize = 2;

/// An amount with a percentage beside it.
#[derive(Clone, Copy)]
struct Card {
    figure: usize,
    percentage: usize,
    whole: Whole,
}

/// Cards that should be shares of one whole.
type Kind = (MoneyKind, Option<i32>, Option<Phase>);

/// What the cards of a document say.
pub(super) fn findings(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    let groups = groups(subject);
    let totals = Totals::of(document, &groups);
    let mut found = Vec::new();
    for (kind, cards) in &groups {
        let (agreeing, others) = parted(cards);
        let is_alone = others.len() * FEWEST_WITNESSES <= agreeing.len() && agreeing.len() >= FEWEST_WITNESSES;
        let twins = Twins::of(document, &agreeing);
        let (wrong, open): (Vec<&Card>, Vec<&Card>) =
            others.iter().copied().partition(|card| is_alone || twins.has_one_of(document, card));
        found.extend(wrong.iter().map(|card| disagreement(card, &agreeing)));
        if open.is_empty() {
            found.extend(agreement(document, &groups, &totals, *kind, &agreeing));
        } else {
            found.extend(agreeing.into_iter().chain(open).map(|card| unchecked(document, card)));
        }
    }
    found
}

/// The cards by what they are shares of; those that say the same are one.
fn groups(subject: &Subject<'_>) -> BTreeMap<Kind, Vec<Card>> {
    let document = subject.document;
    let mut groups: BTreeMap<Kind, Vec<Card>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (figure_at, percentages) in shares_beside(document) {
        let figure = &document.figures[figure_at];
        if !is_of_a_whole(figure) || figure.status.is_some() {
            continue;
        }
        for percentage in percentages {
            let says = (figure.kind, figure.year, figure.phase, figure.euros, document.percentages[percentage].value);
            let Some(whole) = Whole::of(document, figure_at, percentage).filter(|_| seen.insert(says)) else { continue };
            let kind = (figure.kind, figure.year, figure.phase);
            groups.entry(kind).or_default().push(Card { figure: figure_at, percentage, whole });
        }
    }
    groups
}

/// Whether a percentage beside it can be a share: growth and coverage are none.
fn is_of_a_whole(figure: &Figure) -> bool {
    let is_kind = matches!(figure.kind, MoneyKind::Expenditure | MoneyKind::Income | MoneyKind::Balance);
    is_kind && !figure.euros.is_zero() && Topic::of(&folded(&figure.row)).is_none()
}

/// The most cards that can have one whole, and the others.
fn parted(cards: &[Card]) -> (Vec<&Card>, Vec<&Card>) {
    let mut edges: Vec<(Decimal, bool)> = Vec::with_capacity(cards.len() * 2);
    for card in cards {
        edges.push((card.whole.least, false));
        edges.push((card.whole.most, true));
    }
    // One that begins where another ends meets it.
    edges.sort_unstable();
    let (mut open, mut most, mut place) = (0_usize, 0, Decimal::ZERO);
    for (edge, ends) in edges {
        open = if ends { open.saturating_sub(1) } else { open + 1 };
        if open > most {
            (most, place) = (open, edge);
        }
    }
    cards.iter().partition(|card| card.whole.least <= place && place <= card.whole.most)
}

/// What cards that agree say, by which another card is known to be of the same block: it has one of their amounts with
/// another percentage, or stands in one programme with one of the same label and the same amount or percentage, as a block
/// that is printed twice does.
struct Twins<'a> {
    figures: BTreeSet<usize>,
    amounts: BTreeSet<(usize, &'a str, Decimal)>,
    shares: BTreeSet<(usize, &'a str, Decimal)>,
}

impl<'a> Twins<'a> {
    fn of(document: &'a Document, agreeing: &[&Card]) -> Self {
        let of_blocks = agreeing.iter().filter(|_| agreeing.len() >= FEWEST_BESIDE_A_TWIN);
        let said: Vec<_> = of_blocks.filter_map(|card| said(document, card)).collect();
        Self {
            figures: agreeing.iter().map(|card| card.figure).collect(),
            amounts: said.iter().map(|&(programme, row, euros, _)| (programme, row, euros)).collect(),
            shares: said.iter().map(|&(programme, row, _, share)| (programme, row, share)).collect(),
        }
    }

    fn has_one_of(&self, document: &Document, card: &Card) -> bool {
        let is_of_block = said(document, card).is_some_and(|(programme, row, euros, share)| {
            self.amounts.contains(&(programme, row, euros)) || self.shares.contains(&(programme, row, share))
        });
        is_of_block || self.figures.contains(&card.figure)
    }
}

/// The programme, the label, the amount and the percentage of a card that stands in a programme.
fn said<'a>(document: &'a Document, card: &Card) -> Option<(usize, &'a str, Decimal, Decimal)> {
    let figure = &document.figures[card.figure];
    Some((figure.programme?, figure.row.as_str(), figure.euros, document.percentages[card.percentage].value))
}

/// One card does not have the whole of the others.
fn disagreement(card: &Card, agreeing: &[&Card]) -> Finding {
    let witnesses = agreeing.iter().take(MOST_WITNESSES).copied();
    let whole = agreeing.first().map_or(card.whole, |first| first.whole);
    let sums = [card].into_iter().chain(witnesses).map(|card| sum(card.figure, card.percentage, card.whole, None));
    Finding {
        check: Check::Share,
        verdict: Verdict::Differs,
        reason: Some(Reason::InferredWhole),
        sums: sums.collect(),
        difference: Some(card.whole.middle().saturating_sub(whole.middle()).round_dp(0)),
        spans: Vec::new(),
    }
}

/// Of one card alone nothing can be said.
fn unchecked(document: &Document, card: &Card) -> Finding {
    Finding {
        check: Check::Share,
        verdict: Verdict::Unchecked,
        reason: Some(reason(document, &[card])),
        sums: vec![sum(card.figure, card.percentage, card.whole, None)],
        difference: None,
        spans: Vec::new(),
    }
}

/// Over a hundred percent, a balance is a share of one that lies near zero.
fn reason(document: &Document, cards: &[&Card]) -> Reason {
    let is_near_zero = |card: &&Card| {
        let is_balance = document.figures[card.figure].kind == MoneyKind::Balance;
        is_balance && document.percentages[card.percentage].value.abs() > Decimal::ONE_HUNDRED
    };
    if cards.iter().any(is_near_zero) { Reason::WholeNearZero } else { Reason::InferredWhole }
}

/// The cards that have one whole: with the printed one, with that of the other kinds of money, or with each other.
fn agreement(
    document: &Document,
    groups: &BTreeMap<Kind, Vec<Card>>,
    totals: &Totals,
    kind: Kind,
    cards: &[&Card],
) -> Option<Finding> {
    let whole = common(cards)?;
    let printed = totals.of_kind(document, kind, whole);
    let balance = printed.is_none().then(|| balance(groups, kind, whole)).flatten();
    let verdict = match printed {
        Some(at) => against_printed(document, cards, &document.figures[at]),
        None if balance.is_some() || cards.len() > 1 => Verdict::Holds,
        None => Verdict::Unchecked,
    };
    let missed = |at: usize| whole.middle().saturating_sub(document.figures[at].euros.abs()).round_dp(0);
    let mut sums: Vec<Sum> = cards.iter().map(|card| sum(card.figure, card.percentage, card.whole, printed)).collect();
    sums.extend(balance);
    Some(Finding {
        check: Check::Share,
        verdict,
        reason: Some(reason(document, cards)),
        sums,
        difference: printed.filter(|_| verdict == Verdict::Differs).map(missed),
        spans: Vec::new(),
    })
}

/// Whether the cards' percentages are those of a printed whole.
fn against_printed(document: &Document, cards: &[&Card], whole: &Figure) -> Verdict {
    let verdict = |card: &&Card| {
        let percentage = &document.percentages[card.percentage];
        let implied = implied(Form::Ratio, &document.figures[card.figure], whole)?;
        Some(implied.of_size().verdict(percentage.value.abs(), rounding::of_percentage(percentage)))
    };
    let verdicts: Vec<Verdict> = cards.iter().filter_map(verdict).collect();
    let worst = [Verdict::Differs, Verdict::Rounding].into_iter().find(|verdict| verdicts.contains(verdict));
    worst.unwrap_or(Verdict::Holds)
}

/// What all of them may be.
fn common(cards: &[&Card]) -> Option<Whole> {
    let (first, rest) = cards.split_first()?;
    rest.iter().try_fold(first.whole, |whole, card| whole.and(card.whole))
}

/// The whole of the balance is that of the income less that of the expenditure, as far as both are known.
fn balance(groups: &BTreeMap<Kind, Vec<Card>>, kind: Kind, whole: Whole) -> Option<Sum> {
    if kind.0 != MoneyKind::Balance {
        return None;
    }
    let of = |money| common(&groups.get(&(money, kind.1, kind.2))?.iter().collect::<Vec<_>>());
    let (income, expenditure) = (of(MoneyKind::Income)?, of(MoneyKind::Expenditure)?);
    let follows = income.difference(expenditure);
    follows.and(whole)?;
    let (more, less) = if income.least >= expenditure.least { (income, expenditure) } else { (expenditure, income) };
    let operand = |operation, whole: Whole| Operand { operation, quantity: whole.quantity() };
    let operands = vec![operand(Operation::Plus, more), operand(Operation::Minus, less), operand(Operation::IsAbout, follows)];
    Some(Sum { operands })
}

/// The totals of tables that the cards' wholes may be.
struct Totals {
    /// Those of each kind.
    by_kind: BTreeMap<MoneyKind, Vec<usize>>,
    /// Those that stand in one row and year with the wholes of two other kinds, or more.
    witnessed: BTreeMap<MoneyKind, usize>,
}

impl Totals {
    fn of(document: &Document, groups: &BTreeMap<Kind, Vec<Card>>) -> Self {
        let mut totals = Self { by_kind: BTreeMap::new(), witnessed: BTreeMap::new() };
        let rows = || document.tables.iter().flat_map(|table| &table.rows).filter(|row| row.total);
        for &at in rows().flat_map(|row| &row.figures) {
            totals.by_kind.entry(document.figures[at].kind).or_default().push(at);
        }
        let whole = |(kind, cards): (&Kind, &Vec<Card>)| Some((*kind, common(&cards.iter().collect::<Vec<_>>())?));
        let wholes = groups.iter().filter_map(whole).filter(|(_, whole)| whole.is_narrow());
        let found: BTreeSet<usize> = wholes.filter_map(|(kind, whole)| totals.found(document, kind, whole)).collect();
        for row in rows() {
            let here: Vec<usize> = row.figures.iter().copied().filter(|at| found.contains(at)).collect();
            if let [first, _, ..] = here[..] {
                let year = document.figures[first].year;
                for &at in row.figures.iter().filter(|at| document.figures[**at].year == year) {
                    totals.witnessed.entry(document.figures[at].kind).or_insert(at);
                }
            }
        }
        totals
    }

    /// The printed whole of a kind: one that it may be, else the one that stands beside the wholes of the other kinds.
    fn of_kind(&self, document: &Document, kind: Kind, whole: Whole) -> Option<usize> {
        self.found(document, kind, whole).or_else(|| self.witnessed.get(&kind.0).copied())
    }

    /// A total of the same kind and year that a whole may be; first of the document's own year where the card names none.
    fn found(&self, document: &Document, kind: Kind, whole: Whole) -> Option<usize> {
        let own = document.year.map(|year| year.value);
        let is_of_year = |at: &usize, year: Option<i32>| year.is_none() || document.figures[*at].year == year;
        let fits = |at: &usize| Whole::printed(&document.figures[*at]).and(whole).is_some() && is_of_year(at, kind.1);
        let totals = || self.by_kind.get(&kind.0).into_iter().flatten().copied().filter(fits);
        totals().find(|at| is_of_year(at, own)).or_else(|| totals().next())
    }
}
