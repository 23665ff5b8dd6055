//! What a table is about, by the words of its caption, its headers and its rows.

use crate::{
    document::{MoneyKind, Table, Topic},
    scan::words::folded,
};

/// What the caption says, or the header above the labels; the first that fits.
const BY_CAPTION: [(Topic, &[&str]); 11] = [
    (Topic::Indicators, &["indicator"]),
    (Topic::Ratios, &["kengetal"]),
    (Topic::TaskFields, &["taakveld"]),
    (Topic::Risks, &["risico", "weerstandsvermogen"]),
    (Topic::Partners, &["verbonden partij", "gemeenschappelijke regeling", "deelneming"]),
    (Topic::Subsidies, &["subsidie"]),
    (Topic::BalanceSheet, &["balans"]),
    (Topic::Investments, &["investering", "krediet"]),
    (Topic::Provisions, &["voorziening"]),
    (Topic::Reserves, &["reserve"]),
    (Topic::Taxes, &["tarie", "belasting", "woonlasten", "heffing", "leges", "ozb"]),
];

/// What single headers or rows say where the caption does not.
const BY_LABELS: [(Topic, &[&str]); 6] = [
    (Topic::Ratios, &["netto schuldquote", "solvabiliteit"]),
    (Topic::Indicators, &["nulmeting", "streefwaarde"]),
    (Topic::Risks, &["kans", "impact"]),
    (Topic::Partners, &["eigen vermogen begin", "eigen vermogen 1-1", "vreemd vermogen"]),
    (Topic::BalanceSheet, &["totaal activa", "totaal passiva"]),
    (Topic::Reserves, &["stand per 1-1", "stand 1-1", "stand 31-12"]),
];

/// What `table` is about; `kinds` are those of its figures.
pub(super) fn topic(table: &Table, corner: &str, kinds: impl Iterator<Item = MoneyKind>) -> Topic {
    let caption = folded(table.caption.as_deref().unwrap_or_default());
    let corner = folded(corner);
    let in_caption = |parts: &[&str]| parts.iter().any(|part| caption.contains(part) || corner.contains(part));
    let labels: Vec<String> =
        table.columns.iter().map(String::as_str).chain(table.rows.iter().map(|row| row.label.as_str())).map(folded).collect();
    let in_labels = |parts: &[&str]| parts.iter().any(|part| labels.iter().any(|label| label.contains(part)));
    first(&BY_CAPTION, in_caption).or_else(|| first(&BY_LABELS, in_labels)).unwrap_or_else(|| by_kinds(kinds))
}

fn first(topics: &[(Topic, &[&str])], is_named: impl Fn(&[&str]) -> bool) -> Option<Topic> {
    topics.iter().find(|(_, parts)| is_named(parts)).map(|(topic, _)| *topic)
}

/// Lasten, baten and saldo alone are what something costs, reserves alone are reserves.
fn by_kinds(kinds: impl Iterator<Item = MoneyKind>) -> Topic {
    let (mut cost, mut reserve, mut all) = (0, 0, 0);
    for kind in kinds {
        all += 1;
        cost += usize::from(matches!(kind, MoneyKind::Expenditure | MoneyKind::Income | MoneyKind::Balance));
        reserve += usize::from(kind == MoneyKind::Reserve);
    }
    match () {
        () if all > 0 && reserve == all => Topic::Reserves,
        () if cost > 0 && cost + reserve == all => Topic::Cost,
        () => Topic::Other,
    }
}

#[cfg(test)]
mod tests {
    use crate::{document::Topic, read::read, source::Source};

    fn check(text: &str, expected: Topic) {
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        assert_eq!(document.tables.first().map(|table| table.topic), Some(expected), "{text}");
    }

    #[test]
    fn captions_and_labels_tell() {
        let rows = "Post\t2024\t2025\nLeges\t10\t11\nHuur\t5\t6\n";
        check(&format!("Tabel 3: Overzicht van investeringen (x € 1.000)\n{rows}"), Topic::Investments);
        check(&format!("Tabel 3: Verloop van de reserves (x € 1.000)\n{rows}"), Topic::Reserves);
        check(&format!("Tabel 3: Lasten per taakveld (x € 1.000)\n{rows}"), Topic::TaskFields);
        check(&format!("Tabel 3: Van alles (x € 1.000)\n{rows}"), Topic::Other);
        check("Post\t2024\t2025\nLasten\t10\t11\nBaten\t5\t6\nOnttrekking reserve\t1\t1\n", Topic::Cost);
        check("Kengetal\t2024\t2025\nNetto schuldquote\t10\t11\nSolvabiliteitsratio\t5\t6\n", Topic::Ratios);
    }
}
