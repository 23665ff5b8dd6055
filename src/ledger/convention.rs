//! How a table signs what goes out, what comes in and what is left.

use super::{
    Of, Place, Role, Sheet,
    cells::Cells,
    laws::{ADDED, Kind},
    weigh::Book,
};
use crate::document::Signs;

/// How one table signs its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Convention {
    /// What is negative in it.
    pub signs: Signs,
    /// How its balances are taken, where both kinds are positive and it prints balances.
    pub balance: Option<Balance>,
    /// How many numbers bear it out.
    pub numbers: usize,
}

/// How a balance is taken of numbers without signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Balance {
    /// Baten less lasten: a surplus is positive.
    IncomeLessExpenditure,
    /// Lasten less baten: a surplus is negative.
    ExpenditureLessIncome,
}

/// The least numbers of a kind that make a habit.
const HABIT: usize = 2;

pub(super) fn of_table(sheet: &Sheet, cells: &Cells, book: &Book) -> Option<Convention> {
    let [expenditure, income] = [Role::Expenditure, Role::Income].map(|role| Signed::count(sheet, cells, role));
    let way = way(book);
    let added = way.is_none_or(|way| way == ADDED);
    let signs = match (expenditure.habit()?, income.habit()?) {
        (true, false) if added => Signs::ExpenditureNegative,
        (false, true) if added => Signs::IncomeNegative,
        (false, false) if way != Some(ADDED) => Signs::BothPositive,
        _ => return None,
    };
    let balance = match way {
        Some(0) => Some(Balance::IncomeLessExpenditure),
        Some(1) => Some(Balance::ExpenditureLessIncome),
        _ => None,
    };
    let numbers = expenditure.most() + income.most();
    Some(Convention { signs, balance, numbers })
}

/// The way in which balances are taken, if one was shown by the numbers.
fn way(book: &Book) -> Option<usize> {
    let balances = book.claims.iter().filter(|claim| claim.credible);
    let mut ways = balances.filter_map(|claim| {
        let law = &book.laws[claim.chosen?];
        claim.only_way(0).filter(|_| law.kind == Kind::Balance)
    });
    let first = ways.next()?;
    ways.all(|way| way == first).then_some(first)
}

/// How many numbers of a kind are printed with and without a minus.
#[derive(Default)]
struct Signed {
    negative: usize,
    positive: usize,
}

impl Signed {
    fn count(sheet: &Sheet, cells: &Cells, role: Role) -> Self {
        let mut found = Self::default();
        for (at, line) in sheet.lines.iter().enumerate() {
            for (column, label) in sheet.columns.iter().enumerate() {
                let counted = matches!(label.role, Role::Other) && line.label.role == role
                    || label.role == role && line.label.role != Role::Ignored;
                if counted && !matches!(label.of, Of::Difference(..)) {
                    found.add(cells.at(Place { line: at, column }));
                }
            }
        }
        found
    }

    fn add(&mut self, value: Option<i64>) {
        match value.unwrap_or(0).signum() {
            -1 => self.negative += 1,
            1 => self.positive += 1,
            _ => {}
        }
    }

    /// Whether the numbers of a kind are negative as a rule; now and then one goes the other way.
    fn habit(&self) -> Option<bool> {
        match (self.negative, self.positive) {
            (negative, positive) if negative >= HABIT && negative > 4 * positive => Some(true),
            (negative, positive) if positive >= HABIT && positive > 4 * negative => Some(false),
            _ => None,
        }
    }

    fn most(&self) -> usize {
        self.negative.max(self.positive)
    }
}

/// How a document signs its numbers, by its tables: the convention, and the tables that keep it. Nothing where they do not
/// agree. Marks say it themselves: give [`Signs::Marks`] for a table that has them.
pub fn of_document(tables: &[Option<Convention>]) -> Option<(Signs, Vec<usize>)> {
    let keep = |signs: Signs| tables.iter().enumerate().filter(move |(_, table)| table.is_some_and(|table| table.signs == signs));
    let numbers = |signs: Signs| keep(signs).filter_map(|(_, table)| *table).map(|table| table.numbers).sum::<usize>();
    let most = Signs::ALL.into_iter().max_by_key(|signs| numbers(*signs))?;
    let others: usize = Signs::ALL.into_iter().filter(|signs| *signs != most).map(numbers).sum();
    (numbers(most) > 4 * others).then(|| (most, keep(most).map(|(at, _)| at).collect()))
}
