//! A law's own words, article by article, and what they do not bear out of a record.

use std::collections::BTreeMap;

use crate::base::Text;
use crate::base::span::Spanned;
use crate::text::{LawText, UnitId, UnitKind};

/// An article in its own words.
#[derive(Clone, Debug)]
pub struct Passage {
    /// How it is cited, with the place of its heading.
    pub at: Spanned<Text>,
    /// What stands right under its heading.
    pub words: Text,
    /// What an annotated draft says of it.
    pub reading: Reading,
}

/// Whether anybody has said what an article says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reading {
    /// That is recorded apart from the text, or the words are no article.
    Apart,
    /// A block under it says so; it is a provision too.
    Said,
    /// It was read and touches no topic.
    Nothing,
    /// Nothing says so: nobody has read it.
    Unread,
}

/// How each heading of a text is cited: with those above it where another has the same name.
pub(crate) struct Names<'a> {
    text: &'a LawText,
    count: BTreeMap<String, usize>,
}

impl<'a> Names<'a> {
    pub(crate) fn of(text: &'a LawText) -> Self {
        let mut count = BTreeMap::new();
        for (id, _) in text.units().filter(|(_, unit)| matches!(unit.kind, UnitKind::Heading(_))) {
            *count.entry(text.cite(id)).or_default() += 1;
        }
        Self { text, count }
    }

    pub(crate) fn cite(&self, id: UnitId) -> Spanned<Text> {
        let cite = self.text.cite(id);
        let alone = self.count.get(&cite).is_none_or(|count| *count < 2);
        let cite = if alone { cite } else { self.text.cite_fully(id) };
        Spanned::new(cite.into(), self.text.unit(id).span)
    }
}

/// The articles of a text: every heading with words right under it.
pub(crate) fn passages(text: &LawText, reading: impl Fn(UnitId) -> Reading) -> Vec<Passage> {
    let names = Names::of(text);
    let headings = text.units().filter(|(_, unit)| matches!(unit.kind, UnitKind::Heading(_)));
    let spoken = headings.map(|(id, _)| (id, text.own(id))).filter(|(_, words)| !words.is_empty());
    spoken.map(|(id, words)| Passage { at: names.cite(id), words: words.into(), reading: reading(id) }).collect()
}

/// What a law's own text does not bear out about a provision.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Doubt {
    /// Its pinpoint leads to no place, or to several.
    Pinpoint,
    /// Its quotation does not stand there.
    Quotation,
}

impl Doubt {
    /// The doubt in words, for whoever relies on the provision.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Pinpoint => "its pinpoint leads to no single place in the law's text",
            Self::Quotation => "its quotation does not stand in the law's text",
        }
    }
}
