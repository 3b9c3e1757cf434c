//! The changes of verdict: item by item, element by element, each with its kind, its causes, and what is behind it.

use std::collections::BTreeSet;

use super::align::{ElementPair, ItemPair, Numbered, Placed};
use super::cause::{Behind, Corner, Inquiry};
use super::facts::Which;
use super::record::RecordChange;
use super::{Cause, DutyChange, ElementChange, ElementRef, ItemChange, Kind, verdict};
use crate::base::Text;
use crate::finding::{Audit, Duty, ElementFinding, Finding, Verdict};
use crate::model::checklist::Checklist;
use crate::model::vocabulary::Vocabulary;

/// The items of both editions about which something changed.
pub(super) fn changes(
    vocabulary: &Vocabulary,
    inquiry: &Inquiry<'_, '_>,
    checklist: &Checklist,
    pairs: &[ItemPair<'_>],
    record: &mut [RecordChange],
) -> Vec<ItemChange> {
    pairs.iter().filter_map(|pair| item(vocabulary, inquiry, checklist, pair, record)).collect()
}

fn item(
    vocabulary: &Vocabulary,
    inquiry: &Inquiry<'_, '_>,
    checklist: &Checklist,
    pair: &ItemPair<'_>,
    record: &mut [RecordChange],
) -> Option<ItemChange> {
    let (one, other) = (pair.old?, pair.new?);
    let (old, new) = (inquiry.corners.old().findings.get(one.0)?, inquiry.corners.new_side().findings.get(other.0)?);
    let mut behind = Behind::default();
    behind.finding(inquiry.facts, Which::Old, old);
    behind.finding(inquiry.facts, Which::New, new);
    let at = |corner: Corner, audit: &Audit| finding(corner, audit, one, other).map(|found| found.verdict);
    let step = verdict::transition(old.verdict, new.verdict);
    let causes = if step.is_some() { inquiry.causes(at, &behind) } else { BTreeSet::new() };
    let address = |element: &Text| ElementRef {
        checklist: checklist.id.value.clone(),
        item: other.1.id.value.clone(),
        element: element.clone(),
    };
    let mut elements = Vec::new();
    for pair in &pair.elements {
        let Some(found) = element(inquiry, pair, record) else { continue };
        for number in &found.behind {
            if let Some(change) = record.get_mut(*number) {
                change.behind.push(address(&found.element));
            }
        }
        elements.push(found);
    }
    let found = ItemChange {
        item: other.1.id.value.clone(),
        was: (one.1.id != other.1.id).then(|| one.1.id.value.clone()),
        title: other.1.title.clone(),
        old: old.verdict,
        new: new.verdict,
        kind: step.map(|kind| verdict::in_view_of(kind, &causes)),
        causes,
        // A duty to what does not concern the country is none.
        duty: (old.verdict != Verdict::NotApplicable || new.verdict != Verdict::NotApplicable)
            .then(|| duty(vocabulary, inquiry, one, other, (&old.duty, &new.duty)))
            .flatten(),
        elements,
        size: other.1.elements.len(),
        fingerprint: new.fingerprint.clone(),
    };
    let changed = found.kind.is_some() || found.duty.is_some() || !found.elements.is_empty();
    changed.then_some(found)
}

/// The finding on an item at a corner.
fn finding<'f>(corner: Corner, audit: &'f Audit, old: Numbered<'_>, new: Numbered<'_>) -> Option<&'f Finding> {
    let number = match corner.standard {
        Which::Old => old.0,
        Which::New => new.0,
    };
    audit.findings.get(number)
}

fn element(inquiry: &Inquiry<'_, '_>, pair: &ElementPair<'_>, record: &[RecordChange]) -> Option<ElementChange> {
    let (one, other) = (pair.old?, pair.new?);
    let at =
        |corner: Corner, audit: &Audit| placed(audit, if corner.standard == Which::Old { one } else { other }).cloned();
    let old = placed(inquiry.corners.old(), one)?;
    let new = placed(inquiry.corners.new_side(), other)?;
    let facts = inquiry.facts;
    let step = verdict::answers(facts, &old.answer, &new.answer)?;
    let mut behind = Behind::default();
    behind.answer(facts, Which::Old, &old.answer);
    behind.answer(facts, Which::New, &new.answer);
    let causes = if old.answer.verdict != new.answer.verdict {
        inquiry.causes(|corner, audit| at(corner, audit).map(|found| found.answer.verdict), &behind)
    } else {
        let rests = |corner: Corner, audit: &Audit| {
            at(corner, audit).map(|found| verdict::rests_on(facts, corner.record, &found.answer))
        };
        inquiry.causes(rests, &behind)
    };
    let kind = verdict::in_view_of(step, &causes);
    let of_record = causes.iter().any(|cause| matches!(cause, Cause::Law | Cause::Draft | Cause::Learned));
    let numbers = if of_record { behind_it(inquiry, &behind, record) } else { Vec::new() };
    let same_verdict = matches!(kind, Kind::OtherGrounds | Kind::Reworded);
    // Two countries never rest on the same facts; and words that the record tells otherwise are reported there.
    if same_verdict && inquiry.is_across() || kind == Kind::Reworded && !record.is_empty() {
        return None;
    }
    Some(ElementChange {
        element: other.2.id.value.clone(),
        was: (one.2.id != other.2.id).then(|| one.2.id.value.clone()),
        requires: other.2.requires.clone(),
        old: old.answer.clone(),
        new: new.answer.clone(),
        kind,
        causes,
        behind: numbers,
        fingerprint: new.fingerprint.clone(),
    })
}

fn placed<'f>(audit: &'f Audit, (item, element, _): Placed<'_>) -> Option<&'f ElementFinding> {
    audit.findings.get(item)?.elements.get(element)
}

/// The changes of the record that are about what the answers cite, by their numbers.
fn behind_it(inquiry: &Inquiry<'_, '_>, behind: &Behind, record: &[RecordChange]) -> Vec<usize> {
    let mut facts = BTreeSet::new();
    for number in &behind.facts {
        let Some(found) = inquiry.facts.get(*number).filter(|found| found.differs) else { continue };
        // A provision that came with its law is reported with its law.
        let reported = record.iter().any(|change| change.fact == Some(*number));
        if reported {
            facts.insert(*number);
        } else {
            facts.extend(&found.laws);
        }
    }
    let is_behind = |change: &RecordChange| change.fact.is_some_and(|fact| facts.contains(&fact));
    record.iter().enumerate().filter(|(_, change)| is_behind(change)).map(|(number, _)| number).collect()
}

fn duty(
    vocabulary: &Vocabulary,
    inquiry: &Inquiry<'_, '_>,
    one: Numbered<'_>,
    other: Numbered<'_>,
    (old, new): (&Duty, &Duty),
) -> Option<DutyChange> {
    let kind = match (old.is_owed(), new.is_owed()) {
        (false, true) => Kind::BecameOwed,
        (true, false) => Kind::NoLongerOwed,
        (true, true) | (false, false) => return None,
    };
    let mut behind = Behind::default();
    for duty in [old, new] {
        let Duty::Owed(bonds) = duty else { continue };
        behind.facts.extend(bonds.iter().filter_map(|bond| inquiry.facts.bond(vocabulary, bond)));
    }
    let owed = |corner: Corner, audit: &Audit| finding(corner, audit, one, other).map(|found| found.duty.is_owed());
    let causes = inquiry.causes(owed, &behind);
    Some(DutyChange { kind, causes, old: old.clone(), new: new.clone() })
}
