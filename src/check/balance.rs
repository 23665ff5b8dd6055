//! # What it does
//! Takes income off expenditure, in the way in which the numbers are signed, and compares what is left with the balance that is
//! printed.
//!
//! # Why it matters
//! Lasten, baten and saldo are what the council decides on for each programme (BBV art. 8 and 17). What they mean depends on
//! their signs, which differ from document to document.
//!
//! # Example
//! `54.672.041 − 11.824.266 = 42.847.775`, where income has a minus.

use super::{Check, Finding, Subject, lines, sums};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = sums::of_tables(subject, Check::Balance);
    found.extend(lines::balances(subject, Check::Balance));
    sums::in_order(subject.document, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        sums::testing::findings(Check::Balance, &format!("Begroting 2024\n\n{text}"), expected);
    }

    #[test]
    fn lines_in_each_convention() {
        check("Lasten € 54.300\nBaten € -11.100\nSaldo € 43.200\n", &["holds 54.300 + -11.100 = 43.200 Signed(IncomeNegative)"]);
        check(
            "Lasten € -54.300\nBaten € 11.100\nSaldo € -43.200\n",
            &["holds -54.300 + 11.100 = -43.200 Signed(ExpenditureNegative)"],
        );
        check("Lasten € 54.300\nBaten € 11.100\nSaldo € 43.200\n", &["holds 54.300 - 11.100 = 43.200 Signed(BothPositive)"]);
        check("Baten € 11.100\nLasten € 54.300\nSaldo € -43.200\n", &["holds 11.100 - 54.300 = -43.200 Signed(BothPositive)"]);
    }

    #[test]
    fn lines_that_differ() {
        check(
            "Lasten € 54.300\nBaten € -11.100\nSaldo € 42.200\n",
            &["differs 54.300 + -11.100 = 42.200 by 1000 Signed(IncomeNegative)"],
        );
        check(
            "Lasten € 54.300\nBaten € 11.100\nSaldo € 43.201\n",
            &["rounding 54.300 - 11.100 = 43.201 by -1 Signed(BothPositive)"],
        );
    }

    #[test]
    fn a_sign_that_is_lost_is_no_error_for_certain() {
        check("Lasten € -54.300\nBaten € 11.100\nSaldo € 43.200\n", &["unchecked - -54.300 - 11.100 = 43.200 SignsUnknown"]);
    }

    #[test]
    fn what_does_not_belong_together_is_not_summed() {
        check("Lasten € 54.300\nBaten in 2023 € 11.100\nSaldo € 12.000\n", &[]);
        check("Lasten € 54.300\nLasten € 200\nBaten € 11.100\nSaldo € 12.000\n", &[]);
        check(
            "Lasten € 54.300\nBaten € 11.100\n\nIn een ander jaar is er een saldo. Het saldo van de reserve is € 12.000.\n",
            &[],
        );
    }

    #[test]
    fn a_small_table() {
        let table = "Bedragen x € 1.000\nOmschrijving\t2024\nLasten\t39.884\nBaten\t11.733\nSaldo\t";
        check(&format!("{table}28.151\n"), &["holds 39.884 - 11.733 = 28.151 Signed(BothPositive)"]);
        check(&format!("{table}28.152\n"), &["rounding 39.884 - 11.733 = 28.152 by -1000 Signed(BothPositive)"]);
        check(&format!("{table}28.251\n"), &["differs 39.884 - 11.733 = 28.251 by -100000 Signed(BothPositive)"]);
    }

    #[test]
    fn marks_are_signs() {
        let table = "Bedragen x € 1.000\nOmschrijving\t2024\t2025\nLasten\t612 N\t640 N\nBaten\t88 V\t95 V\nSaldo\t524 N\t";
        check(&format!("{table}545 N\n"), &["holds 612 - 88 = 524 Signed(Marks)", "holds 640 - 95 = 545 Signed(Marks)"]);
        check(
            &format!("{table}565 N\n"),
            &["holds 612 - 88 = 524 Signed(Marks)", "differs 640 - 95 = 565 by -20000 Signed(Marks)"],
        );
    }

    #[test]
    fn a_block_that_comes_again_counts_once() {
        let block =
            "Uitgaven\n\n€ -14.377\n\nx € 1.000\n\nInkomsten\n\n€ 2.241\n\nx € 1.000\n\nSaldo\n\n€ -12.136\n\nx € 1.000\n\n";
        check(
            &format!("{block}Programma 4 | Veilig\n\n{block}"),
            &["holds -14.377 + 2.241 = -12.136 Signed(ExpenditureNegative)"],
        );
    }
}
