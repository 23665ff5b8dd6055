//! Figures to pictures: what a chart shows, and the shapes that it is drawn of.
//!
//! A [`Chart`] is what is shown, tested without a picture; a [`Picture`] is a list of shapes with places and roles, which the
//! page turns into SVG elements and an export into a file. Colours are roles: the theme gives them.

mod bars;
#[cfg(feature = "chart")]
mod draw;
#[cfg(feature = "chart")]
mod measure;
mod picture;
#[cfg(feature = "chart")]
mod plan;
#[cfg(feature = "chart")]
mod sheet;

pub use bars::{Bar, Chart, Group, Series};
#[cfg(feature = "chart")]
pub use draw::picture;
pub use picture::{Anchor, Picture, Role, Shape};
