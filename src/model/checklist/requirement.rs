//! A rule with every name looked up: what the engine evaluates.
//!
//! Made from the tree that was written by `resolve`, which refuses what an attribute of that type cannot answer. So a
//! requirement that exists can be evaluated on every record, without error.

use crate::base::Text;
use crate::base::day::Date;
use crate::model::vocabulary::{AttributeId, InstrumentId, SubjectId, TermSetId, Terms, TopicId};
use crate::model::words::{Level, Tier};

pub use crate::rule::ast::{Op, Quantifier};

/// A rule or a part of one.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// The words, in canonical form.
    pub text: Text,
    /// What they ask.
    pub kind: RequirementKind,
}

impl Requirement {
    /// Whether a further provision can break it. What asks for the presence of something, no further provision breaks.
    pub fn can_be_broken(&self) -> bool {
        match &self.kind {
            RequirementKind::And(parts) | RequirementKind::Or(parts) | RequirementKind::AtLeast(_, parts) => {
                parts.iter().any(Self::can_be_broken)
            }
            RequirementKind::Not(_) => true,
            RequirementKind::Provisions { quantifier, .. } => *quantifier != Quantifier::Some,
            RequirementKind::Together { .. }
            | RequirementKind::Party { .. }
            | RequirementKind::Signatory { .. }
            | RequirementKind::Instruments { .. } => false,
        }
    }
}

/// What a [`Requirement`] asks.
#[derive(Clone, Debug)]
pub enum RequirementKind {
    /// Each part.
    And(Vec<Requirement>),
    /// One part at least.
    Or(Vec<Requirement>),
    /// The contrary.
    Not(Box<Requirement>),
    /// So many of the parts.
    AtLeast(u32, Vec<Requirement>),
    /// Provisions, each on its own.
    Provisions {
        /// Of how many the demand is made.
        quantifier: Quantifier,
        /// What is asked on each topic; the topics are alternatives.
        asks: Vec<Ask>,
    },
    /// Provisions, added up.
    Together {
        /// What is asked on each topic; every demand is [`Demand::Covers`] with the same terms.
        asks: Vec<Ask>,
        /// The set the terms are from.
        set: TermSetId,
        /// The terms to be covered.
        terms: Terms,
    },
    /// A commitment that binds.
    Party {
        /// The instrument.
        instrument: InstrumentId,
        /// The reservations that spoil it.
        without: Option<Reserved>,
    },
    /// A signature at least.
    Signatory {
        /// The instrument.
        instrument: InstrumentId,
        /// The reservations that spoil it.
        without: Option<Reserved>,
    },
    /// A law or policy on a subject.
    Instruments {
        /// Law or policy.
        tier: Tier,
        /// The subject.
        subject: SubjectId,
        /// The kind, where only one will do.
        kind: Option<Text>,
        /// The levels, where not every one will do.
        levels: Vec<Level>,
    },
}

/// Which reservations spoil a commitment.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Reserved {
    /// Any.
    Anything,
    /// One to this article, or to the whole.
    Article(Text),
}

/// What is asked of the provisions on one topic.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The topic.
    pub topic: TopicId,
    /// Which provisions are meant.
    pub filter: Option<Test>,
    /// What they must do.
    pub demand: Option<Demand>,
}

/// What a provision must do.
#[derive(Clone, Debug)]
pub enum Demand {
    /// Satisfy a test.
    Has(Test),
    /// Cover terms.
    Covers {
        /// The attribute.
        attribute: AttributeId,
        /// The set the terms are from.
        set: TermSetId,
        /// The terms.
        terms: Terms,
    },
}

/// A test of one statement.
#[derive(Clone, Debug)]
pub struct Test {
    /// The words, in canonical form.
    pub text: Text,
    /// What they test.
    pub kind: TestKind,
}

/// What a [`Test`] tests.
#[derive(Clone, Debug)]
pub enum TestKind {
    /// Each part.
    And(Vec<Test>),
    /// One part at least.
    Or(Vec<Test>),
    /// The contrary.
    Not(Box<Test>),
    /// An age or number.
    Number(AttributeId, Op, u32),
    /// A date; a coarse one counts from its last day.
    Date(AttributeId, Op, Date),
    /// One of these terms is among those stated.
    Any(AttributeId, Terms),
    /// All of these terms are among those stated.
    All(AttributeId, Terms),
    /// The attribute is stated at all.
    States(AttributeId),
}

impl Requirement {
    /// Every part, this one first.
    pub fn parts(&self) -> Vec<&Self> {
        let mut all = vec![self];
        let mut next = 0;
        while let Some(part) = all.get(next).copied() {
            next += 1;
            match &part.kind {
                RequirementKind::And(parts) | RequirementKind::Or(parts) | RequirementKind::AtLeast(_, parts) => {
                    all.extend(parts);
                }
                RequirementKind::Not(part) => all.push(part),
                _ => {}
            }
        }
        all
    }
}
