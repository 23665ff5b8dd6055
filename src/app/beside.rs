//! What the screens of several documents show of a comparison: pure functions from the comparison to what is drawn.

use std::collections::{BTreeMap, BTreeSet};

use super::comparing::Compared;
use crate::{
    chart::{Bar, Chart, Group, Series},
    compare::{Change, FactOf, Pair, PartnerAcross, Spent, Volume},
    document::{MoneyKind, Phase},
    scan::words::folded,
    source::sort_by_rank,
    wording::Language,
};

/// What stands behind an amount in a chart that contradicts a sum.
pub const IN_DOUBT: &str = " *";

/// What was spent of one programme, or of the whole.
#[derive(Debug, PartialEq)]
pub struct SpentOf<'a> {
    /// Counts in the pair's programme matches; none for the whole.
    pub programme: Option<usize>,
    /// The amounts, in the order of the budget.
    pub rows: Vec<&'a Spent>,
}

/// The amounts by programme, in the order of the programmes, with those of the whole at the end.
pub fn spent_by_programme(pair: &Pair) -> Vec<SpentOf<'_>> {
    let mut groups: BTreeMap<usize, Vec<&Spent>> = BTreeMap::new();
    for spent in &pair.spent {
        groups.entry(spent.programme.unwrap_or(usize::MAX)).or_default().push(spent);
    }
    let of = |(programme, rows)| SpentOf { programme: Some(programme).filter(|place| *place != usize::MAX), rows };
    groups.into_iter().map(of).collect()
}

/// Budget and accounts as bars: the expenditure of each programme, where both sides print one amount for all of it. The
/// second list has, for each group of bars, the programme that it is of.
pub fn spent_chart(language: Language, compared: &Compared, pair: &Pair) -> (Chart, Vec<FactOf>) {
    let series = [language.budgeted(), language.realised()].map(|name| Series { name: name.to_owned() }).to_vec();
    let (mut groups, mut programmes) = (Vec::new(), Vec::new());
    for group in spent_by_programme(pair) {
        let Some(matched) = group.programme.and_then(|place| pair.programmes.get(place)) else { continue };
        let Some(programme) = matched.right.or(matched.left) else { continue };
        let Some(name) = compared.programme(programme).map(|programme| programme.name.clone()) else { continue };
        let Some(spent) = whole(&group.rows) else { continue };
        let bar = |euros, sign| Some(Bar { euros, label: format!("{}{sign}", language.money(euros)) });
        let sign = |of: FactOf| if compared.is_in_doubt(of) { IN_DOUBT } else { "" };
        let bars = vec![bar(spent.budgeted_euros, sign(spent.budgeted)), bar(spent.realised_euros, sign(spent.realised))];
        groups.push(Group { name, bars });
        programmes.push(programme);
    }
    (Chart { series, groups }, programmes)
}

/// The expenditure of the whole programme.
fn whole<'a>(rows: &[&'a Spent]) -> Option<&'a Spent> {
    rows.iter().copied().find(|spent| spent.total && spent.kind == MoneyKind::Expenditure)
}

/// The year and the phase that all amounts of a column have; none where they differ.
pub fn common(changes: &[Change], of: impl Fn(&Change) -> (Option<i32>, Option<Phase>)) -> Option<(Option<i32>, Option<Phase>)> {
    let first = of(changes.first()?);
    changes.iter().all(|change| of(change) == first).then_some(first)
}

/// A municipality, or the unknown one.
#[derive(Debug, Clone, PartialEq)]
pub struct Owner {
    /// What tells it from others.
    owner: Option<String>,
    /// Its name.
    pub name: Option<String>,
}

/// The municipalities of the volumes, by name, the unknown one last.
pub fn municipalities(volumes: &[Volume]) -> Vec<Owner> {
    let mut owners: BTreeMap<(bool, String, Option<&String>), Owner> = BTreeMap::new();
    let mut known = BTreeSet::new();
    for volume in volumes.iter().filter(|volume| known.insert(&volume.owner)) {
        let (owner, name) = (volume.owner.clone(), volume.municipality.clone());
        let place = (name.is_none(), folded(name.as_deref().unwrap_or_default()), volume.owner.as_ref());
        owners.insert(place, Owner { owner, name });
    }
    owners.into_values().collect()
}

/// A partner as a line of the matrix.
#[derive(Debug, PartialEq)]
pub struct PartnerLine<'a> {
    /// The partner.
    pub partner: &'a PartnerAcross,
    /// How often each municipality speaks of it.
    pub mentions: Vec<usize>,
}

impl PartnerLine<'_> {
    /// How many municipalities speak of it.
    pub fn municipalities(&self) -> usize {
        self.mentions.iter().filter(|count| **count > 0).count()
    }
}

/// The partners with how often each municipality speaks of them: those that most municipalities share first, then those that
/// are spoken of most.
pub fn partner_lines<'a>(compared: &'a Compared, municipalities: &[Owner]) -> Vec<PartnerLine<'a>> {
    let volumes = &compared.comparison.volumes;
    let place_of: BTreeMap<&Option<String>, usize> = municipalities.iter().map(|of| &of.owner).zip(0..).collect();
    let places: Vec<usize> = volumes.iter().map(|volume| place_of.get(&volume.owner).copied().unwrap_or_default()).collect();
    let line = |partner: &'a PartnerAcross| {
        let mut mentions = vec![0; municipalities.len()];
        for presence in &partner.presence {
            let place = places.get(presence.volume).and_then(|&place| mentions.get_mut(place));
            place.into_iter().for_each(|count| *count += presence.mentions);
        }
        PartnerLine { partner, mentions }
    };
    let mut lines: Vec<PartnerLine<'_>> = compared.comparison.partners.iter().map(line).collect();
    sort_by_rank(&mut lines, |line| {
        let spoken = line.mentions.iter().sum::<usize>().min(usize::from(u16::MAX)) as u64;
        !((line.municipalities() as u64) << 32 | spoken)
    });
    lines
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use rust_decimal::Decimal;

    use super::*;
    use crate::{
        app::{
            comparing::tests::{ACCOUNTS, BUDGET, compared},
            state::Loaded,
        },
        compare::{Comparison, Direction, Match, Presence, Relation},
        document::{Code, Problem, Role},
        source::Span,
    };

    fn spent(programme: Option<usize>, total: bool, kind: MoneyKind, fact: usize) -> Spent {
        let of = |document| FactOf { document, fact };
        Spent {
            programme,
            row: "Lasten".to_owned(),
            total,
            kind,
            budgeted: of(0),
            realised: of(1),
            budgeted_euros: Decimal::from(1_200),
            realised_euros: Decimal::from(1_500),
            share: Some(Decimal::from(125)),
            direction: Direction::Unfavourable,
            phase: None,
            in_doubt: false,
        }
    }

    fn pair(spent: Vec<Spent>) -> Pair {
        let of = |document| Some(FactOf { document, fact: 0 });
        Pair {
            relation: Relation::BudgetAndAccounts,
            left: 0,
            right: 1,
            unlike: Vec::new(),
            programmes: vec![Match { left: of(0), right: of(1), reasons: Vec::new() }],
            spent,
            changes: Vec::new(),
            promises: Vec::new(),
            task_fields: Vec::new(),
        }
    }

    #[test]
    fn amounts_stand_under_their_programme_and_the_whole_comes_last() {
        let whole = spent(None, true, MoneyKind::Expenditure, 0);
        let pair = pair(vec![whole, spent(Some(0), true, MoneyKind::Expenditure, 0)]);
        let groups: Vec<_> = spent_by_programme(&pair).iter().map(|group| (group.programme, group.rows.len())).collect();
        assert_eq!(groups, [(Some(0), 1), (None, 1)]);
    }

    #[test]
    fn a_bar_is_of_a_whole_programme_only() {
        let compared = compared(&[BUDGET, ACCOUNTS]);
        let chart = |rows: &[(bool, MoneyKind)]| {
            let spent = rows.iter().map(|(total, kind)| spent(Some(0), *total, *kind, 9)).collect();
            let (chart, programmes) = spent_chart(Language::Dutch, &compared, &pair(spent));
            assert_eq!(chart.groups.len(), programmes.len());
            chart.groups.into_iter().map(|group| group.name).collect::<Vec<_>>()
        };
        assert_eq!(chart(&[(false, MoneyKind::Expenditure), (true, MoneyKind::Expenditure)]), ["Zorg"]);
        assert!(chart(&[(false, MoneyKind::Expenditure)]).is_empty());
        assert!(chart(&[(true, MoneyKind::Income)]).is_empty());
    }

    #[test]
    fn bars_carry_their_amounts_in_words() {
        let compared = compared(&[BUDGET, ACCOUNTS]);
        let lasten = spent(Some(0), true, MoneyKind::Expenditure, 0);
        let (chart, programmes) = spent_chart(Language::English, &compared, &pair(vec![lasten]));
        assert_eq!(labels(&chart), ["€1,200", "€1,500"]);
        assert_eq!(programmes, [FactOf { document: 1, fact: 0 }]);
    }

    fn labels(chart: &Chart) -> Vec<&str> {
        chart.groups[0].bars.iter().flatten().map(|bar| bar.label.as_str()).collect()
    }

    #[test]
    fn the_bar_that_contradicts_a_sum_has_the_star() {
        let check = |doubted: &[usize], expected: [&str; 2]| {
            let of_sums = compared(&[BUDGET, ACCOUNTS]);
            let mut documents = of_sums.documents.clone();
            for &place in doubted {
                let mut document = documents[place].document.clone();
                document.figures[0].problems.push(document.problems.len());
                document.problems.push(Problem { code: Code::IdentityBroken, span: Span::new(0, 4) });
                let (key, source) = (documents[place].key, documents[place].source.clone());
                documents[place] = Rc::new(Loaded::new(key, key, source, document, Vec::new()));
            }
            let compared = Compared { documents, comparison: of_sums.comparison.clone() };
            let pair = pair(vec![spent(Some(0), true, MoneyKind::Expenditure, 0)]);
            assert_eq!(labels(&spent_chart(Language::English, &compared, &pair).0), expected, "{doubted:?}");
        };
        check(&[0], ["€1,200 *", "€1,500"]);
        check(&[1], ["€1,200", "€1,500 *"]);
        check(&[0, 1], ["€1,200 *", "€1,500 *"]);
    }

    #[test]
    fn shared_partners_come_first() {
        let volume = |name: Option<&str>| {
            let name = name.map(str::to_owned);
            Volume { owner: name.as_deref().map(folded), municipality: name, ..Volume::default() }
        };
        let presence =
            |volume, mentions| Presence { volume, partners: Vec::new(), role: Role::Mentioned, mentions, figures: Vec::new() };
        let partner = |name: &str, presence: Vec<Presence>| PartnerAcross {
            name: name.to_owned(),
            names: Vec::new(),
            because: Vec::new(),
            presence,
        };
        let volumes = vec![volume(None), volume(Some("Zilverland")), volume(Some("Voorbeeldstad")), volume(Some("Zilverland"))];
        let partners = vec![
            partner("Veel", vec![presence(1, 40), presence(3, 2)]),
            partner("Gedeeld", vec![presence(1, 1), presence(2, 1)]),
        ];
        let compared = Compared { documents: Vec::new(), comparison: Comparison { volumes, partners, ..Comparison::default() } };
        let owners = municipalities(&compared.comparison.volumes);
        let names: Vec<_> = owners.iter().map(|owner| owner.name.as_deref()).collect();
        assert_eq!(names, [Some("Voorbeeldstad"), Some("Zilverland"), None]);
        let lines: Vec<_> =
            partner_lines(&compared, &owners).into_iter().map(|line| (line.partner.name.clone(), line.mentions)).collect();
        assert_eq!(lines, [("Gedeeld".to_owned(), vec![1, 1, 0]), ("Veel".to_owned(), vec![0, 42, 0])]);
    }

    #[test]
    fn two_municipalities_of_one_name_have_a_column_each() {
        let volume = |owner: &str, name: &str| Volume {
            owner: Some(owner.to_owned()),
            municipality: Some(name.to_owned()),
            ..Volume::default()
        };
        let volumes = [volume("GM9002", "Zilverland"), volume("GM9001", "Zilverland"), volume("GM9002", "ZILVERLAND")];
        let owners: Vec<_> = municipalities(&volumes).into_iter().map(|of| of.owner).collect();
        assert_eq!(owners, [Some("GM9001".to_owned()), Some("GM9002".to_owned())]);
    }
}
