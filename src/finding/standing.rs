//! Where a country stands to a treaty or agreement on a day: what a cell of a matrix says beyond the verdict.

use std::fmt;

use crate::base::day::Date;

/// Where a country stands to one instrument on a day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// Bound, by this act, since this date.
    Bound(Act, Date),
    /// Signed on the date, and no more.
    Signed(Date),
    /// No longer bound since the date, by its own exit.
    Denounced(Date),
    /// The agreement, law or policy ended on the date by its own terms.
    Expired(Date),
    /// Sources disagree on whether it is bound, or whether a law or policy is in force.
    Disputed,
    /// Nothing yet on the day; the first later act and its date.
    Later(Act, Date),
    /// Looked up, and not a party.
    NotParty,
    /// The instrument is not open to this country.
    NotOpen,
}

/// What a country did about an instrument.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Act {
    /// Ratified, accepted or approved.
    Ratified,
    /// Acceded.
    Acceded,
    /// Succeeded to the signature of another state.
    Succeeded,
    /// Signed.
    Signed,
    /// Adopted or endorsed.
    Adopted,
    /// Only known to be in force for the country.
    InForce,
}

impl Act {
    /// The word that stands before the date.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ratified => "ratified",
            Self::Acceded => "acceded",
            Self::Succeeded => "succeeded",
            Self::Signed => "signed",
            Self::Adopted => "adopted",
            Self::InForce => "in force for the country",
        }
    }
}

impl Standing {
    /// The name in machine formats. What binds is named by the act: a signature that binds is `signed-and-bound`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bound(Act::Ratified, _) => "ratified",
            Self::Bound(Act::Acceded, _) => "acceded",
            Self::Bound(Act::Succeeded, _) => "succeeded",
            Self::Bound(Act::Signed, _) => "signed-and-bound",
            Self::Bound(Act::Adopted, _) => "adopted",
            Self::Bound(Act::InForce, _) => "in-force",
            Self::Signed(_) => "signed",
            Self::Denounced(_) => "denounced",
            Self::Expired(_) => "expired",
            Self::Disputed => "disputed",
            Self::Later(..) => "later",
            Self::NotParty => "not-party",
            Self::NotOpen => "not-open",
        }
    }

    /// Every name, for the pages that document them.
    pub const NAMES: [&'static str; 13] = [
        "ratified",
        "acceded",
        "succeeded",
        "signed-and-bound",
        "adopted",
        "in-force",
        "signed",
        "denounced",
        "expired",
        "disputed",
        "later",
        "not-party",
        "not-open",
    ];

    /// The date that goes with it.
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::Bound(_, date)
            | Self::Signed(date)
            | Self::Denounced(date)
            | Self::Expired(date)
            | Self::Later(_, date) => Some(date),
            Self::Disputed | Self::NotParty | Self::NotOpen => None,
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bound(Act::InForce, date) => write!(f, "in force {date}"),
            Self::Bound(act, date) => write!(f, "{} {date}", act.word()),
            Self::Signed(date) => write!(f, "signed {date}, not ratified"),
            Self::Denounced(date) => write!(f, "denounced {date}"),
            Self::Expired(date) => write!(f, "expired {date}"),
            Self::Disputed => f.write_str("disputed"),
            Self::Later(Act::InForce, date) => write!(f, "not yet; in force {date}"),
            Self::Later(act, date) => write!(f, "not yet; {} {date}", act.word()),
            Self::NotParty => f.write_str("not a party"),
            Self::NotOpen => f.write_str("not open"),
        }
    }
}
