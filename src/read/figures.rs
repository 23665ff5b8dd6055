//! Amounts of money: in cards, on lines with a label, in tables, in running text.

mod labels;
mod sheets;
mod tables;
mod topics;

use std::collections::BTreeSet;

use super::{
    doubts::Doubts,
    page::{Page, Scopes},
    programmes::ProgrammeIndex,
    sentences::around,
    units::{self, Units},
};
use crate::{
    blocks::{Block, Form, KeyFigure, Labelled},
    document::{Code, Figure, Identity, MoneyKind, Programme, SignConvention, Table, Unit},
    ledger::Convention,
    scan::{self, Amount, words::just_before},
    source::Span,
};
pub(super) use labels::phase_of;
use labels::{YearBeside, kind_of, permanence_of, year_of};
use rust_decimal::Decimal;

/// The figures, and the tables that some of them stand in.
pub(super) struct Figures {
    pub(super) all: Vec<Figure>,
    pub(super) tables: Vec<Table>,
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
pub(super) fn figures(page: &Page<'_>, programmes: &[Programme], scopes: &Scopes, doubts: &mut Doubts) -> Figures {
    let mut reading = Reading {
        page,
        programmes: ProgrammeIndex::of(programmes),
        scopes,
        doubts,
        units: Units::of(page),
        found: Figures {
            all: Vec::new(),
            tables: Vec::new(),
            identities: Vec::new(),
            sign_convention: None,
            without_year: Vec::new(),
        },
        conventions: Vec::new(),
        heading: None,
        card_head: None,
        labelled_run: Vec::new(),
        cards: BTreeSet::new(),
        repeated_card: None,
    };
    for (at, block) in page.blocks.iter().enumerate() {
        reading.block(at, block);
    }
    reading.found.sign_convention = reading.sign_convention();
    reading.found
}

/// Euros: more than the largest municipality spends in a year. An amount of more was not printed in thousands.
const IMPLAUSIBLE: i64 = 10_000_000_000;

/// How far before an amount the words stand that say whether it comes back.
const NEAR_BYTES: usize = 60;

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
                    Form::Table(grid) => self.table(at, block, grid),
                    Form::Item(item) => self.head_or_prose(item.text),
                    _ => self.head_or_prose(block.span),
                }
            }
        }
        if block.form == Form::Heading {
            self.heading = Some(block.span);
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
        let at = self.push_dated(Figure { year: year_of(label), ..figure });
        if labelled.amount.scale.is_none() {
            self.labelled_run.push(at);
        }
    }

    /// Amounts with a currency or a scale in words; bare numbers in running text are counts.
    fn prose(&mut self, span: Span) {
        let text = self.page.words(span);
        let base = span.range().start;
        let mut unit_statements = scan::units(text).into_iter().peekable();
        for amount in with_shared_scales(text, scan::amounts(text)) {
            while unit_statements.next_if(|unit| unit.end <= amount.start).is_some() {}
            let is_unit = unit_statements.peek().is_some_and(|unit| unit.start <= amount.start);
            if !is_unit && (amount.currency || amount.scale.is_some()) {
                self.amount_in_prose(text, &amount, base);
            }
        }
        for (start, end) in scan::unreadable_amounts(text) {
            self.doubts.add(Code::AmountUnreadable, span.part(start, end));
        }
    }

    fn amount_in_prose(&mut self, text: &str, amount: &Amount, base: usize) {
        let (sentence, at) = around(text, amount.start);
        let row = clause_before(sentence, at.saturating_sub(amount.start - amount.outer_start));
        let length = amount.outer_end - amount.start;
        let near = just_before(sentence, at, NEAR_BYTES);
        let amount = amount.shifted(base);
        let figure = self.figure(row, &amount, units::of_amount(&amount));
        let kind = labels::kind_beside(sentence, at, at + length);
        let figure = Figure { kind, permanence: permanence_of(near), ..figure };
        match labels::year_beside(sentence, at, at + length) {
            YearBeside::Year(year) => self.push(Figure { year: Some(year), ..figure }),
            YearBeside::SeveralYears => self.push(figure),
            YearBeside::None => self.push_dated(figure),
        };
    }

    fn figure(&mut self, row: String, amount: &Amount, unit: Unit) -> Figure {
        let span = amount.span();
        let euros = amount.number.saturating_mul(Decimal::from(unit.factor)).normalize();
        // A scale without a currency may be of visitors or of tons of waste.
        let bare_scale = amount.scale.is_some() && !amount.currency;
        let implausible = unit.factor > 1 && euros.abs() >= Decimal::from(IMPLAUSIBLE);
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
            status: None,
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

/// The last words before an amount: what it is about, as the text says it.
fn clause_before(sentence: &str, at: usize) -> String {
    const MOST_WORDS: usize = 8;
    let before = &sentence[..at];
    let clause = ["; ", "\n", "(", ": "].iter().fold(before, |clause, mark| clause.rsplit(mark).next().unwrap_or(clause));
    let clause = if clause.trim().is_empty() { before } else { clause };
    let words: Vec<&str> = clause.split_whitespace().collect();
    words[words.len().saturating_sub(MOST_WORDS)..].join(" ").trim_end_matches([':', '(', ' ']).to_owned()
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
    fn a_unit_below_labelled_amounts_is_theirs() {
        check(
            "Begroting 2024\n\nLasten € 1.250\nBaten € 310\n(bedragen x € 1.000)\n\nWij kopen voor € 5.",
            &[
                "Lasten | - | 2024 | Expenditure | 1250000",
                "Baten | - | 2024 | Income | 310000",
                "Wij kopen voor | - | 2024 | Other | 5",
            ],
        );
    }

    #[test]
    fn scales_without_a_currency_are_doubted() {
        check("Begroting 2024\n\nWij besparen 3 ton afval.", &["Wij besparen | - | 2024 | Other | 300000 unit-assumed"]);
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
                "tussen € 7,5 en € 9,2 miljoen | - | 2024 | Other | 3000",
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
