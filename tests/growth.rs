//! Eight times the text may cost at most about eight times the time, on ordinary and on hostile shapes: to read it, to check
//! what was read, to compare it, and to put into words what was found.
//!
//! Times are compared within one run, the best of several: only the ratio counts. A quadratic shape comes out near 64, so
//! that the bound between leaves room for a busy machine.

#![expect(clippy::disallowed_types, reason = "a test of time needs a clock")]

mod shapes;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use begrotingskijker::{
    check, compare,
    decisions::Decisions,
    export::{Checked, Contents, findings_to_csv, json::WithText, to_json},
    read,
    source::Source,
    wording::Language,
};
use shapes::{SHAPES, text_of};

/// A release build is fast enough for texts in which a small cost of each pair shows.
const BYTES: usize = if cfg!(debug_assertions) { 4_000 } else { 30_000 };
const TIMES: usize = 8;
const MOST_GROWTH: u32 = 26;
/// What is this fast has no growth to speak of, only noise.
const NOISE: Duration = Duration::from_millis(2);
const RUNS: usize = 4;

/// What is measured of a text: the time of one run.
type Work = fn(&Source) -> Duration;

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// How long the short and the long text take, where the long one takes too long every time.
fn slow_growth(pieces: &[&str], work: Work) -> Option<(Duration, Duration)> {
    let runs = |bytes| {
        let source = Source::from_bytes("a", text_of(pieces, bytes).as_bytes());
        (0..RUNS).map(move |_| work(&source))
    };
    let short = runs(BYTES).min().unwrap_or_default();
    let most = short.max(NOISE) * MOST_GROWTH;
    let mut fastest = Duration::MAX;
    for long in runs(BYTES * TIMES) {
        fastest = fastest.min(long);
        if fastest <= most {
            return None;
        }
    }
    Some((short, fastest))
}

fn all_are_linear(work: Work) {
    let slow = SHAPES.iter().filter_map(|(name, pieces)| Some((name, slow_growth(pieces, work)?)));
    let lines: Vec<_> = slow.map(|(name, (short, long))| format!("{name}: {short:?}, {long:?}")).collect();
    assert!(lines.is_empty(), "{TIMES} times the text costs more than {MOST_GROWTH} times the time:\n{}", lines.join("\n"));
}

#[test]
fn reading_is_linear() {
    all_are_linear(|source| {
        time(|| {
            black_box(read(source));
        })
    });
}

#[test]
fn checking_is_linear() {
    all_are_linear(|source| {
        let document = read(source);
        time(|| {
            black_box(check(&document));
        })
    });
}

/// The text as a budget beside itself as the accounts of the same year.
#[test]
fn comparing_is_linear() {
    all_are_linear(|source| {
        let [budget, accounts] = ["Begroting 2024", "Jaarstukken 2024"].map(|title| {
            let text = format!("{title} gemeente Voorbeeldstad\n\n{}", source.text);
            Source::from_bytes(title, text.as_bytes())
        });
        let documents = [&budget, &accounts].map(|source| (source, read(source)));
        let borrowed = documents.each_ref().map(|(source, document)| (*source, document));
        time(|| {
            black_box(compare(&borrowed, &Decisions::default()));
        })
    });
}

/// All that is said of the findings of a text: a headline and the lines of each, and the exports.
#[test]
fn wording_and_exporting_are_linear() {
    all_are_linear(|source| {
        let document = read(source);
        let findings = check(&document);
        let documents = [Checked { source, document: &document, findings: &findings }];
        let contents = Contents { documents: &documents, comparison: None, decisions: &Decisions::default() };
        time(|| {
            for finding in &findings {
                black_box(Language::Dutch.headline(finding, &document));
                black_box(Language::Dutch.sum_lines(finding, &document));
                black_box(finding.key(&document));
            }
            black_box(to_json(&contents, WithText::No));
            black_box(findings_to_csv(&contents));
        })
    });
}
