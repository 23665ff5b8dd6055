//! What several documents say beside each other. `document` counts in the export's `documents`, `volume`, `left` and `right`
//! of a pair in the comparison's `volumes`, `programme` of an amount in the pair's `programmes`.

use super::Place;

shapes! {
    /// Several documents beside each other.
    Comparison { volumes: Vec<Volume>, pairs: Vec<Pair>, partners: Vec<PartnerAcross>, repeats: Vec<RepeatedFigure>, }
    /// A figure of one of the documents.
    FigureOf { document: usize, figure: usize, }
    /// A programme of one of the documents.
    ProgrammeOf { document: usize, programme: usize, }
    /// A partner of one of the documents.
    PartnerOf { document: usize, partner: usize, }
    /// A stretch of one of the documents.
    PassageOf { document: usize, span: Place, }
    /// A document of the budget cycle: a text, or the pages of a publication.
    Volume {
        documents: Vec<usize>,
        municipality: Option<String>,
        kind: Option<String>,
        year: Option<i32>,
        period: Option<[i32; 2]>,
        inhabitants: Option<u32>,
        programmes: Vec<ProgrammeOf>,
    }
    /// Two volumes that belong beside each other.
    Pair {
        relation: String,
        left: usize,
        right: usize,
        unlike: Vec<String>,
        programmes: Vec<Match>,
        spent: Vec<Spent>,
        changes: Vec<Change>,
        promises: Vec<Promise>,
        task_fields: Vec<TaskField>,
    }
    /// Two programmes that are the same, or one without a counterpart.
    Match { left: Option<ProgrammeOf>, right: Option<ProgrammeOf>, reasons: Vec<String>, }
    /// What became of a budgeted amount; money is signed so that expenditure and income are both positive.
    Spent {
        programme: Option<usize>,
        row: String,
        /// Whether the amounts are all of the programme or of the whole, and not a row of it.
        total: bool,
        measure: String,
        budgeted: FigureOf,
        realised: FigureOf,
        budgeted_euros: String,
        realised_euros: String,
        share: Option<String>,
        direction: String,
        /// Which budget was budgeted.
        phase: Option<String>,
        /// Whether one of the two contradicts a sum that it stands in.
        in_doubt: bool,
    }
    /// An amount in two volumes or two years, nominal, signed likewise.
    Change {
        programme: Option<usize>,
        row: String,
        total: bool,
        measure: String,
        left_year: Option<i32>,
        right_year: Option<i32>,
        left_phase: Option<String>,
        right_phase: Option<String>,
        left: FigureOf,
        right: FigureOf,
        left_euros: String,
        right_euros: String,
        difference: String,
        relative: Option<String>,
        in_doubt: bool,
    }
    /// A promise, and what is said of it later; `found` is null where nothing was found.
    Promise { promise: PassageOf, found: Option<PassageOf>, likeness: u8, shared: Vec<String>, }
    /// A task field in two volumes: the sides are those of the pair, left and right.
    TaskField { code: String, name: String, measure: String, sides: [TaskFieldSide; 2], }
    /// A task field in one volume.
    TaskFieldSide { figures: Vec<FigureOf>, euros: String, share: Option<String>, per_inhabitant: Option<String>, }
    /// A partner under all its names.
    PartnerAcross { name: String, names: Vec<String>, because: Vec<String>, presence: Vec<Presence>, }
    /// What one volume says of a partner.
    Presence { volume: usize, partners: Vec<PartnerOf>, role: String, mentions: usize, figures: Vec<FigureOf>, }
    /// The same figure in two documents.
    RepeatedFigure {
        left: FigureOf,
        right: FigureOf,
        verdict: String,
        difference: String,
        explained_by: Vec<FigureOf>,
    }
}
