//! Amounts of money: in cards, on lines with a label, in tables, in running text.

mod counts;
mod labels;
mod prose;
mod records;
mod sheets;
mod tables;
mod topics;

use std::collections::BTreeSet;

use super::{
    doubts::Doubts,
    indicators,
    page::{Page, Scopes},
    programmes::ProgrammeIndex,
    units::{self, Units},
};
use crate::{
    blocks::{Block, Form, KeyFigure, Labelled},
    document::{Code, Count, Figure, Identity, Indicator, MoneyKind, Programme, SignConvention, Status, Table, Unit},
    ledger::Convention,
    scan::{self, Amount},
    source::Span,
};
pub(super) use labels::phase_of;
use labels::{kind_of, permanence_of, year_of};
use rust_decimal::Decimal;

/// The figures, and the tables that some of them stand in.
pub(super) struct Figures {
    pub(super) all: Vec<Figure>,
    pub(super) tables: Vec<Table>,
    pub(super) counts: Vec<Count>,
    pub(super) identities: Vec<Identity>,
    pub(super) sign_convention: Option<SignConvention>,
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
pub(super) fn figures(
    page: &Page<'_>,
    programmes: &[Programme],
    scopes: &Scopes,
    indicators: &[Indicator],
    doubts: &mut Doubts,
) -> Figures {
    let mut reading = Reading {
        page,
        programmes: ProgrammeIndex::of(programmes),
        scopes,
        doubts,
        units: Units::of(page),
        found: Figures {
            all: Vec::new(),
            tables: Vec::new(),
            counts: Vec::new(),
            identities: Vec::new(),
            sign_convention: None,
            without_year: Vec::new(),
        },
        conventions: Vec::new(),
        heading: None,
        record: None,
        indicators: indicators::rows(indicators),
        replaced: prose::replaced(page),
        card_head: None,
        labelled_run: Vec::new(),
        cards: BTreeSet::new(),
        repeated_card: None,
    };
    for (at, block) in page.blocks.iter().enumerate() {
        reading.block(at, block);
    }
    reading.mark_replaced_columns();
    reading.found.sign_convention = reading.sign_convention();
    reading.found
}

/// Euros: more than the largest municipality spends in a year. An amount of more was not printed in thousands.
const IMPLAUSIBLE: i64 = 10_000_000_000;

/// Euros: more than all but a few municipalities spend in a year. An amount of more that carries its own euro sign in a table
/// of thousands was perhaps printed in whole euros.
const DOUBTFUL_WITH_SIGN: i64 = 1_000_000_000;

/// A card's label and printed amount, to see when a block of cards is printed twice.
type Card<'a> = (&'a str, &'a str);

struct Reading<'a, 'd> {
    page: &'a Page<'a>,
    programmes: ProgrammeIndex,
    scopes: &'a Scopes,
    doubts: &'d mut Doubts,
    units: Units,
    found: Figures,
    /// For each table how it signs its numbers.
    conventions: Vec<Option<Convention>>,
    /// The heading that the blocks stand under.
    heading: Option<Span>,
    /// The name of the record that the lines are fields of.
    record: Option<Span>,
    /// Where the values of indicators begin: they are no money.
    indicators: BTreeSet<u32>,
    /// Where an amendment prints what it replaces.
    replaced: Vec<Span>,
    /// A line that states a unit for the labelled amounts right below it: `Lasten (bedragen x € 1.000)`.
    card_head: Option<(Span, Unit)>,
    /// The labelled amounts that stand right above this block.
    labelled_run: Vec<usize>,
    cards: BTreeSet<Card<'a>>,
    /// The block of the last card that repeats another: a run of them is one doubt.
    repeated_card: Option<usize>,
}

impl Reading<'_, '_> {
    fn block(&mut self, at: usize, block: &Block) {
        match &block.form {
            Form::Labelled(labelled) => self.labelled(labelled),
            Form::Furniture => {}
            other => {
                let run = std::mem::take(&mut self.labelled_run);
                self.unit_below(block, &run);
                self.card_head = None;
                match other {
                    Form::KeyFigure(card) => self.card(at, card),
                    Form::Table(grid) => match indicators::without_indicators(grid, &self.indicators) {
                        Some(money) => self.table(at, block, &money),
                        None => self.table(at, block, grid),
                    },
                    Form::Item(item) => self.head_or_prose(item.text),
                    _ => self.head_or_prose(block.span),
                }
            }
        }
        if block.form == Form::Heading {
            self.heading = Some(block.span);
            if !records::is_field(self.page.words(block.span)) {
                self.record = None;
            }
        }
    }

    /// A card shows a state, not a year: its year stays open.
    fn card(&mut self, at: usize, card: &KeyFigure) {
        let label = self.page.words(card.label);
        let printed = self.page.words(card.amount.span());
        let is_repeated = !self.cards.insert((label, printed));
        if is_repeated && self.repeated_card != at.checked_sub(1) {
            self.doubts.add(Code::RepeatedBlock, card.label);
        }
        if is_repeated {
            self.repeated_card = Some(at);
        }
        let unit = card.unit.as_ref().map_or_else(|| units::of_amount(&card.amount), units::stated);
        let figure = self.figure(label.to_owned(), &card.amount, unit);
        self.push(Figure { kind: kind_of(label, None, ""), ..figure });
    }

    /// A short line with a unit heads the labelled amounts below it; anything else is running text.
    fn head_or_prose(&mut self, span: Span) {
        self.update_record(span);
        let words = self.page.words(span);
        let unit = scan::units(words).first().copied().filter(|unit| unit.end + 1 >= words.len() && unit.start < 60);
        self.card_head = unit.map(|unit| {
            let label = units::without_lead(&words[..unit.start]);
            (span.part(0, label.len()), units::stated(&unit.shifted(span.range().start)))
        });
        if unit.is_none() {
            self.prose(span);
        }
    }

    /// A line with nothing but a unit, right below labelled amounts without one, is theirs.
    fn unit_below(&mut self, block: &Block, run: &[usize]) {
        let words = self.page.words(block.span);
        let Some(unit) = scan::units(words).first().copied().filter(|unit| unit.end + 1 >= words.len()) else { return };
        if self.card_head.is_some() || !units::without_lead(&words[..unit.start]).is_empty() {
            return;
        }
        let unit = units::stated(&unit.shifted(block.span.range().start));
        for &at in run {
            let figure = &mut self.found.all[at];
            figure.euros = figure.euros.saturating_mul(Decimal::from(unit.factor)).normalize();
            figure.unit = unit;
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
        let figure = self.as_field(label, Figure { year: year_of(label), ..figure });
        let at = self.push_dated(figure);
        if labelled.amount.scale.is_none() {
            self.labelled_run.push(at);
        }
    }

    /// In a record the row is its name, and the label that of a column.
    fn as_field(&self, label: &str, figure: Figure) -> Figure {
        let status = (labels::said(label) == Some(labels::Said::Was)).then_some(Status::Superseded).or(figure.status);
        match self.record {
            Some(name) => {
                let row = self.page.words(name).to_owned();
                Figure { row, column: Some(label.to_owned()), kind: kind_of(label, None, ""), status, ..figure }
            }
            None => Figure { status, ..figure },
        }
    }

    /// In a table with columns `Was` and `Wordt` the first is replaced.
    fn mark_replaced_columns(&mut self) {
        let said = |column: &String, wanted: labels::Said| labels::said(column) == Some(wanted);
        let tables = &self.found.tables;
        let amends: Vec<bool> =
            tables.iter().map(|table| table.columns.iter().any(|column| said(column, labels::Said::Becomes))).collect();
        for figure in &mut self.found.all {
            let amended = figure.table.and_then(|table| amends.get(table)).is_some_and(|amends| *amends);
            if amended && figure.column.as_ref().is_some_and(|column| said(column, labels::Said::Was)) {
                figure.status = Some(Status::Superseded);
            }
        }
    }

    fn is_replaced(&self, span: Span) -> bool {
        let before = self.replaced.partition_point(|place| place.start <= span.start);
        before.checked_sub(1).is_some_and(|at| self.replaced[at].contains(span))
    }

    fn figure(&mut self, row: String, amount: &Amount, unit: Unit) -> Figure {
        let span = amount.span();
        let euros = amount.number.saturating_mul(Decimal::from(unit.factor)).normalize();
        // A scale without a currency may be of visitors or of tons of waste.
        let bare_scale = amount.scale.is_some() && !amount.currency;
        let limit = if amount.currency && amount.scale.is_none() { DOUBTFUL_WITH_SIGN } else { IMPLAUSIBLE };
        let implausible = unit.factor > 1 && euros.abs() >= Decimal::from(limit);
        let doubtful = !unit.stated || bare_scale || implausible;
        let problems = if doubtful { vec![self.doubts.add(Code::UnitAssumed, span)] } else { Vec::new() };
        Figure {
            row,
            column: None,
            year: None,
            programme: self.scopes.at(span),
            kind: MoneyKind::Other,
            phase: None,
            printed: self.page.words(span).to_owned(),
            unit,
            euros,
            mark: amount.mark,
            permanence: None,
            status: self.is_replaced(span).then_some(Status::Superseded),
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
    fn shares_beside_amounts_are_none() {
        check(
            "Kosten in euro\n\t2024\t2025\t% groei\nZon\t100\t110\t10\n",
            &["Zon | 2024 | 2024 | Expenditure | 100", "Zon | 2025 | 2025 | Expenditure | 110"],
        );
    }

    #[test]
    fn years_told_from_another_stay_open() {
        check(
            "Begroting 2026\n\nKosten in euro\n\tRekening T-2\tBegroting T-1\tBegroting T\nZon\t100\t110\t120\n",
            &[
                "Zon | Rekening T-2 | - | Expenditure | 100",
                "Zon | Begroting T-1 | - | Expenditure | 110",
                "Zon | Begroting T | 2026 | Expenditure | 120",
            ],
        );
    }

    #[test]
    fn a_timetable_holds_no_money() {
        check("Openingstijden\nMaandag 9.00 12.00\nDinsdag 13.30 17.00\n", &[]);
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
                "kopen | - | 2024 | Other | 5",
            ],
        );
    }

    #[test]
    fn a_unit_below_labelled_amounts_is_theirs() {
        check(
            "Begroting 2024\n\nLasten € 1.250\nBaten € 310\n(bedragen x € 1.000)\n\nWij kopen voor € 5.",
            &["Lasten | - | 2024 | Expenditure | 1250000", "Baten | - | 2024 | Income | 310000", "kopen | - | 2024 | Other | 5"],
        );
    }

    #[test]
    fn scales_without_a_currency_are_doubted() {
        check("Begroting 2024\n\nDat kost 3 ton.", &["Dat kost | - | 2024 | Other | 300000 unit-assumed"]);
        check("Begroting 2024\n\nWij besparen 3 ton afval. Er komen 2 miljoen bezoekers.", &[]);
    }

    #[test]
    fn units_of_single_rows_and_columns() {
        check(
            "Begroting 2024\n\nBedragen x € 1.000\nPost\t2024\nAantal inwoners\t45.120\nLasten per inwoner (in €)\t2.670\nLasten\t7\n",
            &["Lasten per inwoner (in €) | 2024 | 2024 | Indicator | 2670", "Lasten | 2024 | 2024 | Expenditure | 7000"],
        );
        check(
            "Begroting 2024\n\nPost\tBegroting 2024 (x € 1.000)\tBegroting 2025 (in €)\nLasten\t1.250\t1.300.000\n",
            &["Lasten | Begroting 2024 | 2024 | Expenditure | 1250000", "Lasten | Begroting 2025 | 2025 | Expenditure | 1300000"],
        );
    }

    #[test]
    fn a_unit_from_afar_makes_no_billions() {
        check(
            "Begroting 2024\n\nWonen\n\nBedragen x € 1.000\nPost\t2024\nLasten\t1.250\n\nBestuur\n\nPost\t2024\nLasten\t12.834.982\n",
            &["Lasten | 2024 | 2024 | Expenditure | 1250000", "Lasten | 2024 | 2024 | Expenditure | 12834982 unit-assumed"],
        );
    }

    #[test]
    fn a_unit_from_afar_is_not_of_cents() {
        check(
            "Begroting 2024\n\nWonen\n\nBedragen x € 1.000\nPost\t2024\nLasten\t1.250\n\nLeges\n\nPost\t2024\nRijbewijs\t51,10\nPaspoort\t83,00\n",
            &[
                "Lasten | 2024 | 2024 | Expenditure | 1250000",
                "Rijbewijs | 2024 | 2024 | Other | 51.1 unit-assumed",
                "Paspoort | 2024 | 2024 | Other | 83 unit-assumed",
            ],
        );
    }

    #[test]
    fn amounts_in_english_and_with_what_follows_them() {
        check(
            "Budget 2026\n\nThe council keeps the pool open at a cost of €75,000 in 2026.\n",
            &["council keeps the pool open at a cost | - | 2026 | Other | 75000"],
        );
        check("Begroting 2024\n\nDe huur is € 75,125 per uur.\n", &["huur | - | 2024 | Other | 75.125"]);
        check(
            "Begroting 2024\n\nDe huur stijgt van € 1,24 naar € 1,61 miljoen.\n",
            &["huur | - | 2024 | Other | 1240000", "huur | - | 2024 | Other | 1610000"],
        );
    }

    #[test]
    fn a_unit_for_all_the_document() {
        check(
            "Begroting 2024\n\nTenzij anders vermeld zijn alle bedragen in duizenden euro's.\n\nEen\n\nTwee\n\nDrie\n\nVier\n\nVijf\n\nPost\t2024\nLasten\t1.250\n\nLonen\n\nBedragen in hele euro's\n\nPost\t2024\nLasten\t148.210\n\nZorg\n\nPost\t2024\nLasten\t18.400\n",
            &[
                "Lasten | 2024 | 2024 | Expenditure | 1250000",
                "Lasten | 2024 | 2024 | Expenditure | 148210",
                "Lasten | 2024 | 2024 | Expenditure | 18400000",
            ],
        );
    }

    #[test]
    fn a_unit_in_the_label_of_a_row_is_not_that_of_the_table() {
        check(
            "Begroting 2024\n\nBedragen x € 1.000\n\nDit is wat het kost.\n\nPost\t2024\t2025\nTarief (in €)\t12\t13\nLasten\t7\t8\n",
            &[
                "Tarief (in €) | 2024 | 2024 | Indicator | 12",
                "Tarief (in €) | 2025 | 2025 | Indicator | 13",
                "Lasten | 2024 | 2024 | Expenditure | 7000",
                "Lasten | 2025 | 2025 | Expenditure | 8000",
            ],
        );
        check(
            "Begroting 2024\n\nPost\tEenheid\t2024\t2025\nSchuld\tmln €\t12,5\t13\nLasten\tx € 1.000\t7\t8\n",
            &[
                "Schuld | 2024 | 2024 | Other | 12500000",
                "Schuld | 2025 | 2025 | Other | 13000000",
                "Lasten | 2024 | 2024 | Expenditure | 7000",
                "Lasten | 2025 | 2025 | Expenditure | 8000",
            ],
        );
    }

    #[test]
    fn lists_without_a_header_have_the_unit_above_them() {
        check(
            "Begroting 2024\n\nPer maand (in euro's)\n\nInkomsten\nSalaris 2.450\nToeslag 123\nUitgaven\nHuur 845\n",
            &[
                "Inkomsten Salaris | - | 2024 | Income | 2450",
                "Inkomsten Toeslag | - | 2024 | Income | 123",
                "Uitgaven Huur | - | 2024 | Expenditure | 845",
            ],
        );
        check(
            "Begroting 2024\n\nPer jaar, in duizenden euro's\n\n2024\nLasten: 61.200\nBaten: 61.540\n\n2025\nLasten: 62.410\nBaten: 62.105\n",
            &[
                "2024 Lasten | - | 2024 | Expenditure | 61200000",
                "2024 Baten | - | 2024 | Income | 61540000",
                "2025 Lasten | - | 2025 | Expenditure | 62410000",
                "2025 Baten | - | 2025 | Income | 62105000",
            ],
        );
        check("Begroting 2024\n\nAlles (in euro's)\n\nEr zijn 12\nZaal 3 heeft 4\nSlot\n", &[]);
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
    fn a_column_of_several_years_is_of_none() {
        check(
            "Begroting 2024\n\nBedragen x €1.000\nPost\t2024\t2025-2028\tTotaal\nWonen\t1\t2\t3\nZorg\t1\t2\t3\n",
            &[
                "Wonen | 2024 | 2024 | Other | 1000",
                "Wonen | 2025-2028 | - | Other | 2000",
                "Wonen | Totaal | - | Other | 3000",
                "Zorg | 2024 | 2024 | Other | 1000",
                "Zorg | 2025-2028 | - | Other | 2000",
                "Zorg | Totaal | - | Other | 3000",
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
    fn a_unit_that_makes_billions_is_a_doubt() {
        check(
            "Begroting 2024\n\nBedragen x € 1.000\nPost\t2024\nLasten\t€ 4.500.000\nBaten\t€ 450.000\n",
            &["Lasten | 2024 | 2024 | Expenditure | 4500000000 unit-assumed", "Baten | 2024 | 2024 | Income | 450000000"],
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
            &["124 inwoners | - | 2025 | Other | 2400000", "baten | - | 2024 | Income | 500"],
        );
    }

    #[test]
    fn a_scale_holds_for_both_ends_of_a_range() {
        check(
            "Begroting 2024\n\nWij betalen tussen € 7,5 en € 9,2 miljoen (€ 3.000 minder dan eerst).",
            &[
                "Wij betalen tussen | - | 2024 | Other | 7500000",
                "Wij betalen tussen | - | 2024 | Other | 9200000",
                "minder dan eerst | - | 2024 | Other | 3000",
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
