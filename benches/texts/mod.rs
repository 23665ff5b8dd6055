//! The texts that are measured: what fixtures grow to, and tables as large as they come.

use std::{fs, path::Path};

use begrotingskijker::source::Source;

/// All fixtures and the texts of the own gold, again and again with other digits and names, up to a size.
pub(crate) fn many_documents(bytes: usize) -> Source {
    let fixtures = fixtures();
    let mut text = String::with_capacity(bytes + bytes / 8);
    for (seed, fixture) in (1..).zip(fixtures.iter().cycle()) {
        text.push_str(&varied(fixture, Random(seed)));
        text.push_str("\n\n");
        if text.len() >= bytes {
            break;
        }
    }
    Source::from_bytes("many.txt", text.as_bytes())
}

/// The largest of the fixtures, as it is.
pub(crate) fn largest_fixture() -> Source {
    let largest = fixtures().into_iter().max_by_key(String::len).expect("there are fixtures");
    Source::from_bytes("largest.txt", largest.as_bytes())
}

fn fixtures() -> Vec<String> {
    let folders = ["tests/fixtures", "tests/gold/texts"].map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    // The same texts in the same order on every machine.
    paths.sort();
    paths.iter().map(|path| Source::from_bytes("", &fs::read(path).expect("a fixture")).text).collect()
}

/// How the cells of a table stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cells {
    /// Each on a line.
    Line,
    /// Those of a row on one line.
    Row,
}

/// A table of 40 rows by 24 columns (eight years of lasten, baten and saldo) that adds up, with a third of its cells lost:
/// those without an amount are not printed.
pub(crate) fn table_with_lost_cells(cells: Cells) -> Source {
    const ROWS: usize = 39;
    const YEARS: u64 = 8;
    let mut random = Random(40 * 24);
    let mut sums = vec![[0; 2]; usize::try_from(YEARS).expect("a few")];
    let mut lines = vec![title(), header(cells, YEARS)];
    for row in 1..=ROWS {
        let amounts: Vec<_> = sums.iter_mut().map(|sum| amounts_of_a_year(&mut random, sum)).collect();
        lines.push(row_of(cells, &format!("Taakveld Naam{row}"), &amounts));
    }
    lines.push(row_of(cells, "Totaal", &sums));
    Source::from_bytes("table.txt", lines.join(cells.between()).as_bytes())
}

impl Cells {
    fn between(self) -> &'static str {
        match self {
            Self::Line => "\n\n",
            Self::Row => "\n",
        }
    }

    fn joined(self, cells: &[String]) -> String {
        match self {
            Self::Line => cells.join("\n\n"),
            Self::Row => cells.join(" "),
        }
    }
}

fn title() -> String {
    "Begroting 2025\n\nGemeente Voorbeeldstad\n\nWat mag het kosten?\n\nBedragen x € 1.000\n".to_owned()
}

fn header(cells: Cells, years: u64) -> String {
    let years = (2022..2022 + years).flat_map(|year| ["lasten", "baten", "saldo"].map(|kind| format!("{year} {kind}")));
    cells.joined(&years.collect::<Vec<_>>())
}

/// Lasten and baten: of ten years four lack one of them (and the saldo is the other), and two lack both and the saldo too.
fn amounts_of_a_year(random: &mut Random, sum: &mut [u64; 2]) -> [u64; 2] {
    let amounts = [1 + random.below(9_000), 1 + random.below(9_000)];
    let kept = match random.below(10) {
        0..2 => [0, amounts[1]],
        2..4 => [amounts[0], 0],
        4..6 => [0, 0],
        _ => amounts,
    };
    *sum = [sum[0] + kept[0], sum[1] + kept[1]];
    kept
}

fn row_of(cells: Cells, label: &str, amounts: &[[u64; 2]]) -> String {
    let with_saldo = amounts.iter().flat_map(|&[out, back]| {
        let saldo = if back < out { format!("-{}", printed(out - back)) } else { printed(back - out) };
        [printed(out), printed(back), saldo]
    });
    let row: Vec<_> = std::iter::once(label.to_owned()).chain(with_saldo.filter(|cell| cell != "0")).collect();
    cells.joined(&row)
}

fn printed(amount: u64) -> String {
    if amount < 1_000 { amount.to_string() } else { format!("{}.{:03}", amount / 1_000, amount % 1_000) }
}

/// A text with other digits and names. Years and units stay: without them it would be another kind of text.
fn varied(text: &str, mut random: Random) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_of_it: fn(char) -> bool = match first {
            '0'..='9' => |character| character.is_ascii_digit() || character == '.' || character == ',',
            _ if first.is_alphabetic() => char::is_alphabetic,
            _ => |character| !character.is_alphanumeric(),
        };
        let (piece, after) =
            rest.split_at(rest.find(|character| !is_of_it(character)).unwrap_or(rest.len()).max(first.len_utf8()));
        out.push_str(&varied_piece(piece, &out, &mut random));
        rest = after;
    }
    out
}

fn varied_piece(piece: &str, before: &str, random: &mut Random) -> String {
    const KEPT: [&str; 3] = ["1.000", "1000", "1.000.000"];
    let is_year = piece.len() == 4 && (piece.starts_with("19") || piece.starts_with("20"));
    if piece.starts_with(|first: char| first.is_ascii_digit()) && !is_year && !KEPT.contains(&piece) {
        return piece.chars().map(|character| varied_digit(character, random)).collect();
    }
    // A capital after a small letter and a space is that of a name.
    let is_name =
        piece.starts_with(char::is_uppercase) && before.strip_suffix(' ').is_some_and(|end| end.ends_with(char::is_lowercase));
    if is_name { piece.chars().map(|character| varied_vowel(character, random)).collect() } else { piece.to_owned() }
}

fn varied_digit(character: char, random: &mut Random) -> char {
    const DIGITS: [char; 9] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
    if DIGITS.contains(&character) { random.one_of(&DIGITS) } else { character }
}

fn varied_vowel(character: char, random: &mut Random) -> char {
    const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];
    if VOWELS.contains(&character) { random.one_of(&VOWELS) } else { character }
}

/// Numbers that look random and are the same on every run (`SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    fn one_of(&mut self, characters: &[char]) -> char {
        let place = self.below(characters.len() as u64);
        usize::try_from(place).ok().and_then(|place| characters.get(place)).copied().unwrap_or_default()
    }
}
