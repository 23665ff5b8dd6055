//! # What it does
//! Looks in each programme of a whole budget or whole accounts for goals without a measure and for measures without a goal.
//! Where the text does not tie measures to goals, it only looks whether a programme has both.
//!
//! # Why it matters
//! A goal for which nothing is done is a wish, and a measure without a goal cannot be judged: the council must be able to see
//! both together (BBV art. 8, 25). Measures may serve several goals at once or stand in a table elsewhere, so what has no
//! counterpart is never called wrong, only not checked. A part of a publication is not searched.
//!
//! # Example
//! Under `Programma Wonen` three goals are printed, and measures under two of them: the third goal is the finding.

use super::{
    Check, Finding, Prescribed, Reason, Subject,
    chapters::{Chapters, is_budget_or_accounts},
};
use crate::{document::Document, source::Span};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    if !is_budget_or_accounts(document) || (document.goals.is_empty() && document.measures.is_empty()) {
        return Vec::new();
    }
    if !Chapters::of(subject).are_whole() {
        return vec![Finding::unchecked(Check::Goals, Reason::OnlyAPart)];
    }
    of_programmes(document).iter().flat_map(Policy::findings).collect()
}

/// The goals and measures of one programme.
#[derive(Default)]
struct Policy {
    goals: Vec<Span>,
    measures: Vec<Span>,
    /// Those that no measure stands under.
    bare_goals: Vec<Span>,
    /// Those that stand under no goal.
    bare_measures: Vec<Span>,
}

fn of_programmes(document: &Document) -> Vec<Policy> {
    let mut policies: Vec<Policy> = Vec::new();
    policies.resize_with(document.programmes.len(), Policy::default);
    let mut served = vec![false; document.goals.len()];
    for measure in &document.measures {
        if let Some(goal) = measure.goal.and_then(|goal| served.get_mut(goal)) {
            *goal = true;
        }
        let Some(policy) = measure.programme.and_then(|at| policies.get_mut(at)) else { continue };
        policy.measures.push(measure.span);
        policy.bare_measures.extend(measure.goal.is_none().then_some(measure.span));
    }
    for (goal, is_served) in document.goals.iter().zip(served) {
        let Some(policy) = goal.programme.and_then(|at| policies.get_mut(at)) else { continue };
        policy.goals.push(goal.span);
        policy.bare_goals.extend((!is_served).then_some(goal.span));
    }
    policies
}

impl Policy {
    /// Of goals and of measures one finding each; none where the programme has neither, for then its questions say so.
    fn findings(&self) -> Vec<Finding> {
        let ties = self.bare_measures.len() < self.measures.len();
        let goals = counterparts(&self.goals, &self.bare_goals, ties, !self.measures.is_empty(), Prescribed::Measures);
        let measures = counterparts(&self.measures, &self.bare_measures, ties, !self.goals.is_empty(), Prescribed::Goals);
        goals.into_iter().chain(measures).collect()
    }
}

/// Whether all of these have what they should have; `bare` are those of which the text shows that they do not.
fn counterparts(all: &[Span], bare: &[Span], ties: bool, has_any: bool, wanted: Prescribed) -> Option<Finding> {
    let first = *all.first()?;
    let lacking = if !has_any {
        all
    } else if ties {
        bare
    } else {
        &[]
    };
    Some(match lacking {
        [] => Finding::holds(Check::Goals, first),
        lacking => Finding { spans: lacking.to_vec(), ..Finding::unchecked(Check::Goals, Reason::NotFound(wanted)) },
    })
}

#[cfg(test)]
mod tests {
    use super::{
        super::{said::assert_said, whole::BUDGET},
        *,
    };

    #[test]
    fn a_programme_has_both() {
        assert_said(
            check,
            BUDGET,
            &[
                "Holds <Iedereen vindt een huis dat past.>",
                "Holds <We bouwen 200 woningen aan de rand van de stad.>",
                "Holds <Iedereen krijgt de zorg die nodig is.>",
                "Holds <We openen een wijkpunt in elke wijk.>",
            ],
        );
    }

    #[test]
    fn goals_without_any_measure_are_found_together() {
        let text = BUDGET.replace("### Wat gaan we daarvoor doen?\n\n- We bouwen 200 woningen aan de rand van de stad.\n", "");
        assert_said(
            check,
            &text,
            &[
                "Unchecked (NotFound(Measures)) <Iedereen vindt een huis dat past.>",
                "Holds <Iedereen krijgt de zorg die nodig is.>",
                "Holds <We openen een wijkpunt in elke wijk.>",
            ],
        );
    }

    #[test]
    fn measures_without_any_goal_are_found_together() {
        let text = BUDGET.replace("### Wat willen we bereiken?\n\n- Iedereen vindt een huis dat past.\n", "");
        assert_said(
            check,
            &text,
            &[
                "Unchecked (NotFound(Goals)) <We bouwen 200 woningen aan de rand van de stad.>",
                "Holds <Iedereen krijgt de zorg die nodig is.>",
                "Holds <We openen een wijkpunt in elke wijk.>",
            ],
        );
    }

    #[test]
    fn one_page_is_a_part() {
        assert_said(check, BUDGET.split("## Programma 2").next().expect("a part"), &["Unchecked (OnlyAPart)"]);
        assert_said(check, "# Begroting 2025 gemeente Voorbeeldstad\n\n## Programma 1 Wonen\n\nNiets.\n", &[]);
    }
}
