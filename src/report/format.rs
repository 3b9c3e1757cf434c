//! The formats of a report, and the one match that chooses among them.

use std::fmt;

use super::{Look, Report, github, gitlab, json, junit, markdown, sarif, text, yaml};

/// A format of a report.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// A short summary for a terminal.
    Text,
    /// The gap report, to read and to print.
    Markdown,
    /// Everything, for programs.
    Json,
    /// The same as JSON, in YAML.
    Yaml,
    /// Findings and diagnostics in SARIF 2.1.0.
    Sarif,
    /// Annotations of GitHub.
    Github,
    /// The summary of a job, in Markdown.
    Summary,
    /// GitLab's code quality report.
    Gitlab,
    /// JUnit XML.
    Junit,
}

impl Format {
    /// Every format, in the order of help and documentation.
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Markdown,
        Self::Json,
        Self::Yaml,
        Self::Sarif,
        Self::Github,
        Self::Summary,
        Self::Gitlab,
        Self::Junit,
    ];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Summary => "summary",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
        }
    }

    /// What it is for, in a line.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Text => "a short summary for a terminal",
            Self::Markdown => "the gap report, to read and to print",
            Self::Json => "everything, for programs (lacuna/report/v1)",
            Self::Yaml => "the same as JSON, in YAML",
            Self::Sarif => "findings and diagnostics in SARIF 2.1.0, for code scanning",
            Self::Github => "annotations of a GitHub workflow",
            Self::Summary => "the summary of a job, in Markdown",
            Self::Gitlab => "GitLab's code quality report",
            Self::Junit => "JUnit XML, a test case for each element",
        }
    }

    /// How the name of a file in this format ends.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Sarif => "sarif",
            Self::Github => "txt",
            Self::Summary => "md",
            Self::Gitlab => "json",
            Self::Junit => "xml",
        }
    }

    /// Whether several countries make one document that machines read as a whole, and diagnostics are part of it.
    pub const fn is_for_jobs(self) -> bool {
        match self {
            Self::Text | Self::Markdown | Self::Json | Self::Yaml => false,
            Self::Sarif | Self::Github | Self::Summary | Self::Gitlab | Self::Junit => true,
        }
    }

    /// The format with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// Writes `report` in `format`. The same report always comes out byte for byte the same. The look is that of a
/// terminal, and only text has one.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(report: &Report<'_>, format: Format, look: Look, out: &mut dyn fmt::Write) -> fmt::Result {
    match format {
        Format::Text => text::write(report, look, out),
        Format::Markdown => markdown::write(report, out),
        Format::Json => json::write(report, out),
        Format::Yaml => yaml::write(report, out),
        Format::Sarif => sarif::write(report, out),
        Format::Github => github::write(report, out),
        Format::Summary => markdown::summary::write(report, out),
        Format::Gitlab => gitlab::write(report, out),
        Format::Junit => junit::write(report, out),
    }
}
