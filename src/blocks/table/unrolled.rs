//! A whole table on one long line: cut into lines before anything else reads it.

use std::ops::Range;

use super::rows::{is_value, pieces};
use crate::{
    blocks::line::Line,
    scan::{words::is_space, year},
};

/// The lines of a text, those that hold a whole table cut where its rows begin.
pub(in crate::blocks) fn unrolled(text: &str, lines: Vec<Line>) -> Vec<Line> {
    if !lines.iter().any(|line| may_hold_table(line.text(text))) {
        return lines;
    }
    let mut cut = Vec::with_capacity(lines.len());
    for line in lines {
        match parts(line.text(text)) {
            Some(parts) => cut.extend(lines_of(line, &parts)),
            None => cut.push(line),
        }
    }
    cut
}

fn lines_of(line: Line, parts: &[Range<usize>]) -> impl Iterator<Item = Line> {
    let last = parts.len().saturating_sub(1);
    parts.iter().enumerate().map(move |(at, part)| Line {
        span: line.span.part(part.start, part.end),
        indent: if at == 0 { line.indent } else { 0 },
        after_blank: at == 0 && line.after_blank,
        before_blank: at == last && line.before_blank,
    })
}

/// A long line with single spaces and many numbers in it.
fn may_hold_table(words: &str) -> bool {
    const SHORTEST_BYTES: usize = 80;
    words.len() >= SHORTEST_BYTES && !words.contains(['\t', '|', ';']) && !words.contains("  ")
}

/// The parts of a line that holds years, and rows with as many values each: what stands before the years, the years, each
/// row, what stands behind.
fn parts(words: &str) -> Option<Vec<Range<usize>>> {
    const FEWEST_ROWS: usize = 2;
    if !may_hold_table(words) {
        return None;
    }
    let runs = runs(words);
    let head = runs.iter().position(|run| run.is_years && run.count > 1)?;
    let width = runs.get(head)?.count;
    let rows = runs[head + 1..].iter().take_while(|run| run.words_before <= MOST_LABEL_WORDS && run.count <= width);
    let rows: Vec<&Run> = rows.collect();
    let full = rows.iter().rposition(|run| run.count == width)? + 1;
    if rows[..full].iter().filter(|run| run.count == width).count() < FEWEST_ROWS {
        return None;
    }
    let mut cuts = before(&words[..runs[head].start]);
    cuts.push(runs[head].start);
    cuts.push(runs[head].end);
    cuts.extend(rows[..full].iter().map(|run| run.end));
    cuts.push(words.len());
    let trimmed = |pair: &[usize]| {
        let part = words.get(pair[0]..pair[1])?;
        let start = pair[0] + (part.len() - part.trim_start_matches(is_space).len());
        let end = pair[0] + part.trim_end_matches(is_space).len();
        (start < end).then_some(start..end)
    };
    Some(cuts.windows(2).filter_map(trimmed).collect())
}

const MOST_LABEL_WORDS: usize = 9;

/// Where what stands before a table is to be cut: at its begin, and behind a question.
fn before(words: &str) -> Vec<usize> {
    let questions = words.match_indices("? ").map(|(at, _)| at + 1);
    std::iter::once(0).chain(questions).collect()
}

/// Values in a row.
struct Run {
    start: usize,
    end: usize,
    count: usize,
    is_years: bool,
    /// The words between it and the run before.
    words_before: usize,
}

fn runs(words: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut words_before = 0;
    for piece in pieces(words) {
        let range = piece.range();
        let value = piece.of(words);
        if !is_value(value) {
            words_before += 1;
            continue;
        }
        let is_year = year(value).is_some();
        match runs.last_mut() {
            Some(run) if words_before == 0 && run.is_years == is_year => {
                run.end = range.end;
                run.count += 1;
            }
            _ => runs.push(Run { start: range.start, end: range.end, count: 1, is_years: is_year, words_before }),
        }
        words_before = 0;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::lines;

    fn check(text: &str, expected: &[&str]) {
        let found = unrolled(text, lines(text));
        assert_eq!(found.iter().map(|line| line.text(text)).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn a_table_on_one_line() {
        check(
            "Begroting 2024 Sport Wat kost het? Bedragen x € 1.000 Post 2023 2024 Lasten zaal 1.204 1.310 Baten bad 655 -670 Saldo 1 2 Het bad kost € 106.000 (8,8%).",
            &[
                "Begroting 2024 Sport Wat kost het?",
                "Bedragen x € 1.000 Post",
                "2023 2024",
                "Lasten zaal 1.204 1.310",
                "Baten bad 655 -670",
                "Saldo 1 2",
                "Het bad kost € 106.000 (8,8%).",
            ],
        );
    }

    #[test]
    fn sentences_with_numbers_are_no_table() {
        let text =
            "In 2023 2024 en later geven wij 12 en 13 uit aan sport, en dat is samen 25, wat meer is dan de 20 van eerder.";
        check(text, &[text]);
        let text = "De jaren 2023 2024 waren anders dan de jaren daarvoor, toen er 4 5 keer zoveel mensen kwamen als in de stad.";
        check(text, &[text]);
    }
}
