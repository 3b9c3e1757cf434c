//! The sheets after those of the checklists: lists, grounds, sources, and what the workbook is.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::{Names, body, finish, head};
use crate::compare::By;
use crate::finding::{Ground, Verdict};
use crate::report::compare::Compared;
use crate::report::compare::lists::{self, List};
use crate::report::escape::SheetText;
use crate::report::{VERSION, phrases};

/// A table of words with a heading.
fn table(
    workbook: &mut Workbook,
    name: String,
    head_words: &[(&str, f64)],
    rows: &[Vec<String>],
    frozen: u16,
) -> Result<(), XlsxError> {
    let sheet: &mut Worksheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    let (head, body) = (head(), body());
    for (column, (words, width)) in (0u16..).zip(head_words) {
        sheet.write_string_with_format(0, column, *words, &head)?;
        sheet.set_column_width(column, *width)?;
    }
    for (number, row) in (1u32..).zip(rows) {
        for (column, words) in (0u16..).zip(row) {
            // What is a number for us is one for the reader's formulas too.
            match words.parse::<u32>() {
                Ok(value) if value.to_string() == *words => {
                    sheet.write_number_with_format(number, column, value, &body)?
                }
                _ => sheet.write_string_with_format(number, column, SheetText(words).to_string(), &body)?,
            };
        }
    }
    finish(sheet, rows.len(), head_words.len(), frozen)
}

/// What stands under the tables; lists of the same kind from several checklists share a sheet.
pub(super) fn lists(workbook: &mut Workbook, names: &mut Names, compared: &Compared<'_>) -> Result<(), XlsxError> {
    let mut merged: Vec<(List, Vec<Vec<String>>)> = Vec::new();
    for table in &compared.tables {
        let id = table.checklist.id.value.to_string();
        for mut list in lists::under(compared, table, true).into_iter().chain(lists::counts(compared, table)) {
            let rows = std::mem::take(&mut list.rows).into_iter();
            let rows = rows.map(|row| std::iter::once(id.clone()).chain(row).collect());
            match merged.iter_mut().find(|(known, _)| known.name == list.name) {
                Some((_, known)) => known.extend(rows),
                None => merged.push((list, rows.collect())),
            }
        }
    }
    for (list, rows) in merged {
        let columns: Vec<(&str, f64)> =
            std::iter::once(("Checklist", 12.0)).chain(list.head.iter().map(|words| (*words, width(words)))).collect();
        table(workbook, names.take(list.name), &columns, &rows, 2)?;
    }
    if let Some(list) = lists::agreements(compared) {
        let columns: Vec<(&str, f64)> = list.head.iter().map(|words| (*words, 44.0)).collect();
        table(workbook, names.take(list.name), &columns, &list.rows, 1)?;
    }
    Ok(())
}

/// Columns of names and numbers are narrow, those of sentences wide.
fn width(head: &str) -> f64 {
    match head {
        "Country" => 16.0,
        "Section" => 28.0,
        words if words.starts_with(|c: char| !c.is_alphabetic()) => 13.0,
        _ => 50.0,
    }
}

/// Every fact behind every cell.
pub(super) fn grounds(workbook: &mut Workbook, names: &mut Names, compared: &Compared<'_>) -> Result<(), XlsxError> {
    let columns = [
        ("Checklist", 12.0),
        ("Item", 26.0),
        ("Element", 22.0),
        ("Country", 16.0),
        ("Verdict", 16.0),
        ("The fact", 16.0),
        ("Instrument", 36.0),
        ("Pinpoint", 14.0),
        ("What it says", 60.0),
        ("How well known", 12.0),
        ("Source", 22.0),
        ("In practice", 24.0),
        ("Draft", 8.0),
        ("File", 28.0),
        ("Line", 8.0),
    ];
    let mut rows = Vec::new();
    for table in &compared.tables {
        for row in table.rows(By::Elements) {
            for (cell, audited) in row.cells.iter().zip(&compared.countries) {
                let Some(found) = cell.element else { continue };
                let answer = &found.answer;
                let near = answer.near_misses.iter().map(|near| ("near miss", &near.ground, Some(near.reason.words())));
                let facts = answer.grounds.iter().map(|it| ("rests on", it, None));
                let against = answer.contradicts.iter().map(|it| ("contradicted by", it, None));
                let searched = answer.searched.iter().map(|it| ("searched", it, None));
                for (what, ground, reason) in facts.chain(against).chain(near).chain(searched) {
                    let address = [
                        table.checklist.id.value.to_string(),
                        row.place.item.id.value.to_string(),
                        found.element.to_string(),
                        compared.heading(audited),
                        cell.verdict().to_string(),
                        what.to_owned(),
                    ];
                    rows.push(address.into_iter().chain(fact(compared, ground, reason)).collect());
                }
            }
        }
    }
    table(workbook, names.take("Grounds"), &columns, &rows, 4)
}

fn fact(compared: &Compared<'_>, ground: &Ground, reason: Option<String>) -> [String; 9] {
    let says = phrases::says(ground);
    let reason = reason.map(|reason| phrases::sentence(&phrases::capital(&reason)));
    let optional = |text: &Option<crate::base::Text>| text.as_ref().map_or_else(String::new, ToString::to_string);
    [
        ground.instrument.to_string(),
        optional(&ground.at),
        reason.into_iter().chain(Some(says)).collect::<Vec<_>>().join(" "),
        ground.confidence.word().to_owned(),
        optional(&ground.source),
        phrases::practice(ground),
        if ground.draft { "draft" } else { "" }.to_owned(),
        compared.files.name(ground.span.file).to_owned(),
        compared.files.position(ground.span).line.to_string(),
    ]
}

/// The sources that the grounds cite.
pub(super) fn sources(workbook: &mut Workbook, names: &mut Names, compared: &Compared<'_>) -> Result<(), XlsxError> {
    let columns = [
        ("Country", 16.0),
        ("Source", 24.0),
        ("Title", 60.0),
        ("Publisher", 28.0),
        ("Year", 10.0),
        ("Address", 50.0),
        ("Note", 40.0),
    ];
    let mut rows = Vec::new();
    for audited in &compared.countries {
        for source in audited.cited().sources() {
            let optional =
                |text: &Option<crate::base::Text>| text.as_ref().map_or_else(String::new, ToString::to_string);
            rows.push(vec![
                compared.heading(audited),
                source.id.value.to_string(),
                source.title.to_string(),
                optional(&source.publisher),
                optional(&source.year),
                optional(&source.url),
                optional(&source.note),
            ]);
        }
    }
    table(workbook, names.take("Sources"), &columns, &rows, 2)
}

/// What the workbook is, and what its words mean.
pub(super) fn about(workbook: &mut Workbook, names: &mut Names, compared: &Compared<'_>) -> Result<(), XlsxError> {
    let mut rows = Vec::new();
    let mut say = |what: &str, words: String| rows.push(vec![what.to_owned(), words]);
    say("Law as at", compared.days());
    for table in &compared.tables {
        let checklist = table.checklist;
        let words =
            format!("{}, version {}, after: {}", checklist.title, checklist.version, phrases::origin(checklist));
        say(&checklist.id.value, words);
    }
    for audited in &compared.countries {
        let framework = audited.framework;
        let file = compared.files.name(framework.country.span.file);
        say(&compared.heading(audited), format!("{file}, brought up to {}", framework.reviewed.value));
        for draft in audited.overlay_titles() {
            say(&compared.heading(audited), format!("With the draft: {draft}"));
        }
    }
    for warning in compared.warnings() {
        say("Please note", warning);
    }
    let lists = compared
        .tables
        .iter()
        .flat_map(|table| lists::under(compared, table, false).into_iter().chain(lists::counts(compared, table)));
    let mut told: Vec<&str> = Vec::new();
    for list in lists.chain(lists::agreements(compared)) {
        if !told.contains(&list.name) {
            told.push(list.name);
            say(list.name, format!("{}. {}", list.title, list.about));
        }
    }
    for verdict in Verdict::ALL {
        say(&verdict.to_string(), format!("{}.", phrases::verdict_meaning(verdict)));
    }
    say("(unverified)", "Without what is known from memory only the cell would read otherwise.".to_owned());
    say("Limits", "A self-assessment, not legal advice: no score and no ranking.".to_owned());
    say("Made with", format!("lacuna {VERSION}"));
    table(workbook, names.take("About"), &[("What", 24.0), ("In words", 110.0)], &rows, 1)
}
