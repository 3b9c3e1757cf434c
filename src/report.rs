//! Reports: what an audit found, in the form that one kind of reader wants. Values in, text out; no files, no clock.
//!
//! - this file: [`Report`], what every writer is given;
//! - `counts`: how many items and elements there are, and how they came out; what needs attention first;
//! - `warning`: what a reader must know about the day of an audit;
//! - `phrases`: findings in words, the same on a terminal and in Markdown;
//! - `standing`: how findings stand to a baseline and to waivers, in words;
//! - `settle`: which document would settle what was not assessed;
//! - [`escape`]: text from files made safe for one context, by type;
//! - [`format`](mod@format): the formats and the one match that chooses among them;
//! - [`markdown`]: the gap report for a lawyer;
//! - [`text`]: the summary for a terminal; `screen`: indenting, wrapping, colour;
//! - `result`: a finding on one element as machine formats report it: place, level, message;
//! - [`sarif`], [`github`], [`gitlab`], [`junit`]: findings and diagnostics for continuous integration;
//! - [`wire`]: the shape of the machine formats; [`json`], [`yaml`]: the same in two notations;
//! - [`diagnostics`]: what is wrong with the files, for people and machines;
//! - [`manual`]: pages of the documentation that are generated;
//! - [`explain`]: one rule as a tree;
//! - [`records`]: what a set of records holds, in numbers;
//! - [`site`]: one page for a region.

mod cited;
pub mod compare;
pub mod counts;
pub mod diagnostics;
pub mod diff;
pub mod escape;
pub mod explain;
pub mod format;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod junit;
pub mod manual;
pub mod markdown;
mod phrases;
pub mod records;
mod result;
pub mod sarif;
mod screen;
mod settle;
pub mod site;
mod standing;
pub mod text;
pub mod warning;
pub mod wire;
pub mod yaml;

use crate::base::Text;
use crate::base::day::Day;
use crate::base::files::Files;
use crate::diag::Diagnostics;
use crate::diff::Effect;
use crate::finding::{Audit, Finding, Verdict};
use crate::model::checklist::{Checklist, Item, Section};
use crate::model::framework::{Framework, Source};
use crate::model::overlay::Overlay;
use crate::model::vocabulary::Vocabulary;
use crate::model::words::Confidence;

pub use cited::Cited;
pub use format::Format;
pub use screen::{Look, Style};
pub use warning::Warning;

/// The version of this program, as reports name it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Everything a writer needs.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// The words that records and checklists share.
    pub vocabulary: &'a Vocabulary,
    /// The texts, for lines and columns.
    pub files: &'a Files,
    /// The countries, in the order of the report.
    pub frameworks: Vec<Audited<'a>>,
    /// What is wrong with the files, for the formats that report both.
    pub diagnostics: Option<&'a Diagnostics>,
}

/// One country, audited on one day.
#[derive(Clone, Debug)]
pub struct Audited<'a> {
    /// Its record.
    pub framework: &'a Framework,
    /// The day.
    pub as_of: Day,
    /// The drafts that were laid on, in order.
    pub overlays: Vec<&'a Overlay>,
    /// Facts known less well than this were left out.
    pub least: Confidence,
    /// The checklists it was audited against, in the order of the report.
    pub checklists: Vec<Judged<'a>>,
}

/// The audit against one checklist.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// The checklist.
    pub checklist: &'a Checklist,
    /// What was found.
    pub audit: Audit,
    /// What the drafts do that were laid on, if any were.
    pub effect: Option<Effect>,
}

impl<'a> Judged<'a> {
    /// Every item with its section and what was found about it, in the order of the checklist.
    pub fn items(&self) -> impl Iterator<Item = (&'a Section, &'a Item, &Finding)> {
        let found = self.checklist.items().zip(&self.audit.findings);
        found.map(|((section, item), finding)| (section, item, finding))
    }

    /// The verdict on an item by the law in force, where drafts were laid on.
    pub fn in_force(&self, item: &str) -> Option<Verdict> {
        self.effect.as_ref()?.item(item).map(|standing| standing.in_force)
    }
}

impl<'a> Audited<'a> {
    /// What a reader must know about the whole.
    pub fn warnings(&self) -> Vec<Warning> {
        warning::warnings(self.framework, &self.overlays, self.as_of)
    }

    /// What each draft is called.
    pub fn overlay_titles(&self) -> Vec<Text> {
        self.overlays.iter().map(|overlay| overlay_title(overlay)).collect()
    }

    /// The source with this key: one of the framework's, or of a draft.
    pub fn source(&self, key: &str) -> Option<&'a Source> {
        let drafts = self.overlays.iter().flat_map(|overlay| &overlay.sources);
        self.framework.sources.iter().chain(drafts).find(|source| &*source.id.value == key)
    }

    /// The sources that findings cite, numbered.
    pub fn cited(&self) -> Cited<'a> {
        Cited::of(self)
    }
}

/// What a draft is called: its title, or those of its laws.
fn overlay_title(overlay: &Overlay) -> Text {
    match &overlay.title {
        Some(title) => title.clone(),
        None => overlay.laws.iter().map(|law| &*law.title).collect::<Vec<_>>().join("; ").into(),
    }
}
