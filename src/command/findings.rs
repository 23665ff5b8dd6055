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
        let headline = format!("{}: {}", language.check(finding.check), language.headline(finding, document));
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
