//! What the reading worker and the page say to each other: a file goes in, one line of JSON comes out.

use serde::{Deserialize, Serialize};

use crate::{
    document::Document,
    export::json::{Unreadable, WithText, document_to_wire, from_wire, wire},
    import::{Refusal, import},
    read::read,
    source::Source,
};

/// What became of one file.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// It was read.
    Read(Box<(Source, Document)>),
    /// It is no text to read.
    Refused(Refusal),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Reply {
    Read(Box<wire::Document>),
    Refused(String),
}

/// Reads the bytes of one file and writes the reply: the whole work of the worker.
pub fn reply(name: &str, bytes: &[u8]) -> String {
    let reply = match import(name, bytes) {
        Ok(source) => Reply::Read(Box::new(document_to_wire(&source, &read(&source), WithText::Yes))),
        Err(refusal) => Reply::Refused(refusal.name().to_owned()),
    };
    // Only a map with keys that are no strings makes this fail, and the shapes hold none.
    serde_json::to_string(&reply).unwrap_or_default()
}

/// Understands a reply.
///
/// # Errors
/// [`Unreadable`] where the worker is of another version than the page.
pub fn understand(reply: &str) -> Result<Reading, Unreadable> {
    match serde_json::from_str(reply).map_err(|error| Unreadable(error.to_string()))? {
        Reply::Read(document) => Ok(Reading::Read(Box::new(from_wire(*document)?))),
        Reply::Refused(name) => Ok(Reading::Refused(Refusal::from_name(&name).ok_or(Unreadable(name))?)),
    }
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
        assert!(understand("{\"refused\":\"moon\"}").is_err());
        assert!(understand("{}").is_err());
    }
}
