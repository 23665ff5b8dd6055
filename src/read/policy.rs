//! Goals and measures: what stands under the first two W questions.

use super::{
    doubts::Doubts,
    heading::{Asks, asks},
    page::{Page, Scopes},
};
use crate::{
    blocks::Form,
    document::{Code, Goal, Measure},
    scan::words::folded,
    source::Span,
};

/// The goals and the measures, in the order of the text.
pub(super) fn goals_and_measures(page: &Page<'_>, scopes: &Scopes, doubts: &mut Doubts) -> (Vec<Goal>, Vec<Measure>) {
    let mut walk = Walk {
        page,
        scopes,
        goals: Vec::new(),
        measures: Vec::new(),
        under: Under::Nothing,
        goal: None,
        title: None,
        goals_before: 0,
    };
    for at in 0..page.blocks.len() {
        walk.step(at);
    }
    walk.close_title();
    for span in empty_questions(page) {
        doubts.add(Code::EmptyHeading, span);
    }
    (walk.goals, walk.measures)
}

/// Headings that ask for goals or measures and have nothing under them but the next heading.
fn empty_questions(page: &Page<'_>) -> impl Iterator<Item = Span> {
    page.headings()
        .filter(|&(at, span)| {
            let next = page.after(at).next();
            let asked = asks(page.words(span));
            let next_asks = |block: &crate::blocks::Block| {
                block.form == Form::Heading && (asked == Asks::Measures || asks(page.words(block.span)) != Asks::Nothing)
            };
            matches!(asked, Asks::Goals | Asks::Measures) && next.is_none_or(next_asks)
        })
        .map(|(_, span)| span)
}

/// What the blocks that come now stand under.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Under {
    Nothing,
    Goals,
    /// `listed` once an item came: what follows an ended list is no measure.
    Measures {
        listed: bool,
    },
}

struct Walk<'a> {
    page: &'a Page<'a>,
    scopes: &'a Scopes,
    goals: Vec<Goal>,
    measures: Vec<Measure>,
    under: Under,
    /// The goal that measures belong to.
    goal: Option<usize>,
    /// How many goals there were when the last question was asked.
    goals_before: usize,
    /// A heading that waits for the text of its goal; the goal's number once it has text.
    title: Option<(Span, Option<usize>)>,
}

impl Walk<'_> {
    fn step(&mut self, at: usize) {
        let block = &self.page.blocks[at];
        match &block.form {
            Form::Heading => self.heading(at, block.span),
            Form::Paragraph => self.paragraph(at, block.span),
            Form::Item(item) => self.item(block.span, item.text),
            Form::KeyFigure(_) | Form::Labelled(_) | Form::Table(_) | Form::Furniture => {}
        }
    }

    fn heading(&mut self, at: usize, span: Span) {
        match asks(self.page.words(span)) {
            Asks::Goals | Asks::Both => {
                self.begin(Under::Goals, None);
                self.goals_before = self.goals.len();
            }
            Asks::Measures => self.begin_measures(),
            Asks::JointWork if self.is_list_next(at) => self.begin_measures(),
            Asks::Nothing if self.under == Under::Goals || self.returns_to_goals() => self.begin_titled_goal(span),
            _ => self.begin(Under::Nothing, None),
        }
    }

    /// A question about co-operation asks for measures only where a list answers it.
    fn is_list_next(&self, at: usize) -> bool {
        self.page.after(at).next().is_some_and(|block| matches!(block.form, Form::Item(_)))
    }

    /// Where the question for measures is asked under each goal, a heading behind it is the next goal's.
    fn returns_to_goals(&self) -> bool {
        matches!(self.under, Under::Measures { .. }) && self.goals.iter().any(|goal| goal.title.is_some())
    }

    /// Measures belong to a goal where only one stands before them.
    fn begin_measures(&mut self) {
        self.close_title();
        let goal = self.goal.filter(|_| self.goals.len() == self.goals_before + 1);
        self.begin(Under::Measures { listed: false }, goal);
        self.goals_before = self.goals.len();
    }

    fn begin(&mut self, under: Under, goal: Option<usize>) {
        self.close_title();
        self.under = under;
        self.goal = goal;
    }

    fn begin_titled_goal(&mut self, span: Span) {
        self.begin(Under::Goals, None);
        self.title = Some((span, None));
    }

    /// A title without any text is a goal of one line all the same.
    fn close_title(&mut self) {
        if let Some((title, None)) = self.title.take() {
            self.add_goal(Some(title), Span::new(title.range().end, title.range().end), title);
        }
    }

    fn paragraph(&mut self, at: usize, span: Span) {
        let introduces = self.page.words(span).ends_with(':') && self.is_list_next(at);
        match self.under {
            Under::Goals if self.title.is_some() => self.extend_titled_goal(span),
            _ if introduces => {}
            Under::Goals => self.add_goal(None, span, span),
            Under::Measures { listed: true } => self.under = Under::Nothing,
            Under::Measures { listed: false } => self.add_measure(span, span),
            Under::Nothing => {}
        }
    }

    fn item(&mut self, span: Span, text: Span) {
        match self.under {
            Under::Goals if self.title.is_some() => self.extend_titled_goal(span),
            Under::Goals => self.add_goal(None, text, text),
            Under::Measures { .. } => {
                self.under = Under::Measures { listed: true };
                self.add_measure(text, text);
            }
            Under::Nothing => {}
        }
    }

    fn extend_titled_goal(&mut self, span: Span) {
        let Some((title, goal)) = self.title else { return };
        if let Some(goal) = goal.and_then(|goal| self.goals.get_mut(goal)) {
            goal.text.push_str("\n\n");
            goal.text.push_str(self.page.words(span));
            goal.span = goal.span.to(span);
        } else {
            self.add_goal(Some(title), span, title.to(span));
            self.title = Some((title, self.goal));
        }
    }

    fn add_goal(&mut self, title: Option<Span>, text: Span, span: Span) {
        self.goal = Some(self.goals.len());
        self.goals.push(Goal {
            title: title.map(|title| self.page.words(title).to_owned()),
            text: self.page.words(text).to_owned(),
            span,
            programme: self.scopes.at(span),
        });
    }

    fn add_measure(&mut self, text: Span, span: Span) {
        let known = |measure: &Measure| folded(&measure.text) == folded(self.page.words(text)) && measure.goal == self.goal;
        if self.measures.last().is_some_and(known) {
            return;
        }
        self.measures.push(Measure {
            text: self.page.words(text).to_owned(),
            span,
            programme: self.scopes.at(span),
            goal: self.goal,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::{document::Code, read::read, source::Source};

    /// Goals as `title | text`, measures as `goal: text`.
    fn check(text: &str, goals: &[&str], measures: &[&str], empty: usize) {
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let found: Vec<_> =
            document.goals.iter().map(|goal| format!("{} | {}", goal.title.as_deref().unwrap_or("-"), goal.text)).collect();
        assert_eq!(found, goals, "{text}");
        let found: Vec<_> = document
            .measures
            .iter()
            .map(|measure| format!("{}: {}", measure.goal.map_or("-".to_owned(), |goal| goal.to_string()), measure.text))
            .collect();
        assert_eq!(found, measures, "{text}");
        assert_eq!(document.problems.iter().filter(|problem| problem.code == Code::EmptyHeading).count(), empty, "{text}");
    }

    #[test]
    fn titled_goals_with_the_question_under_each() {
        check(
            "Wat willen we bereiken?\n\nMinder armoede\n\nWij helpen.\n\nOok later.\n\nZo gaan we dat doen\n\nMeer sport\n\nWij bewegen.\n\n\
             Zo gaan we dat doen\n\nWij bouwen een hal.\n\nLasten programma 2\n\nWij rekenen.",
            &["Minder armoede | Wij helpen.\n\nOok later.", "Meer sport | Wij bewegen."],
            &["1: Wij bouwen een hal."],
            1,
        );
    }

    #[test]
    fn paragraphs_without_titles_are_goals_each() {
        check(
            "Wat hebben we bereikt?\n\nWij deden dit.\n\nWij deden dat.\n\nDoelstellingen\n",
            &["- | Wij deden dit.", "- | Wij deden dat."],
            &[],
            1,
        );
    }

    #[test]
    fn measures_in_lists() {
        check(
            "Zorg\nWat gaan we doen?\n- Wij praten.\n- Wij luisteren.\nWat doen we samen?\n- Wij werken samen.\nZie ook onze site voor meer nieuws.",
            &[],
            &["-: Wij praten.", "-: Wij luisteren.", "-: Wij werken samen."],
            0,
        );
        check("Begroting 2024\n\nWat doen we samen?\n\nWij werken samen met anderen.", &[], &[], 0);
    }

    #[test]
    fn a_sentence_that_introduces_a_list_is_no_goal() {
        check("Ambitie\n\nWij willen dit:\n\n • Groen\n • Rust\n", &["- | Groen", "- | Rust"], &[], 0);
    }
}
