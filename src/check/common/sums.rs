//! A sum of printed amounts, judged: what comes out, how far that is from what is printed, and how it is signed.

use rust_decimal::Decimal;

use super::{Check, Finding, Operand, Operation, Quantity, Reason, Subject, Sum, Verdict, parts, rounding};
use crate::{
    document::{Document, Figure, Identity, Law, Mark, MoneyKind, Signs, TermSign},
    source::sort_by_rank,
};

/// Amounts of which one should be what the others come to.
pub(in crate::check) struct Equation {
    /// What is added and subtracted: counts in the document's figures, and whether it is subtracted.
    pub(in crate::check) terms: Vec<(usize, bool)>,
    /// What should come out.
    pub(in crate::check) outcome: usize,
    /// Whether it was used to decide what one of the numbers is.
    pub(in crate::check) used_for_reading: bool,
}

impl Equation {
    /// The sum that the reader found in a table.
    pub(in crate::check) fn of(identity: &Identity) -> Option<Self> {
        let outcome = identity.terms.iter().find(|term| term.sign == TermSign::Equals)?.figure;
        let terms = identity.terms.iter().filter(|term| term.sign != TermSign::Equals);
        let terms = terms.map(|term| (term.figure, term.sign == TermSign::Minus)).collect();
        Some(Self { terms, outcome, used_for_reading: identity.used_for_reading })
    }

    /// The places of its figures in the document's list, the outcome last.
    fn places(&self) -> impl Iterator<Item = usize> {
        self.terms.iter().map(|(at, _)| *at).chain([self.outcome])
    }

    /// Its figures, the outcome last.
    pub(in crate::check) fn figures<'a>(&'a self, document: &'a Document) -> impl Iterator<Item = &'a Figure> {
        self.places().filter_map(|at| document.figures.get(at))
    }

    /// What the sum comes to less what is printed, in euros. An amount with a mark counts as its mark says.
    fn difference(&self, document: &Document) -> Decimal {
        let euros = |at: usize| document.figures.get(at).map_or(Decimal::ZERO, |figure| figure.euros);
        let add = |sum: Decimal, at, is_subtracted| {
            if is_subtracted { sum.saturating_sub(euros(at)) } else { sum.saturating_add(euros(at)) }
        };
        let sum = self.terms.iter().fold(Decimal::ZERO, |sum, &(at, is_subtracted)| add(sum, at, is_subtracted));
        add(sum, self.outcome, true).normalize()
    }

    /// The same sum of the amounts as they are printed, whatever their marks say: `12 N − 5 V = 7 N`.
    fn without_marks(&self, document: &Document) -> Self {
        let is_turned = |at: usize| document.figures.get(at).is_some_and(is_turned);
        let turn_all = is_turned(self.outcome);
        let turned = |&(at, is_subtracted): &(usize, bool)| (at, is_subtracted ^ is_turned(at) ^ turn_all);
        let mut terms: Vec<(usize, bool)> = self.terms.iter().map(turned).collect();
        // A sum begins with what is added.
        if let Some(first) = terms.iter().position(|(_, is_subtracted)| !is_subtracted) {
            terms[..=first].rotate_right(1);
        }
        Self { terms, ..*self }
    }

    fn sum(&self) -> Sum {
        let operand = |operation, at| Operand { operation, quantity: Quantity::Figure(at) };
        let operation = |is_subtracted| if is_subtracted { Operation::Minus } else { Operation::Plus };
        let terms = self.terms.iter().map(|&(at, is_subtracted)| operand(operation(is_subtracted), at));
        Sum { operands: terms.chain([operand(Operation::Equals, self.outcome)]).collect() }
    }
}

/// Whether a mark says the other sign than is printed.
fn is_turned(figure: &Figure) -> bool {
    match figure.mark {
        Some(Mark::Unfavourable) => figure.euros > Decimal::ZERO,
        Some(Mark::Favourable) => figure.euros < Decimal::ZERO,
        None => false,
    }
}

/// Judges a sum; nothing where one of its figures counts in no sum.
pub(in crate::check) fn judge(subject: &Subject<'_>, check: Check, equation: &Equation) -> Option<Finding> {
    let document = subject.document;
    if !equation.terms.iter().all(|(at, _)| subject.counts(*at)) || !subject.counts(equation.outcome) {
        return None;
    }
    let plain = equation.without_marks(document);
    let difference = plain.difference(document);
    let judged = match rounding::verdict(difference, rounding::bound(equation.figures(document))) {
        _ if equation.used_for_reading => Verdict::UsedForReading,
        verdict => verdict,
    };
    let (verdict, reason) = match judged {
        Verdict::UsedForReading => (judged, None),
        _ if units_in_doubt(document, equation) || equation.places().any(|at| subject.is_in_doubt(at)) => {
            (Verdict::Unchecked, Some(Reason::UnitInDoubt))
        }
        _ => (judged, signs(document, equation).map(Reason::Signed)),
    };
    Some(Finding { check, verdict, reason, sums: vec![plain.sum()], difference: Some(difference), spans: Vec::new() })
}

/// Whether the unit of an amount was assumed and chosen by nobody, and another one is in a different unit: alike they add up in any.
fn units_in_doubt(document: &Document, equation: &Equation) -> bool {
    let mut units = equation.figures(document).map(|figure| figure.unit);
    let first = units.next().map(|unit| unit.factor);
    let assumed = equation.figures(document).any(|figure| !figure.unit.stated && !figure.unit.chosen);
    assumed && units.any(|unit| Some(unit.factor) != first)
}

/// How a balance is signed: as its own numbers show, else as the document does. None for what is no balance.
fn signs(document: &Document, equation: &Equation) -> Option<Signs> {
    if !equation.figures(document).any(|figure| figure.kind == MoneyKind::Balance) || equation.terms.len() < 2 {
        return None;
    }
    if equation.figures(document).any(|figure| figure.mark.is_some()) {
        return Some(Signs::Marks);
    }
    let sign = |kind: MoneyKind| {
        let of_kind = equation.figures(document).filter(|figure| figure.kind == kind && !figure.euros.is_zero());
        of_kind.map(|figure| figure.euros.is_sign_negative()).next()
    };
    match (sign(MoneyKind::Expenditure), sign(MoneyKind::Income)) {
        (Some(true), Some(false)) => Some(Signs::ExpenditureNegative),
        (Some(false), Some(true)) => Some(Signs::IncomeNegative),
        (Some(false), Some(false)) => Some(Signs::BothPositive),
        _ => document.sign_convention.as_ref().map(|convention| convention.kind),
    }
}

/// Judges the sums of tables that a check speaks of.
pub(in crate::check) fn of_tables(subject: &Subject<'_>, check: Check) -> Vec<Finding> {
    let document = subject.document;
    let own = document.identities.iter().filter(|identity| check_of(document, identity) == check);
    own.filter_map(|identity| judge(subject, check, &Equation::of(identity)?)).collect()
}

/// The check that speaks of a sum.
fn check_of(document: &Document, identity: &Identity) -> Check {
    let kinds = |is_outcome: bool| {
        let terms = identity.terms.iter().filter(move |term| (term.sign == TermSign::Equals) == is_outcome);
        terms.filter_map(|term| Some(document.figures.get(term.figure)?.kind))
    };
    let is_cost = |kind: MoneyKind| matches!(kind, MoneyKind::Expenditure | MoneyKind::Income);
    let has = |wanted: MoneyKind| kinds(false).any(|kind| kind == wanted);
    let is_balance = kinds(true).all(|kind| kind == MoneyKind::Balance);
    match identity.law {
        Law::RollForward => Check::RollForward,
        Law::Balance if kinds(false).all(is_cost) => Check::Balance,
        Law::Balance => Check::Result,
        Law::Total if parts::is_of_parts(document, identity) => Check::Parts,
        Law::Total if is_balance && kinds(false).all(is_cost) && has(MoneyKind::Expenditure) && has(MoneyKind::Income) => {
            Check::Balance
        }
        Law::Total if is_balance && has(MoneyKind::Balance) && has(MoneyKind::Reserve) => Check::Result,
        Law::Total | Law::Difference => Check::Total,
    }
}

/// Findings in the order in which the text prints what they come to.
pub(in crate::check) fn in_order(document: &Document, mut findings: Vec<Finding>) -> Vec<Finding> {
    sort_by_rank(&mut findings, |finding| finding.places(document).last().map_or(0, |span| span.rank()));
    findings
}

#[cfg(test)]
pub(in crate::check) mod testing {
    use super::*;
    use crate::{check::check, read::read, source::Source};

    /// The findings of one check, as `holds 54 - 11 = 43`, with what they miss by and why behind them.
    pub(in crate::check) fn findings(of: Check, text: &str, expected: &[&str]) {
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let findings = check(&document);
        let own = findings.iter().filter(|finding| finding.check == of);
        let found: Vec<String> = own.map(|finding| words(&document, finding)).collect();
        assert_eq!(found, expected, "{text}");
    }

    fn words(document: &Document, finding: &Finding) -> String {
        let mut words = vec![format!("{:?}", finding.verdict).to_lowercase()];
        for operand in finding.sums.iter().flat_map(|sum| &sum.operands) {
            words.push(match operand.operation {
                Operation::Plus => "+".to_owned(),
                Operation::Minus => "-".to_owned(),
                _ => "=".to_owned(),
            });
            if let Quantity::Figure(at) = operand.quantity {
                words.push(document.figures[at].printed.clone());
            }
        }
        if words.get(1).is_some_and(|sign| sign == "+") {
            words.remove(1);
        }
        let missed = finding.difference.filter(|difference| !difference.is_zero());
        words.extend(missed.map(|missed| format!("by {missed}")));
        words.extend(finding.reason.as_ref().map(|reason| format!("{reason:?}")));
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Unit;

    #[test]
    fn a_unit_that_a_person_chose_is_in_no_doubt() {
        let figure = |factor, stated, chosen| Figure { unit: Unit { factor, stated, chosen, span: None }, ..Figure::example() };
        let in_doubt = |chosen| {
            let figures = vec![figure(1_000, false, chosen), figure(1, true, false)];
            let equation = Equation { terms: vec![(0, false)], outcome: 1, used_for_reading: false };
            units_in_doubt(&Document { figures, ..Document::default() }, &equation)
        };
        assert!(in_doubt(false) && !in_doubt(true));
    }

    #[test]
    fn amounts_a_thousand_times_out_of_line_are_in_no_sum() {
        let rows = "Soort\t2024\t2025\nJeugdhulp\t12.099.000\t13.412.000\nWegen\t4.310\t4.403\nSport\t1.205\t1.260\n";
        let text = format!("Lasten\n\nBedragen x € 1.000\n{rows}Totaal\t17.614\t19.075\n");
        let document = crate::read::read(&crate::source::Source::from_bytes("a", text.as_bytes()));
        let subject = Subject::new(&document);
        let sum = |rows: &[usize], outcome| {
            let terms = rows.iter().map(|&at| (at, false)).collect();
            judge(&subject, Check::Total, &Equation { terms, outcome, used_for_reading: false })
        };
        let reason = |finding: Option<Finding>| finding.and_then(|finding| finding.reason);
        assert_eq!(reason(sum(&[0, 2, 4], 6)), Some(Reason::UnitInDoubt));
        assert_eq!(reason(sum(&[2, 4], 6)), None);
    }
}
