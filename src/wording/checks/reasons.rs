//! Why a thing could not be judged, or what explains it, in a sentence.

use super::Language;
use crate::check::Reason;

impl Language {
    /// A reason in a sentence.
    pub fn reason(self, reason: &Reason) -> String {
        match reason {
            Reason::OnlyAPart => self.choose(
                "Deze tekst is een deel van een publicatie. Wat hier ontbreekt, kan op een andere bladzijde staan.",
                "This text is a part of a publication. What is missing here may stand on another page.",
            ),
        }
        .to_owned()
    }
}
