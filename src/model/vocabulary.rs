//! The words that records and rules share: topics with their attributes, sets of terms, subjects, instruments.

mod lookup;
mod read;

use std::collections::HashMap;

use super::words::Consent;
use crate::base::Text;
use crate::base::country::Country;
use crate::base::day::Date;
use crate::base::span::Span;

pub use lookup::Unknown;
pub use read::read;
pub(crate) use read::{RESERVED, country};

macro_rules! index {
    ($(#[$outer:meta])* $name:ident) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct $name(pub(crate) u16);
    };
}

index!(/** The number of a topic in its vocabulary. */ TopicId);
index!(/** The number of an attribute in its topic. */ AttributeId);
index!(/** The number of a set of terms in its vocabulary. */ TermSetId);
index!(/** The number of a subject in its vocabulary. */ SubjectId);
index!(/** The number of an instrument in its vocabulary. */ InstrumentId);

/// The words of one vocabulary file.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// The number of the edition; it grows when a word changes its meaning.
    pub version: u32,
    pub(crate) term_sets: Vec<TermSet>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) subjects: Vec<Subject>,
    pub(crate) instruments: Vec<Instrument>,
    pub(crate) names: HashMap<(Kind, Text), u16>,
}

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Kind {
    TermSet,
    Topic,
    Subject,
    Instrument,
}

/// A set of terms from which attributes draw.
#[derive(Clone, Debug)]
pub struct TermSet {
    /// Its id; for a set written inside an attribute, `topic.attribute`.
    pub id: Text,
    /// Its name in words.
    pub title: Text,
    /// Where the set comes from: an article, a page.
    pub origin: Option<Text>,
    /// The terms, at most [`Terms::MOST`].
    pub terms: Vec<Term>,
}

/// One word of a set.
#[derive(Clone, Debug)]
pub struct Term {
    /// The word as records and rules write it.
    pub id: Text,
    /// The word as a reader sees it.
    pub title: Text,
    /// What it means, in our own words.
    pub definition: Text,
    /// Where it comes from.
    pub origin: Option<Text>,
}

/// Some terms of one set.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Terms(pub(crate) u128);

impl Terms {
    /// The most terms that one set may have.
    pub const MOST: usize = crate::base::limits::TERMS;

    /// The one term with this number.
    pub fn one(number: usize) -> Self {
        Self(1u128.checked_shl(u32::try_from(number).unwrap_or(u32::MAX)).unwrap_or(0))
    }

    /// The first `count` terms of a set.
    pub fn first(count: usize) -> Self {
        (0..count.min(Self::MOST)).fold(Self::default(), |all, number| all.union(Self::one(number)))
    }

    /// Those that are in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those that are in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those that are here and not in `other`.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether all of `other` are here.
    pub const fn covers(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// Whether any of `other` is here.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Their numbers, lowest first.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        (0..Self::MOST).filter(move |number| self.meets(Self::one(*number)))
    }
}

/// A question about the law on which provisions speak and rules ask.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its id.
    pub id: Text,
    /// Its name in words.
    pub title: Text,
    /// The question it stands for.
    pub asks: Text,
    /// What counts as a statement on it and what does not.
    pub definition: Text,
    /// Where it comes from.
    pub origin: Option<Text>,
    /// What a provision can state on it.
    pub attributes: Vec<Attribute>,
}

/// One thing that a provision can state on a topic.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its id, unique in the topic.
    pub id: Text,
    /// The question it answers.
    pub asks: Text,
    /// What an answer looks like.
    pub kind: AttributeType,
}

/// What the value of an attribute is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum AttributeType {
    /// `yes` or `no`; in the engine, one term of [`Vocabulary::FLAG`].
    Flag,
    /// An age in whole years.
    Age,
    /// A whole number.
    Number,
    /// A date.
    Date,
    /// One term of a set.
    Term(TermSetId),
    /// Some terms of a set.
    Terms(TermSetId),
    /// Words that no rule asks about.
    Text,
}

impl AttributeType {
    /// The word for the type, as the vocabulary writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Age => "age",
            Self::Number => "number",
            Self::Date => "date",
            Self::Term(_) => "term",
            Self::Terms(_) => "terms",
            Self::Text => "text",
        }
    }

    /// The set that the terms are drawn from, where there is one.
    pub const fn term_set(self) -> Option<TermSetId> {
        match self {
            Self::Flag => Some(Vocabulary::FLAG),
            Self::Term(set) | Self::Terms(set) => Some(set),
            Self::Age | Self::Number | Self::Date | Self::Text => None,
        }
    }
}

/// What a law or policy is about: a row of Annex B.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Its id.
    pub id: Text,
    /// Its name in words.
    pub title: Text,
    /// The group it is listed under.
    pub section: Text,
    /// What is meant by it.
    pub definition: Text,
}

/// A treaty, declaration, memorandum or agreement.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// The name it goes by.
    pub short: Text,
    /// international, regional or bilateral.
    pub section: Text,
    /// treaty, protocol, declaration, memorandum, agreement, guidelines.
    pub kind: Text,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// When it came into force.
    pub in_force: Option<Date>,
    /// What makes it bind a state.
    pub consent: Consent,
    /// Who can join, where not everyone can.
    pub open_to: Vec<Country>,
    /// Articles that checklists cite, each with a line on what it says.
    pub articles: Vec<(Text, Text)>,
    /// Where the facts about the instrument come from.
    pub source: Option<Text>,
    /// What a reader should know about the record.
    pub note: Option<Text>,
    /// Where the record stands.
    pub span: Span,
}

impl Instrument {
    /// Whether a country can join.
    pub fn is_open_to(&self, country: Country) -> bool {
        self.open_to.is_empty() || self.open_to.contains(&country)
    }
}
