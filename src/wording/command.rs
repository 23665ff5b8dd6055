//! The words of the command's summary.

use super::{Language, words};

words! {
    programmes: "Programma’s", "Programmes";
    parts: "Onderdelen", "Parts";
    goals: "Doelen", "Goals";
    measures: "Maatregelen", "Measures";
    coalition_parties: "Coalitiepartijen", "Coalition parties";
    partners: "Partners", "Partners";
    figures: "Bedragen", "Amounts";
    percentages: "Percentages", "Percentages";
    problems: "Twijfels", "Doubts";
}

impl Language {
    /// A file that the system does not give: which, and why.
    pub fn file_unreadable(self, name: &str, reason: &str) -> String {
        self.choose(
            format!("{name}: kan dit bestand niet openen ({reason}). Controleer de naam en de rechten."),
            format!("{name}: cannot open this file ({reason}). Check the name and the permissions."),
        )
    }
}
