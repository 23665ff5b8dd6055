//! How wide words are, by a table: the browser's own measure would need an element on the page with a style of its own.
//!
//! Nobody knows which font the page will have. The table is that of a common sans serif, made a little wider, so that words
//! have room in the wider ones too.

/// The size of letters, in units of the picture.
pub(super) const TEXT_SIZE: f32 = 13.0;

/// The widths of the characters from space to `~`, in thousandths of the size.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
    722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
    500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// The width of a letter that is not in the table, such as one with an accent.
const OTHER: u16 = 611;

/// Where the scripts begin whose letters are as wide as they are high.
const FIRST_WIDE: char = '\u{1100}';

/// What wider fonts need beside that of the table.
const ROOM: f32 = 1.12;

/// The width of words, in units of the picture.
pub(super) fn width(words: &str) -> f32 {
    words.chars().map(width_of).sum()
}

fn width_of(character: char) -> f32 {
    let place = (character as usize).wrapping_sub(' ' as usize);
    let thousandths = WIDTHS.get(place).copied().unwrap_or(if character >= FIRST_WIDE { wide(character) } else { OTHER });
    f32::from(thousandths) / 1000.0 * TEXT_SIZE * ROOM
}

/// Punctuation and signs such as `’` and `€` stand among the wide scripts' numbers, but are no wider than letters.
fn wide(character: char) -> u16 {
    if ('\u{2000}'..'\u{2e80}').contains(&character) { OTHER } else { 1000 }
}

/// Words in lines that are no wider than `most`. A word that is too long for a line is cut, with a hyphen.
pub(super) fn lines(words: &str, most: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&joined) <= most {
            line = joined;
            continue;
        }
        lines.extend(Some(std::mem::take(&mut line)).filter(|line| !line.is_empty()));
        line = cut(word, most, &mut lines);
    }
    lines.extend(Some(line).filter(|line| !line.is_empty()));
    lines
}

/// Puts whole lines of a long word into `lines`; what is left of it begins the next one.
fn cut(word: &str, most: f32, lines: &mut Vec<String>) -> String {
    if width(word) <= most {
        return word.to_owned();
    }
    let mut line = String::new();
    let mut used = 0.0;
    for character in word.chars() {
        // A line takes one letter at least, however narrow it is.
        if used + width_of(character) + width_of('-') > most && !line.is_empty() {
            line.push('-');
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        used += width_of(character);
        line.push(character);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, most: f32, expected: &[&str]) {
        assert_eq!(lines(words, most), expected, "{words} in {most}");
    }

    #[test]
    fn wide_letters_are_wider() {
        assert!(width("WWW") > width("mmm"));
        assert!(width("mmm") > width("iii"));
        assert!(width("€ 1.000") > 40.0 && width("€ 1.000") < 60.0);
    }

    #[test]
    fn words_break_where_the_line_is_full() {
        check("Bestuur en dienstverlening", 200.0, &["Bestuur en dienstverlening"]);
        check("Bestuur en dienstverlening", 110.0, &["Bestuur en", "dienstverlening"]);
        check("", 100.0, &[]);
    }

    #[test]
    fn a_word_that_is_too_long_is_cut() {
        check("Arbeidsmarktparticipatie", 100.0, &["Arbeidsmarktp-", "articipatie"]);
        for line in lines(&"onafgebroken".repeat(20), 90.0) {
            assert!(width(&line) <= 90.0, "{line}");
        }
        assert_eq!(lines("abc", 1.0), ["a-", "b-", "c"]);
    }
}
