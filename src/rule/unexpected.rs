//! The words for a rule that takes a wrong turn: what stands there, after what, and what would have been right.

use super::example::example;
use super::fault::Fault;
use super::parse::Token;
use super::symbol::{OPENINGS, Rule, Symbol, is_keyword, symbol};
use crate::base::nearest::nearest;

/// How many things a headline lists before the list is moved to the help.
const SHORT_LIST: usize = 3;

/// What people write, and what the language calls it. A suggestion is made only where the second may stand.
const SLIPS: &[(&str, &str)] = &[
    ("==", "="),
    ("is", "="),
    ("equals", "="),
    ("<>", "!="),
    ("≠", "!="),
    ("=>", ">="),
    ("≥", ">="),
    ("=<", "<="),
    ("≤", "<="),
    ("contains", "includes"),
    ("&&", "and"),
    ("&", "and"),
    ("||", "or"),
    ("|", "or"),
    ("!", "not"),
    ("all", "every"),
    ("each", "every"),
    ("any", "some"),
    ("none", "no"),
    ("with", "has"),
    ("which", "where"),
    ("that", "where"),
    ("if", "where"),
    ("[", "{"),
    ("(", "{"),
    ("]", "}"),
    (")", "}"),
    (";", ","),
];

/// What sticks to a name by mistake: the stops and quotation marks of the text around it, and marks that nobody sees.
const STRAY: &[char] = &['.', ':', '"', '\'', '‘', '’', '“', '”', '\u{200b}', '\u{200e}', '\u{200f}', '\u{feff}'];

/// A place in a rule at which the grammar could not go on.
pub(super) struct Unexpected<'t> {
    tokens: &'t [Token<'t>],
    /// How many tokens were understood.
    understood: usize,
    /// What could have stood there, in the order of the grammar and without repetition.
    expected: Vec<Symbol>,
}

impl<'t> Unexpected<'t> {
    /// The grammar stopped at byte `at` of a text of these `tokens`, where it would have taken any of `positives`.
    pub(super) fn new(tokens: &'t [Token<'t>], at: usize, positives: &[Rule]) -> Self {
        let mut rules = positives.to_vec();
        rules.sort_unstable();
        let mut expected: Vec<Symbol> = Vec::new();
        for symbol in rules.into_iter().map(symbol) {
            if symbol != Symbol::Hidden && !expected.contains(&symbol) {
                expected.push(symbol);
            }
        }
        // A `not` may precede any sentence and any condition; saying so each time helps nobody.
        if expected.len() > 1 {
            expected.retain(|symbol| *symbol != Symbol::Word("not"));
        }
        expected.sort_by_key(Symbol::turn);
        Self { tokens, understood: tokens.partition_point(|token| token.at.end <= at), expected }
    }

    /// The fault to report.
    pub(super) fn into_fault(self) -> Fault {
        let Some(found) = self.tokens.get(self.understood) else { return self.end_too_soon() };
        if found.text == "\"" {
            return Fault::Quote { at: found.at.clone() };
        }
        if found.text == ")" && self.expects(Symbol::End) {
            return Fault::Spare { at: found.at.clone() };
        }
        let advice = self.advice(found);
        let nearest = if advice.is_none() { self.suggestion(found.text) } else { None };
        let help = if nearest.is_none() { Some(advice.unwrap_or_else(|| self.example_or_list())) } else { None };
        Fault::Unexpected {
            headline: self.headline(Some(found)),
            at: found.at.clone(),
            label: self.label(found),
            nearest,
            help,
        }
    }

    fn end_too_soon(&self) -> Fault {
        let last = self.tokens.last();
        let at = last.map_or(0..0, |token| token.at.clone());
        for (close, open) in [(")", "("), ("}", "{")] {
            if let (true, Some(open)) = (self.expects(Symbol::Sign(close)), self.never_closed(open, close)) {
                return Fault::Open { bracket: open.text.to_owned(), at: open.at.clone() };
            }
        }
        let label = "the rule ends here".to_owned();
        Fault::Unexpected {
            headline: self.headline(None),
            at,
            label,
            nearest: None,
            help: Some(example(self.before())),
        }
    }

    fn headline(&self, found: Option<&Token<'_>>) -> String {
        let after = match self.before().last() {
            Some(token) => format!("after `{}`", shorten(token.text)),
            None => "at the beginning".to_owned(),
        };
        match found {
            Some(found) if self.expected.len() > SHORT_LIST || self.expected.is_empty() => {
                format!("`{}` cannot stand {after}", shorten(found.text))
            }
            _ => format!("expected {} {after}", self.list()),
        }
    }

    fn label(&self, found: &Token<'_>) -> String {
        let name = self.expected.iter().find_map(|symbol| match symbol {
            Symbol::Name(name) => Some(*name),
            _ => None,
        });
        match name {
            Some(name) if is_keyword(found.text) => {
                format!("a word of the rule language, which cannot be {name} here")
            }
            Some(_) if !is_slug(found.text) && found.text.chars().any(char::is_alphanumeric) => {
                "words and names are written in small letters, digits and single hyphens".to_owned()
            }
            _ if self.expected.len() > SHORT_LIST => "not understood from here on".to_owned(),
            _ => format!("not `{}`", shorten(found.text)),
        }
    }

    /// The word or sign that `found` most likely stands for.
    fn suggestion(&self, found: &str) -> Option<String> {
        let openings = || self.expected.iter().flat_map(|symbol| symbol.openings().iter().copied());
        let slip = SLIPS.iter().find(|(slip, meant)| *slip == found && openings().any(|opening| opening == *meant));
        if let Some((_, meant)) = slip {
            return Some((*meant).to_owned());
        }
        let words = openings().filter(|opening| opening.starts_with(|first: char| first.is_ascii_lowercase()));
        if let Some(word) = nearest(found, words) {
            return Some(word.to_owned());
        }
        let named = self.expected.iter().any(|symbol| matches!(symbol, Symbol::Name(_)));
        let slug = found.trim_matches(STRAY).to_lowercase().replace(['_', '.'], "-");
        (named && slug != found && is_slug(&slug) && !is_keyword(&slug)).then_some(slug)
    }

    /// What to do about it, where the turn taken is one that many take.
    fn advice(&self, found: &Token<'_>) -> Option<String> {
        let before = self.before().last().map(|token| token.text);
        let next = self.tokens.get(self.understood + 1).map(|token| token.text);
        let compares = |text: &str| text == "includes" || text.starts_with(['=', '<', '>', '!']);
        if matches!(before, Some("and" | "or")) && (next.is_some_and(compares) || found.text == "states") {
            return Some(
                "several conditions stand in brackets: `has (last-resort = yes and shortest-time = yes)`".into(),
            );
        }
        if found.text == "not" && matches!(before, Some("has" | "where")) {
            return Some("a condition with `not` stands in brackets: `has (not last-resort = no)`".into());
        }
        let all = before == Some("all") || (before == Some(",") && found.text == "all");
        if all && (self.expects(Symbol::Sign("}")) || self.expects(symbol(Rule::term))) {
            return Some("`{all}` stands for every word of the set, and no other word goes with it".into());
        }
        if self.expects(Symbol::Word("and")) && OPENINGS.contains(&found.text) {
            return Some("two sentences are joined by `and` or `or`".to_owned());
        }
        None
    }

    /// What could have stood there if that is much, else a sentence that shows it.
    fn example_or_list(&self) -> String {
        if self.expected.len() > SHORT_LIST {
            format!("here may stand: {}", self.list())
        } else {
            example(self.before())
        }
    }

    /// The words that were understood.
    fn before(&self) -> &'t [Token<'t>] {
        self.tokens.get(..self.understood).unwrap_or_default()
    }

    fn list(&self) -> String {
        let shown: Vec<_> = self.expected.iter().map(Symbol::shown).collect();
        match shown.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => "something else".to_owned(),
        }
    }

    fn expects(&self, symbol: Symbol) -> bool {
        self.expected.contains(&symbol)
    }

    /// The last bracket that is opened and not closed before the text ends.
    fn never_closed(&self, open: &str, close: &str) -> Option<&Token<'t>> {
        let mut opened = Vec::new();
        for token in self.tokens {
            if token.text == open {
                opened.push(token);
            } else if token.text == close {
                opened.pop();
            }
        }
        opened.pop()
    }
}

fn is_slug(text: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.split('-').all(part)
}

/// `text` as it can be put into a headline: one line, not long, and nothing in it that cannot be seen.
pub(super) fn shorten(text: &str) -> String {
    const MOST: usize = 40;
    let mut short = String::new();
    for (at, letter) in text.chars().enumerate() {
        if at == MOST {
            short.push('…');
            break;
        }
        match letter {
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '`' => {
                short.extend(letter.escape_unicode());
            }
            letter if letter.is_whitespace() => short.push(' '),
            letter if letter.is_control() => short.extend(letter.escape_unicode()),
            letter => short.push(letter),
        }
    }
    short
}
