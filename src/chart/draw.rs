//! A chart to shapes, by plotters.

use std::{convert::Infallible, ops::Range};

use plotters::{
    coord::{
        Shift,
        cartesian::Cartesian2d,
        types::{RangedCoordf32, RangedCoordf64},
    },
    drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea},
    element::{PathElement, Rectangle, Text},
    style::{
        Color, IntoFont, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{
    bars::{Bar, Chart},
    measure::TEXT_SIZE,
    picture::{Picture, Role, Shape},
    plan::{GroupPlan, LINE, Plan, SPACE, THICKNESS, length},
    sheet::{FINE, Ink, Sheet},
};

type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;
type Whole<'a> = DrawingArea<Sheet<'a>, Shift>;
type Room<'a> = DrawingArea<Sheet<'a>, Cartesian2d<RangedCoordf64, RangedCoordf32>>;

/// The least length of a bar of something, in units: nothing has none.
const LEAST_LENGTH: f64 = 1.0;

/// Draws a chart in a picture of that width: bars from a line of zero, to the right where they are above it and to the left
/// where they are below, each with its amount at its end. The picture is as high as the chart needs.
pub fn picture(chart: &Chart, width: u32) -> Picture {
    let plan = Plan::of(chart, f32::from(u16::try_from(width).unwrap_or(u16::MAX)));
    let mut shapes = Vec::new();
    // The sheet takes every shape: there is no error to tell of.
    drop(draw(chart, &plan, &mut shapes));
    Picture { width, height: whole(plan.height), shapes }
}

fn draw(chart: &Chart, plan: &Plan, shapes: &mut Vec<Shape>) -> Drawn {
    let size = (dots(plan.width).unsigned_abs(), dots(plan.height).unsigned_abs());
    let sheet = Sheet { size, shapes }.into_drawing_area();
    let room = room(&sheet, plan);
    for (place, (group, planned)) in chart.groups.iter().zip(&plan.groups).enumerate() {
        draw_label(&sheet, place, plan, planned)?;
        let bars = group.bars.iter().zip(&planned.bars).enumerate();
        for (series, (bar, &middle)) in bars.filter_map(|(series, (bar, middle))| Some((series, (bar.as_ref()?, middle)))) {
            draw_bar(&room, plan, bar, middle, Ink { role: Role::Series(series), group: place })?;
        }
        draw_zero(&room, planned, place)?;
    }
    Ok(())
}

/// The line of zero along the bars of a group: on a narrow picture it would touch the labels above them.
fn draw_zero(room: &Room<'_>, planned: &GroupPlan, group: usize) -> Drawn {
    let Some((first, last)) = planned.bars.first().zip(planned.bars.last()) else { return Ok(()) };
    let ends = [first - THICKNESS / 2.0, last + THICKNESS / 2.0];
    room.draw(&PathElement::new(ends.map(|end| (0.0, end)).to_vec(), Ink { role: Role::Zero, group }.colour()))
}

/// The part of the sheet that the bars are in: euros to the right, units of the picture down.
fn room<'a>(sheet: &Whole<'a>, plan: &Plan) -> Room<'a> {
    let (_, right) = sheet.split_horizontally(dots(plan.left));
    let (room, _) = right.split_horizontally(dots(plan.width - plan.left - SPACE));
    let pixels: (Range<i32>, Range<i32>) = room.get_pixel_range();
    room.apply_coord_spec(Cartesian2d::new(plan.euros.0..plan.euros.1, 0.0..plan.height.max(1.0), pixels))
}

/// The ground of a group, and its label on it.
fn draw_label(sheet: &Whole<'_>, group: usize, plan: &Plan, planned: &GroupPlan) -> Drawn {
    let corners = [(0, dots(planned.top)), (dots(plan.width), dots(planned.bottom))];
    sheet.draw(&Rectangle::new(corners, Ink { role: Role::Ground, group }.colour().filled()))?;
    let (mut middle, lines) = (planned.label.0, &planned.label.1);
    for line in lines {
        let style = text(Ink { role: Role::Label, group }, HPos::Left);
        sheet.draw(&Text::new(line.as_str(), (dots(SPACE), dots(middle)), style))?;
        middle += LINE;
    }
    Ok(())
}

/// A bar, and its amount at its end.
fn draw_bar(room: &Room<'_>, plan: &Plan, bar: &Bar, middle: f32, ink: Ink) -> Drawn {
    let unit = plan.euros_a_unit();
    let end = match length(bar) {
        euros if euros > 0.0 => euros.max(LEAST_LENGTH * unit),
        euros if euros < 0.0 => euros.min(-LEAST_LENGTH * unit),
        _ => 0.0,
    };
    if end != 0.0 {
        let corners = [(0.0, middle - THICKNESS / 2.0), (end, middle + THICKNESS / 2.0)];
        room.draw(&Rectangle::new(corners, ink.colour().filled()))?;
    }
    let space = f64::from(SPACE) * unit;
    let (place, side) = if end < 0.0 { (end - space, HPos::Right) } else { (end + space, HPos::Left) };
    room.draw(&Text::new(bar.label.as_str(), (place, middle), text(Ink { role: Role::Value, ..ink }, side)))
}

fn text(ink: Ink, side: HPos) -> TextStyle<'static> {
    let font = ("sans-serif", f64::from(TEXT_SIZE * f32::from(FINE))).into_font();
    TextStyle { font, color: ink.colour().to_backend_color(), pos: Pos::new(side, VPos::Center) }
}

#[expect(clippy::cast_possible_truncation, reason = "pictures are far smaller than the largest number")]
fn dots(units: f32) -> i32 {
    (units * f32::from(FINE)).round() as i32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height is small and never below zero")]
fn whole(units: f32) -> u32 {
    units.ceil() as u32
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::chart::{Anchor, Group, Series, measure};

    fn chart(groups: &[(&str, [Option<i64>; 2])]) -> Chart {
        let bar = |euros: i64| Bar { euros: Decimal::from(euros), label: format!("€ {euros}") };
        let series = ["Begroting", "Rekening"].map(|name| Series { name: name.to_owned() }).to_vec();
        let group = |(name, bars): &(&str, [Option<i64>; 2])| Group {
            name: (*name).to_owned(),
            bars: bars.iter().map(|euros| euros.map(bar)).collect(),
        };
        Chart { series, groups: groups.iter().map(group).collect() }
    }

    /// The bars of a picture: left and right edge, series and group.
    fn bars(picture: &Picture) -> Vec<(f32, f32, usize, usize)> {
        let bar = |shape: &Shape| match *shape {
            Shape::Bar { x, width, role: Role::Series(series), group, .. } => Some((x, x + width, series, group)),
            _ => None,
        };
        picture.shapes.iter().filter_map(bar).collect()
    }

    fn zero(picture: &Picture) -> f32 {
        let line = |shape: &Shape| match *shape {
            Shape::Line { from, role: Role::Zero, .. } => Some(from.0),
            _ => None,
        };
        picture.shapes.iter().find_map(line).expect("every chart has a line of zero")
    }

    fn near(one: f32, other: f32) -> bool {
        (one - other).abs() < 0.6
    }

    #[test]
    fn bars_are_as_long_as_their_amounts() {
        let picture = picture(&chart(&[("Zorg", [Some(400), Some(100)]), ("Wonen", [None, Some(200)])]), 720);
        let [a, b, c] = bars(&picture)[..] else { panic!("three bars: {picture:?}") };
        assert_eq!([(a.2, a.3), (b.2, b.3), (c.2, c.3)], [(0, 0), (1, 0), (1, 1)]);
        assert!(near(a.0, zero(&picture)) && near(b.0, a.0) && near(c.0, a.0));
        assert!(near((a.1 - a.0) / 4.0, b.1 - b.0) && near((a.1 - a.0) / 2.0, c.1 - c.0), "{a:?} {b:?} {c:?}");
    }

    #[test]
    fn what_is_below_zero_goes_to_the_left() {
        let picture = picture(&chart(&[("Zorg", [Some(-300), Some(100)])]), 720);
        let [below, above] = bars(&picture)[..] else { panic!("two bars: {picture:?}") };
        assert!(near(below.1, zero(&picture)) && near(above.0, zero(&picture)));
        assert!(near(below.1 - below.0, 3.0 * (above.1 - above.0)));
    }

    #[test]
    fn nothing_has_no_bar_and_almost_nothing_a_thin_one() {
        let picture = picture(&chart(&[("Zorg", [Some(0), Some(-1)]), ("Wonen", [Some(9_000_000), None])]), 720);
        let bars = bars(&picture);
        assert_eq!(bars.len(), 2, "{bars:?}");
        assert!(near(bars[0].1 - bars[0].0, 1.0) && bars[0].1 <= zero(&picture) + 0.1, "{bars:?}");
    }

    #[test]
    fn words_stay_in_the_picture_and_off_the_bars() {
        let groups = [
            ("Bestuur, dienstverlening en bedrijfsvoering", [Some(-12_345_678), Some(98_765_432)]),
            ("Arbeidsmarktparticipatieondersteuningsvoorzieningen", [Some(0), Some(-5)]),
        ];
        for width in [340, 720] {
            let picture = picture(&chart(&groups), width);
            for shape in &picture.shapes {
                let Shape::Words { x, anchor, words, y, .. } = shape else { continue };
                let long = measure::width(words);
                let (left, right) = if *anchor == Anchor::End { (x - long, *x) } else { (*x, x + long) };
                let edge = f32::from(u16::try_from(picture.width).unwrap_or_default());
                assert!(left >= -0.5 && right <= edge + 0.5, "{words}: {left} to {right} of {edge}");
                assert!(*y > 0.0 && whole(*y) < picture.height, "{words}");
            }
            let values = picture.shapes.iter().filter(|shape| matches!(shape, Shape::Words { role: Role::Value, .. }));
            assert_eq!(values.count(), 4);
        }
    }

    #[test]
    fn the_line_of_zero_runs_along_the_bars_and_not_through_labels() {
        for width in [340, 720] {
            let picture = picture(&chart(&[("Zorg", [Some(400), Some(100)]), ("Wonen", [None, Some(200)])]), width);
            let lines = picture.shapes.iter().filter_map(|shape| match *shape {
                Shape::Line { from, to, role: Role::Zero } => Some((from.1, to.1)),
                _ => None,
            });
            let lines: Vec<_> = lines.collect();
            assert_eq!(lines.len(), 2);
            for shape in &picture.shapes {
                match shape {
                    Shape::Bar { y, height, role: Role::Series(_), .. } => {
                        assert!(lines.iter().any(|(from, to)| *from <= y + 0.1 && y + height <= to + 0.1), "{shape:?}");
                    }
                    Shape::Words { y, role: Role::Label, .. } if width == 340 => {
                        assert!(lines.iter().all(|(from, to)| y < from || *to < y - measure::TEXT_SIZE), "{shape:?}");
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn an_empty_chart_is_an_empty_picture() {
        let picture = picture(&Chart::default(), 720);
        assert_eq!((picture.height, bars(&picture).len()), (0, 0));
    }
}
