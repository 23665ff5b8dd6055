//! Where everything goes in a bar chart, before anything is drawn.

use rust_decimal::prelude::ToPrimitive;

use super::{
    bars::{Bar, Chart, Group},
    measure::{TEXT_SIZE, lines, width},
};

/// The height of a line of a label.
pub(super) const LINE: f32 = 16.0;
/// The height of a bar.
pub(super) const THICKNESS: f32 = 15.0;
/// Between a bar and its amount, and around labels.
pub(super) const SPACE: f32 = 6.0;
/// Between the bars of a group.
const BETWEEN_BARS: f32 = 3.0;
/// Above and below what is in a group.
const AROUND_GROUP: f32 = 8.0;
/// In a picture of this width labels stand beside the bars, in a narrower one above them.
const LEAST_FOR_SIDE_LABELS: f32 = 560.0;
/// The share of the width that labels beside the bars take.
const SHARE_OF_LABELS: f32 = 0.32;

/// A plan of a picture, in its units.
#[derive(Debug, PartialEq)]
pub(super) struct Plan {
    /// The width of the picture.
    pub(super) width: f32,
    /// Its height.
    pub(super) height: f32,
    /// Where the room of the bars begins.
    pub(super) left: f32,
    /// Euros at the left edge of that room, and at its right edge.
    pub(super) euros: (f64, f64),
    /// The groups.
    pub(super) groups: Vec<GroupPlan>,
}

/// Where a group goes.
#[derive(Debug, PartialEq)]
pub(super) struct GroupPlan {
    /// Its upper edge.
    pub(super) top: f32,
    /// Its lower edge.
    pub(super) bottom: f32,
    /// The lines of its label, with the middle of the first.
    pub(super) label: (f32, Vec<String>),
    /// The middle of each bar.
    pub(super) bars: Vec<f32>,
}

impl Plan {
    /// Plans a chart for a picture of that width.
    pub(super) fn of(chart: &Chart, width: f32) -> Self {
        let has_side_labels = width >= LEAST_FOR_SIDE_LABELS;
        let left = if has_side_labels { (width * SHARE_OF_LABELS).round() } else { SPACE };
        let mut top = 0.0;
        let mut groups = Vec::new();
        for group in &chart.groups {
            let planned = if has_side_labels { beside(group, top, left) } else { above(group, top, width) };
            top = planned.bottom;
            groups.push(planned);
        }
        Self { width, height: top.ceil(), left, euros: euros(chart, width - left - SPACE), groups }
    }

    /// Euros for each unit of the picture.
    pub(super) fn euros_a_unit(&self) -> f64 {
        (self.euros.1 - self.euros.0) / f64::from(self.width - self.left - SPACE)
    }
}

/// The label at the left, its middle at the middle of the bars.
fn beside(group: &Group, top: f32, left: f32) -> GroupPlan {
    let label = lines(&group.name, left - 2.0 * SPACE);
    let (of_label, of_bars) = (height(label.len(), LINE, 0.0), height(group.bars.len(), THICKNESS, BETWEEN_BARS));
    let inner = of_label.max(of_bars);
    let middle = top + AROUND_GROUP + inner / 2.0;
    GroupPlan {
        top,
        bottom: top + inner + 2.0 * AROUND_GROUP,
        label: (middle - of_label / 2.0 + LINE / 2.0, label),
        bars: bars(group, middle - of_bars / 2.0),
    }
}

/// The label over the whole width, the bars below it.
fn above(group: &Group, top: f32, width: f32) -> GroupPlan {
    let label = lines(&group.name, width - 2.0 * SPACE);
    let bars_top = top + AROUND_GROUP + height(label.len(), LINE, 0.0) + BETWEEN_BARS;
    GroupPlan {
        top,
        bottom: bars_top + height(group.bars.len(), THICKNESS, BETWEEN_BARS) + AROUND_GROUP,
        label: (top + AROUND_GROUP + LINE / 2.0, label),
        bars: bars(group, bars_top),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a group has a few lines and bars")]
fn height(count: usize, each: f32, between: f32) -> f32 {
    count as f32 * each + count.saturating_sub(1) as f32 * between
}

/// The middles of the bars below `top`.
fn bars(group: &Group, top: f32) -> Vec<f32> {
    (0..group.bars.len()).map(|place| top + height(place + 1, THICKNESS, BETWEEN_BARS) - THICKNESS / 2.0).collect()
}

/// Euros at either edge of a room of that width: as few as leave room for every bar with its amount beside its end.
fn euros(chart: &Chart, room: f32) -> (f64, f64) {
    let bars: Vec<(f64, f32)> = chart.groups.iter().flat_map(|group| group.bars.iter().flatten()).map(reach).collect();
    let largest = bars.iter().fold(0.0_f64, |largest, (euros, _)| largest.max(euros.abs()));
    if largest <= 0.0 {
        return (0.0, 1.0);
    }
    let room = f64::from(room.max(TEXT_SIZE));
    let scale = widest_scale(&bars, room, room / largest);
    let zero = sides(&bars, scale).0;
    (-zero / scale, (room - zero) / scale)
}

/// A bar's length in euros, and the room that its amount takes.
fn reach(bar: &Bar) -> (f64, f32) {
    (length(bar), width(&bar.label) + 2.0 * SPACE)
}

/// A bar's length for drawing: what a float loses of it is far below the width of a hair.
pub(super) fn length(bar: &Bar) -> f64 {
    bar.euros.to_f64().unwrap_or_default()
}

/// The most units for a euro, up to `most`, with which everything fits into the room; always some.
fn widest_scale(bars: &[(f64, f32)], room: f64, most: f64) -> f64 {
    const HALVINGS: u32 = 24;
    let fits = |scale: f64| {
        let (left, right) = sides(bars, scale);
        left + right <= room
    };
    let mut scale = (0.0, most);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(scale.0, scale.1);
        scale = if fits(middle) { (middle, scale.1) } else { (scale.0, middle) };
    }
    // Where the amounts alone are wider than the room, the bars still show which is longer.
    if scale.0 > 0.0 { scale.0 } else { most / 4.0 }
}

/// What is needed on either side of zero with so many units for a euro.
fn sides(bars: &[(f64, f32)], scale: f64) -> (f64, f64) {
    bars.iter().fold((0.0_f64, 0.0_f64), |(left, right), &(euros, label)| {
        let needed = euros.abs() * scale + f64::from(label);
        if euros < 0.0 { (left.max(needed), right) } else { (left, right.max(needed)) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(euros: i64) -> Bar {
        Bar { euros: euros.into(), label: format!("€ {euros}") }
    }

    fn chart(groups: &[(&str, &[i64])]) -> Chart {
        let group = |(name, bars): &(&str, &[i64])| Group {
            name: (*name).to_owned(),
            bars: bars.iter().map(|&euros| Some(bar(euros))).collect(),
        };
        Chart { series: Vec::new(), groups: groups.iter().map(group).collect() }
    }

    #[test]
    fn zero_is_at_the_left_where_nothing_is_below_it() {
        let plan = Plan::of(&chart(&[("Zorg", &[100, 80])]), 720.0);
        assert!(plan.euros.0.abs() < f64::EPSILON, "{:?}", plan.euros);
        assert!(plan.euros.1 > 100.0, "room for the amount: {:?}", plan.euros);
    }

    #[test]
    fn both_sides_of_zero_have_room() {
        let (from, to) = Plan::of(&chart(&[("Zorg", &[100, -50])]), 720.0).euros;
        assert!(from < -50.0 && to > 100.0, "{from} {to}");
    }

    #[test]
    fn nothing_but_nothing_has_a_scale_too() {
        assert_eq!(Plan::of(&chart(&[("Zorg", &[0, 0])]), 720.0).euros, (0.0, 1.0));
        assert_eq!(Plan::of(&Chart::default(), 720.0).groups, []);
    }

    #[test]
    fn groups_follow_each_other_and_hold_their_labels() {
        let name = "Een programma met een naam die over heel veel regels gaat, want het heet naar alles wat erin zit";
        for width in [340.0, 720.0] {
            let plan = Plan::of(&chart(&[(name, &[1, 2]), ("Zorg", &[3, 4])]), width);
            assert!(plan.groups[0].label.1.len() > 1);
            for group in &plan.groups {
                let last = group.label.0 + height(group.label.1.len() - 1, LINE, 0.0);
                assert!(group.top < group.label.0 && last + LINE / 2.0 <= group.bottom, "{group:?}");
                assert!(group.bars.iter().all(|middle| *middle > group.top && *middle < group.bottom), "{group:?}");
            }
            assert!(plan.groups[0].bottom <= plan.groups[1].top && plan.groups[1].bottom <= plan.height);
        }
    }
}
