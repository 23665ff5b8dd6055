//! Characters that people do not see, and the same letter written in two ways.
//!
//! What is taken out or put together here looks the same afterwards, so that a word is found however its program wrote it.

/// A text without hidden characters, with composed accents and with line feeds for the rarer line ends.
pub(super) fn tidy(text: String) -> String {
    if text.chars().any(needs_tidying) { tidied(&text) } else { text }
}

fn needs_tidying(character: char) -> bool {
    is_hidden(character) || is_rare_line_end(character) || is_accent(character)
}

fn tidied(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for character in text.chars().filter(|&character| !is_hidden(character)) {
        let composed = tidy.chars().next_back().filter(|_| is_accent(character)).and_then(|letter| composed(letter, character));
        if composed.is_some() {
            tidy.pop();
        }
        tidy.push(composed.unwrap_or(if is_rare_line_end(character) { '\n' } else { character }));
    }
    tidy
}

/// Soft hyphens, spaces without width, marks of direction. The joiner stays, for signs that are made of several.
fn is_hidden(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// A vertical tab (a new line in a paragraph of Word), and the line ends of other systems.
fn is_rare_line_end(character: char) -> bool {
    matches!(character, '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// A letter with its accent as one character.
fn composed(letter: char, accent: char) -> Option<char> {
    let pairs = match accent {
        '\u{300}' => "AÀEÈIÌOÒUÙaàeèiìoòuù",
        '\u{301}' => "AÁCĆEÉIÍNŃOÓUÚYÝaácćeéiínńoóuúyý",
        '\u{302}' => "AÂEÊIÎOÔUÛaâeêiîoôuû",
        '\u{303}' => "AÃNÑOÕaãnñoõ",
        '\u{308}' => "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ",
        '\u{30a}' => "AÅaå",
        '\u{30c}' => "CČSŠZŽcčsšzž",
        '\u{327}' => "CÇSŞcçsş",
        _ => "",
    };
    let mut pairs = pairs.chars();
    while let (Some(plain), Some(composed)) = (pairs.next(), pairs.next()) {
        if plain == letter {
            return Some(composed);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(tidy(text.to_owned()), expected, "{text:?}");
    }

    #[test]
    fn hidden_characters_go() {
        check("ge\u{ad}meen\u{200b}te\u{feff}", "gemeente");
        check("Lasten\u{200e} 12", "Lasten 12");
    }

    #[test]
    fn what_people_see_stays() {
        check("€\u{a0}1\u{202f}000\r\nBaten\rSaldo\u{c}", "€\u{a0}1\u{202f}000\r\nBaten\rSaldo\u{c}");
        check("👩\u{200d}🚒", "👩\u{200d}🚒");
    }

    #[test]
    fn rare_line_ends_become_line_feeds() {
        check("een\u{b}twee\u{2028}drie\u{85}vier", "een\ntwee\ndrie\nvier");
    }

    #[test]
    fn accents_become_part_of_their_letter() {
        check("coe\u{308}fficie\u{308}nt cafe\u{301} Curac\u{327}ao", "coëfficiënt café Curaçao");
        check("x\u{308} \u{301}", "x\u{308} \u{301}");
        check("e\u{ad}\u{301}", "é");
    }
}
