//! A section of single questions, such as whether a treaty was joined: a row for each, not a page.

use super::page::Page;
use super::{Place, facts};
use crate::finding::{Duty, Finding};
use crate::model::checklist::Item;
use crate::report::counts::{is_doubtful, is_draft, is_unverified};
use crate::report::escape::Inline;
use crate::report::{phrases, standing};

/// The most facts that a cell can hold and still be read.
const MOST_FACTS: usize = 3;

/// Whether a finding can be told in a row: one element, few facts, nothing that must be set out one by one.
pub(super) fn is_short(finding: &Finding) -> bool {
    let [element] = finding.elements.as_slice() else { return false };
    let answer = &element.answer;
    let plain = answer.missing.is_empty() && answer.shortfalls.is_empty() && answer.contradicts.is_empty();
    plain && answer.parts.is_empty() && answer.grounds.len() <= MOST_FACTS && answer.near_misses.len() <= MOST_FACTS
}

/// The rows of a section that need attention.
pub(super) fn write(page: &mut Page, place: &Place<'_, '_>, rows: &[(&Item, &Finding)]) {
    let rows = rows.iter().map(|(item, finding)| {
        let remedy = item.elements.iter().find_map(|element| element.remedy.as_ref()).unwrap_or(&item.remedy);
        [
            Inline::text(&finding.verdict.to_string()),
            Inline::join([Inline::bold(&phrases::sentence(&item.title)), Inline::text(&item.requires)], " "),
            Inline::join(shown(place, finding), " "),
            Inline::join([duty(finding), Inline::text(&phrases::remedy(remedy))], " "),
        ]
    });
    let rows = rows.collect();
    page.table(["Verdict", "What is asked", "What the record shows", "For the drafter"], rows);
}

/// Why it is no more than it is, and the facts.
fn shown(place: &Place<'_, '_>, finding: &Finding) -> Vec<Inline> {
    let mut words = Vec::new();
    for answer in finding.elements.iter().map(|element| &element.answer) {
        let reasons = answer.reasons.iter().map(|reason| phrases::sentence(&phrases::capital(reason)));
        words.extend(reasons.map(|reason| Inline::bold(&reason)));
        words.extend(answer.grounds.iter().map(|ground| Inline::text(&facts::in_short(place, ground))));
        let near = answer.near_misses.iter().map(|near| format!("Near miss: {}", phrases::near_miss(near)));
        words.extend(near.map(|near| Inline::text(&near)));
        let searched = answer.searched.iter().map(|ground| format!("Searched: {}", phrases::searched(ground)));
        words.extend(searched.map(|searched| Inline::text(&searched)));
    }
    if is_unverified(finding) {
        words.push(Inline::own("Unverified: known from memory only."));
    }
    if is_doubtful(finding) {
        words.push(Inline::own("A pinpoint or quotation behind it does not stand in the law’s own text."));
    }
    words.extend(standing::of(finding).iter().map(|mark| Inline::text(&phrases::sentence(&phrases::capital(mark)))));
    if is_draft(finding) {
        words.push(Inline::own("A draft that is not in force is counted in."));
    }
    words
}

/// The duty in a word or two; nothing where no treaty is behind the item.
fn duty(finding: &Finding) -> Inline {
    match &finding.duty {
        Duty::Owed(bonds) => Inline::text(&format!("Owed: {}.", phrases::bonds(bonds).join("; "))),
        Duty::Recommended => Inline::default(),
    }
}
