//! Texts out of a PDF: each page leaves its number on a line of its own (`Pagina 12 van 64`),
//! with or without the municipality's name.

use super::Layout;
use crate::scan::words::folded;

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
    const LONGEST_BYTES: usize = 40;
    let line = line.trim();
    if line.len() > LONGEST_BYTES || !line.ends_with(|last: char| last.is_ascii_digit()) {
        return false;
    }
    let folded = folded(line);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    match words[..] {
        ["pagina", number] | ["gemeente", _, "pagina", number] => is_number(number),
        ["pagina", number, "van", last] => is_number(number) && is_number(last),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_line_of_its_own_is_one() {
        assert!(PrintedPages.is_furniture("Pagina 12 van 64"));
        assert!(PrintedPages.is_furniture("pagina 3"));
        assert!(PrintedPages.is_furniture("Gemeente Voorbeeldstad Pagina 8"));
        assert!(!PrintedPages.is_furniture("Zie pagina 12"));
        assert!(!PrintedPages.is_furniture("Pagina 12 van het plan"));
        assert!(PrintedPages.recognises("Zorg\n\n   Pagina 1 van 2\n"));
    }
}
