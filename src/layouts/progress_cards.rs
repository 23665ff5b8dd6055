//! Dashboards whose progress bars leave their state in the text (`35,55% Complete`), below cards with amounts.

use super::Layout;
use crate::scan;

/// See the module.
pub(super) struct ProgressCards;

impl Layout for ProgressCards {
    fn name(&self) -> &'static str {
        "progress-cards"
    }

    fn recognises(&self, text: &str) -> bool {
        text.lines().any(|line| {
            let state = line.trim().strip_suffix(" Complete");
            state
                .is_some_and(|state| matches!(scan::percentages(state)[..], [only] if only.start == 0 && only.end == state.len()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_alone_on_its_line_is_the_mark() {
        assert!(ProgressCards.recognises("Uitgaven\n\n12,5%\n12,5% Complete\n"));
        assert!(!ProgressCards.recognises("The form is 100% Complete now\nComplete\n% Complete"));
    }
}
