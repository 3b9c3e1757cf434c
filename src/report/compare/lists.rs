//! What stands under the tables, as rows of words: the same on a page, on a terminal and in a workbook.

use super::{Compared, cell};
use crate::check::reciprocity::{Difference, Side};
use crate::compare::{Comparison, Conflict, Place};
use crate::finding::{Ground, Verdict};
use crate::report::phrases;

/// A list with a heading, a line on what it holds, and columns.
pub(super) struct List {
    /// A short name, for a sheet of a workbook.
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) head: Vec<&'static str>,
    pub(super) rows: Vec<Vec<String>>,
}

/// How many clauses of one country are named in a cell that people read.
const MOST_NAMED: usize = 3;

/// The lists under one table, those that hold nothing left out. In `full` ones nothing is cut short.
pub(super) fn under(compared: &Compared<'_>, table: &Comparison<'_>, full: bool) -> Vec<List> {
    let names = compared.headings();
    let lists = [
        conflicts(table, &names, full),
        shared(compared, table, &names),
        neighbours(table, &names, full),
        unanswered(table, &names),
        unobliged(table, &names, full),
    ];
    lists.into_iter().filter(|list| !list.rows.is_empty()).collect()
}

fn name(names: &[String], column: usize) -> String {
    names.get(column).cloned().unwrap_or_default()
}

fn all(names: &[String], columns: &[usize]) -> String {
    columns.iter().map(|column| name(names, *column)).collect::<Vec<_>>().join(", ")
}

/// A place as a row names it.
pub(super) fn place(place: &Place<'_>) -> String {
    match place.element {
        Some(element) if place.item.elements.len() > 1 => {
            format!("{}: {} [{}]", place.item.title, element.requires, place.address())
        }
        _ => format!("{} [{}]", place.item.title, place.item.id.value),
    }
}

fn conflicts(table: &Comparison<'_>, names: &[String], full: bool) -> List {
    let says = |found: &Conflict<'_>| {
        if !found.reasons.is_empty() {
            let reasons = found.reasons.iter().map(|reason| phrases::sentence(&phrases::capital(reason)));
            return reasons.collect::<Vec<_>>().join(" ");
        }
        let facts = |grounds: &[&Ground]| match full {
            true => grounds.iter().map(|it| cell::ground(it)).collect::<Vec<_>>().join("; "),
            false => clauses(grounds, false),
        };
        format!("{} Against that: {}", phrases::sentence(&facts(&found.grounds)), facts(&found.contradicts))
    };
    List {
        name: "Conflicts",
        title: "Conflicts: who says what",
        about: "Sources disagree, or one provision satisfies what is asked and another contradicts it.",
        head: vec!["What is asked", "Country", "Who says what"],
        rows: table.conflicts().iter().map(|it| vec![place(&it.place), name(names, it.column), says(it)]).collect(),
    }
}

fn shared(compared: &Compared<'_>, table: &Comparison<'_>, names: &[String]) -> List {
    let rows = table.shared_gaps(compared.by);
    List {
        name: "Shared gaps",
        title: "Gaps that countries share",
        about: "Looked for in two countries or more, and there in none of them.",
        head: vec!["What is asked", "Gap in", "Falls short in"],
        rows: rows.iter().map(|it| vec![place(&it.place), all(names, &it.gap), all(names, &it.short)]).collect(),
    }
}

/// The laws and provisions in words: the first few, or all.
fn clauses(grounds: &[&Ground], full: bool) -> String {
    let mut found = cell::addresses(grounds.iter().copied());
    let more = if full { 0 } else { found.len().saturating_sub(MOST_NAMED) };
    if more > 0 {
        found.truncate(MOST_NAMED);
        found.push(format!("and {more} more"));
    }
    found.join("; ")
}

fn neighbours(table: &Comparison<'_>, names: &[String], full: bool) -> List {
    let rows = table.neighbours();
    let row = |found: &crate::compare::Neighbour<'_>| {
        let has = found.has.iter().map(|(column, it)| format!("{}: {}", name(names, *column), clauses(it, full)));
        let has = has.collect::<Vec<_>>().join(". ");
        vec![place(&found.place), has, all(names, &found.lacks), all(names, &found.short)]
    };
    List {
        name: "Has and lacks",
        title: "What one country has and another lacks",
        about: "With the law or provision that has it, so that a drafter can read a neighbour’s clause.",
        head: vec!["What is asked", "Has it", "Lacks it", "Falls short"],
        rows: rows.iter().map(row).collect(),
    }
}

fn unanswered(table: &Comparison<'_>, names: &[String]) -> List {
    let rows = table.unanswered();
    let row = |found: &crate::compare::Unanswered<'_>| {
        let several = found.row.item.elements.len() > 1;
        let asked = found.elements.iter().map(|element| phrases::sentence(&element.requires));
        let asked = if several { asked.collect::<Vec<_>>().join(" ") } else { String::new() };
        let asked = if asked.is_empty() { phrases::sentence(&found.row.item.requires) } else { asked };
        vec![
            format!("{} [{}]", found.row.item.title, found.row.item.id.value),
            name(names, found.column),
            phrases::bonds(found.bonds).join("; "),
            asked,
        ]
    };
    List {
        name: "Obliged, no law",
        title: "Commitments that oblige without a law that answers",
        about: "A treaty behind the item binds the country on the day, and what it asks was looked for and is not there.",
        head: vec!["Item", "Country", "Obliged by", "Nothing answers to"],
        rows: rows.iter().map(row).collect(),
    }
}

fn unobliged(table: &Comparison<'_>, names: &[String], full: bool) -> List {
    let rows = table.unobliged();
    let row = |found: &crate::compare::Unobliged<'_>| {
        let several = found.row.item.elements.len() > 1;
        let answers = found.answered.iter().map(|answered| {
            let clauses = clauses(&answered.clauses, full);
            if several { format!("{}: {clauses}", answered.element.requires.trim_end_matches('.')) } else { clauses }
        });
        vec![
            format!("{} [{}]", found.row.item.title, found.row.item.id.value),
            name(names, found.column),
            answers.collect::<Vec<_>>().join(". "),
        ]
    };
    List {
        name: "Law, not obliged",
        title: "Laws that answer without an obligation",
        about: "No treaty behind the item is known to bind the country on the day, and its law or policy has it all the same.",
        head: vec!["Item", "Country", "What answers"],
        rows: rows.iter().map(row).collect(),
    }
}

/// The numbers, for items and, where items have several elements, for elements.
pub(super) fn counts(compared: &Compared<'_>, table: &Comparison<'_>) -> Vec<List> {
    let names = compared.headings();
    let head = || {
        let verdicts = Verdict::ALL.map(|verdict| match verdict {
            Verdict::Met => "● met",
            Verdict::Partial => "◐ falls short",
            Verdict::Conflict => "⚡ conflict",
            Verdict::Gap => "○ gap",
            Verdict::Unknown => "? not assessed",
            Verdict::NotApplicable => "– not applicable",
        });
        ["Section", "Country"].into_iter().chain(verdicts).collect::<Vec<_>>()
    };
    let counts = table.counts();
    let rows = |numbers: fn(&crate::compare::Count<'_>) -> [usize; 6]| -> Vec<Vec<String>> {
        let row = |count: &crate::compare::Count<'_>| {
            let section = count.section.map_or_else(|| "All sections".to_owned(), |section| section.title.to_string());
            let numbers = numbers(count).map(|number| number.to_string());
            [section, name(&names, count.column)].into_iter().chain(numbers).collect()
        };
        counts.iter().map(row).collect()
    };
    let items = List {
        name: "Counts",
        title: "Counts of items",
        about: "How many items came out as what. Numbers beside each other: no score, and no order of countries.",
        head: head(),
        rows: rows(|count| count.items),
    };
    let elements = List {
        name: "Counts of elements",
        title: "Counts of elements",
        about: "The same for the elements that items are made of.",
        head: head(),
        rows: rows(|count| count.elements),
    };
    let several = table.items.iter().any(|row| row.item.elements.len() > 1);
    [items].into_iter().chain(several.then_some(elements)).collect()
}

/// Agreements that only one side records, or on which the sides differ.
pub(super) fn agreements(compared: &Compared<'_>) -> Option<List> {
    let files = compared.files;
    let place = |side: &Side| match side.span {
        Some(span) => format!("{}:{}", files.name(span.file), files.position(span).line),
        None => format!("no file of {}", side.name),
    };
    let row = |found: &crate::check::reciprocity::Discrepancy<'_>| {
        let what = match found.kind {
            Difference::OneSided => "recorded by one side only",
            Difference::Status => "the sides differ on whether it binds",
            Difference::Dates => "the sides give different dates",
            Difference::End => "the sides differ on its end",
            Difference::Unseen => "the other side is unknown",
        };
        let side = |side: &Side| format!("{}: {} ({})", side.name, side.says, place(side));
        vec![found.instrument.title.to_string(), what.to_owned(), side(&found.here), side(&found.there)]
    };
    let mut found: Vec<_> = compared.agreements.iter().collect();
    found.sort_by_key(|it| Difference::ALL.iter().position(|kind| *kind == it.kind));
    let list = List {
        name: "Agreements",
        title: "Agreements that only one side records",
        about: "Also those on which the two sides differ, and those whose other side has no file here and is unknown.",
        head: vec!["Agreement", "What differs", "One side", "The other side"],
        rows: found.into_iter().map(row).collect(),
    };
    (!list.rows.is_empty()).then_some(list)
}
