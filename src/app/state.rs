//! The workspace: every document, message and choice on the page, and one reducer that changes them.
//!
//! Plain data without a browser in it, so that all of it is tested natively.

use std::rc::Rc;

use super::{
    comparing::{Comparative, Comparing},
    facts::{Fact, Marks, Sort, Sorts, Step},
    layout::Layout,
    marking::Marking,
    verdicts::Tally,
};
use crate::{
    check::Finding,
    decisions::{Decisions, NoDecisions},
    document::{Document, Kind},
    import::Refusal,
    publication::{Publication, publications},
    scan::words::folded,
    source::{Source, Span, sort_by_rank},
    wording::Language,
};

/// One document with everything that is drawn of it.
#[derive(Debug)]
pub struct Loaded {
    /// Its number in this workspace.
    pub key: u32,
    /// The number of the file that it came out of; the loader keeps that under it.
    pub file: u32,
    /// Its text.
    pub source: Source,
    /// What the text says.
    pub document: Document,
    /// What the checks say of it.
    pub findings: Vec<Finding>,
    /// How many of each there are.
    pub tally: Tally,
    /// Where the facts stand.
    pub marks: Marks,
    /// How the text is drawn.
    pub layout: Layout,
}

impl Loaded {
    /// Prepares a document for drawing.
    pub fn new(key: u32, file: u32, source: Source, document: Document, findings: Vec<Finding>) -> Self {
        let tally = Tally::of(&document, &findings);
        let marks = Marks::of(&document);
        let layout = Layout::of(&source.text, &document, &marks);
        Self { key, file, source, document, findings, tally, marks, layout }
    }
}

/// Two documents are the same when they are one: comparing their texts would cost more than drawing them.
impl PartialEq for Loaded {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// A file that waits to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its number in this workspace.
    pub key: u32,
    /// Its name.
    pub name: String,
}

/// A message about one file, shown until it is dismissed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The number of the file, or one of its own where several come out of one.
    pub key: u32,
    /// Its name.
    pub name: String,
    /// What is the matter.
    pub reason: Reason,
}

/// Why a file is not among the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is no text.
    Refused(Refusal),
    /// The reader stopped while reading it.
    Crashed,
    /// Reading it took too long.
    TooSlow,
    /// The reader could not start.
    NoReader,
    /// What reads files that are no plain text could not be fetched.
    NoImporter,
    /// The reader is of another version than the page.
    OtherVersion,
    /// The browser could not open it.
    Unopened,
    /// It is no file of notes.
    NoNotes(NoDecisions),
    /// The same text is open already.
    AlreadyOpen,
    /// There was no file in what was dropped or chosen.
    NoFiles,
    /// The sample set could not be fetched.
    NoSamples,
}

/// What the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// What this is, and where to drop files.
    Start,
    /// A document at a glance.
    Overview,
    /// Its programmes with parts, goals and measures.
    Programmes,
    /// Its amounts and percentages.
    Figures,
    /// Its partners and parties.
    Partners,
    /// What the checks say.
    Checks,
    /// What is doubted.
    Doubts,
    /// Two documents beside each other.
    Compare,
    /// The partners of all documents.
    AllPartners,
}

impl View {
    /// The views of a document, in the order of their tabs.
    pub const OF_DOCUMENT: [Self; 6] =
        [Self::Overview, Self::Programmes, Self::Figures, Self::Partners, Self::Checks, Self::Doubts];

    /// The views of several documents, in the order in which they are offered.
    pub const OF_SEVERAL: [Self; 2] = [Self::Compare, Self::AllPartners];

    /// Whether it shows several documents.
    pub fn is_of_several(self) -> bool {
        Self::OF_SEVERAL.contains(&self)
    }

    /// The view that lists a fact.
    pub fn of_fact(fact: Fact) -> Self {
        match fact.sort() {
            Sort::Identity => Self::Overview,
            Sort::Programme | Sort::Part | Sort::Goal | Sort::Measure => Self::Programmes,
            Sort::Partner | Sort::Party => Self::Partners,
            Sort::Money | Sort::Unit | Sort::Percentage => Self::Figures,
            Sort::Doubt => Self::Doubts,
        }
    }

    /// The name in the style sheet and in `id`s.
    pub fn class(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Overview => "overview",
            Self::Programmes => "programmes",
            Self::Figures => "figures",
            Self::Partners => "partners",
            Self::Checks => "checks",
            Self::Doubts => "doubts",
            Self::Compare => "compare",
            Self::AllPartners => "all-partners",
        }
    }
}

/// Which half of a document is in sight where there is room for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The lists of facts.
    Facts,
    /// The text.
    Text,
}

/// The colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All themes, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name in the style sheet and in what is remembered.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// Where a choice was made: the other side then scrolls to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChosenIn {
    /// In a list.
    List,
    /// In the text.
    Text,
    /// On a screen of several documents, which is gone now.
    Elsewhere,
}

/// A place in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The first mention of a fact.
    Fact(Fact),
    /// Some words, whatever is marked in them.
    Words(Span),
}

/// Words that were pointed at and are no fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aim {
    /// Where they are.
    pub span: Span,
    /// Counts up, so that pointing at the same place again is heard.
    pub turn: u32,
}

/// The chosen mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Counts in [`Marks::all`].
    pub mark: usize,
    /// Where it was chosen.
    pub place: ChosenIn,
    /// How many choices went before: choosing the same again scrolls again.
    pub turn: u32,
}

/// How far reading is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// The files still to come, the one that is being read first.
    pub waiting: Vec<Waiting>,
    /// How many came to an end since the page was last at rest.
    pub done: usize,
    /// How many documents came out of the archive that is being read.
    pub unpacked: usize,
}

impl Progress {
    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.done + self.waiting.len()
    }
}

/// Something to say aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announcement {
    /// So many files were read, so many were not.
    Finished {
        /// Read.
        read: usize,
        /// Not read.
        failed: usize,
    },
    /// Reading was cancelled.
    Cancelled,
    /// So many documents were removed.
    Removed(usize),
    /// So many came back.
    Restored(usize),
    /// A file of so many notes was opened.
    Noted(usize),
}

/// Documents that were removed last, with their places.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    /// Place and document, in rising order.
    pub documents: Vec<(usize, Rc<Loaded>)>,
    /// Which document was open.
    pub open: Option<u32>,
    /// What was shown.
    pub view: View,
}

/// Everything on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Workspace {
    /// The documents, in the order in which they were read.
    pub documents: Vec<Rc<Loaded>>,
    /// The files that are being read.
    pub progress: Progress,
    /// Messages about files.
    pub notices: Vec<Notice>,
    /// What an undo brings back.
    pub removed: Option<Rc<Removed>>,
    /// The open document.
    pub open: Option<u32>,
    /// What is shown of it.
    pub view: View,
    /// Which half of it is in sight on a narrow screen.
    pub pane: Pane,
    /// The chosen mark in it.
    pub chosen: Option<Choice>,
    /// Words in it that were pointed at, where nothing is chosen.
    pub aim: Option<Aim>,
    /// The screen of several documents that led to it.
    pub back: Option<View>,
    /// What came of comparing.
    pub comparing: Comparing,
    /// What people decided.
    pub decisions: Decisions,
    /// The sorts of facts that are marked in texts.
    pub shown: Sorts,
    /// The language of the interface.
    pub language: Language,
    /// The colours.
    pub theme: Theme,
    /// What was said last.
    pub announcement: Option<Announcement>,
    read_in_batch: usize,
    failed_in_batch: usize,
    turn: u32,
}

/// What stands in the list of documents: one by itself, or the pages of a publication.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<'a> {
    /// The publication, where there are several pages of one.
    pub publication: Option<Publication>,
    /// The documents; never none.
    pub pages: Vec<&'a Rc<Loaded>>,
}

impl Listed<'_> {
    fn municipality(&self) -> Option<String> {
        match &self.publication {
            Some(publication) => publication.municipality.clone(),
            None => self.pages.first().and_then(|loaded| municipality_of(loaded)).map(str::to_owned),
        }
    }

    /// By year, then by kind; without a year first.
    fn rank_in_time(&self) -> u64 {
        match &self.publication {
            Some(publication) => rank(Some(publication.year), Some(publication.kind)),
            None => self.pages.first().map_or(0, |loaded| rank_in_time(loaded)),
        }
    }
}

/// Everything that can happen.
#[derive(Debug)]
pub enum Action {
    /// Files came in.
    Arrived(Vec<Waiting>),
    /// A file was read.
    Read(Box<Loaded>),
    /// A file was not read, or nothing came in.
    Failed(Notice),
    /// An archive came to its end.
    Ended(u32),
    /// Reading was cancelled.
    Cancelled,
    /// A message was dismissed.
    Dismiss(u32),
    /// All messages were dismissed.
    DismissAll,
    /// A document was removed.
    Remove(u32),
    /// All documents were removed.
    RemoveAll,
    /// What was removed comes back.
    Undo,
    /// The offer to undo was dismissed.
    ForgetRemoved,
    /// A document was opened.
    Open(u32),
    /// A place in a document was chosen on a screen of several.
    OpenAt(u32, Place),
    /// Something about comparing.
    Compare(Comparative),
    /// A view was chosen.
    Show(View),
    /// One half of the document was asked for.
    ShowPane(Pane),
    /// A mark was chosen in the text.
    ChooseMark(usize),
    /// A mention was chosen in a list.
    ChooseMention(usize),
    /// A fact was chosen in a list.
    ChooseFact(Fact),
    /// On to another fact in the text.
    Walk(Step),
    /// On to another mention of the chosen fact.
    WalkMentions(Step),
    /// Nothing is chosen any more.
    Unchoose,
    /// Something about what people make of findings.
    Mark(Marking),
    /// A file is none of notes.
    NotNotes(Notice),
    /// A sort of facts was switched on or off.
    Toggle(Sort),
    /// All sorts were switched on.
    ShowAll,
    /// A language was chosen.
    Speak(Language),
    /// A theme was chosen.
    Dress(Theme),
}

impl Workspace {
    /// An empty workspace.
    pub fn new(language: Language, theme: Theme) -> Self {
        Self {
            documents: Vec::new(),
            progress: Progress::default(),
            notices: Vec::new(),
            removed: None,
            open: None,
            view: View::Start,
            pane: Pane::Facts,
            chosen: None,
            aim: None,
            back: None,
            comparing: Comparing::default(),
            decisions: Decisions::default(),
            shown: Sorts::all(),
            language,
            theme,
            announcement: None,
            read_in_batch: 0,
            failed_in_batch: 0,
            turn: 0,
        }
    }

    /// The open document.
    pub fn current(&self) -> Option<&Rc<Loaded>> {
        self.documents.iter().find(|loaded| Some(loaded.key) == self.open)
    }

    /// The keys of the files of documents, and of those that are still to be read.
    pub fn live_keys(&self) -> Vec<u32> {
        let waiting = self.progress.waiting.iter().map(|file| file.key);
        let mut keys: Vec<u32> = self.documents.iter().map(|loaded| loaded.file).chain(waiting).collect();
        keys.dedup();
        keys
    }

    /// The keys of the documents, and of those that an undo brings back.
    pub fn kept_keys(&self) -> Vec<u32> {
        let removed = self.removed.iter().flat_map(|removed| &removed.documents).map(|(_, loaded)| loaded);
        self.documents.iter().chain(removed).map(|loaded| loaded.key).collect()
    }

    /// The keys of the files that an undo brings back.
    pub fn removed_keys(&self) -> Vec<u32> {
        self.removed.iter().flat_map(|removed| &removed.documents).map(|(_, loaded)| loaded.file).collect()
    }

    /// The documents by municipality: names in alphabetical order, the unknown one last; in each by year and kind, with
    /// the pages of a publication together.
    pub fn municipalities(&self) -> Vec<(Option<String>, Vec<Listed<'_>>)> {
        let order = |name: &Option<String>| (name.is_none(), name.as_deref().map(folded));
        let mut groups = Vec::<(Option<String>, Vec<Listed<'_>>)>::new();
        for listed in self.listed() {
            let name = listed.municipality();
            let place = groups.partition_point(|(other, _)| order(other) < order(&name));
            match groups.get_mut(place).filter(|(other, _)| order(other) == order(&name)) {
                Some((_, documents)) => documents.push(listed),
                None => groups.insert(place, (name, vec![listed])),
            }
        }
        for (_, documents) in &mut groups {
            sort_by_rank(documents, Listed::rank_in_time);
        }
        groups
    }

    /// Each document by itself, or the pages of a publication at the place of the first.
    fn listed(&self) -> Vec<Listed<'_>> {
        let documents: Vec<_> = self.documents.iter().map(|loaded| (&loaded.source, &loaded.document)).collect();
        let publications = publications(&documents);
        let mut publication_of = vec![None; self.documents.len()];
        for publication in &publications {
            publication.pages.iter().for_each(|&page| publication_of[page] = Some(publication));
        }
        let mut listed = Vec::new();
        for (place, loaded) in self.documents.iter().enumerate() {
            match publication_of[place] {
                None => listed.push(Listed { publication: None, pages: vec![loaded] }),
                Some(publication) if publication.pages.first() == Some(&place) => listed.push(Listed {
                    pages: publication.pages.iter().filter_map(|&page| self.documents.get(page)).collect(),
                    publication: Some(publication.clone()),
                }),
                Some(_) => {}
            }
        }
        listed
    }

    /// The workspace after an action: the same one where the action changes nothing.
    #[must_use]
    pub fn after(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.apply(action);
        if next == *self { self } else { Rc::new(next) }
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Arrived(files) => self.arrive(files),
            Action::Read(loaded) => self.take_in(Rc::new(*loaded)),
            Action::Failed(notice) => self.fail(notice),
            Action::Ended(file) => self.end_waiting(file),
            Action::Cancelled => self.cancel(),
            Action::Dismiss(key) => self.notices.retain(|notice| notice.key != key),
            Action::DismissAll => self.notices.clear(),
            Action::Remove(key) => self.remove(|loaded| loaded.key == key),
            Action::RemoveAll => self.remove(|_| true),
            Action::Undo => self.undo(),
            Action::ForgetRemoved => self.removed = None,
            Action::Open(key) => self.open_document(key),
            Action::OpenAt(key, place) => self.open_at(key, place),
            Action::Compare(action) => self.comparing.apply(action, &mut self.decisions),
            Action::Show(view) => self.show(view),
            Action::ShowPane(pane) => self.pane = pane,
            Action::ChooseMark(mark) => self.choose_in_text(mark),
            Action::ChooseMention(mark) => self.choose_in_list(mark),
            Action::ChooseFact(fact) => self.choose_fact(fact),
            Action::Walk(step) => self.walk(step),
            Action::WalkMentions(step) => self.walk_mentions(step),
            Action::Unchoose => self.unchoose(),
            Action::Mark(marking) => self.mark(marking),
            Action::NotNotes(notice) => self.notices.push(notice),
            Action::Toggle(sort) => self.shown = self.shown.toggled(sort),
            Action::ShowAll => self.shown = Sorts::all(),
            Action::Speak(language) => self.language = language,
            Action::Dress(theme) => self.theme = theme,
        }
    }

    fn arrive(&mut self, files: Vec<Waiting>) {
        if self.progress.waiting.is_empty() {
            self.progress.done = 0;
            (self.read_in_batch, self.failed_in_batch) = (0, 0);
        }
        self.progress.waiting.extend(files);
    }

    fn take_in(&mut self, loaded: Rc<Loaded>) {
        let key = loaded.key;
        if let Some(same) = self.documents.iter().find(|other| is_same_text(other, &loaded)) {
            let name = loaded.source.origin.label();
            let open = same.key;
            self.fail(Notice { key, name, reason: Reason::AlreadyOpen });
            if self.open.is_none() {
                self.open_document(open);
            }
            return;
        }
        self.documents.push(loaded);
        self.read_in_batch += 1;
        self.end_waiting(key);
    }

    fn fail(&mut self, notice: Notice) {
        let key = notice.key;
        self.notices.push(notice);
        self.failed_in_batch += 1;
        self.end_waiting(key);
    }

    /// One file came to its end, or one document of an archive; after the last file the result is said, and shown where
    /// nothing was shown yet.
    fn end_waiting(&mut self, key: u32) {
        let count = self.progress.waiting.len();
        self.progress.waiting.retain(|file| file.key != key);
        if self.progress.waiting.len() == count {
            self.progress.unpacked += usize::from(count > 0);
            return;
        }
        self.progress.done += 1;
        self.progress.unpacked = 0;
        if self.progress.waiting.is_empty() {
            self.announcement = Some(Announcement::Finished { read: self.read_in_batch, failed: self.failed_in_batch });
            self.open_first();
        }
    }

    fn cancel(&mut self) {
        if !self.progress.waiting.is_empty() {
            self.progress = Progress::default();
            self.announcement = Some(Announcement::Cancelled);
            self.open_first();
        }
    }

    fn open_first(&mut self) {
        if self.open.is_none() && self.view == View::Start && self.read_in_batch > 0 {
            let first = self.municipalities().first().and_then(|(_, group)| Some(group.first()?.pages.first()?.key));
            if let Some(key) = first {
                self.open_document(key);
            }
        }
    }

    fn remove(&mut self, which: impl Fn(&Loaded) -> bool) {
        let (open, view) = (self.open, self.view);
        let (removed, kept): (Vec<_>, Vec<_>) = self.documents.drain(..).enumerate().partition(|(_, loaded)| which(loaded));
        self.documents = kept.into_iter().map(|(_, loaded)| loaded).collect();
        if removed.is_empty() {
            return;
        }
        self.announcement = Some(Announcement::Removed(removed.len()));
        self.removed = Some(Rc::new(Removed { documents: removed, open, view }));
        let can_stay = self.view.is_of_several() && self.documents.len() > 1;
        if self.current().is_none() && !can_stay {
            self.open = None;
            self.unchoose();
            self.view = View::Start;
        }
    }

    fn undo(&mut self) {
        let Some(removed) = self.removed.take() else { return };
        let count = self.documents.len();
        for (place, loaded) in &removed.documents {
            if !self.documents.iter().any(|other| is_same_text(other, loaded)) {
                self.documents.insert((*place).min(self.documents.len()), Rc::clone(loaded));
            }
        }
        self.announcement = Some(Announcement::Restored(self.documents.len() - count));
        let is_there = |key| self.documents.iter().any(|loaded| loaded.key == key);
        if self.open.is_none() && removed.open.is_some_and(is_there) {
            self.open = removed.open;
            self.view = removed.view;
        }
    }

    fn open_document(&mut self, key: u32) {
        let is_of_document = View::OF_DOCUMENT.contains(&self.view);
        if self.open == Some(key) && is_of_document {
            return;
        }
        if self.documents.iter().any(|loaded| loaded.key == key) {
            self.open = Some(key);
            self.unchoose();
            self.back = None;
            self.pane = Pane::Facts;
            self.view = if is_of_document { self.view } else { View::Overview };
        }
    }

    /// Opens a document at a place, and remembers the way back.
    fn open_at(&mut self, key: u32, place: Place) {
        let back = Some(self.view).filter(|view| view.is_of_several());
        self.open_document(key);
        let Some(loaded) = self.current().filter(|loaded| loaded.key == key) else { return };
        let mark = match place {
            Place::Fact(fact) => loaded.marks.of_fact(fact).first().copied(),
            Place::Words(span) => loaded.marks.of_span(span),
        };
        self.back = back;
        self.pane = Pane::Text;
        match (mark.and_then(|mark| self.choose(mark, ChosenIn::Elsewhere)), place) {
            (Some(fact), _) => {
                self.view = View::of_fact(fact);
                self.shown = self.shown.with(fact.sort());
            }
            (None, Place::Words(span)) => {
                self.chosen = None;
                self.turn = self.turn.wrapping_add(1);
                self.aim = Some(Aim { span, turn: self.turn });
            }
            (None, Place::Fact(_)) => {}
        }
    }

    fn unchoose(&mut self) {
        self.chosen = None;
        self.aim = None;
    }

    fn show(&mut self, view: View) {
        let is_offered = match view {
            View::Start => true,
            view if view.is_of_several() => self.documents.len() > 1,
            _ => self.open.is_some(),
        };
        if !is_offered {
            return;
        }
        if !View::OF_DOCUMENT.contains(&view) {
            self.open = None;
            self.back = None;
            self.unchoose();
        }
        self.view = view;
    }

    fn choose(&mut self, mark: usize, place: ChosenIn) -> Option<Fact> {
        let fact = self.current()?.marks.get(mark)?.fact;
        self.turn = self.turn.wrapping_add(1);
        self.chosen = Some(Choice { mark, place, turn: self.turn });
        self.aim = None;
        Some(fact)
    }

    fn choose_in_text(&mut self, mark: usize) {
        if let Some(fact) = self.choose(mark, ChosenIn::Text) {
            self.view = View::of_fact(fact);
        }
    }

    fn choose_in_list(&mut self, mark: usize) {
        if let Some(fact) = self.choose(mark, ChosenIn::List) {
            self.shown = self.shown.with(fact.sort());
            self.pane = Pane::Text;
        }
    }

    fn choose_fact(&mut self, fact: Fact) {
        let first = self.current().and_then(|loaded| loaded.marks.of_fact(fact).first().copied());
        if let Some(mark) = first {
            self.choose_in_list(mark);
        }
    }

    fn mark(&mut self, marking: Marking) {
        if let Marking::Opened(opened) = &marking {
            self.announcement = Some(Announcement::Noted(opened.marks.len()));
        }
        marking.apply(&mut self.decisions);
    }

    fn walk(&mut self, step: Step) {
        let from = self.chosen.map(|choice| choice.mark);
        let next = self.current().and_then(|loaded| loaded.marks.step(from, step, self.shown));
        if let Some(mark) = next {
            self.choose_in_text(mark);
        }
    }

    fn walk_mentions(&mut self, step: Step) {
        let from = self.chosen.map(|choice| choice.mark);
        let next = from.and_then(|from| self.current()?.marks.step_mention(from, step));
        if let Some(mark) = next {
            self.choose_in_text(mark);
        }
    }
}

fn municipality_of(loaded: &Loaded) -> Option<&str> {
    loaded.document.municipality.as_ref().map(|municipality| municipality.name.as_str())
}

fn rank_in_time(loaded: &Loaded) -> u64 {
    let document = &loaded.document;
    let year = document.year.map(|year| year.value).or(document.period.map(|period| period.value.from));
    rank(year, document.kind.map(|kind| kind.value))
}

fn rank(year: Option<i32>, kind: Option<Kind>) -> u64 {
    let kind = kind.map_or(0, |kind| kind as u32 + 1);
    u64::from(year.unwrap_or_default().unsigned_abs()) << 32 | u64::from(kind)
}

fn is_same_text(one: &Loaded, other: &Loaded) -> bool {
    let identity = |loaded: &Loaded| (loaded.source.origin.label(), loaded.source.origin.text_sha256.clone());
    identity(one) == identity(other)
}

#[cfg(feature = "page")]
impl yew::Reducible for Workspace {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        self.after(action)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Municipality, Partner, Role},
        source::{Span, Spanned},
    };

    fn loaded(key: u32, municipality: Option<&str>, year: i32) -> Box<Loaded> {
        let text = format!("Begroting {year} van {} met De Linde; DL", municipality.unwrap_or("?"));
        let at = |words: &str| text.find(words).map(|start| Span::new(start, start + words.len()));
        let spans = [at("De Linde"), at("DL")].into_iter().flatten().collect();
        let partner = Partner { name: "De Linde".to_owned(), abbreviation: None, role: Role::Mentioned, spans };
        let municipality =
            municipality.map(|name| Municipality { name: name.to_owned(), code: None, spans: at(name).into_iter().collect() });
        let document = Document {
            year: Some(Spanned::new(year, Span::new(10, 14))),
            municipality,
            partners: vec![partner],
            ..Document::default()
        };
        Box::new(Loaded::new(key, key, Source::from_bytes(&format!("{key}.txt"), text.as_bytes()), document, Vec::new()))
    }

    fn waiting(key: u32) -> Waiting {
        Waiting { key, name: format!("{key}.txt") }
    }

    fn refused(key: u32) -> Action {
        Action::Failed(Notice { key, name: format!("{key}.txt"), reason: Reason::Refused(Refusal::Pdf) })
    }

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<Workspace> {
        let start = Rc::new(Workspace::new(Language::Dutch, Theme::System));
        actions.into_iter().fold(start, Workspace::after)
    }

    fn three_read() -> Vec<Action> {
        vec![
            Action::Arrived((1..=3).map(waiting).collect()),
            Action::Read(loaded(1, None, 2020)),
            Action::Read(loaded(2, Some("Voorbeeldwoude"), 2021)),
            Action::Read(loaded(3, Some("Voorbeeldstad"), 2021)),
        ]
    }

    fn keys(workspace: &Workspace) -> Vec<u32> {
        workspace.documents.iter().map(|loaded| loaded.key).collect()
    }

    #[test]
    fn after_the_last_file_the_first_document_of_the_list_opens() {
        let mut actions = three_read();
        let last = actions.pop();
        assert_eq!(after(actions).open, None, "not while files still wait");
        let workspace = after(three_read().into_iter().take(3).chain(last));
        assert_eq!((workspace.open, workspace.view), (Some(3), View::Overview));
        assert_eq!(workspace.announcement, Some(Announcement::Finished { read: 3, failed: 0 }));
    }

    #[test]
    fn documents_stand_by_municipality_with_the_unknown_one_last() {
        let workspace = after(three_read());
        let names: Vec<_> = workspace.municipalities().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, [Some("Voorbeeldstad".to_owned()), Some("Voorbeeldwoude".to_owned()), None]);
    }

    #[test]
    fn screens_of_several_documents_need_several() {
        let one = after([Action::Arrived(vec![waiting(1)]), Action::Read(loaded(1, None, 2020)), Action::Show(View::Compare)]);
        assert_eq!((one.view, one.open), (View::Overview, Some(1)));
        let several = after(three_read()).after(Action::Show(View::Compare));
        assert_eq!((several.view, several.open), (View::Compare, None));
        let two = several.after(Action::Remove(1));
        assert_eq!(two.view, View::Compare);
        assert_eq!(two.after(Action::Remove(2)).view, View::Start);
    }

    #[test]
    fn a_place_in_a_document_opens_it_there_and_leaves_a_way_back() {
        let comparing = after(three_read()).after(Action::Show(View::AllPartners));
        let partner = comparing.documents[1].document.partners[0].spans[1];
        let opened = Rc::clone(&comparing).after(Action::OpenAt(2, Place::Words(partner)));
        assert_eq!((opened.open, opened.view, opened.back), (Some(2), View::Partners, Some(View::AllPartners)));
        assert_eq!((opened.pane, opened.aim), (Pane::Text, None));
        let chosen = opened.chosen.and_then(|choice| opened.current()?.marks.get(choice.mark)).map(|mark| mark.span);
        assert_eq!(chosen, Some(partner));
        let back = opened.after(Action::Show(View::AllPartners));
        assert_eq!((back.open, back.back, back.chosen), (None, None, None));
    }

    #[test]
    fn words_that_are_no_fact_are_pointed_at() {
        let comparing = after(three_read()).after(Action::Show(View::Compare));
        let words = Span::new(0, 3);
        let opened = comparing.after(Action::OpenAt(3, Place::Words(words)));
        assert_eq!((opened.view, opened.chosen), (View::Overview, None));
        assert_eq!(opened.aim.map(|aim| aim.span), Some(words));
        assert_eq!(Rc::clone(&opened).after(Action::ChooseMark(0)).aim, None);
        assert_eq!(opened.after(Action::Open(2)).back, None);
    }

    #[test]
    fn one_bad_file_leaves_a_message_and_the_others() {
        let files = Action::Arrived(vec![waiting(1), waiting(2)]);
        let workspace = after([files, refused(1), Action::Read(loaded(2, None, 2020))]);
        assert_eq!(keys(&workspace), [2]);
        assert_eq!(workspace.notices.len(), 1);
        assert_eq!(workspace.announcement, Some(Announcement::Finished { read: 1, failed: 1 }));
        assert!(workspace.after(Action::Dismiss(1)).notices.is_empty());
    }

    #[test]
    fn pages_of_a_publication_stand_together_under_its_municipality() {
        let page = |key: u32, municipality: Option<&str>| {
            let mut page = loaded(key, municipality, 2020);
            page.document.kind = Some(Spanned::new(Kind::Budget, Span::new(0, 9)));
            page.source.origin.entry = Some(format!("map/{key}.txt"));
            page.source.origin.name = "stukken.zip".to_owned();
            Action::Read(page)
        };
        let workspace =
            after([page(1, None), Action::Read(loaded(2, None, 2021)), page(3, Some("Voorbeeldstad")), page(4, None)]);
        let list = workspace.municipalities();
        let shown: Vec<Vec<Vec<u32>>> = list
            .iter()
            .map(|(_, listed)| listed.iter().map(|one| one.pages.iter().map(|loaded| loaded.key).collect()).collect())
            .collect();
        assert_eq!(shown, [vec![vec![1, 3, 4]], vec![vec![2]]]);
        assert_eq!(list[0].0.as_deref(), Some("Voorbeeldstad"));
    }

    /// A document of the archive 9, and one that was refused.
    fn unpacked(key: u32) -> Action {
        let mut document = loaded(key, None, 2020);
        document.file = 9;
        Action::Read(document)
    }

    #[test]
    fn several_documents_come_out_of_an_archive() {
        let reading = after([Action::Arrived(vec![waiting(9)]), unpacked(10), refused(11), unpacked(12)]);
        assert_eq!((keys(&reading), reading.open, reading.announcement), (vec![10, 12], None, None));
        assert_eq!((reading.progress.unpacked, reading.progress.total()), (3, 1));
        assert_eq!(reading.live_keys(), [9]);
        let read = reading.after(Action::Ended(9));
        assert_eq!((read.open, read.announcement), (Some(10), Some(Announcement::Finished { read: 2, failed: 1 })));
        assert_eq!(read.live_keys(), [9]);
        let removed = read.after(Action::RemoveAll);
        assert_eq!((removed.live_keys(), removed.removed_keys()), (vec![], vec![9, 9]));
    }

    #[test]
    fn the_same_text_is_shown_once() {
        let mut again = loaded(1, None, 2020);
        again.key = 7;
        let workspace =
            after([Action::Arrived(vec![waiting(1), waiting(7)]), Action::Read(loaded(1, None, 2020)), Action::Read(again)]);
        assert_eq!(keys(&workspace), [1]);
        assert_eq!(workspace.notices[0].reason, Reason::AlreadyOpen);
    }

    #[test]
    fn cancelling_keeps_what_was_read() {
        let mut actions = three_read();
        actions.truncate(2);
        let workspace = after(actions.into_iter().chain([Action::Cancelled]));
        assert_eq!(keys(&workspace), [1]);
        assert!(workspace.progress.waiting.is_empty());
        assert_eq!(workspace.open, Some(1));
    }

    #[test]
    fn undo_brings_each_document_back_to_its_place() {
        let removed = after(three_read().into_iter().chain([Action::Remove(2)]));
        assert_eq!((keys(&removed), removed.removed_keys()), (vec![1, 3], vec![2]));
        assert_eq!(keys(&removed.after(Action::Undo)), [1, 2, 3]);

        let emptied = after(three_read().into_iter().chain([Action::RemoveAll]));
        assert_eq!((emptied.open, emptied.view), (None, View::Start));
        let restored = emptied.after(Action::Undo);
        assert_eq!((keys(&restored), restored.open, restored.view), (vec![1, 2, 3], Some(3), View::Overview));
        assert_eq!(restored.removed, None);
    }

    #[test]
    fn undo_brings_back_no_text_that_came_back_by_itself() {
        let mut again = loaded(1, None, 2020);
        again.key = 7;
        let came_back = [Action::Remove(1), Action::Arrived(vec![waiting(7)]), Action::Read(again), Action::Undo];
        let workspace = after(three_read().into_iter().chain(came_back));
        assert_eq!((keys(&workspace), workspace.announcement), (vec![2, 3, 7], Some(Announcement::Restored(0))));
    }

    #[test]
    fn undo_opens_no_document_that_is_not_there() {
        let mut again = loaded(3, Some("Voorbeeldstad"), 2021);
        again.key = 7;
        let came_back = [Action::Remove(3), Action::Arrived(vec![waiting(7)]), Action::Read(again)];
        let elsewhere = [Action::Show(View::Start), Action::Undo];
        let workspace = after(three_read().into_iter().chain(came_back).chain(elsewhere));
        assert_eq!((workspace.open, workspace.view), (None, View::Start));
    }

    #[test]
    fn choosing_in_the_text_shows_the_list_of_the_fact() {
        let workspace = after(three_read().into_iter().chain([Action::ChooseMark(2)]));
        assert_eq!(workspace.view, View::Partners);
        let next = Rc::clone(&workspace).after(Action::WalkMentions(Step::Next));
        assert_eq!(next.chosen.map(|choice| choice.mark), Some(3));
        let previous = workspace.after(Action::Walk(Step::Previous));
        assert_eq!((previous.chosen.map(|choice| choice.mark), previous.view), (Some(1), View::Overview));
    }

    #[test]
    fn choosing_in_a_list_shows_the_text_even_of_a_sort_that_was_off() {
        let actions = [Action::Toggle(Sort::Partner), Action::ChooseFact(Fact::Partner(0))];
        let workspace = after(three_read().into_iter().chain(actions));
        assert!(workspace.shown.contains(Sort::Partner));
        assert_eq!((workspace.pane, workspace.chosen.map(|choice| choice.mark)), (Pane::Text, Some(2)));
    }

    #[test]
    fn choosing_the_same_again_is_a_change() {
        let workspace = after(three_read().into_iter().chain([Action::ChooseMark(2)]));
        assert!(!Rc::ptr_eq(&workspace, &Rc::clone(&workspace).after(Action::ChooseMark(2))));
    }

    #[test]
    fn what_changes_nothing_gives_the_same_workspace() {
        let workspace = after(three_read());
        for action in [
            Action::Undo,
            Action::Unchoose,
            Action::Remove(99),
            Action::Open(99),
            Action::Open(3),
            Action::ChooseMark(99),
            Action::Dismiss(1),
            Action::Ended(99),
            Action::Cancelled,
            Action::Speak(Language::Dutch),
            Action::Dress(Theme::System),
        ] {
            let name = format!("{action:?}");
            assert!(Rc::ptr_eq(&workspace, &Rc::clone(&workspace).after(action)), "{name}");
        }
    }

    #[test]
    fn no_view_of_a_document_without_a_document() {
        assert_eq!(after([Action::Show(View::Figures)]).view, View::Start);
    }

    #[test]
    fn names_of_themes_come_back() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_name(theme.name()), Some(theme));
        }
    }
}
