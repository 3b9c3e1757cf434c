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
    missing: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// The keys of a mapping; reports a value of another shape.
    pub fn of(node: &'a Node, what: &'static str, diagnostics: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Mapping(entries) => {
                Some(Self { what, span: first_line(node, entries), entries, asked: Vec::new(), missing: Vec::new() })
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

    /// The key's value. Its absence is reported at the end, once it is known which keys are not ours.
    pub fn required(&mut self, key: &'static str) -> Option<&'a Node> {
        let found = self.optional(key);
        if found.is_none() {
            self.missing.push(key);
        }
        found
    }

    /// Reports every key that nobody asked for and every required key that is not there. Returns whether all were.
    pub fn finish(self, diagnostics: &mut Diagnostics) -> bool {
        let unknown: Vec<&Entry> = self.unasked().collect();
        for entry in &unknown {
            let key: &str = &entry.key.value;
            let headline = format!("{} has no key `{key}`", self.what);
            diagnostics.push(
                Diagnostic::new(Code::UnknownKey, headline, entry.key.span, "not known here")
                    .suggest(nearest(key, self.asked.iter().copied()))
                    .help(format!("the keys of {} are: {}", self.what, self.asked.join(", "))),
            );
        }
        self.report_missing(&unknown, diagnostics);
        self.missing.is_empty()
    }

    /// The keys that nobody asked for, for mappings that are open to further words. Reports what is missing.
    pub fn rest(self, diagnostics: &mut Diagnostics) -> Vec<&'a Entry> {
        let unasked: Vec<&Entry> = self.unasked().collect();
        self.report_missing(&unasked, diagnostics);
        unasked
    }

    fn unasked(&self) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(|entry| !self.asked.contains(&&*entry.key.value))
    }

    /// A required key that is there under a mistyped name is reported as mistyped, and not as missing too.
    fn report_missing(&self, unknown: &[&Entry], diagnostics: &mut Diagnostics) {
        for key in &self.missing {
            let mistyped = |entry: &&Entry| nearest(&entry.key.value, self.asked.iter().copied()) == Some(*key);
            let written = self.entries.iter().find(|entry| &*entry.key.value == *key);
            let (span, label) = match written {
                Some(entry) => (entry.key.span, "nothing stands after it"),
                None if unknown.iter().any(mistyped) => continue,
                None => (self.span, ""),
            };
            let headline = format!("{} needs `{key}`", self.what);
            let help = format!("add a line `{key}: ...`");
            diagnostics.push(Diagnostic::new(Code::MissingKey, headline, span, label).help(help));
        }
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
