//! Texts out of a PDF: each page leaves its number on a line of its own (`Pagina 12 van 64`),
//! with or without the municipality's name.

use super::Layout;
use crate::scan::{self, words::folded};

/// See the module.
pub(super) struct PrintedPages;

impl Layout for PrintedPages {
    fn name(&self) -> &'static str {
        "printed-pages"
    }

    fn recognises(&self, text: &str) -> bool {
        text.lines().any(is_page_line)
    }

    fn is_furniture(&self, line: &str) -> bool {
        is_page_line(line)
    }
}

fn is_page_line(line: &str) -> bool {
    printed_page(line).is_some() && !bears_title(line)
}

/// Whether a line with a page number names the document too: the first of them may be the only title that there is.
fn bears_title(line: &str) -> bool {
    const MOST_WORDS: usize = 5;
    line.split_whitespace().count() > MOST_WORDS || scan::year(line.split_whitespace().nth(1).unwrap_or("")).is_some()
}

/// The number that a line prints as its page's: `Pagina 12 van 64`, `Begroting 2024 | blz. 12`, `Gemeente Voorbeeldstad Pagina 8`.
pub(super) fn printed_page(line: &str) -> Option<u32> {
    const LONGEST_BYTES: usize = 90;
    const WORDS: [&str; 5] = ["pagina", "blz.", "blz", "pag.", "page"];
    let line = line.trim().trim_matches(['|', '-', '–', ' ']);
    if line.len() > LONGEST_BYTES || !line.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let folded = folded(line);
    let words: Vec<&str> = folded.split([' ', '|', '/']).filter(|word| !word.is_empty()).collect();
    let at = words.iter().rposition(|word| WORDS.contains(word))?;
    let number = match words[at + 1..] {
        [number] => number,
        [number, last] | [number, "van", last] if last.parse::<u32>().is_ok() => number,
        _ => return None,
    };
    is_running_title(&words[..at]).then(|| number.parse().ok()).flatten()
}

/// Whether the words before the page's number are none, or those of a document's title: not those of a sentence.
fn is_running_title(words: &[&str]) -> bool {
    const TITLES: [&str; 9] = [
        "gemeente",
        "begroting",
        "programmabegroting",
        "meerjarenbegroting",
        "jaarstukken",
        "jaarrekening",
        "jaarverslag",
        "kadernota",
        "voorjaarsnota",
    ];
    words.is_empty() || words.iter().any(|word| TITLES.contains(word)) && !words.iter().any(|word| matches!(*word, "zie" | "op"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_line_of_its_own_is_one() {
        assert!(PrintedPages.is_furniture("Pagina 12 van 64"));
        assert!(PrintedPages.is_furniture("pagina 3"));
        assert!(PrintedPages.is_furniture("Gemeente Voorbeeldstad Pagina 8"));
        assert_eq!(printed_page("Begroting 2024 | blz. 8"), Some(8));
        assert!(!PrintedPages.is_furniture("Begroting 2024 | blz. 8"));
        assert!(PrintedPages.is_furniture("- Pagina 3/20 -"));
        assert!(!PrintedPages.is_furniture("Zie pagina 12"));
        assert!(!PrintedPages.is_furniture("Zie begroting pagina 12"));
        assert!(!PrintedPages.is_furniture("Pagina 12 van het plan"));
        assert!(PrintedPages.recognises("Zorg\n\n   Pagina 1 van 2\n"));
    }
}
