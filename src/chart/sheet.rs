//! The sheet that plotters draws on: it takes shapes, not dots.
//!
//! Plotters knows colours only, a picture roles only: a colour on this sheet is a role and a group, written as red, green and
//! blue ([`Ink`]). Its dots are whole numbers, so the sheet is finer than the picture by [`FINE`].

use std::convert::Infallible;

use plotters::style::RGBColor;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, text_anchor::HPos,
};

use super::{
    measure::{TEXT_SIZE, width},
    picture::{Anchor, Role, Shape},
};

/// The dots of the sheet in one unit of the picture.
pub(super) const FINE: u16 = 10;

/// Where the base line of words is below their middle, as a part of their size.
const BASE_LINE: f32 = 0.36;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// What is drawn: its role, and the group that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ink {
    /// Its role.
    pub(super) role: Role,
    /// Its group; those beyond 65,535 share one.
    pub(super) group: usize,
}

impl Ink {
    const FIRST_SERIES: u8 = 8;

    /// The ink as a colour.
    pub(super) fn colour(self) -> RGBColor {
        let role = match self.role {
            Role::Ground => 0,
            Role::Zero => 1,
            Role::Label => 2,
            Role::Value => 3,
            Role::Series(place) => Self::FIRST_SERIES.saturating_add(u8::try_from(place).unwrap_or(u8::MAX)),
        };
        let [high, low] = u16::try_from(self.group).unwrap_or(u16::MAX).to_be_bytes();
        RGBColor(role, high, low)
    }

    fn of(colour: BackendColor) -> Self {
        let (role, high, low) = colour.rgb;
        let role = match role {
            0 => Role::Ground,
            1 => Role::Zero,
            2 => Role::Label,
            3..Self::FIRST_SERIES => Role::Value,
            place => Role::Series(usize::from(place - Self::FIRST_SERIES)),
        };
        Self { role, group: usize::from(u16::from_be_bytes([high, low])) }
    }
}

/// A sheet that puts what is drawn into a list.
pub(super) struct Sheet<'a> {
    /// Its width and height in dots.
    pub(super) size: (u32, u32),
    /// What was drawn.
    pub(super) shapes: &'a mut Vec<Shape>,
}

impl DrawingBackend for Sheet<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// Nothing is drawn in dots.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.shapes.push(Shape::Line { from: units(from), to: units(to), role: Ink::of(style.color()).role });
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, one: BackendCoord, other: BackendCoord, style: &S, _fill: bool) -> Drawn {
        let ((left, top), (right, bottom)) = (units(one), units(other));
        let Ink { role, group } = Ink::of(style.color());
        let (x, y) = (left.min(right), top.min(bottom));
        let (width, height) = ((right - left).abs(), (bottom - top).abs());
        self.shapes.push(Shape::Bar { x, y, width, height, role, group });
        Ok(())
    }

    /// Words have their middle at `place`, from top to bottom.
    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, style: &S, place: BackendCoord) -> Drawn {
        let (x, middle) = units(place);
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let (y, role) = (middle + TEXT_SIZE * BASE_LINE, Ink::of(style.color()).role);
        self.shapes.push(Shape::Words { x, y, anchor, words: words.to_owned(), role });
        Ok(())
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width is small and never below zero")]
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        words: &str,
        _style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let dots = |units: f32| (units * f32::from(FINE)).ceil() as u32;
        Ok((dots(width(words)), dots(TEXT_SIZE)))
    }
}

/// A place on the sheet, in units of the picture.
#[expect(clippy::cast_precision_loss, reason = "a sheet has thousands of dots, not millions")]
fn units((x, y): BackendCoord) -> (f32, f32) {
    let fine = f32::from(FINE);
    (x as f32 / fine, y as f32 / fine)
}

#[cfg(test)]
mod tests {
    use plotters::style::Color;

    use super::*;

    #[test]
    fn ink_comes_back() {
        for role in [Role::Ground, Role::Zero, Role::Label, Role::Value, Role::Series(0), Role::Series(1)] {
            for group in [0, 7, 300] {
                let ink = Ink { role, group };
                assert_eq!(Ink::of(ink.colour().to_backend_color()), ink);
            }
        }
    }
}
