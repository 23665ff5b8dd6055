//! The language and the colours that a person chose, remembered where the browser allows it.

use web_sys::{Storage, window};

use super::state::Theme;
use crate::wording::Language;

const LANGUAGE: &str = "begrotingskijker.language";
const THEME: &str = "begrotingskijker.theme";

/// The language that was chosen before; Dutch where none was.
pub fn language() -> Language {
    recall(LANGUAGE).and_then(|code| Language::from_code(&code)).unwrap_or_default()
}

/// The colours that were chosen before; the device's where none were.
pub fn theme() -> Theme {
    recall(THEME).and_then(|name| Theme::from_name(&name)).unwrap_or_default()
}

/// Remembers a language.
pub fn remember_language(language: Language) {
    remember(LANGUAGE, language.code());
}

/// Remembers colours.
pub fn remember_theme(theme: Theme) {
    remember(THEME, theme.name());
}

/// The storage; none where the browser refuses it, as in a sandboxed frame.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

fn recall(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// A choice that cannot be remembered still holds for this visit.
fn remember(name: &str, value: &str) {
    if let Some(storage) = storage() {
        drop(storage.set_item(name, value));
    }
}
