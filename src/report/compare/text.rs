//! The tables for a terminal, and the shortest of what stands under them.

use super::lists::{self, List};
use super::{Compared, cell, markdown};
use crate::compare::{Comparison, Row};
use crate::finding::Verdict;
use crate::report::screen::{Look, Role, Screen};

/// The narrowest that a column of words can be: the longest word of a verdict.
const NARROWEST: usize = 11;

/// The widest that a column of words need be.
const WIDEST: usize = 24;

/// The narrowest that the column with the items can be.
const NARROWEST_ITEM: usize = 26;

/// Writes the comparison.
pub(super) fn write(compared: &Compared<'_>, look: Look) -> String {
    let mut screen = Screen::new(look);
    let names = compared.headings().join(", ");
    screen.line(0, Role::Heading, &format!("{names}, as at {}", compared.days()));
    for warning in compared.warnings() {
        screen.hung(0, ("warning:", Role::Warning), Role::Plain, &warning);
    }
    for table in &compared.tables {
        screen.blank();
        let checklist = table.checklist;
        let title = format!("{} ({}, version {})", checklist.title, checklist.id.value, checklist.version);
        screen.line(0, Role::Heading, &title);
        matrix(&mut screen, compared, table, look.width);
        if !compared.compact {
            under(&mut screen, compared, table);
        }
    }
    if !compared.compact {
        if let Some(agreements) = lists::agreements(compared) {
            entries(&mut screen, &agreements);
        }
        screen.blank();
        screen.line(
            0,
            Role::Dim,
            "The Markdown, JSON and workbook formats have what one country has and another lacks too.",
        );
    }
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = screen.finish(&mut out);
    out
}

fn matrix(screen: &mut Screen, compared: &Compared<'_>, table: &Comparison<'_>, width: usize) {
    let columns = compared.countries.len();
    let codes: Vec<&str> = compared.countries.iter().map(|it| it.framework.country.value.code()).collect();
    let rows = table.rows(compared.by);
    let labels = rows.iter().map(|row| row.place.title().chars().count() + 1);
    let wanted = labels.max().unwrap_or(0).clamp(NARROWEST_ITEM, 60);
    let room = match compared.compact {
        true => 4,
        false => (width.saturating_sub(wanted) / columns.max(1)).clamp(NARROWEST + 1, WIDEST),
    };
    let item = width.saturating_sub(columns * room).min(wanted);
    let mut section = None;
    for row in &rows {
        if section != Some(&row.place.section.id.value) {
            section = Some(&row.place.section.id.value);
            screen.blank();
            if item >= NARROWEST_ITEM {
                let codes = codes.iter().map(|code| (room, Role::Heading, (*code).to_owned()));
                let title = (item, Role::Heading, row.place.section.title.to_string());
                screen.row(&[title].into_iter().chain(codes).collect::<Vec<_>>());
            } else {
                screen.line(0, Role::Heading, &row.place.section.title);
            }
        }
        if item >= NARROWEST_ITEM {
            let cells = row.cells.iter().map(|cell| {
                let words = if compared.compact { cell::dot(cell).to_owned() } else { cell::short(cell) };
                (room, Role::Verdict(cell.verdict()), words)
            });
            let label = (item, Role::Plain, row.place.title().to_owned());
            screen.row(&[label].into_iter().chain(cells).collect::<Vec<_>>());
        } else {
            stacked(screen, &codes, row, compared.compact);
        }
    }
    if compared.compact {
        screen.blank();
        screen.line(0, Role::Dim, &markdown::dots(&rows));
    } else if rows.iter().flat_map(|row| &row.cells).any(crate::compare::Cell::is_unverified) {
        screen.blank();
        screen.line(0, Role::Dim, "* known from memory only; check it before relying on it");
    }
}

/// Where the screen is too narrow for a table: the line, and under it what goes for which countries.
fn stacked(screen: &mut Screen, codes: &[&str], row: &Row<'_>, compact: bool) {
    screen.line(0, Role::Plain, row.place.title());
    let mut groups: Vec<(Verdict, String, Vec<&str>)> = Vec::new();
    for (cell, code) in row.cells.iter().zip(codes) {
        let words = if compact { cell::dot(cell).to_owned() } else { cell::short(cell) };
        match groups.iter_mut().find(|(_, known, _)| *known == words) {
            Some((.., codes)) => codes.push(code),
            None => groups.push((cell.verdict(), words, vec![code])),
        }
    }
    for (verdict, words, codes) in groups.into_iter().filter(|(_, words, _)| !words.is_empty()) {
        screen.line(2, Role::Verdict(verdict), &format!("{words}: {}", codes.join(", ")));
    }
}

fn under(screen: &mut Screen, compared: &Compared<'_>, table: &Comparison<'_>) {
    for list in lists::under(compared, table, false).iter().filter(|it| matches!(it.name, "Conflicts" | "Shared gaps"))
    {
        entries(screen, list);
    }
    for list in lists::counts(compared, table) {
        screen.blank();
        screen.line(0, Role::Heading, list.title);
        screen.line(0, Role::Dim, list.about);
        numbers(screen, &list);
    }
}

/// Numbers of one section after the other, a line for each country.
fn numbers(screen: &mut Screen, list: &List) {
    let mut section = None;
    for row in &list.rows {
        let [title, country, numbers @ ..] = row.as_slice() else { continue };
        if section != Some(title) {
            section = Some(title);
            screen.line(0, Role::Plain, title);
        }
        let numbers = list.head.iter().skip(2).zip(numbers).filter(|(_, number)| *number != "0");
        let numbers: Vec<String> = numbers.map(|(verdict, number)| format!("{verdict} {number}")).collect();
        screen.hung(2, (&format!("{country}:"), Role::Dim), Role::Plain, &numbers.join(" · "));
    }
}

/// A list, an entry for each row: the first column, and under it the others with their headings.
fn entries(screen: &mut Screen, list: &List) {
    screen.blank();
    screen.line(0, Role::Heading, list.title);
    screen.line(0, Role::Dim, list.about);
    for row in &list.rows {
        let Some((first, rest)) = row.split_first() else { continue };
        screen.line(2, Role::Plain, first);
        for (head, words) in list.head.iter().skip(1).zip(rest).filter(|(_, words)| !words.is_empty()) {
            screen.hung(4, (&format!("{head}:"), Role::Dim), Role::Plain, words);
        }
    }
}
