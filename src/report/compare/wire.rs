//! The shape of the comparison as JSON, `lacuna/compare/v1`: types of its own, so that the engine can change without them.
//!
//! Every field is always there; what is not known is `null` or an empty list. `docs/compare-format.md` says what each
//! means, and a test holds that page to these types.

mod of;

use serde::Serialize;

use crate::report::wire::{Bond, Ground, Missing, Source, Warning};

pub use of::compared;

/// The name of the format.
pub const FORMAT: &str = "lacuna/compare/v1";

/// The whole comparison.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Comparison {
    pub format: &'static str,
    pub tool_version: &'static str,
    pub countries: Vec<Country>,
    pub checklists: Vec<Checklist>,
    pub agreements: Vec<Agreement>,
}

/// One country.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Country {
    pub country: String,
    pub name: String,
    pub file: String,
    pub as_of: String,
    pub reviewed: String,
    pub coverage: &'static str,
    pub min_confidence: &'static str,
    pub overlays: Vec<String>,
    pub warnings: Vec<Warning>,
    pub sources: Vec<Source>,
}

/// The countries against one checklist.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Checklist {
    pub id: String,
    pub title: String,
    pub version: u32,
    pub items: Vec<Item>,
    pub counts: Vec<Count>,
    pub conflicts: Vec<Conflict>,
    pub shared_gaps: Vec<SharedGap>,
    pub neighbours: Vec<Neighbour>,
    pub unanswered: Vec<Unanswered>,
    pub unobliged: Vec<Unobliged>,
}

/// One item in every country.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Item {
    pub section: String,
    pub item: String,
    pub title: String,
    pub requires: String,
    pub cells: Vec<ItemCell>,
    pub elements: Vec<Element>,
}

/// What was found about an item in one country.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct ItemCell {
    pub country: String,
    pub verdict: &'static str,
    pub standings: Vec<Standing>,
    pub unverified: bool,
    pub draft: bool,
    pub duty: &'static str,
    pub bonds: Vec<Bond>,
    pub fingerprint: String,
}

/// One element in every country.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Element {
    pub element: String,
    pub requires: String,
    pub cells: Vec<ElementCell>,
}

/// What was found about an element in one country.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct ElementCell {
    pub country: String,
    pub verdict: &'static str,
    pub standings: Vec<Standing>,
    pub unverified: bool,
    pub draft: bool,
    pub fingerprint: String,
    pub grounds: Vec<Ground>,
    pub contradicts: Vec<Ground>,
    pub missing: Vec<Missing>,
    pub reasons: Vec<String>,
}

/// Where a country stands to an instrument.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Standing {
    pub name: &'static str,
    pub date: Option<String>,
    pub words: String,
}

/// How a section came out in one country.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Count {
    pub section: Option<String>,
    pub country: String,
    pub items: Tally,
    pub elements: Tally,
}

/// How many came out as each verdict.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Tally {
    pub met: usize,
    pub partial: usize,
    pub conflict: usize,
    pub gap: usize,
    pub unknown: usize,
    pub not_applicable: usize,
}

/// Where sources or provisions disagree.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Conflict {
    pub item: String,
    pub element: String,
    pub country: String,
    pub reasons: Vec<String>,
    pub grounds: Vec<Ground>,
    pub contradicts: Vec<Ground>,
}

/// A gap that countries share.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct SharedGap {
    pub item: String,
    pub element: String,
    pub gap: Vec<String>,
    pub partial: Vec<String>,
}

/// What one country has and another lacks.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Neighbour {
    pub item: String,
    pub element: String,
    pub has: Vec<Has>,
    pub gap: Vec<String>,
    pub partial: Vec<String>,
}

/// A country that has it, and where.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Has {
    pub country: String,
    pub grounds: Vec<Ground>,
}

/// A commitment that obliges without a law that answers.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Unanswered {
    pub item: String,
    pub country: String,
    pub bonds: Vec<Bond>,
    pub elements: Vec<String>,
}

/// A law that answers without an obligation.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Unobliged {
    pub item: String,
    pub country: String,
    pub answered: Vec<Answered>,
}

/// An element that is met, and what meets it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Answered {
    pub element: String,
    pub grounds: Vec<Ground>,
}

/// An agreement on which the sides differ, or of which one side is unknown.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Agreement {
    pub instrument: String,
    pub title: String,
    pub difference: &'static str,
    pub here: Side,
    pub there: Side,
}

/// One side of an agreement.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/compare-format.md` documents every field, and a test compares")]
pub struct Side {
    pub country: String,
    pub name: String,
    pub says: String,
    pub file: Option<String>,
    pub line: Option<u32>,
}
