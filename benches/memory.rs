//! How much memory the reader takes: `max alloc` is the most that was in use at once while it read, and what it gives back.
//!
//! `cargo bench --bench memory`. Apart from the speed, because counting costs time.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads its texts from files")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot read its texts has failed")]

mod texts;

use begrotingskijker::{read, source::Source};
use divan::{AllocProfiler, Bencher, counter::BytesCount};
use texts::{Cells, largest_fixture, many_documents, table_with_lost_cells};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// The fixtures repeated to 10 MB.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn many(bencher: Bencher) {
    measure(bencher, &many_documents(10_000_000));
}

/// A table of 40 by 24 with a third of its cells lost.
#[divan::bench(args = [Cells::Line, Cells::Row], sample_count = 1, sample_size = 1)]
fn table_of_40_by_24(bencher: Bencher, cells: Cells) {
    measure(bencher, &table_with_lost_cells(cells));
}

/// The largest fixture.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn the_largest_fixture(bencher: Bencher) {
    measure(bencher, &largest_fixture());
}

fn measure(bencher: Bencher, source: &Source) {
    bencher.counter(BytesCount::of_str(&source.text)).bench_local(|| read(source));
}
