//! A country's record: what it joined, what its laws and policies say, and where they are silent.

mod commitment;
mod law;
mod passage;
mod provision;
mod read;
mod silence;
mod statement;

use super::vocabulary::{AttributeId, InstrumentId, SubjectId, Terms, TopicId};
use super::words::{Confidence, Coverage, Level, PracticeState, Tier};
use crate::base::Text;
use crate::base::country::Country;
use crate::base::day::{Date, Day};
use crate::base::span::{Span, Spanned};

pub(crate) use law::{Written, described, laws};
pub use passage::{Doubt, Passage, Reading};
pub(crate) use passage::{Names, passages};
pub(crate) use provision::{Article, annotated};
pub use read::read;
pub(crate) use read::{Reader, few, sources};

/// Everything recorded about one country.
#[derive(Clone, Debug)]
pub struct Framework {
    /// The country.
    pub country: Spanned<Country>,
    /// The country's name as reports print it.
    pub name: Text,
    /// The day up to which the record is complete; the default day of an audit.
    pub reviewed: Spanned<Day>,
    /// What it means that something is not recorded.
    pub coverage: Spanned<Coverage>,
    /// What was read and what was not.
    pub note: Option<Text>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
    /// Treaties and agreements.
    pub commitments: Vec<Commitment>,
    /// Laws and policies, in the order of the file.
    pub laws: Vec<Law>,
    /// What was looked for and not found.
    pub silences: Vec<Silence>,
}

/// Where facts come from.
#[derive(Clone, Debug)]
pub struct Source {
    /// The key by which records cite it.
    pub id: Spanned<Text>,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When, as far as known.
    pub year: Option<Text>,
    /// Where it can be found.
    pub url: Option<Text>,
    /// What a reader should know about it.
    pub note: Option<Text>,
}

/// What a country did about one treaty or agreement.
#[derive(Clone, Debug)]
pub struct Commitment {
    /// The instrument.
    pub instrument: InstrumentId,
    /// Where its id stands.
    pub span: Span,
    /// Looked up, and found not to have been joined.
    pub none: bool,
    /// Signed.
    pub signed: Option<Spanned<Date>>,
    /// Adopted or endorsed, for declarations and guidelines.
    pub adopted: Option<Spanned<Date>>,
    /// Ratified, accepted or approved.
    pub ratified: Option<Spanned<Date>>,
    /// Acceded.
    pub acceded: Option<Spanned<Date>>,
    /// Succeeded to the signature of another state.
    pub succeeded: Option<Spanned<Date>>,
    /// In force for this country.
    pub in_force: Option<Spanned<Date>>,
    /// The day from which an exit takes effect.
    pub denounced: Option<Spanned<Date>>,
    /// The last day on which it binds.
    pub expires: Option<Spanned<Date>>,
    /// The parts of the country that are bound, where it is not the whole.
    pub territory: Vec<Text>,
    /// Who says what, where sources disagree on whether the country is bound.
    pub disputed: Option<Spanned<Text>>,
    /// First day on which they disagree; always, where absent.
    pub disputed_from: Option<Spanned<Date>>,
    /// The day from which they agree again.
    pub disputed_until: Option<Spanned<Date>>,
    /// What was excluded.
    pub reservations: Vec<Reservation>,
    /// What a reader should know.
    pub note: Option<Text>,
    /// The key of the source.
    pub source: Option<Spanned<Text>>,
    /// How well it is known.
    pub confidence: Confidence,
}

impl Commitment {
    /// Who says what, where sources disagree on the day.
    pub fn dispute(&self, day: Day) -> Option<&Text> {
        let begun = self.disputed_from.as_ref().is_none_or(|from| from.value.day <= day);
        let ended = self.disputed_until.as_ref().is_some_and(|until| until.value.day <= day);
        self.disputed.as_ref().filter(|_| begun && !ended).map(|words| &words.value)
    }
}

/// What a country excluded from its consent.
#[derive(Clone, Debug)]
pub struct Reservation {
    /// The article it concerns; absent where it concerns the whole.
    pub article: Option<Spanned<Text>>,
    /// What is excluded and for whom, in our own words.
    pub note: Text,
    /// When it was made, where that is not the day of consent.
    pub made: Option<Spanned<Date>>,
    /// When it was withdrawn.
    pub withdrawn: Option<Spanned<Date>>,
    /// Where it stands.
    pub span: Span,
}

/// The dates of a law, policy or provision.
#[derive(Clone, Debug, Default)]
pub struct Period {
    /// Enacted or made.
    pub adopted: Option<Spanned<Date>>,
    /// Commenced; without it, not in force.
    pub in_force: Option<Spanned<Date>>,
    /// The first day on which it is no longer in force.
    pub repealed: Option<Spanned<Date>>,
    /// The last day on which it is in force by its own terms.
    pub expires: Option<Spanned<Date>>,
    /// What it has no effect without, such as rules that are still to be made.
    pub awaits: Option<Text>,
}

/// Only a part of the country or of its children is meant.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Scope {
    /// The parts of the country.
    pub territory: Vec<Text>,
    /// The persons.
    pub persons: Vec<Text>,
}

/// A law or a policy.
#[derive(Clone, Debug)]
pub struct Law {
    /// Its id.
    pub id: Spanned<Text>,
    /// Whether it is law or policy.
    pub tier: Tier,
    /// Its title.
    pub title: Text,
    /// How lawyers cite it.
    pub citation: Option<Text>,
    /// act, code, decree, circular, plan, guidelines ...
    pub kind: Spanned<Text>,
    /// Where it applies.
    pub level: Level,
    /// What it is about.
    pub subjects: Vec<Spanned<SubjectId>>,
    /// Its dates.
    pub period: Period,
    /// The laws it amends.
    pub amends: Vec<Spanned<Text>>,
    /// What it repeals: `id`, or `id pinpoint` for one provision.
    pub repeals: Vec<Spanned<Text>>,
    /// The laws it takes the place of.
    pub replaces: Vec<Spanned<Text>>,
    /// The laws under which it is made.
    pub implements: Vec<Spanned<Text>>,
    /// Narrower than the country or its children.
    pub scope: Option<Scope>,
    /// Who says what, where sources disagree on whether it exists or is in force.
    pub disputed: Option<Spanned<Text>>,
    /// The file with its own words, relative to the framework's folder.
    pub text: Option<Spanned<Text>>,
    /// The key of the source.
    pub source: Option<Spanned<Text>>,
    /// How well its facts are known, where a provision does not say otherwise.
    pub confidence: Option<Confidence>,
    /// What a reader should know.
    pub note: Option<Text>,
    /// What it says.
    pub provisions: Vec<Provision>,
    /// Its own words, as far as its text was read.
    pub passages: Vec<Passage>,
}

/// The smallest citable part of a law or policy.
#[derive(Clone, Debug)]
pub struct Provision {
    /// The pinpoint, as a lawyer would cite it.
    pub at: Spanned<Text>,
    /// What it says, in our own words.
    pub summary: Text,
    /// Its own words.
    pub quote: Option<Spanned<Text>>,
    /// Its own dates, where they differ from the law's.
    pub period: Period,
    /// Follows from the text but is not said in words.
    pub implied: bool,
    /// Narrower than the country or its children.
    pub scope: Option<Scope>,
    /// The key of the source, its own or the law's.
    pub source: Option<Spanned<Text>>,
    /// How well it is known.
    pub confidence: Confidence,
    /// What became of it.
    pub practice: Option<Practice>,
    /// What a reader should know.
    pub note: Option<Text>,
    /// What it says in the words of the vocabulary, at most one statement on a topic.
    pub statements: Vec<Statement>,
    /// What the law's own text does not bear out; nothing, as long as nobody compared them.
    pub doubt: Option<Doubt>,
}

/// What became of a provision.
#[derive(Clone, Debug)]
pub struct Practice {
    /// In use, partly, or on paper.
    pub state: PracticeState,
    /// In our own words.
    pub note: Option<Text>,
    /// The key of the source.
    pub source: Option<Spanned<Text>>,
    /// As at which date.
    pub on: Option<Date>,
}

/// What a provision says on one topic.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The topic.
    pub topic: TopicId,
    /// Where the topic is named.
    pub span: Span,
    /// What is stated, in the order of the topic's attributes.
    pub values: Vec<(AttributeId, Spanned<Value>)>,
}

impl Statement {
    /// What is stated on an attribute, if anything.
    pub fn value(&self, attribute: AttributeId) -> Option<&Value> {
        self.values.iter().find(|(id, _)| *id == attribute).map(|(_, value)| &value.value)
    }
}

/// The value of an attribute.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Value {
    /// An age in years, or a number.
    Number(u32),
    /// A date.
    Date(Date),
    /// Terms; exactly one for attributes of type term and flag.
    Terms(Terms),
    /// Words.
    Text(Text),
}

/// What was looked for and not found.
#[derive(Clone, Debug)]
pub struct Silence {
    /// What was looked for.
    pub on: SilenceOn,
    /// Where that is named.
    pub span: Span,
    /// The laws that were searched, where it was not the whole framework.
    pub laws: Vec<Spanned<Text>>,
    /// First day on which it holds; always, where absent.
    pub from: Option<Spanned<Date>>,
    /// The day from which it no longer holds.
    pub until: Option<Spanned<Date>>,
    /// What was read and how, in our own words.
    pub note: Text,
    /// The key of the source.
    pub source: Option<Spanned<Text>>,
    /// How well it is known; a recalled silence does not count.
    pub confidence: Confidence,
}

/// What a silence is about.
#[derive(Clone, Debug)]
pub enum SilenceOn {
    /// No provision speaks on a topic, or none with these values.
    Topic {
        /// The topic.
        topic: TopicId,
        /// Terms of its attributes that no provision has; empty where the whole topic is meant.
        terms: Vec<(AttributeId, Terms)>,
    },
    /// There is no law or policy on a subject.
    Subject {
        /// The subject.
        subject: SubjectId,
        /// Law or policy, where only one of them was looked for.
        tier: Option<Tier>,
        /// The kinds that were looked for; every kind, where empty.
        kinds: Vec<Text>,
        /// The levels that were looked for; every level, where empty.
        levels: Vec<Level>,
    },
}
