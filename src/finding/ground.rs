//! What a verdict rests on, and what nearly counted.

use std::cmp::Ordering;

use crate::base::Text;
use crate::base::day::Date;
use crate::base::natural::natural;
use crate::base::span::Span;
use crate::model::words::{Confidence, PracticeState};

/// One fact of the record that a verdict rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// What kind of fact.
    pub kind: GroundKind,
    /// The id of the law, policy or instrument; empty for the coverage of the record.
    pub id: Text,
    /// Its title, as a lawyer would cite it.
    pub instrument: Text,
    /// The pinpoint of a provision.
    pub at: Option<Text>,
    /// What it says.
    pub summary: Text,
    /// The words in the file.
    pub span: Span,
    /// The key of the source.
    pub source: Option<Text>,
    /// How well it is known.
    pub confidence: Confidence,
    /// What became of it.
    pub practice: Option<PracticeNote>,
    /// It counts only because a draft was laid on.
    pub draft: bool,
    /// Its own words, where the record quotes them.
    pub quote: Option<Text>,
    /// The law's own text does not bear it out: its pinpoint or its quotation does not stand there.
    pub doubted: bool,
    /// What a reader should know: a coarse date, a narrower scope.
    pub notes: Vec<Text>,
}

/// The kinds of fact that verdicts rest on.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum GroundKind {
    /// A provision of a law or policy.
    Provision,
    /// A law or policy as a whole.
    Law,
    /// What the country did about a treaty or agreement.
    Commitment,
    /// A recorded silence.
    Silence,
    /// The record claims to be complete.
    Coverage,
}

impl GroundKind {
    /// The name in machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Provision => "provision",
            Self::Law => "law",
            Self::Commitment => "commitment",
            Self::Silence => "silence",
            Self::Coverage => "coverage",
        }
    }
}

/// What became of a provision in practice.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeNote {
    /// In use, partly, on paper.
    pub state: PracticeState,
    /// In our own words.
    pub note: Option<Text>,
}

impl Ground {
    /// The legal address: title and pinpoint.
    pub fn address(&self) -> String {
        match &self.at {
            Some(at) => format!("{}, {at}", self.instrument),
            None => self.instrument.to_string(),
        }
    }

    /// The order in which grounds are listed; it does not depend on the order of the file.
    pub fn order(&self, other: &Self) -> Ordering {
        let at = |ground: &Self| ground.at.clone().unwrap_or_default();
        self.kind
            .cmp(&other.kind)
            .then_with(|| self.id.cmp(&other.id))
            .then_with(|| natural(&at(self), &at(other)))
            .then_with(|| self.summary.cmp(&other.summary))
            .then_with(|| self.span.cmp(&other.span))
    }
}

/// A fact that would have counted but for one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct NearMiss {
    /// The fact.
    pub ground: Ground,
    /// The one thing.
    pub reason: NearMissReason,
}

/// Why a fact does not count.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NearMissReason {
    /// It commences later, or no commencement is known.
    NotCommenced(Option<Date>),
    /// It has no effect without something that is still to come.
    Awaits(Text),
    /// It was no longer in force from this date.
    Repealed(Date),
    /// A draft that was laid on repeals it.
    RepealedByDraft(Text),
    /// It expired on this date.
    Expired(Date),
    /// It stands in an instrument below the item's floor.
    BelowFloor,
    /// It is known less well than was asked for.
    BelowConfidence(Confidence),
    /// A silence that is known from memory only.
    RecalledSilence,
    /// Sources disagree on whether it exists or is in force.
    Disputed,
}

impl NearMissReason {
    /// The name in machine formats.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NotCommenced(_) => "not-commenced",
            Self::Awaits(_) => "awaits",
            Self::Repealed(_) => "repealed",
            Self::RepealedByDraft(_) => "repealed-by-draft",
            Self::Expired(_) => "expired",
            Self::BelowFloor => "below-floor",
            Self::BelowConfidence(_) => "below-confidence",
            Self::RecalledSilence => "recalled-silence",
            Self::Disputed => "disputed",
        }
    }

    /// The reason in words that follow the address of the fact.
    pub fn words(&self) -> String {
        let coarse = |date: &Date| if date.is_coarse() { " (the exact day is not recorded)" } else { "" };
        match self {
            Self::NotCommenced(Some(date)) => format!("not in force before {date}{}", coarse(date)),
            Self::NotCommenced(None) => "no commencement recorded".to_owned(),
            Self::Awaits(what) => format!("without effect until {what}"),
            Self::Repealed(date) => format!("no longer in force since {date}{}", coarse(date)),
            Self::RepealedByDraft(law) => format!("repealed by the draft “{law}”"),
            Self::Expired(date) => format!("expired on {date}{}", coarse(date)),
            Self::BelowFloor => "policy only, where the item asks for law".to_owned(),
            Self::BelowConfidence(confidence) => format!("left out, because it is only {}", confidence.word()),
            Self::RecalledSilence => "a silence known from memory only, which does not count".to_owned(),
            Self::Disputed => "sources disagree on whether it exists or is in force".to_owned(),
        }
    }
}
