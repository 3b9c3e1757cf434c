//! The shape of `lacuna/diff/v1`: types of its own, so that the engine can change without them.
//!
//! Every field is always there; what is not known is `null` or an empty list. `docs/diff-format.md` says what each
//! means, and a test holds that page to these types.

mod of;

use std::fmt;

use serde::Serialize;

use super::Changes;

/// The name of the format.
pub const FORMAT: &str = "lacuna/diff/v1";

/// Everything that changed.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Diff {
    pub format: &'static str,
    pub tool_version: &'static str,
    pub countries: Vec<Country>,
}

/// One country, or two that are compared.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Country {
    pub country: String,
    pub name: String,
    pub kind: Option<&'static str>,
    pub old: Option<Side>,
    pub new: Option<Side>,
    pub counts: Counts,
    pub events: Vec<Event>,
    pub standards: Vec<Standard>,
    pub record: Vec<Change>,
}

/// One side.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Side {
    pub country: String,
    pub file: String,
    pub as_of: String,
    pub reviewed: String,
    pub overlays: Vec<String>,
    pub warnings: Vec<String>,
}

/// Something that happened between the two days.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Event {
    pub date: String,
    pub address: String,
    pub what: &'static str,
}

/// How many items turned which way.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Counts {
    pub better: usize,
    pub worse: usize,
    pub mixed: usize,
    pub lateral: usize,
    pub editorial: usize,
}

/// What changed in the measure of one standard.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Standard {
    pub checklist: String,
    pub old_version: u32,
    pub new_version: u32,
    pub items: Vec<Item>,
    pub changes: Vec<Change>,
}

/// Something changed about an item.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Item {
    pub item: String,
    pub was: Option<String>,
    pub title: String,
    pub turn: &'static str,
    pub old_verdict: &'static str,
    pub new_verdict: &'static str,
    pub kind: Option<&'static str>,
    pub level: Option<&'static str>,
    pub causes: Vec<&'static str>,
    pub duty: Option<Duty>,
    pub fingerprint: String,
    pub elements: Vec<Element>,
}

/// What became of a duty.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Duty {
    pub kind: &'static str,
    pub level: &'static str,
    pub causes: Vec<&'static str>,
}

/// Something changed about an element.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Element {
    pub element: String,
    pub was: Option<String>,
    pub requires: String,
    pub old_verdict: &'static str,
    pub old_draft: bool,
    pub new_verdict: &'static str,
    pub new_draft: bool,
    pub kind: &'static str,
    pub level: &'static str,
    pub causes: Vec<&'static str>,
    pub old_grounds: Vec<Ground>,
    pub new_grounds: Vec<Ground>,
    pub behind: Vec<usize>,
    pub fingerprint: String,
}

/// A fact that a verdict rests on.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Ground {
    pub role: &'static str,
    pub address: String,
    pub place: Place,
    pub draft: bool,
}

/// A change in what is recorded or asked.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Change {
    pub kind: &'static str,
    pub level: &'static str,
    pub subject: String,
    pub address: String,
    pub draft: bool,
    pub verdict: Option<&'static str>,
    pub old_place: Option<Place>,
    pub new_place: Option<Place>,
    pub details: Vec<Detail>,
    pub words: Vec<Words>,
    pub behind: Vec<String>,
}

/// Where something stands.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Place {
    pub file: String,
    pub line: u32,
    pub column: u32,
}

/// A fact that is recorded otherwise.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Detail {
    pub field: String,
    pub label: String,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// Words that were changed.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Words {
    pub field: String,
    pub label: String,
    pub pieces: Vec<Piece>,
}

/// A piece of a redline.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/diff-format.md` documents every field, and a test compares")]
pub struct Piece {
    pub change: &'static str,
    pub text: String,
}

/// Writes the changes as JSON.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(changes: &Changes<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let text = serde_json::to_string_pretty(&of::diff(changes)).map_err(|_| fmt::Error)?;
    writeln!(out, "{text}")
}
