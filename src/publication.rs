//! Which documents are pages of one publication.
//!
//! Portals are saved page by page, so that a budget comes in as twenty files. Their texts are not joined: every place
//! counts in the text of its own file, and what a page does not say is not borrowed from another. What is said here is
//! only that they belong together, on two grounds at once: where they come from (one build of one site, or one folder),
//! and that they are the same document (kind and year, and no other municipality).

use crate::{
    document::{DateTime, Document, Kind},
    source::{Origin, Source, sort_by_rank},
};

/// Several pages of one publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Which document of the budget cycle it is.
    pub kind: Kind,
    /// Its year.
    pub year: i32,
    /// Whose it is, where a page says so.
    pub municipality: Option<String>,
    /// Its pages, by their place among the documents, in rising order; two at least.
    pub pages: Vec<usize>,
}

/// Where a page comes from: the build of a site, or else a folder in an archive or on a disk.
#[derive(PartialEq)]
struct Place<'a> {
    build: Option<DateTime>,
    archive: &'a str,
    folder: &'a str,
}

/// The publications that several of these documents are pages of, in the order of their first pages.
pub fn publications(documents: &[(&Source, &Document)]) -> Vec<Publication> {
    let mut found: Vec<(Place<'_>, Publication)> = Vec::new();
    // First those that say what they are; then those of the same place that can be nothing else.
    for names_itself in [true, false] {
        for (page, &(source, document)) in documents.iter().enumerate() {
            let Some(place) = place(&source.origin, document) else { continue };
            let (kind, year) = (document.kind.map(|kind| kind.value), document.year.map(|year| year.value));
            let mut fitting = found.iter_mut().filter(|(its, publication)| *its == place && may_be(document, publication));
            match (fitting.next(), kind.zip(year)) {
                (_, own) if own.is_some() != names_itself => {}
                (Some((_, publication)), _) if fitting.next().is_none() => add(page, document, publication),
                (None, Some((kind, year))) => {
                    let municipality = name_of_municipality(document).map(str::to_owned);
                    found.push((place, Publication { kind, year, municipality, pages: vec![page] }));
                }
                _ => {}
            }
        }
    }
    let mut publications: Vec<Publication> = found.into_iter().map(|(_, publication)| publication).collect();
    publications.retain(|publication| publication.pages.len() > 1);
    publications.iter_mut().for_each(|publication| sort_by_rank(&mut publication.pages, |page| *page as u64));
    publications
}

fn place<'a>(origin: &'a Origin, document: &Document) -> Option<Place<'a>> {
    let build = document.stamps.exported.or(document.stamps.built).map(|stamp| stamp.value);
    let path = origin.entry.as_ref().unwrap_or(&origin.name);
    let folder = path.rsplit_once('/').map(|(folder, _)| folder);
    match build {
        Some(_) => Some(Place { build, archive: "", folder: "" }),
        None if origin.entry.is_some() => Some(Place { build, archive: &origin.name, folder: folder.unwrap_or_default() }),
        None => folder.map(|folder| Place { build, archive: "", folder }),
    }
}

/// Whether nothing that a document says of itself is against it.
fn may_be(document: &Document, publication: &Publication) -> bool {
    document.kind.is_none_or(|kind| kind.value == publication.kind)
        && document.year.is_none_or(|year| year.value == publication.year)
        && name_of_municipality(document)
            .is_none_or(|own| publication.municipality.as_deref().is_none_or(|municipality| municipality == own))
}

fn add(page: usize, document: &Document, publication: &mut Publication) {
    publication.pages.push(page);
    if publication.municipality.is_none() {
        publication.municipality = name_of_municipality(document).map(str::to_owned);
    }
}

fn name_of_municipality(document: &Document) -> Option<&str> {
    document.municipality.as_ref().map(|municipality| municipality.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    const STAMP: &str = "\nDeze pagina is gebouwd op 10/02/2023 09:12:44 met de export van 10/02/2023 09:01:30\n";

    /// The pages of each publication; a document is its name, or `archive: path`, and its text.
    fn check(documents: &[(&str, &str)], expected: &[&[usize]]) {
        let read: Vec<(Source, Document)> = documents
            .iter()
            .map(|(name, text)| {
                let (name, entry) = name.split_once(": ").map_or((*name, None), |(name, entry)| (name, Some(entry.to_owned())));
                let mut source = Source::from_bytes(name, text.as_bytes());
                source.origin.entry = entry;
                let document = read(&source);
                (source, document)
            })
            .collect();
        let borrowed: Vec<_> = read.iter().map(|(source, document)| (source, document)).collect();
        let pages: Vec<_> = publications(&borrowed).into_iter().map(|publication| publication.pages).collect();
        assert_eq!(pages, expected, "{documents:?}");
    }

    #[test]
    fn pages_of_one_archive_that_are_the_same_document_belong_together() {
        check(
            &[("a.zip: x/1.txt", "Begroting 2024\n"), ("a.zip: x/2.txt", "Begroting 2024\n"), ("a.zip: x/3.txt", "Zorg\n")],
            &[&[0, 1, 2]],
        );
        check(&[("x/1.txt", "Begroting 2024\n"), ("x/2.txt", "Begroting 2024\n")], &[&[0, 1]]);
    }

    #[test]
    fn other_documents_beside_them_do_not() {
        check(&[("a.zip: 1.txt", "Begroting 2024\n"), ("a.zip: 2.txt", "Begroting 2025\n"), ("a.zip: 3.txt", "Zorg\n")], &[]);
        check(&[("a.zip: x/1.txt", "Begroting 2024\n"), ("a.zip: y/2.txt", "Begroting 2024\n")], &[]);
        check(&[("1.txt", "Begroting 2024\n"), ("2.txt", "Begroting 2024\n")], &[]);
        check(&[("a.zip: 1.txt", "Begroting 2024 gemeente Zeist\n"), ("a.zip: 2.txt", "Begroting 2024 gemeente Houten\n")], &[]);
    }

    #[test]
    fn pages_of_one_build_belong_together_wherever_they_were_saved() {
        let [one, two] = ["Begroting 2023\n", "Zorg\n"].map(|text| format!("{text}{STAMP}"));
        check(&[("1.txt", &one), ("3.txt", "Begroting 2023\n"), ("2.txt", &two)], &[&[0, 2]]);
    }
}
