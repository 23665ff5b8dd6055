//! Bytes to a [`Source`], or a refusal that says what to do instead.
//!
//! Plain text is read. Word, Excel, PDF, web pages and scans are recognised by their first bytes and refused: their
//! words would come out garbled, and a wrong number shown with confidence is worse than none.

use serde::{Deserialize, Serialize};

use crate::source::Source;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Why a file was not read. The words for people live in [`crate::wording`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Refusal {
    /// Nothing but white space.
    Empty,
    /// More than [`MOST_BYTES`].
    TooLarge,
    /// A PDF.
    Pdf,
    /// A Word or OpenDocument text.
    Word,
    /// An Excel or OpenDocument spreadsheet.
    Excel,
    /// A PowerPoint or OpenDocument presentation.
    Presentation,
    /// A picture or a scan.
    Picture,
    /// A web page with its markup.
    WebPage,
    /// A ZIP or another archive.
    Archive,
    /// Bytes that are no text.
    NotText,
}

impl Refusal {
    /// All refusals.
    pub const ALL: [Self; 10] = [
        Self::Empty,
        Self::TooLarge,
        Self::Pdf,
        Self::Word,
        Self::Excel,
        Self::Presentation,
        Self::Picture,
        Self::WebPage,
        Self::Archive,
        Self::NotText,
    ];
}

/// Turns the bytes of one file into a text to read.
///
/// # Errors
/// The [`Refusal`] that fits, where the file is no text.
pub fn import(name: &str, bytes: &[u8]) -> Result<Source, Refusal> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    if let Some(refusal) = signature(name, bytes) {
        return Err(refusal);
    }
    let source = Source::from_bytes(name, bytes);
    if source.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if source.text.chars().any(never_in_text) {
        return Err(Refusal::NotText);
    }
    Ok(source)
}

/// A NUL or another control character that no exported text holds.
fn never_in_text(character: char) -> bool {
    matches!(character, '\u{0}'..='\u{6}' | '\u{e}'..='\u{1a}')
}

/// What a file is by its first bytes; the name decides only what the bytes leave open.
fn signature(name: &str, bytes: &[u8]) -> Option<Refusal> {
    let extension = name.rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_ascii_lowercase());
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => Some(Refusal::Pdf),
        [0x89, b'P', b'N', b'G', ..]
        | [0xff, 0xd8, 0xff, ..]
        | [b'G', b'I', b'F', b'8', ..]
        | [b'I', b'I', b'*', 0, ..]
        | [b'M', b'M', 0, b'*', ..]
        | [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]
        | [0, 0, 0, _, b'f', b't', b'y', b'p', b'h' | b'm' | b'a', ..] => Some(Refusal::Picture),
        [b'{', b'\\', b'r', b't', b'f', ..] => Some(Refusal::Word),
        [b'P', b'K', 3 | 5 | 7, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(office(&extension)),
        [0x1f, 0x8b, ..] | [b'7', b'z', 0xbc, 0xaf, ..] | [b'R', b'a', b'r', b'!', ..] => Some(Refusal::Archive),
        _ => begins_as_markup(bytes).then_some(Refusal::WebPage),
    }
}

/// Office files are archives: only their names tell which.
fn office(extension: &str) -> Refusal {
    match extension {
        "doc" | "docx" | "docm" | "dot" | "dotx" | "odt" => Refusal::Word,
        "xls" | "xlsx" | "xlsm" | "xlsb" | "ods" => Refusal::Excel,
        "ppt" | "pptx" | "pps" | "ppsx" | "odp" => Refusal::Presentation,
        _ => Refusal::Archive,
    }
}

fn begins_as_markup(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    [&b"<!doctype"[..], b"<html", b"<?xml"]
        .iter()
        .any(|tag| bytes.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, bytes: &[u8], expected: Option<Refusal>) {
        assert_eq!(import(name, bytes).err(), expected, "{name}");
    }

    #[test]
    fn files_that_are_no_text_are_refused() {
        check("a.txt", b"%PDF-1.7", Some(Refusal::Pdf));
        check("a.docx", b"PK\x03\x04rest", Some(Refusal::Word));
        check("a.XLSX", b"PK\x03\x04rest", Some(Refusal::Excel));
        check("a.xls", b"\xd0\xcf\x11\xe0rest", Some(Refusal::Excel));
        check("a.pptx", b"PK\x03\x04rest", Some(Refusal::Presentation));
        check("a.zip", b"PK\x03\x04rest", Some(Refusal::Archive));
        check("a.rtf", b"{\\rtf1 Lasten}", Some(Refusal::Word));
        check("scan.jpg", b"\xff\xd8\xff\xe0rest", Some(Refusal::Picture));
        check("a.html", b"\n <!DOCTYPE html><p>Lasten", Some(Refusal::WebPage));
        check("a.txt", b"Lasten\0\x01\x02", Some(Refusal::NotText));
        check("a.txt", b" \n\t", Some(Refusal::Empty));
        check("a.txt", b"", Some(Refusal::Empty));
    }

    #[test]
    fn texts_are_read_whatever_they_are_called() {
        check("begroting", "Lasten € 12".as_bytes(), None);
        check("begroting.pdf.txt", b"<Lasten> 12", None);
        check("pagina.txt", b"Lasten\x0cBaten", None);
    }
}
