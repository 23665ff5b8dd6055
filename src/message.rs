//! What the reading worker says to the page: a file went in, one message comes out.
//!
//! The message is the domain itself in postcard's form. Worker and page are of one build and ask for each other by
//! version, so that nobody else has to understand it; what others read is the JSON export.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    document::Document,
    import::{Refusal, import},
    read::read,
    source::Source,
};

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Reading {
    /// It was read.
    Read(Box<(Source, Document)>),
    /// It is no text to read.
    Refused(Refusal),
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

/// Reads the bytes of one file and writes the message: the whole work of the worker.
pub fn reply(name: &str, bytes: &[u8]) -> Vec<u8> {
    let reading = match import(name, bytes) {
        Ok(source) => {
            let document = read(&source);
            Reading::Read(Box::new((source, document)))
        }
        Err(refusal) => Reading::Refused(refusal),
    };
    // Writing to memory fails for lists of unknown length only, and the domain holds none.
    postcard::to_allocvec(&reading).unwrap_or_default()
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
    fn a_document_comes_back_as_it_was_read() {
        let name = "begroting.txt";
        let bytes = "Begroting 2021\n\nLasten € 12\nBaten € -5\nSaldo € 7\n".as_bytes();
        let source = Source::from_bytes(name, bytes);
        let document = read(&source);
        assert_eq!(understand(&reply(name, bytes)), Ok(Reading::Read(Box::new((source, document)))));
    }

    #[test]
    fn a_refusal_comes_back() {
        assert_eq!(understand(&reply("a.pdf", b"%PDF-1.4")), Ok(Reading::Refused(Refusal::Pdf)));
    }

    #[test]
    fn another_version_is_an_error() {
        assert_eq!(understand(b"{\"refused\":\"moon\"}"), Err(OtherVersion));
        assert_eq!(understand(&[]), Err(OtherVersion));
    }
}
