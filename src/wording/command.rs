//! The words of the command alone; what it shares with the page stands with the page's.

use super::Language;

impl Language {
    /// A file that the system does not give: which, and why.
    pub fn file_unreadable(self, name: &str, reason: &str) -> String {
        self.choose(
            format!("{name}: kan dit bestand niet openen ({reason}). Controleer de naam en de rechten."),
            format!("{name}: cannot open this file ({reason}). Check the name and the permissions."),
        )
    }
}
