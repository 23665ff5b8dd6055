//! Goals and measures in tables: columns of each, and trees of goals that an export printed on a line.

use super::{
    Under, Walk, depth,
    tokens::{Part, Piece, Token, cells, code_length, codes},
};
use crate::source::Span;

impl Walk<'_> {
    /// The heads of a table with goals open it; those of a table of measures are no measure.
    pub(super) fn heads(&mut self, heads: &[Part]) {
        if heads.contains(&Part::Goal) && self.under != Under::Guide {
            self.begin(Under::Table(heads.to_vec()));
            self.goals_before = self.found.goals.len();
            self.forget_codes();
            self.first_depth = 0;
        }
    }

    /// A row of a table: cells that are parted, or words that only codes part. False where the table has ended.
    pub(super) fn row(&mut self, token: &Token<'_>) -> bool {
        let Under::Table(heads) = &self.under else { return false };
        let heads = heads.clone();
        let words = self.page.words(token.text);
        let parted = matches!(token.piece, Piece::Paragraph | Piece::Heading | Piece::Coded { .. });
        let whole = self.row_span(token);
        let is_row = |line: &&str| (2..=heads.len()).contains(&cells(line.trim_end()).len());
        if parted && self.page.words(whole).lines().any(|line| is_row(&line)) {
            self.parted_rows(&heads, whole);
            return true;
        }
        let starts = row_codes(words, token);
        if starts.is_empty() {
            self.begin(Under::Nothing);
            return false;
        }
        self.tree(&heads, token, &starts);
        true
    }

    /// A row with the code before its first cell.
    fn row_span(&self, token: &Token<'_>) -> Span {
        let before = self.page.text.get(..token.text.start as usize).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        Span::new(line, token.text.range().end)
    }

    fn parted_rows(&mut self, heads: &[Part], text: Span) {
        let mut start = 0;
        for line in self.page.words(text).split_inclusive('\n') {
            for ((from, to), head) in cells(line.trim_end()).into_iter().zip(heads) {
                let cell = text.part(start + from, start + to);
                let own = code_length(self.page.words(cell)).map_or(0, |(_, own)| own);
                let cell = cell.part(own, cell.len());
                match head {
                    _ if !self.page.words(cell).contains(char::is_alphabetic) => {}
                    Part::Goal => self.goal(cell),
                    Part::Measure => self.measure(cell),
                    Part::Other => {}
                }
            }
            start += line.len();
        }
    }

    /// A tree whose levels only codes tell: the first column has the shortest ones.
    fn tree(&mut self, heads: &[Part], token: &Token<'_>, starts: &[usize]) {
        for (at, &from) in starts.iter().enumerate() {
            let to = starts.get(at + 1).copied().unwrap_or(token.text.len());
            let piece = token.text.part(from, to).trimmed(self.page.text);
            let code = match (&token.piece, from) {
                (Piece::Coded { code }, 0) => Some((*code, 0)),
                _ => code_length(self.page.words(piece)),
            };
            let Some((code, start)) = code else { continue };
            self.branch(heads, code, piece.part(start, piece.len()));
        }
    }

    fn branch(&mut self, heads: &[Part], code: &str, text: Span) {
        if self.first_depth == 0 {
            self.first_depth = depth(code);
        }
        let column = depth(code).saturating_sub(self.first_depth);
        match heads.get(column).or(heads.last()) {
            Some(Part::Goal) => {
                self.goal(text);
                self.keep_code(code);
            }
            Some(Part::Measure) => self.coded_measure(code, text),
            _ => {}
        }
    }
}

/// Where codes begin within a piece; its own code stands before it.
fn row_codes(words: &str, token: &Token<'_>) -> Vec<usize> {
    let mut starts = codes(words);
    if matches!(token.piece, Piece::Coded { .. }) && starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    starts
}
