//! A page of Markdown: blocks with an empty line between them, made of safe pieces only.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::report::escape::{Anchor, Inline, MarkdownCode, MarkdownText};

/// The names of the headings of a page.
#[derive(Clone, Debug, Default)]
pub(in crate::report) struct Anchors {
    by_key: BTreeMap<String, Anchor>,
    contents: Vec<(u8, String, Anchor)>,
}

/// A page that is being written.
#[derive(Debug)]
pub(in crate::report) struct Page {
    out: String,
    /// The names from an earlier round, to link to.
    known: Anchors,
    /// The names of this round.
    found: Anchors,
    used: BTreeMap<String, usize>,
}

impl Page {
    pub(in crate::report) fn new(known: Anchors) -> Self {
        Self { out: String::new(), known, found: Anchors::default(), used: BTreeMap::new() }
    }

    /// A heading. With a key, others can link to it.
    pub(in crate::report) fn heading(&mut self, level: u8, words: &str, key: Option<String>) {
        let mut anchor = Anchor::of(words);
        let used = self.used.entry(anchor.name().to_owned()).or_default();
        if *used > 0 {
            anchor = anchor.numbered(*used);
        }
        *used += 1;
        self.found.contents.push((level, words.to_owned(), anchor.clone()));
        if let Some(key) = key {
            self.found.by_key.insert(key, anchor);
        }
        let marks = "#".repeat(usize::from(level));
        self.block(&format!("{marks} {}", MarkdownText(words)));
    }

    /// A list of the headings of the first two levels.
    pub(in crate::report) fn contents(&mut self) {
        let entries = self.known.contents.clone();
        for (level, words, anchor) in entries.iter().skip(1).filter(|(level, ..)| *level <= 2) {
            self.item(usize::from(*level) - 1, &Inline::link(words, anchor));
        }
        self.end_list();
    }

    /// Words that lead to the heading with a key, or the words alone where there is none.
    pub(in crate::report) fn link(&self, words: &str, key: &str) -> Inline {
        self.known.by_key.get(key).map_or_else(|| Inline::text(words), |anchor| Inline::link(words, anchor))
    }

    /// A paragraph.
    pub(in crate::report) fn paragraph(&mut self, words: &Inline) {
        if !words.is_empty() {
            self.block(&words.to_string());
        }
    }

    /// One entry of a list, `depth` lists deep. The list ends with [`Page::end_list`].
    pub(in crate::report) fn item(&mut self, depth: usize, words: &Inline) {
        if !words.is_empty() {
            // Writing to a string does not fail.
            let _ = writeln!(self.out, "{}- {words}", "  ".repeat(depth));
        }
    }

    /// Ends a list.
    pub(in crate::report) fn end_list(&mut self) {
        if self.out.ends_with('\n') && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A table.
    pub(in crate::report) fn table<const N: usize>(&mut self, head: [&'static str; N], rows: Vec<[Inline; N]>) {
        if rows.is_empty() {
            return;
        }
        let mut lines = vec![format!("| {} |", head.join(" | ")), format!("|{}", " --- |".repeat(N))];
        lines.extend(rows.into_iter().map(|row| format!("| {} |", row.map(|cell| cell.to_string()).join(" | "))));
        self.block(&lines.join("\n"));
    }

    /// Begins a part that is folded until a reader opens it. It ends with [`Page::unfold`].
    pub(in crate::report) fn fold(&mut self, summary: &Inline) {
        self.block(&format!("<details><summary>{summary}</summary>"));
    }

    /// Ends a folded part.
    pub(in crate::report) fn unfold(&mut self) {
        self.block("</details>");
    }

    /// A block of text as it stands, such as a rule or the help of a command.
    pub(in crate::report) fn code(&mut self, language: &'static str, text: &str) {
        self.block(&MarkdownCode { language, text }.to_string());
    }

    fn block(&mut self, text: &str) {
        self.end_list();
        self.out.push_str(text);
        self.out.push_str("\n\n");
    }

    /// The names of the headings that were written.
    pub(in crate::report) fn anchors(self) -> Anchors {
        self.found
    }

    /// The text of the page.
    pub(in crate::report) fn finish(mut self) -> String {
        self.out.truncate(self.out.trim_end_matches('\n').len());
        self.out.push('\n');
        self.out
    }
}
