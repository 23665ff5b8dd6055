//! One wrong digit: does the check that should see it see it?
//!
//! What adds up in the fixtures and samples is declared by hand in `tests/sums`, a file for each text of the same name. All of
//! it must be found. Then one digit of one number is changed, in every place that a declared sum has, and the text read and
//! checked anew. A change that breaks a declared sum by more than rounding explains must be found, by a finding whose own sum
//! holds the changed number; what only makes the reader doubt is counted apart.
//!
//! A line of a declaration is `balance: 35 - 41 = 42`: the number of line 35 less that of line 41 is that of line 42, and so in
//! each of the columns that `columns 4` says the lines end in. `35.2` is the second of them alone, `.2 - .3 = .4 in 31-35` a sum
//! of columns in each of these lines. A minus is that of the sum; the sign of a number is what is printed, and of one that has a
//! mark N or V behind or before it none. `wrong` before it says that the text prints it wrong on purpose.
//!
//! `cargo test --test mutation -- --nocapture` prints the figures; with `MISSED=1` before it also each change that was not
//! found, with `DIGITS=9` all nine other digits are tried in each place and not one.

#![expect(clippy::disallowed_methods, reason = "a test reads texts and declarations from files")]
#![expect(clippy::expect_used, reason = "a test that cannot read its texts has failed")]

mod printing;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    ops::Range,
    path::{Path, PathBuf},
};

use begrotingskijker::{
    check,
    check::{Check, Finding, Verdict},
    document::Document,
    import, read,
    source::Source,
};
use rust_decimal::Decimal;

/// A printed number.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Number {
    /// Where its digits and what parts them stand in the text.
    place: Range<usize>,
    /// With the sign as printed.
    value: Decimal,
    /// How many decimals are printed.
    decimals: u32,
}

/// A declared sum.
#[derive(Debug, Clone)]
struct Declared {
    check: String,
    is_wrong: bool,
    terms: Vec<(Number, bool)>,
    outcome: Number,
}

impl Declared {
    fn numbers(&self) -> impl Iterator<Item = &Number> {
        self.terms.iter().map(|(number, _)| number).chain([&self.outcome])
    }

    /// Whether the sum holds within half a unit of the last digit of each number, where one of them has another value.
    fn holds(&self, changed: Option<(&Number, Decimal)>) -> bool {
        let value = |number: &Number| match changed {
            Some((other, value)) if other.place == number.place => value,
            _ => number.value,
        };
        let sum: Decimal = self.terms.iter().map(|(number, minus)| if *minus { -value(number) } else { value(number) }).sum();
        let bound: Decimal = self.numbers().map(|number| Decimal::new(5, number.decimals + 1)).sum();
        (sum - value(&self.outcome)).abs() <= bound
    }

    /// The places of its numbers that are not zero: a zero may stand for an empty cell.
    fn places(&self) -> BTreeSet<usize> {
        self.numbers().filter(|number| !number.value.is_zero()).map(|number| number.place.start).collect()
    }

    fn words(&self) -> String {
        let terms: Vec<String> =
            self.terms.iter().map(|(number, minus)| format!("{}{}", if *minus { "-" } else { "+" }, number.value)).collect();
        format!("{}: {} = {}", self.check, terms.join(" "), self.outcome.value)
    }
}

/// A text with its declared sums.
struct Case {
    name: String,
    source: Source,
    declared: Vec<Declared>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<Case> {
    let folders = ["tests/fixtures", "static/samples"].map(|folder| root().join(folder));
    let texts: Vec<PathBuf> = folders.iter().flat_map(|folder| printing::texts(folder)).collect();
    let mut cases = Vec::new();
    for path in &texts {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let Ok(declaration) = fs::read_to_string(root().join("tests/sums").join(&name).with_extension("sums")) else { continue };
        let source = import(&name, &fs::read(path).expect("a text")).expect("it is a text");
        let declared = declared(&declaration, &source.text);
        cases.push(Case { name, source, declared });
    }
    cases
}

#[test]
fn every_declaration_is_of_a_text() {
    let declared = fs::read_dir(root().join("tests/sums")).expect("the folder of declarations").count();
    assert_eq!(cases().len(), declared);
}

#[test]
fn what_is_declared_holds_and_what_is_declared_wrong_does_not() {
    for case in cases() {
        for sum in &case.declared {
            assert_ne!(sum.holds(None), sum.is_wrong, "{}: {}", case.name, sum.words());
        }
    }
}

#[test]
fn every_declared_sum_is_found() {
    let mut missed = Vec::new();
    for case in cases() {
        let document = read(&case.source);
        let findings = check(&document);
        for sum in &case.declared {
            let found = findings
                .iter()
                .find(|finding| places(&case.source, &document, finding) == sum.places() && finding.check.name() == sum.check);
            let right = [Verdict::Holds, Verdict::Rounding, Verdict::UsedForReading];
            let expected = if sum.is_wrong { &[Verdict::Differs][..] } else { &right };
            if !found.is_some_and(|finding| expected.contains(&finding.verdict)) {
                missed.push(format!("{}: {} is {:?}", case.name, sum.words(), found.map(|finding| finding.verdict)));
            }
        }
        let wrong = case.declared.iter().filter(|sum| sum.is_wrong).count();
        let differs: Vec<String> = findings
            .iter()
            .filter(|finding| finding.verdict == Verdict::Differs)
            .map(|finding| printing::finding(&document, finding))
            .collect();
        assert_eq!(differs.len(), wrong, "{}: {differs:#?}", case.name);
    }
    assert!(missed.is_empty(), "{} are not found:\n{}", missed.len(), missed.join("\n"));
}

/// Where the digits of a finding's numbers begin, those of zeros left out.
fn places(source: &Source, document: &Document, finding: &Finding) -> BTreeSet<usize> {
    let is_zero = |start: u32| document.figures.iter().any(|figure| figure.span.start == start && figure.euros.is_zero());
    let spans = finding.places(document).into_iter().filter(|span| !is_zero(span.start));
    spans
        .filter_map(|span| Some(span.range().start + source.cut(span).find(|character: char| character.is_ascii_digit())?))
        .collect()
}

/// What became of the changes.
#[derive(Default, Clone, Copy)]
struct Tally {
    found: usize,
    doubted: usize,
    missed: usize,
}

impl Tally {
    fn all(&self) -> usize {
        self.found + self.doubted + self.missed
    }

    fn count(&mut self, fate: Fate) {
        match fate {
            Fate::Found => self.found += 1,
            Fate::Doubted => self.doubted += 1,
            Fate::Missed => self.missed += 1,
        }
    }

    fn add(&mut self, other: Self) {
        self.found += other.found;
        self.doubted += other.doubted;
        self.missed += other.missed;
    }

    fn words(&self) -> String {
        let [all, found, doubted, missed] = [self.all(), self.found, self.doubted, self.missed];
        format!("{all:5} changes: {found:5} found, {doubted:3} doubted, {missed:3} missed")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Found,
    Doubted,
    Missed,
}

/// What became of the changes of one text.
#[derive(Default)]
struct Outcome {
    all: Tally,
    by_check: BTreeMap<String, Tally>,
    /// How many findings accuse sums without the changed number.
    elsewhere: usize,
    /// What was not found, in words.
    unfound: Vec<String>,
}

#[test]
fn a_wrong_digit_is_found() {
    let cases = cases();
    let outcomes: Vec<Outcome> = std::thread::scope(|scope| {
        let running: Vec<_> = cases.iter().map(|case| scope.spawn(|| outcome(case))).collect();
        running.into_iter().map(|case| case.join().expect("no text brings the reader down")).collect()
    });
    let (mut by_check, mut all, mut elsewhere): (BTreeMap<String, Tally>, Tally, usize) = Default::default();
    for (case, outcome) in cases.iter().zip(&outcomes) {
        println!("{:36} {}", case.name, outcome.all.words());
        all.add(outcome.all);
        elsewhere += outcome.elsewhere;
        outcome.by_check.iter().for_each(|(check, tally)| by_check.entry(check.clone()).or_default().add(*tally));
        outcome.unfound.iter().filter(|_| env::var_os("MISSED").is_some()).for_each(|words| println!("  {words}"));
    }
    println!();
    by_check.iter().for_each(|(check, tally)| println!("{check:36} {}", tally.words()));
    println!("{:36} {}; {elsewhere} findings accuse another number", "all", all.words());
    for (check, tally) in by_check.iter().map(|(check, tally)| (check.as_str(), tally)).chain([("all", &all)]) {
        assert!(tally.found * 100 >= tally.all() * 95, "{check}: {}", tally.words());
    }
    assert!(elsewhere * 500 <= all.all(), "{elsewhere} findings accuse another number");
}

fn outcome(case: &Case) -> Outcome {
    let mut found = Outcome::default();
    for (number, changed) in changes(case) {
        let breaks = |sum: &&Declared| {
            let holds_it = sum.numbers().any(|other| other.place == number.place);
            holds_it && !sum.is_wrong && !sum.holds(Some((&number, changed.value)))
        };
        let broken: Vec<&Declared> = case.declared.iter().filter(breaks).collect();
        let Some(first) = broken.first() else { continue };
        let (fate, others) = fate(case, &number, &changed);
        found.elsewhere += others;
        if fate != Fate::Found || others > 0 {
            let words = format!("{fate:?}, {others} elsewhere: {} to {} of {}", number.value, changed.value, first.words());
            found.unfound.push(words);
        }
        found.all.count(fate);
        let checks: BTreeSet<&str> = broken.iter().map(|sum| sum.check.as_str()).collect();
        checks.into_iter().for_each(|check| found.by_check.entry(check.to_owned()).or_default().count(fate));
    }
    found
}

/// A number with one other digit.
struct Changed {
    at: usize,
    digit: char,
    value: Decimal,
}

/// Every place of every declared number, with other digits; the first digit of several becomes no zero.
fn changes(case: &Case) -> Vec<(Number, Changed)> {
    let numbers: BTreeMap<usize, &Number> =
        case.declared.iter().flat_map(Declared::numbers).map(|number| (number.place.start, number)).collect();
    let mut found = Vec::new();
    for number in numbers.into_values() {
        let printed = &case.source.text[number.place.clone()];
        let several = printed.chars().filter(char::is_ascii_digit).count() > 1;
        let first = printed.find(|character: char| character.is_ascii_digit());
        for (at, old) in printed.char_indices().filter(|(_, character)| character.is_ascii_digit()) {
            for digit in other_digits(number.place.start + at, old)
                .into_iter()
                .filter(|digit| !(several && Some(at) == first && *digit == '0'))
            {
                let mut words = printed.to_owned();
                words.replace_range(at..=at, &digit.to_string());
                let value = value(&words);
                let value = if number.value.is_sign_negative() { -value } else { value };
                found.push((number.clone(), Changed { at: number.place.start + at, digit, value }));
            }
        }
    }
    found
}

/// One other digit, now near and now far, or as many as are asked for.
fn other_digits(at: usize, old: char) -> Vec<char> {
    const FAR: u32 = 7;
    let old = old.to_digit(10).expect("a digit");
    let count = env::var("DIGITS").map_or(1, |count| count.parse().expect("a number of digits"));
    let first = u32::try_from(at % 9).expect("it is small");
    (0..count).filter_map(|step| char::from_digit((old + 1 + (first + step * FAR) % 9) % 10, 10)).collect()
}

/// What becomes of one change, and how many findings differ that do not hold the changed number.
fn fate(case: &Case, number: &Number, changed: &Changed) -> (Fate, usize) {
    let mut text = case.source.text.clone();
    text.replace_range(changed.at..=changed.at, &changed.digit.to_string());
    let document = read(&Source::from_bytes(&case.name, text.as_bytes()));
    let findings = check(&document);
    let holds_it = |finding: &&Finding| {
        finding.places(&document).iter().any(|span| span.range().start <= changed.at && changed.at < span.range().end)
    };
    let (own, others): (Vec<&Finding>, Vec<&Finding>) = findings.iter().partition(holds_it);
    let differs = |findings: &[&Finding]| findings.iter().filter(|finding| finding.verdict == Verdict::Differs).count();
    let wrong = case.declared.iter().filter(|sum| sum.is_wrong && sum.numbers().all(|other| other.place != number.place)).count();
    let doubt = || {
        let figure = document.figures.iter().find(|figure| figure.span.range().contains(&changed.at));
        figure.is_none_or(|figure| !figure.problems.is_empty())
            || own.iter().any(|finding| matches!(finding.verdict, Verdict::Unchecked | Verdict::UsedForReading))
    };
    let fate = if differs(&own) > 0 {
        Fate::Found
    } else if doubt() {
        Fate::Doubted
    } else {
        Fate::Missed
    };
    (fate, differs(&others).saturating_sub(wrong))
}

/// What a file declares of a text.
fn declared(declaration: &str, text: &str) -> Vec<Declared> {
    let lines: Vec<Vec<Number>> = numbers(text);
    let mut columns = 1;
    let mut found = Vec::new();
    for line in declaration.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(count) = line.strip_prefix("columns ") {
            columns = count.parse().expect("a number of columns");
            continue;
        }
        let (check, sum) = line.split_once(": ").expect("the name of a check before each sum");
        let (is_wrong, check) = check.strip_prefix("wrong ").map_or((false, check), |check| (true, check));
        assert!(Check::ALL.iter().any(|known| known.name() == check), "{check} is no check");
        for (terms, outcome) in places_of(sum, columns) {
            let number = |(line, column): (usize, usize)| {
                let cells = &lines[line - 1];
                let first = cells.len().saturating_sub(columns);
                cells.get(first + column - 1).unwrap_or_else(|| unreachable!("line {line} has no number {column}")).clone()
            };
            let terms = terms.into_iter().map(|(place, minus)| (number(place), minus)).collect();
            found.push(Declared { check: check.to_owned(), is_wrong, terms, outcome: number(outcome) });
        }
    }
    found
}

type Place = (usize, usize);

/// The sums that a line stands for, as places of line and column.
fn places_of(sum: &str, columns: usize) -> Vec<(Vec<(Place, bool)>, Place)> {
    let (sum, within) = sum.split_once(" in ").map_or((sum, None), |(sum, lines)| (sum, Some(lines)));
    let (terms, outcome) = sum.split_once(" = ").expect("an outcome");
    let mut signed = Vec::new();
    let mut minus = false;
    for word in terms.split(' ') {
        match word {
            "+" => minus = false,
            "-" => minus = true,
            term => signed.push((term, minus)),
        }
    }
    let repeats: Vec<(Option<usize>, Option<usize>)> = match within.map(|lines| lines.split_once('-').expect("from-to")) {
        Some((from, to)) => {
            (from.parse().expect("a line")..=to.parse().expect("a line")).map(|line| (Some(line), None)).collect()
        }
        None if sum.contains('.') => vec![(None, None)],
        None => (1..=columns).map(|column| (None, Some(column))).collect(),
    };
    let place = |word: &str, (line, column): (Option<usize>, Option<usize>)| {
        let (of_line, of_column) = word.split_once('.').unwrap_or((word, ""));
        let line = line.unwrap_or_else(|| of_line.parse().expect("a line"));
        (line, column.unwrap_or_else(|| of_column.parse().expect("a column")))
    };
    let all = repeats.into_iter();
    all.map(|repeat| (signed.iter().map(|(word, minus)| (place(word, repeat), *minus)).collect(), place(outcome, repeat)))
        .collect()
}

/// The numbers of each line, from left to right.
fn numbers(text: &str) -> Vec<Vec<Number>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        found.push(numbers_of(line, start));
        start += line.len();
    }
    found
}

fn numbers_of(line: &str, start: usize) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(begin) = line[at..].find(|character: char| character.is_ascii_digit()).map(|begin| at + begin) {
        let rest = &line[begin..];
        let length = rest.find(|character: char| !matches!(character, '0'..='9' | '.' | ',')).unwrap_or(rest.len());
        let printed = rest[..length].trim_end_matches(['.', ',']);
        let (before, behind) = (&line[..begin], &rest[printed.len()..]);
        let negative = before.ends_with(['-', '−']) || behind.starts_with('-');
        let value = value(printed);
        let decimals = printed.rsplit_once(',').map_or(0, |(_, decimals)| u32::try_from(decimals.len()).expect("few"));
        found.push(Number {
            place: start + begin..start + begin + printed.len(),
            value: if negative { -value } else { value },
            decimals,
        });
        at = begin + length;
    }
    found
}

fn value(printed: &str) -> Decimal {
    printed.replace('.', "").replace(',', ".").parse().expect("a number")
}
