//! # What it does
//! Adds to the balance before reserves what is put into reserves and what is taken out of them, and compares that with the
//! result.
//!
//! # Why it matters
//! The budget and the accounts show both the balance of expenditure and income and the result after moves of reserves (BBV
//! art. 17 and 27). A result that does not follow from them shows a year better or worse than it is.
//!
//! # Example
//! A balance of 29.553, of which 150 more is put in and 600 taken out: `29.553 + 150 − 600 = 29.103`.

use super::{Check, Finding, Subject, lines, sums};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = sums::of_tables(subject, Check::Result);
    found.extend(lines::balances(subject, Check::Result));
    sums::in_order(subject.document, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        sums::testing::findings(Check::Result, &format!("Jaarrekening 2024\n\n{text}"), expected);
    }

    #[test]
    fn moves_of_reserves_lead_to_the_result() {
        let rows = "Bedragen x € 1.000\nPost\t2023\t2024\nLasten\t4.200\t4.350\nBaten\t1.150\t1.240\nSaldo van lasten en baten\t3.050\t3.110\n\
                    Storting in reserves\t120\t75\nOnttrekking aan reserves\t300\t95\nResultaat\t2.870\t";
        check(
            &format!("{rows}3.090\n"),
            &["holds 3.050 + 120 - 300 = 2.870 Signed(BothPositive)", "holds 3.110 + 75 - 95 = 3.090 Signed(BothPositive)"],
        );
        check(
            &format!("{rows}3.990\n"),
            &[
                "holds 3.050 + 120 - 300 = 2.870 Signed(BothPositive)",
                "differs 3.110 + 75 - 95 = 3.990 by -900000 Signed(BothPositive)",
            ],
        );
    }

    #[test]
    fn on_lines() {
        let lines =
            "Lasten € 8.564\nBaten € -4.354\nSaldo € 4.210\nToevoeging aan reserves € 310\nOnttrekking aan reserves € -128\n";
        check(&format!("{lines}Resultaat € 4.392\n"), &["holds 4.210 + 310 + -128 = 4.392"]);
        check(&format!("{lines}Resultaat € 4.492\n"), &["differs 4.210 + 310 + -128 = 4.492 by -100"]);
    }
}
