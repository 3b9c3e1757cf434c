//! SARIF 2.1.0 (OASIS standard): findings and diagnostics as results, one rule for each element and each kind of fault.
//!
//! What is wrong is a result of the kind `fail`; what was not assessed is `open`, which no reader takes for a fault. What is
//! met has no result, unless the baseline knew it as a fault: then it is `absent`.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value, json};

use super::escape::{Inline, RelativeUri, SarifText, visible};
use super::result::{self, Hit, Loudness, fault_loudness, fault_message, region};
use super::{Audited, Judged, Report, VERSION, explain, phrases, standing};
use crate::base::files::Files;
use crate::base::span::Span;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::finding::{Gone, Marks, Trend, Verdict, Waived};

/// The schema of the format.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// How many facts are named besides the first.
const MOST_RELATED: usize = 20;

/// Writes findings and diagnostics.
///
/// # Errors
///
/// Only those of `out`.
pub fn write(report: &Report<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let mut run = Run { files: report.files, rules: Vec::new(), numbers: BTreeMap::new(), results: Vec::new() };
    let hits = result::hits(report);
    for hit in &hits {
        run.rule(&hit.address(), || element_rule(hit));
    }
    let suppressing = hits.iter().any(Hit::is_waived);
    for hit in hits.iter().filter(|hit| is_result(hit)) {
        run.finding(hit, suppressing);
    }
    for audited in &report.frameworks {
        for judged in &audited.checklists {
            for gone in &judged.audit.gone {
                run.gone(audited, judged, gone);
            }
        }
    }
    if let Some(diagnostics) = report.diagnostics {
        run.diagnostics(diagnostics);
    }
    run.finish("lacuna/audit/", report.diagnostics.is_none_or(|found| !found.has_errors()), out)
}

/// Writes diagnostics alone.
///
/// # Errors
///
/// Only those of `out`.
pub fn faults(diagnostics: &Diagnostics, files: &Files, out: &mut dyn fmt::Write) -> fmt::Result {
    let mut run = Run { files, rules: Vec::new(), numbers: BTreeMap::new(), results: Vec::new() };
    run.diagnostics(diagnostics);
    run.finish("lacuna/check/", !diagnostics.has_errors(), out)
}

fn is_result(hit: &Hit<'_, '_>) -> bool {
    hit.verdict().is_open() || hit.found.marks.trend == Some(Trend::Resolved)
}

/// What is collected for the one run of a log.
struct Run<'f> {
    files: &'f Files,
    rules: Vec<Value>,
    numbers: BTreeMap<String, usize>,
    results: Vec<Value>,
}

impl Run<'_> {
    fn rule(&mut self, id: &str, make: impl FnOnce() -> Value) -> usize {
        if let Some(number) = self.numbers.get(id) {
            return *number;
        }
        let number = self.rules.len();
        self.rules.push(make());
        self.numbers.insert(id.to_owned(), number);
        number
    }

    fn finding(&mut self, hit: &Hit<'_, '_>, suppressing: bool) {
        let address = hit.address();
        let number = self.rule(&address, || element_rule(hit));
        let (kind, level) = match (hit.verdict(), hit.loudness()) {
            (Verdict::Met, _) => ("pass", "none"),
            (Verdict::NotApplicable, _) => ("notApplicable", "none"),
            (Verdict::Unknown, _) => ("open", "none"),
            (_, Loudness::Error) => ("fail", "error"),
            (_, Loudness::Warning) => ("fail", "warning"),
            (_, Loudness::Note) => ("fail", "note"),
        };
        let mut location = self.location(hit.span(), None);
        if let Value::Object(location) = &mut location {
            let name = format!("{}/{address}", hit.country());
            location.insert("logicalLocations".to_owned(), json!([{ "fullyQualifiedName": name }]));
        }
        let mut related: Vec<Value> = Vec::new();
        for ground in hit.grounds().skip(1).take(MOST_RELATED) {
            let place = self.location(ground.span, Some(&phrases::address(ground)));
            if !related.contains(&place) {
                related.push(place);
            }
        }
        let mut made = json!({
            "ruleId": address,
            "ruleIndex": number,
            "kind": kind,
            "level": level,
            "message": { "text": SarifText(&hit.message()).to_string() },
            "locations": [location],
            "relatedLocations": related,
            "partialFingerprints": { "lacunaFinding/v1": hit.found.fingerprint },
            "properties": {
                "country": hit.country(),
                "asOf": hit.audited.as_of.to_string(),
                "verdict": hit.verdict().name(),
                "duty": hit.finding.duty.word(),
                "words": hit.found.words,
                "trend": hit.found.marks.trend.map(Trend::word),
            },
        });
        if let Value::Object(made) = &mut made {
            if let Some(state) = baseline_state(&hit.found.marks) {
                made.insert("baselineState".to_owned(), json!(state));
            }
            if suppressing {
                let list = &hit.found.marks.waivers;
                let list: Vec<Value> = list.iter().map(|waived| self.suppression(waived)).collect();
                made.insert("suppressions".to_owned(), json!(list));
            }
        }
        self.results.push(made);
    }

    /// An entry of the baseline whose element is no longer asked for.
    fn gone(&mut self, audited: &Audited<'_>, judged: &Judged<'_>, gone: &Gone) {
        let address = format!("{}/{}", judged.checklist.id.value, gone.address);
        let country = &audited.framework.name;
        let words = format!(
            "{country}: the checklist no longer has {address}, which was in the baseline as: {}.",
            gone.before.words()
        );
        self.results.push(json!({
            "ruleId": address,
            "kind": "notApplicable",
            "level": "none",
            "message": { "text": SarifText(&words).to_string() },
            "locations": [self.location(audited.framework.country.span, None)],
            "partialFingerprints": { "lacunaFinding/v1": gone.fingerprint },
            "baselineState": "absent",
        }));
    }

    fn diagnostics(&mut self, diagnostics: &Diagnostics) {
        for (fault, print) in result::faults(diagnostics, self.files) {
            let number = self.rule(fault.code.name(), || code_rule(fault.code));
            let level = level(fault);
            let others: Vec<Value> =
                fault.others.iter().map(|label| self.location(label.span, Some(&label.text))).collect();
            let mut related: Vec<Value> = Vec::new();
            for place in others {
                if !related.contains(&place) {
                    related.push(place);
                }
            }
            self.results.push(json!({
                "ruleId": fault.code.name(),
                "ruleIndex": number,
                "kind": "fail",
                "level": level,
                "message": { "text": SarifText(&fault_message(fault)).to_string() },
                "locations": [self.location(fault.primary.span, None)],
                "relatedLocations": related,
                "partialFingerprints": { "lacunaDiagnostic/v1": print },
            }));
        }
    }

    fn suppression(&self, waived: &Waived) -> Value {
        json!({
            "kind": "external",
            "status": "accepted",
            "justification": visible(&phrases::sentence(&phrases::capital(&standing::waived(waived)))),
            "location": self.location(waived.span, None),
        })
    }

    fn location(&self, span: Span, message: Option<&str>) -> Value {
        let (start, end) = region(self.files, span);
        let mut made = Map::new();
        made.insert(
            "physicalLocation".to_owned(),
            json!({
                "artifactLocation": { "uri": RelativeUri(self.files.name(span.file)).to_string() },
                "region": {
                    "startLine": start.line,
                    "startColumn": start.column,
                    "endLine": end.line,
                    "endColumn": end.column,
                },
            }),
        );
        if let Some(message) = message.filter(|message| !message.is_empty()) {
            made.insert("message".to_owned(), json!({ "text": SarifText(message).to_string() }));
        }
        Value::Object(made)
    }

    fn finish(self, id: &str, sound: bool, out: &mut dyn fmt::Write) -> fmt::Result {
        let log = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": { "name": "lacuna", "semanticVersion": VERSION, "rules": self.rules } },
                "automationDetails": { "id": id },
                "invocations": [{ "executionSuccessful": sound }],
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        });
        let text = serde_json::to_string_pretty(&log).map_err(|_| fmt::Error)?;
        writeln!(out, "{text}")
    }
}

/// The standard knows four states; which way a finding went stands in its properties.
fn baseline_state(standing: &Marks) -> Option<&'static str> {
    Some(match standing.trend? {
        Trend::New => "new",
        Trend::Unchanged if !standing.reworded => "unchanged",
        Trend::Unchanged | Trend::Worsened | Trend::Improved => "updated",
        Trend::Resolved => "absent",
    })
}

fn level(fault: &Diagnostic) -> &'static str {
    match fault_loudness(fault) {
        Loudness::Error => "error",
        Loudness::Warning => "warning",
        Loudness::Note => "note",
    }
}

fn element_rule(hit: &Hit<'_, '_>) -> Value {
    let Hit { item, element, section, judged, .. } = hit;
    let remedy = element.remedy.as_ref().unwrap_or(&item.remedy);
    let parts = [
        ("Asked of the item", phrases::sentence(&item.requires)),
        ("Asked here", phrases::sentence(&element.requires)),
        ("Rule", element.rule.text.to_string()),
        ("Floor", element.floor.meaning()),
        ("For the drafter", phrases::remedy(remedy)),
        ("Source", phrases::sentence(&phrases::origin(judged.checklist))),
    ];
    let text: Vec<String> =
        parts.iter().map(|(label, words)| SarifText(&format!("{label}: {words}")).to_string()).collect();
    let line = |(label, words): &(&'static str, String)| {
        Inline::join([Inline::own(label), Inline::text(words)], ": ").to_string()
    };
    let markdown: Vec<String> = parts.iter().map(line).collect();
    let title = SarifText(&format!("{}: {}", item.title, element.requires)).to_string();
    json!({
        "id": hit.address(),
        "shortDescription": { "text": title },
        "fullDescription": { "text": SarifText(&phrases::sentence(&item.requires)).to_string() },
        "help": { "text": text.join("\n"), "markdown": markdown.join("\n\n") },
        "defaultConfiguration": { "level": "warning" },
        "properties": { "tags": [&*judged.checklist.id.value, &*section.id.value, remedy.lever.word()] },
    })
}

fn code_rule(code: Code) -> Value {
    let page = explain::code(code);
    json!({
        "id": code.name(),
        "shortDescription": { "text": code.meaning() },
        "help": { "text": page.clone(), "markdown": page },
        "defaultConfiguration": { "level": code.severity().word() },
        "properties": { "tags": ["files"] },
    })
}
