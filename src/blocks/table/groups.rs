//! Labels that stand over several rows: `Lasten`, `5.1 Sport`.

use crate::{scan::words::folded, source::Span};

/// The label over the rows that come now.
#[derive(Default)]
pub(super) struct Groups {
    over: Option<Span>,
}

impl Groups {
    /// A label without values begins a group.
    pub(super) fn begin(&mut self, label: Span) {
        self.over = Some(label);
    }

    /// The group of a row. A total closes the group that it sums; a row that says by itself what it is of carries no
    /// group that says the same.
    pub(super) fn of_row(&mut self, text: &str, label: &[Span]) -> Option<Span> {
        let own = label.first().map(|span| folded(span.of(text))).unwrap_or_default();
        let names_money = self.over.is_some_and(|over| is_money_word(&folded(over.of(text))));
        if own.starts_with("totaal") || own.starts_with("subtotaal") || (names_money && closes(&own)) {
            self.over = None;
        }
        self.over
    }
}

/// Whether a label says that what stands below it is spent or received.
pub(super) fn is_money_word(label: &str) -> bool {
    matches!(label, "lasten" | "baten" | "uitgaven" | "inkomsten")
}

fn closes(label: &str) -> bool {
    ["saldo", "resultaat", "geraamd", "mutatie", "toevoeging", "storting", "onttrekking", "reserve"]
        .iter()
        .any(|word| label.starts_with(word))
}
