//! The facts that a verdict rests on: as the rows of a table, and in short.

use super::Place;
use super::page::Page;
use crate::finding::{Ground, GroundKind};
use crate::report::escape::Inline;
use crate::report::phrases;

/// The head of every table of facts.
const HEAD: [&str; 5] = ["Instrument", "Pinpoint", "What it says", "How well known; in practice", "Line"];

/// How many addresses stand where facts are only mentioned.
const MOST_MENTIONED: usize = 4;

/// A table of facts.
pub(super) fn table(page: &mut Page, place: &Place<'_, '_>, grounds: &[Ground]) {
    let rows = grounds.iter().map(|ground| {
        let draft = if ground.draft { Inline::own(" (draft)") } else { Inline::default() };
        [
            Inline::text(&ground.instrument).then(&draft),
            Inline::text(ground.at.as_deref().unwrap_or("")),
            Inline::text(&phrases::says(ground)),
            Inline::text(&known(place, ground)),
            Inline::text(&line(place, ground)),
        ]
    });
    page.table(HEAD, rows.collect());
}

/// How well a fact is known, from which source, and what became of it.
fn known(place: &Place<'_, '_>, ground: &Ground) -> String {
    let practice = phrases::practice(ground);
    if practice.is_empty() {
        return source(place, ground);
    }
    format!("{}. In practice: {}", source(place, ground), phrases::sentence(&practice))
}

/// How well a fact is known, with the number of its source.
fn source(place: &Place<'_, '_>, ground: &Ground) -> String {
    let confidence = ground.confidence.word();
    match ground.source.as_deref().and_then(|key| place.cited.number(key)) {
        Some(number) => format!("{confidence}, S{number}"),
        None if ground.kind == GroundKind::Coverage => String::new(),
        None => confidence.to_owned(),
    }
}

/// The line of the record in which a fact stands; with the file, where that is a draft's.
fn line(place: &Place<'_, '_>, ground: &Ground) -> String {
    let files = place.report.files;
    let line = files.position(ground.span).line;
    if ground.span.file == place.audited.framework.country.span.file {
        line.to_string()
    } else {
        format!("{}:{line}", files.name(ground.span.file))
    }
}

/// A fact in one piece, for a cell: what it says, how well that is known, and where it stands.
pub(super) fn in_short(place: &Place<'_, '_>, ground: &Ground) -> String {
    let says = phrases::says(ground);
    let says = match ground.kind {
        GroundKind::Commitment | GroundKind::Coverage => says,
        GroundKind::Silence => format!("Looked for and not found. {says}"),
        GroundKind::Law | GroundKind::Provision => format!("{}: {says}", phrases::address(ground)),
    };
    let source = source(place, ground);
    let comma = if source.is_empty() { "" } else { ", " };
    format!("{says} ({source}{comma}line {})", line(place, ground))
}

/// The addresses of facts, the first few of them.
pub(super) fn addresses(grounds: &[Ground]) -> String {
    phrases::addresses(grounds, MOST_MENTIONED)
}
