//! Which chapters a document has, and whether it is a whole publication.

use std::collections::BTreeMap;

use super::{Prescribed, Subject, programmes::ProgrammeNames};
use crate::{
    document::{Code, Document, Kind, OutlineEntry},
    read::{
        heading::{Asks, asks},
        page::ends_programmes,
    },
    scan::words::folded,
    source::Span,
};

/// The chapters of a document, by its headings.
pub(in crate::check) struct Chapters<'a> {
    document: &'a Document,
    /// By the programme's place in the list.
    of_programmes: BTreeMap<usize, Vec<Chapter>>,
    sections: Vec<(Prescribed, Span)>,
}

/// The text under a heading that names a programme.
pub(in crate::check) struct Chapter {
    programme: usize,
    /// Where it is named.
    pub(in crate::check) heading: Span,
    /// From its heading to the next that opens a chapter.
    span: Span,
    /// The questions that headings in it ask, with their places.
    questions: Vec<(Prescribed, Span)>,
}

impl<'a> Chapters<'a> {
    pub(in crate::check) fn of(subject: &Subject<'a>) -> Self {
        let document = subject.document;
        let mut chapters = Self { document, of_programmes: BTreeMap::new(), sections: Vec::new() };
        let programmes = ProgrammeNames::of(document);
        let mut open: Option<Chapter> = None;
        for entry in &document.outline {
            let named = programmes.named(&words_of(entry));
            let section = section(&entry.title);
            let ends = named.is_some() || section.is_some_and(|(_, opens)| opens) || ends_programmes(&entry.title);
            if ends {
                chapters.close(open.take(), entry.span.start);
            }
            if let Some(chapter) = &mut open {
                chapter.questions.extend(questions(&entry.title).map(|question| (question, entry.span)));
            }
            open = open.or_else(|| Some(Chapter::at(named?, entry.span)));
            let is_own = open.is_none() || section.is_some_and(|(_, opens)| opens);
            chapters.sections.extend(section.filter(|_| is_own).map(|(section, _)| (section, entry.span)));
        }
        chapters.close(open, u32::MAX);
        chapters
    }

    fn close(&mut self, chapter: Option<Chapter>, end: u32) {
        let Some(mut chapter) = chapter else { return };
        chapter.span.end = end.max(chapter.heading.end);
        self.of_programmes.entry(chapter.programme).or_default().push(chapter);
    }

    /// Whether the text is a whole budget or whole accounts, as far as it shows itself. It has chapters on several programmes
    /// with something in them, and most of the prescribed sections: what a page of a portal or an extract never has, also
    /// where its menu lists them all.
    pub(in crate::check) fn are_whole(&self) -> bool {
        const FEWEST_PROGRAMMES: usize = 2;
        const FEWEST_SECTIONS: usize = 4;
        let sections = Prescribed::SECTIONS.iter().filter(|&&section| self.section(section).is_some());
        is_budget_or_accounts(self.document)
            && self.document.problems.iter().all(|problem| problem.code != Code::TextCutOff)
            && sections.count() >= FEWEST_SECTIONS
            && self.programmes_with_text() >= FEWEST_PROGRAMMES
    }

    fn programmes_with_text(&self) -> usize {
        let document = self.document;
        let goals = document.goals.iter().map(|goal| goal.span.start);
        let mut facts: Vec<u32> = goals.chain(document.figures.iter().map(|figure| figure.span.start)).collect();
        facts.sort_unstable();
        let has_facts = |chapter: &Chapter| {
            let first = facts.partition_point(|&start| start < chapter.span.start);
            facts.get(first).is_some_and(|&start| start < chapter.span.end)
        };
        self.of_programmes.values().filter(|chapters| chapters.iter().any(has_facts)).count()
    }

    /// The chapters on one programme.
    pub(in crate::check) fn on(&self, programme: usize) -> impl Iterator<Item = &Chapter> {
        self.of_programmes.get(&programme).into_iter().flatten()
    }

    /// Where to look at a programme: the heading of its chapter, or else where it is named first.
    pub(in crate::check) fn place_of(&self, programme: usize) -> Span {
        let heading = self.on(programme).next().map(|chapter| chapter.heading);
        heading.or_else(|| Some(self.document.programmes.get(programme)?.span)).unwrap_or_default()
    }

    /// Where a section begins.
    pub(in crate::check) fn section(&self, section: Prescribed) -> Option<Span> {
        self.sections.iter().find(|(found, _)| *found == section).map(|&(_, span)| span)
    }
}

impl Chapter {
    fn at(programme: usize, heading: Span) -> Self {
        Self { programme, heading, span: heading, questions: Vec::new() }
    }

    /// The heading that asks a question.
    pub(in crate::check) fn question(&self, question: Prescribed) -> Option<Span> {
        self.questions.iter().find(|(asked, _)| *asked == question).map(|&(_, span)| span)
    }
}

/// Whether it is a document that the rules for budgets and accounts are about.
pub(in crate::check) fn is_budget_or_accounts(document: &Document) -> bool {
    let is_kind = document.kind.is_some_and(|kind| matches!(kind.value, Kind::Budget | Kind::AnnualAccounts));
    is_kind && document.problems.iter().all(|problem| problem.code != Code::NotMunicipal)
}

/// A heading with its number, as printed.
fn words_of(entry: &OutlineEntry) -> String {
    entry.number.as_ref().map_or_else(|| entry.title.clone(), |number| format!("{number} {}", entry.title))
}

/// The questions that a heading asks.
fn questions(heading: &str) -> impl Iterator<Item = Prescribed> {
    let (goals, measures, cost) = match asks(heading) {
        Asks::Goals => (true, false, false),
        Asks::Measures | Asks::JointWork => (false, true, false),
        Asks::Both => (true, true, false),
        Asks::Cost => (false, false, true),
        _ => (false, false, false),
    };
    Prescribed::QUESTIONS.into_iter().zip([goals, measures, cost]).filter(|&(_, asked)| asked).map(|(question, _)| question)
}

/// The section that a heading names, and whether it can be nothing else: it calls it one (`Paragraaf financiering`), or the
/// name is that of no part of a programme. Every municipality has its own words behind the prescribed ones.
fn section(heading: &str) -> Option<(Prescribed, bool)> {
    const LONGEST_WORDS: usize = 9;
    let folded = folded(heading);
    let bare = without_number(&folded);
    let calls_it_so = bare.starts_with("paragraaf ");
    let name = without_number(bare.strip_prefix("paragraaf ").unwrap_or(bare));
    let begins = |words: &str| name.starts_with(words);
    let (section, is_distinct) = match () {
        () if folded.split(' ').count() > LONGEST_WORDS => return None,
        () if begins("lokale heffing") || begins("lokale lasten") => (Prescribed::LocalCharges, true),
        () if begins("weerstandsvermogen") || (begins("risico") && name.contains("weerstand")) => (Prescribed::Resilience, true),
        () if begins("onderhoud kapitaalgoed") || begins("kapitaalgoed") => (Prescribed::CapitalGoods, true),
        () if begins("financiering") || begins("treasury") => (Prescribed::Financing, false),
        () if begins("bedrijfsvoering") => (Prescribed::Operations, false),
        () if begins("verbonden partijen") => (Prescribed::AffiliatedParties, false),
        () if begins("grondbeleid") => (Prescribed::LandPolicy, false),
        () => return None,
    };
    Some((section, calls_it_so || is_distinct))
}

/// A heading without the number or letter before its name.
fn without_number(heading: &str) -> &str {
    const LONGEST_NUMBER: usize = 4;
    let first = heading.split(' ').next().unwrap_or_default();
    let is_short = first.len() <= LONGEST_NUMBER;
    let is_number = is_short && (first.len() == 1 || first.contains(|c: char| c.is_ascii_digit() || c == '.'));
    let name = if is_number { &heading[first.len()..] } else { heading };
    name.trim_start_matches([' ', ':', '-', '–', '|', '.'])
}
