//! Sentences that ask for terms: `some ... covers`, `every ... covers`, `together cover`.

use super::sentence::{Candidate, Field};
use super::silent::{Silent, nothing_found};
use super::snapshot::Snapshot;
use super::test::terms;
use crate::base::Text;
use crate::finding::{Answer, Ground, Missing, MissingTerm, Verdict};
use crate::model::checklist::requirement::{Ask, Demand};
use crate::model::vocabulary::Terms;
use crate::model::words::Floor;

/// The terms that a candidate covers of those asked for.
fn covered(candidate: &Candidate<'_, '_>) -> Terms {
    match &candidate.ask.demand {
        Some(Demand::Covers { attribute, terms: wanted, .. }) => {
            terms(candidate.speech.statement, *attribute).unwrap_or_default().intersection(*wanted)
        }
        _ => Terms::default(),
    }
}

/// `some provision on T covers A {...}`: one provision must cover all; otherwise the best one is cited.
pub(super) fn some(snapshot: &Snapshot<'_>, asks: &[Ask], floor: Floor) -> Answer {
    let field = Field::of(snapshot, asks, floor);
    let complete = |candidate: &&Candidate<'_, '_>| candidate.truth() == Some(true);
    let full: Vec<Ground> = field
        .counted
        .iter()
        .filter(complete)
        .filter(|candidate| !candidate.speech.is_limited())
        .map(Candidate::ground)
        .collect();
    if !full.is_empty() {
        return Answer { grounds: full, ..Answer::new(Verdict::Met) };
    }
    let mut answer = Answer::new(Verdict::Partial);
    for candidate in field.counted.iter().filter(complete) {
        answer.reasons.extend(candidate.speech.limits().iter().map(|limit| reason(candidate, limit)));
        answer.grounds.push(candidate.ground());
    }
    if answer.grounds.is_empty() {
        for candidate in field.below.iter().filter(complete) {
            answer.reasons.push(reason(candidate, "it is policy, and the item asks for law"));
            answer.grounds.push(candidate.ground());
        }
    }
    if !answer.grounds.is_empty() {
        return answer;
    }
    let Some(best) = best(&field.counted) else {
        let mut answer = nothing_found(snapshot, asks);
        answer.near_misses.extend(field.near_misses());
        return answer;
    };
    answer.grounds.push(best.ground());
    lacking(snapshot, asks, best.ask, covered(best), &mut answer);
    answer.near_misses = field.near_misses();
    answer
}

/// The candidate that covers most. Among equals one that counts in full, then the one known best, then the first in the
/// order of grounds, so that the file's order does not count.
fn best<'c, 's, 'a>(candidates: &'c [Candidate<'s, 'a>]) -> Option<&'c Candidate<'s, 'a>> {
    candidates.iter().max_by(|a, b| {
        let (first, second) = (a.ground(), b.ground());
        let full = |candidate: &Candidate<'_, '_>| !candidate.speech.is_limited();
        covered(a)
            .len()
            .cmp(&covered(b).len())
            .then_with(|| full(a).cmp(&full(b)))
            .then_with(|| first.confidence.cmp(&second.confidence))
            .then_with(|| second.order(&first))
    })
}

fn reason(candidate: &Candidate<'_, '_>, limit: &str) -> Text {
    format!("{}: {limit}", candidate.ground().address()).into()
}

/// `provisions on T together cover A {...}`: what all of them cover is added up.
pub(super) fn together(snapshot: &Snapshot<'_>, asks: &[Ask], wanted: Terms, floor: Floor) -> Answer {
    let field = Field::of(snapshot, asks, floor);
    let sum = |list: &mut dyn Iterator<Item = &Candidate<'_, '_>>| {
        list.fold(Terms::default(), |sum, candidate| sum.union(covered(candidate)))
    };
    let full = sum(&mut field.counted.iter().filter(|candidate| !candidate.speech.is_limited()));
    let counted = sum(&mut field.counted.iter());
    let all = counted.union(sum(&mut field.below.iter()));
    if field.counted.is_empty() && !all.covers(wanted) {
        let mut answer = nothing_found(snapshot, asks);
        answer.near_misses.extend(field.near_misses());
        return answer;
    }
    let mut answer = Answer::new(if full.covers(wanted) { Verdict::Met } else { Verdict::Partial });
    let limited = field.counted.iter().filter(|candidate| candidate.speech.is_limited());
    for candidate in field.counted.iter().filter(|candidate| !candidate.speech.is_limited()) {
        if !covered(candidate).is_empty() {
            answer.grounds.push(candidate.ground());
        }
    }
    // Provisions that count in part are cited only for terms that nothing better covers.
    for candidate in limited.filter(|candidate| covered(candidate).meets(wanted.minus(full))) {
        answer.reasons.extend(candidate.speech.limits().iter().map(|limit| reason(candidate, limit)));
        answer.grounds.push(candidate.ground());
    }
    if answer.grounds.is_empty() {
        // Provisions of law speak on the topic, and none covers any term: the best shows that it was assessed. It is cited
        // beside a policy that covers some of the terms too, for such a policy alone would leave the sentence unassessed.
        answer.grounds.extend(best(&field.counted).map(Candidate::ground));
    }
    for candidate in field.below.iter().filter(|candidate| covered(candidate).meets(wanted.minus(counted))) {
        answer.reasons.push(reason(candidate, "it is policy, and the item asks for law"));
        answer.grounds.push(candidate.ground());
    }
    if answer.verdict == Verdict::Partial {
        if let Some(ask) = asks.first() {
            lacking(snapshot, asks, ask, all, &mut answer);
        }
        // A policy that is cited for terms of its own is named once.
        answer.near_misses = field.near_misses();
        answer.near_misses.retain(|miss| !answer.grounds.contains(&miss.ground));
    }
    answer
}

/// Adds what is not covered of what `ask` demands, each term absent or only not found, and the silences that say so.
fn lacking(snapshot: &Snapshot<'_>, asks: &[Ask], ask: &Ask, have: Terms, answer: &mut Answer) {
    let Some(Demand::Covers { attribute, set, terms: wanted }) = &ask.demand else { return };
    let lacking = wanted.minus(have);
    if lacking.is_empty() {
        return;
    }
    let every = Terms::first(snapshot.vocabulary.term_set(*set).terms.len());
    let mut absent = every;
    let mut grounds = Vec::new();
    for ask in asks {
        let silent = Silent::of(snapshot, ask);
        let (known, silences) = match &ask.demand {
            Some(Demand::Covers { attribute, .. }) => silent.absent_terms(*attribute, lacking),
            _ => (Terms::default(), Vec::new()),
        };
        absent = absent.intersection(known);
        grounds.extend(silences.into_iter().map(|silence| snapshot.silence_ground(silence)));
        answer.searched.extend(silent.searched(snapshot));
    }
    if absent.meets(lacking) {
        answer.grounds.extend(grounds);
    }
    if snapshot.is_complete() {
        absent = every;
    }
    let vocabulary = snapshot.vocabulary;
    let term_set = vocabulary.term_set(*set);
    let word = |number: usize| {
        let term = term_set.terms.get(number)?;
        let absent = absent.meets(Terms::one(number));
        Some(MissingTerm { id: term.id.clone(), title: term.title.clone(), absent })
    };
    answer.missing.push(Missing {
        attribute: vocabulary.attribute(ask.topic, *attribute).id.clone(),
        have: wanted.intersection(have).len(),
        of: wanted.len(),
        terms: lacking.numbers().filter_map(word).collect(),
    });
}
