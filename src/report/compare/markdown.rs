//! The comparison in Markdown, for a reader who has never seen this program.

use std::fmt::Write as _;

use super::lists::{self, List};
use super::{Compared, cell};
use crate::compare::{By, Comparison, Row};
use crate::finding::Verdict;
use crate::model::words::Confidence;
use crate::report::escape::{Inline, MarkdownText};
use crate::report::{VERSION, phrases};

/// Writes the comparison.
pub(super) fn write(compared: &Compared<'_>) -> String {
    let mut out = String::new();
    let title = match compared.tables.as_slice() {
        [table] => format!("Countries compared: {}", table.checklist.title),
        _ => "Countries compared".to_owned(),
    };
    heading(&mut out, 1, &title);
    front(&mut out, compared);
    for table in &compared.tables {
        if compared.tables.len() > 1 {
            heading(&mut out, 2, &table.checklist.title);
        }
        // Sections stand under the checklist, or take its place where there is only one.
        let level = if compared.tables.len() > 1 { 3 } else { 2 };
        matrix(&mut out, compared, table, level);
        if !compared.compact {
            for list in lists::under(compared, table, false).into_iter().chain(lists::counts(compared, table)) {
                self::list(&mut out, &list, level);
            }
        }
    }
    if !compared.compact {
        if let Some(agreements) = lists::agreements(compared) {
            list(&mut out, &agreements, 2);
        }
        legend(&mut out);
    }
    paragraph(&mut out, &Inline::text(&format!("Made with lacuna {VERSION}.")));
    out.truncate(out.trim_end_matches('\n').len());
    out.push('\n');
    out
}

fn front(out: &mut String, compared: &Compared<'_>) {
    for warning in compared.warnings() {
        paragraph(out, &Inline::join([Inline::own("**Please note.**"), Inline::text(&warning)], " "));
    }
    let mut entry = |label: &'static str, words: &str| {
        // Writing to a string does not fail, here and below.
        let _ = writeln!(out, "- {}", Inline::join([Inline::own(label), Inline::text(words)], " "));
    };
    entry("**Countries:**", &compared.headings().join(", "));
    entry("**Law as at:**", &compared.days());
    for table in &compared.tables {
        let checklist = table.checklist;
        let version = format!("{} ({}, version {})", checklist.title, checklist.id.value, checklist.version);
        entry("**Against:**", &format!("{version}, after: {}", phrases::origin(checklist)));
    }
    for audited in &compared.countries {
        let name = compared.heading(audited);
        for draft in audited.overlay_titles() {
            entry("**Draft laid over the law in force:**", &format!("{name}: {draft}"));
        }
    }
    let least = compared.countries.first().map(|audited| audited.least);
    if let Some(least) = least.filter(|least| *least != Confidence::Recalled) {
        entry("**Left out:**", &format!("facts less well known than “{}”", least.word()));
    }
    out.push('\n');
    paragraph(
        out,
        &Inline::own(
            "What is recorded about each country is held against the same questions. It is a self-assessment, not legal \
             advice: there is no score and no ranking, and the countries stand in the order of the alphabet.",
        ),
    );
}

/// The table, a part for each section.
fn matrix(out: &mut String, compared: &Compared<'_>, table: &Comparison<'_>, level: usize) {
    let rows = table.rows(compared.by);
    let mut rest = rows.as_slice();
    while let Some(first) = rest.first() {
        let section = first.place.section;
        let length = rest.iter().take_while(|row| std::ptr::eq(row.place.section, section)).count();
        let (part, after) = rest.split_at(length);
        heading(out, level, &section.title);
        let asked = match compared.by {
            By::Items => "Item",
            By::Elements => "Element",
        };
        let mut head = vec![Inline::own(asked)];
        head.extend(compared.headings().iter().map(|name| Inline::text(name)));
        grid(out, &head, part.iter().map(|row| line(compared, row)), compared.compact);
        rest = after;
    }
    if compared.compact {
        paragraph(out, &Inline::text(&dots(&rows)));
    }
}

/// What the dots of the compact view mean, and what its empty cells hide.
pub(super) fn dots(rows: &[Row<'_>]) -> String {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let number = |verdict: Verdict| cells().filter(|cell| cell.verdict() == verdict).count();
    format!(
        "{} lines, {} dots. A dot: the record shows it. An empty cell may mean several things: {} are gaps, {} fall short, {} \
         are in conflict, {} were not assessed, and {} do not concern the country.",
        rows.len(),
        number(Verdict::Met),
        number(Verdict::Gap),
        number(Verdict::Partial),
        number(Verdict::Conflict),
        number(Verdict::Unknown),
        number(Verdict::NotApplicable)
    )
}

fn line(compared: &Compared<'_>, row: &Row<'_>) -> Vec<Inline> {
    let label = match compared.by {
        By::Items => Inline::text(&lists::place(&row.place)),
        By::Elements => Inline::text(&format!("{} [{}]", row.place.title(), row.place.address())),
    };
    let cells = row.cells.iter().map(|cell| {
        let words = if compared.compact { cell::dot(cell).to_owned() } else { cell::words(cell) };
        Inline::text(&words)
    });
    [label].into_iter().chain(cells).collect()
}

fn list(out: &mut String, list: &List, level: usize) {
    heading(out, level, list.title);
    paragraph(out, &Inline::text(list.about));
    let head: Vec<Inline> = list.head.iter().map(|words| Inline::own(words)).collect();
    let row = |row: &Vec<String>| row.iter().map(|words| Inline::text(words)).collect();
    grid(out, &head, list.rows.iter().map(row), false);
}

/// What the words in the cells mean.
fn legend(out: &mut String) {
    heading(out, 2, "What the words mean");
    for verdict in Verdict::ALL {
        let words = format!("{}.", phrases::verdict_meaning(verdict));
        let _ = writeln!(out, "- {}", Inline::join([Inline::bold(&format!("{verdict}:")), Inline::text(&words)], " "));
    }
    out.push('\n');
    paragraph(
        out,
        &Inline::own(
            "Of a treaty or agreement the cell says where the country stands to it on the day: ratified, acceded, succeeded \
             or adopted, with the date; signed and not ratified; denounced or expired; not a party, with what came later \
             where that is recorded; disputed, where sources disagree; not open, where the country cannot join. Of a plan it \
             says that it expired. “Unverified”: without what is known from memory only the cell would read otherwise.",
        ),
    );
}

fn heading(out: &mut String, level: usize, words: &str) {
    let _ = write!(out, "{} {}\n\n", "#".repeat(level), MarkdownText(words));
}

fn paragraph(out: &mut String, words: &Inline) {
    let _ = write!(out, "{words}\n\n");
}

/// A table. Dots stand in the middle of their cells.
fn grid(out: &mut String, head: &[Inline], rows: impl Iterator<Item = Vec<Inline>>, centred: bool) {
    let mut line = |cells: &[Inline]| {
        let cells: Vec<String> = cells.iter().map(ToString::to_string).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    };
    line(head);
    let rule = if centred { " :-: |" } else { " --- |" };
    let rows: Vec<Vec<Inline>> = rows.collect();
    let mut rules = String::from("| --- |");
    rules.extend(std::iter::repeat_n(rule, head.len().saturating_sub(1)));
    let _ = writeln!(out, "{rules}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    out.push('\n');
}
