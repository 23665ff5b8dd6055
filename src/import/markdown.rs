//! Markdown: plain text whose marks are for programs.
//!
//! The reader knows the marks of headings, lists and tables. Those inside a line go, so that a name is found as people
//! read it. What is struck through keeps its `~~`: it no longer holds.

/// The text without the marks inside its lines.
pub(super) fn text(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(at) = rest.find(['*', '_', '[', '!', '\\', '`']) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let last = text.chars().next_back();
        let (kept, length) = mark(from, last);
        text.push_str(kept);
        rest = &from[length..];
    }
    text.push_str(rest);
    text
}

/// What to keep of a mark, and how long it is.
fn mark(from: &str, last: Option<char>) -> (&str, usize) {
    let first = &from[..1];
    let rest = &from[1..];
    match first {
        "\\" if rest.starts_with(|next: char| next.is_ascii_punctuation()) => (&rest[..1], 2),
        "`" => ("", 1),
        "!" if rest.starts_with('[') => link(rest).map_or((first, 1), |(_, length)| ("", length + 1)),
        "[" => link(from).unwrap_or((first, 1)),
        "*" | "_" => emphasis(from, last),
        _ => (first, 1),
    }
}

/// `[words](address)`: the words, and the length of it all. Neither holds another bracket, so that each is looked at once.
fn link(from: &str) -> Option<(&str, usize)> {
    let close = 1 + from[1..].find(['[', ']', '\n'])?;
    let address = from[close..].strip_prefix("](")?;
    let end = address.find([')', '[', '\n'])?;
    address[end..].starts_with(')').then(|| (&from[1..close], close + 2 + end + 1))
}

/// Stars and underlines go where they stand at the edge of a word; a star or line by itself is a bullet or a rule.
fn emphasis(from: &str, last: Option<char>) -> (&str, usize) {
    let sign = if from.starts_with('*') { '*' } else { '_' };
    let length = from.len() - from.trim_start_matches(sign).len();
    let next = from[length..].chars().next();
    let is_space = |character: Option<char>| character.is_none_or(char::is_whitespace);
    let inside_word = sign == '_' && last.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
    if length > 3 || inside_word || is_space(last) && is_space(next) { (&from[..length], length) } else { ("", length) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &str) {
        assert_eq!(text(markdown), expected, "{markdown}");
    }

    #[test]
    fn marks_inside_a_line_go() {
        check("**Lasten** en _baten_ van `Zon`", "Lasten en baten van Zon");
        check("zie [de site](https://voorbeeld.nl/a) en ![logo](b.png)", "zie de site en ");
        check("1\\. Zorg \\[concept\\]", "1. Zorg [concept]");
    }

    #[test]
    fn what_the_reader_knows_stays() {
        check(
            "# Zorg\n\n* een\n- twee\n\n| a | b |\n|---|---|\n~~12~~ 13",
            "# Zorg\n\n* een\n- twee\n\n| a | b |\n|---|---|\n~~12~~ 13",
        );
    }

    #[test]
    fn what_is_no_mark_stays() {
        check("bestand_van_zon [zonder adres] 3 * 4 C:\\map", "bestand_van_zon [zonder adres] 3 * 4 C:\\map");
        check("__________ ****", "__________ ****");
        check("Wat nu! [x](y", "Wat nu! [x](y");
    }

    #[test]
    fn a_million_open_brackets_take_no_time() {
        let brackets = "[".repeat(200_000);
        assert_eq!(text(&brackets), brackets);
    }
}
