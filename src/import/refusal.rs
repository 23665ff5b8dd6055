//! Why a file is not read.

use serde::{Deserialize, Serialize};

/// Why a file was not read. The words for people live in [`crate::wording`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Refusal {
    /// Nothing but white space.
    Empty,
    /// More than [`super::MOST_BYTES`], packed or unpacked.
    TooLarge,
    /// An archive with more than [`super::MOST_ENTRIES`] files.
    TooMany,
    /// A file that unpacks to far more than any text does.
    Swollen,
    /// A file that cannot be unpacked or understood as what it is.
    Damaged,
    /// A file in an archive that has a password.
    Locked,
    /// A PDF.
    Pdf,
    /// A Word document.
    Word,
    /// A document in Rich Text Format.
    Rtf,
    /// An OpenDocument text.
    OpenText,
    /// An Excel or OpenDocument spreadsheet.
    Excel,
    /// A PowerPoint or OpenDocument presentation.
    Presentation,
    /// A picture or a scan.
    Picture,
    /// A web page with its pictures in one file.
    WebArchive,
    /// JSON or XML: data for programs.
    Data,
    /// An archive that is no ZIP, or stands in another one.
    Archive,
    /// Bytes that are no text.
    NotText,
}

impl Refusal {
    /// All refusals.
    pub const ALL: [Self; 17] = [
        Self::Empty,
        Self::TooLarge,
        Self::TooMany,
        Self::Swollen,
        Self::Damaged,
        Self::Locked,
        Self::Pdf,
        Self::Word,
        Self::Rtf,
        Self::OpenText,
        Self::Excel,
        Self::Presentation,
        Self::Picture,
        Self::WebArchive,
        Self::Data,
        Self::Archive,
        Self::NotText,
    ];
}
