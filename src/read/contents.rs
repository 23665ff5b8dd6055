//! Lists of headings: contents, menus, site maps. What they name stands elsewhere; a site map may be all that there is.

use super::heading::{Asks, asks};
use crate::{
    blocks::{Block, Form, is_label},
    scan::words::is_space,
    source::Span,
};

/// An entry of a site map or a list of contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its words, without mark, page number and leader.
    pub(super) title: Span,
    /// The page that it gives.
    pub(super) page: Option<u32>,
    /// Columns of white space before it.
    pub(super) indent: usize,
}

/// The lists of headings in a text.
#[derive(Default)]
pub(super) struct Contents {
    /// For each block whether it is an entry with its page.
    entries: Vec<bool>,
    /// For each block whether it only lists names.
    listed: Vec<bool>,
    /// The entries of site maps, in order.
    pub(super) map: Vec<Entry>,
}

impl Contents {
    pub(super) fn of(text: &str, blocks: &[Block]) -> Self {
        let mut entries: Vec<bool> = blocks.iter().map(|block| is_entry(text, block)).collect();
        mark_paged(text, blocks, &mut entries);
        let mut listed = entries.clone();
        mark_runs(text, blocks, &mut listed);
        Self { entries, listed, map: site_map(text, blocks) }
    }

    /// Whether a block is an entry with its page, or with a leader to it.
    pub(super) fn is_entry(&self, at: usize) -> bool {
        self.entries.get(at).copied().unwrap_or(false)
    }

    /// Whether a block only lists names.
    pub(super) fn lists(&self, at: usize) -> bool {
        self.listed.get(at).copied().unwrap_or(false)
    }
}

/// Headings one after another that each end in a gap and a number, never a smaller one: the pages that they stand on.
fn mark_paged(text: &str, blocks: &[Block], entries: &mut [bool]) {
    const FEWEST: usize = 3;
    let mut run: Vec<usize> = Vec::new();
    let mut last = 0;
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.form != Form::Furniture) {
        let page = Some(block).filter(|block| block.form == Form::Heading).and_then(|block| page_behind(block.span.of(text)));
        if page.is_none_or(|page| page < last) {
            if run.len() >= FEWEST {
                run.iter().for_each(|&at| entries[at] = true);
            }
            run.clear();
        }
        last = page.unwrap_or(0);
        run.extend(page.map(|_| at));
    }
    if run.len() >= FEWEST {
        run.iter().for_each(|&at| entries[at] = true);
    }
}

/// The page number behind a title, after a tab or a gap.
fn page_behind(line: &str) -> Option<u32> {
    let title = line.trim_end_matches(|last: char| last.is_ascii_digit());
    (title.ends_with('\t') || title.ends_with("   ")).then(|| line[title.len()..].parse().ok()).flatten()
}

/// Whether a block is a line with a leader behind it, or a few of them.
fn is_entry(text: &str, block: &Block) -> bool {
    matches!(block.form, Form::Heading | Form::Paragraph | Form::Item(_))
        && block.span.of(text).lines().all(|line| title_before_leader(line).is_some() || page_and_title(line).is_some())
}

/// Headings one after another without a word of text between them are a menu, or a list of some kind; the last one may
/// have its text behind it.
fn mark_runs(text: &str, blocks: &[Block], listed: &mut [bool]) {
    const FEWEST: usize = 8;
    let mut run: Vec<usize> = Vec::new();
    let mut lines = 0;
    for (at, block) in blocks.iter().enumerate() {
        if block.form == Form::Furniture {
            continue;
        }
        let names = lines_of_names(text, block);
        if names > 0 {
            run.push(at);
            lines += names;
        } else {
            if lines >= FEWEST {
                let open = run.last().is_some_and(|&last| stands_apart(text, blocks, last));
                run.iter().rev().skip(usize::from(open)).for_each(|&at| listed[at] = true);
            }
            run.clear();
            lines = 0;
        }
    }
    if lines >= FEWEST {
        run.iter().for_each(|&at| listed[at] = true);
    }
}

/// Whether an empty line parts a block from the one before it: a heading of its own, not the last line of a list.
fn stands_apart(text: &str, blocks: &[Block], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| blocks.get(before));
    let gap = before.zip(blocks.get(at)).map(|(before, block)| Span { start: before.span.end, end: block.span.start });
    gap.is_none_or(|gap| gap.of(text).bytes().filter(|&byte| byte == b'\n').count() > 1)
}

/// How many lines a block has, if each could be a name and none asks for goals or measures.
fn lines_of_names(text: &str, block: &Block) -> usize {
    let words = block.span.of(text);
    let is_name = match block.form {
        Form::Heading => !matches!(asks(words), Asks::Goals | Asks::Measures | Asks::Both),
        Form::Paragraph => words.lines().all(|line| is_label(line.trim())),
        _ => false,
    };
    if is_name { words.lines().count() } else { 0 }
}

/// The entries `1. Blz. 4 Zorg`, by the items that they are.
fn site_map(text: &str, blocks: &[Block]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for block in blocks {
        let (span, indent) = match block.form {
            Form::Item(item) => (item.text, item.indent),
            Form::Heading | Form::Paragraph => (block.span, 0),
            _ => continue,
        };
        let Some((page, start)) = page_and_title(span.of(text)) else { continue };
        entries.push(Entry { title: span.part(start, span.len()), page: Some(page), indent });
    }
    entries
}

/// `Blz. 4 Zorg`: the page, and where the title begins.
fn page_and_title(line: &str) -> Option<(u32, usize)> {
    let rest = ["Blz. ", "blz. ", "Pag. ", "pag. "].iter().find_map(|word| line.strip_prefix(word))?;
    let digits = rest.find(|character: char| !character.is_ascii_digit())?;
    let title = rest[digits..].trim_start_matches(is_space);
    let page = rest[..digits].parse().ok()?;
    (title.len() < rest.len() - digits && !title.is_empty()).then(|| (page, line.len() - title.len()))
}

/// The words before a leader of dots: `Zorg ........ 12`.
pub(super) fn title_before_leader(line: &str) -> Option<&str> {
    const FEWEST_DOTS: usize = 4;
    let before_page = line.trim_end_matches(|last: char| last.is_ascii_digit() || is_space(last));
    let title = before_page.trim_end_matches(|last: char| matches!(last, '.' | '…' | '_') || is_space(last));
    let dots = before_page[title.len()..].chars().map(|dot| if dot == '…' { FEWEST_DOTS } else { usize::from(dot != ' ') });
    (dots.sum::<usize>() >= FEWEST_DOTS && !title.is_empty()).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::blocks;

    #[test]
    fn leaders_end_a_title() {
        for (line, title) in [
            ("Zorg ........ 12", Some("Zorg")),
            ("Zorg........", Some("Zorg")),
            ("1.2 Zorg . . . . . 7", Some("1.2 Zorg")),
            ("Zorg …… 7", Some("Zorg")),
            ("Dat was het...", None),
            ("Zorg 12", None),
            ("....", None),
        ] {
            assert_eq!(title_before_leader(line), title, "{line}");
        }
    }

    #[test]
    fn entries_of_a_site_map() {
        let text = "1. Blz. 1 Begroting\n    1. Blz. 12 2.1 Zorg\n";
        let contents = Contents::of(text, &blocks(text, &|_| false));
        let found: Vec<_> = contents.map.iter().map(|entry| (entry.title.of(text), entry.page, entry.indent)).collect();
        assert_eq!(found, [("Begroting", Some(1), 0), ("2.1 Zorg", Some(12), 4)]);
    }

    #[test]
    fn a_menu_lists_names_and_a_heading_does_not() {
        let menu = "Zorg\n\nWerk\n\nSport\n\nWonen\n\nMilieu\n\nVeiligheid\n\nBestuur\n\n";
        let listed = |text: &str| {
            let blocks = blocks(text, &|_| false);
            let contents = Contents::of(text, &blocks);
            (0..blocks.len()).filter(|&at| contents.lists(at)).count()
        };
        assert_eq!(listed(&format!("{menu}Inleiding\n\nWij lezen dit samen, van begin tot eind.\n")), 7);
        assert_eq!(listed("Zorg\t3\n\nWerk\t4\n\nSport\t12\n\nZorg\n\nWij lezen dit samen, van begin tot eind.\n"), 3);
        assert_eq!(listed("Zorg\n\nWerk\n\nWij lezen dit samen, van begin tot eind.\n"), 0);
    }
}
