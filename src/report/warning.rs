//! What a reader must know about an audit as a whole: its day, the laws' own texts, the drafts.

use crate::base::Text;
use crate::base::day::{Date, Day};
use crate::model::framework::{Commitment, Framework, Law, Period, Reading};
use crate::model::overlay::Overlay;

/// Something that bears on every finding.
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
    /// Provisions that the laws' own texts do not bear out.
    NotBorneOut {
        /// How lawyers cite them.
        provisions: Vec<String>,
    },
    /// Articles of an annotated draft that nobody has read.
    UnreadArticles {
        /// The draft.
        draft: Text,
        /// Its articles.
        articles: Vec<String>,
    },
}

impl Warning {
    /// The name in machine formats.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::BeforeRecord { .. } => "before-record",
            Self::AfterReview { .. } => "after-review",
            Self::NotBorneOut { .. } => "not-borne-out",
            Self::UnreadArticles { .. } => "unread-articles",
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
            Self::NotBorneOut { provisions } => format!(
                "The laws' own texts do not bear out the record of {}: the pinpoint or the quotation does not stand \
                 there. The verdicts that rest on it say so.",
                named(provisions)
            ),
            Self::UnreadArticles { draft, articles } => {
                format!("Nobody has read {} of the draft {draft}. What it says is not counted.", named(articles))
            }
        }
    }
}

/// The first few of a list, and how many more there are.
fn named(all: &[String]) -> String {
    /// How many are named.
    const MOST: usize = 12;
    let mut words: Vec<&str> = all.iter().take(MOST).map(String::as_str).collect();
    let more = all.len().saturating_sub(MOST);
    let more = if more > 0 { format!("{more} more") } else { String::new() };
    words.extend(Some(more.as_str()).filter(|more| !more.is_empty()));
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join("; ")),
        _ => words.join("; "),
    }
}

/// The warnings for an audit of a framework with drafts on a day.
pub(super) fn warnings(framework: &Framework, drafts: &[&Overlay], as_of: Day) -> Vec<Warning> {
    let mut found = Vec::new();
    if let Some(first) = first_date(framework).filter(|first| as_of < first.day) {
        found.push(Warning::BeforeRecord { as_of, first });
    }
    let reviewed = framework.reviewed.value;
    if reviewed < as_of {
        found.push(Warning::AfterReview { as_of, reviewed });
    }
    let laws = || framework.laws.iter().chain(drafts.iter().flat_map(|draft| &draft.laws));
    let doubted = laws().flat_map(|law| law.provisions.iter().map(move |provision| (law, provision)));
    let doubted = doubted.filter(|(_, provision)| provision.doubt.is_some());
    let provisions: Vec<String> =
        doubted.map(|(law, provision)| format!("{}, {}", law.title, provision.at.value)).collect();
    if !provisions.is_empty() {
        found.push(Warning::NotBorneOut { provisions });
    }
    for law in laws() {
        let unread = law.passages.iter().filter(|passage| passage.reading == Reading::Unread);
        let articles: Vec<String> = unread.map(|passage| passage.at.value.to_string()).collect();
        if !articles.is_empty() {
            found.push(Warning::UnreadArticles { draft: law.title.clone(), articles });
        }
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
