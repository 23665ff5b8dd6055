//! The lines of a text that hold something.

use crate::{
    scan::{words::is_space, year},
    source::{LINE_BREAKS, Span},
};

/// A line with words on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its words, without the white space around them.
    pub span: Span,
    /// Characters of white space before them.
    pub indent: usize,
    /// Whether an empty line, or the begin of the text, stands before it.
    pub after_blank: bool,
    /// Whether an empty line, or the end of the text, stands behind it.
    pub before_blank: bool,
}

impl Line {
    /// Its words.
    pub fn text<'a>(&self, text: &'a str) -> &'a str {
        self.span.of(text)
    }
}

/// The lines of a text that are not empty, in order.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut start = 0;
    let mut blank = true;
    for raw in text.split_inclusive(LINE_BREAKS) {
        let words = raw.trim_matches(is_space);
        if is_underline(words) || is_spoken(words) {
            blank = true;
        } else if words.is_empty() {
            blank |= raw.ends_with(['\n', '\u{c}']) && !is_half_of_line_end(text, start);
        } else {
            let words = without_heading_mark(words);
            let lead = raw.find(words).unwrap_or(0);
            mark_last(&mut lines, blank);
            lines.push(Line {
                span: Span::new(start + lead, start + lead + words.len()),
                indent: raw[..lead].chars().count(),
                after_blank: blank,
                before_blank: true,
            });
            blank = false;
        }
        start += raw.len();
    }
    lines
}

fn mark_last(lines: &mut [Line], before_blank: bool) {
    if let Some(last) = lines.last_mut() {
        last.before_blank = before_blank;
    }
}

/// A line of `====` or `----` draws a rule below a heading or between two blocks; several do above a total.
fn is_underline(words: &str) -> bool {
    const FEWEST: usize = 4;
    let is_drawn = |part: &str| {
        let mut characters = part.chars();
        let first = characters.next().filter(|first| matches!(first, '=' | '-' | '~' | '_' | '*'));
        part.len() >= FEWEST && first.is_some_and(|first| characters.all(|character| character == first))
    };
    let mut parts = words.split(is_space).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some() && parts.all(is_drawn)
}

/// What a screen reader says of the form of a page: `lijst met 2 items`, `einde lijst`.
fn is_spoken(words: &str) -> bool {
    (words.starts_with("lijst met ") && words.ends_with(" items")) || matches!(words, "einde lijst" | "einde tabel")
}

/// Markdown writes `##` before a heading, a screen reader says `kop niveau 2`; the words are what counts.
fn without_heading_mark(words: &str) -> &str {
    let title = match words.get(..SPOKEN.len()) {
        Some(spoken) if spoken.eq_ignore_ascii_case(SPOKEN) => {
            words[SPOKEN.len()..].trim_start_matches(|level: char| level.is_ascii_digit())
        }
        _ => words.trim_start_matches('#'),
    };
    let title_words = title.trim_start_matches(is_space);
    let words = if title.len() < words.len() && title_words.len() < title.len() { title_words } else { words };
    let bold = words.strip_prefix("**").and_then(|words| words.strip_suffix("**"));
    bold.filter(|bold| !bold.is_empty() && !bold.contains("**")).unwrap_or(words)
}

const SPOKEN: &str = "kop niveau ";

/// Whether the line feed at `at` closes a carriage return.
fn is_half_of_line_end(text: &str, at: usize) -> bool {
    text[..at].ends_with('\r') && text[at..].starts_with('\n')
}

/// Whether a line is short enough, and free enough of the marks of a sentence, to be a label, a heading or a cell.
pub fn is_label(line: &str) -> bool {
    const MOST_CHARACTERS: usize = 110;
    const MOST_WORDS: usize = 14;
    const MOST_WORDS_OF_A_CALL: usize = 6;
    line.len() <= 2 * MOST_CHARACTERS
        && line.chars().count() <= MOST_CHARACTERS
        && line.split_whitespace().count() <= MOST_WORDS
        && !line.ends_with(['.', ',', ';'])
        && (!line.ends_with('!') || line.split_whitespace().count() <= MOST_WORDS_OF_A_CALL)
        && line.chars().any(char::is_alphabetic)
}

/// Whether a line holds nothing but years and the punctuation between them.
pub(super) fn is_years_only(line: &str) -> bool {
    let mut pieces =
        line.split(|character: char| is_space(character) || character == '|').filter(|piece| !piece.is_empty()).peekable();
    pieces.peek().is_some() && pieces.all(|piece| year(piece).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_the_blank_ones_around_them() {
        let text = "\u{feff}Een\r\n\r\n\u{a0}\n  Twee \nDrie\u{c}Vier";
        let found: Vec<_> =
            lines(text).iter().map(|line| (line.text(text), line.indent, line.after_blank, line.before_blank)).collect();
        let expected = [("Een", 1, true, true), ("Twee", 2, true, false), ("Drie", 0, false, false), ("Vier", 0, false, true)];
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_of_headings_are_no_words() {
        let text = "# Een\nkop niveau 2 Twee\n**Drie**\n~~~~\nVier\neinde lijst\n";
        let found: Vec<_> = lines(text).iter().map(|line| (line.text(text), line.before_blank)).collect();
        assert_eq!(found, [("Een", false), ("Twee", false), ("Drie", true), ("Vier", true)]);
    }

    #[test]
    fn rules_are_no_lines() {
        for rule in ["----", "=====", "------  ------"] {
            let text = format!("Een\n{rule}\nTwee");
            let found: Vec<_> = lines(&text).iter().map(|line| (line.text(&text), line.after_blank)).collect();
            assert_eq!(found, [("Een", true), ("Twee", true)], "{rule}");
        }
        assert_eq!(lines("Een\n- - -\nTwee").len(), 3);
    }

    #[test]
    fn windows_line_ends_are_no_blank_lines() {
        let text = "Een\r\nTwee\rDrie";
        assert!(lines(text).iter().skip(1).all(|line| !line.after_blank));
    }
}
