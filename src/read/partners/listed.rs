//! Lists under a heading that speaks of affiliated parties (BBV art. 15).
//!
//! Such a list is printed as bullets, as a table, as a cell a line, as records (`Naam: …`), as headings with text below
//! them, in a sentence, or as the deeper lines of a site map.

use super::{
    entries::{
        Entry, entry, first_cell, first_of_spaced_cells, has_separators, is_name_with_legal_form, is_numbered, without_numbering,
        without_purpose,
    },
    kinds,
    names::{self, Name},
    regions::Regions,
    sections::{ends_section, header_of, introduces, is_map_line, is_row_of_words, opens_section, record_name},
};
use crate::{
    blocks::{Block, Form, Grid},
    read::{municipality, page::Page, sentences::unwrapped},
    scan::words::folded,
    source::Span,
};

/// Every name in those lists.
pub(super) fn affiliated(page: &Page<'_>, regions: &Regions) -> Vec<Name> {
    let mut reader = Reader { page, regions, found: Vec::new(), section: None };
    for (at, block) in page.blocks.iter().enumerate() {
        reader.block(at, block);
    }
    reader.close();
    reader.found
}

/// Blocks since the last name after which only names count that tell their kind: cells of wide tables stand far apart.
const MOST_IDLE_OF_PLAIN_NAMES: usize = 60;

/// What is known of the section that is being read.
#[derive(Default)]
struct Section {
    /// The indent of the site map's line that opened it.
    indent: Option<usize>,
    /// Whether it speaks of affiliated parties; a list of joint arrangements alone must tell so by its names.
    by_name: bool,
    /// Whether a short line among the parties stood since: what text says behind it is told of one of them.
    among_parties: bool,
    /// Whether a legal form is the last line that was no name.
    below_form: bool,
    /// Blocks since the heading, or since the last name.
    idle: usize,
    /// Headings above running text in a row that named no party.
    strangers: usize,
    /// The header of its table.
    header: Columns,
    /// Lines in a row that may be names, until it is known whether they are.
    run: Vec<(Name, bool)>,
}

/// The header of a table of parties.
#[derive(Default)]
struct Columns {
    /// Its cells, where the first one asks for a name.
    count: usize,
    /// Cells since.
    cells: usize,
    /// Whether the last line was one of it.
    goes_on: bool,
    /// Whether it names a column of words beside the names.
    tells_purpose: bool,
}

struct Reader<'a> {
    page: &'a Page<'a>,
    regions: &'a Regions,
    found: Vec<Name>,
    section: Option<Section>,
}

impl Reader<'_> {
    fn block(&mut self, at: usize, block: &Block) {
        const MOST_IDLE: usize = 200;
        if let Some(section) = &mut self.section {
            section.idle += 1;
            if section.idle > MOST_IDLE {
                self.close();
            }
        }
        match &block.form {
            Form::Furniture => {}
            form if !matches!(form, Form::Table(_)) && (self.record(block.span) || self.listed_behind_label(block.span)) => {}
            Form::Heading => self.heading(at, block.span),
            Form::Item(item) => self.item(item.text, item.indent),
            Form::Paragraph => self.paragraph(block.span),
            Form::Table(grid) => self.table(grid),
            Form::Labelled(labelled) => self.row(labelled.label),
            Form::KeyFigure(figure) => self.row(figure.label),
        }
    }

    /// Opens a section where a line is the heading of one.
    fn opens(&mut self, span: Span, indent: Option<usize>) -> bool {
        let Some(by_name) = opens_section(self.page.words(span)) else { return false };
        self.close();
        self.section = Some(Section { indent, by_name, ..Section::default() });
        true
    }

    fn close(&mut self) {
        self.end_run();
        self.section = None;
    }

    fn heading(&mut self, at: usize, span: Span) {
        let line = self.page.words(span);
        if self.section.is_some() && kinds::is_form_alone(line) {
            self.end_run();
            self.note_header(line);
            self.below_form();
            return;
        }
        if self.opens(span, None) {
            return;
        }
        if self.section.as_ref().is_some_and(|section| section.indent.is_some()) || ends_section(line) {
            self.close();
        }
        if self.section.is_none() || self.note_header(line) {
            return;
        }
        let text = self.text_below(at);
        self.short_line(span, text);
    }

    /// A legal form heads the parties that have it.
    fn below_form(&mut self) {
        if let Some(section) = &mut self.section {
            section.below_form = section.by_name;
        }
    }

    /// The running text right below a heading.
    fn text_below(&self, at: usize) -> Option<Span> {
        const LEAST_BYTES_OF_TEXT: usize = 120;
        let next = self.page.after(at).next()?;
        (next.form == Form::Paragraph && next.span.len() >= LEAST_BYTES_OF_TEXT).then_some(next.span)
    }

    /// A line of its own: a name with its number, a cell, or a heading above text.
    fn short_line(&mut self, span: Span, text: Option<Span>) {
        let entry = entry(self.page, span);
        let numbered = is_numbered(self.page.words(span));
        let Some(section) = &mut self.section else { return };
        let in_first_column = section.header.count > 1 && section.header.cells.is_multiple_of(section.header.count);
        section.header.cells += 1;
        section.among_parties = true;
        let Some(entry) = entry else { return self.stranger(text) };
        let is_told = text.is_some_and(|text| entry.is_name && self.page.words(text).contains(self.page.words(entry.name.span)));
        let is_near = section.idle <= MOST_IDLE_OF_PLAIN_NAMES;
        if entry.is_strong || (is_near && entry.is_name && (numbered || in_first_column || is_told)) {
            self.take(entry.name, true);
        } else if is_near && entry.is_name && text.is_none() && section.header.count < 2 {
            let sure = section.below_form;
            self.run_on(entry.name, sure);
        } else {
            self.stranger(text);
        }
        if text.is_some() {
            self.end_run();
        }
    }

    /// A line that is no party. Two headings above text that name none end the section.
    fn stranger(&mut self, text: Option<Span>) {
        const MOST_STRANGERS: usize = 2;
        self.end_run();
        let Some(section) = &mut self.section else { return };
        section.below_form = false;
        section.strangers += usize::from(text.is_some());
        if section.strangers >= MOST_STRANGERS {
            self.section = None;
        }
    }

    fn item(&mut self, span: Span, indent: usize) {
        let line = self.page.words(span);
        let first = line.lines().next().unwrap_or_default();
        let deeper = |section: &Section| section.indent.is_none_or(|outer| indent > outer);
        if self.section.as_ref().is_some_and(|section| !deeper(section)) {
            self.close();
        }
        if self.section.is_some() && (kinds::is_form_alone(first) || self.note_header(first)) {
            return self.end_run();
        }
        if is_map_line(first) && self.opens(span, Some(indent)) {
            return;
        }
        let by_name = |section: &Section| section.by_name && section.idle <= MOST_IDLE_OF_PLAIN_NAMES;
        let Some(by_name) = self.section.as_ref().map(by_name) else { return };
        if let Some(entry) = entry(self.page, span).filter(|entry| entry.is_strong || entry.is_name) {
            if by_name || entry.is_strong { self.take(entry.name, entry.is_strong) } else { self.run_on(entry.name, false) }
        }
    }

    /// `Verbonden partijen: A, B` on one line.
    fn listed_behind_label(&mut self, span: Span) -> bool {
        let words = self.page.words(span);
        let lists = words.lines().filter_map(|line| {
            let (label, list) = line.split_once(": ")?;
            let label = folded(without_numbering(label));
            (matches!(label.as_str(), "verbonden partijen" | "verbonden partij") && list.contains(char::is_uppercase))
                .then_some(list)
        });
        let lists: Vec<Span> = lists.map(|list| span.inside(words, list)).collect();
        for &list in &lists {
            let names = names::names(self.page.text, list, self.regions);
            self.found.extend(names.into_iter().filter(|name| !kinds::is_no_partner(self.page.words(name.span))));
        }
        !lists.is_empty() && words.lines().count() == lists.len()
    }

    /// The name of a record.
    fn record(&mut self, span: Span) -> bool {
        let words = self.page.words(span);
        let Some(name) = self.section.is_some().then(|| words.lines().find_map(record_name)).flatten() else { return false };
        if let Some(entry) = entry(self.page, span.inside(words, name)) {
            self.take(entry.name, true);
            self.end_run();
        }
        true
    }

    /// A heading that is underlined, or that the unit stands below.
    fn opens_with_first_line(&mut self, span: Span) -> bool {
        const MOST_BYTES: usize = 120;
        let words = self.page.words(span);
        let first = words.lines().next().unwrap_or_default();
        let is_heading = words.len() <= MOST_BYTES && !first.ends_with('.');
        is_heading && self.opens(span.part(0, first.trim_end().len()), None)
    }

    fn paragraph(&mut self, span: Span) {
        let words = self.page.words(span);
        if self.opens_with_first_line(span) || self.section.is_none() {
            return;
        }
        if ends_section(words.lines().next().unwrap_or_default()) {
            return self.close();
        }
        if let Some(cell) = first_of_spaced_cells(words) {
            return self.row(span.inside(words, cell));
        }
        if is_name_with_legal_form(words) {
            return self.short_line(span, None);
        }
        if words.lines().next().is_some_and(kinds::is_form_alone) {
            self.end_run();
        } else if is_row_of_words(words) {
            self.lines_of_rows(span);
        } else if self.section.as_ref().is_some_and(|section| !section.among_parties) {
            self.end_run();
            self.sentences(span);
        }
    }

    /// Lines that are names one by one, printed without blank lines between them.
    fn lines_of_rows(&mut self, span: Span) {
        let words = self.page.words(span);
        let is_wrapped = words.lines().any(|line| line.trim_start().starts_with('('));
        for line in words.lines().filter(|_| !is_wrapped) {
            self.short_line(span.inside(words, line.trim()), None);
        }
    }

    /// In running text a list of names counts where it is said to be one, and elsewhere what tells its kind.
    fn sentences(&mut self, span: Span) {
        for sentence in unwrapped(self.page.text, span) {
            let names = names::names(self.page.text, sentence, self.regions);
            let mut at = 0;
            while at < names.len() {
                let joined = |pair: &[Name]| names::joins(&self.page.text[pair[0].outer_end()..pair[1].span.range().start]);
                let end = at + 1 + names[at..].windows(2).take_while(|pair| joined(pair)).count();
                self.list(sentence, &names[at..end]);
                at = end;
            }
        }
    }

    fn list(&mut self, sentence: Span, list: &[Name]) {
        let Some(first) = list.first() else { return };
        let is_strong = |name: &Name| kinds::is_strong(self.page.words(name.span));
        let before = &self.page.text[sentence.range().start..first.span.range().start];
        let is_list = list.iter().any(is_strong) && introduces(before);
        let taken = list.iter().filter(|name| {
            let words = self.page.words(name.span);
            let sure = is_list || is_strong(name) || name.abbreviation.is_some();
            let refused = kinds::is_no_partner(words)
                || name.abbreviation.is_some_and(|short| kinds::is_no_partner(self.page.words(short)));
            sure && !refused && !municipality::is_known(words)
        });
        self.found.extend(taken.copied());
    }

    fn table(&mut self, grid: &Grid) {
        let header = grid.corner.into_iter().chain(grid.caption).map(|span| self.page.words(span));
        if self.section.is_none() && header.clone().any(|label| folded(label).contains("verbonden partij")) {
            self.section = Some(Section { by_name: true, ..Section::default() });
        }
        let columns = grid.columns.iter().map(|column| column.label.as_str());
        let asks_name = header.chain(columns).any(|label| self.note_header(label));
        let Some(section) = &self.section else { return };
        let asks_name = asks_name || section.header.count > 0;
        let rows: Vec<Entry> = grid.rows.iter().filter_map(|row| self.entry_of_row(&row.label)).collect();
        let tells = asks_name || rows.iter().any(|entry| entry.is_strong);
        let taken = rows.into_iter().filter(|entry| tells && (entry.is_strong || entry.is_name));
        let names: Vec<Name> = taken.map(|entry| entry.name).collect();
        names.into_iter().for_each(|name| self.take(name, true));
        self.end_run();
    }

    /// The first cell of a row; where cells are run together, what stands before the purpose.
    fn entry_of_row(&self, label: &[Span]) -> Option<Entry> {
        let first = first_cell(self.page, *label.first()?);
        let tells_purpose = self.section.as_ref().is_some_and(|section| section.header.tells_purpose);
        let is_run_together = tells_purpose && label.len() == 1 && !has_separators(self.page, first);
        let span = if is_run_together { without_purpose(self.page, first) } else { first };
        entry(self.page, span)
    }

    /// A label with an amount on one line.
    fn row(&mut self, label: Span) {
        let Some(asks_name) = self.section.as_ref().map(|section| section.header.count > 0) else { return };
        if let Some(entry) = self.entry_of_row(&[label]).filter(|entry| entry.is_strong || (asks_name && entry.is_name)) {
            self.take(entry.name, entry.is_strong);
        }
    }

    /// Counts the cells of a table's header; tells whether the line belongs to one.
    fn note_header(&mut self, line: &str) -> bool {
        let Some(section) = &mut self.section else { return false };
        let header = header_of(line);
        let went_on = std::mem::replace(&mut section.header.goes_on, header.is_some());
        let Some(header) = header else { return false };
        if !went_on {
            section.header = Columns { goes_on: true, ..Columns::default() };
        }
        section.header.count += usize::from(header.asks_name || section.header.count > 0);
        section.header.tells_purpose |= header.tells_purpose;
        true
    }

    /// A name that is sure; those that stand in one run with it are sure too.
    fn take(&mut self, name: Name, is_strong: bool) {
        if let Some(section) = &mut self.section {
            section.strangers = 0;
            section.idle = 0;
            section.run.push((name, true));
        }
        if !is_strong {
            self.end_run();
        }
    }

    fn run_on(&mut self, name: Name, sure: bool) {
        if let Some(section) = &mut self.section {
            section.run.push((name, sure));
        }
    }

    /// The names of a run count where one of them is sure.
    fn end_run(&mut self) {
        let Some(section) = &mut self.section else { return };
        let run = std::mem::take(&mut section.run);
        let any_sure = run.iter().any(|(_, sure)| *sure);
        self.found.extend(run.into_iter().filter(|_| any_sure).map(|(name, _)| name));
    }
}
