//! Which programme a label names.

use std::collections::BTreeMap;

use crate::{
    document::Document,
    read::outline::numbered,
    scan::words::{Word, folded, words},
};

/// The programmes of a document by their names and numbers. A name that two of them have names neither.
pub(in crate::check) struct ProgrammeNames {
    by_name: BTreeMap<String, Option<usize>>,
    by_number: BTreeMap<String, Option<usize>>,
}

impl ProgrammeNames {
    pub(in crate::check) fn of(document: &Document) -> Self {
        let mut names = Self { by_name: BTreeMap::new(), by_number: BTreeMap::new() };
        for (at, programme) in document.programmes.iter().enumerate() {
            add(&mut names.by_name, folded(&programme.name), at);
            if let Some(number) = &programme.number {
                add(&mut names.by_number, bare_number(number), at);
            }
        }
        names
    }

    /// The programme that a row or a heading is called after, by its name or by its number alone: `2 Wonen`, `Programma
    /// Wonen`, `Wonen`, `Programma 2`. Not one that it only mentions.
    pub(in crate::check) fn named(&self, label: &str) -> Option<usize> {
        let bare = without_level(label);
        let (number, name) = numbered(bare);
        if let Some(&programme) = self.by_name.get(&folded(name)).or_else(|| self.by_name.get(&folded(bare))) {
            return programme.filter(|_| self.agrees(number, programme));
        }
        let is_called_so = bare.len() < label.trim().len() || bare.starts_with('P');
        self.by_number.get(&bare_number(bare)).copied().flatten().filter(|_| is_called_so)
    }

    /// Whether a printed number is that of the programme, or of none.
    fn agrees(&self, number: Option<&str>, programme: Option<usize>) -> bool {
        number.and_then(|number| self.by_number.get(&bare_number(number))).is_none_or(|&numbered| numbered == programme)
    }

    /// The programme that a caption is about and about nothing else: `Baten en lasten P2 Wonen`.
    pub(in crate::check) fn in_caption(&self, caption: &str) -> Option<usize> {
        let caption = folded(caption);
        let words: Vec<Word<'_>> = words(&caption).collect();
        let last = words.len().checked_sub(1)?;
        let leading = words.iter().take_while(|word| says_nothing(word.text)).count();
        let trailing = words.iter().rev().take_while(|word| says_nothing(word.text)).count();
        let starts = (0..=leading.min(last)).rev().take(MOST_FILLERS);
        let ends = last.saturating_sub(trailing)..=last;
        let mut pieces = starts.flat_map(|start| {
            let ends = ends.clone().take(MOST_FILLERS).filter(move |&end| end >= start);
            ends.map(move |end| (start, end))
        });
        pieces.find_map(|(start, end)| self.by_name.get(&caption[words[start].start..words[end].end()])).copied().flatten()
    }
}

/// So many words around a programme's name are tried as a part of it.
const MOST_FILLERS: usize = 8;

fn add(names: &mut BTreeMap<String, Option<usize>>, name: String, at: usize) {
    names.entry(name).and_modify(|known| *known = None).or_insert(Some(at));
}

/// `P2.` and `2` are one number.
fn bare_number(number: &str) -> String {
    folded(number).trim_end_matches(['.', ':', ')']).to_owned()
}

/// The words behind `Programma`, where a label begins so.
fn without_level(label: &str) -> &str {
    let label = label.trim();
    let level = label.split_whitespace().next().unwrap_or_default();
    if folded(level.trim_end_matches(':')) == "programma" { label[level.len()..].trim_start() } else { label }
}

/// Whether a word beside a programme's name leaves a caption about that programme: what it costs, a number, nothing else.
fn says_nothing(word: &str) -> bool {
    const FILLERS: [&str; 32] = [
        "baten",
        "lasten",
        "saldo",
        "en",
        "van",
        "het",
        "de",
        "programma",
        "wat",
        "mag",
        "kosten",
        "heeft",
        "gekost",
        "kost",
        "exploitatie",
        "overzicht",
        "totaal",
        "totale",
        "per",
        "raming",
        "begroting",
        "rekening",
        "jaarrekening",
        "financiën",
        "financieel",
        "tabel",
        "bedragen",
        "x",
        "euro",
        "euro's",
        "in",
        "duizenden",
    ];
    FILLERS.contains(&word) || word.contains(|character: char| character.is_ascii_digit())
}
