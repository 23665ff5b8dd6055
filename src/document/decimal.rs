//! How an exact number travels between worker and page: as its sixteen bytes.
//!
//! Its own form is a string, which both wasm modules would have to carry a writer or a parser for.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const BYTES: usize = 16;

pub(crate) fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    value.serialize().serialize(serializer)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    <[u8; BYTES]>::deserialize(deserializer).map(Decimal::deserialize)
}

/// A number that may be missing.
pub(crate) mod option {
    use super::{BYTES, Decimal, Deserialize, Deserializer, Serialize, Serializer};

    #[allow(clippy::ref_option, reason = "serde hands it over so")]
    pub(crate) fn serialize<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        value.map(|value| value.serialize()).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
        Ok(Option::<[u8; BYTES]>::deserialize(deserializer)?.map(Decimal::deserialize))
    }
}
