//! What a file is, by its first bytes; its name decides only what the bytes leave open.

use super::Refusal;

/// A type of file that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileType {
    /// Words and line ends: `plain_text.rs`.
    PlainText,
    /// Plain text with Markdown's marks: `markdown.rs`.
    Markdown,
    /// A saved web page: `html/`.
    Html,
    /// A table, a row a line: `csv.rs`.
    Csv,
    /// Several of these, packed: `zip.rs`.
    Zip,
}

impl FileType {
    /// All types that are read.
    pub const ALL: [Self; 5] = [Self::PlainText, Self::Markdown, Self::Html, Self::Csv, Self::Zip];

    /// The endings of names that go with it, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::PlainText => &["txt"],
            Self::Markdown => &["md", "markdown"],
            Self::Html => &["html", "htm", "xhtml"],
            Self::Csv => &["csv", "tsv"],
            Self::Zip => &["zip"],
        }
    }

    /// What a file is.
    ///
    /// # Errors
    /// The [`Refusal`] that fits, where it is none of these.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, Refusal> {
        let ending = ending(name);
        if bytes.starts_with(b"PK") && bytes.get(2).is_some_and(|third| matches!(third, 3 | 5 | 7)) {
            return packed_office(bytes).map_or(Ok(Self::Zip), Err);
        }
        if let Some(refusal) = binary(bytes, &ending).or_else(|| text_for_programs(bytes, &ending)) {
            return Err(refusal);
        }
        if is_markup(bytes) {
            return Ok(Self::Html);
        }
        let named = Self::ALL.into_iter().find(|file_type| file_type.endings().contains(&ending.as_str()));
        Ok(named.filter(|&file_type| file_type != Self::Zip).unwrap_or(Self::PlainText))
    }
}

/// The letters after the last dot of a name, in lower case.
fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase())
}

/// What is no text at all.
fn binary(bytes: &[u8], ending: &str) -> Option<Refusal> {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => Some(Refusal::Pdf),
        [0x89, b'P', b'N', b'G', ..]
        | [0xff, 0xd8, 0xff, ..]
        | [b'G', b'I', b'F', b'8', ..]
        | [b'I', b'I', b'*', 0, ..]
        | [b'M', b'M', 0, b'*', ..]
        | [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]
        | [0, 0, 0, _, b'f', b't', b'y', b'p', b'h' | b'm' | b'a', ..] => Some(Refusal::Picture),
        [b'{', b'\\', b'r', b't', b'f', ..] => Some(Refusal::Rtf),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(old_office(bytes, ending)),
        [0x1f, 0x8b, ..] | [b'7', b'z', 0xbc, 0xaf, ..] | [b'R', b'a', b'r', b'!', ..] => Some(Refusal::Archive),
        _ => None,
    }
}

/// An office file of before 2007 holds its parts under names in UTF-16.
fn old_office(bytes: &[u8], ending: &str) -> Refusal {
    let holds = |name: &str| contains(bytes, &name.bytes().flat_map(|letter| [letter, 0]).collect::<Vec<_>>());
    match ending {
        "xls" | "xlsx" | "xlsm" | "xlsb" => Refusal::Excel,
        "ppt" | "pptx" | "pps" | "ppsx" => Refusal::Presentation,
        "doc" | "docx" | "docm" | "dot" => Refusal::Word,
        _ if holds("Workbook") => Refusal::Excel,
        _ if holds("PowerPoint Document") => Refusal::Presentation,
        _ if holds("WordDocument") => Refusal::Word,
        _ => Refusal::NotText,
    }
}

/// An office file of today is a ZIP whose first entries tell that, and whose list at the end names its parts.
fn packed_office(bytes: &[u8]) -> Option<Refusal> {
    const FIRST: [&str; 7] = ["[Content_Types].xml", "mimetype", "_rels/", "docProps/", "word/", "xl/", "ppt/"];
    const NAME: usize = 30;
    const BYTES_OF_LIST: usize = 1 << 20;
    let rest = bytes.get(NAME..)?;
    FIRST.iter().find(|first| rest.starts_with(first.as_bytes()))?;
    let list = &bytes[bytes.len().saturating_sub(BYTES_OF_LIST)..];
    let beginning = &rest[..rest.len().min(200)];
    let parts: [(&[u8], &[u8], Refusal); 3] = [
        (b"word/document", b"opendocument.text", Refusal::Word),
        (b"xl/workbook", b"opendocument.spreadsheet", Refusal::Excel),
        (b"ppt/presentation", b"opendocument.presentation", Refusal::Presentation),
    ];
    parts.into_iter().find_map(|(part, media_type, refusal)| {
        let is_open = contains(beginning, media_type);
        let refusal = if is_open && refusal == Refusal::Word { Refusal::OpenText } else { refusal };
        (is_open || contains(list, part)).then_some(refusal)
    })
}

/// Text, but not for people.
fn text_for_programs(bytes: &[u8], ending: &str) -> Option<Refusal> {
    let start = beginning(bytes);
    let is_json = ["{\"", "[{", "{ \"", "{\n", "{\r"].iter().any(|json| start.starts_with(json.as_bytes()));
    let is_letter = contains(start, b"MIME-Version:") && contains(start, b"multipart/related");
    if is_letter || matches!(ending, "mht" | "mhtml") {
        Some(Refusal::WebArchive)
    } else if matches!(ending, "json" | "xml") && !is_markup(bytes) || is_json || begins(start, b"<?xml") && !is_markup(bytes) {
        Some(Refusal::Data)
    } else {
        None
    }
}

/// Whether a file begins as a web page does.
fn is_markup(bytes: &[u8]) -> bool {
    let start = without_comments(beginning(bytes));
    [&b"<!doctype html"[..], b"<html", b"<head", b"<body"].iter().any(|tag| begins(start, tag))
        || begins(start, b"<?xml") && contains(start, b"<html")
}

/// The first bytes of a file, without a byte order mark and white space; UTF-16 by its low bytes.
fn beginning(bytes: &[u8]) -> &[u8] {
    const BYTES_LOOKED_AT: usize = 4_096;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    &bytes[..bytes.len().min(BYTES_LOOKED_AT)]
}

/// Browsers write where a page was saved from in a comment before it.
fn without_comments(mut start: &[u8]) -> &[u8] {
    while let Some(comment) = start.strip_prefix(b"<!--") {
        let end = comment.windows(3).position(|window| window == b"-->");
        start = end.map_or(&[][..], |end| comment[end + 3..].trim_ascii_start());
    }
    start
}

fn begins(bytes: &[u8], tag: &[u8]) -> bool {
    bytes.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag))
}

fn contains(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, bytes: &[u8], expected: Result<FileType, Refusal>) {
        assert_eq!(FileType::of(name, bytes), expected, "{name}");
    }

    /// The first entry and the list of an archive with these files, as far as the types look at them.
    fn packed(entries: &[&str]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.resize(30, 0);
        entries.iter().for_each(|entry| bytes.extend(entry.as_bytes()));
        bytes
    }

    #[test]
    fn what_is_read_is_known_by_its_bytes_before_its_name() {
        check("begroting", "Lasten € 12".as_bytes(), Ok(FileType::PlainText));
        check("begroting.pdf.txt", b"<Lasten> 12", Ok(FileType::PlainText));
        check("begroting.zip", b"Lasten 12", Ok(FileType::PlainText));
        check("begroting.md", b"# Lasten", Ok(FileType::Markdown));
        check("begroting.CSV", b"Lasten;12", Ok(FileType::Csv));
        check("begroting.htm", b"<p>Lasten", Ok(FileType::Html));
        check("begroting.txt", b"\n <!DOCTYPE html><p>Lasten", Ok(FileType::Html));
        check("a.php", b"<!-- saved from url=(0022)https://voorbeeld.nl/ -->\n<html>", Ok(FileType::Html));
        check("a.aspx", b"<?xml version=\"1.0\"?>\n<html xmlns=\"\">", Ok(FileType::Html));
        check("a.txt", &packed(&["begroting.txt", "word/document.xml"]), Ok(FileType::Zip));
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        check("a.txt", b"%PDF-1.7", Err(Refusal::Pdf));
        check("a.zip", &packed(&["[Content_Types].xml", "word/document.xml"]), Err(Refusal::Word));
        check("a", &packed(&["[Content_Types].xml", "xl/workbook.xml"]), Err(Refusal::Excel));
        check("a", &packed(&["_rels/.rels", "ppt/presentation.xml"]), Err(Refusal::Presentation));
        check("a", &packed(&["mimetype", "application/vnd.oasis.opendocument.text"]), Err(Refusal::OpenText));
        check("a", &packed(&["mimetype", "application/vnd.oasis.opendocument.spreadsheet"]), Err(Refusal::Excel));
        check("a.xls", b"\xd0\xcf\x11\xe0rest", Err(Refusal::Excel));
        check("a", b"\xd0\xcf\x11\xe0restW\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", Err(Refusal::Word));
        check("a", b"\xd0\xcf\x11\xe0rest", Err(Refusal::NotText));
        check("a.txt", b"{\\rtf1 Lasten}", Err(Refusal::Rtf));
        check("scan.jpg", b"\xff\xd8\xff\xe0rest", Err(Refusal::Picture));
        check("a.zip", b"7z\xbc\xaf", Err(Refusal::Archive));
        check("a.mht", b"From: <Saved by a browser>", Err(Refusal::WebArchive));
        check("a.txt", b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related", Err(Refusal::WebArchive));
        check("a.txt", b"{\"lasten\": 12}", Err(Refusal::Data));
        check("a.xml", b"<lasten>12</lasten>", Err(Refusal::Data));
        check("a.txt", b"<?xml version=\"1.0\"?><lasten>12</lasten>", Err(Refusal::Data));
    }
}
