//! The shapes of the JSON export. Names and nesting are the contract with everyone who reads it.

/// `[start, end)` in bytes of the decoded text.
pub type Place = [u32; 2];

macro_rules! shapes {
    ($($(#[$note:meta])* $name:ident { $($(#[$key_note:meta])* $key:ident: $kind:ty,)+ })+) => {$(
        $(#[$note])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[allow(missing_docs, reason = "the names are the export's keys; the module's page says what they mean")]
        pub struct $name { $($(#[$key_note])* pub $key: $kind,)+ }
    )+};
}

mod comparison;
mod findings;

pub use comparison::*;
pub use findings::*;

shapes! {
    /// The whole file.
    Export {
        format: String,
        version: u32,
        documents: Vec<Document>,
        /// Null with fewer than two documents.
        comparison: Option<Comparison>,
    }
    /// One document.
    Document {
        source: Source,
        /// The same for all pages of one publication; null for a document by itself.
        publication: Option<String>,
        layouts: Vec<String>,
        kind: String,
        kind_span: Option<Place>,
        title: Option<String>,
        title_span: Option<Place>,
        year: Option<i32>,
        year_span: Option<Place>,
        period: Option<[i32; 2]>,
        period_span: Option<Place>,
        municipality: Option<Municipality>,
        /// How many people live there, where the text says so.
        inhabitants: Option<Inhabitants>,
        stamps: Stamps,
        programmes: Vec<Programme>,
        parts: Vec<Part>,
        partners: Vec<Partner>,
        coalition_parties: Vec<Party>,
        goals: Vec<Goal>,
        measures: Vec<Measure>,
        figures: Vec<Figure>,
        sign_convention: Option<SignConvention>,
        tables: Vec<Table>,
        outline: Vec<OutlineEntry>,
        indicators: Vec<Indicator>,
        percentages: Vec<Percentage>,
        counts: Vec<Count>,
        /// Stretches that stand in the text before, word for word: a sum counts their figures once.
        repeats: Vec<Place>,
        identities: Vec<Identity>,
        findings: Vec<Finding>,
        problems: Vec<Problem>,
    }
    /// The file that a document was read from.
    Source {
        name: String,
        entry: Option<String>,
        bytes: u64,
        sha256: String,
        encoding: String,
        encoding_assumed: bool,
        text_sha256: String,
        text: Option<String>,
    }
    /// Whose document it is.
    Municipality { name: String, code: Option<String>, spans: Vec<Place>, }
    /// A number of people with its place.
    Inhabitants { count: u32, span: Place, }
    /// When the page was made, as `2021-09-27T11:17:46`.
    Stamps { built: Option<String>, built_span: Option<Place>, exported: Option<String>, exported_span: Option<Place>, }
    /// A programme with its parts.
    Programme { number: Option<String>, name: String, span: Place, parts: Vec<Part>, }
    /// A part of a programme.
    Part { number: Option<String>, name: String, span: Place, }
    /// A partner with every mention.
    Partner { name: String, abbreviation: Option<String>, role: String, spans: Vec<Place>, }
    /// A coalition party.
    Party { name: String, span: Place, }
    /// A goal.
    Goal { title: Option<String>, text: String, span: Place, programme: Option<usize>, }
    /// A measure.
    Measure { text: String, span: Place, programme: Option<usize>, goal: Option<usize>, }
    /// An amount of money.
    Figure {
        row: String,
        column: Option<String>,
        year: Option<i32>,
        programme: Option<usize>,
        measure: String,
        phase: Option<String>,
        printed: String,
        unit: u32,
        unit_stated: bool,
        /// Whether a person chose the unit.
        unit_chosen: bool,
        unit_span: Option<Place>,
        euros: String,
        mark: Option<String>,
        duration: Option<String>,
        status: Option<String>,
        table: Option<usize>,
        page: Option<u32>,
        problems: Vec<usize>,
        span: Place,
    }
    /// An indicator or a ratio with its values.
    Indicator {
        name: String,
        unit: Option<String>,
        source: Option<String>,
        programme: Option<usize>,
        values: Vec<IndicatorValue>,
        span: Place,
    }
    /// One value of an indicator.
    IndicatorValue { value: String, year: Option<i32>, role: Option<String>, span: Place, }
    /// How the tables sign expenditure and income.
    SignConvention { kind: String, spans: Vec<Place>, }
    /// A table; its cells are figures.
    Table {
        number: Option<String>,
        caption: Option<String>,
        topic: String,
        unit: u32,
        unit_stated: bool,
        /// Whether a person chose the unit.
        unit_chosen: bool,
        unit_span: Option<Place>,
        columns: Vec<String>,
        headers: Vec<Vec<String>>,
        rows: Vec<Row>,
        page: Option<u32>,
        span: Place,
    }
    /// A row of a table.
    Row { label: String, group: Option<String>, total: bool, figures: Vec<usize>, cells: Vec<Cell>, }
    /// What is printed in a row behind its label.
    Cell { column: Option<usize>, figure: Option<usize>, span: Place, }
    /// What figures of one table must add up to.
    Identity { table: usize, outcome: String, difference: String, used_for_reading: bool, terms: Vec<Term>, }
    /// A figure in a sum.
    Term { figure: usize, sign: String, }
    /// A heading.
    OutlineEntry { level: u8, number: Option<String>, title: String, page: Option<u32>, span: Place, }
    /// A number with a percent sign.
    Percentage { printed: String, value: String, about: Option<String>, programme: Option<usize>, span: Place, }
    /// A number in a table that is neither money nor has a percent sign.
    Count { printed: String, value: String, row: String, column: Option<String>, table: usize, span: Place, }
    /// A doubt.
    Problem { code: String, severity: String, span: Place, }
}
