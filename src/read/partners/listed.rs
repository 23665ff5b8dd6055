//! Lists under a heading that speaks of affiliated parties (BBV art. 15).
//!
//! Such a list is printed as bullets, as a table, as a cell a line, as records (`Naam: …`), as headings with text below
//! them, in a sentence, or as the deeper lines of a site map.

use super::{
    abbreviation::is_abbreviation,
    kinds,
    names::{self, Name},
    regions::Regions,
};
use crate::{
    blocks::{Block, Form, Grid},
    read::{
        heading::{Asks, asks},
        municipality,
        page::Page,
        sentences::unwrapped,
    },
    scan::words::{Word, folded, is_space, just_before, just_behind, words},
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
    /// Cells of the table's header, where its first one asks for a name, and cells since.
    columns: usize,
    cells: usize,
    in_header: bool,
    /// Whether the header names a column of words beside the names.
    tells_purpose: bool,
    /// Lines in a row that may be names, until it is known whether they are.
    run: Vec<(Name, bool)>,
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
        let in_first_column = section.columns > 1 && section.cells % section.columns == 0;
        section.cells += 1;
        section.among_parties = true;
        let Some(entry) = entry else { return self.stranger(text) };
        let is_told = text.is_some_and(|text| entry.is_name && self.page.words(text).contains(self.page.words(entry.name.span)));
        let is_near = section.idle <= MOST_IDLE_OF_PLAIN_NAMES;
        if entry.is_strong || (is_near && entry.is_name && (numbered || in_first_column || is_told)) {
            self.take(entry.name, true);
        } else if is_near && entry.is_name && text.is_none() && section.columns < 2 {
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
        let is_heading = first.len() < words.len() && words.len() <= MOST_BYTES && !first.ends_with('.');
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
        if words.lines().next().is_some_and(|line| kinds::is_form_alone(line)) {
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
        let asks_name = asks_name || section.columns > 0;
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
        let tells_purpose = self.section.as_ref().is_some_and(|section| section.tells_purpose);
        let is_run_together = tells_purpose && label.len() == 1 && !has_separators(self.page, first);
        let span = if is_run_together { without_purpose(self.page, first) } else { first };
        entry(self.page, span)
    }

    /// A label with an amount on one line.
    fn row(&mut self, label: Span) {
        let Some(asks_name) = self.section.as_ref().map(|section| section.columns > 0) else { return };
        if let Some(entry) = self.entry_of_row(&[label]).filter(|entry| entry.is_strong || (asks_name && entry.is_name)) {
            self.take(entry.name, entry.is_strong);
        }
    }

    /// Counts the cells of a table's header; tells whether the line belongs to one.
    fn note_header(&mut self, line: &str) -> bool {
        let Some(section) = &mut self.section else { return false };
        let header = header_of(line);
        let was_in_header = std::mem::replace(&mut section.in_header, header.is_some());
        let Some(header) = header else { return false };
        if !was_in_header {
            (section.columns, section.cells, section.tells_purpose) = (0, 0, false);
        }
        if header.asks_name || section.columns > 0 {
            section.columns += 1;
        }
        section.tells_purpose |= header.tells_purpose;
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

/// A line that may name a party.
struct Entry {
    name: Name,
    /// It tells its kind, or has an abbreviation.
    is_strong: bool,
    /// Its words have capitals, as names do.
    is_name: bool,
}

/// A line is a name, with what stands behind it cut off: brackets, a dash, a colon.
fn entry(page: &Page<'_>, span: Span) -> Option<Entry> {
    let words_of_line = page.words(span);
    let line = without_numbering(words_of_line.lines().next().unwrap_or_default());
    let span = span.inside(words_of_line, line);
    let end = name_end(line);
    let name =
        line[..end].trim_end_matches(|character: char| is_space(character) || matches!(character, '*' | ',' | ';' | '.' | '|'));
    let name = with_final_stop(line, name);
    let name = without_article(name);
    let abbreviation = abbreviation_behind(&line[end..]).map(|short| span.inside(line, short));
    if !may_be_name(name) || is_told_of_party(name) || kinds::is_no_partner(name) || opens_sentence(line) {
        return None;
    }
    let is_name = is_written_as_name(name);
    let is_marked = is_name && words(name).any(|word| names::is_marked(word.text));
    let is_kind = kinds::is_strong(name) && has_capital(name);
    let is_strong = is_kind || is_marked || (abbreviation.is_some() && has_capital(name) && !is_role(name));
    Some(Entry { name: Name { span: span.inside(line, name), abbreviation }, is_strong, is_name: is_name && !name.contains(',') })
}

/// Whether words are few enough for a name, and whole: no piece of a sentence, nor of a cell that is wrapped.
fn may_be_name(name: &str) -> bool {
    const MOST_WORDS: usize = 12;
    const OF_SENTENCES: [&str; 12] =
        ["is", "zijn", "heeft", "hebben", "wordt", "worden", "kan", "moet", "gaat", "door", "grond", "dat"];
    let all: Vec<Word<'_>> = words(name).collect();
    let is_open = |word: Option<&Word<'_>>| word.is_none_or(|word| is_between(word.text));
    let is_kind_alone = kinds::is_weak_word(name);
    (1..=MOST_WORDS).contains(&all.len())
        && name.chars().count() >= 2
        && !is_open(all.last())
        && !all.iter().any(|word| OF_SENTENCES.contains(&word.text))
        && name.starts_with(char::is_alphanumeric)
        && !name.ends_with(['€', '-', '–'])
        && !is_kind_alone
}

/// Where the name on a line ends.
fn name_end(line: &str) -> usize {
    let dash = line.match_indices(['-', '–']).map(|(at, _)| at).find(|&at| line[..at].ends_with(' ') && !joins_places(line, at));
    let others = ["(", ":", "\t", "|", "  "].into_iter().map(|mark| line.find(mark));
    others.chain([dash]).flatten().min().unwrap_or(line.len())
}

/// `Metropoolregio Noord – Zuid`: a dash between two places.
fn joins_places(line: &str, dash: usize) -> bool {
    const MOST_WORDS: usize = 3;
    let behind = line[dash..].trim_start_matches(['-', '–', ' ']);
    kinds::is_strong(&line[..dash])
        && is_written_as_name(behind)
        && words(behind).count() <= MOST_WORDS
        && !words(behind).any(|word| is_task(word.text) || is_abbreviation(word.text))
}

/// The abbreviation in brackets or behind a dash.
fn abbreviation_behind(rest: &str) -> Option<&str> {
    let short = match rest.strip_prefix('(') {
        Some(inner) => inner.split(')').next()?,
        None => rest.trim_start_matches(['-', '–', ' ']),
    };
    (is_abbreviation(short) && !kinds::is_no_partner(short)).then_some(short)
}

/// `N.V.` keeps the full stop that would end a line.
fn with_final_stop<'a>(line: &'a str, name: &'a str) -> &'a str {
    let is_form = ["N.V", "B.V", "U.A"].iter().any(|form| name.ends_with(form));
    if is_form && line[name.len()..].starts_with('.') { &line[..=name.len()] } else { name }
}

fn has_capital(name: &str) -> bool {
    name.chars().any(char::is_uppercase)
}

/// Every word has a capital or a digit but the small ones between them: `Zon van Meer`, never `Bestuurlijk belang`.
fn is_written_as_name(name: &str) -> bool {
    let mut all = words(name);
    let begins = all.next().is_some_and(|first| {
        first.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || names::is_name_word(first.text)
    });
    begins
        && has_capital(name)
        && all.all(|word| {
            names::is_name_word(word.text)
                || word.is_capitalised()
                || is_between(word.text)
                || word.text == "regio"
                || word.text.bytes().all(|byte| byte.is_ascii_digit())
        })
}

fn is_between(word: &str) -> bool {
    matches!(word, "van" | "de" | "der" | "den" | "het" | "voor" | "en" | "in" | "aan" | "te" | "op")
}

/// Without the number of a list or a chapter, and what a site map prints before a title.
fn without_numbering(line: &str) -> &str {
    let mut rest = line.trim_start_matches(['•', '*', '-', '–', ' ', '\t']);
    for word in ["Blz. ", "Pagina "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    loop {
        let Some((number, behind)) = rest.split_once([' ', '\t']) else { return rest };
        let digits = number.trim_end_matches(['.', ')']);
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let is_letter = number.len() == 2 && digits.len() == 1 && digits.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !is_number && !is_letter && number != "o" {
            return rest;
        }
        rest = behind.trim_start();
    }
}

fn is_numbered(line: &str) -> bool {
    without_numbering(line).len() < line.len()
}

/// `Blz. 28 01.6 Verbonden partijen`, or another line whose own number says that it stands in a list of contents.
fn is_map_line(line: &str) -> bool {
    line.starts_with("Blz. ") || line.starts_with("Pagina ") || opens_section(line).is_some()
}

fn without_article(name: &str) -> &str {
    let bare = ["De ", "Het ", "de ", "het "].into_iter().find_map(|article| name.strip_prefix(article));
    bare.unwrap_or(name)
}

/// Whether a heading opens a section of affiliated parties: `Some(true)` where it calls them so, `Some(false)` where it
/// speaks of joint arrangements or holdings alone.
fn opens_section(line: &str) -> Option<bool> {
    const MOST_WORDS: usize = 7;
    let bare = without_numbering(line).trim_end_matches(|mark: char| mark.is_ascii_digit() || matches!(mark, '.' | ' ' | ':'));
    let folded = folded(bare);
    let is_heading = bare.starts_with(char::is_uppercase) && folded.split(' ').count() <= MOST_WORDS && !folded.contains(". ");
    if !is_heading {
        return None;
    }
    if folded.contains("verbonden partijen") || folded.ends_with("verbonden partij") && folded.split(' ').count() <= 2 {
        return Some(true);
    }
    matches!(folded.as_str(), "deelnemingen" | "gemeenschappelijke regelingen" | "overzicht gemeenschappelijke regelingen")
        .then_some(false)
}

/// Whether a heading begins what is no part of the list any more.
fn ends_section(line: &str) -> bool {
    const OTHER_SECTIONS: [&str; 16] = [
        "programma",
        "programma's",
        "deelprogramma",
        "deelprogramma's",
        "paragraaf",
        "paragrafen",
        "indicatoren",
        "beleidsindicatoren",
        "grondbeleid",
        "bedrijfsvoering",
        "financiering",
        "weerstandsvermogen",
        "projecten",
        "investeringen",
        "financiën",
        "hoofdstuk",
    ];
    let bare = folded(without_numbering(line));
    let first = words(&bare).next().map_or("", |word| word.text);
    matches!(asks(line), Asks::Goals | Asks::Measures | Asks::JointWork | Asks::Cost)
        || (OTHER_SECTIONS.contains(&first) && !bare.contains("verbonden partij"))
        || bare.starts_with("lokale heffingen")
        || bare.starts_with("onderhoud kapitaalgoederen")
}

/// A cell of a header.
struct Header {
    asks_name: bool,
    tells_purpose: bool,
}

/// Whether a line is a header of a table of parties, cell by cell or in one line.
fn header_of(line: &str) -> Option<Header> {
    const NAMES: [&str; 14] = [
        "naam",
        "verbonden",
        "partij",
        "partijen",
        "organisatie",
        "gr",
        "regeling",
        "vennootschap",
        "vennootschappen",
        "stichting",
        "stichtingen",
        "deelneming",
        "instelling",
        "samenwerkingsverband",
    ];
    const PURPOSES: [&str; 14] = [
        "belang",
        "doel",
        "doelstelling",
        "taak",
        "taken",
        "programma",
        "plaats",
        "vestigingsplaats",
        "activiteit",
        "activiteiten",
        "omschrijving",
        "beleidsveld",
        "rechtsvorm",
        "bevoegdheden",
    ];
    const OTHERS: [&str; 34] = [
        "bijdrage",
        "aandeel",
        "bestuur",
        "bestuurlijk",
        "bestuurlijke",
        "financieel",
        "financiële",
        "openbaar",
        "publiek",
        "eigen",
        "vreemd",
        "vermogen",
        "resultaat",
        "risico",
        "risico's",
        "begroting",
        "rekening",
        "dividend",
        "deelnemers",
        "in",
        "het",
        "van",
        "de",
        "per",
        "en",
        "gemeentelijke",
        "gemeenschappelijke",
        "jaar",
        "x",
        "bedragen",
        "onze",
        "betrokkenheid",
        "nr",
        "euro",
    ];
    let bare = folded(line);
    let all: Vec<&str> = words(&bare).map(|word| word.text).collect();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let has = |list: &[&str]| all.iter().any(|word| list.contains(word));
    let known = |word: &&str| NAMES.contains(word) || PURPOSES.contains(word) || OTHERS.contains(word) || is_number(word);
    if all.is_empty() || all.len() > 14 || all.iter().all(|word| is_number(word)) || !all.iter().all(known) {
        return None;
    }
    let asks_name = all.first().is_some_and(|first| NAMES.contains(first) || matches!(*first, "gemeenschappelijke" | "nr"));
    Some(Header { asks_name: asks_name && (NAMES.contains(&all[0]) || has(&NAMES)), tells_purpose: has(&PURPOSES) })
}

/// What a line among the parties tells of one: never a name.
fn is_told_of_party(name: &str) -> bool {
    const FIRST: [&str; 55] = [
        "lasten",
        "baten",
        "resultaat",
        "tabel",
        "saldo",
        "overzicht",
        "voortgang",
        "lijst",
        "bijlage",
        "pagina",
        "hoofdstuk",
        "burgemeester",
        "wethouder",
        "wethouders",
        "bestuur",
        "bestuurlijk",
        "stemrecht",
        "bevoegdheden",
        "aandeel",
        "aandelen",
        "aandeelhouder",
        "vestigingsplaats",
        "plaats",
        "doel",
        "belang",
        "openbaar",
        "financieel",
        "bijdrage",
        "risico's",
        "risico",
        "inleiding",
        "algemeen",
        "ontwikkelingen",
        "totaal",
        "subtotaal",
        "overig",
        "overige",
        "geen",
        "nihil",
        "ja",
        "nee",
        "raad",
        "college",
        "portefeuillehouder",
        "gemeente",
        "gemeenten",
        "programma",
        "beleid",
        "visie",
        "toelichting",
        "deelnemers",
        "vertegenwoordiging",
        "rechtsvorm",
        "eigen",
        "relatie",
    ];
    let bare = folded(name);
    let first = words(&bare).next().map_or("", |word| word.text);
    let is_date_or_amount = name.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '€' | '-' | '%'))
        && !name.chars().any(char::is_uppercase);
    is_date_or_amount
        || FIRST.contains(&first) && !(first == "gemeente" && kinds::is_strong(name))
        || matches!(
            bare.as_str(),
            "belastingen" | "subsidies" | "financiën" | "balans" | "privacy" | "cookies" | "home" | "wijken"
        )
        || opens_section(name).is_some()
        || municipality::is_known(name)
}

/// A person's office with what stands behind it in brackets.
fn is_role(name: &str) -> bool {
    let bare = folded(name);
    ["voorzitter", "lid", "directeur", "bestuur", "secretaris"].iter().any(|role| bare.ends_with(role))
}

/// A line that goes on as a sentence does is no name: `De gemeente werkt samen.`
fn opens_sentence(line: &str) -> bool {
    let many = words(line).count();
    many > 5 && line.ends_with('.') && !line.ends_with(".V.") && !line.ends_with(".A.")
}

/// Whether each line of a paragraph may be a name or a cell of its own, and none goes on in the next one.
fn is_row_of_words(paragraph: &str) -> bool {
    const MOST_BYTES: usize = 70;
    const MOST_WORDS: usize = 9;
    paragraph.lines().all(|line| {
        let line = line.trim();
        let last = words(line).last().map_or("", |word| word.text);
        line.len() <= MOST_BYTES
            && words(line).count() <= MOST_WORDS
            && !is_between(last)
            && !line.ends_with(['.', ',', ';'])
            && line.starts_with(|first: char| !first.is_lowercase())
    })
}

/// The name of a record: `Naam: Werkbedrijf Meer`, `Naam verbonden partij: …`.
fn record_name(line: &str) -> Option<&str> {
    let by_spaces = || line.split_once("   ").filter(|(label, value)| *label == "Naam" && header_of(value).is_none());
    let (label, value) = line.split_once(':').or_else(by_spaces)?;
    let label = folded(label);
    let asks =
        matches!(label.as_str(), "naam" | "naam verbonden partij" | "verbonden partij" | "naam partij" | "naam organisatie");
    let value = value.trim();
    (asks && !value.is_empty()).then_some(value)
}

/// Whether words say that a list of parties follows, or nothing stands before it.
fn introduces(before: &str) -> bool {
    let bare = folded(before.trim_end_matches([' ', '\n']));
    let bare = ["de", "het", "een"].iter().find_map(|article| bare.strip_suffix(article)).unwrap_or(&bare).trim_end();
    let said = ["deel in", "deel aan", "zijn", "van", "met", "in", "door", "zoals", "is", "naam"];
    bare.is_empty() || bare.ends_with(':') || said.iter().any(|end| bare.ends_with(end))
}

/// `Zonwater N.V.` on a line of its own: its full stop ends no sentence.
fn is_name_with_legal_form(line: &str) -> bool {
    const MOST_WORDS: usize = 8;
    ["N.V.", "B.V.", "U.A."].iter().any(|form| line.ends_with(form))
        && is_written_as_name(line)
        && words(line).count() <= MOST_WORDS
}

/// The first cell of a line whose cells many spaces part.
fn first_of_spaced_cells(line: &str) -> Option<&str> {
    let (first, rest) = line.split_once("    ")?;
    (!rest.contains('\n') && !first.is_empty()).then_some(first)
}

/// The first cell of the line that a cell stands on.
fn first_cell(page: &Page<'_>, cell: Span) -> Span {
    const FAR_BYTES: usize = 200;
    let before = just_before(page.text, cell.range().start, FAR_BYTES);
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let first = line.split(['|', '\t']).map(str::trim).find(|cell| !cell.is_empty()).filter(|_| line.contains(['|', '\t']));
    first.map_or(cell, |first| Span::new(cell.range().start - before.len(), cell.range().start).inside(before, first))
}

/// Whether tabs or pipes part the cells of the line.
fn has_separators(page: &Page<'_>, cell: Span) -> bool {
    const FAR_BYTES: usize = 200;
    let behind = just_behind(page.text, cell.range().end, FAR_BYTES);
    behind.lines().next().is_some_and(|line| line.contains(['|', '\t']))
}

/// A row whose cells ran together, without the purpose behind the name: from a word for a task on, or from the last word
/// with a capital.
fn without_purpose(page: &Page<'_>, span: Span) -> Span {
    let text = page.words(span);
    let all: Vec<Word<'_>> = words(text).collect();
    let is_task = |word: &&Word<'_>| word.is_capitalised() && is_task(word.text);
    let last_capital = || all.iter().skip(1).rev().find(|word| word.is_capitalised());
    let cut = all.iter().skip(1).find(is_task).or_else(last_capital);
    cut.map_or(span, |word| span.part(0, text[..word.start].trim_end().len()))
}

/// Words that begin what a body is for.
fn is_task(word: &str) -> bool {
    const TASKS: [&str; 40] = [
        "uitvoering",
        "uitvoeren",
        "beheer",
        "beheren",
        "inkoop",
        "inzameling",
        "verwerking",
        "afval",
        "afvalinzameling",
        "afvalverwerking",
        "brandweer",
        "brandweerzorg",
        "rampenbestrijding",
        "veiligheid",
        "volksgezondheid",
        "gezondheid",
        "gezondheidszorg",
        "milieu",
        "milieutaken",
        "vergunningverlening",
        "toezicht",
        "handhaving",
        "belastingen",
        "heffing",
        "belastingheffing",
        "archief",
        "archieven",
        "archiefbeheer",
        "ambtelijke",
        "sociale",
        "jeugdhulp",
        "werk",
        "recreatie",
        "drinkwater",
        "drinkwatervoorziening",
        "bankier",
        "financiering",
        "energie",
        "onderwijs",
        "bevorderen",
    ];
    TASKS.contains(&folded(word).as_str())
}
