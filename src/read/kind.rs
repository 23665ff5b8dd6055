//! Which document of the budget cycle it is.

use super::{
    doubts::Doubts,
    heading::{Asks, asks},
    page::Page,
    sentences::sentences,
};
use crate::{
    document::{Code, Kind},
    scan::{
        self,
        words::{Word, find_words, folded, words},
    },
    source::{Span, Spanned},
};

/// The kind: named in the title or in another early heading, said in a sentence about the document itself, or, with a
/// doubt, inferred from the questions that it answers.
pub(super) fn kind(page: &Page<'_>, title: Option<&Spanned<String>>, doubts: &mut Doubts) -> Option<Spanned<Kind>> {
    if is_of_another_body(page) {
        doubts.add(Code::KindUnknown, page.first_line());
        return None;
    }
    let in_title = title.and_then(|title| found_in(page, title.span));
    if let Some(kind) = in_title.or_else(|| in_a_sentence(page)) {
        return Some(kind);
    }
    let inferred = by_questions(page).or_else(|| by_verb(page));
    let code = if inferred.is_some() { Code::KindInferred } else { Code::KindUnknown };
    doubts.add(code, inferred.map_or_else(|| page.first_line(), |kind| kind.span));
    inferred
}

/// A province budgets too; its documents are none of a municipality's cycle.
fn is_of_another_body(page: &Page<'_>) -> bool {
    let names = |words: &str| page.prose().any(|span| find_words(page.words(span), words).is_some());
    names("provinciale staten") && !names("gemeenteraad") && !names("gemeente")
}

/// The kind that some words name: the first word of a kind in them.
pub(super) fn named_kind(text: &str) -> Option<Kind> {
    words(text).find_map(|word| kind_of_word(word.text))
}

fn found_in(page: &Page<'_>, span: Span) -> Option<Spanned<Kind>> {
    words(page.words(span)).find_map(|word| Some(at(span, word, kind_of_word(word.text)?)))
}

fn at(span: Span, word: Word<'_>, kind: Kind) -> Spanned<Kind> {
    Spanned::new(kind, span.part(word.start, word.end()))
}

/// The kind that one word names. What a kind's word is joined to does not matter: `Programmabegroting`, `begrotingsjaar`
/// is none.
fn kind_of_word(word: &str) -> Option<Kind> {
    const ENDINGS: [(&str, Kind); 19] = [
        ("begroting", Kind::Budget),
        ("jaarstukken", Kind::AnnualAccounts),
        ("jaarrekening", Kind::AnnualAccounts),
        ("jaarverslag", Kind::AnnualAccounts),
        ("programmarekening", Kind::AnnualAccounts),
        ("programmaverantwoording", Kind::AnnualAccounts),
        ("kadernota", Kind::FrameworkMemorandum),
        ("voorjaarsnota", Kind::FrameworkMemorandum),
        ("perspectiefnota", Kind::FrameworkMemorandum),
        ("kaderbrief", Kind::FrameworkMemorandum),
        ("bestuursrapportage", Kind::InterimReport),
        ("tussenrapportage", Kind::InterimReport),
        ("afwijkingenrapportage", Kind::InterimReport),
        ("najaarsrapportage", Kind::InterimReport),
        ("najaarsnota", Kind::InterimReport),
        ("coalitieakkoord", Kind::CoalitionAgreement),
        ("coalitieprogramma", Kind::CoalitionAgreement),
        ("bestuursakkoord", Kind::CoalitionAgreement),
        ("bestuursprogramma", Kind::CoalitionAgreement),
    ];
    let word = folded(word);
    ENDINGS.into_iter().find(|(ending, _)| word.ends_with(ending)).map(|(_, kind)| kind)
}

/// How far into a first line a kind can stand: behind numbers and page numbers of a list of contents.
const WORDS_OF_A_TITLE: usize = 8;

/// A sentence about the document itself: its kind is among the first words of the first paragraphs (`Het
/// coalitieprogramma voor …`), or stands behind "deze" or "dit" (`Met deze jaarstukken …`).
fn in_a_sentence(page: &Page<'_>) -> Option<Spanned<Kind>> {
    const PARAGRAPHS: usize = 3;
    const WORDS: usize = 4;
    let sentences = || page.prose().take(PARAGRAPHS).flat_map(|span| sentences(page.text, span));
    // A text that begins with its kind, or with a kind and its year: a title that an export ran into something else.
    let first = page.blocks.first().and_then(|block| {
        let all: Vec<_> = words(page.words(block.span)).take(WORDS_OF_A_TITLE).collect();
        let dated = |at: usize| at == 0 || all.get(at + 1).is_some_and(|next| scan::year(next.text).is_some());
        let (_, word) = all.iter().enumerate().find(|&(place, word)| dated(place) && kind_of_word(word.text).is_some())?;
        Some(at(block.span, *word, kind_of_word(word.text)?))
    });
    let opening = || sentences().find_map(|sentence| subject(page, sentence, WORDS));
    first.or_else(opening).or_else(|| page.prose().find_map(|span| behind_this(page, span)))
}

fn subject(page: &Page<'_>, span: Span, most: usize) -> Option<Spanned<Kind>> {
    let mut first = words(page.words(span)).take(most).peekable();
    first.next_if(|word| matches!(folded(word.text).as_str(), "het" | "de" | "ons" | "onze" | "dit" | "deze"))?;
    first.find_map(|word| Some(at(span, word, kind_of_word(word.text)?)))
}

fn behind_this(page: &Page<'_>, span: Span) -> Option<Spanned<Kind>> {
    let mut before = "";
    words(page.words(span)).find_map(|word| {
        let this = matches!(before, "deze" | "dit" | "Deze" | "Dit");
        before = word.text;
        this.then(|| kind_of_word(word.text)).flatten().map(|kind| at(span, word, kind))
    })
}

/// The tense of the W questions: accounts look back, budgets look ahead. Accounts repeat what was wanted, too: one question
/// that looks back decides.
fn by_questions(page: &Page<'_>) -> Option<Spanned<Kind>> {
    let questions = || {
        page.headings().filter_map(|(_, span)| {
            let heading = page.words(span);
            let asked = matches!(asks(heading), Asks::Goals | Asks::Measures | Asks::Cost);
            tense(heading).filter(|_| asked).map(|kind| Spanned::new(kind, span))
        })
    };
    questions().find(|question| question.value == Kind::AnnualAccounts).or_else(|| questions().next())
}

fn tense(heading: &str) -> Option<Kind> {
    let heading = folded(heading);
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if has(&["hebben", "heeft", "wilden", "bereikt", "gedaan", "gekost"]) {
        Some(Kind::AnnualAccounts)
    } else if has(&["willen", "gaan", "gaat", "mag"]) {
        Some(Kind::Budget)
    } else {
        None
    }
}

/// `Wij hebben de volgende uitgaven begroot`, `De raad verantwoordt zijn werk`.
fn by_verb(page: &Page<'_>) -> Option<Spanned<Kind>> {
    let kind = |verb: &str| match verb {
        "begroot" | "ramen" | "raamt" | "begroten" => Some(Kind::Budget),
        "verantwoorden" | "verantwoordt" => Some(Kind::AnnualAccounts),
        _ => None,
    };
    page.prose().find_map(|span| words(page.words(span)).find_map(|word| Some(at(span, word, kind(word.text)?))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{read::read, source::Source};

    fn check(text: &str, expected: Option<Kind>, words: &str) {
        let source = Source::from_bytes("a", text.as_bytes());
        let found = read(&source).kind;
        assert_eq!(found.map(|kind| kind.value), expected, "{text}");
        assert_eq!(found.map_or("", |kind| source.cut(kind.span)), words, "{text}");
    }

    #[test]
    fn the_title_names_it() {
        check("Programmabegroting 2024-2027\n\nTekst.", Some(Kind::Budget), "Programmabegroting");
        check("Portaal\n\nJaarstukken 2023\n\nWat gaan we doen?", Some(Kind::AnnualAccounts), "Jaarstukken");
        check("Derde tussenrapportage 2031\n\nTekst.", Some(Kind::InterimReport), "tussenrapportage");
    }

    #[test]
    fn a_sentence_about_itself_says_it() {
        check(
            "Samen\n\nHet coalitieprogramma heet zo.\n\nWat gaan we doen?\n\n- Iets.",
            Some(Kind::CoalitionAgreement),
            "coalitieprogramma",
        );
        check("Algemeen\n\nMet deze jaarstukken leggen wij verantwoording af.", Some(Kind::AnnualAccounts), "jaarstukken");
    }

    #[test]
    fn one_question_that_looks_back_decides() {
        check(
            "Wonen\n\nWat willen we bereiken?\n\nVeel.\n\nWat heeft het gekost?\n\nVeel geld.",
            Some(Kind::AnnualAccounts),
            "Wat heeft het gekost?",
        );
        check("Wonen\n\nDe raad verantwoordt zijn werk.", Some(Kind::AnnualAccounts), "verantwoordt");
    }

    #[test]
    fn a_province_is_another_body() {
        check("De begroting\n\nProvinciale Staten stelden dit vast.", None, "");
    }

    #[test]
    fn another_document_in_a_sentence_does_not() {
        let text = "Wonen\n\nIn het bestuursprogramma staat veel.\n\nWat willen we bereiken?\n\nVeel.";
        check(text, Some(Kind::Budget), "Wat willen we bereiken?");
        check("Wonen\n\nVolgens de kadernota van vorig jaar is het mooi.", None, "");
    }
}
