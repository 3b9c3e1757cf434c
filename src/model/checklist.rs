//! A standard: what ought to be there, as sections, items and elements, each element with a rule.

mod read;
pub mod requirement;
mod resolve;

use super::vocabulary::InstrumentId;
use super::words::{Floor, Lever};
use crate::base::Text;
use crate::base::span::{Span, Spanned};

pub use read::read;
pub use requirement::Requirement;

/// A standard to audit against.
#[derive(Clone, Debug)]
pub struct Checklist {
    /// Its id, by which findings are cited.
    pub id: Spanned<Text>,
    /// Its title.
    pub title: Text,
    /// The number of the edition; it grows when a verdict may change on an unchanged record.
    pub version: u32,
    /// What it says of itself, and its limits.
    pub note: Option<Text>,
    /// Where it comes from.
    pub origin: Origin,
    /// A second way to order the elements: ids and titles.
    pub outline: Vec<(Spanned<Text>, Text)>,
    /// Its sections in order.
    pub sections: Vec<Section>,
}

/// The publication a checklist is taken from.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Title of the publication.
    pub title: Text,
    /// Its publisher.
    pub publisher: Option<Text>,
    /// The year.
    pub year: Option<Text>,
    /// The annex.
    pub annex: Option<Text>,
    /// The pages.
    pub pages: Option<Text>,
    /// Where it can be found.
    pub url: Option<Text>,
}

/// A heading with its items.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its id.
    pub id: Spanned<Text>,
    /// Its title.
    pub title: Text,
    /// Its items in order.
    pub items: Vec<Item>,
}

/// One thing that ought to be there.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its id, unique in the checklist.
    pub id: Spanned<Text>,
    /// Former ids.
    pub was: Vec<Spanned<Text>>,
    /// Its title.
    pub title: Text,
    /// What it asks, complete.
    pub requires: Text,
    /// The duties behind it.
    pub basis: Vec<Basis>,
    /// The weakest tier of instrument that can meet it.
    pub floor: Floor,
    /// Its parts, each with a rule.
    pub elements: Vec<Element>,
    /// What to do about a gap.
    pub remedy: Remedy,
    /// What a reader should know.
    pub note: Option<Text>,
}

/// A treaty article that obliges a party to have what an item asks.
#[derive(Clone, Debug)]
pub struct Basis {
    /// The treaty.
    pub instrument: InstrumentId,
    /// The article, as lawyers cite it.
    pub article: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

/// A part of an item that is judged by itself.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its id, unique in the item.
    pub id: Spanned<Text>,
    /// Former ids, `element` or `item.element`.
    pub was: Vec<Spanned<Text>>,
    /// What it asks.
    pub requires: Text,
    /// The question put to the record.
    pub rule: Requirement,
    /// Ids of the outline.
    pub answers: Vec<Spanned<Text>>,
    /// The element's floor, its own or the item's.
    pub floor: Floor,
    /// The element's own remedy.
    pub remedy: Option<Remedy>,
}

/// What to do about a gap.
#[derive(Clone, Debug)]
pub struct Remedy {
    /// What it takes.
    pub lever: Lever,
    /// What a drafter should write or watch.
    pub pointer: Text,
}

impl Checklist {
    /// Every item in order, with its section.
    pub fn items(&self) -> impl Iterator<Item = (&Section, &Item)> {
        self.sections.iter().flat_map(|section| section.items.iter().map(move |item| (section, item)))
    }

    /// The item with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items().map(|(_, item)| item).find(|item| &*item.id.value == id)
    }
}

impl Item {
    /// The element with this id.
    pub fn element(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|element| &*element.id.value == id)
    }
}
