//! The numbers of a table, line by line.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{
    check::{Quantity, Subject, rounding},
    document::{Document, Row},
    scan::words::folded,
    source::Span,
};

/// A percentage as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) quantity: ShareQuantity,
    /// In percent.
    pub(super) value: Decimal,
    /// Half a unit of its last digit.
    pub(super) half: Decimal,
}

/// Which list of the document a share counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ShareQuantity {
    Percentage(usize),
    Count(usize),
}

impl From<ShareQuantity> for Quantity {
    fn from(share: ShareQuantity) -> Self {
        match share {
            ShareQuantity::Percentage(at) => Self::Percentage(at),
            ShareQuantity::Count(at) => Self::Count(at),
        }
    }
}

/// The percentages of a document by the byte where they begin.
pub(super) struct Shares(BTreeMap<u32, Share>);

impl Shares {
    pub(super) fn of(document: &Document) -> Self {
        let percentages = document.percentages.iter().enumerate().map(|(at, percentage)| {
            let half = rounding::of_percentage(percentage);
            let share = Share { quantity: ShareQuantity::Percentage(at), value: percentage.value, half };
            (percentage.span.start, share)
        });
        let in_percent = |words: &str| words.contains('%') || folded(words).contains("percentage");
        let counts = document.counts.iter().enumerate();
        let counts = counts.filter(|(_, count)| count.column.as_deref().is_some_and(in_percent) || in_percent(&count.row));
        let counts = counts.map(|(at, count)| {
            let half = rounding::half_of_scale(count.value.scale());
            (count.span.start, Share { quantity: ShareQuantity::Count(at), value: count.value, half })
        });
        Self(percentages.chain(counts).collect())
    }

    /// The first percentage that begins in a cell.
    fn within(&self, cell: Span) -> Option<Share> {
        self.0.range(cell.start..cell.end).next().map(|(_, share)| *share)
    }
}

/// A number of a line.
#[derive(Clone, Copy)]
pub(super) enum Number {
    /// Counts in the figures.
    Amount(usize),
    /// A percentage.
    Share(Share),
}

/// What stands in a place of a line; lines of one table that are alike have the same places.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) place: Place,
    pub(super) number: Number,
}

/// Where a number stands in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// In this column; in this row where columns are the lines.
    Known(usize),
    /// Where columns are not known: in a row of this many cells, in this one.
    OfSoMany(usize, usize),
}

/// A row, or a column.
pub(super) struct Line {
    /// Its numbers in their order.
    pub(super) entries: Vec<Entry>,
    /// Whether it is a total of others.
    pub(super) total: bool,
}

/// A table's numbers, line by line.
pub(super) struct Lines<'a> {
    pub(super) all: Vec<Line>,
    /// What is printed above each known place, folded.
    words: Vec<String>,
    /// What is printed before each line, folded.
    labels: Vec<String>,
    /// What is printed above the table.
    caption: &'a str,
}

impl<'a> Lines<'a> {
    /// The rows of a table.
    pub(super) fn of_rows(subject: &Subject<'a>, shares: &Shares, table: usize) -> Self {
        let table = &subject.document.tables[table];
        let line = |row: &Row| Line { entries: entries(subject, shares, row), total: row.total };
        Self {
            all: table.rows.iter().map(line).collect(),
            words: table.columns.iter().map(|label| folded(label)).collect(),
            labels: table.rows.iter().map(|row| folded(&row.label)).collect(),
            caption: table.caption.as_deref().unwrap_or_default(),
        }
    }

    /// What is printed at a place: the header of a column, or else the caption of the table.
    pub(super) fn words_at(&self, place: Place) -> String {
        match place {
            Place::Known(at) => self.words.get(at).cloned().unwrap_or_default(),
            Place::OfSoMany(..) => folded(self.caption),
        }
    }

    /// Whether there is any percentage in it.
    pub(super) fn has_shares(&self) -> bool {
        self.all.iter().flat_map(|line| &line.entries).any(|entry| matches!(entry.number, Number::Share(_)))
    }

    /// The same with its columns as lines, where they are known.
    pub(super) fn turned(&self) -> Self {
        let mut lines: Vec<Line> = self.words.iter().map(|_| Line { entries: Vec::new(), total: false }).collect();
        for (at, line) in self.all.iter().enumerate() {
            for entry in &line.entries {
                if let Place::Known(column) = entry.place
                    && let Some(turned) = lines.get_mut(column)
                {
                    turned.entries.push(Entry { place: Place::Known(at), number: entry.number });
                }
            }
        }
        Self { all: lines, words: self.labels.clone(), labels: self.words.clone(), caption: self.caption }
    }
}

/// The numbers of a row that count.
fn entries(subject: &Subject<'_>, shares: &Shares, row: &Row) -> Vec<Entry> {
    let all_known = row.cells.iter().all(|cell| cell.column.is_some());
    let numbers = row.cells.iter().enumerate().filter_map(|(at, cell)| {
        let amount = cell.figure.filter(|&figure| subject.counts(figure)).map(Number::Amount);
        let share = || shares.within(cell.span).map(Number::Share);
        let number = if cell.figure.is_some() { amount } else { share() }?;
        let place = cell.column.filter(|_| all_known).map_or(Place::OfSoMany(row.cells.len(), at), Place::Known);
        Some(Entry { place, number })
    });
    numbers.collect()
}
