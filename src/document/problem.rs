//! Doubts. A problem is a code and a place; its words live in [`crate::wording`].

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// Something that the reader could not know, or that the person should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Problem {
    /// What it is.
    pub code: Code,
    /// The words that it speaks of; the first line where it speaks of the whole text.
    pub span: Span,
}

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Good to know.
    Note,
    /// A shown value may be wrong.
    Warning,
}

/// Every problem there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Code {
    /// The bytes do not state their encoding, or do not keep to it; the likeliest was assumed.
    EncodingAssumed,
    /// The text is no municipality's: it is of another body, or in another language.
    NotMunicipal,
    /// The text does not say which document it is.
    KindUnknown,
    /// The text does not name the document; its kind follows from its headings or its words.
    KindInferred,
    /// No year could be found.
    YearUnknown,
    /// The year does not stand in the title; it follows from columns or sentences.
    YearInferred,
    /// The text does not say whose document it is.
    MunicipalityUnknown,
    /// The municipality follows from the way its name is used; "gemeente …" stands nowhere.
    MunicipalityInferred,
    /// Two municipalities are called so, and the text does not say which.
    MunicipalityAmbiguous,
    /// A heading asks for goals or measures and nothing stands under it.
    EmptyHeading,
    /// The same block stands twice; both were read.
    RepeatedBlock,
    /// Nothing says for certain in which unit these amounts are: none is stated, or a scale stands without a currency, or
    /// the amount is larger than any municipality spends.
    UnitAssumed,
    /// The row has fewer or more amounts than the table has columns, or no header was found: which column this is cannot
    /// be told.
    ColumnUnknown,
    /// The sums of the table hold elsewhere, but not what this amount should come to: it is misprinted, or was misread.
    IdentityBroken,
    /// What looked like an amount could not be read as one.
    AmountUnreadable,
    /// A percentage over 100 of which the text does not say the whole.
    ShareOverHundred,
    /// The text ends in the middle of a sentence or of a table's row.
    TextCutOff,
}

impl Code {
    /// All codes, in the order in which they are explained to people.
    pub const ALL: [Self; 17] = [
        Self::EncodingAssumed,
        Self::NotMunicipal,
        Self::KindUnknown,
        Self::KindInferred,
        Self::YearUnknown,
        Self::YearInferred,
        Self::MunicipalityUnknown,
        Self::MunicipalityInferred,
        Self::MunicipalityAmbiguous,
        Self::EmptyHeading,
        Self::RepeatedBlock,
        Self::UnitAssumed,
        Self::ColumnUnknown,
        Self::IdentityBroken,
        Self::AmountUnreadable,
        Self::ShareOverHundred,
        Self::TextCutOff,
    ];

    /// The stable name in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::EncodingAssumed => "encoding-assumed",
            Self::NotMunicipal => "not-municipal",
            Self::KindUnknown => "kind-unknown",
            Self::KindInferred => "kind-inferred",
            Self::YearUnknown => "year-unknown",
            Self::YearInferred => "year-inferred",
            Self::MunicipalityUnknown => "municipality-unknown",
            Self::MunicipalityInferred => "municipality-inferred",
            Self::MunicipalityAmbiguous => "municipality-ambiguous",
            Self::EmptyHeading => "empty-heading",
            Self::RepeatedBlock => "repeated-block",
            Self::UnitAssumed => "unit-assumed",
            Self::ColumnUnknown => "column-unknown",
            Self::IdentityBroken => "identity-broken",
            Self::AmountUnreadable => "amount-unreadable",
            Self::ShareOverHundred => "share-over-hundred",
            Self::TextCutOff => "text-cut-off",
        }
    }

    /// How much it matters.
    pub fn severity(self) -> Severity {
        match self {
            Self::EncodingAssumed
            | Self::NotMunicipal
            | Self::YearInferred
            | Self::MunicipalityAmbiguous
            | Self::UnitAssumed
            | Self::ColumnUnknown
            | Self::IdentityBroken
            | Self::AmountUnreadable => Severity::Warning,
            _ => Severity::Note,
        }
    }
}
