//! Portal pages that repeat each heading in a link back to the menu.

use super::Layout;
use crate::blocks::{Block, Form};

/// See the module.
pub(super) struct NavigationEcho;

const BACK: &str = "Terug naar navigatie";

impl Layout for NavigationEcho {
    fn name(&self) -> &'static str {
        "navigation-echo"
    }

    fn recognises(&self, text: &str) -> bool {
        text.contains(BACK)
    }

    fn is_furniture(&self, line: &str) -> bool {
        line.starts_with(BACK)
    }
}

/// Makes a heading of each line that the link behind it names, whatever it looks like.
pub(super) fn mark_echoed(text: &str, blocks: &mut Vec<Block>) {
    let mut marked: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.drain(..) {
        if let Some(title) = echoed(&block, text) {
            make_heading(text, &mut marked, title);
        }
        marked.push(block);
    }
    *blocks = marked;
}

fn echoed<'a>(block: &Block, text: &'a str) -> Option<&'a str> {
    let words = Some(block).filter(|block| block.form == Form::Furniture)?.span.of(text);
    let title = words.strip_prefix(BACK)?.trim_start_matches([' ', '-', '–']);
    (!title.is_empty()).then_some(title)
}

/// The last paragraph, or its last line, is the heading if it says what the link says.
fn make_heading(text: &str, marked: &mut Vec<Block>, title: &str) {
    let Some(last) = marked.last_mut().filter(|last| last.form == Form::Paragraph) else { return };
    let words = last.span.of(text);
    if words == title {
        last.form = Form::Heading;
    } else if let Some(rest) = words.strip_suffix(title).filter(|rest| rest.ends_with('\n')) {
        let heading = last.span.part(rest.len(), words.len());
        last.span = last.span.part(0, rest.trim_end().len());
        marked.push(Block { form: Form::Heading, span: heading });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::blocks;

    #[test]
    fn what_the_link_names_is_a_heading() {
        let text = "Een lange naam.\n\nTerug naar navigatie - Een lange naam.\n\nTekst.\nEn dan dit.\nTerug naar navigatie - En dan dit.\n";
        let mut found = blocks(text, &|line| line.starts_with(BACK));
        mark_echoed(text, &mut found);
        let headings: Vec<_> =
            found.iter().filter(|block| block.form == Form::Heading).map(|block| block.span.of(text)).collect();
        assert_eq!(headings, ["Een lange naam.", "En dan dit."]);
    }

    #[test]
    fn the_echo_is_furniture_and_its_heading_is_not() {
        assert!(NavigationEcho.recognises("Visie\n\nTerug naar navigatie - Visie\n"));
        assert!(NavigationEcho.is_furniture("Terug naar navigatie - Visie"));
        assert!(!NavigationEcho.is_furniture("Visie"));
    }
}
