//! Lists under a heading that speaks of affiliated parties (BBV art. 15).

use super::{
    abbreviation::is_abbreviation,
    names::{self, Name},
};
use crate::{
    blocks::Form,
    read::{
        heading::{Asks, asks},
        page::Page,
        sentences::sentences,
    },
    scan::words::{folded, is_space},
    source::Span,
};

/// Where a block stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Under {
    /// Under another heading.
    Nothing,
    /// Right under the heading that speaks of affiliated parties, or under a legal form.
    Parties,
    /// Under a short line among the parties: a name, or what is told of one.
    LineAmongParties,
}

/// Every name in those lists.
pub(super) fn affiliated(page: &Page<'_>) -> Vec<Name> {
    let mut found = Vec::new();
    let mut under = Under::Nothing;
    for (at, block) in page.blocks.iter().enumerate() {
        match &block.form {
            Form::Heading => {
                under = under_heading(page, at, block.span, under);
                found.extend(numbered_name(page, block.span).filter(|_| under != Under::Nothing));
            }
            Form::Item(item) if under != Under::Nothing => found.extend(name_of_item(page, item.text)),
            Form::Paragraph if under == Under::Parties => found.extend(names_of_paragraph(page, block.span)),
            Form::Table(grid) if under == Under::Parties => {
                found.extend(grid.rows.iter().filter_map(|row| name_of_item(page, *row.label.first()?)));
            }
            _ => {}
        }
    }
    found
}

/// Short lines among the parties do not end the list; a heading with running text does, and so does the next question.
fn under_heading(page: &Page<'_>, at: usize, span: Span, under: Under) -> Under {
    const LEAST_BYTES_OF_TEXT: usize = 120;
    let heading = page.words(span);
    let heads_text =
        || page.after(at).next().is_some_and(|next| next.form == Form::Paragraph && next.span.len() >= LEAST_BYTES_OF_TEXT);
    match asks(heading) {
        Asks::Partners => Under::Parties,
        Asks::Nothing if under != Under::Nothing && is_legal_form(heading) => Under::Parties,
        Asks::Nothing if under != Under::Nothing && !heads_text() => Under::LineAmongParties,
        _ => Under::Nothing,
    }
}

/// `1. Veiligheidsregio Meer (VRM)` on a line of its own, between the lines that tell about it.
fn numbered_name(page: &Page<'_>, span: Span) -> Option<Name> {
    let words = page.words(span);
    let (number, name) = words.split_once(". ")?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| name_of_item(page, span.inside(words, name))).flatten()
}

/// Headings in such a list group the parties by their legal form (BBV art. 69).
fn is_legal_form(words: &str) -> bool {
    const FORMS: [&str; 8] =
        ["regeling", "vennootschap", "stichting", "vereniging", "coöperati", "overige verbonden", "deelneming", "rechtspers"];
    let folded = folded(words);
    folded.split_whitespace().count() <= 6 && FORMS.iter().any(|form| folded.contains(form)) && !words.contains('(')
}

/// An item is a name, with what stands behind it cut off: brackets, a dash, a colon.
fn name_of_item(page: &Page<'_>, span: Span) -> Option<Name> {
    let words = page.words(span);
    let line = words.lines().next().unwrap_or_default();
    let open = line.find('(');
    let end = [open, line.find(':'), line.find(" - "), line.find('\t')].into_iter().flatten().min().unwrap_or(line.len());
    let name = line[..end].trim_end_matches(|character: char| is_space(character) || matches!(character, '*' | ',' | ';' | '.'));
    let is_name =
        names::is_name_word(name) && name.chars().count() > 1 && name.split_whitespace().count() <= 12 && !is_form_alone(name);
    let abbreviation = open.filter(|&open| open == end).and_then(|open| {
        let close = open + line[open..].find(')')?;
        is_abbreviation(&line[open + 1..close]).then(|| span.part(open + 1, close))
    });
    is_name.then(|| Name { span: without_article(page, span.part(0, name.len())), abbreviation })
}

/// `Gemeenschappelijke regelingen` names a group of parties, not one.
fn is_form_alone(name: &str) -> bool {
    let folded = folded(name);
    let last = folded.split_whitespace().next_back().unwrap_or_default();
    is_legal_form(name) && last.ends_with(['n', 's']) && !name.contains(char::is_numeric)
}

fn without_article(page: &Page<'_>, span: Span) -> Span {
    let words = page.words(span);
    let article = ["De ", "Het ", "de ", "het "].into_iter().find(|article| words.starts_with(article));
    article.map_or(span, |article| span.part(article.len(), words.len()))
}

/// In running text only names with an abbreviation, or behind `Naam:`, are sure to be meant as parties.
fn names_of_paragraph(page: &Page<'_>, span: Span) -> Vec<Name> {
    let words = page.words(span);
    if let Some(rest) = words.strip_prefix("Naam:") {
        return name_of_item(page, span.inside(words, rest.trim_start())).into_iter().collect();
    }
    let sentences = sentences(page.text, span);
    sentences
        .into_iter()
        .flat_map(|sentence| names::names(page.text, sentence, &[]))
        .filter(|name| name.abbreviation.is_some())
        .collect()
}
