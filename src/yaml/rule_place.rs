//! From a byte of a rule back to the byte of the file it stands in.

use std::ops::Range;

use super::node::{Node, Scalar, Style};
use crate::base::span::Span;

/// Where each line of a scalar's value begins in the file.
#[derive(Clone, Debug)]
pub struct Places {
    span: Span,
    /// Start of a line in the value, and of the same line in the file.
    lines: Vec<(usize, usize)>,
}

impl Places {
    /// The places of a scalar whose words stand in the file just as they stand in its value: plain or quoted on one line
    /// without escapes, or a literal block. `None` for the others, whose words cannot be pointed at.
    pub fn of(node: &Node, scalar: &Scalar, file_text: &str) -> Option<Self> {
        let raw = file_text.get(node.span.range())?;
        let start = node.span.start as usize;
        let lines = match scalar.style {
            Style::Plain | Style::Quoted => {
                let inner = if scalar.style == Style::Quoted { 1 } else { 0 };
                (raw.get(inner..)?.starts_with(&*scalar.value)).then(|| vec![(0, start + inner)])?
            }
            Style::Literal => literal_lines(raw, &scalar.value, start)?,
            Style::Folded => return None,
        };
        Some(Self { span: node.span, lines })
    }

    /// The place in the file of a range of bytes of the value.
    pub fn span(&self, range: Range<usize>) -> Span {
        let at = |byte: usize| {
            let line = self.lines.iter().rev().find(|(value, _)| *value <= byte);
            line.map_or(self.span.start as usize, |(value, file)| byte - value + file)
        };
        let end = if range.is_empty() { at(range.start) } else { at(range.end - 1) + 1 };
        Span::new(self.span.file, at(range.start)..end)
    }
}

/// Finds each line of a literal block's value in the raw block, in order.
fn literal_lines(raw: &str, value: &str, start: usize) -> Option<Vec<(usize, usize)>> {
    let mut lines = Vec::new();
    let mut raw_at = raw.find('\n')? + 1;
    let mut value_at = 0;
    for line in value.split_inclusive('\n') {
        let words = line.trim_end_matches('\n');
        let raw_line = raw.get(raw_at..)?;
        let length = raw_line.find('\n').map_or(raw_line.len(), |end| end + 1);
        let found = raw_line.get(..length)?.find(words)?;
        lines.push((value_at, start + raw_at + found));
        value_at += line.len();
        raw_at += length;
    }
    Some(lines)
}
