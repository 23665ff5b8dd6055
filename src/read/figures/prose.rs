//! Amounts in running text: what each is of, of which year, whether it is good news and whether it comes back.

use super::{
    Reading,
    labels::{self, Said, YearBeside},
};
use crate::{
    document::{Code, Figure, Mark, MoneyKind, Status},
    read::{sentences::around, units},
    scan::{
        self, Amount,
        words::{Word, ends_with_words, find_words, folded, just_before, words},
    },
    source::Span,
};
use rust_decimal::Decimal;

/// The words of a sentence that speak of one amount: from the amount before it up to the one behind it.
struct Clause<'a> {
    sentence: &'a str,
    /// Where the amount begins and ends, with its currency and scale.
    at: usize,
    end: usize,
    before: &'a str,
    behind: &'a str,
}

impl Reading<'_, '_> {
    /// Amounts with a currency or a scale in words; bare numbers in running text are counts.
    pub(super) fn prose(&mut self, span: Span) {
        let text = self.page.words(span);
        let base = span.range().start;
        let mut unit_statements = scan::units(text).into_iter().peekable();
        let amounts = with_shared_scales(text, scan::amounts(text));
        let amounts: Vec<Amount> = amounts.into_iter().filter(|amount| is_money(text, amount)).collect();
        let mut last: Option<String> = None;
        for (place, amount) in amounts.iter().enumerate() {
            while unit_statements.next_if(|unit| unit.end <= amount.start).is_some() {}
            let is_unit = unit_statements.peek().is_some_and(|unit| unit.start <= amount.start);
            if !is_unit {
                let from = place.checked_sub(1).map_or(0, |before| amounts[before].outer_end);
                let to = amounts.get(place + 1).map_or(text.len(), |next| next.outer_start);
                let clause = Clause::of(text, amount, from, to);
                let row = last.take().filter(|_| clause.goes_on()).unwrap_or_else(|| clause.head());
                self.amount_in_prose(&clause, amount, base, row.clone());
                last = Some(row);
            }
        }
        for (start, end) in scan::unreadable_amounts(text) {
            self.doubts.add(Code::AmountUnreadable, span.part(start, end));
        }
    }

    fn amount_in_prose(&mut self, clause: &Clause<'_>, amount: &Amount, base: usize, row: String) {
        let amount = amount.shifted(base);
        let figure = self.figure(row, &amount, units::of_amount(&amount));
        let mark = amount.mark.or_else(|| clause.mark());
        let status = clause.is_replaced().then_some(Status::Superseded).or(figure.status);
        let figure = Figure { kind: clause.kind(mark), permanence: clause.permanence(), mark, status, ..figure };
        match labels::year_beside(clause.sentence, clause.at, clause.end) {
            YearBeside::Year(year) => self.push(Figure { year: Some(year), ..figure }),
            YearBeside::SeveralYears => self.push(figure),
            YearBeside::None => self.push_dated(figure),
        };
    }
}

/// A currency makes money. A scale alone may be of visitors or waste: where it counts what follows it, it is.
fn is_money(text: &str, amount: &Amount) -> bool {
    const NEAR_BYTES: usize = 60;
    let speaks_of_money = || words(just_before(text, amount.outer_start, NEAR_BYTES)).any(|word| names_money(word.text));
    let counts = || counts_what_follows(&text[amount.outer_end..]) && !speaks_of_money();
    amount.currency || (amount.scale.is_some() && !counts())
}

fn names_money(word: &str) -> bool {
    const MONEY: &str = "baten bezuiniging bijdrage budget budgetten heffing investeren investering kosten kost krediet lasten leges \
                         meevaller nadeel opbrengst opbrengsten reserve saldo subsidie tegenvaller tekort uitgaven inkomsten voordeel \
                         overschot";
    is_one_of(MONEY, word)
}

/// `3 ton afval`, `2 miljoen bezoekers`; but `3 ton voor afval`, `3 ton meer`.
fn counts_what_follows(behind: &str) -> bool {
    const OF_MONEY: &str = "aan boven extra hoger incidenteel is jaarlijks kosten kost lager meer minder na nadelig nodig onder \
        op structureel te voordelig werd wordt";
    let next = behind.strip_prefix([' ', '\u{a0}']).and_then(|behind| words(behind).next().filter(|word| word.start == 0));
    next.is_some_and(|next| {
        let word = folded(next.text);
        word == next.text && !scan::words::is_small_word(&word) && !is_one_of(OF_MONEY, &word)
    })
}

/// In `tussen € 7,5 en € 9,2 miljoen` the scale holds for both.
fn with_shared_scales(text: &str, mut amounts: Vec<Amount>) -> Vec<Amount> {
    for at in (1..amounts.len()).rev() {
        let (before, this) = (amounts[at - 1], amounts[at]);
        let between = text[before.outer_end..this.outer_start].trim();
        let small = before.number.abs() < Decimal::ONE_THOUSAND;
        if before.scale.is_none()
            && before.currency
            && small
            && matches!(between, "en" | "tot" | "-" | "–" | "à" | "of" | "tot en met")
        {
            amounts[at - 1].scale = this.scale;
        }
    }
    amounts
}

/// Words between an amount and the one that an amendment puts in its place.
const REPLACED_BY: [&str; 9] = [
    "wordt",
    "wordt gewijzigd in",
    "te wijzigen in",
    "wijzigen in",
    "gewijzigd in",
    "te vervangen door",
    "wordt vervangen door",
    "vervangen door",
    "wordt verhoogd naar",
];

const UNFAVOURABLE: &str = "nadeel nadelig nadelige tekort tegenvaller verlies overschrijding negatief";
const FAVOURABLE: &str = "voordeel voordelig voordelige overschot meevaller onderschrijding";

impl<'a> Clause<'a> {
    /// The clause of an amount, between the places where the amounts around it end and begin.
    fn of(text: &'a str, amount: &Amount, from: usize, to: usize) -> Self {
        let (sentence, at) = around(text, amount.start);
        let start = amount.start - at;
        let at = at.saturating_sub(amount.start - amount.outer_start);
        // A line break ends a sentence, even before the scale of an amount.
        let end = (amount.outer_end - start).min(sentence.len());
        let before = sentence.get(from.saturating_sub(start).min(at)..at).unwrap_or_default();
        let behind = sentence.get(end..(to - start).min(sentence.len())).unwrap_or_default();
        Self { sentence, at, end, before, behind }
    }

    /// What the amount is of, in the words of the text: the subject or the object that it belongs to, else what stands
    /// right behind it, else all that leads to it.
    fn head(&self) -> String {
        let heads = || [head_of(self.before), phrase_behind(self.behind), head_of(&self.sentence[..self.at])].into_iter();
        heads().find(|head| !head.is_empty()).unwrap_or_else(|| last_words(self.before))
    }

    /// Whether only a word stands between this amount and the one before it: both are of the same thing.
    fn goes_on(&self) -> bool {
        const JOINTS: [&str; 10] = ["en", "tot", "à", "of", "naar", "-", "–", "tot en met", "in plaats van", "i.p.v."];
        let before = folded(self.before);
        JOINTS.contains(&before.as_str()) || REPLACED_BY.contains(&before.as_str())
    }

    /// Favourable or unfavourable, where a word says so: right behind the amount, or before it and of it.
    fn mark(&self) -> Option<Mark> {
        const NEAR_WORDS: usize = 3;
        let stop = self.behind.find([',', '.', ';', '(', ')']).unwrap_or(self.behind.len());
        let near = words(&self.behind[..stop]).take(NEAR_WORDS).find_map(|word| mark_of(word.text));
        near.or_else(|| {
            let own = last_clause(self.before);
            let marked = words(own).filter_map(|word| Some((mark_of(word.text)?, word.end()))).last();
            // `om het tekort te dekken` does something about it.
            marked.filter(|&(_, end)| find_words(&own[end..], "te").is_none()).map(|(mark, _)| mark)
        })
    }

    fn kind(&self, mark: Option<Mark>) -> MoneyKind {
        let behind = self.behind.split([',', ';']).next().unwrap_or_default();
        let moves = ["aan de", "uit de", "in de", "ten laste van de", "ten gunste van de"]
            .iter()
            .filter_map(|lead| find_words(behind, lead))
            .any(|at| words(&behind[at..]).take(6).any(|word| folded(word.text).ends_with("reserve")));
        if moves {
            return MoneyKind::Reserve;
        }
        match labels::kind_beside(self.before, self.behind) {
            MoneyKind::Other if mark.is_some() => MoneyKind::Balance,
            kind => kind,
        }
    }

    /// Structural or incidental: said near before the amount, or of it right behind it.
    fn permanence(&self) -> Option<crate::document::Permanence> {
        const NEAR_BYTES: usize = 60;
        const NEAR_WORDS: usize = 3;
        let near: String = words(self.behind).take(NEAR_WORDS).map(|word| word.text).collect::<Vec<_>>().join(" ");
        let before = just_before(self.before, self.before.len(), NEAR_BYTES);
        labels::permanence_of(&near).or_else(|| labels::permanence_of(before))
    }

    /// Whether an amendment puts another amount in its place: `€ 5 wordt gewijzigd in € 6`, `€ 6 in plaats van € 5`.
    fn is_replaced(&self) -> bool {
        let behind = folded(self.behind);
        let other_follows = self.sentence[self.end..].len() > self.behind.len();
        let instead = ["in plaats van", "i.p.v."].iter().any(|words| ends_with_words(self.before, words));
        let struck = self.before.ends_with("~~") && self.behind.starts_with("~~");
        struck || instead || (other_follows && REPLACED_BY.contains(&behind.as_str()))
    }
}

fn mark_of(word: &str) -> Option<Mark> {
    let word = folded(word);
    if is_one_of(UNFAVOURABLE, &word) {
        return Some(Mark::Unfavourable);
    }
    is_one_of(FAVOURABLE, &word).then_some(Mark::Favourable)
}

/// The last clause of some words that lead to an amount.
fn last_clause(before: &str) -> &str {
    let before = before.trim_end_matches(|last: char| last.is_whitespace() || matches!(last, ':' | '(' | '–' | '-' | '~' | '*'));
    ["; ", "\n", " (", ": ", ") "].iter().fold(before, |clause, mark| clause.rsplit(mark).next().unwrap_or(clause))
}

/// What the words before an amount say that it is of: the subject of their verb (`Het tekort op afval loopt op tot`), its
/// object where the municipality acts (`Wij bouwen een school voor`), or the noun itself (`een bijdrage van`).
fn head_of(before: &str) -> String {
    let clause = last_clause(before).trim_start_matches(|first: char| !first.is_alphanumeric());
    let all = without_times(clause);
    let verb = all.iter().position(|word| is_verb(word.text)).filter(|&at| at > 0);
    let head = verb.and_then(|verb| {
        let (subject, object) = (&all[..verb], &all[verb + 1..]);
        let acts = is_agent(subject) || !is_noun_phrase(subject);
        // That there is an advantage says less than what it comes from.
        named(if acts { object } else { subject }).filter(|head| !acts || mark_of(head).is_none())
    });
    head.or_else(|| named(&all)).unwrap_or_default()
}

/// The words that name something, without those around them that only lead to it; none where nothing is left.
fn named(part: &[Word<'_>]) -> Option<String> {
    let says_nothing = |word: &Word<'_>| is_lead(word.text) || is_linking(word.text);
    let leads = |word: &Word<'_>| says_nothing(word) || is_verb(word.text) || is_agent(&[*word]);
    let start = part.iter().position(|word| !says_nothing(word) && !is_agent(&[*word]))?;
    let end = part.iter().rposition(|word| !leads(word))? + 1;
    let part = part.get(start..end).filter(|part| !part.is_empty())?;
    Some(joined(&part[part.len().saturating_sub(MOST_WORDS)..]))
}

/// How many words a description has at most.
const MOST_WORDS: usize = 8;

fn joined(part: &[Word<'_>]) -> String {
    part.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

/// The last words before an amount, as they stand.
fn last_words(before: &str) -> String {
    let all: Vec<Word<'_>> = words(last_clause(before)).collect();
    joined(&all[all.len().saturating_sub(MOST_WORDS)..])
}

/// The words of a clause without what only says when: `in 2031`, `over dit jaar`.
fn without_times(clause: &str) -> Vec<Word<'_>> {
    let mut kept: Vec<Word<'_>> = Vec::new();
    for word in words(clause) {
        let is_time = scan::year(word.text).is_some() || folded(word.text) == "jaar";
        if !is_time {
            kept.push(word);
            continue;
        }
        while kept.last().is_some_and(|last| {
            matches!(folded(last.text).as_str(), "in" | "over" | "voor" | "vanaf" | "dit" | "het" | "per" | "elk")
        }) {
            kept.pop();
        }
    }
    kept
}

/// Words between a noun and its amount, which say nothing of what it is of.
fn is_lead(word: &str) -> bool {
    const LEADS: &str = "van met tot op naar voor ad à a ruim circa ca ongeveer zo'n bijna maximaal minimaal totaal in is \
        zijn was bedraagt bedragen een bedrag het de dit dat deze rond afgerond slechts nog ook om te uit \
        door aan jaarlijks structureel incidenteel tussen nodig";
    is_one_of(LEADS, word)
}

/// Whether a word, its case ignored, is one of a list.
fn is_one_of(list: &str, word: &str) -> bool {
    let word = folded(word);
    list.split(' ').any(|listed| listed == word)
}

/// Words that tie a sentence to the one before it.
fn is_linking(word: &str) -> bool {
    const LINKING: &str = "of daarnaast daarom verder dus hierdoor daardoor hiervoor daarvoor hiervan daarvan waarvan waarbij en \
        maar";
    is_one_of(LINKING, word)
}

/// Verbs that stand between what an amount is of and the amount.
fn is_verb(word: &str) -> bool {
    const VERBS: &str = "blijft ontstaat resteert is zijn was waren wordt worden werd bedraagt bedragen stijgt stijgen steeg daalt dalen daalde groeit \
        groeien loopt lopen ligt liggen komt komen kwam kost kostte kostten valt vallen gaat gaan neemt \
        nemen heeft hebben krijgt krijgen ontvangt betaalt betalen ramen verwachten verwacht bouwen stellen \
        kent gewijzigd verhoogd verlaagd";
    is_one_of(VERBS, word)
}

/// Who acts: then the amount is of what they act on.
fn is_agent(subject: &[Word<'_>]) -> bool {
    const AGENTS: &str = "wij we gemeente college raad er dit dat het zij ze daarvoor";
    subject.last().is_some_and(|last| is_one_of(AGENTS, last.text))
}

fn is_noun_phrase(subject: &[Word<'_>]) -> bool {
    const MOST_WORDS: usize = 10;
    let determined =
        |word: &Word<'_>| matches!(folded(word.text).as_str(), "de" | "het" | "een" | "deze" | "dit" | "onze" | "ons");
    subject.len() <= MOST_WORDS
        && subject.first().is_some_and(|first| determined(first) || !scan::words::is_small_word(first.text))
}

/// The phrase right behind an amount that says what it is of: `€ 5 voor de sportvelden`.
fn phrase_behind(behind: &str) -> String {
    let stop = behind.find([',', '.', ';', '(', ')', '\n', ':']).unwrap_or(behind.len());
    named(&without_times(&behind[..stop])).unwrap_or_default()
}

/// Where amendments print what they replace: from `Was` up to `Wordt`.
pub(super) fn replaced(page: &crate::read::page::Page<'_>) -> Vec<Span> {
    const MOST_BLOCKS: usize = 60;
    let mut found = Vec::new();
    let mut was: Option<(usize, Span)> = None;
    for (at, block) in page.blocks.iter().enumerate() {
        match labels::said(page.words(block.span)) {
            Some(Said::Was) => was = Some((at, block.span)),
            Some(Said::Becomes) => {
                let from = was.take().filter(|(from, _)| at - from <= MOST_BLOCKS);
                found.extend(from.map(|(_, from)| Span { start: from.start, end: block.span.start }));
            }
            None => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::{read::read, source::Source};

    /// Figures of a sentence as `row | year | kind | euros mark permanence status`.
    fn check(sentence: &str, expected: &[&str]) {
        let text = format!("Begroting 2031\n\n{sentence}");
        let shown = |word: Option<String>| word.map_or(String::new(), |word| format!(" {word}"));
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let found: Vec<_> = document
            .figures
            .iter()
            .map(|figure| {
                let year = figure.year.map_or("-".to_owned(), |year| year.to_string());
                let mark = shown(figure.mark.map(|mark| format!("{mark:?}")));
                let permanence = shown(figure.permanence.map(|permanence| format!("{permanence:?}")));
                let status = shown(figure.status.map(|status| format!("{status:?}")));
                format!("{} | {year} | {:?} | {}{mark}{permanence}{status}", figure.row, figure.kind, figure.euros)
            })
            .collect();
        assert_eq!(found, expected, "{sentence}");
    }

    #[test]
    fn what_an_amount_is_of() {
        check("De groei van de baten met € 1,7 mln. komt door de haven.", &["groei van de baten | 2031 | Income | 1700000"]);
        check("Het tekort op afval loopt op tot € 0,15 miljoen.", &["tekort op afval | 2031 | Balance | 150000 Unfavourable"]);
        check("We bouwen een school in de wijk voor € 9,6 miljoen.", &["school in de wijk | 2031 | Other | 9600000"]);
        check("In 2032 ramen wij € 5 voor de sportvelden.", &["sportvelden | 2032 | Other | 5"]);
        check("De post onvoorzien van € 75.000 is er nog.", &["post onvoorzien | 2031 | Other | 75000"]);
        check(
            "De oorzaken zijn:\n- een hogere bijdrage aan de Zon: € 142.000 nadelig;\n- meer leges: € 85.500 voordelig.",
            &[
                "hogere bijdrage aan de Zon | 2031 | Balance | 142000 Unfavourable",
                "meer leges | 2031 | Balance | 85500 Favourable",
            ],
        );
        check(
            "De verkiezing kostte meer: een nadeel van € 42.500, waarvan € 15.000 structureel nadelig.",
            &["nadeel | 2031 | Balance | 42500 Unfavourable", "nadelig | 2031 | Balance | 15000 Unfavourable Structural"],
        );
        check(
            "Het voorstel is om € 1,2 miljoen aan de algemene reserve toe te voegen.",
            &["voorstel | 2031 | Reserve | 1200000"],
        );
    }

    #[test]
    fn a_scale_alone_is_money_where_the_text_speaks_of_it() {
        check("De opbrengst van grond gaat met 4 ton omlaag.", &["opbrengst van grond | 2031 | Other | 400000"]);
        check("Dat kost 3 ton.", &["Dat kost | 2031 | Other | 300000"]);
    }

    #[test]
    fn from_which_year_it_comes_back() {
        check("Het zwembad kost € 50.000 structureel vanaf 2032.", &["zwembad | 2032 | Other | 50000 Structural"]);
        check("Het zwembad kost vanaf 2033 structureel € 50.000.", &["zwembad | 2033 | Other | 50000 Structural"]);
        check("Incidenteel is € 5.000 nodig in 2032.", &["Incidenteel is | 2032 | Other | 5000 Incidental"]);
        check("Het zwembad kost € 5 per jaar met ingang van 2032.", &["zwembad | 2032 | Other | 5"]);
    }

    #[test]
    fn marks_stand_with_their_own_amount() {
        check(
            "Een voordeel van € 5 staat tegenover een uitgave van € 6.",
            &["voordeel | 2031 | Balance | 5 Favourable", "staat tegenover een uitgave | 2031 | Other | 6"],
        );
        check("Om het tekort te dekken lenen wij € 5.", &["tekort te dekken lenen | 2031 | Other | 5"]);
        check(
            "Per saldo is er een nadelig resultaat van € 0,4 mln.",
            &["nadelig resultaat | 2031 | Balance | 400000 Unfavourable"],
        );
    }

    #[test]
    fn what_an_amendment_replaced() {
        check(
            "Het bedrag € 5 wordt gewijzigd in € 6.",
            &["Het bedrag | 2031 | Other | 5 Superseded", "Het bedrag | 2031 | Other | 6"],
        );
        check("Het budget is € 6 in plaats van € 5.", &["budget | 2031 | Other | 6", "budget | 2031 | Other | 5 Superseded"]);
        check(
            "WAS:\n\nHet budget is € 5.\n\nWORDT:\n\nHet budget is € 6.",
            &["budget | 2031 | Other | 5 Superseded", "budget | 2031 | Other | 6"],
        );
        check("De bijdrage stijgt van € 5 naar € 6.", &["bijdrage | 2031 | Other | 5", "bijdrage | 2031 | Other | 6"]);
        check(
            "Post\tWas 2031\tWordt 2031\nWonen\t8.412\t8.337\nZorg\t8.412\t8.337\n",
            &[
                "Wonen | 2031 | Other | 8412 Superseded",
                "Wonen | 2031 | Other | 8337",
                "Zorg | 2031 | Other | 8412 Superseded",
                "Zorg | 2031 | Other | 8337",
            ],
        );
    }

    #[test]
    fn what_is_no_money() {
        for sentence in [
            "Bel 030 123 45 67 of kom naar de balie.",
            "Artikel 212 en artikel 213a gelden voor 3 ton afval.",
            "IBAN NL00 BANK 0123 4567 89 op 4 juli 2031.",
            "Er komen 2 miljoen bezoekers en 18.000 reizigers, postcode 1234 AB.",
            "Wij maken anderhalf miljoen over en slopen 3 ton steen.",
        ] {
            check(sentence, &[]);
        }
    }

    #[test]
    fn scales_in_words() {
        check("Dat kost € 5,5\nmiljoen per jaar.", &["Dat kost | 2031 | Other | 5500000"]);
        check(
            "Dat is tussen € 7,5 en € 9,2 miljoen.",
            &["Dat is tussen | 2031 | Other | 7500000", "Dat is tussen | 2031 | Other | 9200000"],
        );
        check("Het kost k€ 12 of 24 duizend euro.", &["Het kost | 2031 | Other | 12000", "Het kost | 2031 | Other | 24000"]);
        check("Het krediet is € 100.000 à € 150.000.", &["krediet | 2031 | Other | 100000", "krediet | 2031 | Other | 150000"]);
    }

    #[test]
    fn records_are_rows() {
        let text = "Begroting 2031\n\nNaam: Stichting Zon\nVestigingsplaats: Voorbeeldstad\nBijdrage 2032: € 411.000\nResultaat: € 5\n\nWonen\n\nBijdrage: € 6\n";
        let document = read(&Source::from_bytes("a", text.as_bytes()));
        let found: Vec<_> =
            document.figures.iter().map(|figure| (figure.row.as_str(), figure.column.as_deref(), figure.year)).collect();
        let zon = "Stichting Zon";
        assert_eq!(
            found,
            [(zon, Some("Bijdrage 2032"), Some(2032)), (zon, Some("Resultaat"), Some(2031)), ("Bijdrage", None, Some(2031))]
        );
    }
}
