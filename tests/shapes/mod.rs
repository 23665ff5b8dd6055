//! Shapes of text that could cost more than their length: `tests/growth.rs` holds them to a bound, `benches/speed.rs`
//! measures them.

/// What each text is repeated of; `#` becomes a running number.
pub(crate) const SHAPES: [(&str, &str); 33] = [
    ("prose", "Wij bouwen in 2024 voor € 5 miljoen aan huizen, samen met Stichting Zon. "),
    ("amounts without full stops", "€ 5 en "),
    ("parts without full stops", "thema A# en "),
    ("names without full stops", "wij Aa bb "),
    ("names", "Naam# "),
    ("abbreviations", "Naam Naam (NN) "),
    ("different abbreviations", "Naam# Naam (NN#) "),
    ("open brackets", "("),
    ("percent signs", "%"),
    ("percentages", "5% "),
    ("digits", "1"),
    ("numbers", "12 "),
    ("euro signs", "€ "),
    ("units", "x € 1.000 "),
    ("headings", "Kop nummer #\n\n"),
    ("programmes", "Programma # Naam #\n\n"),
    ("items", "- iets nummer #\n"),
    ("rows", "Post # 12 13\n"),
    ("a table of rows", "Rij 1.000 2.000\n"),
    ("cells", "Begroting\n"),
    ("cells with values", "12\n"),
    ("municipalities", "gemeente Stad# "),
    ("kinds", "Begroting 2024\n"),
    ("questions", "Wat willen we bereiken?\n\nIets #.\n\n"),
    ("entries of contents", "Programma # Naam # ........ 12\n"),
    ("entries of a site map", "1. Blz. # Naam #\n"),
    ("a menu", "Naam nummer #\n"),
    ("pages", "Wij lezen #.\nPagina #\n\u{c}"),
    ("page lines with titles", "Begroting 2024 Pagina #\n"),
    ("goals with codes", "Wat willen we bereiken?\n\n1.# Iets\n\nWat gaan we doen?\n\n1.#.1 Iets\n\n"),
    ("codes on one line", "1.1 Iets "),
    ("a goal tree", "Doel Actie\n1.1 Iets 1.1.1 - Iets\n"),
    ("labelled goals", "Doel #: iets\nActie #: iets\n"),
];

/// A shape as a text of about that size.
pub(crate) fn text_of(piece: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + piece.len());
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        text.push_str(&piece.replace('#', &number.to_string()));
    }
    text
}
