//! The figures of tables.

use super::{
    Reading,
    labels::{kind_of, permanence_of, phase_of, year_of},
};
use crate::{
    blocks::{Block, Cell, Column, Grid, GridRow},
    document::{Code, MoneyKind, Row, Table, TableCell, Topic, Unit},
    read::{
        programmes::{RowProgramme, lists_programmes, programme_of_row},
        units,
    },
    scan::{self, Amount, words::folded},
};

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
    /// Whether columns of the table are of years.
    by_years: bool,
}

impl RowContext<'_> {
    /// A total beside columns of years sums them.
    fn is_total_of_years(&self, column: &str) -> bool {
        self.by_years && folded(column).starts_with("totaal") && year_of(column).is_none()
    }
}

impl Reading<'_, '_> {
    pub(super) fn table(&mut self, at: usize, block: &Block, grid: &Grid) {
        let unit = self.units.of_table(block, grid.unit, self.page.blocks.get(at + 1));
        let number = self.found.tables.len();
        let caption = grid.caption.or(self.heading);
        // What stands above the table says what its rows are of, where they do not say it themselves.
        let above = caption.map_or("", |span| self.page.words(span));
        self.found.tables.push(Table {
            number: None,
            caption: caption.map(|span| self.page.words(span).to_owned()),
            topic: Topic::Other,
            unit: unit.unwrap_or(Unit { factor: 1, stated: false, span: None }),
            columns: grid.columns.iter().map(|column| column.label.clone()).collect(),
            headers: grid.columns.iter().map(|column| column.levels.clone()).collect(),
            rows: Vec::new(),
            page: None,
            span: block.span,
        });
        let indicator = is_of_indicators(grid, above);
        let by_years = grid.columns.iter().filter(|column| year_of(&column.label).is_some()).count() > 1;
        let mut section = above.to_owned();
        let list = lists_programmes(self.page, grid);
        for row in grid.rows.iter().filter(|row| is_money(&row.words(self.page.text), indicator)) {
            self.update_section(&mut section, row, above);
            let programme = programme_of_row(self.page, &self.programmes, list, row);
            let label = row.words(self.page.text);
            let unit = self.unit_of_row(row).or(unit);
            let context = RowContext { table: number, label, section: &section, unit, indicator, programme, by_years };
            let row = self.row(&context, grid, row);
            self.found.tables[number].rows.push(row);
        }
        self.found.tables[number].topic = self.topic(number);
    }

    /// The unit that a row's own label states: `Lasten per inwoner (in €)`.
    fn unit_of_row(&self, row: &GridRow) -> Option<Unit> {
        row.label.iter().find_map(|&span| {
            let unit = scan::units(self.page.words(span)).first().copied()?;
            Some(units::stated(&unit.shifted(span.range().start)))
        })
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
        ["totaal", "totale", "subtotaal", "saldo", "resultaat"].iter().any(|word| label.starts_with(word))
    }

    fn topic(&self, table: usize) -> Topic {
        let kinds = self.found.tables[table].rows.iter().flat_map(|row| &row.figures).map(|&at| self.found.all[at].kind);
        let is_cost = |kind: MoneyKind| matches!(kind, MoneyKind::Expenditure | MoneyKind::Income | MoneyKind::Balance);
        let (mut any, mut all) = (false, true);
        for kind in kinds {
            any = true;
            all &= is_cost(kind);
        }
        if any && all { Topic::Cost } else { Topic::Other }
    }

    /// One row. Where cells were lost, which column each of its figures stands in is not known.
    fn row(&mut self, context: &RowContext<'_>, grid: &Grid, row: &GridRow) -> Row {
        let complete = grid.columns.len() == row.cells.len() && !row.may_hold_label;
        let cells: Vec<TableCell> = row
            .cells
            .iter()
            .enumerate()
            .map(|(at, cell)| {
                let column =
                    if row.places.is_empty() { Some(at).filter(|_| complete) } else { row.places.get(at).copied().flatten() };
                let header = column.and_then(|at| grid.columns.get(at));
                let figure = match cell {
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
        let several_years = column.is_some_and(|column| !scan::periods(column).is_empty() || context.is_total_of_years(column));
        let said = column.and_then(|column| year_of(column).or_else(|| year_of(&context.label)));
        figure.year = said.filter(|_| !several_years);
        if let RowProgramme::Named(programme) = context.programme {
            figure.programme = programme;
        }
        if column.is_none() {
            figure.problems.push(self.doubts.add(Code::ColumnUnknown, figure.span));
            self.push(figure)
        } else if several_years {
            self.push(figure)
        } else {
            self.push_dated(figure)
        }
    }
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

/// Counts, shares and full-time equivalents.
fn is_count(label: &str) -> bool {
    let label = folded(label);
    label.starts_with("aantal")
        || label.contains("fte")
        || label.ends_with('%')
        || label.contains("(%)")
        || label.contains("percentage")
}

fn states_euros(label: &str) -> bool {
    label.contains('€') || folded(label).contains("euro")
}
