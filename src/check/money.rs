//! # What it does
//! Looks for money of each programme of a whole budget or whole accounts: an amount under its heading, a table whose caption
//! names it, or a row of an overview.
//!
//! # Why it matters
//! A programme is a set of activities with a budget (BBV art. 8), and its expenditure and income must be shown (BBV art. 17,
//! for the accounts art. 27). A programme without any money is most often one whose table was lost in the export, so it is
//! never called wrong, only not checked. A part of a publication is not searched.
//!
//! # Example
//! `Programma Wonen` has goals and measures, but no amount stands under it and no overview has a row for it: not found.

use super::{
    Check, Finding, Prescribed, Reason, Subject,
    chapters::{Chapters, is_budget_or_accounts},
    programmes::ProgrammeNames,
};
use crate::{document::Document, source::Span};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    if !is_budget_or_accounts(document) || document.programmes.is_empty() {
        return Vec::new();
    }
    let chapters = Chapters::of(subject);
    if !chapters.are_whole() {
        return vec![Finding::unchecked(Check::Money, Reason::OnlyAPart)];
    }
    let firsts = first_of_each_programme(document);
    firsts.into_iter().enumerate().map(|(programme, first)| finding(&chapters, programme, first)).collect()
}

fn finding(chapters: &Chapters<'_>, programme: usize, first: Option<Span>) -> Finding {
    match first {
        Some(place) => Finding::holds(Check::Money, place),
        None => Finding {
            spans: vec![chapters.place_of(programme)],
            ..Finding::unchecked(Check::Money, Reason::NotFound(Prescribed::Cost))
        },
    }
}

/// The first amount of each programme: those in tables that are about it or have a row for it, or else under its heading.
pub(super) fn first_of_each_programme(document: &Document) -> Vec<Option<Span>> {
    let names = ProgrammeNames::of(document);
    let mut firsts = vec![None; document.programmes.len()];
    let mut keep = |programme: Option<usize>, figure: Option<&usize>| {
        let span = figure.and_then(|&figure| document.figures.get(figure)).map(|figure| figure.span);
        if let Some((first, span)) = programme.and_then(|at| firsts.get_mut(at)).zip(span) {
            first.get_or_insert(span);
        }
    };
    for table in &document.tables {
        let about = table.caption.as_deref().and_then(|caption| names.in_caption(caption));
        for row in &table.rows {
            keep(about.or_else(|| names.named(&row.label)), row.figures.first());
        }
    }
    for (at, figure) in document.figures.iter().enumerate() {
        keep(figure.programme, Some(&at));
    }
    firsts
}

#[cfg(test)]
mod tests {
    use super::{
        super::{said::assert_said, whole::BUDGET},
        *,
    };

    #[test]
    fn each_programme_has_some() {
        assert_said(check, BUDGET, &["Holds <4.305>", "Holds <8.510>"]);
    }

    #[test]
    fn one_without_any_is_not_called_wrong() {
        let third = "## Programma 3 Groen\n\n### Wat willen we bereiken?\n\n- Meer bomen langs de weg.\n\n# Paragrafen";
        let text = BUDGET.replace("# Paragrafen", third);
        assert_said(check, &text, &["Holds <4.305>", "Holds <8.510>", "Unchecked (NotFound(Cost)) <Programma 3 Groen>"]);
    }

    #[test]
    fn a_row_of_an_overview_is_money_too() {
        let third = "## Programma 3 Groen\n\n### Wat willen we bereiken?\n\n- Meer bomen langs de weg.\n\n# Paragrafen";
        let overview = "# Overzicht van baten en lasten\n\nProgramma\tLasten 2025\tBaten 2025\n1 Wonen\t4.410\t1.210\n2 Zorg\t8.700\t2.300\n3 Groen\t990\t12\n";
        let text = format!("{}\n{overview}", BUDGET.replace("# Paragrafen", third));
        assert_said(check, &text, &["Holds <4.305>", "Holds <8.510>", "Holds <990>"]);
    }

    #[test]
    fn one_page_is_a_part() {
        assert_said(check, BUDGET.split("## Programma 2").next().expect("a part"), &["Unchecked (OnlyAPart)"]);
        assert_said(check, "# Begroting 2025 gemeente Voorbeeldstad\n\nDe lasten zijn € 3 miljoen.\n", &[]);
    }
}
