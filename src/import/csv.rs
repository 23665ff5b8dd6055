//! CSV: a table, a row a line, with semicolons, commas or tabs between the cells.

use csv::{ReaderBuilder, StringRecord};

/// What may stand between cells; of equals the first.
const DELIMITERS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// Bytes from the start that show what stands between the cells.
const BYTES_OF_SAMPLE: usize = 32_000;

/// The rows with a tab between the cells.
pub(super) fn text(csv: &str) -> String {
    let (stated, csv) = stated_delimiter(csv);
    let delimiter = stated.unwrap_or_else(|| likeliest_delimiter(csv));
    let mut text = String::with_capacity(csv.len());
    for (start, record) in records(csv, delimiter) {
        if is_after_blank_line(csv, start) {
            text.push('\n');
        }
        push_row(&mut text, &record);
    }
    text
}

/// Whether the record that is read from here on has an empty line before it.
fn is_after_blank_line(csv: &str, start: usize) -> bool {
    let (before, from) = csv.split_at_checked(start).unwrap_or(("", csv));
    let from = if before.ends_with('\r') { from.strip_prefix('\n').unwrap_or(from) } else { from };
    !before.is_empty() && from.starts_with(['\r', '\n'])
}

/// Excel can state what it writes: `sep=;` on a line of its own.
fn stated_delimiter(csv: &str) -> (Option<u8>, &str) {
    let rest = csv.strip_prefix("sep=").unwrap_or_default();
    let stated = rest.bytes().next().filter(|delimiter| DELIMITERS.contains(delimiter));
    match stated.zip(rest.get(1..)) {
        Some((delimiter, rest)) => (Some(delimiter), rest.trim_start_matches(['\r', '\n'])),
        None => (None, csv),
    }
}

/// The delimiter that cuts most lines into cells. A comma inside Dutch numbers cuts as many lines at best.
fn likeliest_delimiter(csv: &str) -> u8 {
    let mut end = csv.len().min(BYTES_OF_SAMPLE);
    while !csv.is_char_boundary(end) {
        end -= 1;
    }
    let cut = |delimiter: u8| records(&csv[..end], delimiter).filter(|(_, record)| record.len() > 1).count();
    DELIMITERS.into_iter().rev().max_by_key(|&delimiter| cut(delimiter)).unwrap_or(DELIMITERS[0])
}

/// The records, each with the byte that it is read from. What cannot be read as a record ends them.
fn records(csv: &str, delimiter: u8) -> impl Iterator<Item = (usize, StringRecord)> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(csv.as_bytes());
    std::iter::from_fn(move || {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let mut record = StringRecord::new();
        reader.read_record(&mut record).unwrap_or(false).then_some((start, record))
    })
}

/// A row: empty cells keep their place, and a title by itself is a line without tabs.
fn push_row(text: &mut String, record: &StringRecord) {
    let filled = record.iter().filter(|cell| !cell.trim().is_empty()).count();
    let cells = match (filled, record.get(0)) {
        (0, _) => 0,
        (1, Some(first)) if !first.trim().is_empty() => 1,
        _ => record.len(),
    };
    for (place, cell) in record.iter().take(cells).enumerate() {
        if place > 0 {
            text.push('\t');
        }
        for (place, word) in cell.split_ascii_whitespace().enumerate() {
            if place > 0 {
                text.push(' ');
            }
            text.push_str(word);
        }
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(csv: &str, expected: &str) {
        assert_eq!(text(csv), expected, "{csv}");
    }

    #[test]
    fn each_delimiter_is_recognised() {
        check("Post;2024;2025\nZon;1,5;2,5\n", "Post\t2024\t2025\nZon\t1,5\t2,5\n");
        check("Post,2024,2025\nZon,1,2\n", "Post\t2024\t2025\nZon\t1\t2\n");
        check("Post\t2024\nZon, maan\t1,5\n", "Post\t2024\nZon, maan\t1,5\n");
        check("Post|2024\nZon|1\n", "Post\t2024\nZon\t1\n");
        check("sep=,\r\nPost;x,2024\nZon;y,1\n", "Post;x\t2024\nZon;y\t1\n");
    }

    #[test]
    fn quotes_keep_a_cell_together() {
        check("Post;2024\n\"Zon; \"\"geel\"\"\nen rond\";\"1.200,50\"\n", "Post\t2024\nZon; \"geel\" en rond\t1.200,50\n");
    }

    #[test]
    fn empty_cells_keep_their_place() {
        check("Post;2024;2025;\nZon;;2;\n;;;\nTotaal;;2;\n", "Post\t2024\t2025\t\nZon\t\t2\t\n\nTotaal\t\t2\t\n");
    }

    #[test]
    fn titles_and_blank_lines_stand_apart() {
        check("Begroting 2024;;\n\nPost;2024;2025\nZon;1;2\n", "Begroting 2024\n\nPost\t2024\t2025\nZon\t1\t2\n");
        check("Begroting 2024;;\r\n\r\nPost;2024\r\nZon;1\r\n", "Begroting 2024\n\nPost\t2024\nZon\t1\n");
    }

    #[test]
    fn quotes_that_never_close_are_no_panic() {
        check("Post;2024\n\"Zon;1\nMaan;2\n", "Post\t2024\nZon;1 Maan;2\n");
        check("\"\"\"", "\"\n");
        check("", "");
    }

    #[test]
    fn a_stated_delimiter_that_is_none_is_text() {
        check("sep=€;1\n", "sep=€\t1\n");
        check("sep=", "sep=\n");
    }
}
