//! What the checks found, in lines for people: first what does not hold, each with its sum and its line in the text, at last
//! how many findings of each check there are.

use super::summary::{block, identity, shortened};
use crate::{
    check::{Check, Finding, Sum, Verdict},
    decisions::{FindingMark, Judgement, Marks},
    export::{Checked, Contents},
    source::{Span, lines},
    wording::{Language, verdict_sign},
};

/// The findings of several documents; all of them, or those only that ask for attention.
pub(super) fn findings(contents: &Contents<'_>, all: bool, language: Language) -> String {
    let marks = Marks::of(contents.decisions);
    let of_one = |checked: &Checked<'_>| Findings::of(checked, &marks, language).lines(all);
    contents.documents.iter().map(of_one).collect()
}

/// The findings of one document.
struct Findings<'a> {
    checked: &'a Checked<'a>,
    /// What people made of each.
    marks: Vec<Option<&'a FindingMark>>,
    /// The lines of its text.
    lines: Vec<Span>,
    language: Language,
}

impl<'a> Findings<'a> {
    fn of(checked: &'a Checked<'a>, marks: &Marks<'a>, language: Language) -> Self {
        let text = checked.source.origin.text_sha256.as_str();
        let mark = |finding: &Finding| marks.find(text, &finding.key(checked.document));
        let marks = checked.findings.iter().map(mark).collect();
        Self { checked, marks, lines: lines(&checked.source.text).collect(), language }
    }

    fn lines(&self, all: bool) -> String {
        let listed = |verdict: &Verdict| all || matches!(verdict, Verdict::Differs | Verdict::OtherScope);
        let blocks = Verdict::ALL.into_iter().filter(listed).map(|verdict| self.of_verdict(verdict));
        let identity = identity(self.checked.source, self.checked.document, self.language);
        let counts = block(self.language.by_check(), &self.counts());
        let nothing = if self.checked.findings.is_empty() { format!("  {}\n", self.language.nothing_to_check()) } else { counts };
        let blocks = std::iter::once(identity).chain(blocks).chain([nothing]).filter(|block| !block.is_empty());
        blocks.flat_map(|block| [block, "\n".to_owned()]).collect()
    }

    /// The findings with a verdict; nothing where there are none.
    fn of_verdict(&self, verdict: Verdict) -> String {
        let findings = self.checked.findings.iter().zip(&self.marks);
        let lines: Vec<String> = findings
            .filter(|(finding, _)| finding.verdict == verdict)
            .map(|(finding, mark)| self.finding(finding, *mark))
            .collect();
        let count = self.language.verdict_count(verdict, lines.len());
        block(&format!("{} {count}", verdict_sign(verdict)), &lines)
    }

    /// Its check and headline, its sums, and where it stands, a line each.
    fn finding(&self, finding: &Finding, mark: Option<&FindingMark>) -> String {
        let (document, language) = (self.checked.document, self.language);
        let (check, headline) = (language.check(finding.check), language.headline(finding, document));
        let headline = if headline.starts_with(check) { headline } else { format!("{check}: {headline}") };
        let mark = mark.map(|mark| self.mark(mark));
        let beneath = language.sum_lines(finding, document).into_iter().chain(self.place(finding)).chain(mark);
        std::iter::once(headline).chain(beneath.map(|line| format!("\n      {line}"))).collect()
    }

    fn mark(&self, mark: &FindingMark) -> String {
        let judgement = self.language.judgement(mark.judgement);
        if mark.note.is_empty() { judgement.to_owned() } else { format!("{judgement}: {}", mark.note) }
    }

    /// The line in the text to look at: that of what should come out, else of the first thing that it speaks of.
    fn place(&self, finding: &Finding) -> Option<String> {
        let document = self.checked.document;
        let outcome = finding.sums.iter().find_map(Sum::outcome).and_then(|quantity| quantity.span(document));
        let place = outcome.or_else(|| finding.places(document).first().copied())?;
        let number = self.lines.partition_point(|line| line.start <= place.start);
        let line = *self.lines.get(number.checked_sub(1)?)?;
        Some(format!("{} {}: {}", self.language.line(), self.language.count(number), shortened(self.checked.source.cut(line))))
    }

    /// A line for each check with findings: how many have which verdict.
    fn counts(&self) -> Vec<String> {
        Check::ALL.iter().filter_map(|&check| self.counts_of(check)).collect()
    }

    fn counts_of(&self, check: Check) -> Option<String> {
        let counts = Verdict::ALL.into_iter().filter_map(|verdict| self.count(check, verdict)).collect::<Vec<_>>();
        (!counts.is_empty()).then(|| format!("{}: {}", self.language.check(check), counts.join(", ")))
    }

    fn count(&self, check: Check, verdict: Verdict) -> Option<String> {
        let these = || {
            self.checked
                .findings
                .iter()
                .zip(&self.marks)
                .filter(|(finding, _)| (finding.check, finding.verdict) == (check, verdict))
        };
        let count = these().count();
        let explained = these().filter(|(_, mark)| mark.is_some_and(|mark| mark.judgement == Judgement::Explained)).count();
        let words = self.language.verdict_count(verdict, count);
        let explained = (explained > 0).then(|| format!(" ({})", self.language.explained_count(explained)));
        (count > 0).then(|| words + &explained.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Operand, Operation, Quantity},
        decisions::Decisions,
        document::{Document, Figure},
        source::Source,
    };

    const TEXT: &str = "Bedragen in euro\nSport 5\nZorg 3\nTotaal 9\n";

    fn document() -> Document {
        let figure = |row: &str, printed: &str| Figure {
            row: row.to_owned(),
            printed: printed.to_owned(),
            euros: printed.parse().unwrap_or_default(),
            span: TEXT.find(&format!(" {printed}\n")).map(|at| Span::new(at + 1, at + 2)).unwrap_or_default(),
            ..Figure::example()
        };
        Document { figures: vec![figure("Sport", "5"), figure("Zorg", "3"), figure("Totaal", "9")], ..Document::default() }
    }

    fn total(verdict: Verdict) -> Finding {
        let operations = [Operation::Plus, Operation::Plus, Operation::Equals].into_iter().enumerate();
        let operands = operations.map(|(at, operation)| Operand { operation, quantity: Quantity::Figure(at) }).collect();
        let sums = vec![Sum { operands }];
        Finding { check: Check::Total, verdict, reason: None, sums, difference: Some((-1).into()), spans: Vec::new() }
    }

    fn printed(found: &[Finding], mark: Option<(Judgement, &str)>, all: bool) -> String {
        let (source, document) = (Source::from_bytes("a.txt", TEXT.as_bytes()), document());
        let mark = mark.zip(found.first()).map(|((judgement, note), finding)| FindingMark {
            text: source.origin.text_sha256.clone(),
            finding: finding.key(&document),
            judgement,
            note: note.to_owned(),
        });
        let decisions = Decisions { marks: mark.into_iter().collect(), ..Decisions::default() };
        let documents = [Checked { source: &source, document: &document, findings: found }];
        let contents = Contents { documents: &documents, comparison: None, decisions: &decisions };
        findings(&contents, all, Language::Dutch).replace('\u{a0}', " ")
    }

    const IDENTITY: &str = "a.txt\n  Soort onbekend · Jaar onbekend · Gemeente onbekend\n\n";

    #[test]
    fn what_does_not_hold_comes_with_its_sum_and_its_line() {
        let found = printed(&[total(Verdict::Differs)], None, false);
        let expected = "  ≠ 1 klopt niet
    Totalen: Totaal: de delen komen op 8, er staat 9
      5 + 3 = 8, gedrukt 9 (afronding: ten hoogste ± 1,5)
      regel 4: Totaal 9

  Per controle
    Totalen: 1 klopt niet

";
        assert_eq!(found, format!("{IDENTITY}{expected}"));
    }

    #[test]
    fn what_was_explained_is_said_to_be() {
        let found = printed(&[total(Verdict::Differs)], Some((Judgement::Explained, "zie blz. 3")), false);
        assert!(found.contains("      regel 4: Totaal 9\n      verklaard: zie blz. 3\n"), "{found}");
        assert!(found.contains("Totalen: 1 klopt niet (waarvan 1 verklaard)"), "{found}");
        let found = printed(&[total(Verdict::Differs)], Some((Judgement::ToMend, "")), false);
        assert!(found.contains("\n      te herstellen\n") && !found.contains("waarvan"), "{found}");
    }

    #[test]
    fn what_holds_is_counted_and_listed_where_all_is_asked_for() {
        let holds = [total(Verdict::Holds), total(Verdict::Holds)];
        assert_eq!(printed(&holds, None, false), format!("{IDENTITY}  Per controle\n    Totalen: 2 kloppen\n\n"));
        assert!(printed(&holds, None, true).contains("  ✓ 2 kloppen\n    Totalen: Totaal: "), "{}", printed(&holds, None, true));
    }

    #[test]
    fn nothing_to_check_is_said() {
        assert_eq!(printed(&[], None, true), format!("{IDENTITY}  Er is niets gevonden om na te rekenen.\n\n"));
    }
}
