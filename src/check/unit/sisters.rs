//! The same row and year in two tables, or in a table and the running text, of which one is a thousand times the other.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{Finding, finding, thousand, thousandfold};
use crate::{
    check::{Subject, rounding},
    document::{Document, Figure, MoneyKind, Row, Table},
    scan::words::folded,
    source::{Span, sort_by_rank},
};

/// The words of a label that people could mean anything by.
const SHORTEST_LABEL_BYTES: usize = 4;
/// A clause of running text says no more words than this of what its amount is of.
const MOST_WORDS: usize = 10;
/// So many figures that are large enough are looked at for each that may be a thousandth of one.
const MOST_NEAR: usize = 10;
/// So many sums show which two places do not agree.
const MOST_SUMS: usize = 3;
/// Digits of the smaller number that make that the larger begins with them no chance: of one pair, and of each of several.
const DIGITS_OF_ONE: usize = 4;
const DIGITS_OF_SEVERAL: usize = 3;

/// What two amounts must share to be the same: the label, the year.
type Key = (String, i32);

/// A table, or an amount outside tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Table(usize),
    Loose(usize),
}

/// Two figures of which the second is a thousand times the first.
#[derive(Clone, Copy)]
struct Pair {
    small: usize,
    large: usize,
    /// Whether the label says what they are of, more than that they are a total or lasten.
    named: bool,
}

/// A finding for each two places that say the same in units a thousand times apart.
pub(super) fn findings(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    let alike = alike(subject);
    let (mut apart, mut agreeing) = (BTreeMap::<(Place, Place), Vec<Pair>>::new(), BTreeMap::<Place, BTreeSet<Place>>::new());
    for ((label, _), figures) in &alike {
        let named = !is_general(label);
        for (small, large) in pairs(document, figures, thousand()) {
            let places = (place(document, small), place(document, large));
            apart.entry(places).or_default().push(Pair { small, large, named });
        }
        for (one, other) in pairs(document, figures, Decimal::ONE) {
            let (one, other) = (place(document, one), place(document, other));
            agreeing.entry(one).or_default().insert(other);
            agreeing.entry(other).or_default().insert(one);
        }
    }
    let told = apart.into_iter().filter(|(places, pairs)| is_told(document, *places, pairs, &agreeing));
    told.filter_map(|(places, pairs)| of_places(document, places, &pairs, &agreeing)).collect()
}

/// The figures that are about the same.
fn alike(subject: &Subject<'_>) -> BTreeMap<Key, Vec<usize>> {
    let document = subject.document;
    let mut alike: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for row in document.tables.iter().flat_map(|table| &table.rows) {
        let label = own_label(row);
        for &at in row.figures.iter().filter(|at| subject.counts(**at)) {
            if let Some(year) = document.figures[at].year.filter(|_| label.len() >= SHORTEST_LABEL_BYTES) {
                alike.entry((label.clone(), year)).or_default().push(at);
            }
        }
    }
    let loose = document.figures.iter().enumerate().filter(|(at, figure)| figure.table.is_none() && subject.counts(*at));
    for (at, figure) in loose {
        let Some(year) = figure.year else { continue };
        for label in labels_in(&folded(&figure.row)) {
            if let Some(figures) = alike.get_mut(&(label, year)) {
                figures.push(at);
            }
        }
    }
    alike.retain(|_, figures| figures.len() > 1);
    alike
}

/// A row's label without that of its group.
fn own_label(row: &Row) -> String {
    let label = folded(&row.label);
    let group = row.group.as_deref().map(folded).unwrap_or_default();
    label.strip_prefix(&group).map_or(label.clone(), |own| own.trim_start().to_owned())
}

/// Whether a label says no more than which side of the books it is.
fn is_general(label: &str) -> bool {
    const GENERAL: [&str; 15] = [
        "totaal",
        "totale",
        "subtotaal",
        "lasten",
        "baten",
        "saldo",
        "resultaat",
        "van",
        "en",
        "de",
        "uitgaven",
        "inkomsten",
        "overige",
        "overig",
        "geraamd",
    ];
    label.split(' ').all(|word| GENERAL.contains(&word))
}

/// Every run of words in a clause, each of which may be the label of a row.
fn labels_in(clause: &str) -> Vec<String> {
    let words: Vec<&str> = clause.split(' ').take(MOST_WORDS).collect();
    let runs = (0..words.len()).flat_map(|from| (from + 1..=words.len()).map(move |end| (from, end)));
    runs.map(|(from, end)| words[from..end].join(" ")).filter(|label| label.len() >= SHORTEST_LABEL_BYTES).collect()
}

fn place(document: &Document, figure: usize) -> Place {
    document.figures[figure].table.map_or(Place::Loose(figure), Place::Table)
}

/// Of the figures about the same, every two of which the second is so many times the first, as far as rounding lets it be known.
/// Each figure is paired with the first that fits.
fn pairs(document: &Document, figures: &[usize], times: Decimal) -> Vec<(usize, usize)> {
    let mut by_size: Vec<(Decimal, usize)> = figures.iter().map(|&at| (document.figures[at].euros.abs(), at)).collect();
    by_size.sort_unstable();
    let mut found = Vec::new();
    for &(size, small) in &by_size {
        let half = rounding::of(&document.figures[small]);
        if digits(&document.figures[small]) < DIGITS_OF_SEVERAL {
            continue;
        }
        let (least, most) = (size.saturating_sub(half).saturating_mul(times), size.saturating_add(half).saturating_mul(times));
        let from = by_size.partition_point(|(size, _)| *size < least);
        let near = by_size[from..].iter().take_while(|(size, _)| *size <= most).take(MOST_NEAR);
        let same = near.map(|&(_, large)| large).find(|&large| are_alike(document, small, large));
        found.extend(same.map(|large| (small, large)));
    }
    found
}

/// Whether two figures with one label and year can be the same: of one kind of money and one phase, in two places.
fn are_alike(document: &Document, one: usize, other: usize) -> bool {
    let (first, second) = (&document.figures[one], &document.figures[other]);
    let is_open = |figure: &Figure| figure.kind == MoneyKind::Other;
    let is_rate = first.kind == MoneyKind::Indicator || second.kind == MoneyKind::Indicator;
    let kinds = first.kind == second.kind || (is_open(first) || is_open(second)) && !is_rate;
    let phases = first.phase == second.phase || first.phase.is_none() || second.phase.is_none();
    kinds && phases && place(document, one) != place(document, other)
}

/// The digits of a number that say something: without zeros at its ends.
fn digits(figure: &Figure) -> usize {
    let digits: String = figure.printed.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}

/// Whether two places are apart, and not by chance: nothing in them is equal, and several amounts or one long one are not.
fn is_told(
    document: &Document,
    (one, other): (Place, Place),
    pairs: &[Pair],
    agreeing: &BTreeMap<Place, BTreeSet<Place>>,
) -> bool {
    let agree = agreeing.get(&one).is_some_and(|places| places.contains(&other));
    let numbers: BTreeSet<Decimal> = pairs.iter().map(|pair| document.figures[pair.small].euros.abs()).collect();
    let long = pairs.iter().any(|pair| pair.named && digits(&document.figures[pair.small]) >= DIGITS_OF_ONE);
    !agree && (numbers.len() > 1 || long)
}

fn of_places(
    document: &Document,
    (small, large): (Place, Place),
    pairs: &[Pair],
    agreeing: &BTreeMap<Place, BTreeSet<Place>>,
) -> Option<Finding> {
    let doubted = in_doubt(document, small, large, agreeing);
    let mut spans: Vec<Span> = doubted.into_iter().filter_map(|place| span(document, place)).collect();
    sort_by_rank(&mut spans, |span| span.rank());
    let first = pairs.first()?;
    let difference = document.figures[first.small].euros.abs().saturating_sub(document.figures[first.large].euros.abs());
    let sums = pairs.iter().take(MOST_SUMS).map(|pair| thousandfold(document, pair.small, pair.large)).collect();
    (!spans.is_empty()).then(|| finding(sums, Some(difference), spans))
}

/// The one of two places whose unit is in doubt: the one whose unit a person did not choose, or the text does not state, or that
/// no third place agrees with. Both where nothing tells.
fn in_doubt(document: &Document, small: Place, large: Place, agreeing: &BTreeMap<Place, BTreeSet<Place>>) -> Vec<Place> {
    let sure = |place: Place, ask: &dyn Fn(&Table) -> bool, of_figure: &dyn Fn(&Figure) -> bool| match place {
        Place::Table(at) => ask(&document.tables[at]),
        Place::Loose(at) => of_figure(&document.figures[at]),
    };
    let chosen = |place| sure(place, &|table| table.unit.chosen, &|figure| figure.unit.chosen);
    let stated = |place| sure(place, &|table| table.unit.stated, &|figure| figure.unit.stated);
    let borne_out = |place: Place| agreeing.get(&place).is_some_and(|others| others.iter().any(|&other| stated(other)));
    let tests: [&dyn Fn(Place) -> bool; 3] = [&chosen, &stated, &borne_out];
    for test in tests {
        match (test(small), test(large)) {
            (true, false) => return vec![large],
            (false, true) => return vec![small],
            _ => {}
        }
    }
    [small, large].into_iter().filter(|&place| !chosen(place)).collect()
}

fn span(document: &Document, place: Place) -> Option<Span> {
    match place {
        Place::Table(at) => document.tables.get(at).map(|table| table.span),
        Place::Loose(at) => document.figures.get(at).map(|figure| figure.span),
    }
}
