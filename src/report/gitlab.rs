//! GitLab's code quality report: what is wrong, as a list of issues with fingerprints of their own.
//!
//! What was not assessed is no issue and has no entry.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use super::Report;
use super::result::{self, Hit, fault_message, region};
use crate::base::files::Files;
use crate::base::span::Span;
use crate::diag::{Diagnostics, Severity};
use crate::finding::{Verdict, digest};

#[derive(Debug, Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// Writes findings and diagnostics.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(report: &Report<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let mut issues = report.diagnostics.map(|list| of_files(list, report.files)).unwrap_or_default();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for hit in result::hits(report).iter().filter(|hit| hit.verdict().is_trouble()) {
        // Two records of one country would otherwise answer to one name.
        let mut fingerprint = hit.found.fingerprint.clone();
        while !seen.insert(fingerprint.clone()) {
            fingerprint = digest::digest(&fingerprint);
        }
        issues.push(Issue {
            description: hit.message(),
            check_name: hit.address(),
            fingerprint,
            severity: severity(hit),
            location: location(report.files, hit.span()),
        });
    }
    list(&issues, out)
}

/// Writes diagnostics alone.
///
/// # Errors
///
/// Only those of `out`.
pub fn faults(diagnostics: &Diagnostics, files: &Files, out: &mut dyn fmt::Write) -> fmt::Result {
    list(&of_files(diagnostics, files), out)
}

fn list(issues: &[Issue], out: &mut dyn fmt::Write) -> fmt::Result {
    let text = serde_json::to_string_pretty(issues).map_err(|_| fmt::Error)?;
    writeln!(out, "{text}")
}

fn of_files(diagnostics: &Diagnostics, files: &Files) -> Vec<Issue> {
    let issue = |(fault, fingerprint): (&crate::diag::Diagnostic, String)| Issue {
        description: fault_message(fault),
        check_name: fault.code.name().to_owned(),
        fingerprint,
        severity: match fault.severity() {
            Severity::Error => "blocker",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        location: location(files, fault.primary.span),
    };
    result::faults(diagnostics, files).into_iter().map(issue).collect()
}

fn severity(hit: &Hit<'_, '_>) -> &'static str {
    match (hit.verdict(), hit.finding.duty.is_owed()) {
        _ if hit.is_waived() => "info",
        (Verdict::Gap | Verdict::Conflict, true) => "critical",
        (Verdict::Gap | Verdict::Conflict, false) | (Verdict::Partial, true) => "major",
        (Verdict::Partial, false) => "minor",
        (Verdict::Met | Verdict::Unknown | Verdict::NotApplicable, _) => "info",
    }
}

fn location(files: &Files, span: Span) -> Location {
    let (start, end) = region(files, span);
    let path = files.name(span.file).to_owned();
    Location { path, lines: Lines { begin: start.line, end: end.line } }
}
