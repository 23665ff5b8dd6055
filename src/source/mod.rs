//! Text and place: what was read, and where in it a thing stands.

mod encoding;
mod lines;
mod order;
mod span;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use encoding::{Decoded, Encoding, decode};
pub use lines::{LINE_BREAKS, lines};
pub use order::sort_by_rank;
pub use span::{Span, Spanned};

/// One text to read: its decoded words and where they came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Where the text came from.
    pub origin: Origin,
    /// The decoded text. All spans count bytes in it.
    pub text: String,
}

/// Where a text came from, and how to recognise it again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Origin {
    /// The file's name, or the name that stands for pasted text.
    pub name: String,
    /// The path inside an archive, where the text came out of one.
    pub entry: Option<String>,
    /// Size of the file, or of the file in the archive, in bytes, before decoding.
    pub bytes: u64,
    /// SHA-256 of those bytes, in hexadecimal.
    pub sha256: String,
    /// The character encoding that the bytes were read in.
    pub encoding: Encoding,
    /// Whether the encoding was a guess, because nothing in the bytes states it.
    pub encoding_assumed: bool,
    /// SHA-256 of the decoded text in UTF-8, in hexadecimal.
    pub text_sha256: String,
}

impl Origin {
    /// The name by which people know it: that of the file, and the path in it where it is an archive.
    pub fn label(&self) -> String {
        self.entry.as_ref().map_or_else(|| self.name.clone(), |entry| format!("{}: {entry}", self.name))
    }
}

impl Source {
    /// A source of the bytes of a file and what they were decoded to.
    pub fn new(name: &str, bytes: &[u8], decoded: Decoded) -> Self {
        let Decoded { text, encoding, assumed } = decoded;
        let origin = Origin {
            name: name.to_owned(),
            entry: None,
            bytes: bytes.len() as u64,
            sha256: hexadecimal(bytes),
            encoding,
            encoding_assumed: assumed,
            text_sha256: hexadecimal(text.as_bytes()),
        };
        Self { origin, text }
    }

    /// A source of bytes that are a text in Unicode; what is not becomes a sign of its own.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Self {
        Self::new(name, bytes, decode(bytes).unwrap_or_else(|| Decoded::lossy(bytes)))
    }

    /// The words at a span; empty where the span does not lie in this text.
    pub fn cut(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let nibbles = |byte: &u8| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    Sha256::digest(bytes).iter().flat_map(nibbles).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_remembers_where_it_came_from() {
        let source = Source::from_bytes("begroting.txt", "Lasten € 12".as_bytes());
        assert_eq!(source.origin.bytes, 13);
        assert_eq!(source.origin.sha256, source.origin.text_sha256);
        assert_eq!(source.origin.sha256.len(), 64);
        assert_eq!(source.cut(Span::new(0, 6)), "Lasten");
    }

    #[test]
    fn a_byte_order_mark_changes_the_file_but_not_the_text() {
        let marked = Source::from_bytes("a", "\u{feff}Baten".as_bytes());
        let plain = Source::from_bytes("a", "Baten".as_bytes());
        assert_eq!(marked.text, plain.text);
        assert_eq!(marked.origin.text_sha256, plain.origin.text_sha256);
        assert_ne!(marked.origin.sha256, plain.origin.sha256);
    }
}
