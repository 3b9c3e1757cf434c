//! `lacuna diff` on files and days: what it says, where it says it, how it ends.

use std::fs;

use super::support::{Folder, SOUND, sound};

/// Aldonia with an age of 18 from 2010.
fn amended() -> String {
    let added = "      - at: s. 2A\n        summary: A child is below 18.\n        in-force: 2010-01-01\n        says: { \
                 child-definition: { age-below: 18, field: [protection] } }\n";
    SOUND.replace("below 16., says", "below 16., repealed: 2010-01-01, says") + added
}

/// A folder with a framework in two versions.
fn two() -> Folder {
    Folder::new(&[("old.yaml", SOUND.as_bytes()), ("new.yaml", amended().as_bytes())])
}

const BILL: &str = "overlay: XAA
title: Child Bill
laws:
  bill:
    title: Child Bill
    kind: bill
    repeals: [act]
    source: s
    confidence: verified
    provisions:
      - { at: cl. 1, summary: A child is below 18., says: { child-definition: { age-below: 18, field: [protection] } } }
";

#[test]
fn a_file_and_itself_differ_in_nothing() {
    let folder = two();
    let all = "--fail-on=improvement,regression,lateral,editorial";
    for format in ["text", "markdown"] {
        let ran = folder.run(&["diff", "new.yaml", "new.yaml", "--format", format, all]);
        assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "Nothing changed.\n", ""));
    }
    fs::copy(folder.path().join("new.yaml"), folder.path().join("copy.yaml")).unwrap();
    let ran = folder.run(&["diff", "new.yaml", "copy.yaml", "--format", "text", all]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "Nothing changed.\n"));
}

#[test]
fn two_days_of_one_file() {
    let folder = two();
    let ran = folder.run(&["diff", "new.yaml@2009-08-31", "new.yaml@2010-06-01", "--checklist", "annex-d"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.starts_with("## Changes: Aldonia, 2009-08-31 to 2010-06-01\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Why: time passed"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Child Act, s. 2A (commenced 2010-01-01)"), "{}", ran.stdout);
    let since = folder.run(&["diff", "new.yaml@2010-06-01", "--since", "2009-08-31", "--checklist", "annex-d"]);
    assert_eq!(since.stdout, ran.stdout);
}

#[test]
fn a_regression_ends_with_one_if_that_was_asked() {
    let folder = two();
    let better = ["diff", "new.yaml@2009-08-31", "new.yaml@2010-06-01"];
    let worse = ["diff", "new.yaml@2010-06-01", "new.yaml@2009-08-31"];
    let with = |sides: &[&'static str]| [sides, &["--fail-on", "regression"]].concat();
    assert_eq!(folder.run(&with(&better)).code, 0);
    let ran = folder.run(&with(&worse));
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("| worse |"), "{}", ran.stdout);
    assert_eq!(folder.run(&worse).code, 0, "without --fail-on nothing fails");
}

#[test]
fn what_was_found_out_is_neither_better_nor_worse() {
    let folder = two();
    fs::write(folder.path().join("learned.yaml"), amended().replace("2010-01-01", "2003-01-01")).unwrap();
    let ran =
        folder.run(&["diff", "old.yaml", "learned.yaml", "--format", "text", "--fail-on", "improvement,regression"]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("0 items better, 0 worse"), "{}", ran.stdout);
    assert!(ran.stdout.contains("the record learned something"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Provision added: Child Act, s. 2A"), "{}", ran.stdout);
}

#[test]
fn a_draft_and_two_versions_of_it() {
    let folder = two();
    fs::write(folder.path().join("bill.yaml"), BILL).unwrap();
    fs::write(folder.path().join("bill2.yaml"), BILL.replace("18", "17")).unwrap();
    let ran = folder.run(&["diff", "old.yaml", "--with", "bill.yaml", "--format", "text"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("with the draft: Child Bill"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Why: the draft changes it."), "{}", ran.stdout);
    let ran = folder.run(&["diff", "old.yaml", "--old-with", "bill.yaml", "--with", "bill2.yaml", "--format", "text"]);
    assert_eq!(ran.code, 0);
    assert!(ran.stdout.contains("Statement amended: Child Bill, cl. 1 (draft)"), "{}", ran.stdout);
    assert!(ran.stdout.contains("summary: A child is below [-18-]{+17+}."), "{}", ran.stdout);
}

#[test]
fn the_gap_report_opens_with_what_the_draft_does() {
    let folder = sound();
    fs::write(folder.path().join("bill.yaml"), BILL).unwrap();
    let ran = folder.run(&["audit", "--with", "bill.yaml"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let opening = "# Gap report: Aldonia, as at 2009-08-31\n\n## What the draft does\n";
    assert!(ran.stdout.starts_with(opening), "{}", ran.stdout);
    assert!(ran.stdout.contains("| Item | In force | With the draft | The draft |"), "{}", ran.stdout);
    assert!(!folder.run(&["audit"]).stdout.contains("What the draft does"));
}

#[test]
fn two_countries_are_compared_only_when_that_is_asked() {
    let folder = two();
    let other = SOUND.replace("XAA", "XAB").replace("Aldonia", "Borealia").replace("16", "18");
    fs::write(folder.path().join("other.yaml"), other).unwrap();
    let ran = folder.run(&["diff", "old.yaml", "other.yaml"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(ran.stderr.contains("[two-countries]") && ran.stderr.contains("--across"), "{}", ran.stderr);
    assert!(ran.stderr.contains("other.yaml:1:12") && ran.stderr.contains("old.yaml:1:12"), "{}", ran.stderr);
    let ran = folder.run(&["diff", "old.yaml", "other.yaml", "--across"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.starts_with("## Differences: Aldonia and Borealia\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("another country"), "{}", ran.stdout);
}

#[test]
fn a_draft_for_another_country_is_named_and_the_rest_compared() {
    let folder = two();
    fs::write(folder.path().join("bill.yaml"), "overlay: XAB\nlaws: {}\n").unwrap();
    let ran = folder.run(&["diff", "old.yaml", "new.yaml@2010-06-01", "--with", "bill.yaml"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("[overlay-country]"), "{}", ran.stderr);
    assert!(ran.stdout.starts_with("## Changes: Aldonia"), "{}", ran.stdout);
}

#[test]
fn a_draft_that_repeals_nothing_is_a_diagnostic_with_its_place() {
    let folder = two();
    fs::write(folder.path().join("bill.yaml"), BILL.replace("[act]", "[acct]")).unwrap();
    let ran = folder.run(&["diff", "old.yaml", "--with", "bill.yaml"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("[repeals-nothing]") && ran.stderr.contains("bill.yaml:7:15"), "{}", ran.stderr);
    assert!(ran.stderr.contains("did you mean `act`?"), "{}", ran.stderr);
}

#[test]
fn without_a_draft_that_was_asked_for_nothing_is_compared() {
    let folder = two();
    let borealia = SOUND.replace("XAA", "XAB").replace("Aldonia", "Borealia");
    for (name, text) in [
        ("frameworks/aldonia.yaml", SOUND.to_owned()),
        ("frameworks/borealia.yaml", borealia),
        ("faulty.yaml", BILL.replace("[act]", "[acct]")),
        ("torn.yaml", "overlay: XAA\nlaws: [\n".to_owned()),
        ("foreign.yaml", "overlay: XAC\nlaws: {}\n".to_owned()),
    ] {
        fs::create_dir_all(folder.path().join("frameworks")).unwrap();
        fs::write(folder.path().join(name), text).unwrap();
    }
    for draft in ["faulty.yaml", "torn.yaml", "foreign.yaml", "missing.yaml"] {
        for on in ["frameworks", "frameworks/aldonia.yaml"] {
            let ran = folder.run(&["diff", on, "--with", draft]);
            assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{draft} on {on}");
            assert_eq!(ran.stderr.matches("error[").count(), 1, "{draft} on {on}: {}", ran.stderr);
        }
        let ran = folder.run(&["audit", "frameworks/aldonia.yaml", "--with", draft]);
        // Only a draft for another country leaves the question what it was.
        assert_eq!((ran.code, ran.stdout.is_empty()), (3, draft != "foreign.yaml"), "{draft}");
    }
}

#[test]
fn drafts_are_laid_on_in_order() {
    let folder = two();
    let second = "overlay: XAA\nlaws:\n  second: { title: Second Bill, kind: act, source: s, repeals: [bill] }\n";
    fs::write(folder.path().join("bill.yaml"), BILL).unwrap();
    fs::write(folder.path().join("second.yaml"), second).unwrap();
    let both = ["diff", "old.yaml", "--with", "bill.yaml", "--with", "second.yaml", "--format", "text"];
    let ran = folder.run(&both);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("Second Bill"), "{}", ran.stdout);
    // The other way round there is nothing yet that the second could take back.
    let ran = folder.run(&["diff", "old.yaml", "--with", "second.yaml", "--with", "bill.yaml"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(ran.stderr.contains("[repeals-nothing]") && ran.stderr.contains("second.yaml:3"), "{}", ran.stderr);
    // And no law is brought twice.
    let ran = folder.run(&["diff", "old.yaml", "--with", "bill.yaml", "--with", "bill.yaml"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(ran.stderr.contains("[duplicate-id]") && ran.stderr.contains("laid on before"), "{}", ran.stderr);
}

#[test]
fn a_file_that_cannot_be_read_on_one_side_is_no_country_that_went() {
    let borealia = SOUND.replace("XAA", "XAB").replace("Aldonia", "Borealia");
    let folder = Folder::new(&[
        ("old/aldonia.yaml", SOUND.as_bytes()),
        ("old/borealia.yaml", borealia.as_bytes()),
        ("new/aldonia.yaml", amended().as_bytes()),
        ("new/borealia.yaml", b"framework: XAB\nname: \xff\n"),
    ]);
    let ran = folder.run(&["diff", "old", "new", "--as-of", "2010-06-01", "--format", "text"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("[not-utf-8]") && ran.stderr.contains("new/borealia.yaml"), "{}", ran.stderr);
    assert!(ran.stdout.starts_with("Changes: Aldonia") && !ran.stdout.contains("Borealia"), "{}", ran.stdout);
}

#[test]
fn folders_are_compared_country_by_country() {
    let borealia = SOUND.replace("XAA", "XAB").replace("Aldonia", "Borealia");
    let folder = Folder::new(&[
        ("old/a.yaml", SOUND.as_bytes()),
        ("old/b.yaml", borealia.as_bytes()),
        ("new/renamed.yaml", SOUND.as_bytes()),
        ("new/c.yaml", borealia.replace("XAB", "XAC").replace("Borealia", "Caledon").as_bytes()),
        ("new/list.yaml", b"checklist: c\n"),
    ]);
    let ran = folder.run(&["diff", "old", "new", "--format", "text", "--fail-on", "regression"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        ran.stdout,
        "Caledon (XAC): There was no record of it before (new/c.yaml).\n\n\
         Borealia (XAB): There is no record of it any more (old/b.yaml).\n"
    );
}

#[test]
fn another_edition_of_the_standard_is_named_as_the_cause() {
    let list = "checklist: c\ntitle: C\nversion: 1\nsource: { title: None }\nsections:\n  - id: s\n    title: S\n    items:\n      \
                - id: i\n        title: I\n        requires: R\n        floor: law\n        remedy: { lever: statute, pointer: P }\n        \
                elements:\n          - { id: e, requires: R, rule: some provision on child-definition has age-below >= 18 }\n";
    let folder = two();
    fs::write(folder.path().join("one.yaml"), list).unwrap();
    fs::write(folder.path().join("two.yaml"), list.replace(">= 18", ">= 16")).unwrap();
    let sides = ["diff", "old.yaml", "old.yaml", "--format", "text", "--checklist", "two.yaml"];
    let ran = folder.run(&[&sides[..], &["--old-checklist", "one.yaml", "--fail-on", "improvement"]].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("Why: the standard changed"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Rule changed"), "{}", ran.stdout);
    let ran = folder.run(&["diff", "old.yaml", "new.yaml", "--old-checklist", "one.yaml"]);
    assert_eq!(ran.code, 2, "{}", ran.stderr);
}

#[test]
fn a_command_line_that_makes_no_sense() {
    let folder = two();
    for arguments in [
        &["diff"][..],
        &["diff", "old.yaml"],
        &["diff", "old.yaml", "new.yaml", "--since", "2009-01-01"],
        &["diff", "old.yaml", "--since", "2009-02-30"],
        &["diff", "old.yaml@2009-02-30", "new.yaml"],
        &["diff", "old.yaml@yesterday", "new.yaml"],
        &["diff", "old.yaml", "new.yaml", "--fail-on", "worse"],
        &["diff", "old.yaml", "new.yaml", "--format", "pdf"],
        &["diff", "old.yaml", "new.yaml", "new.yaml"],
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(!ran.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn every_format_comes_out_the_same_twice_and_goes_to_a_file() {
    let folder = two();
    for format in ["text", "markdown", "json"] {
        let sides = ["diff", "old.yaml", "new.yaml@2011-01-01", "--format", format];
        let (one, two) = (folder.run(&sides), folder.run(&sides));
        assert_eq!((one.code, &one.stdout), (0, &two.stdout));
        assert_eq!(folder.run(&[&sides[..], &["--out", "out"]].concat()).stdout, "");
        assert_eq!(folder.read("out"), one.stdout);
    }
}
