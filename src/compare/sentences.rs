//! A text to passages: goals and measures where they are set apart, else sentences.

use crate::{
    document::{Document, Stamps},
    layouts,
    scan::words::{is_space, words},
    source::{Source, Span, lines, sort_by_rank},
};

/// A longer sentence is cut: it is a text that lost its full stops.
const MOST_BYTES: usize = 800;

/// A shorter line is a label.
const LEAST_WORDS: usize = 5;

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Section {
    /// Where it stands.
    pub(super) span: Span,
    /// The programme that it stands under; counts in the document's.
    pub(super) programme: Option<usize>,
}

/// Goals and measures, in the order of the text.
pub(super) fn policy(document: &Document) -> Vec<Section> {
    let goals = document.goals.iter().map(|goal| Section { span: goal.span, programme: goal.programme });
    let measures = document.measures.iter().map(|measure| Section { span: measure.span, programme: measure.programme });
    let mut sections: Vec<Section> = goals.chain(measures).collect();
    sort_by_rank(&mut sections, |section| section.span.rank());
    sections
}

/// The sentences of running text and lists: what is no goal, measure, heading or table, and was not said before.
pub(super) fn prose(source: &Source, document: &Document) -> Vec<Section> {
    let paragraphs = paragraphs(&source.text, taken(document));
    let sentences = paragraphs.into_iter().flat_map(|paragraph| sentences(&source.text, paragraph));
    let mut headings = programme_headings(document).into_iter().peekable();
    let mut programme = None;
    let under_heading = sentences.map(|span| {
        while let Some((_, heading)) = headings.next_if(|(heading, _)| heading.start <= span.start) {
            programme = Some(heading);
        }
        Section { span, programme }
    });
    under_heading.collect()
}

/// The programmes whose first mention is a heading, in the order of the text: what follows is theirs.
fn programme_headings(document: &Document) -> Vec<(Span, usize)> {
    let mut headings: Vec<Span> = document.outline.iter().map(|entry| entry.span).collect();
    sort_by_rank(&mut headings, |span| span.rank());
    let is_heading = |span: &Span| {
        let behind = headings.partition_point(|heading| heading.start <= span.start);
        headings[..behind].last().is_some_and(|heading| heading.contains(*span))
    };
    let programmes = document.programmes.iter().enumerate().map(|(at, programme)| (programme.span, at));
    let mut found: Vec<(Span, usize)> = programmes.filter(|(span, _)| is_heading(span)).collect();
    sort_by_rank(&mut found, |(span, _)| span.rank());
    found
}

/// The stretches that are no running text, in their order.
fn taken(document: &Document) -> Vec<Span> {
    let mut taken: Vec<Span> = policy(document).into_iter().map(|section| section.span).collect();
    taken.extend(document.tables.iter().map(|table| table.span));
    taken.extend(document.outline.iter().map(|entry| entry.span));
    taken.extend(&document.repeats);
    sort_by_rank(&mut taken, |span| span.rank());
    taken
}

/// Lines that belong together, without those that touch what is taken or are a publishing system's own.
fn paragraphs(text: &str, taken: Vec<Span>) -> Vec<Span> {
    let layouts = layouts::recognised(text);
    let mut taken = taken.into_iter().peekable();
    let mut taken_end = 0;
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for line in lines(text) {
        while let Some(next) = taken.next_if(|next| next.start < line.end) {
            taken_end = taken_end.max(next.end);
        }
        let words = line.of(text);
        let is_prose = line.start >= taken_end
            && !line.trimmed(text).is_empty()
            && !layouts.iter().any(|layout| layout.is_furniture(words) || layout.stamps(words, 0) != Stamps::default());
        match paragraphs.last_mut().filter(|_| goes_on && is_prose && !begins_anew(words)) {
            Some(paragraph) => *paragraph = paragraph.to(line),
            None if is_prose => paragraphs.push(line),
            None => {}
        }
        goes_on = is_prose;
    }
    paragraphs
}

/// Whether a line begins a paragraph or an item of a list, and does not go on from the line before: lines are wrapped in the
/// middle of a sentence, so that the next one mostly goes on in lower case.
fn begins_anew(line: &str) -> bool {
    !line.trim_start_matches(is_space).starts_with(|first: char| first.is_lowercase())
}

/// The sentences of a paragraph, without the mark of a list item.
pub(super) fn sentences(text: &str, paragraph: Span) -> Vec<Span> {
    let words = paragraph.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    for (at, character) in words.char_indices() {
        let end = at + character.len_utf8();
        let is_long = end - start > MOST_BYTES && is_space(character);
        if is_long || (matches!(character, '.' | '!' | '?') && begins_sentence(&words[end..])) {
            found.push(paragraph.part(start, end));
            start = end;
        }
    }
    found.push(paragraph.part(start, words.len()));
    found.into_iter().filter_map(|sentence| told(text, sentence)).collect()
}

/// Whether what stands behind a full stop begins a sentence.
fn begins_sentence(rest: &str) -> bool {
    let next = rest.trim_start_matches(is_space);
    next.len() < rest.len() && next.starts_with(|first: char| !first.is_lowercase() && !first.is_ascii_digit() && first != '€')
}

/// A sentence from its first word on; none where it has too few words to say anything.
fn told(text: &str, sentence: Span) -> Option<Span> {
    let inner = sentence.of(text);
    let first = words(inner).next()?;
    words(inner).nth(LEAST_WORDS - 1)?;
    Some(sentence.part(first.start, inner.len()).trimmed(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    fn check(text: &str, expected: &[&str]) {
        let source = Source::from_bytes("a", text.as_bytes());
        let found: Vec<_> =
            prose(&source, &read(&source)).into_iter().map(|section| source.cut(section.span).to_owned()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn every_sentence_is_a_passage() {
        check(
            "Begroting 2024\n\nDe brug gaat in mei open. Daarvoor trekken wij € 2,5 mln. uit.\n\n- Het veer vaart in de zomer door.\n",
            &["De brug gaat in mei open.", "Daarvoor trekken wij € 2,5 mln. uit.", "Het veer vaart in de zomer door."],
        );
    }

    #[test]
    fn wrapped_lines_are_one_sentence() {
        check(
            "Begroting 2024\n\nDe brug over het kanaal gaat\nvolgend jaar open.\n",
            &["De brug over het kanaal gaat\nvolgend jaar open."],
        );
    }

    #[test]
    fn labels_and_stamps_are_none() {
        let stamp = "Deze pagina is gebouwd op 10/02/2023 09:12:44 met de export van 10/02/2023 09:01:30";
        check(&format!("Begroting 2024\n\nOverzicht verbonden partijen\n\n{stamp}\n"), &[]);
    }

    #[test]
    fn a_sentence_without_an_end_is_cut() {
        let text = "Begroting 2024\n\n".to_owned() + &"wij bouwen aan de brug ".repeat(100);
        let source = Source::from_bytes("a", text.as_bytes());
        let found = prose(&source, &read(&source));
        assert!(found.len() > 2 && found.iter().all(|section| section.span.len() <= MOST_BYTES + 10), "{found:?}");
    }
}
