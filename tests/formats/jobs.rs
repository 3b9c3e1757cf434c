//! The formats of continuous integration: valid, complete, and safe whatever the files say.

use std::collections::BTreeSet;

use lacuna::Files;
use lacuna::base::span::Span;
use lacuna::diag::{Code, Diagnostic, Diagnostics};
use lacuna::report::{Format, Report, github, gitlab, junit, sarif};
use serde_json::{Value, json};

use super::hostile::hostile;
use super::sample::{Sample, written};

/// The schema of the standard, as OASIS published it. One of its patterns has a bracket too many, which no regular
/// expression may have; it is about the language of messages.
fn schema() -> jsonschema::Validator {
    let text = include_str!("../assets/sarif-schema-2.1.0.json");
    let mended = text.replace("^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    assert_ne!(text, mended);
    let schema: Value = serde_json::from_str(&mended).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

fn valid(log: &Value) {
    let wrong: Vec<String> =
        schema().iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// Two faults in a file whose name needs escaping everywhere.
fn faults() -> (Diagnostics, Files) {
    let mut files = Files::new();
    let file = files.add("frame works/a,b:c%.yaml", "one: 1\ntwo: 2\n");
    let mut found = Diagnostics::new();
    let span = Span::new(file, 7..10);
    found.push(
        Diagnostic::new(Code::UnknownKey, "no key `two`::error::<b>", span, "not\nknown")
            .also(Span::new(file, 0..3), "beside this")
            .help("100% sure"),
    );
    found.push(Diagnostic::new(Code::Idle, "nothing cites it", Span::new(file, 0..3), ""));
    found.push(Diagnostic::new(Code::Idle, "nothing cites it", Span::new(file, 0..4), ""));
    (found, files)
}

fn log(report: &Report<'_>) -> Value {
    serde_json::from_str(&written(report, Format::Sarif)).unwrap()
}

fn results(log: &Value) -> &Vec<Value> {
    log["runs"][0]["results"].as_array().unwrap()
}

fn result<'l>(log: &'l Value, rule: &str) -> &'l Value {
    results(log).iter().find(|result| result["ruleId"] == rule).unwrap()
}

#[test]
fn sarif_is_valid_by_the_schema_of_the_standard() {
    for sample in [Sample::new(), Sample::from(hostile)] {
        for audited in [sample.audited("2008-07-01", false), sample.audited("2012-01-01", true), sample.marked()] {
            valid(&log(&sample.report(vec![audited])));
        }
        valid(&log(&sample.report(Vec::new())));
    }
    let (found, files) = faults();
    let mut out = String::new();
    sarif::faults(&found, &files, &mut out).unwrap();
    let log: Value = serde_json::from_str(&out).unwrap();
    valid(&log);
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
    let first = &results(&log)[0];
    assert_eq!(first["ruleId"], "unknown-key");
    let place = &first["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "frame%20works/a%2Cb%3Ac%25.yaml");
    assert_eq!(place["region"], json!({ "startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4 }));
    assert_eq!(first["relatedLocations"][0]["message"]["text"], "beside this");
    // Two faults of one kind in one file have fingerprints of their own.
    let prints: BTreeSet<String> =
        results(&log).iter().map(|it| it["partialFingerprints"]["lacunaDiagnostic/v1"].to_string()).collect();
    assert_eq!(prints.len(), 3);
}

#[test]
fn a_validator_that_lets_everything_pass_would_be_noticed() {
    let validator = schema();
    let sample = Sample::new();
    let mut log = log(&sample.report(vec![sample.audited("2008-07-01", false)]));
    assert!(validator.is_valid(&log));
    log["runs"][0]["results"][0]["level"] = json!("grave");
    assert!(!validator.is_valid(&log));
    log["runs"][0]["results"][0]["level"] = json!("error");
    let place = &mut log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    place["uri"] = json!("frame works/a.yaml");
    assert!(!validator.is_valid(&log), "an address with a blank");
}

#[test]
fn each_element_has_a_rule_with_help_and_each_result_names_its_own() {
    let sample = Sample::new();
    let log = log(&sample.report(vec![sample.audited("2008-07-01", false)]));
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    // Annex X has six elements, the matrix eight.
    let ids: BTreeSet<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!((rules.len(), ids.len()), (14, 14));
    for rule in rules {
        for words in [&rule["help"]["text"], &rule["help"]["markdown"], &rule["shortDescription"]["text"]] {
            assert!(!words.as_str().unwrap().is_empty(), "{rule}");
        }
    }
    for result in results(&log) {
        let number = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[number]["id"], result["ruleId"]);
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
        assert_eq!(uri, "frameworks/aldonia.yaml");
    }
    let help = rules.iter().find(|rule| rule["id"] == "annex-x/trafficking-definition.acts").unwrap();
    assert!(help["help"]["text"].as_str().unwrap().contains("List the five acts in one sentence."), "{help}");
}

#[test]
fn what_is_wrong_has_failed_what_is_open_is_open_and_what_is_met_has_no_result() {
    let sample = Sample::new();
    let log = log(&sample.report(vec![sample.audited("2008-07-01", false)]));
    let acts = result(&log, "annex-x/trafficking-definition.acts");
    assert_eq!((&acts["kind"], &acts["level"]), (&json!("fail"), &json!("warning")));
    let text = acts["message"]["text"].as_str().unwrap();
    assert!(text.starts_with("Aldonia: falls short: One definition names all five acts. 3 of 5 acts;"), "{text}");
    assert_eq!(acts["properties"]["verdict"], "partial");
    // A conflict over something that a treaty obliges to.
    let means = result(&log, "annex-x/trafficking-definition.no-means");
    assert_eq!((&means["level"], &means["properties"]["duty"]), (&json!("error"), &json!("owed")));
    let open = result(&log, "annex-x/trafficking-definition.data");
    assert_eq!((&open["kind"], &open["level"]), (&json!("open"), &json!("none")));
    assert!(results(&log).iter().all(|result| result["ruleId"] != "annex-x/trafficking-definition.exists"));
    assert!(results(&log).iter().all(|result| result["properties"]["verdict"] != "met"));
    assert!(results(&log).iter().all(|result| result.get("baselineState").is_none()));
}

#[test]
fn sarif_says_how_results_stand_to_the_baseline_and_which_are_suppressed() {
    let sample = Sample::new();
    let log = log(&sample.report(vec![sample.marked()]));
    let state = |rule: &str| result(&log, rule)["baselineState"].as_str().unwrap();
    assert_eq!(state("annex-x/trafficking-definition.acts"), "updated");
    assert_eq!(state("annex-x/privacy.media"), "new");
    assert_eq!(state("annex-x/trafficking-definition.data"), "unchanged");
    assert_eq!(state("matrix/law-trafficking.law"), "absent");
    assert_eq!(result(&log, "matrix/law-trafficking.law")["kind"], "pass");
    assert_eq!(state("annex-x/old.one"), "absent");
    let waived = &result(&log, "annex-x/trafficking-definition.no-means")["suppressions"][0];
    assert_eq!(
        waived["justification"],
        "Waived until 2009-12-31 by Ministry of Justice: The bill is before the assembly."
    );
    assert_eq!(waived["location"]["physicalLocation"]["region"]["startLine"], 2);
    assert_eq!(result(&log, "annex-x/trafficking-definition.no-means")["properties"]["verdict"], "conflict");
    // Where some results are suppressed, the others say that they are not.
    assert_eq!(result(&log, "annex-x/trafficking-definition.acts")["suppressions"], json!([]));
}

#[test]
fn fingerprints_stay_while_lines_move() {
    let prints = |sample: &Sample| -> Vec<(String, String)> {
        let log = log(&sample.report(vec![sample.audited("2008-07-01", false)]));
        let print = |result: &Value| {
            let print = &result["partialFingerprints"]["lacunaFinding/v1"];
            (print.to_string(), result["properties"]["words"].to_string())
        };
        results(&log).iter().map(print).collect()
    };
    let moved = Sample::from(|text| format!("# A remark.\n\n{text}"));
    assert_eq!(prints(&Sample::new()), prints(&moved));
    let reworded = Sample::from(|text| text.replace("Deceit or force must be shown", "Deceit must be shown"));
    let (before, after) = (prints(&Sample::new()), prints(&reworded));
    let differing = before.iter().zip(&after).filter(|(one, other)| one.1 != other.1).count();
    let same = before.iter().zip(&after).all(|(one, other)| one.0 == other.0);
    assert_eq!((differing, same), (1, true), "the words of the element that rests on it, and of no other");
}

#[test]
fn junit_has_a_case_for_each_element_and_counts_what_it_says() {
    for sample in [Sample::new(), Sample::from(hostile)] {
        let text = written(&sample.report(vec![sample.marked()]), Format::Junit);
        let document = roxmltree::Document::parse(&text).unwrap();
        let all = document.root_element();
        let cases: Vec<_> = all.descendants().filter(|node| node.has_tag_name("testcase")).collect();
        let number = |tag: &str| all.descendants().filter(|node| node.has_tag_name(tag)).count().to_string();
        assert_eq!(cases.len(), 14);
        assert_eq!(all.attribute("tests"), Some("14"));
        assert_eq!(all.attribute("failures"), Some(&*number("failure")));
        assert_eq!(all.attribute("skipped"), Some(&*number("skipped")));
        let tags: BTreeSet<&str> = all.descendants().map(|node| node.tag_name().name()).collect();
        let known =
            ["", "failure", "properties", "property", "skipped", "system-out", "testcase", "testsuite", "testsuites"];
        assert!(tags.iter().all(|tag| known.contains(tag)), "{tags:?}");
        let case = |item: &str, element: &str| {
            let class = format!("XAA.annex-x.{item}");
            let own = |node: &&roxmltree::Node<'_, '_>| {
                node.attribute("classname") == Some(&*class) && node.attribute("name").unwrap().starts_with(element)
            };
            cases.iter().find(own).unwrap().first_element_child()
        };
        let failed = case("trafficking-definition", "acts:").unwrap();
        assert_eq!((failed.tag_name().name(), failed.attribute("type")), ("failure", Some("partial")));
        assert!(failed.text().unwrap().contains("\nWorsened since the baseline, when it was: met."), "{failed:?}");
        let waived = case("trafficking-definition", "no-means:").unwrap();
        assert_eq!(waived.tag_name().name(), "skipped");
        assert!(waived.attribute("message").unwrap().contains("conflict"), "the verdict stays");
        assert_eq!(case("trafficking-definition", "data:").unwrap().tag_name().name(), "skipped");
    }
}

#[test]
fn junit_has_a_case_for_each_file() {
    let (found, mut files) = faults();
    files.add("sound.yaml", "a: b\n");
    let mut out = String::new();
    junit::faults(&found, &files, &mut out).unwrap();
    let document = roxmltree::Document::parse(&out).unwrap();
    let cases: Vec<_> = document.descendants().filter(|node| node.has_tag_name("testcase")).collect();
    assert_eq!(cases.len(), 2);
    let failure = cases[0].first_element_child().unwrap();
    assert_eq!(failure.attribute("type"), Some("unknown-key"));
    assert!(failure.text().unwrap().starts_with("frame works/a,b:c%.yaml:2:1: error[unknown-key]: No key `two`"));
    let warned = cases[0].last_element_child().unwrap();
    assert_eq!(warned.text().unwrap().lines().count(), 2, "both warnings are remarks");
    assert!(cases[1].first_child().is_none());
}

#[test]
fn github_gets_one_command_a_line_the_loudest_first() {
    let order = |line: &str| ["::error ", "::warning ", "::notice "].iter().position(|word| line.starts_with(word));
    for sample in [Sample::new(), Sample::from(hostile)] {
        let text = written(&sample.report(vec![sample.marked()]), Format::Github);
        let numbers: Vec<usize> = text.lines().map(|line| order(line).unwrap()).collect();
        assert!(numbers.is_sorted(), "{text}");
        for line in text.lines() {
            // Between the name of the command and its message stand only properties of ours.
            let (_, rest) = line.split_once(' ').unwrap();
            let (properties, _) = rest.split_once("::").unwrap();
            for property in properties.split(',') {
                let (key, value) = property.split_once('=').unwrap();
                assert!(["file", "line", "endLine", "col", "endColumn", "title"].contains(&key), "{line}");
                assert!(!value.contains(':'), "{line}");
            }
        }
    }
    let sample = Sample::new();
    let text = written(&sample.report_of_one(), Format::Github);
    assert!(text.contains("::error file=frameworks/aldonia.yaml,line="), "{text}");
    assert!(text.contains("::notice title=Aldonia%2C as at 2008-07-01%3A Trafficking checklist::"), "{text}");
}

#[test]
fn github_escapes_what_a_diagnostic_says() {
    let (found, files) = faults();
    let mut out = String::new();
    github::faults(&found, &files, &mut out).unwrap();
    let first = out.lines().next().unwrap();
    assert_eq!(
        first,
        "::error file=frame works/a%2Cb%3Ac%25.yaml,line=2,col=1,endColumn=4,endLine=2,title=unknown-key::\
         No key `two`::error::<b>. Not known. 100%25 sure."
    );
    assert_eq!(out.lines().count(), 3);
}

#[test]
fn gitlab_gets_issues_with_fingerprints_of_their_own() {
    let sample = Sample::new();
    // The same country twice: fingerprints would clash.
    let report = sample.report(vec![sample.marked(), sample.audited("2008-07-01", false)]);
    let list: Vec<Value> = serde_json::from_str(&written(&report, Format::Gitlab)).unwrap();
    let prints: BTreeSet<&str> = list.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), list.len());
    let find = |name: &str| list.iter().find(|issue| issue["check_name"] == name).unwrap();
    let acts = find("annex-x/trafficking-definition.acts");
    assert_eq!(acts["location"]["path"], "frameworks/aldonia.yaml");
    assert!(acts["location"]["lines"]["begin"].as_u64().unwrap() > 20);
    assert_eq!(acts["severity"], "major");
    assert_eq!(find("annex-x/trafficking-definition.no-means")["severity"], "info", "it is waived");
    let (found, files) = faults();
    let mut out = String::new();
    gitlab::faults(&found, &files, &mut out).unwrap();
    let list: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert_eq!((list.len(), &list[0]["severity"]), (3, &json!("blocker")));
    assert_eq!(list[0]["location"]["path"], "frame works/a,b:c%.yaml");
}

#[test]
fn diagnostics_are_part_of_the_formats_for_jobs() {
    let sample = Sample::new();
    let (found, files) = faults();
    let mut report = sample.report(Vec::new());
    report.files = &files;
    report.diagnostics = Some(&found);
    for format in Format::ALL {
        let text = written(&report, format);
        assert_eq!(text.contains("unknown-key"), format.is_for_jobs(), "{}:\n{text}", format.name());
    }
}
