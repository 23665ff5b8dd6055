//! The words on the page itself.

use super::words;

words! {
    name: "Begrotingskijker", "Begrotingskijker";
    municipality_unknown: "Gemeente onbekend", "Municipality unknown";
    kind_unknown: "Soort onbekend", "Kind unknown";
    year_unknown: "Jaar onbekend", "Year unknown";
}
