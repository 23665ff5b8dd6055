//! The numbers of tables that are no money: counts, shares below a header that says so, ratios.

use super::{Reading, tables::places};
use crate::{
    blocks::{Cell, Grid},
    document::Count,
    source::Span,
};

impl Reading<'_, '_> {
    /// The numbers of a table's rows that are none of its figures.
    pub(super) fn counts(&mut self, grid: &Grid, table: usize) {
        let figures: Vec<Span> = self.figures_of(table);
        for row in grid.rows.iter().filter(|row| !row.is_unreadable && !row.may_hold_label) {
            let places = places(grid, row, None);
            for (at, cell) in row.cells.iter().enumerate() {
                let Cell::Amount(amount) = cell else { continue };
                let span = amount.span();
                if figures.binary_search_by_key(&span.rank(), |figure| figure.rank()).is_ok() {
                    continue;
                }
                let column = places.get(at).copied().flatten().and_then(|place| grid.columns.get(place));
                self.found.counts.push(Count {
                    row: row.words(self.page.text),
                    column: column.map(|column| column.label.clone()),
                    table,
                    printed: self.page.words(span).to_owned(),
                    value: amount.number,
                    span,
                });
            }
        }
    }

    /// The places of a table's figures, in the order of the text.
    fn figures_of(&self, table: usize) -> Vec<Span> {
        let rows = self.found.tables[table].rows.iter();
        let mut spans: Vec<Span> = rows.flat_map(|row| &row.figures).map(|&at| self.found.all[at].span).collect();
        crate::source::sort_by_rank(&mut spans, |span| span.rank());
        spans
    }
}

#[cfg(test)]
mod tests {
    use crate::{read::read, source::Source};

    #[test]
    fn numbers_that_are_no_money_keep_their_row_and_column() {
        let text = "Leges\n\nBedragen in euro's\nSoort\tAantal\tTarief\tOpbrengst\nPaspoort\t120\t45,50\t5.460\nRijbewijs\t80\t41,00\t3.280\n";
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let found: Vec<_> =
            document.counts.iter().map(|count| (count.row.as_str(), count.column.as_deref(), count.printed.as_str())).collect();
        assert_eq!(found, [("Paspoort", Some("Aantal"), "120"), ("Rijbewijs", Some("Aantal"), "80")]);
        assert_eq!(document.figures.len(), 4);
    }

    #[test]
    fn a_row_of_counts_is_none_of_money() {
        let text = "Kosten in euro\n\t2024\t2025\nLasten\t1.100\t1.200\nAantal inwoners\t310\t320\n";
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let found: Vec<_> = document.counts.iter().map(|count| (count.row.as_str(), count.printed.as_str())).collect();
        assert_eq!(found, [("Aantal inwoners", "310"), ("Aantal inwoners", "320")]);
    }
}
