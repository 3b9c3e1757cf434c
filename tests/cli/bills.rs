//! `lacuna diff OLD.md NEW.md`: two versions of a bill, article by article, beside the verdicts that they change.

use std::fs;

use super::git::{commit, git};
use super::support::{Folder, SOUND};

const OLD: &str = "---
overlay: XAA
law: bill
title: Child Bill
kind: act
source: s
---

# Child Bill

## Article 1. Age

A child is anyone who is below 18 years of age.

```says
child-definition: { age-below: 18, field: [protection] }
```

## Article 2. Forms

The Minister may prescribe forms.

says: none
";

/// The bill with another age, and other words in an article that says nothing.
fn new() -> String {
    OLD.replace("below 18 years", "below 15 years").replace("below: 18", "below: 15").replace("forms.", "seals.")
}

fn folder() -> Folder {
    Folder::new(&[
        ("frameworks/aldonia.yaml", SOUND.as_bytes()),
        ("frameworks/borealia.yaml", SOUND.replace("XAA", "XAB").replace("Aldonia", "Borealia").as_bytes()),
        ("old.md", OLD.as_bytes()),
        ("new.md", new().as_bytes()),
    ])
}

const DIFF: [&str; 5] = ["diff", "--checklist", "annex-d", "--format", "text"];

fn diff(folder: &Folder, arguments: &[&str]) -> super::support::Ran {
    folder.run(&[&DIFF, arguments].concat())
}

#[test]
fn the_redline_of_an_article_stands_beside_the_verdict_it_changes() {
    let folder = folder();
    let ran = diff(&folder, &["old.md", "new.md"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.starts_with("Changes: Aldonia\n"), "one country, that of the bill: {}", ran.stdout);
    assert!(!ran.stdout.contains("Borealia"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Why: the draft changes it"), "{}", ran.stdout);
    let (verdicts, record) = ran.stdout.split_once("What is recorded otherwise").unwrap();
    let redline = "Child Bill, Article 1: A child is anyone who is below [-18-]{+15+} years of age.";
    assert!(verdicts.contains(redline), "{verdicts}");
    assert!(record.contains("quotation: A child is anyone who is below [-18-]{+15+} years of age."), "{record}");
    // An article that says nothing has words all the same, and an edit of them is reported once.
    assert_eq!(record.matches("[-forms-]{+seals+}").count(), 1, "{record}");
    assert!(record.contains("Text amended: Child Bill, Article 2 (draft)"), "{record}");
    assert!(!verdicts.contains("seals"), "{verdicts}");
    let markdown = folder.run(&["diff", "old.md", "new.md", "--checklist", "annex-d"]);
    let redline = "Child Bill, Article 1: A child is anyone who is below <del>18</del><ins>15</ins> years of age.";
    assert!(markdown.stdout.contains(redline), "{}", markdown.stdout);
}

#[test]
fn the_record_is_that_of_the_country_or_the_one_that_is_named() {
    let folder = folder();
    let found = diff(&folder, &["old.md", "new.md"]);
    let named = diff(&folder, &["old.md", "new.md", "--on", "frameworks/aldonia.yaml"]);
    assert_eq!((named.code, &named.stdout), (0, &found.stdout));
    let dated = diff(&folder, &["old.md", "new.md", "--on", "frameworks/aldonia.yaml@2009-07-01"]);
    assert!(dated.stdout.contains("before: as at 2009-07-01"), "{}", dated.stdout);
    let of_the_bill = diff(&folder, &["old.md@2009-07-01", "new.md@2009-07-01"]);
    assert_eq!(of_the_bill.stdout, dated.stdout);
    let other = diff(&folder, &["old.md", "new.md", "--on", "frameworks/borealia.yaml"]);
    assert_eq!((other.code, other.stdout.as_str()), (3, ""));
    assert!(
        other.stderr.contains("error[overlay-country]") && other.stderr.contains("old.md:2:10"),
        "{}",
        other.stderr
    );
    fs::remove_file(folder.path().join("frameworks/aldonia.yaml")).unwrap();
    fs::write(folder.path().join("frameworks/third.yaml"), SOUND.replace("XAA", "XAC")).unwrap();
    let none = diff(&folder, &["old.md", "new.md"]);
    assert_eq!((none.code, none.stdout.as_str()), (3, ""));
    assert!(none.stderr.contains("there is no framework of the draft's country in `frameworks`"), "{}", none.stderr);
    assert!(none.stderr.contains("`--on`"), "{}", none.stderr);
}

#[test]
fn what_makes_no_sense_is_refused_with_the_reason() {
    let folder = folder();
    for (arguments, words) in [
        (vec!["frameworks/aldonia.yaml", "frameworks", "--on", "frameworks"], "--on"),
        (vec!["old.md", "new.md", "--across"], "--across"),
        (vec!["old.md"], "one side alone"),
    ] {
        let ran = diff(&folder, &arguments);
        assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.contains(words)), (2, "", true), "{}", ran.stderr);
    }
    let elsewhere = Folder::new(&[("old.md", OLD.as_bytes()), ("new.md", new().as_bytes())]);
    let ran = diff(&elsewhere, &["old.md", "new.md"]);
    assert_eq!((ran.code, ran.stderr.contains("--on")), (2, true), "{}", ran.stderr);
}

#[test]
fn a_version_that_cannot_be_read_is_not_compared() {
    let folder = folder();
    for (text, code) in [
        (OLD.replace("{ age-below: 18", "{ age-blow: 18"), "unknown-attribute"),
        (OLD.replace("[protection] }", "[protection }"), "yaml-syntax"),
        ("# Child Bill\n".to_owned(), "unknown-document"),
    ] {
        fs::write(folder.path().join("bad.md"), text).unwrap();
        for arguments in [["old.md", "bad.md"], ["bad.md", "new.md"]] {
            let ran = diff(&folder, &arguments);
            assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{arguments:?}");
            assert!(ran.stderr.contains(&format!("error[{code}]")), "{}", ran.stderr);
            assert!(ran.stderr.contains("bad.md:"), "{}", ran.stderr);
        }
    }
    let gone = diff(&folder, &["old.md", "gone.md"]);
    assert_eq!((gone.code, gone.stdout.as_str()), (3, ""));
}

#[test]
fn a_level_can_fail_the_run_and_the_same_bill_differs_in_nothing() {
    let folder = folder();
    // To fall below what the other version of the bill asks is to get worse: the one law there is says 16.
    let all = "--fail-on=improvement,regression,lateral,editorial";
    assert_eq!(diff(&folder, &["old.md", "new.md", all]).code, 1);
    let ran = diff(&folder, &["old.md", "old.md", all]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "Nothing changed.\n"));
    fs::copy(folder.path().join("old.md"), folder.path().join("copy.md")).unwrap();
    let ran = diff(&folder, &["old.md", "copy.md", all]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "Nothing changed.\n"));
}

#[test]
fn the_same_words_read_anew_are_something_learned() {
    let folder = folder();
    let reread = OLD.replace("{ age-below: 18, ", "{ age-below: 15, ");
    fs::write(folder.path().join("reread.md"), reread).unwrap();
    let ran = diff(&folder, &["old.md", "reread.md"]);
    assert!(ran.stdout.contains("Why: the record learned something"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("the draft changes it"), "{}", ran.stdout);
}

#[test]
fn two_versions_in_yaml_are_compared_too() {
    let folder = folder();
    let draft = "overlay: XAA\nlaws:\n  bill:\n    title: Bill\n    kind: act\n    source: s\n    confidence: verified\n    provisions:\n      - { at: cl. 1, summary: A, says: { child-definition: { age-below: 18, field: [protection] } } }\n";
    fs::write(folder.path().join("old.yaml"), draft).unwrap();
    fs::write(folder.path().join("new.yaml"), draft.replace("18", "15")).unwrap();
    let ran = diff(&folder, &["old.yaml", "new.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("Why: the draft changes it"), "{}", ran.stdout);
}

#[test]
fn a_bill_is_compared_with_what_it_was_in_a_revision() {
    let folder = folder();
    git(folder.path(), &["init", "-q"]);
    commit(&folder, "one");
    git(folder.path(), &["tag", "first"]);
    fs::write(folder.path().join("old.md"), new()).unwrap();
    let wanted = "Child Bill, Article 1: A child is anyone who is below [-18-]{+15+} years of age.";
    for arguments in [["first:old.md", "old.md"].as_slice(), &["old.md", "--since", "first"]] {
        let ran = diff(&folder, arguments);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        assert!(ran.stdout.contains(wanted) && ran.stdout.contains("(first:old.md)"), "{}", ran.stdout);
    }
    let reversed = diff(&folder, &["old.md", "first:old.md"]);
    assert!(reversed.stdout.contains("below [-15-]{+18+} years"), "{}", reversed.stdout);
    // A bill that went by another name then.
    git(folder.path(), &["mv", "old.md", "renamed.md"]);
    fs::write(folder.path().join("renamed.md"), new()).unwrap();
    let ran = diff(&folder, &["renamed.md", "--since", "first"]);
    assert!(ran.stdout.contains(wanted), "{}{}", ran.stdout, ran.stderr);
    let unknown = diff(&folder, &["first:none.md", "renamed.md"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (3, ""));
    assert!(unknown.stderr.contains("error[unknown-path]"), "{}", unknown.stderr);
}

#[test]
fn a_laws_own_text_is_read_from_the_revision_of_its_record() {
    let record = SOUND.replace("    kind: act\n", "    kind: act\n    text: texts/act.md\n");
    let text = "# Child Act\n\n## Section 1\n\nThis Act is short.\n\n## Section 2\n\nA child is below 16.\n";
    let folder = Folder::new(&[("laws/aldonia.yaml", record.as_bytes()), ("laws/texts/act.md", text.as_bytes())]);
    git(folder.path(), &["init", "-q"]);
    commit(&folder, "one");
    git(folder.path(), &["tag", "first"]);
    fs::write(folder.path().join("laws/texts/act.md"), text.replace("short", "brief")).unwrap();
    for arguments in [["first:laws/aldonia.yaml", "laws/aldonia.yaml"], ["first:laws", "laws"]] {
        let ran = diff(&folder, &arguments);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        assert!(ran.stdout.contains("Text amended: Child Act, Section 1"), "{}", ran.stdout);
        assert!(ran.stdout.contains("text: This Act is [-short-]{+brief+}."), "{}", ran.stdout);
        assert!(!ran.stdout.contains("Section 2"), "{}", ran.stdout);
    }
    // A quotation that stood then and stands no more; and a revision without the text.
    let quoting = record.replace("below 16., says", "below 16., quote: A child is below 16, says");
    fs::write(folder.path().join("laws/aldonia.yaml"), &quoting).unwrap();
    fs::write(folder.path().join("laws/texts/act.md"), text.replace("below 16", "below 15")).unwrap();
    let ran = diff(&folder, &["first:laws", "laws"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("error[quote-not-found]") && !ran.stderr.contains("first:"), "{}", ran.stderr);
    assert!(ran.stdout.contains("below [-16-]{+15+}"), "{}", ran.stdout);
    git(folder.path(), &["rm", "-q", "-f", "laws/texts/act.md"]);
    git(folder.path(), &["commit", "-q", "-m", "two"]);
    let ran = diff(&folder, &["HEAD:laws", "first:laws"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("that revision has no file `texts/act.md`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("HEAD:laws/aldonia.yaml:"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_link_in_a_revision_is_not_followed() {
    let record = SOUND.replace("    kind: act\n", "    kind: act\n    text: act.md\n");
    let folder = Folder::new(&[("laws/aldonia.yaml", record.as_bytes())]);
    std::os::unix::fs::symlink("/etc/hostname", folder.path().join("laws/act.md")).unwrap();
    git(folder.path(), &["init", "-q"]);
    commit(&folder, "one");
    let ran = diff(&folder, &["HEAD:laws", "HEAD:laws/aldonia.yaml"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("error[text-unreadable]") && ran.stderr.contains("link"), "{}", ran.stderr);
}
