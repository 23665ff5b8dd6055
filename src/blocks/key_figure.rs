//! A label with its value on lines of their own, as dashboards export their cards.

use super::{
    Claim, Form,
    line::{Line, is_label},
};
use crate::{
    scan::{self, Amount, ScannedPercentage, ScannedUnit},
    source::Span,
};

/// A card: a label, an amount, the shares beside it and the unit below it. Offsets count in the whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// The label.
    pub label: Span,
    /// The amount.
    pub amount: Amount,
    /// Every percentage on it; a progress bar repeats the first.
    pub percentages: Vec<ScannedPercentage>,
    /// The unit stated on it.
    pub unit: Option<ScannedUnit>,
}

/// One line of a card, below its label.
enum Value {
    Amount(Amount),
    Percentage(ScannedPercentage),
    Unit(ScannedUnit),
}

/// The card whose label stands on line `at`. Without a euro sign or a unit line it may as well be a table's row.
pub(super) fn key_figure(text: &str, lines: &[Line], at: usize) -> Option<Claim> {
    let label = lines[at];
    let words = label.text(text);
    if !is_label(words) || words.contains(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let (mut amount, mut percentages, mut unit) = (None, Vec::new(), None);
    let mut end = at + 1;
    while let Some(line) = lines.get(end) {
        match value(line.text(text), line.span.start as usize) {
            Some(Value::Amount(found)) if amount.is_none() => amount = Some(found),
            Some(Value::Percentage(found)) => percentages.push(found),
            Some(Value::Unit(found)) if unit.is_none() => unit = Some(found),
            _ => break,
        }
        end += 1;
    }
    let amount = amount.filter(|amount| amount.currency || unit.is_some())?;
    Some((Form::KeyFigure(KeyFigure { label: label.span, amount, percentages, unit }), at..end))
}

fn value(line: &str, base: usize) -> Option<Value> {
    if let [unit] = scan::units(line)[..]
        && unit.start < 12
        && line.len() - unit.end <= 1
    {
        return Some(Value::Unit(unit.shifted(base)));
    }
    if let [percentage] = scan::percentages(line)[..] {
        // A progress bar says its state behind the number in one word.
        let alone = percentage.start <= 1 && line[percentage.end..].split_whitespace().count() <= 1;
        return alone.then(|| Value::Percentage(percentage.shifted(base)));
    }
    // A year below a unit is the first head of a table.
    let amount = scan::cell(line).filter(|_| scan::year(line).is_none())?;
    Some(Value::Amount(amount.shifted(base)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::lines;

    fn check(text: &str, expected: Option<(&str, usize, bool, usize)>) {
        let found = key_figure(text, &lines(text), 0).map(|(form, claimed)| match form {
            Form::KeyFigure(card) => {
                (text[card.amount.start..card.amount.end].to_owned(), card.percentages.len(), card.unit.is_some(), claimed.end)
            }
            _ => unreachable!("a card is a card"),
        });
        let expected = expected.map(|(amount, percentages, unit, end)| (amount.to_owned(), percentages, unit, end));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_card_takes_its_values() {
        check("Uitgaven\n\n12,5%\n\n€ -100\n\nx € 1.000\n12,5% Complete\n\nInkomsten", Some(("-100", 2, true, 5)));
        check("Saldo\n12\n(x € 1.000)", Some(("12", 0, true, 3)));
        check("Saldo\n€ 12\n€ 13", Some(("12", 0, false, 2)));
    }

    #[test]
    fn what_is_no_card() {
        check("Baten\n12\n13", None);
        check("Sport 2024\n€ 12", None);
        check("Wat kost het?\n\nx € 1.000\n\n2024\n\n2025", None);
        check("Wij doen veel.\n€ 12", None);
        check("Uitgaven\n12,5%\nTekst", None);
    }
}
