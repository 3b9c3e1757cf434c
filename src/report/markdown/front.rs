//! What was audited; two counts; what most needs attention.

use super::Place;
use super::page::Page;
use crate::finding::{Duty, Finding, Verdict};
use crate::model::checklist::Item;
use crate::model::words::Confidence;
use crate::report::counts::{Counts, Tally, attention, foremost};
use crate::report::escape::Inline;
use crate::report::{Judged, phrases};

/// How many items each checklist has in the list of what most needs attention, besides gaps and conflicts.
const MOST_URGENT: usize = 12;

pub(super) fn write(page: &mut Page, place: &Place<'_, '_>) {
    subject(page, place);
    page.heading(2, "The result in numbers", None);
    page.paragraph(&Inline::own(
        "Two counts that must not be mixed: how much was assessed at all, and how that came out. What was not assessed \
         is neither a gap nor met. An item is made of elements; each element is judged by itself.",
    ));
    for judged in &place.audited.checklists {
        numbers(page, judged);
    }
    page.heading(2, "What most needs attention", None);
    for judged in &place.audited.checklists {
        urgent(page, place, judged, "follow with the findings");
    }
}

fn subject(page: &mut Page, place: &Place<'_, '_>) {
    let audited = place.audited;
    let framework = audited.framework;
    page.heading(2, "What was audited", None);
    for warning in audited.warnings() {
        page.paragraph(&Inline::join([Inline::own("**Please note.**"), Inline::text(&warning.words())], " "));
    }
    let mut entry = |label: &'static str, words: &str| {
        page.item(0, &Inline::join([Inline::own(label), Inline::text(words)], " "));
    };
    entry("**Country:**", &format!("{} ({})", framework.name, framework.country.value));
    entry("**Law as at:**", &audited.as_of.to_string());
    let file = place.report.files.name(framework.country.span.file);
    let reviewed = framework.reviewed.value;
    entry("**Record:**", &format!("{file}, brought up to {reviewed}; lines given below are lines of this file"));
    for title in audited.overlay_titles() {
        entry("**Draft laid over the law in force:**", &title);
    }
    if audited.least != Confidence::Recalled {
        let words = format!("facts less well known than “{}”; they are named as near misses", audited.least.word());
        entry("**Left out:**", &words);
    }
    for judged in &audited.checklists {
        let checklist = judged.checklist;
        let version = format!("{} ({}, version {})", checklist.title, checklist.id.value, checklist.version);
        entry("**Against:**", &format!("{version}, after: {}", phrases::origin(checklist)));
    }
    page.end_list();
}

pub(super) fn numbers(page: &mut Page, judged: &Judged<'_>) {
    let counts = Counts::of(judged);
    let title = Inline::bold(&judged.checklist.title);
    page.paragraph(&Inline::join([title, Inline::text(&phrases::assessed(&counts))], ": "));
    let row = |label: &'static str, tally: &Tally| -> [Inline; 8] {
        let number = |verdict| Inline::text(&tally.number(verdict).to_string());
        [
            Inline::own(label),
            Inline::text(&tally.assessed().to_string()),
            number(Verdict::Met),
            number(Verdict::Partial),
            number(Verdict::Conflict),
            number(Verdict::Gap),
            number(Verdict::Unknown),
            number(Verdict::NotApplicable),
        ]
    };
    let head = ["", "Assessed", "● met", "◐ falls short", "⚡ conflict", "○ gap", "? not assessed", "– not applicable"];
    page.table(head, vec![row("Items", &counts.of_items), row("Elements", &counts.of_elements)]);
}

pub(super) fn urgent(page: &mut Page, place: &Place<'_, '_>, judged: &Judged<'_>, further: &str) {
    let urgent = attention(judged);
    page.paragraph(&Inline::bold(&judged.checklist.title));
    if urgent.is_empty() {
        page.paragraph(&Inline::own("Nothing that was assessed falls short."));
        return;
    }
    let named = foremost(judged, MOST_URGENT);
    let row = |(item, finding): &(&Item, &Finding)| {
        let verdict = Inline::text(&finding.verdict.to_string());
        let title = page.link(&item.title, &place.key(judged, item));
        [verdict, title, Inline::text(&phrases::trouble(item, finding)), Inline::text(&duty(item, finding))]
    };
    let rows: Vec<[Inline; 4]> = named.iter().map(row).collect();
    if named.iter().all(|(item, _)| item.basis.is_empty()) {
        // No treaty is named behind any of them, and a column that says so in every row says nothing.
        let rows = rows.into_iter().map(|[verdict, title, why, _]| [verdict, title, why]).collect();
        page.table(["Verdict", "Item", "Why"], rows);
    } else {
        page.table(["Verdict", "Item", "Why", "Duty"], rows);
    }
    if let Some(more) = urgent.len().checked_sub(named.len()).filter(|more| *more > 0) {
        let words = format!("And {more} more, which {further}.");
        page.paragraph(&Inline::text(&words));
    }
}

/// The duty in a cell; nothing where no treaty is behind the item.
fn duty(item: &Item, finding: &Finding) -> String {
    match &finding.duty {
        Duty::Owed(bonds) => format!("owed: {}", phrases::bonds(bonds).join("; ")),
        Duty::Recommended if item.basis.is_empty() => String::new(),
        Duty::Recommended => "recommended".to_owned(),
    }
}
