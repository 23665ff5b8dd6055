//! Bytes of the encodings of before Unicode to characters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use crate::source::{Decoded, Encoding, decode};

/// Decodes bytes in the encoding that they state, or else in the likeliest one.
pub(super) fn text(bytes: &[u8], stated: Option<&[u8]>) -> Decoded {
    decode(bytes).unwrap_or_else(|| {
        let stated = stated.and_then(encoding_rs::Encoding::for_label);
        let encoding = stated.unwrap_or_else(|| likeliest(bytes));
        let (text, used, had_errors) = encoding.decode(bytes);
        Decoded { text: text.into_owned(), encoding: Encoding::named(used.name()), assumed: stated.is_none() || had_errors }
    })
}

/// The likeliest encoding of a text from the Netherlands.
fn likeliest(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"nl"), Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], stated: Option<&[u8]>, text: &str, encoding: &'static str, assumed: bool) {
        let expected = Decoded { text: text.to_owned(), encoding: Encoding::named(encoding), assumed };
        assert_eq!(super::text(bytes, stated), expected);
    }

    #[test]
    fn a_dutch_text_of_windows_is_recognised() {
        check(b"\x80 5 co\xebfficient \x91ja\x92", None, "€ 5 coëfficient ‘ja’", "windows-1252", true);
        check(b"caf\xe9", None, "café", "windows-1252", true);
        check(b"\x80", None, "€", "windows-1252", true);
    }

    #[test]
    fn what_is_stated_is_believed() {
        check(b"\xa4 5 caf\xe9", Some(b"iso-8859-15"), "€ 5 café", "ISO-8859-15", false);
        check(b"caf\xe9", Some(b"no-such-encoding"), "café", "windows-1252", true);
    }

    #[test]
    fn unicode_needs_no_guess() {
        check("café".as_bytes(), Some(b"windows-1252"), "café", "UTF-8", false);
    }
}
