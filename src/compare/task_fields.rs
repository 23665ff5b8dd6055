//! The national task fields (BBV art. 66; Iv3): the only classification that all municipalities share.
//!
//! A volume's task fields are those of its own year and phase. Municipalities number pieces of a task field on their own
//! (6.21 as a piece of 6.2): these are added up to the national one. What a volume prints in several tables is taken once.

mod list;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    FactOf, Volume,
    amounts::{Amount, Page, Printed, Sheet, align, own_phases},
    spent::{percentage, rounded},
};
use crate::{
    document::{MoneyKind, Row, Table, Topic, decimal},
    source::sort_by_rank,
};
use list::TaskFields;

/// One task field in two volumes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskFieldShare {
    /// Its code in the list of the right volume's year: `6.2`.
    pub code: String,
    /// Its name in that list.
    pub name: String,
    /// Which kind of money: expenditure or income, never a balance.
    pub kind: MoneyKind,
    /// What it is on either side.
    pub sides: [Side; 2],
}

/// A task field in one volume.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The figures that it was summed from: local subcodes are rolled up.
    pub figures: Vec<FactOf>,
    /// Their sum in euros.
    #[serde(with = "decimal")]
    pub euros: Decimal,
    /// As a percentage of all task fields of that kind of money, with one decimal.
    #[serde(with = "decimal::option")]
    pub share: Option<Decimal>,
    /// Euros an inhabitant, with two decimals; none where their number is not known.
    #[serde(with = "decimal::option")]
    pub per_inhabitant: Option<Decimal>,
}

/// The task fields of a volume.
#[derive(Debug, Default)]
pub(super) struct Fields {
    list: TaskFields,
    /// By kind of money and code.
    of: Sums,
    inhabitants: Option<u32>,
}

type Sums = BTreeMap<(MoneyKind, &'static str), Sum>;

/// Figures and what they come to.
#[derive(Debug, Clone, Default)]
struct Sum {
    figures: Vec<FactOf>,
    euros: Decimal,
}

impl Sum {
    fn add(&mut self, figures: &[FactOf], euros: Decimal) {
        self.figures.extend(figures);
        self.euros = self.euros.saturating_add(euros);
    }
}

/// What the rows of a table are of, by kind of money, programme and code, with their amounts.
type Rows = BTreeMap<(MoneyKind, Option<usize>, String), Vec<Amount>>;

impl Fields {
    pub(super) fn of(pages: &[Page<'_>], volume: &Volume) -> Self {
        let list = volume.year.map(TaskFields::of_year).unwrap_or_default();
        let mut printed: Vec<Printed> = Vec::new();
        for page in pages {
            let code = |row: &Row| list.code_of(&row.label).filter(|_| !row.total);
            let tables = page.document.tables.iter().enumerate().filter(|(_, table)| lists_task_fields(table, &list));
            printed.extend(tables.flat_map(|(number, _)| page.named_rows(number, &code)));
        }
        align(&mut printed);
        let mut fields = Self { inhabitants: volume.inhabitants, ..Self::default() };
        for rows in taken_once(tables_of(printed, volume)) {
            fields.add(rows, &list);
        }
        Self { list, ..fields }
    }

    /// Adds the rows of a table but for those that are pieces of another one.
    fn add(&mut self, rows: Rows, list: &TaskFields) {
        let printed: BTreeSet<(MoneyKind, Option<usize>, String)> = rows.keys().cloned().collect();
        for ((kind, programme, code), amounts) in rows {
            let whole =
                list.code(&code).and_then(without_letter).or_else(|| list.rolled_up(&code)).filter(|whole| **whole != code);
            let is_piece = whole.is_some_and(|whole| printed.contains(&(kind, programme, whole.to_owned())));
            if let Some((national, amount)) = list.rolled_up(&code).zip(amounts.first()).filter(|_| !is_piece) {
                self.of.entry((kind, national)).or_default().add(&[amount.fact], amount.euros);
            }
        }
    }

    fn all(&self, kind: MoneyKind) -> Decimal {
        let of_kind = self.of.iter().filter(|((its, _), _)| *its == kind);
        of_kind.fold(Decimal::ZERO, |all, (_, sum)| all.saturating_add(sum.euros))
    }

    fn side(&self, kind: MoneyKind, sum: Sum) -> Side {
        let per_inhabitant = self.inhabitants.and_then(|count| sum.euros.checked_div(Decimal::from(count)));
        Side {
            share: percentage(sum.euros, self.all(kind)),
            per_inhabitant: per_inhabitant.map(|euros| rounded(euros, 2)),
            figures: sum.figures,
            euros: sum.euros,
        }
    }
}

/// The task fields that both volumes have, in the order of the list of the right one's year.
pub(super) fn task_fields(left: &Fields, right: &Fields) -> Vec<TaskFieldShare> {
    let mut of_left = Sums::new();
    for (&(kind, code), sum) in &left.of {
        if let Some(code) = right.list.translated(code, left.list.name(code)) {
            of_left.entry((kind, code)).or_default().add(&sum.figures, sum.euros);
        }
    }
    let (of_left, mut of_right) = (as_coarse_as(&of_left, &right.of), as_coarse_as(&right.of, &of_left));
    let both = of_left.into_iter().filter_map(|((kind, code), sum)| {
        let other = of_right.remove(&(kind, code))?;
        let sides = [left.side(kind, sum), right.side(kind, other)];
        Some(TaskFieldShare { code: code.to_owned(), name: right.list.name(code).to_owned(), kind, sides })
    });
    let mut both: Vec<TaskFieldShare> = both.collect();
    sort_by_rank(&mut both, |field| list::rank(&field.code) << 1 | u64::from(field.kind == MoneyKind::Income));
    both
}

/// Task fields with those rolled up of which the other side has only the whole: 6.71a to 6.71.
fn as_coarse_as(sums: &Sums, others: &Sums) -> Sums {
    let mut coarse = Sums::new();
    for (&(kind, code), sum) in sums {
        let whole =
            without_letter(code).filter(|&whole| !others.contains_key(&(kind, code)) && others.contains_key(&(kind, whole)));
        coarse.entry((kind, whole.unwrap_or(code))).or_default().add(&sum.figures, sum.euros);
    }
    coarse
}

/// The national task field that one with a letter is a piece of.
fn without_letter(code: &'static str) -> Option<&'static str> {
    code.strip_suffix(|last: char| last.is_ascii_lowercase())
}

/// A table that says so, or one of costs by national codes; codes of its own that look like them have other names.
fn lists_task_fields(table: &Table, list: &TaskFields) -> bool {
    const FEWEST: usize = 4;
    let borne_out = || table.rows.iter().filter(|row| !row.total).filter_map(|row| list.bears_out(&row.label));
    let (all, alike) = (borne_out().count(), borne_out().filter(|&is_alike| is_alike).count());
    match table.topic {
        Topic::TaskFields => alike * 2 >= all,
        Topic::Cost => alike >= FEWEST && alike * 2 >= all,
        _ => false,
    }
}

/// The rows of each table for the volume's own year and phase; balances are no part of anything.
fn tables_of(printed: Vec<Printed>, volume: &Volume) -> BTreeMap<Sheet, Rows> {
    let phases = own_phases(volume.kind);
    let rank = |amount: &Amount| phases.iter().position(|&phase| phase == amount.phase);
    let mut tables: BTreeMap<Sheet, Rows> = BTreeMap::new();
    for Printed { key, amount, sheet, .. } in printed {
        if key.kind == MoneyKind::Balance || Some(amount.year) != volume.year || rank(&amount).is_none() {
            continue;
        }
        tables.entry(sheet).or_default().entry((key.kind, key.programme, key.row)).or_default().push(amount);
    }
    for amounts in tables.values_mut().flat_map(BTreeMap::values_mut) {
        sort_by_rank(amounts, |amount| rank(amount).unwrap_or_default() as u64);
    }
    tables
}

/// The tables that together print each task field once: one for each programme, or else the one with the most rows.
fn taken_once(tables: BTreeMap<Sheet, Rows>) -> Vec<Rows> {
    let mut fullest: Vec<Rows> = tables.into_values().collect();
    sort_by_rank(&mut fullest, |rows| u64::MAX - rows.len() as u64);
    let programme = |rows: &Rows| -> Option<usize> {
        let mut programmes = rows.keys().map(|&(_, programme, _)| programme);
        let first = programmes.next()??;
        programmes.all(|other| other == Some(first)).then_some(first)
    };
    let is_by_programme = fullest.first().is_some_and(|rows| programme(rows).is_some());
    if !is_by_programme {
        return fullest.into_iter().take(1).collect();
    }
    let mut seen = BTreeSet::new();
    fullest.retain(|rows| programme(rows).is_some_and(|programme| seen.insert(programme)));
    fullest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::Texts;

    fn budget(municipality: &str, year: i32, table: &str) -> String {
        format!(
            "Begroting {year} gemeente {municipality}\n\nDe gemeente {municipality} telt 10.000 inwoners.\n\nOverzicht per taakveld\n\n\
             Bedragen x € 1.000\n{table}\n"
        )
    }

    /// Each field as `code kind: euros share per inhabitant | the same on the right`.
    fn check(texts: [&str; 2], expected: &[&str]) {
        let comparison = Texts::read(&texts).compared();
        let side = |side: &Side| {
            let number = |number: Option<Decimal>| number.map_or("-".to_owned(), |number| number.to_string());
            format!("{} {}% {}", side.euros, number(side.share), number(side.per_inhabitant))
        };
        let pair = comparison.pairs.iter().find(|pair| pair.left != pair.right).expect("two volumes");
        let line = |field: &TaskFieldShare| {
            format!("{} {:?}: {} | {}", field.code, field.kind, side(&field.sides[0]), side(&field.sides[1]))
        };
        let lines: Vec<String> = pair.task_fields.iter().map(line).collect();
        assert_eq!(lines, expected, "{texts:?}");
    }

    const ONE: &str = "Taakveld\tLasten 2024\tBaten 2024\tSaldo 2024\n0.1 Bestuur\t400\t0\t-400\n6.21 Wijkteam Noord\t300\t10\t-290\n\
                       6.22 Wijkteam Zuid\t300\t20\t-280\n7.1 Volksgezondheid\t1.000\t70\t-930\nTotaal\t2.000\t100\t-1.900";

    #[test]
    fn local_codes_are_rolled_up_and_signs_are_aligned() {
        let other = "Taakveld\tLasten 2024\tBaten 2024\n0.1 Bestuur\t-500\t5\n6.2 Toegang en eerstelijnsvoorzieningen\t-1.000\t20\n\
                     8.3 Wonen en bouwen\t-500\t75\nTotaal\t-2.000\t100";
        check(
            [&budget("Voorbeeldstad", 2024, ONE), &budget("Voorbeeldwoude", 2024, other)],
            &[
                "0.1 Expenditure: 400000 20.0% 40.00 | 500000 25.0% 50.00",
                "0.1 Income: 0 0.0% 0.00 | 5000 5.0% 0.50",
                "6.2 Expenditure: 600000 30.0% 60.00 | 1000000 50.0% 100.00",
                "6.2 Income: 30000 30.0% 3.00 | 20000 20.0% 2.00",
            ],
        );
    }

    #[test]
    fn names_do_where_there_are_no_codes() {
        let other = "Taakveld\tLasten 2024\tBaten 2024\nBestuur\t500\t5\nVolksgezondheid\t1.500\t95\nTotaal\t2.000\t100";
        check(
            [&budget("Voorbeeldstad", 2024, ONE), &budget("Voorbeeldwoude", 2024, other)],
            &[
                "0.1 Expenditure: 400000 20.0% 40.00 | 500000 25.0% 50.00",
                "0.1 Income: 0 0.0% 0.00 | 5000 5.0% 0.50",
                "7.1 Expenditure: 1000000 50.0% 100.00 | 1500000 75.0% 150.00",
                "7.1 Income: 70000 70.0% 7.00 | 95000 95.0% 9.50",
            ],
        );
    }

    #[test]
    fn each_year_has_its_own_list() {
        let of_2025 = "Taakveld\tLasten 2024\tLasten 2025\n0.1 Bestuur\t500\t600\n6.711 Huishoudelijke hulp (WMO)\t100\t300\n\
                       6.712 Begeleiding (WMO)\t100\t100\nTotaal\t700\t1.000";
        let of_2024 = "Taakveld\tLasten 2023\tLasten 2024\n0.1 Bestuur\t500\t400\n6.71a Huishoudelijke hulp (WMO)\t100\t200\n\
                       6.71b Begeleiding (WMO)\t100\t200\nTotaal\t700\t800";
        check(
            [&budget("Voorbeeldstad", 2024, of_2024), &budget("Voorbeeldstad", 2025, of_2025)],
            &[
                "0.1 Expenditure: 400000 50.0% 40.00 | 600000 60.0% 60.00",
                "6.711 Expenditure: 200000 25.0% 20.00 | 300000 30.0% 30.00",
                "6.712 Expenditure: 200000 25.0% 20.00 | 100000 10.0% 10.00",
            ],
        );
    }

    #[test]
    fn a_whole_goes_with_the_pieces_of_the_other() {
        let whole = "Taakveld\tLasten 2023\tLasten 2024\n0.1 Bestuur\t500\t400\n6.71 Maatwerkdienstverlening 18+\t100\t400\n\
                     6.71a Huishoudelijke hulp (WMO)\t100\t200\n6.71b Begeleiding (WMO)\t100\t200\nTotaal\t600\t800";
        let pieces = "Taakveld\tLasten 2023\tLasten 2024\n0.1 Bestuur\t500\t500\n6.71a Huishoudelijke hulp (WMO)\t100\t300\n\
                      6.71b Begeleiding (WMO)\t100\t200\nTotaal\t700\t1.000";
        check(
            [&budget("Voorbeeldstad", 2024, whole), &budget("Voorbeeldwoude", 2024, pieces)],
            &[
                "0.1 Expenditure: 400000 50.0% 40.00 | 500000 50.0% 50.00",
                "6.71 Expenditure: 400000 50.0% 40.00 | 500000 50.0% 50.00",
            ],
        );
    }

    #[test]
    fn codes_of_other_things_are_none() {
        let other = "Deelprogramma\tLasten 2024\tBaten 2024\n0.1 Zwembaden\t500\t5\n6.2 Straten\t1.000\t20\n7.1 Bruggen\t500\t75\n\
                     8.3 Fietspaden\t500\t75\nTotaal\t2.500\t175";
        check([&budget("Voorbeeldstad", 2024, ONE), &budget("Voorbeeldwoude", 2024, other)], &[]);
    }

    #[test]
    fn a_table_for_each_programme_makes_up_the_whole() {
        let table = |name: &str, rows: &str| {
            format!("Programma {name}\n\nTaakvelden\n\nBedragen x € 1.000\nTaakveld\tLasten 2023\tLasten 2024\n{rows}\n\n")
        };
        let first = table("1 Bestuur en dienst", "0.1 Bestuur\t100\t300\n0.4 Overhead\t90\t100\nTotaal\t190\t400");
        let second = table("2 Zorg en welzijn", "0.4 Overhead\t90\t100\n7.1 Volksgezondheid\t450\t500\nTotaal\t540\t600");
        let by_programme = format!("Begroting 2024 gemeente Voorbeeldwoude\n\nDe gemeente Voorbeeldwoude.\n\n{first}{second}");
        let whole = "Taakveld\tLasten 2024\n0.1 Bestuur\t400\n0.4 Overhead\t200\n7.1 Volksgezondheid\t400\nTotaal\t1.000";
        let whole = whole.replace("Lasten 2024\n", "Lasten 2024\tBaten 2024\n").replace("0\n", "0\t1\n");
        check(
            [&budget("Voorbeeldstad", 2024, &whole), &by_programme],
            &[
                "0.1 Expenditure: 400000 40.0% 40.00 | 300000 30.0% -",
                "0.4 Expenditure: 200000 20.0% 20.00 | 200000 20.0% -",
                "7.1 Expenditure: 400000 40.0% 40.00 | 500000 50.0% -",
            ],
        );
    }
}
