//! The summary for a terminal: what was audited, two counts, what needs attention first.

use std::fmt;

use super::counts::{Counts, Tally, attention, foremost, is_doubtful, is_draft, is_unverified};
use super::screen::{Look, Role, Screen};
use super::{Audited, Judged, Report, phrases, standing};
use crate::diff::Effect;
use crate::diff::effect::{Outcome, Standing};
use crate::finding::{ElementFinding, Finding};
use crate::model::checklist::Item;
use crate::model::words::Confidence;

/// How many items are named for each checklist, besides gaps and conflicts; the other formats have them all.
const MOST_NAMED: usize = 10;

/// Writes the summary.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(report: &Report<'_>, look: Look, out: &mut dyn fmt::Write) -> fmt::Result {
    let mut screen = Screen::new(look);
    for (number, audited) in report.frameworks.iter().enumerate() {
        if number > 0 {
            screen.blank();
        }
        country(&mut screen, report, audited);
    }
    screen.finish(out)
}

fn country(screen: &mut Screen, report: &Report<'_>, audited: &Audited<'_>) {
    let framework = audited.framework;
    let heading = format!("{} ({}), as at {}", framework.name, framework.country.value, audited.as_of);
    screen.line(0, Role::Heading, &heading);
    for title in audited.overlay_titles() {
        screen.line(0, Role::Plain, &format!("with the draft: {title}"));
    }
    if audited.least != Confidence::Recalled {
        let least = audited.least.word();
        screen.line(0, Role::Plain, &format!("facts less well known than “{least}” left out"));
    }
    for warning in audited.warnings() {
        screen.hung(0, ("warning:", Role::Warning), Role::Plain, &warning.words());
    }
    if let Some(words) = phrases::commencements(audited) {
        screen.hung(0, ("later:", Role::Warning), Role::Plain, &words);
    }
    for words in phrases::waiting_repeals(audited) {
        screen.hung(0, ("later:", Role::Warning), Role::Plain, &words);
    }
    for judged in &audited.checklists {
        screen.blank();
        checklist(screen, report, audited, judged);
    }
}

fn checklist(screen: &mut Screen, report: &Report<'_>, audited: &Audited<'_>, judged: &Judged<'_>) {
    let checklist = judged.checklist;
    let counts = Counts::of(judged);
    let heading = format!("{} ({}, version {})", checklist.title, checklist.id.value, checklist.version);
    screen.line(0, Role::Heading, &heading);
    if let Some(effect) = &judged.effect {
        self::effect(screen, effect);
    }
    screen.line(2, Role::Plain, &phrases::assessed(&counts));
    tally(screen, "Items:", &counts.of_items);
    if counts.items != counts.elements {
        tally(screen, "Elements:", &counts.of_elements);
    }
    if let Some(tally) = standing::tally(judged) {
        screen.hung(2, ("Since the baseline:", Role::Plain), Role::Plain, &tally);
    }
    since(screen, judged);
    let urgent = attention(judged);
    if urgent.is_empty() {
        screen.line(2, Role::Plain, "Nothing that was assessed falls short.");
        return;
    }
    screen.blank();
    screen.line(2, Role::Heading, "What most needs attention");
    let named = foremost(judged, MOST_NAMED);
    for (item, finding) in &named {
        trouble(screen, report, audited, item, finding);
    }
    if let Some(more) = urgent.len().checked_sub(named.len()).filter(|more| *more > 0) {
        let words = format!("and {more} more; the Markdown report has them all");
        screen.line(2, Role::Dim, &words);
    }
}

/// The items that are not as they were in the baseline, in a line each; and what the checklist no longer has.
fn since(screen: &mut Screen, judged: &Judged<'_>) {
    for (trend, finding) in standing::moved(judged) {
        let title = judged.checklist.item(&finding.item).map_or(&*finding.item, |item| &*item.title);
        let words = format!("{} {title} [{}]", finding.verdict, finding.item);
        screen.hung(4, (&format!("{}:", trend.word()), Role::Plain), Role::Plain, &words);
    }
    for gone in &judged.audit.gone {
        let words = format!("{}, which was: {}", gone.address, gone.before.words());
        screen.hung(4, ("no longer in the checklist:", Role::Plain), Role::Plain, &words);
    }
}

/// What the drafts do, in a line for each outcome.
fn effect(screen: &mut Screen, effect: &Effect) {
    screen.line(2, Role::Heading, "What the draft does");
    for outcome in Outcome::ALL {
        let items: Vec<&Standing> = effect.with(outcome).collect();
        let told = |it: &&Standing| match it.in_force == it.with_drafts {
            true => it.title.to_string(),
            false => format!("{} ({} → {})", it.title, it.in_force, it.with_drafts),
        };
        let words = match outcome {
            Outcome::Leaves => phrases::count(items.len(), "item"),
            _ => items.iter().map(told).collect::<Vec<_>>().join("; "),
        };
        if !items.is_empty() {
            screen.hung(4, (&format!("{}:", outcome.words()), Role::Plain), Role::Plain, &words);
        }
    }
    for waiting in &effect.waiting {
        let titles: Vec<&str> = waiting.items.iter().map(|(_, title)| &**title).collect();
        let near = phrases::near_miss(&waiting.near);
        let words = format!("{near} It would bear on: {}.", phrases::list(&titles));
        screen.hung(4, ("Without effect for now:", Role::Warning), Role::Plain, &words);
    }
}

/// How many came out as each verdict; assessed ones and the others on lines of their own.
fn tally(screen: &mut Screen, noun: &str, tally: &Tally) {
    let [assessed, others] = phrases::tally(tally);
    screen.hung(2, (noun, Role::Plain), Role::Plain, &assessed);
    screen.hung(2, (noun, Role::Dim), Role::Dim, &others);
}

fn trouble(screen: &mut Screen, report: &Report<'_>, audited: &Audited<'_>, item: &Item, finding: &Finding) {
    let verdict = finding.verdict;
    let mark = format!("{verdict}");
    let mut title = format!("{} [{}]", item.title, item.id.value);
    title.push_str(&marks(finding));
    screen.hung(2, (&mark, Role::Verdict(verdict)), Role::Plain, &title);
    screen.line(6, Role::Plain, &phrases::trouble(item, finding));
    for mark in standing::of(finding).into_iter().chain(waived_elements(finding)) {
        screen.line(6, Role::Dim, &mark);
    }
    if let Some(duty) = phrases::duty(audited, report.vocabulary, item, &finding.duty) {
        screen.line(6, Role::Dim, &duty);
    }
}

/// The waivers of single elements.
fn waived_elements(finding: &Finding) -> Vec<String> {
    let own = |element: &&ElementFinding| finding.marks.waivers.is_empty() && !element.marks.waivers.is_empty();
    let words = |element: &ElementFinding| {
        element.marks.waivers.iter().map(|it| format!("{}: {}", element.element, standing::waived(it))).collect()
    };
    finding.elements.iter().filter(own).flat_map(|element| -> Vec<String> { words(element) }).collect()
}

/// What a reader must know about a verdict: that it rests on memory, or on a draft.
fn marks(finding: &Finding) -> String {
    let mut marks = String::new();
    if is_unverified(finding) {
        marks.push_str(" (unverified)");
    }
    if is_doubtful(finding) {
        marks.push_str(" (the law's text does not bear it out)");
    }
    if is_draft(finding) {
        marks.push_str(" (a draft is counted in)");
    }
    marks
}
