//! The facts of two records, matched: what a finding cites is looked up here, whichever side it comes from.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::day::{Date, Day};
use crate::base::span::{Span, Spanned};
use crate::finding::{Bond, Ground};
use crate::model::framework::{Commitment, Framework, Law, Provision, Silence};
use crate::model::overlay::Overlay;
use crate::model::vocabulary::Vocabulary;

/// One of the two sides.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Which {
    /// The first one.
    Old,
    /// The second one.
    New,
}

/// What is compared on one side: a record, the drafts laid on it, and a day.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// The record.
    pub framework: &'a Framework,
    /// The drafts that were laid on, in order.
    pub drafts: Vec<&'a Overlay>,
    /// The day.
    pub day: Day,
}

impl<'a> Side<'a> {
    /// Laws and policies with the mark of a draft, in the order of the files.
    pub(super) fn laws(&self) -> Vec<(&'a Law, bool)> {
        let own = self.framework.laws.iter().map(|law| (law, false));
        own.chain(self.drafts.iter().flat_map(|draft| &draft.laws).map(|law| (law, true))).collect()
    }

    /// The last day for which this side speaks: its record knows nothing later, and its audit asks nothing later.
    pub(super) fn horizon(&self) -> Day {
        self.day.min(self.framework.reviewed.value)
    }
}

/// Something that a record states and a finding can rest on.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fact<'a> {
    Law { law: &'a Law, draft: bool },
    Provision { law: &'a Law, provision: &'a Provision, draft: bool },
    Commitment(&'a Commitment),
    Silence(&'a Silence),
    Coverage(&'a Framework),
}

impl Fact<'_> {
    /// The place by which findings cite it.
    fn span(&self) -> Span {
        match self {
            Self::Law { law, .. } => law.id.span,
            Self::Provision { provision, .. } => provision.at.span,
            Self::Commitment(found) => found.span,
            Self::Silence(silence) => silence.span,
            Self::Coverage(framework) => framework.coverage.span,
        }
    }

    /// Whether it stands in a draft.
    pub(super) fn is_draft(&self) -> bool {
        matches!(self, Self::Law { draft: true, .. } | Self::Provision { draft: true, .. })
    }

    /// Whether it is about the record's silence and not about a text.
    pub(super) fn is_silence(&self) -> bool {
        matches!(self, Self::Silence(_) | Self::Coverage(_))
    }

    /// The days on which something happened to it.
    pub(super) fn dates(&self) -> Vec<Date> {
        let known = |dates: &[&Option<Spanned<Date>>]| -> Vec<Date> {
            dates.iter().filter_map(|date| date.as_ref().map(|date| date.value)).collect()
        };
        match self {
            Self::Law { law, .. } => {
                let period = &law.period;
                known(&[&period.adopted, &period.in_force, &period.repealed, &period.expires])
            }
            Self::Provision { law, provision, .. } => {
                let (own, law) = (&provision.period, &law.period);
                let pairs = [
                    (&own.adopted, &law.adopted),
                    (&own.in_force, &law.in_force),
                    (&own.repealed, &law.repealed),
                    (&own.expires, &law.expires),
                ];
                pairs.iter().filter_map(|(own, law)| own.as_ref().or(law.as_ref())).map(|date| date.value).collect()
            }
            Self::Commitment(found) => {
                let mut dates = known(&[
                    &found.signed,
                    &found.adopted,
                    &found.ratified,
                    &found.acceded,
                    &found.succeeded,
                    &found.in_force,
                    &found.denounced,
                    &found.expires,
                ]);
                dates.extend(found.reservations.iter().flat_map(|it| known(&[&it.made, &it.withdrawn])));
                dates
            }
            Self::Silence(silence) => known(&[&silence.from, &silence.until]),
            Self::Coverage(_) => Vec::new(),
        }
    }
}

/// A fact on both sides, or on one of them.
#[derive(Clone, Debug)]
pub(super) struct Match<'a> {
    pub(super) old: Option<Fact<'a>>,
    pub(super) new: Option<Fact<'a>>,
    /// The matches of the laws in which it stands on either side; two, if it moved from one to another.
    pub(super) laws: BTreeSet<usize>,
    /// Whether it stands on one side only, or is recorded otherwise; other words alone do not count.
    pub(super) differs: bool,
}

impl Match<'_> {
    /// Whether it is an article of both sides whose own words are given and are the same.
    pub(super) fn has_the_same_words(&self) -> bool {
        let words = |fact: &Option<Fact<'_>>| match fact {
            Some(Fact::Provision { provision, .. }) => provision.quote.as_ref().map(|quote| quote.value.clone()),
            _ => None,
        };
        let (old, new) = (words(&self.old), words(&self.new));
        old.is_some() && old == new
    }

    /// Whether it is a law of both sides whose dates, rank or reach differ, and with them those of its provisions.
    pub(super) fn bears_on_its_provisions(&self) -> bool {
        let (Some(Fact::Law { law: a, .. }), Some(Fact::Law { law: b, .. })) = (&self.old, &self.new) else {
            return false;
        };
        let dates = |fact: &Option<Fact<'_>>| fact.as_ref().map(Fact::dates);
        dates(&self.old) != dates(&self.new) || a.scope != b.scope || a.level != b.level || a.tier != b.tier
    }
}

/// Every fact of two records.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts<'a> {
    matches: Vec<Match<'a>>,
    old: BTreeMap<Span, usize>,
    new: BTreeMap<Span, usize>,
}

impl<'a> Facts<'a> {
    /// Takes in a fact and returns its number.
    pub(super) fn add(&mut self, found: Match<'a>) -> usize {
        let number = self.matches.len();
        self.old.extend(found.old.map(|fact| (fact.span(), number)));
        self.new.extend(found.new.map(|fact| (fact.span(), number)));
        self.matches.push(found);
        number
    }

    /// The fact with this number.
    pub(super) fn get(&self, number: usize) -> Option<&Match<'a>> {
        self.matches.get(number)
    }

    /// The number of the fact that a side's finding cites.
    pub(super) fn find(&self, side: Which, ground: &Ground) -> Option<usize> {
        match side {
            Which::Old => self.old.get(&ground.span).copied(),
            Which::New => self.new.get(&ground.span).copied(),
        }
    }

    /// The number of the commitment behind a duty.
    pub(super) fn bond(&self, vocabulary: &Vocabulary, bond: &Bond) -> Option<usize> {
        let is = |fact: &Option<Fact<'_>>| match fact {
            Some(Fact::Commitment(found)) => vocabulary.instrument(found.instrument).id == bond.instrument,
            _ => false,
        };
        self.matches.iter().position(|found| is(&found.old) || is(&found.new))
    }

    /// A name for what a finding cites: the same on both sides if the fact is the same. That it is recorded otherwise
    /// shows in what the answer makes of it, and only there.
    pub(super) fn name(&self, side: Which, ground: &Ground) -> String {
        self.find(side, ground).map_or_else(
            || format!("{} {} {}", ground.kind.name(), ground.id, ground.at.as_deref().unwrap_or("")),
            |number| number.to_string(),
        )
    }
}
