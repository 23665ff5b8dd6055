//! The lines of a page while they grow: white space as browsers show it, marks of headings, items and what was struck.

use crate::import::MOST_BYTES;

/// Text that grows by words and breaks. Breaks and spaces count only once something follows them.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    /// Line feeds to write before the next word.
    breaks: usize,
    /// Whether a space stands before the next word.
    space: bool,
    /// What to write before the next word: the mark of a heading or an item.
    mark: String,
    /// Whether every break is a space, as in a cell.
    is_one_line: bool,
    /// Whether this is a heading: there too.
    in_heading: bool,
    /// Whether white space stays as it is.
    keeps_space: usize,
    /// The number of the next item of each list around; none where its items have no number.
    lists: Vec<Option<usize>>,
    strike: Strike,
    raised: Option<bool>,
}

/// Where words are struck through.
#[derive(Default, PartialEq, Eq)]
enum Strike {
    #[default]
    No,
    /// From the next word on.
    Next,
    Begun,
}

const STRIKE: &str = "~~";

impl Words {
    /// Text without line breaks.
    pub(super) fn on_one_line() -> Self {
        Self { is_one_line: true, ..Self::default() }
    }

    /// The text.
    pub(super) fn finish(mut self) -> String {
        if !self.is_one_line && !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }

    /// Whether this is more than any page says.
    pub(super) fn is_too_long(&self) -> bool {
        self.text.len() as u64 > MOST_BYTES
    }

    /// Adds words; white space between them is one space.
    pub(super) fn push(&mut self, text: &str) {
        if self.keeps_space > 0 && !self.is_one_line {
            return self.push_kept(text);
        }
        let is_white = |character: char| matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        for (place, word) in text.split(is_white).enumerate() {
            self.space |= place > 0;
            if !word.is_empty() {
                self.before_word();
                self.push_word(word);
            }
        }
    }

    /// Adds words with the white space between them.
    fn push_kept(&mut self, text: &str) {
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                self.breaks = (self.breaks + 1).min(2);
            }
            let line = line.trim_end_matches('\r');
            if !line.trim().is_empty() {
                self.before_word();
                self.text.push_str(line);
            }
        }
    }

    /// Writes the breaks, the space and the marks that stand before a word.
    fn before_word(&mut self) {
        if self.text.is_empty() {
            self.breaks = 0;
        }
        let is_first = self.breaks > 0 || self.text.is_empty();
        for _ in 0..std::mem::take(&mut self.breaks) {
            self.text.push('\n');
        }
        if std::mem::take(&mut self.space) && !is_first && self.mark.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(&self.mark);
        self.mark.clear();
        if self.strike == Strike::Next {
            self.text.push_str(STRIKE);
            self.strike = Strike::Begun;
        }
    }

    /// A number that is raised is a power or the mark of a note: with the digits before it it would be another number.
    fn push_word(&mut self, word: &str) {
        let Some(is_up) = self.raised else { return self.text.push_str(word) };
        let digits = if is_up { "⁰¹²³⁴⁵⁶⁷⁸⁹" } else { "₀₁₂₃₄₅₆₇₈₉" };
        let raised = |character: char| character.to_digit(10).and_then(|digit| digits.chars().nth(digit as usize));
        self.text.extend(word.chars().map(|character| raised(character).unwrap_or(character)));
    }

    /// What follows begins on a new line.
    pub(super) fn line(&mut self) {
        self.break_off(1);
    }

    /// What follows begins after an empty line.
    pub(super) fn paragraph(&mut self) {
        self.break_off(2);
    }

    fn break_off(&mut self, breaks: usize) {
        if self.is_one_line || self.in_heading {
            self.space = true;
        } else if self.mark.is_empty() {
            self.breaks = self.breaks.max(breaks);
        }
    }

    /// A line as it is, which may hold tabs.
    pub(super) fn whole_line(&mut self, line: &str) {
        self.mark.clear();
        self.line();
        if !line.trim().is_empty() {
            self.before_word();
            self.text.push_str(line);
        } else if self.breaks > 0 {
            self.breaks = 2;
        }
        self.line();
    }

    /// What follows is a heading, up to its end. In a cell there are none.
    pub(super) fn begin_heading(&mut self, level: usize) {
        self.mark.clear();
        self.paragraph();
        if !self.is_one_line {
            self.mark = format!("{} ", "#".repeat(level));
            self.in_heading = true;
        }
    }

    /// The heading ends.
    pub(super) fn end_heading(&mut self) {
        self.in_heading = false;
        self.mark.clear();
        self.paragraph();
    }

    /// A list begins; its items have a mark, or a number from the first one on.
    pub(super) fn begin_list(&mut self, first: Option<usize>) {
        if self.lists.is_empty() {
            self.paragraph();
        }
        self.lists.push(first);
    }

    /// The list ends.
    pub(super) fn end_list(&mut self) {
        self.lists.pop();
        self.mark.clear();
        if self.lists.is_empty() { self.paragraph() } else { self.line() }
    }

    /// What follows is an item.
    pub(super) fn item(&mut self) {
        const MOST_INDENT: usize = 8;
        self.mark.clear();
        self.line();
        if self.is_one_line {
            return;
        }
        let indent = "  ".repeat(self.lists.len().saturating_sub(1).min(MOST_INDENT));
        self.mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{indent}{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            _ => format!("{indent}- "),
        };
    }

    /// What follows is struck through.
    pub(super) fn strike(&mut self) {
        if self.strike == Strike::No {
            self.strike = Strike::Next;
        }
    }

    /// What follows holds again.
    pub(super) fn end_strike(&mut self) {
        if self.strike == Strike::Begun {
            self.text.push_str(STRIKE);
        }
        self.strike = Strike::No;
    }

    /// What follows stands above the line, or below it.
    pub(super) fn raise(&mut self, is_up: bool) {
        self.raised = Some(is_up);
    }

    /// What follows stands on the line again.
    pub(super) fn lower(&mut self) {
        self.raised = None;
    }

    /// White space stays as it is, or no longer.
    pub(super) fn keep_space(&mut self, keeps: bool) {
        self.keeps_space = if keeps { self.keeps_space + 1 } else { self.keeps_space.saturating_sub(1) };
        self.paragraph();
    }
}
