//! Takes the keys of a mapping one by one: what must be there, what may be, and nothing else.

use super::node::{Entry, Kind, Node};
use crate::base::nearest::nearest;
use crate::base::span::Span;
use crate::diag::{Code, Diagnostic, Diagnostics};

/// The keys of one mapping that have not been asked for yet.
///
/// Whoever decodes a mapping asks for each key it knows and calls [`Fields::finish`] last, which reports the rest.
#[derive(Debug)]
pub struct Fields<'a> {
    /// What the mapping is, with its article: "a provision".
    what: &'static str,
    span: Span,
    entries: &'a [Entry],
    asked: Vec<&'static str>,
    failed: bool,
}

impl<'a> Fields<'a> {
    /// The keys of a mapping; reports a value of another shape.
    pub fn of(node: &'a Node, what: &'static str, diagnostics: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Mapping(entries) => {
                Some(Self { what, span: first_line(node, entries), entries, asked: Vec::new(), failed: false })
            }
            Kind::Failed => None,
            _ => {
                let headline = format!("{what} is a mapping of keys and values, not {}", node.describe());
                diagnostics
                    .push(Diagnostic::new(Code::WrongType, headline, node.span, "").help("write `key: value` lines"));
                None
            }
        }
    }

    /// The key's value, or `None` where it is absent or nothing stands after the colon.
    pub fn optional(&mut self, key: &'static str) -> Option<&'a Node> {
        self.asked.push(key);
        let found = self.entries.iter().find(|entry| &*entry.key.value == key)?;
        (!found.value.is_empty()).then_some(&found.value)
    }

    /// The key's value; reports its absence at the mapping's first line.
    pub fn required(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<&'a Node> {
        if let Some(node) = self.optional(key) {
            return Some(node);
        }
        self.failed = true;
        let written = self.entries.iter().find(|entry| &*entry.key.value == key);
        let (span, label) = match written {
            Some(entry) => (entry.key.span, "nothing stands after it"),
            None => (self.span, ""),
        };
        let headline = format!("{} needs `{key}`", self.what);
        diagnostics
            .push(Diagnostic::new(Code::MissingKey, headline, span, label).help(format!("add a line `{key}: ...`")));
        None
    }

    /// Reports every key that nobody asked for. Returns whether all required keys were there.
    pub fn finish(self, diagnostics: &mut Diagnostics) -> bool {
        for entry in self.entries {
            let key: &str = &entry.key.value;
            if self.asked.contains(&key) {
                continue;
            }
            let headline = format!("{} has no key `{key}`", self.what);
            diagnostics.push(
                Diagnostic::new(Code::UnknownKey, headline, entry.key.span, "not known here")
                    .suggest(nearest(key, self.asked.iter().copied()))
                    .help(format!("the keys of {} are: {}", self.what, self.asked.join(", "))),
            );
        }
        !self.failed
    }

    /// The keys that nobody asked for, for mappings that are open to further words.
    pub fn rest(self) -> Vec<&'a Entry> {
        self.entries.iter().filter(|entry| !self.asked.contains(&&*entry.key.value)).collect()
    }

    /// The place that stands for the whole mapping: its first key.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether a key is written, even with nothing after it.
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| &*entry.key.value == key)
    }

    /// The place of a key that is written.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.entries.iter().find(|entry| &*entry.key.value == key).map(|entry| entry.key.span)
    }
}

fn first_line(node: &Node, entries: &[Entry]) -> Span {
    entries.first().map_or(node.span, |entry| entry.key.span)
}
