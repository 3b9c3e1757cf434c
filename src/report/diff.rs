//! What changed, in the form that one kind of reader wants: short on a terminal, short first and the rest folded in
//! Markdown, everything in JSON.
//!
//! - `phrases`: changes in words, the same on a terminal and in Markdown; `rests`: what a verdict rests on;
//! - `markdown`: fit for a comment on a pull request;
//! - `text`: for a terminal;
//! - [`wire`]: the shape of `lacuna/diff/v1`; `schema`: its JSON Schema.

mod markdown;
mod phrases;
mod rests;
mod schema;
mod text;
pub mod wire;

use std::fmt;

pub use schema::schema;

use super::Look;
use crate::base::day::Day;
use crate::base::files::Files;
use crate::diff::{Comparison, Level};
use crate::model::framework::Framework;

/// Everything a writer of changes needs.
#[derive(Clone, Debug)]
pub struct Changes<'a> {
    /// The texts, for lines and columns.
    pub files: &'a Files,
    /// The countries, in the order of the report.
    pub countries: Vec<Country<'a>>,
}

/// What became of the record of one country.
#[derive(Clone, Debug)]
pub enum Country<'a> {
    /// It is on both sides.
    Compared(Box<Comparison<'a>>),
    /// It is on the new side alone.
    Added(Lone<'a>),
    /// It is on the old side alone.
    Removed(Lone<'a>),
}

/// A record that one side alone has.
#[derive(Clone, Copy, Debug)]
pub struct Lone<'a> {
    /// The record.
    pub framework: &'a Framework,
    /// The day of its side.
    pub day: Day,
}

impl Changes<'_> {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.countries.iter().all(|country| match country {
            Country::Compared(comparison) => comparison.is_empty(),
            Country::Added(_) | Country::Removed(_) => false,
        })
    }

    /// Whether anything changed at this level.
    pub fn has(&self, level: Level) -> bool {
        self.countries.iter().any(|country| match country {
            Country::Compared(comparison) => comparison.has(level),
            Country::Added(_) | Country::Removed(_) => level == Level::Lateral,
        })
    }
}

/// A format for changes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// For a terminal.
    Text,
    /// For a comment on a pull request.
    Markdown,
    /// Everything, for programs.
    Json,
}

impl Format {
    /// Every format, in the order of help and documentation.
    pub const ALL: [Self; 3] = [Self::Text, Self::Markdown, Self::Json];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
        }
    }

    /// What it is for, in a line.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Text => "for a terminal",
            Self::Markdown => "for a comment on a pull request: short first, details folded",
            Self::Json => "everything, for programs (lacuna/diff/v1)",
        }
    }

    /// The format with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// Writes `changes` in `format`. The same changes always come out byte for byte the same.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(changes: &Changes<'_>, format: Format, look: Look, out: &mut dyn fmt::Write) -> fmt::Result {
    match format {
        Format::Text => text::write(changes, look, out),
        Format::Markdown => markdown::write(changes, out),
        Format::Json => wire::write(changes, out),
    }
}
