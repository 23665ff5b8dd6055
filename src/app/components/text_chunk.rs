//! Some lines of the text with their marks. A text is drawn in chunks, so that a choice redraws only those it touches.

use std::{ops::Range, rc::Rc};

use yew::{prelude::*, virtual_dom::VNode};

use crate::{
    app::{
        describe::sort_name,
        facts::{Sort, Sorts},
        layout::{Line, Piece, Shape},
        state::Loaded,
    },
    source::Span,
    wording::Language,
};

/// Which lines, and what of them is special now.
#[derive(Properties, PartialEq)]
pub struct TextChunkProps {
    /// The document.
    pub loaded: Rc<Loaded>,
    /// Counts in the layout's lines.
    pub lines: Range<usize>,
    /// The chosen mark, where it touches these lines.
    pub chosen: Option<usize>,
    /// The mark that the Tab key comes to, where it begins in these lines.
    pub tab_stop: Option<usize>,
    /// Words that were pointed at, where they touch these lines.
    pub aim: Option<Span>,
    /// The sorts of facts that are marked.
    pub shown: Sorts,
    /// The language of the interface.
    pub language: Language,
}

/// Some lines of the text.
#[component]
pub fn TextChunk(props: &TextChunkProps) -> Html {
    let mut tab_stop = props.tab_stop;
    let lines = props.loaded.layout.lines.get(props.lines.clone()).unwrap_or_default();
    html! { <div class="chunk">{ for lines.iter().map(|line| draw_line(props, line, &mut tab_stop)) }</div> }
}

fn draw_line(props: &TextChunkProps, line: &Line, tab_stop: &mut Option<usize>) -> Html {
    let blocks = shown_marks(props, &line.blocks);
    let innermost = blocks.last().map(|&block| sort_of(props, block));
    let is_aimed_at = props.aim.is_some_and(|aim| aim.overlaps(line.span));
    let is_chosen = is_aimed_at || props.chosen.is_some_and(|chosen| blocks.contains(&chosen));
    let class = classes!(
        "line",
        shape_class(line.shape),
        line.gap.then_some("gap"),
        innermost.map(|sort| format!("in-{}", sort.class())),
        is_chosen.then_some("in-chosen"),
        is_aimed_at.then_some("aimed-at"),
    );
    let labels = shown_marks(props, &line.beginnings);
    let labels: Vec<Html> = labels.into_iter().map(|mark| label(props, mark, tab_stop)).collect();
    let pieces: Vec<Html> = line.pieces.iter().map(|piece| draw_piece(props, piece, tab_stop)).collect();
    let heading_level = match line.shape {
        Shape::Heading { depth, .. } => Some((depth + 2).min(6).to_string()),
        _ => None,
    };
    html! {
        <div key={line.span.start} {class}>
            if !labels.is_empty() { <span class="labels">{ for labels }</span> }
            <span class="words" role={heading_level.as_ref().map(|_| "heading")} aria-level={heading_level}>{ for pieces }</span>
        </div>
    }
}

fn shape_class(shape: Shape) -> String {
    match shape {
        Shape::Plain => "plain".to_owned(),
        Shape::Heading { level, .. } => format!("heading level-{}", level.min(4)),
        Shape::Item => "item".to_owned(),
        Shape::Tabular => "tabular".to_owned(),
    }
}

/// The label of a block in the margin.
fn label(props: &TextChunkProps, mark: usize, tab_stop: &mut Option<usize>) -> Html {
    let sort = sort_of(props, mark);
    let class = classes!("label", sort.class(), (props.chosen == Some(mark)).then_some("chosen"));
    html! {
        <span role="button" {class} data-marks={mark.to_string()} tabindex={tab_index(&[mark], tab_stop)}>
            { sort_name(props.language, sort) }
        </span>
    }
}

fn draw_piece(props: &TextChunkProps, piece: &Piece, tab_stop: &mut Option<usize>) -> Html {
    let words = piece.span.of(&props.loaded.source.text);
    let marks = shown_marks(props, &piece.marks);
    let Some(&first) = marks.first() else { return VNode::from(words.to_owned()) };
    let chosen = props.chosen.filter(|chosen| marks.contains(chosen));
    let sort = sort_of(props, chosen.unwrap_or(first));
    let has_doubt = marks.iter().any(|&mark| sort_of(props, mark) == Sort::Doubt);
    let class = classes!(
        "fact",
        sort.class(),
        (has_doubt && sort != Sort::Doubt).then_some("has-doubt"),
        (marks.len() > 1).then_some("several"),
        chosen.map(|_| "chosen"),
    );
    html! {
        <mark role="button" {class} data-marks={joined(&marks)} tabindex={tab_index(&marks, tab_stop)}
            title={names(props, &marks)}>
            { words }
        </mark>
    }
}

fn shown_marks(props: &TextChunkProps, marks: &[usize]) -> Vec<usize> {
    marks.iter().copied().filter(|&mark| props.shown.contains(sort_of(props, mark))).collect()
}

fn sort_of(props: &TextChunkProps, mark: usize) -> Sort {
    props.loaded.marks.get(mark).map_or(Sort::Identity, |mark| mark.fact.sort())
}

/// One mark in the whole text is a stop of the Tab key; from there the arrow keys walk on.
fn tab_index(marks: &[usize], tab_stop: &mut Option<usize>) -> &'static str {
    match *tab_stop {
        Some(stop) if marks.contains(&stop) => {
            *tab_stop = None;
            "0"
        }
        _ => "-1",
    }
}

fn joined(marks: &[usize]) -> String {
    marks.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn names(props: &TextChunkProps, marks: &[usize]) -> String {
    let mut names: Vec<_> = marks.iter().map(|&mark| sort_name(props.language, sort_of(props, mark))).collect();
    names.dedup();
    names.join(", ")
}
