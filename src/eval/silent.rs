//! What the recorded silences rule out, and what to answer where nothing was found.

use super::snapshot::Snapshot;
use crate::finding::{Answer, Ground, NearMiss, NearMissReason, Verdict};
use crate::model::checklist::requirement::{Ask, Demand, Test, TestKind};
use crate::model::framework::{Silence, SilenceOn};
use crate::model::vocabulary::{AttributeId, Terms};
use crate::model::words::Confidence;

/// Terms that no provision on a topic has, with the silences that say so.
type Absent<'a> = (Vec<(AttributeId, Terms)>, Vec<&'a Silence>);

/// The silences on one topic that count on the day.
pub(super) struct Silent<'a> {
    /// Those that say that no provision speaks on the topic at all.
    whole: Vec<&'a Silence>,
    /// Those about some terms of one attribute.
    narrow: Vec<(AttributeId, Terms, &'a Silence)>,
    /// Those about a combination of attributes.
    combined: Vec<(&'a [(AttributeId, Terms)], &'a Silence)>,
    /// Those that searched some laws only, and settle nothing by themselves.
    searched: Vec<&'a Silence>,
    /// Those from memory, which do not count.
    recalled: Vec<&'a Silence>,
}

impl<'a> Silent<'a> {
    /// The silences on the topic of `ask`.
    pub(super) fn of(snapshot: &Snapshot<'a>, ask: &Ask) -> Self {
        let mut found = Self { whole: vec![], narrow: vec![], combined: vec![], searched: vec![], recalled: vec![] };
        for silence in snapshot.silences(ask.topic) {
            let SilenceOn::Topic { terms, .. } = &silence.on else { continue };
            if silence.confidence == Confidence::Recalled || silence.confidence < snapshot.least {
                found.recalled.push(silence);
            } else if !silence.laws.is_empty() {
                found.searched.push(silence);
            } else {
                match terms.as_slice() {
                    [] => found.whole.push(silence),
                    [(attribute, terms)] => found.narrow.push((*attribute, *terms, silence)),
                    several => found.combined.push((several, silence)),
                }
            }
        }
        found
    }

    /// The silences that show that no provision can be what is asked, or `None` if they leave it open.
    pub(super) fn rules_out(&self, ask: &Ask) -> Option<Vec<&'a Silence>> {
        if !self.whole.is_empty() {
            return Some(self.whole.clone());
        }
        let (absent, silences) = self.absent();
        if impossible(ask, &absent) {
            let relevant = silences.into_iter().filter(|silence| self.concerns(silence, ask)).collect();
            return Some(relevant);
        }
        let combined = self
            .combined
            .iter()
            .find(|(parts, _)| parts.iter().all(|(attribute, terms)| impossible(ask, &[(*attribute, *terms)])));
        combined.map(|(_, silence)| vec![*silence])
    }

    /// The terms of an attribute that are known to be absent, with the silences that say so of any of `asked`.
    pub(super) fn absent_terms(&self, attribute: AttributeId, asked: Terms) -> (Terms, Vec<&'a Silence>) {
        if !self.whole.is_empty() {
            return (Terms::first(Terms::MOST), self.whole.clone());
        }
        let named = self.narrow.iter().filter(|(named, absent, _)| *named == attribute && absent.meets(asked));
        let terms = named.clone().fold(Terms::default(), |sum, (_, absent, _)| sum.union(*absent));
        (terms, named.map(|(_, _, silence)| *silence).collect())
    }

    /// Laws that were searched without result, so that a reader sees where nobody need look again.
    pub(super) fn searched(&self, snapshot: &Snapshot<'a>) -> Vec<Ground> {
        self.searched.iter().map(|silence| snapshot.silence_ground(silence)).collect()
    }

    /// Silences that would have counted if they were better known.
    pub(super) fn near_misses(&self, snapshot: &Snapshot<'a>) -> Vec<NearMiss> {
        let reason = |silence: &Silence| match silence.confidence {
            Confidence::Recalled => NearMissReason::RecalledSilence,
            other => NearMissReason::BelowConfidence(other),
        };
        let near =
            |silence: &&'a Silence| NearMiss { ground: snapshot.silence_ground(silence), reason: reason(silence) };
        self.recalled.iter().map(near).collect()
    }

    fn absent(&self) -> Absent<'a> {
        let mut absent: Vec<(AttributeId, Terms)> = Vec::new();
        for (attribute, terms, _) in &self.narrow {
            match absent.iter_mut().find(|(known, _)| known == attribute) {
                Some((_, known)) => *known = known.union(*terms),
                None => absent.push((*attribute, *terms)),
            }
        }
        (absent, self.narrow.iter().map(|(_, _, silence)| *silence).collect())
    }

    /// Whether a silence is about anything that is asked.
    fn concerns(&self, silence: &Silence, ask: &Ask) -> bool {
        let asked = asked_terms(ask);
        self.narrow.iter().any(|(attribute, terms, narrow)| {
            std::ptr::eq(*narrow, silence)
                && asked.iter().any(|(other, wanted)| attribute == other && terms.meets(*wanted))
        })
    }
}

/// What to answer where no provision was found: a gap if every topic is recorded as silent or the record is complete,
/// else unknown, with the laws that were searched.
pub(super) fn nothing_found(snapshot: &Snapshot<'_>, asks: &[Ask]) -> Answer {
    let mut gap = Answer::new(Verdict::Gap);
    let mut unknown = Answer::new(Verdict::Unknown);
    let mut open = false;
    for ask in asks {
        let silent = Silent::of(snapshot, ask);
        unknown.searched.extend(silent.searched(snapshot));
        unknown.near_misses.extend(silent.near_misses(snapshot));
        match silent.rules_out(ask) {
            Some(silences) => gap.grounds.extend(silences.into_iter().map(|silence| snapshot.silence_ground(silence))),
            None if snapshot.is_complete() => gap.grounds.push(snapshot.coverage_ground()),
            None => open = true,
        }
    }
    if open { unknown } else { gap }
}

/// Whether no provision can be what is asked, given terms that none has.
fn impossible(ask: &Ask, absent: &[(AttributeId, Terms)]) -> bool {
    let filtered = ask.filter.as_ref().is_some_and(|test| refuted(test, absent));
    let demanded = match &ask.demand {
        Some(Demand::Has(test)) => refuted(test, absent),
        Some(Demand::Covers { attribute, terms, .. }) => known_absent(*attribute, absent).covers(*terms),
        None => false,
    };
    filtered || demanded
}

fn refuted(test: &Test, absent: &[(AttributeId, Terms)]) -> bool {
    match &test.kind {
        TestKind::And(parts) => parts.iter().any(|part| refuted(part, absent)),
        TestKind::Or(parts) => parts.iter().all(|part| refuted(part, absent)),
        TestKind::Any(attribute, wanted) => known_absent(*attribute, absent).covers(*wanted),
        TestKind::All(attribute, wanted) => known_absent(*attribute, absent).meets(*wanted),
        TestKind::Not(_) | TestKind::Number(..) | TestKind::Date(..) | TestKind::States(_) => false,
    }
}

fn known_absent(attribute: AttributeId, absent: &[(AttributeId, Terms)]) -> Terms {
    absent.iter().find(|(known, _)| *known == attribute).map_or(Terms::default(), |(_, terms)| *terms)
}

/// Every term that an ask names.
fn asked_terms(ask: &Ask) -> Vec<(AttributeId, Terms)> {
    let mut found = Vec::new();
    if let Some(test) = &ask.filter {
        collect(test, &mut found);
    }
    match &ask.demand {
        Some(Demand::Has(test)) => collect(test, &mut found),
        Some(Demand::Covers { attribute, terms, .. }) => found.push((*attribute, *terms)),
        None => {}
    }
    found
}

fn collect(test: &Test, found: &mut Vec<(AttributeId, Terms)>) {
    match &test.kind {
        TestKind::And(parts) | TestKind::Or(parts) => parts.iter().for_each(|part| collect(part, found)),
        TestKind::Any(attribute, terms) | TestKind::All(attribute, terms) => found.push((*attribute, *terms)),
        TestKind::Not(_) | TestKind::Number(..) | TestKind::Date(..) | TestKind::States(_) => {}
    }
}
