//! How long it takes to compare 1,000 documents: budget, accounts and next budget of more than 300 invented municipalities.
//!
//! `cargo bench --bench compare`. Reading them is not measured; `speed` does that.

#![expect(clippy::expect_used, reason = "a benchmark without its texts has failed")]

use begrotingskijker::{
    compare,
    compare::{pair, volumes},
    decisions::Decisions,
    document::Document,
    read,
    source::Source,
};
use divan::{Bencher, counter::ItemsCount};

const DOCUMENTS: usize = 1_000;
const SAMPLES: [&str; 3] = [
    include_str!("../static/samples/voorbeeldstad-begroting-2024.txt"),
    include_str!("../static/samples/voorbeeldstad-jaarstukken-2024.txt"),
    include_str!("../static/samples/voorbeeldstad-begroting-2025.txt"),
];

fn main() {
    divan::main();
}

/// The documents with all that is said of them beside each other.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn thousand_documents(bencher: Bencher) {
    let read = thousand();
    let documents: Vec<(&Source, &Document)> = read.iter().map(|(source, document)| (source, document)).collect();
    bencher.counter(ItemsCount::new(DOCUMENTS)).bench_local(|| compare(&documents, &Decisions::default()));
}

/// Two of them that someone asks for.
#[divan::bench(max_time = 2)]
fn one_pair_of_them(bencher: Bencher) {
    let read = thousand();
    let documents: Vec<(&Source, &Document)> = read.iter().map(|(source, document)| (source, document)).collect();
    let decisions = Decisions::default();
    let volumes = volumes(&documents, &decisions);
    bencher.bench_local(|| pair(&documents, &volumes, (0, DOCUMENTS - 1), &decisions).expect("there are two"));
}

fn thousand() -> Vec<(Source, Document)> {
    (0..DOCUMENTS).map(document).collect()
}

/// The sample of one kind, as that of one municipality.
fn document(at: usize) -> (Source, Document) {
    let (municipality, kind) = (at / SAMPLES.len(), at % SAMPLES.len());
    let text = SAMPLES[kind].replace("Voorbeeldstad", &name(municipality));
    let source = Source::from_bytes(&format!("{at}.txt"), text.as_bytes());
    let document = read(&source);
    (source, document)
}

/// `Voorbeeldaadam`, `Voorbeeldabdam`: another one for each number.
fn name(municipality: usize) -> String {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    format!("Voorbeeld{}{}dam", letter(municipality / 26), letter(municipality))
}
