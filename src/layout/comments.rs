//! Every comment and empty line of a file, given to the part it belongs to.
//!
//! A comment on the line of a part goes with that part. One on a line of its own belongs to what follows, unless it
//! stands further in: then it closes the part before, at its own level.

use std::collections::BTreeMap;
use std::ops::Range;

use super::place::{Part, column, line_start, parts};
use crate::yaml::node::{Kind, Node};

/// What goes with one part.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    /// Lines before it.
    pub(super) before: Vec<Line>,
    /// Comments on its line, each with the blanks before it.
    pub(super) beside: Vec<(usize, String)>,
    /// Lines after all that is in it, at the level of what is in it.
    pub(super) after: Vec<Line>,
    /// Whether an empty line stands right before it.
    pub(super) apart: bool,
    /// Comments stand between its brackets, so that its lines must stay as they are.
    pub(super) kept: bool,
}

/// A line without a value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Line {
    /// An empty one.
    Empty,
    /// A comment.
    Comment(String),
}

/// The notes of every part, and the lines after the last.
#[derive(Clone, Debug, Default)]
pub(super) struct Assigned {
    pub(super) by_part: BTreeMap<(usize, usize), Notes>,
    pub(super) end: Vec<Line>,
}

/// The text of every comment, in the order of the file.
pub(super) fn all(text: &str, root: &Node) -> Vec<String> {
    find(text, root).into_iter().map(|range| words(text, range)).collect()
}

fn words(text: &str, range: Range<usize>) -> String {
    text.get(range).unwrap_or("").trim_end().to_owned()
}

/// The places of comments: a `#` after a blank or at the start of a line, outside of every text.
fn find(text: &str, root: &Node) -> Vec<Range<usize>> {
    let mut texts = Vec::new();
    scalars(root, &mut texts);
    texts.sort_by_key(|range| range.start);
    let mut found = Vec::new();
    let mut texts = texts.into_iter().peekable();
    let mut at = 0;
    while at < text.len() {
        while texts.next_if(|range| range.end <= at).is_some() {}
        if let Some(range) = texts.peek()
            && range.start <= at
        {
            at = range.end.max(at + 1);
            continue;
        }
        let here = text.as_bytes().get(at).copied();
        let before = at.checked_sub(1).and_then(|before| text.as_bytes().get(before)).copied();
        if here == Some(b'#') && before.is_none_or(|byte| byte.is_ascii_whitespace()) {
            let end = text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length);
            found.push(at..end);
            at = end;
        }
        at += 1;
    }
    found
}

fn scalars(node: &Node, found: &mut Vec<Range<usize>>) {
    match &node.kind {
        Kind::Scalar(_) => found.push(node.span.range()),
        Kind::Sequence(items) => items.iter().for_each(|item| scalars(item, found)),
        Kind::Mapping(entries) => {
            for entry in entries {
                found.push(entry.key.span.range());
                scalars(&entry.value, found);
            }
        }
        Kind::Failed => {}
    }
    found.retain(|range| !range.is_empty());
}

/// Gives every comment and empty line to a part.
pub(super) fn assign(text: &str, root: &Node) -> Assigned {
    let parts = parts(text, root);
    let mut assigned = Assigned::default();
    for range in find(text, root) {
        one(text, &parts, range, &mut assigned);
    }
    let mut line = None;
    for part in &parts {
        // Of several parts that begin on one line, the outermost is set apart.
        let start = line_start(text, part.start);
        if line != Some(start) && is_after_empty(text, part.start) {
            assigned.by_part.entry(part.id()).or_default().apart = true;
        }
        line = Some(start);
    }
    assigned
}

fn one(text: &str, parts: &[Part], range: Range<usize>, assigned: &mut Assigned) {
    let at = range.start;
    let words = words(text, range);
    let next = parts.iter().find(|part| part.start > at);
    let last = parts.iter().rposition(|part| part.start <= at);
    let previous = last.and_then(|number| parts.get(number));
    if let Some(part) = previous.filter(|part| !part.block && part.value.contains(&at)) {
        assigned.by_part.entry(part.id()).or_default().kept = true;
        return;
    }
    let start = line_start(text, at);
    let alone = text.get(start..at).is_some_and(|before| before.trim().is_empty());
    if let Some(part) = previous.filter(|part| {
        let ends = line_start(text, part.value.end.max(part.start));
        !alone && (part.start >= start || ends == start)
    }) {
        let before = text.get(start..at).unwrap_or("");
        let gap = before.len() - before.trim_end().len();
        assigned.by_part.entry(part.id()).or_default().beside.push((gap, words));
        return;
    }
    let own = if alone { column(text, at) } else { 0 };
    let owner = owner(parts, last, next, own);
    let lines = match (owner, next) {
        (Some(owner), _) => &mut assigned.by_part.entry(owner.id()).or_default().after,
        (None, Some(next)) => &mut assigned.by_part.entry(next.id()).or_default().before,
        (None, None) => &mut assigned.end,
    };
    if is_after_empty(text, at) {
        lines.push(Line::Empty);
    }
    lines.push(Line::Comment(words));
}

/// The part that a comment closes: the innermost one before it that holds others, or could, and stands further out.
/// There is none where the comment stands no further in than what follows.
fn owner<'a>(parts: &'a [Part], last: Option<usize>, next: Option<&Part>, own: usize) -> Option<&'a Part> {
    let mut candidate = last;
    while let Some(part) = candidate.and_then(|number| parts.get(number)) {
        let holds = part.block || part.value.is_empty();
        if holds && part.column < own && next.is_none_or(|next| next.column <= part.column) {
            return Some(part);
        }
        candidate = part.parent;
    }
    None
}

/// Whether the line before that of a place is there and empty.
fn is_after_empty(text: &str, at: usize) -> bool {
    let start = line_start(text, at);
    let Some(before) = start.checked_sub(1) else { return false };
    text.get(line_start(text, before)..before).is_some_and(|line| line.trim().is_empty())
}
