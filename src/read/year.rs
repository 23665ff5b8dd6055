//! The year that the document is about, and the council term that it names.
//!
//! Years of others stand everywhere: of policy plans, of last year's documents, of days on which something was decided. So
//! each year is taken with the words that it is said of.

use std::collections::BTreeMap;

use super::{
    doubts::Doubts,
    heading::{Asks, asks},
    kind::{end_of_name, first_lines, is_this, kind_of_word},
    page::Page,
    sentences::around,
};
use crate::{
    document::{Code, Figure, Kind, Period, Phase},
    scan::{
        self,
        words::{Word, ends_with_words, folded, just_before, just_behind, spaced_words, words},
    },
    source::{Span, Spanned},
};

/// The year: of the title; else of the term or of an early heading; else, with a doubt, of the headings' questions, of the
/// columns or of what the sentences say.
pub(super) fn year(
    page: &Page<'_>,
    title: Option<&Spanned<String>>,
    kind: Option<Kind>,
    period: Option<Spanned<Period>>,
    figures: &[Figure],
    doubts: &mut Doubts,
) -> Option<Spanned<i32>> {
    let stated = title
        .filter(|title| end_of_name(&title.value).is_some())
        .and_then(|title| of_title(page, title.span))
        .or_else(|| in_first_lines(page))
        .or_else(|| title.and_then(|title| of_title(page, title.span)))
        .or_else(|| in_early_heading(page))
        .or_else(|| period.filter(|_| kind == Some(Kind::CoalitionAgreement)).map(|period| period.map(|period| period.from)))
        .or_else(|| beside_kind(page));
    if stated.is_some() {
        return stated;
    }
    let inferred = in_question(page)
        .or_else(|| of_actuals(figures, kind))
        .or_else(|| of_own_kind(page, kind))
        .or_else(|| of_plans(figures, kind))
        .or_else(|| most_said(page, kind));
    let code = if inferred.is_some() { Code::YearInferred } else { Code::YearUnknown };
    doubts.add(code, inferred.map_or_else(|| page.first_line(), |year| year.span));
    inferred
}

/// Bytes of a printed year.
const LENGTH: usize = 4;

fn placed(span: Span, (year, start): (i32, usize)) -> Spanned<i32> {
    Spanned::new(year, span.part(start, start + LENGTH))
}

/// The first year behind the name of a kind, else the first one that is no policy's.
fn of_title(page: &Page<'_>, span: Span) -> Option<Spanned<i32>> {
    let title = page.words(span);
    let years = scan::years(title);
    let named = end_of_name(title);
    let behind = named.and_then(|end| years.iter().find(|&&(_, start)| start >= end));
    let own = || years.iter().find(|&&(_, start)| named.is_some() || !is_of_policy(&title[..start]));
    behind.or_else(own).map(|&year| placed(span, year)).or_else(|| in_spaced_digits(title, span))
}

/// `B E G R O T I N G  2 0 3 1`.
fn in_spaced_digits(title: &str, span: Span) -> Option<Spanned<i32>> {
    spaced_words(title).into_iter().find_map(|word| {
        let digits = word.text.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        // The digits take the last places, with a space between each two.
        let start = word.end.checked_sub(2 * LENGTH - 1)?;
        Some(Spanned::new(scan::year(digits)?, span.part(start, word.end)))
    })
}

/// A year in one of the first lines that also names a kind of document.
fn in_first_lines(page: &Page<'_>) -> Option<Spanned<i32>> {
    let named = |span: &Span| end_of_name(page.words(*span)).is_some() && !page.words(*span).ends_with('.');
    first_lines(page).into_iter().filter(named).find_map(|span| of_title(page, span))
}

/// A year in one of the first headings that also names a kind of document.
fn in_early_heading(page: &Page<'_>) -> Option<Spanned<i32>> {
    const HEADINGS: usize = 6;
    let named = page.headings().take(HEADINGS).filter(|&(_, span)| end_of_name(page.words(span)).is_some());
    named.into_iter().find_map(|(_, span)| of_title(page, span))
}

/// Each word that names a kind, where it begins, and the year right behind it.
fn dated_kinds(text: &str) -> Vec<(Kind, usize, (i32, usize))> {
    const NEAR_BYTES: usize = 12;
    let years = scan::years(text);
    if years.is_empty() {
        return Vec::new();
    }
    let kinds = words(text).filter_map(|word| Some((kind_of_word(word.text)?, word)));
    let dated = kinds.filter_map(|(kind, word)| {
        let behind = years.partition_point(|&(_, at)| at < word.end());
        let year = years.get(behind).filter(|&&(_, at)| at <= word.end() + NEAR_BYTES)?;
        Some((kind, word.start, *year))
    });
    dated.collect()
}

/// A year right behind a kind that is this one: `dit jaarverslag van 2031`, or the kind that the text begins with.
fn beside_kind(page: &Page<'_>) -> Option<Spanned<i32>> {
    let opening = page.first_line();
    page.written().find_map(|span| {
        let text = page.words(span);
        let is_own = |start: usize| span == opening || is_this(&text[..start]) || ends_with_words(&text[..start], "dit is de");
        dated_kinds(text).into_iter().find(|&(_, start, _)| is_own(start)).map(|(_, _, year)| placed(span, year))
    })
}

/// `Wat heeft het gekost in 2031?`; a goal `tot en met 2034` is of a plan.
fn in_question(page: &Page<'_>) -> Option<Spanned<i32>> {
    const SAY: [&str; 4] = ["in", "over", "voor", "jaar"];
    page.headings().find_map(|(_, span)| {
        let heading = page.words(span);
        let is_asked = matches!(asks(heading), Asks::Goals | Asks::Measures | Asks::Cost);
        let is_own = |&(_, start): &(i32, usize)| SAY.iter().any(|word| ends_with_words(&heading[..start], word));
        scan::years(heading).into_iter().find(is_own).filter(|_| is_asked).map(|year| placed(span, year))
    })
}

/// The year that is named most with the document's own kind: `de begroting 2031`, but not `sinds de begroting 2030`.
fn of_own_kind(page: &Page<'_>, kind: Option<Kind>) -> Option<Spanned<i32>> {
    let kind = kind.filter(|kind| *kind != Kind::Other)?;
    let mut tally = Tally::default();
    for span in page.headings().map(|(_, span)| span).chain(page.prose()) {
        let text = page.words(span);
        let own = dated_kinds(text).into_iter().filter(|&(found, start, _)| found == kind && !is_compared(&text[..start]));
        own.for_each(|(_, _, year)| tally.add(placed(span, year), 1));
    }
    tally.most()
}

/// Whether the words before say that something is compared with what follows.
fn is_compared(before: &str) -> bool {
    const COMPARE: [&str; 8] = ["sinds", "opzichte van", "t.o.v.", "dan in", "dan", "tegenover", "vergeleken met", "vanuit"];
    let before = before.trim_end();
    let bare = ["de", "het", "de primitieve"].into_iter().find(|article| ends_with_words(before, article));
    let before = bare.map_or(before, |article| before[..before.len() - article.len()].trim_end());
    COMPARE.iter().any(|words| ends_with_words(before, words))
}

/// The figures of columns with a year: phase, year and place of each.
fn dated_columns(figures: &[Figure]) -> impl Iterator<Item = (Option<Phase>, Spanned<i32>)> {
    let in_columns = figures.iter().filter(|figure| figure.column.is_some());
    in_columns.filter_map(|figure| Some((figure.phase, Spanned::new(figure.year?, figure.span))))
}

/// Columns of actuals: accounts are of the last one, a budget is of two years later (columns run: rekening, lopende
/// begroting, begroting), where there is such a column.
fn of_actuals(figures: &[Figure], kind: Option<Kind>) -> Option<Spanned<i32>> {
    let actuals = dated_columns(figures).filter(|(phase, _)| *phase == Some(Phase::Actual)).map(|(_, year)| year);
    let actual = actuals.max_by_key(|year| year.value)?;
    let is_next = |phase: Option<Phase>, year: i32| year == actual.value + 2 && phase != Some(Phase::Actual);
    let next = dated_columns(figures).find(|(phase, year)| is_next(*phase, year.value)).map(|(_, year)| year);
    next.filter(|_| kind != Some(Kind::AnnualAccounts)).or(Some(actual))
}

/// Columns without actuals: a budget is of the last one before the estimates, or of the later of two; anything else is of
/// the first.
fn of_plans(figures: &[Figure], kind: Option<Kind>) -> Option<Spanned<i32>> {
    let of_phase = |wanted: &'static [Phase]| {
        dated_columns(figures).filter(move |(phase, _)| phase.is_some_and(|phase| wanted.contains(&phase))).map(|(_, year)| year)
    };
    let budgets = || of_phase(&[Phase::Budget, Phase::OriginalBudget]);
    let estimated = of_phase(&[Phase::Estimate]).next().is_some();
    let last = budgets().max_by_key(|year| year.value);
    let first = budgets().min_by_key(|year| year.value);
    let are_two = last.map(|last| last.value) == first.map(|first| first.value + 1);
    let last = last.filter(|_| kind == Some(Kind::Budget) && (estimated || are_two));
    let place = |wanted: i32| budgets().find(|year| year.value == wanted);
    last.and_then(|last| place(last.value)).or_else(|| dated_columns(figures).next().map(|(_, year)| year))
}

/// The year that the first paragraphs speak of: what is said to happen in it or for it weighs most. A date counts only
/// where the text is news of others, of elections that a coalition came from, or of a balance.
fn most_said(page: &Page<'_>, kind: Option<Kind>) -> Option<Spanned<i32>> {
    const PARAGRAPHS: usize = 60;
    let mut tally = Tally::default();
    for span in page.prose().take(PARAGRAPHS) {
        let text = page.words(span);
        for year in scan::years(text) {
            tally.add(placed(span, year), weight(text, year.1, kind));
        }
    }
    tally.most()
}

fn weight(text: &str, start: usize, kind: Option<Kind>) -> u32 {
    const NEAR_BYTES: usize = 60;
    let before = just_before(text, start, NEAR_BYTES);
    let says = |words: &[&str]| words.iter().any(|words| ends_with_words(before, words));
    let behind = just_behind(text, start + LENGTH, NEAR_BYTES);
    let is_dated = || match kind {
        Some(Kind::Other) => true,
        Some(Kind::CoalitionAgreement) => folded(before).contains("verkiezing") || folded(behind).contains("verkiezing"),
        Some(Kind::AnnualAccounts) => says(&["31 december", "31-12-"]),
        _ => false,
    };
    if is_of_policy(before) || is_compared(before) {
        0
    } else if says(&["het jaar", "verslagjaar", "begrotingsjaar", "boekjaar"]) {
        4
    } else if says(&["in", "voor", "over"]) {
        if words(before).last().is_some_and(Word::is_capitalised) { 3 } else { 2 }
    } else {
        u32::from(is_dated())
    }
}

/// Years and what speaks for them; of equals, the one that came first.
#[derive(Default)]
struct Tally {
    years: BTreeMap<i32, (u32, Span)>,
}

impl Tally {
    fn add(&mut self, year: Spanned<i32>, weight: u32) {
        if weight > 0 {
            self.years.entry(year.value).or_insert((0, year.span)).0 += weight;
        }
    }

    fn most(self) -> Option<Spanned<i32>> {
        let most = self.years.into_iter().max_by_key(|&(_, (weight, span))| (weight, std::cmp::Reverse(span.start)))?;
        Some(Spanned::new(most.0, most.1.1))
    }
}

/// Whether the words before a year are the name of a plan or a law: `Omgevingsvisie 2040`, `Agenda 2030`, `Wmo-beleid 2015`.
fn is_of_policy(before: &str) -> bool {
    const POLICIES: [&str; 12] = [
        "visie",
        "agenda",
        "plan",
        "beleid",
        "kader",
        "convenant",
        "verordening",
        "strategie",
        "wet",
        "besluit",
        "pact",
        "monitor",
    ];
    let bare = before.trim_end().trim_end_matches(['-', '–', '’', '\'', '(']).trim_end();
    let last = words(bare).last().filter(|word| word.end() == bare.len()).map(|word| folded(word.text));
    last.is_some_and(|last| POLICIES.iter().any(|policy| last.ends_with(policy)))
}

/// A council term: years from one municipal election to the next, in words about a coalition, a term or an executive.
pub(super) fn period(page: &Page<'_>) -> Option<Spanned<Period>> {
    page.written().find_map(|span| {
        let text = page.words(span);
        let found = scan::periods(text).into_iter().find(|found| is_term(text, found.period, found.start))?;
        Some(Spanned::new(found.period, span.part(found.start, found.end)))
    })
}

/// Municipal elections are held every four years: 2014, 2018, 2022 (Kieswet art. F 1). Where municipalities merge a term
/// begins at another time; then only the words for an agreement tell it from another period.
fn is_term(text: &str, period: Period, start: usize) -> bool {
    const AGREEMENTS: [&str; 8] = [
        "coalitie",
        "bestuursprogramma",
        "bestuursakkoord",
        "raadsprogramma",
        "raadsakkoord",
        "collegeprogramma",
        "collegeakkoord",
        "hoofdlijnenakkoord",
    ];
    const TERMS: [&str; 4] = ["bestuursperiode", "raadsperiode", "collegeperiode", "zittingsperiode"];
    let years = period.to - period.from;
    if period.to.rem_euclid(4) != 2 || !(2..=5).contains(&years) {
        return false;
    }
    let sentence = folded(around(text, start).0);
    let has = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    has(&AGREEMENTS) || (years == 4 && has(&TERMS))
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

    #[test]
    fn years_of_others_do_not_count() {
        let cases = [
            ("Omgevingsvisie 2040\n\nIn 2031 bouwen wij.", Some(2031)),
            ("Raadsvergadering 9 november 2030: Programmabegroting 2031\n\nTekst.", Some(2031)),
            ("Begroting 2031-2034\n\nTekst.", Some(2031)),
            ("B E G R O T I N G  2 0 3 1\n\nTekst.", Some(2031)),
            ("Wonen\n\nWat heeft het gekost in 2031?\n\nVeel, meer dan in 2030.", Some(2031)),
            ("Wonen\n\nWat willen we bereiken tot en met 2034?\n\nVeel.\n\nWat hebben we gedaan in 2031?\n\nVeel.", Some(2031)),
            ("Wonen\n\nDat is anders sinds de begroting 2030. Dit is de begroting 2031. Zie ook de begroting 2031.", Some(2031)),
            ("Wonen\n\nIn het verslagjaar 2031 is veel gedaan. Voor 2032 komt er meer.", Some(2031)),
            ("Wonen\n\nDe staten stelden dit voor 2031 vast. Op 1 juli 2030 was dat anders.", Some(2031)),
            ("Wonen\n\nDe Wet 2015 en de Agenda 2030 gelden.", None),
            ("Wonen\n\nVastgesteld op 4 juli 2031.", None),
            ("Samen\n\nDit coalitieakkoord volgt op de verkiezingen van maart 2030.", Some(2030)),
            ("Balans\n\nDeze jaarrekening geeft de stand op 31 december 2031 weer.", Some(2031)),
            ("Meicirculaire 2031\n\nTekst.", Some(2031)),
            (
                "Deal\n\nSince the May 4th, 2031 elections the parties agreed on the plan for the city, and the mayor of the town and the council.",
                Some(2031),
            ),
        ];
        for (text, year) in cases {
            assert_eq!(read(&Source::from_bytes("a", text.as_bytes())).year.map(|year| year.value), year, "{text}");
        }
    }

    #[test]
    fn columns_know_their_year() {
        let of = |intro: &str, columns: &str| {
            let row = |name: &str| format!("{name}{}\n", "\t1.234".repeat(columns.matches('\t').count()));
            let text = format!("{intro}\n\nPost{columns}\n{}{}{}", row("Bouw"), row("Sloop"), row("Grond"));
            read(&Source::from_bytes("a", text.as_bytes())).year.map(|year| year.value)
        };
        assert_eq!(of("Begroting", "\tRekening 2029\tBegroting 2030\tBegroting 2031\tRaming 2032"), Some(2031));
        assert_eq!(of("Begroting", "\tBegroting 2030\tBegroting 2031\tRaming 2032\tRaming 2033"), Some(2031));
        assert_eq!(of("Begroting", "\tBegroting 2031\tBegroting 2032\tBegroting 2033"), Some(2031));
        assert_eq!(of("Jaarrekening", "\tRekening 2030\tBegroting 2031\tRekening 2031"), Some(2031));
        assert_eq!(of("Kadernota", "\t2032\t2033\t2034"), Some(2032));
    }

    #[test]
    fn terms_where_municipalities_merged() {
        check("Coalitieakkoord 2019-2022\n\nTekst.", Some(2019), Some((2019, 2022)), None);
        check("Begroting 2024\n\nIn deze raadsperiode 2022-2026 bouwen wij.", Some(2024), Some((2022, 2026)), None);
        check("Begroting 2024\n\nDe subsidie loopt in 2019-2022.", Some(2024), None, None);
    }
}
