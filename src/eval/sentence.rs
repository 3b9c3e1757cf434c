//! Sentences about provisions, each judged on its own: `some`, `every`, `no`, with `has` or without a demand.

use super::silent::{Silent, nothing_found};
use super::snapshot::{Snapshot, Speech};
use super::test::{attribute, questions, terms, test};
use crate::base::Text;
use crate::finding::{Answer, Ground, NearMiss, NearMissReason, Shortfall, State, Verdict};
use crate::model::checklist::requirement::{Ask, Demand, Quantifier, Test};
use crate::model::framework::Value;
use crate::model::vocabulary::AttributeType;
use crate::model::words::Floor;

/// A provision that passes `where`, with the ask it answers.
pub(super) struct Candidate<'s, 'a> {
    pub(super) speech: &'s Speech<'a>,
    pub(super) ask: &'s Ask,
}

/// The provisions that a sentence is about.
pub(super) struct Field<'s, 'a> {
    /// In force and reaching the floor.
    pub(super) counted: Vec<Candidate<'s, 'a>>,
    /// In force, but below the floor.
    pub(super) below: Vec<Candidate<'s, 'a>>,
    /// Those that do not count, with the reason.
    pub(super) out: Vec<(Candidate<'s, 'a>, NearMissReason)>,
}

impl<'s, 'a> Field<'s, 'a> {
    /// Sorts everything recorded on the topics of a sentence.
    pub(super) fn of(snapshot: &'s Snapshot<'a>, asks: &'s [Ask], floor: Floor) -> Self {
        let mut field = Self { counted: Vec::new(), below: Vec::new(), out: Vec::new() };
        for ask in asks {
            for speech in snapshot.on(ask.topic) {
                if ask.filter.as_ref().is_some_and(|filter| test(filter, speech.statement) != Some(true)) {
                    continue;
                }
                let candidate = Candidate { speech, ask };
                if let Some(reason) = &speech.out {
                    field.out.push((candidate, reason.clone()));
                } else if speech.provision.confidence < snapshot.least {
                    field.out.push((candidate, NearMissReason::BelowConfidence(speech.provision.confidence)));
                } else if floor.admits(speech.tier()) {
                    field.counted.push(candidate);
                } else {
                    field.below.push(candidate);
                }
            }
        }
        field
    }

    /// What would have satisfied the demand but does not count.
    pub(super) fn near_misses(&self) -> Vec<NearMiss> {
        let satisfied = |candidate: &Candidate<'_, '_>| candidate.truth() == Some(true);
        let out = self.out.iter().filter(|(candidate, _)| satisfied(candidate));
        let out = out.map(|(candidate, reason)| NearMiss { ground: candidate.ground(), reason: reason.clone() });
        let below = self
            .below
            .iter()
            .map(|candidate| NearMiss { ground: candidate.ground(), reason: NearMissReason::BelowFloor });
        out.chain(below).collect()
    }
}

impl Candidate<'_, '_> {
    /// What the provision makes of the demand; true where there is none.
    pub(super) fn truth(&self) -> Option<bool> {
        match &self.ask.demand {
            None => Some(true),
            Some(Demand::Has(wanted)) => test(wanted, self.speech.statement),
            Some(Demand::Covers { attribute, terms: wanted, .. }) => {
                terms(self.speech.statement, *attribute).map(|stated| stated.covers(*wanted))
            }
        }
    }

    pub(super) fn ground(&self) -> Ground {
        self.speech.ground()
    }
}

/// The verdict of a sentence about provisions.
pub(super) fn provisions(snapshot: &Snapshot<'_>, quantifier: Quantifier, asks: &[Ask], floor: Floor) -> Answer {
    let covers = |ask: &Ask| matches!(ask.demand, Some(Demand::Covers { .. }));
    if quantifier == Quantifier::Some && asks.iter().any(covers) {
        return super::cover::some(snapshot, asks, floor);
    }
    let field = Field::of(snapshot, asks, floor);
    match quantifier {
        Quantifier::Some => some(snapshot, &field, asks),
        Quantifier::Every => every(snapshot, &field, asks),
        Quantifier::No => no(snapshot, &field, asks),
    }
}

fn some(snapshot: &Snapshot<'_>, field: &Field<'_, '_>, asks: &[Ask]) -> Answer {
    let satisfying = |list: &[Candidate<'_, '_>], limited: bool| -> Vec<Ground> {
        let right = |candidate: &&Candidate<'_, '_>| {
            candidate.truth() == Some(true) && candidate.speech.is_limited() == limited
        };
        list.iter().filter(right).map(Candidate::ground).collect()
    };
    let full = satisfying(&field.counted, false);
    if !full.is_empty() {
        return Answer { grounds: full, ..Answer::new(Verdict::Met) };
    }
    if let Some(answer) = only_limited(field) {
        return answer;
    }
    if field.counted.is_empty() {
        let mut answer = nothing_found(snapshot, asks);
        answer.near_misses.extend(field.near_misses());
        return answer;
    }
    let mut answer = nearest(snapshot, &field.counted);
    answer.near_misses = field.near_misses();
    answer
}

/// Falls short where the demand is reached, but only by provisions that count in part.
fn only_limited(field: &Field<'_, '_>) -> Option<Answer> {
    let mut answer = Answer::new(Verdict::Partial);
    let limited = field.counted.iter().filter(|candidate| candidate.truth() == Some(true));
    for candidate in limited {
        for limit in candidate.speech.limits() {
            answer.reasons.push(reason(candidate, &limit));
        }
        answer.grounds.push(candidate.ground());
    }
    if answer.grounds.is_empty() {
        for candidate in field.below.iter().filter(|candidate| candidate.truth() == Some(true)) {
            answer.reasons.push(reason(candidate, "it is policy, and the item asks for law"));
            answer.grounds.push(candidate.ground());
        }
    }
    (!answer.grounds.is_empty()).then_some(answer)
}

fn reason(candidate: &Candidate<'_, '_>, limit: &str) -> Text {
    format!("{}: {limit}", candidate.ground().address()).into()
}

/// Falls short: provisions are there and none does what is asked. The nearest ones are cited, with what they lack.
fn nearest(snapshot: &Snapshot<'_>, counted: &[Candidate<'_, '_>]) -> Answer {
    let score = |candidate: &Candidate<'_, '_>| match &candidate.ask.demand {
        Some(Demand::Has(wanted)) => {
            let asked = questions(wanted);
            let passed = |question: &&&Test| test(question, candidate.speech.statement) == Some(true);
            asked.iter().filter(passed).count()
        }
        _ => 0,
    };
    let best = counted.iter().map(score).max().unwrap_or(0);
    let mut chosen: Vec<&Candidate<'_, '_>> = counted.iter().filter(|candidate| score(candidate) == best).collect();
    chosen.sort_by(|a, b| a.ground().order(&b.ground()));
    // Ten provisions that all fall short in the same way tell a reader no more than the first few.
    let left_out = chosen.len().saturating_sub(MOST_NEAREST);
    chosen.truncate(MOST_NEAREST);
    let mut answer = Answer::new(Verdict::Partial);
    for candidate in chosen {
        answer.grounds.push(candidate.ground());
        answer.shortfalls.extend(shortfalls(snapshot, candidate));
    }
    if left_out > 0 {
        let words = if left_out == 1 { "one further provision falls" } else { "further provisions fall" };
        let count = if left_out == 1 { String::new() } else { format!("{left_out} ") };
        answer.reasons.push(format!("{count}{words} short in the same way").into());
    }
    answer
}

/// How many provisions are cited where all fall short.
const MOST_NEAREST: usize = 4;

fn every(snapshot: &Snapshot<'_>, field: &Field<'_, '_>, asks: &[Ask]) -> Answer {
    if field.counted.is_empty() {
        if let Some(answer) = only_limited(field) {
            return answer;
        }
        let mut answer = nothing_found(snapshot, asks);
        answer.near_misses.extend(field.near_misses());
        return answer;
    }
    let with = |truth: Option<bool>| field.counted.iter().filter(move |candidate| candidate.truth() == truth);
    let (satisfy, contradict, unstated) = (with(Some(true)), with(Some(false)), with(None));
    let satisfied = field.counted.iter().any(|candidate| candidate.truth() == Some(true));
    let contradicted = field.counted.iter().any(|candidate| candidate.truth() == Some(false));
    let open = field.counted.iter().any(|candidate| candidate.truth().is_none());
    let mut answer = Answer::new(Verdict::Partial);
    if satisfied && contradicted {
        answer.verdict = Verdict::Conflict;
        answer.grounds = satisfy.map(Candidate::ground).collect();
        for candidate in contradict {
            answer.contradicts.push(candidate.ground());
            answer.shortfalls.extend(shortfalls(snapshot, candidate));
        }
        return answer;
    }
    if satisfied {
        let full = field.counted.iter().any(|it| it.truth() == Some(true) && !it.speech.is_limited());
        for candidate in satisfy {
            answer.grounds.push(candidate.ground());
            if !full {
                answer.reasons.extend(candidate.speech.limits().iter().map(|limit| reason(candidate, limit)));
            }
        }
        for candidate in unstated {
            answer.grounds.push(candidate.ground());
            answer.shortfalls.extend(shortfalls(snapshot, candidate));
        }
        if full && !open {
            answer.verdict = Verdict::Met;
        }
        return answer;
    }
    let failing: Vec<_> = if contradicted { contradict.collect() } else { unstated.collect() };
    for candidate in failing {
        answer.grounds.push(candidate.ground());
        answer.shortfalls.extend(shortfalls(snapshot, candidate));
    }
    answer.near_misses = field.near_misses();
    answer
}

fn no(snapshot: &Snapshot<'_>, field: &Field<'_, '_>, asks: &[Ask]) -> Answer {
    let violating: Vec<_> = field.counted.iter().filter(|candidate| candidate.truth() == Some(true)).collect();
    if !violating.is_empty() {
        let mut answer = Answer::new(Verdict::Gap);
        for candidate in violating {
            answer.grounds.push(candidate.ground());
            answer.reasons.push(reason(candidate, "it does what the item rules out"));
        }
        return answer;
    }
    let mut met = Answer::new(Verdict::Met);
    met.grounds = field.counted.iter().map(Candidate::ground).collect();
    if !met.grounds.is_empty() && asks.len() == 1 {
        return met;
    }
    let mut unknown = Answer::new(Verdict::Unknown);
    for ask in asks {
        let silent = Silent::of(snapshot, ask);
        let spoken: Vec<Ground> = spoken(snapshot, ask);
        unknown.searched.extend(silent.searched(snapshot));
        unknown.near_misses.extend(silent.near_misses(snapshot));
        if let Some(silences) = silent.rules_out(ask) {
            met.grounds.extend(silences.into_iter().map(|silence| snapshot.silence_ground(silence)));
        } else if !spoken.is_empty() {
            met.grounds.extend(spoken);
        } else if snapshot.is_complete() {
            met.grounds.push(snapshot.coverage_ground());
        } else {
            return unknown;
        }
    }
    met
}

/// The provisions in force on a topic, whatever they say: they show that the topic was assessed.
fn spoken(snapshot: &Snapshot<'_>, ask: &Ask) -> Vec<Ground> {
    let in_force = |speech: &&Speech<'_>| speech.out.is_none() && speech.provision.confidence >= snapshot.least;
    let mut grounds: Vec<Ground> = snapshot.on(ask.topic).iter().filter(in_force).map(Speech::ground).collect();
    grounds.sort_by(Ground::order);
    grounds
}

/// What a provision lacks of what is asked of it.
fn shortfalls(snapshot: &Snapshot<'_>, candidate: &Candidate<'_, '_>) -> Vec<Shortfall> {
    let Some(Demand::Has(wanted)) = &candidate.ask.demand else { return Vec::new() };
    let vocabulary = snapshot.vocabulary;
    let topic = candidate.ask.topic;
    let mut found = Vec::new();
    for question in questions(wanted) {
        let truth = test(question, candidate.speech.statement);
        if truth == Some(true) {
            continue;
        }
        let attribute = attribute(question);
        let stated = attribute.and_then(|id| candidate.speech.statement.value(id).map(|value| (id, value)));
        let state = match (truth, stated) {
            (Some(false), Some((id, value))) => {
                State::Otherwise(value_words(vocabulary, vocabulary.attribute(topic, id).kind, value))
            }
            _ => State::Unstated,
        };
        found.push(Shortfall {
            address: candidate.ground().address(),
            asked: question.text.clone(),
            question: attribute.map_or_else(|| "".into(), |id| vocabulary.attribute(topic, id).asks.clone()),
            state,
        });
    }
    found
}

/// A value as a reader sees it.
fn value_words(vocabulary: &crate::model::vocabulary::Vocabulary, kind: AttributeType, value: &Value) -> Text {
    match value {
        Value::Number(number) => number.to_string().into(),
        Value::Date(date) => date.to_string().into(),
        Value::Text(text) => text.clone(),
        Value::Terms(terms) => match kind.term_set() {
            Some(set) => {
                let words: Vec<&str> = vocabulary.terms(set, *terms).map(|term| &*term.title).collect();
                words.join(", ").into()
            }
            None => "".into(),
        },
    }
}
