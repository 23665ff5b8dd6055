//! A price times a number.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{
    check::{Check, Finding, Operand, Operation, Quantity, Subject, Sum, Verdict, rounding},
    document::{Document, Figure, Row},
};

/// A row whose number and two amounts may be a product.
struct Product {
    count: usize,
    price: usize,
    outcome: usize,
}

/// Where the three stand: places in their row, and how many cells that has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pattern {
    cells: usize,
    count: usize,
    price: usize,
    outcome: usize,
}

/// What follows from a price and a number.
struct Judged {
    verdict: Verdict,
    least: Decimal,
    most: Decimal,
    difference: Decimal,
}

/// So many amounts of a row are looked at for each of its numbers.
const MOST_AMOUNTS: usize = 4;

/// Every product in the rows of tables, where two rows or more of one table bear it out.
pub(super) fn findings(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    let counts: BTreeMap<u32, usize> = document.counts.iter().enumerate().map(|(at, count)| (count.span.start, at)).collect();
    document.tables.iter().flat_map(|table| of_table(subject, &counts, &table.rows)).collect()
}

fn of_table(subject: &Subject<'_>, counts: &BTreeMap<u32, usize>, rows: &[Row]) -> Vec<Finding> {
    let mut patterns: BTreeMap<Pattern, Vec<Product>> = BTreeMap::new();
    for row in rows.iter().filter(|row| !row.total) {
        for (pattern, product) in products(subject, counts, row) {
            patterns.entry(pattern).or_default().push(product);
        }
    }
    let best = patterns.into_values().map(|products| judged(subject.document, products));
    let best = best.filter(|judged| is_borne_out(judged)).max_by_key(Vec::len);
    best.into_iter().flatten().map(|(product, judged)| finding(&product, &judged)).collect()
}

/// Every number of a row with every two amounts near it.
fn products(subject: &Subject<'_>, counts: &BTreeMap<u32, usize>, row: &Row) -> Vec<(Pattern, Product)> {
    let amounts = row.cells.iter().enumerate().filter_map(|(at, cell)| Some((at, cell.figure?)));
    let amounts: Vec<(usize, usize)> = amounts.filter(|(_, figure)| subject.counts(*figure)).take(MOST_AMOUNTS).collect();
    let mut found = Vec::new();
    for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| cell.figure.is_none()) {
        let Some(&count) = counts.get(&cell.span.start) else { continue };
        for &(price_at, price) in &amounts {
            for &(outcome_at, outcome) in amounts.iter().filter(|(outcome_at, _)| *outcome_at != price_at) {
                let pattern = Pattern { cells: row.cells.len(), count: at, price: price_at, outcome: outcome_at };
                found.push((pattern, Product { count, price, outcome }));
            }
        }
    }
    found
}

fn judged(document: &Document, products: Vec<Product>) -> Vec<(Product, Judged)> {
    let judge = |product: Product| {
        let (price, outcome) = (&document.figures[product.price], &document.figures[product.outcome]);
        let judged = judge(document.counts[product.count].value, price, outcome);
        (product, judged)
    };
    products.into_iter().map(judge).collect()
}

fn judge(count: Decimal, price: &Figure, outcome: &Figure) -> Judged {
    let product = price.euros.saturating_mul(count);
    let width = rounding::of(price).saturating_mul(count.abs());
    let half = rounding::of(outcome);
    let difference = product.saturating_sub(outcome.euros);
    let verdict = match difference.abs() {
        missed if missed <= half => Verdict::Holds,
        missed if missed <= half.saturating_add(width) => Verdict::Rounding,
        _ => Verdict::Differs,
    };
    let (least, most) = (product.saturating_sub(width), product.saturating_add(width));
    Judged { verdict, least, most, difference }
}

/// Whether rows show that their numbers are products: two or more hold that are none by chance, and few do not.
fn is_borne_out(judged: &[(Product, Judged)]) -> bool {
    let telling = |(_, judged): &&(Product, Judged)| {
        let span = judged.most.saturating_sub(judged.least).saturating_mul(Decimal::from(50));
        judged.verdict != Verdict::Differs && !judged.most.is_zero() && span <= judged.most.abs()
    };
    let holds = judged.iter().filter(telling).count();
    let fails = judged.iter().filter(|(_, judged)| judged.verdict == Verdict::Differs).count();
    holds >= 2 && fails * 2 <= holds
}

/// `45,50 × 120 = 5.460`.
fn finding(product: &Product, judged: &Judged) -> Finding {
    let operands = vec![
        Operand { operation: Operation::Plus, quantity: Quantity::Figure(product.price) },
        Operand { operation: Operation::Times, quantity: Quantity::Count(product.count) },
        Operand {
            operation: Operation::IsAbout,
            quantity: Quantity::Between(rounding::told(judged.least), rounding::told(judged.most)),
        },
        Operand { operation: Operation::Equals, quantity: Quantity::Figure(product.outcome) },
    ];
    Finding {
        check: Check::Product,
        verdict: judged.verdict,
        reason: None,
        sums: vec![Sum { operands }],
        difference: Some(rounding::told(judged.difference)),
        spans: Vec::new(),
    }
}
