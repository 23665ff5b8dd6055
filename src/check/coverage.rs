//! # What it does
//! Divides what a charge brings in by what it pays for, and compares that with the printed cost coverage (kostendekking).
//!
//! # Why it matters
//! Charges such as those for waste and sewers may bring in no more than they cost (Gemeentewet art. 229b), and the section on
//! local charges has to show how that was worked out (BBV art. 10).
//!
//! # Example
//! `2.910.000 ÷ 3.000.000 × 100 = 97,0%`.

use super::{Check, Finding, Subject, percentages};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    percentages::findings(subject, Check::Coverage)
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, testing::told};

    fn table(rows: &str) -> String {
        format!("Leges\n\nIn euro's\nSoort\tLasten\tBaten\tKostendekking\n{rows}")
    }

    #[test]
    fn income_is_divided_by_costs() {
        let text = table("Paspoort\t90.712\t125.404\t138%\nRijbewijs\t80.000\t60.000\t75%\n");
        assert_eq!(
            told(Check::Coverage, &text),
            ["Holds: 125.404 / 90.712 x 100 ~ 138.24..138.25 = 138%", "Holds: 60.000 / 80.000 x 100 ~ 75..75 = 75%",]
        );
    }

    #[test]
    fn one_row_is_enough_where_costs_and_income_are_named() {
        assert!(told(Check::Coverage, &table("Paspoort\t90.712\t125.404\t183%\n"))[0].starts_with("Differs"));
    }

    #[test]
    fn costs_in_several_columns_leave_open_what_is_covered() {
        let text =
            "Leges\n\nIn euro's\nSoort\tLasten\tOverhead lasten\tBaten\tKostendekking\nPaspoort\t90.712\t10.000\t125.404\t99%\n";
        assert!(told(Check::Coverage, text).is_empty());
    }
}
