//! Blocks to the pieces that can be a goal or a measure: titles, paragraphs, items, lines with a code or a label.

use crate::{
    blocks::{Block, Form},
    read::{
        heading::{Asks, asks, names_column},
        page::Page,
    },
    scan::{
        words::{folded, is_space, words},
        year,
    },
    source::Span,
};

/// What a label or a column is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Goal,
    Measure,
    Other,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A line above others.
    Heading,
    /// Running text.
    Paragraph,
    /// A list item.
    Item { indent: usize },
    /// A line behind a code: `1.1 Meer sport`.
    Coded { code: &'a str },
    /// A line behind a label: `Doel 1: Meer sport`, `Activiteit: Een hal bouwen`.
    Labelled { part: Part, code: Option<&'a str> },
    /// A field of a record that is neither: `Status: gereed`.
    Field,
    /// The heads of a table of goals and measures, by what each column is of.
    Heads(Vec<Part>),
    /// Anything else: figures, tables.
    Other,
}

/// A piece and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) piece: Piece<'a>,
    /// The words that count: without mark, code or label.
    pub(super) text: Span,
    /// The block that it stands in.
    pub(super) block: usize,
}

/// The pieces of a text, in order, without furniture.
pub(super) fn tokens<'a>(page: &Page<'a>) -> Vec<Token<'a>> {
    let mut tokens = Vec::new();
    for (at, block) in page.blocks.iter().enumerate() {
        match block.form {
            Form::Furniture => {}
            Form::Item(item) => tokens.push(item_token(page, at, block, item.text, item.indent)),
            Form::Heading | Form::Paragraph => push_lines(page, at, block, &mut tokens),
            _ => tokens.push(Token { piece: Piece::Other, text: block.span, block: at }),
        }
    }
    tokens
}

fn item_token<'a>(page: &Page<'a>, at: usize, block: &Block, text: Span, indent: usize) -> Token<'a> {
    let mark = Span { start: block.span.start, end: text.start };
    let number = page.words(mark).trim().trim_end_matches(['.', ')', ':']);
    let own = line_piece(page.words(text)).filter(|(piece, _)| !matches!(piece, Piece::Heads(_)));
    let (piece, start) = own.unwrap_or_else(|| {
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        (if is_number { Piece::Coded { code: number } } else { Piece::Item { indent } }, 0)
    });
    Token { piece, text: text.part(start, text.len()), block: at }
}

/// A paragraph is one piece, unless lines of it begin with a code or a label, or part cells.
fn push_lines<'a>(page: &Page<'a>, at: usize, block: &Block, tokens: &mut Vec<Token<'a>>) {
    let words = page.words(block.span);
    let whole = if block.form == Form::Heading { Piece::Heading } else { Piece::Paragraph };
    let mut start = 0;
    for line in words.split_inclusive('\n') {
        let trimmed = line.trim_matches(is_space);
        let from = start + line.find(trimmed).unwrap_or(0);
        let span = block.span.part(from, from + trimmed.len());
        start += line.len();
        let found = line_piece(trimmed).or_else(|| asks_alone(trimmed).then_some((Piece::Heading, 0)));
        match (found, tokens.last_mut().filter(|last| last.block == at)) {
            (Some((piece, text)), _) => tokens.push(Token { piece, text: span.part(text, span.len()), block: at }),
            (None, Some(last)) if !matches!(last.piece, Piece::Heading | Piece::Heads(_)) => last.text = last.text.to(span),
            (None, last) if !trimmed.is_empty() => {
                let piece = if last.is_some() { Piece::Paragraph } else { whole.clone() };
                tokens.push(Token { piece, text: span, block: at });
            }
            (None, _) => {}
        }
    }
}

/// A question, or a name of goals or measures with a colon, that stands on a line of its own within a paragraph.
fn asks_alone(line: &str) -> bool {
    const LONGEST_BYTES: usize = 120;
    let ends = line.len() <= LONGEST_BYTES && line.ends_with(['?', ':']);
    ends && !matches!(asks(line), Asks::Nothing | Asks::Section | Asks::Guide) && !line.contains(". ")
}

/// What a line is by its begin, and where its own words start.
fn line_piece(line: &str) -> Option<(Piece<'_>, usize)> {
    if let Some(heads) = heads(line) {
        return Some((Piece::Heads(heads), 0));
    }
    labelled(line).or_else(|| code_length(line).map(|(code, start)| (Piece::Coded { code }, start)))
}

/// `Doel 1: …`, `Activiteit: …`, `Status: …`.
fn labelled(line: &str) -> Option<(Piece<'_>, usize)> {
    const LONGEST_LABEL_BYTES: usize = 32;
    let label = words(line).next().filter(|word| word.start == 0)?;
    let part = part_of(&folded(label.text));
    let rest = &line[label.end()..];
    let number = rest.trim_start_matches([' ', '\u{a0}']);
    let digits = number.find(|character: char| !character.is_ascii_alphanumeric() && character != '.').unwrap_or(number.len());
    let code = number[..digits].trim_end_matches('.');
    let code =
        Some(code).filter(|code| code.bytes().any(|byte| byte.is_ascii_digit()) && code.len() <= 6 && year(code).is_none());
    let behind = if code.is_some() { number[digits..].trim_start() } else { number };
    let parted = behind.strip_prefix([':', '-', '–', '|']).filter(|_| part != Part::Other || behind.starts_with(':'));
    let text = match (parted, code) {
        (Some(text), _) if behind.starts_with(':') || code.is_some() => text,
        (None, Some(_)) if part != Part::Other && behind.starts_with(char::is_uppercase) => behind,
        _ => return field(line, LONGEST_LABEL_BYTES),
    };
    let text = text.trim_start_matches(is_space);
    let piece = if part == Part::Other { return field(line, LONGEST_LABEL_BYTES) } else { Piece::Labelled { part, code } };
    (!text.is_empty()).then(|| (piece, line.len() - text.len()))
}

/// `Status: Gereed`: a field that says something of a measure or a goal, not what it is.
fn field(line: &str, most: usize) -> Option<(Piece<'_>, usize)> {
    let (label, value) = line.split_once(':').filter(|(label, _)| label.len() <= most)?;
    let folded = folded(label);
    let first = folded.split(' ').next().unwrap_or_default();
    let known =
        folded == "stand van zaken" || FIELDS.contains(&first) || (names_column(&folded) && part_of(&folded) == Part::Other);
    (known && value.starts_with(is_space)).then_some((Piece::Field, 0))
}

/// Labels of what is said about a goal or a measure.
const FIELDS: [&str; 12] = [
    "status",
    "planning",
    "voortgang",
    "budget",
    "betrokken",
    "partners",
    "projecten",
    "toelichting",
    "bron",
    "kosten",
    "verantwoordelijk",
    "samenwerking",
];

fn part_of(folded: &str) -> Part {
    match asks(folded) {
        Asks::Goals => Part::Goal,
        Asks::Measures => Part::Measure,
        _ => Part::Other,
    }
}

/// The heads of a table of goals and measures: cells parted by bars, tabs or gaps, or nothing but names of columns.
fn heads(line: &str) -> Option<Vec<Part>> {
    let cells: Vec<&str> = cells(line).into_iter().map(|(from, to)| &line[from..to]).collect();
    let heads: Vec<Part> = if cells.len() > 1 { cells.iter().map(|cell| part_of(cell)).collect() } else { named_columns(line)? };
    let has = |part: Part| heads.contains(&part);
    let is_table = has(Part::Goal) && has(Part::Measure) || (cells.len() < 2 && (has(Part::Goal) || has(Part::Measure)));
    is_table.then_some(heads)
}

/// `Kerndoel Operationeel doel Acties 2031`: a line of at least two names of columns and nothing else.
fn named_columns(line: &str) -> Option<Vec<Part>> {
    const MOST_WORDS: usize = 9;
    let folded = folded(line);
    let mut heads = Vec::new();
    for (at, word) in words(&folded).enumerate() {
        if at >= MOST_WORDS || !(names_column(word.text) || year(word.text).is_some()) {
            return None;
        }
        let is_adjective =
            matches!(word.text, "operationeel" | "operationele" | "strategisch" | "strategische" | "beoogd" | "beoogde");
        if !is_adjective && year(word.text).is_none() {
            heads.push(part_of(word.text));
        }
    }
    (heads.len() > 1 && line.starts_with(char::is_uppercase) && !line.contains([',', ':'])).then_some(heads)
}

/// The cells of a line that bars, tabs or gaps of three spaces part, also empty ones between bars and tabs.
pub(super) fn cells(line: &str) -> Vec<(usize, usize)> {
    let parter = if line.contains('|') {
        "|"
    } else if line.contains('\t') {
        "\t"
    } else {
        "   "
    };
    let mut cells = Vec::new();
    let mut at = 0;
    for cell in line.split(parter) {
        let words = cell.trim_matches(is_space);
        let from = at + cell.find(words).unwrap_or(0);
        if parter != "   " || !words.is_empty() {
            cells.push((from, from + words.len()));
        }
        at += cell.len() + parter.len();
    }
    if line.starts_with('|') && line.ends_with('|') && cells.len() > 2 {
        cells.remove(0);
        cells.pop();
    }
    cells
}

/// The code that a line begins with, without its letter, and where the words behind it start: `1.1 Meer sport`, `P3 1. Meer`, `D2 Rust`.
pub(super) fn code_length(line: &str) -> Option<(&str, usize)> {
    let whole = line;
    let line = line.trim_start_matches("**");
    let first = line.split(is_space).next()?;
    let rest = line[first.len()..].trim_start_matches(is_space);
    let first = first.trim_end_matches("**");
    let second = rest.split(is_space).next().filter(|second| is_lettered(first) && is_dotted(second));
    let (code, rest) = match second {
        Some(second) => (second, rest[second.len()..].trim_start_matches(is_space)),
        None if is_dotted(first) || is_lettered(first) => (first, rest),
        None => return None,
    };
    let text = rest.trim_start_matches(['-', '–', ':']).trim_start_matches(is_space);
    let upright = text.starts_with(|first: char| first.is_uppercase() || matches!(first, '‘' | '“' | '\'' | '"'));
    let number = code.trim_end_matches(['.', ')', ':']).trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    upright.then(|| (number, whole.len() - text.len()))
}

/// `1.1`, `2.3.01`, `4.` or `1.2:`: a number with a full stop in it or behind it.
fn is_dotted(word: &str) -> bool {
    const MOST_DIGITS: usize = 2;
    let number = word.trim_end_matches([')', ':']);
    let parts = number.trim_end_matches('.').split('.');
    number.contains('.')
        && number.len() <= 10
        && parts.clone().count() <= 4
        && parts.into_iter().all(|part| (1..=MOST_DIGITS).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `P3`, `D2.1`: a capital before a number.
fn is_lettered(word: &str) -> bool {
    let number = word.strip_prefix(|first: char| first.is_ascii_uppercase()).unwrap_or("");
    is_dotted(number) || ((1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Where the codes within a text begin: at its begin, or behind a space.
pub(super) fn codes(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut skip_to = 0;
    for (at, _) in text.match_indices(|character: char| character.is_ascii_digit() || character.is_ascii_uppercase()) {
        let is_start = at >= skip_to && (at == 0 || text[..at].ends_with(is_space));
        if let Some((_, length)) = is_start.then(|| code_length(&text[at..])).flatten() {
            starts.push(at);
            skip_to = at + length;
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_before_lines() {
        for (line, expected) in [
            ("1.1 Meer sport", Some(("1.1", "Meer sport"))),
            ("P3 1. Meer sport", Some(("1", "Meer sport"))),
            ("P3 1.2 Meer sport", Some(("1.2", "Meer sport"))),
            ("1.2.3 - Meer sport", Some(("1.2.3", "Meer sport"))),
            ("**A1** Meer sport", Some(("1", "Meer sport"))),
            ("4. Meer sport", Some(("4", "Meer sport"))),
            ("2.5 miljoen", None),
            ("2024. Meer", None),
            ("12 Meer", None),
            ("Meer 1.2 sport", None),
        ] {
            assert_eq!(code_length(line).map(|(code, start)| (code, &line[start..])), expected, "{line}");
        }
        assert_eq!(codes("P1 1. Rust P1 1.1 Orde 1.1.1 - Wij praten"), [0, 11, 23]);
    }

    #[test]
    fn heads_of_goal_tables() {
        use Part::{Goal, Measure, Other};
        for (line, expected) in [
            ("Kerndoel Operationeel doel Acties 2031", Some(vec![Goal, Goal, Measure])),
            ("Doel | Activiteit | Wanneer", Some(vec![Goal, Measure, Other])),
            ("Wat willen we bereiken?\tWat gaan we doen?", Some(vec![Goal, Measure])),
            ("Maatregel Gereed Trekker", Some(vec![Measure, Other, Other])),
            ("Doelen", None),
            ("Wat willen we bereiken?", None),
            ("Doel en middel", None),
        ] {
            assert_eq!(heads(line), expected, "{line}");
        }
    }

    #[test]
    fn labels_before_lines() {
        let part = |line: &'static str| labelled(line).map(|(piece, start)| (piece, &line[start..]));
        assert_eq!(part("Doel: Rust"), Some((Piece::Labelled { part: Part::Goal, code: None }, "Rust")));
        assert_eq!(part("Doel 1.2 Rust"), Some((Piece::Labelled { part: Part::Goal, code: Some("1.2") }, "Rust")));
        assert_eq!(part("Maatregel 3: Praten"), Some((Piece::Labelled { part: Part::Measure, code: Some("3") }, "Praten")));
        assert_eq!(part("Status: gereed"), Some((Piece::Field, "Status: gereed")));
        assert_eq!(part("Doel van de regeling"), None);
        assert_eq!(part("Acties 2023"), None);
        assert_eq!(part("Naam: Zon"), None);
    }
}
