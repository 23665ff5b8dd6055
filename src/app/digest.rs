//! What is worth showing first: key figures, tables as grids, quotes. Plain data out of a [`Document`], nothing drawn.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{
    document::{Code, Document, Figure, MoneyKind, Topic},
    source::Span,
    wording::in_units_of,
};

/// How many bytes of the text a quote shows on each side of the words that it is about.
const BYTES_AROUND: usize = 48;

/// More cards than this are no glance.
const MOST_CARDS: usize = 12;

/// An amount for a card, with every place where it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// The figures that say the same, in the order of the text; never empty.
    pub figures: Vec<usize>,
    /// The percentages that stand with it, grouped by what they say.
    pub shares: Vec<Vec<usize>>,
}

/// The expenditure, income and balance of a document: those outside tables, or else the totals of its cost tables.
pub fn key_figures(document: &Document) -> Vec<KeyFigure> {
    let mut groups = loose_figures(document);
    groups.retain(|group| is_key(&document.figures[group[0]]));
    if groups.is_empty() {
        groups = alike(document, &totals(document));
    }
    groups.truncate(MOST_CARDS);
    groups.into_iter().map(|figures| KeyFigure { shares: shares_of(document, figures[0]), figures }).collect()
}

/// The amounts outside tables; those that say the same are together.
pub fn loose_figures(document: &Document) -> Vec<Vec<usize>> {
    let loose = document.figures.iter().enumerate().filter(|(_, figure)| figure.table.is_none());
    alike(document, &loose.map(|(index, _)| index).collect::<Vec<_>>())
}

/// Puts figures that say the same together, each with its first one in front.
fn alike(document: &Document, indices: &[usize]) -> Vec<Vec<usize>> {
    grouped(indices, |index| {
        let figure = &document.figures[index];
        let year = figure.year.unwrap_or_default();
        format!("{} {} {year} {} {}", figure.kind as u8, figure.euros, figure.printed, figure.row)
    })
}

fn is_key(figure: &Figure) -> bool {
    matches!(figure.kind, MoneyKind::Expenditure | MoneyKind::Income | MoneyKind::Balance)
}

/// The totals for the document's own year; for every year where it has none.
fn totals(document: &Document) -> Vec<usize> {
    let year = document.year.map(|year| year.value);
    let tables = document.tables.iter().filter(|table| table.topic == Topic::Cost);
    let rows = tables.flat_map(|table| &table.rows).filter(|row| row.total);
    let figures = rows.flat_map(|row| &row.figures).copied();
    figures
        .filter(|&index| {
            document.figures.get(index).is_some_and(|figure| is_key(figure) && (year.is_none() || figure.year == year))
        })
        .collect()
}

fn shares_of(document: &Document, figure: usize) -> Vec<Vec<usize>> {
    let row = document.figures[figure].row.as_str();
    let about_it = |about: &Option<String>| about.as_deref() == Some(row);
    let shares: Vec<usize> = percentage_indices(document, |index| about_it(&document.percentages[index].about));
    grouped(&shares, |index| document.percentages[index].value.to_string())
}

/// The percentages that stand on no card, grouped by what they say.
pub fn other_shares(document: &Document, cards: &[KeyFigure]) -> Vec<Vec<usize>> {
    let mut is_on_card = vec![false; document.percentages.len()];
    for &share in cards.iter().flat_map(|card| &card.shares).flatten() {
        is_on_card[share] = true;
    }
    let shares = percentage_indices(document, |index| !is_on_card[index]);
    grouped(&shares, |index| {
        let share = &document.percentages[index];
        format!("{} {}", share.value, share.about.as_deref().unwrap_or_default())
    })
}

fn percentage_indices(document: &Document, which: impl Fn(usize) -> bool) -> Vec<usize> {
    (0..document.percentages.len()).filter(|&index| which(index)).collect()
}

/// Puts what is alike together, in the order of first appearance.
fn grouped(indices: &[usize], key: impl Fn(usize) -> String) -> Vec<Vec<usize>> {
    let mut places = BTreeMap::new();
    let mut groups = Vec::<Vec<usize>>::new();
    for &index in indices {
        let place = *places.entry(key(index)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    groups
}

/// A table as a grid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// Its lines.
    pub rows: Vec<GridRow>,
    /// Whether some figure's column is not known, so that a last column is needed for those.
    pub has_loose: bool,
}

/// A line of a grid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridRow {
    /// For each column of the table the figure in it.
    pub cells: Vec<Option<usize>>,
    /// Figures whose column is not known.
    pub loose: Vec<usize>,
}

/// Puts the figures of a table under its columns.
pub fn grid(document: &Document, table: usize) -> Grid {
    let Some(table) = document.tables.get(table) else { return Grid::default() };
    let rows: Vec<GridRow> = table.rows.iter().map(|row| grid_row(document, &table.columns, &row.figures)).collect();
    Grid { has_loose: rows.iter().any(|row| !row.loose.is_empty()), rows }
}

fn grid_row(document: &Document, columns: &[String], figures: &[usize]) -> GridRow {
    let mut row = GridRow { cells: vec![None; columns.len()], loose: Vec::new() };
    for &index in figures {
        let Some(figure) = document.figures.get(index) else { continue };
        let free = |place: &usize| row.cells[*place].is_none() && Some(&columns[*place]) == figure.column.as_ref();
        match (0..columns.len()).find(free) {
            Some(place) => row.cells[place] = Some(index),
            None => row.loose.push(index),
        }
    }
    row
}

/// The doubts that all figures share, to be said once above them; empty where there are no figures.
pub fn shared_doubts(document: &Document, figures: &[usize]) -> Vec<Code> {
    let mut figures = figures.iter().filter_map(|&index| document.figures.get(index));
    let Some(first) = figures.next() else { return Vec::new() };
    figures.fold(doubts(document, first), |mut shared, figure| {
        let its = doubts(document, figure);
        shared.retain(|code| its.contains(code));
        shared
    })
}

/// The doubts about a figure.
pub fn doubts(document: &Document, figure: &Figure) -> Vec<Code> {
    let problems = figure.problems.iter().filter_map(|&index| document.problems.get(index));
    let codes: Vec<Code> = problems.map(|problem| problem.code).collect();
    Code::ALL.into_iter().filter(|code| codes.contains(code)).collect()
}

/// The number that was printed for a figure: its euros in the unit that it was read in.
pub fn in_its_unit(figure: &Figure) -> Decimal {
    in_units_of(figure.euros, figure.unit.factor)
}

/// Some words of the text with a few around them, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// What stands before them.
    pub before: String,
    /// The words.
    pub words: String,
    /// What follows them.
    pub after: String,
}

/// The words at a span with a few around them; never over the edge of the line.
pub fn quote(text: &str, span: Span) -> Quote {
    let words = span.of(text);
    let range = span.range();
    let before = text.get(..range.start).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default().split('\n').next().unwrap_or_default();
    Quote { before: last_words(before), words: one_line(words), after: first_words(after) }
}

/// The heading that stands before a place, for words that say little by themselves.
pub fn heading_before(document: &Document, place: Span) -> Option<&str> {
    let before = document.outline.partition_point(|entry| entry.span.end <= place.start);
    let heading = &document.outline.get(before.checked_sub(1)?)?;
    Some(heading.title.as_str())
}

/// The start of some text, for where the whole would be too long.
pub fn shortened(text: &str, most_bytes: usize) -> String {
    if text.len() <= most_bytes {
        return one_line(text);
    }
    let end = text.floor_char_boundary(most_bytes);
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", one_line(text[..cut].trim_end()))
}

fn last_words(text: &str) -> String {
    if text.len() <= BYTES_AROUND {
        return text.trim_start().to_owned();
    }
    let start = text.ceil_char_boundary(text.len() - BYTES_AROUND);
    let cut = text[start..].find(' ').map_or(start, |space| start + space + 1);
    format!("…{}", &text[cut..])
}

fn first_words(text: &str) -> String {
    if text.len() <= BYTES_AROUND {
        return text.trim_end().to_owned();
    }
    let end = text.floor_char_boundary(BYTES_AROUND);
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", &text[..cut])
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{OutlineEntry, Percentage, Problem, Row, Table, Unit};

    const EUROS: Unit = Unit { factor: 1, stated: true, chosen: false, span: None };

    fn figure(row: &str, kind: MoneyKind, euros: i64) -> Figure {
        Figure { row: row.to_owned(), kind, printed: euros.to_string(), euros: Decimal::from(euros), ..Figure::example() }
    }

    fn share(about: &str, value: i64) -> Percentage {
        Percentage {
            printed: format!("{value}%"),
            value: Decimal::from(value),
            about: Some(about.to_owned()),
            programme: None,
            span: Span::default(),
        }
    }

    fn table(columns: &[&str], rows: Vec<Row>, topic: Topic) -> Table {
        Table {
            number: None,
            caption: None,
            topic,
            unit: EUROS,
            columns: columns.iter().map(ToString::to_string).collect(),
            headers: Vec::new(),
            rows,
            page: None,
            span: Span::default(),
        }
    }

    #[test]
    fn a_block_that_stands_twice_gives_one_card_with_both_places() {
        let document = Document {
            figures: vec![
                figure("Uitgaven", MoneyKind::Expenditure, 12),
                figure("Inkomsten", MoneyKind::Income, 5),
                figure("Uitgaven", MoneyKind::Expenditure, 12),
            ],
            percentages: vec![share("Uitgaven", 35), share("Uitgaven", 35), share("Huur", 4)],
            ..Document::default()
        };
        let cards = key_figures(&document);
        assert_eq!(cards.len(), 2);
        assert_eq!((&cards[0].figures, &cards[0].shares), (&vec![0, 2], &vec![vec![0, 1]]));
        assert_eq!(other_shares(&document, &cards), [vec![2]]);
    }

    #[test]
    fn without_loose_amounts_the_totals_of_cost_tables_are_the_key_figures() {
        let in_table = |kind, euros| Figure { table: Some(0), ..figure("Totaal", kind, euros) };
        let rows = vec![
            Row { label: "Sport".to_owned(), total: false, figures: vec![0], ..Row::default() },
            Row { label: "Totaal".to_owned(), total: true, figures: vec![1, 2], ..Row::default() },
        ];
        let document = Document {
            figures: vec![
                in_table(MoneyKind::Expenditure, 1),
                in_table(MoneyKind::Expenditure, 2),
                in_table(MoneyKind::Other, 3),
            ],
            tables: vec![table(&[], rows, Topic::Cost)],
            ..Document::default()
        };
        let cards = key_figures(&document);
        assert_eq!(cards.iter().map(|card| card.figures.clone()).collect::<Vec<_>>(), [vec![1]]);
    }

    #[test]
    fn figures_stand_under_their_columns_and_the_others_apart() {
        let under =
            |column: Option<&str>| Figure { column: column.map(ToOwned::to_owned), ..figure("Sport", MoneyKind::Other, 1) };
        let rows = vec![Row { label: "Sport".to_owned(), total: false, figures: vec![0, 1, 2], ..Row::default() }];
        let document = Document {
            figures: vec![under(Some("2021")), under(Some("2020")), under(None)],
            tables: vec![table(&["2020", "2021"], rows, Topic::Other)],
            ..Document::default()
        };
        let grid = grid(&document, 0);
        assert!(grid.has_loose);
        assert_eq!(grid.rows[0], GridRow { cells: vec![Some(1), Some(0)], loose: vec![2] });
    }

    #[test]
    fn only_a_doubt_about_all_figures_is_shared() {
        let doubted = |problems: &[usize]| Figure { problems: problems.to_vec(), ..figure("a", MoneyKind::Other, 1) };
        let problem = |code| Problem { code, span: Span::default() };
        let document = Document {
            figures: vec![doubted(&[0, 1]), doubted(&[0])],
            problems: vec![problem(Code::UnitAssumed), problem(Code::ColumnUnknown)],
            ..Document::default()
        };
        assert_eq!(shared_doubts(&document, &[0, 1]), [Code::UnitAssumed]);
        assert_eq!(shared_doubts(&document, &[0]), [Code::UnitAssumed, Code::ColumnUnknown]);
        assert!(shared_doubts(&document, &[]).is_empty());
    }

    #[test]
    fn the_printed_number_comes_back_from_the_euros() {
        let thousands = Figure { unit: Unit { factor: 1_000, ..EUROS }, ..figure("a", MoneyKind::Other, -39_884_000) };
        assert_eq!(in_its_unit(&thousands), Decimal::from(-39_884));
    }

    #[test]
    fn a_place_is_known_by_the_heading_before_it() {
        let heading = |title: &str, start| OutlineEntry {
            level: 2,
            number: None,
            title: title.to_owned(),
            page: None,
            span: Span::new(start, start + 4),
        };
        let document = Document { outline: vec![heading("Zorg", 0), heading("Werk", 10)], ..Document::default() };
        assert_eq!(heading_before(&document, Span::new(10, 14)), Some("Zorg"));
        assert_eq!(heading_before(&document, Span::new(20, 24)), Some("Werk"));
        assert_eq!(heading_before(&document, Span::new(0, 4)), None);
    }

    #[test]
    fn a_quote_stays_on_its_line() {
        let text = "kop\nwij werken met De Linde samen\nslot";
        let start = text.find("De Linde").unwrap_or_default();
        let quoted = quote(text, Span::new(start, start + 8));
        let expected = ("wij werken met ", "De Linde", " samen");
        assert_eq!((quoted.before.as_str(), quoted.words.as_str(), quoted.after.as_str()), expected);
    }

    #[test]
    fn a_long_line_is_cut_between_words() {
        let text = format!("{} De Linde {}", "één woord ".repeat(20), "nog één ".repeat(20));
        let start = text.find("De Linde").unwrap_or_default();
        let quoted = quote(&text, Span::new(start, start + 8));
        assert!(quoted.before.starts_with('…') && quoted.after.ends_with('…'));
        assert!(quoted.before.len() <= BYTES_AROUND + 3 && quoted.after.len() <= BYTES_AROUND + 3);
        assert_eq!(shortened("Meer werk\nin de stad", 12), "Meer…");
    }
}
