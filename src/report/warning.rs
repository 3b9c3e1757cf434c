//! What a reader must know about the day of an audit.

use crate::base::day::{Date, Day};
use crate::model::framework::{Commitment, Framework, Law, Period};

/// Something about the day that bears on every finding.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Warning {
    /// The day comes before the first date in the record.
    BeforeRecord {
        /// The day.
        as_of: Day,
        /// The first date.
        first: Date,
    },
    /// The day comes after the one up to which the record was brought.
    AfterReview {
        /// The day.
        as_of: Day,
        /// The last day the record speaks for.
        reviewed: Day,
    },
}

impl Warning {
    /// The name in machine formats.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::BeforeRecord { .. } => "before-record",
            Self::AfterReview { .. } => "after-review",
        }
    }

    /// The warning in a sentence or two.
    pub fn words(&self) -> String {
        match self {
            Self::BeforeRecord { as_of, first } => format!(
                "The record begins on {first}, after the day of this audit ({as_of}). What was in force on that day may \
                 not be recorded."
            ),
            Self::AfterReview { as_of, reviewed } => format!(
                "The record was brought up to {reviewed}, before the day of this audit ({as_of}). What changed since \
                 then is not in it."
            ),
        }
    }
}

/// The warnings for an audit of a framework on a day.
pub(super) fn warnings(framework: &Framework, as_of: Day) -> Vec<Warning> {
    let mut found = Vec::new();
    if let Some(first) = first_date(framework).filter(|first| as_of < first.day) {
        found.push(Warning::BeforeRecord { as_of, first });
    }
    let reviewed = framework.reviewed.value;
    if reviewed < as_of {
        found.push(Warning::AfterReview { as_of, reviewed });
    }
    found
}

/// The earliest date on which anything in the record happened.
pub(super) fn first_date(framework: &Framework) -> Option<Date> {
    let of_laws = framework.laws.iter().flat_map(law_dates);
    let of_commitments = framework.commitments.iter().flat_map(commitment_dates);
    of_laws.chain(of_commitments).min_by_key(|date| date.day)
}

fn law_dates(law: &Law) -> Vec<Date> {
    let own = period_dates(&law.period);
    own.into_iter().chain(law.provisions.iter().flat_map(|provision| period_dates(&provision.period))).collect()
}

fn period_dates(period: &Period) -> Vec<Date> {
    [&period.adopted, &period.in_force].into_iter().flatten().map(|date| date.value).collect()
}

fn commitment_dates(found: &Commitment) -> Vec<Date> {
    let dates = [&found.signed, &found.adopted, &found.ratified, &found.acceded, &found.succeeded, &found.in_force];
    dates.into_iter().flatten().map(|date| date.value).collect()
}
