//! The report as JSON: `lacuna/report/v1`, documented in `docs/report-format.md`.

use std::fmt;

use super::{Report, wire};

/// Writes the report.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(report: &Report<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let text = serde_json::to_string_pretty(&wire::report(report)).map_err(|_| fmt::Error)?;
    writeln!(out, "{text}")
}
