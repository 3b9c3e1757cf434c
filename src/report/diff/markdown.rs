//! Changes in Markdown, fit for a comment on a pull request: the numbers and what is better or worse first, the rest
//! folded.

use std::collections::BTreeSet;
use std::fmt;

use super::{Changes, Country, phrases, rests};
use crate::diff::record::WordChange;
use crate::diff::{Cause, Comparison, ElementChange, ItemChange, Level, Piece, RecordChange, Turn};
use crate::report::escape::Inline;
use crate::report::markdown::page::{Anchors, Page};
use crate::report::phrases::{capital, count, sentence};

/// How many items the first table has; the others are folded with their details.
const MOST_ROWS: usize = 20;
/// How many entries a folded list has; JSON has them all.
const MOST_ENTRIES: usize = 60;
/// How many words that stay are shown around one that changed.
const CONTEXT: usize = 8;

/// The most characters of a page: GitHub refuses a comment of more than 65,536.
const MOST: usize = 65_000;

/// How much is told; each step leaves out more, until the page fits a comment.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Depth {
    /// The table of the countries alone, where there are several.
    Countries,
    /// The numbers, and what is better or worse.
    Heads,
    /// Every item, and of those that are better or worse every element.
    Elements,
    /// What each verdict rests on, where it is better or worse.
    Rests,
    /// The same where it is neither.
    Others,
    /// What each verdict rests on.
    Whole,
}

impl Depth {
    const ALL: [Self; 6] = [Self::Whole, Self::Others, Self::Rests, Self::Elements, Self::Heads, Self::Countries];
}

pub(super) fn write(changes: &Changes<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    if changes.countries.is_empty() || changes.is_empty() {
        let mut page = Page::new(Anchors::default());
        page.paragraph(&Inline::text(phrases::NOTHING));
        return out.write_str(&page.finish());
    }
    let mut text = String::new();
    for depth in Depth::ALL {
        text = self::page(changes, depth);
        if text.chars().count() <= MOST {
            break;
        }
    }
    out.write_str(&text)
}

fn page(changes: &Changes<'_>, depth: Depth) -> String {
    let mut page = Page::new(Anchors::default());
    overview(&mut page, changes);
    let alone = changes.countries.len() > 1 && depth == Depth::Countries;
    for country in changes.countries.iter().filter(|_| !alone) {
        match country {
            Country::Compared(comparison) if comparison.is_empty() => {}
            Country::Compared(comparison) => compared(&mut page, changes, comparison, depth),
            Country::Added(_) | Country::Removed(_) => page.paragraph(&Inline::text(&phrases::lone(changes, country))),
        }
    }
    let found = changes.countries.iter().filter_map(|country| match country {
        Country::Compared(comparison) => Some(phrases::every(comparison)),
        Country::Added(_) | Country::Removed(_) => None,
    });
    let causes: BTreeSet<Cause> = found.flatten().collect();
    legend(&mut page, &causes);
    if depth < Depth::Whole {
        page.paragraph(&Inline::own(
            "*Shortened so as to fit a comment; `--format json` has everything, and `--format text` most of it.*",
        ));
    }
    page.finish()
}

/// The countries in a table, where there are several.
fn overview(page: &mut Page, changes: &Changes<'_>) {
    let changed = |country: &&Country<'_>| !matches!(country, Country::Compared(found) if found.is_empty());
    let rows: Vec<_> = changes
        .countries
        .iter()
        .filter(changed)
        .map(|country| {
            let (name, words) = match country {
                Country::Compared(found) => {
                    let number = |turns: &[Turn]| phrases::turned(found, turns).len().to_string();
                    let other = number(&[Turn::Lateral, Turn::Editorial]);
                    let words = [number(&[Turn::Better]), number(&[Turn::Worse]), number(&[Turn::Mixed]), other];
                    (&found.new.framework.name, words)
                }
                Country::Added(lone) => {
                    (&lone.framework.name, ["new record".to_owned(), String::new(), String::new(), String::new()])
                }
                Country::Removed(lone) => (
                    &lone.framework.name,
                    ["no record any more".to_owned(), String::new(), String::new(), String::new()],
                ),
            };
            let [better, worse, mixed, other] = words.map(|words| Inline::text(&words));
            [Inline::text(name), better, worse, mixed, other]
        })
        .collect();
    if rows.len() > 1 {
        page.table(["Items", "better", "worse", "better and worse", "otherwise"], rows);
    }
}

fn compared(page: &mut Page, changes: &Changes<'_>, comparison: &Comparison<'_>, depth: Depth) {
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
    table(page, comparison, &judged);
    let entry = [
        (Inline::own("**Before:**"), phrases::side(changes.files, &comparison.old)),
        (Inline::own("**After:**"), phrases::side(changes.files, &comparison.new)),
    ];
    for (label, words) in entry {
        page.item(0, &Inline::join([label, Inline::text(&words)], " "));
    }
    page.end_list();
    let lateral = phrases::turned(comparison, &[Turn::Lateral, Turn::Editorial]);
    let (grounds, others): (Vec<_>, Vec<_>) = lateral.into_iter().partition(|(_, item)| phrases::is_only_grounds(item));
    let (bared, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|(_, item)| phrases::is_bared(item));
    let (found, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|(_, item)| phrases::is_only_assessed(item));
    for (title, items, told) in [
        ("Better and worse, element by element", judged, Depth::Rests),
        (phrases::BARED, bared, Depth::Others),
        (phrases::FOUND, found, Depth::Others),
        ("Otherwise, neither better nor worse", others, Depth::Others),
        ("The same verdicts on other grounds", grounds, Depth::Whole),
    ] {
        if !items.is_empty() && depth > Depth::Heads {
            fold(page, comparison, title, &items, (depth >= told, told));
        }
    }
    standard(page, comparison);
    if depth > Depth::Heads {
        record(page, &comparison.record);
    }
}

/// What is better or worse, at a glance. Why is said only where it differs from one item to another.
fn table(page: &mut Page, comparison: &Comparison<'_>, judged: &[(&str, &ItemChange)]) {
    let cells = |(checklist, item): &(&str, &ItemChange)| {
        let mut title = vec![item.title.to_string()];
        title.extend(phrases::tail(item));
        [
            Inline::text(phrases::turn(item.turn())),
            Inline::text(&format!("{} ({checklist}/{})", title.join("; "), item.item)),
            Inline::text(&phrases::verdicts(item)),
        ]
    };
    let shown = judged.iter().take(MOST_ROWS);
    if phrases::sole(comparison).is_some() {
        page.table(["", "Item", "Verdict"], shown.map(cells).collect());
    } else {
        let row = |entry: &(&str, &ItemChange)| {
            let [turn, title, verdicts] = cells(entry);
            [turn, title, verdicts, Inline::text(&phrases::causes(&entry.1.all_causes()))]
        };
        page.table(["", "Item", "Verdict", "Why"], shown.map(row).collect());
    }
    if let Some(more) = judged.len().checked_sub(MOST_ROWS).filter(|more| *more > 0) {
        page.paragraph(&Inline::text(&format!("And {more} more below.")));
    }
}

/// A folded list of items with their elements.
fn fold(
    page: &mut Page,
    comparison: &Comparison<'_>,
    title: &'static str,
    items: &[(&str, &ItemChange)],
    (rests, kind): (bool, Depth),
) {
    page.fold(&Inline::text(&format!("{title}: {}", count(items.len(), "item"))));
    for (checklist, item) in items.iter().take(MOST_ENTRIES) {
        let mut words = vec![format!("{} ({checklist}/{})", phrases::step(item.old, item.new), item.item)];
        words.extend(phrases::tail(item));
        let head = [Inline::bold(&sentence(&item.title)), Inline::text(&sentence(&words.join("; ")))];
        page.item(0, &Inline::join(head, " "));
        // That a verdict rests on other facts is told with these facts, or by the title alone.
        if rests || kind < Depth::Whole {
            item.elements.iter().for_each(|it| element(page, comparison, item, it, rests));
        }
    }
    page.end_list();
    more(page, items.len());
    page.unfold();
}

fn element(page: &mut Page, comparison: &Comparison<'_>, item: &ItemChange, element: &ElementChange, rests: bool) {
    // An item of one element has said already what became of it.
    let told = if item.size == 1 { capital(element.kind.words()) + "." } else { phrases::element(element) };
    let why = phrases::why(comparison, element);
    page.item(1, &Inline::join(std::iter::once(told).chain(why).map(|words| Inline::text(&words)), " "));
    if !rests {
        return;
    }
    for (label, words) in rests::sides(element) {
        page.item(2, &Inline::text(&format!("{label}: {words}")));
    }
    for (address, words) in phrases::behind(comparison, element) {
        page.item(2, &redline(address, words));
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

/// How to read all this: the causes that come up.
fn legend(page: &mut Page, causes: &BTreeSet<Cause>) {
    if causes.is_empty() {
        return;
    }
    page.fold(&Inline::own("How to read this"));
    page.paragraph(&Inline::own(
        "*Better* and *worse* are said of the law alone: that a verdict changed because somebody looked, because the \
         record was put right, or because the standard asks something else, is neither.",
    ));
    for cause in causes {
        page.item(0, &Inline::join([Inline::bold(&capital(cause.words())), Inline::text(cause.meaning())], ": "));
    }
    page.end_list();
    page.unfold();
}
