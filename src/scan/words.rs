//! Words and their edges.

/// A word and where it begins, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// The letters, without the punctuation around them.
    pub text: &'a str,
    /// Where it begins.
    pub start: usize,
}

impl Word<'_> {
    /// The byte after its last one.
    pub fn end(self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it begins with a capital.
    pub fn is_capitalised(self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// Whether a character belongs to a word: letters, digits, and what joins them (`Midden-Nederland`, `foto's`, `P&O`).
fn joins(character: char) -> bool {
    matches!(character, '-' | '\'' | '’' | '&')
}

/// The words of a text, in order. A hyphen or apostrophe counts inside a word only.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let end = start + word_length(&text[start..]);
        at = end;
        Some(Word { text: &text[start..end], start })
    })
}

fn word_length(text: &str) -> usize {
    let mut end = 0;
    for (index, character) in text.char_indices() {
        if character.is_alphanumeric() {
            end = index + character.len_utf8();
        } else if !joins(character) || end < index {
            break;
        }
    }
    end
}

/// A word printed with a space between each two letters, joined again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpacedWord {
    /// Its letters, without the spaces.
    pub text: String,
    /// Where it begins.
    pub start: usize,
    /// The byte after its last letter.
    pub end: usize,
}

/// Words that are printed with a space between each two letters, as titles on a cover are: `B E G R O T I N G`.
pub fn spaced_words(text: &str) -> Vec<SpacedWord> {
    const LEAST_LETTERS: usize = 4;
    let mut found: Vec<SpacedWord> = Vec::new();
    for word in words(text).filter(|word| word.text.chars().nth(1).is_none()) {
        match found.last_mut().filter(|last| text.get(last.end..word.start) == Some(" ")) {
            Some(last) => {
                last.text.push_str(word.text);
                last.end = word.end();
            }
            None => found.push(SpacedWord { text: word.text.to_owned(), start: word.start, end: word.end() }),
        }
    }
    found.retain(|word| word.text.chars().count() >= LEAST_LETTERS);
    found
}

/// Whether no letter or digit stands right before `start` or right after `end`.
pub fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Where `needle` (in lower case) stands in `text` as words of its own, case ignored.
pub fn find_words(text: &str, needle: &str) -> Option<usize> {
    find_ignoring_case(text, needle).find(|&start| stands_alone(text, start, start + needle.len()))
}

/// Every place where `needle` (ASCII lower case) stands in `text`, case ignored.
fn find_ignoring_case<'a>(text: &'a str, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    text.windows(needle.len().max(1))
        .enumerate()
        .filter(move |(_, window)| window.eq_ignore_ascii_case(needle))
        .map(|(start, _)| start)
}

/// Whether a text ends in these words (in lower case), as words of their own; case and white space behind them ignored.
pub fn ends_with_words(text: &str, words: &str) -> bool {
    let text = text.trim_end();
    let Some(start) = text.len().checked_sub(words.len()) else { return false };
    text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(words)) && !text[..start].ends_with(char::is_alphanumeric)
}

/// At most `most` bytes of a text up to `at`, whole characters only: enough to look back a few words. Empty where `at` is
/// no place between two characters.
pub fn just_before(text: &str, at: usize, most: usize) -> &str {
    let start = (at.saturating_sub(most)..=at).find(|&start| text.is_char_boundary(start));
    start.and_then(|start| text.get(start..at)).unwrap_or_default()
}

/// At most `most` bytes of a text from `at` on, whole characters only. Empty where `at` is no place between two characters.
pub fn just_behind(text: &str, at: usize, most: usize) -> &str {
    let last = text.len().min(at.saturating_add(most));
    let end = (at..=last).rev().find(|&end| text.is_char_boundary(end));
    end.and_then(|end| text.get(at..end)).unwrap_or_default()
}

/// Articles, prepositions and the like, in lower case: a capital on one says only that a sentence begins.
pub fn is_small_word(word: &str) -> bool {
    const SMALL: [&str; 62] = [
        "de",
        "het",
        "een",
        "in",
        "voor",
        "met",
        "van",
        "bij",
        "door",
        "ons",
        "onze",
        "dat",
        "ook",
        "wij",
        "we",
        "zij",
        "ze",
        "er",
        "dit",
        "deze",
        "die",
        "om",
        "op",
        "aan",
        "uit",
        "als",
        "en",
        "of",
        "maar",
        "want",
        "dus",
        "daarnaast",
        "daarom",
        "samen",
        "zo",
        "wat",
        "hoe",
        "waar",
        "hier",
        "daar",
        "dan",
        "nu",
        "naast",
        "tot",
        "tussen",
        "over",
        "onder",
        "vanaf",
        "sinds",
        "via",
        "alle",
        "elke",
        "veel",
        "binnen",
        "buiten",
        "ik",
        "rond",
        "per",
        "bijvoorbeeld",
        "waaronder",
        "zoals",
        "tenslotte",
    ];
    SMALL.contains(&folded(word).as_str())
}

/// White space as it stands in exports: no-break space and its kin count.
pub fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}')
}

/// A letter in lower case, as far as Latin-1 goes. That is all that Dutch is written with, and it spares the reader the
/// tables of every script.
pub fn lower(character: char) -> char {
    match character {
        'À'..='Þ' if character != '×' => char::from_u32(character as u32 + 32).unwrap_or(character),
        _ => character.to_ascii_lowercase(),
    }
}

/// A text in lower case with straight quotes and single spaces: for comparing, never for showing.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for part in text.split(is_space).filter(|part| !part.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(part.chars().map(lower).map(|character| match character {
            '’' | '‘' | '`' | '´' => '\'',
            other => other,
        }));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_joins_them() {
        let found: Vec<_> = words("De GGD’en, (Midden-Nederland) - foto's 12%").map(|word| (word.text, word.start)).collect();
        assert_eq!(found, [("De", 0), ("GGD’en", 3), ("Midden-Nederland", 14), ("foto's", 34), ("12", 41)]);
    }

    #[test]
    fn spaced_letters_are_a_word() {
        let found: Vec<_> = spaced_words("In B E G R O T I N G  2 0 2 4 (a b), X")
            .into_iter()
            .map(|word| (word.text, word.start, word.end))
            .collect();
        assert_eq!(found, [("BEGROTING".to_owned(), 3, 20), ("2024".to_owned(), 22, 29)]);
    }

    #[test]
    fn words_are_found_whole() {
        assert_eq!(find_words("De Jaarrekening 2019", "jaarrekening"), Some(3));
        assert_eq!(find_words("Meerjarenrekening", "rekening"), None);
        assert_eq!(find_words("subrekening en rekening", "rekening"), Some(15));
    }

    #[test]
    fn words_at_the_end_are_whole() {
        assert!(ends_with_words("meer dan in ", "dan in"));
        assert!(ends_with_words("Dit", "dit"));
        assert!(!ends_with_words("audit", "dit"));
        assert!(!ends_with_words("€", "dit"));
    }

    #[test]
    fn windows_cut_no_character() {
        assert_eq!(just_before("a€b", 4, 2), "");
        assert_eq!(just_before("a€b", 4, 3), "€");
        assert_eq!(just_behind("a€b", 1, 2), "");
        assert_eq!(just_behind("a€b", 1, 99), "€b");
        assert_eq!((just_behind("a€b", 9, 9), just_before("a€b", 9, 9), just_behind("a€b", 2, 9)), ("", "", ""));
    }

    #[test]
    fn lower_case_goes_as_far_as_latin_1() {
        let lowered: String = "ÀÉÏÖÞ×ßZŁ€".chars().map(lower).collect();
        assert_eq!(lowered, "àéïöþ×ßzŁ€");
    }

    #[test]
    fn folding_is_for_comparing() {
        assert_eq!(folded(" Programma’s\u{a0} en  Doelen "), "programma's en doelen");
    }
}
