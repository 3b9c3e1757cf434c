//! Input that cannot be read: the rest is audited, the exit code is 3, nothing is lost and nothing half written.

use std::fs;

use super::support::{Folder, Ran, SOUND, sound};

/// A sound framework beside a bad one: the first is audited, the second named with a code.
fn beside(bad: &[u8], code: &str) -> Ran {
    let folder = Folder::new(&[("frameworks/aldonia.yaml", SOUND.as_bytes()), ("frameworks/bad.yaml", bad)]);
    let ran = folder.run(&["audit"]);
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    assert!(ran.stdout.contains("# Gap report: Aldonia"), "the sound one is audited: {}", ran.stdout);
    assert!(ran.stderr.contains(&format!("[{code}]")), "{}", ran.stderr);
    assert!(ran.stderr.contains("frameworks/bad.yaml"), "{}", ran.stderr);
    ran
}

#[test]
fn a_bad_file_does_not_stop_the_others() {
    beside(b"framework: XAB\nname: \xff\n", "not-utf-8");
    beside(b"framework: XAB\n\tname: A\n", "yaml-syntax");
    beside(b"framework: XAB\nname: [A\n", "yaml-syntax");
    beside(b"framework: XAB\nname: A\nreviewed: 2009-02-30\ncoverage: partial\n", "bad-date");
    beside(b"framework: XAB\nname: &a A\nreviewed: 2009-01-01\ncoverage: partial\n", "yaml-feature");
    beside(format!("framework: {}", "[".repeat(10_000)).as_bytes(), "too-deep");
    beside(&vec![b'#'; 9 * 1024 * 1024], "file-too-large");
    beside(b"", "unknown-document");
    beside(b"frameork: XAB\n", "unknown-document");
}

#[test]
fn the_excerpt_shows_the_line_and_underlines_the_word() {
    let ran = beside(b"framework: XAB\nname: A\nreviewed: 2009-01-01\ncoverage: partail\n", "unknown-word");
    assert!(ran.stderr.contains("frameworks/bad.yaml:4:11"), "{}", ran.stderr);
    assert!(ran.stderr.contains("coverage: partail\n") && ran.stderr.contains("^^^^^^^"), "{}", ran.stderr);
    assert!(ran.stderr.contains("did you mean `partial`?"), "{}", ran.stderr);
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_accepted() {
    let text = format!("\u{feff}{}", SOUND.replace('\n', "\r\n"));
    let ran = Folder::new(&[("f.yaml", text.as_bytes())]).run(&["audit", "f.yaml"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("A child is below 16."));
}

#[test]
fn nothing_to_audit() {
    let folder = Folder::new(&[("empty/readme.txt", b"x"), ("list/c.yaml", b"vocabulary: 1\ntopics: {}\n")]);
    for (arguments, code) in [
        (vec!["audit"], "unreadable-file"),
        (vec!["audit", "missing.yaml"], "unreadable-file"),
        (vec!["audit", "empty"], "nothing-to-audit"),
        (vec!["audit", "list"], "nothing-to-audit"),
        (vec!["audit", "list/c.yaml"], "wrong-document"),
    ] {
        let ran = folder.run(&arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{arguments:?}");
        assert!(ran.stderr.contains(code), "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn a_checklist_or_vocabulary_that_is_none() {
    let folder = sound();
    fs::write(folder.path().join("c.yaml"), "checklist: c\ntitle: C\n").unwrap();
    for arguments in [
        ["audit", "--checklist", "frameworks/aldonia.yaml"],
        ["audit", "--checklist", "annex-x"],
        ["audit", "--checklist", "c.yaml"],
        ["audit", "--vocabulary", "frameworks/aldonia.yaml"],
        ["audit", "--vocabulary", "nowhere.yaml"],
    ] {
        let ran = folder.run(&arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{arguments:?}: {}", ran.stderr);
        assert!(!ran.stderr.is_empty());
    }
}

#[test]
fn a_draft_for_another_country_is_refused_and_the_audit_goes_on() {
    let folder = sound();
    fs::write(folder.path().join("bill.yaml"), "overlay: XAB\nlaws: {}\n").unwrap();
    let ran = folder.run(&["audit", "--with", "bill.yaml"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("overlay-country"), "{}", ran.stderr);
    assert!(ran.stdout.contains("# Gap report: Aldonia"));
}

#[test]
fn a_command_line_that_makes_no_sense() {
    let folder = sound();
    for arguments in [
        &["audit", "--as-of", "2009-02-30"][..],
        &["audit", "--as-of", "2009"],
        &["audit", "--format", "pdf"],
        &["audit", "--fail-on", "gaps"],
        &["audit", "--min-confidence", "sure"],
        &["adit"],
        &["new", "Atlantis"],
        &["schema", "law"],
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(!ran.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn an_old_report_stays_when_the_new_one_cannot_be_written() {
    let folder = sound();
    fs::create_dir(folder.path().join("taken")).unwrap();
    fs::write(folder.path().join("old.md"), "old").unwrap();
    let ran = folder.run(&["audit", "--out", "missing/report.md"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("missing/report.md"), "{}", ran.stderr);
    let ran = folder.run(&["audit", "--format", "pdf", "--out", "old.md"]);
    assert_eq!(ran.code, 2);
    assert_eq!(folder.read("old.md"), "old");
    assert_eq!(folder.names(), ["frameworks/aldonia.yaml", "old.md"]);
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_ends_and_a_link_to_a_file_is_read() {
    let folder = sound();
    let frameworks = folder.path().join("frameworks");
    std::os::unix::fs::symlink(&frameworks, frameworks.join("again")).unwrap();
    let ran = folder.run(&["audit", "--format", "text"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(ran.stdout.matches("Aldonia (XAA)").count(), 1);
}
