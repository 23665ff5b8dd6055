//! A saved web page: its words as people read them, a line a block.
//!
//! Headings keep their level as Markdown's `#`, list items their mark, tables their cells with tabs between them. What is
//! struck through stands between `~~`: it no longer holds. Menus, scripts and the like are left out.

mod tables;
mod tree;
mod words;

use self::{
    tables::{Tables, row_lines},
    tree::{Id, ROOT, Step, Tree},
    words::Words,
};
use super::Refusal;

/// The text of a page.
pub(super) fn text(html: &str) -> Result<String, Refusal> {
    let tree = Tree::of(html)?;
    let tables = Tables::of(&tree);
    let mut words = Words::default();
    walk(&tree, &tables, ROOT, &mut words)?;
    let body = words.finish();
    let title = news_of_title(&title(&tree), &body);
    Ok(if title.is_empty() { body } else { format!("{title}\n{body}") })
}

/// What the title of a page says that the page does not, a line a part: `Zorg | Begroting 2024` often says the document.
fn news_of_title(title: &str, body: &str) -> String {
    const SEPARATORS: [&str; 6] = [" | ", " - ", " – ", " — ", " · ", " » "];
    // Each is looked for in the whole page.
    const MOST_PARTS: usize = 12;
    let parts =
        SEPARATORS.iter().fold(vec![title], |parts, separator| parts.iter().flat_map(|part| part.split(separator)).collect());
    let new = parts.into_iter().take(MOST_PARTS).map(str::trim).filter(|part| !part.is_empty() && !body.contains(part));
    new.flat_map(|part| [part, "\n"]).collect()
}

/// The encoding that a page states in its first bytes: `charset=…`, or `encoding="…"` of XML.
pub(super) fn stated_encoding(bytes: &[u8]) -> Option<&[u8]> {
    const BYTES_LOOKED_AT: usize = 4_096;
    let start = &bytes[..bytes.len().min(BYTES_LOOKED_AT)];
    let after = |key: &[u8]| {
        let at = start.windows(key.len()).position(|window| window.eq_ignore_ascii_case(key))?;
        let value = start[at + key.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value);
        let end = value.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte));
        Some(&value[..end.unwrap_or(value.len())])
    };
    after(b"charset").or_else(|| after(b"encoding"))
}

/// Writes the words of an element and of all that is in it.
fn walk(tree: &Tree, tables: &Tables, top: Id, words: &mut Words) -> Result<(), Refusal> {
    let mut steps = tree.walk(top);
    while let Some(step) = steps.next() {
        match step {
            Step::Enter(id) if tables.is_left_out(tree, id) => steps.skip_content(id),
            Step::Enter(id) if tables.is_data(id) => {
                table(tree, tables, id, words)?;
                steps.skip_content(id);
            }
            Step::Enter(id) => enter(tree, id, words),
            Step::Leave(id) => leave(tree, id, words),
        }
    }
    if words.is_too_long() { Err(Refusal::TooLarge) } else { Ok(()) }
}

fn enter(tree: &Tree, id: Id, words: &mut Words) {
    if let Some(text) = tree.text(id) {
        return words.push(text);
    }
    match tree.name(id) {
        "br" => words.line(),
        "del" => words.strike(),
        "sup" | "sub" => words.raise(tree.name(id) == "sup"),
        "pre" => words.keep_space(true),
        "ol" | "ul" | "menu" | "dir" => words.begin_list(first_number(tree, id)),
        "li" => words.item(),
        name => match heading_level(name) {
            Some(level) => words.begin_heading(level),
            None => apart(name, words),
        },
    }
}

fn leave(tree: &Tree, id: Id, words: &mut Words) {
    match tree.name(id) {
        "del" => words.end_strike(),
        "sup" | "sub" => words.lower(),
        "pre" => words.keep_space(false),
        "ol" | "ul" | "menu" | "dir" => words.end_list(),
        "li" => words.line(),
        name => match heading_level(name) {
            Some(_) => words.end_heading(),
            None => apart(name, words),
        },
    }
}

/// Puts what is no part of a sentence on lines of its own.
fn apart(name: &str, words: &mut Words) {
    const INLINE: [&str; 23] = [
        "", "bdi", "bdo", "button", "cite", "data", "dfn", "img", "input", "kbd", "label", "output", "picture", "q", "rp", "rt",
        "ruby", "samp", "slot", "span", "time", "var", "wbr",
    ];
    const PARAGRAPHS: [&str; 8] = ["p", "section", "article", "blockquote", "figure", "table", "hr", "dl"];
    if PARAGRAPHS.contains(&name) {
        words.paragraph();
    } else if !INLINE.contains(&name) {
        words.line();
    }
}

fn heading_level(name: &str) -> Option<usize> {
    ["h1", "h2", "h3", "h4", "h5", "h6"].iter().position(|heading| *heading == name).map(|place| place + 1)
}

/// The number of a list's first item; none where its items have no number.
fn first_number(tree: &Tree, id: Id) -> Option<usize> {
    (tree.name(id) == "ol").then(|| tree.attribute(id, "start").trim().parse().unwrap_or(1))
}

fn table(tree: &Tree, tables: &Tables, id: Id, words: &mut Words) -> Result<(), Refusal> {
    words.paragraph();
    for line in row_lines(tree, id, &|cell| cell_text(tree, tables, cell))? {
        words.whole_line(&line);
    }
    words.paragraph();
    if words.is_too_long() { Err(Refusal::TooLarge) } else { Ok(()) }
}

/// The words of a cell, on one line.
fn cell_text(tree: &Tree, tables: &Tables, cell: Id) -> Result<String, Refusal> {
    let mut words = Words::on_one_line();
    walk(tree, tables, cell, &mut words)?;
    Ok(words.finish())
}

/// What the browser shows as the name of the page.
fn title(tree: &Tree) -> String {
    let is_title = |step: &Step| matches!(step, Step::Enter(id) if tree.name(*id) == "title");
    let Some(Step::Enter(id)) = tree.walk(ROOT).find(is_title) else { return String::new() };
    let mut words = Words::on_one_line();
    let texts = tree.walk(id).filter_map(|step| if let Step::Enter(id) = step { tree.text(id) } else { None });
    texts.for_each(|text| words.push(text));
    words.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        assert_eq!(text(html).as_deref(), Ok(expected), "{html}");
    }

    #[test]
    fn blocks_are_lines() {
        check("<p>Lasten <b>stijgen</b>\n  flink.<p>Baten<br>dalen.</p>", "Lasten stijgen flink.\n\nBaten\ndalen.\n");
        check("<div>Lasten<div>12</div></div><div>Baten</div>", "Lasten\n12\nBaten\n");
        check("&euro;&nbsp;1.200 &amp; caf&eacute;", "€\u{a0}1.200 & café\n");
        check("<pre>Post   2024\n  Zon    1\n</pre>", "Post   2024\n  Zon    1\n");
        check("<dl><dt>Lasten<dd>12</dl>", "Lasten\n12\n");
        check("", "");
    }

    #[test]
    fn headings_keep_their_level() {
        check(
            "<h1>Begroting\n2024</h1><h2><button>Zorg</button></h2><p>Wij zorgen.",
            "# Begroting 2024\n\n## Zorg\n\nWij zorgen.\n",
        );
        check("<h2></h2><p>Wij zorgen.", "Wij zorgen.\n");
    }

    #[test]
    fn items_keep_their_mark() {
        check("<ul><li>een<li><p>twee</p></ul>drie", "- een\n- twee\n\ndrie\n");
        check("<ol start=3><li>een<ul><li>half</ul><li><li>twee</ol>", "3. een\n  - half\n5. twee\n");
    }

    #[test]
    fn what_was_struck_through_says_so() {
        check("<p>Lasten <del>1.200</del> 1.300, <s> 5 </s>6", "Lasten ~~1.200~~ 1.300, ~~5~~ 6\n");
        check("<p>Lasten <del></del>12", "Lasten 12\n");
    }

    #[test]
    fn marks_of_notes_and_powers_are_no_digits() {
        check("<p>Lasten 1.200<sup>2</sup> per m<sup>2</sup>, CO<sub>2</sub>", "Lasten 1.200² per m², CO₂\n");
    }

    #[test]
    fn what_only_the_title_says_stands_first() {
        check("<title>Zorg - Begroting 2024</title><h1>Zorg</h1>", "Begroting 2024\n\n# Zorg\n");
        check("<title>Zorg</title><h1>Zorg</h1>", "# Zorg\n");
    }

    #[test]
    fn what_is_around_the_page_is_left_out() {
        check(
            "<head><style>p{}</style></head><nav>Home</nav><header>Voorbeeldstad</header><div class='x breadcrumb'>Home ></div>\
             <script>alert('Lasten')</script><main><p>Lasten</p><button>Print</button><select><option>2024</select></main>\
             <svg><title>Logo</title></svg><footer>Cookies</footer>",
            "Voorbeeldstad\n\nLasten\n",
        );
        check("<nav><table><tr><td>Lasten<td>12</table></nav><footer><h1>Zorg</h1></footer>", "Lasten\t12\n\n# Zorg\n");
        check("<button aria-expanded=false>Zorg</button><div hidden>Wij zorgen.</div>", "Zorg\nWij zorgen.\n");
    }

    #[test]
    fn rows_of_a_table_have_tabs_between_their_cells() {
        check(
            "<table><caption>Lasten x € 1.000</caption><thead><tr><th>Post<th>2024<th>2025</thead>\
             <tr><td>Zon<td><td>5<tr><td>Maan<td><p>1</p>\n<td>2</table>",
            "Lasten x € 1.000\nPost\t2024\t2025\nZon\t\t5\nMaan\t1\t2\n",
        );
        check("<div role=table><div role=row><span role=cell>Zon</span><span role=cell>5</span></div></div>", "Zon\t5\n");
    }

    #[test]
    fn a_header_over_several_columns_stands_over_each() {
        check(
            "<table><tr><th rowspan=2>Post<th colspan=2>2024<th colspan=2>2025<tr><th>lasten<th>baten<th>lasten<th>baten\
             <tr><td>Zon<td>1<td>2<td>3<td>4</table>",
            "Post\t2024 lasten\t2024 baten\t2025 lasten\t2025 baten\nZon\t1\t2\t3\t4\n",
        );
        check(
            "<table><tr><td>Post<td colspan=2>Begroting<tr><td><td>2024<td>2025<tr><td>Zon<td>1<td>2</table>",
            "Post\tBegroting 2024\tBegroting 2025\nZon\t1\t2\n",
        );
        check(
            "<table><tr><td colspan=3>Zorg<tr><td>Post<td>2024<td>2025<tr><td colspan=2>Zon<td>5</table>",
            "Zorg\nPost\t2024\t2025\nZon\t\t5\n",
        );
        check("<table><tr><th>Zon<th>Maan<tr><td colspan=2>1.200<tr><th>Totaal<td>5</table>", "Zon\tMaan\n1.200\nTotaal\t5\n");
    }

    #[test]
    fn a_label_over_several_rows_stands_before_each_and_an_amount_stands_once() {
        check(
            "<table><tr><td rowspan=2>Zon<td>lasten<td>1<td rowspan=2>9<tr><td>baten<td>2</table>",
            "Zon\tlasten\t1\t9\nZon\tbaten\t2\t\n",
        );
    }

    #[test]
    fn a_table_with_tables_in_it_only_places_them() {
        check("<table><tr><td>Menu<td><table><tr><td>Zon<td>5</table></table>", "Menu\n\nZon\t5\n");
    }

    #[test]
    fn the_encoding_that_a_page_states_is_found() {
        let check = |html: &str, expected: Option<&str>| {
            assert_eq!(stated_encoding(html.as_bytes()), expected.map(str::as_bytes), "{html}");
        };
        check("<meta charset=iso-8859-1>", Some("iso-8859-1"));
        check("<meta http-equiv='Content-Type' content='text/html; CHARSET=windows-1252'>", Some("windows-1252"));
        check("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>", Some("ISO-8859-15"));
        check("<p>charset", None);
    }

    /// Hostile pages: an answer in time, whatever it is.
    #[test]
    fn no_page_is_too_deep() {
        let deep = |times: usize, open: &str, close: &str| text(&format!("{}Lasten{}", open.repeat(times), close.repeat(times)));
        assert!(deep(100_000, "<div>", "</div>").is_ok_and(|text| text.contains("Lasten")));
        for (open, close) in [("<ul><li>", "</ul>"), ("<table><tr><td>", ""), ("<b x=1><p>", ""), ("<s x=1>", "")] {
            assert!(deep(10_000, open, close).is_ok_and(|text| text.contains("Lasten")), "{open}");
        }
        assert!(deep(10_000, "<svg><g>", "").is_ok());
        check(&format!("{}<p>na{}<p>voor", "<div>".repeat(300), "</div>".repeat(300)), "na\nvoor\n");
    }

    #[test]
    fn no_span_and_no_entity_is_too_large() {
        let wide = "<table><tr><th colspan=1000000>Lasten<th>2024<tr><td rowspan=99999999>Zon<td colspan=1000000>1</table>";
        assert!(text(wide).is_ok_and(|text| text.len() < 10_000));
        let entities =
            "<!DOCTYPE html [<!ENTITY a \"&b;&b;\"><!ENTITY b \"Lasten\">]><p>&a;".to_owned() + &"&amp;".repeat(100_000);
        assert!(text(&entities).is_ok_and(|text| text.len() < 200_000));
        let long = "<table>".to_owned() + &"<td>Zon".repeat(1_000);
        assert!(text(&long).is_ok_and(|text| text.matches("Zon").count() == 1_000));
        let rows = "<table>".to_owned() + &"<tr><td rowspan=65534>Zon<td colspan=100>1".repeat(2_000);
        assert!(text(&rows).is_ok_and(|text| text.len() < 10_000_000));
    }
}
