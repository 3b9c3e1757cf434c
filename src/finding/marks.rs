//! How a finding stands to what was known before and to what was decided about it. Marks only: no verdict depends on them.

use super::Verdict;
use crate::base::Text;
use crate::base::day::Day;
use crate::base::span::Span;

/// The marks of a finding.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// How it stands to the baseline, where there is one.
    pub trend: Option<Trend>,
    /// The verdict in the baseline, of an element that it knows.
    pub before: Option<Verdict>,
    /// The verdict is that of the baseline, and the words it rests on are others.
    pub reworded: bool,
    /// The decisions to live with it for a time.
    pub waivers: Vec<Waived>,
}

/// How a finding stands to the baseline.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Trend {
    /// The baseline does not have it, or has it as not assessed.
    New,
    /// It was so before.
    Unchanged,
    /// It was better before, or was known and no longer is.
    Worsened,
    /// It was worse before.
    Improved,
    /// What was wrong or open before is met now.
    Resolved,
}

impl Trend {
    /// Every trend, in the order of tables: what needs a look first.
    pub const ALL: [Self; 5] = [Self::New, Self::Worsened, Self::Improved, Self::Resolved, Self::Unchanged];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Unchanged => "unchanged",
            Self::Worsened => "worsened",
            Self::Improved => "improved",
            Self::Resolved => "resolved",
        }
    }
}

/// A decision to live with a finding for a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Waived {
    /// Why.
    pub reason: Text,
    /// Who decided.
    pub decided_by: Text,
    /// The last day on which it holds.
    pub until: Day,
    /// Where it is written.
    pub span: Span,
}

/// An entry of the baseline that no element of the checklist has any more.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Gone {
    /// The item and element: `child-definition.age`.
    pub address: String,
    /// Its verdict then.
    pub before: Verdict,
    /// Its fingerprint.
    pub fingerprint: String,
}
