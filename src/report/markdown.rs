//! The gap report in Markdown, for a lawyer who has never seen this program.
//!
//! The order: what was audited; two counts; what most needs attention; the findings by section; what is met, in short;
//! what was not assessed, and which document would settle it; sources; method and limits.
//!
//! - `page`: headings, paragraphs, lists and tables, made of safe pieces only;
//! - `effect`: what the drafts do, where any were laid on: the report opens with it;
//! - `front`: the first three parts;
//! - `item`: one item in full; `matrix`: a section of single questions as a table; `facts`: grounds, in tables and
//!   in short;
//! - `standing`: what changed since a baseline, and what is waived;
//! - `rest`: what is met, not applicable, not assessed;
//! - `summary`: what a job of continuous integration shows;
//! - `back`: sources, method, limits;
//! - `explained`: one item as its rules see it, a page of its own.

mod back;
mod effect;
pub(super) mod explained;
mod facts;
mod front;
mod item;
mod matrix;
pub(super) mod page;
mod rest;
mod standing;
pub(super) mod summary;

use std::fmt;

use self::page::{Anchors, Page};
use super::counts::urgency;
use super::escape::Inline;
use super::{Audited, Cited, Judged, Report, phrases};
use crate::finding::{Finding, Verdict};
use crate::model::checklist::{Item, Section};

/// Writes the report.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(report: &Report<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    // The first round finds out how GitHub will name the headings; the second one links to them.
    let names = page(report, Anchors::default()).anchors();
    out.write_str(&page(report, names).finish())
}

fn page(report: &Report<'_>, names: Anchors) -> Page {
    let mut page = Page::new(names);
    if report.frameworks.len() > 1 {
        page.heading(1, "Gap reports", None);
        page.contents();
    }
    for (number, audited) in report.frameworks.iter().enumerate() {
        country(&mut page, &Place { report, audited, number, cited: &audited.cited() });
    }
    page
}

/// Where in the report the writer is: what every part needs to look things up.
#[derive(Clone, Copy)]
struct Place<'p, 'a> {
    report: &'p Report<'a>,
    audited: &'p Audited<'a>,
    number: usize,
    cited: &'p Cited<'a>,
}

impl Place<'_, '_> {
    /// The key by which headings of an item are found.
    fn key(&self, judged: &Judged<'_>, item: &Item) -> String {
        self.key_of(judged, &item.id.value)
    }

    /// The same, of an item by its id.
    fn key_of(&self, judged: &Judged<'_>, item: &str) -> String {
        format!("{}/{}/{item}", self.number, judged.checklist.id.value)
    }
}

fn country(page: &mut Page, place: &Place<'_, '_>) {
    let Place { audited, .. } = *place;
    let title = format!("Gap report: {}, as at {}", audited.framework.name, audited.as_of);
    page.heading(1, &title, None);
    effect::write(page, place);
    front::write(page, place);
    standing::write(page, place);
    effect::columns(page, place);
    for judged in &audited.checklists {
        page.heading(2, &format!("Findings: {}", judged.checklist.title), None);
        for section in &judged.checklist.sections {
            let found = judged.items().filter(|(other, ..)| std::ptr::eq(*other, section));
            let found: Vec<(&Item, &Finding)> = found.map(|(_, item, finding)| (item, finding)).collect();
            self::section(page, place, judged, section, &found);
        }
    }
    rest::write(page, place);
    back::write(page, place);
}

/// The items of a section that need attention; the others in a sentence that says where they are.
fn section(
    page: &mut Page,
    place: &Place<'_, '_>,
    judged: &Judged<'_>,
    section: &Section,
    found: &[(&Item, &Finding)],
) {
    page.heading(3, &section.title, None);
    page.paragraph(&Inline::text(&standing(found)));
    let troubled: Vec<(&Item, &Finding)> =
        found.iter().copied().filter(|(_, finding)| urgency(finding.verdict).is_some()).collect();
    let single = |(item, _): &(&Item, &Finding)| item.elements.len() == 1;
    let (rows, prose): (Vec<_>, Vec<_>) = if found.iter().all(single) {
        troubled.into_iter().partition(|(_, finding)| matrix::is_short(finding))
    } else {
        (Vec::new(), troubled)
    };
    if !rows.is_empty() {
        matrix::write(page, place, &rows);
    }
    for (item, finding) in prose {
        item::write(page, place, judged, item, finding);
    }
}

/// How the items of a section came out: `4 items here. ● met: 1 · ○ gap: 3.`
fn standing(found: &[(&Item, &Finding)]) -> String {
    let number = |verdict: Verdict| found.iter().filter(|(_, finding)| finding.verdict == verdict).count();
    let part = |verdict: Verdict| match number(verdict) {
        0 => None,
        number => Some(format!("{verdict}: {number}")),
    };
    let words: Vec<String> = Verdict::ALL.into_iter().filter_map(part).collect();
    format!("{} here. {}.", phrases::count(found.len(), "item"), words.join(" · "))
}
