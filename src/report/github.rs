//! Annotations of GitHub: workflow commands that a runner shows beside the lines of a pull request.
//!
//! GitHub shows ten errors, ten warnings and ten notices of a step, so the loudest come first. What was not assessed has no
//! annotation of its own; each checklist has a notice with its numbers.

use std::fmt;

use super::counts::Counts;
use super::escape::{GithubData, GithubProperty};
use super::result::{self, Hit, Loudness, fault_loudness, fault_message, region};
use super::{Report, phrases, standing};
use crate::base::files::Files;
use crate::base::span::Span;
use crate::diag::Diagnostics;

/// Writes findings and diagnostics.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(report: &Report<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    if let Some(diagnostics) = report.diagnostics {
        faults(diagnostics, report.files, out)?;
    }
    let mut hits: Vec<(Loudness, Hit<'_, '_>)> = Vec::new();
    for hit in result::hits(report).into_iter().filter(|hit| hit.verdict().is_trouble()) {
        // What the baseline knew stays visible and is no news.
        hits.push((if hit.is_known() { Loudness::Note } else { hit.loudness() }, hit));
    }
    hits.sort_by_key(|(loudness, _)| *loudness);
    for (loudness, hit) in hits {
        let title = format!("{} [{}]", hit.title(), hit.address());
        command(out, loudness, report.files, hit.span(), &title, &hit.details().join(" "))?;
    }
    for audited in &report.frameworks {
        for judged in &audited.checklists {
            let counts = Counts::of(judged);
            let [assessed, others] = phrases::tally(&counts.of_items);
            let mut words = format!("{} Items: {assessed} · {others}.", phrases::assessed(&counts));
            if let Some(tally) = standing::tally(judged) {
                words.push_str(&format!(" Elements since the baseline: {tally}."));
            }
            for gone in &judged.audit.gone {
                words.push_str(&format!(" No longer in the checklist: {}.", gone.address));
            }
            let title = format!("{}, as at {}: {}", audited.framework.name, audited.as_of, judged.checklist.title);
            writeln!(out, "::notice title={}::{}", GithubProperty(&title), GithubData(&words))?;
        }
    }
    Ok(())
}

/// Writes diagnostics alone.
///
/// # Errors
///
/// Only those of `out`.
pub fn faults(diagnostics: &Diagnostics, files: &Files, out: &mut dyn fmt::Write) -> fmt::Result {
    let mut list: Vec<_> = diagnostics.iter().collect();
    list.sort_by_key(|fault| fault_loudness(fault));
    for fault in list {
        command(out, fault_loudness(fault), files, fault.primary.span, fault.code.name(), &fault_message(fault))?;
    }
    Ok(())
}

fn command(
    out: &mut dyn fmt::Write,
    loudness: Loudness,
    files: &Files,
    span: Span,
    title: &str,
    message: &str,
) -> fmt::Result {
    let name = match loudness {
        Loudness::Error => "error",
        Loudness::Warning => "warning",
        Loudness::Note => "notice",
    };
    let (start, end) = region(files, span);
    let file = GithubProperty(files.name(span.file)).to_string();
    write!(out, "::{name} file={file},line={}", start.line)?;
    // Columns mean something only within one line.
    if start.line == end.line {
        write!(out, ",col={},endColumn={}", start.column, end.column)?;
    }
    writeln!(out, ",endLine={},title={}::{}", end.line, GithubProperty(title), GithubData(message))
}
