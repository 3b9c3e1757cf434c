//! Changes for a terminal.

use std::fmt;

use super::{Changes, Country, phrases, rests};
use crate::diff::record::WordChange;
use crate::diff::{Comparison, ItemChange, Kind, Level, Piece, Turn};
use crate::report::Look;
use crate::report::phrases::{capital, count};
use crate::report::screen::{Role, Screen};

/// How many words that stay are shown around one that changed.
const CONTEXT: usize = 6;

pub(super) fn write(changes: &Changes<'_>, look: Look, out: &mut dyn fmt::Write) -> fmt::Result {
    let mut screen = Screen::new(look);
    if changes.is_empty() {
        screen.line(0, Role::Plain, phrases::NOTHING);
        return screen.finish(out);
    }
    let mut first = true;
    for country in &changes.countries {
        if matches!(country, Country::Compared(comparison) if comparison.is_empty()) {
            continue;
        }
        if !std::mem::take(&mut first) {
            screen.blank();
        }
        match country {
            Country::Compared(comparison) => compared(&mut screen, changes, comparison),
            Country::Added(_) | Country::Removed(_) => {
                screen.line(0, Role::Heading, &phrases::lone(changes, country));
            }
        }
    }
    screen.finish(out)
}

fn compared(screen: &mut Screen, changes: &Changes<'_>, comparison: &Comparison<'_>) {
    screen.line(0, Role::Heading, &phrases::title(comparison));
    screen.hung(2, ("before:", Role::Dim), Role::Plain, &phrases::side(changes.files, &comparison.old));
    screen.hung(2, ("after:", Role::Dim), Role::Plain, &phrases::side(changes.files, &comparison.new));
    screen.line(2, Role::Heading, &phrases::numbers(comparison));
    if let Some(reasons) = phrases::reasons(comparison) {
        screen.line(2, Role::Plain, &reasons);
    }
    if let Some(events) = phrases::events(comparison) {
        screen.line(2, Role::Plain, &events);
    }
    for (heading, turn) in
        [("Worse", Turn::Worse), ("Better in one part and worse in another", Turn::Mixed), ("Better", Turn::Better)]
    {
        let items = phrases::turned(comparison, &[turn]);
        list(screen, comparison, heading, &items, true);
    }
    let lateral = phrases::turned(comparison, &[Turn::Lateral, Turn::Editorial]);
    let (grounds, others): (Vec<_>, Vec<_>) = lateral.into_iter().partition(|(_, item)| phrases::is_only_grounds(item));
    let (bared, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|(_, item)| phrases::is_bared(item));
    let (found, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|(_, item)| phrases::is_only_assessed(item));
    list(screen, comparison, phrases::BARED, &bared, true);
    list(screen, comparison, phrases::FOUND, &found, false);
    list(screen, comparison, "Otherwise, neither better nor worse", &others, true);
    if !grounds.is_empty() {
        screen.blank();
        let titles: Vec<&str> = grounds.iter().map(|(_, item)| &*item.title).collect();
        let words = format!("{} with the same verdicts on other grounds", count(grounds.len(), "item"));
        screen.line(2, Role::Heading, &capital(&words));
        screen.line(4, Role::Plain, &titles.join("; "));
    }
    standard(screen, comparison);
    record(screen, comparison);
}

/// A list of items with their elements, and with what these rest on, if that is asked for. What only rests on something
/// else is for the longer formats.
fn list(
    screen: &mut Screen,
    comparison: &Comparison<'_>,
    heading: &str,
    items: &[(&str, &ItemChange)],
    with_grounds: bool,
) {
    if items.is_empty() {
        return;
    }
    screen.blank();
    screen.line(2, Role::Heading, heading);
    for (checklist, item) in items {
        let mut title = vec![format!("{} [{checklist}/{}]", item.title, item.item)];
        title.extend(phrases::tail(item));
        let step = phrases::step(item.old, item.new);
        screen.hung(2, (&step, Role::Verdict(item.new)), Role::Plain, &title.join("; "));
        for element in item.elements.iter().filter(|element| element.kind != Kind::OtherGrounds) {
            let mut told = if item.size == 1 { capital(element.kind.words()) + "." } else { phrases::element(element) };
            if let Some(why) = phrases::why(comparison, element) {
                told.push_str(&format!(" {why}"));
            }
            screen.line(6, Role::Plain, &told);
            if !with_grounds {
                continue;
            }
            for (label, words) in rests::sides(element) {
                screen.hung(8, (&format!("{}:", label.to_lowercase()), Role::Dim), Role::Dim, &words);
            }
            for (address, words) in phrases::behind(comparison, element) {
                screen.line(8, Role::Dim, &redline(address, words));
            }
        }
    }
}

fn standard(screen: &mut Screen, comparison: &Comparison<'_>) {
    let all: Vec<_> = comparison.standards.iter().flat_map(|measured| &measured.changes).collect();
    if all.is_empty() {
        return;
    }
    screen.blank();
    screen.line(2, Role::Heading, "What the standard asks otherwise");
    for change in all {
        screen.line(2, Role::Plain, &phrases::standard(change));
        change.details.iter().for_each(|detail| screen.line(6, Role::Dim, &phrases::detail(detail)));
        change.words.iter().for_each(|words| screen.line(6, Role::Dim, &redline(&words.label, words)));
    }
}

fn record(screen: &mut Screen, comparison: &Comparison<'_>) {
    let editorial = |editorial: bool| {
        comparison.record.iter().filter(move |change| (change.kind.level() == Level::Editorial) == editorial)
    };
    for (heading, told) in [("What is recorded otherwise", false), ("Recorded in other words", true)] {
        if editorial(told).next().is_none() {
            continue;
        }
        screen.blank();
        screen.line(2, Role::Heading, heading);
        for change in editorial(told) {
            screen.line(2, Role::Plain, &phrases::record(change));
            change.details.iter().for_each(|detail| screen.line(6, Role::Dim, &phrases::detail(detail)));
            change.words.iter().for_each(|words| screen.line(6, Role::Dim, &redline(&words.label, words)));
        }
    }
}

/// Words that were changed: `[-struck out-] {+put in+}`.
fn redline(label: &str, words: &WordChange) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Same(words) => words.clone(),
        Piece::Struck(words) => format!("[-{words}-]"),
        Piece::Inserted(words) => format!("{{+{words}+}}"),
        Piece::Skipped(_) => " […] ".to_owned(),
    };
    let pieces: String = words.redline.shortened(CONTEXT).pieces.iter().map(piece).collect();
    format!("{label}: {pieces}")
}
