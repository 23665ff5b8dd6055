//! Eight times the text may cost at most about eight times the time, on ordinary and on hostile shapes.
//!
//! Times are compared within one run, the best of several: only the ratio counts. A quadratic shape comes out near 64, so
//! that the bound between leaves room for a busy machine.

#![expect(clippy::disallowed_types, reason = "a test of time needs a clock")]

use std::time::{Duration, Instant};

use begrotingskijker::{read, source::Source};

/// What each text is repeated of; `#` becomes a running number.
const SHAPES: [(&str, &str); 33] = [
    ("prose", "Wij bouwen in 2024 voor € 5 miljoen aan huizen, samen met Stichting Zon. "),
    ("amounts without full stops", "€ 5 en "),
    ("parts without full stops", "thema A# en "),
    ("names without full stops", "wij Aa bb "),
    ("names", "Naam# "),
    ("abbreviations", "Naam Naam (NN) "),
    ("different abbreviations", "Naam# Naam (NN#) "),
    ("open brackets", "("),
    ("percent signs", "%"),
    ("percentages", "5% "),
    ("digits", "1"),
    ("numbers", "12 "),
    ("euro signs", "€ "),
    ("units", "x € 1.000 "),
    ("headings", "Kop nummer #\n\n"),
    ("programmes", "Programma # Naam #\n\n"),
    ("items", "- iets nummer #\n"),
    ("rows", "Post # 12 13\n"),
    ("a table of rows", "Rij 1.000 2.000\n"),
    ("cells", "Begroting\n"),
    ("cells with values", "12\n"),
    ("municipalities", "gemeente Stad# "),
    ("kinds", "Begroting 2024\n"),
    ("entries of contents", "Programma # Naam # ........ 12\n"),
    ("entries of a site map", "1. Blz. # Naam #\n"),
    ("a menu", "Naam nummer #\n"),
    ("pages", "Wij lezen #.\nPagina #\n\u{c}"),
    ("page lines with titles", "Begroting 2024 Pagina #\n"),
    ("goals with codes", "Wat willen we bereiken?\n\n1.# Iets\n\nWat gaan we doen?\n\n1.#.1 Iets\n\n"),
    ("codes on one line", "1.1 Iets "),
    ("a goal tree", "Doel Actie\n1.1 Iets 1.1.1 - Iets\n"),
    ("labelled goals", "Doel #: iets\nActie #: iets\n"),
    ("questions", "Wat willen we bereiken?\n\nIets #.\n\n"),
];

fn text_of(piece: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + piece.len());
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        text.push_str(&piece.replace('#', &number.to_string()));
    }
    text
}

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
