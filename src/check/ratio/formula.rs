//! Which rows a ratio is made of.

use super::printed::{Kind, Ratio};
use crate::{document::Row, scan::words::folded};

/// The parts of a ratio, and what they are divided by.
pub(super) struct Formula<'a> {
    /// The rows that are added, and whether each is subtracted.
    pub(super) parts: Vec<(&'a Row, bool)>,
    /// The row that is a hundred percent.
    pub(super) whole: &'a Row,
    /// Whether the text itself gives the formula.
    pub(super) is_printed: bool,
}

impl<'a> Formula<'a> {
    /// The formula of a ratio; none where one of its parts is not printed.
    pub(super) fn of(ratio: &Ratio<'a>) -> Option<Self> {
        Self::by_letters(ratio).or_else(|| Self::by_names(ratio))
    }

    /// `(a+b+c-d)/h x 100%`, where the rows begin with these letters.
    fn by_letters(ratio: &Ratio<'a>) -> Option<Self> {
        let formula = printed_formula(&ratio.name)?;
        let (above, below) = formula.rsplit_once('/')?;
        let row = |letter: char| ratio.rows.iter().rev().find(|row| letter_of(row) == Some(letter)).copied();
        let [(whole, false)] = letters(below)?[..] else { return None };
        let parts: Option<Vec<(&Row, bool)>> =
            letters(above)?.into_iter().map(|(letter, minus)| Some((row(letter)?, minus))).collect();
        Some(Self { parts: parts?, whole: row(whole)?, is_printed: true })
    }

    /// By the names that the Regeling gives to the parts. Every row must be one of them.
    fn by_names(ratio: &Ratio<'a>) -> Option<Self> {
        let mut roles = Vec::with_capacity(ratio.rows.len());
        for row in &ratio.rows {
            roles.push((role(ratio.kind, &folded(&row.label))?, *row));
        }
        let count = |wanted: Role| roles.iter().filter(|(role, _)| *role == wanted).count();
        let needed = needed(ratio.kind);
        if count(Role::Whole) != 1 || !needed.iter().all(|(role, times)| times.contains(&count(*role))) {
            return None;
        }
        let whole = roles.iter().find(|(role, _)| *role == Role::Whole)?.1;
        let parts = roles.iter().filter(|(role, _)| !matches!(role, Role::Whole | Role::Beside));
        let parts = parts.map(|(role, row)| (*row, role.is_subtracted())).collect();
        Some(Self { parts, whole, is_printed: false })
    }
}

/// What a row is to a ratio.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Whole,
    Equity,
    FixedDebt,
    FloatingDebt,
    AccruedLiabilities,
    FinancialAssets,
    ShortClaims,
    Cash,
    AccruedAssets,
    StructuralIncome,
    StructuralExpenditure,
    StructuralWithdrawals,
    StructuralAdditions,
    Land,
    Burden,
    /// It stands with the parts and is none.
    Beside,
}

impl Role {
    fn is_subtracted(self) -> bool {
        matches!(
            self,
            Self::FinancialAssets
                | Self::ShortClaims
                | Self::Cash
                | Self::AccruedAssets
                | Self::StructuralExpenditure
                | Self::StructuralAdditions
        )
    }
}

/// What the label of a row says that it is to a ratio; none where it is nothing of it.
fn role(kind: Kind, label: &str) -> Option<Role> {
    let has = |words: &[&str]| words.iter().any(|words| label.contains(words));
    let found = match kind {
        Kind::NetDebt => match () {
            () if has(&["totale baten", "totaal baten"]) => Role::Whole,
            () if has(&["vaste schuld", "onderhandse lening"]) => Role::FixedDebt,
            () if has(&["vlottende schuld"]) => Role::FloatingDebt,
            () if has(&["overlopende passiva"]) => Role::AccruedLiabilities,
            () if has(&["financiële activa"]) => Role::FinancialAssets,
            () if has(&["uitzettingen"]) => Role::ShortClaims,
            () if has(&["liquide middelen"]) => Role::Cash,
            () if has(&["overlopende activa"]) => Role::AccruedAssets,
            () => return None,
        },
        Kind::Solvency => match () {
            () if has(&["balanstotaal", "totaal vermogen", "totale vermogen", "totaal passiva", "totale passiva"]) => Role::Whole,
            () if has(&["eigen vermogen"]) => Role::Equity,
            () if has(&["vreemd vermogen"]) => Role::Beside,
            () => return None,
        },
        Kind::StructuralRoom => match () {
            () if has(&["totale baten", "totaal baten"]) => Role::Whole,
            () if has(&["onttrekking"]) => Role::StructuralWithdrawals,
            () if has(&["toevoeging", "storting"]) => Role::StructuralAdditions,
            () if has(&["structurele lasten"]) => Role::StructuralExpenditure,
            () if has(&["structurele baten"]) => Role::StructuralIncome,
            () => return None,
        },
        Kind::LandDevelopment => match () {
            () if has(&["totale baten", "totaal baten"]) => Role::Whole,
            () if has(&["in exploitatie"]) => Role::Land,
            () => return None,
        },
        Kind::TaxBurden => match () {
            () if has(&["landelijk gemiddelde", "gemiddeld gezin"]) => Role::Whole,
            () if has(&["totale woonlasten", "totaal woonlasten"]) => Role::Burden,
            () => Role::Beside,
        },
    };
    Some(found)
}

/// The parts that a ratio needs, and how many rows each may have.
fn needed(kind: Kind) -> &'static [(Role, std::ops::RangeInclusive<usize>)] {
    match kind {
        Kind::NetDebt => &[
            (Role::FixedDebt, 1..=2),
            (Role::FloatingDebt, 1..=1),
            (Role::AccruedLiabilities, 1..=1),
            (Role::FinancialAssets, 0..=1),
            (Role::ShortClaims, 1..=1),
            (Role::Cash, 1..=1),
            (Role::AccruedAssets, 1..=1),
        ],
        Kind::Solvency => &[(Role::Equity, 1..=1)],
        Kind::StructuralRoom => &[
            (Role::StructuralIncome, 1..=1),
            (Role::StructuralExpenditure, 1..=1),
            (Role::StructuralWithdrawals, 1..=1),
            (Role::StructuralAdditions, 1..=1),
        ],
        Kind::LandDevelopment => &[(Role::Land, 1..=2)],
        Kind::TaxBurden => &[(Role::Burden, 1..=1)],
    }
}

/// The letters, signs and brackets of the formula in a name, up to the sign of multiplication.
fn printed_formula(name: &str) -> Option<String> {
    let begin = name.find('(')?;
    let formula: String = name[begin..].chars().filter(|character| !character.is_whitespace()).collect();
    let end = ["x100", "*100", "×100"].iter().find_map(|end| formula.find(end)).unwrap_or(formula.len());
    Some(formula[..end].replace('−', "-")).filter(|formula| formula.contains('/'))
}

/// The letter that a row begins with: `A Vaste schulden`, `a. Vaste schulden`, `(A) Vaste schulden`.
fn letter_of(row: &Row) -> Option<char> {
    let own = row.group.as_deref().and_then(|group| row.label.strip_prefix(group)).unwrap_or(&row.label);
    let mut rest = own.trim_start().trim_start_matches('(').chars();
    let letter = rest.next().filter(char::is_ascii_alphabetic)?;
    rest.next().filter(|next| !next.is_alphanumeric()).map(|_| letter.to_ascii_lowercase())
}

/// The letters of a sum with whether each is subtracted; none where anything else stands in it.
fn letters(sum: &str) -> Option<Vec<(char, bool)>> {
    let mut found = Vec::new();
    // For each open bracket whether what is in it is subtracted.
    let mut subtracted = vec![false];
    let mut minus = false;
    for character in sum.chars() {
        let outer = *subtracted.last()?;
        match character {
            'a'..='z' => {
                found.push((character, outer != minus));
                minus = false;
            }
            '+' => minus = false,
            '-' => minus = true,
            '(' => {
                subtracted.push(outer != minus);
                minus = false;
            }
            ')' => {
                subtracted.pop()?;
            }
            _ => return None,
        }
    }
    (!found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::{letters, printed_formula};

    #[test]
    fn a_bracket_turns_the_signs_in_it() {
        let signs = |sum: &str| {
            letters(sum).map(|found| {
                found.iter().map(|(letter, minus)| format!("{}{letter}", if *minus { "-" } else { "+" })).collect::<String>()
            })
        };
        assert_eq!(signs("(b-a)+(d-c)").as_deref(), Some("+b-a+d-c"));
        assert_eq!(signs("a-(b-(c+d))").as_deref(), Some("+a-b+c+d"));
        assert_eq!(signs("(e)").as_deref(), Some("+e"));
        assert_eq!(signs("a+1"), None);
        assert_eq!(signs(")a"), None);
    }

    #[test]
    fn a_formula_ends_where_it_is_made_a_percentage() {
        assert_eq!(printed_formula("netto schuldquote (a+b - c)/h x 100%").as_deref(), Some("(a+b-c)/h"));
        assert_eq!(printed_formula("netto schuldquote (gecorrigeerd)"), None);
    }
}
