//! Which document of the budget cycle it is.

mod names;
mod outsiders;

use super::{
    doubts::Doubts,
    figures::phase_of,
    heading::{Asks, asks},
    page::Page,
    sentences::sentences,
};
use crate::{
    blocks::{Block, Form, Grid},
    document::{Code, Kind, Phase},
    scan::{
        self,
        words::{Word, ends_with_words, find_words, folded, just_before, words},
    },
    source::{Span, Spanned},
};
pub(super) use names::kind_of_word;
pub(super) use outsiders::of_another;

/// The kind: named in the title or in another early heading, said in a sentence about the document itself, or, with a
/// doubt, inferred from the questions that it answers, from its tables or its words.
pub(super) fn kind(page: &Page<'_>, title: Option<&Spanned<String>>, doubts: &mut Doubts) -> Option<Spanned<Kind>> {
    if let Some(place) = outsiders::outsider(page) {
        doubts.add(Code::NotMunicipal, place);
        return Some(Spanned::new(Kind::Other, place));
    }
    let in_title = title.and_then(|title| found_in(page, title.span));
    if let Some(kind) =
        in_title.or_else(|| in_first_lines(page)).or_else(|| in_spaced_letters(page)).or_else(|| in_a_sentence(page))
    {
        return Some(kind);
    }
    let inferred = by_questions(page).or_else(|| by_tables(page)).or_else(|| by_cards(page)).or_else(|| by_verb(page));
    let code = if inferred.is_some() { Code::KindInferred } else { Code::KindUnknown };
    doubts.add(code, inferred.map_or_else(|| page.first_line(), |kind| kind.span));
    inferred
}

/// The kind that a heading names.
pub(super) fn named_kind(heading: &str) -> Option<Kind> {
    names::in_heading(heading).map(|named| named.kind)
}

/// The byte behind the name of a kind that a heading has.
pub(super) fn end_of_name(heading: &str) -> Option<usize> {
    names::in_heading(heading).map(|named| named.end)
}

fn found_in(page: &Page<'_>, span: Span) -> Option<Spanned<Kind>> {
    names::in_heading(page.words(span)).map(|named| Spanned::new(named.kind, span.part(named.start, named.end)))
}

fn at(span: Span, word: Word<'_>, kind: Kind) -> Spanned<Kind> {
    Spanned::new(kind, span.part(word.start, word.end()))
}

/// The lines that a text begins with: its title may stand among them, whatever it runs into.
pub(super) fn first_lines(page: &Page<'_>) -> Vec<Span> {
    const LINES: usize = 4;
    const LONGEST_BYTES: usize = 160;
    let blocks = page.blocks.iter().filter(|block| block.form != Form::Furniture).take(LINES);
    let written = blocks.filter_map(|block| match &block.form {
        Form::Table(grid) => grid.caption,
        _ => Some(block.span),
    });
    let lines = written.flat_map(|span| lines_of(page, span)).take(LINES);
    lines.filter(|&line| line.len() <= LONGEST_BYTES && !is_header(page.words(line))).collect()
}

/// `Post Begroting 2030 Begroting 2031`: a table's header, where the table was not seen as one.
fn is_header(line: &str) -> bool {
    let kinds = || words(line).filter(|word| kind_of_word(word.text).is_some() || folded(word.text) == "rekening");
    scan::years(line).len() > 1 && kinds().nth(1).is_some()
}

fn lines_of<'a>(page: &Page<'a>, span: Span) -> impl Iterator<Item = Span> + use<'a> {
    let text = page.words(span);
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let place = span.part(start, start + line.trim_end().len());
        start += line.len();
        place
    })
}

/// One of the first lines names a kind and a year.
fn in_first_lines(page: &Page<'_>) -> Option<Spanned<Kind>> {
    let dated = |span: &Span| !scan::years(page.words(*span)).is_empty() && !page.words(*span).ends_with('.');
    first_lines(page).into_iter().filter(dated).find_map(|span| found_in(page, span))
}

/// Letters with spaces between them are a title, wherever a transcript of pages left them.
fn in_spaced_letters(page: &Page<'_>) -> Option<Spanned<Kind>> {
    const BLOCKS: usize = 40;
    page.written().take(BLOCKS).find_map(|span| {
        let named = names::spaced(page.words(span))?;
        Some(Spanned::new(named.kind, span.part(named.start, named.end)))
    })
}

/// How far into a first line a kind can stand: behind numbers and page numbers of a list of contents.
const WORDS_OF_A_TITLE: usize = 8;

/// A sentence about the document itself: its kind is among the first words of the first paragraphs (`Het
/// coalitieprogramma voor …`), or is spoken of as this one (`Met deze jaarstukken …`).
fn in_a_sentence(page: &Page<'_>) -> Option<Spanned<Kind>> {
    const PARAGRAPHS: usize = 3;
    const WORDS: usize = 4;
    let sentences = || page.prose().take(PARAGRAPHS).flat_map(|span| sentences(page.text, span));
    let opening = || sentences().find_map(|sentence| subject(page, sentence, WORDS));
    opens_text(page).or_else(opening).or_else(|| page.prose().find_map(|span| spoken_of_as_this(page, span)))
}

/// A text that begins with its kind, or with a kind and its year: a title that an export ran into something else.
fn opens_text(page: &Page<'_>) -> Option<Spanned<Kind>> {
    let span = page.blocks.first().filter(|block| block.form != Form::Heading)?.span;
    let all: Vec<_> = words(page.words(span)).take(WORDS_OF_A_TITLE).collect();
    let dated = |at: usize| at == 0 || all.get(at + 1).is_some_and(|next| scan::year(next.text).is_some());
    all.iter()
        .enumerate()
        .filter(|&(place, _)| dated(place))
        .find_map(|(_, word)| Some(at(span, *word, kind_of_word(word.text)?)))
}

fn subject(page: &Page<'_>, span: Span, most: usize) -> Option<Spanned<Kind>> {
    let mut first = words(page.words(span)).take(most).peekable();
    first.next_if(|word| matches!(folded(word.text).as_str(), "het" | "de" | "ons" | "onze" | "dit" | "deze"))?;
    first.find_map(|word| Some(at(span, word, kind_of_word(word.text)?)))
}

fn spoken_of_as_this(page: &Page<'_>, span: Span) -> Option<Spanned<Kind>> {
    let text = page.words(span);
    words(text).find_map(|word| {
        let kind = kind_of_word(word.text)?;
        is_this(&text[..word.start]).then(|| at(span, word, kind))
    })
}

/// Whether the words right before a kind point at the text itself: `deze`, `in dit tweede`, `de voorliggende`, `voor u
/// ligt de`.
pub(super) fn is_this(before: &str) -> bool {
    const POINTERS: [&str; 9] = [
        "deze",
        "dit",
        "voorliggende",
        "onderhavige",
        "voor u ligt de",
        "voor u ligt het",
        "hierbij de",
        "hierbij het",
        "bieden wij u de",
    ];
    const NEAR_BYTES: usize = 40;
    let near = just_before(before, before.len(), NEAR_BYTES);
    let points = |near: &str| POINTERS.iter().any(|pointer| ends_with_words(near, pointer));
    // One word may tell which: `deze eerste bestuursrapportage`; but `dit jaar de begroting` is another.
    let last = words(near).last().filter(|word| word.end() == near.trim_end().len());
    let qualified = |word: Word<'_>| {
        (word.text.ends_with('e') && word.text.len() > 2) || word.text.starts_with(|first: char| first.is_ascii_digit())
    };
    points(near) || last.is_some_and(|word| qualified(word) && points(&near[..word.start]))
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

/// What most tables are of.
fn by_tables(page: &Page<'_>) -> Option<Spanned<Kind>> {
    let verdicts: Vec<Spanned<Kind>> = page.blocks.iter().filter_map(|block| of_table(page, block)).collect();
    let mut votes: Vec<(Kind, usize)> = Vec::new();
    for verdict in &verdicts {
        match votes.iter_mut().find(|(kind, _)| *kind == verdict.value) {
            Some((_, count)) => *count += 1,
            None => votes.push((verdict.value, 1)),
        }
    }
    let votes_for = |wanted: Kind| votes.iter().find(|(kind, _)| *kind == wanted).map_or(0, |(_, count)| *count);
    verdicts.iter().rev().max_by_key(|verdict| votes_for(verdict.value)).copied()
}

fn of_table(page: &Page<'_>, block: &Block) -> Option<Spanned<Kind>> {
    let Form::Table(grid) = &block.form else { return None };
    by_columns(grid).map(|kind| Spanned::new(kind, block.span)).or_else(|| by_rows(page, grid))
}

/// The phases of the columns. Actuals of the latest year make accounts, beside a forecast of that year an interim report;
/// a latest year that is planned, with others before it, makes a budget.
fn by_columns(grid: &Grid) -> Option<Kind> {
    let columns: Vec<(Option<Phase>, Option<i32>)> = grid
        .columns
        .iter()
        .map(|column| (phase_of(&column.label), scan::years(&column.label).first().map(|&(year, _)| year)))
        .collect();
    let latest = columns.iter().filter_map(|(_, year)| *year).max();
    let is_budget = |phase: Option<Phase>| matches!(phase, Some(Phase::Budget | Phase::OriginalBudget | Phase::AmendedBudget));
    let has = |wanted: &dyn Fn(Option<Phase>) -> bool, year: Option<i32>| {
        columns.iter().any(|&(phase, of)| wanted(phase) && (year.is_none() || of == year))
    };
    let actual = |phase: Option<Phase>| phase == Some(Phase::Actual);
    let forecast = |phase: Option<Phase>| phase == Some(Phase::Estimate);
    if has(&forecast, latest) && (has(&is_budget, latest) || has(&actual, latest)) {
        Some(Kind::InterimReport)
    } else if has(&actual, latest) && (latest.is_some() || has(&is_budget, None)) {
        Some(Kind::AnnualAccounts)
    } else {
        let earlier = |(phase, year): &(Option<Phase>, Option<i32>)| phase.is_some() && *year < latest;
        let planned = has(&is_budget, latest) || (has(&forecast, latest) && has(&is_budget, None));
        (latest.is_some() && planned && columns.iter().any(earlier)).then_some(Kind::Budget)
    }
}

/// Rows that run from one document to the next: the last balance is that of the text itself (`Begroting 2030`, …, `Saldo
/// begroting 2031`).
fn by_rows(page: &Page<'_>, grid: &Grid) -> Option<Spanned<Kind>> {
    let mut named = grid.rows.iter().filter_map(|row| {
        let label = row.label.first()?;
        let found = names::first_of(page.words(*label))?;
        Some((*label, Spanned::new(found.kind, label.part(found.start, found.end))))
    });
    named.next()?;
    let (label, kind) = named.next_back()?;
    let first = words(page.words(label)).next().map(|word| folded(word.text))?;
    matches!(first.as_str(), "saldo" | "stand" | "totaal" | "resultaat" | "eindstand" | "begrotingssaldo").then_some(kind)
}

/// Cards that set `Begroot` beside `Gerealiseerd`.
fn by_cards(page: &Page<'_>) -> Option<Spanned<Kind>> {
    let labels = || {
        page.blocks.iter().filter_map(|block| match &block.form {
            Form::Labelled(labelled) => Some(labelled.label),
            Form::KeyFigure(card) => Some(card.label),
            _ => None,
        })
    };
    let of_phase = |wanted: Phase| labels().find(|&label| phase_of(page.words(label)) == Some(wanted));
    of_phase(Phase::Budget)?;
    of_phase(Phase::Actual).map(|label| Spanned::new(Kind::AnnualAccounts, label))
}

/// `Wij hebben dit zo begroot`, `De raad verantwoordt zijn werk`.
fn by_verb(page: &Page<'_>) -> Option<Spanned<Kind>> {
    let kind = |verb: &str| match verb {
        "begroot" | "raamt" | "begroten" => Some(Kind::Budget),
        "verantwoorden" | "verantwoordt" => Some(Kind::AnnualAccounts),
        _ => None,
    };
    // `ramen` are windows too, where nobody does it.
    let estimate = |text: &str| {
        ["wij ramen", "we ramen", "ramen wij", "ramen we"].iter().find_map(|verb| Some((find_words(text, verb)?, verb.len())))
    };
    page.prose().find_map(|span| {
        let text = page.words(span);
        let verb = words(text).find_map(|word| Some(at(span, word, kind(word.text)?)));
        verb.or_else(|| estimate(text).map(|(start, length)| Spanned::new(Kind::Budget, span.part(start, start + length))))
    })
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
    fn texts_of_others_are_said_to_be_so() {
        let others = [
            ("De begroting\n\nProvinciale Staten stelden dit vast.", "Provinciale Staten"),
            ("Begroting 2031\n\nWaterschap Voorbeeldrijn\n\nDe dijkgraaf werkt.", "Waterschap Voorbeeldrijn"),
            ("Jaarverslag 2031 Stichting Zon\n\nWij hielpen 12 kinderen.", "Jaarverslag 2031 Stichting Zon"),
            (
                "Begroting 2031\nVeiligheidsregio Voorbeeldland\n\nDe deelnemende gemeenten betalen.",
                "Veiligheidsregio Voorbeeldland",
            ),
            ("Jaarrekening\n\nDe ledenvergadering sprak over de contributie.", "ledenvergadering"),
            ("Begroting maken\n\nMet een huishoudboekje ziet u uw uitgaven.", "huishoudboekje"),
            (
                "Budget deal\n\nThe council and the mayor agreed on the plan for the city, and the budget with the taxes for the year.",
                "Budget deal",
            ),
        ];
        for (text, words) in others {
            check(text, Some(Kind::Other), words);
        }
    }

    #[test]
    fn municipalities_name_others() {
        let budget = Some(Kind::Budget);
        check("Begroting 2031\n\nDe raad en Provinciale Staten praten. Het college ook, en de wethouder.", budget, "Begroting");
        check(
            "Begroting 2031\n\nParagraaf verbonden partijen\n\nVeiligheidsregio Voorbeeldland\n\nHet algemeen bestuur van de deelnemende gemeenten.",
            budget,
            "Begroting",
        );
        check(
            "Jaarstukken 2031\n\nVeiligheidsregio Voorbeeldland\n\nVestigingsplaats: Zon\nOpenbaar belang: veiligheid\n",
            Some(Kind::AnnualAccounts),
            "Jaarstukken",
        );
        check("Begroting 2031\n\nOpgesteld in Voorbeelddorp, provincie Utrecht\n\nZij helpt.", budget, "Begroting");
        check("Begroting 2031 gemeente Voorbeeldstad\n\nStichting Zon\n\nZij helpt.", budget, "Begroting");
    }

    #[test]
    fn names_of_each_kind() {
        let (budget, accounts, framework, interim, coalition) = (
            Some(Kind::Budget),
            Some(Kind::AnnualAccounts),
            Some(Kind::FrameworkMemorandum),
            Some(Kind::InterimReport),
            Some(Kind::CoalitionAgreement),
        );
        let cases = [
            ("Meerjarenprogrammabegroting 2031-2034", budget, "Meerjarenprogrammabegroting"),
            ("1e begrotingswijziging 2031", budget, "begrotingswijziging"),
            ("Primitieve begroting 2031", budget, "begroting"),
            ("Programma-begroting 2031", budget, "Programma-begroting"),
            ("Ontwerpbegroting 2031", budget, "Ontwerpbegroting"),
            ("P R O G R A M M A B E G R O T I N G  2 0 3 1", budget, "P R O G R A M M A B E G R O T I N G"),
            ("B E G R O T I N G 2031", budget, "B E G R O T I N G"),
            ("PROGRAMMABEGROTING 2031", budget, "PROGRAMMABEGROTING"),
            ("Programmarekening 2031", accounts, "Programmarekening"),
            ("Jaarverslag en jaarrekening 2031", accounts, "Jaarverslag"),
            ("Concept-jaarstukken 2031", accounts, "Concept-jaarstukken"),
            ("Jaarrekening en begroting", accounts, "Jaarrekening"),
            ("Zomernota 2031", framework, "Zomernota"),
            ("Lentenota 2031", framework, "Lentenota"),
            ("Kaderbrief 2032", framework, "Kaderbrief"),
            ("Voorjaarsnota 2031", framework, "Voorjaarsnota"),
            ("Perspectiefnota 2032-2035", framework, "Perspectiefnota"),
            ("Kadernota begroting 2032", framework, "Kadernota"),
            ("Tussentijdse rapportage 2031", interim, "Tussentijdse rapportage"),
            ("Eerste tussentijdse rapportage 2031", interim, "tussentijdse rapportage"),
            ("Berap I 2031", interim, "Berap"),
            ("2e Burap 2031", interim, "Burap"),
            ("Turap 2031", interim, "Turap"),
            ("MARAP 2031", interim, "MARAP"),
            ("Najaarsnota 2031", interim, "Najaarsnota"),
            ("Tweede Bestuursrapportage 2031 en wijziging begroting", interim, "Bestuursrapportage"),
            ("Voorjaarsrapportage 2031", interim, "Voorjaarsrapportage"),
            ("Eindejaarsrapportage 2031", interim, "Eindejaarsrapportage"),
            ("Raadsakkoord 2030-2034", coalition, "Raadsakkoord"),
            ("Collegeprogramma 2030-2034", coalition, "Collegeprogramma"),
            ("Bestuursakkoord 2030-2034", coalition, "Bestuursakkoord"),
            ("Coalitie-akkoord", coalition, "Coalitie-akkoord"),
            ("Hoofdlijnenakkoord", coalition, "Hoofdlijnenakkoord"),
            ("Meicirculaire 2031", None, ""),
            ("Septembercirculaire 2031", None, ""),
            ("Rijksbegroting 2031", None, ""),
            ("Begroting en realisatie", None, ""),
            ("Kadernota integrale veiligheid", None, ""),
            ("Ontwikkelingen sinds de kadernota", None, ""),
            ("Begrotingsjaar 2031", None, ""),
        ];
        for (title, kind, words) in cases {
            check(&format!("{title}\n\nTekst."), kind, words);
        }
    }

    #[test]
    fn a_sentence_points_at_the_text_itself() {
        let cases = [
            ("Voor u ligt de perspectiefnota.", Some(Kind::FrameworkMemorandum), "perspectiefnota"),
            ("Wij lichten in deze eerste bestuursrapportage toe wat er is.", Some(Kind::InterimReport), "bestuursrapportage"),
            ("In de voorliggende begroting staat dat.", Some(Kind::Budget), "begroting"),
            ("Zie ook P R O G R A M M A B E G R O T I N G (pagina 3)", Some(Kind::Budget), "P R O G R A M M A B E G R O T I N G"),
            ("Dat is dit jaar de begroting van allen.", None, ""),
            ("Veel staat ook in de jaarrekening.", None, ""),
        ];
        for (sentence, kind, words) in cases {
            check(&format!("Wonen\n\nEen stad is mooi.\n\nDat is ook goed.\n\nDaar wonen mensen.\n\n{sentence}"), kind, words);
        }
    }

    #[test]
    fn tables_say_it_by_their_columns() {
        let table = |columns: &str| {
            let cells = columns.matches('\t').count();
            let row = |name: &str| format!("{name}{}\n", "\t1.234".repeat(cells));
            format!("Wonen\n\nPost{columns}\n{}{}{}", row("Bouw"), row("Sloop"), row("Grond"))
        };
        let kind = |columns: &str| read(&Source::from_bytes("a", table(columns).as_bytes())).kind.map(|kind| kind.value);
        assert_eq!(kind("\tRekening 2029\tBegroting 2030\tBegroting 2031\tBegroting 2032"), Some(Kind::Budget));
        assert_eq!(kind("\tBegroting 2030\tBegroting 2031\tRaming 2032"), Some(Kind::Budget));
        assert_eq!(kind("\tRekening 2030\tBegroting 2031\tRekening 2031\tVerschil 2031"), Some(Kind::AnnualAccounts));
        assert_eq!(kind("\tBegroot\tGerealiseerd"), Some(Kind::AnnualAccounts));
        assert_eq!(kind("\tBegroting 2031\tPrognose 2031"), Some(Kind::InterimReport));
        assert_eq!(kind("\t2031\t2032\t2033"), None);
    }

    #[test]
    fn the_last_balance_of_a_table_is_its_own() {
        check(
            "Beeld\n\nOmschrijving\t2031\t2032\nBegroting 2030\t0\t0\nVoorjaarsnota 2030\t5.320\t3.011\nSaldo Begroting 2031\t12.110\t18.203\n",
            Some(Kind::Budget),
            "Begroting",
        );
    }

    #[test]
    fn another_document_in_a_sentence_does_not() {
        let text = "Wonen\n\nIn het bestuursprogramma staat veel.\n\nWat willen we bereiken?\n\nVeel.";
        check(text, Some(Kind::Budget), "Wat willen we bereiken?");
        check("Wonen\n\nVolgens de kadernota van vorig jaar is het mooi.", None, "");
    }
}
