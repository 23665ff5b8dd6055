//! Eight times the text may cost at most about eight times the time, on ordinary and on hostile shapes.
//!
//! Times are compared within one run, the best of several: only the ratio counts. A quadratic shape comes out near 64, so
//! that the bound between leaves room for a busy machine.

#![expect(clippy::disallowed_types, reason = "a test of time needs a clock")]

mod shapes;

use std::time::{Duration, Instant};

use begrotingskijker::{read, source::Source};
use shapes::{SHAPES, text_of};

/// A release build is fast enough for texts in which a small cost of each pair shows.
const BYTES: usize = if cfg!(debug_assertions) { 4_000 } else { 30_000 };
const TIMES: usize = 8;
const MOST_GROWTH: u32 = 26;
/// What is this fast has no growth to speak of, only noise.
const NOISE: Duration = Duration::from_millis(2);
const RUNS: usize = 4;

fn runs(text: &str) -> impl Iterator<Item = Duration> {
    let source = Source::from_bytes("a", text.as_bytes());
    (0..RUNS).map(move |_| {
        let start = Instant::now();
        std::hint::black_box(read(&source));
        start.elapsed()
    })
}

/// How long the short and the long text take, where the long one takes too long every time.
fn slow_growth(pieces: &[&str]) -> Option<(Duration, Duration)> {
    let short = runs(&text_of(pieces, BYTES)).min().unwrap_or_default();
    let most = short.max(NOISE) * MOST_GROWTH;
    let mut fastest = Duration::MAX;
    for long in runs(&text_of(pieces, BYTES * TIMES)) {
        fastest = fastest.min(long);
        if fastest <= most {
            return None;
        }
    }
    Some((short, fastest))
}

#[test]
fn reading_is_linear() {
    let slow = SHAPES.iter().filter_map(|(name, pieces)| Some((name, slow_growth(pieces)?)));
    let lines: Vec<_> = slow.map(|(name, (short, long))| format!("{name}: {short:?}, {long:?}")).collect();
    assert!(lines.is_empty(), "{TIMES} times the text costs more than {MOST_GROWTH} times the time:\n{}", lines.join("\n"));
}
