//! A finding in one sentence that is enough by itself: what it is about, what it comes to, what is printed.

use super::{
    Language,
    arithmetic::{Arithmetic, Outcome, column_of},
};
use crate::{
    check::{Check, Finding, Operation, Quantity, Reason, Sum, Verdict},
    document::{Document, Figure},
    source::Span,
};

/// The longest that words of the text may be in a headline, in bytes.
const MOST_BYTES: usize = 90;

impl Language {
    /// A finding in one sentence: `Lasten van Zorg, Rekening 2024: de delen komen op 39.963, er staat 39.693 (× € 1.000)`.
    pub fn headline(self, finding: &Finding, document: &Document) -> String {
        let about = self.about(finding, document);
        let says = self.says(finding, document);
        if about.is_empty() { says } else { format!("{about}: {says}") }
    }

    /// What a finding is about.
    fn about(self, finding: &Finding, document: &Document) -> String {
        let operands = || finding.sums.iter().flat_map(|sum| &sum.operands).map(|operand| &operand.quantity);
        let outcome = finding.sums.iter().find_map(|sum| sum.outcome());
        match outcome.into_iter().chain(operands()).next() {
            Some(Quantity::Figure(at)) => document.figures.get(*at).map(|figure| self.about_figure(figure, document)),
            Some(Quantity::Percentage(at)) => document.percentages.get(*at).and_then(|percentage| percentage.about.clone()),
            Some(Quantity::Count(at)) => document.counts.get(*at).map(|count| count.row.clone()),
            Some(Quantity::Indicator { indicator, .. }) => {
                document.indicators.get(*indicator).map(|indicator| indicator.name.clone())
            }
            Some(Quantity::Between(..) | Quantity::Given(_)) => None,
            None => return self.about_places(finding, document),
        }
        .map(|words| shortened(&words))
        .unwrap_or_default()
    }

    /// The words at the first of its places, and how many others there are; the check's name where it has no place.
    fn about_places(self, finding: &Finding, document: &Document) -> String {
        let first = finding.spans.first().and_then(|&place| words_at(document, place));
        let Some(first) = first else { return self.check(finding.check).to_owned() };
        match finding.spans.len() - 1 {
            0 => shortened(&first),
            more => self.choose(
                format!("{} (en nog {})", shortened(&first), self.count(more)),
                format!("{} (and {} more)", shortened(&first), self.count(more)),
            ),
        }
    }

    /// `Totaal lasten van Zorg, Rekening 2024`.
    fn about_figure(self, figure: &Figure, document: &Document) -> String {
        let row = self.row_of(figure);
        let programme = figure.programme.and_then(|at| document.programmes.get(at)).map(|programme| programme.name.as_str());
        let caption = figure.table.and_then(|at| document.tables.get(at)?.caption.as_deref());
        let around = programme.filter(|name| !row.contains(name)).or(caption.filter(|_| programme.is_none()));
        let of = self.choose("van", "of");
        let row = around.map_or_else(|| row.clone(), |around| format!("{row} {of} {around}"));
        column_of(figure).map_or_else(|| row.clone(), |column| format!("{row}, {column}"))
    }

    /// What a finding says of it.
    fn says(self, finding: &Finding, document: &Document) -> String {
        let told = self.two_places(finding, document).or_else(|| self.reckoned(finding, document));
        let Some(told) = told else { return self.says_without_outcome(finding, document) };
        let Told { comes_to, stands, unit, is_printed } = &told;
        match finding.verdict {
            Verdict::Holds if *is_printed => {
                self.choose(format!("{comes_to}, en dat staat er{unit}"), format!("{comes_to}, as printed{unit}"))
            }
            Verdict::Rounding => self.choose(
                format!("{comes_to}, {stands}{unit}; dat is afronding"),
                format!("{comes_to}, {stands}{unit}; that is rounding"),
            ),
            Verdict::UsedForReading => self.choose(
                format!("{comes_to}; dat is gebruikt bij het lezen{unit}"),
                format!("{comes_to}; that was used for reading{unit}"),
            ),
            Verdict::Differs => format!("{comes_to}, {stands}{unit}"),
            Verdict::Holds | Verdict::OtherScope | Verdict::Unchecked => {
                format!("{comes_to}, {stands}{unit}; {}", self.verdict(finding.verdict))
            }
        }
    }

    /// What a number is at two places, each as it is printed there.
    fn two_places(self, finding: &Finding, document: &Document) -> Option<Told> {
        let is_of_places = matches!(finding.check, Check::Chain | Check::Repeat);
        let Arithmetic { pieces, unit } = self.arithmetic(finding.sums.first().filter(|_| is_of_places)?, document);
        let (other, here) = pieces.first().zip(pieces.last())?;
        let other = format!("{}{}", other.sign, other.number);
        Some(Told {
            is_printed: other == here.number,
            comes_to: format!("{} {other}", self.choose("op de andere plek staat", "the other place says")),
            stands: format!("{} {}", self.choose("hier", "here"), here.number),
            unit: unit.map(|unit| format!(" ({unit})")).unwrap_or_default(),
        })
    }

    /// What the numbers of a sum come to, and what is printed.
    fn reckoned(self, finding: &Finding, document: &Document) -> Option<Told> {
        let Outcome { comes_to, printed, .. } = self.outcome_of_sum(finding, document)?;
        let unit = outcome_unit(finding, document).map(|figure| format!(" ({})", self.unit(figure.unit))).unwrap_or_default();
        Some(Told {
            is_printed: comes_to == printed,
            comes_to: format!("{} {comes_to}", self.reckoning(finding)),
            stands: format!("{} {printed}", self.choose("er staat", "printed is")),
            unit,
        })
    }

    /// How the reckoning of a check is called, up to its outcome.
    fn reckoning(self, finding: &Finding) -> &'static str {
        match finding.check {
            Check::Total if is_difference(finding) => self.choose("het verschil komt op", "the difference comes to"),
            Check::Total | Check::Parts => self.choose("de delen komen op", "the parts come to"),
            Check::Balance => self.choose("baten en lasten komen op", "income and expenditure come to"),
            Check::Result => self.choose("saldo en reserves komen op", "balance and reserves come to"),
            Check::RollForward => self.choose("begin, erbij en eraf komen op", "opening, added and taken away come to"),
            _ => self.choose("de berekening komt op", "the reckoning comes to"),
        }
    }

    /// What a finding says that has no single sum with a printed outcome.
    fn says_without_outcome(self, finding: &Finding, document: &Document) -> String {
        let verdict = self.verdict(finding.verdict);
        match (finding.sums.first(), &finding.reason) {
            (Some(sum), _) => format!("{} ({verdict})", self.sum_line(sum, document)),
            (None, Some(Reason::NotFound(wanted))) => {
                let wanted = self.prescribed(*wanted);
                self.choose(format!("{wanted} niet gevonden"), format!("{wanted} not found"))
            }
            (None, Some(Reason::EmptyHere | Reason::EmptyThroughout)) => {
                self.choose("onder deze kop staat niets", "nothing stands under this heading").to_owned()
            }
            (None, Some(reason)) if finding.verdict == Verdict::Unchecked => format!("{verdict}. {}", self.reason(reason)),
            (None, _) if finding.verdict == Verdict::Holds => self.choose("gevonden", "found").to_owned(),
            (None, _) => verdict.to_owned(),
        }
    }
}

/// A number that was reckoned or stands elsewhere, beside the printed one, each with the words before it.
struct Told {
    comes_to: String,
    stands: String,
    /// The unit of both in brackets; empty where there is none to say.
    unit: String,
    /// Whether both are written alike.
    is_printed: bool,
}

/// Whether a total is one amount less another.
fn is_difference(finding: &Finding) -> bool {
    let subtracts = |sum: &Sum| matches!(&sum.operands[..], [_, other, _] if other.operation == Operation::Minus);
    finding.sums.iter().all(subtracts)
}

/// The amount that comes out, where its unit has to be said.
fn outcome_unit<'a>(finding: &Finding, document: &'a Document) -> Option<&'a Figure> {
    match finding.sums.first()?.outcome()? {
        Quantity::Figure(at) => document.figures.get(*at).filter(|figure| figure.unit.factor != 1),
        _ => None,
    }
}

/// What stands at a place: a goal, a measure, a programme, or the heading at or before it.
fn words_at(document: &Document, place: Span) -> Option<String> {
    let goal = at(&document.goals, |goal| goal.span, place);
    let goal = goal.map(|goal| goal.title.clone().unwrap_or_else(|| goal.text.clone()));
    let measure = || at(&document.measures, |measure| measure.span, place).map(|measure| measure.text.clone());
    let programme = || at(&document.programmes, |programme| programme.span, place).map(|its| its.name.clone());
    let heading = || {
        let behind = document.outline.partition_point(|entry| entry.span.start <= place.start);
        document.outline[..behind].last().map(|entry| entry.title.clone())
    };
    goal.or_else(measure).or_else(programme).or_else(heading)
}

/// The fact that stands at a place, of a list in the order of the text: there may be thousands, and as many findings.
fn at<T>(facts: &[T], span: impl Fn(&T) -> Span, place: Span) -> Option<&T> {
    let first = facts.partition_point(|fact| span(fact).start < place.start);
    facts[first..].iter().take_while(|fact| span(fact).start == place.start).find(|fact| span(fact) == place)
}

fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.len() <= MOST_BYTES {
        return words;
    }
    let end = words.floor_char_boundary(MOST_BYTES);
    let cut = words[..end].rfind(' ').unwrap_or(end);
    format!("{}…", &words[..cut])
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::{
        check::{Operand, Prescribed},
        document::{OutlineEntry, Programme, Unit},
    };

    fn figure(row: &str, thousands: i64) -> Figure {
        Figure {
            row: row.to_owned(),
            column: Some("Rekening 2024".to_owned()),
            printed: thousands.to_string(),
            euros: Decimal::from(thousands * 1_000),
            unit: Unit { factor: 1_000, stated: true, chosen: false, span: None },
            programme: Some(0),
            ..Figure::example()
        }
    }

    /// Two parts and their total, which is printed as the last number.
    fn total(verdict: Verdict, numbers: [i64; 3]) -> (Finding, Document) {
        let programme = Programme { number: None, name: "Zorg".to_owned(), parts: Vec::new(), span: Span::default() };
        let rows = ["Jeugd", "Werk", "Totaal lasten"];
        let figures = std::iter::zip(rows, numbers).map(|(row, number)| figure(row, number)).collect();
        let operations = [Operation::Plus, Operation::Plus, Operation::Equals].into_iter().enumerate();
        let operands = operations.map(|(at, operation)| Operand { operation, quantity: Quantity::Figure(at) }).collect();
        let difference = Some(Decimal::from((numbers[0] + numbers[1] - numbers[2]) * 1_000));
        let sums = vec![Sum { operands }];
        let finding = Finding { check: Check::Total, verdict, reason: None, sums, difference, spans: Vec::new() };
        (finding, Document { figures, programmes: vec![programme], ..Document::default() })
    }

    fn check(verdict: Verdict, numbers: [i64; 3], dutch: &str, english: &str) {
        let (finding, document) = total(verdict, numbers);
        let said = Language::ALL.map(|language| language.headline(&finding, &document).replace('\u{a0}', " "));
        assert_eq!(said, [dutch, english]);
    }

    #[test]
    fn a_total_says_what_its_parts_come_to_and_what_is_printed() {
        check(
            Verdict::Differs,
            [20_000, 19_963, 39_693],
            "Totaal lasten van Zorg, Rekening 2024: de delen komen op 39.963, er staat 39.693 (× € 1.000)",
            "Totaal lasten of Zorg, Rekening 2024: the parts come to 39,963, printed is 39,693 (× €1,000)",
        );
        check(
            Verdict::Rounding,
            [1, 2, 4],
            "Totaal lasten van Zorg, Rekening 2024: de delen komen op 3, er staat 4 (× € 1.000); dat is afronding",
            "Totaal lasten of Zorg, Rekening 2024: the parts come to 3, printed is 4 (× €1,000); that is rounding",
        );
        check(
            Verdict::Holds,
            [1, 2, 3],
            "Totaal lasten van Zorg, Rekening 2024: de delen komen op 3, en dat staat er (× € 1.000)",
            "Totaal lasten of Zorg, Rekening 2024: the parts come to 3, as printed (× €1,000)",
        );
    }

    #[test]
    fn two_places_are_both_named_with_their_signs_and_whatever_explains_their_difference() {
        let headline = |verdict, numbers: [i64; 3], operations: &[(Operation, usize)]| {
            let (finding, mut document) = total(verdict, numbers);
            document.figures.iter_mut().for_each(|figure| figure.row = "Saldo".to_owned());
            let operand = |&(operation, at): &_| Operand { operation, quantity: Quantity::Figure(at) };
            let sums = vec![Sum { operands: operations.iter().map(operand).collect() }];
            let finding = Finding { check: Check::Chain, sums, difference: Some(Decimal::ZERO), ..finding };
            Language::Dutch.headline(&finding, &document).replace('\u{a0}', " ")
        };
        let places = [(Operation::Plus, 0), (Operation::Equals, 1)];
        let says = |words: &str| format!("Saldo van Zorg, Rekening 2024: op de andere plek staat {words}");
        assert_eq!(headline(Verdict::Differs, [-6_400, -6_040, 0], &places), says("−6.400, hier −6.040 (× € 1.000)"));
        assert_eq!(headline(Verdict::Holds, [-6_400, -6_400, 0], &places), says("−6.400, en dat staat er (× € 1.000)"));
        let explained = [(Operation::Plus, 0), (Operation::Plus, 1), (Operation::Equals, 2)];
        let found = headline(Verdict::OtherScope, [1_800, 500, 2_300], &explained);
        assert!(found.starts_with(&says("1.800, hier 2.300 (× € 1.000); ")), "{found}");
    }

    #[test]
    fn what_is_no_sum_is_known_by_the_words_at_its_place() {
        let span = Span::new(4, 20);
        let outline = vec![OutlineEntry { level: 2, number: None, title: "Zorg voor later".to_owned(), page: None, span }];
        let document = Document { outline, ..Document::default() };
        let headline = |check, reason: Option<Reason>, spans: &[Span]| {
            let verdict = reason.as_ref().map_or(Verdict::Holds, |_| Verdict::Unchecked);
            let finding = Finding { check, verdict, reason, sums: Vec::new(), difference: None, spans: spans.to_vec() };
            Language::Dutch.headline(&finding, &document)
        };
        let empty = Some(Reason::EmptyThroughout);
        assert_eq!(headline(Check::Headings, empty.clone(), &[span]), "Zorg voor later: onder deze kop staat niets");
        assert_eq!(headline(Check::Headings, empty, &[span; 3]), "Zorg voor later (en nog 2): onder deze kop staat niets");
        assert_eq!(headline(Check::Sections, None, &[span]), "Zorg voor later: gevonden");
        let section = Some(Reason::NotFound(Prescribed::LandPolicy));
        assert_eq!(headline(Check::Sections, section, &[]), "Verplichte paragrafen: paragraaf Grondbeleid niet gevonden");
        let part = headline(Check::Goals, Some(Reason::OnlyAPart), &[]);
        assert!(part.starts_with("Doelen en maatregelen: niet gecontroleerd. Deze tekst is een deel"), "{part}");
    }
}
