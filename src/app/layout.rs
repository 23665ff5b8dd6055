//! Cuts a text into lines and pieces, so that every fact can be marked in place, however the facts overlap.
//!
//! One walk over the lines with the marks in order: the work grows with the text and the marks, not with their product.

use std::ops::Range;

use super::facts::{Mark, Marks, Sort};
use crate::{
    document::Document,
    source::{Span, lines, sort_by_rank},
};

/// Lines that are drawn together: a piece of the page that the browser may skip while it is out of sight.
const LINES_IN_A_CHUNK: usize = 40;

/// The most marks that are kept for one piece of text; the shortest are.
const MARKS_ON_A_PIECE: usize = 8;

/// A text, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// Its lines; blank ones are left out and remembered by [`Line::gap`].
    pub lines: Vec<Line>,
}

/// One printed line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its words, without the line break.
    pub span: Span,
    /// What it looks like.
    pub shape: Shape,
    /// Whether blank lines stand before it.
    pub gap: bool,
    /// Its pieces, from left to right; together they are the whole line.
    pub pieces: Vec<Piece>,
    /// The marks of blocks that it lies in, the outermost first.
    pub blocks: Vec<usize>,
    /// Those of them that begin in it.
    pub beginnings: Vec<usize>,
}

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Running text.
    Plain,
    /// A heading.
    Heading {
        /// Its level as printed: 1 for the title.
        level: u8,
        /// How deep it stands under the page's own headings: never more than one below the heading before it.
        depth: u8,
    },
    /// An item of a list.
    Item,
    /// A line of a table.
    Tabular,
}

impl Shape {
    /// Keeps a heading at most one step below the one before it, so that the order of headings has no holes.
    fn no_deeper_than(self, before: &mut u8) -> Self {
        let Self::Heading { level, depth } = self else { return self };
        *before = depth.min(before.saturating_add(1)).max(1);
        Self::Heading { level, depth: *before }
    }
}

/// A run of characters with the same marks on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub span: Span,
    /// The marks on it, the shortest first.
    pub marks: Vec<usize>,
}

impl Layout {
    /// Cuts a text by its marks.
    pub fn of(text: &str, document: &Document, marks: &Marks) -> Self {
        let mut headings: Vec<(u32, u8)> = document.outline.iter().map(|entry| (entry.span.start, entry.level)).collect();
        sort_by_rank(&mut headings, |(start, _)| u64::from(*start));
        let mut tables: Vec<Span> = document.tables.iter().map(|table| table.span).collect();
        sort_by_rank(&mut tables, |table| u64::from(table.start));
        let mut lines = Vec::new();
        let mut inline = Sweep::new(marks.all(), |mark| !mark.fact.sort().is_block());
        let mut blocks = Sweep::new(marks.all(), |mark| mark.fact.sort().is_block());
        let mut gap = false;
        let mut end_before = 0;
        let mut depth_before = 0;
        for span in line_spans(text) {
            if span.is_empty() {
                gap = true;
                continue;
            }
            let around = blocks.over(span).to_vec();
            lines.push(Line {
                span,
                shape: shape(text, span, &headings, &tables).no_deeper_than(&mut depth_before),
                gap: std::mem::take(&mut gap),
                pieces: cut(text, span, inline.over(span), marks.all()),
                beginnings: around.iter().copied().filter(|&index| end_before <= marks.all()[index].span.start).collect(),
                blocks: around,
            });
            end_before = span.end;
        }
        Self { lines }
    }

    /// The lines in portions that are drawn together.
    pub fn chunks(&self) -> impl Iterator<Item = Range<usize>> {
        let count = self.lines.len();
        (0..count).step_by(LINES_IN_A_CHUNK).map(move |start| start..count.min(start + LINES_IN_A_CHUNK))
    }
}

/// Gives, for spans in rising order, the marks that overlap each.
struct Sweep<'a> {
    marks: &'a [Mark],
    wanted: fn(&Mark) -> bool,
    next: usize,
    active: Vec<usize>,
}

impl<'a> Sweep<'a> {
    fn new(marks: &'a [Mark], wanted: fn(&Mark) -> bool) -> Self {
        Self { marks, wanted, next: 0, active: Vec::new() }
    }

    /// The wanted marks that overlap this span, in order.
    fn over(&mut self, span: Span) -> &[usize] {
        self.active.retain(|&index| self.marks[index].span.end > span.start);
        while let Some(mark) = self.marks.get(self.next).filter(|mark| mark.span.start < span.end) {
            if mark.span.end > span.start && (self.wanted)(mark) {
                self.active.push(self.next);
            }
            self.next += 1;
        }
        &self.active
    }
}

/// Cuts one line at every begin and end of the marks on it.
fn cut(text: &str, line: Span, on_line: &[usize], marks: &[Mark]) -> Vec<Piece> {
    let inside = |offset: &u32| line.start < *offset && *offset < line.end && text.is_char_boundary(*offset as usize);
    let mut cuts: Vec<u32> = on_line.iter().flat_map(|&index| [marks[index].span.start, marks[index].span.end]).collect();
    cuts.retain(inside);
    cuts.extend([line.start, line.end]);
    sort_by_rank(&mut cuts, |&cut| u64::from(cut));
    cuts.dedup();
    let mut sweep = PieceSweep { on_line, marks, next: 0, active: Vec::new() };
    cuts.windows(2).map(|ends| sweep.piece(Span { start: ends[0], end: ends[1] })).collect()
}

struct PieceSweep<'a> {
    on_line: &'a [usize],
    marks: &'a [Mark],
    next: usize,
    active: Vec<usize>,
}

impl PieceSweep<'_> {
    fn piece(&mut self, span: Span) -> Piece {
        self.active.retain(|&index| self.marks[index].span.end > span.start);
        while let Some(&index) = self.on_line.get(self.next).filter(|&&index| self.marks[index].span.start < span.end) {
            self.active.push(index);
            self.next += 1;
        }
        let mut marks = self.active.clone();
        sort_by_rank(&mut marks, |&index| precedence(self.marks[index]));
        marks.truncate(MARKS_ON_A_PIECE);
        Piece { span, marks }
    }
}

/// Shorter marks come first; of two that are alike, what stands there comes before what follows from it.
fn precedence(mark: Mark) -> u64 {
    let follows = matches!(mark.fact.sort(), Sort::Identity | Sort::Doubt);
    (mark.span.len() as u64) << 1 | u64::from(follows)
}

/// The lines of a text without their breaks and the white space at their ends.
fn line_spans(text: &str) -> impl Iterator<Item = Span> {
    lines(text).map(|line| {
        let start = line.start as usize;
        Span::new(start, start + line.of(text).trim_end().len())
    })
}

fn shape(text: &str, line: Span, headings: &[(u32, u8)], tables: &[Span]) -> Shape {
    let from = headings.partition_point(|(start, _)| *start < line.start);
    if let Some(&(_, level)) = headings.get(from).filter(|(start, _)| *start < line.end) {
        return Shape::Heading { level, depth: level };
    }
    let before = tables.partition_point(|table| table.start <= line.start);
    if before.checked_sub(1).is_some_and(|index| tables[index].contains(line)) {
        return Shape::Tabular;
    }
    if is_bulleted(line.of(text)) { Shape::Item } else { Shape::Plain }
}

/// Whether a line's first character stands apart: a dash before a number is a minus.
fn is_bulleted(line: &str) -> bool {
    let after = line.trim_start().strip_prefix(['•', '-', '–', '*', '▪', '◦', '\u{f0b7}']);
    after.is_some_and(|after| after.starts_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Goal, OutlineEntry, Partner, Role},
        source::Spanned,
    };

    const TEXT: &str = "Begroting 2021\r\n\r\nDoel\n • Meer werk met De Linde\n-5\n";

    fn laid_out() -> (Layout, Marks) {
        let place = |words: &str| {
            let start = TEXT.find(words).unwrap_or_default();
            Span::new(start, start + words.len())
        };
        let goal = Goal { title: None, text: String::new(), span: place("Doel\n • Meer werk met De Linde"), programme: None };
        let partner =
            |name: &str| Partner { name: name.to_owned(), abbreviation: None, role: Role::Mentioned, spans: vec![place(name)] };
        let heading = OutlineEntry { level: 2, number: None, title: "Doel".to_owned(), page: None, span: place("Doel") };
        let document = Document {
            title: Some(Spanned::new("Begroting 2021".to_owned(), place("Begroting 2021"))),
            year: Some(Spanned::new(2021, place("2021"))),
            goals: vec![goal],
            partners: vec![partner("werk met De"), partner("De Linde")],
            outline: vec![heading],
            ..Document::default()
        };
        let marks = Marks::of(&document);
        (Layout::of(TEXT, &document, &marks), marks)
    }

    fn words(line: &Line) -> Vec<(&'static str, usize)> {
        line.pieces.iter().map(|piece| (piece.span.of(TEXT), piece.marks.len())).collect()
    }

    #[test]
    fn lines_keep_their_shape() {
        let (layout, _) = laid_out();
        let shapes: Vec<_> = layout.lines.iter().map(|line| (line.shape, line.gap)).collect();
        let expected =
            [(Shape::Plain, false), (Shape::Heading { level: 2, depth: 1 }, true), (Shape::Item, false), (Shape::Plain, false)];
        assert_eq!(shapes, expected);
    }

    #[test]
    fn overlapping_marks_cut_the_line_where_each_begins_and_ends() {
        let (layout, _) = laid_out();
        assert_eq!(words(&layout.lines[0]), [("Begroting ", 1), ("2021", 2)]);
        assert_eq!(words(&layout.lines[2]), [(" • Meer ", 0), ("werk met ", 1), ("De", 2), (" Linde", 1)]);
    }

    #[test]
    fn the_shortest_mark_comes_first() {
        let (layout, marks) = laid_out();
        let on_year = &layout.lines[0].pieces[1].marks;
        assert!(marks.all()[on_year[0]].span.len() < marks.all()[on_year[1]].span.len());
    }

    #[test]
    fn a_block_is_known_on_each_of_its_lines_and_begins_once() {
        let (layout, _) = laid_out();
        let blocks: Vec<_> = layout.lines.iter().map(|line| (line.blocks.len(), line.beginnings.len())).collect();
        assert_eq!(blocks, [(0, 0), (1, 1), (1, 0), (0, 0)]);
    }

    #[test]
    fn the_pieces_of_a_line_are_the_whole_line() {
        let (layout, _) = laid_out();
        for line in &layout.lines {
            let joined: String = line.pieces.iter().map(|piece| piece.span.of(TEXT)).collect();
            assert_eq!(joined, line.span.of(TEXT));
        }
    }

    #[test]
    fn lines_break_where_the_reader_breaks_them() {
        let text = "Lasten\rBaten \r\nSaldo\u{c}Blad 2\r\n\r\nSlot";
        let layout = Layout::of(text, &Document::default(), &Marks::default());
        let lines: Vec<_> = layout.lines.iter().map(|line| (line.span.of(text), line.gap)).collect();
        assert_eq!(lines, [("Lasten", false), ("Baten", false), ("Saldo", false), ("Blad 2", false), ("Slot", true)]);
    }

    #[test]
    fn chunks_hold_every_line_once() {
        let text = "regel\n".repeat(LINES_IN_A_CHUNK * 2 + 1);
        let layout = Layout::of(&text, &Document::default(), &Marks::default());
        let chunks: Vec<_> = layout.chunks().collect();
        assert_eq!(chunks.len(), 3);
        assert_eq!(chunks.iter().map(ExactSizeIterator::len).sum::<usize>(), layout.lines.len());
    }
}
