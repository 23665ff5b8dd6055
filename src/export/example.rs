//! What the tests of the formats export.

use rust_decimal::Decimal;

use super::{Checked, Contents};
use crate::{
    check::{Check, Finding, Operand, Operation, Quantity, Reason, Sum, Verdict},
    compare::{Change, Comparison, Direction, FactOf, Match, MatchReason, Pair, Relation, Repeat, Spent, Unlike, Volume},
    decisions::{Decisions, FindingMark, Judgement},
    document::{Document, Figure, Kind, MoneyKind, Percentage, Phase, Programme},
    source::{Source, Span},
};

/// Documents without findings, as they are exported.
pub(super) fn exported<T>(read: &[(Source, Document)], export: impl FnOnce(&Contents<'_>) -> T) -> T {
    let documents: Vec<_> = read.iter().map(|(source, document)| Checked { source, document, findings: &[] }).collect();
    export(&Contents { documents: &documents, comparison: None, decisions: &Decisions::default() })
}

/// A sum that does not come out and that somebody explained, a share, and what could not be judged.
pub(super) fn exported_findings<T>(export: impl FnOnce(&Contents<'_>) -> T) -> T {
    let (source, document) = (Source::from_bytes("a.txt", b"Begroting"), document(2024));
    let findings = [difference(), share(), unchecked()];
    let mark = FindingMark {
        text: source.origin.text_sha256.clone(),
        finding: findings[0].key(&document),
        judgement: Judgement::Explained,
        note: "=zie blz. 3".to_owned(),
    };
    let decisions = Decisions { marks: vec![mark], ..Decisions::default() };
    let documents = [Checked { source: &source, document: &document, findings: &findings }];
    export(&Contents { documents: &documents, comparison: None, decisions: &decisions })
}

/// A budget beside the next one.
pub(super) fn exported_comparison<T>(export: impl FnOnce(&Contents<'_>) -> T) -> T {
    let sources = ["a.txt", "b.txt"].map(|name| Source::from_bytes(name, b""));
    let read = [document(2024), document(2025)];
    let documents = [0, 1].map(|at| Checked { source: &sources[at], document: &read[at], findings: &[] });
    let comparison = comparison();
    export(&Contents { documents: &documents, comparison: Some(&comparison), decisions: &Decisions::default() })
}

fn document(year: i32) -> Document {
    let figure = |printed: &str, euros: i64, at: usize| Figure {
        printed: printed.to_owned(),
        euros: euros.into(),
        year: Some(year),
        span: Span::new(at, at + printed.len()),
        ..Figure::example()
    };
    Document {
        figures: vec![figure("-5", -5_000, 10), figure("3", 3_000, 20), figure("-1", -1_000, 30)],
        percentages: vec![Percentage {
            printed: "60,0%".to_owned(),
            value: Decimal::new(600, 1),
            about: None,
            programme: None,
            span: Span::new(40, 45),
        }],
        programmes: vec![Programme {
            number: Some("2".to_owned()),
            name: "Sport".to_owned(),
            span: Span::new(0, 5),
            parts: Vec::new(),
        }],
        ..Document::default()
    }
}

fn operand(operation: Operation, quantity: Quantity) -> Operand {
    Operand { operation, quantity }
}

fn difference() -> Finding {
    let operands = vec![
        operand(Operation::Plus, Quantity::Figure(0)),
        operand(Operation::Plus, Quantity::Figure(1)),
        operand(Operation::Equals, Quantity::Figure(2)),
    ];
    Finding {
        check: Check::Total,
        verdict: Verdict::Differs,
        reason: None,
        sums: vec![Sum { operands }],
        difference: Some((-1_000).into()),
        spans: vec![Span::new(0, 4)],
    }
}

fn share() -> Finding {
    let operands = vec![
        operand(Operation::Minus, Quantity::Figure(1)),
        operand(Operation::DividedBy, Quantity::Percentage(0)),
        operand(Operation::Times, Quantity::Given(100.into())),
        operand(Operation::IsAbout, Quantity::Between(4_990.into(), 5_010.into())),
    ];
    Finding {
        check: Check::Share,
        verdict: Verdict::Holds,
        reason: None,
        sums: vec![Sum { operands }],
        difference: None,
        spans: Vec::new(),
    }
}

fn unchecked() -> Finding {
    Finding {
        check: Check::Sections,
        verdict: Verdict::Unchecked,
        reason: Some(Reason::OnlyAPart),
        sums: Vec::new(),
        difference: None,
        spans: vec![Span::new(0, 4)],
    }
}

fn comparison() -> Comparison {
    let fact = |document, fact| FactOf { document, fact };
    let volume = |at: usize, year| Volume {
        documents: vec![at],
        municipality: Some("Voorbeeldstad".to_owned()),
        kind: Some(Kind::Budget),
        year: Some(year),
        programmes: vec![fact(at, 0)],
        ..Volume::default()
    };
    let spent = Spent {
        programme: Some(0),
        row: "Lasten".to_owned(),
        total: true,
        kind: MoneyKind::Expenditure,
        budgeted: fact(0, 0),
        realised: fact(1, 1),
        budgeted_euros: 5_000.into(),
        realised_euros: 3_000.into(),
        share: Some(Decimal::new(600, 1)),
        direction: Direction::Favourable,
        phase: Some(Phase::AmendedBudget),
        in_doubt: true,
    };
    let change = Change {
        programme: None,
        row: "+Baten".to_owned(),
        total: false,
        kind: MoneyKind::Income,
        left_year: Some(2024),
        right_year: Some(2025),
        left_phase: None,
        right_phase: Some(Phase::Budget),
        left: fact(0, 1),
        right: fact(1, 0),
        left_euros: 3_000.into(),
        right_euros: (-5_000).into(),
        difference: (-8_000).into(),
        relative: None,
        in_doubt: false,
    };
    let matched =
        Match { left: Some(fact(0, 0)), right: Some(fact(1, 0)), reasons: vec![MatchReason::Number, MatchReason::Name] };
    let pair = Pair {
        relation: Relation::BudgetAndNext,
        left: 0,
        right: 1,
        unlike: vec![Unlike::Year],
        programmes: vec![matched],
        spent: vec![spent],
        changes: vec![change],
        promises: Vec::new(),
        task_fields: Vec::new(),
    };
    let repeat = Repeat {
        left: fact(0, 0),
        right: fact(1, 0),
        verdict: Verdict::OtherScope,
        difference: 0.into(),
        explained_by: vec![fact(1, 2)],
    };
    Comparison { volumes: vec![volume(0, 2024), volume(1, 2025)], pairs: vec![pair], partners: Vec::new(), repeats: vec![repeat] }
}
