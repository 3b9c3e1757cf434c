//! How findings stand to a baseline and to waivers, in the formats that people read and in those for programs.

use lacuna::report::Format;
use serde_json::{Value, json};

use super::sample::{Sample, written};

fn marked(format: Format) -> String {
    let sample = Sample::new();
    written(&sample.report(vec![sample.marked()]), format)
}

#[test]
fn every_trend_and_what_is_gone_is_told_on_a_terminal() {
    let text = marked(Format::Text);
    assert!(text.contains("Since the baseline: new 1 · worsened 1 · improved 0 · resolved 1 · unchanged 3 · gone 1"));
    assert!(text.contains("Since the baseline: new 0 · worsened 0 · improved 1 · resolved 1 · unchanged 6 · gone 0"));
    assert!(
        text.contains("    worsened: ⚡ conflict Trafficking is defined as in the Protocol [trafficking-definition]")
    );
    assert!(text.contains("    resolved: ● met Law on trafficking [law-trafficking]"), "{text}");
    assert!(text.contains("    no longer in the checklist: old.one, which was: gap"));
    assert!(text.contains("no-means: waived until 2009-12-31 by Ministry of Justice: The bill is before the assembly"));
    assert!(text.contains("waived until 2009-12-31"));
}

#[test]
fn the_gap_report_has_a_part_on_each() {
    let page = marked(Format::Markdown);
    assert!(page.contains("## Since the baseline\n"), "{page}");
    assert!(page.contains("acts: worsened, from met to falls short; exists: resolved, from not assessed to met |"));
    assert!(page.contains("- **No longer in the checklist:** old.one, which was: gap\n"));
    assert!(page.contains("## What is waived\n"));
    assert!(
        page.contains(
            "| ○ gap | [Law on child labour](#-gap-law-on-child-labour) | 2009-12-31 | Ministry of Justice |"
        ) || page.contains("| ○ gap | Law on child labour | 2009-12-31 | Ministry of Justice |"),
        "{page}"
    );
    // Known findings stay where they are, marked.
    assert!(page.contains("Item annex-x/trafficking-definition; worsened since the baseline."), "{page}");
    let bare = Sample::new().write(Format::Markdown);
    assert!(!bare.contains("baseline") && !bare.contains("waived"));
}

#[test]
fn programs_get_trend_and_waivers() {
    let report: Value = serde_json::from_str(&marked(Format::Json)).unwrap();
    let list = &report["frameworks"][0]["checklists"][0];
    let item = &list["findings"][0];
    assert_eq!(item["baseline"], json!({ "trend": "worsened", "before": null, "reworded": false }));
    let element = |id: &str| {
        let elements = item["elements"].as_array().unwrap();
        elements.iter().find(|element| element["element"] == id).unwrap()
    };
    assert_eq!(element("acts")["baseline"]["before"], "met");
    assert_eq!(element("no-means")["verdict"], "conflict");
    assert_eq!(
        element("no-means")["waivers"],
        json!([{
            "decided-by": "Ministry of Justice",
            "until": "2009-12-31",
            "reason": "The bill is before the assembly.",
            "file": "drafts/waivers.yaml",
            "line": 2,
        }])
    );
    assert_eq!(item["waived"], false);
    assert_eq!(list["gone"][0]["element"], "old.one");
    let labour = &report["frameworks"][0]["checklists"][1]["findings"][4];
    assert_eq!((&labour["item"], &labour["waived"]), (&json!("law-child-labour"), &json!(true)));
}

#[test]
fn the_summary_of_a_job_names_what_changed() {
    let page = marked(Format::Summary);
    assert!(page.starts_with("# Aldonia, as at 2008-07-01\n"), "{page}");
    for part in
        ["| worsened | Trafficking is defined as in the Protocol |", "| resolved | Law on trafficking |", "old.one"]
    {
        assert!(page.contains(part), "{part}\n{page}");
    }
}
