//! The year that the document is about, and the council term that it names.

use super::{doubts::Doubts, page::Page, sentences::around};
use crate::{
    document::{Code, Figure, Kind, Period, Phase},
    scan::{
        self,
        words::{ends_with_words, folded},
    },
    source::{Span, Spanned},
};

/// The year: of the title; else of the term or of an early heading; else, with a doubt, of a sentence or of the columns.
pub(super) fn year(
    page: &Page<'_>,
    title: Option<&Spanned<String>>,
    kind: Option<Kind>,
    period: Option<Spanned<Period>>,
    figures: &[Figure],
    doubts: &mut Doubts,
) -> Option<Spanned<i32>> {
    let stated = title
        .and_then(|title| first_year(page, title.span))
        .or_else(|| in_early_heading(page))
        .or_else(|| period.filter(|_| kind == Some(Kind::CoalitionAgreement)).map(|period| period.map(|period| period.from)))
        .or_else(|| beside_kind(page));
    if stated.is_some() {
        return stated;
    }
    let inferred = of_columns(figures, kind)
        .or_else(|| in_sentences(page, opens_sentence))
        .or_else(|| in_sentences(page, |before| ends_with_words(before, "in")));
    let code = if inferred.is_some() { Code::YearInferred } else { Code::YearUnknown };
    doubts.add(code, inferred.map_or_else(|| page.first_line(), |year| year.span));
    inferred
}

fn first_year(page: &Page<'_>, span: Span) -> Option<Spanned<i32>> {
    const LENGTH: usize = 4;
    scan::years(page.words(span)).first().map(|&(year, start)| Spanned::new(year, span.part(start, start + LENGTH)))
}

/// A year in one of the first headings that also names a kind of document.
fn in_early_heading(page: &Page<'_>) -> Option<Spanned<i32>> {
    const HEADINGS: usize = 6;
    let named = page.headings().take(HEADINGS).filter(|&(_, span)| super::kind::named_kind(page.words(span)).is_some());
    named.into_iter().find_map(|(_, span)| first_year(page, span))
}

/// A year right behind a word that names a kind of document: `dit jaarverslag van 2031`.
fn beside_kind(page: &Page<'_>) -> Option<Spanned<i32>> {
    const NEAR_BYTES: usize = 12;
    let opening = page.first_line();
    page.written().find_map(|span| {
        let text = page.words(span);
        let kinds = || scan::words::words(text).filter(|word| super::kind::named_kind(word.text).is_some());
        kinds().next()?;
        let years = scan::years(text);
        let (year, start) = kinds().find_map(|word| {
            let opens = span == opening;
            let behind = years.partition_point(|&(_, at)| at < word.end());
            let near = years.get(behind).filter(|&&(_, at)| at <= word.end() + NEAR_BYTES).copied();
            near.filter(|_| opens || is_behind_this(&text[..word.start]))
        })?;
        Some(Spanned::new(year, span.part(start, start + 4)))
    })
}

fn is_behind_this(before: &str) -> bool {
    ["dit", "deze", "dit is de", "dit is het"].iter().any(|this| ends_with_words(before, this))
}

/// The first year of the columns; where actuals come before budgets, a budget is of two years after the last actual one
/// and accounts are of the last actual year (columns run: rekening, lopende begroting, begroting).
fn of_columns(figures: &[Figure], kind: Option<Kind>) -> Option<Spanned<i32>> {
    let dated =
        |figure: &Figure| figure.column.is_some().then_some(figure.year).flatten().map(|year| Spanned::new(year, figure.span));
    let actual =
        figures.iter().filter(|figure| figure.phase == Some(Phase::Actual)).filter_map(dated).max_by_key(|year| year.value);
    let planned = |year: i32| figures.iter().find(|figure| figure.year == Some(year) && figure.phase != Some(Phase::Actual));
    match (kind, actual) {
        (Some(Kind::AnnualAccounts), Some(actual)) => Some(actual),
        (_, Some(actual)) => planned(actual.value + 2).and_then(dated).or(Some(actual)),
        (_, None) => figures.iter().find_map(dated),
    }
}

/// The first year in the first paragraphs that the words before it make the text's own: `In 2024 willen we …`.
fn in_sentences(page: &Page<'_>, is_own: impl Fn(&str) -> bool) -> Option<Spanned<i32>> {
    const PARAGRAPHS: usize = 40;
    page.prose().take(PARAGRAPHS).find_map(|span| {
        let text = page.words(span);
        let (year, start) = scan::years(text).into_iter().find(|&(_, start)| is_own(&text[..start]))?;
        Some(Spanned::new(year, span.part(start, start + 4)))
    })
}

fn opens_sentence(before: &str) -> bool {
    let before = before.trim_end();
    let opens = |word: &str| before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    opens("In") || opens("Voor") || opens("in de begroting")
}

/// A council term: two years of municipal elections, four years apart, in words about a coalition, a term or an executive.
pub(super) fn period(page: &Page<'_>) -> Option<Spanned<Period>> {
    page.written().find_map(|span| {
        let text = page.words(span);
        let found = scan::periods(text)
            .into_iter()
            .find(|found| is_term(found.period) && speaks_of_a_term(around(text, found.start).0))?;
        Some(Spanned::new(found.period, span.part(found.start, found.end)))
    })
}

/// Municipal elections are held every four years: 2014, 2018, 2022 (Kieswet art. F 1).
fn is_term(period: Period) -> bool {
    period.to == period.from + 4 && period.from.rem_euclid(4) == 2
}

fn speaks_of_a_term(sentence: &str) -> bool {
    let sentence = folded(sentence);
    ["coalitie", "bestuursprogramma", "bestuursakkoord", "bestuursperiode", "raadsperiode", "raadsprogramma", "collegeprogramma"]
        .iter()
        .any(|word| sentence.contains(word))
}

#[cfg(test)]
mod tests {
    use crate::{document::Code, read::read, source::Source};

    fn check(text: &str, year: Option<i32>, period: Option<(i32, i32)>, doubt: Option<Code>) {
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        assert_eq!(document.year.map(|year| year.value), year, "{text}");
        assert_eq!(document.period.map(|period| (period.value.from, period.value.to)), period, "{text}");
        let doubts = [Code::YearInferred, Code::YearUnknown];
        assert_eq!(document.problems.iter().map(|problem| problem.code).find(|code| doubts.contains(code)), doubt, "{text}");
    }

    #[test]
    fn the_title_says_it() {
        check("Begroting 2024\n\nIn 2023 was het anders.", Some(2024), None, None);
        check("Kadernota 2025-2028\n\nTekst.", Some(2025), None, None);
    }

    #[test]
    fn a_term_is_four_years_between_elections() {
        check("Op weg\n\nHet coalitieprogramma 2018-2022 is klaar.", Some(2018), Some((2018, 2022)), None);
        check("Begroting 2024\n\nHet beleidskader 2018-2022 loopt af.", Some(2024), None, None);
        check("Begroting 2024\n\nHet bestuursakkoord 2019-2023 loopt af.", Some(2024), None, None);
    }

    #[test]
    fn columns_and_sentences_leave_a_doubt() {
        check("Wonen\n\nPost 2024 2025\nBouw 1 2\nSloop 3 4\n", Some(2024), None, Some(Code::YearInferred));
        check("Wonen\n\nIn 2024 willen wij bouwen.", Some(2024), None, Some(Code::YearInferred));
        check("Wonen\n\nWij bouwen sinds 2013.", None, None, Some(Code::YearUnknown));
    }
}
