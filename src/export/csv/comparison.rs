//! Documents beside each other: a row for each amount that two of them have. Of each pair what was spent comes before what
//! changed.

use rust_decimal::Decimal;

use super::{Column, or_nothing, table};
use crate::{
    compare::{Change, Comparison, FactOf, Pair, Spent, Volume},
    document::{Figure, Programme},
    export::{Checked, Contents, json::Named},
};

/// What became of amounts from one document to the other; only the names of the columns where nothing was compared.
pub fn comparison_to_csv(contents: &Contents<'_>) -> String {
    let rows = contents.comparison.iter().flat_map(|comparison| rows(contents.documents, comparison));
    table(Row::COLUMNS, rows)
}

fn rows<'a>(documents: &'a [Checked<'a>], comparison: &'a Comparison) -> impl Iterator<Item = Row<'a>> {
    comparison.pairs.iter().flat_map(move |pair| {
        let amounts = pair.spent.iter().map(Amounts::Spent).chain(pair.changes.iter().map(Amounts::Changed));
        amounts.map(move |amounts| Row { documents, comparison, pair, amounts })
    })
}

/// Two amounts in their pair.
struct Row<'a> {
    documents: &'a [Checked<'a>],
    comparison: &'a Comparison,
    pair: &'a Pair,
    amounts: Amounts<'a>,
}

/// Which list of the pair they are of.
enum Amounts<'a> {
    Spent(&'a Spent),
    Changed(&'a Change),
}

impl<'a> Row<'a> {
    const COLUMNS: &'a [Column<Self>] = &[
        ("list", |at| at.list().to_owned()),
        ("relation", |at| at.pair.relation.word()),
        ("left_municipality", |at| at.municipality(at.pair.left)),
        ("left_kind", |at| at.kind(at.pair.left)),
        ("left_document_year", |at| at.year(at.pair.left)),
        ("right_municipality", |at| at.municipality(at.pair.right)),
        ("right_kind", |at| at.kind(at.pair.right)),
        ("right_document_year", |at| at.year(at.pair.right)),
        ("programme_number", |at| or_nothing(at.programme().and_then(|programme| programme.number.as_ref()))),
        ("programme", |at| or_nothing(at.programme().map(|programme| &programme.name))),
        ("row", |at| at.row().to_owned()),
        ("total", |at| at.is_total().to_string()),
        ("measure", |at| at.measure()),
        ("left_year", |at| or_nothing(at.left().and_then(|figure| figure.year))),
        ("right_year", |at| or_nothing(at.right().and_then(|figure| figure.year))),
        ("left_printed", |at| or_nothing(at.left().map(|figure| &figure.printed))),
        ("right_printed", |at| or_nothing(at.right().map(|figure| &figure.printed))),
        ("left_euros", |at| at.left_euros().to_string()),
        ("right_euros", |at| at.right_euros().to_string()),
        ("difference", |at| at.difference().to_string()),
        ("share", |at| or_nothing(at.share())),
        ("relative", |at| or_nothing(at.relative())),
        ("direction", |at| at.direction()),
        ("in_doubt", |at| at.is_in_doubt().to_string()),
        ("left_file", |at| at.file(at.facts()[0])),
        ("left_entry", |at| at.entry(at.facts()[0])),
        ("left_start", |at| or_nothing(at.left().map(|figure| figure.span.start))),
        ("left_end", |at| or_nothing(at.left().map(|figure| figure.span.end))),
        ("right_file", |at| at.file(at.facts()[1])),
        ("right_entry", |at| at.entry(at.facts()[1])),
        ("right_start", |at| or_nothing(at.right().map(|figure| figure.span.start))),
        ("right_end", |at| or_nothing(at.right().map(|figure| figure.span.end))),
    ];

    fn list(&self) -> &'static str {
        match self.amounts {
            Amounts::Spent(_) => "spent",
            Amounts::Changed(_) => "change",
        }
    }

    fn volume(&self, volume: usize) -> Option<&'a Volume> {
        self.comparison.volumes.get(volume)
    }

    fn municipality(&self, volume: usize) -> String {
        or_nothing(self.volume(volume).and_then(|volume| volume.municipality.as_ref()))
    }

    fn kind(&self, volume: usize) -> String {
        or_nothing(self.volume(volume).and_then(|volume| volume.kind).map(Named::word))
    }

    fn year(&self, volume: usize) -> String {
        or_nothing(self.volume(volume).and_then(|volume| volume.year))
    }

    /// The programme of both, as the left one calls it.
    fn programme(&self) -> Option<&'a Programme> {
        let matched = match self.amounts {
            Amounts::Spent(spent) => spent.programme,
            Amounts::Changed(change) => change.programme,
        };
        let matched = self.pair.programmes.get(matched?)?;
        let programme = matched.left.or(matched.right)?;
        self.documents.get(programme.document)?.document.programmes.get(programme.fact)
    }

    fn row(&self) -> &'a str {
        match self.amounts {
            Amounts::Spent(spent) => &spent.row,
            Amounts::Changed(change) => &change.row,
        }
    }

    fn is_total(&self) -> bool {
        match self.amounts {
            Amounts::Spent(spent) => spent.total,
            Amounts::Changed(change) => change.total,
        }
    }

    fn measure(&self) -> String {
        match self.amounts {
            Amounts::Spent(spent) => spent.kind.word(),
            Amounts::Changed(change) => change.kind.word(),
        }
    }

    /// Where both amounts stand.
    fn facts(&self) -> [FactOf; 2] {
        match self.amounts {
            Amounts::Spent(spent) => [spent.budgeted, spent.realised],
            Amounts::Changed(change) => [change.left, change.right],
        }
    }

    fn left(&self) -> Option<&'a Figure> {
        self.figure(self.facts()[0])
    }

    fn right(&self) -> Option<&'a Figure> {
        self.figure(self.facts()[1])
    }

    fn figure(&self, fact: FactOf) -> Option<&'a Figure> {
        self.documents.get(fact.document)?.document.figures.get(fact.fact)
    }

    fn left_euros(&self) -> Decimal {
        match self.amounts {
            Amounts::Spent(spent) => spent.budgeted_euros,
            Amounts::Changed(change) => change.left_euros,
        }
    }

    fn right_euros(&self) -> Decimal {
        match self.amounts {
            Amounts::Spent(spent) => spent.realised_euros,
            Amounts::Changed(change) => change.right_euros,
        }
    }

    fn is_in_doubt(&self) -> bool {
        match self.amounts {
            Amounts::Spent(spent) => spent.in_doubt,
            Amounts::Changed(change) => change.in_doubt,
        }
    }

    fn difference(&self) -> Decimal {
        match self.amounts {
            Amounts::Spent(spent) => spent.realised_euros.saturating_sub(spent.budgeted_euros),
            Amounts::Changed(change) => change.difference,
        }
    }

    fn share(&self) -> Option<Decimal> {
        match self.amounts {
            Amounts::Spent(spent) => spent.share,
            Amounts::Changed(_) => None,
        }
    }

    fn relative(&self) -> Option<Decimal> {
        match self.amounts {
            Amounts::Spent(_) => None,
            Amounts::Changed(change) => change.relative,
        }
    }

    fn direction(&self) -> String {
        match self.amounts {
            Amounts::Spent(spent) => spent.direction.word(),
            Amounts::Changed(_) => String::new(),
        }
    }

    fn file(&self, fact: FactOf) -> String {
        or_nothing(self.documents.get(fact.document).map(|checked| &checked.source.origin.name))
    }

    fn entry(&self, fact: FactOf) -> String {
        or_nothing(self.documents.get(fact.document).and_then(|checked| checked.source.origin.entry.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::example::{exported, exported_comparison};

    const HEADER: &str = "list,relation,left_municipality,left_kind,left_document_year,right_municipality,right_kind,\
        right_document_year,programme_number,programme,row,total,measure,left_year,right_year,left_printed,right_printed,left_euros,\
        right_euros,difference,share,relative,direction,in_doubt,left_file,left_entry,left_start,left_end,right_file,right_entry,\
        right_start,right_end\r\n";

    #[test]
    fn a_row_for_each_amount_that_both_have() {
        let both = "budget-and-next,Voorbeeldstad,budget,2024,Voorbeeldstad,budget,2025";
        let spent =
            "2,Sport,Lasten,true,expenditure,2024,2025,-5,3,5000,3000,-2000,60.0,,favourable,true,a.txt,,10,12,b.txt,,20,21";
        let changed = ",,'+Baten,false,income,2024,2025,3,-5,3000,-5000,-8000,,,,false,a.txt,,20,21,b.txt,,10,12";
        let expected = format!("{HEADER}spent,{both},{spent}\r\nchange,{both},{changed}\r\n");
        assert_eq!(exported_comparison(comparison_to_csv), expected);
    }

    #[test]
    fn where_nothing_was_compared_the_names_of_the_columns_stay() {
        assert_eq!(exported(&[], comparison_to_csv), HEADER);
    }
}
