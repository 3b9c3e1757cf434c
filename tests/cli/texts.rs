//! The laws' own texts and annotated drafts, as they lie in a folder: what is read, what is refused, and what is said.

use super::support::{Folder, Ran};

const RECORD: &str = "framework: XAA
name: Aldonia
reviewed: 2009-08-31
coverage: partial
sources: { s: { title: Gazette } }
laws:
  act:
    title: Child Act
    kind: act
    in-force: 2000-01-01
    source: s
    confidence: verified
    text: texts/act.md
    provisions:
      - at: s. 2
        summary: A child is below 18.
        quote: a child is anyone below 18
        says: { child-definition: { age-below: 18, field: [protection] } }
";

const ACT: &str = "# Child Act\n\n## Section 2\n\nIn this Act, a child is anyone below 18.\n";

const BILL: &str = "---
overlay: XAA
law: bill
title: Child Bill
kind: act
---

# Child Bill

## Article 1

A child is anyone below 16.

```says
child-definition: { age-below: 16, field: [protection] }
```

## Article 2

This Act is short.
";

/// The example with one file put in the place of another, or beside it.
fn folder(name: &str, bytes: &[u8]) -> Folder {
    let files = [("frameworks/aldonia.yaml", RECORD.as_bytes()), ("frameworks/texts/act.md", ACT.as_bytes())];
    let mut files: Vec<(&str, &[u8])> = files.into_iter().filter(|(known, _)| *known != name).collect();
    files.push((name, bytes));
    Folder::new(&files)
}

/// What `audit` and `check` say on standard error and output about the same fault, which keeps nobody from the report.
fn told(folder: &Folder, code: &str) -> Ran {
    let check = folder.run(&["check"]);
    assert_eq!((check.code, check.stdout.contains(&format!("error[{code}]"))), (3, true), "{}", check.stdout);
    for arguments in [vec!["audit"], vec!["compare"], vec!["explain", "child-definition", "frameworks/aldonia.yaml"]] {
        let ran = folder.run(&arguments);
        assert_eq!((ran.code, ran.stderr.contains(&format!("error[{code}]"))), (3, true), "{}", ran.stderr);
    }
    let page = folder.run(&["site", "page.html"]);
    assert_eq!((page.code, page.stderr.contains(&format!("error[{code}]"))), (3, true), "{}", page.stderr);
    let audit = folder.run(&["audit", "--format", "json"]);
    assert!(audit.stdout.contains("\"instrument\": \"Child Act\""), "the country is audited: {}", audit.stdout);
    audit
}

#[test]
fn a_text_that_bears_the_record_out_is_not_spoken_of() {
    let folder = folder("frameworks/note.txt", b"");
    for arguments in [vec!["check"], vec!["audit"], vec!["explain", "child-definition", "frameworks/aldonia.yaml"]] {
        let ran = folder.run(&arguments);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    }
    // From the folder itself, the record has no folder in its name.
    let inside = Folder::new(&[("aldonia.yaml", RECORD.as_bytes()), ("texts/act.md", ACT.as_bytes())]);
    assert_eq!(inside.run(&["check", "aldonia.yaml"]).code, 0);
}

#[test]
fn a_quotation_that_fails_is_shown_beside_the_text_and_noted_with_the_verdict() {
    let folder = folder("frameworks/texts/act.md", ACT.replace("below 18", "below 16").as_bytes());
    let ran = told(&folder, "quote-not-found");
    assert!(ran.stderr.contains("frameworks/aldonia.yaml:17:16"), "{}", ran.stderr);
    assert!(ran.stderr.contains("frameworks/texts/act.md:5"), "{}", ran.stderr);
    assert!(ran.stderr.contains("a child is anyone below [-18-] {+16+}"), "{}", ran.stderr);
    assert!(ran.stdout.contains("its quotation does not stand in the law's text"), "{}", ran.stdout);
    assert!(ran.stdout.contains("\"doubtful\": true"), "{}", ran.stdout);
    assert!(ran.stdout.contains("\"code\": \"not-borne-out\""), "{}", ran.stdout);
    // Every form of the report says so at the top and where the verdict stands.
    for (format, mark) in [
        ("markdown", "a pinpoint or quotation behind it does not stand in the law’s own text"),
        ("text", "(the law's text does not bear it out)"),
    ] {
        let ran = folder.run(&["audit", "--checklist", "annex-d", "--format", format]);
        let words = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("do not bear out the record of Child Act, s. 2"), "{words}");
        assert!(words.contains(mark), "{words}");
    }
    folder.run(&["site", "page.html"]);
    let page = folder.read("page.html");
    assert!(page.contains("A pinpoint or quotation behind it does not stand in the law’s own text."));
    assert!(page.contains("do not bear out the record of Child Act, s. 2"));
}

#[test]
fn a_text_that_cannot_be_read_is_named_at_its_place() {
    let broken = folder("frameworks/texts/act.md", b"# Section 2\n\nA child \xff\n");
    let ran = told(&broken, "not-utf-8");
    assert!(ran.stderr.contains("frameworks/texts/act.md:3:9"), "{}", ran.stderr);
    let gone = Folder::new(&[("frameworks/aldonia.yaml", RECORD.as_bytes())]);
    let ran = told(&gone, "text-unreadable");
    assert!(ran.stderr.contains("there is no file `texts/act.md`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("frameworks/aldonia.yaml:13:11"), "{}", ran.stderr);
    let not_a_file = Folder::new(&[
        ("frameworks/aldonia.yaml", RECORD.as_bytes()),
        ("frameworks/texts/act.md/inner.txt", b"a folder of that name"),
    ]);
    told(&not_a_file, "text-unreadable");
    told(&folder("frameworks/texts/act.md", &vec![b'a'; 5 * 1024 * 1024]), "file-too-large");
    told(&folder("frameworks/texts/act.md", b"No heading.\n"), "text-unreadable");
}

#[test]
fn a_path_that_leaves_the_folder_by_its_words_is_not_read() {
    let record = RECORD.replace("texts/act.md", "../secret.md");
    let folder =
        Folder::new(&[("frameworks/aldonia.yaml", record.as_bytes()), ("secret.md", b"## Section 2\n\na zyzzyva\n")]);
    for arguments in [["check"], ["audit"]] {
        let ran = folder.run(&arguments);
        let said = ran.stdout + &ran.stderr;
        assert_eq!((ran.code, said.contains("[path-outside]"), said.contains("zyzzyva")), (3, true, false), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_path_that_leaves_the_folder_by_a_link_is_not_read() {
    use std::os::unix::fs::symlink;
    let outside = Folder::new(&[("texts/act.md", b"## Section 2\n\na zyzzyva\n")]);
    let of_file = Folder::new(&[("frameworks/aldonia.yaml", RECORD.as_bytes()), ("frameworks/texts/note.txt", b"")]);
    symlink(outside.path().join("texts/act.md"), of_file.path().join("frameworks/texts/act.md")).unwrap();
    let of_folder = Folder::new(&[("frameworks/aldonia.yaml", RECORD.as_bytes())]);
    symlink(outside.path().join("texts"), of_folder.path().join("frameworks/texts")).unwrap();
    for folder in [of_file, of_folder] {
        let ran = told(&folder, "path-outside");
        assert!(ran.stderr.contains("frameworks/aldonia.yaml:13:11"), "{}", ran.stderr);
        assert!(!ran.stderr.contains("zyzzyva") && !ran.stdout.contains("zyzzyva"), "{}", ran.stderr);
    }
    // A link that stays inside is followed.
    let within =
        Folder::new(&[("frameworks/aldonia.yaml", RECORD.as_bytes()), ("frameworks/laws/a.md", ACT.as_bytes())]);
    std::fs::create_dir(within.path().join("frameworks/texts")).unwrap();
    symlink("../laws/a.md", within.path().join("frameworks/texts/act.md")).unwrap();
    let ran = within.run(&["check"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
}

#[test]
fn an_annotated_draft_is_laid_on_as_it_stands() {
    let folder = folder("bill.md", BILL.as_bytes());
    let ran = folder.run(&["audit", "--with", "bill.md", "--format", "json"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("warning[unread-article]: nobody has read Article 2"), "{}", ran.stderr);
    assert!(ran.stderr.contains("bill.md:18:1"), "{}", ran.stderr);
    for said in ["\"instrument\": \"Child Bill\"", "\"at\": \"Article 1\"", "\"file\": \"bill.md\"", "\"line\": 10"] {
        assert!(ran.stdout.contains(said), "{said}: {}", ran.stdout);
    }
    let ran = folder.run(&["audit", "--with", "bill.md", "--format", "markdown"]);
    assert!(ran.stdout.contains("Nobody has read Article 2 of the draft Child Bill"), "{}", ran.stdout);
    let ran = folder.run(&["explain", "child-definition", "frameworks/aldonia.yaml", "--with", "bill.md"]);
    assert!(ran.stdout.contains("in its words: “A child is anyone below 16.”"), "{}", ran.stdout);
    let ran = folder.run(&["check", "frameworks", "bill.md"]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("bill.md:18:1"), "{}", ran.stdout);
}

#[test]
fn a_draft_in_markdown_is_no_framework_and_is_not_laid_out() {
    let folder = folder("bill.md", BILL.as_bytes());
    let ran = folder.run(&["audit", "bill.md"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(ran.stderr.contains("error[wrong-document]") && ran.stderr.contains("`--with`"), "{}", ran.stderr);
    let ran = folder.run(&["fmt", "bill.md"]);
    assert!(ran.code != 0 && ran.stderr.contains("`bill.md` is left as it is"), "{}", ran.stderr);
    assert_eq!(folder.read("bill.md"), BILL);
}

#[test]
fn of_the_markdown_in_a_folder_the_drafts_alone_are_checked() {
    let files = [
        ("frameworks/aldonia.yaml", RECORD.as_bytes()),
        ("frameworks/texts/act.md", ACT.as_bytes()),
        ("frameworks/README.md", b"---\ntitle: A letter\n---\n\n# Letter\n".as_slice()),
        ("frameworks/drafts/bill.md", BILL.as_bytes()),
        ("frameworks/drafts/bad.md", b"---\noverlay: XAA\nlaw: \xff\n---\n".as_slice()),
    ];
    let folder = Folder::new(&files);
    let ran = folder.run(&["check"]);
    let codes: Vec<&str> = ran.stdout.lines().filter(|line| line.contains("]: ")).collect();
    assert_eq!(codes.len(), 2, "{}", ran.stdout);
    assert!(ran.stdout.contains("frameworks/drafts/bill.md:18:1"), "{}", ran.stdout);
    assert!(
        ran.stdout.contains("error[not-utf-8]") && ran.stdout.contains("frameworks/drafts/bad.md:3:6"),
        "{}",
        ran.stdout
    );
    // To an audit a draft counts only where it is asked for.
    let ran = folder.run(&["audit"]);
    assert_eq!((ran.code, ran.stderr.as_str(), ran.stdout.contains("Child Bill")), (0, "", false));
}

#[test]
fn a_block_that_does_not_parse_keeps_the_draft_out_and_is_named_in_the_bill() {
    for (block, code, place) in [
        ("{ age-below: 16, field: [protection }", "yaml-syntax", "bill.md:15:"),
        ("{ age-blow: 16 }", "unknown-attribute", "bill.md:15:21"),
        ("{ age-below: sixteen }", "wrong-type", "bill.md:15:32"),
    ] {
        let bill = BILL.replace("{ age-below: 16, field: [protection] }", block);
        let folder = folder("bill.md", bill.as_bytes());
        let ran = folder.run(&["audit", "--with", "bill.md"]);
        assert_eq!(ran.code, 3, "{}", ran.stderr);
        assert!(ran.stderr.contains(&format!("[{code}]")) && ran.stderr.contains(place), "{}", ran.stderr);
        // A report that passes over the draft would answer another question.
        assert_eq!(ran.stdout, "");
    }
}

#[test]
fn a_draft_of_its_own_may_name_a_text_too() {
    let draft = "overlay: XAA\nlaws:\n  bill:\n    title: Bill\n    kind: act\n    source: s\n    confidence: verified\n    text: bill-text.md\n    provisions:\n      - { at: cl. 1, summary: One, quote: two }\n";
    let files = [
        ("frameworks/aldonia.yaml", RECORD.as_bytes()),
        ("frameworks/texts/act.md", ACT.as_bytes()),
        ("drafts/bill.yaml", draft.as_bytes()),
        ("drafts/bill-text.md", b"# Clause 1\n\none\n"),
    ];
    let folder = Folder::new(&files);
    for arguments in [vec!["audit", "--with", "drafts/bill.yaml"], vec!["check", "frameworks", "drafts"]] {
        let ran = folder.run(&arguments);
        let said = ran.stderr + &ran.stdout;
        assert_eq!((ran.code, said.contains("[quote-not-found]")), (3, true), "{said}");
        assert!(said.contains("drafts/bill.yaml:10:"), "{said}");
    }
    // By itself, without the framework of its country.
    let ran = folder.run(&["check", "drafts"]);
    assert_eq!((ran.code, ran.stdout.contains("[quote-not-found]")), (3, true), "{}", ran.stdout);
}
