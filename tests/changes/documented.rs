//! The pages on changes say what the code does.

use std::collections::BTreeSet;

use lacuna::Files;
use lacuna::diff::effect::Outcome;
use lacuna::diff::{Cause, Kind, Level};
use lacuna::report::Look;
use lacuna::report::diff::{Changes, Country, Format, Lone, write};
use serde_json::Value;

use crate::world::{Version, act, compare};

const PAGE: &str = include_str!("../../docs/changes.md");

/// The rows of a table of the page, by the words in the head of its first column.
fn rows(head: &str) -> Vec<Vec<String>> {
    let start = PAGE.find(&format!("| {head} |")).unwrap_or_else(|| panic!("no table on {head}"));
    let lines = PAGE[start..].lines().skip(2).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect();
    lines.map(cells).collect()
}

#[test]
fn the_table_of_kinds_is_the_table_in_the_code() {
    let expected: Vec<Vec<String>> = Kind::ALL
        .iter()
        .map(|kind| {
            let mirror = format!("`{}`", kind.mirror().name());
            vec![format!("`{}`", kind.name()), kind.level().name().to_owned(), mirror, kind.meaning()]
        })
        .collect();
    assert_eq!(rows("kind"), expected);
}

#[test]
fn the_tables_of_levels_causes_and_outcomes_are_complete() {
    let firsts = |head: &str| -> Vec<String> { rows(head).into_iter().map(|mut row| row.remove(0)).collect() };
    assert_eq!(firsts("level"), Level::ALL.map(|level| level.name().to_owned()));
    let causes: Vec<Vec<String>> =
        Cause::ALL.iter().map(|cause| vec![format!("`{}`", cause.name()), cause.meaning().to_owned()]).collect();
    assert_eq!(rows("cause"), causes);
    assert_eq!(firsts("the draft"), Outcome::ALL.map(|outcome| outcome.words().to_lowercase()));
}

/// Every field that the schema names.
fn in_schema() -> BTreeSet<String> {
    fn walk(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => map.iter().for_each(|(key, value)| {
                if key == "properties" {
                    found.extend(value.as_object().unwrap().keys().cloned());
                }
                walk(value, found);
            }),
            Value::Array(list) => list.iter().for_each(|value| walk(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    walk(&serde_json::from_str(&lacuna::report::diff::schema()).unwrap(), &mut found);
    found
}

/// Whether a text is what the schema says.
fn validate(text: &str) {
    let schema = serde_json::from_str(&lacuna::report::diff::schema()).unwrap();
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is one of its standard");
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let faults: Vec<String> =
        validator.iter_errors(&serde_json::from_str(text).unwrap()).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());
}

fn fields(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            found.insert(key.clone());
            fields(value, found);
        }),
        Value::Array(list) => list.iter().for_each(|value| fields(value, found)),
        _ => {}
    }
}

#[test]
fn every_field_is_documented_and_every_documented_field_is_there() {
    let old = Version::new("2008-08-31", &format!("commitments:\n  treaty: none\n{}", act(16)));
    let acceded = format!("commitments:\n  treaty: {{ acceded: 2009-01-01, source: s }}\n{}", act(18));
    let new =
        Version::new("2009-08-31", &acceded).under(|text| text.replace("requires: Every act.", "requires: All acts."));
    let mut found = BTreeSet::new();
    compare(&old, &new, |comparison| {
        let lone = Lone { framework: comparison.new.framework, day: comparison.new.day };
        let countries = vec![Country::Compared(Box::new(comparison.clone())), Country::Added(lone)];
        let mut out = String::new();
        write(&Changes { files: &Files::new(), countries }, Format::Json, Look::PLAIN, &mut out).unwrap();
        validate(&out);
        fields(&serde_json::from_str(&out).unwrap(), &mut found);
    });
    assert_eq!(found, in_schema(), "the schema has every field, and no other");
    let page = include_str!("../../docs/diff-format.md");
    let cells = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let documented: BTreeSet<String> = cells.map(|(name, _)| name.to_owned()).collect();
    assert_eq!(found, documented);
}
