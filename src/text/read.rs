//! From Markdown to the tree of a law's text: the only place that knows the Markdown parser.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{ListType, NodeValue, Sourcepos};
use comrak::{Arena, Options, parse_document};

use super::build::{Block, Builder};
use super::front::{Front, front};
use super::law::LawText;
use crate::base::Text;
use crate::base::files::Files;
use crate::base::span::{FileId, Span};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// The longest law text that is read, in bytes. The longest codes have less than half of it.
pub const MOST_BYTES: usize = crate::base::limits::LAW_TEXT_BYTES;

/// A line that stands in a draft where a block on what an article says could: somebody read it, and it says nothing.
pub(crate) const NOTHING: &str = "says: none";

/// Reads a law's text. `None` where it is too long; that is reported. There is no text that is not Markdown.
///
/// Code that is fenced and comments in HTML are not the law's own words; everything else is, without its markup.
pub fn read(files: &Files, file: FileId, diagnostics: &mut Diagnostics) -> Option<LawText> {
    let source = files.get(file)?.text.clone();
    if source.len() > MOST_BYTES {
        let headline = format!("the law's text is longer than {} MiB", MOST_BYTES / (1024 * 1024));
        diagnostics.push(
            Diagnostic::new(Code::FileTooLarge, headline, Span::new(file, 0..0), "")
                .help("split it into several laws, or leave out what no provision cites"),
        );
        return None;
    }
    let front = front(&source);
    let begin = match &front {
        Front::Keys(_, body) => *body,
        Front::None | Front::Open => source.len() - source.trim_start_matches('\u{feff}').len(),
    };
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    let root = parse_document(&arena, source.get(begin..).unwrap_or(""), &options);
    let mut walk =
        Walk { places: Places::new(file, source.clone(), begin), builder: Builder::new(file, source), block: None };
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => {
                let data = node.data();
                walk.start(&data.value, data.sourcepos);
            }
            NodeEdge::End(node) => {
                let data = node.data();
                walk.end(&data.value, data.sourcepos);
            }
        }
    }
    Some(walk.builder.finish(front))
}

struct Walk {
    places: Places,
    builder: Builder,
    /// The block whose words are being gathered.
    block: Option<Block>,
}

impl Walk {
    fn start(&mut self, value: &NodeValue, at: Sourcepos) {
        match value {
            NodeValue::Heading(_) | NodeValue::Paragraph | NodeValue::TableCell => self.block = Some(Block::default()),
            NodeValue::Item(list) => {
                let number = match list.list_type {
                    ListType::Ordered => self.places.number(at),
                    ListType::Bullet => None,
                };
                self.builder.item(number.as_ref().map(|(text, file)| (text.as_str(), *file)));
            }
            NodeValue::CodeBlock(code) if code.fenced => {
                let (span, body) = self.places.fence(at, code.closed);
                if !code.info.trim().is_empty() {
                    self.builder.fence(&code.info, span, body, code.closed);
                }
            }
            NodeValue::CodeBlock(code) => {
                // Indented by somebody who meant to indent, not to write code.
                let mut block = Block::default();
                for (number, line) in (at.start.line..).zip(code.literal.lines()) {
                    if !block.text.is_empty() {
                        block.line();
                    }
                    block.push(line, self.places.find(number, line));
                }
                self.builder.paragraph(&block);
            }
            NodeValue::Text(words) => self.words(words, at),
            NodeValue::Code(code) => self.words(&code.literal, at),
            NodeValue::SoftBreak | NodeValue::LineBreak => self.line(),
            NodeValue::HtmlInline(tag) if tag.starts_with("<br") => self.line(),
            _ => {}
        }
    }

    fn end(&mut self, value: &NodeValue, at: Sourcepos) {
        match value {
            NodeValue::Heading(heading) => {
                let block = self.block.take().unwrap_or_default();
                self.builder.heading(heading.level, &block, self.places.line(at));
            }
            NodeValue::Paragraph => {
                let block = self.block.take().unwrap_or_default();
                if block.text == NOTHING {
                    let span = self.places.line(at);
                    self.builder.fence(NOTHING, span, span.part(0..0), true);
                } else {
                    self.builder.paragraph(&block);
                }
            }
            NodeValue::TableCell => {
                let block = self.block.take().unwrap_or_default();
                self.builder.words(&block);
            }
            NodeValue::Item(_) => self.builder.item_ends(),
            _ => {}
        }
    }

    fn words(&mut self, words: &str, at: Sourcepos) {
        let Some(block) = &mut self.block else { return };
        let start = self.places.byte(at.start.line, at.start.column);
        self.places.runs(words, start, block);
    }

    fn line(&mut self) {
        if let Some(block) = &mut self.block {
            block.line();
        }
    }
}

/// From the lines and columns of the parser to bytes of the file.
struct Places {
    file: FileId,
    source: Text,
    begin: usize,
    /// Where each line begins. A carriage return alone ends a line too, as the parser has it.
    lines: Vec<usize>,
}

impl Places {
    fn new(file: FileId, source: Text, begin: usize) -> Self {
        let bytes = source.as_bytes();
        let ends = |at: &usize| match bytes.get(*at) {
            Some(b'\n') => true,
            Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let lines = std::iter::once(begin).chain((begin..bytes.len()).filter(ends).map(|at| at + 1)).collect();
        Self { file, source, begin, lines }
    }

    fn byte(&self, line: usize, column: usize) -> usize {
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or(self.source.len());
        let at = (start + column.saturating_sub(1)).clamp(self.begin, self.source.len());
        (self.begin..=at).rev().find(|at| self.source.is_char_boundary(*at)).unwrap_or(self.begin)
    }

    /// The first line of a block, without the blanks around it.
    fn line(&self, at: Sourcepos) -> Span {
        let start = self.byte(at.start.line, at.start.column);
        let line = self.source.get(start..).unwrap_or("").split(['\n', '\r']).next().unwrap_or("");
        Span::new(self.file, start..start + line.trim_end().len())
    }

    /// The number of a list's item as it is written, since a list may be numbered as the writer likes.
    fn number(&self, at: Sourcepos) -> Option<(String, usize)> {
        let start = self.byte(at.start.line, at.start.column);
        let rest = self.source.get(start..)?;
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let written = rest.get(..digits + 1).filter(|_| digits > 0)?;
        Some((written.to_owned(), start))
    }

    /// The opening line of a fenced block, and the lines within.
    fn fence(&self, at: Sourcepos, closed: bool) -> (Span, Span) {
        let start = self.byte(at.start.line + 1, 1);
        let last = if closed { at.end.line } else { at.end.line + 1 };
        let end = self.byte(last, 1).max(start);
        (self.line(at), Span::new(self.file, start..end))
    }

    /// Where a line of indented words begins.
    fn find(&self, number: usize, line: &str) -> usize {
        let start = self.byte(number, 1);
        let rest = self.source.get(start..).unwrap_or("").split(['\n', '\r']).next().unwrap_or("");
        start + rest.find(line.trim()).unwrap_or(0).saturating_sub(line.len() - line.trim_start().len())
    }

    /// Adds words to a block, a run for each stretch that stands in the file as it does in the words.
    fn runs(&self, words: &str, start: usize, block: &mut Block) {
        /// How far the words of the file are searched for a letter that an escape or an entity hides.
        const REACH: usize = 40;
        let mut file = start;
        let mut from = 0;
        let mut run = start;
        for (at, letter) in words.char_indices() {
            let rest = self.source.get(file..).unwrap_or("");
            if !rest.starts_with(letter) {
                let near = rest.char_indices().take(REACH).find(|(_, other)| *other == letter);
                block.push(words.get(from..at).unwrap_or(""), run);
                file += near.map_or(0, |(offset, _)| offset);
                (from, run) = (at, file);
            }
            file = (file + letter.len_utf8()).min(self.source.len());
            while !self.source.is_char_boundary(file) {
                file += 1;
            }
        }
        block.push(words.get(from..).unwrap_or(""), run);
    }
}
