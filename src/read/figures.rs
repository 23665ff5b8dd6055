//! Amounts of money: in cards, on lines with a label, in tables, in running text.

mod labels;

use super::{
    doubts::Doubts,
    page::{Page, Scopes},
    programmes::{RowProgramme, programme_of_row},
    units::{self, Units},
};
use crate::{
    blocks::{Block, Cell, Form, Grid, GridRow, KeyFigure, Labelled},
    document::{Code, Figure, MoneyKind, Programme, Row, Table, Topic, Unit},
    scan::{self, Amount, words::folded},
    source::Span,
};
use labels::{kind_of, permanence_of, phase_of, year_of};
use rust_decimal::Decimal;

/// The figures, and the tables that some of them stand in.
pub(super) struct Figures {
    pub(super) all: Vec<Figure>,
    pub(super) tables: Vec<Table>,
    /// Figures whose year is the document's, once that is known.
    without_year: Vec<usize>,
}

impl Figures {
    /// Gives the document's year to the figures whose own words name none.
    pub(super) fn complete_years(&mut self, year: Option<i32>) {
        for &at in &self.without_year {
            self.all[at].year = year;
        }
    }
}

/// All figures, in the order of the text.
pub(super) fn figures(page: &Page<'_>, programmes: &[Programme], scopes: &Scopes, doubts: &mut Doubts) -> Figures {
    let mut reading = Reading {
        page,
        programmes,
        scopes,
        doubts,
        units: Units::of(page),
        found: Figures { all: Vec::new(), tables: Vec::new(), without_year: Vec::new() },
        heading: None,
        card_head: None,
        cards: Vec::new(),
    };
    for (at, block) in page.blocks.iter().enumerate() {
        reading.block(at, block);
    }
    reading.found
}

/// A card's label and printed amount, to see when a block of cards is printed twice.
type Card<'a> = (&'a str, &'a str);

struct Reading<'a, 'd> {
    page: &'a Page<'a>,
    programmes: &'a [Programme],
    scopes: &'a Scopes,
    doubts: &'d mut Doubts,
    units: Units,
    found: Figures,
    /// The heading that the blocks stand under.
    heading: Option<Span>,
    /// A line that states a unit for the labelled amounts right below it: `Lasten (bedragen x € 1.000)`.
    card_head: Option<(Span, Unit)>,
    cards: Vec<Card<'a>>,
}

impl Reading<'_, '_> {
    fn block(&mut self, at: usize, block: &Block) {
        match &block.form {
            Form::Heading => {
                self.heading = Some(block.span);
                self.card_head = None;
                self.prose(block.span);
            }
            Form::KeyFigure(card) => self.card(at, card),
            Form::Labelled(labelled) => self.labelled(labelled),
            Form::Table(grid) => self.table(at, block, grid),
            Form::Paragraph => self.head_or_prose(block.span),
            Form::Item(item) => self.head_or_prose(item.text),
            Form::Furniture => {}
        }
    }

    /// A card shows a state, not a year: its year stays open.
    fn card(&mut self, at: usize, card: &KeyFigure) {
        let label = self.page.words(card.label);
        let printed = self.page.words(card.amount.span());
        if self.cards.contains(&(label, printed)) && !self.follows_a_repeated_card(at) {
            self.doubts.add(Code::RepeatedBlock, card.label);
        }
        self.cards.push((label, printed));
        let unit = card.unit.as_ref().map_or_else(|| units::of_amount(&card.amount), units::stated);
        let figure = self.figure(label.to_owned(), &card.amount, unit);
        self.push(Figure { kind: kind_of(label, None, ""), ..figure });
    }

    /// One doubt for each run of repeated cards: the card before this one was a repetition too.
    fn follows_a_repeated_card(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.page.blocks[before].form);
        let Some(Form::KeyFigure(_)) = before else { return false };
        let Some((last, earlier)) = self.cards.split_last() else { return false };
        earlier.contains(last)
    }

    /// A short line with a unit heads the labelled amounts below it; anything else is running text.
    fn head_or_prose(&mut self, span: Span) {
        let words = self.page.words(span);
        let unit = scan::units(words).first().copied().filter(|unit| unit.end + 1 >= words.len() && unit.start < 60);
        self.card_head = unit.map(|unit| {
            let label = words[..unit.start].trim_end_matches("bedragen ").trim_end_matches([' ', '(', '\u{a0}']);
            let base = span.start as usize;
            let stated = units::stated(&scan::ScannedUnit { start: base + unit.start, end: base + unit.end, ..unit });
            (span.part(0, label.len()), stated)
        });
        if unit.is_none() {
            self.prose(span);
        }
    }

    fn labelled(&mut self, labelled: &Labelled) {
        let label = self.page.words(labelled.label);
        let own = units::of_amount(&labelled.amount);
        let unit = self.card_head.map_or(own, |(_, unit)| if labelled.amount.scale.is_some() { own } else { unit });
        let head = self.card_head.map_or("", |(head, _)| self.page.words(head));
        let group = if head.is_empty() { self.heading.map_or("", |heading| self.page.words(heading)) } else { head };
        let row = if head.is_empty() { label.to_owned() } else { format!("{head} {label}") };
        let figure = self.figure(row, &labelled.amount, unit);
        let figure =
            Figure { kind: kind_of(label, None, group), permanence: permanence_of(label), phase: phase_of(label), ..figure };
        self.push_dated(Figure { year: year_of(label), ..figure });
    }

    fn table(&mut self, at: usize, block: &Block, grid: &Grid) {
        let stated = self.units.of_table(block, grid.unit, self.page.blocks.get(at + 1));
        let number = self.found.tables.len();
        let caption = grid.caption.or(self.heading);
        let table = Table {
            number: None,
            caption: caption.map(|span| self.page.words(span).to_owned()),
            topic: Topic::Other,
            unit: stated.unwrap_or(Unit { factor: 1, stated: false, span: None }),
            columns: grid.columns.iter().map(|column| column.label.clone()).collect(),
            rows: Vec::new(),
            page: None,
            span: block.span,
        };
        self.found.tables.push(table);
        // What stands above the table says what its rows are of, where they do not say it themselves.
        let above = caption.map_or("", |span| self.page.words(span));
        let mut section = above.to_owned();
        let measures = is_of_indicators(grid, above);
        for row in grid.rows.iter().filter(|row| !measures || states_euros(&row.words(self.page.text))) {
            let row = self.row(number, grid, row, stated, above, &mut section);
            self.found.tables[number].rows.push(row);
        }
        let rows = &self.found.tables[number].rows;
        let kinds: Vec<MoneyKind> = rows.iter().flat_map(|row| &row.figures).map(|&at| self.found.all[at].kind).collect();
        let is_cost = |kind: &MoneyKind| matches!(kind, MoneyKind::Expenditure | MoneyKind::Income | MoneyKind::Balance);
        if !kinds.is_empty() && kinds.iter().all(is_cost) {
            self.found.tables[number].topic = Topic::Cost;
        }
    }

    /// The figures of one row. `section` remembers whether the rows above stand under lasten or baten.
    fn row(&mut self, table: usize, grid: &Grid, row: &GridRow, stated: Option<Unit>, above: &str, section: &mut String) -> Row {
        let label = row.words(self.page.text);
        let total = is_total(row.label.first().map_or("", |&span| self.page.words(span)));
        match row.group {
            Some(group) => self.page.words(group).clone_into(section),
            None if !total => above.clone_into(section),
            None => {}
        }
        let programme = programme_of_row(self.page, self.programmes, grid, row);
        let complete = grid.columns.len() == row.cells.len();
        let mut figures = Vec::new();
        for (at, cell) in row.cells.iter().enumerate() {
            let Cell::Amount(amount) = cell else { continue };
            let column = grid.columns.get(at).filter(|_| complete).map(|column| column.label.as_str());
            let figure = self.cell(table, &label, section, column, amount, stated);
            if let RowProgramme::Named(programme) = programme {
                self.found.all[figure].programme = programme;
            }
            figures.push(figure);
        }
        Row { label, total, figures }
    }

    fn cell(
        &mut self,
        table: usize,
        row: &str,
        section: &str,
        column: Option<&str>,
        amount: &Amount,
        stated: Option<Unit>,
    ) -> usize {
        let unit = amount.scale.map_or(stated, |_| Some(units::of_amount(amount))).unwrap_or_else(|| units::of_amount(amount));
        let mut figure = self.figure(row.to_owned(), amount, unit);
        figure.table = Some(table);
        figure.kind = kind_of(row, column, section);
        figure.column = column.map(str::to_owned);
        figure.phase = column.and_then(phase_of);
        figure.permanence = permanence_of(row);
        figure.year = column.and_then(year_of).or_else(|| column.and(year_of(row)));
        if column.is_none() {
            figure.problems.push(self.doubts.add(Code::ColumnUnknown, figure.span));
            self.push(figure)
        } else if figure.year.is_none() {
            self.push_dated(figure)
        } else {
            self.push(figure)
        }
    }

    /// Amounts with a currency or a scale in words; bare numbers in running text are counts.
    fn prose(&mut self, span: Span) {
        let text = self.page.words(span);
        let unit_statements = scan::units(text);
        for amount in with_shared_scales(text, scan::amounts(text)) {
            let is_unit = unit_statements.iter().any(|unit| amount.start >= unit.start && amount.start < unit.end);
            if is_unit || !(amount.currency || amount.scale.is_some()) {
                continue;
            }
            let (sentence, at) = sentence_around(text, amount.start);
            let row = clause_before(&text[..amount.outer_start]);
            let shifted = amount.shifted(span.start as usize);
            let figure = self.figure(row, &shifted, units::of_amount(&shifted));
            let figure = Figure { kind: kind_of(sentence, None, ""), permanence: permanence_of(sentence), ..figure };
            self.push_dated(Figure { year: labels::year_beside(sentence, at), ..figure });
        }
    }

    fn figure(&mut self, row: String, amount: &Amount, unit: Unit) -> Figure {
        let span = amount.span();
        let problems = if unit.stated { Vec::new() } else { vec![self.doubts.add(Code::UnitAssumed, span)] };
        Figure {
            row,
            column: None,
            year: None,
            programme: self.scopes.at(span),
            kind: MoneyKind::Other,
            phase: None,
            printed: self.page.words(span).to_owned(),
            unit,
            euros: amount.number.saturating_mul(Decimal::from(unit.factor)).normalize(),
            mark: amount.mark,
            permanence: None,
            table: None,
            page: None,
            problems,
            span,
        }
    }

    fn push(&mut self, figure: Figure) -> usize {
        self.found.all.push(figure);
        self.found.all.len() - 1
    }

    /// Adds a figure that is of the document's year unless its own words name another.
    fn push_dated(&mut self, figure: Figure) -> usize {
        let undated = figure.year.is_none();
        let at = self.push(figure);
        self.found.without_year.extend(undated.then_some(at));
        at
    }
}

/// A table of indicators counts complaints and rates services: only the rows that say so are money.
fn is_of_indicators(grid: &Grid, above: &str) -> bool {
    let headed = |words: &str| grid.columns.iter().any(|column| folded(&column.label).starts_with(words));
    headed("nulmeting") || headed("streefwaarde") || folded(above).contains("indicator")
}

fn states_euros(label: &str) -> bool {
    label.contains('€') || folded(label).contains("euro")
}

/// In `tussen € 7,5 en € 9,2 miljoen` the scale holds for both.
fn with_shared_scales(text: &str, mut amounts: Vec<Amount>) -> Vec<Amount> {
    for at in (1..amounts.len()).rev() {
        let (before, this) = (amounts[at - 1], amounts[at]);
        let between = text[before.outer_end..this.outer_start].trim();
        let small = before.number.abs() < Decimal::ONE_THOUSAND;
        if before.scale.is_none()
            && before.currency
            && small
            && matches!(between, "en" | "tot" | "-" | "–" | "à" | "of" | "tot en met")
        {
            amounts[at - 1].scale = this.scale;
        }
    }
    amounts
}

fn is_total(label: &str) -> bool {
    let label = folded(label);
    ["totaal", "totale", "subtotaal", "saldo", "resultaat"].iter().any(|word| label.starts_with(word))
}

/// The sentence around a place, and where in it the place is.
fn sentence_around(text: &str, at: usize) -> (&str, usize) {
    let start = text[..at].rfind(". ").map_or(0, |before| before + 2);
    let end = text[at..].find(". ").map_or(text.len(), |after| at + after);
    (&text[start..end], at - start)
}

/// The last words before an amount: what it is about, as the text says it.
fn clause_before(before: &str) -> String {
    const MOST_WORDS: usize = 8;
    let clause = [". ", "; ", "\n", "(", ": "].iter().fold(before, |clause, mark| clause.rsplit(mark).next().unwrap_or(clause));
    let words: Vec<&str> = clause.split_whitespace().collect();
    words[words.len().saturating_sub(MOST_WORDS)..].join(" ")
}

#[cfg(test)]
mod tests {
    use crate::{document::Code, read::read, source::Source};

    /// Figures as `row | column | year | kind | euros`, with the doubts about each behind them.
    fn check(text: &str, expected: &[&str]) {
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let found: Vec<_> = document
            .figures
            .iter()
            .map(|figure| {
                let year = figure.year.map_or("-".to_owned(), |year| year.to_string());
                let column = figure.column.as_deref().unwrap_or("-");
                let doubts: Vec<_> = figure.problems.iter().map(|&at| document.problems[at].code.name()).collect();
                format!("{} | {column} | {year} | {:?} | {} {}", figure.row, figure.kind, figure.euros, doubts.join(" "))
                    .trim_end()
                    .to_owned()
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn lines_with_a_label() {
        check(
            "Begroting 2024\n\nLasten € 54.000\nBaten € -11.000\nSaldo € 43.000\n",
            &[
                "Lasten | - | 2024 | Expenditure | 54000",
                "Baten | - | 2024 | Income | -11000",
                "Saldo | - | 2024 | Balance | 43000",
            ],
        );
    }

    #[test]
    fn a_line_with_a_unit_heads_the_amounts_below_it() {
        check(
            "Begroting 2024\n\n • Lasten (bedragen x € 1.000)\n  Begroot € 4.120\n  Afwijking € -568\n\nWij kopen voor € 5.",
            &[
                "Lasten Begroot | - | 2024 | Expenditure | 4120000",
                "Lasten Afwijking | - | 2024 | Expenditure | -568000",
                "Wij kopen voor | - | 2024 | Other | 5",
            ],
        );
    }

    #[test]
    fn cards_have_their_own_unit_and_no_year() {
        check(
            "Begroting 2024\n\nUitgaven\n\n12,5%\n\n€ -100\n\nx € 1.000\n12,5% Complete\n",
            &["Uitgaven | - | - | Expenditure | -100000"],
        );
    }

    #[test]
    fn tables_know_their_columns_and_units() {
        check(
            "Begroting 2024\n\nBedragen x €1.000\nPost 2024 2025\nLasten\nSport 964 -1.976\nTotaal Lasten 964 -1.976\n",
            &[
                "Lasten Sport | 2024 | 2024 | Expenditure | 964000",
                "Lasten Sport | 2025 | 2025 | Expenditure | -1976000",
                "Totaal Lasten | 2024 | 2024 | Expenditure | 964000",
                "Totaal Lasten | 2025 | 2025 | Expenditure | -1976000",
            ],
        );
    }

    #[test]
    fn a_lost_cell_leaves_the_column_open() {
        check(
            "Begroting 2024\n\nBedragen x €1.000\nPost 2024 2025 2026\nWonen 1 2\n",
            &["Wonen | - | - | Other | 1000 column-unknown", "Wonen | - | - | Other | 2000 column-unknown"],
        );
    }

    #[test]
    fn an_unstated_unit_is_a_doubt() {
        check(
            "Begroting 2024\n\nPost 2024 2025\nWonen 1 2\n",
            &["Wonen | 2024 | 2024 | Other | 1 unit-assumed", "Wonen | 2025 | 2025 | Other | 2 unit-assumed"],
        );
    }

    #[test]
    fn running_text_needs_a_currency_or_a_scale() {
        check(
            "Begroting 2024\n\nVoor 124 inwoners ramen wij in 2025 ruim € 2,4 miljoen. De baten zijn 500 euro.",
            &["Voor 124 inwoners ramen wij in 2025 ruim | - | 2025 | Other | 2400000", "De baten zijn | - | 2024 | Income | 500"],
        );
    }

    #[test]
    fn a_scale_holds_for_both_ends_of_a_range() {
        check(
            "Begroting 2024\n\nWij betalen tussen € 7,5 en € 9,2 miljoen (€ 3.000 minder dan eerst).",
            &[
                "Wij betalen tussen | - | 2024 | Other | 7500000",
                "Wij betalen tussen € 7,5 en | - | 2024 | Other | 9200000",
                " | - | 2024 | Other | 3000",
            ],
        );
    }

    #[test]
    fn a_block_printed_twice_is_one_doubt() {
        let block = "Uitgaven\n\n€ -100\n\nx € 1.000\n\nSaldo\n\n€ -90\n\nx € 1.000\n\n";
        let text = format!("{block}Programma 2 | Zorg\n\n{block}");
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        assert_eq!(document.figures.len(), 4);
        assert_eq!(document.problems.iter().filter(|problem| problem.code == Code::RepeatedBlock).count(), 1);
    }
}
