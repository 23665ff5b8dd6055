//! # What it does
//! Looks for the seven prescribed sections in a whole budget or whole accounts: local charges, resilience and risks,
//! maintenance of capital goods, financing, operations, affiliated parties, land policy.
//!
//! # Why it matters
//! The sections cut across the programmes and show what no programme shows (BBV art. 9; for the accounts art. 26). A section
//! may be left out where its matter does not arise in the municipality, it may have another name, and exports lose chapters. So
//! a section that is not found is never called wrong, only not checked. A text that is a part of a publication, such as one
//! page of a portal, is not searched at all.
//!
//! # Example
//! A budget has chapters on five programmes and `Paragraaf lokale heffingen`, but nowhere a heading `Grondbeleid`: the first
//! is found, the second is not.

use super::{
    Check, Finding, Prescribed, Reason, Subject,
    chapters::{Chapters, is_budget_or_accounts},
};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    if !is_budget_or_accounts(subject.document) {
        return Vec::new();
    }
    let chapters = Chapters::of(subject);
    if !chapters.are_whole() {
        return vec![Finding::unchecked(Check::Sections, Reason::OnlyAPart)];
    }
    Prescribed::SECTIONS.into_iter().map(|section| finding(&chapters, section)).collect()
}

fn finding(chapters: &Chapters<'_>, section: Prescribed) -> Finding {
    match chapters.section(section) {
        Some(heading) => Finding::holds(Check::Sections, heading),
        None => Finding::unchecked(Check::Sections, Reason::NotFound(section)),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{said::assert_said, whole::BUDGET},
        *,
    };

    #[test]
    fn a_whole_budget_has_seven() {
        assert_said(
            check,
            BUDGET,
            &[
                "Holds <Lokale heffingen>",
                "Holds <Weerstandsvermogen en risicobeheersing>",
                "Holds <Onderhoud kapitaalgoederen>",
                "Holds <Financiering>",
                "Holds <Bedrijfsvoering>",
                "Holds <Verbonden partijen>",
                "Holds <Grondbeleid>",
            ],
        );
    }

    #[test]
    fn one_that_is_not_found_may_stand_elsewhere() {
        let text = BUDGET.replace("## Grondbeleid", "## Erfpacht").replace("## Financiering", "## A. Paragraaf Financiering");
        assert_said(
            check,
            &text,
            &[
                "Holds <Lokale heffingen>",
                "Holds <Weerstandsvermogen en risicobeheersing>",
                "Holds <Onderhoud kapitaalgoederen>",
                "Holds <A. Paragraaf Financiering>",
                "Holds <Bedrijfsvoering>",
                "Holds <Verbonden partijen>",
                "Unchecked (NotFound(LandPolicy))",
            ],
        );
    }

    #[test]
    fn one_page_is_a_part_and_other_documents_need_none() {
        let page = BUDGET.split("# Paragrafen").next().expect("a part");
        assert_said(check, page, &["Unchecked (OnlyAPart)"]);
        assert_said(check, "# Coalitieakkoord 2022-2026 gemeente Voorbeeldstad\n\n## Wonen\n\nWe bouwen.\n", &[]);
    }

    #[test]
    fn a_menu_that_lists_the_chapters_makes_no_whole() {
        let menu = "# Begroting 2025 gemeente Voorbeeldstad\n\n## Programma 1 Wonen\n\n## Programma 2 Zorg\n\n## Lokale heffingen\n\n\
                    ## Weerstandsvermogen en risicobeheersing\n\n## Onderhoud kapitaalgoederen\n\n## Grondbeleid\n\n";
        assert_said(check, menu, &["Unchecked (OnlyAPart)"]);
    }
}
