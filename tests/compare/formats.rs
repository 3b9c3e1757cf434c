//! CSV, JSON and what all formats share.

use lacuna::report::compare::Format;
use serde_json::{Value, json};

use super::sample::{Asked, Sample};

#[test]
fn the_same_comparison_gives_the_same_bytes_in_every_format() {
    for format in Format::ALL {
        let [first, second] = [Sample::new(), Sample::new()].map(|sample| sample.bytes(format, &Asked::default()));
        assert!(first == second, "{}", format.name());
        assert_eq!(Format::parse(format.name()), Some(format));
    }
}

#[test]
fn the_csv_has_a_row_for_each_country_and_element() {
    let csv = Sample::new().text(Format::Csv, &Asked::default());
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 1 + 3 * 9);
    assert_eq!(
        lines[1],
        "small,instruments,great,party,The Great Treaty,It is bound.,XAA,Aldonia,2008-07-01,met,ratified,1992-03-04,\
         recommended,,no,no,,The Great Treaty,,gazette"
    );
    assert_eq!(
        lines[2],
        "small,instruments,great,party,The Great Treaty,It is bound.,XAB,Brevia,2008-07-01,gap,denounced,2000-01-01,\
         recommended,,yes,no,\"Denounced, with effect from 2000-01-01.\",The Great Treaty,,register"
    );
}

#[test]
fn only_a_section_or_an_item_is_compared_where_it_is_named() {
    let items = |only: &[&str]| -> Vec<String> {
        let asked = Asked { only, ..Asked::default() };
        let json: Value = serde_json::from_str(&Sample::new().text(Format::Json, &asked)).unwrap();
        let lists = json["checklists"].as_array().unwrap().iter();
        let items = lists.flat_map(|list| list["items"].as_array().unwrap());
        items.map(|item| item["item"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(items(&["law"]), ["act", "plan", "child"]);
    assert_eq!(items(&["small/plan", "great"]), ["great", "plan"]);
    assert_eq!(items(&["elsewhere/plan"]), Vec::<String>::new());
}

#[test]
fn agreements_are_told_with_both_places_and_only_where_they_were_asked_about() {
    let agreements = |only: &[&str]| -> Value {
        let asked = Asked { only, ..Asked::default() };
        let json: Value = serde_json::from_str(&Sample::new().text(Format::Json, &asked)).unwrap();
        json["agreements"].clone()
    };
    let pact = json!({
        "instrument": "pact", "title": "The Pact of Two", "difference": "end",
        "here": { "country": "XAA", "name": "Aldonia", "says": "ends 2006-12-31", "file": "region/aldonia.yaml", "line": 9 },
        "there": { "country": "XAB", "name": "Brevia", "says": "no end", "file": "region/brevia.yaml", "line": 9 },
    });
    let others = json!({
        "instrument": "closed", "title": "The Pact of Others", "difference": "one-sided",
        "here": { "country": "XAB", "name": "Brevia", "says": "recorded", "file": "region/brevia.yaml", "line": 10 },
        "there": { "country": "XAC", "name": "Corvia", "says": "nothing", "file": "region/corvia.yaml", "line": 1 },
    });
    assert_eq!(agreements(&[]), json!([pact, others]));
    assert_eq!(agreements(&["others"]), json!([others]));
    assert_eq!(agreements(&["law"]), json!([]));
}

#[test]
fn a_cell_says_where_the_country_stands_and_why() {
    let json: Value = serde_json::from_str(&Sample::new().text(Format::Json, &Asked::default())).unwrap();
    let others = &json["checklists"][0]["items"][2];
    let cell = &others["elements"][0]["cells"][1];
    assert_eq!(cell["verdict"], "conflict");
    assert_eq!(cell["standings"], json!([{ "name": "disputed", "date": null, "words": "disputed" }]));
    assert_eq!(cell["reasons"], json!(["One list has it; the other party's register has not."]));
    assert_eq!(others["cells"][0]["standings"][0]["name"], "not-open");
}
