//! The tree of a law's own text, and the words under each of its parts.

use std::collections::HashMap;
use std::ops::Range;

use super::front::Front;
use super::words::{Lexicon, Word};
use crate::base::Text;
use crate::base::span::{FileId, Span};

/// A part of a law's text: the whole, a heading with everything under it, or a paragraph.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct UnitId(pub(super) u32);

/// What a part of a text is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum UnitKind {
    /// The whole text.
    Whole,
    /// A heading of this level, 1 to 6, with everything under it.
    Heading(u8),
    /// A lettered or numbered paragraph, with those under it.
    Lettered,
    /// A paragraph without letters: the so-manieth of its kind under its parent, from 1.
    Plain(u32),
}

/// One part of a text.
#[derive(Clone, Debug)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// The words of the heading, or the letters as they are compared; empty for the whole and for plain paragraphs.
    pub title: Text,
    /// Where its heading, its letters or its first words stand.
    pub span: Span,
    pub(super) word: Option<String>,
    pub(super) number: Option<String>,
    /// How much of the title the word and the number take up.
    pub(super) named: usize,
    pub(super) parent: u32,
    pub(super) depth: u32,
    /// The number after that of the last unit under it.
    pub(super) end: u32,
    /// Its bytes in the plain text, heading or letters included.
    pub(super) plain: Range<u32>,
    /// Where its own words begin, after the heading or the letters.
    pub(super) body: u32,
    /// How many plain paragraphs stand right under it.
    pub(super) plains: u32,
}

/// A fenced block with words after the fence, such as `says`.
#[derive(Clone, Debug)]
pub struct Fence {
    /// The heading it stands under, or the whole text.
    pub under: UnitId,
    /// The words after the fence.
    pub info: Text,
    /// The line of the fence.
    pub span: Span,
    /// The lines between the fences.
    pub body: Span,
    /// Whether a fence closes it.
    pub closed: bool,
}

/// From this byte of the plain text on, words stand at this byte of the file, up to the next run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) plain: u32,
    pub(super) file: u32,
}

/// A law's own text, read and ready to be cited and quoted.
#[derive(Clone, Debug)]
pub struct LawText {
    /// The file it stands in.
    pub file: FileId,
    /// What stands before the text.
    pub front: Front,
    /// The fenced blocks, in their order.
    pub fences: Vec<Fence>,
    pub(super) source: Text,
    pub(super) plain: String,
    pub(super) runs: Vec<Run>,
    pub(super) units: Vec<Unit>,
    pub(super) words: Vec<Word>,
    pub(super) lexicon: Lexicon,
    pub(super) numbers: HashMap<String, Vec<u32>>,
    pub(super) titles: HashMap<String, Vec<u32>>,
}

impl Unit {
    /// Whether it has a number or letters.
    pub fn is_numbered(&self) -> bool {
        self.number.is_some()
    }
}

impl LawText {
    /// The whole text.
    pub const WHOLE: UnitId = UnitId(0);

    /// A part of the text.
    #[expect(clippy::indexing_slicing, reason = "a UnitId is only made by the text that holds the unit")]
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.0 as usize]
    }

    /// Every part, in the order of the text.
    pub fn units(&self) -> impl Iterator<Item = (UnitId, &Unit)> {
        (0..).map(UnitId).zip(&self.units)
    }

    /// The words of the file at a place, markup and all.
    pub fn source(&self, span: Span) -> &str {
        self.source.get(span.range()).unwrap_or("")
    }

    /// Whether there is a heading or a lettered paragraph by which anything could be cited.
    pub fn has_parts(&self) -> bool {
        self.units.iter().any(|unit| matches!(unit.kind, UnitKind::Heading(_) | UnitKind::Lettered))
    }

    /// How many words the text has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The parts right under another.
    pub fn children(&self, id: UnitId) -> impl Iterator<Item = UnitId> {
        let end = self.unit(id).end;
        let mut next = id.0 + 1;
        std::iter::from_fn(move || {
            let child = (next < end).then_some(UnitId(next))?;
            next = self.unit(child).end;
            Some(child)
        })
    }

    /// The words of a part without its heading or letters, as plain text, a line for each block.
    pub fn body(&self, id: UnitId) -> &str {
        let unit = self.unit(id);
        self.slice(unit.body..unit.plain.end).trim()
    }

    /// The words that stand right under a heading, before the first heading below it.
    pub fn own(&self, id: UnitId) -> &str {
        let unit = self.unit(id);
        let heading = |child: &UnitId| matches!(self.unit(*child).kind, UnitKind::Heading(_));
        let end = self.children(id).find(heading).map_or(unit.plain.end, |child| self.unit(child).plain.start);
        self.slice(unit.body..end).trim()
    }

    /// Where the words of a part stand in the file, without its heading or letters.
    pub fn body_span(&self, id: UnitId) -> Span {
        let unit = self.unit(id);
        let words = self.words_of(unit.body..unit.plain.end);
        if words.is_empty() { unit.span } else { self.span(words) }
    }

    /// A part as a lawyer would cite it within the law: `Article 5(1)(a)`.
    pub fn cite(&self, id: UnitId) -> String {
        let unit = self.unit(id);
        match unit.kind {
            UnitKind::Whole => "the whole text".to_owned(),
            UnitKind::Heading(_) => self.heading(unit),
            UnitKind::Plain(number) => match self.unit(UnitId(unit.parent)).kind {
                UnitKind::Whole => format!("paragraph {number}"),
                _ => format!("{}, paragraph {number}", self.cite(UnitId(unit.parent))),
            },
            UnitKind::Lettered => {
                let mut parent = UnitId(unit.parent);
                while let UnitKind::Plain(_) = self.unit(parent).kind {
                    parent = UnitId(self.unit(parent).parent);
                }
                let own = format!("({})", unit.title);
                let above = if parent == Self::WHOLE { String::new() } else { self.cite(parent) };
                above + &own
            }
        }
    }

    /// A part with every heading above it: `Part II, Article 5`.
    pub fn cite_fully(&self, id: UnitId) -> String {
        let mut words = vec![self.cite(id)];
        let mut unit = self.unit(id);
        while !matches!(unit.kind, UnitKind::Heading(_) | UnitKind::Whole) {
            unit = self.unit(UnitId(unit.parent));
        }
        while unit.kind != UnitKind::Whole {
            unit = self.unit(UnitId(unit.parent));
            if let UnitKind::Heading(_) = unit.kind {
                words.push(self.heading(unit));
            }
        }
        words.reverse();
        words.join(", ")
    }

    /// The innermost part that holds a word.
    pub(super) fn holder(&self, word: u32) -> UnitId {
        let at = self.words.get(word as usize).map_or(0, |word| word.start);
        let after = self.units.partition_point(|unit| unit.plain.start <= at);
        let mut id = UnitId(super::words::narrow(after.saturating_sub(1)));
        while id != Self::WHOLE && self.unit(id).plain.end <= at {
            id = UnitId(self.unit(id).parent);
        }
        id
    }

    /// The words within a range of the plain text.
    pub(super) fn words_of(&self, plain: Range<u32>) -> Range<u32> {
        let first = self.words.partition_point(|word| word.start < plain.start);
        let last = self.words.partition_point(|word| word.start < plain.end);
        super::words::narrow(first)..super::words::narrow(last)
    }

    /// The plain text of a range of words.
    pub(super) fn text_of(&self, words: Range<u32>) -> &str {
        self.slice(self.plain_of(words))
    }

    /// The place in the file of a range of words.
    pub(super) fn span(&self, words: Range<u32>) -> Span {
        let plain = self.plain_of(words);
        let last = self.slice(plain.clone()).chars().next_back().map_or(0, char::len_utf8);
        let start = self.place(plain.start);
        let end = self.place(plain.end - super::words::narrow(last).min(plain.end)) + last;
        let end = (end.max(start)..=self.source.len()).find(|end| self.source.is_char_boundary(*end));
        Span::new(self.file, start..end.unwrap_or(start))
    }

    /// The byte of the file at which a byte of the plain text stands; never within a character.
    fn place(&self, plain: u32) -> usize {
        let run = self.runs.partition_point(|run| run.plain <= plain).checked_sub(1);
        let place = run.and_then(|run| self.runs.get(run)).map_or(0, |run| plain - run.plain + run.file) as usize;
        (0..=place.min(self.source.len())).rev().find(|at| self.source.is_char_boundary(*at)).unwrap_or(0)
    }

    fn plain_of(&self, words: Range<u32>) -> Range<u32> {
        let start = self.words.get(words.start as usize).map_or(0, |word| word.start);
        let last = words.end.checked_sub(1).filter(|last| *last >= words.start);
        let end = last.and_then(|last| self.words.get(last as usize)).map_or(start, |word| word.end);
        start..end
    }

    fn slice(&self, plain: Range<u32>) -> &str {
        self.plain.get(plain.start as usize..plain.end as usize).unwrap_or("")
    }

    /// The name of a heading as it is written, or all its words where it has no number.
    fn heading(&self, unit: &Unit) -> String {
        let name = unit.title.get(..unit.named).filter(|_| unit.number.is_some()).unwrap_or(&unit.title);
        name.trim_end_matches(|c: char| matches!(c, '.' | ':' | ',' | ';' | '—' | '–' | '-') || c.is_whitespace())
            .to_owned()
    }
}
