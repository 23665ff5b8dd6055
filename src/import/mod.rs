//! The bytes of a file to texts, or to a refusal that says what to do instead.
//!
//! One list says which types of file there are ([`FileType`]), and each has a file here. Word, Excel, PDF and scans are
//! recognised and refused: their words would come out garbled, and a wrong number shown with confidence is worse than
//! none.
//!
//! The reader's module holds the smaller half of this room, for plain text in Unicode ([`plain`]). All the rest, from
//! the encodings of before Unicode to archives, is behind the feature `formats`: the command has it, and the page loads
//! it as a module of its own when a file needs it.

#[cfg(feature = "formats")]
mod csv;
#[cfg(feature = "formats")]
mod encodings;
mod file_type;
#[cfg(feature = "formats")]
mod html;
mod markdown;
mod plain_text;
mod refusal;
mod tidy;
#[cfg(feature = "formats")]
mod zip;

use serde::{Deserialize, Serialize};

use crate::source::{Decoded, Source, decode};

pub use file_type::FileType;
pub use refusal::Refusal;

/// The largest file that is read, in bytes, packed or unpacked.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The most files that an archive may hold.
pub const MOST_ENTRIES: usize = 1_000;

/// One text out of a file, or why it is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The path in the archive, where the file is one.
    pub entry: Option<String>,
    /// The text.
    pub source: Result<Source, Refusal>,
}

/// The one text of a file that is plain text in Unicode, or why it is refused; none where that is for the rest of this
/// room to say.
pub fn plain(name: &str, bytes: &[u8]) -> Option<Result<Source, Refusal>> {
    let file_type = match sized_type(name, bytes) {
        Ok(file_type) => file_type,
        Err(refusal) => return Some(Err(refusal)),
    };
    let decoded = decode(bytes)?;
    matches!(file_type, FileType::PlainText | FileType::Markdown).then(|| source(name, bytes, file_type, decoded))
}

/// Every text of a file, one at a time: an archive holds several.
#[cfg(feature = "formats")]
pub fn texts(name: &str, bytes: Vec<u8>) -> Box<dyn Iterator<Item = Text>> {
    let one = |source| Box::new(std::iter::once(Text { entry: None, source }));
    match sized_type(name, &bytes) {
        Ok(FileType::Zip) => match zip::Entries::of(name, bytes) {
            Ok(entries) => Box::new(entries),
            Err(refusal) => one(Err(refusal)),
        },
        Ok(file_type) => one(single(name, file_type, &bytes)),
        Err(refusal) => one(Err(refusal)),
    }
}

/// The text of a file that holds one.
///
/// # Errors
/// The [`Refusal`] that fits, where it is no text, and where it is an archive: [`texts`] reads those.
#[cfg(feature = "formats")]
pub fn import(name: &str, bytes: &[u8]) -> Result<Source, Refusal> {
    match sized_type(name, bytes)? {
        FileType::Zip => Err(Refusal::Archive),
        file_type => single(name, file_type, bytes),
    }
}

/// Whether a file stands beside the texts of a folder or an archive without being one: what systems leave in it, and the
/// parts of a saved web page.
pub fn is_beside_the_point(path: &str) -> bool {
    const LEFT_BY_SYSTEMS: [&str; 2] = ["thumbs.db", "desktop.ini"];
    const FOLDERS_OF_PARTS: [&str; 3] = ["_files", "_bestanden", "-bestanden"];
    const PARTS: [&str; 6] = [".css", ".js", ".ico", ".map", ".woff", ".woff2"];
    let path = path.to_lowercase();
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let is_of_system = |part: &str| part.starts_with('.') && !part.trim_matches('.').is_empty() || part == "__macosx";
    let holds_parts = |folder: &str| FOLDERS_OF_PARTS.iter().any(|ending| folder.ends_with(ending));
    is_of_system(name)
        || LEFT_BY_SYSTEMS.contains(&name)
        || PARTS.iter().any(|part| name.ends_with(part))
        || folders.split('/').any(|folder| is_of_system(folder) || holds_parts(folder))
}

fn sized_type(name: &str, bytes: &[u8]) -> Result<FileType, Refusal> {
    if bytes.len() as u64 > MOST_BYTES { Err(Refusal::TooLarge) } else { FileType::of(name, bytes) }
}

#[cfg(feature = "formats")]
fn single(name: &str, file_type: FileType, bytes: &[u8]) -> Result<Source, Refusal> {
    let stated = if file_type == FileType::Html { html::stated_encoding(bytes) } else { None };
    source(name, bytes, file_type, encodings::text(bytes, stated))
}

/// The text that the reader sees, with where it came from.
fn source(name: &str, bytes: &[u8], file_type: FileType, mut decoded: Decoded) -> Result<Source, Refusal> {
    let plain = plain_text::text(decoded.text)?;
    let text = match file_type {
        FileType::Markdown => markdown::text(&plain),
        #[cfg(feature = "formats")]
        FileType::Html => html::text(&plain)?,
        #[cfg(feature = "formats")]
        FileType::Csv => csv::text(&plain),
        _ => plain,
    };
    decoded.text = tidy::tidy(text);
    if decoded.text.trim().is_empty() { Err(Refusal::Empty) } else { Ok(Source::new(name, bytes, decoded)) }
}

#[cfg(all(test, feature = "formats"))]
mod tests {
    use super::*;

    fn check(name: &str, bytes: &[u8], expected: Result<&str, Refusal>) {
        assert_eq!(import(name, bytes).as_ref().map(|source| source.text.as_str()), expected.as_ref().copied(), "{name}");
    }

    #[test]
    fn each_type_is_read() {
        check("a.txt", "Las\u{ad}ten cafe\u{301}\r\n".as_bytes(), Ok("Lasten café\r\n"));
        check("a.md", b"# **Lasten**", Ok("# Lasten"));
        check("a.csv", b"Zon;\x80 1", Ok("Zon\t€ 1\n"));
        check("a.html", b"<meta charset=iso-8859-15><p>Lasten \xa4 1", Ok("Lasten € 1\n"));
        check("a.html", b"\xff\xfe<\0p\0>\0\xac\x20", Ok("€\n"));
        check("a.txt", b"L\0a\0s\0t\0e\0n\0", Ok("Lasten"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        check("a.txt", b" \n\t", Err(Refusal::Empty));
        check("a.html", b"<script>Lasten</script>", Err(Refusal::Empty));
        check("a.txt", b"Lasten\0\x01\x02", Err(Refusal::NotText));
        check("a.html", b"<p>Lasten\0\x01\x02", Err(Refusal::NotText));
        check("a.zip", b"PK\x03\x04rest", Err(Refusal::Archive));
        check("a.pdf", b"%PDF-1.7", Err(Refusal::Pdf));
    }

    #[test]
    fn spans_count_in_the_text_that_is_kept() {
        let hash = |text: &str| import("a.txt", text.as_bytes()).map(|source| source.origin.text_sha256);
        assert_eq!(hash("\u{feff}Las\u{ad}ten"), hash("Lasten"));
    }

    #[test]
    fn plain_text_in_unicode_needs_no_more() {
        let check = |name: &str, bytes: &[u8], is_enough: bool| {
            let found = plain(name, bytes);
            assert_eq!(found.is_some(), is_enough, "{name}");
            found.into_iter().for_each(|found| assert_eq!(found, import(name, bytes), "{name}"));
        };
        check("a.txt", "Lasten €".as_bytes(), true);
        check("a.md", b"**Lasten**", true);
        check("a.txt", b"\xff\xfeL\0", true);
        check("a.pdf", b"%PDF-1.7", true);
        check("a.txt", b" ", true);
        check("a.txt", b"Lasten \x80", false);
        check("a.html", b"<p>Lasten", false);
        check("a.csv", b"Lasten;1", false);
        check("a.zip", b"PK\x03\x04rest", false);
    }

    #[test]
    fn parts_of_saved_pages_are_beside_the_point() {
        for path in ["a/.git/b.txt", "Zorg_files/a.png", "Zorg_bestanden/b.js", "x/desktop.ini", "a.css", ".x"] {
            assert!(is_beside_the_point(path), "{path}");
        }
        for path in ["a.txt", "stukken/a.txt", "../a.txt", "./a.txt", "bestanden/a.txt"] {
            assert!(!is_beside_the_point(path), "{path}");
        }
    }
}
