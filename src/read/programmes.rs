//! Programmes and their parts.

mod parts;

use std::collections::BTreeMap;

use super::{
    contents::title_before_leader,
    heading::{Asks, asks},
    kind::named_kind,
    outline::{numbered, title},
    page::{Page, Scopes},
};
use crate::{
    blocks::{Form, Grid, GridRow},
    document::{Kind, Part, Programme},
    scan::{
        units,
        words::{folded, is_space, just_before, words},
    },
    source::Span,
};

/// Words that call what follows a programme.
const PROGRAMME_LEVELS: [&str; 2] = ["programma", "programmalijn"];

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
        programmes = mapped_programmes(page);
    }
    if programmes.is_empty() {
        programmes.extend(unnamed_programme(page));
    }
    let scopes = Scopes::of(page, &programmes);
    let mut loose = Vec::new();
    for found in parts::parts(page, &programmes, &scopes, kind) {
        match found.owner.or_else(|| scopes.at(found.part.span)).and_then(|at| programmes.get_mut(at)) {
            Some(programme) => programme.parts.push(found.part),
            None => loose.push(found.part),
        }
    }
    (programmes, loose)
}

/// Programmes that lines by themselves call so: `Programma Wonen`, `Programma 2 | Werk`, `P7 Bomen`, in headings, in items
/// and in lists of contents; and what stands right under a heading such as `Programma's`.
fn named_programmes(page: &Page<'_>) -> Vec<Programme> {
    let mut programmes: Vec<Programme> = Vec::new();
    let mut list = List::None;
    for block in page.blocks {
        let (span, is_item) = match block.form {
            Form::Heading => (block.span, false),
            Form::Item(item) => (item.text, true),
            Form::Paragraph if list == List::Items => {
                programmes.extend(numbered_lines(page, block.span));
                list = List::None;
                continue;
            }
            Form::Paragraph => {
                programmes.extend(in_contents(page, block.span));
                programmes.extend(called_within(page, block.span).into_iter().filter(|_| page.words(block.span).contains('|')));
                list = List::opened_by(page.words(block.span), false);
                continue;
            }
            Form::Furniture => continue,
            _ => {
                list = List::None;
                continue;
            }
        };
        let words = title_before_leader(page.words(span)).unwrap_or_else(|| page.words(span));
        let listed = || list.holds(words, is_item).then(|| numbered(words)).filter(|(_, name)| is_listed_name(name));
        let named = called(words, &PROGRAMME_LEVELS).or_else(|| coded(words).filter(|_| !is_item)).or_else(listed);
        let goes_on = is_item || (list == List::Items && named.is_some() && is_chapter_number(numbered(words).0));
        list = if goes_on { list } else { List::opened_by(words, true) };
        programmes.extend(named.map(|(number, name)| programme(span, page.words(span), number, name)));
    }
    programmes
}

fn programme(span: Span, words: &str, number: Option<&str>, name: &str) -> Programme {
    Programme { number: number.map(str::to_owned), name: name.to_owned(), span: place_of(span, words, name), parts: Vec::new() }
}

/// `1`, `12`: the number of a whole chapter.
fn is_chapter_number(number: Option<&str>) -> bool {
    number.is_some_and(|number| number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `1 Wonen` and `2 Zorg` on the lines of one paragraph below `Programma's`.
fn numbered_lines(page: &Page<'_>, span: Span) -> Vec<Programme> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in page.words(span).split_inclusive('\n') {
        let place = span.part(start, start + line.len()).trimmed(page.text);
        start += line.len();
        let (number, name) = numbered(page.words(place));
        if !is_chapter_number(number) || !is_listed_name(name) {
            return Vec::new();
        }
        found.push(programme(place, page.words(place), number, name));
    }
    found
}

/// Programmes in the lines of a list of contents that is one paragraph.
fn in_contents(page: &Page<'_>, span: Span) -> Vec<Programme> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in page.words(span).split_inclusive('\n') {
        let title = title_before_leader(line.trim()).and_then(|title| called(title, &PROGRAMME_LEVELS).or_else(|| coded(title)));
        let place = span.part(start, start + line.len()).trimmed(page.text);
        found.extend(title.map(|(number, name)| programme(place, page.words(place), number, name)));
        start += line.len();
    }
    found
}

/// A list of programmes that a line opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    None,
    /// `Programma's`, `De begroting telt vijf programma's:`: its items are programmes.
    Items,
    /// `Programmalijnen`: the heading below it is one.
    Heading,
}

impl List {
    fn opened_by(words: &str, is_heading: bool) -> Self {
        const LONGEST_BYTES: usize = 400;
        if words.len() > LONGEST_BYTES {
            return Self::None;
        }
        let folded = folded(words);
        let last = folded.trim_end_matches([':', ' ']);
        let names_list = last.split(' ').next_back().is_some_and(|word| matches!(word, "programma's" | "programmalijnen"));
        match (is_heading, names_list) {
            (true, true) if last == "programmalijnen" => Self::Heading,
            (true, true) => Self::Items,
            (false, true) if folded.ends_with(':') => Self::Items,
            _ => Self::None,
        }
    }

    fn holds(self, words: &str, is_item: bool) -> bool {
        match self {
            Self::None => false,
            Self::Items => (is_item || is_chapter_number(numbered(words).0)) && asks(words) == Asks::Nothing,
            Self::Heading => asks(words) == Asks::Nothing,
        }
    }
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
            self.by_number.extend(programme.number.as_deref().map(|number| (parts::bare_number(number).to_owned(), at)));
        }
        is_new
    }

    /// The programme that a heading names: with its level word or number, or by its bare name.
    pub(super) fn of_heading(&self, heading: &str) -> Option<usize> {
        let heading = title_before_leader(heading).unwrap_or(heading);
        let named =
            called(heading, &PROGRAMME_LEVELS).or_else(|| coded(heading)).and_then(|(number, name)| self.find(number, name));
        named.or_else(|| self.by_name.get(&folded(numbered(heading).1)).copied())
    }

    fn find(&self, number: Option<&str>, name: &str) -> Option<usize> {
        self.by_name.get(&folded(name)).or_else(|| self.by_number.get(parts::bare_number(number?))).copied()
    }
}

/// Programmes that are the rows of a table: below the corner `Programma's`, or each called so. Rest items without a number
/// (general means, unforeseen) are none, and totals neither.
fn listed_programmes(page: &Page<'_>) -> Vec<Programme> {
    let mut found = Vec::new();
    for block in page.blocks {
        let Form::Table(grid) = &block.form else { continue };
        let list = lists_programmes(page, grid);
        found.extend(called_within(page, block.span));
        for row in &grid.rows {
            let label = row.label.first().copied();
            let own = row.group.filter(|_| row.label.len() < 2 && list == Lists::Programmes).or(label);
            for (span, list) in [(row.group, Lists::Other), (own, list)] {
                let Some(span) = span else { continue };
                let words = page.words(span);
                let named = called(words, &["programma"]).or_else(|| listed(words, list));
                found.extend(named.map(|(number, name)| programme(span, words, number, name)));
            }
        }
    }
    found
}

/// A row's label as a programme, without the kind of money that stands behind it.
fn listed(words: &str, list: Lists) -> Option<(Option<&str>, &str)> {
    let (number, name) = numbered(words);
    let kinds = [" lasten", " baten", " saldo"];
    let name = kinds.iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(name);
    let counts = match list {
        Lists::Programmes => true,
        Lists::Numbers => number.is_some_and(|number| number.len() <= 2),
        Lists::Other => false,
    };
    (counts && is_listed_name(name)).then_some((number, name))
}

/// Lines of a table that only say which programme comes below: `Programma 1 Wonen`, also between the bars of cells.
fn called_within(page: &Page<'_>, table: Span) -> Vec<Programme> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in page.words(table).split_inclusive('\n') {
        let bare = line.trim_matches(|edge: char| is_space(edge) || matches!(edge, '|' | '*' | '"' | ';' | ',' | '\n' | '\r'));
        let named = called(bare, &["programma"])
            .filter(|(number, name)| number.is_some() && !name.contains(|c: char| c.is_ascii_digit()));
        found.extend(named.map(|(number, name)| programme(table.part(start, start + line.len()), line, number, name)));
        start += line.len();
    }
    found
}

/// What the rows of a table are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lists {
    /// Programmes, with or without a number.
    Programmes,
    /// Programmes by their numbers: the words above say that it goes by programme.
    Numbers,
    Other,
}

/// What the rows of a table are, by its corner, by its head, or by the words above it.
pub(super) fn lists_programmes(page: &Page<'_>, grid: &Grid) -> Lists {
    const MOST_BYTES: usize = 400;
    const MOST_LINES: usize = 16;
    let is_word = |word: &str| matches!(folded(word).as_str(), "programma" | "programma's");
    if grid.corner.is_some_and(|corner| is_word(page.words(corner))) {
        return Lists::Programmes;
    }
    if is_tree_of_codes(page, grid) {
        return Lists::Numbers;
    }
    let first = grid.rows.first().and_then(|row| row.label.first()).map_or(0, |label| label.start as usize);
    // Below a head of its own, what stood above the table before it says nothing.
    let floor = if grid.corner.is_some() { end_of_table_before(page, first) } else { 0 };
    let above = just_before(page.text, first, MOST_BYTES.min(first - floor));
    let heads = above.lines().rev().filter(|line| !line.trim().is_empty()).take(MOST_LINES);
    let opens = |line: &str| {
        let line = line.trim_start_matches(|edge: char| is_space(edge) || matches!(edge, '|' | '*' | '"'));
        let is_named = called(line, &["programma"]).is_some_and(|(number, name)| number.is_some() || !holds_columns(name));
        words(line).next().is_some_and(|word| word.start == 0 && is_word(word.text)) && !is_named
    };
    let mut heads = heads.map(|line| (opens(line), folded(line).contains("per programma")));
    match heads.find(|&(opens, says)| opens || says) {
        Some((true, _)) => Lists::Programmes,
        Some(_) => Lists::Numbers,
        None => Lists::Other,
    }
}

/// Where the table before a place in a table ends.
fn end_of_table_before(page: &Page<'_>, place: usize) -> usize {
    let own = page.blocks.partition_point(|block| block.span.start as usize <= place).saturating_sub(1);
    let before = page.blocks.iter().take(own).rfind(|block| matches!(block.form, Form::Table(_)));
    before.map_or(0, |block| block.span.end as usize).min(place)
}

/// Whether the rows are numbered as programmes with their parts below them: `1`, `1.1`, `1.2`, `2`, `2.1`. The national task
/// fields are numbered so too, but from 0.
fn is_tree_of_codes(page: &Page<'_>, grid: &Grid) -> bool {
    const FEWEST_PROGRAMMES: usize = 2;
    let codes: Vec<&str> = grid
        .rows
        .iter()
        .filter(|row| row.group.is_none())
        .filter_map(|row| words_of_code(page.words(*row.label.first()?)))
        .collect();
    let leads = codes.windows(2).filter(|pair| {
        let [code, next] = pair else { return false };
        !code.contains('.') && next.strip_prefix(code).is_some_and(|rest| rest.starts_with('.'))
    });
    let is_national = codes.iter().any(|code| code.split('.').next() == Some("0"));
    leads.count() >= FEWEST_PROGRAMMES && !is_national && codes.len() + FEWEST_PROGRAMMES > grid.rows.len()
}

/// The code that a label begins with.
fn words_of_code(label: &str) -> Option<&str> {
    let code = label.split_whitespace().next()?.trim_end_matches('.');
    let is_code = code.len() <= 8 && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (is_code && code.starts_with(|first: char| first.is_ascii_digit())).then_some(code)
}

fn is_listed_name(name: &str) -> bool {
    const FEWEST_LETTERS: usize = 2;
    const REST: [&str; 18] = [
        "geraamd",
        "toelichting",
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
        "onttrekking",
        "storting",
        "toevoeging",
        "overige",
        "vennootschapsbelasting",
    ];
    let folded = folded(name);
    let letters = name.chars().filter(|character| character.is_alphabetic()).count();
    is_name(name) && letters >= FEWEST_LETTERS && !REST.iter().any(|rest| folded.starts_with(rest))
}

/// What a row's label says about its programme.
pub(super) enum RowProgramme {
    /// Nothing: it stands under the programme that the table stands under.
    NotNamed,
    /// It names one; none where that one is not known.
    Named(Option<usize>),
}

/// The programme that a row of a table is of.
pub(super) fn programme_of_row(page: &Page<'_>, index: &ProgrammeIndex, list: Lists, row: &GridRow) -> RowProgramme {
    let words = row.label.first().map_or("", |&span| page.words(span));
    let named = called(words, &["programma"]).or_else(|| match list {
        Lists::Programmes => Some(numbered(words)),
        list => listed(words, list),
    });
    named.map_or(RowProgramme::NotNamed, |(number, name)| RowProgramme::Named(index.find(number, name)))
}

/// The entries right under `Programma's` in a site map, without chapters of the document that stand there too.
fn mapped_programmes(page: &Page<'_>) -> Vec<Programme> {
    let mut found: Vec<Programme> = Vec::new();
    let mut list: Option<(usize, Option<usize>)> = None;
    for entry in &page.contents.map {
        let words = page.words(entry.title);
        if folded(numbered(words).1) == "programma's" {
            list = Some((entry.indent, None));
            continue;
        }
        let Some((above, below)) = list else { continue };
        if entry.indent <= above {
            list = None;
            continue;
        }
        list = Some((above, below.or(Some(entry.indent))));
        let (number, name) = numbered(words);
        let is_child = below.is_none_or(|below| entry.indent == below);
        if is_child && is_listed_name(name) && asks(words) == Asks::Nothing && named_kind(name).is_none() {
            found.push(programme(entry.title, words, number, name));
        }
    }
    found
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
    let (number, words) = numbered(words);
    if number.is_some_and(is_time) {
        return None;
    }
    let level_end = words.find(|character: char| is_space(character) || character == ':')?;
    let level = folded(&words[..level_end]);
    if !levels.contains(&level.as_str()) {
        return None;
    }
    let rest = words[level_end..].trim_start_matches(|character: char| is_space(character) || character == ':');
    let (number, name) = numbered(without_page_number(rest));
    let name =
        name.trim_matches(|character: char| is_space(character) || matches!(character, '-' | '–' | '|' | ':' | '.' | '‘' | '’'));
    let name = name.split(", bedragen").next().unwrap_or(name);
    let name = name.split(GAP).next().unwrap_or(name).trim_end();
    let heads_columns = names_columns(name) || (number.is_none() && words[level_end..].starts_with('\t'));
    (is_name(name) && !heads_columns).then_some((number, name))
}

/// `19.30 Programma Wonen`: an hour of an agenda, no chapter.
fn is_time(number: &str) -> bool {
    let parts = number.split_once('.').and_then(|(hour, minutes)| Some((hour.parse::<u32>().ok()?, minutes)));
    parts.is_some_and(|(hour, minutes)| {
        (7..24).contains(&hour) && minutes.len() == 2 && minutes.ends_with(['0', '5']) && minutes < "60"
    })
}

/// Between two columns of a page.
const GAP: &str = "    ";

/// `Lasten Baten Saldo`: the heads of a table whose corner says `Programma`.
fn names_columns(name: &str) -> bool {
    const HEADS: [&str; 9] = ["lasten", "baten", "saldo", "rekening", "begroting", "raming", "realisatie", "was", "totaal"];
    folded(name).split(' ').next().is_some_and(|first| HEADS.contains(&first))
}

/// Whether words are those of several columns: with years, or parted by tabs.
fn holds_columns(name: &str) -> bool {
    name.contains(|character: char| character.is_ascii_digit() || matches!(character, '\t' | '|'))
}

/// In a list of contents a page number stands behind each name, after a gap or dots.
fn without_page_number(words: &str) -> &str {
    let bare = words.trim_end_matches(|last: char| last.is_ascii_digit());
    let gap = bare.len() < words.len() && (bare.ends_with("  ") || bare.ends_with('\t') || bare.trim_end().ends_with(".."));
    if gap { bare.trim_end_matches(|last: char| is_space(last) || last == '.') } else { words }
}

/// `P7 Bomen, paden en water`: a code of one letter and digits.
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
        check("Programma 2 | Werk en rust\n\nTekst.\n\nProgramma 2: Doelen\n\nTekst.", &["2 Werk en rust: "]);
        check("Begroting\n\nProgramma: P7 Bomen\n\nTekst.\n\nP7 Bomen\n\nTekst.", &["P7 Bomen: "]);
        check(
            "Begroting\n\nProgramma: P7 Bomen\n\nTekst.\n\nProgramma\t2024\t2025\n7 Nieuwe lanen\t5\t6\nGeraamd resultaat\t7\t8\n",
            &["P7 Bomen: "],
        );
        check("Uitnodiging\n\n19.30 Programma Wonen\n20.15 Programma Zorg\n21.00 Afsluiting\n", &[]);
        check("Resultaat 2023 x € 1.000\nProgramma\tUitkomst\nWonen\tV 120\nZorg\tN 350\n", &["- Wonen: ", "- Zorg: "]);
        check(
            "Tabel 1 Lasten per programma\nProgramma\t2024\t2025\nZorg\t5\t6\nTabel 2 Tarieven\nSoort\t2024\t2025\nRiool\t7\t8\n",
            &["- Zorg: "],
        );
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
    fn a_table_headed_by_one_programme_is_of_it() {
        let text = "Jaarstukken 2024\n\nProgramma Zorg\n\nWat heeft het gekost?\n\nBedragen x € 1.000\nProgramma Zorg\tBegroting 2024\t\
                    Rekening 2024\nLasten\nJeugd\t4\t5\nOuderen\t6\t7\nTotaal lasten\t10\t12\n";
        check(text, &["- Zorg: "]);
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        assert!(document.figures.len() == 6 && document.figures.iter().all(|figure| figure.programme == Some(0)));
    }

    #[test]
    fn parts_in_lists_and_prose() {
        let text = "Programma Wonen\n\nWij werken met twee thema’s, te weten:\n\n • Bouwen\n • Sparen\n\nIn het thema Bouwen doen we dit.\n\n\
                    Deelprogramma's\n\n • Bouwen\n • Samen Zingen\n";
        check(text, &["- Wonen: Bouwen, Sparen, Samen Zingen"]);
        check("Jaarrekening 2023\n\nVolgens deelprogramma Groen en Grijs is dit af.", &[": Groen en Grijs"]);
        check("Jaarrekening 2023\n\nOns thema ‘Doen’ is af, het thema heeft geld.", &[": Doen"]);
    }

    #[test]
    fn parts_by_their_numbers_in_tables() {
        let text = "Begroting 2024\n\nProgramma: P7 Bomen\n\nPost 2024 2025\n7.1 Parken 5 6\n7.2 Lanen 7 8\n8.1 Wegen 1 1\n";
        check(text, &["P7 Bomen: Parken, Lanen"]);
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
