//! Plain text: the words themselves.

use super::Refusal;

/// The text itself, where it is one.
pub(super) fn text(decoded: String) -> Result<String, Refusal> {
    if decoded.chars().any(never_in_text) { Err(Refusal::NotText) } else { Ok(decoded) }
}

/// A NUL or another control character that no exported text holds.
fn never_in_text(character: char) -> bool {
    matches!(character, '\u{0}'..='\u{6}' | '\u{e}'..='\u{1a}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_tell_that_bytes_are_no_text() {
        assert_eq!(text("Lasten\0\u{1}".to_owned()), Err(Refusal::NotText));
        assert!(text("pagina\u{c}Lasten\tBaten\r\n".to_owned()).is_ok());
    }
}
