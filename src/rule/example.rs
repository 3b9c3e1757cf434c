//! Sentences to learn from, one for each kind, shown to whoever went wrong in the middle of one.

use super::parse::Token;
use super::symbol::OPENINGS;

/// Advice by example: a sentence of the kind that the writer was in the middle of, after these words.
pub(super) fn example(understood: &[Token<'_>]) -> String {
    // A word opens a sentence at the beginning and after whatever joins; `no` may also be a value.
    let joins = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| understood.get(at)).map(|token| token.text);
        matches!(before, None | Some("and" | "or" | "not" | "(" | ","))
    };
    let opening = (0..understood.len()).rev().filter(|at| joins(*at)).find_map(|at| {
        let text = understood.get(at)?.text;
        OPENINGS.iter().any(|opening| opening.split(' ').next() == Some(text)).then_some(at)
    });
    match opening.and_then(|at| understood.get(at..)) {
        Some(sentence) => format!("for example: `{}`", alike(sentence)),
        None => {
            "a sentence begins with `some provision on`, `every provision on`, `no provision on`, `provisions on`, \
                 `party to`, `signatory to`, `law on`, `policy on` or `at least`"
                .to_owned()
        }
    }
}

/// A whole sentence that begins like this one.
fn alike(sentence: &[Token<'_>]) -> &'static str {
    let has = |word: &str| sentence.iter().any(|token| token.text == word);
    match sentence.first().map_or("", |token| token.text) {
        "provisions" => "provisions on exploitation-offence together cover forms {slavery, servitude}",
        "party" | "signatory" if has("without") => "party to crc without reservation to \"16\"",
        "party" => "party to palermo-protocol",
        "signatory" => "signatory to palermo-protocol",
        "law" | "policy" if has("kind") => "policy of kind plan on trafficking-in-persons",
        "law" | "policy" if has("at") => "law on child-labour at provincial or district level",
        "law" => "law on child-labour",
        "policy" => "policy on child-labour",
        "at" => "at least 2 of (party to c29, party to c105, party to c182)",
        _ if has("covers") => "some provision on trafficking-definition covers acts {recruitment, transfer}",
        _ if has("includes") => "some provision on child-detention where reason includes immigration",
        "no" => "no provision on child-detention has last-resort = no",
        "every" => "every provision on child-definition has age-below >= 18",
        _ => "some provision on child-definition has age-below >= 18",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_opening_leads_to_an_example_that_begins_with_it() {
        for opening in OPENINGS {
            let tokens = Token::all(opening);
            assert!(alike(&tokens).starts_with(opening), "{opening}");
        }
    }

    #[test]
    fn the_sentence_one_is_in_the_middle_of_decides() {
        let after = |text| example(&Token::all(text));
        assert_eq!(after("some provision on a has b = no and law on"), "for example: `law on child-labour`");
        assert_eq!(after("law on a and not (party to"), "for example: `party to palermo-protocol`");
        assert_eq!(after("policy of kind plan"), "for example: `policy of kind plan on trafficking-in-persons`");
        assert_eq!(
            after("some provision on a where b includes"),
            "for example: `some provision on child-detention where reason includes immigration`"
        );
        // This `no` is a value and opens no sentence.
        assert!(after("every provision on a has (b = no and").contains("`every provision"));
        assert!(after("(").starts_with("a sentence begins with"));
    }
}
