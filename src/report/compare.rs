//! Many countries side by side, in the form that one kind of reader wants.
//!
//! - this file: [`Compared`], what every writer is given, and the one match that chooses among them;
//! - `cell`: what stands in a cell: a symbol and words, never colour alone;
//! - `lists`: what stands under the table, as rows of words;
//! - `markdown`, `text`: to read; `csv`, `xlsx`: for spreadsheet programs; `json`: for programs;
//! - `wire`: the shape of the JSON, documented in `docs/compare-format.md`.

mod cell;
mod csv;
mod json;
mod lists;
mod markdown;
mod text;
pub mod wire;
mod xlsx;

use super::{Audited, Look, Report};
use crate::base::files::Files;
use crate::check::reciprocity::{Discrepancy, discrepancies};
use crate::compare::{By, Column, Comparison};
use crate::model::checklist::requirement::RequirementKind;
use crate::model::vocabulary::{InstrumentId, Vocabulary};

/// Everything a writer needs.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// The words that records and checklists share.
    pub vocabulary: &'a Vocabulary,
    /// The texts, for lines and columns.
    pub files: &'a Files,
    /// The countries, in the alphabetical order of their names.
    pub countries: Vec<&'a Audited<'a>>,
    /// A table for each checklist of which anything was asked for.
    pub tables: Vec<Comparison<'a>>,
    /// Agreements on which the files of the parties differ, or of which one side is unknown.
    pub agreements: Vec<Discrepancy<'a>>,
    /// Whether a line of the tables is an item or an element.
    pub by: By,
    /// Whether the tables show dots only, as the matrix of Annex B is printed.
    pub compact: bool,
}

impl<'a> Compared<'a> {
    /// Puts the countries of a report side by side. `only` holds the ids of sections or items; everything is compared where
    /// it is empty.
    pub fn of(report: &'a Report<'a>, only: &[String], by: By, compact: bool) -> Self {
        let mut countries: Vec<&'a Audited<'a>> = report.frameworks.iter().collect();
        countries.sort_by_key(|audited| {
            let framework = audited.framework;
            (framework.name.to_lowercase(), framework.country.value.code(), framework.country.span)
        });
        let checklists = report.frameworks.first().map_or(&[] as &[_], |audited| &audited.checklists);
        let tables = checklists.iter().enumerate().map(|(number, judged)| {
            let columns = countries.iter().filter_map(|audited| {
                let audit = &audited.checklists.get(number)?.audit;
                Some(Column { framework: audited.framework, audit })
            });
            Comparison::new(judged.checklist, columns.collect(), only)
        });
        let tables: Vec<Comparison<'a>> = tables.filter(|table| !table.items.is_empty()).collect();
        let frameworks: Vec<_> = countries.iter().map(|audited| audited.framework).collect();
        let mut agreements = discrepancies(&frameworks, report.vocabulary);
        if !only.is_empty() {
            let asked = asked(&tables);
            agreements
                .retain(|it| asked.iter().any(|id| std::ptr::eq(report.vocabulary.instrument(*id), it.instrument)));
        }
        Self { vocabulary: report.vocabulary, files: report.files, countries, tables, agreements, by, compact }
    }

    /// How a country is named at the head of its column: by its name, with its file where two have the same.
    fn heading(&self, audited: &Audited<'_>) -> String {
        let name = &audited.framework.name;
        let same = self.countries.iter().filter(|other| other.framework.name == *name).count();
        if same < 2 {
            return name.to_string();
        }
        format!("{name} ({})", self.files.name(audited.framework.country.span.file))
    }

    /// The heads of all columns.
    fn headings(&self) -> Vec<String> {
        self.countries.iter().map(|audited| self.heading(audited)).collect()
    }

    /// The days of the audits: one where all have the same, else one for each country.
    fn days(&self) -> String {
        let first = self.countries.first().map(|audited| audited.as_of);
        match first {
            Some(day) if self.countries.iter().all(|audited| audited.as_of == day) => day.to_string(),
            _ => {
                let each = self.countries.iter().map(|audited| format!("{} {}", self.heading(audited), audited.as_of));
                each.collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// What a reader must know about the day, country by country.
    fn warnings(&self) -> Vec<String> {
        let of = |audited: &&Audited<'_>| {
            let heading = self.heading(audited);
            audited.warnings().into_iter().map(move |warning| format!("{heading}: {}", warning.words()))
        };
        self.countries.iter().flat_map(|audited| of(audited).collect::<Vec<_>>()).collect()
    }
}

/// The instruments that the rules of the tables ask about.
fn asked(tables: &[Comparison<'_>]) -> Vec<InstrumentId> {
    let elements = tables.iter().flat_map(|table| &table.items).flat_map(|row| &row.item.elements);
    let parts = elements.flat_map(|element| element.rule.parts());
    parts
        .filter_map(|part| match part.kind {
            RequirementKind::Party { instrument, .. } | RequirementKind::Signatory { instrument, .. } => {
                Some(instrument)
            }
            _ => None,
        })
        .collect()
}

/// A format of a comparison.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// The tables, for a terminal.
    Text,
    /// The tables and what stands under them, to read and to print.
    Markdown,
    /// One row for each country and element, for statistics.
    Csv,
    /// A workbook, for spreadsheet programs.
    Xlsx,
    /// Everything, for programs.
    Json,
}

impl Format {
    /// Every format, in the order of help and documentation.
    pub const ALL: [Self; 5] = [Self::Text, Self::Markdown, Self::Csv, Self::Xlsx, Self::Json];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// What it is for, in a line.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Text => "the tables, for a terminal",
            Self::Markdown => "the tables and what stands under them, to read and to print",
            Self::Csv => "one row for each country and element, for statistics",
            Self::Xlsx => "a workbook for spreadsheet programs; needs --out",
            Self::Json => "everything, for programs (lacuna/compare/v1)",
        }
    }

    /// Whether it has a compact view.
    pub const fn has_compact(self) -> bool {
        matches!(self, Self::Text | Self::Markdown)
    }

    /// The format with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// Writes a comparison in `format`. The same comparison always comes out byte for byte the same. The look is that of a
/// terminal, and only text has one.
///
/// # Errors
///
/// What keeps it from being written, in words: only a workbook has limits.
pub fn write(compared: &Compared<'_>, format: Format, look: Look) -> Result<Vec<u8>, String> {
    match format {
        Format::Text => Ok(text::write(compared, look).into_bytes()),
        Format::Markdown => Ok(markdown::write(compared).into_bytes()),
        Format::Csv => Ok(csv::write(compared).into_bytes()),
        Format::Xlsx => xlsx::write(compared),
        Format::Json => json::write(compared).map(String::into_bytes),
    }
}
