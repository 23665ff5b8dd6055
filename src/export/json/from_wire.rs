//! The shapes of the export back to the domain: how the page gets what the worker read.

use std::str::FromStr;

use rust_decimal::Decimal;

use super::{
    Unreadable,
    names::Named,
    wire::{self, Place},
};
use crate::{
    document::{
        Code, DateTime, Document, Figure, Goal, Measure, Municipality, OutlineEntry, Part, Partner, Percentage, Period, Problem,
        Programme, Row, Stamps, Table, Unit,
    },
    source::{Encoding, Origin, Source, Span, Spanned},
};

type Read<T> = Result<T, Unreadable>;

/// A document and its text.
pub(super) fn document_from_wire(wire: wire::Document) -> Read<(Source, Document)> {
    let (origin, text) = origin(wire.source)?;
    let document = Document {
        layouts: wire.layouts,
        kind: spanned(if wire.kind == "other" { None } else { Some(named(&wire.kind)?) }, wire.kind_span),
        title: spanned(wire.title, wire.title_span),
        year: spanned(wire.year, wire.year_span),
        period: spanned(wire.period.map(|[from, to]| Period { from, to }), wire.period_span),
        municipality: wire.municipality.map(|municipality| Municipality {
            name: municipality.name,
            code: municipality.code,
            spans: spans(&municipality.spans),
        }),
        stamps: Stamps {
            built: spanned(wire.stamps.built.as_deref().map(moment).transpose()?, wire.stamps.built_span),
            exported: spanned(wire.stamps.exported.as_deref().map(moment).transpose()?, wire.stamps.exported_span),
        },
        programmes: wire.programmes.into_iter().map(programme).collect(),
        parts: wire.parts.into_iter().map(part).collect(),
        partners: each(wire.partners, partner)?,
        coalition_parties: wire.coalition_parties.into_iter().map(|party| Spanned::new(party.name, span(party.span))).collect(),
        goals: wire.goals.into_iter().map(goal).collect(),
        measures: wire.measures.into_iter().map(measure).collect(),
        figures: each(wire.figures, figure)?,
        tables: each(wire.tables, table)?,
        outline: wire.outline.into_iter().map(outline_entry).collect(),
        percentages: each(wire.percentages, percentage)?,
        problems: each(wire.problems, problem)?,
    };
    Ok((Source { origin, text }, document))
}

fn origin(wire: wire::Source) -> Read<(Origin, String)> {
    let text = wire.text.ok_or_else(|| Unreadable("source.text is missing".to_owned()))?;
    let encoding = Encoding::from_name(&wire.encoding).ok_or_else(|| unknown(&wire.encoding))?;
    let origin = Origin {
        name: wire.name,
        entry: wire.entry,
        bytes: wire.bytes,
        sha256: wire.sha256,
        encoding,
        encoding_assumed: wire.encoding_assumed,
        text_sha256: wire.text_sha256,
    };
    Ok((origin, text))
}

fn programme(wire: wire::Programme) -> Programme {
    Programme { number: wire.number, name: wire.name, span: span(wire.span), parts: wire.parts.into_iter().map(part).collect() }
}

fn part(wire: wire::Part) -> Part {
    Part { number: wire.number, name: wire.name, span: span(wire.span) }
}

fn partner(wire: wire::Partner) -> Read<Partner> {
    Ok(Partner { name: wire.name, abbreviation: wire.abbreviation, role: named(&wire.role)?, spans: spans(&wire.spans) })
}

fn goal(wire: wire::Goal) -> Goal {
    Goal { title: wire.title, text: wire.text, span: span(wire.span), programme: wire.programme }
}

fn measure(wire: wire::Measure) -> Measure {
    Measure { text: wire.text, span: span(wire.span), programme: wire.programme, goal: wire.goal }
}

fn figure(wire: wire::Figure) -> Read<Figure> {
    Ok(Figure {
        row: wire.row,
        column: wire.column,
        year: wire.year,
        programme: wire.programme,
        kind: named(&wire.measure)?,
        phase: wire.phase.as_deref().map(named).transpose()?,
        printed: wire.printed,
        unit: unit(wire.unit, wire.unit_stated, wire.unit_span),
        euros: decimal(&wire.euros)?,
        mark: wire.mark.as_deref().map(named).transpose()?,
        permanence: wire.duration.as_deref().map(named).transpose()?,
        table: wire.table,
        page: wire.page,
        problems: wire.problems,
        span: span(wire.span),
    })
}

fn table(wire: wire::Table) -> Read<Table> {
    Ok(Table {
        number: wire.number,
        caption: wire.caption,
        topic: named(&wire.topic)?,
        unit: unit(wire.unit, wire.unit_stated, wire.unit_span),
        columns: wire.columns,
        rows: wire.rows.into_iter().map(|row| Row { label: row.label, total: row.total, figures: row.figures }).collect(),
        page: wire.page,
        span: span(wire.span),
    })
}

fn outline_entry(wire: wire::OutlineEntry) -> OutlineEntry {
    OutlineEntry { level: wire.level, number: wire.number, title: wire.title, page: wire.page, span: span(wire.span) }
}

fn percentage(wire: wire::Percentage) -> Read<Percentage> {
    Ok(Percentage {
        printed: wire.printed,
        value: decimal(&wire.value)?,
        about: wire.about,
        programme: wire.programme,
        span: span(wire.span),
    })
}

fn problem(wire::Problem { code, span: place, .. }: wire::Problem) -> Read<Problem> {
    let code = Code::from_name(&code).ok_or_else(|| unknown(&code))?;
    Ok(Problem { code, span: span(place) })
}

fn unit(factor: u32, stated: bool, place: Option<Place>) -> Unit {
    Unit { factor, stated, span: place.map(span) }
}

fn each<A, B>(items: Vec<A>, change: fn(A) -> Read<B>) -> Read<Vec<B>> {
    items.into_iter().map(change).collect()
}

fn span([start, end]: Place) -> Span {
    Span::new(start as usize, end as usize)
}

fn spans(places: &[Place]) -> Vec<Span> {
    places.iter().copied().map(span).collect()
}

fn spanned<T>(value: Option<T>, place: Option<Place>) -> Option<Spanned<T>> {
    Some(Spanned::new(value?, span(place?)))
}

fn named<T: Named>(word: &str) -> Read<T> {
    T::of(word).ok_or_else(|| unknown(word))
}

fn decimal(printed: &str) -> Read<Decimal> {
    Decimal::from_str(printed).map_err(|_| unknown(printed))
}

/// `2020-09-28T10:16:45`.
fn moment(printed: &str) -> Read<DateTime> {
    let numbers: Vec<u32> = printed.split(['-', 'T', ':']).map_while(|number| number.parse().ok()).collect();
    let [year, month, day, hour, minute, second] = numbers[..] else { return Err(unknown(printed)) };
    let year = i32::try_from(year).map_err(|_| unknown(printed))?;
    Ok(DateTime { year, month, day, hour, minute, second })
}

fn unknown(word: &str) -> Unreadable {
    Unreadable(format!("unknown value {word:?}"))
}
