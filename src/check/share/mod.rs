//! # What it does
//! A percentage beside an amount implies a whole: the amount divided by the percentage, within what the rounding of both
//! allows. Shares of one kind in one document must imply the same whole; where that is printed, it must be it. In tables the
//! whole is the total of the column, or an amount of the row. What a percentage is of is inferred, and said to be so.
//!
//! A balance may be far more than a hundred percent: it is then a share of the total balance, which lies near zero while its
//! parts do not.
//!
//! # Why it matters
//! A share is what people remember of a budget, and nobody can see from it whether it is right.
//!
//! # Example
//! `39.884 ÷ 35,55% is about 112,2 million`.

mod cards;
mod groups;
mod parts;
mod whole;

pub use cards::shares_beside;

use super::{Check, Finding, Subject};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let in_tables = || subject.relations().iter().filter(|relation| relation.check() == Check::Share);
    let mut found = groups::findings(subject);
    found.extend(in_tables().map(|relation| relation.finding(Check::Share)));
    found.extend(parts::findings(subject.document, in_tables()));
    found
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, testing::told};

    fn card(label: &str, share: &str, amount: &str) -> String {
        format!("{label}\n\n{share}\n\n€ {amount}\n\nx € 1.000\n{share} Complete\n\n")
    }

    fn programme(cards: &[(&str, &str, &str)]) -> String {
        cards.iter().map(|(label, share, amount)| card(label, share, amount)).collect()
    }

    const TOTALS: &str = "Programma's\n\nBedragen x €1.000\nProgramma\tLasten\tBaten\tSaldo\nZorg\t40.000\t10.000\t-30.000\nWonen\t60.000\t30.000\t-30.000\nMiddelen\t2.000\t64.500\t62.500\nTotaal\t102.000\t104.500\t2.500\n";

    #[test]
    fn an_amount_and_its_percentage_imply_a_whole() {
        assert_eq!(
            told(Check::Share, &card("Uitgaven", "39,22%", "-40.000")),
            ["Unchecked: -40.000 / 39,22% ~ 101974506.05..102003060.05"]
        );
    }

    #[test]
    fn a_printed_whole_is_found() {
        let text =
            programme(&[("Uitgaven", "39,22%", "-40.000"), ("Inkomsten", "9,57%", "10.000"), ("Saldo", "1200%", "-30.000")]);
        let told = told(Check::Share, &format!("{text}{TOTALS}"));
        assert_eq!(told.len(), 3);
        assert!(told[0].starts_with("Holds: -40.000 / 39,22%") && told[0].ends_with("= 102.000"), "{told:?}");
        assert!(told[2].starts_with("Holds: -30.000 / 1200%") && told[2].ends_with("= 2.500"), "{told:?}");
    }

    #[test]
    fn one_share_of_three_that_has_another_whole_is_wrong() {
        let text =
            programme(&[("Uitgaven", "37,22%", "-40.000"), ("Inkomsten", "9,57%", "10.000"), ("Saldo", "1200%", "-30.000")]);
        let told = told(Check::Share, &format!("{text}{TOTALS}"));
        assert!(told[0].starts_with("Differs: -40.000 / 37,22%") && told[0].ends_with("= 102.000"), "{told:?}");
    }

    #[test]
    fn the_whole_of_the_balance_is_that_of_both_sides() {
        let text =
            programme(&[("Uitgaven", "39,22%", "-40.000"), ("Inkomsten", "9,57%", "10.000"), ("Saldo", "1200%", "-30.000")]);
        let told = told(Check::Share, &text);
        assert!(told[2].starts_with("Holds: -30.000 / 1200%"), "{told:?}");
        let alone = self::told(Check::Share, &card("Saldo", "1200%", "-30.000"));
        assert!(alone[0].starts_with("Unchecked"), "{alone:?}");
    }

    #[test]
    fn a_block_that_comes_again_says_the_same() {
        let once = card("Uitgaven", "39,22%", "-40.000");
        assert_eq!(told(Check::Share, &format!("{once}Programma 2 | Zorg\n\n{once}")).len(), 1);
    }

    /// Two programmes whose expenditure has one whole, and what a case puts after them.
    fn programmes(rest: &str) -> String {
        let (first, second) = (card("Uitgaven", "39,22%", "-40.000"), card("Uitgaven", "58,82%", "-60.000"));
        format!("Programma 1 | Wonen\n\n{first}Programma 2 | Zorg\n\n{second}{rest}")
    }

    #[test]
    fn a_block_that_comes_again_and_says_something_else_is_wrong() {
        let told = told(Check::Share, &programmes(&card("Uitgaven", "58,82%", "-61.000")));
        assert!(told[0].starts_with("Differs: -61.000 / 58,82%"), "{told:?}");
        assert_eq!(told.len(), 2);
    }

    #[test]
    fn one_that_is_wrong_is_not_called_unchecked_too() {
        let rest = [("58,82%", "-61.000"), ("12,00%", "-9.000"), ("7,00%", "-31.000")];
        let rest: String = rest.iter().map(|(share, amount)| card("Uitgaven", share, amount)).collect();
        let told = told(Check::Share, &programmes(&rest));
        assert_eq!(told.iter().filter(|line| line.contains("-61.000")).count(), 1, "{told:?}");
        assert_eq!(told.len(), 5);
    }

    #[test]
    fn one_percentage_of_two_programmes_accuses_neither() {
        let (first, second) = (card("Lasten", "50,00%", "12.000.000"), card("Lasten", "50,00%", "30.000.000"));
        let told = told(Check::Share, &format!("Programma 1 | Wonen\n\n{first}Programma 2 | Zorg\n\n{second}"));
        assert!(told.len() == 2 && told.iter().all(|line| line.starts_with("Unchecked")), "{told:?}");
    }

    #[test]
    fn two_percentages_of_one_amount_differ() {
        let text = card("Uitgaven", "39,22%", "-40.000").replace("39,22% Complete", "38,22% Complete");
        assert!(told(Check::Share, &text).iter().any(|line| line.starts_with("Differs")));
    }

    #[test]
    fn shares_of_programmes_with_wholes_of_their_own_are_not_accused() {
        let text = programme(&[("Lasten", "39,22%", "40.000"), ("Lasten", "50,00%", "1.000"), ("Lasten", "12,50%", "700")]);
        assert!(told(Check::Share, &text).iter().all(|line| line.starts_with("Unchecked")));
    }

    #[test]
    fn a_column_of_shares_is_of_its_total() {
        let text = "Lasten\n\nBedragen x € 1.000\nProgramma\t2025\tin %\nZorg\t40.000\t40%\nWonen\t25.000\t25%\nSport\t35.000\t35%\nTotaal\t100.000\t100%\n";
        let told = told(Check::Share, text);
        assert_eq!(told[0], "Holds: 40.000 / 100.000 x 100 ~ 40..40 = 40%");
        assert_eq!(told.last().map(String::as_str), Some("Holds: 40% +25% +35% = 100"));
        let wrong = self::told(Check::Share, &text.replace("25%", "28%"));
        assert_eq!(wrong.iter().filter(|line| line.starts_with("Differs")).count(), 2, "{wrong:?}");
    }
}
