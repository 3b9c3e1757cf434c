//! The report as YAML: the same fields as JSON, from the same types.

use std::fmt;

use super::{Report, wire};

/// Writes the report.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(report: &Report<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let text = serde_yaml::to_string(&wire::report(report)).map_err(|_| fmt::Error)?;
    out.write_str(&text)
}
