//! JUnit XML: a test case for each element, a suite for each checklist of each country; and a case for each file.
//!
//! What is wrong has failed. What was not assessed, does not apply or is waived is skipped, and says why.

use std::fmt;

use super::escape::Xml;
use super::result::{self, Hit, fault_message};
use super::{Audited, Judged, Report, phrases, standing};
use crate::base::files::Files;
use crate::base::span::FileId;
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::finding::{Trend, Verdict};

/// One test case.
struct Case {
    class: String,
    name: String,
    file: String,
    outcome: Outcome,
    /// Remarks on a case, a line each.
    remarks: Vec<String>,
}

enum Outcome {
    Passed,
    Skipped(String),
    /// What kind of failure, a line on it, and the rest.
    Failed(String, String, Vec<String>),
}

struct Suite {
    name: String,
    properties: Vec<(&'static str, String)>,
    cases: Vec<Case>,
}

/// Writes findings, and a suite on the files where diagnostics are at hand.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(report: &Report<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let hits = result::hits(report);
    let mut suites = Vec::new();
    for audited in &report.frameworks {
        for judged in &audited.checklists {
            let own = hits.iter().filter(|hit| std::ptr::eq(hit.judged, judged));
            let cases = own.map(|hit| case(report.files, hit)).collect();
            suites.push(suite(audited, judged, cases));
        }
    }
    suites.extend(report.diagnostics.map(|found| of_files(found, report.files)));
    all(&suites, out)
}

/// Writes a case for each file.
///
/// # Errors
///
/// Only those of `out`.
pub fn faults(diagnostics: &Diagnostics, files: &Files, out: &mut dyn fmt::Write) -> fmt::Result {
    all(&[of_files(diagnostics, files)], out)
}

fn suite(audited: &Audited<'_>, judged: &Judged<'_>, cases: Vec<Case>) -> Suite {
    let country = &audited.framework.country.value;
    let mut properties = vec![
        ("country", audited.framework.name.to_string()),
        ("as-of", audited.as_of.to_string()),
        ("checklist-version", judged.checklist.version.to_string()),
    ];
    properties.extend(standing::tally(judged).map(|tally| ("since-the-baseline", tally)));
    properties.extend(judged.audit.gone.iter().map(|gone| ("no-longer-in-the-checklist", gone.address.clone())));
    Suite { name: format!("{country}.{}", judged.checklist.id.value), properties, cases }
}

fn case(files: &Files, hit: &Hit<'_, '_>) -> Case {
    let outcome = match hit.verdict() {
        Verdict::Met => Outcome::Passed,
        Verdict::NotApplicable => {
            Outcome::Skipped(phrases::why(&hit.found.answer).unwrap_or_else(|| "Not applicable.".to_owned()))
        }
        Verdict::Unknown => Outcome::Skipped(hit.message()),
        Verdict::Gap | Verdict::Conflict | Verdict::Partial if hit.is_waived() => Outcome::Skipped(hit.message()),
        Verdict::Gap | Verdict::Conflict | Verdict::Partial => {
            Outcome::Failed(hit.verdict().name().to_owned(), hit.title(), failure(files, hit))
        }
    };
    let remarks = match outcome {
        Outcome::Passed if hit.found.marks.trend != Some(Trend::Unchanged) => standing::marks(&hit.found.marks, false),
        _ => Vec::new(),
    };
    Case {
        class: format!("{}.{}.{}", hit.country(), hit.judged.checklist.id.value, hit.item.id.value),
        name: format!("{}: {}", hit.element.id.value, hit.element.requires.trim_end_matches('.')),
        file: files.name(hit.span().file).to_owned(),
        outcome,
        remarks,
    }
}

/// What is wrong and where to look, a line each.
fn failure(files: &Files, hit: &Hit<'_, '_>) -> Vec<String> {
    let mut lines = vec![phrases::sentence(&hit.element.requires)];
    lines.extend(hit.details());
    lines.extend(hit.grounds().map(|ground| {
        let place = files.position(ground.span);
        let file = files.name(ground.span.file);
        format!("{file}:{}:{}: {}", place.line, place.column, phrases::address(ground))
    }));
    lines
}

fn of_files(diagnostics: &Diagnostics, files: &Files) -> Suite {
    let cases = files.iter().map(|(id, file)| {
        let own: Vec<&Diagnostic> = diagnostics.iter().filter(|fault| fault.primary.span.file == id).collect();
        let line = |fault: &&Diagnostic| line(files, id, fault);
        let grave: Vec<String> = own.iter().filter(|fault| fault.severity() == Severity::Error).map(line).collect();
        let light = own.iter().filter(|fault| fault.severity() != Severity::Error).map(line).collect();
        let outcome = match grave.as_slice() {
            [] => Outcome::Passed,
            [first, ..] => {
                let code = own.iter().find(|fault| fault.severity() == Severity::Error);
                let code = code.map_or("", |fault| fault.code.name());
                Outcome::Failed(code.to_owned(), first.clone(), grave)
            }
        };
        let name = file.name.to_string();
        Case { class: "files".to_owned(), name: name.clone(), file: name, outcome, remarks: light }
    });
    Suite { name: "files".to_owned(), properties: Vec::new(), cases: cases.collect() }
}

fn line(files: &Files, file: FileId, fault: &Diagnostic) -> String {
    let place = files.position(fault.primary.span);
    let severity = fault.severity().word();
    let name = files.name(file);
    format!("{name}:{}:{}: {severity}[{}]: {}", place.line, place.column, fault.code, fault_message(fault))
}

fn all(suites: &[Suite], out: &mut dyn fmt::Write) -> fmt::Result {
    out.write_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"lacuna\"")?;
    numbers(&suites.iter().flat_map(|suite| &suite.cases).collect::<Vec<_>>(), out)?;
    out.write_str(">\n")?;
    for suite in suites {
        write!(out, "  <testsuite name=\"{}\"", Xml(&suite.name))?;
        numbers(&suite.cases.iter().collect::<Vec<_>>(), out)?;
        out.write_str(">\n")?;
        if !suite.properties.is_empty() {
            out.write_str("    <properties>\n")?;
            for (name, value) in &suite.properties {
                writeln!(out, "      <property name=\"{name}\" value=\"{}\"/>", Xml(value))?;
            }
            out.write_str("    </properties>\n")?;
        }
        for case in &suite.cases {
            self::written(case, out)?;
        }
        out.write_str("  </testsuite>\n")?;
    }
    out.write_str("</testsuites>\n")
}

fn numbers(cases: &[&Case], out: &mut dyn fmt::Write) -> fmt::Result {
    let failed = cases.iter().filter(|case| matches!(case.outcome, Outcome::Failed(..))).count();
    let skipped = cases.iter().filter(|case| matches!(case.outcome, Outcome::Skipped(_))).count();
    write!(out, " tests=\"{}\" failures=\"{failed}\" errors=\"0\" skipped=\"{skipped}\"", cases.len())
}

fn written(case: &Case, out: &mut dyn fmt::Write) -> fmt::Result {
    let Case { class, name, file, outcome, remarks } = case;
    write!(out, "    <testcase classname=\"{}\" name=\"{}\" file=\"{}\"", Xml(class), Xml(name), Xml(file))?;
    if matches!(outcome, Outcome::Passed) && remarks.is_empty() {
        return out.write_str("/>\n");
    }
    out.write_str(">\n")?;
    match outcome {
        Outcome::Passed => {}
        Outcome::Skipped(why) => writeln!(out, "      <skipped message=\"{}\"/>", Xml(why))?,
        Outcome::Failed(kind, title, lines) => {
            write!(out, "      <failure type=\"{}\" message=\"{}\">", Xml(kind), Xml(title))?;
            text(lines, out)?;
            out.write_str("</failure>\n")?;
        }
    }
    if !remarks.is_empty() {
        out.write_str("      <system-out>")?;
        text(remarks, out)?;
        out.write_str("</system-out>\n")?;
    }
    out.write_str("    </testcase>\n")
}

fn text(lines: &[String], out: &mut dyn fmt::Write) -> fmt::Result {
    for (number, line) in lines.iter().enumerate() {
        let between = if number > 0 { "\n" } else { "" };
        write!(out, "{between}{}", Xml(line))?;
    }
    Ok(())
}
