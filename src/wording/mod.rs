//! The languages of the interface. Codes and values come in; words, numbers and dates as each language writes them go out.
//!
//! Every wording is a method of [`Language`] that holds both languages at once, so that none can be forgotten:
//! fixed words stand in the [`words!`] lists, sentences with a value in them call [`Language::choose`].

mod checks;
mod command;
mod compare;
mod interface;
mod names;
mod numbers;
mod problems;
mod refusals;

pub use checks::{Arithmetic, Outcome, Piece, verdict_sign};
pub use numbers::in_units_of;
pub use problems::ProblemWords;
pub use refusals::RefusalWords;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Nederlands.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The code for a `lang` attribute (BCP 47).
    pub fn code(self) -> &'static str {
        self.choose("nl", "en")
    }

    /// The language of that code; what follows a hyphen does not matter.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// The name of the language in the language itself.
    pub fn own_name(self) -> &'static str {
        self.choose("Nederlands", "English")
    }

    /// Of two wordings the one in this language.
    pub fn choose<T>(self, dutch: T, english: T) -> T {
        match self {
            Self::Dutch => dutch,
            Self::English => english,
        }
    }
}

/// Makes a method of [`Language`] for each line `name: "Dutch", "English";`.
macro_rules! words {
    ($($name:ident: $dutch:literal, $english:literal;)*) => {
        impl $crate::wording::Language {
            $(
                #[doc = $dutch]
                pub fn $name(self) -> &'static str {
                    self.choose($dutch, $english)
                }
            )*
        }
    };
}
use words;

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn codes_come_back() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert_eq!(Language::from_code("en-GB"), Some(Language::English));
        assert_eq!(Language::from_code("fy"), None);
    }
}
