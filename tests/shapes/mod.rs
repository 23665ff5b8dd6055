//! Shapes of text that could cost more than their length: `tests/growth.rs` holds them to a bound, `benches/speed.rs`
//! measures them.

/// A name and what the text is made of: each piece fills an equal part of it. `#` becomes a running number, `~` spaces, one
/// more each time.
pub(crate) type Shape = (&'static str, &'static [&'static str]);

/// All of them; a new one is a line here.
pub(crate) const SHAPES: [Shape; 92] = [
    ("prose", &["Wij bouwen in 2024 voor € 5 miljoen aan huizen, samen met Stichting Zon. "]),
    (
        "a text of everything",
        &[
            "Programma # Naam#\n\nWat willen we bereiken?\n\nIets # met Stichting Naam# (N#), 5% meer in 2024.\n\nWat mag het kosten?\n\n\
         Bedragen x € 1.000\n2024 2025\nLasten 12 13\nBaten # 6\nSaldo 7 7\n\n",
        ],
    ),
    // Words in running text.
    ("amounts without full stops", &["€ 5 en "]),
    ("parts without full stops", &["thema A# en "]),
    ("names without full stops", &["wij Aa bb "]),
    ("names", &["Naam# "]),
    ("abbreviations", &["Naam Naam (NN) "]),
    ("different abbreviations", &["Naam# Naam (NN#) "]),
    ("names between commas", &["Stichting Naam#, "]),
    ("municipalities", &["gemeente Stad# "]),
    ("years", &["2024 "]),
    ("percentages", &["5% "]),
    ("units", &["x € 1.000 "]),
    ("was and wordt", &["Was € # wordt € 12. "]),
    ("millions", &["€ # miljoen en # mln "]),
    ("letters", &["a"]),
    ("capitals", &["A"]),
    // One sign alone.
    ("open brackets", &["("]),
    ("closed brackets", &[")"]),
    ("pairs of brackets", &["()"]),
    ("brackets that close late", &["(", ")"]),
    ("numbers in brackets", &["(12) "]),
    ("percent signs", &["%"]),
    ("euro signs", &["€ "]),
    ("digits", &["1"]),
    ("full stops", &["."]),
    ("thousands without spaces", &["1.000"]),
    ("hyphens", &["-"]),
    ("minus signs", &["-/- "]),
    ("spaces", &[" "]),
    ("no-break spaces", &["\u{a0}"]),
    ("words far apart", &["a                                        "]),
    ("tabs", &["\t"]),
    ("pipes", &["|"]),
    ("empty lines", &["\n"]),
    ("open quotes", &["“"]),
    ("accents", &["e\u{301}"]),
    ("soft hyphens", &["a\u{ad}"]),
    ("zeros", &["\0"]),
    // Headings and lists.
    ("headings", &["Kop nummer #\n\n"]),
    ("numbered headings", &["#.1 Kop\n\n"]),
    ("lines that begin with a number", &["# Kop nummer\n"]),
    ("words in lower case, one a line", &["zorg\n"]),
    ("programmes", &["Programma # Naam #\n\n"]),
    ("programmes whose names are lists", &["Programma Naam#, Lijst# en Meer\n\n"]),
    ("levels in capitals", &["wij Thema "]),
    ("levels one after another", &["Thema "]),
    ("kinds", &["Begroting 2024\n"]),
    ("tables that tell a kind", &["Post\tRekening 2023\tBegroting 2024\nZon\t#\t2\nMaan\t3\t4\n\nIets.\n\n"]),
    ("coalitions", &["Coalitie\n\n"]),
    ("portfolios", &["Portefeuilles\n\n", "wethouder (("]),
    ("questions", &["Wat willen we bereiken?\n\nIets #.\n\n"]),
    ("goals under one question", &["Wat willen we bereiken?\n\n", "- Iets # bereiken\n"]),
    ("codes of goals", &["Wat willen we bereiken?\n\n", "P# 1.1 Iets bereiken\n"]),
    ("echoes", &["Terug naar navigatie - Naam #\n\n"]),
    ("contents", &["Hoofdstuk # ........................ 12\n"]),
    ("pages", &["Pagina # van 900\n\n"]),
    ("items", &["- iets nummer #\n"]),
    ("lists in lists", &["~- iets nummer #\n"]),
    ("marks of items", &["- "]),
    ("marks of numbers", &["1."]),
    ("lists of partners", &["Verbonden partijen\n\n", "- Stichting Naam# (N#)\n"]),
    ("partners in records", &["Naam: Stichting Naam#\nVestigingsplaats: Voorbeeldstad\n\n"]),
    ("entries of contents", &["Programma # Naam # ........ 12\n"]),
    ("entries of a site map", &["1. Blz. # Naam #\n"]),
    ("a menu", &["Naam nummer #\n"]),
    ("numbered pages", &["Wij lezen #.\nPagina #\n\u{c}"]),
    ("page lines with titles", &["Begroting 2024 Pagina #\n"]),
    ("goals with codes", &["Wat willen we bereiken?\n\n1.# Iets\n\nWat gaan we doen?\n\n1.#.1 Iets\n\n"]),
    ("codes on one line", &["1.1 Iets "]),
    ("a goal tree", &["Doel Actie\n1.1 Iets 1.1.1 - Iets\n"]),
    ("labelled goals", &["Doel #: iets\nActie #: iets\n"]),
    // Tables.
    ("rows", &["Post # 12 13\n"]),
    ("a table of rows", &["Rij 1.000 2.000\n"]),
    ("numbers", &["12 "]),
    ("a row below a header as wide", &["Begroting # ", "1.000 "]),
    (
        "wide rows",
        &["Post # 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36\n"],
    ),
    ("rows in columns", &["Post #                      1.000          2.000\n"]),
    ("rows with tabs", &["Post #\t12\t13\n"]),
    ("rows with pipes", &["| Post # | 12 | 13 |\n"]),
    ("empty cells between pipes", &["| | | |\n"]),
    ("cells", &["Begroting\n"]),
    ("cells with values", &["12\n"]),
    ("cells below as many columns", &["Begroting #\n", "1.000\n"]),
    ("rows of cells", &["2023\n2024\n2025\n", "Post #\n12\n13\n14\n"]),
    ("rows of cells with some lost", &["lasten\nbaten\nsaldo\n", "Post #\n12\n5\n"]),
    ("sums", &["Lasten 10 20\nBaten 5 8\nSaldo 5 12\n"]),
    ("totals", &["Totaal lasten # 10\n"]),
    ("programmes in tables", &["Programma # Naam# 1.000 2.000\n"]),
    ("tables with units", &["Kop #\n\nBedragen x € 1.000\n\nPost # 12 13\n\n"]),
    ("the same table", &["Bedragen x € 1.000\n2024 2025\nLasten 12 13\nBaten 5 6\n\n"]),
    ("cards", &["Lasten\n€ 12\nBaten\n€ 5\n\n"]),
];

/// A shape as a text of about that size.
pub(crate) fn text_of(pieces: &[&str], bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + bytes / 8);
    for (part, piece) in (1..).zip(pieces) {
        let end = bytes / pieces.len() * part;
        let mut number = 0;
        while text.len() < end {
            number += 1;
            text.push_str(&piece.replace('#', &number.to_string()).replace('~', &" ".repeat(number)));
        }
        text.push('\n');
    }
    text
}
