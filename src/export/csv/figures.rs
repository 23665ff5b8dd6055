//! The figures of documents: a row each.

use super::{Column, or_nothing, table};
use crate::export::{
    Contents,
    json::{
        WithText, documents_to_wire,
        wire::{Document, Figure, Programme, Table},
    },
};

/// The figures of several documents, in their order.
pub fn figures_to_csv(contents: &Contents<'_>) -> String {
    let documents = documents_to_wire(contents, WithText::No);
    let places = documents.iter().flat_map(|document| document.figures.iter().map(move |figure| Place { document, figure }));
    table(Place::COLUMNS, places)
}

/// A figure in its document.
struct Place<'a> {
    document: &'a Document,
    figure: &'a Figure,
}

impl<'a> Place<'a> {
    const COLUMNS: &'a [Column<Self>] = &[
        ("file", |at| at.document.source.name.clone()),
        ("entry", |at| or_nothing(at.document.source.entry.as_ref())),
        ("municipality", |at| or_nothing(at.document.municipality.as_ref().map(|municipality| &municipality.name))),
        ("code", |at| or_nothing(at.document.municipality.as_ref().and_then(|municipality| municipality.code.as_ref()))),
        ("kind", |at| at.document.kind.clone()),
        ("document_year", |at| or_nothing(at.document.year)),
        ("programme_number", |at| or_nothing(at.programme().and_then(|programme| programme.number.as_ref()))),
        ("programme", |at| or_nothing(at.programme().map(|programme| &programme.name))),
        ("table_number", |at| or_nothing(at.table().and_then(|table| table.number.as_ref()))),
        ("caption", |at| or_nothing(at.table().and_then(|table| table.caption.as_ref()))),
        ("row", |at| at.figure.row.clone()),
        ("column", |at| or_nothing(at.figure.column.as_ref())),
        ("year", |at| or_nothing(at.figure.year)),
        ("measure", |at| at.figure.measure.clone()),
        ("phase", |at| or_nothing(at.figure.phase.as_ref())),
        ("printed", |at| at.figure.printed.clone()),
        ("unit", |at| at.figure.unit.to_string()),
        ("unit_stated", |at| at.figure.unit_stated.to_string()),
        ("euros", |at| at.figure.euros.clone()),
        ("mark", |at| or_nothing(at.figure.mark.as_ref())),
        ("duration", |at| or_nothing(at.figure.duration.as_ref())),
        ("status", |at| or_nothing(at.figure.status.as_ref())),
        ("page", |at| or_nothing(at.figure.page)),
        ("doubts", |at| at.doubts()),
        ("start", |at| at.figure.span[0].to_string()),
        ("end", |at| at.figure.span[1].to_string()),
    ];

    fn programme(&self) -> Option<&Programme> {
        self.document.programmes.get(self.figure.programme?)
    }

    fn table(&self) -> Option<&Table> {
        self.document.tables.get(self.figure.table?)
    }

    fn doubts(&self) -> String {
        let problems = self.figure.problems.iter().filter_map(|&at| self.document.problems.get(at));
        problems.map(|problem| problem.code.as_str()).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{
            self, Code, Figure, Kind, Mark, Municipality, Permanence, Phase, Problem, Programme, Status, Table, Topic, Unit,
        },
        export::example::exported,
        source::{Source, Span, Spanned},
    };

    const HEADER: &str = "file,entry,municipality,code,kind,document_year,programme_number,programme,table_number,caption,row,\
                          column,year,measure,phase,printed,unit,unit_stated,euros,mark,duration,status,page,doubts,start,end";

    fn bare_figure() -> Figure {
        Figure { unit: Unit { factor: 1, stated: false, chosen: false, span: None }, span: Span::new(4, 6), ..Figure::example() }
    }

    fn full_figure() -> Figure {
        Figure {
            row: "Sport; \"bewegen\", en meer".to_owned(),
            column: Some("Begroting 2025".to_owned()),
            year: Some(2025),
            programme: Some(0),
            phase: Some(Phase::Budget),
            printed: "-1.234,5".to_owned(),
            unit: Unit { factor: 1_000, stated: true, chosen: false, span: None },
            euros: rust_decimal::Decimal::new(-12_345_000, 1),
            mark: Some(Mark::Unfavourable),
            permanence: Some(Permanence::Structural),
            status: Some(Status::Superseded),
            table: Some(0),
            page: Some(12),
            problems: vec![1, 0],
            ..bare_figure()
        }
    }

    fn full_document() -> document::Document {
        let span = Span::new(0, 3);
        let unit = Unit { factor: 1_000, stated: true, chosen: false, span: None };
        document::Document {
            kind: Some(Spanned { value: Kind::Budget, span }),
            year: Some(Spanned { value: 2025, span }),
            municipality: Some(Municipality {
                name: "Voorbeeldstad".to_owned(),
                code: Some("GM9999".to_owned()),
                spans: vec![span],
            }),
            programmes: vec![Programme { number: Some("2".to_owned()), name: "Sport".to_owned(), span, parts: Vec::new() }],
            tables: vec![Table {
                number: Some("2.3".to_owned()),
                caption: Some("=Wat mag het\nkosten?".to_owned()),
                topic: Topic::Cost,
                unit,
                columns: Vec::new(),
                headers: Vec::new(),
                rows: Vec::new(),
                page: Some(12),
                span,
            }],
            figures: vec![full_figure()],
            problems: vec![Problem { code: Code::UnitAssumed, span }, Problem { code: Code::ColumnUnknown, span }],
            ..document::Document::default()
        }
    }

    fn check(documents: &[(Source, document::Document)], rows: &[&str]) {
        let expected: String = [&[HEADER], rows].concat().iter().flat_map(|row| [row, "\r\n"]).collect();
        assert_eq!(exported(documents, figures_to_csv), expected);
    }

    #[test]
    fn a_row_a_figure_with_all_that_is_known_of_it() {
        let bare = document::Document { figures: vec![bare_figure()], ..document::Document::default() };
        check(
            &[(Source::from_bytes("a.txt", b""), full_document()), (Source::from_bytes("b, c.txt", b""), bare)],
            &[
                "a.txt,,Voorbeeldstad,GM9999,budget,2025,2,Sport,2.3,\"'=Wat mag het\nkosten?\",\"Sport; \"\"bewegen\"\", en meer\",\
                 Begroting 2025,2025,expenditure,budget,\"-1.234,5\",1000,true,-1234500.0,N,structural,superseded,12,\
                 column-unknown unit-assumed,4,6",
                "\"b, c.txt\",,,,other,,,,,,Lasten,,,expenditure,,12,1,false,12,,,,,,4,6",
            ],
        );
    }

    #[test]
    fn without_figures_the_names_of_the_columns_stay() {
        check(&[(Source::from_bytes("a.txt", b""), document::Document::default())], &[]);
        check(&[], &[]);
    }
}
