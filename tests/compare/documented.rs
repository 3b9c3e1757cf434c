//! `docs/compare-format.md` names every field of the JSON, every standing and every difference.

use std::collections::BTreeSet;

use lacuna::check::reciprocity::Difference;
use lacuna::finding::Standing;
use lacuna::report::compare::Format;
use serde_json::Value;

use super::sample::{Asked, Sample};

const PAGE: &str = include_str!("../../docs/compare-format.md");

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

/// What a page documents: the first cell of each row, in backticks.
fn documented(page: &str) -> BTreeSet<String> {
    let cells = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    cells.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_field_is_documented_and_every_documented_field_is_there() {
    let json: Value = serde_json::from_str(&Sample::new().text(Format::Json, &Asked::default())).unwrap();
    let mut found = BTreeSet::new();
    fields(&json, &mut found);
    let (own, shared) = PAGE.split_once("## Standings").unwrap();
    let elsewhere = documented(include_str!("../../docs/report-format.md"));
    let own = documented(own);
    assert_eq!(own.difference(&found).collect::<Vec<_>>(), Vec::<&String>::new(), "documented, and not there");
    let undocumented: Vec<_> = found.iter().filter(|name| !own.contains(*name) && !elsewhere.contains(*name)).collect();
    assert_eq!(undocumented, Vec::<&String>::new());
    let words = documented(shared);
    let known = Standing::NAMES.into_iter().chain(Difference::ALL.map(Difference::name));
    assert_eq!(words, known.map(str::to_owned).collect());
}

#[test]
fn the_columns_of_the_csv_are_documented() {
    let csv = Sample::new().text(Format::Csv, &Asked::default());
    for column in csv.lines().next().unwrap().split(',') {
        assert!(PAGE.contains(&format!("`{column}`")), "{column}");
    }
}
