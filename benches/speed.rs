//! How fast the reader is, beside two measures of the machine on the same bytes in the same run: checking that they are
//! UTF-8, and a Markdown parser that keeps places.
//!
//! `cargo bench --bench speed`; a word after `--` picks what has it in its name: `cargo bench --bench speed -- table`.

#![expect(clippy::disallowed_types, reason = "a benchmark needs a clock")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads its texts from files")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot read its texts has failed")]

#[path = "../tests/shapes/mod.rs"]
mod shapes;
mod texts;

use std::{
    fmt,
    hint::black_box,
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use begrotingskijker::{read, source::Source};
use divan::{Bencher, counter::BytesCount};
use pulldown_cmark::{Options, Parser};
use shapes::{SHAPES, Shape, text_of};
use texts::{Cells, largest_fixture, many_documents, table_with_lost_cells};

fn main() {
    divan::main();
    print_ratios();
}

static MANY: LazyLock<Source> = LazyLock::new(|| many_documents(10_000_000));
static OURS: Fastest = Fastest(AtomicU64::new(u64::MAX));
static MARKDOWN: Fastest = Fastest(AtomicU64::new(u64::MAX));
static UTF_8: Fastest = Fastest(AtomicU64::new(u64::MAX));

/// The fixtures repeated to 10 MB, by the reader.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn many_documents_by_the_reader(bencher: Bencher) {
    measure_many(bencher, &OURS, |source| drop(black_box(read(source))));
}

/// The same by pulldown-cmark, with the place of each event.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn many_documents_by_pulldown_cmark(bencher: Bencher) {
    measure_many(bencher, &MARKDOWN, |source| {
        black_box(Parser::new_ext(&source.text, Options::ENABLE_TABLES).into_offset_iter().count());
    });
}

/// Whether the same is UTF-8.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn many_documents_by_utf_8_validation(bencher: Bencher) {
    measure_many(bencher, &UTF_8, |source| {
        black_box(std::str::from_utf8(black_box(source.text.as_bytes())).is_ok());
    });
}

/// A table of 40 by 24 with a third of its cells lost.
#[divan::bench(args = [Cells::Line, Cells::Row], max_time = 2)]
fn table_of_40_by_24(bencher: Bencher, cells: Cells) {
    let source = table_with_lost_cells(cells);
    bencher.counter(BytesCount::of_str(&source.text)).bench_local(|| read(&source));
}

/// The largest fixture.
#[divan::bench(max_time = 2)]
fn the_largest_fixture(bencher: Bencher) {
    let source = largest_fixture();
    bencher.counter(BytesCount::of_str(&source.text)).bench_local(|| read(&source));
}

/// Shapes that could cost more than their length; `tests/growth.rs` holds them to a bound.
#[divan::bench(args = SHAPES.map(Hostile), sample_count = 1, sample_size = 1)]
fn hostile(bencher: Bencher, Hostile((_, pieces)): Hostile) {
    const BYTES: usize = 100_000;
    let source = Source::from_bytes("hostile.txt", text_of(pieces, BYTES).as_bytes());
    bencher.counter(BytesCount::of_str(&source.text)).bench_local(|| read(&source));
}

#[derive(Clone, Copy)]
struct Hostile(Shape);

impl fmt::Display for Hostile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0.0)
    }
}

fn measure_many(bencher: Bencher, fastest: &Fastest, work: impl Fn(&Source)) {
    let source = &*MANY;
    bencher.counter(BytesCount::of_str(&source.text)).bench_local(|| fastest.time(|| work(source)));
}

/// The fastest run of something, in nanoseconds.
struct Fastest(AtomicU64);

impl Fastest {
    fn time(&self, work: impl FnOnce()) {
        let start = Instant::now();
        work();
        self.0.fetch_min(u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    /// None where it was not asked for.
    fn nanos(&self) -> Option<u32> {
        u32::try_from(self.0.load(Ordering::Relaxed)).ok()
    }
}

fn print_ratios() {
    let Some(ours) = OURS.nanos() else { return };
    let megabytes_a_second = |nanos: u32| f64::from(u32::try_from(MANY.text.len()).unwrap_or(u32::MAX)) * 1e3 / f64::from(nanos);
    println!("\n{:<24}{:>10.1} MB/s", "the reader", megabytes_a_second(ours));
    for (name, fastest) in [("pulldown-cmark", &MARKDOWN), ("UTF-8 validation", &UTF_8)] {
        if let Some(nanos) = fastest.nanos() {
            let times = f64::from(ours) / f64::from(nanos);
            println!("{name:<24}{:>10.1} MB/s; the reader takes {times:.1} times as long", megabytes_a_second(nanos));
        }
    }
}
