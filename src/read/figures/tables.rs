//! The figures of tables.

use rust_decimal::Decimal;

use super::{
    Reading,
    labels::{kind_of, permanence_of, phase_of, year_of},
    sheets, topics,
};
use crate::{
    blocks::{Block, Cell, Column, Grid, GridRow},
    document::{
        Code, Figure, Identity, MoneyKind, Outcome, Row, SignConvention, Signs, Table, TableCell, Term, TermSign, Topic, Unit,
    },
    ledger::{self, Convention, Verdict},
    read::{
        programmes::{RowProgramme, lists_programmes, programme_of_row},
        units,
    },
    scan::{
        self, Amount,
        words::{folded, is_space},
        year,
    },
};

/// Euros: more than a row of all but the largest municipalities comes to.
const BILLION: i64 = 1_000_000_000;

/// What all cells of a row have in common.
struct RowContext<'a> {
    table: usize,
    label: String,
    /// The words that say what the row is of, where its label does not.
    section: &'a str,
    unit: Option<Unit>,
    /// Whether the row is one of indicators: tariffs, values of houses.
    indicator: bool,
    programme: RowProgramme,
    shape: Shape,
}

/// What a table looks like.
#[derive(Clone, Copy)]
struct Shape {
    /// Whether columns of it are of years.
    by_years: bool,
    /// Whether it is a list of labels with one amount each: there is no column to know.
    is_list: bool,
    /// Whether it parts thousands by full stops.
    parted: bool,
}

impl RowContext<'_> {
    /// A total beside columns of years sums them.
    fn is_total_of_years(&self, column: &str) -> bool {
        self.shape.by_years && folded(column).starts_with("totaal") && year_of(column).is_none()
    }
}

impl Reading<'_, '_> {
    pub(super) fn table(&mut self, at: usize, block: &Block, grid: &Grid) {
        let own = self.units.of_table(block, grid.unit, self.page.blocks.get(at + 1));
        let unit = own.or_else(|| self.unit_from_afar(block, grid));
        if unit.is_none() && holds_times(self.page.text, grid) {
            return;
        }
        let number = self.found.tables.len();
        // A line with nothing but the unit is no caption: the heading is.
        let caption = grid.caption.filter(|&span| !numbered_caption(self.page.words(span)).1.is_empty()).or(self.heading);
        // What stands above the table says what its rows are of, where they do not say it themselves.
        let above = caption.map_or("", |span| self.page.words(span));
        let (own_number, own_words) = numbered_caption(above);
        self.found.tables.push(Table {
            number: own_number,
            caption: Some(own_words).filter(|words| !words.is_empty()),
            topic: Topic::Other,
            unit: unit.unwrap_or(Unit { factor: 1, stated: false, chosen: false, span: None }),
            columns: grid.columns.iter().map(|column| column.label.clone()).collect(),
            headers: grid.columns.iter().map(|column| column.levels.clone()).collect(),
            rows: Vec::new(),
            page: None,
            span: block.span,
        });
        let indicator = is_of_indicators(grid, above);
        let rows: Vec<&GridRow> = grid.rows.iter().filter(|row| is_money(&row.words(self.page.text), indicator)).collect();
        let is_list = grid.columns.is_empty() && rows.iter().all(|row| row.cells.len() < 2);
        let sheet = sheets::sheet(self.page.text, grid, &rows, is_list);
        let solved = sheet.map(|sheet| ledger::solve(&sheet)).unwrap_or_default();
        let parted = parts_thousands(self.page.text, &rows);
        let by_years = grid.columns.iter().filter(|column| year_of(&column.label).is_some()).count() > 1;
        let shape = Shape { by_years, is_list, parted };
        let list = lists_programmes(self.page, grid);
        // `Programma Zorg` over the labels: all rows are of that one.
        let of_corner = grid.corner.and_then(|corner| self.programmes.of_heading(self.page.words(corner)));
        let mut section = above.to_owned();
        for (place, row) in rows.iter().enumerate() {
            self.update_section(&mut section, row, above);
            let context = RowContext {
                table: number,
                label: row.words(self.page.text),
                section: &section,
                unit: self.unit_of_row(row).or(unit),
                indicator,
                programme: of_corner.map_or_else(
                    || programme_of_row(self.page, &self.programmes, list, row),
                    |programme| RowProgramme::Named(Some(programme)),
                ),
                shape,
            };
            let places = places(grid, row, solved.placements.get(place));
            let row = self.row(&context, grid, row, &places);
            self.found.tables[number].rows.push(row);
        }
        self.found.tables[number].topic = self.topic(grid, number);
        self.counts(grid, number);
        self.conventions.push(convention(&rows, solved.convention));
        self.identities(number, &solved.identities);
    }

    /// The unit that is stated further up, or of the table before. Not where the table would speak of billions with it, or of
    /// thousands in cents: then it is printed in euros, and nothing says so.
    fn unit_from_afar(&self, block: &Block, grid: &Grid) -> Option<Unit> {
        let unit = self.units.far_above(block).or_else(|| self.unit_of_last_table())?;
        let billions = |cell: &Cell| matches!(cell, Cell::Amount(amount) if amount.number.abs().saturating_mul(Decimal::from(unit.factor)) >= Decimal::from(BILLION));
        let is_in_cents = unit.factor == 1_000 && self.is_in_cents(grid);
        let is_in_euros = is_in_cents || grid.rows.iter().flat_map(|row| &row.cells).any(billions);
        (unit.factor == 1 || !is_in_euros).then_some(unit)
    }

    /// Whether most numbers have two decimals.
    fn is_in_cents(&self, grid: &Grid) -> bool {
        let (mut cents, mut all) = (0, 0);
        for cell in grid.rows.iter().flat_map(|row| &row.cells) {
            let decimals = self.page.words(cell.span()).rsplit_once(',').map(|(_, decimals)| decimals.len());
            cents += usize::from(decimals == Some(2));
            all += usize::from(matches!(cell, Cell::Amount(_)));
        }
        2 * cents > all
    }

    /// The unit of the table before, where no heading parts the two.
    fn unit_of_last_table(&self) -> Option<Unit> {
        let last = self.found.tables.last().filter(|table| table.unit.stated)?;
        let is_behind = self.heading.is_none_or(|heading| heading.start <= last.span.end);
        is_behind.then_some(last.unit)
    }

    /// The sums that the table prints. One that should hold and does not is a doubt about what it comes to.
    fn identities(&mut self, table: usize, solved: &[ledger::Identity]) {
        for identity in solved.iter().filter(|identity| identity.credible) {
            let Some(found) = identity_of(&self.found.tables[table], table, identity) else { continue };
            if found.outcome == Outcome::Differs
                && let Some(sum) = found.terms.iter().find(|term| term.sign == TermSign::Equals)
            {
                let span = self.found.all[sum.figure].span;
                let doubt = self.doubts.add(Code::IdentityBroken, span);
                self.found.all[sum.figure].problems.push(doubt);
            }
            let factor = found.terms.first().map_or(1, |term| self.found.all[term.figure].unit.factor);
            let difference = found.difference.saturating_mul(Decimal::from(factor)).normalize();
            self.found.identities.push(Identity { difference, ..found });
        }
    }

    /// How the document signs its money, with the first figures of the tables that keep to it.
    pub(super) fn sign_convention(&self) -> Option<SignConvention> {
        const FIGURES_OF_A_TABLE: usize = 2;
        let (kind, tables) = ledger::of_document(&self.conventions)?;
        let signed = |table: &usize| {
            let rows = self.found.tables.get(*table).into_iter().flat_map(|table| &table.rows);
            let figures = rows.flat_map(|row| &row.figures).map(|&at| &self.found.all[at]);
            let shows = |figure: &&Figure| match kind {
                Signs::Marks => figure.mark.is_some(),
                Signs::IncomeNegative => figure.kind == MoneyKind::Income && figure.euros.is_sign_negative(),
                Signs::ExpenditureNegative => figure.kind == MoneyKind::Expenditure && figure.euros.is_sign_negative(),
                Signs::BothPositive => matches!(figure.kind, MoneyKind::Income | MoneyKind::Expenditure),
            };
            figures.filter(shows).take(FIGURES_OF_A_TABLE).map(|figure| figure.span).collect::<Vec<_>>()
        };
        Some(SignConvention { kind, spans: tables.iter().flat_map(signed).collect() })
    }

    /// The unit that a row's own label states: `Lasten per inwoner (in €)`, or a cell before its values: `mln €`.
    fn unit_of_row(&self, row: &GridRow) -> Option<Unit> {
        let stated = row.label.iter().find_map(|&span| {
            let unit = scan::units(self.page.words(span)).first().copied()?;
            Some(units::stated(&unit.shifted(span.range().start)))
        });
        row.unit.as_ref().map(units::stated).or(stated)
    }

    /// A group says what its rows are of, up to its total; behind it the words above the table do again.
    fn update_section(&self, section: &mut String, row: &GridRow, above: &str) {
        match row.group {
            Some(group) => self.page.words(group).clone_into(section),
            None if !self.is_total(row) => above.clone_into(section),
            None => {}
        }
    }

    fn is_total(&self, row: &GridRow) -> bool {
        let label = row.label.first().map_or("", |&span| self.page.words(span));
        let label = folded(label);
        ["totaal", "totale", "subtotaal", "sub totaal", "saldo", "resultaat"].iter().any(|word| label.starts_with(word))
    }

    fn topic(&self, grid: &Grid, table: usize) -> Topic {
        let found = &self.found.tables[table];
        let kinds = found.rows.iter().flat_map(|row| &row.figures).map(|&at| self.found.all[at].kind);
        let corner = grid.corner.map_or("", |corner| self.page.words(corner));
        topics::topic(found, corner, kinds)
    }

    /// One row, each figure in the column at the same place of `places`.
    fn row(&mut self, context: &RowContext<'_>, grid: &Grid, row: &GridRow, places: &[Option<usize>]) -> Row {
        if let Some(glued) = row.cells.first().filter(|_| row.is_unreadable) {
            self.doubts.add(Code::AmountUnreadable, glued.span());
        }
        let cells: Vec<TableCell> = row
            .cells
            .iter()
            .enumerate()
            .map(|(at, cell)| {
                let column = places.get(at).copied().flatten();
                let header = column.and_then(|at| grid.columns.get(at));
                let figure = match cell {
                    Cell::Amount(amount) if context.shape.parted && year(amount.span().of(self.page.text)).is_some() => None,
                    Cell::Amount(amount) if header.is_none_or(|header| !is_count(&header.label)) => {
                        Some(self.cell(context, header, amount))
                    }
                    _ => None,
                };
                TableCell { column, figure, span: cell.span() }
            })
            .collect();
        Row {
            label: context.label.clone(),
            group: row.group.map(|group| self.page.words(group).to_owned()),
            total: self.is_total(row),
            figures: cells.iter().filter_map(|cell| cell.figure).collect(),
            cells,
        }
    }

    /// The unit in force: of the amount's own words, else of its column's header, its row's label, or the table.
    fn cell(&mut self, context: &RowContext<'_>, column: Option<&Column>, amount: &Amount) -> usize {
        let own = units::of_amount(amount);
        let of_column = column.and_then(|column| column.unit.as_ref()).map(units::stated);
        let unit = if amount.scale.is_some() { own } else { of_column.or(context.unit).unwrap_or(own) };
        let column = column.map(|column| column.label.as_str());
        let mut figure = self.figure(context.label.clone(), amount, unit);
        figure.table = Some(context.table);
        figure.kind = if context.indicator { MoneyKind::Indicator } else { kind_of(&context.label, column, context.section) };
        figure.column = column.map(str::to_owned);
        figure.phase = column.and_then(phase_of);
        figure.permanence = permanence_of(&context.label);
        let several_years = column.is_some_and(|column| {
            !scan::periods(column).is_empty() || context.is_total_of_years(column) || is_of_relative_year(column)
        });
        let in_label = || year_of(&context.label);
        let said =
            column.map_or_else(|| in_label().filter(|_| context.shape.is_list), |column| year_of(column).or_else(in_label));
        figure.year = said.filter(|_| !several_years);
        if let RowProgramme::Named(programme) = context.programme {
            figure.programme = programme;
        }
        if column.is_none() && !context.shape.is_list {
            figure.problems.push(self.doubts.add(Code::ColumnUnknown, figure.span));
            self.push(figure)
        } else if several_years {
            self.push(figure)
        } else {
            self.push_dated(figure)
        }
    }
}

/// `Rekening T-2`, `T+1`: a year that is told from another.
fn is_of_relative_year(column: &str) -> bool {
    column.split_whitespace().any(|word| {
        let steps = word.strip_prefix(['T', 't']).and_then(|rest| rest.strip_prefix(['-', '+', '−', '–']));
        steps.is_some_and(|steps| steps.len() == 1 && steps.bytes().all(|step| step.is_ascii_digit()))
    })
}

/// A timetable: every number is an hour, as `9.05`.
fn holds_times(text: &str, grid: &Grid) -> bool {
    let is_time = |printed: &str| {
        let Some((hour, minutes)) = printed.split_once('.') else { return false };
        hour.len() <= 2 && minutes.len() == 2 && hour.parse().is_ok_and(|hour: u8| hour < 24) && minutes < "60"
    };
    let mut cells = grid.rows.iter().flat_map(|row| &row.cells).peekable();
    cells.peek().is_some()
        && cells.all(|cell| matches!(cell, Cell::Amount(amount) if !amount.currency && is_time(amount.span().of(text))))
}

/// The column of each cell: that of its place in a row whose number of cells is the table's, or that its characters stand in;
/// else the one that the sums of the table leave.
pub(super) fn places(grid: &Grid, row: &GridRow, solved: Option<&Vec<Option<usize>>>) -> Vec<Option<usize>> {
    let complete = grid.columns.len() == row.cells.len();
    match solved {
        _ if row.may_hold_label || grid.columns.is_empty() => Vec::new(),
        _ if !row.places.is_empty() && !row.places.contains(&None) => row.places.clone(),
        Some(solved) if !solved.is_empty() => solved.clone(),
        _ => (0..row.cells.len()).map(|at| Some(at).filter(|_| complete)).collect(),
    }
}

/// How a table signs its numbers: by marks, where most of them have one.
fn convention(rows: &[&GridRow], solved: Option<Convention>) -> Option<Convention> {
    let amounts = || {
        rows.iter()
            .flat_map(|row| &row.cells)
            .filter_map(|cell| if let Cell::Amount(amount) = cell { Some(amount) } else { None })
    };
    let marked = amounts().filter(|amount| amount.mark.is_some()).count();
    if marked > 1 && 2 * marked >= amounts().count() {
        return Some(Convention { signs: Signs::Marks, balance: None, numbers: marked });
    }
    solved
}

/// An identity of the ledger between figures; none where one of its cells is no figure.
fn identity_of(table: &Table, number: usize, solved: &ledger::Identity) -> Option<Identity> {
    let figure = |place: ledger::Place| {
        let cells = &table.rows.get(place.line)?.cells;
        // A list has no columns, and one amount a row.
        let of_list = cells.first().filter(|_| table.columns.is_empty());
        cells.iter().find(|cell| cell.column == Some(place.column)).or(of_list)?.figure
    };
    let mut terms = Vec::with_capacity(solved.terms.len() + 1);
    for term in &solved.terms {
        let sign = if term.negative { TermSign::Minus } else { TermSign::Plus };
        let loose = || table.rows.get(term.place.line)?.cells.get(term.loose?)?.figure;
        terms.push(Term { figure: loose().or_else(|| figure(term.place))?, sign });
    }
    terms.push(Term { figure: figure(solved.outcome)?, sign: TermSign::Equals });
    let outcome = match solved.verdict {
        Verdict::Holds => Outcome::Holds,
        Verdict::Rounding => Outcome::Rounding,
        Verdict::Differs => Outcome::Differs,
    };
    let difference = solved.difference;
    Some(Identity { table: number, law: solved.law, terms, outcome, difference, used_for_reading: solved.used_for_reading })
}

/// `Tabel 2.3 - Baten en lasten`: the number of a caption, and its words without number and unit.
fn numbered_caption(caption: &str) -> (Option<String>, String) {
    let words = scan::units(caption).first().map_or(caption, |unit| units::without_lead(&caption[..unit.start]));
    let Some(rest) =
        words.get(..5).filter(|start| start.eq_ignore_ascii_case("tabel")).map(|start| words[start.len()..].trim_start())
    else {
        return (None, words.trim().to_owned());
    };
    let end = rest.find(|character: char| !character.is_alphanumeric() && !matches!(character, '.' | '-')).unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches(['.', '-']);
    if !number.starts_with(|first: char| first.is_ascii_digit()) {
        return (None, words.trim().to_owned());
    }
    let title =
        rest[end..].trim_start_matches(|character: char| is_space(character) || matches!(character, '-' | '–' | ':' | '.' | '|'));
    (Some(number.to_owned()), title.trim().to_owned())
}

/// A table of indicators counts complaints and rates services: only the rows that say so are money.
fn is_of_indicators(grid: &Grid, above: &str) -> bool {
    let headed = |words: &str| grid.columns.iter().any(|column| folded(&column.label).starts_with(words));
    headed("nulmeting") || headed("streefwaarde") || folded(above).contains("indicator")
}

/// Whether a row is one of money: of counts it is not, of indicators only where it says euros.
fn is_money(label: &str, indicator: bool) -> bool {
    !is_count(label) && (!indicator || states_euros(label))
}

/// Counts, shares, full-time equivalents, years: what a label says that counts no euros.
fn is_count(label: &str) -> bool {
    const BEGIN: [&str; 12] = [
        "aantal",
        "inwoners",
        "bezoek",
        "huishoudens",
        "looptijd",
        "besluit",
        "gereed",
        "oplevering",
        "kans",
        "klasse",
        "rangl",
        "afschrijvingstermijn",
    ];
    const UNITS: [&str; 13] = ["km", "m2", "m²", "m3", "m³", "ha", "kg", "ton", "uur", "stuks", "aantal", "cijfer", "score"];
    let label = folded(label);
    let mut words = label.rsplit(' ');
    let last = words.next().unwrap_or_default().trim_matches(['(', ')']);
    // `boven 500 m3` says how much, not what is counted.
    let measures = words.next().is_some_and(|word| word.ends_with(|digit: char| digit.is_ascii_digit()));
    BEGIN.iter().any(|word| label.starts_with(word))
        || (UNITS.contains(&last) && label.contains(' ') && !measures)
        || label.contains("fte")
        || label.starts_with('%')
        || label.ends_with('%')
        || label.ends_with("in jaren")
        || label.contains("(%)")
        || label.contains("percentage")
}

/// Whether a table parts thousands by full stops: a bare `2026` in it is a year.
fn parts_thousands(text: &str, rows: &[&GridRow]) -> bool {
    let mut cells = rows.iter().flat_map(|row| &row.cells);
    cells.any(|cell| matches!(cell, Cell::Amount(amount) if amount.span().of(text).contains('.') && amount.number.scale() == 0))
}

fn states_euros(label: &str) -> bool {
    label.contains('€') || folded(label).contains("euro")
}
