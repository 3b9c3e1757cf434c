//! `docs/report-format.md` names every field that the machine formats have.

use std::collections::BTreeSet;

use lacuna::Files;
use lacuna::base::span::Span;
use lacuna::diag::{Code, Diagnostic, Diagnostics};
use lacuna::report::{Format, diagnostics};
use serde_json::Value;

use super::sample::{Sample, written};

fn fields(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                found.insert(key.clone());
                fields(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| fields(value, found)),
        _ => {}
    }
}

/// The fields that a page documents: the first cell of each row, in backticks.
fn documented(page: &str) -> BTreeSet<String> {
    let cells = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    cells.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_field_is_documented_and_every_documented_field_is_there() {
    let sample = Sample::new();
    let report = sample.report(vec![sample.marked(), sample.audited("2012-01-01", true)]);
    let mut found = BTreeSet::new();
    fields(&serde_json::from_str(&written(&report, Format::Json)).unwrap(), &mut found);
    let mut files = Files::new();
    let file = files.add("a.yaml", "a: b\n");
    let mut list = Diagnostics::new();
    let span = Span::new(file, 0..1);
    list.push(Diagnostic::new(Code::Idle, "idle", span, "").also(span, "").help("remove it"));
    let mut faults = String::new();
    diagnostics::json(&list, &files, &mut faults).unwrap();
    fields(&serde_json::from_str(&faults).unwrap(), &mut found);
    assert_eq!(found, documented(include_str!("../../docs/report-format.md")));
}
