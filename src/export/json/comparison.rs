//! Several documents beside each other, in the shapes of the export.

use super::{
    names::{Named, words},
    to_wire::place,
    wire::{self, FigureOf, PartnerOf, PassageOf, ProgrammeOf},
};
use crate::compare::{
    Change, Comparison, FactOf, Match, Pair, PartnerAcross, Passage, Presence, Promise, Repeat, Side, Spent, TaskFieldShare,
    Volume,
};

pub(super) fn comparison(comparison: &Comparison) -> wire::Comparison {
    wire::Comparison {
        volumes: comparison.volumes.iter().map(volume).collect(),
        pairs: comparison.pairs.iter().map(pair).collect(),
        partners: comparison.partners.iter().map(partner).collect(),
        repeats: comparison.repeats.iter().map(repeat).collect(),
    }
}

fn volume(volume: &Volume) -> wire::Volume {
    wire::Volume {
        documents: volume.documents.clone(),
        municipality: volume.municipality.clone(),
        kind: volume.kind.map(Named::word),
        year: volume.year,
        period: volume.period.map(|period| [period.from, period.to]),
        inhabitants: volume.inhabitants,
        programmes: volume.programmes.iter().copied().map(programme_of).collect(),
    }
}

fn pair(pair: &Pair) -> wire::Pair {
    wire::Pair {
        relation: pair.relation.word(),
        left: pair.left,
        right: pair.right,
        unlike: words(&pair.unlike),
        programmes: pair.programmes.iter().map(programmes).collect(),
        spent: pair.spent.iter().map(spent).collect(),
        changes: pair.changes.iter().map(change).collect(),
        promises: pair.promises.iter().map(promise).collect(),
        task_fields: pair.task_fields.iter().map(task_field).collect(),
    }
}

fn programmes(matched: &Match) -> wire::Match {
    wire::Match { left: matched.left.map(programme_of), right: matched.right.map(programme_of), reasons: words(&matched.reasons) }
}

fn spent(spent: &Spent) -> wire::Spent {
    wire::Spent {
        programme: spent.programme,
        row: spent.row.clone(),
        total: spent.total,
        measure: spent.kind.word(),
        budgeted: figure_of(spent.budgeted),
        realised: figure_of(spent.realised),
        budgeted_euros: spent.budgeted_euros.to_string(),
        realised_euros: spent.realised_euros.to_string(),
        share: spent.share.map(|share| share.to_string()),
        direction: spent.direction.word(),
        phase: spent.phase.map(Named::word),
        in_doubt: spent.in_doubt,
    }
}

fn change(change: &Change) -> wire::Change {
    wire::Change {
        programme: change.programme,
        row: change.row.clone(),
        total: change.total,
        measure: change.kind.word(),
        left_year: change.left_year,
        right_year: change.right_year,
        left_phase: change.left_phase.map(Named::word),
        right_phase: change.right_phase.map(Named::word),
        left: figure_of(change.left),
        right: figure_of(change.right),
        left_euros: change.left_euros.to_string(),
        right_euros: change.right_euros.to_string(),
        difference: change.difference.to_string(),
        relative: change.relative.map(|relative| relative.to_string()),
        in_doubt: change.in_doubt,
    }
}

fn promise(promise: &Promise) -> wire::Promise {
    wire::Promise {
        promise: passage_of(promise.promise),
        found: promise.found.map(passage_of),
        likeness: promise.likeness,
        shared: promise.shared.clone(),
    }
}

fn task_field(field: &TaskFieldShare) -> wire::TaskField {
    wire::TaskField {
        code: field.code.clone(),
        name: field.name.clone(),
        measure: field.kind.word(),
        sides: field.sides.each_ref().map(side),
    }
}

fn side(side: &Side) -> wire::TaskFieldSide {
    wire::TaskFieldSide {
        figures: figures_of(&side.figures),
        euros: side.euros.to_string(),
        share: side.share.map(|share| share.to_string()),
        per_inhabitant: side.per_inhabitant.map(|euros| euros.to_string()),
    }
}

fn partner(partner: &PartnerAcross) -> wire::PartnerAcross {
    wire::PartnerAcross {
        name: partner.name.clone(),
        names: partner.names.clone(),
        because: words(&partner.because),
        presence: partner.presence.iter().map(presence).collect(),
    }
}

fn presence(presence: &Presence) -> wire::Presence {
    let partner_of = |partner: &FactOf| PartnerOf { document: partner.document, partner: partner.fact };
    wire::Presence {
        volume: presence.volume,
        partners: presence.partners.iter().map(partner_of).collect(),
        role: presence.role.word(),
        mentions: presence.mentions,
        figures: figures_of(&presence.figures),
    }
}

fn repeat(repeat: &Repeat) -> wire::RepeatedFigure {
    wire::RepeatedFigure {
        left: figure_of(repeat.left),
        right: figure_of(repeat.right),
        verdict: repeat.verdict.name().to_owned(),
        difference: repeat.difference.to_string(),
        explained_by: figures_of(&repeat.explained_by),
    }
}

fn figure_of(figure: FactOf) -> FigureOf {
    FigureOf { document: figure.document, figure: figure.fact }
}

fn figures_of(figures: &[FactOf]) -> Vec<FigureOf> {
    figures.iter().copied().map(figure_of).collect()
}

fn programme_of(programme: FactOf) -> ProgrammeOf {
    ProgrammeOf { document: programme.document, programme: programme.fact }
}

fn passage_of(passage: Passage) -> PassageOf {
    PassageOf { document: passage.document, span: place(passage.span) }
}
