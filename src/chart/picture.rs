//! The shapes that a chart is drawn of.

use serde::{Deserialize, Serialize};

/// A drawing, in units of its own width and height: it is sharp at any size.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Picture {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Its shapes, those behind first.
    pub shapes: Vec<Shape>,
}

/// One shape. Places count from the upper left corner, to the right and down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Shape {
    /// A filled rectangle.
    Bar {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Which colour it has.
        role: Role,
        /// The group that it stands for.
        group: usize,
    },
    /// A straight line.
    Line {
        /// From.
        from: (f32, f32),
        /// To.
        to: (f32, f32),
        /// Which colour it has.
        role: Role,
    },
    /// A line of words.
    Words {
        /// Where it is anchored.
        x: f32,
        /// Its base line.
        y: f32,
        /// Which end is at `x`.
        anchor: Anchor,
        /// The words.
        words: String,
        /// Which colour it has.
        role: Role,
    },
}

/// What a shape is: the theme gives it a colour, a pattern or a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// The bar of a series, by its place.
    Series(usize),
    /// The ground of a whole group, behind its label and its bars: what people point at.
    Ground,
    /// The line of nothing.
    Zero,
    /// A label.
    Label,
    /// An amount.
    Value,
}

/// Which end of words is at their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// Their begin.
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    End,
}
