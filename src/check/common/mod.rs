//! What several checks have in common: how far a printed number may be off, what rows and headings are about, which
//! overviews say the same, and how a sum that is found becomes a finding.

pub(crate) mod beside;
pub(in crate::check) mod chapters;
pub(crate) mod explanations;
pub(in crate::check) mod lines;
pub(crate) mod overviews;
pub(crate) mod pairing;
pub(in crate::check) mod percentages;
pub(in crate::check) mod programmes;
pub(crate) mod rounding;
#[cfg(test)]
pub(in crate::check) mod said;
pub(crate) mod scope;
pub(in crate::check) mod second_thoughts;
pub(in crate::check) mod sums;
#[cfg(test)]
pub(in crate::check) mod testing;
#[cfg(test)]
pub(in crate::check) mod whole;

#[cfg(test)]
use super::check;
use super::{Check, Finding, Operand, Operation, Prescribed, Quantity, Reason, Subject, Sum, Verdict, parts};
