//! The six verdicts.

use std::fmt;

/// What the record says about a requirement.
///
/// Verdicts have no order of their own: what is worse depends on who asks, and whoever asks says so.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Verdict {
    /// The record shows it, and where.
    Met,
    /// Addressed, but less than required.
    Partial,
    /// One provision satisfies it and another contradicts it, or sources disagree.
    Conflict,
    /// Looked for and not there.
    Gap,
    /// The record is silent about whether anyone looked.
    Unknown,
    /// Does not concern this country.
    NotApplicable,
}

impl Verdict {
    /// Every verdict, in the order of tables.
    pub const ALL: [Self; 6] =
        [Self::Met, Self::Partial, Self::Conflict, Self::Gap, Self::Unknown, Self::NotApplicable];

    /// The name in rules, options and machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partial => "partial",
            Self::Conflict => "conflict",
            Self::Gap => "gap",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// The words shown to people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partial => "falls short",
            Self::Conflict => "conflict",
            Self::Gap => "gap",
            Self::Unknown => "not assessed",
            Self::NotApplicable => "not applicable",
        }
    }

    /// The symbol that goes with the words, never alone.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Met => "●",
            Self::Partial => "◐",
            Self::Conflict => "⚡",
            Self::Gap => "○",
            Self::Unknown => "?",
            Self::NotApplicable => "–",
        }
    }

    /// The verdict with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.name() == name)
    }

    /// Whether something is left to do: a gap, a conflict, a shortfall, or somebody to look it up.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Partial | Self::Conflict | Self::Gap | Self::Unknown => true,
            Self::Met | Self::NotApplicable => false,
        }
    }

    /// Whether something is known to be wrong: a gap, a conflict or a shortfall.
    pub const fn is_trouble(self) -> bool {
        match self {
            Self::Partial | Self::Conflict | Self::Gap => true,
            Self::Met | Self::Unknown | Self::NotApplicable => false,
        }
    }

    /// Whether the record answers the question at all.
    pub const fn is_assessed(self) -> bool {
        match self {
            Self::Met | Self::Partial | Self::Conflict | Self::Gap => true,
            Self::Unknown | Self::NotApplicable => false,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.symbol(), self.words())
    }
}
