//! Every item of a checklist, judged on a snapshot.

use super::commitment::{Wanted, commitment};
use super::cover::together;
use super::duty::duty;
use super::instruments::{self, instruments};
use super::join::{self, Judged, Settled};
use super::sentence::provisions;
use super::snapshot::Snapshot;
use crate::check::Ready;
use crate::finding::{Answer, Audit, ElementFinding, Finding, Marks, Verdict, digest};
use crate::model::checklist::{Checklist, Item, Requirement, requirement::RequirementKind};
use crate::model::words::Floor;

/// Audits a snapshot against a checklist. Never fails: what passed `check` has a verdict.
pub fn audit(snapshot: &Snapshot<'_>, checklist: &Ready<Checklist>) -> Audit {
    let checklist = checklist.get();
    Audit {
        country: snapshot.framework.country.value,
        name: snapshot.framework.name.clone(),
        as_of: snapshot.day,
        checklist: checklist.id.value.clone(),
        version: checklist.version,
        findings: checklist.items().map(|(_, item)| find(snapshot, checklist, item)).collect(),
        gone: Vec::new(),
    }
}

fn find(snapshot: &Snapshot<'_>, checklist: &Checklist, item: &Item) -> Finding {
    let country = snapshot.framework.country.value;
    let fingerprint = |element: &str| digest::fingerprint(country.code(), &checklist.id.value, &item.id.value, element);
    let elements: Vec<ElementFinding> = item
        .elements
        .iter()
        .map(|element| {
            let answer = judge(snapshot, &element.rule, element.floor);
            ElementFinding {
                element: element.id.value.clone(),
                fingerprint: fingerprint(&element.id.value),
                words: digest::words(element, &answer),
                marks: Marks::default(),
                answer,
            }
        })
        .collect();
    let verdicts: Vec<Verdict> = elements.iter().map(|element| element.answer.verdict).collect();
    Finding {
        checklist: checklist.id.value.clone(),
        item: item.id.value.clone(),
        verdict: join::and(&verdicts),
        duty: duty(snapshot, &item.basis),
        fingerprint: fingerprint(""),
        words: digest::words_of_item(elements.iter().map(|element| &*element.words)),
        marks: Marks::default(),
        elements,
    }
}

/// The answer to a rule as a finding gives it: in order, and marked where it leans on what is known from memory only, or
/// turns on a draft.
pub(super) fn judge(snapshot: &Snapshot<'_>, rule: &Requirement, floor: Floor) -> Answer {
    let mut found = answer(snapshot, rule, floor);
    if found.recalls() {
        found.leans_on_memory = answer(&snapshot.without_memory(), rule, floor).verdict != found.verdict;
    }
    // A draft that only takes something away is no ground, and the verdict rests on it all the same.
    let in_force = snapshot.in_force().filter(|_| !found.is_draft());
    found.turned_by_draft = in_force.is_some_and(|snapshot| answer(&snapshot, rule, floor).verdict != found.verdict);
    found.settle();
    found
}

/// The answer to a rule: its verdict with everything that settled it.
fn answer(snapshot: &Snapshot<'_>, rule: &Requirement, floor: Floor) -> Answer {
    let all = |parts: &[Requirement]| -> Vec<Judged> {
        let judged = |part: &Requirement| Judged {
            text: part.text.clone(),
            can_be_broken: part.can_be_broken(),
            answer: answer(snapshot, part, floor),
        };
        parts.iter().map(judged).collect()
    };
    let verdicts = |parts: &[Judged]| -> Vec<Verdict> { parts.iter().map(|part| part.answer.verdict).collect() };
    match &rule.kind {
        RequirementKind::And(parts) => {
            let parts = all(parts);
            join::answers(join::and(&verdicts(&parts)), Settled::ByAll, parts)
        }
        RequirementKind::Or(parts) => {
            let parts = all(parts);
            join::answers(join::or(&verdicts(&parts)), Settled::ByOne, parts)
        }
        RequirementKind::AtLeast(count, parts) => {
            let parts = all(parts);
            join::answers(join::at_least(*count, &verdicts(&parts)), Settled::ByAll, parts)
        }
        RequirementKind::Not(part) => {
            let mut answer = answer(snapshot, part, floor);
            answer.verdict = join::not(answer.verdict);
            answer
        }
        RequirementKind::Provisions { quantifier, asks } => provisions(snapshot, *quantifier, asks, floor),
        RequirementKind::Together { asks, terms, .. } => together(snapshot, asks, *terms, floor),
        RequirementKind::Party { instrument, without } => {
            commitment(snapshot, *instrument, Wanted::Party, without.as_ref())
        }
        RequirementKind::Signatory { instrument, without } => {
            commitment(snapshot, *instrument, Wanted::Signatory, without.as_ref())
        }
        RequirementKind::Instruments { tier, subject, kind, levels } => {
            let wanted = instruments::Wanted { tier: *tier, subject: *subject, kind: kind.as_ref(), levels };
            instruments(snapshot, &wanted)
        }
    }
}
