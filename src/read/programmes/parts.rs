//! The parts of programmes: in lists, in sentences, in tables, and as chapters.

use std::{collections::BTreeMap, ops::Bound};

use super::{PROGRAMME_LEVELS, ProgrammeIndex, called, is_listed_name, is_name, place_of};
use crate::{
    blocks::{Block, Form},
    document::{Kind, Part, Programme},
    read::{
        heading::{Asks, asks},
        outline::{numbered, title},
        page::{Page, Scopes},
    },
    scan::words::{folded, is_space, just_behind, words},
    source::{Span, sort_by_rank},
};

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

/// A part and the programme whose number its own goes on with.
pub(super) struct FoundPart {
    pub(super) part: Part,
    pub(super) owner: Option<usize>,
}

/// Every part, in the order of the text. What is a programme's name is no part's.
pub(super) fn parts(page: &Page<'_>, programmes: &[Programme], scopes: &Scopes, kind: Option<Kind>) -> Vec<FoundPart> {
    let mut found = Parts::default();
    found.under_headings(page);
    found.enumerated(page);
    found.in_prose(page);
    found.of_names(page, programmes);
    found.in_tables(page, programmes, scopes);
    if kind == Some(Kind::CoalitionAgreement) {
        found.chapters(page);
    }
    let index = ProgrammeIndex::of(programmes);
    found.parts.retain(|found| index.find(None, &found.part.name).is_none());
    sort_by_rank(&mut found.parts, |found| u64::from(found.part.span.start));
    found.parts
}

/// Collects parts; each name counts once, where it stands first as the name of a part.
#[derive(Default)]
struct Parts {
    parts: Vec<FoundPart>,
    /// The names so far, folded, and where each stands in the list.
    known: BTreeMap<String, usize>,
}

impl Parts {
    fn add(&mut self, page: &Page<'_>, span: Span) {
        self.add_owned(page, span, None);
    }

    fn add_owned(&mut self, page: &Page<'_>, span: Span, owner: Option<usize>) {
        let words = page.words(span);
        let (number, name) =
            called(words, &PART_LEVELS).or_else(|| called(words, &PROGRAMME_LEVELS)).unwrap_or_else(|| numbered(words));
        let span = place_of(span, words, name);
        if let Some(known) = self.known.get(&folded(name)).and_then(|&at| self.parts.get_mut(at)) {
            known.part.span = known.part.span.min(span);
            return;
        }
        if !name.is_empty() {
            self.known.insert(folded(name), self.parts.len());
            self.parts.push(FoundPart { part: Part { number: number.map(str::to_owned), name: name.to_owned(), span }, owner });
        }
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

    /// `in het thema Bouwen`, `onderdeel ‘Zuinig leven’`.
    fn in_prose(&mut self, page: &Page<'_>) {
        for span in page.prose() {
            let text = page.words(span);
            for word in words(text).filter(|word| LEVELS_IN_PROSE.contains(&folded(word.text).as_str())) {
                let rest = &text[word.end()..];
                let start = word.end() + rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\n']).len();
                // A document has an "onderdeel" too: only between quotes it is surely a part's name.
                let bare = || capitalised(text, start).filter(|_| !word.text.eq_ignore_ascii_case("onderdeel"));
                let Some((from, to)) = quoted(text, start).or_else(bare) else { continue };
                let ahead = folded(just_behind(text, from, LONGEST_NAME_BYTES));
                if !self.begins_with_known(&ahead) {
                    self.add(page, span.part(from, to));
                }
            }
        }
    }

    /// A programme called `A, B en C` whose headings take up A, B and C has these as its parts.
    fn of_names(&mut self, page: &Page<'_>, programmes: &[Programme]) {
        let mut listing: BTreeMap<String, Vec<Span>> = BTreeMap::new();
        for programme in programmes {
            let names = enumeration(&programme.name, 0);
            for &(from, to) in names.iter().filter(|_| names.len() > 1) {
                listing.entry(folded(&programme.name[from..to])).or_default().push(programme.span);
            }
        }
        for (_, span) in page.headings().filter(|_| !listing.is_empty()) {
            let words = page.words(span);
            let head = words.split(':').next().unwrap_or(words).trim_end();
            // The programme's own name is no heading of a part.
            let listed = listing.get(&folded(head)).is_some_and(|spans| spans.iter().any(|own| !own.overlaps(span)));
            if listed {
                self.add(page, span.part(0, head.len()));
            }
        }
    }

    /// Whether a text begins with a name that is known: the known names that sort before it are tried from the nearest on.
    fn begins_with_known(&self, ahead: &str) -> bool {
        const NEAREST: usize = 8;
        self.known
            .range::<str, _>((Bound::Unbounded, Bound::Included(ahead)))
            .rev()
            .take(NEAREST)
            .any(|(known, _)| ahead.starts_with(known.as_str()))
    }

    /// Labels of tables that are called parts, or whose numbers go on with a programme's: `5.1` of programme 5, `1A`, `1B`.
    /// A task field has such a number too; it stands under another programme, or in a table that says so.
    fn in_tables(&mut self, page: &Page<'_>, programmes: &[Programme], scopes: &Scopes) {
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        // Collecting would sort, and bring the code for that.
        numbers.extend(programmes.iter().enumerate().filter_map(number_and_place));
        for (at, block) in page.blocks.iter().enumerate() {
            let Form::Table(grid) = &block.form else { continue };
            let scope = scopes.at(block.span);
            let is_of_fields = scope.is_none() && speaks_of_fields(page, at);
            for span in grid.rows.iter().flat_map(|row| row.group.into_iter().chain(row.label.first().copied())) {
                let words = page.words(span);
                let (number, name) = numbered(words);
                let owner = number.and_then(|number| owner_of(number, &numbers)).filter(|_| !is_of_fields);
                let is_own =
                    number.is_some_and(is_lettered) || owner.is_some_and(|owner| scope.is_none_or(|scope| scope == owner));
                if (is_own && is_listed_name(name)) || called(words, &PART_LEVELS).is_some() {
                    self.add_owned(page, span, owner);
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
            let is_chapter = asks(words) == Asks::Nothing && !is_title && !opens_or_closes(words);
            is_chapter && *at > 0 && is_name(numbered(words).1) && has_text(page, *at)
        });
        chapters.for_each(|(_, span)| self.add(page, span));
    }
}

/// Whether a heading belongs to the document itself, not to what the parties agreed.
fn opens_or_closes(heading: &str) -> bool {
    const OF_THE_DOCUMENT: [&str; 10] = [
        "voorwoord",
        "inhoud",
        "inleiding",
        "tot slot",
        "slot",
        "samenvatting",
        "ondertekening",
        "portefeuille",
        "colofon",
        "burgemeester",
    ];
    let folded = folded(numbered(heading).1);
    OF_THE_DOCUMENT.iter().any(|word| folded.starts_with(word))
}

/// A programme's number without its letter and leading zeros: `P5` is `5`.
pub(super) fn bare_number(number: &str) -> &str {
    number.trim_start_matches(['P', 'p', '0'])
}

fn number_and_place((at, programme): (usize, &Programme)) -> Option<(&str, usize)> {
    programme.number.as_deref().map(|number| (bare_number(number), at))
}

/// The programme whose number this one goes on with: `5.1` or `5A` with `5`.
fn owner_of(number: &str, numbers: &BTreeMap<&str, usize>) -> Option<usize> {
    let programme = match number.split_once('.') {
        Some((programme, _)) => programme,
        None if is_lettered(number) => number.trim_end_matches(|letter: char| letter.is_ascii_uppercase()),
        None => return None,
    };
    numbers.get(bare_number(programme)).copied()
}

/// `1A`: a letter behind one digit says by itself that it numbers a part.
fn is_lettered(number: &str) -> bool {
    matches!(number.as_bytes(), [digit, letter] if digit.is_ascii_digit() && letter.is_ascii_uppercase())
}

/// Whether the words of a table or right above it say that its rows are task fields.
fn speaks_of_fields(page: &Page<'_>, at: usize) -> bool {
    const ABOVE: usize = 2;
    const MOST_BYTES: usize = 300;
    let blocks = &page.blocks[at.saturating_sub(ABOVE)..=at];
    blocks.iter().any(|block| {
        let start = block.span.start as usize;
        folded(just_behind(page.text, start, MOST_BYTES.min(block.span.len()))).contains("taakveld")
    })
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

/// Whether a level word in the plural is among the last words: `drie pijlers`, `onze thema’s zijn`.
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
    for word in words(just_behind(text, start, LONGEST_NAME_BYTES)) {
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
