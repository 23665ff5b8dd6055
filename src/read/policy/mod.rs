//! Goals and measures: what stands under the first two W questions.

mod map;
mod tables;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

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
use tokens::{Part, Piece, Token, tokens};

/// The goals and the measures, in the order of the text.
pub(super) fn goals_and_measures(page: &Page<'_>, scopes: &Scopes, doubts: &mut Doubts) -> (Vec<Goal>, Vec<Measure>) {
    let tokens = tokens(page);
    let mut walk = Walk::new(page, scopes, &tokens);
    for at in 0..tokens.len() {
        walk.step(at);
    }
    walk.close_title();
    walk.close_question();
    map::add_entries(&mut walk.found);
    for span in walk.empty {
        doubts.add(Code::EmptyHeading, span);
    }
    (walk.found.goals, walk.found.measures)
}

/// What was found so far.
struct Found<'a> {
    page: &'a Page<'a>,
    scopes: &'a Scopes,
    goals: Vec<Goal>,
    measures: Vec<Measure>,
}

impl Found<'_> {
    /// Adds a goal and tells its number.
    fn add_goal(&mut self, title: Option<Span>, text: Span, span: Span) -> usize {
        self.goals.push(Goal {
            title: title.map(|title| self.page.words(title).to_owned()),
            text: self.page.words(text).to_owned(),
            span,
            programme: self.scopes.at(span),
        });
        self.goals.len() - 1
    }

    fn add_measure(&mut self, text: Span, goal: Option<usize>) {
        let words = self.page.words(text);
        let is_known = |measure: &Measure| measure.goal == goal && folded(&measure.text) == folded(words);
        if words.is_empty() || self.measures.last().is_some_and(is_known) {
            return;
        }
        self.measures.push(Measure { text: words.to_owned(), span: text, programme: self.scopes.at(text), goal });
    }
}

/// What the pieces that come now stand under.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Under {
    Nothing,
    /// How to read the document, which quotes the questions.
    Guide,
    Goals,
    /// Goals, and under each its measures.
    Both,
    Measures,
    /// A record whose goal was labelled: only what it labels counts.
    Record,
    /// The heads of a table, with what each column is of.
    Table(Vec<Part>),
}

/// How the answers to a question are written, as its first answer shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Nothing came yet.
    Open,
    /// Paragraphs, each an answer.
    Paragraphs,
    /// Lists: what follows an ended list is no answer.
    Listed,
    /// Titles, each with its text.
    Titled,
    /// Lines with codes, which may come again with their texts.
    Coded,
}

struct Walk<'a> {
    page: &'a Page<'a>,
    scopes: &'a Scopes,
    tokens: &'a [Token<'a>],
    found: Found<'a>,
    under: Under,
    style: Style,
    /// The goal that measures belong to.
    goal: Option<usize>,
    /// How many goals there were when the last question was asked.
    goals_before: usize,
    /// A heading that waits for the text of its goal; the goal's number once it has text.
    title: Option<(Span, Option<usize>)>,
    /// Whether a later question for measures belongs to the same question for goals, by token of the latter.
    repeats: Vec<bool>,
    /// Whether measures are asked for under each goal.
    returns: bool,
    /// Codes of the goals under this question.
    goal_codes: BTreeMap<String, usize>,
    /// How many parts those codes have.
    goal_depths: BTreeSet<usize>,
    /// Codes of the measures under this question: what comes again explains the first.
    measure_codes: BTreeSet<String>,
    /// How many parts the codes of the first column have.
    first_depth: usize,
    /// Indent of the items that are goals.
    goal_indent: usize,
    /// Whether running text stood behind the last line with a code: items behind it explain it.
    explains: bool,
    /// The question that nothing has answered yet.
    unanswered: Option<Span>,
    /// Questions with nothing under them.
    empty: Vec<Span>,
    /// Whether the last heading asked for partners, whose aims are not the municipality's.
    in_partners: bool,
}

impl<'a> Walk<'a> {
    fn new(page: &'a Page<'a>, scopes: &'a Scopes, tokens: &'a [Token<'a>]) -> Self {
        Self {
            page,
            scopes,
            tokens,
            found: Found { page, scopes, goals: Vec::new(), measures: Vec::new() },
            under: Under::Nothing,
            style: Style::Open,
            goal: None,
            goals_before: 0,
            title: None,
            repeats: repeats(page, scopes, tokens),
            returns: false,
            goal_codes: BTreeMap::new(),
            goal_depths: BTreeSet::new(),
            measure_codes: BTreeSet::new(),
            first_depth: 1,
            goal_indent: 0,
            explains: false,
            unanswered: None,
            empty: Vec::new(),
            in_partners: false,
        }
    }

    fn step(&mut self, at: usize) {
        let Some(token) = self.tokens.get(at) else { return };
        let text = token.text;
        if !matches!(token.piece, Piece::Heading | Piece::Field) && !self.opens(token) {
            self.unanswered = None;
        }
        match &token.piece {
            Piece::Heads(heads) => self.heads(heads),
            Piece::Coded { .. } if self.opens(token) => self.heading(at, self.block_of(token)),
            _ if matches!(self.under, Under::Table(_)) && self.row(token) => {}
            Piece::Heading => self.heading(at, text),
            Piece::Paragraph => self.paragraph(at, text),
            Piece::Item { indent } => self.item(*indent, text),
            Piece::Coded { code } => self.coded(at, code, text),
            Piece::Labelled { part, code } => self.labelled(at, *part, *code, text),
            Piece::Field | Piece::Other => {}
        }
    }

    fn block_of(&self, token: &Token<'_>) -> Span {
        self.page.blocks.get(token.block).map_or(token.text, |block| block.span)
    }

    /// Whether a line with a code opens something: a programme, or a question with its number.
    fn opens(&self, token: &Token<'_>) -> bool {
        let is_heading = self.page.blocks.get(token.block).is_some_and(|block| block.form == Form::Heading);
        let asked = asks(self.page.words(token.text));
        (is_heading && (asked != Asks::Nothing || self.scopes.begin_at(self.block_of(token))))
            || matches!(asked, Asks::Goals | Asks::Measures | Asks::Both) && self.page.words(token.text).ends_with('?')
    }

    fn heading(&mut self, at: usize, span: Span) {
        let words = self.page.words(span);
        let asked = asks(words);
        self.in_partners = asked == Asks::Partners;
        if !matches!(asked, Asks::Nothing | Asks::Section) || self.scopes.begin_at(span) {
            self.close_question();
        }
        let is_listed = self.tokens.get(at).is_some_and(|token| self.page.contents.is_entry(token.block));
        match asked {
            Asks::Guide => self.begin(Under::Guide),
            Asks::Goals | Asks::Both | Asks::Measures if self.under == Under::Guide || is_listed => {}
            Asks::Goals | Asks::Both | Asks::Measures => self.question(at, span, asked),
            Asks::JointWork if self.is_list_next(at) => self.begin_measures(),
            Asks::Nothing => self.title(at, span),
            _ if self.under == Under::Guide && !self.scopes.begin_at(span) => {}
            _ => self.begin(Under::Nothing),
        }
    }

    /// A question, or the name of one; chapters that belong to no programme have such names for other things.
    fn question(&mut self, at: usize, span: Span, asked: Asks) {
        if self.scopes.end_before(span) && !asks_fully(self.page.words(span)) {
            return self.begin(Under::Nothing);
        }
        self.unanswered = Some(span);
        match asked {
            Asks::Measures => self.begin_measures(),
            Asks::Both => self.begin_goals(at, Under::Both),
            _ => self.begin_goals(at, Under::Goals),
        }
    }

    fn close_question(&mut self) {
        self.empty.extend(self.unanswered.take());
    }

    /// A heading that asks nothing: the title of a goal, of a measure, or the end of the answers.
    fn title(&mut self, at: usize, span: Span) {
        match self.under {
            Under::Guide if !self.asks_next(at) && !self.scopes.begin_at(span) => {}
            _ if self.scopes.begin_at(span) => self.begin(Under::Nothing),
            Under::Goals | Under::Both if self.style == Style::Listed && !self.returns => self.begin(Under::Nothing),
            Under::Goals | Under::Both => self.begin_titled_goal(span),
            Under::Measures if self.returns => {
                self.close_question();
                self.under = Under::Goals;
                self.begin_titled_goal(span);
            }
            Under::Measures if matches!(self.style, Style::Open | Style::Titled) => self.titled_measure(at, span),
            Under::Measures if self.style == Style::Coded => {}
            _ => self.begin(Under::Nothing),
        }
    }

    /// The title of a measure; not one that only opens the list below it.
    fn titled_measure(&mut self, at: usize, span: Span) {
        if !self.is_list_next(at) {
            self.style = Style::Titled;
            self.measure(span);
        }
    }

    fn asks_next(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| {
            next.piece == Piece::Heading && matches!(asks(self.page.words(next.text)), Asks::Goals | Asks::Measures | Asks::Both)
        })
    }

    /// Whether a list follows.
    fn is_list_next(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| matches!(next.piece, Piece::Item { .. } | Piece::Coded { .. }))
    }

    fn begin_goals(&mut self, at: usize, under: Under) {
        self.begin(under);
        self.goals_before = self.found.goals.len();
        self.returns = self.repeats.get(at).copied().unwrap_or(false);
        self.forget_codes();
        self.goal_indent = usize::MAX;
    }

    fn forget_codes(&mut self) {
        self.goal_codes.clear();
        self.goal_depths.clear();
        self.measure_codes.clear();
    }

    /// Keeps the code of the goal that was found last.
    fn keep_code(&mut self, code: &str) {
        if let Some(goal) = self.goal {
            self.goal_codes.insert(code.to_owned(), goal);
            self.goal_depths.insert(depth(code));
        }
    }

    /// Measures belong to a goal where only one stands before them, or where they are asked for under each.
    fn begin_measures(&mut self) {
        self.close_title();
        let new_goals = self.found.goals.len() - self.goals_before;
        let goal = self.goal.filter(|_| new_goals == 1 || (self.returns && new_goals > 0));
        self.begin(Under::Measures);
        self.measure_codes.clear();
        self.goal = goal;
        self.goals_before = self.found.goals.len();
    }

    fn begin(&mut self, under: Under) {
        self.close_title();
        self.under = under;
        self.style = Style::Open;
        self.goal = None;
    }

    fn begin_titled_goal(&mut self, span: Span) {
        self.close_title();
        self.goal = None;
        self.unanswered = None;
        self.style = Style::Titled;
        self.title = Some((span, None));
    }

    /// A title without any text is a goal of one line all the same.
    fn close_title(&mut self) {
        if let Some((title, None)) = self.title.take() {
            self.goal = Some(self.found.add_goal(Some(title), Span::new(title.range().end, title.range().end), title));
        }
    }

    fn paragraph(&mut self, at: usize, span: Span) {
        self.explains = true;
        let introduces = self.page.words(span).ends_with(':') && self.is_list_next(at);
        match self.under {
            Under::Goals | Under::Both if self.title.is_some() => self.extend_titled_goal(span),
            _ if introduces => {}
            Under::Goals | Under::Both if self.style != Style::Coded => {
                self.style = Style::Paragraphs;
                self.goal(span);
            }
            Under::Measures if self.style == Style::Listed => self.begin(Under::Nothing),
            Under::Measures if matches!(self.style, Style::Open | Style::Paragraphs) => {
                self.style = Style::Paragraphs;
                self.measure(span);
            }
            _ => {}
        }
    }

    fn item(&mut self, indent: usize, text: Span) {
        match self.under {
            Under::Goals | Under::Both | Under::Measures if self.style == Style::Coded && self.explains => {}
            Under::Both if self.title.is_some() || self.style == Style::Coded || indent > self.goal_indent => {
                self.close_title();
                self.measure(text);
            }
            Under::Goals if self.title.is_some() => self.extend_titled_goal(text),
            Under::Goals if self.style == Style::Coded => self.goal(text),
            Under::Goals | Under::Both => {
                if self.style != Style::Listed {
                    self.goal_indent = indent;
                }
                self.style = Style::Listed;
                self.goal(text);
            }
            Under::Measures if self.style == Style::Titled => {}
            Under::Measures if self.style == Style::Coded => self.measure(text),
            Under::Measures => {
                self.style = Style::Listed;
                self.measure(text);
            }
            _ => {}
        }
    }

    /// A line with a code. The codes of measures go on with those of their goals; what comes again with its text is known.
    fn coded(&mut self, at: usize, code: &str, text: Span) {
        self.explains = false;
        let repeated = self.returns && self.under == Under::Measures && self.goal_depths.contains(&depth(code));
        if repeated {
            self.under = Under::Goals;
        }
        match self.under {
            Under::Goals | Under::Both if self.has_goal_above(code) => self.coded_measure(code, text),
            Under::Goals | Under::Both => {
                self.close_title();
                let is_title = self.tokens.get(at + 1).is_some_and(|next| next.piece == Piece::Paragraph && self.is_line(text));
                self.style = Style::Coded;
                if is_title {
                    self.title = Some((text, None));
                    self.extend_after(at);
                } else {
                    self.goal(text);
                }
                self.keep_code(code);
            }
            Under::Measures => self.coded_measure(code, text),
            _ => {}
        }
    }

    /// Takes the paragraph behind a coded title at once, so that the goal has its number.
    fn extend_after(&mut self, at: usize) {
        if let Some(next) = self.tokens.get(at + 1) {
            self.extend_titled_goal(next.text);
        }
        self.title = None;
    }

    /// Whether words are a line and no sentence.
    fn is_line(&self, text: Span) -> bool {
        !self.page.words(text).ends_with('.')
    }

    fn coded_measure(&mut self, code: &str, text: Span) {
        self.style = Style::Coded;
        if !self.measure_codes.insert(code.to_owned()) {
            return;
        }
        let above = self.goal_above(code);
        self.found.add_measure(text, above.or(self.goal));
    }

    fn has_goal_above(&self, code: &str) -> bool {
        self.goal_above(code).is_some()
    }

    /// The goal whose code this one goes on with.
    fn goal_above(&self, code: &str) -> Option<usize> {
        let mut above = code;
        while let Some((shorter, _)) = above.rsplit_once('.') {
            above = shorter;
            if let Some(goal) = self.goal_codes.get(above) {
                return Some(*goal);
            }
        }
        None
    }

    /// `Doel 1: …` says what it is by itself, if it is no field of something else, as the aim of a partner or a reserve is.
    fn labelled(&mut self, at: usize, part: Part, code: Option<&str>, text: Span) {
        let in_question = matches!(self.under, Under::Goals | Under::Both | Under::Measures);
        let in_record = in_question || self.under == Under::Record;
        let block = self.tokens.get(at).map_or(0, |token| token.block);
        let listed = self.page.contents.lists(block) && self.scopes.at(text).is_some() && !self.in_partners;
        match part {
            Part::Goal if in_question || code.is_some() || listed || self.measure_follows(at) => {
                self.close_title();
                self.goal(text);
                code.into_iter().for_each(|code| self.keep_code(code));
                if !in_question {
                    self.under = Under::Record;
                }
            }
            Part::Measure if in_record => {
                self.close_title();
                let above = code.and_then(|code| self.goal_above(code)).or(self.goal);
                self.found.add_measure(text, above);
            }
            _ => {}
        }
    }

    fn measure_follows(&self, at: usize) -> bool {
        const NEAR: usize = 4;
        let next = self.tokens.iter().skip(at + 1).take(NEAR);
        next.take_while(|next| matches!(next.piece, Piece::Labelled { .. } | Piece::Field))
            .any(|next| matches!(next.piece, Piece::Labelled { part: Part::Measure, .. }))
    }

    fn extend_titled_goal(&mut self, span: Span) {
        let Some((title, goal)) = self.title else { return };
        if let Some(goal) = goal.and_then(|goal| self.found.goals.get_mut(goal)) {
            goal.text.push_str("\n\n");
            goal.text.push_str(self.page.words(span));
            goal.span = goal.span.to(span);
        } else {
            self.goal = Some(self.found.add_goal(Some(title), span, title.to(span)));
            self.title = Some((title, self.goal));
        }
    }

    fn goal(&mut self, text: Span) {
        self.unanswered = None;
        self.goal = Some(self.found.add_goal(None, text, text));
    }

    fn measure(&mut self, text: Span) {
        self.unanswered = None;
        self.found.add_measure(text, self.goal);
    }
}

/// Whether a heading is a whole question, not a name such as `Doelstellingen`, which chapters of no programme have too.
fn asks_fully(heading: &str) -> bool {
    const FEWEST_WORDS: usize = 4;
    heading.split_whitespace().count() >= FEWEST_WORDS
}

/// How many parts a code has.
fn depth(code: &str) -> usize {
    code.split('.').count()
}

/// For each token that asks for goals, whether measures are asked for more than once before the next such question: then
/// each goal has its own measures.
fn repeats(page: &Page<'_>, scopes: &Scopes, tokens: &[Token<'_>]) -> Vec<bool> {
    let mut repeats = vec![false; tokens.len()];
    let mut asked = None;
    let mut measures = 0;
    for (at, token) in tokens.iter().enumerate() {
        let asks_here = asks(page.words(token.text));
        let opens = token.piece == Piece::Heading || (matches!(token.piece, Piece::Coded { .. }) && asks_here != Asks::Nothing);
        if !opens {
            continue;
        }
        match asks_here {
            Asks::Goals | Asks::Both => (asked, measures) = (Some(at), 0),
            Asks::Measures => measures += 1,
            Asks::Nothing if !scopes.begin_at(token.text) => {}
            _ if scopes.begin_at(token.text) || scopes.end_before(token.text) => asked = None,
            _ => {}
        }
        if let Some(question) = asked.filter(|_| measures > 1) {
            repeats[question] = true;
        }
    }
    repeats
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

    #[test]
    fn codes_part_goals_from_measures() {
        let goals = &["- | Meer rust", "- | Meer orde"];
        let measures = &["0: Wij praten", "0: Wij luisteren", "1: Wij kijken"];
        check(
            "Programma 1 Zorg\n\nDoelen\n\n1.1 Meer rust\n1.2 Meer orde\n\nWat gaan we doen?\n\nMaatregel Gereed Trekker\n\
             1.1.1 Wij praten\n1.1.2 Wij luisteren\n1.2.1 Wij kijken\n\n1.1.1 Wij praten.\nDat doen wij graag en veel.\n",
            goals,
            measures,
            0,
        );
        check(
            "Doelenboom\nKerndoel Acties 2023\n1.1 Meer rust 1.1.1 - Wij praten\n1.1.2 - Wij luisteren\n1.2 Meer orde 1.2.1 - Wij kijken\n",
            goals,
            measures,
            0,
        );
        check(
            "Wat willen we bereiken?\n\n1.\n\nMeer rust\n\n2.\n\nMeer orde\n\nWat gaan we doen?\n\nBelangrijkste resultaten\n1.1\n\n\
             Wij praten\n\n1.2\n\nWij luisteren\n\n2.1\n\nWij kijken\n",
            goals,
            measures,
            0,
        );
    }

    #[test]
    fn tables_of_two_columns() {
        let goals = &["- | Meer rust", "- | Meer orde"];
        let measures = &["0: Wij praten", "0: Wij luisteren", "1: Wij kijken"];
        for text in [
            "Wat willen we bereiken? | Wat gaan we doen?\n--- | ---\nMeer rust | Wij praten\n | Wij luisteren\nMeer orde | Wij kijken\n",
            "Doel\tActie\tTrekker\nD1 Meer rust\t1.1 Wij praten\tZorg\n\t1.2 Wij luisteren\tZorg\nD2 Meer orde\t2.1 Wij kijken\tZorg\n",
        ] {
            check(text, goals, measures, 0);
        }
    }

    #[test]
    fn records_say_what_they_are() {
        check(
            "Programma Zorg\n\nDoel: Meer rust\nActiviteit: Praten\nStatus: gereed\n\nDoel: Meer orde\nActiviteit: Kijken\n\n\
             Verbonden partijen\n\nNaam: Stichting Zon\nDoel: Zon op daken\nZetel: Voorbeeldstad\n",
            &["- | Meer rust", "- | Meer orde"],
            &["0: Praten", "1: Kijken"],
            0,
        );
    }

    #[test]
    fn both_questions_in_one() {
        check(
            "Wat willen we bereiken en wat gaan we daarvoor doen?\n\n1. Meer rust\n   • Wij praten.\n2. Meer orde\n   • Wij kijken.\n",
            &["- | Meer rust", "- | Meer orde"],
            &["0: Wij praten.", "1: Wij kijken."],
            0,
        );
    }

    #[test]
    fn a_reading_guide_asks_nothing() {
        check(
            "Begroting 2024\n\nLeeswijzer\n\nElk programma is gelijk.\n\nWat willen we bereiken?\n\nHier staan de doelen.\n\n\
             Programma 1 Zorg\n\nWat willen we bereiken?\n\nIedereen krijgt zorg.\n",
            &["- | Iedereen krijgt zorg."],
            &[],
            0,
        );
    }

    #[test]
    fn titles_of_measures_and_what_is_said_of_them() {
        check(
            "Wat hebben we gedaan?\n\nPlan gemaakt\n\nStatus: Gereed\n\nHet plan is klaar en ligt bij de raad.\n\nHal gebouwd\n\n\
             Status: Loopt\n\nDe hal staat, het dak volgt.\n\nWat heeft het gekost?\n\nVeel geld, maar niet te veel.\n",
            &[],
            &["-: Plan gemaakt", "-: Hal gebouwd"],
            0,
        );
    }

    #[test]
    fn a_site_map_holds_them_too() {
        check(
            "1. Blz. 1 Begroting\n  1. Blz. 2 Programma's\n    1. Blz. 3 1 Zorg\n      1. Blz. 4 Wat willen we bereiken?\n        \
             1. Blz. 5 Meer rust\n          1. Blz. 6 Wij praten\n      2. Blz. 7 Financiën\n",
            &["- | Meer rust"],
            &["0: Wij praten"],
            0,
        );
    }

    #[test]
    fn aims_of_other_chapters_are_no_goals() {
        check(
            "Programma 1 Zorg\n\nWat willen we bereiken?\n\nIedereen krijgt zorg.\n\nParagraaf Grondbeleid\n\nDoelstelling\n\n\
             Wij houden grond beschikbaar voor later.\n",
            &["- | Iedereen krijgt zorg."],
            &[],
            0,
        );
    }
}
