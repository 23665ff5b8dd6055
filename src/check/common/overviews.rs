//! What the overviews of a document say of its programmes and of the whole: lasten, baten and saldo before reserves, the moves
//! of reserves, the result (BBV art. 17, 19, 27), each with its year and phase, so that they can be laid beside each other.

use std::collections::BTreeMap;

use super::{
    Subject,
    beside::has_problem,
    programmes::ProgrammeNames,
    scope::{Moment, Qualifiers},
};
use crate::{
    document::{Code, Document, Figure, MoneyKind, Row, Table, Topic},
    scan::words::{folded, words},
    source::sort_by_rank,
};

/// One of the numbers that every overview has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cell {
    pub(crate) whose: Whose,
    pub(crate) stage: Stage,
    pub(crate) side: Side,
    pub(crate) moment: Moment,
    pub(crate) qualifiers: Qualifiers,
}

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Whose {
    /// Counts in the programmes.
    Programme(usize),
    /// The municipality's.
    Whole,
}

/// Where in the sum from expenditure to result it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// Before the moves of reserves.
    Before,
    /// The moves themselves.
    Reserves,
    /// After them.
    After,
}

/// Which side of the sum it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// Lasten; of reserves what is added.
    Expenditure,
    /// Baten; of reserves what is withdrawn.
    Income,
    /// Both together.
    Balance,
}

impl Side {
    /// The kind of money that it is.
    pub(crate) fn kind(self) -> MoneyKind {
        match self {
            Self::Expenditure => MoneyKind::Expenditure,
            Self::Income => MoneyKind::Income,
            Self::Balance => MoneyKind::Balance,
        }
    }
}

/// A table, or amounts that stand by themselves, as far as it says such numbers.
pub(crate) struct Overview {
    /// Whether it says itself whose numbers these are; else that follows from where it stands.
    pub(crate) says_whose: bool,
    /// The numbers; none where it has two for one.
    pub(crate) cells: BTreeMap<Cell, Option<usize>>,
}

/// The overviews of a document, in the order of the text.
pub(crate) fn overviews(subject: &Subject<'_>) -> Vec<Overview> {
    let names = ProgrammeNames::of(subject.document);
    let tables = subject.document.tables.iter();
    let of_tables = tables.flat_map(|table| Reader::of(subject, &names, table).overviews());
    let mut found: Vec<Overview> = of_tables.chain(key_figures(subject)).filter(|overview| !overview.cells.is_empty()).collect();
    sort_by_rank(&mut found, |overview| overview.place(subject.document));
    found
}

/// Lasten, baten and saldo that stand outside tables, a label and an amount each: one overview a programme. A block of them
/// that comes again often names its programme only there.
fn key_figures(subject: &Subject<'_>) -> Vec<Overview> {
    let mut found: BTreeMap<usize, Overview> = BTreeMap::new();
    for (at, figure) in subject.document.figures.iter().enumerate() {
        let Some(programme) = figure.programme.filter(|_| figure.table.is_none() && figure.status.is_none()) else { continue };
        let Some((stage, side)) = line(&figure.row).and_then(|line| Some((line.stage, line.side?))) else { continue };
        let Some(moment) = Moment::of_key_figure(subject.document, figure) else { continue };
        let overview = found.entry(programme).or_insert_with(|| Overview::new(false));
        let qualifiers = Qualifiers::default().and_of(figure);
        let cell = Cell { whose: Whose::Programme(programme), stage, side, moment, qualifiers };
        overview.add(subject.document, cell, at);
    }
    found.into_values().collect()
}

impl Overview {
    fn new(says_whose: bool) -> Self {
        Self { says_whose, cells: BTreeMap::new() }
    }

    fn add(&mut self, document: &Document, cell: Cell, figure: usize) {
        let euros = |at: usize| document.figures.get(at).map(|figure| figure.euros);
        let known = self.cells.entry(cell).or_insert(Some(figure));
        *known = known.filter(|&known| euros(known) == euros(figure));
    }

    /// Where its first number stands.
    fn place(&self, document: &Document) -> u64 {
        let spans = self.cells.values().flatten().filter_map(|&at| document.figures.get(at)).map(|figure| figure.span.rank());
        spans.min().unwrap_or(u64::MAX)
    }
}

/// A table being read for its numbers.
struct Reader<'a> {
    subject: &'a Subject<'a>,
    names: &'a ProgrammeNames,
    table: &'a Table,
    /// What each column is of.
    columns: Vec<Option<Line>>,
    qualifiers: Vec<Qualifiers>,
}

impl<'a> Reader<'a> {
    fn of(subject: &'a Subject<'a>, names: &'a ProgrammeNames, table: &'a Table) -> Self {
        let caption = Qualifiers::of_caption(table.caption.as_deref().unwrap_or_default());
        let columns = table.columns.iter().map(|column| side_in(column)).collect();
        let qualifiers = table.columns.iter().map(|column| caption.and(Qualifiers::of(column))).collect();
        Self { subject, names, table, columns, qualifiers }
    }

    /// That of the table, and by itself what it says of all programmes while it is about one of them.
    fn overviews(&self) -> [Overview; 2] {
        let rows: Vec<RowIs> = self.table.rows.iter().map(|row| row_is(self.names, row)).collect();
        let whose = self.whose(&rows);
        let says = |wanted: fn(&Line) -> bool| rows.iter().any(|row| matches!(row, RowIs::Line(line) if wanted(line)));
        let has_sides = says(|line| line.stage == Stage::Before && !matches!(line.side, None | Some(Side::Balance)));
        let has_moves = says(|line| line.stage == Stage::Reserves && !matches!(line.side, None | Some(Side::Balance)));
        let mut own = Overview::new(whose.is_some_and(|(_, says_whose)| says_whose));
        let mut of_all = Overview::new(true);
        let mut after_reserves = false;
        for (row, is) in self.table.rows.iter().zip(rows) {
            let (programme, line) = match is {
                RowIs::Programme(programme, line) => (Some(programme), line),
                RowIs::Line(line) => (None, line),
                RowIs::Other => continue,
            };
            after_reserves |= line.stage == Stage::Reserves;
            let line = line.in_its_place(after_reserves, has_sides);
            let reading = Reading { line, by_kind: !has_sides, has_moves };
            match programme.map(Whose::Programme).or(whose.map(|(whose, _)| whose)) {
                _ if is_of_all(&row.label) => self.read_row(row, Whose::Whole, reading, &mut of_all),
                Some(Whose::Whole) if !own.says_whose && is_of_one(&row.label) => {}
                Some(whose) => self.read_row(row, whose, reading, &mut own),
                None => {}
            }
        }
        [own, of_all]
    }

    /// Whose table it is, and whether it says so itself.
    fn whose(&self, rows: &[RowIs]) -> Option<(Whose, bool)> {
        let mut programmes: Vec<usize> =
            rows.iter().filter_map(|row| if let RowIs::Programme(at, _) = row { Some(*at) } else { None }).collect();
        programmes.dedup();
        if let Some(programme) = self.table.caption.as_deref().and_then(|caption| self.names.in_caption(caption)) {
            return Some((Whose::Programme(programme), true));
        }
        if programmes.len() > 1 || (self.table.topic == Topic::TaskFields && has_all_task_fields(self.table)) {
            return Some((Whose::Whole, true));
        }
        let figures = self.table.rows.iter().flat_map(|row| &row.figures);
        let mut scopes = figures.filter_map(|&at| self.subject.document.figures.get(at)).map(|figure| figure.programme);
        let first = scopes.next()?;
        scopes.all(|scope| scope == first).then(|| (first.map_or(Whose::Whole, Whose::Programme), false))
    }

    fn read_row(&self, row: &Row, whose: Whose, reading: Reading, overview: &mut Overview) {
        let document = self.subject.document;
        for cell in &row.cells {
            let Some((at, figure)) = cell.figure.and_then(|at| Some((at, document.figures.get(at)?))) else { continue };
            let Some(moment) = Moment::of(document, figure).filter(|_| self.is_sure(at, figure)) else { continue };
            let column = cell.column.and_then(|column| self.columns.get(column).copied().flatten());
            let Some((stage, side)) = reading.stage_and_side(column, figure) else { continue };
            let qualifiers = cell.column.and_then(|column| self.qualifiers.get(column)).copied().unwrap_or_default();
            let qualifiers = qualifiers.and(Qualifiers::of(&row.label)).and_of(figure);
            overview.add(document, Cell { whose, stage, side, moment, qualifiers }, at);
        }
    }

    /// Whether it is known which column the figure stands in, and it counts.
    fn is_sure(&self, at: usize, figure: &Figure) -> bool {
        self.subject.counts(at) && !has_problem(self.subject.document, figure, Code::ColumnUnknown)
    }
}

/// What a row is.
enum RowIs {
    /// A programme's, or its lasten, baten or saldo.
    Programme(usize, Line),
    /// A line of the table's own.
    Line(Line),
    Other,
}

/// What a line or a column is of.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Line {
    stage: Stage,
    side: Option<Side>,
    is_bare: Option<Bare>,
}

/// A balance that does not say whether reserves are in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bare {
    /// `Saldo`, `Totaal`.
    Balance,
    /// `Resultaat`.
    Result,
}

impl Line {
    const fn new(stage: Stage, side: Option<Side>) -> Self {
        Self { stage, side, is_bare: None }
    }

    const fn bare(stage: Stage, is_bare: Bare) -> Self {
        Self { stage, side: Some(Side::Balance), is_bare: Some(is_bare) }
    }

    /// A balance below the moves of reserves has them in it; a result right below lasten and baten has none.
    fn in_its_place(self, after_reserves: bool, has_sides: bool) -> Self {
        let stage = match self.is_bare {
            Some(Bare::Balance) if after_reserves => Stage::After,
            Some(Bare::Result) if has_sides && !after_reserves => Stage::Before,
            _ => self.stage,
        };
        Self { stage, ..self }
    }
}

/// `Saldo van alle programma's`.
fn is_of_all(label: &str) -> bool {
    folded(label).contains("alle programma's")
}

/// `Saldo van het programma`: of one that the table does not name.
fn is_of_one(label: &str) -> bool {
    words(&folded(label)).any(|word| word.text == "programma")
}

fn row_is(names: &ProgrammeNames, row: &Row) -> RowIs {
    let group = row.group.as_deref().filter(|group| !group.is_empty());
    let own = group.and_then(|group| row.label.strip_prefix(group)).unwrap_or(&row.label).trim();
    if let Some(programme) = group.and_then(|group| names.named(group)) {
        return line(own).map_or(RowIs::Other, |line| RowIs::Programme(programme, line));
    }
    if group.is_some_and(|group| !is_total(&folded(group))) {
        return RowIs::Other;
    }
    if let Some(programme) = names.named(own) {
        return RowIs::Programme(programme, Line::new(Stage::Before, None));
    }
    if let Some((name, side)) = own.rsplit_once(' ')
        && let Some((programme, line)) = names.named(name).zip(line(side))
    {
        return RowIs::Programme(programme, line);
    }
    line(own).map_or(RowIs::Other, RowIs::Line)
}

/// Whether a row is one that overviews have: of a programme, or of its lasten, baten and saldo.
pub(in crate::check) fn is_of_overview(names: &ProgrammeNames, row: &Row) -> bool {
    !matches!(row_is(names, row), RowIs::Other)
}

/// How a row is read.
#[derive(Clone, Copy)]
struct Reading {
    line: Line,
    /// Whether the kind of money of a programme's row may tell its side: not where other rows name the sides.
    by_kind: bool,
    /// Whether additions and withdrawals have rows of their own.
    has_moves: bool,
}

impl Reading {
    /// The stage and the side of a figure by its row and its column; none where the two do not fit or nothing says it.
    fn stage_and_side(self, column: Option<Line>, figure: &Figure) -> Option<(Stage, Side)> {
        let line = self.line;
        let stage = match column {
            Some(column) if column.stage == Stage::Reserves && line.stage == Stage::Before => Stage::Reserves,
            _ => line.stage,
        };
        let of_column = column.and_then(|column| column.side);
        let side = match (line.side, of_column) {
            (Some(Side::Balance) | None, Some(of_column)) => of_column,
            (Some(side), of_column) => Some(side).filter(|&side| of_column.is_none_or(|of_column| of_column == side))?,
            (None, None) => side_of(figure.kind).filter(|_| self.by_kind)?,
        };
        let is_split = line.stage == Stage::Reserves && line.side == Some(Side::Balance) && side != Side::Balance;
        (!is_split || !self.has_moves).then_some((stage, side))
    }
}

fn side_of(kind: MoneyKind) -> Option<Side> {
    match kind {
        MoneyKind::Expenditure => Some(Side::Expenditure),
        MoneyKind::Income => Some(Side::Income),
        MoneyKind::Balance => Some(Side::Balance),
        MoneyKind::Reserve | MoneyKind::Indicator | MoneyKind::Other => None,
    }
}

/// The side that a column's header names with a word of its own.
fn side_in(column: &str) -> Option<Line> {
    let column = folded(column);
    let has = |names: &[&str]| words(&column).any(|word| names.contains(&word.text));
    let before = |side| Some(Line::new(Stage::Before, Some(side)));
    let reserves = |side| Some(Line::new(Stage::Reserves, Some(side)));
    match () {
        () if has(&["saldo", "resultaat"]) => before(Side::Balance),
        () if has(&["lasten", "uitgaven"]) && has(&["baten", "inkomsten"]) => None,
        () if has(&["lasten", "uitgaven"]) => before(Side::Expenditure),
        () if has(&["baten", "inkomsten"]) => before(Side::Income),
        () if has(&["toevoeging", "toevoegingen", "storting", "stortingen"]) => reserves(Side::Expenditure),
        () if has(&["onttrekking", "onttrekkingen"]) => reserves(Side::Income),
        () if has(&["mutaties", "mutatie"]) && !column.contains("t.o.v") => reserves(Side::Balance),
        () => None,
    }
}

/// What a label says that is one of the fixed lines; none for every other.
fn line(label: &str) -> Option<Line> {
    const EXPENDITURE: [&str; 4] = ["lasten", "uitgaven", "totaal", "totale"];
    const INCOME: [&str; 4] = ["baten", "inkomsten", "totaal", "totale"];
    const BALANCE: [&str; 6] = ["saldo", "totaal", "totaalsaldo", "lasten", "baten", "programma's"];
    const RESULT: [&str; 3] = ["resultaat", "begrotingsresultaat", "rekeningresultaat"];
    const ADDITION: [&str; 8] =
        ["toevoeging", "toevoegingen", "storting", "stortingen", "reserve", "reserves", "totaal", "totale"];
    const WITHDRAWAL: [&str; 6] = ["onttrekking", "onttrekkingen", "reserve", "reserves", "totaal", "totale"];
    const MOVES: [&str; 9] =
        ["mutatie", "mutaties", "saldo", "reserve", "reserves", "reservemutaties", "totaal", "toevoegingen", "onttrekkingen"];
    let folded = folded(label);
    let words: Vec<&str> = words(&folded).map(|word| word.text).filter(|word| !is_small(word)).collect();
    let has = |name: &str| words.iter().any(|word| word.starts_with(name));
    let only = |names: &[&str]| !words.is_empty() && words.iter().all(|word| names.contains(word));
    let line = |stage, side| Some(Line::new(stage, Some(side)));
    match () {
        () if is_total(&folded) => Some(Line { side: None, ..Line::bare(Stage::Before, Bare::Balance) }),
        () if only(&["totaal", "totale", "programma's"]) => None,
        () if only(&EXPENDITURE) => line(Stage::Before, Side::Expenditure),
        () if only(&INCOME) => line(Stage::Before, Side::Income),
        () if only(&BALANCE) && has("lasten") && has("baten") => line(Stage::Before, Side::Balance),
        () if only(&BALANCE) && has("saldo") && !has("lasten") && !has("baten") => Some(Line::bare(Stage::Before, Bare::Balance)),
        () if only(&RESULT) => Some(Line::bare(Stage::After, Bare::Result)),
        () if !has("reserve") => None,
        () if only(&ADDITION) => line(Stage::Reserves, Side::Expenditure),
        () if only(&WITHDRAWAL) => line(Stage::Reserves, Side::Income),
        () if only(&MOVES) => line(Stage::Reserves, Side::Balance),
        () => None,
    }
}

fn is_total(folded: &str) -> bool {
    matches!(folded.trim_end_matches(':'), "totaal" | "totalen" | "totaal generaal" | "eindtotaal" | "totaal alle programma's")
}

/// Words that leave a fixed line what it is.
fn is_small(word: &str) -> bool {
    const SMALL: [&str; 13] = [
        "van",
        "de",
        "het",
        "aan",
        "uit",
        "in",
        "en",
        "geraamd",
        "geraamde",
        "gerealiseerd",
        "gerealiseerde",
        "alle",
        "programma",
    ];
    SMALL.contains(&word)
}

/// Whether a table of task fields goes through all of them: they are numbered by nine main fields, 0 to 8.
fn has_all_task_fields(table: &Table) -> bool {
    const FEWEST_FIELDS: usize = 6;
    let firsts: std::collections::BTreeSet<u8> = table.rows.iter().filter_map(|row| main_field(&row.label)).collect();
    firsts.len() >= FEWEST_FIELDS
}

fn main_field(label: &str) -> Option<u8> {
    let mut bytes = label.bytes();
    bytes.next().filter(|byte| byte.is_ascii_digit() && bytes.next() == Some(b'.'))
}
