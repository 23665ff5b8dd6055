//! The parties that form the coalition.
//!
//! A text says who they are in a sentence (`gesloten door A, B en C`), in a list, by a heading over each one's portfolios,
//! or below its last line (`Namens de fractie van A`). Local parties are known by the company that they keep.

use super::{page::Page, partners::is_national_party, sentences::sentences};
use crate::{
    blocks::Form,
    scan::words::{Word, folded, just_behind, words},
    source::{Span, Spanned},
};

/// Where a name begins and ends.
type Range = (usize, usize);

/// The parties, by the first of the ways to tell them that the text uses.
pub(super) fn parties(page: &Page<'_>) -> Vec<Spanned<String>> {
    let in_sentences = said(page).or_else(|| agreed(page));
    let in_lines = || listed(page).or_else(|| titled(page)).or_else(|| over_portfolios(page)).or_else(|| signed(page));
    let found = in_sentences.or_else(in_lines).unwrap_or_default();
    let mut parties: Vec<Spanned<String>> = Vec::new();
    for span in found {
        if parties.len() < MOST_PARTIES && !parties.iter().any(|known| known.value == page.words(span)) {
            parties.push(Spanned::new(page.words(span).to_owned(), span));
        }
    }
    parties
}

/// No council has more seats than 45; who lists more parties is hostile.
const MOST_PARTIES: usize = 45;

/// Words that a list of the parties stands behind. The first of them may end a longer word (`coalitieakkoord van`).
const OPENINGS: [&[&str]; 19] = [
    &["gesloten", "door"],
    &["gesloten", "tussen"],
    &["coalitie", "van"],
    &["coalitie", "tussen"],
    &["coalitie", "met"],
    &["coalitie", "bestaat", "uit"],
    &["coalitie", "bestaande", "uit"],
    &["coalitie", "gevormd", "door"],
    &["coalitie", "wordt", "gevormd", "door"],
    &["akkoord", "van"],
    &["akkoord", "tussen"],
    &["akkoord"],
    &["college", "van"],
    &["college", "bestaat", "uit"],
    &["coalition", "of"],
    &["coalition", "between"],
    &["coalition", "with"],
    &["coalitie"],
    &["partijen"],
];

/// The word for the parties themselves: whatever is listed behind it is one.
const CALLED_SO: [&str; 4] = ["coalitiepartijen", "coalitiepartners", "coalitiefracties", "coalitiegenoten"];

/// A list in a sentence, behind words that open it.
fn said(page: &Page<'_>) -> Option<Vec<Span>> {
    page.written().filter(|&span| speaks_of_coalition(page.words(span))).find_map(|span| {
        let text = page.words(span);
        let all: Vec<Word<'_>> = words(text).collect();
        (0..all.len()).find_map(|at| {
            let (end, called_so) = opening_at(&all, at)?;
            let list = names(text, end);
            let known = list.iter().any(|&(from, to)| is_national_party(&text[from..to]));
            let agreement = || all.iter().any(|word| is_agreement(word.text));
            (list.len() >= 2 && (called_so || known || agreement()))
                .then(|| list.into_iter().map(|(from, to)| span.part(from, to)).collect())
        })
    })
}

/// The words for an agreement between parties: whoever made one with another is a party.
fn is_agreement(word: &str) -> bool {
    matches!(
        folded(word).as_str(),
        "coalitieakkoord" | "bestuursakkoord" | "collegeakkoord" | "raadsakkoord" | "coalitieprogramma"
    )
}

/// Spares the reader a closer look at most of a text.
fn speaks_of_coalition(text: &str) -> bool {
    ["oalitie", "kkoord", "ollege", "oalition", "esloten", "OALITIE", "KKOORD"].iter().any(|part| text.contains(part))
}

/// Where the words end that open a list, and whether they call the listed ones coalition parties.
fn opening_at(all: &[Word<'_>], at: usize) -> Option<(usize, bool)> {
    let first = folded(all[at].text);
    if CALLED_SO.contains(&first.as_str()) {
        return Some((all[at].end(), true));
    }
    let fits = |opening: &&&[&str]| {
        let follow = || opening.iter().skip(1).zip(all[at + 1..].iter().map(|word| folded(word.text)));
        opening.first().is_some_and(|word| first.ends_with(word))
            && all.len() - at >= opening.len()
            && follow().all(|(wanted, word)| *wanted == word)
    };
    let opening = OPENINGS.iter().find(fits)?;
    let is_short = opening.len() == 1 && first != "coalitie" && !is_agreement(&first);
    (!is_short).then(|| (all[at + opening.len() - 1].end(), false))
}

/// The items or lines below a line that ends in `coalitiepartijen:`, or below a heading `Coalitie`.
fn listed(page: &Page<'_>) -> Option<Vec<Span>> {
    let introduces = |span: Span| {
        let words = folded(page.words(span));
        let bare = words.trim_end_matches(':');
        let ends = CALLED_SO.iter().any(|word| bare.ends_with(word));
        (ends && (bare.len() < words.len() || bare.split(' ').count() <= 3)) || matches!(bare, "coalitie" | "de coalitie")
    };
    let named = |at: usize| {
        let lines = page.after(at).map_while(|block| match block.form {
            Form::Item(item) => Some(item.text),
            Form::Heading if name_length(page.words(block.span)) == block.span.len() => Some(block.span),
            _ => None,
        });
        let parties = lines.take(MOST_PARTIES).map(|line| line.part(0, party_at_begin(page.words(line))));
        let list: Vec<Span> = parties.collect();
        let is_item = page.after(at).next().is_some_and(|block| matches!(block.form, Form::Item(_)));
        let known = list.iter().any(|&line| is_national_party(page.words(line)));
        let whole = list.iter().all(|line| !line.is_empty());
        (list.len() >= 2 && whole && (known || is_item)).then_some(list)
    };
    let blocks = page.blocks.iter().enumerate().filter(|(_, block)| introduces(block.span));
    blocks.map(|(at, _)| at).find_map(named)
}

/// A line's party, without what stands behind it: seats in brackets, a person.
fn party_at_begin(line: &str) -> usize {
    name_length(line)
}

/// The headings over the portfolios of each party's aldermen, or the parties in brackets behind their names.
fn over_portfolios(page: &Page<'_>) -> Option<Vec<Span>> {
    let lines = portfolio_lines(page);
    let mut found: Vec<Span> = lines.iter().copied().filter(|&line| is_party(page.words(line))).collect();
    if found.is_empty() {
        let alderman = |line: &&Span| folded(page.words(**line)).contains("wethouder");
        found = lines.iter().filter(alderman).filter_map(|&line| in_brackets(page, line)).collect();
    }
    let known = found.iter().any(|&span| is_national_party(page.words(span)));
    (found.len() >= 2 && known).then_some(found)
}

/// The lines of a list of portfolios: what stands below a heading for them, as far as running text.
pub(super) fn portfolio_lines(page: &Page<'_>) -> Vec<Span> {
    const LEAST_BYTES_OF_TEXT: usize = 120;
    const MOST_WORDS_OF_HEADING: usize = 8;
    let heads = |span: Span| {
        let words = page.words(span);
        words.contains("ortefeuille") && words.split_whitespace().count() <= MOST_WORDS_OF_HEADING && !words.ends_with('.')
    };
    let Some(at) = page.lines_alone().find(|(_, span)| heads(*span)).map(|(at, _)| at) else { return Vec::new() };
    let spans = page.after(at).map_while(|block| match block.form {
        Form::Item(item) => Some(item.text),
        Form::Paragraph if block.span.len() >= LEAST_BYTES_OF_TEXT && is_text(page.words(block.span)) => None,
        _ => Some(block.span),
    });
    spans.flat_map(|span| page.words(span).lines().map(move |line| span.inside(page.words(span), line.trim()))).collect()
}

/// Whether words are a sentence or more, not a long line of topics.
fn is_text(words: &str) -> bool {
    words.ends_with(['.', ':']) || words.contains(". ")
}

/// A party of the national parliament, or a local one by its form.
fn is_party(line: &str) -> bool {
    is_national_party(line) || (name_length(line) == line.len() && has_form_of_local_party(line))
}

/// One word that a party's name may begin with.
fn has_form_of_party_word(word: &str) -> bool {
    name_length(word) == word.len() && has_form_of_local_party(word)
}

/// Words that local parties bear, or a capital within one word (`VoorMeerstad`).
fn has_form_of_local_party(name: &str) -> bool {
    const MOST_WORDS: usize = 5;
    const WORDS: [&str; 12] = [
        "lokaal",
        "leefbaar",
        "belangen",
        "belang",
        "partij",
        "lijst",
        "stadspartij",
        "dorpspartij",
        "fractie",
        "onafhankelijk",
        "liberaal",
        "democraten",
    ];
    let all: Vec<Word<'_>> = words(name).collect();
    let has_word = all.iter().any(|word| WORDS.iter().any(|part| folded(word.text).ends_with(part)));
    let inner = all.len() == 1
        && name.contains(char::is_lowercase)
        && name.chars().all(char::is_alphanumeric)
        && name.chars().skip(1).any(char::is_uppercase);
    all.len() <= MOST_WORDS && (has_word || inner)
}

/// `Wethouder A. Jansen (VVD)`.
fn in_brackets(page: &Page<'_>, line: Span) -> Option<Span> {
    let text = page.words(line);
    text.match_indices('(').find_map(|(open, _)| {
        let inner = text[open + 1..].split(['(', ')']).next()?;
        is_party(inner).then(|| line.inside(text, inner))
    })
}

/// The lines that sign an agreement: `Namens de fractie van A`, `B. Bos, fractievoorzitter A`.
fn signed(page: &Page<'_>) -> Option<Vec<Span>> {
    let is_agreement = page.written().any(|span| page.words(span).contains("oalitie"));
    let lines = || page.written().flat_map(|span| page.words(span).lines().map(move |line| span.inside(page.words(span), line)));
    let found: Vec<Span> = if is_agreement { lines().filter_map(|line| signing(page, line)).collect() } else { Vec::new() };
    let known = found.iter().any(|&span| is_national_party(page.words(span)));
    (found.len() >= 2 && known).then_some(found)
}

/// The party that a line signs for.
fn signing(page: &Page<'_>, line: Span) -> Option<Span> {
    const SIGNS: [&str; 7] = [
        "namens de fractie van ",
        "namens de ",
        "namens ",
        "de fractie van ",
        "fractie ",
        "fractievoorzitter van ",
        "fractievoorzitter ",
    ];
    const MOST_WORDS: usize = 9;
    let text = page.words(line);
    if text.split_whitespace().count() > MOST_WORDS || text.ends_with('.') {
        return None;
    }
    let start = SIGNS.iter().find_map(|sign| {
        let at = crate::scan::words::find_words(text, sign.trim_end())?;
        text[at..].get(sign.len()..).map(|rest| text.len() - rest.len())
    })?;
    let rest = text[start..].trim_start_matches("de ").trim_start_matches("het ");
    let length = name_length(rest.strip_suffix("-fractie").unwrap_or(rest));
    (length > 0).then(|| line.inside(text, &rest[..length]))
}

/// A list of parties in a sentence that says that they agreed.
fn agreed(page: &Page<'_>) -> Option<Vec<Span>> {
    let spans = page.written().filter(|&span| speaks_of_coalition(page.words(span)) || page.words(span).contains("agreed"));
    spans.flat_map(|span| sentences(page.text, span)).find_map(|sentence| {
        let text = page.words(sentence);
        let all: Vec<Word<'_>> = words(text).collect();
        let starts = all.iter().filter(|word| is_national_party(word.text) || has_form_of_party_word(word.text));
        let first = names(text, 0);
        let list = starts.map(|word| list_around(text, &first, word.start)).find(|list| list.len() >= 2)?;
        let known = list.iter().filter(|&&(from, to)| is_national_party(&text[from..to])).count();
        let end = list.last().map_or(0, |last| last.1);
        (known >= 1 && says_that_they_agree(&all, end))
            .then(|| list.into_iter().map(|(from, to)| sentence.part(from, to)).collect())
    })
}

/// The list that a party stands in: the one that the text begins with, which a local party may open, or one that it opens.
fn list_around(text: &str, first: &[Range], start: usize) -> Vec<Range> {
    let is_in_first = first.len() >= 2 && first.binary_search_by_key(&start, |range| range.0).is_ok();
    if is_in_first { first.to_vec() } else { names(text, start) }
}

/// Whether the words right behind the list say so, or those of the whole sentence do, and nothing speaks of others.
fn says_that_they_agree(all: &[Word<'_>], end: usize) -> bool {
    const AGREE: [&str; 9] =
        ["vormen", "gevormd", "sluiten", "sloten", "gesloten", "ondertekend", "ondertekenden", "agreed", "form"];
    const OTHERS: [&str; 7] = ["oppositie", "zetels", "opposition", "seats", "verkiezingen", "tegen", "amendement"];
    const NEAR_WORDS: usize = 2;
    let is = |word: &Word<'_>, list: &[&str]| list.contains(&folded(word.text).as_str());
    let coalition = all.iter().any(|word| {
        let word = folded(word.text);
        word.contains("coalitie") || word.contains("coalition") || word.contains("akkoord") || word == "agreed"
    });
    let right_behind = all.iter().filter(|word| word.start >= end).take(NEAR_WORDS).any(|word| is(word, &AGREE));
    let anywhere = || all.iter().any(|word| is(word, &AGREE)) && !all.iter().any(|word| is(word, &OTHERS));
    coalition && (right_behind || anywhere())
}

/// A line near the begin of an agreement that holds nothing but its parties: `A - B - C`.
fn titled(page: &Page<'_>) -> Option<Vec<Span>> {
    const MOST_BLOCKS: usize = 12;
    let near = page.blocks.get(..MOST_BLOCKS).unwrap_or(page.blocks);
    let is_agreement = near.iter().any(|block| folded(page.words(block.span)).contains("akkoord"));
    let lines = near.iter().flat_map(|block| {
        let words = page.words(block.span);
        words.lines().map(move |line| block.span.inside(words, line.trim()))
    });
    lines.filter(|_| is_agreement).find_map(|line| {
        let text = page.words(line);
        let list = names(text, 0);
        let known = list.iter().any(|&(from, to)| is_national_party(&text[from..to]));
        let whole = list.last().is_some_and(|last| last.1 == text.len());
        (list.len() >= 2 && known && whole).then(|| list.into_iter().map(|(from, to)| line.part(from, to)).collect())
    })
}

/// The names of a list from `start` on: between commas and "en", each beginning with a capital or holding a digit.
fn names(text: &str, start: usize) -> Vec<Range> {
    let mut names = Vec::new();
    let mut at = start;
    loop {
        at = behind_joints(text, at);
        let length = name_length(&text[at..]);
        if length == 0 {
            return names;
        }
        names.push((at, at + length));
        at = behind_brackets(text, at + length);
        let rest = &text[at..];
        let goes_on = rest.starts_with([',', '\n'])
            || [" en ", " and ", " & ", " + ", " - ", " – "].iter().any(|joint| rest.starts_with(joint));
        if !goes_on {
            return names;
        }
    }
}

/// Behind what stands between two names of a list: commas, "en", articles.
fn behind_joints(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text[at..].trim_start_matches([' ', ':', ',', '\u{a0}', '\n', '&', '+', '-', '–']);
        let joint = ["en ", "and ", "de ", "het "].iter().find_map(|joint| rest.strip_prefix(joint));
        let next = text.len() - joint.unwrap_or(rest).len();
        if next == at {
            return at;
        }
        at = next;
    }
}

/// Behind the seats or the leader in brackets after a name.
fn behind_brackets(text: &str, at: usize) -> usize {
    const LONGEST_BYTES: usize = 60;
    let near = just_behind(text, at, LONGEST_BYTES);
    let bracket = near.strip_prefix(" (").and_then(|inner| inner.find(')'));
    bracket.map_or(at, |close| at + 2 + close + 1)
}

/// Length of one name: its first word has a capital or a digit; others follow while they do too, or stand between two that
/// do (`Partij van de Arbeid`), and one numeral in lower case may close it (`Voorbeeldstad één`).
fn name_length(text: &str) -> usize {
    const MOST_WORDS: usize = 7;
    let (mut start, mut end, mut small) = (0, 0, 0);
    for word in text.split_inclusive([' ', '\n']).take(MOST_WORDS) {
        let bare = word.trim_end_matches([' ', '\n', ',', '.', ';', ':', '!', ')']);
        let upright = bare.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
        let between = end > 0 && matches!(bare, "van" | "voor" | "de" | "het" | "der") && word.trim_end().len() == bare.len();
        if bare.is_empty()
            || bare == "en"
            || is_year(bare)
            || (!upright && !between && (end == 0 || !is_numeral(bare) || small > 0))
        {
            break;
        }
        small += usize::from(!upright && !between);
        if !between {
            end = start + bare.len();
        }
        start += word.len();
        if word.trim_end().len() > bare.len() || word.ends_with('\n') {
            break;
        }
    }
    end
}

/// `2022-2026` behind the last name is no part of it.
fn is_year(word: &str) -> bool {
    word.len() >= 4 && word.bytes().take(4).all(|byte| byte.is_ascii_digit())
}

/// Numerals close the names of local parties.
fn is_numeral(word: &str) -> bool {
    matches!(word, "één" | "een" | "1" | "plus" | "nu" | "lokaal" | "centraal" | "samen" | "vooruit" | "anders")
}

#[cfg(test)]
mod tests {
    use crate::{read::read, source::Source};

    fn check(text: &str, expected: &[&str]) {
        let source = Source::from_bytes("a", text.as_bytes());
        let parties = read(&source).coalition_parties;
        let found: Vec<_> = parties.iter().map(|party| source.cut(party.span)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_list_behind_the_word() {
        check(
            "Op weg\n\nDaarom willen de coalitiepartijen Dorpslijst Voorbeeldstad, ABC, Groen Dorp en Voorbeeldstad één graag bouwen.",
            &["Dorpslijst Voorbeeldstad", "ABC", "Groen Dorp", "Voorbeeldstad één"],
        );
        check("Akkoord\n\nDe coalitiepartijen:\n- ABC\n- Dorp nu\n\nWij bouwen.", &["ABC", "Dorp nu"]);
        check("Coalitieakkoord 2022 - 2026, gesloten door ABC, DEF en GHI.", &["ABC", "DEF", "GHI"]);
    }

    #[test]
    fn a_list_behind_words_of_agreement() {
        for text in [
            "Coalitieakkoord 2022-2026, gesloten door ABC, VVD en D66.",
            "Het college van ABC, VVD en D66 bestuurt de stad.",
            "De coalitie bestaat uit ABC, VVD en D66.",
            "De coalitie wordt gevormd door ABC (7 zetels), VVD (5) en D66 (3).",
            "Een coalitie van ABC, de VVD en D66 ging aan de slag.",
            "Coalitieakkoord ABC, VVD en D66 2022-2026",
            "Coalitieakkoord van ABC, VVD en D66",
            "Bestuursakkoord 2022-2026\n\nABC - VVD - D66\n\nWij bouwen.",
            "ABC, VVD en D66 vormen samen de coalitie, met 19 van de 31 zetels.",
        ] {
            check(text, &["ABC", "VVD", "D66"]);
        }
    }

    #[test]
    fn parties_in_english() {
        check("A coalition of GroenLinks, D66 and PvdA will govern the city.", &["GroenLinks", "D66", "PvdA"]);
        check("CDA, VVD, D66 and SP have agreed to build, he said.", &["CDA", "VVD", "D66", "SP"]);
        check("The GroenLinks and D66 parties lost seats in the elections.", &[]);
    }

    #[test]
    fn headings_over_portfolios() {
        check(
            "Coalitieakkoord\n\nBijlage: portefeuilleverdeling\n\nVoorMeerstad\nWonen\nSport\nGroenLinks\nMilieu – RUD\nWMO\nPvdA\nVerkeer\n\
             Burgemeester\nVeiligheid\n",
            &["VoorMeerstad", "GroenLinks", "PvdA"],
        );
        check(
            "Coalitieakkoord\n\nPortefeuilles\n\nWethouder A. Bos (VVD)\nFinanciën\nWethouder B. Vos (Lokaal Meerstad)\nZorg\n",
            &["VVD", "Lokaal Meerstad"],
        );
    }

    #[test]
    fn names_below_the_agreement() {
        check(
            "Coalitieakkoord\n\nWij gaan aan de slag.\n\nNamens de fractie van de VVD\nA. Bos\n\nNamens de fractie van Leefbaar Meerstad\nB. Vos\n",
            &["VVD", "Leefbaar Meerstad"],
        );
        check(
            "Coalitie\n\n- VVD\n- Gemeentebelangen Meerstad\n- Partij van de Arbeid\n",
            &["VVD", "Gemeentebelangen Meerstad", "Partij van de Arbeid"],
        );
    }

    #[test]
    fn others_are_no_coalition() {
        for text in [
            "SP en GroenLinks kozen voor een rol in de oppositie tegen de coalitie.",
            "Zetelverdeling: VVD 5, CDA 4, D66 3 zetels.",
            "De VVD, het CDA en D66 dienden een motie in over het Klimaatakkoord.",
            "Amendement GL PvdA VVD: riool",
            "De overeenkomst is gesloten door Zonwater, Maanbank en de gemeente.",
            "Het akkoord van Parijs en Kyoto geldt.",
            "Het college van Burgemeester en Wethouders besluit.",
            "In de raad zitten VVD (5 zetels), CDA (4 zetels) en D66 (3 zetels); de coalitie heeft 9 zetels.",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn no_list_no_parties() {
        check("De coalitiepartijen willen bouwen.", &[]);
        check("De wens van de coalitiepartijen. Die is mooi.", &[]);
    }
}
