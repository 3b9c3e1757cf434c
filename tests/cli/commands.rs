//! Each command on good input.

use super::support::{Folder, SOUND, sound};

#[test]
fn audit_without_a_path_reads_frameworks_and_prints_markdown() {
    let ran = sound().run(&["audit"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.starts_with("# Gap report: Aldonia, as at 2009-08-31\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("A child is below 16."));
}

#[test]
fn the_same_input_gives_the_same_bytes_in_every_format() {
    let folder = sound();
    for format in ["text", "markdown", "json", "yaml"] {
        let first = folder.run(&["audit", "--format", format]);
        assert_eq!(first.code, 0, "{}", first.stderr);
        assert_eq!(first.stdout, folder.run(&["audit", "--format", format]).stdout, "{format}");
        assert!(!first.stdout.contains(&*folder.path().to_string_lossy()), "{format} names the folder");
    }
}

#[test]
fn fail_on_decides_between_zero_and_one_in_every_format() {
    let folder = sound();
    for format in ["text", "markdown", "json", "yaml"] {
        assert_eq!(folder.run(&["audit", "--fail-on", "partial", "--format", format]).code, 1, "{format}");
        assert_eq!(folder.run(&["audit", "--fail-on", "conflict", "--format", format]).code, 0, "{format}");
    }
}

#[test]
fn one_checklist_one_day_one_degree_of_confidence() {
    let folder = sound();
    let ran = folder.run(&["audit", "--checklist", "annex-b", "--as-of", "1990-01-01", "--format", "json"]);
    assert_eq!(ran.code, 0);
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(report["format"], "lacuna/report/v1");
    let framework = &report["frameworks"][0];
    assert_eq!(framework["as-of"], "1990-01-01");
    assert_eq!(framework["checklists"].as_array().unwrap().len(), 1);
    let crc = &framework["checklists"][0]["findings"][0];
    assert_eq!((crc["item"].as_str(), crc["verdict"].as_str()), (Some("crc"), Some("gap")));
    assert!(ran.stdout.contains("before-record"), "the day lies before the first date of the record");
}

#[test]
fn a_day_after_the_review_is_audited_with_a_warning_in_the_report() {
    let ran = sound().run(&["audit", "--as-of", "2020-01-01"]);
    assert_eq!(ran.code, 0);
    assert!(ran.stdout.contains("The record was brought up to 2009-08-31"), "{}", ran.stdout);
}

#[test]
fn out_writes_a_file_or_one_file_for_each_country() {
    let other = SOUND.replace("XAA", "XAB").replace("Aldonia", "Belonia");
    let files = [("frameworks/aldonia.yaml", SOUND.as_bytes()), ("frameworks/belonia.yaml", other.as_bytes())];
    let folder = Folder::new(&files);
    let ran = folder.run(&["audit", "frameworks/aldonia.yaml", "--out", "report.md"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    assert!(folder.read("report.md").starts_with("# Gap report: Aldonia"));
    let ran = folder.run(&["audit", "--format", "json", "--out", "reports"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    let names = folder.names();
    let written: Vec<_> = names.iter().filter(|name| name.starts_with("reports/")).collect();
    assert_eq!(written, ["reports/aldonia.json", "reports/belonia.json"]);
    assert!(folder.read("reports/belonia.json").contains("Belonia"));
}

#[test]
fn a_draft_is_laid_on_the_framework_of_its_country() {
    let draft = "overlay: XAA\nlaws:\n  bill:\n    title: Child Bill\n    kind: act\n    source: s\n    confidence: verified\n    \
                 repeals: [act]\n    provisions:\n      - at: cl. 1\n        summary: A child is below 18.\n        says: { \
                 child-definition: { age-below: 18, field: [protection] } }\n";
    let folder = Folder::new(&[("frameworks/aldonia.yaml", SOUND.as_bytes()), ("bill.yaml", draft.as_bytes())]);
    let explain = |more: &[&str]| {
        let base = ["explain", "annex-d/child-definition.age", "frameworks/aldonia.yaml"];
        folder.run(&[&base, more].concat())
    };
    let before = explain(&[]);
    assert!(before.stdout.contains("◐ falls short"), "{}", before.stdout);
    let after = explain(&["--with", "bill.yaml"]);
    assert_eq!(after.code, 0, "{}", after.stderr);
    assert!(after.stdout.contains("● met") && after.stdout.contains("Child Bill, cl. 1"), "{}", after.stdout);
}

#[test]
fn check_is_silent_on_sound_files_and_speaks_json() {
    let folder = sound();
    let ran = folder.run(&["check"]);
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
    let ran = folder.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(report["format"], "lacuna/diagnostics/v1");
}

#[test]
fn explain_shows_a_rule_with_and_without_a_country_and_what_a_code_means() {
    let folder = sound();
    let ran = folder.run(&["explain", "annex-d/child-definition.age"]);
    assert_eq!(ran.code, 0);
    assert!(ran.stdout.contains("every provision on child-definition"), "{}", ran.stdout);
    let ran = folder.run(&["explain", "unknown-word"]);
    assert!(ran.stdout.starts_with("error[unknown-word]\n"), "{}", ran.stdout);
    let ran = folder.run(&["explain", "annex-d/child-defintion"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("did you mean `annex-d/child-definition`?"), "{}", ran.stderr);
}

#[test]
fn new_writes_a_framework_that_checks_clean_and_never_over_another() {
    let folder = Folder::new(&[]);
    let ran = folder.run(&["new", "Lao PDR", "--reviewed", "2009-08-31", "--out", "lao.yaml"]);
    assert_eq!(ran.code, 2, "the standard knows it by another name: {}", ran.stderr);
    let ran = folder.run(&["new", "LAO", "--name", "Lao PDR", "--reviewed", "2009-08-31", "--out", "lao.yaml"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let before = folder.read("lao.yaml");
    assert!(
        before.contains("\nframework: LAO\n")
            && before.contains("#  crc: {")
            && before.contains("#          victim-fund:")
    );
    assert_eq!(folder.run(&["check", "lao.yaml"]).code, 0);
    assert_eq!(folder.run(&["new", "LAO", "--out", "lao.yaml"]).code, 3);
    assert_eq!(folder.read("lao.yaml"), before);
}

#[test]
fn schema_prints_one_or_writes_all_of_them() {
    let folder = Folder::new(&[]);
    let ran = folder.run(&["schema", "framework"]);
    assert!(serde_json::from_str::<serde_json::Value>(&ran.stdout).is_ok());
    assert_eq!(folder.run(&["schema"]).code, 2);
    assert_eq!(folder.run(&["schema", "--out", "schema"]).code, 0);
    let expected = [
        "schema/checklist.json",
        "schema/framework.json",
        "schema/overlay.json",
        "schema/vocabulary.json",
        "schema/waivers.json",
    ];
    assert_eq!(folder.names(), expected);
}

#[test]
fn another_checklist_and_another_vocabulary() {
    let vocabulary = include_bytes!("../cases/vocabulary.yaml");
    let list = "checklist: own\ntitle: Own\nversion: 1\nsource: { title: Ours }\nsections:\n  - id: s\n    title: S\n    items:\n      \
                - id: i\n        title: I\n        requires: R\n        floor: law\n        remedy: { lever: statute, pointer: P }\n        \
                elements: [{ id: e, requires: R, rule: some provision on child }]\n";
    let record = "framework: XAA\nname: A\nreviewed: 2009-01-01\ncoverage: complete\n";
    let folder = Folder::new(&[("v.yaml", vocabulary), ("c.yaml", list.as_bytes()), ("f.yaml", record.as_bytes())]);
    let ran = folder.run(&["audit", "f.yaml", "--checklist", "c.yaml", "--vocabulary", "v.yaml", "--fail-on", "gap"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stdout.contains("Own"), "{}", ran.stdout);
}

#[test]
fn help_names_every_command_and_the_exit_codes() {
    let ran = Folder::new(&[]).run(&["--help"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    for word in ["audit", "check", "explain", "new", "schema", "Exit codes"] {
        assert!(ran.stdout.contains(word), "{word}");
    }
}
