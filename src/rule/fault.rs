//! What can be wrong with a rule, and the words for it.

use std::ops::Range;

use super::parse::{MOST_BYTES, MOST_DEPTH};
use super::unexpected::shorten;
use crate::base::span::Span;
use crate::diag::{Code, Diagnostic};

/// Why a rule could not be read. Places are bytes of the rule.
#[derive(Clone, Debug)]
pub(super) enum Fault {
    /// There is nothing but blanks.
    Empty { at: Range<usize> },
    /// Longer than any sentence.
    TooLong { bytes: usize, at: Range<usize> },
    /// One bracket or `not` too many inside each other.
    TooDeep { at: Range<usize> },
    /// A word that cannot stand where it stands, or an end that comes too soon.
    Unexpected { headline: String, at: Range<usize>, label: String, nearest: Option<String>, help: Option<String> },
    /// A bracket that is never closed.
    Open { bracket: String, at: Range<usize> },
    /// A bracket that was never opened.
    Spare { at: Range<usize> },
    /// A quotation mark without its other half.
    Quote { at: Range<usize> },
    /// `every provision on a`, and no word on what each of them must do.
    EveryWithoutDemand { at: Range<usize>, sentence: String },
    /// `law of kind a on b of kind c`.
    TwoKinds { first: Range<usize>, second: Range<usize> },
    /// `at least 3 of` two, or none of them.
    Count { written: String, of: usize, at: Range<usize> },
    /// The grammar stopped for a reason of its own.
    Unreadable { at: Range<usize> },
}

impl Fault {
    /// The fault in words, at its place in the file.
    pub(super) fn diagnostic(self, place: &dyn Fn(Range<usize>) -> Span) -> Diagnostic {
        let syntax = |headline: String, at: Range<usize>, label: &str| {
            Diagnostic::new(Code::RuleSyntax, headline, place(at), label)
        };
        match self {
            Self::Empty { at } => syntax("the rule is empty".to_owned(), at, "a sentence is wanted here")
                .help("for example: `some provision on child-definition has age-below >= 18`"),
            Self::TooLong { bytes, at } => {
                let headline = format!("the rule is {bytes} bytes long, and at most {MOST_BYTES} are read");
                Diagnostic::new(Code::RuleDepth, headline, place(at), "this is no longer a sentence")
                    .help("divide the requirement into several elements, each with a rule of its own")
            }
            Self::TooDeep { at } => {
                let headline = format!("the rule nests more than {MOST_DEPTH} brackets and `not`s in each other");
                Diagnostic::new(Code::RuleDepth, headline, place(at), "one level too deep")
                    .help("divide the requirement into several elements, each with a rule of its own")
            }
            Self::Unexpected { headline, at, label, nearest, help } => {
                let diagnostic = syntax(headline, at, &label).suggest(nearest.as_deref());
                match help {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic,
                }
            }
            Self::Open { bracket, at } => syntax(format!("a `{bracket}` is never closed"), at, "opened here"),
            Self::Spare { at } => {
                syntax("a `)` closes nothing".to_owned(), at, "no `(` before this is still open").help("leave it out")
            }
            Self::Quote { at } => syntax("a quotation mark is never closed".to_owned(), at, "opened here")
                .help("an article stands between two of them, on one line: `without reservation to \"16\"`"),
            Self::EveryWithoutDemand { at, sentence } => {
                syntax("`every` without a demand says nothing".to_owned(), at, "every provision must do what?").help(
                    format!(
                        "go on with `has` or `covers` after `{}`, or ask for `some provision` if one is enough",
                        shorten(&sentence)
                    ),
                )
            }
            Self::TwoKinds { first, second } => syntax("the kind is given twice".to_owned(), second, "given again")
                .also(place(first), "given here first")
                .help("for either of two kinds, join two sentences with `or`"),
            Self::Count { written, of, at } => {
                let headline = format!("`at least {}` cannot be asked of a list of {of}", shorten(&written));
                syntax(headline, at, &format!("the number must be from 1 to {of}"))
            }
            Self::Unreadable { at } => syntax("the rule cannot be read".to_owned(), at, "as a whole"),
        }
    }
}
