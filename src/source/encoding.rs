//! Bytes to characters: UTF-8, UTF-16 with a byte order mark, else Windows-1252.

use serde::{Deserialize, Serialize};
use std::char::{REPLACEMENT_CHARACTER, decode_utf16};

/// A character encoding that exported texts come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// UTF-16, low byte first, as Windows programs save "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, the old Western European set; every byte has a meaning in it.
    Windows1252,
}

impl Encoding {
    /// The name in the WHATWG Encoding Standard.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// What [`decode`] made of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding that it was read in.
    pub encoding: Encoding,
    /// Whether that encoding was a guess.
    pub assumed: bool,
}

/// Decodes bytes; never fails, because Windows-1252 gives every byte a character.
pub fn decode(bytes: &[u8]) -> Decoded {
    match bytes {
        [0xff, 0xfe, rest @ ..] => stated(utf16(rest, u16::from_le_bytes), Encoding::Utf16Le),
        [0xfe, 0xff, rest @ ..] => stated(utf16(rest, u16::from_be_bytes), Encoding::Utf16Be),
        _ => match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
            Ok(text) => stated(text.to_owned(), Encoding::Utf8),
            Err(_) if is_damaged_utf8(bytes) => {
                Decoded { text: String::from_utf8_lossy(bytes).into_owned(), encoding: Encoding::Utf8, assumed: true }
            }
            Err(_) => Decoded {
                text: bytes.iter().map(|&byte| windows_1252(byte)).collect(),
                encoding: Encoding::Windows1252,
                assumed: true,
            },
        },
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

fn stated(text: String, encoding: Encoding) -> Decoded {
    Decoded { text, encoding, assumed: false }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| unit([pair[0], pair.get(1).copied().unwrap_or_default()]));
    decode_utf16(units).map(|character| character.unwrap_or(REPLACEMENT_CHARACTER)).collect()
}

/// One byte of Windows-1252: Latin-1 but for the block 0x80 to 0x9F (WHATWG index windows-1252).
fn windows_1252(byte: u8) -> char {
    const BLOCK_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => BLOCK_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: Encoding, assumed: bool) {
        assert_eq!(decode(bytes), Decoded { text: text.to_owned(), encoding, assumed });
    }

    #[test]
    fn reads_each_encoding() {
        check("€ 1.000".as_bytes(), "€ 1.000", Encoding::Utf8, false);
        check(b"\xef\xbb\xbfSaldo", "Saldo", Encoding::Utf8, false);
        check(b"\xff\xfe\xac\x20\x35\x00", "€5", Encoding::Utf16Le, false);
        check(b"\xfe\xff\x20\xac\x00\x35", "€5", Encoding::Utf16Be, false);
        check(b"\xe2\x82\xac 5 caf\xc3\xa9 \xff", "€ 5 café \u{fffd}", Encoding::Utf8, true);
        check(b"\x80 5 co\xebfficient \x91ja\x92", "€ 5 coëfficient ‘ja’", Encoding::Windows1252, true);
    }

    #[test]
    fn a_half_unit_at_the_end_is_no_panic() {
        check(b"\xff\xfe\x41", "A", Encoding::Utf16Le, false);
        check(b"\xff\xfe\x00\xd8", "\u{fffd}", Encoding::Utf16Le, false);
    }
}
