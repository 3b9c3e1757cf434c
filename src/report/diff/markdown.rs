//! Changes in Markdown, fit for a comment on a pull request: the numbers and what is better or worse first, the rest
//! folded.

use std::fmt;

use super::{Changes, Country, phrases};
use crate::diff::record::WordChange;
use crate::diff::{Cause, Comparison, ItemChange, Level, Piece, RecordChange, Turn};
use crate::report::escape::Inline;
use crate::report::markdown::page::{Anchors, Page};
use crate::report::phrases::{capital, count, sentence};

/// How many items the first table has; the others are folded with their details.
const MOST_ROWS: usize = 20;
/// How many entries a folded list has; JSON has them all.
const MOST_ENTRIES: usize = 60;
/// How many words that stay are shown around one that changed.
const CONTEXT: usize = 8;

pub(super) fn write(changes: &Changes<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let mut page = Page::new(Anchors::default());
    if changes.countries.is_empty() || changes.is_empty() {
        page.paragraph(&Inline::text(phrases::NOTHING));
        return out.write_str(&page.finish());
    }
    for country in &changes.countries {
        match country {
            Country::Compared(comparison) if comparison.is_empty() => {}
            Country::Compared(comparison) => compared(&mut page, changes, comparison),
            Country::Added(_) | Country::Removed(_) => page.paragraph(&Inline::text(&phrases::lone(changes, country))),
        }
    }
    if changes.countries.iter().any(|country| matches!(country, Country::Compared(found) if !found.is_empty())) {
        legend(&mut page);
    }
    out.write_str(&page.finish())
}

fn compared(page: &mut Page, changes: &Changes<'_>, comparison: &Comparison<'_>) {
    page.heading(2, &phrases::title(comparison), None);
    page.paragraph(&Inline::bold(&phrases::numbers(comparison)));
    if let Some(reasons) = phrases::reasons(comparison) {
        page.paragraph(&Inline::text(&reasons));
    }
    if let Some(events) = phrases::events(comparison) {
        page.paragraph(&Inline::text(&events));
    }
    for warning in phrases::warnings(comparison) {
        page.paragraph(&Inline::join([Inline::own("**Please note.**"), Inline::text(&warning)], " "));
    }
    let judged = phrases::turned(comparison, &[Turn::Worse, Turn::Mixed, Turn::Better]);
    let row = |(checklist, item): &(&str, &ItemChange)| {
        let mut title = vec![item.title.to_string()];
        title.extend(phrases::tail(item));
        [
            Inline::text(phrases::turn(item.turn())),
            Inline::text(&format!("{} ({checklist}/{})", title.join("; "), item.item)),
            Inline::text(&phrases::verdicts(item)),
            Inline::text(&phrases::causes(&item.all_causes())),
        ]
    };
    page.table(["", "Item", "Verdict", "Why"], judged.iter().take(MOST_ROWS).map(row).collect());
    if let Some(more) = judged.len().checked_sub(MOST_ROWS).filter(|more| *more > 0) {
        page.paragraph(&Inline::text(&format!("And {more} more below.")));
    }
    let entry = [
        (Inline::own("**Before:**"), phrases::side(changes.files, &comparison.old)),
        (Inline::own("**After:**"), phrases::side(changes.files, &comparison.new)),
    ];
    for (label, words) in entry {
        page.item(0, &Inline::join([label, Inline::text(&words)], " "));
    }
    page.end_list();
    if !judged.is_empty() {
        fold(page, comparison, "Better and worse, element by element", &judged);
    }
    let lateral = phrases::turned(comparison, &[Turn::Lateral, Turn::Editorial]);
    let (grounds, others): (Vec<_>, Vec<_>) = lateral.into_iter().partition(|(_, item)| phrases::is_only_grounds(item));
    if !others.is_empty() {
        fold(page, comparison, "Otherwise, neither better nor worse", &others);
    }
    if !grounds.is_empty() {
        fold(page, comparison, "The same verdicts on other grounds", &grounds);
    }
    standard(page, comparison);
    record(page, &comparison.record);
}

/// A folded list of items with their elements.
fn fold(page: &mut Page, comparison: &Comparison<'_>, title: &'static str, items: &[(&str, &ItemChange)]) {
    page.fold(&Inline::text(&format!("{title}: {}", count(items.len(), "item"))));
    for (checklist, item) in items.iter().take(MOST_ENTRIES) {
        self::item(page, comparison, checklist, item);
    }
    page.end_list();
    more(page, items.len());
    page.unfold();
}

fn item(page: &mut Page, comparison: &Comparison<'_>, checklist: &str, item: &ItemChange) {
    let mut words = vec![format!("{} ({checklist}/{})", phrases::step(item.old, item.new), item.item)];
    words.extend(phrases::tail(item));
    let head = [Inline::bold(&sentence(&item.title)), Inline::text(&sentence(&words.join("; ")))];
    page.item(0, &Inline::join(head, " "));
    for element in &item.elements {
        // An item of one element has said already what became of it.
        let causes = phrases::causes(&element.causes);
        let told = if item.size == 1 { capital(element.kind.words()) + "." } else { phrases::element(element) };
        let why = format!("Why: {causes}.");
        page.item(1, &Inline::join([Inline::text(&told), Inline::text(&why)], " "));
        for (label, words) in phrases::sides(element) {
            page.item(2, &Inline::text(&format!("{label}: {words}")));
        }
        for (address, words) in phrases::behind(comparison, element) {
            page.item(2, &redline(address, words));
        }
    }
}

fn standard(page: &mut Page, comparison: &Comparison<'_>) {
    let all: Vec<_> = comparison.standards.iter().flat_map(|measured| &measured.changes).collect();
    if all.is_empty() {
        return;
    }
    page.fold(&Inline::text(&format!("What the standard asks otherwise: {}", count(all.len(), "change"))));
    for change in all.iter().take(MOST_ENTRIES) {
        page.item(0, &Inline::text(&sentence(&phrases::standard(change))));
        for detail in &change.details {
            page.item(1, &Inline::text(&phrases::detail(detail)));
        }
        change.words.iter().for_each(|words| page.item(1, &redline(&words.label, words)));
    }
    page.end_list();
    more(page, all.len());
    page.unfold();
}

fn record(page: &mut Page, changes: &[RecordChange]) {
    let (editorial, facts): (Vec<_>, Vec<_>) =
        changes.iter().partition(|change| change.kind.level() == Level::Editorial);
    for (title, list) in [("What is recorded otherwise", facts), ("Recorded in other words", editorial)] {
        if list.is_empty() {
            continue;
        }
        page.fold(&Inline::text(&format!("{title}: {}", count(list.len(), "change"))));
        for change in list.iter().take(MOST_ENTRIES) {
            page.item(0, &Inline::text(&sentence(&phrases::record(change))));
            for detail in &change.details {
                page.item(1, &Inline::text(&phrases::detail(detail)));
            }
            change.words.iter().for_each(|words| page.item(1, &redline(&words.label, words)));
            let behind: Vec<String> =
                change.behind.iter().map(|it| format!("{}/{}.{}", it.checklist, it.item, it.element)).collect();
            if !behind.is_empty() {
                page.item(1, &Inline::text(&format!("Behind the change of: {}", behind.join(", "))));
            }
        }
        page.end_list();
        more(page, list.len());
        page.unfold();
    }
}

/// Words that were changed, struck out and put in.
fn redline(label: &str, words: &WordChange) -> Inline {
    let short = words.redline.shortened(CONTEXT);
    let pieces = short.pieces.iter().map(|piece| match piece {
        Piece::Same(words) => Inline::part(words),
        Piece::Struck(words) => Inline::struck(words),
        Piece::Inserted(words) => Inline::inserted(words),
        Piece::Skipped(_) => Inline::own(" […] "),
    });
    Inline::text(&format!("{label}:")).then(&Inline::own(" ")).then(&Inline::join(pieces, ""))
}

fn more(page: &mut Page, number: usize) {
    if let Some(more) = number.checked_sub(MOST_ENTRIES).filter(|more| *more > 0) {
        page.paragraph(&Inline::text(&format!("And {more} more, which the JSON format has.")));
    }
}

/// How to read all this.
fn legend(page: &mut Page) {
    page.fold(&Inline::own("How to read this"));
    page.paragraph(&Inline::own(
        "*Better* and *worse* are said of the law alone: that a verdict changed because somebody looked, because the \
         record was put right, or because the standard asks something else, is neither. The causes:",
    ));
    for cause in Cause::ALL {
        page.item(0, &Inline::join([Inline::bold(&capital(cause.words())), Inline::text(cause.meaning())], ": "));
    }
    page.end_list();
    page.unfold();
}
