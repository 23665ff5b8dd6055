//! What the reading worker says to the page: a file goes in, a message comes out for each text in it.
//!
//! The message is the domain itself in postcard's form. Worker and page are of one build and ask for each other by
//! version, so that nobody else has to understand it; what others read is the JSON export.
//!
//! A worker holds one module or two: the reader, which reads plain text by itself ([`reply`]), and, once a file needed
//! it, the importer, which makes texts of all other files (`parcels`). Texts cross from one to the other in the same form
//! ([`reply_to_parcel`]).

pub mod comparing;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    check::{Finding, check},
    document::Document,
    import::{self, Refusal, Text},
    read::read,
    source::Source,
};

/// What became of one text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Reading {
    /// It was read, and checked: the checks are in the reader's module, not in the page's.
    Read(Box<(Source, Document, Vec<Finding>)>),
    /// It is no text to read.
    Refused {
        /// The path in the archive, where it came out of one.
        entry: Option<String>,
        /// Why.
        refusal: Refusal,
    },
}

impl Reading {
    fn of(text: Text) -> Self {
        match text.source {
            Ok(source) => {
                let document = read(&source);
                let findings = check(&document);
                Self::Read(Box::new((source, document, findings)))
            }
            Err(refusal) => Self::Refused { entry: text.entry, refusal },
        }
    }
}

/// A message of another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherVersion;

impl fmt::Display for OtherVersion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the worker is of another version than the page")
    }
}

impl std::error::Error for OtherVersion {}

/// Reads the bytes of one file and writes the message; none where the file is for the importer.
pub fn reply(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let source = import::plain(name, bytes)?;
    Some(written(&Reading::of(Text { entry: None, source })))
}

/// The texts of a file, each as the importer hands it to the reader.
#[cfg(feature = "formats")]
pub fn parcels(name: &str, bytes: Vec<u8>) -> impl Iterator<Item = Vec<u8>> + use<> {
    import::texts(name, bytes).map(|text| written(&text))
}

/// Reads what the importer handed over, and writes the message.
pub fn reply_to_parcel(parcel: &[u8]) -> Vec<u8> {
    // One that cannot be understood is of another version: so is the empty message.
    postcard::from_bytes(parcel).map_or(Vec::new(), |text| written(&Reading::of(text)))
}

/// A message. Writing to memory fails for lists of unknown length only, and the domain holds none.
fn written(message: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(message).unwrap_or_default()
}

/// Understands a message.
///
/// # Errors
/// [`OtherVersion`] where the worker is of another version than the page.
pub fn understand(message: &[u8]) -> Result<Reading, OtherVersion> {
    postcard::from_bytes(message).map_err(|_| OtherVersion)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_comes_back_as_it_was_read_and_checked() {
        let name = "begroting.txt";
        let bytes = "Begroting 2021\n\nLasten € 12\nBaten € -5\nSaldo € 7\n".as_bytes();
        let source = Source::from_bytes(name, bytes);
        let document = read(&source);
        let findings = check(&document);
        let reply = reply(name, bytes).map(|message| understand(&message));
        assert_eq!(reply, Some(Ok(Reading::Read(Box::new((source, document, findings))))));
    }

    #[test]
    fn a_refusal_comes_back() {
        let reply = reply("a.pdf", b"%PDF-1.4").map(|message| understand(&message));
        assert_eq!(reply, Some(Ok(Reading::Refused { entry: None, refusal: Refusal::Pdf })));
    }

    #[cfg(feature = "formats")]
    #[test]
    fn what_the_reader_leaves_to_the_importer_comes_back_too() {
        let page = b"<h1>Begroting 2021</h1><p>Lasten &euro; 12";
        assert_eq!(reply("a.html", page), None);
        let replies: Vec<_> = parcels("a.html", page.to_vec()).map(|parcel| understand(&reply_to_parcel(&parcel))).collect();
        let [Ok(Reading::Read(read))] = &replies[..] else { panic!("{replies:?}") };
        assert_eq!(read.0.text, "# Begroting 2021\n\nLasten € 12\n");
        assert_eq!(read.1.figures.len(), 1);
    }

    #[test]
    fn another_version_is_an_error() {
        assert_eq!(understand(b"{\"refused\":\"moon\"}"), Err(OtherVersion));
        assert_eq!(understand(&[]), Err(OtherVersion));
        assert_eq!(understand(&reply_to_parcel(b"moon")), Err(OtherVersion));
    }
}
