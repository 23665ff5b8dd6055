//! Gold and reading in one shape each kind of fact: what is compared, made plain, and how it is shown to people.

use begrotingskijker::export::json::wire;
use rust_decimal::Decimal;

use super::{
    gold::{self, Gold},
    words::{has_word, is_same, number, plain},
};

/// One fact of either side.
pub(crate) trait Fact {
    /// By what an opening of the gold names it.
    fn item(&self) -> &str;

    /// A line for people.
    fn shown(&self) -> String;
}

/// Whether a fact of the gold and one of the reading are the same.
pub(crate) type Test<T> = fn(&T, &T) -> bool;

/// A word or a name, perhaps with an abbreviation.
pub(crate) struct Name {
    printed: String,
    plain: String,
    abbreviation: String,
}

impl Name {
    pub(crate) fn new(name: &str, abbreviation: Option<&str>) -> Self {
        Self { printed: name.to_owned(), plain: plain(name), abbreviation: plain(abbreviation.unwrap_or_default()) }
    }

    pub(crate) const EQUAL: &[Test<Self>] = &[Self::equals];
    pub(crate) const TITLE: &[Test<Self>] = &[Self::equals, |gold, found| is_same(&gold.plain, &found.plain)];
    pub(crate) const PARTNER: &[Test<Self>] = &[Self::equals, Self::names_the_same_body];

    fn equals(gold: &Self, found: &Self) -> bool {
        gold.plain == found.plain
    }

    fn names_the_same_body(gold: &Self, found: &Self) -> bool {
        let abbreviated =
            |short: &str, other: &Self| !short.is_empty() && [&other.abbreviation, &other.plain].contains(&&short.to_owned());
        is_same(&gold.plain, &found.plain)
            || abbreviated(&gold.abbreviation, found)
            || (!found.abbreviation.is_empty() && gold.plain == found.abbreviation)
    }
}

impl Fact for Name {
    fn item(&self) -> &str {
        &self.printed
    }

    fn shown(&self) -> String {
        if self.abbreviation.is_empty() { self.printed.clone() } else { format!("{} ({})", self.printed, self.abbreviation) }
    }
}

/// A goal or a measure.
pub(crate) struct Statement {
    printed: String,
    title: String,
    text: String,
}

impl Statement {
    pub(crate) fn new(title: Option<&str>, text: &str) -> Self {
        let title = title.unwrap_or_default();
        let printed = if text.is_empty() { title } else { text };
        Self { printed: printed.to_owned(), title: plain(title), text: plain(text) }
    }

    pub(crate) const BEGINNING: &[Test<Self>] = &[Self::begins_the_same];

    /// By its title, or by its first words: the gold holds no more of a text. A shorter reading counts from a few words on.
    fn begins_the_same(gold: &Self, found: &Self) -> bool {
        const FEW_WORDS: usize = 12;
        let starts_as_wanted = found.text.starts_with(&gold.text) || found.title.starts_with(&gold.text);
        let is_begun = found.text.chars().count() >= FEW_WORDS && gold.text.starts_with(&found.text);
        (!found.title.is_empty() && found.title == gold.title) || (!gold.text.is_empty() && (starts_as_wanted || is_begun))
    }
}

impl Fact for Statement {
    fn item(&self) -> &str {
        &self.printed
    }

    fn shown(&self) -> String {
        const MOST_CHARACTERS: usize = 100;
        let line = if self.title.is_empty() { self.text.clone() } else { format!("[{}] {}", self.title, self.text) };
        line.chars().take(MOST_CHARACTERS).collect()
    }
}

/// A percentage.
pub(crate) struct Percentage(pub(crate) String);

impl Percentage {
    pub(crate) const VALUE: &[Test<Self>] = &[|gold, found| number(&gold.0) == number(&found.0)];
}

impl Fact for Percentage {
    fn item(&self) -> &str {
        &self.0
    }

    fn shown(&self) -> String {
        format!("{}%", self.0)
    }
}

/// A printed amount.
pub(crate) struct Amount {
    printed: String,
    euros: Option<Decimal>,
    row: String,
    column: Option<String>,
    year: Option<i32>,
    measure: String,
    mark: Option<String>,
    /// What the gold asks of it; nothing on the side of the reading.
    asked: Asked,
}

/// Which labels of a gold amount are compared.
#[derive(Default)]
struct Asked {
    row: bool,
    measure: bool,
    /// The year does not stand in the column: a reading without one is right too.
    year_is_inferred: bool,
}

impl Amount {
    /// The four measures of figures: each asks what the one before asks, and one thing more.
    pub(crate) const MEASURES: [(&str, Test<Self>); 4] = [
        ("figures", Self::has_value),
        ("figures+row", Self::has_row),
        ("figures+row+year", Self::has_year),
        ("figures+all", Self::has_everything),
    ];

    pub(crate) fn wanted(gold: &Gold, figure: &gold::Figure) -> Self {
        let asks = |label: &str| !gold.leaves_open_for(&format!("figures.{label}"), &figure.eur);
        let column = figure.column.as_deref();
        let in_column = |year: i32| column.is_some_and(|column| column.contains(&year.to_string()));
        Self {
            printed: figure.eur.clone(),
            euros: number(&figure.eur),
            row: plain(figure.row.as_deref().unwrap_or_default()),
            column: figure.column.clone(),
            year: figure.year.filter(|_| asks("year")),
            measure: figure.measure.as_deref().and_then(in_english).unwrap_or_default().to_owned(),
            mark: figure.mark.clone(),
            asked: Asked {
                row: column.is_some() && asks("row"),
                measure: figure.measure.as_deref().and_then(in_english).is_some() && is_told(figure) && asks("measure"),
                year_is_inferred: !figure.year.is_some_and(in_column),
            },
        }
    }

    pub(crate) fn found(figure: &wire::Figure) -> Self {
        Self {
            printed: figure.euros.clone(),
            euros: number(&figure.euros),
            row: plain(&figure.row),
            column: figure.column.clone(),
            year: figure.year,
            measure: figure.measure.clone(),
            mark: figure.mark.clone(),
            asked: Asked::default(),
        }
    }

    fn has_value(gold: &Self, found: &Self) -> bool {
        gold.euros.is_some() && gold.euros == found.euros
    }

    fn has_row(gold: &Self, found: &Self) -> bool {
        Self::has_value(gold, found) && (!gold.asked.row || is_same(&gold.row, &found.row) || gold.has_row_but_for_measure(found))
    }

    /// A last word of the row that the measure says again may be missing.
    fn has_row_but_for_measure(&self, found: &Self) -> bool {
        let Some((head, last)) = self.row.rsplit_once(' ') else { return false };
        last != "reserve" && in_english(last) == Some(&found.measure) && is_same(&plain(head), &found.row)
    }

    fn has_year(gold: &Self, found: &Self) -> bool {
        let is_right = gold.year == found.year || (gold.asked.year_is_inferred && found.year.is_none());
        Self::has_row(gold, found) && (gold.year.is_none() || is_right)
    }

    fn has_everything(gold: &Self, found: &Self) -> bool {
        let has_measure = !gold.asked.measure || gold.measure == found.measure;
        Self::has_year(gold, found) && has_measure && (gold.mark.is_none() || gold.mark == found.mark)
    }
}

impl Fact for Amount {
    fn item(&self) -> &str {
        &self.printed
    }

    fn shown(&self) -> String {
        let or_dash = |text: Option<&str>| text.unwrap_or("-").to_owned();
        let year = self.year.map(|year| year.to_string());
        let labels = [self.row.clone(), or_dash(self.column.as_deref()), or_dash(year.as_deref()), self.measure.clone()];
        format!("{:>14}  {}  {}", self.printed, labels.join(" | "), or_dash(self.mark.as_deref()))
    }
}

/// The export's word for the gold's; none for what the gold gives by sense only.
fn in_english(measure: &str) -> Option<&'static str> {
    const WORDS: [(&str, &str); 4] =
        [("lasten", "expenditure"), ("baten", "income"), ("saldo", "balance"), ("reserve", "reserve")];
    WORDS.iter().find(|(dutch, _)| *dutch == measure).map(|(_, english)| *english)
}

/// Whether a word of the labels tells the measure. Without a column only a last word with a capital does.
fn is_told(figure: &gold::Figure) -> bool {
    const WORDS: [&str; 8] = ["lasten", "baten", "saldo", "resultaat", "uitgaven", "inkomsten", "reserve", "reserves"];
    const LAST_WORDS: [&str; 5] = ["Lasten", "Baten", "Saldo", "Uitgaven", "Inkomsten"];
    let row = figure.row.as_deref().unwrap_or_default();
    match &figure.column {
        None => row.rsplit(' ').next().is_some_and(|last| LAST_WORDS.contains(&last)),
        Some(column) => has_word(&plain(&format!("{row} {column}")), &WORDS),
    }
}
