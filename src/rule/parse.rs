//! From the text of a rule to its tree. No name is looked up here.

use std::ops::Range;

use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};

use super::ast::Expr;
use super::build::Builder;
use super::fault::Fault;
use super::symbol::{Grammar, Rule};
use super::unexpected::Unexpected;
use crate::base::span::Span;
use crate::diag::Diagnostics;

/// How deep a rule may nest: each bracket and each `not` is one level. Nobody can read aloud what nests deeper, and
/// whoever walks a tree may rely on it.
pub const MOST_DEPTH: usize = crate::base::limits::RULE_DEPTH;

/// How long a rule may be, in bytes. A rule is one sentence; what is longer than this is a mishap.
pub const MOST_BYTES: usize = crate::base::limits::RULE_BYTES;

/// Reads a rule. `place` says where in its file a range of bytes of `text` stands.
///
/// Words may be set apart by blanks and line breaks of any kind and number. A rule that cannot be read leaves one
/// diagnostic, at the very word, and no tree.
pub fn parse(text: &str, place: impl Fn(Range<usize>) -> Span, diagnostics: &mut Diagnostics) -> Option<Expr> {
    match read(text, &place) {
        Ok(rule) => Some(rule),
        Err(fault) => {
            diagnostics.push(fault.diagnostic(&place));
            None
        }
    }
}

fn read(text: &str, place: &dyn Fn(Range<usize>) -> Span) -> Result<Expr, Fault> {
    if text.len() > MOST_BYTES {
        return Err(Fault::TooLong { bytes: text.len(), at: 0..text.len() });
    }
    let tokens = Token::all(text);
    if tokens.is_empty() {
        return Err(Fault::Empty { at: 0..text.len() });
    }
    // Brackets are counted before the grammar descends into them, so that no text can exhaust the stack. A `not` costs
    // the grammar no descent; the builder counts those along with the brackets.
    let mut depth = 0_usize;
    for token in &tokens {
        match token.text {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MOST_DEPTH {
            return Err(Fault::TooDeep { at: token.at.clone() });
        }
    }
    let mut pairs = Grammar::parse(Rule::whole, text).map_err(|error| {
        let (InputLocation::Pos(at) | InputLocation::Span((at, _))) = error.location;
        match error.variant {
            ErrorVariant::ParsingError { positives, .. } => Unexpected::new(&tokens, at, &positives).into_fault(),
            ErrorVariant::CustomError { .. } => Fault::Unreadable { at: 0..text.len() },
        }
    })?;
    let whole = || Fault::Unreadable { at: 0..text.len() };
    let rule = pairs.next().and_then(|rule| rule.into_inner().next()).ok_or_else(whole)?;
    Builder { place }.any_of(&rule, 0).map_err(|fault| *fault)
}

/// A word or sign of the text, known to the grammar or not.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    /// The word.
    pub(super) text: &'t str,
    /// Its bytes in the rule.
    pub(super) at: Range<usize>,
}

impl<'t> Token<'t> {
    /// `text`, cut into words and signs. Any text can be.
    pub(super) fn all(text: &'t str) -> Vec<Self> {
        Grammar::parse(Rule::tokens, text)
            .into_iter()
            .flatten()
            .flat_map(|tokens| tokens.into_inner())
            .filter(|pair| pair.as_rule() == Rule::token)
            .map(|pair| Self { text: pair.as_str(), at: pair.as_span().start()..pair.as_span().end() })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_can_be_cut_into_words() {
        let words = |text| Token::all(text).iter().map(|token| token.text).collect::<Vec<_>>();
        assert_eq!(words("party to crc"), ["party", "to", "crc"]);
        assert_eq!(words("a>=18, {b}\n\u{a0}c_D≥"), ["a", ">=", "18", ",", "{", "b", "}", "c_D≥"]);
        assert_eq!(words("to \"3(d)\" \"open"), ["to", "\"3(d)\"", "\"", "open"]);
        assert_eq!(words(" \n"), [""; 0]);
    }
}
