//! The domain to the shapes of the export.

use super::{
    WithText,
    names::Named,
    wire::{self, Place},
};
use crate::{
    document::{
        Count, DateTime, Document, Figure, Goal, Identity, Indicator, IndicatorValue, Measure, Part, Programme, Row, Table,
        TableCell,
    },
    source::{Source, Span, Spanned},
};

/// One document in the shapes of the export, but for its findings.
pub fn document_to_wire(source: &Source, document: &Document, with_text: WithText) -> wire::Document {
    wire::Document {
        source: origin(source, with_text),
        publication: None,
        layouts: document.layouts.clone(),
        kind: document.kind.map_or_else(|| "other".to_owned(), |kind| kind.value.word()),
        kind_span: place_of(document.kind.as_ref()),
        title: document.title.as_ref().map(|title| title.value.clone()),
        title_span: place_of(document.title.as_ref()),
        year: document.year.map(|year| year.value),
        year_span: place_of(document.year.as_ref()),
        period: document.period.map(|period| [period.value.from, period.value.to]),
        period_span: place_of(document.period.as_ref()),
        municipality: document.municipality.as_ref().map(|municipality| wire::Municipality {
            name: municipality.name.clone(),
            code: municipality.code.clone(),
            spans: places(&municipality.spans),
        }),
        inhabitants: document
            .inhabitants
            .map(|inhabitants| wire::Inhabitants { count: inhabitants.value, span: place(inhabitants.span) }),
        stamps: wire::Stamps {
            built: document.stamps.built.map(|stamp| moment(stamp.value)),
            built_span: place_of(document.stamps.built.as_ref()),
            exported: document.stamps.exported.map(|stamp| moment(stamp.value)),
            exported_span: place_of(document.stamps.exported.as_ref()),
        },
        programmes: document.programmes.iter().map(programme).collect(),
        parts: document.parts.iter().map(part).collect(),
        partners: document
            .partners
            .iter()
            .map(|partner| wire::Partner {
                name: partner.name.clone(),
                abbreviation: partner.abbreviation.clone(),
                role: partner.role.word(),
                spans: places(&partner.spans),
            })
            .collect(),
        coalition_parties: document
            .coalition_parties
            .iter()
            .map(|party| wire::Party { name: party.value.clone(), span: place(party.span) })
            .collect(),
        goals: document.goals.iter().map(goal).collect(),
        measures: document.measures.iter().map(measure).collect(),
        figures: document.figures.iter().map(figure).collect(),
        sign_convention: document
            .sign_convention
            .as_ref()
            .map(|convention| wire::SignConvention { kind: convention.kind.word(), spans: places(&convention.spans) }),
        tables: document.tables.iter().map(table).collect(),
        outline: document
            .outline
            .iter()
            .map(|entry| wire::OutlineEntry {
                level: entry.level,
                number: entry.number.clone(),
                title: entry.title.clone(),
                page: entry.page,
                span: place(entry.span),
            })
            .collect(),
        indicators: document.indicators.iter().map(indicator).collect(),
        percentages: document
            .percentages
            .iter()
            .map(|percentage| wire::Percentage {
                printed: percentage.printed.clone(),
                value: percentage.value.to_string(),
                about: percentage.about.clone(),
                programme: percentage.programme,
                span: place(percentage.span),
            })
            .collect(),
        counts: document.counts.iter().map(count).collect(),
        repeats: places(&document.repeats),
        identities: document.identities.iter().map(identity).collect(),
        findings: Vec::new(),
        problems: document
            .problems
            .iter()
            .map(|problem| wire::Problem {
                code: problem.code.name().to_owned(),
                severity: problem.code.severity().word(),
                span: place(problem.span),
            })
            .collect(),
    }
}

fn origin(source: &Source, with_text: WithText) -> wire::Source {
    let origin = source.origin.clone();
    wire::Source {
        name: origin.name,
        entry: origin.entry,
        bytes: origin.bytes,
        sha256: origin.sha256,
        encoding: origin.encoding.name().to_owned(),
        encoding_assumed: origin.encoding_assumed,
        text_sha256: origin.text_sha256,
        text: (with_text == WithText::Yes).then(|| source.text.clone()),
    }
}

fn programme(programme: &Programme) -> wire::Programme {
    wire::Programme {
        number: programme.number.clone(),
        name: programme.name.clone(),
        span: place(programme.span),
        parts: programme.parts.iter().map(part).collect(),
    }
}

fn part(part: &Part) -> wire::Part {
    wire::Part { number: part.number.clone(), name: part.name.clone(), span: place(part.span) }
}

fn figure(figure: &Figure) -> wire::Figure {
    wire::Figure {
        row: figure.row.clone(),
        column: figure.column.clone(),
        year: figure.year,
        programme: figure.programme,
        measure: figure.kind.word(),
        phase: figure.phase.map(Named::word),
        printed: figure.printed.clone(),
        unit: figure.unit.factor,
        unit_stated: figure.unit.stated,
        unit_chosen: figure.unit.chosen,
        unit_span: figure.unit.span.map(place),
        euros: figure.euros.to_string(),
        mark: figure.mark.map(Named::word),
        duration: figure.permanence.map(Named::word),
        status: figure.status.map(Named::word),
        table: figure.table,
        page: figure.page,
        problems: figure.problems.clone(),
        span: place(figure.span),
    }
}

fn indicator(indicator: &Indicator) -> wire::Indicator {
    let value = |value: &IndicatorValue| wire::IndicatorValue {
        value: value.value.to_string(),
        year: value.year,
        role: value.role.map(Named::word),
        span: place(value.span),
    };
    wire::Indicator {
        name: indicator.name.clone(),
        unit: indicator.unit.clone(),
        source: indicator.source.clone(),
        programme: indicator.programme,
        values: indicator.values.iter().map(value).collect(),
        span: place(indicator.span),
    }
}

fn table(table: &Table) -> wire::Table {
    wire::Table {
        number: table.number.clone(),
        caption: table.caption.clone(),
        topic: table.topic.word(),
        unit: table.unit.factor,
        unit_stated: table.unit.stated,
        unit_chosen: table.unit.chosen,
        unit_span: table.unit.span.map(place),
        columns: table.columns.clone(),
        headers: table.headers.clone(),
        rows: table.rows.iter().map(row).collect(),
        page: table.page,
        span: place(table.span),
    }
}

fn count(count: &Count) -> wire::Count {
    wire::Count {
        printed: count.printed.clone(),
        value: count.value.to_string(),
        row: count.row.clone(),
        column: count.column.clone(),
        table: count.table,
        span: place(count.span),
    }
}

fn goal(goal: &Goal) -> wire::Goal {
    wire::Goal { title: goal.title.clone(), text: goal.text.clone(), span: place(goal.span), programme: goal.programme }
}

fn measure(measure: &Measure) -> wire::Measure {
    wire::Measure { text: measure.text.clone(), span: place(measure.span), programme: measure.programme, goal: measure.goal }
}

fn row(row: &Row) -> wire::Row {
    let cell = |cell: &TableCell| wire::Cell { column: cell.column, figure: cell.figure, span: place(cell.span) };
    wire::Row {
        label: row.label.clone(),
        group: row.group.clone(),
        total: row.total,
        figures: row.figures.clone(),
        cells: row.cells.iter().map(cell).collect(),
    }
}

fn identity(identity: &Identity) -> wire::Identity {
    wire::Identity {
        table: identity.table,
        outcome: identity.outcome.word(),
        difference: identity.difference.to_string(),
        used_for_reading: identity.used_for_reading,
        terms: identity.terms.iter().map(|term| wire::Term { figure: term.figure, sign: term.sign.word() }).collect(),
    }
}

pub(super) fn place(span: Span) -> Place {
    [span.start, span.end]
}

pub(super) fn places(spans: &[Span]) -> Vec<Place> {
    spans.iter().copied().map(place).collect()
}

fn place_of<T>(fact: Option<&Spanned<T>>) -> Option<Place> {
    fact.map(|fact| place(fact.span))
}

fn moment(moment: DateTime) -> String {
    let DateTime { year, month, day, hour, minute, second } = moment;
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}
