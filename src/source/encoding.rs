//! Bytes to characters, where they say by themselves which: UTF-8, and UTF-16. What is left is for [`mod@crate::import`].

use serde::{Deserialize, Serialize};
use std::{
    borrow::Cow,
    char::{REPLACEMENT_CHARACTER, decode_utf16},
};

/// A character encoding, by its name in the WHATWG Encoding Standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encoding(Cow<'static, str>);

impl Encoding {
    /// UTF-8, with or without a byte order mark.
    pub const UTF_8: Self = Self::named("UTF-8");
    /// UTF-16, low byte first, as Windows programs save "Unicode text".
    pub const UTF_16LE: Self = Self::named("UTF-16LE");
    /// UTF-16, high byte first.
    pub const UTF_16BE: Self = Self::named("UTF-16BE");

    /// The encoding of that name.
    pub const fn named(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl Default for Encoding {
    fn default() -> Self {
        Self::UTF_8
    }
}

/// What became of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding that it was read in.
    pub encoding: Encoding,
    /// Whether that encoding was a guess.
    pub assumed: bool,
}

impl Decoded {
    /// A text whose bytes state their encoding.
    fn stated(text: String, encoding: Encoding) -> Self {
        Self { text, encoding, assumed: false }
    }

    fn assumed(text: String, encoding: Encoding) -> Self {
        Self { text, encoding, assumed: true }
    }

    /// What is UTF-8 in bytes, with a sign for each that is not.
    pub(super) fn lossy(bytes: &[u8]) -> Self {
        Self::assumed(String::from_utf8_lossy(bytes).into_owned(), Encoding::UTF_8)
    }
}

/// Decodes bytes that are UTF-8 or UTF-16; none where they are neither.
pub fn decode(bytes: &[u8]) -> Option<Decoded> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => Some(Decoded::stated(utf16(rest, u16::from_le_bytes), Encoding::UTF_16LE)),
        [0xfe, 0xff, rest @ ..] => Some(Decoded::stated(utf16(rest, u16::from_be_bytes), Encoding::UTF_16BE)),
        _ => match unmarked_utf16(bytes) {
            Some(false) => Some(Decoded::assumed(utf16(bytes, u16::from_le_bytes), Encoding::UTF_16LE)),
            Some(true) => Some(Decoded::assumed(utf16(bytes, u16::from_be_bytes), Encoding::UTF_16BE)),
            None => utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
        },
    }
}

fn utf8(bytes: &[u8]) -> Option<Decoded> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Decoded::stated(text.to_owned(), Encoding::UTF_8)),
        Err(_) => is_damaged_utf8(bytes).then(|| Decoded::lossy(bytes)),
    }
}

/// Whether bytes are UTF-8 but for a few: more whole characters of several bytes than bytes that are none.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    whole > broken
}

/// Whether bytes without a mark are UTF-16, and then whether the high byte stands first. Of a Western text nearly every
/// high byte is zero, and no low one is.
fn unmarked_utf16(bytes: &[u8]) -> Option<bool> {
    const BYTES_LOOKED_AT: usize = 2_000;
    let pairs = bytes.get(..BYTES_LOOKED_AT).unwrap_or(bytes).chunks_exact(2);
    let (mut first, mut second, mut all) = (0, 0, 0);
    for pair in pairs {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
        all += 1;
    }
    let are_high = |zeros: usize, others: usize| all > 1 && others == 0 && zeros * 10 >= all * 8;
    match (are_high(second, first), are_high(first, second)) {
        (true, _) => Some(false),
        (_, true) => Some(true),
        _ => None,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| unit([pair[0], pair.get(1).copied().unwrap_or_default()]));
    decode_utf16(units).map(|character| character.unwrap_or(REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: Encoding, assumed: bool) {
        assert_eq!(decode(bytes), Some(Decoded { text: text.to_owned(), encoding, assumed }));
    }

    #[test]
    fn reads_what_is_unicode() {
        check("€ 1.000".as_bytes(), "€ 1.000", Encoding::UTF_8, false);
        check(b"\xef\xbb\xbfSaldo", "Saldo", Encoding::UTF_8, false);
        check(b"\xff\xfe\xac\x20\x35\x00", "€5", Encoding::UTF_16LE, false);
        check(b"\xfe\xff\x20\xac\x00\x35", "€5", Encoding::UTF_16BE, false);
        check(b"\xe2\x82\xac 5 caf\xc3\xa9 \xff", "€ 5 café \u{fffd}", Encoding::UTF_8, true);
        check(b"B\0a\0t\0e\0n\0 \0\xac\x20", "Baten €", Encoding::UTF_16LE, true);
        check(b"\0B\0a\0t\0e\0n\0 \x20\xac", "Baten €", Encoding::UTF_16BE, true);
    }

    #[test]
    fn what_is_not_unicode_is_left_to_others() {
        assert_eq!(decode(b"\x80 5 co\xebfficient"), None);
    }

    #[test]
    fn zeros_alone_are_no_utf16() {
        check(b"a\0b", "a\0b", Encoding::UTF_8, false);
        check(b"\0\0\0\0", "\0\0\0\0", Encoding::UTF_8, false);
    }

    #[test]
    fn a_half_unit_at_the_end_is_no_panic() {
        check(b"\xff\xfe\x41", "A", Encoding::UTF_16LE, false);
        check(b"\xff\xfe\x00\xd8", "\u{fffd}", Encoding::UTF_16LE, false);
    }
}
