//! What a document says, in lines for people.

use std::fmt::Write;

use crate::{
    document::{Document, Figure, Goal, Partner, Problem, Programme},
    source::Source,
    wording::Language,
};

/// A summary of one document.
pub(super) fn summary(source: &Source, document: &Document, language: Language) -> String {
    let mut lines = Lines { language, text: String::new() };
    lines.identity(source, document);
    lines.programmes(document);
    lines.goals(&document.goals);
    lines.list(language.measures(), document.measures.iter().map(|measure| shortened(&measure.text)));
    lines.list(language.parties(), document.coalition_parties.iter().map(|party| party.value.clone()));
    lines.list(language.partners(), document.partners.iter().map(|partner| partner_line(partner, language)));
    lines.list(language.figures(), document.figures.iter().map(|figure| figure_line(figure, document, language)));
    let percentages = document.percentages.iter().map(|percentage| {
        format!("{}  {}", language.percentage(percentage.value), percentage.about.as_deref().unwrap_or_default())
    });
    lines.list(language.percentages(), percentages);
    lines.list(language.doubts(), document.problems.iter().map(|problem| problem_line(problem, source, language)));
    lines.text.push('\n');
    lines.text
}

struct Lines {
    language: Language,
    text: String,
}

impl Lines {
    fn identity(&mut self, source: &Source, document: &Document) {
        let language = self.language;
        let kind = document.kind.map_or(language.kind_unknown(), |kind| language.kind(kind.value));
        let year = document.year.map_or_else(|| language.year_unknown().to_owned(), |year| year.value.to_string());
        let municipality = document.municipality.as_ref().map_or_else(
            || language.municipality_unknown().to_owned(),
            |municipality| match &municipality.code {
                Some(code) => format!("{} ({code})", municipality.name),
                None => municipality.name.clone(),
            },
        );
        self.line(&source.origin.name);
        self.line(&format!("  {kind} · {year} · {municipality}"));
        if let Some(title) = &document.title {
            self.line(&format!("  {}", title.value));
        }
    }

    fn programmes(&mut self, document: &Document) {
        let numbered =
            |number: Option<&String>, name: &str| number.map_or_else(|| name.to_owned(), |number| format!("{number} {name}"));
        let with_parts = |programme: &Programme| {
            let parts: Vec<_> = programme.parts.iter().map(|part| part.name.as_str()).collect();
            let name = numbered(programme.number.as_ref(), &programme.name);
            if parts.is_empty() { name } else { format!("{name}: {}", parts.join(", ")) }
        };
        self.list(self.language.programmes(), document.programmes.iter().map(with_parts));
        self.list(self.language.parts(), document.parts.iter().map(|part| numbered(part.number.as_ref(), &part.name)));
    }

    fn goals(&mut self, goals: &[Goal]) {
        let line = |goal: &Goal| goal.title.clone().unwrap_or_else(|| shortened(&goal.text));
        self.list(self.language.goals(), goals.iter().map(line));
    }

    fn list(&mut self, heading: &str, items: impl ExactSizeIterator<Item = String>) {
        if items.len() == 0 {
            return;
        }
        self.line(&format!("\n  {heading} ({})", self.language.count(items.len())));
        for item in items {
            self.line(&format!("    {item}"));
        }
    }

    fn line(&mut self, line: &str) {
        // Writing to a string does not fail.
        let _ = writeln!(self.text, "{line}");
    }
}

fn partner_line(partner: &Partner, language: Language) -> String {
    let abbreviation = partner.abbreviation.as_ref().map_or(String::new(), |short| format!(" ({short})"));
    format!("{}{abbreviation}, {}, {}×", partner.name, language.role(partner.role).to_lowercase(), partner.spans.len())
}

fn figure_line(figure: &Figure, document: &Document, language: Language) -> String {
    let year = figure.year.map_or_else(|| "    ".to_owned(), |year| year.to_string());
    let column = figure.column.as_ref().map_or(String::new(), |column| format!(" | {column}"));
    let doubts: Vec<_> = figure.problems.iter().map(|&at| language.problem(document.problems[at].code).doubt).collect();
    let doubt = if doubts.is_empty() { String::new() } else { format!("  ? {}", doubts.join(" ")) };
    format!("{year}  {:>20}  {}{column}{doubt}", language.money(figure.euros), figure.row)
}

fn problem_line(problem: &Problem, source: &Source, language: Language) -> String {
    format!("{}  “{}”", language.problem(problem.code).doubt, shortened(source.cut(problem.span)))
}

/// The first words of a longer text, on one line.
fn shortened(text: &str) -> String {
    const MOST_CHARACTERS: usize = 90;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST_CHARACTERS {
        return line;
    }
    let short: String = line.chars().take(MOST_CHARACTERS).collect();
    format!("{}…", short.trim_end())
}
