//! # What it does
//! Looks in each programme of a whole budget or whole accounts for the three W questions: what do we want to achieve, what do
//! we do for it, what may it cost; in the accounts what was achieved, done and spent. A question counts as answered where a
//! heading asks it, and where goals, measures or money of the programme were found without one.
//!
//! # Why it matters
//! Every programme must answer the three (BBV art. 8; for the accounts art. 25): the council decides by them what it wants and
//! afterwards what became of it. Municipalities ask in words of their own and exports lose answers, so a question that is not
//! found is never called wrong, only not checked. A part of a publication is not searched.
//!
//! # Example
//! Under `Programma Wonen` stand `Wat willen we bereiken?` and `Wat mag het kosten?`, and no measure anywhere: what is done is
//! not found.

use super::{
    Check, Finding, Prescribed, Reason, Subject,
    chapters::{Chapters, is_budget_or_accounts},
    money,
};
use crate::{document::Document, source::Span};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    if !is_budget_or_accounts(document) || document.programmes.is_empty() {
        return Vec::new();
    }
    let chapters = Chapters::of(subject);
    if !chapters.are_whole() {
        return vec![Finding::unchecked(Check::Questions, Reason::OnlyAPart)];
    }
    let answers = Answers::of(document);
    let programmes = 0..document.programmes.len();
    programmes
        .flat_map(|programme| Prescribed::QUESTIONS.map(|question| finding(&chapters, &answers, programme, question)))
        .collect()
}

fn finding(chapters: &Chapters<'_>, answers: &Answers, programme: usize, question: Prescribed) -> Finding {
    let asked = chapters.on(programme).find_map(|chapter| chapter.question(question));
    match asked.or_else(|| answers.first(programme, question)) {
        Some(place) => Finding::holds(Check::Questions, place),
        None => Finding {
            spans: vec![chapters.place_of(programme)],
            ..Finding::unchecked(Check::Questions, Reason::NotFound(question))
        },
    }
}

/// The first goal, the first measure and the first money of each programme.
struct Answers {
    goals: Vec<Option<Span>>,
    measures: Vec<Option<Span>>,
    cost: Vec<Option<Span>>,
}

impl Answers {
    fn of(document: &Document) -> Self {
        let count = document.programmes.len();
        let goals = firsts(count, document.goals.iter().map(|goal| (goal.programme, goal.span)));
        let measures = firsts(count, document.measures.iter().map(|measure| (measure.programme, measure.span)));
        Self { goals, measures, cost: money::first_of_each_programme(document) }
    }

    fn first(&self, programme: usize, question: Prescribed) -> Option<Span> {
        let firsts = match question {
            Prescribed::Goals => &self.goals,
            Prescribed::Measures => &self.measures,
            _ => &self.cost,
        };
        firsts.get(programme).copied().flatten()
    }
}

fn firsts(count: usize, facts: impl Iterator<Item = (Option<usize>, Span)>) -> Vec<Option<Span>> {
    let mut firsts = vec![None; count];
    for (programme, span) in facts {
        if let Some(first) = programme.and_then(|at| firsts.get_mut(at)) {
            first.get_or_insert(span);
        }
    }
    firsts
}

#[cfg(test)]
mod tests {
    use super::{
        super::{said::assert_said, whole::BUDGET},
        *,
    };

    #[test]
    fn each_programme_asks_three() {
        let three = ["Holds <Wat willen we bereiken?>", "Holds <Wat gaan we daarvoor doen?>", "Holds <Wat mag het kosten?>"];
        assert_said(check, BUDGET, &[three, three].concat());
    }

    #[test]
    fn a_table_that_no_heading_asks_for_answers_too() {
        let text = BUDGET.replacen("### Wat mag het kosten?\n", "", 1);
        let mut expected = vec!["Holds <Wat willen we bereiken?>", "Holds <Wat gaan we daarvoor doen?>", "Holds <4.305>"];
        expected.extend(["Holds <Wat willen we bereiken?>", "Holds <Wat gaan we daarvoor doen?>", "Holds <Wat mag het kosten?>"]);
        assert_said(check, &text, &expected);
    }

    #[test]
    fn one_that_is_not_found_is_not_called_wrong() {
        let measures = "### Wat gaan we daarvoor doen?\n\n- We bouwen 200 woningen aan de rand van de stad.\n";
        let text = BUDGET.replace(measures, "");
        let mut expected = vec![
            "Holds <Wat willen we bereiken?>",
            "Unchecked (NotFound(Measures)) <Programma 1 Wonen>",
            "Holds <Wat mag het kosten?>",
        ];
        expected.extend(["Holds <Wat willen we bereiken?>", "Holds <Wat gaan we daarvoor doen?>", "Holds <Wat mag het kosten?>"]);
        assert_said(check, &text, &expected);
    }

    #[test]
    fn one_page_is_a_part() {
        let page = BUDGET.split("## Programma 2").next().expect("a part");
        assert_said(check, page, &["Unchecked (OnlyAPart)"]);
        assert_said(check, "# Kadernota 2025 gemeente Voorbeeldstad\n\n## Programma 1 Wonen\n\nWe bouwen.\n", &[]);
    }
}
