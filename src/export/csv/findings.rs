//! What the checks found: a row a finding.

use super::{Column, or_nothing, table};
use crate::export::{
    Contents,
    json::{
        WithText, documents_to_wire,
        wire::{Document, Finding, Operand, Place, Sum},
    },
};

/// The findings of several documents, in their order.
pub fn findings_to_csv(contents: &Contents<'_>) -> String {
    let documents = documents_to_wire(contents, WithText::No);
    let rows = documents.iter().flat_map(|document| document.findings.iter().map(move |finding| Row { document, finding }));
    table(Row::COLUMNS, rows)
}

/// A finding in its document.
struct Row<'a> {
    document: &'a Document,
    finding: &'a Finding,
}

/// How a number of a sum is written.
type Number = fn(&Document, &Operand) -> Option<String>;

impl<'a> Row<'a> {
    const COLUMNS: &'a [Column<Self>] = &[
        ("file", |at| at.document.source.name.clone()),
        ("entry", |at| or_nothing(at.document.source.entry.as_ref())),
        ("municipality", |at| or_nothing(at.document.municipality.as_ref().map(|municipality| &municipality.name))),
        ("kind", |at| at.document.kind.clone()),
        ("document_year", |at| or_nothing(at.document.year)),
        ("check", |at| at.finding.check.clone()),
        ("verdict", |at| at.finding.verdict.clone()),
        ("reason", |at| or_nothing(at.finding.reason.as_ref())),
        ("sum", |at| at.sums(exact)),
        ("printed", |at| at.sums(printed)),
        ("difference", |at| or_nothing(at.finding.difference.as_ref())),
        ("judgement", |at| or_nothing(at.finding.mark.as_ref().map(|mark| &mark.judgement))),
        ("note", |at| or_nothing(at.finding.mark.as_ref().map(|mark| &mark.note))),
        ("places", |at| at.finding.spans.iter().copied().map(place).collect::<Vec<_>>().join(" ")),
        ("key", |at| at.finding.key.clone()),
    ];

    fn sums(&self, number: Number) -> String {
        let sum = |sum: &Sum| self.sum(sum, number);
        self.finding.sums.iter().map(sum).collect::<Vec<_>>().join("; ")
    }

    fn sum(&self, sum: &Sum, number: Number) -> String {
        let value = |operand| number(self.document, operand).or_else(|| of_the_rule(operand)).unwrap_or_default();
        bracketed(sum.operands.iter().map(|operand| (sign(operand), value(operand))))
    }
}

/// Numbers with their signs, left to right. A reader multiplies and divides first, so a sum before that stands in brackets.
fn bracketed(numbers: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let (mut words, mut terms) = (String::new(), 0);
    for (sign, number) in numbers {
        match sign {
            "+" | "-" => terms += 1,
            "*" | "/" if terms > 1 => (words, terms) = (format!("({words})"), 1),
            _ => {}
        }
        // A sum that begins with its first number needs no plus before it.
        let words_before = if words.is_empty() { "" } else { " " };
        let sign = if words.is_empty() && sign == "+" { String::new() } else { format!("{words_before}{sign} ") };
        words.extend([sign, number]);
    }
    words
}

fn sign(operand: &Operand) -> &'static str {
    match operand.operation.as_str() {
        "plus" => "+",
        "minus" => "-",
        "times" => "*",
        "divided-by" => "/",
        "equals" => "=",
        _ => "~",
    }
}

/// A printed number as its value, with a decimal point.
fn exact(document: &Document, operand: &Operand) -> Option<String> {
    let figure = operand.figure.and_then(|at| document.figures.get(at)).map(|figure| figure.euros.clone());
    let percentage = operand.percentage.and_then(|at| document.percentages.get(at));
    let percentage = percentage.map(|percentage| format!("{}%", percentage.value));
    let count = operand.count.and_then(|at| document.counts.get(at)).map(|count| count.value.clone());
    figure.or(percentage).or(count).or_else(|| indicator(document, operand))
}

/// A printed number as the text prints it, so that it can be found there.
fn printed(document: &Document, operand: &Operand) -> Option<String> {
    let figure = operand.figure.and_then(|at| document.figures.get(at)).map(|figure| figure.printed.clone());
    let percentage = operand.percentage.and_then(|at| document.percentages.get(at)).map(|its| its.printed.clone());
    let count = operand.count.and_then(|at| document.counts.get(at)).map(|count| count.printed.clone());
    figure.or(percentage).or(count).or_else(|| indicator(document, operand))
}

fn indicator(document: &Document, operand: &Operand) -> Option<String> {
    let of = operand.indicator.as_ref()?;
    Some(document.indicators.get(of.indicator)?.values.get(of.value)?.value.clone())
}

/// A number that is not printed.
fn of_the_rule(operand: &Operand) -> Option<String> {
    operand.between.as_ref().map(|[least, most]| format!("{least}..{most}")).or_else(|| operand.given.clone())
}

fn place([start, end]: Place) -> String {
    format!("{start}-{end}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::example::{exported, exported_findings};

    const HEADER: &str =
        "file,entry,municipality,kind,document_year,check,verdict,reason,sum,printed,difference,judgement,note,places,key\r\n";

    #[test]
    fn a_row_a_finding_with_its_sum_in_euros_and_as_printed() {
        let rows = [
            "a.txt,,,other,,total,differs,,'-5000 + 3000 = -1000,'-5 + 3 = -1,-1000,explained,'=zie blz. 3,10-12 20-21 30-32 0-4,\"total:10-12,20-21,30-32,0-4\"",
            "a.txt,,,other,,share,holds,,'- 3000 / 60.0% * 100 ~ 4990..5010,\"'- 3 / 60,0% * 100 ~ 4990..5010\",,,,20-21 40-45,\"share:20-21,40-45\"",
            "a.txt,,,other,,sections,unchecked,only-a-part,,,,,,0-4,sections:0-4",
        ];
        let expected: String = rows.iter().flat_map(|row| [row, "\r\n"]).collect();
        assert_eq!(exported_findings(findings_to_csv), format!("{HEADER}{expected}"));
    }

    #[test]
    fn a_sum_that_is_divided_stands_in_brackets() {
        let operations = ["minus", "plus", "divided-by", "times", "plus"];
        let given = |operation: &str| Operand {
            operation: operation.to_owned(),
            figure: None,
            percentage: None,
            count: None,
            indicator: None,
            between: None,
            given: Some("3".to_owned()),
        };
        assert_eq!(bracketed(operations.map(|operation| (sign(&given(operation)), "3".to_owned()))), "(- 3 + 3) / 3 * 3 + 3");
    }

    #[test]
    fn without_findings_the_names_of_the_columns_stay() {
        assert_eq!(exported(&[], findings_to_csv), HEADER);
    }
}
