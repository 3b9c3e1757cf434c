//! From the blocks of a Markdown text to the tree of units: what stands under what.
//!
//! Headings nest by their levels. Paragraphs nest by their letters, as `marker` decides, and by the lists they stand in.
//! A paragraph without letters ends the lettered rows before it but for the outermost, whose last paragraph may go on
//! after its own sub-paragraphs; one that begins with a quotation mark is a definition and ends them all.

use std::collections::HashMap;
use std::ops::Range;

use super::front::Front;
use super::law::{Fence, LawText, Run, Unit, UnitId, UnitKind};
use super::marker::{Marker, Nesting, Row, leading, nesting};
use super::name::{Name, fold_number, name, phrase};
use super::words::{Lexicon, is_dash, is_quote, narrow};
use crate::base::Text;
use crate::base::span::{FileId, Span};

/// The words of one block, with the places of its runs and the beginnings of its lines.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) text: String,
    pub(super) runs: Vec<Run>,
    pub(super) lines: Vec<usize>,
}

impl Block {
    /// Adds words that stand at a byte of the file.
    pub(super) fn push(&mut self, words: &str, file: usize) {
        self.runs.push(Run { plain: narrow(self.text.len()), file: narrow(file) });
        self.text.push_str(words);
    }

    /// Begins a new line.
    pub(super) fn line(&mut self) {
        self.text.push('\n');
        self.lines.push(self.text.len());
    }
}

#[derive(Clone, Copy, Debug)]
enum Level {
    Heading(u8),
    /// The inside of a list's item: rows outside do not go on in here.
    Item,
    Lettered(Row, u32),
    Plain {
        /// It ends with a colon or a dash, so that what follows stands under it.
        leads: bool,
    },
}

/// The tree as far as it is built.
#[derive(Debug)]
pub(super) struct Builder {
    file: FileId,
    source: Text,
    plain: String,
    runs: Vec<Run>,
    units: Vec<Unit>,
    open: Vec<(Level, Option<u32>)>,
    fences: Vec<Fence>,
}

impl Builder {
    pub(super) fn new(file: FileId, source: Text) -> Self {
        let mut builder = Self {
            file,
            source,
            plain: String::new(),
            runs: Vec::new(),
            units: Vec::new(),
            open: Vec::new(),
            fences: Vec::new(),
        };
        let span = Span::new(file, 0..builder.source.lines().next().map_or(0, str::len));
        builder.units.push(unit(UnitKind::Whole, "".into(), span, None, Name::default()));
        builder
    }

    /// A heading: ends everything but the headings above it.
    pub(super) fn heading(&mut self, level: u8, block: &Block, span: Span) {
        let above = |(open, _): &(Level, Option<u32>)| matches!(open, Level::Heading(other) if *other < level);
        let keep = self.open.iter().position(|open| !above(open)).unwrap_or(self.open.len());
        self.close(keep);
        let title = block.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = name(&title);
        self.gap();
        self.enter(Level::Heading(level), UnitKind::Heading(level), title.into(), name, span, self.plain.len());
        self.append(block, 0..block.text.len());
        self.body_begins();
    }

    /// An item of a list begins, with its number if it has one.
    pub(super) fn item(&mut self, number: Option<(&str, usize)>) {
        if let Some((written, file)) = number
            && let Some((marker, _)) = leading(written)
        {
            let mut block = Block::default();
            block.push(written, file);
            self.gap();
            self.lettered(&marker, Span::new(self.file, file..file + written.len()), self.plain.len());
            self.append(&block, 0..block.text.len());
            self.body_begins();
        }
        self.open.push((Level::Item, None));
    }

    /// An item of a list ends; the row it belongs to may go on.
    pub(super) fn item_ends(&mut self) {
        if let Some(item) = self.open.iter().rposition(|(level, _)| matches!(level, Level::Item)) {
            self.close(item);
        }
    }

    /// A paragraph, which may hold several that are lettered: each on a line of its own, after a line that ends.
    pub(super) fn paragraph(&mut self, block: &Block) {
        let mut start = 0;
        for line in &block.lines {
            let before = block.text.get(start..*line).unwrap_or("").trim_end();
            let after = block.text.get(*line..).unwrap_or("");
            if ends(before) && leading(after).is_some() {
                self.segment(block, start..*line);
                start = *line;
            }
        }
        self.segment(block, start..block.text.len());
    }

    /// Words that are no paragraph of their own, such as a cell of a table.
    pub(super) fn words(&mut self, block: &Block) {
        self.gap();
        self.append(block, 0..block.text.len());
    }

    /// A fenced block with words after the fence.
    pub(super) fn fence(&mut self, info: &str, span: Span, body: Span, closed: bool) {
        let heading = self.open.iter().rev().find(|(level, _)| matches!(level, Level::Heading(_)));
        let under = UnitId(heading.and_then(|(_, unit)| *unit).unwrap_or(0));
        self.fences.push(Fence { under, info: info.trim().into(), span, body, closed });
    }

    fn segment(&mut self, block: &Block, range: Range<usize>) {
        let text = block.text.get(range.clone()).unwrap_or("");
        if text.trim().is_empty() {
            return;
        }
        let blank = text.len() - text.trim_start().len();
        self.gap();
        let begin = self.plain.len();
        let mut at = blank;
        while let Some((marker, length)) = text.get(at..).and_then(leading) {
            let span = self.span_in(block, range.start + at..range.start + at + length);
            self.lettered(&marker, span, begin + at);
            at += length;
            if let Some(unit) = self.top().and_then(|top| self.units.get_mut(top as usize)) {
                unit.body = narrow(begin + at);
            }
        }
        if at == blank {
            let words = text.trim();
            let span = self
                .span_in(block, range.start + blank..range.start + blank + words.lines().next().map_or(0, str::len));
            self.unlettered(words, span, begin + blank);
        }
        self.append(block, range);
    }

    fn lettered(&mut self, marker: &Marker, span: Span, start: usize) {
        let barrier = self.barrier();
        let rows = self.open.iter().enumerate().skip(barrier).filter_map(|(at, (level, _))| match level {
            Level::Lettered(row, last) => Some((at, *row, *last)),
            Level::Heading(_) | Level::Item | Level::Plain { .. } => None,
        });
        let rows: Vec<(usize, Row, u32)> = rows.collect();
        let places: Vec<(Row, u32)> = rows.iter().map(|(_, row, last)| (*row, *last)).collect();
        let (row, value) = match nesting(marker, &places) {
            Some(Nesting::Goes(level, row, value)) => {
                let keep = rows.get(level).map_or(self.open.len(), |(at, _, _)| *at);
                self.close_at(keep, start);
                (row, value)
            }
            Some(Nesting::Under(row, value)) => {
                while matches!(self.open.last(), Some((Level::Plain { leads: false }, _))) {
                    self.close_at(self.open.len() - 1, start);
                }
                (row, value)
            }
            None => return,
        };
        let name = Name { word: None, number: Some(marker.number.clone()), length: 0 };
        self.enter(Level::Lettered(row, value), UnitKind::Lettered, marker.number.as_str().into(), name, span, start);
    }

    fn unlettered(&mut self, words: &str, span: Span, start: usize) {
        let barrier = self.barrier();
        let outermost = self.open.iter().skip(barrier).position(|(level, _)| matches!(level, Level::Lettered(..)));
        let keep = match outermost {
            Some(outermost) if !words.starts_with(is_quote) => barrier + outermost + 1,
            _ => barrier,
        };
        self.close_at(keep, start);
        let parent = self.top().unwrap_or(0);
        let number = self.units.get_mut(parent as usize).map_or(1, |unit| {
            unit.plains += 1;
            unit.plains
        });
        let leads = words.ends_with(|c: char| c == ':' || is_dash(c));
        self.enter(Level::Plain { leads }, UnitKind::Plain(number), "".into(), Name::default(), span, start);
    }

    /// The first level above the innermost heading or item.
    fn barrier(&self) -> usize {
        let walls = |(level, _): &(Level, Option<u32>)| matches!(level, Level::Heading(_) | Level::Item);
        self.open.iter().rposition(walls).map_or(0, |wall| wall + 1)
    }

    fn top(&self) -> Option<u32> {
        self.open.iter().rev().find_map(|(_, unit)| *unit)
    }

    fn enter(&mut self, level: Level, kind: UnitKind, title: Text, name: Name, span: Span, start: usize) {
        let parent = self.top().unwrap_or(0);
        let depth = self.units.get(parent as usize).map_or(0, |unit| unit.depth) + 1;
        let mut unit = unit(kind, title, span, Some((parent, depth)), name);
        unit.plain.start = narrow(start);
        unit.body = narrow(start);
        self.open.push((level, Some(narrow(self.units.len()))));
        self.units.push(unit);
    }

    fn body_begins(&mut self) {
        let at = narrow(self.plain.len());
        if let Some(unit) = self.top().and_then(|top| self.units.get_mut(top as usize)) {
            unit.body = at;
        }
    }

    fn close(&mut self, keep: usize) {
        self.close_at(keep, self.plain.len());
    }

    /// Ends every level but the first `keep`; what ends, ends before the byte `end` of the plain text.
    fn close_at(&mut self, keep: usize, end: usize) {
        let units = narrow(self.units.len());
        for (_, unit) in self.open.drain(keep.min(self.open.len())..) {
            if let Some(unit) = unit.and_then(|unit| self.units.get_mut(unit as usize)) {
                unit.plain.end = narrow(end).max(unit.plain.start);
                unit.body = unit.body.min(unit.plain.end);
                unit.end = units;
            }
        }
    }

    /// A line's end between two blocks.
    fn gap(&mut self) {
        if !self.plain.is_empty() && !self.plain.ends_with('\n') {
            self.plain.push('\n');
        }
    }

    fn append(&mut self, block: &Block, range: Range<usize>) {
        let at = self.plain.len();
        let (start, end) = (narrow(range.start), narrow(range.end));
        let first = block.runs.partition_point(|run| run.plain <= start).saturating_sub(1);
        for run in block.runs.iter().skip(first).take_while(|run| run.plain < end) {
            let skipped = start.saturating_sub(run.plain);
            let plain = run.plain + skipped - start + narrow(at);
            self.runs.push(Run { plain, file: run.file + skipped });
        }
        self.plain.push_str(block.text.get(range).unwrap_or(""));
    }

    fn span_in(&self, block: &Block, range: Range<usize>) -> Span {
        let words = block.text.get(range.clone()).map_or(0, |words| words.trim_end().len());
        let start = narrow(range.start);
        let run = block.runs.partition_point(|run| run.plain <= start).checked_sub(1);
        let file = run.and_then(|run| block.runs.get(run)).map_or(0, |run| start - run.plain + run.file) as usize;
        let bound = |at: usize| (0..=at.min(self.source.len())).rev().find(|at| self.source.is_char_boundary(*at));
        Span::new(self.file, bound(file).unwrap_or(0)..bound(file + words).unwrap_or(0))
    }

    /// The finished text.
    pub(super) fn finish(mut self, front: Front) -> LawText {
        self.close(0);
        let units = narrow(self.units.len());
        let end = narrow(self.plain.len());
        if let Some(whole) = self.units.first_mut() {
            whole.plain.end = end;
            whole.end = units;
        }
        let mut numbers: HashMap<String, Vec<u32>> = HashMap::new();
        let mut titles: HashMap<String, Vec<u32>> = HashMap::new();
        for (id, unit) in (0..).zip(&self.units) {
            if let Some(number) = &unit.number {
                numbers.entry(fold_number(number)).or_default().push(id);
            }
            if matches!(unit.kind, UnitKind::Heading(_)) {
                let whole = phrase(&unit.title);
                let rest = phrase(unit.title.get(unit.named..).unwrap_or(""));
                if rest != whole && !rest.is_empty() {
                    titles.entry(rest).or_default().push(id);
                }
                titles.entry(whole).or_default().push(id);
            }
        }
        let mut lexicon = Lexicon::default();
        let words = lexicon.learn(&self.plain);
        LawText {
            file: self.file,
            front,
            fences: self.fences,
            source: self.source,
            plain: self.plain,
            runs: self.runs,
            units: self.units,
            words,
            lexicon,
            numbers,
            titles,
        }
    }
}

fn unit(kind: UnitKind, title: Text, span: Span, above: Option<(u32, u32)>, name: Name) -> Unit {
    let (parent, depth) = above.unwrap_or((0, 0));
    Unit {
        kind,
        title,
        span,
        word: name.word,
        number: name.number,
        named: name.length,
        parent,
        depth,
        end: 0,
        plain: 0..0,
        body: 0,
        plains: 0,
    }
}

/// Whether a line ends so that a new paragraph may begin on the next: with a mark, or with "and" or "or".
fn ends(line: &str) -> bool {
    let mark = line.ends_with(|c: char| matches!(c, '.' | ',' | ';' | ':' | ')') || is_dash(c) || is_quote(c));
    mark || line.ends_with(" and") || line.ends_with(" or")
}
