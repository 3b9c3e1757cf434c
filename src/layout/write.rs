//! The tree with its comments, as text.

use super::WIDTH;
use super::comments::{Assigned, Line, Notes};
use super::place::is_flow;
use crate::yaml::node::{Entry, Kind, Node, Scalar, Style};

/// The text of a tree, in the order of the tree.
pub(super) fn write(text: &str, root: &Node, notes: &Assigned) -> String {
    let mut writer = Writer { text, notes, out: String::new(), fresh: true };
    writer.block(root, 0, 0, String::new());
    writer.lines(&notes.end, 0);
    writer.out
}

struct Writer<'a> {
    text: &'a str,
    notes: &'a Assigned,
    out: String,
    /// Nothing stands yet at this level, so an empty line would set nothing apart.
    fresh: bool,
}

impl Writer<'_> {
    /// A list or mapping on lines of its own; `lead` stands before the first of them in place of blanks.
    fn block(&mut self, node: &Node, depth: usize, indent: usize, mut lead: String) {
        match &node.kind {
            Kind::Mapping(entries) => {
                for entry in entries {
                    self.entry(entry, depth, indent, std::mem::take(&mut lead));
                }
            }
            Kind::Sequence(items) => {
                for item in items {
                    self.item(item, depth, indent, std::mem::take(&mut lead));
                }
            }
            Kind::Scalar(_) | Kind::Failed => {}
        }
    }

    fn entry(&mut self, entry: &Entry, depth: usize, indent: usize, lead: String) {
        let notes = self.notes(entry.key.span.range().start, depth);
        if lead.is_empty() {
            self.before(&notes, indent);
        }
        let key = self.source(entry.key.span.range());
        let head = if lead.is_empty() { " ".repeat(indent) } else { lead } + key + ":";
        self.value(&entry.value, &notes, depth, indent, head);
        self.lines(&notes.after, indent + 2);
    }

    fn item(&mut self, item: &Node, depth: usize, indent: usize, lead: String) {
        let mut notes = self.notes(item.span.range().start, depth);
        // What goes before the first entry of an item stands before its dash.
        if let Kind::Mapping(entries) = &item.kind
            && let Some(first) = entries.first()
        {
            let inner = self.notes(first.key.span.range().start, depth + 1);
            notes.before.extend(inner.before);
        }
        if lead.is_empty() {
            self.before(&notes, indent);
        }
        let head = if lead.is_empty() { " ".repeat(indent) } else { lead } + "-";
        self.value(item, &notes, depth, indent, head);
        self.lines(&notes.after, indent + 2);
    }

    /// What stands after a key or a dash.
    fn value(&mut self, node: &Node, notes: &Notes, depth: usize, indent: usize, head: String) {
        let dash = head.ends_with('-');
        match &node.kind {
            Kind::Scalar(scalar) => self.scalar(node, scalar, notes, indent, &head),
            Kind::Failed => {}
            Kind::Mapping(_) | Kind::Sequence(_) if notes.kept => self.kept(node, notes, indent, &head),
            Kind::Mapping(_) | Kind::Sequence(_) => {
                let flow = is_flow(self.text, node).then(|| flow(self.text, node)).flatten();
                let fits = flow.as_ref().is_some_and(|flow| width(&head) + 1 + width(flow) <= WIDTH);
                match flow {
                    Some(flow) if fits => self.end_line(&format!("{head} {flow}"), notes),
                    None if is_flow(self.text, node) => self.kept(node, notes, indent, &head),
                    Some(_) if is_plain_list(node) => self.filled(node, notes, indent, &head),
                    _ if dash => {
                        // Beside a dash alone there is no room for a comment.
                        for (_, words) in &notes.beside {
                            self.line(&format!("{}{words}", " ".repeat(indent)));
                        }
                        self.block(node, depth + 1, indent + 2, head + " ");
                    }
                    _ => {
                        self.end_line(&head, notes);
                        self.fresh = true;
                        self.block(node, depth + 1, indent + 2, String::new());
                    }
                }
            }
        }
    }

    fn scalar(&mut self, node: &Node, scalar: &Scalar, notes: &Notes, indent: usize, head: &str) {
        let source = self.source(node.span.range()).trim_end();
        let inner = " ".repeat(indent + 2);
        match scalar.style {
            Style::Literal => self.literal(scalar, notes, indent, head),
            Style::Folded if !is_simple(&scalar.value) => self.literal(scalar, notes, indent, head),
            Style::Folded => self.folded(scalar, notes, indent, head),
            Style::Plain | Style::Quoted if source.is_empty() => self.end_line(head, notes),
            Style::Plain | Style::Quoted if !source.contains('\n') => self.end_line(&format!("{head} {source}"), notes),
            Style::Plain if is_simple(&scalar.value) => {
                if width(head) + 1 + width(&scalar.value) <= WIDTH {
                    self.end_line(&format!("{head} {}", scalar.value), notes);
                } else {
                    self.folded(scalar, notes, indent, head);
                }
            }
            Style::Plain | Style::Quoted => {
                let lines: Vec<&str> = source.lines().map(str::trim).collect();
                let first = format!("{head} {}", lines.first().unwrap_or(&""));
                let rest = lines.iter().skip(1).map(|line| format!("\n{}", format!("{inner}{line}").trim_end()));
                let whole = first + &rest.collect::<String>();
                self.end_line(&whole, notes);
            }
        }
    }

    /// Prose, filled to the width.
    fn folded(&mut self, scalar: &Scalar, notes: &Notes, indent: usize, head: &str) {
        let mark = if scalar.value.ends_with('\n') { ">" } else { ">-" };
        self.end_line(&format!("{head} {mark}"), notes);
        let blanks = " ".repeat(indent + 2);
        for line in fill(scalar.value.split_whitespace(), WIDTH.saturating_sub(indent + 2), " ") {
            self.line(&format!("{blanks}{line}"));
        }
    }

    /// A text whose lines are its own.
    fn literal(&mut self, scalar: &Scalar, notes: &Notes, indent: usize, head: &str) {
        let value = &*scalar.value;
        let words = value.trim_end_matches('\n');
        let chomp = match value.len() - words.len() {
            0 => "-",
            1 if !words.is_empty() => "",
            _ => "+",
        };
        let leads = words.lines().find(|line| !line.is_empty()).is_some_and(|line| line.starts_with([' ', '\t']));
        let digit = if leads { "2" } else { "" };
        self.end_line(&format!("{head} |{digit}{chomp}"), notes);
        let blanks = " ".repeat(indent + 2);
        let body = value.strip_suffix('\n').unwrap_or(value);
        for line in body.split('\n') {
            self.line(&if line.is_empty() { String::new() } else { format!("{blanks}{line}") });
        }
    }

    /// Words between square brackets, filled to the width.
    fn filled(&mut self, node: &Node, notes: &Notes, indent: usize, head: &str) {
        let Kind::Sequence(items) = &node.kind else { return };
        let words: Vec<String> =
            items.iter().filter_map(|item| flow(self.text, item)).map(|word| format!("{word},")).collect();
        let inner = " ".repeat(indent + 2);
        self.line(head);
        self.line(&format!("{inner}["));
        let lines = fill(words.iter().map(String::as_str), WIDTH.saturating_sub(indent + 4), " ");
        let count = lines.len();
        for (number, line) in lines.iter().enumerate() {
            let line = if number + 1 == count { line.trim_end_matches(',') } else { line };
            self.line(&format!("{inner}  {line}"));
        }
        self.end_line(&format!("{inner}]"), notes);
    }

    /// Brackets whose lines stay, since comments stand between them.
    fn kept(&mut self, node: &Node, notes: &Notes, indent: usize, head: &str) {
        let inner = " ".repeat(indent + 2);
        let lines: Vec<&str> = self.source(node.span.range()).lines().map(str::trim).collect();
        let first = format!("{head} {}", lines.first().unwrap_or(&""));
        let rest = lines.iter().skip(1).map(|line| format!("\n{}", format!("{inner}{line}").trim_end()));
        let whole = first + &rest.collect::<String>();
        self.end_line(&whole, notes);
    }

    fn before(&mut self, notes: &Notes, indent: usize) {
        self.lines(&notes.before, indent);
        if notes.apart {
            self.empty();
        }
    }

    fn lines(&mut self, lines: &[Line], indent: usize) {
        for line in lines {
            match line {
                Line::Empty => self.empty(),
                Line::Comment(words) => self.line(&format!("{}{words}", " ".repeat(indent))),
            }
        }
    }

    /// A line with the comments beside it. A second comment has no place there and goes before.
    fn end_line(&mut self, line: &str, notes: &Notes) {
        let mut line = line.to_owned();
        let (last, others) = notes.beside.split_last().map_or((None, [].as_slice()), |(last, rest)| (Some(last), rest));
        for (_, words) in others {
            let indent = line.len() - line.trim_start().len();
            self.line(&format!("{}{words}", " ".repeat(indent)));
        }
        if let Some((gap, words)) = last {
            line.push_str(&" ".repeat((*gap).max(1)));
            line.push_str(words);
        }
        self.line(&line);
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
        self.fresh = false;
    }

    fn empty(&mut self) {
        if !self.fresh && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn notes(&self, start: usize, depth: usize) -> Notes {
        self.notes.by_part.get(&(start, depth)).cloned().unwrap_or_default()
    }

    fn source(&self, range: std::ops::Range<usize>) -> &str {
        self.text.get(range).unwrap_or("")
    }
}

/// Whether a text is words with single blanks between them, so that lines can be broken between any two.
fn is_simple(value: &str) -> bool {
    let words = value.strip_suffix('\n').unwrap_or(value);
    let plain = |c: char| c == ' ' || !c.is_whitespace();
    !words.is_empty()
        && !words.starts_with(' ')
        && !words.ends_with(' ')
        && !words.contains("  ")
        && words.chars().all(plain)
}

/// Whether every item of a list is one text.
fn is_plain_list(node: &Node) -> bool {
    matches!(&node.kind, Kind::Sequence(items) if items.iter().all(|item| matches!(item.kind, Kind::Scalar(_))))
}

/// A value on one line, as it stands between brackets. `None` where a text in it must keep its lines.
fn flow(text: &str, node: &Node) -> Option<String> {
    match &node.kind {
        Kind::Scalar(scalar) => {
            let source = text.get(node.span.range())?.trim_end();
            match scalar.style {
                Style::Plain | Style::Quoted if !source.contains('\n') => Some(source.to_owned()),
                Style::Plain if is_simple(&scalar.value) => Some(scalar.value.to_string()),
                _ => None,
            }
        }
        Kind::Sequence(items) => {
            let parts: Option<Vec<String>> = items.iter().map(|item| flow(text, item)).collect();
            Some(format!("[{}]", parts?.join(", ")))
        }
        Kind::Mapping(entries) if entries.is_empty() => Some("{}".to_owned()),
        Kind::Mapping(entries) => {
            let part = |entry: &Entry| {
                let key = text.get(entry.key.span.range())?;
                let value = flow(text, &entry.value)?;
                Some(if value.is_empty() { format!("{key}:") } else { format!("{key}: {value}") })
            };
            let parts: Option<Vec<String>> = entries.iter().map(part).collect();
            Some(format!("{{ {} }}", parts?.join(", ")))
        }
        Kind::Failed => None,
    }
}

/// Words in lines of at most `most` characters; a longer word has a line of its own.
fn fill<'a>(words: impl Iterator<Item = &'a str>, most: usize, between: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if width(line) + between.len() + width(word) <= most => {
                line.push_str(between);
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn width(text: &str) -> usize {
    text.chars().count()
}
