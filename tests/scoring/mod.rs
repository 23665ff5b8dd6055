//! How much of a set of texts is read right, by the conventions that its gold is annotated by.
//!
//! A set is a folder with `texts/NAME.txt` and `gold/NAME.json`. Gold and reading are first brought into the same few
//! shapes (`facts`), in which only what counts is left; then each measure pairs them, by its strictest test first.

mod facts;
mod gold;
mod judging;
mod table;
mod words;

use std::{env, fs, path::Path};

use begrotingskijker::{
    export::json::{WithText, document_to_wire, wire},
    read,
    source::{Source, Span},
};

use gold::Gold;
use judging::{Outcome, outcomes};
pub(crate) use table::{Bounds, Score};

/// What the reader must reach on the texts of any municipality.
pub(crate) const OF_ANY_TEXTS: Bounds = Bounds {
    least: &[
        ("kind", 0.96),
        ("year", 0.96),
        ("municipality", 0.96),
        ("programmes", 0.93),
        ("parts", 0.90),
        ("partners", 0.86),
        ("affiliated", 0.86),
        ("coalition_parties", 0.95),
        ("goals", 0.86),
        ("measures", 0.86),
        ("percentages", 1.0),
        ("figures", 0.985),
        ("figures+row", 0.95),
        ("figures+row+year", 0.94),
        ("figures+all", 0.93),
        ("spans", 1.0),
        ("sure", 0.97),
    ],
    most_doubted: 0.15,
};

/// Reads every text of a set and compares it with its gold.
pub(crate) fn score(folder: &Path) -> Score {
    let mut score = Score::default();
    for name in names(folder) {
        let gold = Gold::from_json(&fs::read_to_string(folder.join("gold").join(format!("{name}.json"))).expect("a gold"));
        let bytes = fs::read(folder.join("texts").join(format!("{name}.txt"))).expect("a text for each gold");
        let source = Source::from_bytes(&name, &bytes);
        let found = document_to_wire(&source, &read(&source), WithText::No);
        score.add(Text {
            outcomes: outcomes(&gold, &found),
            spans: spans(&source, &found),
            certainty: certainty(&gold, &found),
            name,
        });
    }
    score
}

/// Scores a set, prints its table (`--nocapture` shows it, and so does a failure), lists what is wrong for the measure that
/// the variable `WRONG` names, and fails where a bound is not kept.
pub(crate) fn check(title: &str, folder: &Path, bounds: &Bounds) {
    let score = score(folder);
    println!("{title}\n{}", score.table());
    if let Ok(measure) = env::var("WRONG") {
        println!("{}", score.wrong(&measure));
    }
    let short = score.shortfalls(bounds);
    assert!(short.is_empty(), "{title}: not reached (WRONG=MEASURE lists what is missed and invented):\n{}", short.join("\n"));
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("gold")).expect("a folder of gold");
    let mut names: Vec<String> = entries
        .filter_map(|entry| Some(entry.expect("an entry").file_name().to_str()?.strip_suffix(".json")?.to_owned()))
        .collect();
    names.sort();
    assert!(!names.is_empty(), "no gold in {}", folder.display());
    names
}

/// What came of one text.
pub(crate) struct Text {
    name: String,
    outcomes: Vec<Outcome>,
    spans: Share,
    certainty: Certainty,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, Default)]
struct Share {
    right: usize,
    all: usize,
}

/// What the figures without a doubt on them are worth, and how many doubts there are.
#[derive(Debug, Clone, Copy, Default)]
struct Certainty {
    /// Those without a doubt that are right in row and year, of all without one.
    sure: Share,
    /// Those with a doubt, save where the gold says that the text states no unit, of all figures.
    doubted: Share,
}

/// How many figures and percentages are cut out of the text by their span.
fn spans(source: &Source, found: &wire::Document) -> Share {
    let figures = found.figures.iter().map(|figure| (figure.printed.as_str(), figure.span));
    let percentages = found.percentages.iter().map(|percentage| (percentage.printed.as_str(), percentage.span));
    let holds = |(printed, [start, end]): (&str, [u32; 2])| {
        let wanted = digits(printed);
        !wanted.is_empty() && digits(source.cut(Span { start, end })).contains(&wanted)
    };
    let all = found.figures.len() + found.percentages.len();
    Share { right: figures.chain(percentages).filter(|figure| holds(*figure)).count(), all }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn certainty(gold: &Gold, found: &wire::Document) -> Certainty {
    if gold.leaves_open("figures") {
        return Certainty::default();
    }
    Certainty { sure: judging::sure(gold, found), doubted: judging::doubted(gold, found) }
}
