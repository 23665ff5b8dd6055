//! Indicators and ratios, from tables and from lines: numbers that measure and are never euros.

use std::collections::BTreeSet;

use super::page::{Page, Scopes};
use crate::{
    blocks::{Block, Cell, Form, Grid, GridRow},
    document::{Indicator, IndicatorValue, ValueRole},
    scan::{
        self,
        words::{find_words, folded, words},
    },
    source::Span,
};
use rust_decimal::Decimal;

/// The indicators, in the order of the text.
pub(super) fn indicators(page: &Page<'_>, scopes: &Scopes) -> Vec<Indicator> {
    let mut reading = Reading { page, scopes, heading: Span::default(), header: None, found: Vec::new() };
    for block in page.blocks {
        reading.block(block);
    }
    reading.found
}

/// Where the rows of indicators begin: their numbers are no money.
pub(super) fn rows(indicators: &[Indicator]) -> BTreeSet<u32> {
    indicators.iter().flat_map(|indicator| &indicator.values).map(|value| value.span.start).collect()
}

/// A grid without the rows that are indicators; none where it has none.
pub(super) fn without_indicators(grid: &Grid, values: &BTreeSet<u32>) -> Option<Grid> {
    let is_indicator = |row: &GridRow| row.cells.iter().any(|cell| values.contains(&cell.span().start));
    let mut rest = grid.clone();
    rest.rows.retain(|row| !is_indicator(row));
    (rest.rows.len() < grid.rows.len()).then_some(rest)
}

/// A column of values in a header: `B2031`, `2031`, `Streefwaarde`.
type ValueColumn = (Option<ValueRole>, Option<i32>);

struct Reading<'a> {
    page: &'a Page<'a>,
    scopes: &'a Scopes,
    heading: Span,
    /// The columns of a header of indicators whose rows are lines.
    header: Option<Vec<ValueColumn>>,
    found: Vec<Indicator>,
}

impl Reading<'_> {
    fn block(&mut self, block: &Block) {
        match &block.form {
            Form::Table(grid) => self.table(grid),
            Form::Furniture => {}
            _ => self.lines(block),
        }
        if block.form == Form::Heading && self.header.is_none() && !starts_with_role(self.page.words(block.span)) {
            self.heading = block.span;
        }
    }

    fn table(&mut self, grid: &Grid) {
        self.header = None;
        let above = grid.caption.map_or_else(|| self.page.words(self.heading), |caption| self.page.words(caption));
        let label = |row: &GridRow| row.words(self.page.text);
        let measures = is_of_indicators(grid, above, self.page.text);
        let has_ratios = grid.rows.iter().any(|row| names_ratio(&label(row)));
        if !measures && !has_ratios {
            return;
        }
        for row in &grid.rows {
            let is_money = states_euros(&label(row)) || row.cells.iter().any(is_in_euros);
            // Ratios may stand among amounts in thousands.
            let in_thousands = !measures && grid.unit.is_some_and(|unit| unit.factor > 1) && names_money(&label(row));
            if !is_money && !in_thousands {
                let found = self.row(grid, row);
                self.found.extend(found);
            }
        }
    }

    fn row(&self, grid: &Grid, row: &GridRow) -> Option<Indicator> {
        let columns = &grid.columns;
        let complete = columns.len() == row.cells.len();
        let column =
            |at: usize| if row.places.is_empty() { Some(at).filter(|_| complete) } else { row.places.get(at).copied().flatten() };
        let values = row.cells.iter().enumerate().filter_map(|(at, cell)| {
            let (role, year) = column(at).and_then(|at| columns.get(at)).map_or((None, None), |column| said_of(&column.label));
            let (value, span) = number_of(cell, self.page.text)?;
            Some(IndicatorValue { value, year, role, span })
        });
        let values: Vec<IndicatorValue> = values.collect();
        let is_share = row.cells.iter().any(|cell| self.page.words(cell.span()).ends_with('%'));
        let cells: Vec<&str> = row.label.iter().map(|&span| self.page.words(span)).collect();
        let group = row.group.map(|group| self.page.words(group));
        let mut label = Label::of(&cells, group, grid.corner.map(|corner| self.page.words(corner)));
        label.unit = label.unit.or_else(|| is_share.then(|| "%".to_owned()));
        let first = row.group.filter(|_| label.is_group).or_else(|| row.label.first().copied())?;
        let last = values.last()?.span;
        let span = first.to(last);
        Some(Indicator {
            name: label.name,
            unit: label.unit,
            source: label.source,
            programme: self.scopes.at(span),
            values,
            span,
        })
    }

    /// Lines of a table that was not seen as one, lines such as `Streefwaarde 2031: 75%`, and sentences.
    fn lines(&mut self, block: &Block) {
        let text = self.page.words(block.span);
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let span = block.span.part(start, start + line.trim_end().len());
            start += line.len();
            self.line(span);
        }
        if self.found.last().is_none_or(|last| !block.span.contains(last.span)) {
            let found = ratio_in_sentence(self.page, block.span, self.scopes.at(block.span));
            self.found.extend(found);
        }
    }

    fn line(&mut self, span: Span) {
        const LONGEST_BYTES: usize = 160;
        let line = self.page.words(span);
        if line.len() > LONGEST_BYTES {
            return;
        }
        if let Some(columns) = header_of(line) {
            self.header = Some(columns);
        } else if let Some(found) = self.header.as_ref().and_then(|columns| row_of(line, span, columns)) {
            self.found.push(Indicator { programme: self.scopes.at(span), ..found });
        } else {
            self.header = None;
            self.value_line(span);
        }
    }

    /// `Streefwaarde 2031: 75%` below the name of what is measured.
    fn value_line(&mut self, span: Span) {
        let line = self.page.words(span);
        let Some((label, rest)) = line.split_once(':') else { return };
        let (role, year) = said_of(label);
        if role.is_none() || words(label).count() > 3 || !starts_with_role(label) {
            return;
        }
        let base = line.len() - rest.len();
        // `3 van de 5` is no value.
        let number = first_number(rest).filter(|&(_, _, end)| !rest[end..].starts_with(" van "));
        let Some((value, start, end)) = number else { return };
        let value = IndicatorValue { value, year, role, span: span.part(base + start, base + end) };
        let is_share = rest[start..end].ends_with(['%', 't']);
        let unit = if is_share { Some("%".to_owned()) } else { unit_behind(&rest[end..]) };
        let name = self.page.words(self.heading).to_owned();
        let known = self.found.last_mut().filter(|last| last.name == name && last.span.end <= span.start);
        if let Some(last) = known {
            last.values.push(value);
            last.span = last.span.to(span);
        } else if !name.is_empty() {
            self.found.push(Indicator { name, unit, source: None, programme: self.scopes.at(span), values: vec![value], span });
        }
    }
}

/// What a number counts, in the words right behind it.
fn unit_behind(behind: &str) -> Option<String> {
    const MOST_WORDS: usize = 4;
    let unit = behind.split([',', '.', '(']).next().unwrap_or_default().trim();
    (!unit.is_empty() && words(unit).count() <= MOST_WORDS).then(|| unit.to_owned())
}

/// What the label cells of a row say.
struct Label {
    name: String,
    unit: Option<String>,
    source: Option<String>,
    /// Whether the name stands as the group of the row.
    is_group: bool,
}

impl Label {
    fn of(cells: &[&str], group: Option<&str>, corner: Option<&str>) -> Self {
        let last_is_source = corner.is_some_and(|corner| folded(corner).ends_with("bron")) && cells.len() > 1;
        let (mut name, mut unit, mut source) = (Vec::new(), None, None);
        for (at, cell) in cells.iter().enumerate() {
            if unit.is_none() && is_unit(cell) && (at > 0 || group.is_some()) {
                unit = Some((*cell).to_owned());
            } else if at > 0 && (is_source(cell) || (last_is_source && at + 1 == cells.len())) {
                source = Some((*cell).to_owned());
            } else {
                name.push(*cell);
            }
        }
        let is_group = name.is_empty();
        let name = if is_group { group.unwrap_or_default().to_owned() } else { name.join(" ") };
        let unit = unit.or_else(|| unit_in(&name).map(str::to_owned));
        Self { name, unit, source, is_group }
    }
}

fn is_unit(cell: &str) -> bool {
    const UNITS: [&str; 12] =
        ["per", "aantal", "percentage", "procent", "cijfer", "rapportcijfer", "index", "score", "promille", "fte", "ha", "kg"];
    let first = words(cell).next().map_or_else(String::new, |word| folded(word.text));
    cell.starts_with('%') || UNITS.contains(&first.as_str())
}

/// Who measures: an abbreviation, or a monitor.
fn is_source(cell: &str) -> bool {
    let letters = cell.chars().filter(|character| character.is_alphabetic()).count();
    let capitals = cell.chars().filter(|character| character.is_uppercase()).count();
    let name = folded(cell);
    (capitals >= 2 && capitals * 2 >= letters && letters <= 16)
        || name.contains("monitor")
        || name.contains("enquête")
        || name.contains(".nl")
}

/// The unit in a name: `Misdrijven per 1.000 inwoners`, `Zetters (%)`.
fn unit_in(name: &str) -> Option<&str> {
    let share = || name.find("(%)").map(|_| "%");
    find_words(name, "per").map(|at| &name[at..]).or_else(share)
}

/// What a column or a label says of the values: which they are, and of what year.
fn said_of(label: &str) -> ValueColumn {
    let words = folded(label);
    let has = |names: &[&str]| names.iter().any(|name| words.contains(name));
    let code = label.trim();
    let coded = code.strip_prefix(['B', 'R', 'N']).and_then(scan::year);
    let role = if has(&["nulmeting"]) {
        Some(ValueRole::Baseline)
    } else if has(&["signaal", "norm"]) {
        Some(ValueRole::Norm)
    } else if has(&["nederland", "landelijk"]) {
        Some(ValueRole::National)
    } else if has(&["streef", "doelwaarde", "ambitie", "begroting", "begroot", "raming"])
        || (coded.is_some() && code.starts_with('B'))
    {
        Some(ValueRole::Target)
    } else if has(&["realisatie", "rekening", "werkelijk", "peilwaarde"]) || (coded.is_some() && code.starts_with('R')) {
        Some(ValueRole::Actual)
    } else {
        coded.map(|_| ValueRole::Baseline)
    };
    (role, coded.or_else(|| scan::years(label).first().map(|&(year, _)| year)))
}

fn starts_with_role(label: &str) -> bool {
    let label = folded(label);
    ["nulmeting", "streef", "doelwaarde", "realisatie", "peilwaarde", "norm", "signaalwaarde"]
        .iter()
        .any(|word| label.starts_with(word))
}

/// Whether a table measures: by its columns, or by what stands above it.
fn is_of_indicators(grid: &Grid, above: &str, text: &str) -> bool {
    let headed = grid.columns.iter().any(|column| {
        let label = folded(&column.label);
        ["nulmeting", "streefwaarde", "streefcijfer", "peilwaarde", "signaalwaarde"].iter().any(|word| label.starts_with(word))
    });
    let corner = grid.corner.map_or("", |corner| corner.of(text));
    headed || [above, corner].iter().any(|words| folded(words).contains("indicator"))
}

/// The prescribed ratios that nothing else is called after (BBV art. 11).
fn names_ratio(label: &str) -> bool {
    let label = folded(label);
    ["schuldquote", "solvabiliteit", "exploitatieruimte", "belastingcapaciteit"].iter().any(|name| label.contains(name))
}

fn states_euros(label: &str) -> bool {
    label.contains('€') || folded(label).contains("euro")
}

/// Labels that are of money, whatever stands around them.
fn names_money(label: &str) -> bool {
    const MONEY: [&str; 18] = [
        "lasten",
        "baten",
        "uitgaven",
        "inkomsten",
        "reserve",
        "reserves",
        "uitkering",
        "investeringen",
        "schuld",
        "schulden",
        "leningen",
        "passiva",
        "activa",
        "vermogen",
        "balanstotaal",
        "uitzettingen",
        "middelen",
        "vorderingen",
    ];
    words(&folded(label)).any(|word| MONEY.contains(&word.text))
}

fn is_in_euros(cell: &Cell) -> bool {
    matches!(cell, Cell::Amount(amount) if amount.currency)
}

fn number_of(cell: &Cell, text: &str) -> Option<(Decimal, Span)> {
    match cell {
        Cell::Amount(amount) => Some((amount.number, amount.span())),
        Cell::Other(span) => {
            let percentage = scan::percentages(span.of(text)).first().copied()?;
            let is_minus = span.of(text)[..percentage.start].trim_end().ends_with(['-', '−']);
            let value = if is_minus && percentage.value.is_sign_positive() { -percentage.value } else { percentage.value };
            Some((value, span.part(percentage.start, percentage.end)))
        }
    }
}

/// The first number of a line, with its place.
fn first_number(line: &str) -> Option<(Decimal, usize, usize)> {
    let amount = scan::amounts(line)
        .first()
        .copied()
        .filter(|amount| !amount.currency)
        .map(|amount| (amount.number, amount.start, amount.end));
    let percentage = scan::percentages(line).first().map(|found| (found.value, found.start, found.end));
    let number = [amount, percentage].into_iter().flatten().min_by_key(|&(_, start, _)| start)?;
    (line[..number.1].trim().is_empty() || line[..number.1].trim() == "-").then_some(number)
}

/// `Effectindicatoren Bron B2031 R2031`: the header of a table of indicators whose cells are parted by spaces only.
fn header_of(line: &str) -> Option<Vec<ValueColumn>> {
    const LEAST_COLUMNS: usize = 2;
    if !folded(line).contains("indicator") {
        return None;
    }
    let columns: Vec<ValueColumn> = line.split_whitespace().rev().map(said_of).take_while(|said| *said != (None, None)).collect();
    (columns.len() >= LEAST_COLUMNS).then(|| columns.into_iter().rev().collect())
}

/// A row below such a header: a name, perhaps the kind and the source, and as many numbers as there are columns.
fn row_of(line: &str, span: Span, columns: &[ValueColumn]) -> Option<Indicator> {
    let tokens: Vec<(usize, &str)> =
        line.split_whitespace().map(|token| (token.as_ptr() as usize - line.as_ptr() as usize, token)).collect();
    let split = tokens.len().checked_sub(columns.len()).filter(|&split| split > 0)?;
    let (label, cells) = tokens.split_at(split);
    let values: Option<Vec<IndicatorValue>> = cells
        .iter()
        .zip(columns)
        .map(|(&(at, token), &(role, year))| {
            let (value, start, end) = first_number(token)?;
            Some(IndicatorValue { value, year, role, span: span.part(at + start, at + end) })
        })
        .collect();
    // `E` and `P` tell effects from performance; behind them stands the source.
    let mark = label.iter().rposition(|(_, token)| matches!(*token, "E" | "P")).filter(|&at| at > 0);
    let joined = |part: &[(usize, &str)]| part.iter().map(|(_, token)| *token).collect::<Vec<_>>().join(" ");
    let name = joined(&label[..mark.unwrap_or(label.len())]);
    let source = mark.map(|at| joined(&label[at + 1..])).filter(|source| !source.is_empty());
    let unit = unit_in(&name).map(str::to_owned);
    name.starts_with(char::is_alphabetic).then_some(Indicator { name, unit, source, programme: None, values: values?, span })
}

/// `De netto schuldquote blijft onder de signaalwaarde van 90 procent`.
fn ratio_in_sentence(page: &Page<'_>, span: Span, programme: Option<usize>) -> Vec<Indicator> {
    const RATIOS: [&str; 5] =
        ["netto schuldquote", "solvabiliteitsratio", "structurele exploitatieruimte", "belastingcapaciteit", "solvabiliteit"];
    let text = page.words(span);
    let named = super::sentences::sentences(page.text, span).into_iter().filter_map(|sentence| {
        let words = page.words(sentence);
        let (at, length) = RATIOS.iter().find_map(|name| Some((find_words(words, name)?, name.len())))?;
        let found = scan::percentages(words).into_iter().find(|found| found.start > at)?;
        let (role, _) = said_of(&words[at + length..found.start]);
        let year = scan::years(words).first().map(|&(year, _)| year);
        let value = IndicatorValue { value: found.value, year, role, span: sentence.part(found.start, found.end) };
        let name = words[at..at + length].to_owned();
        Some(Indicator {
            name,
            unit: Some("%".to_owned()),
            source: None,
            programme,
            values: vec![value],
            span: sentence.trimmed(page.text),
        })
    });
    // Most blocks name no ratio: they are not cut into sentences.
    if RATIOS.iter().any(|name| find_words(text, name).is_some()) { named.collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::{read::read, source::Source};

    /// Indicators as `name | unit | source | value year role, …`.
    fn check(text: &str, expected: &[&str], figures: usize) {
        let source = Source::from_bytes("a", text.as_bytes());
        let document = read(&source);
        let found: Vec<String> = document
            .indicators
            .iter()
            .map(|indicator| {
                let values: Vec<_> = indicator
                    .values
                    .iter()
                    .map(|value| {
                        let year = value.year.map_or("-".to_owned(), |year| year.to_string());
                        format!("{} {year} {}", value.value, value.role.map_or("-".to_owned(), |role| format!("{role:?}")))
                    })
                    .collect();
                let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
                format!(
                    "{} | {} | {} | {}",
                    indicator.name,
                    or_dash(&indicator.unit),
                    or_dash(&indicator.source),
                    values.join(", ")
                )
            })
            .collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(document.figures.len(), figures, "{text}");
    }

    #[test]
    fn tables_of_indicators() {
        check(
            "Beleidsindicatoren\n\nIndicator | Eenheid | Bron | 2030 | Streefwaarde 2031 | Nederland\nBanen | per 1.000 inwoners | LISA | 612,4 | 618,0 | 792,1\nZitters | % | RIVM | 48,7% | 40% | 49,3%\nInkomen | euro | CBS | 43.200 | 44.100 | 46.800\n",
            &[
                "Banen | per 1.000 inwoners | LISA | 612.4 2030 -, 618 2031 Target, 792.1 - National",
                "Zitters | % | RIVM | 48.7 2030 -, 40 2031 Target, 49.3 - National",
            ],
            3,
        );
        check(
            "Indicatoren\n\nEffectindicatoren E/P Bron B2031 R2031\nMisdrijven per 1.000 inwoners E Zonmonitor 42,3 33,5\nMeldingen P MAAN 260 742\n",
            &[
                "Misdrijven per 1.000 inwoners | per 1.000 inwoners | Zonmonitor | 42.3 2031 Target, 33.5 2031 Actual",
                "Meldingen | - | MAAN | 260 2031 Target, 742 2031 Actual",
            ],
            0,
        );
    }

    #[test]
    fn prescribed_ratios() {
        check(
            "Kengetallen\n\nKengetal\tRekening 2029\tBegroting 2030\tBegroting 2031\nNetto schuldquote\t-20,5\t-9,3\t4,4\nSolvabiliteitsratio\t36%\t33%\t31%\nGrondexploitatie\t-2,4\t-3,0\t-1,8\n",
            &[
                "Netto schuldquote | - | - | -20.5 2029 Actual, -9.3 2030 Target, 4.4 2031 Target",
                "Solvabiliteitsratio | % | - | 36 2029 Actual, 33 2030 Target, 31 2031 Target",
                "Grondexploitatie | - | - | -2.4 2029 Actual, -3 2030 Target, -1.8 2031 Target",
            ],
            0,
        );
        check(
            "Kengetallen\n\nDe netto schuldquote blijft onder de signaalwaarde van 90 procent.",
            &["netto schuldquote | % | - | 90 - Norm"],
            0,
        );
    }

    #[test]
    fn ratios_among_amounts_in_thousands() {
        check(
            "Kerncijfers (bedragen x € 1.000)\n\t2030\t2031\nTotale lasten\t120.000\t125.000\nNetto schuldquote\t45\t47\n",
            &["Netto schuldquote | - | - | 45 2030 -, 47 2031 -"],
            2,
        );
    }

    #[test]
    fn lines_with_a_value() {
        check(
            "Leren lezen\n\nStreefwaarde 2031: 6.350 lessen\nRealisatie 2030: 5.100 lessen\n",
            &["Leren lezen | lessen | - | 6350 2031 Target, 5100 2030 Actual"],
            0,
        );
    }

    #[test]
    fn tables_of_money_are_none() {
        check("Kosten\n\nPost\tRekening 2030\tBegroting 2031\nGrondexploitatie\t12\t13\nWonen\t14\t15\n", &[], 4);
    }
}
