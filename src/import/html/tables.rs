//! Which tables of a page hold data, what is left out of a page, and the rows of a table as lines.

use std::borrow::Cow;

use super::tree::{Id, ROOT, Step, Tree};
use crate::import::{MOST_BYTES, Refusal};

/// Wider than this is no table that people read.
const MOST_COLUMNS: usize = 100;

/// A page says how many rows a cell stands in; browsers believe it up to here.
const MOST_ROWS_SPANNED: usize = 65_534;

/// Longer words are no label that holds for several cells.
const LONGEST_LABEL_BYTES: usize = 160;

/// What an element is for, by its name or by its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Table,
    Row,
    /// A cell above or before others.
    Header,
    Cell,
}

fn part(tree: &Tree, id: Id) -> Option<Part> {
    match (tree.name(id), tree.attribute(id, "role")) {
        ("table", "presentation" | "none") => None,
        ("table", _) | (_, "table" | "grid" | "treegrid") => Some(Part::Table),
        ("tr", _) | (_, "row") => Some(Part::Row),
        ("th", _) | (_, "columnheader" | "rowheader") => Some(Part::Header),
        ("td", _) | (_, "cell" | "gridcell") => Some(Part::Cell),
        _ => None,
    }
}

/// What is to be known about all elements before one is written.
pub(super) struct Tables {
    /// Tables that hold other tables: they put parts of the page beside each other.
    holds_table: Vec<bool>,
    is_table: Vec<bool>,
    /// Elements with a table or the main heading in them: they are never left out.
    holds_content: Vec<bool>,
}

impl Tables {
    /// Looks through a page.
    pub(super) fn of(tree: &Tree) -> Self {
        let no = vec![false; tree.len()];
        let mut found = Self { holds_table: no.clone(), is_table: no.clone(), holds_content: no };
        let elements = tree.walk(ROOT).filter_map(|step| if let Step::Enter(id) = step { Some(id) } else { None });
        for id in elements {
            if part(tree, id) == Some(Part::Table) {
                found.is_table[id] = true;
                mark_above(tree, id, &mut found.holds_table);
                mark_above(tree, id, &mut found.holds_content);
            } else if tree.name(id) == "h1" {
                mark_above(tree, id, &mut found.holds_content);
            }
        }
        found
    }

    /// Whether an element is a table with rows of data.
    pub(super) fn is_data(&self, id: Id) -> bool {
        self.is_table[id] && !self.holds_table[id]
    }

    /// Whether an element is none of what the page says.
    pub(super) fn is_left_out(&self, tree: &Tree, id: Id) -> bool {
        const NEVER_WORDS: [&str; 17] = [
            "head", "script", "style", "noscript", "template", "iframe", "object", "embed", "audio", "video", "canvas", "map",
            "select", "datalist", "textarea", "progress", "meter",
        ];
        let name = tree.name(id);
        NEVER_WORDS.contains(&name)
            || tree.is_foreign(id)
            || name == "button" && !is_heading_button(tree, id)
            || is_around_the_page(tree, id) && !self.holds_content[id]
    }
}

/// Marks all elements around one, up to the first that is marked already.
fn mark_above(tree: &Tree, id: Id, marks: &mut [bool]) {
    let mut above = tree.parent(id);
    while let Some(id) = above.filter(|&id| !marks[id]) {
        marks[id] = true;
        above = tree.parent(id);
    }
}

/// The headings of parts that fold are buttons.
fn is_heading_button(tree: &Tree, id: Id) -> bool {
    let around = tree.parent(id).map_or("", |parent| tree.name(parent));
    !tree.attribute(id, "aria-expanded").is_empty() || matches!(around, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary")
}

/// Menus, footers and the like: the same on every page of a site.
fn is_around_the_page(tree: &Tree, id: Id) -> bool {
    const NAMES: [&str; 13] = [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "footer",
        "sitefooter",
        "cookie",
        "cookies",
        "cookiebar",
        "cookie-banner",
        "skip-link",
    ];
    let is_named = |words: &str| words.split_ascii_whitespace().any(|word| NAMES.contains(&word.to_ascii_lowercase().as_str()));
    let name = tree.name(id);
    matches!(name, "nav" | "footer" | "dialog")
        || matches!(tree.attribute(id, "role"), "navigation" | "search" | "contentinfo" | "menu" | "menubar" | "dialog")
        || matches!(name, "div" | "ul" | "ol" | "p" | "section" | "aside" | "header" | "table")
            && (is_named(tree.attribute(id, "class")) || is_named(tree.attribute(id, "id")))
}

/// A row of a table as the page gives it.
#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
    is_head: bool,
}

struct Cell {
    text: String,
    columns: usize,
    rows: usize,
    is_header: bool,
}

impl Row {
    fn width(&self) -> usize {
        self.cells.iter().map(|cell| cell.columns).sum::<usize>().min(MOST_COLUMNS)
    }

    fn spans_columns(&self) -> bool {
        self.cells.len() > 1 && self.cells.iter().any(|cell| cell.columns > 1)
    }

    /// Whether every cell is a header; a row's own header stands before cells that are none.
    fn is_of_headers(&self) -> bool {
        self.cells.len() > 1 && self.cells.iter().all(|cell| cell.is_header)
    }

    /// Whether it is one cell across the whole table.
    fn is_title(&self, width: usize) -> bool {
        matches!(&self.cells[..], [cell] if cell.columns >= width)
    }

    /// Whether a cell holds a number that is no year.
    fn holds_value(&self) -> bool {
        let is_year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
        let is_value = |text: &str| {
            text.trim_start_matches(['€', '-', '−', '(', ' ', '\u{a0}']).starts_with(|first: char| first.is_ascii_digit())
        };
        self.cells.iter().any(|cell| is_value(&cell.text) && !is_year(&cell.text))
    }
}

/// A row's cell that goes on in the rows below it.
#[derive(Clone, Default)]
struct Spanning {
    rows: usize,
    text: String,
}

/// The rows of a table, with a tab between the cells: the caption first. Every cell has its place: an empty one too, and
/// one that spans several.
pub(super) fn row_lines(
    tree: &Tree,
    table: Id,
    cell_text: &dyn Fn(Id) -> Result<String, Refusal>,
) -> Result<Vec<String>, Refusal> {
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    let mut in_head = false;
    let mut steps = tree.walk(table);
    while let Some(step) = steps.next() {
        match step {
            Step::Enter(id) if tree.name(id) == "caption" => {
                lines.push(cell_text(id)?);
                steps.skip_content(id);
            }
            Step::Enter(id) => match part(tree, id) {
                Some(Part::Row) => rows.push(Row { cells: Vec::new(), is_head: in_head }),
                Some(Part::Header | Part::Cell) => {
                    let cell = cell(tree, id, cell_text(id)?);
                    match rows.last_mut() {
                        Some(row) => row.cells.push(cell),
                        None => rows.push(Row { cells: vec![cell], is_head: in_head }),
                    }
                    steps.skip_content(id);
                }
                _ => in_head |= tree.name(id) == "thead",
            },
            Step::Leave(id) => in_head &= tree.name(id) != "thead",
        }
    }
    lay_out(&rows, &mut lines)?;
    Ok(lines)
}

fn cell(tree: &Tree, id: Id, text: String) -> Cell {
    let span = |name: &str, most: usize| tree.attribute(id, name).trim().parse().unwrap_or(1_usize).clamp(1, most);
    Cell {
        text,
        columns: span("colspan", MOST_COLUMNS),
        rows: span("rowspan", MOST_ROWS_SPANNED),
        is_header: part(tree, id) == Some(Part::Header),
    }
}

/// Gives each cell its place, and joins the rows of the header to one.
fn lay_out(rows: &[Row], lines: &mut Vec<String>) -> Result<(), Refusal> {
    let width = rows.iter().map(Row::width).max().unwrap_or_default();
    let mut spanning = vec![Spanning::default(); width];
    let mut columns = Vec::new();
    let mut bytes = 0;
    let (head, data) = rows.split_at(rows_of_head(rows, width));
    for row in head {
        let cells = placed(row, true, width, &mut spanning);
        if row.is_title(width) { lines.push(line(&cells)) } else { add_to_columns(&mut columns, &cells) }
    }
    if !columns.is_empty() {
        lines.push(line(&columns));
    }
    for row in data {
        let line = line(&placed(row, false, width, &mut spanning));
        bytes += line.len() as u64;
        if bytes > MOST_BYTES {
            return Err(Refusal::TooLarge);
        }
        lines.push(line);
    }
    Ok(())
}

/// How many rows stand above the data: those that the page says are a header, titles, those with cells over several
/// columns, and the names right below such a row.
fn rows_of_head(rows: &[Row], width: usize) -> usize {
    let mut count = 0;
    let mut is_below_groups = false;
    let mut only_titles = true;
    for row in rows {
        // Below the names of the columns a cell across the table is a label of the rows that follow.
        let is_title = only_titles && row.is_title(width);
        if !(row.is_head || row.is_of_headers() || is_title || !row.holds_value() && (row.spans_columns() || is_below_groups)) {
            break;
        }
        is_below_groups = row.spans_columns();
        only_titles &= row.is_title(width);
        count += 1;
    }
    // Titles alone are no header.
    if only_titles { 0 } else { count }
}

/// Puts the names of a header row below those of the rows above it.
fn add_to_columns(columns: &mut Vec<Cow<'_, str>>, cells: &[Cow<'_, str>]) {
    columns.resize(columns.len().max(cells.len()), Cow::default());
    for (column, cell) in columns.iter_mut().zip(cells) {
        if column.is_empty() {
            *column = Cow::Owned(cell.to_string());
        } else if !cell.is_empty() && column != cell {
            column.to_mut().push(' ');
            column.to_mut().push_str(cell);
        }
    }
}

/// The words in each column of a row.
fn placed<'a>(row: &'a Row, is_head: bool, width: usize, spanning: &mut [Spanning]) -> Vec<Cow<'a, str>> {
    let mut cells = Vec::new();
    for cell in &row.cells {
        from_above(spanning, &mut cells);
        let is_label = is_label(&cell.text);
        for place in 0..cell.columns {
            // A header of several columns stands above each of them; a title of the whole table stands there once.
            let is_repeated = place == 0 || is_head && is_label && cell.columns < width;
            let is_repeated_below = !is_head && place == 0 && is_label && cell.text.starts_with(char::is_alphabetic);
            if let Some(below) = spanning.get_mut(cells.len()) {
                let text = if is_repeated_below { cell.text.clone() } else { String::new() };
                *below = Spanning { rows: cell.rows - 1, text };
            }
            cells.push(if is_repeated { cell.text.as_str().into() } else { "".into() });
        }
    }
    while spanning.get(cells.len()..).unwrap_or_default().iter().any(|above| above.rows > 0) {
        let count = cells.len();
        from_above(spanning, &mut cells);
        if cells.len() == count {
            cells.push("".into());
        }
    }
    cells
}

/// The columns from here on that a cell of a row above still stands in.
fn from_above(spanning: &mut [Spanning], cells: &mut Vec<Cow<'_, str>>) {
    while let Some(above) = spanning.get_mut(cells.len()).filter(|above| above.rows > 0) {
        above.rows -= 1;
        cells.push(above.text.clone().into());
    }
}

fn is_label(text: &str) -> bool {
    text.len() <= LONGEST_LABEL_BYTES
}

/// The cells with tabs between them; a label by itself is a line without any.
fn line(cells: &[Cow<'_, str>]) -> String {
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    match (filled, cells.first()) {
        (0, _) => String::new(),
        (1, Some(first)) if !first.is_empty() => first.to_string(),
        _ => cells.join("\t"),
    }
}
