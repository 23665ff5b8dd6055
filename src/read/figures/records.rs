//! Records: lines of `label: value` below a name.

use super::Reading;
use crate::{
    scan::words::{folded, is_space},
    source::Span,
};

/// The longest label of a field.
const LONGEST_LABEL_BYTES: usize = 40;

impl Reading<'_, '_> {
    /// Takes the name of the record that these lines begin or belong to: that of a field `Naam`, else the heading above
    /// fields that records of a body have.
    pub(super) fn update_record(&mut self, span: Span) {
        let text = self.page.words(span);
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if let Some((label, at)) = field(line) {
                let place = span.part(start + at, start + line.trim_end().len());
                self.record = match role(label) {
                    Field::Name if !place.is_empty() => Some(place),
                    Field::OfBody => self.record.or(self.heading),
                    _ => self.record,
                };
            }
            start += line.len();
        }
    }
}

enum Field {
    Name,
    OfBody,
    Other,
}

/// Whether a line is a field; its label, and where its value begins.
fn field(line: &str) -> Option<(&str, usize)> {
    let (label, value) = line.split_once(':').filter(|(label, _)| label.len() <= LONGEST_LABEL_BYTES)?;
    let bare = value.trim_start_matches(is_space);
    (value.starts_with(is_space) && !bare.is_empty()).then(|| (label.trim(), line.len() - bare.len()))
}

/// Whether a heading is a field of the record above it: `Risico: geen`.
pub(super) fn is_field(heading: &str) -> bool {
    field(heading).is_some()
}

fn role(label: &str) -> Field {
    match folded(label).as_str() {
        "naam"
        | "naam partij"
        | "naam verbonden partij"
        | "naam organisatie"
        | "verbonden partij"
        | "organisatie"
        | "partij"
        | "instelling"
        | "naam instelling"
        | "deelneming" => Field::Name,
        "vestigingsplaats" | "rechtsvorm" | "openbaar belang" | "publiek belang" | "bestuurlijk belang" | "doel"
        | "deelnemers" => Field::OfBody,
        _ => Field::Other,
    }
}
