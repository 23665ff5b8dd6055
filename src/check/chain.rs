//! # What it does
//! Lays the overviews of one document beside each other: the table of a programme, the overview of all programmes, the total of
//! the task fields, the moves of reserves, the result. The same number of the same year and phase must be the same in each,
//! but for rounding to the printed units. Signs are left out, for they differ from table to table.
//!
//! # Why it matters
//! The council decides by programme, the ministry counts by task field, and the balance follows from the result (BBV art. 17,
//! 19, 27, 66): it is the same money. Two tables may still be about different things, such as programmes with and without
//! general income. So a difference counts only where the numbers around it agree: the other two of lasten, baten and saldo, the
//! same row in other years, or the other rows and the total. Else it is of another scope, with the printed amount that explains
//! it where there is one.
//!
//! # Example
//! Programme 2 shows `Baten 12.099` in thousands, the task fields of the programme `12.099.023` in euros: they agree. In the
//! overview programme 5 has `8.400` and in its own table `9.150`, and `Toeristenbelasting 750` is printed elsewhere: another
//! scope.

use super::{
    Check, Finding, Subject, Verdict,
    beside::{Surroundings, equation},
    explanations::{Explanations, Within},
    overviews::{Cell, Side, Stage, overviews},
    pairing::{Pairing, Place, pairings, partner},
};
use crate::document::MoneyKind;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let document = subject.document;
    let pairings = pairings(&overviews(subject), |at| &document.figures[at], |_, _| true);
    let around = Pairing::surroundings(&pairings);
    let explanations = Explanations::of(subject);
    let partners = pairings.iter().filter_map(|before| partner(before, &around));
    partners.filter_map(|pairing| finding(pairing, &around, &explanations)).collect()
}

/// What is to be said of a number in two overviews; nothing where nothing shows that they have to do with each other.
fn finding(pairing: &Pairing, around: &Surroundings<Place>, explanations: &Explanations<'_>) -> Option<Finding> {
    let &Pairing { left, right, compared, .. } = pairing;
    if compared.is_nothing {
        return None;
    }
    let (mut sums, mut difference) = (vec![equation(left, right)], Some(compared.difference));
    let mut verdict = compared.verdict;
    if verdict == Verdict::Differs {
        let is_certain = pairing.is_certain(around);
        let within = within(pairing, is_certain);
        let explained = within.map(|within| explanations.of_pair(within, left, right)).unwrap_or_default();
        if !is_certain || !explained.is_empty() {
            let is_told = pairing.say_whose || !explained.is_empty();
            (is_told && (pairing.is_related(around) || pairing.is_of_one_programme(around))).then_some(())?;
            verdict = Verdict::OtherScope;
            if !explained.is_empty() {
                (sums, difference) = (explained, None);
            }
        }
    }
    Some(Finding { check: Check::Chain, verdict, reason: None, sums, difference, spans: Vec::new() })
}

/// What may explain a difference: any money of its kind. Where the numbers around it agree, only a balance may be another one,
/// after the moves of reserves.
fn within(pairing: &Pairing, is_certain: bool) -> Option<Within> {
    let Cell { side, stage, moment, .. } = pairing.cell;
    let may_be_after_reserves = side == Side::Balance && stage != Stage::Reserves;
    let kind = if is_certain { MoneyKind::Reserve } else { side.kind() };
    (!is_certain || may_be_after_reserves).then_some(Within { moment, kind })
}

#[cfg(test)]
mod tests {
    use super::{
        super::said::{assert_said, said},
        *,
    };
    use crate::{read::read, source::Source};

    /// Two programmes, each with its own table, and an overview of both; `{}` stands for what a case adds.
    const BUDGET: &str = "# Programmabegroting 2025 gemeente Voorbeeldstad

## Programma 1 Wonen

Baten en lasten programma 1 Wonen (x € 1.000)
\tRekening 2023\tBegroting 2024\tBegroting 2025
Lasten\t4.120\t4.305\t4.410
Baten\t1.020\t1.105\t1.210
Saldo\t-3.100\t-3.200\t-3.200

## Programma 2 Zorg

Baten en lasten programma 2 Zorg (x € 1.000)
\tRekening 2023\tBegroting 2024\tBegroting 2025
Lasten\t8.240\t8.510\t8.700
Baten\t2.140\t2.210\t2.300
Saldo\t-6.100\t-6.300\t-6.400

## Financiële begroting

";
    const OVERVIEW: &str = "Overzicht van baten en lasten per programma (x € 1.000)
Programma\tLasten 2025\tBaten 2025\tSaldo 2025
1 Wonen\t4.410\t1.210\t-3.200
2 Zorg\t8.700\t2.300\t-6.400
Totaal\t13.110\t3.510\t-9.600
";

    fn budget(rest: &str) -> String {
        format!("{BUDGET}{rest}")
    }

    #[test]
    fn a_programmes_own_table_agrees_with_the_overview() {
        assert_said(
            check,
            &budget(OVERVIEW),
            &[
                "Holds + 4.410 = 4.410",
                "Holds + 1.210 = 1.210",
                "Holds + -3.200 = -3.200",
                "Holds + 8.700 = 8.700",
                "Holds + 2.300 = 2.300",
                "Holds + -6.400 = -6.400",
            ],
        );
    }

    #[test]
    fn one_number_that_differs_while_those_around_it_agree_is_wrong_in_one_place() {
        let misprinted = OVERVIEW.replace("2.300", "2.390");
        assert_said(
            check,
            &budget(&misprinted),
            &[
                "Holds + 4.410 = 4.410",
                "Holds + 1.210 = 1.210",
                "Holds + -3.200 = -3.200",
                "Holds + 8.700 = 8.700",
                "Differs + 2.300 = 2.390",
                "Holds + -6.400 = -6.400",
            ],
        );
    }

    #[test]
    fn the_total_of_all_task_fields_is_that_of_the_programmes_within_the_coarser_unit() {
        let fields = "Taakvelden (in euro's)
Taakveld\tLasten 2025\tBaten 2025\tSaldo 2025
0.1 Bestuur\t1.100.200\t110.000\t-990.200
1.1 Veiligheid\t2.010.000\t400.000\t-1.610.000
2.1 Verkeer\t3.000.000\t500.000\t-2.500.000
6.1 Samenkracht\t4.000.000\t1.500.000\t-2.500.000
7.1 Gezondheid\t1.500.000\t500.000\t-1.000.000
8.1 Ruimte\t1.500.100\t500.300\t-999.800
Totaal\t13.110.300\t3.510.300\t-9.600.000
";
        let lines = said(check, &budget(&format!("{OVERVIEW}\n{fields}")));
        let expected = ["Rounding + 13.110 = 13.110.300", "Rounding + 3.510 = 3.510.300", "Holds + -9.600 = -9.600.000"];
        assert_eq!(lines[6..], expected);
        let lines = said(check, &budget(&format!("{OVERVIEW}\n{}", fields.replace("13.110.300", "13.710.300"))));
        assert_eq!(lines[6], "Differs + 13.110 = 13.710.300");
    }

    #[test]
    fn income_that_one_table_leaves_out_is_another_scope_and_explained_by_what_is_printed() {
        let narrower = OVERVIEW.replace("2.300\t-6.400", "1.800\t-6.900").replace("3.510\t-9.600", "3.010\t-10.100");
        let taxes = "Opbrengst van belastingen (x € 1.000)
Belasting\tRaming 2024\tRaming 2025
Toeristenbelasting\t480\t500
Hondenbelasting\t61\t62
";
        let text = budget(&format!("{narrower}\n{taxes}"));
        let lines = said(check, &text);
        assert_eq!(lines[4..], ["OtherScope + 1.800 + 500 = 2.300", "OtherScope + -6.400 - 500 = -6.900"]);
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let explained = check(&Subject::new(&document)).into_iter().filter(|finding| finding.verdict == Verdict::OtherScope);
        assert!(explained.into_iter().all(|finding| finding.difference.is_none()), "an explanation leaves no difference");
        let lines = said(check, &budget(&narrower));
        assert_eq!(lines[4..], ["OtherScope + 2.300 = 1.800", "OtherScope + -6.400 = -6.900"]);
    }

    #[test]
    fn a_programme_of_which_an_overview_leaves_out_a_part_is_of_another_scope() {
        let narrower = OVERVIEW.replace("8.700\t2.300\t-6.400", "1.700\t300\t-1.400");
        let lines = said(check, &budget(&format!("{narrower}\n{}", OVERVIEW.replace("Overzicht van", "Nogmaals de"))));
        let other = lines.iter().filter(|line| line.starts_with("OtherScope")).collect::<Vec<_>>();
        assert_eq!(other[..3], ["OtherScope + 8.700 = 1.700", "OtherScope + 2.300 = 300", "OtherScope + -6.400 = -1.400"]);
    }

    #[test]
    fn tables_of_other_money_say_nothing() {
        let incidental = OVERVIEW.replace("Overzicht van", "Incidentele").replace("4.410", "41").replace("8.700", "87");
        assert_said(check, &budget(&incidental), &[]);
        let parts = "## Programma 3 Groen

Parken (x € 1.000)
\tBegroting 2025
Lasten\t410
Baten\t10

Bomen (x € 1.000)
\tBegroting 2025
Lasten\t520
Baten\t20
";
        assert_said(check, &budget(parts), &[]);
    }

    #[test]
    fn before_and_after_a_change_are_two_things() {
        let table = "Lasten per programma vóór wijziging (x € 1.000)
Programma\tLasten 2025\tLasten 2026\tLasten 2027
1 Wonen\t4.410\t4.500\t4.600
2 Zorg\t8.700\t8.800\t8.900
";
        let title = "# Programmabegroting 2025 gemeente Voorbeeldstad\n\n";
        let changed = table.replace("vóór", "na").replace("8.800", "9.900");
        assert_said(check, &format!("{title}{table}\n{changed}"), &[]);
        let again = table.replace("8.800", "9.900").replace("Lasten per programma", "De lasten per programma");
        let lines = said(check, &format!("{title}{table}\n{again}"));
        assert_eq!(lines.iter().filter(|line| !line.starts_with("Holds")).collect::<Vec<_>>(), ["Differs + 8.800 = 9.900"]);
    }

    #[test]
    fn totals_of_other_programmes_are_other_totals() {
        let table = "Overzicht fysiek per programma (x € 1.000)
Programma\tLasten 2025\tBaten 2025\tSaldo 2025
1 Wonen\t4.410\t1.210\t-3.200
2 Groen\t8.700\t2.300\t-6.400
Totaal\t13.110\t3.510\t-9.600
";
        let other = "Overzicht sociaal per programma (x € 1.000)
Programma\tLasten 2025\tBaten 2025\tSaldo 2025
3 Zorg\t1.400\t200\t-1.200
4 Werk\t2.600\t300\t-2.300
Totaal\t4.000\t500\t-3.500
";
        assert_said(check, &format!("# Programmabegroting 2025 gemeente Voorbeeldstad\n\n{table}\n{other}"), &[]);
    }

    #[test]
    fn a_budget_of_a_year_that_is_over_may_have_been_changed() {
        let earlier = "Overzicht van saldi per programma (x € 1.000)
Programma\tSaldo Rekening 2023\tSaldo Begroting 2024\tSaldo Begroting 2025
1 Wonen\t-3.100\t-3.950\t-3.200
2 Zorg\t-6.100\t-6.300\t-6.400
";
        let lines = said(check, &budget(earlier));
        assert_eq!(lines[1], "OtherScope + -3.200 = -3.950", "{lines:?}");
    }

    #[test]
    fn key_figures_agree_with_the_table_of_their_programme() {
        let portal = "Begroting 2025

Programma 2 | Zorg

Lasten

€ 8.700

x € 1.000

Wat mag het kosten?

Bedragen x € 1.000
Exploitatie 2025 2026
Lasten
Hulp 5.700 5.800
Jeugd 3.000 3.100
Totaal lasten 8.700 8.900
";
        assert_said(check, portal, &["Holds + 8.700 = 8.700"]);
    }
}
