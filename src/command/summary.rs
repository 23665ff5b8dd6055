//! What a document says, in lines for people: not each figure, but what there is and how far it can be trusted.

use crate::{
    document::{Code, Document, Identity, Indicator, IndicatorValue, Outcome, Part, Partner, Programme, Table, TermSign, Topic},
    source::Source,
    wording::Language,
};

/// A summary of one document.
pub(super) fn summary(source: &Source, document: &Document, language: Language) -> String {
    let about = Summary { document, language };
    let parties: Vec<_> = document.coalition_parties.iter().map(|party| party.value.clone()).collect();
    let blocks = [
        identity(source, document, language),
        about.counts(),
        about.list(language.programmes(), &about.programmes()),
        about.list(language.parts(), &document.parts.iter().map(numbered_part).collect::<Vec<_>>()),
        about.list(language.other_goals(), &about.goals_outside()),
        about.list(language.tables(), &about.tables()),
        about.list(language.indicators(), &about.indicators()),
        block(language.sums(), &about.sums()),
        about.list(language.parties(), &parties),
        about.list(language.partners(), &about.partners()),
        block(&language.doubt_count(document.problems.len()), &about.doubts()),
    ];
    blocks.into_iter().filter(|block| !block.is_empty()).flat_map(|block| [block, "\n".to_owned()]).collect()
}

/// What document it is.
pub(super) fn identity(source: &Source, document: &Document, language: Language) -> String {
    let kind = document.kind.map_or(language.kind_unknown(), |kind| language.kind(kind.value));
    let year = document.year.map_or_else(|| language.year_unknown().to_owned(), |year| year.value.to_string());
    let municipality = document.municipality.as_ref();
    let municipality = municipality
        .map_or_else(|| language.municipality_unknown().to_owned(), |municipality| language.municipality(municipality));
    let title = document.title.iter().map(|title| title.value.clone());
    let lines = std::iter::once(joined([kind.to_owned(), year, municipality])).chain(title);
    std::iter::once(format!("{}\n", source.origin.label())).chain(lines.map(|line| format!("  {line}\n"))).collect()
}

struct Summary<'a> {
    document: &'a Document,
    language: Language,
}

impl Summary<'_> {
    /// What there is, counted. What is nowhere in the text is not mentioned.
    fn counts(&self) -> String {
        let (document, language) = (self.document, self.language);
        let counted = |name: &str, count: usize, more: &str| format!("  {name}: {}{more}\n", language.count(count));
        let doubted = document.figures.iter().filter(|figure| !figure.problems.is_empty()).count();
        let certainty = language.sure_and_doubted(document.figures.len() - doubted, doubted);
        let counts = [
            (language.figures(), document.figures.len(), format!(" ({certainty})")),
            (language.percentages(), document.percentages.len(), String::new()),
            (language.goals(), document.goals.len(), String::new()),
            (language.measures(), document.measures.len(), String::new()),
        ];
        counts.into_iter().filter(|(_, count, _)| *count > 0).map(|(name, count, more)| counted(name, count, &more)).collect()
    }

    fn programmes(&self) -> Vec<String> {
        let programmes = &self.document.programmes;
        let goals = counts_by_programme(programmes.len(), self.document.goals.iter().map(|goal| goal.programme));
        let measures = counts_by_programme(programmes.len(), self.document.measures.iter().map(|measure| measure.programme));
        let counted = programmes.iter().zip(goals.iter().zip(&measures));
        counted.map(|(programme, (&goals, &measures))| self.programme(programme, goals, measures)).collect()
    }

    /// A programme with what stands under it, and a line for each of its parts.
    fn programme(&self, programme: &Programme, goals: usize, measures: usize) -> String {
        let beneath = (goals + measures > 0).then(|| self.language.goals_and_measures(goals, measures));
        let name = std::iter::once(numbered(programme.number.as_ref(), &programme.name)).chain(beneath);
        let parts = programme.parts.iter().map(|part| format!("\n      {}", numbered_part(part)));
        std::iter::once(joined(name)).chain(parts).collect()
    }

    /// The goals that no programme counts.
    fn goals_outside(&self) -> Vec<String> {
        let goals = self.document.goals.iter().filter(|goal| goal.programme.is_none());
        goals.map(|goal| goal.title.clone().unwrap_or_else(|| shortened(&goal.text))).collect()
    }

    /// Each indicator with its values.
    fn indicators(&self) -> Vec<String> {
        let language = self.language;
        let value = |value: &IndicatorValue| {
            let year = value.year.map_or(String::new(), |year| format!("{year}: "));
            format!("{year}{}", language.number(value.value))
        };
        let line = |indicator: &Indicator| {
            let unit = indicator.unit.as_ref().map_or(String::new(), |unit| format!(" ({unit})"));
            let values: Vec<_> = indicator.values.iter().map(value).collect();
            format!("{}{unit}  {}", indicator.name, values.join("  "))
        };
        self.document.indicators.iter().map(line).collect()
    }

    fn tables(&self) -> Vec<String> {
        self.document.tables.iter().map(|table| self.table(table)).collect()
    }

    fn table(&self, table: &Table) -> String {
        let language = self.language;
        let topic = language.topic(table.topic);
        let title = numbered(table.number.as_ref(), table.caption.as_deref().unwrap_or(topic));
        let topic = (table.caption.is_some() && table.topic != Topic::Other).then(|| topic.to_owned());
        let size = language.rows_by_columns(table.rows.len(), table.columns.len());
        let unit = language.unit(table.unit);
        let unit = if table.unit.stated { unit } else { format!("{unit} ({})", language.unit_assumed()) };
        let page = table.page.map(|page| language.page(page));
        joined([Some(shortened(&title)), topic, Some(size), Some(unit), page].into_iter().flatten())
    }

    /// How many sums come out, and where one does not.
    fn sums(&self) -> Vec<String> {
        let (identities, language) = (&self.document.identities, self.language);
        let (used, checked): (Vec<&Identity>, Vec<&Identity>) = identities.iter().partition(|sum| sum.used_for_reading);
        let of = |outcome: Outcome| checked.iter().filter(move |sum| sum.outcome == outcome);
        let counted = |count: usize, words: &str| (count > 0).then(|| format!("{words}: {}", language.count(count)));
        let outcomes = [Outcome::Holds, Outcome::Rounding, Outcome::Differs];
        let lines = outcomes.into_iter().filter_map(|outcome| counted(of(outcome).count(), language.outcome(outcome)));
        let different = of(Outcome::Differs).map(|sum| format!("  {}", language.differs_by(self.result_of(sum), sum.difference)));
        let used = counted(used.len(), language.used_for_reading());
        let nothing = (identities.is_empty() && !self.document.tables.is_empty()).then(|| language.without_sums().to_owned());
        lines.chain(different).chain(used).chain(nothing).collect()
    }

    /// The label of what a sum should come out at.
    fn result_of(&self, sum: &Identity) -> &str {
        let result = sum.terms.iter().find(|term| term.sign == TermSign::Equals);
        result.and_then(|term| self.document.figures.get(term.figure)).map(|figure| figure.row.as_str()).unwrap_or_default()
    }

    fn partners(&self) -> Vec<String> {
        self.document.partners.iter().map(|partner| self.partner(partner)).collect()
    }

    fn partner(&self, partner: &Partner) -> String {
        let abbreviation = partner.abbreviation.as_ref().map_or(String::new(), |short| format!(" ({short})"));
        let role = self.language.role(partner.role).to_lowercase();
        joined([format!("{}{abbreviation}", partner.name), role, self.language.mentions(partner.spans.len())])
    }

    /// A line for each kind of doubt, in the order in which they are explained.
    fn doubts(&self) -> Vec<String> {
        let count = |code: Code| self.document.problems.iter().filter(|problem| problem.code == code).count();
        let counts = Code::ALL.into_iter().map(|code| (count(code), code)).filter(|(count, _)| *count > 0);
        counts.map(|(count, code)| format!("{}× {}", self.language.count(count), self.language.problem(code).doubt)).collect()
    }

    /// A heading with the number of items, and a line for each.
    fn list(&self, heading: &str, items: &[String]) -> String {
        block(&format!("{heading} ({})", self.language.count(items.len())), items)
    }
}

/// A heading and a line for each item; nothing without items.
pub(super) fn block(heading: &str, items: &[String]) -> String {
    let lines = items.iter().map(|item| format!("    {item}"));
    let heading = (!items.is_empty()).then(|| format!("  {heading}"));
    heading.into_iter().chain(lines).flat_map(|line| [line, "\n".to_owned()]).collect()
}

fn numbered_part(part: &Part) -> String {
    numbered(part.number.as_ref(), &part.name)
}

pub(super) fn numbered(number: Option<&String>, name: &str) -> String {
    number.map_or_else(|| name.to_owned(), |number| format!("{number} {name}"))
}

pub(super) fn joined(pieces: impl IntoIterator<Item = String>) -> String {
    pieces.into_iter().collect::<Vec<_>>().join(" · ")
}

/// The first words of a longer text, on one line.
pub(super) fn shortened(text: &str) -> String {
    const MOST_CHARACTERS: usize = 90;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST_CHARACTERS {
        return line;
    }
    let short: String = line.chars().take(MOST_CHARACTERS).collect();
    format!("{}…", short.trim_end())
}

/// How many facts stand under each of so many programmes.
fn counts_by_programme(programmes: usize, of_facts: impl Iterator<Item = Option<usize>>) -> Vec<usize> {
    let mut counts = vec![0; programmes];
    for at in of_facts.flatten() {
        counts.get_mut(at).into_iter().for_each(|count| *count += 1);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Figure, Goal, Kind, Law, Measure, Municipality, Problem, Role, Row, Term, Unit},
        source::{Span, Spanned},
    };

    const SPAN: Span = Span { start: 0, end: 3 };

    fn figure(row: &str, problems: &[usize]) -> Figure {
        Figure {
            row: row.to_owned(),
            unit: Unit { factor: 1_000, stated: true, chosen: false, span: None },
            euros: 12_000.into(),
            table: Some(0),
            problems: problems.to_vec(),
            span: SPAN,
            ..Figure::example()
        }
    }

    fn identity(outcome: Outcome, difference: i64, used_for_reading: bool) -> Identity {
        let terms = vec![Term { figure: 0, sign: TermSign::Plus }, Term { figure: 1, sign: TermSign::Equals }];
        Identity { table: 0, law: Law::Total, terms, outcome, difference: difference.into(), used_for_reading }
    }

    fn table(number: Option<&str>, caption: Option<&str>, topic: Topic, stated: bool) -> Table {
        Table {
            number: number.map(str::to_owned),
            caption: caption.map(str::to_owned),
            topic,
            unit: Unit { factor: 1_000, stated, chosen: false, span: None },
            columns: vec!["2024".to_owned(), "2025".to_owned()],
            headers: Vec::new(),
            rows: vec![Row::default()],
            page: number.map(|_| 12),
            span: SPAN,
        }
    }

    fn document() -> Document {
        let spanned = |value: &str| Spanned { value: value.to_owned(), span: SPAN };
        let part = Part { number: Some("2.1".to_owned()), name: "Zwembad".to_owned(), span: SPAN };
        let goal = Goal { title: None, text: "Iedereen\nbeweegt".to_owned(), span: SPAN, programme: Some(0) };
        let code = |code| Problem { code, span: SPAN };
        Document {
            kind: Some(Spanned { value: Kind::Budget, span: SPAN }),
            title: Some(spanned("Begroting 2025")),
            year: Some(Spanned { value: 2025, span: SPAN }),
            municipality: Some(Municipality { name: "Voorbeeldstad".to_owned(), code: None, spans: vec![SPAN] }),
            programmes: vec![Programme { number: Some("2".to_owned()), name: "Sport".to_owned(), span: SPAN, parts: vec![part] }],
            goals: vec![Goal { programme: None, title: Some("Gezond".to_owned()), ..goal.clone() }, goal],
            measures: vec![Measure { text: "Het bad".to_owned(), span: SPAN, programme: Some(0), goal: None }],
            partners: vec![Partner {
                name: "Stichting Zon".to_owned(),
                abbreviation: Some("SZ".to_owned()),
                role: Role::Affiliated,
                spans: vec![SPAN, SPAN],
            }],
            coalition_parties: vec![spanned("Lokaal Eerst")],
            figures: vec![figure("Sport", &[]), figure("Totaal", &[1]), figure("Sport", &[])],
            tables: vec![
                table(Some("2.3"), Some("Lasten van sport"), Topic::Cost, true),
                table(None, None, Topic::Reserves, false),
            ],
            identities: vec![
                identity(Outcome::Holds, 0, false),
                identity(Outcome::Differs, -5_000, false),
                identity(Outcome::Holds, 0, true),
            ],
            problems: vec![code(Code::ColumnUnknown), code(Code::UnitAssumed), code(Code::ColumnUnknown)],
            ..Document::default()
        }
    }

    fn check(document: &Document, language: Language, expected: &str) {
        let source = Source::from_bytes("sport.txt", b"Begroting 2025");
        assert_eq!(summary(&source, document, language).replace('\u{a0}', " "), expected);
    }

    #[test]
    fn a_person_sees_what_there_is_and_how_far_to_trust_it() {
        check(
            &document(),
            Language::Dutch,
            "\
sport.txt
  Begroting · 2025 · Voorbeeldstad (code onbekend)
  Begroting 2025

  Cijfers: 3 (2 zonder twijfel, 1 met een twijfel)
  Doelen: 2
  Maatregelen: 1

  Programma’s (1)
    2 Sport · 1 doel, 1 maatregel
      2.1 Zwembad

  Doelen buiten een programma (1)
    Gezond

  Tabellen (2)
    2.3 Lasten van sport · Wat het kost · 1 rij × 2 kolommen · × € 1.000 · blz. 12
    Reserves · 1 rij × 2 kolommen · × € 1.000 (aangenomen)

  Optellingen in de tabellen
    klopt precies: 1
    klopt niet: 1
      Totaal: € 5.000 verschil
    gebruikt om te bepalen in welke kolom een bedrag staat, en dus geen bewijs: 1

  Partijen van de coalitie (1)
    Lokaal Eerst

  Partners (1)
    Stichting Zon (SZ) · verbonden partij · 2 vermeldingen

  3 twijfels
    1× De eenheid van deze bedragen is een aanname
    2× De kolom van dit bedrag is niet te bepalen

",
        );
    }

    #[test]
    fn in_english_too() {
        check(
            &document(),
            Language::English,
            "\
sport.txt
  Budget · 2025 · Voorbeeldstad (code unknown)
  Begroting 2025

  Figures: 3 (2 without a doubt, 1 with a doubt)
  Goals: 2
  Measures: 1

  Programmes (1)
    2 Sport · 1 goal, 1 measure
      2.1 Zwembad

  Goals outside a programme (1)
    Gezond

  Tables (2)
    2.3 Lasten van sport · What it costs · 1 row × 2 columns · × €1,000 · p. 12
    Reserves · 1 row × 2 columns · × €1,000 (assumed)

  Sums in the tables
    holds: 1
    does not hold: 1
      Totaal: €5,000 apart
    used to tell which column an amount stands in, and so no proof: 1

  Parties of the coalition (1)
    Lokaal Eerst

  Partners (1)
    Stichting Zon (SZ) · affiliated party · 2 mentions

  3 doubts
    1× The unit of these amounts is assumed
    2× The column of this amount cannot be told

",
        );
    }

    #[test]
    fn what_is_nowhere_is_not_mentioned() {
        check(
            &Document::default(),
            Language::Dutch,
            "\
sport.txt
  Soort onbekend · Jaar onbekend · Gemeente onbekend

",
        );
    }
}
