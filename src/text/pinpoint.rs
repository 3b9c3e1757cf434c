//! A pinpoint as lawyers write it, taken apart: `art. 120(1)(a)`, `ss. 3-5, 9`, `section 2 "child"`, `s. 7 para. 2`.

use super::name::{designator, fold_number, fold_word, is_number, is_repeat, is_small, phrase, roman};
use super::words::{is_dash, is_quote};

/// One step down in a law.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Step {
    /// `art. 5`, `para. 4`, or a bare `5`.
    Numbered {
        /// The word before the number, in its long form.
        word: Option<String>,
        /// The number.
        number: String,
    },
    /// `(a)`.
    Lettered(String),
    /// `"child"`: the paragraph that begins with these words.
    Defined(String),
    /// `preamble`, `short title`: a heading without a number.
    Titled(String),
}

/// One place that a pinpoint names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Part {
    /// From the whole law to the place.
    pub(super) steps: Vec<Step>,
    /// The other end, where the pinpoint names everything from one place to another.
    pub(super) to: Option<Vec<Step>>,
    /// Written after another part, with a word of its own: it may stand under that part, or anywhere.
    pub(super) may_be_under: bool,
    /// A number without a word of its own, whose word is taken from the part before it.
    pub(super) word_is_understood: bool,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Token {
    Word(String),
    Number(String),
    Lettered(String),
    Quoted(String),
    Dash,
    Comma,
}

/// Takes a pinpoint apart. No parts mean the whole law; `None` is no pinpoint.
pub(super) fn parts(at: &str) -> Option<Vec<Part>> {
    let tokens = tokens(at);
    let words: Vec<&str> = tokens
        .iter()
        .filter_map(|token| if let Token::Word(word) = token { Some(word.as_str()) } else { None })
        .collect();
    if matches!(words.as_slice(), ["whole", ..] | ["as", "a", "whole", ..]) {
        return Some(Vec::new());
    }
    let mut parts: Vec<Part> = Vec::new();
    for list in tokens.split(|token| *token == Token::Comma).filter(|list| !list.is_empty()) {
        let mut ends = list.split(|token| *token == Token::Dash);
        let before = parts.last();
        let (steps, own) = steps(ends.next()?, before.map(|part| part.to.as_ref().unwrap_or(&part.steps)))?;
        let to = match ends.next() {
            Some(end) => Some(self::steps(end, Some(&steps))?.0),
            None => None,
        };
        let may_be_under = own && before.is_some();
        let word_is_understood = before.is_some() && matches!(list.first(), Some(Token::Number(_)));
        if ends.next().is_some() {
            return None;
        }
        parts.push(Part { steps, to, may_be_under, word_is_understood });
    }
    (!parts.is_empty()).then_some(parts)
}

/// The steps of one part; whether it began with a word of its own. One that does not goes on from the part before it:
/// in `art. 3(1), (2)` and `arts. 3, 5` what is left out is the same.
fn steps(tokens: &[Token], before: Option<&Vec<Step>>) -> Option<(Vec<Step>, bool)> {
    let mut found: Vec<Step> = Vec::new();
    let mut title: Vec<String> = Vec::new();
    let mut tokens = tokens.iter().peekable();
    let first = tokens.peek().copied()?;
    while let Some(token) = tokens.next() {
        if let Token::Word(word) = token {
            let long = designator(word);
            let number = match tokens.peek() {
                Some(Token::Number(number)) => Some(number.clone()),
                Some(Token::Lettered(letter)) if long.is_some_and(is_small) => Some(letter.clone()),
                Some(Token::Word(next)) if long.is_some() && (next.chars().count() == 1 || roman(next).is_some()) => {
                    Some(next.clone())
                }
                _ => None,
            };
            match number {
                Some(number) => {
                    close(&mut title, &mut found);
                    tokens.next();
                    found.push(Step::Numbered { word: Some(long.map_or_else(|| word.clone(), str::to_owned)), number });
                }
                None => title.push(word.clone()),
            }
            continue;
        }
        close(&mut title, &mut found);
        match token {
            Token::Number(number) => found.push(Step::Numbered { word: None, number: number.clone() }),
            Token::Lettered(letter) => found.push(Step::Lettered(letter.clone())),
            Token::Quoted(words) => found.push(Step::Defined(words.clone())),
            Token::Word(_) | Token::Dash | Token::Comma => {}
        }
    }
    close(&mut title, &mut found);
    let own = matches!(first, Token::Word(_));
    match before {
        Some(before) if !own => Some((following(before, found), own)),
        _ => Some((found, own)),
    }
}

fn close(title: &mut Vec<String>, found: &mut Vec<Step>) {
    if !title.is_empty() {
        found.push(Step::Titled(title.join(" ")));
        title.clear();
    }
}

/// The steps `found`, with what they leave out taken from the steps `before` them.
fn following(before: &[Step], mut found: Vec<Step>) -> Vec<Step> {
    let kept = match found.first_mut() {
        Some(Step::Numbered { word: own @ None, .. }) => {
            let last = before.iter().rposition(|step| matches!(step, Step::Numbered { .. }));
            if let Some(Step::Numbered { word, .. }) = last.and_then(|last| before.get(last)) {
                own.clone_from(word);
            }
            last.unwrap_or(0)
        }
        Some(Step::Defined(_)) => {
            before.iter().position(|step| matches!(step, Step::Defined(_))).unwrap_or(before.len())
        }
        Some(Step::Lettered(_)) => {
            let letters =
                |steps: &[Step]| steps.iter().rev().take_while(|step| matches!(step, Step::Lettered(_))).count();
            before.len() - letters(&found).min(letters(before))
        }
        _ => 0,
    };
    let mut all: Vec<Step> = before.iter().take(kept).cloned().collect();
    all.append(&mut found);
    all
}

/// Cuts a pinpoint into tokens. Remarks are left out: what follows `as amended`, and brackets that hold several words.
fn tokens(at: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut rest = at.trim();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            _ if first.is_whitespace() => first.len_utf8(),
            '(' => {
                let inside = rest.get(1..).and_then(|rest| rest.split_once(')')).map_or("", |(inside, _)| inside);
                if inside.is_empty() {
                    1
                } else {
                    if inside.chars().count() <= 8 && !inside.contains(char::is_whitespace) {
                        found.push(Token::Lettered(fold_number(inside)));
                    }
                    inside.len() + 2
                }
            }
            _ if is_quote(first) => {
                let begin = first.len_utf8();
                let inside = rest.get(begin..).unwrap_or("");
                let end = inside.find(is_quote).unwrap_or(inside.len());
                found.push(Token::Quoted(phrase(inside.get(..end).unwrap_or(""))));
                let close = inside.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
                begin + end + close
            }
            '§' => {
                found.push(Token::Word("section".to_owned()));
                rest.len() - rest.trim_start_matches('§').len()
            }
            ',' | ';' | '&' => {
                found.push(Token::Comma);
                1
            }
            _ if is_dash(first) => {
                found.push(Token::Dash);
                first.len_utf8()
            }
            _ if super::name::digit(first).is_ascii_digit() => number(rest, &mut found),
            _ if first.is_alphabetic() => {
                // Some letters are numbers too, such as the Roman eight that is one sign: they stand for themselves.
                let end = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len()).max(first.len_utf8());
                let word = rest.get(..end).unwrap_or("");
                if word == "as" && rest.starts_with("as amended") {
                    break;
                }
                push_word(word, &mut found);
                end
            }
            _ => first.len_utf8(),
        };
        rest = rest.get(length..).unwrap_or("");
    }
    found
}

/// Letters and the signs that stand over, under and after them in scripts such as Thai.
fn is_letter(letter: char) -> bool {
    !(letter.is_whitespace()
        || letter.is_ascii_punctuation()
        || letter.is_numeric()
        || is_quote(letter)
        || is_dash(letter))
}

fn push_word(word: &str, found: &mut Vec<Token>) {
    let folded = word.to_lowercase();
    match (folded.as_str(), found.last_mut()) {
        (_, Some(Token::Number(number))) if is_repeat(&folded) => number.push_str(&folded),
        ("and" | "or", _) => found.push(Token::Comma),
        ("to", Some(Token::Number(_) | Token::Lettered(_))) => found.push(Token::Dash),
        ("of" | "the", _) => {}
        _ => found.push(Token::Word(fold_word(word))),
    }
}

/// A number, with the letters, slashes and hyphens that belong to it.
fn number(rest: &str, found: &mut Vec<Token>) -> usize {
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let joins = (is_dash(letter) || matches!(letter, '/' | '.')) && next.is_some_and(char::is_alphanumeric);
        if !(letter.is_alphanumeric() || joins) {
            break;
        }
        end = at + letter.len_utf8();
    }
    let text = rest.get(..end).unwrap_or("");
    if is_number(text) {
        found.push(Token::Number(fold_number(text)));
    } else {
        found.push(Token::Word(fold_word(text)));
    }
    end.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of a pinpoint in a short notation.
    fn shown(at: &str) -> String {
        let step = |step: &Step| match step {
            Step::Numbered { word, number } => format!("{} {number}", word.as_deref().unwrap_or("?")),
            Step::Lettered(letter) => format!("({letter})"),
            Step::Defined(words) => format!("\"{words}\""),
            Step::Titled(words) => format!("<{words}>"),
        };
        let steps = |steps: &[Step]| steps.iter().map(step).collect::<Vec<_>>().join(" > ");
        let part = |part: &Part| {
            let to = part.to.as_ref().map_or_else(String::new, |to| format!(" to {}", steps(to)));
            format!("{}{}{to}", if part.may_be_under { "…" } else { "" }, steps(&part.steps))
        };
        match parts(at) {
            Some(parts) => parts.iter().map(part).collect::<Vec<_>>().join("; "),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn pinpoints_are_taken_apart() {
        for (at, expected) in [
            ("art. 120(1)(a)", "article 120 > (1) > (a)"),
            ("Article 5", "article 5"),
            ("ART. 5", "article 5"),
            ("s.3 (a)", "section 3 > (a)"),
            ("section 2 \"child\"", "section 2 > \"child\""),
            ("s. 2 “child”, “young person”", "section 2 > \"child\"; section 2 > \"young person\""),
            ("para. 4", "paragraph 4"),
            ("para. (4)", "paragraph 4"),
            ("s. 7 para. 2", "section 7 > paragraph 2"),
            ("arts. 3-5, 9", "article 3-5; article 9"),
            ("arts. 3 – 5", "article 3 to article 5"),
            ("art. 5(2)-(4)", "article 5 > (2) to article 5 > (4)"),
            ("art. 3(1)(a), (b)", "article 3 > (1) > (a); article 3 > (1) > (b)"),
            ("art. 3(1), (3)", "article 3 > (1); article 3 > (3)"),
            ("arts. 3(1), 5", "article 3 > (1); article 5"),
            ("s. 282 bis", "section 282bis"),
            ("s. 282/1", "section 282/1"),
            ("art. 120-A", "article 120a"),
            ("§ 12", "section 12"),
            ("Chapter II, art. 5", "chapter ii; …article 5"),
            ("Part A", "part a"),
            ("Schedule(3)", "<schedule> > (3)"),
            ("Schedule para. 3", "<schedule> > paragraph 3"),
            ("Điều 7", "điều 7"),
            ("preamble", "<preamble>"),
            ("s. 3 as amended by s. 9", "section 3"),
            ("ss. 4-6 (until 2005)", "section 4-6"),
            ("whole", ""),
            ("as a whole", ""),
            ("whole Act, as at 2006", ""),
            ("5", "? 5"),
            ("", "none"),
            ("( ,", "none"),
        ] {
            assert_eq!(shown(at), expected, "{at}");
        }
    }
}
