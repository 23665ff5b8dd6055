//! # What it does
//! Multiplies: the amount of a risk by its chance, a price by the number sold, a contribution per inhabitant by the number of
//! inhabitants. Only where all three are printed in one row, and where most rows of the table show that they belong together.
//!
//! # Why it matters
//! The money that a municipality needs for its risks (BBV art. 11) is a sum of such products. A chance that was changed without
//! its product makes that sum wrong.
//!
//! # Example
//! `1.000 × 70% = 700`.

mod chance;
mod number;

use super::{Check, Finding, Subject};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let chances = subject.relations().iter().filter(|relation| relation.check() == Check::Product);
    let chances = chances.map(|relation| chance::finding(subject.document, relation));
    chances.chain(number::findings(subject)).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, testing::told};

    fn risks(rows: &str) -> String {
        format!("Risico's\n\nBedragen x € 1.000\nRisico\tBedrag\tKans\tBenodigd\n{rows}")
    }

    #[test]
    fn a_risk_is_multiplied_by_its_chance() {
        let text = risks("Jeugdzorg\t1.000\t70%\t700\nWmo\t335\t70%\t235\nGaranties\t180.400\t0,1%\t180\n");
        assert_eq!(
            told(Check::Product, &text),
            [
                "Holds: 1.000 x 70% ~ 699650..700350 = 700",
                "Holds: 335 x 70% ~ 234150..234850 = 235",
                "Holds: 180.400 x 0,1% ~ 180399.5..180400.5 = 180",
            ]
        );
    }

    #[test]
    fn a_chance_that_is_not_that_of_its_product_is_wrong() {
        let text = risks("Jeugdzorg\t1.000\t70%\t700\nWmo\t500\t50%\t350\nGaranties\t300\t10%\t30\n");
        let told = told(Check::Product, &text);
        assert_eq!(told.iter().filter(|line| line.starts_with("Differs: 500 x 50%")).count(), 1);
        assert_eq!(told.len(), 3);
    }

    #[test]
    fn a_chance_may_stand_for_a_third() {
        let text = risks("Jeugdzorg\t1.000\t70%\t700\nWmo\t600\t33%\t200\nGaranties\t300\t10%\t30\n");
        assert!(told(Check::Product, &text)[1].starts_with("Rounding"));
    }

    #[test]
    fn a_price_is_multiplied_by_the_number() {
        let text = "Leges\n\nBedragen in euro's\nSoort\tAantal\tTarief\tOpbrengst\nPaspoort\t120\t45,50\t5.460\nRijbewijs\t80\t41,00\t3.280\nAkte\t30\t14,10\t432\n";
        assert_eq!(
            told(Check::Product, text),
            [
                "Holds: 45,50 x 120 ~ 5459.4..5460.6 = 5.460",
                "Holds: 41,00 x 80 ~ 3279.6..3280.4 = 3.280",
                "Differs: 14,10 x 30 ~ 422.85..423.15 = 432",
            ]
        );
    }

    #[test]
    fn numbers_beside_amounts_that_are_no_products_are_left_alone() {
        let text = "Leges\n\nBedragen in euro's\nSoort\tAantal\tLasten\tBaten\nPaspoort\t120\t4.550\t5.460\nRijbewijs\t80\t4.100\t3.280\n";
        assert!(told(Check::Product, text).is_empty());
    }
}
