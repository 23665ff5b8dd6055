//! What people make of findings: a mark with a note, kept among the decisions of the workspace.

use crate::decisions::{Decisions, FindingMark};

/// What can happen to the marks.
#[derive(Debug)]
pub enum Marking {
    /// A finding was marked; a mark that it had is replaced.
    Mark(FindingMark),
    /// The mark of a finding was taken away.
    Unmark {
        /// The SHA-256 of the text.
        text: String,
        /// The key of the finding.
        finding: String,
    },
    /// A file of decisions was opened.
    Opened(Box<Decisions>),
}

impl Marking {
    /// What happens.
    pub fn apply(self, decisions: &mut Decisions) {
        match self {
            Self::Mark(mark) => {
                unmark(decisions, &mark.text, &mark.finding);
                decisions.marks.push(mark);
            }
            Self::Unmark { text, finding } => unmark(decisions, &text, &finding),
            Self::Opened(opened) => decisions.take_in(*opened),
        }
    }
}

fn unmark(decisions: &mut Decisions, text: &str, finding: &str) {
    decisions.marks.retain(|mark| mark.text != text || mark.finding != finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decisions::Judgement;

    fn mark(finding: &str, note: &str) -> FindingMark {
        let (text, finding) = ("ab".to_owned(), finding.to_owned());
        FindingMark { text, finding, judgement: Judgement::Explained, note: note.to_owned() }
    }

    fn after(markings: Vec<Marking>) -> Vec<(String, String)> {
        let mut decisions = Decisions::default();
        markings.into_iter().for_each(|marking| marking.apply(&mut decisions));
        decisions.marks.into_iter().map(|mark| (mark.finding, mark.note)).collect()
    }

    #[test]
    fn a_finding_has_one_mark() {
        let pair = |finding: &str, note: &str| (finding.to_owned(), note.to_owned());
        let marks = || vec![Marking::Mark(mark("a", "1")), Marking::Mark(mark("b", "2")), Marking::Mark(mark("a", "3"))];
        assert_eq!(after(marks()), [pair("b", "2"), pair("a", "3")]);
        let unmark = Marking::Unmark { text: "ab".to_owned(), finding: "b".to_owned() };
        assert_eq!(after(marks().into_iter().chain([unmark]).collect()), [pair("a", "3")]);
        let opened = Decisions { marks: vec![mark("b", "4"), mark("c", "5")], ..Decisions::default() };
        let opened = marks().into_iter().chain([Marking::Opened(Box::new(opened))]);
        assert_eq!(after(opened.collect()), [pair("a", "3"), pair("b", "4"), pair("c", "5")]);
    }
}
