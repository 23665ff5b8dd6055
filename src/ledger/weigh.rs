//! How far a table's own numbers bear out its laws.
//!
//! A sum that holds by chance proves nothing, so what it proves is counted in bits: a sum of numbers near a thousand that
//! holds within two would do so by chance once in a few hundred times, which is eight bits.

use std::ops::Range;

use super::{
    Label, Of, Role, Sheet,
    cells::Cells,
    laws::{Axis, Kind, Law, Side, WAYS, laws},
};

/// The places that differ in how a law is signed: differences of columns, kinds of money.
pub(super) const CLASSES: usize = 3;
/// The least that bears out a number where it stands.
const LOCAL: u32 = 3;
/// Balances and stocks, of rows and of columns.
const FAMILIES: usize = 4;
/// The least that bears out a law that is only guessed from the labels, in bits.
const GUESSED: u32 = 4;
/// The least that bears out a law that does not hold anywhere else, by the way in which it fails.
const SLIP: u32 = 6;
/// What bears out a law that fails as often as it holds.
const PROVEN: u32 = 12;
/// The wrong digits by which a number can miss, for each of its digits.
const SLIPS: i64 = 18;

/// The laws of a table, and what is known of each.
pub(super) struct Book {
    pub(super) laws: Vec<Law>,
    pub(super) claims: Vec<Claim>,
    columns: Vec<Label>,
    lines: Vec<Label>,
}

/// What one row (column) is the outcome of: alternatives, of which one may be chosen.
pub(super) struct Claim {
    alternatives: Range<usize>,
    /// For each class of places the ways to sign that are still possible, a bit each.
    pub(super) ways: [u8; CLASSES],
    /// The law that the numbers bear out.
    pub(super) chosen: Option<usize>,
    /// Whether it holds more often than not.
    pub(super) credible: bool,
    /// The laws that may be read by: the chosen one, or those that no number speaks against.
    pub(super) readable: Vec<usize>,
    /// What the numbers say for the chosen law and its way to sign, in bits.
    pub(super) bits: u32,
}

impl Claim {
    /// The way to sign in a class of places, where the table has shown it.
    pub(super) fn only_way(&self, class: usize) -> Option<usize> {
        self.ways[class].is_power_of_two().then(|| self.ways[class].trailing_zeros() as usize)
    }
}

/// A law at one place.
#[derive(Clone, Copy)]
pub(super) struct Weighed {
    /// Outcome less sum.
    pub(super) difference: i64,
    pub(super) tolerance: i64,
    pub(super) bits: u32,
    /// What the difference says for the law, where it is that of one wrong digit.
    pub(super) slip_bits: u32,
}

impl Weighed {
    pub(super) fn differs(self) -> bool {
        self.difference.abs() > self.tolerance
    }

    /// How far it is from holding.
    fn missed(self) -> i64 {
        if self.differs() { self.difference.abs() } else { 0 }
    }
}

#[derive(Clone, Copy, Default)]
struct Tally {
    holds: u32,
    differs: u32,
    /// The places where it differs as it would if one digit were wrong, and what that says for the law.
    slips: u32,
    slip_bits: u32,
    bits: u32,
}

impl Tally {
    fn add(&mut self, weighed: Weighed) {
        if weighed.differs() {
            self.differs += 1;
            self.slips += u32::from(weighed.slip_bits > 0);
            self.slip_bits += weighed.slip_bits;
        } else if weighed.bits > 0 {
            self.holds += 1;
            self.bits += weighed.bits;
        }
    }

    /// Whether the table bears a law out that does not hold everywhere.
    fn is_broken(&self) -> bool {
        self.bits >= GUESSED && self.holds > self.differs || self.bits >= PROVEN && self.holds == self.differs
    }

    /// Whether a law that nothing else bears out is the one that was meant: it fails in one place, by one digit.
    fn is_slip(&self) -> bool {
        self.differs == 1 && self.slips == 1 && self.bits + self.slip_bits >= SLIP
    }

    /// Whether a law that the labels are certain of is broken, and not misunderstood: it fails in one place alone, or less
    /// often than not.
    fn is_certain(&self) -> bool {
        self.differs == 1 || self.holds >= self.differs
    }
}

type Scores = [[u32; WAYS]; CLASSES];

impl Book {
    pub(super) fn new(sheet: &Sheet, cells: &Cells) -> Self {
        let lines: Vec<Label> = sheet.lines.iter().map(|line| line.label.clone()).collect();
        let columns = sheet.columns.clone();
        let mut all = laws(Axis::Rows, &lines);
        all.extend(laws(Axis::Columns, &columns));
        let mut book = Self { laws: all, claims: Vec::new(), columns, lines };
        book.sign(cells);
        for at in 0..book.claims.len() {
            book.choose(at, cells);
        }
        book
    }

    /// One claim for each outcome and kind, with the ways to sign that the numbers speak for most.
    fn sign(&mut self, cells: &Cells) {
        let mut scores: Vec<Scores> = Vec::new();
        for alternatives in self.alternatives() {
            scores.push(self.scores(alternatives.clone(), cells));
            let (ways, readable) = ([0; CLASSES], Vec::new());
            self.claims.push(Claim { alternatives, ways, chosen: None, credible: false, readable, bits: 0 });
        }
        let mut families = [Scores::default(); FAMILIES];
        for (at, own) in scores.iter().enumerate() {
            self.family(at).into_iter().for_each(|family| add(&mut families[family], own));
        }
        for (at, own) in scores.into_iter().enumerate() {
            let score = self.family(at).map_or(own, |family| families[family]);
            let claim = &mut self.claims[at];
            let ways = self.laws[claim.alternatives.start].kind.ways();
            claim.ways = score.map(|of_class| best(of_class, ways));
        }
    }

    fn alternatives(&self) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for (at, law) in self.laws.iter().enumerate() {
            match found.last_mut().filter(|last| is_alternative(&self.laws[last.start], law)) {
                Some(last) => last.end = at + 1,
                None => found.push(at..at + 1),
            }
        }
        found
    }

    /// The balances of a table are signed alike, and so are its stocks; each difference has its own way.
    fn family(&self, claim: usize) -> Option<usize> {
        let law = &self.laws[self.claims[claim].alternatives.start];
        match law.kind {
            Kind::Balance => Some(law.axis as usize),
            Kind::Stock => Some(2 + law.axis as usize),
            Kind::Sum | Kind::Difference => None,
        }
    }

    /// For each class and each way the most that one of the alternatives has to say for it.
    fn scores(&self, alternatives: Range<usize>, cells: &Cells) -> Scores {
        let mut best = [[0; WAYS]; CLASSES];
        for law in self.laws[alternatives].iter().filter(|law| law.kind.ways().len() > 1) {
            for &way in law.kind.ways() {
                let mut tallies = [Tally::default(); CLASSES];
                for across in self.across(law) {
                    if let Some(weighed) = weigh(cells, law, way, across) {
                        tallies[self.class(law, across)].add(weighed);
                    }
                }
                for (best, tally) in best.iter_mut().zip(tallies).filter(|(_, tally)| tally.holds > tally.differs) {
                    best[way] = best[way].max(tally.bits);
                }
            }
        }
        best
    }

    fn choose(&mut self, at: usize, cells: &Cells) {
        let claim = &self.claims[at];
        let least = |law: usize| if self.laws[law].sure { 1 } else { GUESSED };
        let holds = |(law, tally): &&(usize, Tally)| tally.differs == 0 && tally.bits >= least(*law);
        let mut tallies: Vec<(usize, Tally)> = Vec::new();
        for law in claim.alternatives.clone() {
            tallies.push((law, self.tally(law, claim.ways, cells)));
            if tallies.last().is_some_and(|tally| holds(&tally)) {
                break;
            }
        }
        let holding = tallies.last().filter(holds);
        let most = tallies.iter().filter(|(_, tally)| tally.is_broken());
        let broken = most.max_by_key(|(law, tally)| (tally.holds, usize::MAX - law));
        let contradicted = tallies.iter().find(|(law, tally)| self.laws[*law].sure && tally.differs > 0);
        let certain = || contradicted.filter(|(_, tally)| tally.is_certain());
        let slipped = || {
            let slips = tallies.iter().filter(|(_, tally)| tally.is_slip());
            slips.max_by_key(|(law, tally)| (tally.bits + tally.slip_bits, usize::MAX - law))
        };
        let (chosen, credible) = match holding.or(broken).or_else(certain).or_else(slipped) {
            Some(&chosen) => (Some(chosen), true),
            None => (contradicted.copied(), false),
        };
        let possible = tallies.iter().filter(|(_, tally)| tally.differs == 0).map(|(law, _)| *law);
        let readable = match (holding, chosen) {
            (Some((law, _)), _) => vec![*law],
            (None, Some((law, tally)))
                if self.laws[law].axis == Axis::Columns && tally.holds >= 4 * tally.differs && credible =>
            {
                vec![law]
            }
            (None, Some(_)) => Vec::new(),
            (None, None) => {
                let possible: Vec<usize> = possible.collect();
                let sure = possible.iter().copied().find(|law| self.laws[*law].sure);
                sure.map_or(possible, |sure| vec![sure])
            }
        };
        let claim = &mut self.claims[at];
        claim.bits = chosen.filter(|_| credible).map_or(0, |(_, tally)| tally.bits);
        claim.chosen = chosen.map(|(law, _)| law);
        claim.credible = credible;
        claim.readable = readable;
    }

    fn tally(&self, law: usize, ways: [u8; CLASSES], cells: &Cells) -> Tally {
        let mut tally = Tally::default();
        let law = &self.laws[law];
        for across in self.across(law) {
            let ways = ways[self.class(law, across)];
            nearest(cells, law, ways, across).into_iter().for_each(|(_, weighed)| tally.add(weighed));
        }
        tally
    }

    /// Forgets the rows that arithmetic has placed so that a law of the table does not hold. True if there are any.
    pub(super) fn retract(&self, cells: &mut Cells) -> bool {
        let mut wrong: Vec<usize> = Vec::new();
        for (claim, law) in self.claims.iter().filter_map(|claim| Some((claim, &self.laws[claim.chosen?]))) {
            for across in self.across(law) {
                let way = claim.ways[self.class(law, across)].trailing_zeros() as usize;
                if weigh(cells, law, way, across).is_some_and(Weighed::differs) {
                    let lines = law.signs(way).map(|(at, _)| law.place(at, across).line);
                    wrong.extend(lines.filter(|line| !cells.is_complete(*line)));
                }
            }
        }
        wrong.iter().for_each(|line| cells.rows[*line].forget());
        !wrong.is_empty()
    }

    /// Keeps only those columns of values that one law at least bears out where the value stands.
    pub(super) fn keep_borne_out(&self, cells: &mut Cells) {
        let mut bits: Vec<Vec<u32>> =
            cells.rows.iter().map(|row| vec![0; if row.complete { 0 } else { cells.columns }]).collect();
        for (claim, law) in self.claims.iter().filter_map(|claim| Some((claim, &self.laws[claim.chosen?]))) {
            for across in self.across(law) {
                let way = claim.ways[self.class(law, across)].trailing_zeros() as usize;
                let Some(weighed) = weigh_open(cells, law, way, across) else { continue };
                for place in law.signs(way).map(|(at, _)| law.place(at, across)) {
                    bits[place.line].get_mut(place.column).into_iter().for_each(|bits| *bits += weighed.bits);
                }
            }
        }
        for (row, bits) in cells.rows.iter_mut().zip(bits).filter(|(row, _)| !row.complete && !row.cells.is_empty()) {
            let trusted = row.placed().filter(|(_, column)| bits[*column] >= LOCAL);
            let trusted: Vec<usize> = trusted.map(|(value, _)| value).collect();
            row.keep(&trusted);
        }
    }

    /// The law of a claim that its rows bear out although the columns of some of their numbers are not known.
    pub(super) fn borne_out_loosely(&self, claim: &Claim, cells: &Cells) -> Option<usize> {
        let alternatives = match claim.chosen.filter(|_| claim.credible) {
            Some(law) => law..law + 1,
            None => claim.alternatives.clone(),
        };
        let rows = alternatives.filter(|law| self.laws[*law].axis == Axis::Rows);
        let tallies = rows.map(|law| (law, self.tally_loosely(law, claim.ways, cells)));
        let broken = tallies.filter(|(_, tally)| tally.differs > 0 && tally.is_broken());
        broken.max_by_key(|(law, tally)| (tally.holds, usize::MAX - law)).map(|(law, _)| law)
    }

    fn tally_loosely(&self, law: usize, ways: [u8; CLASSES], cells: &Cells) -> Tally {
        let mut tally = Tally::default();
        let law = &self.laws[law];
        for across in self.across(law) {
            let ways = ways[self.class(law, across)];
            let known = nearest(cells, law, ways, across).map(|(_, weighed)| weighed);
            let weighed = known.or_else(|| weigh_loosely(cells, law, ways, across).map(|loose| loose.weighed));
            weighed.into_iter().for_each(|weighed| tally.add(weighed));
        }
        tally
    }

    /// The places where a law should hold.
    pub(super) fn across(&self, law: &Law) -> impl Iterator<Item = usize> {
        (0..self.labels_across(law).len()).filter(|at| self.is_counted(law, *at))
    }

    /// Whether a law should hold at a place: not for percentages and counts.
    pub(super) fn is_counted(&self, law: &Law, across: usize) -> bool {
        self.labels_across(law).get(across).is_some_and(|label| label.role != Role::Ignored)
    }

    fn labels_across(&self, law: &Law) -> &[Label] {
        if law.axis == Axis::Rows { &self.columns } else { &self.lines }
    }

    pub(super) fn columns_of(&self, role: Role) -> Vec<usize> {
        (0..self.columns.len()).filter(|column| self.columns[*column].role == role).collect()
    }

    pub(super) fn is_money(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|label| label.role != Role::Ignored)
    }

    /// Differences are often signed in their own way: by what is favourable.
    pub(super) fn class(&self, law: &Law, across: usize) -> usize {
        match (law.axis, law.kind) {
            (Axis::Rows, Kind::Balance | Kind::Stock) => usize::from(matches!(self.columns[across].of, Of::Difference(..))),
            (Axis::Columns, Kind::Difference) => match self.lines[across].role.side() {
                Side::Same => 0,
                Side::In => 1,
                Side::Out => 2,
            },
            _ => 0,
        }
    }
}

/// A law at one place, where all of its cells are known. An outcome that is left empty says nothing.
pub(super) fn weigh(cells: &Cells, law: &Law, way: usize, across: usize) -> Option<Weighed> {
    cells.at(law.place(law.outcome, across))?;
    law.terms.iter().try_for_each(|(term, _)| cells.at(law.place(*term, across)).map(|_| ()))?;
    weigh_open(cells, law, way, across)
}

/// A law at one place in the way to sign, of those that are possible, in which it holds, else misses least.
pub(super) fn nearest(cells: &Cells, law: &Law, ways: u8, across: usize) -> Option<(usize, Weighed)> {
    nearest_of(law, ways, |way| weigh(cells, law, way, across))
}

fn nearest_of(law: &Law, ways: u8, weigh: impl Fn(usize) -> Option<Weighed>) -> Option<(usize, Weighed)> {
    let possible = law.kind.ways().iter().copied().filter(|way| ways >> way & 1 == 1);
    let weighed = possible.filter_map(|way| Some((way, weigh(way)?)));
    weighed.min_by_key(|(_, weighed)| weighed.missed())
}

/// A law at a place where the columns of some numbers are not known, with what of them brings it nearest to holding.
pub(super) struct Loose {
    pub(super) weighed: Weighed,
    pub(super) way: usize,
    /// The rows whose column is not known, and which of their values stands here; none where nothing does.
    pub(super) taken: Vec<(usize, Option<usize>)>,
}

/// More rows of which the columns are not known prove nothing.
const LOOSE_ROWS: usize = 2;
/// More ways to fill them are not tried.
const LOOSE_WAYS: usize = 256;

/// A law of rows where some numbers may stand here or elsewhere. None where all is known, or too little.
pub(super) fn weigh_loosely(cells: &Cells, law: &Law, ways: u8, across: usize) -> Option<Loose> {
    if cells.at(law.place(law.outcome, across))? == 0 {
        return None;
    }
    let open = law.terms.iter().map(|(term, _)| *term).filter(|term| cells.at(law.place(*term, across)).is_none());
    let open: Vec<usize> = open.collect();
    let mut fillings: Vec<Vec<(usize, Option<usize>)>> = vec![Vec::new()];
    for &line in &open {
        let choices = cells.choices(law.place(line, across))?;
        if open.len() > LOOSE_ROWS || fillings.len() * choices.len() > LOOSE_WAYS {
            return None;
        }
        let with = |filling: &Vec<(usize, Option<usize>)>, choice| [&filling[..], &[(line, choice)]].concat();
        fillings = fillings.iter().flat_map(|filling| choices.iter().map(move |&choice| with(filling, choice))).collect();
    }
    let chance = fillings.len().checked_ilog2().unwrap_or(0) + 1;
    let filled = fillings.into_iter().filter(|_| !open.is_empty()).filter_map(|taken| {
        let (way, weighed) = nearest_of(law, ways, |way| weigh_with(cells, law, way, across, &taken))?;
        let bits = weighed.bits.saturating_sub(chance);
        Some(Loose { weighed: Weighed { bits, ..weighed }, way, taken })
    });
    filled.min_by_key(|loose| loose.weighed.missed())
}

/// A law at one place, where what is not known of its cells is little beside what is.
pub(super) fn weigh_open(cells: &Cells, law: &Law, way: usize, across: usize) -> Option<Weighed> {
    weigh_with(cells, law, way, across, &[])
}

/// The same, where of some rows it is assumed which of their values stands here.
fn weigh_with(cells: &Cells, law: &Law, way: usize, across: usize, taken: &[(usize, Option<usize>)]) -> Option<Weighed> {
    if cells.is_empty(law.place(law.outcome, across)) {
        return None;
    }
    let (mut low, mut high, mut tolerance) = (0, 0, 0);
    let (mut largest, mut second, mut grain) = (0, 0, i64::MAX);
    for (at, sign) in law.signs(way) {
        let place = law.place(at, across);
        let assumed = taken.iter().find(|(line, _)| *line == place.line).map(|(_, value)| *value);
        let (least, most) = assumed.map_or_else(|| cells.range(place), |value| cells.just(place.line, value))?;
        (low, high) = (low - (most * sign).max(least * sign), high - (most * sign).min(least * sign));
        // A printed zero may be rounded too; an empty cell is nothing.
        tolerance += if cells.is_empty(place) || assumed == Some(None) { 0 } else { cells.rounding };
        let size = if least == most { most.abs() } else { 0 };
        second = second.max(size.min(largest));
        largest = largest.max(size);
        grain = grain.min(grain_of(size, cells.rounding));
    }
    let difference = 0.clamp(low, high);
    let free = 2 * (tolerance + cells.rounding) + (high - low);
    let bits = (second / free.max(1)).checked_ilog2().unwrap_or(0);
    let is_slip = low == high && difference.abs() > tolerance && is_slip(difference.abs(), grain, tolerance);
    let chance = free.max(grain.saturating_mul(2)).saturating_mul(SLIPS);
    let slip_bits = if is_slip { (second / chance.max(1)).checked_ilog2().unwrap_or(0) } else { 0 };
    Some(Weighed { difference, tolerance, bits, slip_bits })
}

/// The largest power of ten that a number is a multiple of: round numbers miss by round numbers. Zero is one of all.
fn grain_of(size: i64, rounding: i64) -> i64 {
    let mut grain = rounding.saturating_mul(2).max(1);
    while size != 0 && grain <= size && size % grain.saturating_mul(10) == 0 {
        grain = grain.saturating_mul(10);
    }
    if size == 0 { i64::MAX } else { grain }
}

/// Whether a sum misses as it would if one digit were another one, or two neighbours had changed places.
fn is_slip(missed: i64, grain: i64, tolerance: i64) -> bool {
    if missed <= tolerance.saturating_add(grain.saturating_mul(9)) {
        return true;
    }
    let mut digit = grain;
    while digit <= missed.saturating_add(tolerance) {
        let one = (1..10).map(|times| times * digit);
        let swapped = (2..10).map(|times| times * 9 * digit);
        let near = |wrong: i64| missed.abs_diff(wrong) <= tolerance.unsigned_abs();
        if digit > 2 * tolerance && one.chain(swapped).any(near) {
            return true;
        }
        let Some(next) = digit.checked_mul(10) else { return false };
        digit = next;
    }
    false
}

fn is_alternative(one: &Law, other: &Law) -> bool {
    one.axis == other.axis && one.kind == other.kind && one.outcome == other.outcome
}

fn add(total: &mut Scores, scores: &Scores) {
    for (total, score) in total.iter_mut().flatten().zip(scores.iter().flatten()) {
        *total += score;
    }
}

/// The ways to sign with the most bits.
fn best(scores: [u32; WAYS], ways: &[usize]) -> u8 {
    let most = ways.iter().map(|&way| scores[way]).max().unwrap_or(0);
    ways.iter().filter(|way| scores[**way] == most).fold(0, |best, &way| best | 1 << way)
}
