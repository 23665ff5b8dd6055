//! # What it does
//! Works out a printed percentage of growth or change from the two amounts beside it: `mutatie in %` between two years, or
//! between a budget and its accounts. Of several columns the pair counts that explains most of the percentages.
//!
//! # Why it matters
//! Readers take the percentage and leave the amounts. After an amendment the amounts are renewed and the percentage is left.
//!
//! # Example
//! `1.296 ÷ 1.200 × 100 − 100 = 8,0%`.

use super::{Check, Finding, Subject, percentages};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    percentages::findings(subject, Check::Growth)
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, testing::told};

    fn table(rows: &str) -> String {
        format!("Tarieven\n\nIn euro's\nSoort\t2024\t2025\tStijging in %\n{rows}")
    }

    #[test]
    fn a_percentage_follows_from_the_years_beside_it() {
        let text = table("Zon\t1.200\t1.296\t8,0%\nMaan\t800\t820\t2,5%\n");
        assert_eq!(
            told(Check::Growth, &text),
            ["Holds: 1.296 / 1.200 x 100 -100 ~ 7.91..8.09 = 8,0%", "Holds: 820 / 800 x 100 -100 ~ 2.37..2.63 = 2,5%",]
        );
    }

    #[test]
    fn one_that_does_not_is_wrong() {
        let text = table("Zon\t1.200\t1.296\t8,0%\nMaan\t800\t820\t2,5%\nMars\t500\t520\t7,0%\n");
        assert_eq!(told(Check::Growth, &text)[2], "Differs: 520 / 500 x 100 -100 ~ 3.8..4.2 = 7,0%");
    }

    #[test]
    fn two_years_and_a_word_are_enough_for_one_row() {
        assert_eq!(told(Check::Growth, &table("Zon\t1.200\t1.296\t9,0%\n")).len(), 1);
        assert!(told(Check::Growth, &table("Zon\t1.200\t1.296\t9,0%\n"))[0].starts_with("Differs"));
    }

    #[test]
    fn what_rounded_amounts_leave_open_is_rounding() {
        let text = table("Zon\t1.200\t1.296\t8,0%\nMaan\t800\t820\t2,5%\nMars\t11\t12\t10,0%\n");
        assert!(told(Check::Growth, &text)[2].starts_with("Rounding"));
    }

    #[test]
    fn a_number_without_a_sign_below_one_counts_too() {
        let text = table("Zon\t1.200\t1.296\t8,0\nMaan\t800\t780\t-2,5\n");
        assert_eq!(told(Check::Growth, &text).len(), 2);
    }

    #[test]
    fn a_growth_of_costs_may_be_printed_as_a_loss() {
        let text = "Programma Zorg\n\nBedragen x € 1.000\nSoort\t2024\t2025\tMutatie %\nLasten\t1.200\t1.296\t-8,0%\nBaten\t800\t820\t2,5%\nLasten reserve\t500\t540\t-8,0%\n";
        assert!(told(Check::Growth, text).iter().all(|line| line.starts_with("Holds")));
    }

    #[test]
    fn the_difference_may_have_a_column_of_its_own() {
        let text = "Kosten\n\nIn euro's\nSoort\tBegroting 2024\tRekening 2024\tVerschil\tVerschil %\nZon\t1.200\t1.296\t96\t8,0%\nMaan\t800\t780\t-20\t-2,5%\nMars\t500\t530\t30\t6,0%\n";
        assert_eq!(told(Check::Growth, text).iter().filter(|line| line.starts_with("Holds")).count(), 3);
    }

    #[test]
    fn columns_that_replace_each_other_are_no_years() {
        let text =
            "Tarieven\n\nIn euro's\nSoort\tWas 2025\tWordt 2025\tStijging %\nZon\t1.200\t1.200\t8,0%\nMaan\t800\t800\t2,5%\n";
        assert!(told(Check::Growth, text).is_empty());
    }

    #[test]
    fn percentages_that_nothing_explains_are_left_alone() {
        let text = "Kosten\n\nIn euro's\nSoort\t2023\t2024\t2025\tAandeel jongeren\nZon\t1.200\t1.296\t1.300\t31,0%\nMaan\t800\t820\t900\t12,5%\n";
        assert!(told(Check::Growth, text).is_empty() && told(Check::Share, text).is_empty());
    }
}
