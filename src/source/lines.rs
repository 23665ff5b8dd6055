//! Where a text breaks into lines: at line feeds, carriage returns and form feeds, and at a pair of the first two once.

use super::Span;

/// What ends a line; a form feed ends a page with it.
pub const LINE_BREAKS: [char; 3] = ['\n', '\r', '\u{c}'];

/// The lines of a text without their breaks, also the empty ones.
pub fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut end = 0;
    text.split_inclusive(LINE_BREAKS).filter_map(move |line| {
        let start = end;
        end += line.len();
        let is_half_of_break = line == "\n" && text[..start].ends_with('\r');
        (!is_half_of_break).then(|| Span::new(start, start + line.trim_end_matches(LINE_BREAKS).len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = lines(text).map(|line| line.of(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn every_break_ends_a_line() {
        check("een\ntwee", &["een", "twee"]);
        check("een\rtwee", &["een", "twee"]);
        check("een\u{c}twee", &["een", "twee"]);
        check("een\r\ntwee\r\n", &["een", "twee"]);
    }

    #[test]
    fn empty_lines_are_lines() {
        check("een\n\ntwee", &["een", "", "twee"]);
        check("een\r\n\r\ntwee", &["een", "", "twee"]);
        check("een\r\rtwee", &["een", "", "twee"]);
        check("een\n\rtwee", &["een", "", "twee"]);
    }
}
