//! ZIP: several files in one. Each comes out as a text of its own, or as a refusal of its own.
//!
//! An archive is unpacked a file at a time, in memory, and only as far as a text can reach: what it says about sizes is
//! not believed. The names in it are labels; nothing is written anywhere.

use std::io::{Cursor, Read};

use ::zip::{ZipArchive, read::ZipFile};

use super::{FileType, MOST_BYTES, MOST_ENTRIES, Refusal, Text, is_beside_the_point, single};

/// All that one archive may unpack to, in bytes.
const MOST_UNPACKED: u64 = 4 * MOST_BYTES;

/// Text is seldom packed to less than a fiftieth.
const MOST_RATIO: u64 = 200;

/// What unpacks to no more than this is never too much.
const BYTES_WITHOUT_RATIO: u64 = 1 << 20;

/// The files of an archive, one at a time.
pub(super) struct Entries {
    name: String,
    archive: ZipArchive<Cursor<Vec<u8>>>,
    next: usize,
    unpacked: u64,
    is_empty: bool,
}

impl Entries {
    /// Opens an archive.
    pub(super) fn of(name: &str, bytes: Vec<u8>) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
        if archive.len() > MOST_ENTRIES {
            return Err(Refusal::TooMany);
        }
        Ok(Self { name: name.to_owned(), archive, next: 0, unpacked: 0, is_empty: true })
    }

    /// The next file that is not beside the point: its path, and its bytes.
    fn unpack_next(&mut self) -> Option<(String, Result<Vec<u8>, Refusal>)> {
        while self.next < self.archive.len() {
            let index = self.next;
            self.next += 1;
            let Some((path, is_locked)) = path_in(&mut self.archive, index) else {
                return Some((String::new(), Err(Refusal::Damaged)));
            };
            if path.ends_with('/') || is_beside_the_point(&path) {
                continue;
            }
            let bytes = if is_locked { Err(Refusal::Locked) } else { self.unpack(index) };
            return Some((path, bytes));
        }
        None
    }

    fn unpack(&mut self, index: usize) -> Result<Vec<u8>, Refusal> {
        let left = MOST_UNPACKED - self.unpacked;
        let file = self.archive.by_index(index).map_err(|_| Refusal::Damaged)?;
        let outcome = unpacked(file, left);
        match &outcome {
            Ok(bytes) => self.unpacked += bytes.len() as u64,
            // What unpacks to too much once will do so again.
            Err(Refusal::Swollen | Refusal::TooLarge) => self.next = self.archive.len(),
            Err(_) => {}
        }
        outcome
    }
}

impl Iterator for Entries {
    type Item = Text;

    fn next(&mut self) -> Option<Text> {
        match self.unpack_next() {
            Some((path, bytes)) => {
                self.is_empty = false;
                Some(entry(&self.name, path, bytes))
            }
            None if self.is_empty => {
                self.is_empty = false;
                Some(Text { entry: None, source: Err(Refusal::Empty) })
            }
            None => None,
        }
    }
}

/// The path of a file in an archive, and whether it has a password.
fn path_in(archive: &mut ZipArchive<Cursor<Vec<u8>>>, index: usize) -> Option<(String, bool)> {
    let file = archive.by_index_raw(index).ok()?;
    let path = file.name().ok()?.replace('\\', "/");
    Some((path, file.encrypted()))
}

fn unpacked(file: ZipFile<'_, Cursor<Vec<u8>>>, left: u64) -> Result<Vec<u8>, Refusal> {
    let by_ratio = file.compressed_size().saturating_mul(MOST_RATIO).max(BYTES_WITHOUT_RATIO);
    let most = by_ratio.min(MOST_BYTES).min(left);
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Damaged)?;
    if bytes.len() as u64 <= most {
        Ok(bytes)
    } else if most == by_ratio {
        Err(Refusal::Swollen)
    } else {
        Err(Refusal::TooLarge)
    }
}

fn entry(archive: &str, path: String, bytes: Result<Vec<u8>, Refusal>) -> Text {
    let name = path.rsplit('/').next().unwrap_or(&path);
    let source = bytes.and_then(|bytes| match FileType::of(name, &bytes)? {
        FileType::Zip => Err(Refusal::Archive),
        file_type => single(archive, file_type, &bytes),
    });
    let source = source.map(|mut source| {
        source.origin.entry = Some(path.clone());
        source
    });
    Text { entry: Some(path), source }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use ::zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

    use super::*;
    use crate::import::texts;

    fn packed(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in files {
            writer.start_file(*path, SimpleFileOptions::default().compression_method(method)).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn deflated(files: &[(&str, &[u8])]) -> Vec<u8> {
        packed(files, CompressionMethod::Deflated)
    }

    /// Path and text, or path and refusal, of each file.
    fn check(archive: Vec<u8>, expected: &[(&str, Result<&str, Refusal>)]) {
        let found: Vec<Text> = texts("stukken.zip", archive).collect();
        let shown = found.iter().map(|text| {
            (
                text.entry.as_deref().unwrap_or_default(),
                text.source.as_ref().map(|source| source.text.as_str()).map_err(|&why| why),
            )
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn every_file_is_a_text_of_its_own() {
        let files: [(&str, &[u8]); 4] = [
            ("begroting/zorg.txt", "Lasten € 12".as_bytes()),
            ("begroting/wonen.html", b"<h1>Wonen</h1>"),
            ("baten.csv", b"Post;2024\nZon;1\n"),
            ("oud.txt", b"Lasten \x80 12"),
        ];
        let expected: [(&str, Result<&str, Refusal>); 4] = [
            ("begroting/zorg.txt", Ok("Lasten € 12")),
            ("begroting/wonen.html", Ok("# Wonen\n")),
            ("baten.csv", Ok("Post\t2024\nZon\t1\n")),
            ("oud.txt", Ok("Lasten € 12")),
        ];
        check(deflated(&files), &expected);
        check(packed(&files, CompressionMethod::Stored), &expected);
    }

    #[test]
    fn a_text_knows_the_archive_and_its_path() {
        let text = texts("stukken.zip", deflated(&[("a/b.txt", b"Lasten")])).next().unwrap();
        let origin = text.source.unwrap().origin;
        assert_eq!((origin.name.as_str(), origin.entry.as_deref(), origin.bytes), ("stukken.zip", Some("a/b.txt"), 6));
    }

    #[test]
    fn a_bad_file_costs_itself_alone() {
        let inner = deflated(&[("a.txt", b"Lasten")]);
        let office = deflated(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]);
        let files: [(&str, &[u8]); 5] =
            [("a.pdf", b"%PDF-1.7"), ("in.zip", &inner), ("b.docx", &office), ("leeg.txt", b" "), ("c.txt", b"Baten")];
        check(
            deflated(&files),
            &[
                ("a.pdf", Err(Refusal::Pdf)),
                ("in.zip", Err(Refusal::Archive)),
                ("b.docx", Err(Refusal::Word)),
                ("leeg.txt", Err(Refusal::Empty)),
                ("c.txt", Ok("Baten")),
            ],
        );
    }

    #[test]
    fn what_stands_beside_the_texts_is_passed_over() {
        let files: [(&str, &[u8]); 6] = [
            ("__MACOSX/a.txt", b"x"),
            (".DS_Store", b"x"),
            ("map/", b""),
            ("zorg_bestanden/logo.txt", b"x"),
            ("stijl.css", b"x"),
            ("../../etc/zorg.txt", b"Lasten"),
        ];
        check(deflated(&files), &[("../../etc/zorg.txt", Ok("Lasten"))]);
        check(deflated(&files[..3]), &[("", Err(Refusal::Empty))]);
        check(deflated(&[]), &[("", Err(Refusal::Empty))]);
    }

    #[test]
    fn what_unpacks_to_too_much_ends_the_archive() {
        let zeros = vec![b'0'; 8 << 20];
        check(
            deflated(&[("a.txt", b"Lasten"), ("b.txt", &zeros), ("c.txt", b"Baten")]),
            &[("a.txt", Ok("Lasten")), ("b.txt", Err(Refusal::Swollen))],
        );
    }

    #[test]
    fn an_archive_of_very_many_files_is_not_opened() {
        let names: Vec<String> = (0..10_000).map(|number| format!("{number}.txt")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        check(packed(&files, CompressionMethod::Stored), &[("", Err(Refusal::TooMany))]);
    }

    #[test]
    fn a_file_with_a_password_is_said_to_have_one() {
        let mut archive = deflated(&[("a.txt", b"Lasten")]);
        // The flag stands once before the file and once in the list at the end.
        let list = archive.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        archive[6] |= 1;
        archive[list + 8] |= 1;
        check(archive, &[("a.txt", Err(Refusal::Locked))]);
    }

    #[test]
    fn damage_is_no_panic() {
        let whole = deflated(&[("a.txt", b"Lasten en baten"), ("b.txt", b"Baten")]);
        for cut in 0..whole.len() {
            let texts: Vec<Text> = texts("a.zip", whole[..cut].to_vec()).collect();
            assert!(!texts.is_empty(), "{cut}");
        }
        for place in 0..whole.len() {
            let mut archive = whole.clone();
            archive[place] ^= 0xff;
            assert!(texts("a.zip", archive).count() > 0, "{place}");
        }
    }
}
