//! JSON and YAML: the fields that programs rely on.

use lacuna::report::Format;
use serde_json::Value;

use super::sample::{Sample, written};

fn json() -> Value {
    serde_json::from_str(&Sample::new().write(Format::Json)).unwrap()
}

#[test]
fn counts_of_items_and_of_elements_are_kept_apart() {
    let report = json();
    assert_eq!(report["format"], "lacuna/report/v1");
    let counts = &report["frameworks"][0]["checklists"][0]["counts"];
    let expected = serde_json::json!({
        "items": 3, "elements": 6, "assessed": 4,
        "met": 0, "partial": 1, "conflict": 1, "gap": 0, "unknown": 1, "not-applicable": 0,
        "of-elements": { "met": 1, "partial": 2, "conflict": 1, "gap": 0, "unknown": 2, "not-applicable": 0 },
    });
    assert_eq!(*counts, expected);
}

#[test]
fn an_element_carries_its_grounds_with_their_places() {
    let report = json();
    let framework = &report["frameworks"][0];
    assert_eq!(framework["country"], "XAA");
    assert_eq!(framework["as-of"], "2008-07-01");
    let finding = &framework["checklists"][0]["findings"][0];
    assert_eq!((&finding["item"], &finding["verdict"]), (&"trafficking-definition".into(), &"conflict".into()));
    assert_eq!((&finding["duty"], &finding["bonds"][0]["since"]), (&"owed".into(), &"1991-05".into()));
    let element = &finding["elements"][0];
    let ground = serde_json::json!({
        "kind": "provision", "id": "anti-trafficking-act-2004", "instrument": "Anti-Trafficking Act", "at": "s. 3(a)",
        "summary": "Trafficking is the recruitment, transportation or harbouring of a person; for a child no means need \
                    be shown.",
        "file": "frameworks/aldonia.yaml", "line": 33, "column": 13, "source": "gazette", "confidence": "verified",
        "practice": { "state": "partly", "note": "Two courts still ask for deceit." }, "draft": false, "quote": null, "notes": [],
    });
    assert_eq!(element["grounds"][0], ground);
    let missing = serde_json::json!([{
        "attribute": "acts", "have": 3, "of": 5,
        "terms": [
            { "id": "transfer", "title": "transfer", "absent": true },
            { "id": "receipt", "title": "receipt", "absent": false },
        ],
    }]);
    let without_titles = |value: &Value| value.to_string().to_lowercase();
    assert_eq!(without_titles(&element["missing"]), without_titles(&missing));
    assert_eq!(finding["elements"][1]["contradicts"][0]["at"], "para. 2");
    assert_eq!(finding["elements"][1]["shortfalls"][0]["says"], "required");
    let privacy = &framework["checklists"][0]["findings"][2]["elements"][0];
    assert_eq!(privacy["verdict"], "unknown");
    assert_eq!(privacy["near-misses"][0]["cause"], "not-commenced");
    assert_eq!(privacy["searched"][0]["at"], "Police Circular on trafficking");
    let plan = &framework["checklists"][1]["findings"][5]["elements"][0];
    assert_eq!(plan["reason"], "Plan of Action against Trafficking: expired on 2006-12-31");
}

#[test]
fn a_draft_a_warning_and_what_is_unverified_are_marked() {
    let sample = Sample::new();
    let text = written(&sample.report(vec![sample.audited("2012-01-01", true)]), Format::Json);
    let report: Value = serde_json::from_str(&text).unwrap();
    let framework = &report["frameworks"][0];
    assert_eq!(framework["overlays"], serde_json::json!(["Trafficking Amendment Bill 2010"]));
    assert_eq!(framework["warnings"][0]["code"], "after-review");
    assert_eq!(framework["checklists"][0]["findings"][0]["elements"][0]["draft"], true);
    assert_eq!(framework["checklists"][1]["findings"][2]["unverified"], true);
    let sources: Vec<&str> =
        framework["sources"].as_array().unwrap().iter().filter_map(|source| source["id"].as_str()).collect();
    assert_eq!(sources, ["gazette", "survey", "bill"]);
}

#[test]
fn yaml_says_the_same_as_json() {
    for change in [str::to_owned, super::hostile::hostile] {
        let sample = Sample::from(change);
        let json: Value = serde_json::from_str(&sample.write(Format::Json)).unwrap();
        let yaml: Value = serde_yaml::from_str(&sample.write(Format::Yaml)).unwrap();
        assert_eq!(json, yaml);
    }
}
