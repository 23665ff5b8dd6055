//! Portal pages that repeat each heading in a link back to the menu.

use super::Layout;

/// See the module.
pub(super) struct NavigationEcho;

const BACK: &str = "Terug naar navigatie";

impl Layout for NavigationEcho {
    fn name(&self) -> &'static str {
        "navigation-echo"
    }

    fn recognises(&self, text: &str) -> bool {
        text.contains(BACK)
    }

    fn is_furniture(&self, line: &str) -> bool {
        line.starts_with(BACK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_echo_is_furniture_and_its_heading_is_not() {
        assert!(NavigationEcho.recognises("Visie\n\nTerug naar navigatie - Visie\n"));
        assert!(NavigationEcho.is_furniture("Terug naar navigatie - Visie"));
        assert!(!NavigationEcho.is_furniture("Visie"));
    }
}
