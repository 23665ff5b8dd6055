//! What a pair takes from each of its volumes, worked out once for all the pairs that it is in.

use crate::{
    check::is_whole,
    compare::{
        Volume,
        amounts::{Amounts, Page},
        task_fields::Fields,
        volumes::Slots,
    },
    document::{Document, Kind},
    source::Source,
};

/// What a pair takes from a volume.
pub(super) struct Contents {
    pub(super) amounts: Amounts,
    pub(super) fields: Fields,
    /// Whether it does not show itself as a whole budget or whole accounts.
    pub(super) is_a_part: bool,
}

impl Contents {
    pub(super) fn of(documents: &[(&Source, &Document)], volume: &Volume) -> Self {
        let slots = Slots::of(documents, &volume.documents);
        let pages: Vec<Page<'_>> = volume.documents.iter().filter_map(|&at| Page::of(documents, at, &slots)).collect();
        Self {
            amounts: Amounts::of(&pages, volume),
            fields: Fields::of(&pages, volume),
            is_a_part: matches!(volume.kind, Some(Kind::Budget | Kind::AnnualAccounts))
                && !pages.iter().any(|page| is_whole(page.document)),
        }
    }
}
