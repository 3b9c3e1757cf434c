//! From the id of a source or a law to the place that describes it.

use std::ops::Range;

use super::place::{Place, Step};
use super::word_at;
use crate::base::files::Files;
use crate::diag::Diagnostics;
use crate::yaml::node::{Entry, Kind, Node};
use crate::yaml::read;

/// What an id names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Target {
    /// The id.
    pub id: String,
    /// The keys of the file under which things of its kind are described.
    pub under: &'static [&'static str],
}

const SOURCES: &[&str] = &["sources"];
const LAWS: &[&str] = &["laws", "policies"];

/// The keys under which the things are described that the value of a key names.
pub(super) fn led_by(key: &str) -> Option<&'static [&'static str]> {
    match key {
        "source" => Some(SOURCES),
        "amends" | "repeals" | "replaces" | "implements" | "in" => Some(LAWS),
        _ => None,
    }
}

/// The id at a byte and what it names, in a framework or an overlay.
pub fn target(text: &str, at: usize) -> Option<Target> {
    let word = word_at(text, at);
    let place = Place::of(text, word.start);
    let value = place.values && place.path.iter().rev().take(2).any(|step| matches!(step, Step::Key(_)));
    let under = place.key().filter(|_| value).and_then(led_by)?;
    let id = text.get(word).filter(|id| !id.is_empty())?;
    Some(Target { id: id.to_owned(), under })
}

impl Target {
    /// The place in a text where the id is described.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let entries = described(text, self.under);
        entries.iter().find(|entry| *entry.key.value == *self.id).map(|entry| entry.key.span.range())
    }
}

/// The ids that a text describes under some keys, each with its title.
pub fn ids(text: &str, under: &[&str]) -> Vec<(String, String)> {
    let title = |entry: &Entry| match &entry.value.kind {
        Kind::Mapping(inner) => inner.iter().find(|it| &*it.key.value == "title").and_then(|it| words(&it.value)),
        _ => None,
    };
    let entries = described(text, under);
    entries.iter().map(|entry| (entry.key.value.to_string(), title(entry).unwrap_or_default())).collect()
}

fn words(node: &Node) -> Option<String> {
    match &node.kind {
        Kind::Scalar(scalar) => Some(scalar.value.to_string()),
        _ => None,
    }
}

/// The entries under some keys of a text. Where the text cannot be read as a whole, what stands before the line that
/// is at fault is read alone.
fn described(text: &str, under: &[&str]) -> Vec<Entry> {
    let mut files = Files::new();
    let file = files.add("text", text);
    let mut found = Diagnostics::new();
    let mut root = read::read(&files, file, &mut found);
    if root.is_none() {
        let first = found.iter().map(|fault| fault.primary.span.range().start).min().unwrap_or(0);
        let sound = text.get(..first).and_then(|before| before.rfind('\n')).and_then(|end| text.get(..=end));
        let mut again = Files::new();
        let part = again.add("text", sound.unwrap_or(""));
        root = read::read(&again, part, &mut Diagnostics::new());
    }
    let Some(Node { kind: Kind::Mapping(entries), .. }) = root else { return Vec::new() };
    let wanted = entries.into_iter().filter(|entry| under.contains(&&*entry.key.value));
    let inner = wanted.filter_map(|entry| match entry.value.kind {
        Kind::Mapping(inner) => Some(inner),
        _ => None,
    });
    inner.flatten().collect()
}
