//! From what changed to the shape of the machine format.

use std::collections::BTreeSet;

use super::{
    Change, Country, Counts, Detail, Diff, Duty, Element, Event, FORMAT, Ground, Item, Piece, Place, Side, Standard,
    Words,
};
use crate::base::day::Day;
use crate::base::files::Files;
use crate::base::span::Span;
use crate::diff::record::{self, WordChange};
use crate::diff::{
    self, Cause, Comparison, ElementChange, ItemChange, Kind, Measured, RecordChange, StandardChange, Turn,
};
use crate::finding::Answer;
use crate::model::framework::Framework;
use crate::model::overlay::Overlay;
use crate::report::diff::{Changes, Lone};
use crate::report::warning::{Warning, warnings};
use crate::report::{VERSION, diff as report, overlay_title};

pub(super) fn diff(changes: &Changes<'_>) -> Diff {
    let country = |country: &report::Country<'_>| match country {
        report::Country::Compared(comparison) => compared(changes.files, comparison),
        report::Country::Added(lone) => self::lone(changes.files, lone, Kind::CountryAdded),
        report::Country::Removed(lone) => self::lone(changes.files, lone, Kind::CountryRemoved),
    };
    Diff { format: FORMAT, tool_version: VERSION, countries: changes.countries.iter().map(country).collect() }
}

fn lone(files: &Files, lone: &Lone<'_>, kind: Kind) -> Country {
    let side = side(files, lone.framework, lone.day, &[]);
    let (old, new) = if kind == Kind::CountryAdded { (None, Some(side)) } else { (Some(side), None) };
    Country {
        country: lone.framework.country.value.to_string(),
        name: lone.framework.name.to_string(),
        kind: Some(kind.name()),
        old,
        new,
        counts: Counts::default(),
        events: Vec::new(),
        standards: Vec::new(),
        record: Vec::new(),
    }
}

fn side(files: &Files, framework: &Framework, day: Day, drafts: &[&Overlay]) -> Side {
    Side {
        country: framework.country.value.to_string(),
        file: files.name(framework.country.span.file).to_owned(),
        as_of: day.to_string(),
        reviewed: framework.reviewed.value.to_string(),
        overlays: drafts.iter().map(|draft| overlay_title(draft).to_string()).collect(),
        warnings: warnings(framework, drafts, day).iter().map(Warning::words).collect(),
    }
}

fn compared(files: &Files, comparison: &Comparison<'_>) -> Country {
    let of = |it: &diff::Side<'_>| side(files, it.framework, it.day, &it.drafts);
    let framework = comparison.new.framework;
    let number = |turn: Turn| comparison.items().filter(|(_, item)| item.turn() == turn).count();
    Country {
        country: framework.country.value.to_string(),
        name: framework.name.to_string(),
        kind: None,
        old: Some(of(&comparison.old)),
        new: Some(of(&comparison.new)),
        counts: Counts {
            better: number(Turn::Better),
            worse: number(Turn::Worse),
            mixed: number(Turn::Mixed),
            lateral: number(Turn::Lateral),
            editorial: number(Turn::Editorial),
        },
        events: comparison.events.iter().map(event).collect(),
        standards: comparison.standards.iter().map(|measured| standard(files, measured)).collect(),
        record: comparison.record.iter().map(|change| recorded(files, change)).collect(),
    }
}

fn event(found: &diff::Event) -> Event {
    Event { date: found.date.to_string(), address: found.address.clone(), what: found.what }
}

fn standard(files: &Files, measured: &Measured<'_>) -> Standard {
    Standard {
        checklist: measured.new.id.value.to_string(),
        old_version: measured.old.version,
        new_version: measured.new.version,
        items: measured.items.iter().map(|found| item(files, found)).collect(),
        changes: measured.changes.iter().map(asked).collect(),
    }
}

fn causes(causes: &BTreeSet<Cause>) -> Vec<&'static str> {
    causes.iter().map(|cause| cause.name()).collect()
}

fn item(files: &Files, found: &ItemChange) -> Item {
    let duty = |duty: &diff::DutyChange| Duty {
        kind: duty.kind.name(),
        level: duty.kind.level().name(),
        causes: causes(&duty.causes),
    };
    Item {
        item: found.item.to_string(),
        was: found.was.as_ref().map(ToString::to_string),
        title: found.title.to_string(),
        turn: found.turn().name(),
        old_verdict: found.old.name(),
        new_verdict: found.new.name(),
        kind: found.kind.map(Kind::name),
        level: found.kind.map(|kind| kind.level().name()),
        causes: causes(&found.causes),
        duty: found.duty.as_ref().map(duty),
        fingerprint: found.fingerprint.clone(),
        elements: found.elements.iter().map(|it| element(files, it)).collect(),
    }
}

fn element(files: &Files, found: &ElementChange) -> Element {
    Element {
        element: found.element.to_string(),
        was: found.was.as_ref().map(ToString::to_string),
        requires: found.requires.to_string(),
        old_verdict: found.old.verdict.name(),
        old_draft: found.old.is_draft(),
        new_verdict: found.new.verdict.name(),
        new_draft: found.new.is_draft(),
        kind: found.kind.name(),
        level: found.kind.level().name(),
        causes: causes(&found.causes),
        old_grounds: grounds(files, &found.old),
        new_grounds: grounds(files, &found.new),
        behind: found.behind.clone(),
        fingerprint: found.fingerprint.clone(),
    }
}

fn grounds(files: &Files, answer: &Answer) -> Vec<Ground> {
    let one = |role: &'static str, ground: &crate::finding::Ground| Ground {
        role,
        address: ground.address(),
        place: place(files, ground.span),
        draft: ground.draft,
    };
    let mut found: Vec<Ground> = answer.grounds.iter().map(|ground| one("ground", ground)).collect();
    found.extend(answer.contradicts.iter().map(|ground| one("contradicts", ground)));
    found.extend(answer.near_misses.iter().map(|near| one("near-miss", &near.ground)));
    found
}

fn place(files: &Files, span: Span) -> Place {
    let position = files.position(span);
    Place { file: files.name(span.file).to_owned(), line: position.line, column: position.column }
}

fn recorded(files: &Files, change: &RecordChange) -> Change {
    Change {
        kind: change.kind.name(),
        level: change.kind.level().name(),
        subject: change.subject.clone(),
        address: change.address.clone(),
        draft: change.draft,
        verdict: None,
        old_place: change.old.map(|span| place(files, span)),
        new_place: change.new.map(|span| place(files, span)),
        details: change.details.iter().map(detail).collect(),
        words: change.words.iter().map(words).collect(),
        behind: change.behind.iter().map(|it| format!("{}/{}.{}", it.checklist, it.item, it.element)).collect(),
    }
}

fn asked(change: &StandardChange) -> Change {
    let subject = match &change.element {
        Some(element) => format!("{}.{element}", change.item),
        None => change.item.to_string(),
    };
    Change {
        kind: change.kind.name(),
        level: change.kind.level().name(),
        subject,
        address: change.title.to_string(),
        draft: false,
        verdict: change.verdict.map(crate::finding::Verdict::name),
        old_place: None,
        new_place: None,
        details: change.details.iter().map(detail).collect(),
        words: change.words.iter().map(words).collect(),
        behind: Vec::new(),
    }
}

fn detail(found: &record::Detail) -> Detail {
    Detail { field: found.field.clone(), label: found.label.clone(), old: found.old.clone(), new: found.new.clone() }
}

fn words(found: &WordChange) -> Words {
    let piece = |piece: &diff::Piece| match piece {
        diff::Piece::Same(text) => Piece { change: "same", text: text.clone() },
        diff::Piece::Struck(text) => Piece { change: "struck", text: text.clone() },
        diff::Piece::Inserted(text) => Piece { change: "inserted", text: text.clone() },
        // Only shortened redlines skip, and this one is whole.
        diff::Piece::Skipped(_) => Piece { change: "same", text: String::new() },
    };
    let pieces = found.redline.pieces.iter().map(piece).collect();
    Words { field: found.field.clone(), label: found.label.clone(), pieces }
}
