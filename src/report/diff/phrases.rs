//! Changes in words: the same sentences on a terminal and in Markdown.

use std::collections::BTreeSet;

use super::{Changes, Country};
use crate::base::files::Files;
use crate::base::unique::unique;
use crate::diff::record::{Detail, WordChange};
use crate::diff::{
    Cause, Comparison, ElementChange, Event, ItemChange, Kind, Level, RecordChange, Side, StandardChange, Turn,
};
use crate::finding::{Bond, Duty, Verdict};
use crate::report::warning::warnings as warnings_on;
use crate::report::{overlay_title, phrases};

/// The items that are assessed on the old side alone, in whole or in part.
pub(super) const BARED: &str = "No longer assessed, in whole or in part";
/// The items that are assessed on the new side alone, in whole or in part.
pub(super) const FOUND: &str = "Assessed on the new side alone, in whole or in part; what held before is not recorded";

/// Shown where there is nothing to tell.
pub(super) const NOTHING: &str = "Nothing changed.";

/// What a side is: `as at 2008-07-01, frameworks/thailand.yaml, with the draft: …`.
pub(super) fn side(files: &Files, side: &Side<'_>) -> String {
    let file = files.name(side.framework.country.span.file);
    let mut words = format!("as at {}, {file}", side.day);
    for draft in &side.drafts {
        let file = files.name(draft.country.span.file);
        words.push_str(&format!(", with the draft: {} ({file})", overlay_title(draft)));
    }
    words
}

/// What a reader must know about the two days, each once.
pub(super) fn warnings(comparison: &Comparison<'_>) -> Vec<String> {
    let sides = [&comparison.old, &comparison.new].into_iter();
    let warnings = sides.flat_map(|side| warnings_on(side.framework, &side.drafts, side.day));
    unique(warnings.map(|warning| warning.words()))
}

/// The country, or the two countries that are compared.
pub(super) fn title(comparison: &Comparison<'_>) -> String {
    let (old, new) = (&comparison.old, &comparison.new);
    let between = if old.day == new.day { String::new() } else { format!(", {} to {}", old.day, new.day) };
    if comparison.is_across() {
        format!("Differences: {} and {}{between}", old.framework.name, new.framework.name)
    } else {
        format!("Changes: {}{between}", new.framework.name)
    }
}

/// A country with a record on one side alone, in a sentence.
pub(super) fn lone(changes: &Changes<'_>, country: &Country<'_>) -> String {
    let (lone, words) = match country {
        Country::Compared(_) => return String::new(),
        Country::Added(lone) => (lone, "There was no record of it before"),
        Country::Removed(lone) => (lone, "There is no record of it any more"),
    };
    let framework = lone.framework;
    let file = changes.files.name(framework.country.span.file);
    format!("{} ({}): {words} ({file}).", framework.name, framework.country.value)
}

/// How many items turned which way: `3 items better, 1 item worse, 12 otherwise`.
pub(super) fn numbers(comparison: &Comparison<'_>) -> String {
    let number = |turn: Turn| comparison.items().filter(|(_, item)| item.turn() == turn).count();
    let mut words = vec![
        format!("{} better", phrases::count(number(Turn::Better), "item")),
        format!("{} worse", number(Turn::Worse)),
    ];
    if number(Turn::Mixed) > 0 {
        words.push(format!("{} better in one part and worse in another", number(Turn::Mixed)));
    }
    words.push(format!("{} otherwise", number(Turn::Lateral) + number(Turn::Editorial)));
    let mut sentence = words.join(", ");
    if comparison.is_across() {
        sentence = format!("{} beside {}: {sentence}", comparison.new.framework.name, comparison.old.framework.name);
    }
    let asked = comparison.standards.iter().map(|measured| measured.changes.len()).sum::<usize>();
    for (number, what) in [(asked, "the standard"), (comparison.record.len(), "the record")] {
        if number > 0 {
            sentence.push_str(&format!("; {} in {what}", phrases::count(number, "change")));
        }
    }
    sentence + "."
}

/// What is not met on the new side, changed or not: `12 fall short, 2 are in conflict, 5 are gaps, 9 are not assessed`.
pub(super) fn left_open(comparison: &Comparison<'_>) -> Option<String> {
    let findings = || comparison.standards.iter().flat_map(|measured| &measured.new_audit.findings);
    let number = |verdict: Verdict| findings().filter(|finding| finding.verdict == verdict).count();
    let parts = [
        (Verdict::Partial, "fall short", "falls short"),
        (Verdict::Conflict, "are in conflict", "is in conflict"),
        (Verdict::Gap, "are gaps", "is a gap"),
        (Verdict::Unknown, "are not assessed", "is not assessed"),
    ];
    let words: Vec<String> = parts
        .into_iter()
        .map(|(verdict, several, one)| (number(verdict), several, one))
        .filter(|(number, ..)| *number > 0)
        .map(|(number, several, one)| format!("{number} {}", if number == 1 { one } else { several }))
        .collect();
    let changed = comparison.items().next().is_some();
    (changed && !words.is_empty()).then(|| format!("On the new side, of all items: {}.", words.join(", ")))
}

/// What else is lacking about an item that is better or worse and not met: the elements about which nothing changed.
pub(super) fn still_open(comparison: &Comparison<'_>, item: &ItemChange) -> Option<String> {
    let lacking = |verdict: Verdict| matches!(verdict, Verdict::Partial | Verdict::Conflict | Verdict::Gap);
    if !lacking(item.new) || item.size < 2 || !matches!(item.turn(), Turn::Better | Turn::Mixed | Turn::Worse) {
        return None;
    }
    let measured = comparison.standards.iter().find(|it| it.items.iter().any(|other| std::ptr::eq(other, item)))?;
    let asked = measured.new.item(&item.item)?;
    let found = measured.new_audit.findings.iter().find(|finding| finding.item == item.item)?;
    let told = |id: &str| item.elements.iter().any(|it| *it.element == *id && it.kind != Kind::OtherGrounds);
    let open = asked.elements.iter().zip(&found.elements);
    let open = open.filter(|(asked, found)| lacking(found.answer.verdict) && !told(&asked.id.value));
    let words: Vec<String> =
        open.map(|(asked, found)| format!("{} {}", found.answer.verdict, sentence_of(&asked.requires))).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn sentence_of(requires: &str) -> String {
    format!("“{}”", requires.trim_end_matches('.')) + "."
}

/// Causes in words, most of the law first.
pub(super) fn causes(causes: &BTreeSet<Cause>) -> String {
    causes.iter().map(|cause| cause.words()).collect::<Vec<_>>().join("; ")
}

/// The one cause of whatever changed, if there is only one: then it need not be said again of every item.
pub(super) fn sole(comparison: &Comparison<'_>) -> Option<Cause> {
    let mut all = every(comparison).into_iter();
    all.next().filter(|_| all.next().is_none())
}

/// Every cause that has a part in anything.
pub(super) fn every(comparison: &Comparison<'_>) -> BTreeSet<Cause> {
    comparison.items().flat_map(|(_, item)| item.all_causes()).collect()
}

/// Every cause of the comparison with the number of items it has a part in; one alone with what it means.
pub(super) fn reasons(comparison: &Comparison<'_>) -> Option<String> {
    if let Some(cause) = sole(comparison) {
        return Some(format!("Why: {}. {}", cause.words(), cause.meaning()));
    }
    let number = |cause: Cause| comparison.items().filter(|(_, item)| item.all_causes().contains(&cause)).count();
    let of = |cause: Cause| format!("{} ({})", cause.words(), phrases::count(number(cause), "item"));
    let words: Vec<String> = every(comparison).into_iter().map(of).collect();
    (!words.is_empty()).then(|| format!("Why: {}.", words.join("; ")))
}

/// Why an element changed, unless that is said for all of them.
pub(super) fn why(comparison: &Comparison<'_>, element: &ElementChange) -> Option<String> {
    sole(comparison).is_none().then(|| format!("Why: {}.", causes(&element.causes)))
}

/// What happened between the two days, in a sentence: what most verdicts rest on, by date; the rest is counted.
pub(super) fn events(comparison: &Comparison<'_>) -> Option<String> {
    const MOST: usize = 6;
    let elements = || comparison.items().flat_map(|(_, item)| &item.elements);
    let cites = |element: &ElementChange, event: &Event| {
        let grounds = [&element.old, &element.new].into_iter().flat_map(|answer| &answer.grounds);
        grounds.into_iter().any(|ground| *ground.instrument == *event.law)
    };
    let weight = |event: &&Event| elements().filter(|element| cites(element, event)).count();
    let mut told: Vec<&Event> = comparison.events.iter().collect();
    told.sort_by_key(|event| std::cmp::Reverse(weight(event)));
    let more = told.len().saturating_sub(MOST);
    told.truncate(MOST);
    told.sort();
    let mut words: Vec<String> =
        told.iter().map(|event| format!("{} ({} {})", event.address, event.what, event.date)).collect();
    if more > 0 {
        words.push(format!("and {more} more"));
    }
    (!words.is_empty()).then(|| format!("Recorded between the two days: {}.", words.join("; ")))
}

/// The verdicts of an item; how much of it turned, where the verdict stayed.
pub(super) fn verdicts(item: &ItemChange) -> String {
    let step = step(item.old, item.new);
    if item.old != item.new || item.size < 2 {
        return step;
    }
    let number = |level: Level| item.elements.iter().filter(|element| element.kind.level() == level).count();
    let of = |number: usize, word: &str| (number > 0).then(|| format!("{number} of {} elements {word}", item.size));
    let turned = [of(number(Level::Improvement), "better"), of(number(Level::Regression), "worse")];
    let words: Vec<String> = std::iter::once(step).chain(turned.into_iter().flatten()).collect();
    words.join(", ")
}

/// From one verdict to another.
pub(super) fn step(old: Verdict, new: Verdict) -> String {
    if old == new { new.to_string() } else { format!("{old} → {new}") }
}

/// What became of an item besides its verdict, in short.
pub(super) fn tail(item: &ItemChange) -> Vec<String> {
    let mut words = Vec::new();
    words.extend(item.was.as_ref().map(|was| format!("formerly {was}")));
    words.extend(item.duty.as_ref().map(|duty| match (&duty.old, &duty.new) {
        (_, Duty::Owed(bonds)) => format!("{}: {}", duty.kind.words(), bound(bonds)),
        (Duty::Owed(bonds), Duty::Recommended) => format!("{}: {}", duty.kind.words(), bound(bonds)),
        (Duty::Recommended, Duty::Recommended) => duty.kind.words().to_owned(),
    }));
    words
}

fn bound(bonds: &[Bond]) -> String {
    phrases::bonds(bonds).join("; ")
}

/// What an element asks and what became of it.
pub(super) fn element(element: &ElementChange) -> String {
    let step = step(element.old.verdict, element.new.verdict);
    let asked = phrases::sentence(&element.requires);
    format!("{step} ({}). {asked}", element.kind.words())
}

/// The changes of a text's own words that are behind the change of an element, each with its address.
pub(super) fn behind<'c>(comparison: &'c Comparison<'_>, element: &ElementChange) -> Vec<(&'c str, &'c WordChange)> {
    let changes = element.behind.iter().filter_map(|number| comparison.record.get(*number));
    let own = |change: &'c RecordChange| {
        let words = change.words.iter().filter(|words| matches!(words.field.as_str(), "text" | "quote"));
        words.map(|words| (change.address.as_str(), words))
    };
    changes.flat_map(own).collect()
}

/// What changed in the record, and where.
pub(super) fn record(change: &RecordChange) -> String {
    let draft = if change.draft { " (draft)" } else { "" };
    format!("{}: {}{draft}", phrases::capital(change.kind.words()), change.address)
}

/// What of the standard changed.
pub(super) fn standard(change: &StandardChange) -> String {
    let element = change.element.as_ref().map_or_else(String::new, |element| format!(".{element}"));
    let verdict = change.verdict.map_or_else(String::new, |verdict| format!(" ({verdict})"));
    let kind = phrases::capital(change.kind.words());
    format!("{kind}: {} [{}{element}]{verdict}", change.title.trim_end_matches('.'), change.item)
}

/// A fact that is recorded otherwise: `in force from: 2008-06-05 → 2008-06-06`.
pub(super) fn detail(detail: &Detail) -> String {
    let Detail { label, old, new, .. } = detail;
    match (old, new) {
        (Some(old), Some(new)) => format!("{label}: {old} → {new}"),
        (None, Some(new)) => format!("{label}: {new}"),
        (Some(old), None) => format!("{label}: no longer {old}"),
        (None, None) => label.clone(),
    }
}

/// Whether something about an item is left without any rule that is recorded, though nothing about it got worse.
pub(super) fn is_bared(item: &ItemChange) -> bool {
    item.kinds().any(|kind| kind == Kind::NoLongerAssessed)
}

/// Whether all that became of an item is that it, or a part of it, was assessed for the first time.
pub(super) fn is_only_assessed(item: &ItemChange) -> bool {
    let mut kinds = item.kinds().filter(|kind| !matches!(kind, Kind::OtherGrounds | Kind::Reworded)).peekable();
    kinds.peek().is_some() && kinds.all(|kind| kind == Kind::Assessed)
}

/// Whether an item only rests on something else, with every verdict as it was.
pub(super) fn is_only_grounds(item: &ItemChange) -> bool {
    item.kinds().all(|kind| matches!(kind, Kind::OtherGrounds | Kind::Reworded))
}

/// What each turn is called at the head of a row.
pub(super) const fn turn(turn: Turn) -> &'static str {
    match turn {
        Turn::Worse => "worse",
        Turn::Mixed => "better and worse",
        Turn::Better => "better",
        Turn::Lateral => "otherwise",
        Turn::Editorial => "in other words",
    }
}

/// The items that turned one of these ways, with the id of their checklist, worst first and then in the order of the
/// checklists.
pub(super) fn turned<'c>(comparison: &'c Comparison<'_>, turns: &[Turn]) -> Vec<(&'c str, &'c ItemChange)> {
    let all = comparison.items().map(|(measured, item)| (&*measured.new.id.value, item));
    let mut found: Vec<_> = all.filter(|(_, item)| turns.contains(&item.turn())).collect();
    found.sort_by_key(|(_, item)| item.turn());
    found
}
