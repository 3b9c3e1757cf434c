//! The tree of a file: mappings, sequences and scalars, each with its span.

use crate::base::Text;
use crate::base::span::{Span, Spanned};

/// A value and the words it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The words, without the key before them.
    pub span: Span,
    /// What they are.
    pub kind: Kind,
}

/// The shape of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One text. Whether it is a word, a number or a date is for the reader to ask.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values in the order of the file; no key stands twice.
    Mapping(Vec<Entry>),
    /// Refused, and already reported.
    Failed,
}

/// A text and how it was written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Scalar {
    /// The text with quotes, escapes and line folding resolved.
    pub value: Text,
    /// How it was written.
    pub style: Style,
}

/// The ways of writing a scalar (YAML 1.2.2, chapters 7.3 and 8.1).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// Between `'` or `"`.
    Quoted,
    /// After `|`, line by line.
    Literal,
    /// After `>`, lines joined.
    Folded,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: Spanned<Text>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// What the value is, in words for a diagnostic.
    pub fn describe(&self) -> &'static str {
        match &self.kind {
            Kind::Scalar(scalar) if scalar.is_empty() => "nothing",
            Kind::Scalar(_) => "a text",
            Kind::Sequence(_) => "a list",
            Kind::Mapping(_) => "a mapping of keys and values",
            Kind::Failed => "something that could not be read",
        }
    }

    /// Whether nothing was written where a value could be.
    pub fn is_empty(&self) -> bool {
        matches!(&self.kind, Kind::Scalar(scalar) if scalar.is_empty())
    }
}

impl Scalar {
    /// Whether nothing was written: YAML's null, as an empty plain scalar, `~` or `null` (YAML 1.2.2, 10.3.2).
    pub fn is_empty(&self) -> bool {
        self.style == Style::Plain && matches!(&*self.value, "" | "~" | "null" | "Null" | "NULL")
    }
}
