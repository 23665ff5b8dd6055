//! What holds for any text: no panic, spans in bounds that cut out what was printed, same text same bytes.

use begrotingskijker::{
    check,
    check::Quantity,
    compare,
    compare::{Comparison, FactOf, Passage},
    decisions::Decisions,
    document::{Document, Figure, Table},
    export::{Checked, Contents, json::WithText},
    import,
    import::FileType,
    message::{Reading, parcels, reply, reply_to_parcel, understand},
    read,
    source::{Source, Span},
    to_json,
};
use proptest::prelude::*;

/// Pieces that real exports are made of, so that chance builds tables, cards, lists and questions of them.
const PIECES: [&str; 60] = [
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    "\t",
    " | ",
    "\u{a0}",
    "•",
    " • ",
    "- ",
    "1. ",
    "€",
    "€ ",
    "-",
    "−",
    "-/- ",
    "(",
    ")",
    "%",
    "35,55%",
    "2234,27%",
    "0,0000000000000000000000000001%",
    "Solvabiliteitsratio: 0,0000000000000000000000000001",
    "1.000",
    "39.884",
    "-11.824",
    "0",
    "12",
    "1,5 mln",
    "2,4 miljoen",
    "x € 1.000",
    "Bedragen x €1.000",
    "2023",
    "2024",
    "2018-2022",
    "Lasten",
    "Baten",
    "Saldo",
    "Totaal",
    "Programma",
    "Programma 2 | Zorg",
    "Wat willen we bereiken?",
    "Zo gaan we dat doen",
    "Rekening",
    "Begroting 2024",
    "N",
    "V",
    "verbonden partijen",
    "gemeente Zeist",
    "Stichting Zon (SZ)",
    "samen met",
    "coalitiepartijen A en B",
    "thema’s:",
    "deelprogramma ‘Zorg’",
    "Deze pagina is gebouwd op 09/27/2021 11:17:46",
    "12% Complete",
    "é",
    "🏛",
    "woord",
];

fn texts() -> impl Strategy<Value = String> {
    let of_pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat());
    prop_oneof![3 => of_pieces, 1 => any::<String>()]
}

fn read_text(text: &str) -> (Source, Document) {
    let source = Source::from_bytes("any.txt", text.as_bytes());
    let document = read(&source);
    (source, document)
}

/// A span lies in the text, on the edges of characters, and is not empty.
fn holds(source: &Source, span: Span) -> bool {
    source.text.get(span.range()).is_some_and(|words| !words.is_empty())
}

/// What is exported of several texts.
fn exported(texts: &[&String]) -> String {
    let read: Vec<(Source, Document)> = texts.iter().map(|text| read_text(text)).collect();
    let findings: Vec<_> = read.iter().map(|(_, document)| check(document)).collect();
    let checked = |at: usize| Checked { source: &read[at].0, document: &read[at].1, findings: &findings[at] };
    let documents: Vec<Checked<'_>> = (0..read.len()).map(checked).collect();
    let borrowed: Vec<_> = read.iter().map(|(source, document)| (source, document)).collect();
    let decisions = Decisions::default();
    let comparison = compare(&borrowed, &decisions);
    to_json(&Contents { documents: &documents, comparison: Some(&comparison), decisions: &decisions }, WithText::Yes)
}

/// Facts of one kind, with how many of that kind a document has.
type FactsOfKind = (Vec<FactOf>, fn(&Document) -> usize);

/// The facts that a comparison names.
fn facts_of(comparison: &Comparison) -> [FactsOfKind; 3] {
    let pairs = || comparison.pairs.iter();
    let presence = || comparison.partners.iter().flat_map(|partner| &partner.presence);
    let spent = pairs().flat_map(|pair| &pair.spent).flat_map(|spent| [spent.budgeted, spent.realised]);
    let changes = pairs().flat_map(|pair| &pair.changes).flat_map(|change| [change.left, change.right]);
    let task_fields = pairs().flat_map(|pair| &pair.task_fields).flat_map(|field| &field.sides).flat_map(|side| &side.figures);
    let repeats = comparison.repeats.iter();
    let repeated = repeats.flat_map(|repeat| [&repeat.left, &repeat.right].into_iter().chain(&repeat.explained_by));
    let beside_partners = presence().flat_map(|presence| &presence.figures);
    let figures = spent.chain(changes).chain(task_fields.chain(repeated).chain(beside_partners).copied());
    let matched = pairs().flat_map(|pair| &pair.programmes).flat_map(|matched| [matched.left, matched.right]).flatten();
    let programmes = comparison.volumes.iter().flat_map(|volume| &volume.programmes).copied().chain(matched);
    let partners = presence().flat_map(|presence| &presence.partners).copied();
    [
        (figures.collect(), |document| document.figures.len()),
        (programmes.collect(), |document| document.programmes.len()),
        (partners.collect(), |document| document.partners.len()),
    ]
}

fn passages_of(comparison: &Comparison) -> impl Iterator<Item = Passage> {
    let promises = comparison.pairs.iter().flat_map(|pair| &pair.promises);
    promises.flat_map(|promise| [Some(promise.promise), promise.found]).flatten()
}

/// Marks of web pages, CSV and Markdown, in any order.
fn marked_texts() -> impl Strategy<Value = String> {
    const MARKS: [&str; 40] = [
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<td colspan=3>",
        "<th rowspan=2>",
        "</td>",
        "<thead>",
        "<caption>",
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "<ol start=3>",
        "</ol>",
        "<h1>",
        "</h1>",
        "<h2>",
        "<br>",
        "<del>",
        "</del>",
        "<sup>2</sup>",
        "<nav>",
        "</nav>",
        "<script>",
        "</script>",
        "<svg>",
        "<pre>",
        "</pre>",
        "<!--",
        "-->",
        "&euro;",
        "\"",
        ";",
        ",",
        "\n",
        "**",
        "[a](b)",
        "Lasten",
        "1.200",
    ];
    prop::collection::vec(prop::sample::select(&MARKS[..]), 0..60).prop_map(|marks| marks.concat())
}

/// Whether the page understands every message that the worker sends for a file, and gets one at least.
fn all_understood(name: &str, bytes: &[u8]) -> bool {
    let messages = match reply(name, bytes) {
        Some(message) => vec![message],
        None => parcels(name, bytes.to_vec()).map(|parcel| reply_to_parcel(&parcel)).collect(),
    };
    !messages.is_empty() && messages.iter().all(|message| understand(message).is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_cut_out_what_was_printed(text in texts()) {
        let (source, document) = read_text(&text);
        if source.text.trim().is_empty() {
            return Ok(());
        }
        for span in document.spans() {
            prop_assert!(holds(&source, span), "{span:?} in {:?}", source.text);
        }
        for figure in &document.figures {
            prop_assert_eq!(source.cut(figure.span), &figure.printed);
        }
        for percentage in &document.percentages {
            prop_assert_eq!(source.cut(percentage.span), &percentage.printed);
        }
        let in_order = document.outline.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start)
            && document.tables.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start)
            && document.measures.windows(2).all(|pair| pair[0].span.start < pair[1].span.start)
            && document.goals.windows(2).all(|pair| pair[0].span.start < pair[1].span.start);
        prop_assert!(in_order, "facts stand in the order of the text");
        let named = document.programmes.iter().map(|programme| (programme.span, &programme.name));
        for (span, name) in named.chain(document.parts.iter().map(|part| (part.span, &part.name))) {
            prop_assert!(source.cut(span).contains(name.as_str()), "{name:?} in {:?}", source.cut(span));
        }
        for party in &document.coalition_parties {
            prop_assert_eq!(source.cut(party.span), &party.value);
        }
        for measure in &document.measures {
            prop_assert_eq!(source.cut(measure.span), &measure.text);
        }
        let ordered = document.percentages.windows(2).all(|pair| pair[0].span.start < pair[1].span.start);
        prop_assert!(ordered, "percentages stand in the order of the text");
        for partner in &document.partners {
            prop_assert!(partner.spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "mentions stand in order");
        }
    }

    #[test]
    fn facts_refer_to_facts_that_are_there(text in texts()) {
        let (_, document) = read_text(&text);
        let programmes = document.programmes.len();
        let under = |programme: Option<usize>| programme.is_none_or(|programme| programme < programmes);
        prop_assert!(document.figures.iter().all(|figure| under(figure.programme) && figure.problems.iter().all(|&at| at < document.problems.len())));
        prop_assert!(document.measures.iter().all(|measure| under(measure.programme) && measure.goal.is_none_or(|goal| goal < document.goals.len())));
        let in_tables: Vec<usize> = document.tables.iter().flat_map(|table| &table.rows).flat_map(|row| row.figures.iter().copied()).collect();
        prop_assert!(in_tables.iter().all(|&at| document.figures.get(at).is_some_and(|figure| figure.table.is_some())));
    }

    #[test]
    fn an_unsure_column_is_never_shown_as_sure(text in texts()) {
        let (_, document) = read_text(&text);
        // A list of labels with one amount each has no column to know.
        let is_list = |table: &Table| table.columns.is_empty() && table.rows.iter().all(|row| row.cells.len() < 2);
        let in_columns = |figure: &&Figure| {
            figure.table.and_then(|table| document.tables.get(table)).is_some_and(|table| !is_list(table))
        };
        for figure in document.figures.iter().filter(in_columns).filter(|figure| figure.column.is_none()) {
            prop_assert!(!figure.problems.is_empty(), "{figure:?}");
        }
        for figure in document.figures.iter().filter(|figure| !figure.unit.stated) {
            prop_assert!(!figure.problems.is_empty(), "{figure:?}");
        }
    }

    #[test]
    fn findings_speak_of_places_that_are_there(text in texts()) {
        let (source, document) = read_text(&text);
        for finding in check(&document) {
            let operands = finding.sums.iter().flat_map(|sum| &sum.operands);
            for operand in operands.filter(|operand| !matches!(operand.quantity, Quantity::Between(..) | Quantity::Given(_))) {
                prop_assert!(operand.quantity.span(&document).is_some(), "{finding:?}");
            }
            prop_assert!(source.text.trim().is_empty() || finding.places(&document).into_iter().all(|span| holds(&source, span)), "{finding:?}");
        }
    }

    #[test]
    fn no_two_findings_of_a_text_have_one_key(text in texts()) {
        let (_, document) = read_text(&text);
        let mut keys: Vec<String> = check(&document).iter().map(|finding| finding.key(&document)).collect();
        let count = keys.len();
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), count);
    }

    #[test]
    fn the_page_understands_whatever_the_worker_sends(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(all_understood("any.txt", &bytes));
        prop_assert!(all_understood("any.zip", &[b"PK\x03\x04", &bytes[..]].concat()));
    }

    #[test]
    fn every_type_of_file_takes_any_text(text in marked_texts()) {
        for file_type in FileType::ALL {
            let name = format!("any.{}", file_type.endings()[0]);
            prop_assert!(all_understood(&name, text.as_bytes()));
        }
    }

    #[test]
    fn a_document_survives_the_way_to_the_page(text in texts()) {
        // What is dropped is tidied on its way in.
        let Ok(source) = import("any.txt", text.as_bytes()) else { return Ok(()) };
        let document = read(&source);
        if let Some(Ok(Reading::Read(received))) = reply("any.txt", text.as_bytes()).map(|message| understand(&message)) {
            let findings = check(&document);
            // The sums of its tables stay with the reader.
            prop_assert_eq!(*received, (source, Document { identities: Vec::new(), ..document }, findings));
        }
    }
}

// Several texts at a time: fewer cases, or they would take minutes.
proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_texts_give_the_same_bytes(one in texts(), other in texts()) {
        prop_assert_eq!(exported(&[&one, &other]), exported(&[&one, &other]));
    }

    #[test]
    fn a_comparison_speaks_of_facts_that_are_there(one in texts(), other in texts()) {
        let read = [read_text(&one), read_text(&other)];
        let documents = read.each_ref().map(|(source, document)| (source, document));
        let comparison = compare(&documents, &Decisions::default());
        for (facts, count) in facts_of(&comparison) {
            for fact in facts {
                prop_assert!(documents.get(fact.document).is_some_and(|(_, document)| fact.fact < count(document)), "{fact:?}");
            }
        }
        for passage in passages_of(&comparison) {
            prop_assert!(documents.get(passage.document).is_some_and(|(source, _)| holds(source, passage.span)), "{passage:?}");
        }
    }
}
