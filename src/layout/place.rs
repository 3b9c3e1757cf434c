//! The parts of a file that stand on lines of their own: entries of mappings and items of lists, outside of brackets.

use crate::yaml::node::{Kind, Node};

/// One part.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// The byte at which it begins: its key, or the value of an item.
    pub(super) start: usize,
    /// How many parts it stands in. With the start, this is its own.
    pub(super) depth: usize,
    /// The column of its key or dash, in bytes from 0.
    pub(super) column: usize,
    /// The range of bytes of its value.
    pub(super) value: std::ops::Range<usize>,
    /// Whether the value is made of parts.
    pub(super) block: bool,
    /// The number of the part it stands in.
    pub(super) parent: Option<usize>,
}

impl Part {
    /// What sets it apart.
    pub(super) fn id(&self) -> (usize, usize) {
        (self.start, self.depth)
    }
}

/// Every part, in the order of the text; one that holds others comes before them.
pub(super) fn parts(text: &str, root: &Node) -> Vec<Part> {
    let mut found = Vec::new();
    inside(text, root, None, &mut found);
    found.sort_by_key(Part::id);
    // Parents were numbered before the sort; both orders are the same, since a tree is read from first to last.
    found
}

fn inside(text: &str, node: &Node, parent: Option<usize>, found: &mut Vec<Part>) {
    if is_flow(text, node) {
        return;
    }
    let depth = parent.and_then(|number| found.get(number)).map_or(0, |part| part.depth + 1);
    let mut add = |start: usize, column: usize, value: &Node| {
        let block = !is_flow(text, value) && matches!(value.kind, Kind::Mapping(_) | Kind::Sequence(_));
        found.push(Part { start, depth, column, value: value.span.range(), block, parent });
        let number = found.len() - 1;
        inside(text, value, Some(number), found);
    };
    match &node.kind {
        Kind::Mapping(entries) => {
            for entry in entries {
                let start = entry.key.span.range().start;
                add(start, column(text, start), &entry.value);
            }
        }
        Kind::Sequence(items) => {
            let dashes = column(text, node.span.range().start);
            for item in items {
                add(item.span.range().start, dashes, item);
            }
        }
        Kind::Scalar(_) | Kind::Failed => {}
    }
}

/// Whether a list or mapping stands between brackets.
pub(super) fn is_flow(text: &str, node: &Node) -> bool {
    let first = text.get(node.span.range().start..).and_then(|rest| rest.chars().next());
    match node.kind {
        Kind::Mapping(_) => first == Some('{'),
        Kind::Sequence(_) => first == Some('['),
        Kind::Scalar(_) | Kind::Failed => false,
    }
}

/// The bytes before a place on its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

/// The first byte of the line of a place.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |found| found + 1)
}
