//! Documents beside each other, in lines for people: the volumes, each pair of them, the partners that several share, and
//! amounts that should be the same.

use super::{
    pairs::Beside,
    summary::{block, joined},
};
use crate::{
    check::Verdict,
    compare::{Comparison, FactOf, PartnerAcross, Repeat, Volume},
    document::Figure,
    export::Checked,
    wording::{Language, verdict_sign},
};

/// How many lines of a list are printed where not all are asked for.
const MOST_LINES: usize = 10;

/// A comparison; all of its lists, or the first lines of each.
pub(super) fn comparison(documents: &[Checked<'_>], comparison: &Comparison, all: bool, language: Language) -> String {
    let about = Summary::of(documents, comparison, all, language);
    let pairs = comparison.pairs.iter().map(|pair| Beside { about: &about, pair }.lines());
    let nothing = comparison.pairs.is_empty().then(|| format!("  {}\n", language.nothing_together_here()));
    let last = [about.partners(), about.repeats()];
    let blocks = std::iter::once(about.volumes()).chain(pairs).chain(nothing).chain(last);
    blocks.filter(|block| !block.is_empty()).flat_map(|block| [block, "\n".to_owned()]).collect()
}

/// Amounts that should be the same in two documents; nothing where no two have any.
pub(super) fn repeats(documents: &[Checked<'_>], comparison: &Comparison, all: bool, language: Language) -> String {
    let block = Summary::of(documents, comparison, all, language).repeats();
    if block.is_empty() { block } else { block + "\n" }
}

/// What is said, and how.
pub(super) struct Summary<'a> {
    documents: &'a [Checked<'a>],
    pub(super) comparison: &'a Comparison,
    most: usize,
    pub(super) language: Language,
}

impl<'a> Summary<'a> {
    fn of(documents: &'a [Checked<'a>], comparison: &'a Comparison, all: bool, language: Language) -> Self {
        Self { documents, comparison, most: if all { usize::MAX } else { MOST_LINES }, language }
    }

    /// What is compared, each with the files that it is of.
    fn volumes(&self) -> String {
        let volumes = self.comparison.volumes.iter().map(|volume| format!("{}\n", self.volume(volume)));
        volumes.collect()
    }

    fn volume(&self, volume: &Volume) -> String {
        let files = volume.documents.iter().filter_map(|&at| self.documents.get(at));
        let files: Vec<String> = files.map(|checked| checked.source.origin.label()).collect();
        joined([self.language.volume(volume), files.join(", ")])
    }

    /// The partners that more than one volume speaks of.
    fn partners(&self) -> String {
        let shared: Vec<_> = self.comparison.partners.iter().filter(|partner| partner.presence.len() > 1).collect();
        let lines: Vec<String> = shared.iter().map(|partner| self.partner(partner)).collect();
        self.list(self.language.shared_partners(), &lines)
    }

    fn partner(&self, partner: &PartnerAcross) -> String {
        let others: Vec<&str> = partner.names.iter().map(String::as_str).filter(|name| *name != partner.name).collect();
        let others = if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
        let volumes = partner.presence.iter().filter_map(|presence| {
            let volume = self.comparison.volumes.get(presence.volume)?;
            Some(format!("{}: {}", self.language.volume(volume), self.language.mentions(presence.mentions)))
        });
        joined(std::iter::once(format!("{}{others}", partner.name)).chain(volumes))
    }

    /// Amounts that should be the same in two documents: how many are, those that are not, and those of another scope.
    fn repeats(&self) -> String {
        let repeats = &self.comparison.repeats;
        let of = |verdict: Verdict| repeats.iter().filter(move |repeat| repeat.verdict == verdict);
        let missed = of(Verdict::Differs).chain(of(Verdict::OtherScope));
        let lines: Vec<String> = missed.filter_map(|repeat| self.repeat(repeat)).collect();
        let counts = Verdict::ALL.into_iter().map(|verdict| (verdict, of(verdict).count())).filter(|(_, count)| *count > 0);
        let counts: Vec<String> = counts.map(|(verdict, count)| self.language.verdict_count(verdict, count)).collect();
        let counts = (!counts.is_empty()).then(|| counts.join(", "));
        block(self.language.repeated_amounts(), &counts.into_iter().chain(self.first_lines(&lines)).collect::<Vec<_>>())
    }

    /// `≠ Baten · a.txt: € 5 · b.txt: € 3 · € 2 verschil`, and what may explain that.
    fn repeat(&self, repeat: &Repeat) -> Option<String> {
        let money = |fact: FactOf| Some(self.language.money(self.figure(fact)?.euros));
        let side = |fact: FactOf| Some(format!("{}: {}", self.document(fact.document)?.source.origin.label(), money(fact)?));
        let name = format!("{} {}", verdict_sign(repeat.verdict), self.figure(repeat.left)?.row);
        let apart = self.language.apart(repeat.difference);
        let named = |fact: &FactOf| Some(format!("{} {}", self.figure(*fact)?.row, money(*fact)?));
        let because: Vec<String> = repeat.explained_by.iter().filter_map(named).collect();
        let because = if because.is_empty() { because } else { vec![self.language.explained_by_these(&because.join(", "))] };
        Some(joined([name, side(repeat.left)?, side(repeat.right)?, apart].into_iter().chain(because)))
    }

    /// A heading with the number of items, and the first of them.
    pub(super) fn list(&self, heading: &str, items: &[String]) -> String {
        block(&format!("{heading} ({})", self.language.count(items.len())), &self.first_lines(items))
    }

    /// As many lines as are asked for, and how many more there are.
    fn first_lines(&self, lines: &[String]) -> Vec<String> {
        let rest = lines.len().saturating_sub(self.most);
        let rest = (rest > 0).then(|| self.language.and_more(rest));
        lines.iter().take(self.most).cloned().chain(rest).collect()
    }

    /// A figure of one of the documents.
    pub(super) fn figure(&self, fact: FactOf) -> Option<&'a Figure> {
        self.document(fact.document)?.document.figures.get(fact.fact)
    }

    /// One of the documents.
    pub(super) fn document(&self, at: usize) -> Option<&'a Checked<'a>> {
        self.documents.get(at)
    }
}
