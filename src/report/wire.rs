//! The shape of the machine formats, `lacuna/report/v1`: types of its own, so that the engine can change without them.
//!
//! Every field is always there; what is not known is `null` or an empty list. `docs/report-format.md` says what each
//! means, and a test holds that page to these types.

mod of;

use serde::Serialize;

pub use of::report;
pub(in crate::report) use of::{bond, ground, missing, source, warning};

/// The name of the format.
pub const FORMAT: &str = "lacuna/report/v1";

/// The whole report.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Report {
    pub format: &'static str,
    pub tool_version: &'static str,
    pub frameworks: Vec<Framework>,
}

/// One country on one day.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Framework {
    pub country: String,
    pub name: String,
    pub file: String,
    pub as_of: String,
    pub reviewed: String,
    pub coverage: &'static str,
    pub min_confidence: &'static str,
    pub overlays: Vec<String>,
    pub warnings: Vec<Warning>,
    pub checklists: Vec<Checklist>,
    pub sources: Vec<Source>,
}

/// Something about the day that bears on every finding.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Warning {
    pub code: &'static str,
    pub message: String,
}

/// The audit against one checklist.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Checklist {
    pub id: String,
    pub title: String,
    pub version: u32,
    pub counts: Counts,
    pub effect: Option<Effect>,
    pub findings: Vec<Finding>,
    pub gone: Vec<Gone>,
}

/// An entry of the baseline that the checklist no longer has.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Gone {
    pub element: String,
    pub before: &'static str,
    pub fingerprint: String,
}

/// What the drafts do.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Effect {
    pub closes: Vec<String>,
    pub improves: Vec<String>,
    pub opens: Vec<String>,
    pub worsens: Vec<String>,
    pub mixed: Vec<String>,
    pub brings_into_conflict: Vec<String>,
    pub touches: Vec<String>,
    pub leaves_untouched: Vec<String>,
    pub waiting: Vec<Waiting>,
}

/// A provision of a draft that changes nothing yet.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Waiting {
    pub near_miss: NearMiss,
    pub bears_on: Vec<String>,
}

/// How many there are and how they came out.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Counts {
    pub items: usize,
    pub elements: usize,
    pub assessed: usize,
    #[serde(flatten)]
    pub of_items: Tally,
    pub of_elements: Tally,
}

/// How many came out as each verdict.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Tally {
    pub met: usize,
    pub partial: usize,
    pub conflict: usize,
    pub gap: usize,
    pub unknown: usize,
    pub not_applicable: usize,
}

/// What was found about an item.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Finding {
    pub item: String,
    pub section: String,
    pub title: String,
    pub requires: String,
    pub verdict: &'static str,
    pub in_force: Option<&'static str>,
    pub unverified: bool,
    pub doubtful: bool,
    pub draft: bool,
    pub duty: &'static str,
    pub bonds: Vec<Bond>,
    pub remedy: Remedy,
    pub fingerprint: String,
    pub words: String,
    pub baseline: Option<Baseline>,
    pub waived: bool,
    pub waivers: Vec<Waiver>,
    pub elements: Vec<Element>,
}

/// How a finding stands to the baseline.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Baseline {
    pub trend: &'static str,
    pub before: Option<&'static str>,
    pub reworded: bool,
}

/// A decision to live with a finding for a time.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Waiver {
    pub decided_by: String,
    pub until: String,
    pub reason: String,
    pub file: String,
    pub line: u32,
}

/// A treaty article that binds the country.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Bond {
    pub instrument: String,
    pub short: String,
    pub article: Option<String>,
    pub since: String,
    pub recalled: bool,
}

/// What to do about a gap.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Remedy {
    pub lever: &'static str,
    pub pointer: String,
}

/// What was found about an element.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Element {
    pub element: String,
    pub requires: String,
    pub rule: String,
    pub floor: &'static str,
    pub answers: Vec<String>,
    pub verdict: &'static str,
    pub unverified: bool,
    pub doubtful: bool,
    pub draft: bool,
    pub fingerprint: String,
    pub words: String,
    pub baseline: Option<Baseline>,
    pub waivers: Vec<Waiver>,
    pub grounds: Vec<Ground>,
    pub missing: Vec<Missing>,
    pub shortfalls: Vec<Shortfall>,
    pub contradicts: Vec<Ground>,
    pub near_misses: Vec<NearMiss>,
    pub searched: Vec<Ground>,
    pub parts: Vec<Part>,
    pub reason: Option<String>,
    pub remedy: Option<Remedy>,
}

/// A fact of the record.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Ground {
    pub kind: &'static str,
    pub id: String,
    pub instrument: String,
    pub at: Option<String>,
    pub summary: String,
    pub file: String,
    pub line: u32,
    pub column: u32,
    pub source: Option<String>,
    pub confidence: &'static str,
    pub practice: Option<Practice>,
    pub draft: bool,
    pub quote: Option<String>,
    pub notes: Vec<String>,
}

/// What became of a provision.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Practice {
    pub state: &'static str,
    pub note: Option<String>,
}

/// Terms that are not covered.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Missing {
    pub attribute: String,
    pub have: u32,
    pub of: u32,
    pub terms: Vec<Term>,
}

/// One term that is not covered.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Term {
    pub id: String,
    pub title: String,
    pub absent: bool,
}

/// Where one provision falls short.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Shortfall {
    pub address: String,
    pub asked: String,
    pub question: String,
    pub says: Option<String>,
}

/// A fact that would have counted but for one thing.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct NearMiss {
    pub cause: &'static str,
    pub words: String,
    pub ground: Ground,
}

/// A part of a joined rule.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Part {
    pub rule: String,
    pub verdict: &'static str,
}

/// Where facts come from.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "`docs/report-format.md` documents every field, and a test compares")]
pub struct Source {
    pub id: String,
    pub title: String,
    pub publisher: Option<String>,
    pub year: Option<String>,
    pub url: Option<String>,
}
