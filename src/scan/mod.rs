//! One value at a time, pure `&str` to value: amounts, percentages, years, periods, moments, units.
//!
//! A scanner looks at words only. Whether a number is money, and of what, is for [`mod@crate::read`] to say.

pub mod amount;
mod moment;
mod percentage;
mod period;
pub mod unit;
pub mod words;
mod year;

pub use amount::{Amount, amounts, cell, is_note, unreadable_amounts};
pub use moment::{Moment, moment};
pub use percentage::{ScannedPercentage, percentages};
pub use period::{ScannedPeriod, periods};
pub use unit::{ScannedUnit, bare_unit, units};
pub use year::{FIRST_YEAR, LAST_YEAR, year, years};
