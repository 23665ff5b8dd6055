//! Eight times the text may cost at most about eight times the time, on ordinary and on hostile shapes.
//!
//! Times are compared within one run, the best of several: only the ratio counts. A quadratic shape comes out near 64, so
//! that the bound between leaves room for a busy machine.

#![expect(clippy::disallowed_types, reason = "a test of time needs a clock")]

mod shapes;

use std::time::{Duration, Instant};

use begrotingskijker::{read, source::Source};
use shapes::{SHAPES, text_of};

fn time_of(text: &str) -> Duration {
    const RUNS: usize = 4;
    let source = Source::from_bytes("a", text.as_bytes());
    let once = || {
        let start = Instant::now();
        std::hint::black_box(read(&source));
        start.elapsed()
    };
    (0..RUNS).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn reading_is_linear() {
    const BYTES: usize = 4_000;
    const TIMES: usize = 8;
    const MOST_GROWTH: f64 = 26.0;
    let slow: Vec<String> = SHAPES
        .iter()
        .filter_map(|(name, piece)| {
            let small = time_of(&text_of(piece, BYTES));
            let large = time_of(&text_of(piece, BYTES * TIMES));
            // What is this fast has no growth to speak of, only noise.
            let growth = large.as_secs_f64() / small.max(Duration::from_millis(2)).as_secs_f64();
            (growth > MOST_GROWTH).then(|| format!("{name}: {small:?}, {large:?}"))
        })
        .collect();
    assert!(slow.is_empty(), "{TIMES} times the text costs more than {MOST_GROWTH} times the time:\n{}", slow.join("\n"));
}
