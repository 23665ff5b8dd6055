//! The regions of a text: names that a word for working together is joined to, or stands behind.

use std::collections::BTreeSet;

use crate::{
    read::page::Page,
    scan::words::{folded, words},
};

/// What a region's name is joined to: `Voorbeeldmeerverband`, `V12 gemeenten`.
const ENDINGS: [&str; 4] = ["verband", "gemeenten", "regio", "regiogemeenten"];

/// What may be joined to any partner's name: `ABC-verband`.
pub(super) fn is_ending(word: &str) -> bool {
    ENDINGS.contains(&word)
}

/// A word that ends in a word for working together, without it: `Voorbeeldmeer` of `Voorbeeldmeerverband`.
pub(super) fn stem(word: &str) -> Option<&str> {
    ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).map(|stem| stem.trim_end_matches('-'))
}

/// The names of the regions that a text speaks of.
pub(super) struct Regions(BTreeSet<String>);

impl Regions {
    pub(super) fn of(page: &Page<'_>) -> Self {
        let mut regions = BTreeSet::new();
        for span in page.prose() {
            let mut before = None;
            for word in words(page.words(span)) {
                let behind = before.replace(word).filter(|before| is_ending(word.text) && word.start == before.end() + 1);
                let name = stem(word.text).filter(|stem| !stem.is_empty()).or(behind.map(|before| before.text));
                regions.extend(name.filter(|name| is_region(name)).map(str::to_owned));
            }
        }
        Self(regions)
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// Whether a name of several words ends in a region's.
    pub(super) fn end(&self, name: &str) -> bool {
        name.rsplit_once(' ').is_some_and(|(_, last)| self.contains(last))
    }
}

fn is_region(name: &str) -> bool {
    let least = if name.ends_with(|last: char| last.is_ascii_digit()) { 2 } else { 3 };
    name.starts_with(char::is_uppercase) && name.chars().count() >= least && !is_general(name)
}

/// Words that begin a sentence, or a kind of municipality rather than a region's name.
fn is_general(name: &str) -> bool {
    const GENERAL: [&str; 20] = [
        "centrum",
        "buur",
        "deelnemende",
        "regio",
        "alle",
        "de",
        "deze",
        "onze",
        "veel",
        "andere",
        "omliggende",
        "vijf",
        "nederlandse",
        "veiligheids",
        "metropool",
        "arbeidsmarkt",
        "stads",
        "samenwerkings",
        "sommige",
        "meerdere",
    ];
    let folded = folded(name);
    GENERAL.contains(&folded.as_str()) || folded.ends_with("se") || folded.ends_with("ende")
}
