//! The words of the command alone; what it shares with the page stands with the page's.

use rust_decimal::Decimal;

use super::{Language, words};
use crate::{decisions::NoDecisions, document::Outcome};

words! {
    by_check: "Per controle", "By check";
    nothing_to_check: "Er is niets gevonden om na te rekenen.", "Nothing was found to check.";
    line: "regel", "line";
    changes_in_short: "Wat er verandert, nominaal, het grootste verschil eerst", "What changes, nominal, the largest difference first";
    shared_partners: "Partners die in meer dan één document staan", "Partners in more than one document";
    repeated_amounts: "Bedragen die in twee documenten hetzelfde horen te zijn", "Amounts that should be the same in two documents";
    nothing_together_here: "Van deze documenten horen er geen twee vanzelf bij elkaar.", "No two of these documents belong together by themselves.";
    tables: "Tabellen", "Tables";
    sums: "Optellingen in de tabellen", "Sums in the tables";
    without_sums: "Er is geen optelling gevonden om na te rekenen.", "No sum was found to check.";
    used_for_reading: "gebruikt om te bepalen in welke kolom een bedrag staat, en dus geen bewijs", "used to tell which column an amount stands in, and so no proof";
}

impl Language {
    /// Indicators and ratios.
    pub fn indicators(self) -> &'static str {
        self.choose("Indicatoren en kengetallen", "Indicators and ratios")
    }

    /// A file that the system does not give: which, and why.
    pub fn file_unreadable(self, name: &str, reason: &str) -> String {
        self.choose(
            format!("{name}: kan dit bestand niet openen ({reason}). Controleer de naam en de rechten."),
            format!("{name}: cannot open this file ({reason}). Check the name and the permissions."),
        )
    }

    /// A file that holds no decisions, or none that are understood: which, and why.
    pub fn no_decisions(self, name: &str, reason: NoDecisions) -> String {
        match reason {
            NoDecisions::Broken { line, column } => self.choose(
                format!("{name}: dit bestand met beslissingen is stuk op regel {line}, teken {column}. Herstel het daar, of bewaar de beslissingen opnieuw."),
                format!("{name}: this file of decisions is broken at line {line}, column {column}. Mend it there, or save the decisions again."),
            ),
            NoDecisions::OtherFormat => self.choose(
                format!("{name}: dit is geen bestand met beslissingen. Zo’n bestand begint met \"format\": \"begrotingskijker-decisions\"."),
                format!("{name}: this is no file of decisions. Such a file begins with \"format\": \"begrotingskijker-decisions\"."),
            ),
            NoDecisions::LaterVersion(version) => self.choose(
                format!("{name}: dit bestand met beslissingen is van een latere versie ({version}). Gebruik een nieuwere begrotingskijker."),
                format!("{name}: this file of decisions is of a later version ({version}). Use a newer begrotingskijker."),
            ),
        }
    }

    /// How many of several findings somebody explained: `waarvan 1 verklaard`.
    pub fn explained_count(self, count: usize) -> String {
        let count = self.count(count);
        self.choose(format!("waarvan {count} verklaard"), format!("of which {count} explained"))
    }

    /// What is said where there are not two documents.
    pub fn too_few_to_compare(self, count: usize) -> String {
        let count = self.count(count);
        self.choose(
            format!("Vergelijken begint bij twee documenten; hier zijn er {count}. Geef nog een bestand op."),
            format!("Comparing begins with two documents; here are {count}. Name one more file."),
        )
    }

    /// How many lines of a list are left out.
    pub fn and_more(self, count: usize) -> String {
        let count = self.count(count);
        self.choose(format!("en nog {count} (alle met --all)"), format!("and {count} more (all with --all)"))
    }

    /// How large a table is.
    pub fn rows_by_columns(self, rows: usize, columns: usize) -> String {
        let (rows_word, columns_word) = match self {
            Self::Dutch => (one_or_more(rows, "rij", "rijen"), one_or_more(columns, "kolom", "kolommen")),
            Self::English => (one_or_more(rows, "row", "rows"), one_or_more(columns, "column", "columns")),
        };
        format!("{} {rows_word} × {} {columns_word}", self.count(rows), self.count(columns))
    }

    /// A printed page: `blz. 12`.
    pub fn page(self, page: u32) -> String {
        self.choose(format!("blz. {page}"), format!("p. {page}"))
    }

    /// How many of the amounts are certain.
    pub fn sure_and_doubted(self, sure: usize, doubted: usize) -> String {
        let (sure, doubted) = (self.count(sure), self.count(doubted));
        self.choose(
            format!("{sure} zonder twijfel, {doubted} met een twijfel"),
            format!("{sure} without a doubt, {doubted} with a doubt"),
        )
    }

    /// What became of a sum.
    pub fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Holds => self.choose("klopt precies", "holds"),
            Outcome::Rounding => self.choose("klopt op afronding na", "holds but for rounding"),
            Outcome::Differs => self.choose("klopt niet", "does not hold"),
        }
    }

    /// A sum that does not come out.
    pub fn differs_by(self, what: &str, difference: Decimal) -> String {
        format!("{what}: {}", self.apart(difference))
    }

    /// How far two amounts are apart: `€ 5.000 verschil`.
    pub fn apart(self, difference: Decimal) -> String {
        let difference = self.money(difference.abs());
        self.choose(format!("{difference} verschil"), format!("{difference} apart"))
    }

    /// Printed amounts that may explain a difference.
    pub fn explained_by_these(self, amounts: &str) -> String {
        self.choose(format!("te verklaren door {amounts}"), format!("explained by {amounts}"))
    }
}

fn one_or_more<'a>(count: usize, one: &'a str, more: &'a str) -> &'a str {
    if count == 1 { one } else { more }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_several() {
        assert_eq!(Language::Dutch.rows_by_columns(1, 12), "1 rij × 12 kolommen");
        assert_eq!(Language::English.rows_by_columns(1_200, 1), "1,200 rows × 1 column");
    }

    #[test]
    fn a_difference_has_no_sign() {
        let check = |language: Language, expected: &str| {
            let words = language.differs_by("Totaal lasten", Decimal::from(-12_000));
            assert_eq!(words.replace('\u{a0}', " "), expected);
        };
        check(Language::Dutch, "Totaal lasten: € 12.000 verschil");
        check(Language::English, "Totaal lasten: €12,000 apart");
    }
}
