//! One row for each country and element, with a heading: what statistics programs take. Safe against formulas.

use super::{Compared, cell};
use crate::compare::{By, Cell, Place};
use crate::finding::{Duty, Standing};
use crate::report::escape::CsvField;
use crate::report::{Audited, phrases};

/// The columns, in order.
pub(super) const HEAD: [&str; 20] = [
    "checklist",
    "section",
    "item",
    "element",
    "title",
    "requires",
    "country",
    "name",
    "as-of",
    "verdict",
    "standing",
    "since",
    "duty",
    "obliged-by",
    "unverified",
    "draft",
    "why",
    "rests-on",
    "contradicted-by",
    "sources",
];

/// Writes the comparison. Lines end as RFC 4180 has it.
pub(super) fn write(compared: &Compared<'_>) -> String {
    let mut out = line(&HEAD.map(str::to_owned));
    for table in &compared.tables {
        let list = &table.checklist.id.value;
        for row in table.rows(By::Elements) {
            for (cell, audited) in row.cells.iter().zip(&compared.countries) {
                out.push_str(&line(&fields(list, &row.place, cell, audited)));
            }
        }
    }
    out
}

fn fields(list: &str, place: &Place<'_>, cell: &Cell<'_>, audited: &Audited<'_>) -> [String; 20] {
    let answers = cell.answers();
    let joined = |words: Vec<String>| words.join("; ");
    let standings = cell.standings();
    let dates = standings.iter().filter_map(|it| it.date()).map(|date| date.to_string());
    let bonds = match &cell.finding.duty {
        Duty::Owed(bonds) => phrases::bonds(bonds),
        Duty::Recommended => Vec::new(),
    };
    let mut sources: Vec<String> = Vec::new();
    for ground in answers.iter().flat_map(|answer| answer.grounds.iter().chain(&answer.contradicts)) {
        let source = ground.source.as_ref().map(ToString::to_string);
        sources.extend(source.filter(|source| !sources.contains(source)));
    }
    let element = place.element.map_or_else(String::new, |element| element.id.value.to_string());
    let requires = place.element.map_or(&place.item.requires, |element| &element.requires);
    [
        list.to_owned(),
        place.section.id.value.to_string(),
        place.item.id.value.to_string(),
        element,
        place.item.title.to_string(),
        requires.to_string(),
        audited.framework.country.value.to_string(),
        audited.framework.name.to_string(),
        audited.as_of.to_string(),
        cell.verdict().name().to_owned(),
        joined(standings.iter().map(|it: &Standing| it.name().to_owned()).collect()),
        joined(dates.collect()),
        cell.finding.duty.word().to_owned(),
        joined(bonds),
        yes(cell.is_unverified()),
        yes(cell.is_draft()),
        answers.iter().filter_map(|answer| phrases::why(answer)).collect::<Vec<_>>().join(" "),
        joined(cell::addresses(answers.iter().flat_map(|answer| &answer.grounds))),
        joined(cell::addresses(answers.iter().flat_map(|answer| &answer.contradicts))),
        joined(sources),
    ]
}

fn yes(holds: bool) -> String {
    if holds { "yes" } else { "no" }.to_owned()
}

fn line(fields: &[String; 20]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| CsvField(field).to_string()).collect();
    fields.join(",") + "\r\n"
}
