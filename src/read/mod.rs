//! Blocks to a [`Document`]: one file a question.
//!
//! Each question looks at the same [`Page`] and answers with facts that carry their places; what it could not know it
//! adds to the [`Doubts`]. No question changes what another one found.

mod doubts;
mod ending;
mod figures;
pub(crate) mod heading;
mod indicators;
mod inhabitants;
mod kind;
mod municipality;
pub(crate) mod outline;
mod contents;
pub(crate) mod page;
mod pages;
mod parties;
mod partners;
mod percentages;
mod policy;
mod programmes;
mod repeats;
mod running;
mod sentences;
mod stamps;
mod units;
mod year;

pub(crate) use partners::{is_abbreviation, is_kind_alone, spells};

use crate::{
    blocks::blocks,
    document::{Code, Document},
    layouts,
    source::Source,
};
use doubts::Doubts;
use page::{Page, Scopes};
use pages::Pages;
use running::RunningLines;

/// Reads a text. Never fails: what could not be known stands in [`Document::problems`].
pub fn read(source: &Source) -> Document {
    let text = source.text.as_str();
    let layouts = layouts::recognised(text);
    let running = RunningLines::of(text);
    let mut blocks =
        blocks(text, &|line| layouts.iter().any(|layout| layout.is_furniture(line)) || running.begin_at(start_of(line, text)));
    layouts::mark_echoed(text, &mut blocks);
    let page = Page::new(text, &blocks);
    let mut doubts = Doubts::default();
    if source.origin.encoding_assumed {
        doubts.add(Code::EncodingAssumed, page.first_line());
    }
    let title = outline::title(&page);
    let kind = kind::kind(&page, title.as_ref(), &mut doubts);
    let period = year::period(&page);
    let (programmes, parts) = programmes::programmes(&page, kind.map(|kind| kind.value));
    let scopes = Scopes::of(&page, &programmes);
    let indicators = indicators::indicators(&page, &scopes);
    let mut figures = figures::figures(&page, &programmes, &scopes, &indicators, &mut doubts);
    let year = year::year(&page, title.as_ref(), kind.map(|kind| kind.value), period, &figures.all, &mut doubts);
    let year_value = year.map(|year| year.value);
    figures.complete_years(year_value);
    let municipality = municipality::municipality(&page, year_value, &mut doubts);
    let pages = Pages::of(text);
    figures.all.iter_mut().for_each(|figure| figure.page = pages.at(figure.span));
    figures.tables.iter_mut().for_each(|table| table.page = pages.at(table.span));
    let repeats = repeats::repeats(&page, &mut doubts);
    let (goals, measures) = policy::goals_and_measures(&page, &scopes, &mut doubts);
    let coalition_parties = parties::parties(&page);
    ending::ending(&page, &mut doubts);
    let others =
        partners::Others { own: municipality.as_ref(), programmes: &programmes, parts: &parts, parties: &coalition_parties };
    Document {
        layouts: layouts.iter().map(|layout| layout.name().to_owned()).collect(),
        partners: partners::partners(&page, &others),
        coalition_parties,
        counts: figures.counts,
        percentages: percentages::percentages(&page, &scopes, &mut doubts),
        outline: outline::outline(&page, &pages),
        stamps: stamps::stamps(&page, &layouts),
        kind,
        title,
        year,
        period,
        inhabitants: inhabitants::inhabitants(&page, municipality.as_ref(), year_value),
        municipality,
        programmes,
        parts,
        goals,
        measures,
        indicators,
        figures: figures.all,
        sign_convention: figures.sign_convention,
        tables: figures.tables,
        identities: figures.identities,
        repeats,
        problems: doubts.into_problems(),
    }
}

/// Where a line that was cut out of a text begins in it.
fn start_of(line: &str, text: &str) -> usize {
    line.as_ptr().addr().wrapping_sub(text.as_ptr().addr())
}
