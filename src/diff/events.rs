//! What happened between two days, as the records tell it: laws and provisions that commenced or ended, treaties joined or
//! left.

use std::collections::BTreeSet;

use super::Side;
use crate::base::Text;
use crate::base::day::{Date, Day};
use crate::base::span::Spanned;
use crate::model::framework::{Commitment, Law, Period};
use crate::model::vocabulary::Vocabulary;

/// Something that happened on a day between the two.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Event {
    /// When.
    pub date: Date,
    /// What it happened to, as a lawyer cites it.
    pub address: String,
    /// The title of the law, or the name of the treaty, as grounds cite it.
    pub law: Text,
    /// What happened: `commenced`, `repealed`, `acceded` ...
    pub what: &'static str,
}

/// Everything that is recorded, on either side, as having happened after the earlier of the two days and by the later, in
/// the order of the days.
pub(super) fn between(vocabulary: &Vocabulary, old: &Side<'_>, new: &Side<'_>) -> Vec<Event> {
    let (from, to) = (old.day.min(new.day), old.day.max(new.day));
    let mut found = Found { from, to, events: BTreeSet::new() };
    for side in [old, new] {
        for (law, _) in side.laws() {
            found.law(law);
        }
        for commitment in &side.framework.commitments {
            let treaty = vocabulary.instrument(commitment.instrument);
            found.commitment(&treaty.short, &treaty.title, commitment);
        }
    }
    found.events.into_iter().collect()
}

struct Found {
    from: Day,
    to: Day,
    events: BTreeSet<Event>,
}

impl Found {
    fn note(&mut self, address: &str, law: &Text, what: &'static str, date: Option<&Spanned<Date>>) {
        let Some(date) = date.map(|date| date.value).filter(|date| self.from < date.day && date.day <= self.to) else {
            return;
        };
        self.events.insert(Event { date, address: address.to_owned(), law: law.clone(), what });
    }

    fn law(&mut self, law: &Law) {
        self.period(&law.title, &law.title, &law.period);
        for provision in &law.provisions {
            self.period(&format!("{}, {}", law.title, provision.at.value), &law.title, &provision.period);
        }
    }

    fn period(&mut self, address: &str, law: &Text, period: &Period) {
        self.note(address, law, "commenced", period.in_force.as_ref());
        self.note(address, law, "no longer in force", period.repealed.as_ref());
        self.note(address, law, "expired", period.expires.as_ref());
    }

    fn commitment(&mut self, address: &str, title: &Text, found: &Commitment) {
        for (what, date) in [
            ("signed", &found.signed),
            ("adopted", &found.adopted),
            ("ratified", &found.ratified),
            ("acceded", &found.acceded),
            ("succeeded", &found.succeeded),
            ("in force for the country", &found.in_force),
            ("denounced", &found.denounced),
            ("expired", &found.expires),
        ] {
            self.note(address, title, what, date.as_ref());
        }
    }
}
