//! What people talk about when they talk about a budget: no parsing, no IO.
//!
//! Every fact carries the [`Span`] of the words that it was read from. Facts refer to each other by their place in the
//! lists of [`Document`]: a figure's `programme` counts in `programmes`, its `problems` in `problems`.

mod arithmetic;
mod convention;
pub(crate) mod decimal;
mod figure;
mod identity;
mod indicator;
mod partner;
mod policy;
mod problem;
mod table;

use serde::{Deserialize, Serialize};

use crate::source::{Span, Spanned};

pub use arithmetic::{Identity, Law, Outcome, Term, TermSign};
pub use convention::{SignConvention, Signs};
pub use figure::{Count, Figure, Mark, MoneyKind, Percentage, Permanence, Phase, Status, Unit};
pub use identity::{DateTime, Kind, Municipality, Period, Stamps};
pub use indicator::{Indicator, IndicatorValue, ValueRole};
pub use partner::{Partner, Role};
pub use policy::{Goal, Measure, Part, Programme};
pub use problem::{Code, Problem, Severity};
pub use table::{OutlineEntry, Row, Table, TableCell, Topic};

/// Everything that one text says.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Document {
    /// The publishing layouts that were recognised, by the names in [`crate::layouts`].
    pub layouts: Vec<String>,
    /// Which document of the budget cycle it is.
    pub kind: Option<Spanned<Kind>>,
    /// Its title.
    pub title: Option<Spanned<String>>,
    /// The year that it is about; of several the first.
    pub year: Option<Spanned<i32>>,
    /// The council term that it names.
    pub period: Option<Spanned<Period>>,
    /// Whose document it is.
    pub municipality: Option<Municipality>,
    /// How many people live there, where the text says it.
    pub inhabitants: Option<Spanned<u32>>,
    /// When the page was built and its data exported.
    pub stamps: Stamps,
    /// The programmes, in the order of the text.
    pub programmes: Vec<Programme>,
    /// Parts that stand under no programme, such as the pillars of a coalition agreement.
    pub parts: Vec<Part>,
    /// Organisations outside the municipality.
    pub partners: Vec<Partner>,
    /// The parties that form the coalition.
    pub coalition_parties: Vec<Spanned<String>>,
    /// What the municipality wants to achieve.
    pub goals: Vec<Goal>,
    /// What it does for that.
    pub measures: Vec<Measure>,
    /// Amounts of money.
    pub figures: Vec<Figure>,
    /// How its tables sign expenditure and income.
    pub sign_convention: Option<SignConvention>,
    /// Indicators and ratios: never money.
    pub indicators: Vec<Indicator>,
    /// Tables, each with the figures in it.
    pub tables: Vec<Table>,
    /// What the figures of its tables must add up to. The page does not ask for them: they stay with the reader.
    #[serde(skip)]
    pub identities: Vec<Identity>,
    /// The headings.
    pub outline: Vec<OutlineEntry>,
    /// Numbers with a percent sign.
    pub percentages: Vec<Percentage>,
    /// Numbers in tables that are neither money nor have a percent sign.
    pub counts: Vec<Count>,
    /// Stretches that stand in the text before, word for word: a sum counts them once.
    pub repeats: Vec<Span>,
    /// Every doubt.
    pub problems: Vec<Problem>,
}

impl Document {
    /// The span of every fact, problem and heading: what the text pane marks and what the tests check.
    pub fn spans(&self) -> Vec<Span> {
        let single = [
            self.kind.map(|kind| kind.span),
            self.title.as_ref().map(|title| title.span),
            self.year.map(|year| year.span),
            self.period.map(|period| period.span),
            self.inhabitants.map(|inhabitants| inhabitants.span),
            self.stamps.built.map(|stamp| stamp.span),
            self.stamps.exported.map(|stamp| stamp.span),
        ];
        let parts = self.programmes.iter().flat_map(|programme| &programme.parts).chain(&self.parts);
        single
            .into_iter()
            .flatten()
            .chain(self.municipality.iter().flat_map(|municipality| municipality.spans.iter().copied()))
            .chain(self.programmes.iter().map(|programme| programme.span))
            .chain(parts.map(|part| part.span))
            .chain(self.partners.iter().flat_map(|partner| partner.spans.iter().copied()))
            .chain(self.coalition_parties.iter().map(|party| party.span))
            .chain(self.goals.iter().map(|goal| goal.span))
            .chain(self.measures.iter().map(|measure| measure.span))
            .chain(self.figures.iter().flat_map(|figure| [Some(figure.span), figure.unit.span]).flatten())
            .chain(self.sign_convention.iter().flat_map(|convention| convention.spans.iter().copied()))
            .chain(self.indicators.iter().map(|indicator| indicator.span))
            .chain(self.indicators.iter().flat_map(|indicator| &indicator.values).map(|value| value.span))
            .chain(self.tables.iter().flat_map(|table| [Some(table.span), table.unit.span]).flatten())
            .chain(
                self.tables
                    .iter()
                    .flat_map(|table| &table.rows)
                    .flat_map(|row| &row.cells)
                    .map(|cell| cell.span)
                    .filter(|span| !span.is_empty()),
            )
            .chain(self.outline.iter().map(|entry| entry.span))
            .chain(self.percentages.iter().map(|percentage| percentage.span))
            .chain(self.counts.iter().map(|count| count.span))
            .chain(self.repeats.iter().copied())
            .chain(self.problems.iter().map(|problem| problem.span))
            .collect()
    }
}
