//! Amounts that stand outside tables, each behind or below a label of its own: `Lasten € 54`, a card, a key figure.
//!
//! What belongs together stands together: neighbours in the text, of one programme, year, phase and permanence, whose labels
//! say nothing but which money they are. The lasten and baten above a saldo are its parts, and so are the moves of reserves
//! between it and a result.

use super::{Check, Finding, Reason, Subject, Verdict, sums};
use crate::{
    check::sums::Equation,
    document::{Figure, MoneyKind, Phase},
    scan::words::folded,
};

/// What stands between a label's end and its amount, or an amount and the next label: a currency, a bullet, a full line.
const AROUND_LABEL_BYTES: usize = 16;
/// What stands between the amounts of two cards: a unit, a share, a label.
const AROUND_CARD_BYTES: usize = 160;
/// A unit that stands right below the amount of a card.
const BELOW_CARD_BYTES: u32 = 24;

/// An amount outside tables.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Piece {
    figure: usize,
    money: Money,
}

/// Which money an amount is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check) enum Money {
    Expenditure,
    Income,
    Balance,
    Addition,
    Withdrawal,
}

/// What has been seen of one block of amounts.
#[derive(Default)]
struct Seen {
    cost: Vec<Piece>,
    balance: Option<usize>,
    moves: Vec<Piece>,
}

/// What lasten, baten, moves of reserves and their saldo say outside tables, for one check.
pub(in crate::check) fn balances(subject: &Subject<'_>, check: Check) -> Vec<Finding> {
    let figures = &subject.document.figures;
    let mut seen = Seen::default();
    let mut found = Vec::new();
    let mut last: Option<&Figure> = None;
    for (at, figure) in figures.iter().enumerate() {
        let money = Some(figure).filter(|_| figure.table.is_none() && subject.counts(at)).and_then(money_of);
        let is_beside = last.is_some_and(|last| is_beside(last, figure));
        last = money.map(|_| figure);
        if !is_beside {
            seen = Seen::default();
        }
        match money {
            Some(money) => found.extend(seen.add(subject, Piece { figure: at, money }).filter(|finding| finding.check == check)),
            None => seen = Seen::default(),
        }
    }
    found
}

impl Seen {
    /// Takes a further amount; a balance is judged by what stands above it.
    fn add(&mut self, subject: &Subject<'_>, piece: Piece) -> Option<Finding> {
        match piece.money {
            Money::Expenditure | Money::Income => {
                if self.balance.is_some() {
                    *self = Self::default();
                }
                self.cost.push(piece);
                None
            }
            Money::Addition | Money::Withdrawal => {
                self.moves.push(piece);
                None
            }
            Money::Balance => self.balance(subject, piece.figure),
        }
    }

    fn balance(&mut self, subject: &Subject<'_>, at: usize) -> Option<Finding> {
        let (cost, moves) = (std::mem::take(&mut self.cost), std::mem::take(&mut self.moves));
        match self.balance.replace(at) {
            None if moves.is_empty() => {
                let of = |money: Money| cost.iter().filter(|piece| piece.money == money).count();
                let is_certain = of(Money::Expenditure) == 1 && of(Money::Income) == 1;
                let both = of(Money::Expenditure) > 0 && of(Money::Income) > 0;
                both.then(|| judge(subject, Check::Balance, &sided(&cost), at, is_certain)).flatten()
            }
            Some(before) if !moves.is_empty() && cost.is_empty() => {
                let terms: Vec<(usize, Side)> = [(before, Side::Same)].into_iter().chain(sided(&moves)).collect();
                judge(subject, Check::Result, &terms, at, true)
            }
            _ => None,
        }
    }
}

/// What was planned, what came of it, and the difference, each on a line of its own below one label.
pub(in crate::check) fn differences(subject: &Subject<'_>) -> Vec<Finding> {
    let figures = &subject.document.figures;
    let of_three = |at: usize| {
        let [planned, came, difference] = figures.get(at..at + 3)? else { return None };
        let phases = [planned, came, difference].map(|figure| figure.phase);
        let is_plan = matches!(phases[0], Some(Phase::Budget | Phase::OriginalBudget | Phase::AmendedBudget));
        let is_kept = is_plan && phases[1] == Some(Phase::Actual) && phases[2] == Some(Phase::Difference);
        let outside = |figure: &&Figure| figure.table.is_none() && figure.kind == planned.kind && figure.unit == planned.unit;
        let near = |one: &Figure, next: &Figure| {
            next.span.start.saturating_sub(one.span.end) as usize <= next.row.len() + AROUND_LABEL_BYTES
        };
        let is_block =
            is_kept && [planned, came, difference].iter().all(outside) && near(planned, came) && near(came, difference);
        let terms = [(at, Side::Out), (at + 1, Side::In)];
        is_block.then(|| judge(subject, Check::Total, &terms, at + 2, planned.row.contains(' ')))?
    };
    (0..figures.len()).filter_map(of_three).collect()
}

/// Whether an amount is on the side of what goes out, comes in, or neither.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Out,
    In,
    Same,
}

fn sided(pieces: &[Piece]) -> Vec<(usize, Side)> {
    let side = |money: Money| match money {
        Money::Expenditure | Money::Addition => Side::Out,
        Money::Income | Money::Withdrawal => Side::In,
        Money::Balance => Side::Same,
    };
    pieces.iter().map(|piece| (piece.figure, side(piece.money))).collect()
}

/// Judges a sum whose signs are not known before: it holds if it does so in one of the ways to sign that its numbers leave.
/// One that holds in none of them is broken, if its labels are certain.
fn judge(subject: &Subject<'_>, check: Check, terms: &[(usize, Side)], outcome: usize, is_certain: bool) -> Option<Finding> {
    let judged = |&(out, income): &(bool, bool)| {
        let is_subtracted = |side: Side| side == Side::Out && out || side == Side::In && income;
        let terms = terms.iter().map(|(at, side)| (*at, is_subtracted(*side))).collect();
        sums::judge(subject, check, &Equation { terms, outcome, used_for_reading: false })
    };
    let mut possible: Vec<Finding> = ways(subject, terms).iter().filter_map(judged).collect();
    let holds = |finding: &Finding| finding.verdict != Verdict::Differs;
    if let Some(at) = possible.iter().position(holds) {
        return Some(possible.swap_remove(at));
    }
    let others: Vec<Finding> = [(false, false), (true, false), (false, true), (true, true)].iter().filter_map(judged).collect();
    if let Some(finding) = others.into_iter().find(holds) {
        return Some(Finding { verdict: Verdict::Unchecked, reason: Some(Reason::SignsUnknown), ..finding });
    }
    let missed = |finding: &Finding| finding.difference.map(|difference| difference.abs());
    possible.into_iter().min_by_key(missed).filter(|_| is_certain)
}

/// The ways to sign that the numbers leave: whether what goes out is subtracted, and whether what comes in is. Where both
/// carry their sign they are added; where neither does one is subtracted.
fn ways(subject: &Subject<'_>, terms: &[(usize, Side)]) -> Vec<(bool, bool)> {
    let figures = |side: Side| {
        let of_side = terms.iter().filter(move |(_, of)| *of == side);
        of_side.filter_map(|(at, _)| subject.document.figures.get(*at)).filter(|figure| !figure.euros.is_zero())
    };
    let is_negative = |side: Side| figures(side).map(|figure| figure.euros.is_sign_negative()).next();
    if terms.iter().any(|(at, _)| subject.document.figures.get(*at).is_some_and(|figure| figure.mark.is_some())) {
        return vec![(false, false)];
    }
    match (is_negative(Side::Out), is_negative(Side::In)) {
        (Some(out), Some(income)) if out != income => vec![(false, false)],
        (Some(_), Some(_)) => vec![(false, true), (true, false)],
        _ => vec![(false, false), (false, true), (true, false)],
    }
}

/// Which money an amount is, where its label says that and nothing else.
pub(in crate::check) fn money_of(figure: &Figure) -> Option<Money> {
    const PLAIN: [&str; 46] = [
        "totaal",
        "totale",
        "lasten",
        "uitgaven",
        "baten",
        "inkomsten",
        "saldo",
        "resultaat",
        "van",
        "en",
        "de",
        "het",
        "in",
        "aan",
        "uit",
        "begroting",
        "begroot",
        "begrote",
        "rekening",
        "realisatie",
        "geraamd",
        "geraamde",
        "gerealiseerd",
        "gerealiseerde",
        "programma",
        "structureel",
        "structurele",
        "incidenteel",
        "incidentele",
        "reserve",
        "reserves",
        "storting",
        "stortingen",
        "toevoeging",
        "toevoegingen",
        "dotatie",
        "onttrekking",
        "onttrekkingen",
        "mutaties",
        "voor",
        "na",
        "bestemming",
        "primitief",
        "primitieve",
        "wijziging",
        "jaar",
    ];
    let label = folded(&figure.row);
    let bare = |word: &str| word.trim_matches(|mark: char| !mark.is_alphanumeric()).to_owned();
    let words: Vec<String> = label.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    let is_plain = |word: &String| PLAIN.contains(&word.as_str()) || word.bytes().all(|byte| byte.is_ascii_digit());
    if !words.iter().all(is_plain) {
        return None;
    }
    let has = |starts: &[&str]| words.iter().any(|word| starts.iter().any(|start| word.starts_with(start)));
    match figure.kind {
        _ if figure.phase == Some(Phase::Difference) => None,
        MoneyKind::Reserve if has(&["storting", "toevoeging", "dotatie"]) => Some(Money::Addition),
        MoneyKind::Reserve if has(&["onttrekking"]) => Some(Money::Withdrawal),
        MoneyKind::Expenditure if has(&["lasten", "uitgaven"]) => Some(Money::Expenditure),
        MoneyKind::Income if has(&["baten", "inkomsten"]) => Some(Money::Income),
        MoneyKind::Balance if has(&["saldo", "resultaat"]) => Some(Money::Balance),
        _ => None,
    }
}

/// Whether an amount stands right behind another, and is of the same programme, year, phase and permanence.
fn is_beside(last: &Figure, next: &Figure) -> bool {
    let gap = next.span.start.saturating_sub(last.span.end) as usize;
    let unit_below =
        last.unit.span.is_some_and(|unit| unit.start.checked_sub(last.span.end).is_some_and(|gap| gap <= BELOW_CARD_BYTES));
    let is_near = gap <= next.row.len() + AROUND_LABEL_BYTES || unit_below && gap <= AROUND_CARD_BYTES;
    let alike = |figure: &Figure| (figure.programme, figure.year, figure.phase, figure.permanence, figure.page);
    is_near && alike(last) == alike(next)
}
