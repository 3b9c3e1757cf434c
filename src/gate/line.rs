//! The line at which an audit fails: what `--fail-on` asks.

use super::trend::item_regressed;
use crate::diag::{Diagnostics, Severity};
use crate::finding::{Audit, Finding, Verdict};

/// One thing that makes an audit fail. Several are joined by *or*.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Line {
    /// An item with this verdict.
    Verdict(Verdict),
    /// An item that the country owes, and that is a gap, a conflict or falls short.
    Owed,
    /// Something that is wrong and was not so in the baseline, or was better.
    Regression,
    /// A diagnostic of this severity, or a graver one.
    Severity(Severity),
}

impl Line {
    /// Every line, in the order of help and documentation.
    pub fn all() -> Vec<Self> {
        let verdicts = Verdict::ALL.into_iter().map(Self::Verdict);
        let severities = Severity::ALL.into_iter().map(Self::Severity);
        verdicts.chain([Self::Owed, Self::Regression]).chain(severities).collect()
    }

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verdict(verdict) => verdict.name(),
            Self::Owed => "owed",
            Self::Regression => "regression",
            Self::Severity(severity) => severity.word(),
        }
    }

    /// The line with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::all().into_iter().find(|line| line.name() == name)
    }

    /// Whether a finding reaches the line. A finding that somebody decided to live with does not.
    pub fn is_reached_by(self, finding: &Finding) -> bool {
        match self {
            Self::Verdict(verdict) => finding.verdict == verdict && counts(finding),
            Self::Owed => finding.duty.is_owed() && finding.verdict.is_trouble() && counts(finding),
            Self::Regression => item_regressed(finding),
            Self::Severity(_) => false,
        }
    }

    /// Whether the diagnostics of a run reach the line.
    pub fn is_reached_by_faults(self, faults: &Diagnostics) -> bool {
        // Severities are ordered gravest first.
        matches!(self, Self::Severity(line) if faults.iter().any(|fault| fault.severity() <= line))
    }
}

/// Whether anything reaches any of the lines.
pub fn reached<'a>(lines: &[Line], audits: impl IntoIterator<Item = &'a Audit>, faults: &Diagnostics) -> bool {
    let of_findings =
        |audit: &Audit| audit.findings.iter().any(|finding| lines.iter().any(|line| line.is_reached_by(finding)));
    lines.iter().any(|line| line.is_reached_by_faults(faults)) || audits.into_iter().any(of_findings)
}

/// Whether the verdict on an item still stands when the elements that somebody decided to live with are left out.
fn counts(finding: &Finding) -> bool {
    if !finding.marks.waivers.is_empty() {
        return false;
    }
    let waived = finding.elements.iter().any(|element| !element.marks.waivers.is_empty());
    let mut left = finding.elements.iter().filter(|element| element.marks.waivers.is_empty());
    // An item falls short for many reasons; any that is left is one. The other verdicts need an element of their own.
    !waived
        || left.any(|element| match finding.verdict {
            Verdict::Partial => element.answer.verdict.is_open(),
            verdict => element.answer.verdict == verdict,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_by_its_name() {
        let names: Vec<&str> = Line::all().into_iter().map(Line::name).collect();
        assert_eq!(
            names.join(" "),
            "met partial conflict gap unknown not-applicable owed regression error warning note"
        );
        for line in Line::all() {
            assert_eq!(Line::parse(line.name()), Some(line));
        }
        assert_eq!(Line::parse("gaps"), None);
    }
}
