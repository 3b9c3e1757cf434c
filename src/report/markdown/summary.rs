//! The summary of a job: numbers, what changed, what needs attention, what is wrong with the files. Markdown for a page that
//! somebody reads in passing.

use std::fmt;

use super::page::{Anchors, Page};
use super::{Place, front, standing};
use crate::diag::Diagnostics;
use crate::report::escape::Inline;
use crate::report::result::fault_message;
use crate::report::{Report, phrases};

/// How many diagnostics are listed.
const MOST_FAULTS: usize = 50;

/// Writes the summary.
///
/// # Errors
///
/// Only those of `out`.
pub(in crate::report) fn write(report: &Report<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let mut page = Page::new(Anchors::default());
    if let Some(diagnostics) = report.diagnostics.filter(|found| !found.is_empty()) {
        faults(&mut page, report, diagnostics);
    }
    for (number, audited) in report.frameworks.iter().enumerate() {
        let place = Place { report, audited, number, cited: &audited.cited() };
        page.heading(1, &format!("{}, as at {}", audited.framework.name, audited.as_of), None);
        for warning in audited.warnings() {
            page.paragraph(&Inline::join([Inline::own("**Please note.**"), Inline::text(&warning.words())], " "));
        }
        for judged in &audited.checklists {
            front::numbers(&mut page, judged);
        }
        standing::write(&mut page, &place);
        page.heading(2, "What most needs attention", None);
        for judged in &audited.checklists {
            front::urgent(&mut page, &place, judged, "the gap report has in full");
        }
    }
    out.write_str(&page.finish())
}

fn faults(page: &mut Page, report: &Report<'_>, diagnostics: &Diagnostics) {
    page.heading(1, "What is wrong with the files", None);
    let rows = diagnostics.iter().take(MOST_FAULTS).map(|fault| {
        let place = report.files.position(fault.primary.span);
        let file = report.files.name(fault.primary.span.file);
        [
            Inline::text(fault.severity().word()),
            Inline::text(&format!("{file}:{}:{}", place.line, place.column)),
            Inline::text(fault.code.name()),
            Inline::text(&fault_message(fault)),
        ]
    });
    let rows = rows.collect();
    page.table(["Severity", "Place", "Code", "What is wrong"], rows);
    let more = diagnostics.len().saturating_sub(MOST_FAULTS) + diagnostics.left_out();
    if more > 0 {
        page.paragraph(&Inline::text(&format!("And {} more.", phrases::count(more, "fault"))));
    }
}
