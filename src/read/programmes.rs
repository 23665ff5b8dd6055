//! Programmes and their parts.

use std::collections::BTreeMap;

use super::{
    heading::{Asks, asks},
    outline::{numbered, title},
    page::{Page, Scopes},
};
use crate::{
    blocks::{Block, Form, Grid, GridRow},
    document::{Kind, Part, Programme},
    scan::{
        units,
        words::{folded, is_space, just_behind, words},
    },
    source::Span,
};

/// Words that call what follows a programme.
const PROGRAMME_LEVELS: [&str; 2] = ["programma", "programmalijn"];

/// Words that call what follows a part of a programme.
const PART_LEVELS: [&str; 10] = [
    "deelprogramma",
    "thema",
    "programmaonderdeel",
    "onderdeel",
    "productgroep",
    "product",
    "resultaatgebied",
    "deelgebied",
    "beleidsveld",
    "pijler",
];

/// How far a name can go on.
const LONGEST_NAME_BYTES: usize = 120;

/// Those of them that running text puts right before a name.
const LEVELS_IN_PROSE: [&str; 5] = ["deelprogramma", "thema", "programmaonderdeel", "onderdeel", "pijler"];

/// The programmes with their parts, and the parts that stand under no programme.
pub(super) fn programmes(page: &Page<'_>, kind: Option<Kind>) -> (Vec<Programme>, Vec<Part>) {
    let mut index = ProgrammeIndex::default();
    let mut programmes = Vec::new();
    for programme in named_programmes(page).into_iter().chain(listed_programmes(page)) {
        if index.add(&programme, programmes.len()) {
            programmes.push(programme);
        }
    }
    if programmes.is_empty() {
        programmes.extend(unnamed_programme(page));
    }
    let mut found = Parts::default();
    found.under_headings(page);
    found.enumerated(page);
    found.in_prose(page);
    found.of_names(page, &programmes);
    found.in_tables(page, &programmes);
    if kind == Some(Kind::CoalitionAgreement) {
        found.chapters(page);
    }
    found.parts.retain(|part| !programmes.iter().any(|programme| folded(&programme.name) == folded(&part.name)));
    found.parts.sort_by_key(|part| part.span.start);
    let scopes = Scopes::of(page, &programmes);
    let mut loose = Vec::new();
    for part in found.parts {
        match scopes.at(part.span) {
            Some(at) => programmes[at].parts.push(part),
            None => loose.push(part),
        }
    }
    (programmes, loose)
}

/// Programmes that headings call so: `Programma Wonen`, `Programma 2 | Werk`, `P5 Sport`, or what stands right under the
/// heading `Programmalijnen`.
fn named_programmes(page: &Page<'_>) -> Vec<Programme> {
    let mut programmes: Vec<Programme> = Vec::new();
    let mut under_list = false;
    for (_, span) in page.headings() {
        let words = page.words(span);
        let named = called(words, &PROGRAMME_LEVELS)
            .or_else(|| coded(words))
            .or_else(|| (under_list && asks(words) == Asks::Nothing).then(|| numbered(words)).filter(|(_, name)| is_name(name)));
        under_list = matches!(folded(words).as_str(), "programmalijnen");
        let Some((number, name)) = named else { continue };
        let programme = Programme {
            number: number.map(str::to_owned),
            name: name.to_owned(),
            span: place_of(span, words, name),
            parts: Vec::new(),
        };
        programmes.push(programme);
    }
    programmes
}

/// Programmes by folded name and by number: a programme that is named again under either is the same.
#[derive(Default)]
pub(super) struct ProgrammeIndex {
    by_name: BTreeMap<String, usize>,
    by_number: BTreeMap<String, usize>,
}

impl ProgrammeIndex {
    pub(super) fn of(programmes: &[Programme]) -> Self {
        let mut index = Self::default();
        for (at, programme) in programmes.iter().enumerate() {
            index.add(programme, at);
        }
        index
    }

    /// Remembers a programme; false where it is known already.
    fn add(&mut self, programme: &Programme, at: usize) -> bool {
        let is_new = self.find(programme.number.as_deref(), &programme.name).is_none();
        if is_new {
            self.by_name.insert(folded(&programme.name), at);
            self.by_number.extend(programme.number.clone().map(|number| (number, at)));
        }
        is_new
    }

    fn find(&self, number: Option<&str>, name: &str) -> Option<usize> {
        self.by_name.get(&folded(name)).or_else(|| self.by_number.get(number?)).copied()
    }
}

/// Programmes that are the rows of a table: below the corner `Programma's`, or each called so. Rest items without a number
/// (general means, unforeseen) are none, and totals neither.
fn listed_programmes(page: &Page<'_>) -> Vec<Programme> {
    let mut found = Vec::new();
    for block in page.blocks {
        let Form::Table(grid) = &block.form else { continue };
        let below_corner = lists_programmes(page, grid);
        for span in grid
            .rows
            .iter()
            .filter_map(|row| row.group.filter(|_| row.label.len() < 2 && below_corner).or(row.label.first().copied()))
        {
            let words = page.words(span);
            let named = called(words, &["programma"])
                .or_else(|| below_corner.then(|| numbered(words)).filter(|(_, name)| is_listed_name(name)));
            let Some((number, name)) = named else { continue };
            let span = place_of(span, words, name);
            found.push(Programme { number: number.map(str::to_owned), name: name.to_owned(), span, parts: Vec::new() });
        }
    }
    found
}

/// Whether the rows of a table are programmes.
fn lists_programmes(page: &Page<'_>, grid: &Grid) -> bool {
    grid.corner.is_some_and(|corner| matches!(folded(page.words(corner)).as_str(), "programma" | "programma's"))
}

fn is_listed_name(name: &str) -> bool {
    const REST: [&str; 11] = [
        "totaal",
        "subtotaal",
        "saldo",
        "resultaat",
        "algemene",
        "overhead",
        "onvoorzien",
        "mutatie",
        "lasten",
        "baten",
        "reserves",
    ];
    let folded = folded(name);
    is_name(name) && !REST.iter().any(|rest| folded.starts_with(rest))
}

/// What a row's label says about its programme.
pub(super) enum RowProgramme {
    /// Nothing: it stands under the programme that the table stands under.
    NotNamed,
    /// It names one; none where that one is not known.
    Named(Option<usize>),
}

/// The programme that a row of a table is of.
pub(super) fn programme_of_row(page: &Page<'_>, index: &ProgrammeIndex, grid: &Grid, row: &GridRow) -> RowProgramme {
    let words = row.label.first().map_or("", |&span| page.words(span));
    let named = called(words, &["programma"]).or_else(|| lists_programmes(page, grid).then(|| numbered(words)));
    named.map_or(RowProgramme::NotNamed, |(number, name)| RowProgramme::Named(index.find(number, name)))
}

/// A text whose heading is not called a programme, but that speaks of "dit programma".
fn unnamed_programme(page: &Page<'_>) -> Option<Programme> {
    page.prose().find(|&span| folded(page.words(span)).contains("dit programma"))?;
    let title = title(page)?;
    let names_one = |words: &str| asks(words) == Asks::Nothing && is_title(words);
    let (_, span) = page.headings().find(|&(_, span)| span.start > title.span.start && names_one(page.words(span)))?;
    let (number, name) = numbered(page.words(span));
    Some(Programme { number: number.map(str::to_owned), name: name.to_owned(), span, parts: Vec::new() })
}

/// Whether a heading can name a programme: not the municipality's own name, and no unit.
fn is_title(words: &str) -> bool {
    !folded(words).starts_with("gemeente ") && units(words).is_empty()
}

/// Number and name behind a level word: `Programma 2 | Werk` is (`2`, `Werk`). A number in brackets may stand behind.
fn called<'a>(words: &'a str, levels: &[&str]) -> Option<(Option<&'a str>, &'a str)> {
    let level_end = words.find(|character: char| is_space(character) || character == ':')?;
    let level = folded(&words[..level_end]);
    if !levels.contains(&level.as_str()) {
        return None;
    }
    let rest = words[level_end..].trim_start_matches(|character: char| is_space(character) || character == ':');
    let (number, name) = numbered(without_page_number(rest));
    let name =
        name.trim_matches(|character: char| is_space(character) || matches!(character, '-' | '–' | '|' | ':' | '.' | '‘' | '’'));
    is_name(name).then_some((number, name))
}

/// In a list of contents a page number stands behind each name, after a gap or dots.
fn without_page_number(words: &str) -> &str {
    let bare = words.trim_end_matches(|last: char| last.is_ascii_digit());
    let gap = bare.len() < words.len() && (bare.ends_with("  ") || bare.ends_with('\t') || bare.trim_end().ends_with(".."));
    if gap { bare.trim_end_matches(|last: char| is_space(last) || last == '.') } else { words }
}

/// `P5 Sport, cultuur en groen`: a code of one letter and digits.
fn coded(words: &str) -> Option<(Option<&str>, &str)> {
    let (number, name) = numbered(words);
    number
        .filter(|number| number.len() <= 3 && number.starts_with('P') && number.len() > 1)
        .filter(|_| is_name(name))
        .map(|number| (Some(number), name))
}

fn is_name(name: &str) -> bool {
    const MOST_WORDS: usize = 12;
    name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= MOST_WORDS && !name.ends_with(['?', '.'])
}

/// Where a name stands in the words that it was cut from.
fn place_of(span: Span, words: &str, name: &str) -> Span {
    words.rfind(name).map_or(span, |start| span.part(start, start + name.len()))
}

/// Collects parts; each name counts once, where it stands first as the name of a part.
#[derive(Default)]
struct Parts {
    parts: Vec<Part>,
    folded: Vec<String>,
}

impl Parts {
    fn add(&mut self, page: &Page<'_>, span: Span) {
        let words = page.words(span);
        let (number, name) =
            called(words, &PART_LEVELS).or_else(|| called(words, &PROGRAMME_LEVELS)).unwrap_or_else(|| numbered(words));
        let folded = folded(name);
        let span = place_of(span, words, name);
        if let Some(at) = self.folded.iter().position(|known| *known == folded) {
            self.parts[at].span = self.parts[at].span.min(span);
            return;
        }
        if name.is_empty() {
            return;
        }
        self.folded.push(folded);
        self.parts.push(Part { number: number.map(str::to_owned), name: name.to_owned(), span });
    }

    /// Lists under a heading such as `Deelprogramma's`, and headings such as `Thema Gezond`.
    fn under_headings(&mut self, page: &Page<'_>) {
        for (at, span) in page.headings() {
            let words = page.words(span);
            if is_plural_level(&folded(words)) {
                let items = page.after(at).map_while(item_text).filter(|item| is_name(page.words(*item)));
                items.for_each(|item| self.add(page, item));
            } else if called(words, &PART_LEVELS).is_some() {
                self.add(page, span);
            }
        }
    }

    /// Enumerations: `De thema’s zijn:` with items below, or `vier pijlers: A, B en C` in the sentence itself.
    fn enumerated(&mut self, page: &Page<'_>) {
        for (at, block) in page.blocks.iter().enumerate() {
            if !matches!(block.form, Form::Paragraph | Form::Heading) {
                continue;
            }
            let words = page.words(block.span);
            let Some(colon) = words.find(':').filter(|&colon| ends_in_plural_level(&words[..colon])) else { continue };
            if words[colon + 1..].trim().is_empty() {
                let items = page.after(at).map_while(item_text).filter(|item| is_name(page.words(*item)));
                items.for_each(|item| self.add(page, item));
            } else {
                for (from, to) in enumeration(words, colon + 1) {
                    self.add(page, block.span.part(from, to));
                }
            }
        }
    }

    /// `in het thema Gezondheid`, `onderdeel ‘Sociaal domein’`.
    fn in_prose(&mut self, page: &Page<'_>) {
        for span in page.prose() {
            let text = page.words(span);
            for word in words(text).filter(|word| LEVELS_IN_PROSE.contains(&folded(word.text).as_str())) {
                let rest = &text[word.end()..];
                let start = word.end() + rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\n']).len();
                let Some((from, to)) = quoted(text, start).or_else(|| capitalised(text, start)) else { continue };
                let ahead = folded(just_behind(text, from, LONGEST_NAME_BYTES));
                let goes_on = |known: &String| ahead.starts_with(known.as_str());
                if !self.folded.iter().any(goes_on) {
                    self.add(page, span.part(from, to));
                }
            }
        }
    }

    /// A programme called `A, B en C` whose headings take up A, B and C has these as its parts.
    fn of_names(&mut self, page: &Page<'_>, programmes: &[Programme]) {
        for programme in programmes {
            let names: Vec<String> =
                enumeration(&programme.name, 0).iter().map(|&(from, to)| folded(&programme.name[from..to])).collect();
            if names.len() < 2 {
                continue;
            }
            for (_, span) in page.headings().filter(|(_, span)| !span.overlaps(programme.span)) {
                let words = page.words(span);
                let head = words.split(':').next().unwrap_or(words).trim_end();
                if names.contains(&folded(head)) {
                    self.add(page, span.part(0, head.len()));
                }
            }
        }
    }

    /// Labels of tables that are called parts, or whose numbers go on with a programme's: `5.1` of programme 5, `1A`, `1B`.
    fn in_tables(&mut self, page: &Page<'_>, programmes: &[Programme]) {
        let numbers: Vec<&str> = programmes.iter().filter_map(|programme| programme.number.as_deref()).map(bare_number).collect();
        for block in page.blocks {
            let Form::Table(grid) = &block.form else { continue };
            let labels = grid.rows.iter().flat_map(|row| row.group.into_iter().chain(row.label.first().copied()));
            for span in labels {
                let words = page.words(span);
                let (number, name) = numbered(words);
                let numbered = number.is_some_and(|number| goes_on(number, &numbers)) && is_listed_name(name);
                if numbered || called(words, &PART_LEVELS).is_some() {
                    self.add(page, span);
                }
            }
        }
    }

    /// The chapters of a coalition agreement.
    fn chapters(&mut self, page: &Page<'_>) {
        let title = title(page);
        let chapters = page.headings().filter(|(at, span)| {
            let words = page.words(*span);
            let is_title = title.as_ref().is_some_and(|title| title.span == *span);
            asks(words) == Asks::Nothing && !is_title && *at > 0 && is_name(numbered(words).1) && has_text(page, *at)
        });
        chapters.for_each(|(_, span)| self.add(page, span));
    }
}

/// A programme's number without its letter and leading zeros: `P5` is `5`.
fn bare_number(number: &str) -> &str {
    number.trim_start_matches(['P', 'p', '0'])
}

/// Whether a number goes on with one of these: `5.1` with `5`. A letter behind one digit says so by itself: `1A`.
fn goes_on(number: &str, numbers: &[&str]) -> bool {
    if let Some((programme, _)) = number.split_once('.') {
        return numbers.contains(&bare_number(programme));
    }
    let mut characters = number.chars();
    let is_digit = characters.next().is_some_and(|first| first.is_ascii_digit());
    is_digit && characters.next().is_some_and(|letter| letter.is_ascii_uppercase()) && characters.next().is_none()
}

/// Whether running text, or a question, stands right under a heading.
fn has_text(page: &Page<'_>, at: usize) -> bool {
    page.after(at).next().is_some_and(|block| match block.form {
        Form::Heading => asks(page.words(block.span)) != Asks::Nothing,
        Form::Paragraph | Form::Item(_) => true,
        _ => false,
    })
}

fn item_text(block: &Block) -> Option<Span> {
    match block.form {
        Form::Item(item) => Some(item.text),
        _ => None,
    }
}

/// `deelprogramma's`, `thema’s`, `pijlers`.
fn is_plural_level(folded: &str) -> bool {
    PART_LEVELS.iter().any(|level| folded.strip_prefix(level).is_some_and(|ending| matches!(ending, "'s" | "en" | "s")))
}

/// Whether a level word in the plural is among the last words: `een viertal pijlers`, `de vier thema’s binnen het programma zijn`.
fn ends_in_plural_level(words_before: &str) -> bool {
    const LAST_WORDS: usize = 6;
    let last_sentence = words_before.rsplit(['.', '\n']).next().unwrap_or(words_before);
    let words: Vec<_> = words(last_sentence).collect();
    words.iter().rev().take(LAST_WORDS).any(|word| is_plural_level(&folded(word.text)))
}

/// The names of `A, B en C`, up to the end of the sentence, each beginning with a capital.
fn enumeration(text: &str, from: usize) -> Vec<(usize, usize)> {
    let end = text[from..].find(['.', '\n', ';']).map_or(text.len(), |at| from + at);
    let mut names = Vec::new();
    let mut start = from;
    for piece in text[from..end].split_inclusive(',') {
        let last = start + piece.len() == end;
        let (head, tail) = if last { split_at_and(piece) } else { (piece, None) };
        names.push((start, start + head.len()));
        names.extend(tail.map(|tail| (start + piece.len() - tail.len(), start + piece.len())));
        start += piece.len();
    }
    let trimmed = |(from, to): (usize, usize)| {
        let name = text[from..to].trim_matches(|character: char| is_space(character) || character == ',');
        let start = from + text[from..to].find(name).unwrap_or(0);
        (start, start + name.len())
    };
    names.into_iter().map(trimmed).filter(|&(from, to)| is_name(&text[from..to])).collect()
}

/// `B en C` where C begins with a capital.
fn split_at_and(piece: &str) -> (&str, Option<&str>) {
    let found = piece.match_indices(" en ").filter(|(at, and)| piece[at + and.len()..].starts_with(char::is_uppercase)).last();
    found.map_or((piece, None), |(at, and)| (&piece[..at], Some(&piece[at + and.len()..])))
}

/// What stands between quotes at `start`; the closing quote may be the opening one again.
fn quoted(text: &str, start: usize) -> Option<(usize, usize)> {
    let open = text[start..].chars().next().filter(|quote| matches!(quote, '‘' | '“' | '\'' | '"' | '’'))?;
    let from = start + open.len_utf8();
    let length = text[from..].find(['’', '”', '\'', '"', '‘', '\n'])?;
    is_name(&text[from..from + length]).then_some((from, from + length))
}

/// Words with capitals from `start` on; `en` counts where another capital follows.
fn capitalised(text: &str, start: usize) -> Option<(usize, usize)> {
    let mut end = None;
    for word in words(&text[start..]) {
        let at = end.unwrap_or(0);
        let glued = text[start + at..start + word.start].chars().all(|between| between == ' ');
        let upright = word.is_capitalised();
        let joins = word.text == "en" || word.text == "&";
        if !glued || !(upright || joins) || (end.is_none() && !upright) {
            break;
        }
        end = Some(word.end());
    }
    let name = text[start..start + end?].trim_end_matches(" en");
    Some((start, start + name.len()))
}

#[cfg(test)]
mod tests {
    use crate::{read::read, source::Source};

    /// Programmes as `number name: part, part`; loose parts without a programme behind a colon.
    fn check(text: &str, expected: &[&str]) {
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let names = |parts: &[crate::document::Part]| parts.iter().map(|part| part.name.as_str()).collect::<Vec<_>>().join(", ");
        let mut found: Vec<_> = document
            .programmes
            .iter()
            .map(|programme| {
                format!("{} {}: {}", programme.number.as_deref().unwrap_or("-"), programme.name, names(&programme.parts))
            })
            .collect();
        if !document.parts.is_empty() {
            found.push(format!(": {}", names(&document.parts)));
        }
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn headings_that_say_programme() {
        check("Begroting 2024\n\nProgramma's\n\nProgramma Wonen\n\nTekst.", &["- Wonen: "]);
        check("Programma 2 | Werk en zorg\n\nTekst.\n\nProgramma 2: Doelen\n\nTekst.", &["2 Werk en zorg: "]);
        check("Begroting\n\nProgramma: P5 Sport\n\nTekst.\n\nP5 Sport\n\nTekst.", &["P5 Sport: "]);
    }

    #[test]
    fn a_list_of_contents_names_them_too() {
        check(
            "Begroting 2024\n\nProgramma 1 Wonen   12\n\nProgramma 2 Zorg .... 34\n\nTekst over wonen en over zorg.",
            &["1 Wonen: ", "2 Zorg: "],
        );
    }

    #[test]
    fn rows_of_a_table_of_programmes() {
        let text = "Begroting 2024\n\nProgramma 2024 2025\n1 Zorg 5 6\n2 Wonen 7 8\nAlgemene middelen 1 1\nTotaal 13 15\n";
        check(text, &["1 Zorg: ", "2 Wonen: "]);
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let of: Vec<_> = document.figures.iter().map(|figure| figure.programme).collect();
        assert_eq!(of, [Some(0), Some(0), Some(1), Some(1), None, None, None, None]);
    }

    #[test]
    fn parts_in_lists_and_prose() {
        let text = "Programma Wonen\n\nDe twee thema’s binnen het programma zijn:\n\n • Bouwen\n • Sparen\n\nIn het thema Bouwen doen we dit.\n\n\
                    Deelprogramma's\n\n • Bouwen\n • Samen Leven\n";
        check(text, &["- Wonen: Bouwen, Sparen, Samen Leven"]);
        check("Jaarrekening 2023\n\nVolgens deelprogramma Groen en Grijs is dit af.", &[": Groen en Grijs"]);
        check("Jaarrekening 2023\n\nOns thema ‘Doen’ is af, het thema heeft geld.", &[": Doen"]);
    }

    #[test]
    fn parts_by_their_numbers_in_tables() {
        let text = "Begroting 2024\n\nProgramma: P5 Sport\n\nPost 2024 2025\n5.1 Zalen 5 6\n5.2 Velden 7 8\n6.1 Wegen 1 1\n";
        check(text, &["P5 Sport: Zalen, Velden"]);
        check("Begroting 2024\n\nPost 2024 2025\n1A Ontmoeten 5 6\n1B Hulp 7 8\n", &[": Ontmoeten, Hulp"]);
    }

    #[test]
    fn pillars_in_a_sentence() {
        let text =
            "Op weg\n\nHet programma heeft drie pijlers: Thuis in de wijk, Werk en Bouwen. Vandaag onderdeel ‘Zorg‘ daaruit.";
        check(text, &[": Thuis in de wijk, Werk, Bouwen, Zorg"]);
    }

    #[test]
    fn a_name_that_its_headings_take_up() {
        let text = "Begroting 2024\n\nKracht, Steun en Bescherming\n\nMet dit programma helpen wij.\n\nKracht: het begin\nWij helpen, en dat is \
                    goed voor iedereen.\n\nSteun\nWij steunen wie dat nodig heeft.";
        check(text, &["- Kracht, Steun en Bescherming: Kracht, Steun"]);
    }
}
