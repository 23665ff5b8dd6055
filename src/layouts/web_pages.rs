//! Pages copied from a browser: buttons and links of the site leave their words on lines of their own.

use super::Layout;
use crate::scan::words::folded;

/// See the module.
pub(super) struct WebPages;

/// What only a site says, never a document.
const LINES: [&str; 33] = [
    "no results found",
    "geen resultaten gevonden",
    "ga terug",
    "menu",
    "home",
    "portal",
    "sluiten",
    "menu sluiten",
    "verberg het menu",
    "toon het menu",
    "open menu",
    "sluit menu",
    "zoeken",
    "sorteren op",
    "weergave",
    "deel deze pagina",
    "delen via",
    "print deze pagina",
    "lees voor",
    "naar boven",
    "terug naar boven",
    "naar de inhoud",
    "ga naar de inhoud",
    "direct naar de inhoud",
    "proclaimer",
    "disclaimer",
    "inloggen",
    "facebook",
    "linkedin",
    "whatsapp",
    "meer weergeven",
    "accepteer cookies",
    "cookies accepteren",
];

impl Layout for WebPages {
    fn name(&self) -> &'static str {
        "web-pages"
    }

    fn recognises(&self, text: &str) -> bool {
        text.lines().any(is_of_the_site)
    }

    fn is_furniture(&self, line: &str) -> bool {
        is_of_the_site(line)
    }
}

fn is_of_the_site(line: &str) -> bool {
    const LONGEST_BYTES: usize = 40;
    let line = line.trim_matches(|character: char| character.is_whitespace() || matches!(character, '•' | '-' | '×' | '›' | '>'));
    line.len() <= LONGEST_BYTES
        && (line.starts_with('©') || line.starts_with("koppeling ") || LINES.contains(&folded(line).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_is_furniture_and_a_heading_is_not() {
        assert!(WebPages.is_furniture("• No results found"));
        assert!(WebPages.is_furniture("Verberg het menu"));
        assert!(WebPages.is_furniture("© Gemeente Voorbeeldstad"));
        assert!(!WebPages.is_furniture("Home sweet home: wonen"));
        assert!(!WebPages.is_furniture("Privacy"));
        assert!(WebPages.recognises("Begroting\n\nSorteren op\n"));
    }
}
