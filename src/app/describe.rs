//! Facts in words: what a fact is, and its value as it was read.

use super::{
    digest::{quote, shortened},
    facts::{Fact, Sort},
    state::{Loaded, View},
};
use crate::{
    document::{Figure, Goal, Kind, Programme},
    publication::Publication,
    wording::Language,
};

/// The longest that a goal or a measure may be in a one-line description.
const BYTES_IN_A_LINE: usize = 160;

/// What the tab of a view is called.
pub fn view_name(language: Language, view: View) -> &'static str {
    match view {
        View::Start => language.add_documents(),
        View::Overview => language.overview(),
        View::Programmes => language.programmes(),
        View::Figures => language.figures(),
        View::Partners => language.partners(),
        View::Checks => language.checks(),
        View::Doubts => language.doubts(),
        View::Compare => language.compare(),
        View::AllPartners => language.all_partners(),
    }
}

/// What a sort of facts is called.
pub fn sort_name(language: Language, sort: Sort) -> &'static str {
    match sort {
        Sort::Identity => language.sort_identity(),
        Sort::Programme => language.sort_programme(),
        Sort::Part => language.sort_part(),
        Sort::Goal => language.sort_goal(),
        Sort::Measure => language.sort_measure(),
        Sort::Partner => language.sort_partner(),
        Sort::Party => language.sort_party(),
        Sort::Money => language.sort_money(),
        Sort::Unit => language.sort_unit(),
        Sort::Percentage => language.sort_percentage(),
        Sort::Doubt => language.sort_doubt(),
    }
}

/// What a fact is: `Lasten`, `Maatregel`, `Jaar`.
pub fn fact_name(language: Language, loaded: &Loaded, fact: Fact) -> String {
    let name = match fact {
        Fact::Title => language.title(),
        Fact::Kind => language.kind_label(),
        Fact::Year => language.year_label(),
        Fact::Period => language.period_label(),
        Fact::Municipality => language.municipality_label(),
        Fact::Built => language.built_label(),
        Fact::Exported => language.exported_label(),
        Fact::Figure(index) => match loaded.document.figures.get(index) {
            Some(figure) => language.money_kind(figure.kind),
            None => language.sort_money(),
        },
        _ => sort_name(language, fact.sort()),
    };
    name.to_owned()
}

/// The value of a fact as it was read, on one line.
pub fn fact_value(language: Language, loaded: &Loaded, fact: Fact) -> String {
    let document = &loaded.document;
    let value = match fact {
        Fact::Title | Fact::Kind | Fact::Year | Fact::Period | Fact::Municipality | Fact::Built | Fact::Exported => {
            identity_value(language, loaded, fact)
        }
        Fact::Programme(index) => document.programmes.get(index).map(programme_name),
        Fact::Part(Some(programme), part) => {
            let parts = document.programmes.get(programme).map(|programme| &programme.parts);
            parts.and_then(|parts| parts.get(part)).map(|part| numbered(part.number.as_deref(), &part.name))
        }
        Fact::Part(None, part) => document.parts.get(part).map(|part| numbered(part.number.as_deref(), &part.name)),
        Fact::Goal(index) => document.goals.get(index).map(goal_name),
        Fact::Measure(index) => document.measures.get(index).map(|measure| shortened(&measure.text, BYTES_IN_A_LINE)),
        Fact::Partner(index) => document.partners.get(index).map(|partner| match &partner.abbreviation {
            Some(abbreviation) => format!("{} ({abbreviation})", partner.name),
            None => partner.name.clone(),
        }),
        Fact::Party(index) => document.coalition_parties.get(index).map(|party| party.value.clone()),
        Fact::Figure(index) => document.figures.get(index).map(|figure| language.money(figure.euros)),
        Fact::Unit(index) => document.figures.get(index).map(|figure| language.unit(figure.unit)),
        Fact::Percentage(index) => document.percentages.get(index).map(|share| language.percentage(share.value)),
        Fact::Problem(index) => document.problems.get(index).map(|problem| language.problem(problem.code).doubt.to_owned()),
    };
    value.unwrap_or_default()
}

fn identity_value(language: Language, loaded: &Loaded, fact: Fact) -> Option<String> {
    let document = &loaded.document;
    match fact {
        Fact::Title => document.title.as_ref().map(|title| title.value.clone()),
        Fact::Kind => document.kind.map(|kind| language.kind(kind.value).to_owned()),
        Fact::Year => document.year.map(|year| year.value.to_string()),
        Fact::Period => document.period.map(|period| language.period(period.value)),
        Fact::Municipality => document.municipality.as_ref().map(|municipality| language.municipality(municipality)),
        Fact::Built => document.stamps.built.map(|stamp| language.date_time(stamp.value)),
        _ => document.stamps.exported.map(|stamp| language.date_time(stamp.value)),
    }
}

/// A document in a few words: `Begroting 2021`.
pub fn document_name(language: Language, loaded: &Loaded) -> String {
    let document = &loaded.document;
    let kind = document.kind.map_or(language.kind_unknown(), |kind| language.kind(kind.value));
    match when(loaded) {
        Some(when) => format!("{kind} {}", fact_value(language, loaded, when)),
        None => kind.to_owned(),
    }
}

/// A publication in a few words, and how many of its pages are here: `Begroting 2021, 12 pagina’s`.
pub fn publication_name(language: Language, publication: &Publication) -> String {
    let pages = language.pages(publication.pages.len());
    format!("{} {}, {pages}", language.kind(publication.kind), publication.year)
}

/// The time that a document is known by: a coalition agreement by its term, any other by its year.
pub fn when(loaded: &Loaded) -> Option<Fact> {
    let document = &loaded.document;
    let is_agreement = document.kind.is_some_and(|kind| kind.value == Kind::CoalitionAgreement);
    let year = document.year.map(|_| Fact::Year);
    let period = document.period.map(|_| Fact::Period);
    if is_agreement { period.or(year) } else { year.or(period) }
}

/// The heading of a document: its title, or else what it is.
pub fn document_title(language: Language, loaded: &Loaded) -> String {
    match &loaded.document.title {
        Some(title) if !title.value.trim().is_empty() => title.value.clone(),
        _ => document_name(language, loaded),
    }
}

/// A programme with its number.
pub fn programme_name(programme: &Programme) -> String {
    numbered(programme.number.as_deref(), &programme.name)
}

/// The title of a goal, or the start of its text.
pub fn goal_name(goal: &Goal) -> String {
    goal.title.clone().unwrap_or_else(|| shortened(&goal.text, BYTES_IN_A_LINE))
}

/// What an amount is of; its kind where the text gives it no row.
pub fn figure_name(language: Language, figure: &Figure) -> &str {
    if figure.row.is_empty() { language.money_kind(figure.kind) } else { &figure.row }
}

/// A name with the number before it.
pub fn numbered(number: Option<&str>, name: &str) -> String {
    number.map_or_else(|| name.to_owned(), |number| format!("{number} {name}"))
}

/// A chosen fact, said aloud: what it is, its value, the words around it.
pub fn spoken(language: Language, loaded: &Loaded, mark: usize) -> String {
    let Some(mark) = loaded.marks.get(mark) else { return String::new() };
    let words = quote(&loaded.source.text, mark.span);
    let name = fact_name(language, loaded, mark.fact);
    let value = fact_value(language, loaded, mark.fact);
    format!("{name}: {value}. {} {} {}", words.before, shortened(&words.words, BYTES_IN_A_LINE), words.after)
}
